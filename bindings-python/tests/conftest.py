"""What the tests say at their end."""

import os
import sys
from collections import Counter
from pathlib import Path

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many shared cases passed, so that the runners of all languages can be compared."""
    passed = terminalreporter.getreports("passed")
    counts = Counter("".join(report.nodeid.split("::")[1:2]) for report in passed if report.when == "call")
    if typed := counts["TestTypedVectors"]:
        from test_typed_vectors import LEFT_OUT

        left_out = LEFT_OUT.total()
        terminalreporter.write_line(f"python vectors, typed: {typed} cases, {left_out} that only JSON can hold")
    if "test_bad_input" in sys.modules:
        for line in sys.modules["test_bad_input"].COUNTED:
            terminalreporter.write_line(line)
    if count := counts["TestVectors"]:
        terminalreporter.write_line(f"python vectors: {count} cases")
        if path := os.environ.get("DMS_RULES_VECTOR_COUNT"):
            Path(path).write_text(f"{count}\n", encoding="ascii")
