"""The project's README shows examples that are run elsewhere, word for word, and commands that are.

The Rust example is a documentation test of the core crate. Exit status 1 names what differs.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).parent.parent


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def main() -> int:
    """Print what differs; the exit status says whether anything did."""
    run = (ROOT / "tests" / "run").read_text(encoding="utf-8")
    shown = {
        "c": (blocks("README.md", "c"), [(ROOT / "tests/clients/c/example.c").read_text(encoding="utf-8")]),
        "python": (blocks("README.md", "python"), blocks("bindings-python/README.md", "python")[:1]),
        "kotlin": (blocks("README.md", "kotlin"), blocks("bindings-kotlin/README.md", "kotlin")[:1]),
    }
    faults = [
        f"README.md: the {language} example is not the one that is tested"
        for language, (one, other) in shown.items()
        if one != other or not one
    ]
    if len(blocks("README.md", "rust")) != 1:
        faults.append("README.md: one Rust example, which is a documentation test of core/src/lib.rs")
    for command in "".join(blocks("README.md", "sh")).splitlines():
        if command.startswith("cargo run") and command not in run:
            faults.append(f"README.md: tests/run does not run `{command}`")
    print("\n".join(faults) or "every example of the README is run")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
