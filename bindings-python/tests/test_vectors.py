"""The shared cases in tests/vectors, which every language runs."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import dms_rules
import pytest
from dms_rules import Decision, Refusal, booking, okr

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
            return f"[{','.join(map(written, value))}]"
        case dict():
            return f"{{{','.join(f'{json.dumps(key)}:{written(item)}' for key, item in value.items())}}}"
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


def typed(decision: str) -> Callable[..., Any] | None:
    """The function of its own that a decision has, in the module that its id names; the others go by `evaluate`."""
    domain, name = decision.split(".")
    return getattr(getattr(dms_rules, domain, None), name, None)


TYPED = {decision: function for decision in dms_rules.decisions() if (function := typed(decision))}


def as_time(text: str) -> datetime:
    """A time as JSON writes it; Python 3.10 does not read the Z."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def keywords(case: Case) -> dict[str, object]:
    """The facts as a Python program has them; what is not given is None."""
    properties = dms_rules.schema(case.decision)["properties"]
    given: dict[str, object] = json.loads(case.facts)
    facts: dict[str, object] = dict.fromkeys(properties)
    for field in facts:
        value = given.pop(field, None)
        if isinstance(value, str) and properties[field].get("format") == "date":
            value = date.fromisoformat(value)
        elif isinstance(value, str) and "pattern" in properties[field]:
            value = as_time(value)
        facts[field] = value
    return facts | given


def typed_cases() -> Iterator[Any]:
    """The cases that a Python program can put to a typed function."""
    for case in CASES:
        error = case.expected.get("error", {})
        if case.decision not in TYPED or error.get("field") == "facts" or error.get("code") == "invalid_date":
            continue  # About JSON alone.
        try:
            facts = keywords(case)
        except ValueError:
            continue  # No such date or time: Python refuses to make it.
        if facts.keys() != dms_rules.schema(case.decision)["properties"].keys():
            continue  # An unknown keyword: Python refuses the call.
        if len({at.utcoffset() for at in facts.values() if isinstance(at, datetime)}) > 1:
            continue  # In several zones: JSON knows no zones and takes each reading as it stands.
        yield pytest.param(case, facts, id=str(case))


def shown(value: object) -> object:
    """An outcome as JSON has it."""
    match value:
        case datetime():
            return value
        case okr.ChoiceOutcome(option=option, forward=forward, overridden=overridden):
            return {"option": str(option), "forward": forward, "overridden": overridden}
        case booking.IssueLimitOutcome(latest=latest):
            return {"latest": latest}
        case booking.IssueAllowed(latest=latest):
            return {"kind": "allowed", "latest": latest}
        case booking.IssueRefused(latest=latest):
            return {"kind": "refused", "latest": latest}
        case _:
            return str(value)


@pytest.mark.parametrize(("case", "facts"), list(typed_cases()))
def test_typed_functions_answer_the_same(case: Case, facts: dict[str, object]) -> None:
    decide = TYPED[case.decision]
    if error := case.expected.get("error"):
        with pytest.raises(Refusal) as refused:
            decide(**facts)
        assert (refused.value.code, refused.value.field) == (error["code"], error["field"])
        return
    expected = case.expected["expect"]
    answer = decide(**facts)
    if isinstance(answer, datetime):
        assert answer.isoformat() == as_time(expected["outcome"]["at"]).isoformat()
        return
    assert isinstance(answer, Decision)
    outcome = shown(answer.outcome)
    if isinstance(outcome, dict) and "latest" in outcome:
        latest = as_time(expected["outcome"]["latest"])
        # The end of a civil day, which JSON writes without an offset; the typed answer is in the zone of `now`.
        expected["outcome"]["latest"] = latest if latest.tzinfo else latest.replace(tzinfo=outcome["latest"].tzinfo)
    assert (answer.decision, answer.edition) == (case.decision, case.edition)
    assert outcome == expected["outcome"]
    assert answer.row == expected["row"]
    assert answer.because == tuple(expected["because"])
    assert answer.advisories == tuple(expected["advisories"])
