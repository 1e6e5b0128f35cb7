"""What the README and the docstrings show runs, and shows what it says."""

import doctest
import re
from pathlib import Path

import dms_rules

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_readme() -> None:
    examples = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert examples
    shared: dict[str, object] = {}
    for example in examples:
        exec(example, shared)


def test_docstrings() -> None:
    failed, tried = doctest.testmod(dms_rules)
    assert (failed, tried > 0) == (0, True)
