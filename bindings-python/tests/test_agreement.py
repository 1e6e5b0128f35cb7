"""The typed functions and JSON answer alike, on facts that nobody wrote down."""

import dataclasses
import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from enum import Enum
from types import NoneType
from typing import Any, TypeGuard, get_args, get_origin

import dms_rules
import pytest
from dms_rules import Refusal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stubs import FUNCTIONS
from test_typed_vectors import agrees, is_list, is_record, kind_of, refused_as

TEXTS = ["", " ", "Gent", "E", "57A", "57B", "WAUZZZ8V3EA070544", "TMBJG7NE0F0124355", "1234", "0403019261", "A-1"]
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    str: st.sampled_from(TEXTS) | st.text(max_size=20),
    date: st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    datetime: st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 30)).map(lambda at: at.replace(microsecond=0)),
    time: st.times().map(lambda at: at.replace(microsecond=0)),
}


def is_enum(claimed: object) -> TypeGuard[type[Enum]]:
    return isinstance(claimed, type) and issubclass(claimed, Enum)


def facts_of(claimed: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Values of the type that the stubs claim, near to where the rules turn."""
    variants = [each for each in get_args(claimed) if each is not NoneType]
    if get_origin(claimed) is Sequence:
        return st.lists(facts_of(variants[0]), max_size=3)
    if get_origin(claimed) is AbstractSet:
        return st.frozensets(facts_of(variants[0]))
    if variants:
        known = st.one_of(*(facts_of(each, name) for each in variants))
        return st.none() | known if NoneType in get_args(claimed) else known
    if is_enum(claimed):
        return st.sampled_from(list(claimed))
    if is_record(claimed):
        return st.builds(claimed, **{each.name: facts_of(each.type, each.name) for each in dataclasses.fields(claimed)})
    if claimed is int:
        return st.sampled_from([0, 100, 100_000, 10_000_000]) if name.endswith("_km") else st.integers(0, 15)
    return PLAIN[claimed]


def as_json(value: Any, claimed: Any = None) -> Any:
    """A fact as JSON has it."""
    variants = [each for each in get_args(claimed) if each is not NoneType]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if is_list(value):
        return [as_json(each, variants[0]) for each in value]
    if isinstance(value, frozenset):
        return [each.value for each in variants[0] if each in value]
    if is_record(value):
        kind = {"kind": kind_of(value.__class__, claimed)} if len(variants) > 1 else {}
        return kind | {each.name: as_json(getattr(value, each.name), each.type) for each in dataclasses.fields(value)}
    return value


IN_EUROS = ("threshold", "invoice_total")


@pytest.mark.parametrize("decision", FUNCTIONS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_typed_and_json_agree(decision: str, data: st.DataObject) -> None:
    function = FUNCTIONS[decision]
    parameters = {name: claimed for name, claimed in function.parameters.items() if name not in IN_EUROS}
    facts: dict[str, Any] = {
        name: data.draw(facts_of(claimed, name), label=name) for name, claimed in parameters.items()
    }
    written = {name.rstrip("_"): as_json(facts[name], claimed) for name, claimed in parameters.items()}
    told = json.loads(dms_rules.evaluate_json(json.dumps({"decision": decision, "facts": written})))
    try:
        answer = function.call(**facts)
    except Refusal as refusal:
        error = told["error"]
        del error["message"]
        assert refused_as(refusal) == error  # noqa: PT017
        return
    if function.outcome is datetime:
        assert agrees(answer, told["outcome"]["at"], datetime)
        return
    assert agrees(answer.outcome, told["outcome"], function.outcome)
    assert (answer.row, list(answer.because), list(answer.advisories)) == (
        told["row"],
        told["because"],
        told["advisories"],
    )
