"""The types that are claimed: the stubs against the library, and these tests against the types."""

import subprocess
import sys
from pathlib import Path


def run(*command: str) -> None:
    home = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-m", *command], cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_stubs_are_those_of_the_library() -> None:
    run("mypy.stubtest", "dms_rules")


def test_the_tests_are_well_typed() -> None:
    run("mypy")
