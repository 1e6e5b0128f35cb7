"""What it costs to have the library: size, import, first decision. Run with the wheel as argument.

Prints a Markdown table. An import is the processor time of a fresh interpreter that imports, less that of one that does
not; they take turns, and medians over the rounds are printed.
"""

import resource
import subprocess
import sys
from importlib.metadata import files, version
from pathlib import Path
from statistics import median

ROUNDS = 31
PACKAGES = {"dms-rules": "dms_rules", "datalogic-py": "datalogic_py", "zen-engine": "zen"}
FIRST_DECISION = """
from datetime import date
from time import thread_time_ns
from dms_rules import okr
start = thread_time_ns()
okr.option(mode=okr.Mode.AFTER_INVOICE, max_age_days=30, apk_reported=False, entered_reading_km=125_896,
    last_reading_km=126_000, reading_date=date(2026, 11, 19), invoice_date=date(2026, 11, 21), invoice_total_cents=1)
print(thread_time_ns() - start)
"""


def processor_milliseconds(program: str) -> float:
    """What a fresh interpreter takes to run the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-I", "-c", program], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1_000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def installed_bytes(package: str) -> int:
    """What the package takes where it is installed, without what Python writes itself."""
    placed = (Path(str(file.locate())) for file in files(package) or [])
    return sum(path.stat().st_size for path in placed if path.suffix != ".pyc")


def main() -> None:
    """Prints sizes and times."""
    wheel = Path(sys.argv[1]).stat().st_size
    rounds = [
        [processor_milliseconds(program) for program in ("", *(f"import {name}" for name in PACKAGES.values()))]
        for _ in range(ROUNDS)
    ]
    print("| package | installed | import |")
    print("| --- | ---: | ---: |")
    for column, package in enumerate(PACKAGES, start=1):
        milliseconds = median(times[column] - times[0] for times in rounds)
        size = installed_bytes(package) / 1_000
        print(f"| {package} {version(package)} | {size:,.0f} KB | {milliseconds:.1f} ms |")
    command = [sys.executable, "-I", "-c", FIRST_DECISION]
    first = median(int(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(ROUNDS))
    empty = median(times[0] for times in rounds)
    print(f"\nWheel {wheel / 1_000:,.0f} KB, first decision {first / 1_000:.0f} µs, empty interpreter {empty:.1f} ms.")


if __name__ == "__main__":
    main()
