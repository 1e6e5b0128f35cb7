"""The shared cases in tests/vectors, which every language runs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

import dms_rules
import pytest

VECTORS = Path(__file__).parents[2] / "tests" / "vectors"


class Number(NamedTuple):
    """A number as it is written: 1095.0 and 9223372036854775808 must reach the library so."""

    text: str


def written(value: object) -> str:
    """JSON text with its numbers as they were written."""
    match value:
        case Number(text):
            return text
        case list():
            return f"[{','.join(map(written, cast(list[object], value)))}]"
        case dict():
            items = cast(dict[str, object], value).items()
            return f"{{{','.join(f'{json.dumps(key)}:{written(item)}' for key, item in items)}}}"
        case _:
            return json.dumps(value)


class Case(NamedTuple):
    """One case of a file."""

    decision: str
    edition: str
    name: str
    facts: str
    expected: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.decision}: {self.name}"


def load() -> Iterator[Case]:
    for path in sorted(VECTORS.glob("*.json")):
        if path.stem == "refusals":  # Of a form of its own: test_bad_input.
            continue
        text = path.read_text(encoding="utf-8")
        file = json.loads(text)
        raw = json.loads(text, parse_int=Number, parse_float=Number)
        for case, as_written in zip(file["cases"], raw["cases"], strict=True):
            expected = {key: case[key] for key in ("expect", "error") if key in case}
            yield Case(file["decision"], file["edition"], case["name"], written(as_written["facts"]), expected)


CASES = list(load())


def test_there_are_cases() -> None:
    assert CASES, f"no cases in {VECTORS}"


class TestVectors:
    @pytest.mark.parametrize("case", CASES, ids=str)
    def test_case(self, case: Case) -> None:
        request = f'{{"decision":{json.dumps(case.decision)},"facts":{case.facts}}}'
        answer = json.loads(dms_rules.evaluate_json(request))
        match case.expected:
            case {"expect": expected}:
                assert answer == {"decision": case.decision, "edition": case.edition, **expected}
            case {"error": expected}:
                assert answer.keys() == {"decision", "error"}
                assert answer["decision"] == case.decision
                assert answer["error"].pop("message")
                assert answer["error"] == expected
            case _:
                pytest.fail("a case that expects nothing")
