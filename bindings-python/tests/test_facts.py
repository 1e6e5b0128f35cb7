"""Every fact of every decision, and every field of every record: what is no such fact is refused in its name."""

import dataclasses
import inspect
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType
from typing import Any, get_args, get_origin

import pytest
from dms_rules import Refusal, booking
from stubs import FUNCTIONS
from test_typed_vectors import TYPED, is_list, is_object, is_record

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12)
OTHERS: list[object] = [
    object(), 1.0, b"never", [], {}, set(), Fraction(1), Decimal(1), time(12), True, 1, DAY, NOON, "1",
]  # fmt: skip


def accepted() -> dict[str, dict[str, Any]]:
    """Facts of each decision that are not refused: of the shared cases, the first with the most of them given."""
    facts: dict[str, dict[str, Any]] = {}
    for case, given in (each.values for each in TYPED):
        if "expect" in case.expected:
            most = facts.setdefault(case.decision, given)
            if weight(given) > weight(most):
                facts[case.decision] = given
    return facts


def weight(value: Any) -> int:
    """How much is known, in records and lists too."""
    if is_record(value) or is_object(value):
        return sum(map(weight, (value if is_object(value) else vars(value)).values()))
    return 1 + sum(map(weight, value)) if is_list(value) else int(value is not None)


FACTS = accepted()
DAMAGES = {"damages": [booking.Damage("Karosserie", "Kratzer links")]}
FACTS["booking.issue_prefill"] = FACTS["booking.issue_prefill"] | DAMAGES
EVERY_FACT = [
    pytest.param(decision, parameter, id=f"{decision}-{parameter}")
    for decision, function in FUNCTIONS.items()
    for parameter in function.parameters
    if parameter not in ("threshold", "invoice_total")  # In euros: those of test_refusals.
]


def refused(decision: str, **given: object) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as refusal:
        FUNCTIONS[decision].call(**FACTS[decision] | given)
    return refusal.value.code, refusal.value.field


def refusal_of(decision: str, **given: object) -> str | None:
    try:
        FUNCTIONS[decision].call(**FACTS[decision] | given)
    except Refusal as refusal:
        return refusal.code
    return None


def fits(other: object, claimed: Any) -> bool:
    """Whether a value may stand where a type is claimed: as that type, or as the stable name of an enum."""
    if get_origin(claimed) is Sequence:
        return other == []
    if get_origin(claimed) is AbstractSet:
        return other == set()
    if variants := get_args(claimed):
        return any(fits(other, each) for each in variants)
    if isinstance(claimed, type) and issubclass(claimed, Enum):
        return isinstance(other, str)
    return type(other) is claimed


def test_every_decision_has_facts() -> None:
    assert FACTS.keys() == FUNCTIONS.keys()


@pytest.mark.parametrize(("decision", "parameter"), EVERY_FACT)
def test_none_is_missing_unless_it_may_be_unknown(decision: str, parameter: str) -> None:
    function = FUNCTIONS[decision]
    has_default = inspect.signature(function.call).parameters[parameter].default is not inspect.Parameter.empty
    if NoneType in get_args(function.parameters[parameter]) or (has_default and not parameter.endswith("_cents")):
        assert has_default
        # It may still be needed by what else is given, as a greatest age is after an invoice.
        assert refusal_of(decision, **{parameter: None}) in (None, "missing_field", "contradiction")
    elif parameter != "threshold_cents":
        assert refused(decision, **{parameter: None}) == ("missing_field", parameter.rstrip("_"))


@pytest.mark.parametrize("decision", FUNCTIONS)
def test_what_is_left_out_is_none(decision: str) -> None:
    parameters = inspect.signature(FUNCTIONS[decision].call).parameters
    needed = {name for name, each in parameters.items() if each.default is each.empty}
    facts = {name: value for name, value in FACTS[decision].items() if name in needed or name.endswith("_total_cents")}
    unknown = dict.fromkeys(FACTS[decision].keys() - facts.keys())
    try:
        answer = FUNCTIONS[decision].call(**facts)
    except Refusal as refusal:
        assert refused(decision, **unknown) == (refusal.code, refusal.field)  # noqa: PT017
    else:
        assert answer == FUNCTIONS[decision].call(**facts, **unknown)


@pytest.mark.parametrize(("decision", "parameter"), EVERY_FACT)
def test_another_type_is_refused(decision: str, parameter: str) -> None:
    claimed = FUNCTIONS[decision].parameters[parameter]
    for other in OTHERS:
        if not fits(other, claimed):
            assert refused(decision, **{parameter: other}) == ("wrong_type", parameter.rstrip("_"))


@pytest.mark.parametrize("decision", FUNCTIONS)
def test_the_first_fault_in_the_order_of_the_rules_is_named(decision: str) -> None:
    faulty: dict[str, object] = dict.fromkeys(FACTS[decision], object())
    for parameter in FACTS[decision]:
        assert refused(decision, **faulty) == ("wrong_type", parameter.rstrip("_"))
        del faulty[parameter]


def faulty_records(value: Any, place: str) -> Iterator[tuple[Any, str, Any, bool]]:
    """The record or list with one field of one record at fault, by another type (`object`) or by None; where that is;
    and whether None may stand there.
    """
    if is_list(value):
        for index, each in enumerate(value):
            for fault, field, claimed, optional in faulty_records(each, f"{place}[{index}]"):
                yield [*value[:index], fault, *value[index + 1 :]], field, claimed, optional
    elif is_record(value):
        for each in dataclasses.fields(value):
            name = f"{place}.{each.name}"
            optional = NoneType in get_args(each.type) or each.default is not dataclasses.MISSING
            yield dataclasses.replace(value, **{each.name: object()}), name, object, optional
            yield dataclasses.replace(value, **{each.name: None}), name, None, optional
            for fault, field, claimed, may in faulty_records(getattr(value, each.name), name):
                yield dataclasses.replace(value, **{each.name: fault}), field, claimed, may


RECORDS = [
    pytest.param(decision, parameter, id=f"{decision}-{parameter}")
    for decision, facts in FACTS.items()
    for parameter, value in facts.items()
    if is_record(value) or (is_list(value) and value)
]


def test_there_are_records() -> None:
    kinds = {type(each).__name__ for facts in FACTS.values() for value in facts.values() for each in inner(value)}
    assert kinds >= {
        "Account", "Campaign", "Configured", "Damage", "Dossier", "Handover", "Line", "Order", "OtherBooking",
        "Readiness", "Report", "StartOfWorkOutcome", "VehicleMaster",
    }  # fmt: skip


def inner(value: Any) -> Iterator[Any]:
    """Every record in a fact."""
    if is_list(value):
        for each in value:
            yield from inner(each)
    elif is_record(value):
        yield value
        yield from inner([getattr(value, each.name) for each in dataclasses.fields(value)])


@pytest.mark.parametrize(("decision", "parameter"), RECORDS)
def test_a_fault_in_a_record_is_named_by_its_place(decision: str, parameter: str) -> None:
    for fault, place, claimed, optional in faulty_records(FACTS[decision][parameter], parameter):
        if claimed is object:
            assert refused(decision, **{parameter: fault}) == ("wrong_type", place)
        elif not optional:
            assert refused(decision, **{parameter: fault}) == ("missing_field", place)


@pytest.mark.parametrize(("decision", "parameter"), RECORDS)
def test_what_is_no_record_is_named_by_its_place(decision: str, parameter: str) -> None:
    value = FACTS[decision][parameter]
    no_record: dict[str, object] = {}
    if is_list(value):
        assert refused(decision, **{parameter: [*value, no_record]}) == ("wrong_type", f"{parameter}[{len(value)}]")
        assert refused(decision, **{parameter: [*value, None]}) == ("missing_field", f"{parameter}[{len(value)}]")
        assert refused(decision, **{parameter: iter(value)}) == ("wrong_type", parameter)
        FUNCTIONS[decision].call(**FACTS[decision] | {parameter: tuple(value)})
    else:
        assert refused(decision, **{parameter: no_record}) == ("wrong_type", parameter)
