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
    files = Counter(Path(report.nodeid.partition("::")[0]).name for report in passed if report.when == "call")
    if panics := files["panics.py"]:
        terminalreporter.write_line(f"python panics: {panics} tests")
    if facts := files["test_facts.py"]:
        terminalreporter.write_line(f"python facts: {facts} tests")
    if counts["TestTables"]:
        from test_batch import TABLES

        rows = sum(len(rows) for _, rows, _ in TABLES)
        terminalreporter.write_line(f"python tables: {rows} cases of {len(TABLES)} decisions")
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
