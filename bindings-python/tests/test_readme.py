"""What the README and the docstrings show runs, and shows what it says."""

import doctest
import re
from pathlib import Path
from types import ModuleType

import dms_rules
import pytest
from stubs import DOMAINS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_readme() -> None:
    examples = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert examples
    shared: dict[str, object] = {}
    for example in examples:
        exec(example, shared)


@pytest.mark.parametrize("module", [dms_rules, *(getattr(dms_rules, name) for name in DOMAINS)])
def test_docstrings(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)
