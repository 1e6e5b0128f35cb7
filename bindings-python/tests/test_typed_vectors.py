"""The shared cases put to the typed functions, as far as a Python program can put them."""

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from enum import Enum
from types import NoneType
from typing import Any, TypeGuard, get_args, get_origin

import dms_rules
import pytest
from dms_rules import Decision, Refusal
from stubs import FUNCTIONS, Function
from test_vectors import CASES, Case


class JsonAlone(Exception):
    """No Python program can put this to a typed function; it says why."""


NO_FUNCTION = "no such decision, so no function"
NO_OBJECT = "the facts as a whole are no keywords"
NO_TIME = "no such date or time, or not written as JSON has it"
NO_KEYWORD = "a fact that is not known: Python refuses the keyword"
NO_KIND = "a record of no known kind: Python has no class for it"
NO_ZONE = "a wall clock with an offset of its own: JSON knows no zones and takes each reading as it stands"

WRITTEN = {
    date: re.compile(r"\d{4}-\d\d-\d\d"),
    datetime: re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:[0-5]\d)?"),
    time: re.compile(r"\d\d:\d\d:\d\d"),
}


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_record(value: object) -> bool:
    return dataclasses.is_dataclass(value)


def as_time(text: str) -> datetime:
    """A time as JSON writes it; Python 3.10 does not read the Z."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def kind_of(variant: type[Any], claimed: Any) -> str:
    """The stable name of one of several classes that an outcome or a fact can have: what tells its name from theirs."""
    names = [each.__name__ for each in get_args(claimed)]
    shared = 0
    while len({name[: shared + 1] for name in names}) == 1:
        shared += 1
    return re.sub(r"(?<!^)(?=[A-Z])", "_", variant.__name__[shared:]).lower()


def given(value: Any, claimed: Any) -> Any:
    """A fact from JSON as the type that the stubs claim; what JSON has of another type stays as it is."""
    variants = [each for each in get_args(claimed) if each is not NoneType]
    if value is None:
        return None
    if get_origin(claimed) in (Sequence, AbstractSet) and is_list(value):
        each_given = (given(each, variants[0]) for each in value)
        return list(each_given) if get_origin(claimed) is Sequence else frozenset(each_given)
    if len(variants) == 1:
        return given(value, variants[0])
    if is_object(value):
        fields = dict(value)
        if not variants:
            return record(fields, claimed) if is_record(claimed) else fields
        kind = fields.pop("kind", None)
        matching = [variant for variant in variants if kind_of(variant, claimed) == kind]
        if not matching:
            raise JsonAlone(NO_KIND)
        return record(fields, matching[0])
    if isinstance(value, str):
        if claimed in WRITTEN:
            if not WRITTEN[claimed].fullmatch(value):
                raise JsonAlone(NO_TIME)
            try:
                return as_time(value) if claimed is datetime else claimed.fromisoformat(value)
            except ValueError as error:
                raise JsonAlone(NO_TIME) from error
        if isinstance(claimed, type) and issubclass(claimed, Enum) and value in {each.value for each in claimed}:
            return claimed(value)
    return value


def record(fields: dict[str, Any], claimed: Any) -> Any:
    """A record from JSON; what is not given is None, unless the class has a default."""
    annotations = {each.name: each for each in dataclasses.fields(claimed)}
    if not fields.keys() <= annotations.keys():
        raise JsonAlone(NO_KEYWORD)
    types = {name: resolved(each.type) for name, each in annotations.items()}
    taken = {name: given(value, types[name]) for name, value in fields.items() if value is not None}
    unknown = {name for name, each in annotations.items() if each.default is dataclasses.MISSING} - taken.keys()
    return claimed(**taken, **dict.fromkeys(unknown))


def resolved(annotation: Any) -> Any:
    """The classes of this package do not postpone their annotations."""
    assert not isinstance(annotation, str)
    return annotation


def times(value: object) -> Iterator[datetime]:
    """Every time among the facts."""
    inner: list[Any] = []
    if isinstance(value, datetime):
        yield value
    elif is_list(value):
        inner = value
    elif is_object(value):
        inner = list(value.values())
    elif is_record(value):
        inner = list(vars(value).values())
    for each in inner:
        yield from times(each)


def keywords(case: Case, function: Function) -> dict[str, Any]:
    """The facts as a Python program gives them; what is not given is None."""
    facts = json.loads(case.facts)
    if not is_object(facts):
        raise JsonAlone(NO_OBJECT)
    names = {name.rstrip("_"): name for name in function.parameters}
    if not facts.keys() <= names.keys():
        raise JsonAlone(NO_KEYWORD)
    properties = dms_rules.schema(case.decision)["properties"]
    taken = {names[name]: given(facts.get(name), function.parameters[names[name]]) for name in properties}
    # Until the end of a civil day: for the typed function, in the zone of `now`.
    civil = case.decision == "booking.issue" and taken["days_ahead"] != 0
    if civil and len({at.utcoffset() for at in times(taken)} - {None}) > 1:
        raise JsonAlone(NO_ZONE)
    return taken


def sorted_out() -> tuple[list[Any], Counter[str]]:
    typed: list[Any] = []
    left_out = Counter[str]()
    for case in CASES:
        try:
            if case.decision not in FUNCTIONS:
                raise JsonAlone(NO_FUNCTION)
            typed.append(pytest.param(case, keywords(case, FUNCTIONS[case.decision]), id=str(case)))
        except JsonAlone as why:
            left_out[str(why)] += 1
    return typed, left_out


TYPED, LEFT_OUT = sorted_out()


def test_every_case_is_typed_or_left_out_for_a_reason() -> None:
    assert len(TYPED) + LEFT_OUT.total() == len(CASES)
    assert set(LEFT_OUT) <= {NO_FUNCTION, NO_OBJECT, NO_TIME, NO_KEYWORD, NO_KIND, NO_ZONE}
    assert {case.values[0].decision for case in TYPED} == set(dms_rules.decisions())


def agrees(answer: Any, expected: Any, claimed: Any = None) -> bool:
    """Whether an outcome is what JSON has, and of the type that the stubs claim."""
    variants = [each for each in get_args(claimed) if each is not NoneType]
    if answer is None or expected is None:
        return bool(answer is expected) and (claimed is None or NoneType in (claimed, *get_args(claimed)))
    if get_origin(claimed) is tuple:
        assert is_tuple(answer)
        return len(answer) == len(expected) and all(map(agrees, answer, expected, [variants[0]] * len(answer)))
    if get_origin(claimed) is frozenset:
        assert isinstance(answer, frozenset)
        return bool([each for each in variants[0] if each in answer] == expected)
    if len(variants) == 1:
        return agrees(answer, expected, variants[0])
    assert isinstance(answer, claimed)
    assert type(answer) in (variants or (claimed,))
    if isinstance(answer, datetime):
        # JSON writes the end of a civil day without an offset, and any other time with its own; the typed answer is in
        # the zone of the first time given.
        at = as_time(expected)
        here = at.astimezone(answer.tzinfo) if at.tzinfo else at.replace(tzinfo=answer.tzinfo)
        return answer.isoformat() == here.isoformat()
    if isinstance(answer, date | time):
        return bool(answer.isoformat() == expected)
    if is_record(answer):
        names = {each.name.rstrip("_"): each for each in dataclasses.fields(answer)}
        fields = dict(expected)
        if variants and fields.pop("kind") != kind_of(answer.__class__, claimed):
            return False
        return names.keys() == fields.keys() and all(
            agrees(getattr(answer, each.name), fields[name], resolved(each.type)) for name, each in names.items()
        )
    return bool(answer == expected)


def refused_as(error: Refusal) -> dict[str, Any]:
    """A refusal as JSON has it, without the messages."""
    told: dict[str, Any] = {"code": error.code.value, "field": error.field}
    if error.faults:
        told["faults"] = [refused_as(fault) for fault in error.faults]
    if error.advisories:
        told["advisories"] = list(error.advisories)
    return told


class TestTypedVectors:
    @pytest.mark.parametrize(("case", "facts"), TYPED)
    def test_case(self, case: Case, facts: dict[str, Any]) -> None:
        function = FUNCTIONS[case.decision]
        if error := case.expected.get("error"):
            with pytest.raises(Refusal) as refused:
                function.call(**facts)
            # A set has no order: what is wrong with one of its names is said of the set.
            assert refused_as(refused.value) == error | {"field": re.sub(r"^rights\[\d+\]$", "rights", error["field"])}
            return
        expected = case.expected["expect"]
        answer = function.call(**facts)
        for at in times(answer if function.outcome is datetime else answer.outcome):
            assert at.tzinfo is next(times(facts)).tzinfo
        if function.outcome is datetime:
            assert agrees(answer, expected["outcome"]["at"], datetime)
            return
        assert answer.__class__ is Decision
        assert (answer.decision, answer.edition) == (case.decision, case.edition)
        assert agrees(answer.outcome, expected["outcome"], function.outcome)
        assert answer.row == expected["row"]
        assert answer.because == tuple(expected["because"])
        assert answer.advisories == tuple(expected["advisories"])
