"""Whole tables: `decide_batch` answers each row as the decision's own function answers it alone."""

import gc
import importlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import dms_rules
import duckdb
import polars as pl
import pytest
from dms_rules import ErrorCode, Refusal, okr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_vectors import CASES

# Without types of their own.
pa: Any = importlib.import_module("pyarrow")
pd: Any = importlib.import_module("pandas")

LISTS = {
    "booking.actions": "rights",
    "booking.amend_handover": "other_handovers",
    "booking.issue_prefill": "damages",
    "booking.permission": "rights",
    "booking.plan": "others",
    "car_pass.actions": "state",
    "car_pass.invoicing": "state",
    "car_pass.lifecycle": "state",
    "car_pass.prompt": "state",
    "car_pass.submission": "start",
    "car_pass.worklist": "dossiers",
    "inspection.import": "report",
    "inspection.register_from_order": "lines",
}
"""The decisions that are not offered, with the first fact that no column holds."""

FLAT = [decision for decision in dms_rules.decisions() if decision not in LISTS]


def facts_of(decision: str) -> dict[str, Any]:
    return dms_rules.schema(decision)["properties"]


def kind_of(schema: dict[str, Any]) -> str:
    """What a fact is, as its schema says."""
    kind = schema.get("type", "record")
    [kind] = [each for each in kind if each != "null"] if isinstance(kind, list) else [kind]  # pyright: ignore
    if kind != "string":
        return str(kind)
    if schema.get("format") == "date":
        return "date"
    return "time" if "pattern" in schema or schema.get("format") == "partial-date-time" else "string"


ARROW = {
    "boolean": pa.bool_(),
    "integer": pa.int64(),
    "string": pa.string(),
    "date": pa.string(),
    "time": pa.string(),
}
IN_PYTHON = {"boolean": bool, "integer": int, "string": str, "date": str, "time": str}


def fits(value: object, kind: str) -> bool:
    """Whether a column of the fact's type holds it."""
    if value is None:
        return True
    return type(value) is IN_PYTHON[kind] and (kind != "integer" or -(2**63) <= value < 2**63)  # type: ignore[operator]


def left_out(decision: str, facts: object) -> str | None:
    """Why no table can hold these facts."""
    if not isinstance(facts, dict):
        return "no object"
    schemas = facts_of(decision)
    if facts.keys() - schemas.keys():
        return "a column that is no fact"
    if not all(fits(value, kind_of(schemas[name])) for name, value in facts.items()):
        return "a value of another type than its column"
    return "times of several offsets" if len(offsets(decision, facts)) > 1 else None


OFFSET = re.compile(r"(?<=T..:..:..)(\.\d+)?(Z|[+-](?:0\d|1[0-7]):[0-5]\d)$")


def offsets(decision: str, facts: dict[str, Any]) -> set[str]:
    """The offsets of the times among these facts, with nothing for the clock on the wall."""
    schemas = facts_of(decision)
    times = [value for name, value in facts.items() if "pattern" in schemas[name] and value]
    return {found[2] if (found := OFFSET.search(value)) else "" for value in times}


def on_the_wall(value: Any) -> Any:
    """The same with its times as the clock on the wall shows them: where all have one offset, nothing else differs."""
    if isinstance(value, dict):
        return {name: on_the_wall(part) for name, part in value.items()}  # pyright: ignore
    return OFFSET.sub(lambda found: found[1] or "", value) if isinstance(value, str) else value


def cases() -> Iterator[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]]:
    """The shared cases of each decision that a table can hold."""
    for decision in FLAT:
        held: list[tuple[dict[str, Any], dict[str, Any]]] = []
        for case in (case for case in CASES if case.decision == decision):
            try:
                pairs = json.loads(case.facts, object_pairs_hook=list)
                facts = json.loads(case.facts)
            except ValueError:
                LEFT_OUT["no JSON"] += 1
                continue
            if isinstance(facts, dict) and len(pairs) != len(facts):
                LEFT_OUT["a key that stands twice"] += 1
            elif why := left_out(decision, facts):
                LEFT_OUT[why] += 1
            else:
                clocks = {name for name, schema in facts_of(decision).items() if "pattern" in schema}
                facts = {name: on_the_wall(fact) if name in clocks else fact for name, fact in facts.items()}
                held.append((facts, on_the_wall(case.expected)))
        yield decision, [facts for facts, _ in held], [expected for _, expected in held]


LEFT_OUT: Counter[str] = Counter()
TABLES = list(cases())


def table_of(decision: str, rows: list[dict[str, Any]], types: dict[str, Any] | None = None) -> Any:
    """A table with a column for every fact, whichever row knows it."""
    types = ARROW | (types or {})
    return pa.table(
        {
            name: pa.array([row.get(name) for row in rows], types[kind_of(schema)])
            for name, schema in facts_of(decision).items()
        }
    )


def as_written(value: Any) -> Any:
    """What stands in an answer, as JSON writes it."""
    if isinstance(value, datetime | time):
        return value.isoformat()
    return value.isoformat() if isinstance(value, date) else value


def told(row: dict[str, Any]) -> dict[str, Any]:
    """A row of answers as the shared cases have it."""
    if row.get("error"):
        assert all(value is None for name, value in row.items() if not name.startswith("error"))
        return {"error": {"code": row["error"], "field": row["error_field"]}}
    parts = {name.removeprefix("outcome_"): as_written(value) for name, value in row.items() if "outcome_" in name}
    if "locked_field" in parts:
        fields, reasons = parts.pop("locked_field"), parts.pop("locked_reason")
        parts["locked"] = [
            {"field": field, "reason": reason} for field, reason in zip(fields, reasons, strict=True)
        ]
    kind = {"kind": row["outcome"]} if "outcome" in row and parts else {}
    outcome = kind | parts or row["outcome"]
    return {"expect": {"outcome": outcome} | {name: row[name] for name in ("row", "because", "advisories")}}


def agrees(answer: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether an answer is the one expected; a part that an outcome's kind has not got has no value."""
    outcome = answer.get("expect", {}).get("outcome")
    if isinstance(outcome, dict) and "kind" in outcome:
        wanted = expected.get("expect", {}).get("outcome", {})
        missing = [name for name in outcome if name not in wanted]
        assert all(outcome.pop(name) is None for name in missing)
    return answer == expected


class TestTables:
    @pytest.mark.parametrize(("decision", "rows", "expected"), TABLES, ids=[decision for decision, _, _ in TABLES])
    def test_answers(self, decision: str, rows: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
        assert rows
        answers = pa.table(dms_rules.decide_batch(decision, table_of(decision, rows), errors="column")).to_pylist()
        for facts, answer, wanted in zip(rows, answers, expected, strict=True):
            assert agrees(told(answer), wanted), facts

    def test_count(self) -> None:
        held = sum(len(rows) for _, rows, _ in TABLES)
        assert held + LEFT_OUT.total() == sum(case.decision in FLAT for case in CASES)
        assert held > 1_300, LEFT_OUT


def test_the_others_are_refused_and_named() -> None:
    for decision, fact in LISTS.items():
        kinds = {name: kind_of(schema) for name, schema in facts_of(decision).items()}
        assert next(name for name, kind in kinds.items() if kind in ("array", "record")) == fact
        with pytest.raises(Refusal, match="do not lie in columns") as refused:
            dms_rules.decide_batch(decision, pa.table({}))
        assert (refused.value.code, refused.value.field) == (ErrorCode.WRONG_TYPE, fact)
    for decision in FLAT:
        assert not {"array", "record"} & {kind_of(schema) for schema in facts_of(decision).values()}
    with pytest.raises(Refusal) as refused:
        dms_rules.decide_batch("okr.nothing", pa.table({}))
    assert refused.value.code is ErrorCode.UNKNOWN_DECISION
