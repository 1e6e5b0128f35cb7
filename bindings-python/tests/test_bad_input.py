"""Bad input of every kind: all of tests/vectors/refusals.json, which every language runs, through JSON, through
`evaluate` and through the typed functions; and what only Python can give.
"""

import copy
import dataclasses
import gc
import json
import os
import re
import threading
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import dms_rules
import pytest
from dms_rules import Refusal, evaluate, evaluate_json
from stubs import FUNCTIONS
from test_typed_vectors import JsonAlone, is_list, is_object, is_record, keywords
from test_vectors import VECTORS, Case

FILE: dict[str, Any] = json.loads((VECTORS / "refusals.json").read_text(encoding="utf-8"))


class Bad(NamedTuple):
    """A request, and how it is refused; without a code it is decided."""

    kind: str
    about: str
    request: str
    decision: str | None
    code: str | None
    field: str | None
    place: str = ""
    """The place that is bad, with what names the field."""
    facts: str | None = None
    """The facts alone; none of a request as a whole."""


def text(pieces: Any) -> Any:
    """A text that is put together from pieces."""
    if not isinstance(pieces, list):
        return pieces
    return "".join(map(piece, pieces))  # pyright: ignore[reportUnknownArgumentType]


def piece(each: Any) -> str:
    match each:
        case {"repeat": repeated, "times": times}:
            return str(repeated) * int(times)
        case {"count": count, "before": before, "after": after}:
            return "".join(f"{before}{number}{after}" for number in range(count))
        case {"hex": digits}:
            return bytes.fromhex(digits).decode("utf-8", "surrogatepass")
        case _:
            return str(each)


def steps(place: str) -> list[str | int]:
    """The way to a place: `dossiers[0].id`."""
    return [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", place)]


MARK = "\x01"


def written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def with_value(facts: Any, place: str, value: str | None) -> str:
    """The facts as JSON text with another value at a place, or without the fact."""
    if not place:
        assert value is not None
        return value
    facts = copy.deepcopy(facts)
    *way, last = steps(place)
    record = facts
    for step in way:
        record = record[step]
    if value is None:
        del record[last]
        return written(facts)
    record[last] = MARK
    return written(facts).replace(r'"\u0001"', value, 1)


def cases() -> Iterator[Bad]:
    """Every case, one by one: the largest are not kept."""
    for whole in FILE["requests"]:
        yield Bad(
            whole["kind"],
            whole["name"],
            text(whole["request"]),
            text(whole["decision"]),
            whole["code"],
            text(whole["field"]),
        )
    for entry in FILE["decisions"]:
        yield from cases_of(entry)


def cases_of(entry: dict[str, Any]) -> Iterator[Bad]:
    def bad(kind: str, place: str, value: Any, code: str | None, field: str | None) -> Bad:
        facts = with_value(entry["facts"], place, text(value))
        is_json = code != "malformed_json"
        decision = entry["decision"]
        request = f'{{"decision":"{decision}","facts":{facts}}}'
        about = f"{decision}: {place}: {kind}: {text(value)!a:.60}"
        named = field if code and is_json else None
        return Bad(kind, about, request, decision if is_json else None, code, named, field or place, facts)

    otherwise = {(place, written(value)): (code, field) for place, value, code, field in entry.get("otherwise", [])}
    for place, shape in entry["places"].items():
        needed: list[Any] = [] if shape.endswith("?") else FILE["needed"]
        for kind, value, code, *at in needed + FILE["shapes"][shape.rstrip("?")]:
            usual = (code, place + "".join(at))
            yield bad(kind, place, value, *otherwise.get((place, written(value)), usual))
    for kind, place, value, code, field in entry.get("more", []):
        yield bad(kind, place, value, code, field)


GOOD = [(entry["decision"], entry["facts"]) for entry in FILE["decisions"]]
ANSWERS = [(request, evaluate_json(request)) for request in (
    written({"decision": decision, "facts": facts}) for decision, facts in GOOD
)]  # fmt: skip
COUNTED: list[str] = []
"""What is said at the end."""


def test_every_bad_input_is_refused_alike() -> None:
    alive = cycle(ANSWERS)
    asked = answered = count = 0
    wrong: list[str] = []
    for case in cases():
        answer = evaluate_json(case.request)
        found = json.loads(answer)
        error = found.get("error", {})
        if (found["decision"], error.get("code"), error.get("field")) != (case.decision, case.code, case.field):
            wrong.append(f"{case.kind}: {case.about}: {answer:.200}, not {case.code} {case.field!a:.80}")
        asked, answered = zlib.crc32(case.request.encode(), asked), zlib.crc32(answer.encode(), answered)
        request, decided = next(alive)
        assert evaluate_json(request) == decided, f"after {case.about}"
        count += 1
    assert not wrong, "\n".join(wrong[:20])
    COUNTED.append(f"python refusals: {count} cases, asked {asked:08x}, answered {answered:08x}")
    if path := os.environ.get("DMS_RULES_REFUSAL_COUNT"):
        Path(path).write_text(f"{count} {asked:08x} {answered:08x}\n", encoding="ascii")


def test_the_good_facts_are_decided() -> None:
    for (decision, facts), (_, answer) in zip(GOOD, ANSWERS, strict=True):
        assert "error" not in json.loads(answer), answer
        assert evaluate(decision, facts) == json.loads(answer)


@pytest.mark.parametrize("request_", FILE["not_unicode"], ids=lambda request: request["name"])
def test_half_a_surrogate_pair_is_no_json(request_: dict[str, Any]) -> None:
    error = json.loads(evaluate_json(text(request_["request"])))["error"]
    assert (error["code"], error["field"]) == ("malformed_json", None)


def refusal_of(decide: Callable[..., Any], *positional: Any, **named: Any) -> tuple[str | None, str | None]:
    """Code and field of a refusal; nothing where it is decided."""
    try:
        decide(*positional, **named)
    except Refusal as refusal:
        return refusal.code.value, refusal.field
    return None, None


def no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def no_float(value: Any, kind: type = float) -> bool:
    if is_list(value):
        return all(map(no_float, value))
    return all(map(no_float, value.values())) if is_object(value) else not isinstance(value, kind)


def facts_in_python(case: Bad) -> Any:
    """The facts as a Python program has them; ValueError where they are no JSON."""
    return json.loads(case.facts or "", parse_constant=no_constant)


def test_values_in_a_dict_are_refused_as_in_json() -> None:
    """But half a surrogate pair, which JSON cannot have, has a field here, and a float is no whole number."""
    wrong: list[str] = []
    count = Counter[str]()
    for case in cases():
        if case.facts is None:
            continue
        try:
            facts = facts_in_python(case)
        except ValueError:
            count["that only JSON can hold"] += 1
            continue
        expected = (case.code, case.field)
        if case.kind == "lone surrogate":
            expected = ("wrong_type", case.place)
        elif case.kind == "huge" and "e+" in json.dumps(facts).replace("Infinity", "e+"):
            expected = ("wrong_type" if "Infinity" in json.dumps(facts) else case.code, case.field)
        found = refusal_of(evaluate, case.about.split(":")[0], facts)
        if found != expected:
            wrong.append(f"{case.kind}: {case.about}: {found}, not {expected}")
        count["cases"] += 1
    assert not wrong, "\n".join(wrong[:20])
    COUNTED.append(f"python refusals, evaluate: {', '.join(f'{number} {what}' for what, number in count.items())}")


WIDER = re.compile(r'T10:07:00[+-]18:01"')
"""Python knows offsets of up to a day."""


def test_the_typed_functions_refuse_alike() -> None:
    wrong: list[str] = []
    count = Counter[str]()
    for case in cases():
        if case.facts is None:
            continue
        decision = case.about.split(":")[0]
        function = FUNCTIONS[decision]
        try:
            facts = facts_in_python(case)
            given = keywords(Case(decision, "", case.about, json.dumps(facts), {}), function)
        except (JsonAlone, ValueError, TypeError):
            # No such keyword, class or date; no JSON; and a list in a set.
            count["that only JSON can hold"] += 1
            continue
        if WIDER.search(case.facts):
            count["that only JSON can hold"] += 1
            continue
        # A set has no order: what is wrong with one of its names is said of the set.
        place = re.sub(r"^rights\[\d+\]$", "rights", case.place)
        expected = (case.code, place if case.code else None)
        if case.kind == "lone surrogate":
            expected = ("unknown_value" if is_name(case) else "wrong_type", place)
        elif case.code == "out_of_range" and not no_float(facts):
            expected = ("wrong_type", place)
        found = refusal_of(function.call, **given)
        if found != expected:
            wrong.append(f"{case.kind}: {case.about}: {found}, not {expected}")
        count["cases"] += 1
    assert not wrong, "\n".join(wrong[:20])
    COUNTED.append(f"python refusals, typed: {', '.join(f'{number} {what}' for what, number in count.items())}")


def shape_at(decision: str, place: str) -> str:
    shapes = (entry["places"].get(place) for entry in FILE["decisions"] if entry["decision"] == decision)
    return str(next(filter(None, shapes))).rstrip("?")


def is_name(case: Bad) -> bool:
    """Whether one of several names is wanted, which any text may try to be."""
    decision, place, *_ = case.about.split(": ")
    return shape_at(decision, place) in ("one of", "names")


def nested(depth: int) -> list[Any]:
    """A list in a list in a list."""
    lists: list[Any] = []
    for _ in range(depth):
        lists = [lists]
    return lists


# What only Python can give: a value and the code that it is refused with, at any place and by shape.
DEEP = nested(100_000)
NO_VALUES = [object(), b"never", bytearray(b"1"), Decimal(1), 1j, timedelta(1), range(1), lambda: 1]
NAN, INFINITY = float("nan"), float("inf")
GOOGOL = 10**100
OF_ANY_SHAPE: list[tuple[Any, str]] = [*((value, "wrong_type") for value in [*NO_VALUES, NAN, INFINITY, -INFINITY])]
WHOLE_NUMBERS: list[tuple[Any, str]] = [
    (True, "wrong_type"), (False, "wrong_type"), (1e30, "wrong_type"), (GOOGOL, "out_of_range"),
    (-GOOGOL, "out_of_range"), (10**5000, "out_of_range"), (date.max, "wrong_type"),
]  # fmt: skip
ZONE = timezone(timedelta(hours=1))
OF_SHAPE: dict[str, list[tuple[Any, str]]] = {
    "yes or no": [(1, "wrong_type"), (0, "wrong_type"), (GOOGOL, "wrong_type"), (date.min, "wrong_type")],
    "text": [("\ud800", "wrong_type"), ("Gent\udfff", "wrong_type"), (True, "wrong_type"), (10**5000, "wrong_type")],
    "one of": [("\ud800", "unknown_value"), ("never\0", "unknown_value"), (True, "wrong_type"), (1, "wrong_type")],
    "date": [(True, "wrong_type"), (GOOGOL, "wrong_type"), (datetime.max, "wrong_type"), (datetime.min, "wrong_type"),
             (time.max, "wrong_type"), ("2026-11-20", "wrong_type")],
    "time": [(True, "wrong_type"), (date.max, "wrong_type"), (time.max, "wrong_type"), ("2026-11-20", "wrong_type")],
    "wall clock": [(datetime.max.replace(tzinfo=ZONE), "invalid_date"), (date.min, "wrong_type"), (0, "wrong_type")],
    "time of day": [(datetime.max, "wrong_type"), (time.max.replace(tzinfo=ZONE), "invalid_date")],
    "names": [("settle", "wrong_type"), ([True], "wrong_type"), ({"settle": True}, "wrong_type")],
    "records": [("WF1", "wrong_type"), ({}, "wrong_type"), (True, "wrong_type")],
    "record": [({}, "wrong_type"), ("WF1", "wrong_type"), (True, "wrong_type")],
}  # fmt: skip


def replaced(record: Any, way: list[str | int], value: object) -> Any:
    """The record or list with another value somewhere within."""
    if not way:
        return value
    step, *further = way
    if isinstance(step, int):
        return [*record[:step], replaced(record[step], further, value), *record[step + 1 :]]
    if is_record(record):
        return dataclasses.replace(record, **{step: replaced(getattr(record, step), further, value)})
    return {**record, step: replaced(record.get(step), further, value)}


class OnlyPython(NamedTuple):
    """A value that only Python can give, the place, and the code that it is refused with there."""

    decision: str
    shape: str
    place: str
    value: Any
    code: str
    typed: dict[str, Any]
    """The other facts, for the typed function."""
    facts: dict[str, Any]
    """And for `evaluate`."""


def only_python() -> Iterator[OnlyPython]:
    for entry in FILE["decisions"]:
        decision, facts = entry["decision"], entry["facts"]
        typed = keywords(Case(decision, "", "", json.dumps(facts), {}), FUNCTIONS[decision])
        for place, claimed in entry["places"].items():
            shape = claimed.rstrip("?")
            # A state's kind is its class.
            if shape == "no such field" or place.endswith("state.kind"):
                continue
            for value, code in [*OF_ANY_SHAPE, (DEEP, "wrong_type"), *OF_SHAPE.get(shape, WHOLE_NUMBERS)]:
                # These are lists, but of something else.
                if shape != "records" or not (value is DEEP or isinstance(value, (bytearray, range))):
                    yield OnlyPython(decision, shape, place, value, code, typed, facts)


def named(typed: dict[str, Any], place: str) -> list[str | int]:
    """The way to a place among the keywords: Python's own words end with an underscore."""
    first, *rest = steps(place)
    return [first if first in typed else f"{first}_", *rest]


def test_what_only_python_can_give_is_refused_in_its_name() -> None:
    wrong: list[str] = []
    count = 0
    for case in only_python():
        given = replaced(case.typed, named(case.typed, case.place), case.value)
        found = refusal_of(FUNCTIONS[case.decision].call, **given)
        if found != (case.code, case.place):
            wrong.append(f"{case.decision}: {case.place}: {type(case.value).__name__}: {found}, not {case.code}")
        count += 1
    assert not wrong, "\n".join(wrong[:20])
    COUNTED.append(f"python refusals, what only Python can give: {count} cases")


def is_json_too(case: OnlyPython) -> bool:
    """A whole number of thirty digits among them, however it is written."""
    in_list = case.shape == "names" and is_list(case.value)
    return in_list or isinstance(case.value, (str, int, date, dict)) or case.value == 1e30


def test_what_no_json_can_be_is_refused_in_a_dict_too() -> None:
    wrong: list[str] = []
    for case in only_python():
        found = refusal_of(evaluate, case.decision, replaced(case.facts, steps(case.place), case.value))
        if not is_json_too(case) and found != ("wrong_type", case.place):
            wrong.append(f"{case.decision}: {case.place}: {type(case.value).__name__}: {found}")
    assert not wrong, "\n".join(wrong[:20])


def test_lists_and_records_are_facts_of_a_dict() -> None:
    """An empty list was once decided on in their place."""
    facts = next(entry["facts"] for entry in FILE["decisions"] if entry["decision"] == "booking.actions")
    every_right = [right.value for right in dms_rules.booking.Right]
    settled = {"kind": "replacement", "status": "returned", "rights": every_right}
    with_rights, without = (
        evaluate("booking.actions", facts | settled | {"rights": rights}) for rights in (every_right, [])
    )
    assert with_rights != without
    as_set = evaluate("booking.actions", facts | settled | {"rights": frozenset(dms_rules.booking.Right)})
    assert as_set == with_rights == evaluate("booking.actions", facts | settled | {"rights": tuple(every_right)})


@pytest.mark.parametrize(
    "key", [1, True, None, b"vin", ("vin",), frozenset({"vin"}), 10**5000, 1.5], ids=lambda key: type(key).__name__
)
def test_a_key_that_is_no_text_is_no_fact(key: Any) -> None:
    assert refusal_of(evaluate, "vin.check", {"vin": "", key: 1}) == ("unknown_field", type(key).__name__)


@pytest.mark.parametrize("ask", [dms_rules.describe, dms_rules.schema])
def test_half_a_surrogate_pair_is_in_no_id(ask: Callable[[str], Any]) -> None:
    assert refusal_of(ask, "vin.check\ud800") == ("unknown_decision", None)
    for decide in (evaluate, dms_rules.explain):
        assert refusal_of(decide, "vin.check\ud800", {}) == ("unknown_decision", None)


@pytest.mark.parametrize(
    "facts", [None, [], "{}", b"{}", 1, True, DEEP, object()], ids=lambda facts: type(facts).__name__
)
def test_what_is_no_dict_is_no_facts(facts: Any) -> None:
    assert refusal_of(evaluate, "vin.check", facts) == ("wrong_type", "facts")


def test_depth_needs_little_stack() -> None:
    """However small a host's threads are."""
    deep = [text(whole["request"]) for whole in FILE["requests"] if whole["kind"] == "deep"]
    answers: list[str] = []
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=lambda: answers.extend(map(evaluate_json, deep)))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(answers) == len(deep) > 20
    assert all('"error"' in answer for answer in answers)


STATUS = Path("/proc/self/statm")


@pytest.mark.skipif(not STATUS.exists(), reason="where Linux tells how much memory a process has")
def test_refusals_leave_nothing() -> None:
    """Each refusal repeated: what one kept would be seen."""
    decision, typed = "car_pass.worklist", FUNCTIONS["car_pass.worklist"].call
    facts = next(entry["facts"] for entry in FILE["decisions"] if entry["decision"] == decision)
    large = "A" * 10_000
    bad = [replaced(facts, ["dossiers", 0, "readiness", "vin"], value) for value in (1.5, b"1", "\ud800", [large])]
    bad += [facts | {large: 1}, {"user_site": large}, {"dossiers": [{"id": large}], "user_site": ""}]
    requests = [
        written({"decision": decision, "facts": {"dossiers": [{"id": large, "site": place}]}}) for place in range(4)
    ]

    def refuse() -> None:
        for each in bad:
            assert refusal_of(evaluate, decision, each)[0]
            assert refusal_of(typed, dossiers=[each], user_site=large) == ("wrong_type", "dossiers[0]")
        for request in requests:
            assert '"error"' in evaluate_json(request)

    def resident() -> int:
        gc.collect()
        return int(STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    for _ in range(200):
        refuse()
    before = resident()
    for _ in range(1_000):
        refuse()
    # 18,000 refusals; one large text of each kept would be 180 MB.
    assert resident() - before < 4_000_000
