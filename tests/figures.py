"""The figures that TESTING.md gives for its promises are those that the tests print.

`tests/figures.py LOGS`: every line in `code` of the table's last column stands in a log of that folder, as `tests/run`
leaves them. With `--accept` the table is given the figures of the logs instead. Exit status 1 names what is printed
otherwise, or not at all.
"""

import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).parent.parent / "TESTING.md"
COLOUR = re.compile(r"\x1b\[[\d;]*m")
# Figures, and sums of what was asked and answered.
FIGURE = re.compile(r"\b(?:[0-9a-f]{8}|\d+)\b")


def printed(logs: pathlib.Path) -> tuple[set[str], dict[str, set[str]]]:
    """Every line of the logs; and by what is left of it without its figures."""
    texts = [COLOUR.sub("", log.read_text("utf-8", "replace")) for log in logs.glob("*.log")]
    lines = {line.strip() for text in texts for line in text.splitlines()}
    alike: dict[str, set[str]] = {}
    for line in lines:
        alike.setdefault(FIGURE.sub("N", line), set()).add(line)
    return lines, alike


def main() -> int:
    """Compares the page with the logs, or writes it anew."""
    accept = "--accept" in sys.argv[1:]
    logs = next((pathlib.Path(word) for word in sys.argv[1:] if not word.startswith("-")), None)
    if logs is None or not logs.is_dir():
        print("usage: tests/figures.py LOGS [--accept]", file=sys.stderr)
        return 2
    lines, alike = printed(logs)
    checked, faults = 0, 0
    page = PAGE.read_text("utf-8").splitlines(keepends=True)
    for number, row in enumerate(page):
        cells = row.rstrip().split(" | ")
        if len(cells) != 3 or not row.startswith("| "):
            continue
        for figures in re.findall("`([^`]+)`", cells[2]):
            checked += 1
            if figures in lines:
                continue
            now = alike.get(FIGURE.sub("N", figures), set())
            if accept and len(now) == 1:
                page[number] = page[number].replace(f"`{figures}`", f"`{now.copy().pop()}`")
                continue
            faults += 1
            instead = "".join(f", but `{line}`" for line in sorted(now))
            print(f"TESTING.md:{number + 1}: `{figures}` is printed by no test{instead}")
    if accept:
        PAGE.write_text("".join(page), "utf-8")
    if not checked:
        print("TESTING.md gives no figures")
        return 1
    print(f"{checked - faults} figures are as printed")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
