"""The types that are claimed: the stubs against the library, and these tests against the types."""

import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[1]


def run(*command: str, home: Path = HOME) -> None:
    # pyright asks the first Python on the path which packages there are.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=home, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_stubs_are_those_of_the_library() -> None:
    run("mypy.stubtest", "dms_rules", "--mypy-config-file", "pyproject.toml")


def test_the_tests_are_well_typed() -> None:
    run("mypy")


def test_pyright_finds_nothing_in_strict_mode() -> None:
    run("pyright")


def test_every_public_type_is_known(tmp_path: Path) -> None:
    run("pyright", "--verifytypes", "dms_rules", "--ignoreexternal", home=tmp_path)
