"""Writes `tests/vectors/refusals.json`: bad input of every kind, for every fact of every decision.

What is expected follows from section 1 of the rules and from the JSON Schemas of the facts, never from an answer: code
and field stand with each kind of bad input below, and what a decision says otherwise is listed in its name. Run with an
interpreter that has `dms_rules`; `--check` compares and writes nothing.

Every language reads the file so:

* A text is a text, or pieces that are put together: a text, `{"repeat": …, "times": …}`, `{"count": …, "before": …,
  "after": …}` (each number from 0, between the two), or `{"hex": …}` (bytes).
* `requests` are whole: the request, what is expected, and the decision that the answer names. `not_unicode` are those
  that are no text at all, which not every language can hold.
* `decisions` each have `facts` that are decided, and `places` in them with their shape. At each place the facts are
  given every bad value of the shape from `shapes`, and where no `?` says that the fact may be unknown, also those of
  `needed`. `null` leaves the fact out. A row is kind, value, code, and what is added to the place to name the field.
* `otherwise` are rows of a decision whose place and value refuse otherwise: place, value, code, field. `more` are rows
  that only it has: kind, place, value, code, field.
* At a place, `malformed_json` names neither field nor decision. No code at all says that the facts are decided.
"""

import argparse
import copy
import difflib
import json
import pathlib
import re
import sys
from collections.abc import Iterator
from typing import Any

import dms_rules

HERE = pathlib.Path(__file__).parent
FILE = HERE / "vectors" / "refusals.json"

TEN_MB = 10_000_000
DEEP = 100_000
GOOGOL = "1" + "0" * 100
NULL = "null"


def repeat(text: str, times: int) -> dict[str, Any]:
    """A text so many times."""
    return {"repeat": text, "times": times}


def rows(kind: str, values: list[Any], code: str | None, at: str = "") -> list[list[Any]]:
    """A row for each of the values."""
    return [[kind, value, code, at] if at else [kind, value, code] for value in values]


LIST, OBJECT, TEXT, NUMBER, FRACTION = "[]", "{}", '"1"', "1", "0.5"
YES_OR_NO = ["true", "false"]
NO_NUMBERS = ["NaN", "Infinity", "-Infinity", "01", "+1", "1.", ".5", "0x1", "1e", "--1"]
LONE = [r'"\ud800"', r'"Gent \udfff"', r'"\ud83d Gent"', r'"\ud83d\u0041"']
ILL_WRITTEN = rows("mistyped", ["nul", "True", "'1'", "undefined"], "malformed_json")
LONELY = rows("lone surrogate", LONE, "malformed_json")
RAW_NUL = rows("NUL", [['"1', {"hex": "00"}, '"'], [{"hex": "00"}]], "malformed_json")


def whole(least: int, most: int) -> list[list[Any]]:
    """A whole number within limits."""
    ends = [least - 1, most + 1, -(2**31) - 1, 2**31, -(2**32) - 1, 2**32, -(2**63) - 1, -(2**63), 2**63 - 1, 2**63,
            2**64 - 1, 2**64]  # fmt: skip
    beyond = [str(end) for end in dict.fromkeys(ends) if not least <= end <= most]
    huge = [GOOGOL, f"-{GOOGOL}", "1e30", "-1e300", "1e400", "-1E+999999999999", ["9", repeat("9", 400)]]
    return [
        *rows("mistyped", [TEXT, '""', FRACTION, "-0.5", "1.0", "1e2", LIST, "[1]", OBJECT], "wrong_type"),
        *rows("True", YES_OR_NO, "wrong_type"),
        *rows("out of range", beyond, "out_of_range"),
        *rows("huge", huge, "out_of_range"),
        *rows("NaN", NO_NUMBERS, "malformed_json"),
    ]


def written(wrong: list[str], beyond: list[str], ends: list[str]) -> list[list[Any]]:
    """A date or a time, which JSON has as text."""
    return [
        *rows("mistyped", [NUMBER, "20261120", FRACTION, *YES_OR_NO, LIST, OBJECT], "wrong_type"),
        *rows("mistyped", wrong, "invalid_date"),
        *rows("empty", ['""'], "invalid_date"),
        *rows("out of range", beyond, "invalid_date"),
        *rows("NUL", [ends[0][:-1] + r'\u0000"', r'"\u0000"'], "invalid_date"),
        *rows("huge", [['"', repeat("2", 100_000), '"']], "invalid_date"),
        *LONELY,
        *rows("ends", ends, None),
    ]


DAYS_THAT_ARE_NONE = ["2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-00", "0000-12-31"]
NO_DATES = [
    "today", "2026-11", "20261120", "20-11-2026", "2026-11-2", "2026/11/20", "2026-11-20T00:00:00", "2026-11-20Z",
    " 2026-11-20", "2026-11-20 ", "2026-W47-5", "\uff12\uff10\uff12\uff16-11-20", "\u0662\u0660\u0662\u0666-11-20",
]  # fmt: skip
FAR_YEARS = ["10000-01-01", "+10000-01-01", "-0001-01-01", "+2026-11-20", "999999999-12-31"]
NO_CLOCKS = ["10:07", "1:07:00", "24:00:00", "10:60:00", "10:07:60", "-1:07:00", "10.07.00", "10:07:00 "]
NO_FRACTIONS = ["10:07:00.", "10:07:00,5", "10:07:00.1234567890", "10:07:00.x"]
NO_OFFSETS = [
    "+1:00", "+0100", "+01", "z", "+18:01", "-18:01", "+24:00", "+01:60", "+01:00[Europe/Brussels]", " +01:00",
]  # fmt: skip


def quoted(texts: list[str]) -> list[str]:
    """As JSON writes texts."""
    return [json.dumps(text, ensure_ascii=False) for text in texts]


def at_noon(dates: list[str]) -> list[str]:
    """Times on these dates."""
    return [f"{date}T12:00:00" for date in dates]


def clocks(texts: list[str]) -> list[str]:
    """Times on one date."""
    return [f"2026-11-20T{text}" for text in texts]


NO_TIMES = [
    "now", "2026-11-20", "10:07:00", "2026-11-20 10:07:00", "2026-11-20t10:07:00", *at_noon(NO_DATES[1:-1]),
    *clocks([*NO_CLOCKS, *NO_FRACTIONS]),
]  # fmt: skip
FIRST_AND_LAST = ["0001-01-01T00:00:00", "9999-12-31T23:59:59"]

ALREADY_TIMES = written(
    quoted([*NO_TIMES, *clocks([f"10:07:00{offset}" for offset in NO_OFFSETS])]),
    quoted(at_noon([*DAYS_THAT_ARE_NONE, *FAR_YEARS])),
    quoted(FIRST_AND_LAST),
)
SHAPES: dict[str, list[list[Any]]] = {
    "yes or no": [
        *rows("mistyped", ['"true"', '"yes"', '""', "0", "1", FRACTION, LIST, "[true]", OBJECT], "wrong_type"),
        *rows("huge", [GOOGOL, "1e400"], "wrong_type"),
        *rows("NaN", NO_NUMBERS[:3], "malformed_json"),
        *ILL_WRITTEN,
    ],
    "text": [
        *rows("mistyped", ["0", NUMBER, "-1", FRACTION, LIST, '["1"]', OBJECT], "wrong_type"),
        *rows("True", YES_OR_NO, "wrong_type"),
        *rows("huge", [GOOGOL, "1e400"], "wrong_type"),
        *rows("NaN", NO_NUMBERS[:3], "malformed_json"),
        *ILL_WRITTEN,
        *LONELY,
        *RAW_NUL,
        *rows("mistyped", ['"1\n"', '"1', r'"\x"', r'"\u12"'], "malformed_json"),
        *rows("empty", ['""', '" "'], None),
        *rows("NUL", [r'"A\u0000B"', r'"\u0000"'], None),
        *rows("huge", [['"', repeat("A", 100_000), '"'], ['"', repeat(r"\u0000", 1000), '"']], None),
    ],
    "one of": [
        *rows("mistyped", ["0", NUMBER, FRACTION, LIST, '["never"]', OBJECT], "wrong_type"),
        *rows("True", YES_OR_NO, "wrong_type"),
        *rows("unknown", ['"nonsense"', '"NEVER"', '"never "', '"é"', '"null"'], "unknown_value"),
        *rows("empty", ['""', '" "'], "unknown_value"),
        *rows("NUL", [r'"never\u0000"', r'"\u0000"'], "unknown_value"),
        *rows("huge", [['"', repeat("never", 20_000), '"']], "unknown_value"),
        *rows("NaN", NO_NUMBERS[:3], "malformed_json"),
        *LONELY,
    ],
    "odometer reading": whole(0, 9_999_999),
    "16 bits": whole(0, 2**16 - 1),
    "16 bits from 1": whole(1, 2**16 - 1),
    "months before or after": whole(0, 11),
    "32 bits": whole(-(2**31), 2**31 - 1),
    "count": whole(0, 2**32 - 1),
    "count from 1": whole(1, 2**32 - 1),
    "64 bits": whole(-(2**63), 2**63 - 1),
    "date": written(quoted(NO_DATES), quoted([*DAYS_THAT_ARE_NONE, *FAR_YEARS]), quoted(["0001-01-01", "9999-12-31"])),
    "time": ALREADY_TIMES,
    "wall clock": [*ALREADY_TIMES, *rows("mistyped", quoted(clocks(["10:07:00Z", "10:07:00+01:00"])), "invalid_date")],
    "time of day": written(
        quoted([*NO_CLOCKS, *NO_FRACTIONS, "10:07:00Z", "10:07:00+01:00", *clocks(["10:07:00"])]),
        quoted(["23:59:60", "99:99:99"]),
        quoted(["00:00:00", "23:59:59"]),
    ),
    "names": [
        *rows("mistyped", [OBJECT, '"settle"', '""', NUMBER, FRACTION, *YES_OR_NO], "wrong_type"),
        *rows("mistyped", ["[1]", '[0.5,"settle"]', "[[]]", '[["settle"]]', "[{}]"], "wrong_type", "[0]"),
        *rows("True", ["[true]"], "wrong_type", "[0]"),
        *rows("missing", ['[null,"settle"]'], "missing_field", "[0]"),
        *rows("unknown", ['["nonsense"]', '["SETTLE"]'], "unknown_value", "[0]"),
        *rows("unknown", ['["settle","nonsense"]'], "unknown_value", "[1]"),
        *rows("empty", ['["settle",""]'], "unknown_value", "[1]"),
        *rows("NUL", [r'["settle\u0000"]'], "unknown_value", "[0]"),
        *rows("huge", [["[", repeat('"settle",', 10_000), "null]"]], "missing_field", "[10000]"),
        *rows("lone surrogate", [r'["\ud800"]'], "malformed_json", "[0]"),
        *rows("empty", ["[]"], None),
    ],
    "records": [
        *rows("mistyped", [OBJECT, TEXT, '""', NUMBER, FRACTION, *YES_OR_NO], "wrong_type"),
        *rows("mistyped", ["[1]", '["1"]', "[[]]", "[[{}]]", "[0.5]"], "wrong_type", "[0]"),
        *rows("True", ["[true]"], "wrong_type", "[0]"),
        *rows("missing", ["[null]"], "missing_field", "[0]"),
        *rows("mistyped", ["[,]", "[{},]", "[{}"], "malformed_json"),
        *rows("empty", ["[]"], None),
    ],
    "record": [
        *rows("mistyped", [LIST, "[{}]", TEXT, '""', NUMBER, FRACTION], "wrong_type"),
        *rows("True", YES_OR_NO, "wrong_type"),
        *rows("mistyped", ['{"a"}', "{1:1}", '{"a":1,}', "{"], "malformed_json"),
    ],
    "no such field": [*rows("unknown", [NULL, NUMBER, "true", TEXT, '""', LIST, OBJECT, '{"a":[1]}'], "unknown_field")],
}
NEEDED = rows("missing", [None, NULL], "missing_field")

NO_FIELD = "nonsense"
TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)")

# What the shared cases do not give beside all else: facts that are optional, and lists that are mostly empty.
STATES: dict[str, Any] = {"state": {"kind": "questioned", "attempt": 2}}
GIVEN: dict[str, dict[str, Any]] = {
    "booking.actions": {"rights": ["settle", "manager"]},
    "booking.issue_prefill": {"damages": [{"category": "Karosserie", "description": "Kratzer links"}]},
    "car_pass.actions": STATES,
    "car_pass.invoicing": STATES,
    "car_pass.lifecycle": STATES,
    "car_pass.prompt": STATES,
    "car_pass.readiness": {"reading_km": 84500},
    "inspection.register_from_order": {
        "lines": [{"type": "labour", "number": "P1"}, {"type": "part", "number": "P2"}],
        "configured": [{"number": "P1", "kind": "P"}],
    },
    "okr.option": {"mode": "after_invoice_from_amount"},
    "vin.check": {"vin": "WAUZZZ8V3EA070544"},
}
DOSSIER: dict[str, Any] = {
    "id": "WF1", "site": "Gent", "state": {"kind": "questioned", "attempt": 2},
    "readiness": {
        "policy": "work_order", "vin": "WAUZZZ8V3EA070544", "today": "2026-11-20", "reading_km": 84500,
        "start_of_work": "2026-11-18", "damage_reading_km": 84500, "repair_reading_km": 84500,
    },
}  # fmt: skip
GIVEN["car_pass.worklist"] = {"dossiers": [DOSSIER]}

# A state says either an attempt or a reason; these facts say the other one.
EXEMPT = {"kind": "exempt", "reason": "no odometer, trailer"}
OTHER_FACTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "car_pass.lifecycle": ({"state": EXEMPT, "event": "reopen"}, ["state.reason"]),
    "car_pass.invoicing": ({"state": EXEMPT}, ["state.reason"]),
    "car_pass.worklist": ({"dossiers": [DOSSIER, DOSSIER | {"state": EXEMPT}]}, ["dossiers[1].state.reason"]),
}


def weight(value: Any) -> int:
    """How much is given."""
    if isinstance(value, dict):
        return sum(map(weight, value.values()))
    return 1 + sum(map(weight, value)) if isinstance(value, list) else int(value is not None)


def given(decision: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Facts that are decided, as much as can be given at once; times are those of the clock on the wall."""
    cases = json.loads((HERE / "vectors" / f"{decision}.json").read_text(encoding="utf-8"))["cases"]
    most = max((case["facts"] for case in cases if "expect" in case), key=weight)
    facts = json.loads(TIME.sub(r"\1", json.dumps(most))) | copy.deepcopy(GIVEN.get(decision, {}))
    first_two = {name: value[:2] if isinstance(value, list) else value for name, value in facts.items()}
    return {name: first_two[name] for name in schema["properties"] if name in first_two}


def shape_of(schema: dict[str, Any]) -> str:
    """The row of SHAPES that a schema is."""
    if "$ref" in schema or "anyOf" in schema:
        return "record"
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    match kinds[0], schema.get("enum"), schema.get("format"), schema.get("pattern"):
        case "array", _, _, _:
            return "records" if "$ref" in schema["items"] else "names"
        case "boolean", _, _, _:
            return "yes or no"
        case "string", None, None, None:
            return "text"
        case "string", list(), _, _:
            return "one of"
        case "string", _, "date", _:
            return "date"
        case "string", _, "partial-date-time", _:
            return "wall clock"
        case "string", _, "partial-time", _:
            return "time of day"
        case "string", _, _, str():
            return "time"
        case "integer", _, format, _:
            least, most = schema.get("minimum"), schema.get("maximum")
            limits = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1), "uint32": (least, 2**32 - 1)}
            by_limits = {
                (0, 9_999_999): "odometer reading", (0, 2**16 - 1): "16 bits", (1, 2**16 - 1): "16 bits from 1",
                (0, 11): "months before or after", (-(2**31), 2**31 - 1): "32 bits", (0, 2**32 - 1): "count",
                (1, 2**32 - 1): "count from 1", (-(2**63), 2**63 - 1): "64 bits",
            }  # fmt: skip
            return by_limits[limits.get(format, (least, most))]
    raise ValueError(schema)


def places(schema: dict[str, Any], defs: dict[str, Any], at: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    """Every place in facts or in a record, with its shape and the schema of what stands there."""
    for name, each in schema["properties"].items():
        place = f"{at}.{name}" if at else name
        yield place, shape_of(each) + ("" if name in schema.get("required", []) else "?"), each
        ref = each.get("$ref") or next((one["$ref"] for one in each.get("anyOf", []) if "$ref" in one), None)
        inner = value.get(name)
        if ref and inner is not None:
            yield from places(defs[ref.removeprefix("#/$defs/")], defs, place, inner)
        if shape_of(each) == "records" and inner:
            # That an item is missing is for the list to say.
            yield f"{place}[0]", "record?", each["items"]
            yield from places(defs[each["items"]["$ref"].removeprefix("#/$defs/")], defs, f"{place}[0]", inner[0])
    yield (f"{at}.{NO_FIELD}" if at else NO_FIELD), "no such field?", None


EMPTY = [row[1] for row in SHAPES["text"] if row[0] == "empty"]
OTHER_TEXTS = [row[1] for row in SHAPES["text"] if row[0] in ("NUL", "huge") and row[2] is None]
FIRST_DAY, LAST_DAY = [row[1] for row in SHAPES["date"] if row[0] == "ends"]
FIRST_TIME, LAST_TIME = [row[1] for row in SHAPES["time"] if row[0] == "ends"]


def contradicting(*ends: tuple[str, str, str]) -> list[list[Any]]:
    """Places that, at this end of the calendar, contradict another fact, and the fact that is named."""
    return [[place, value, "contradiction", field] for place, value, field in ends]


def past_the_calendar(place: str, value: str, field: str) -> list[list[Any]]:
    """What would be answered lies after the year 9999."""
    return [[place, value, "out_of_range", field]]


def compulsory(place: str) -> list[list[Any]]:
    """A reason that is blank is none."""
    return [[place, value, "missing_field", place] for value in EMPTY]


def must_be_one(place: str) -> list[list[Any]]:
    """A text that is read as a number of its own kind."""
    return [*compulsory(place), *([place, value, "unknown_value", place] for value in OTHER_TEXTS)]


def must_agree(place: str, field: str) -> list[list[Any]]:
    """A text that another fact repeats."""
    return [[place, value, "contradiction", field] for value in [*EMPTY, *OTHER_TEXTS]]


READ_AFTER_INVOICE = contradicting(
    ("reading_date", LAST_DAY, "reading_date"), ("invoice_date", FIRST_DAY, "reading_date")
)
OTHERWISE: dict[str, list[list[Any]]] = {
    "car_pass.submission": [*must_be_one("vin"), *must_be_one("enterprise_number")],
    "car_pass.lifecycle": compulsory("reason"),
    "okr.option": READ_AFTER_INVOICE,
    "okr.choice": READ_AFTER_INVOICE,
    "quarter_hour.ceil": past_the_calendar("at", LAST_TIME, "at"),
    "quarter_hour.nearest": past_the_calendar("at", LAST_TIME, "at"),
    "quarter_hour.next": past_the_calendar("at", LAST_TIME, "at"),
    "booking.issue_limit": past_the_calendar("now", LAST_TIME, "now"),
    "booking.issue": past_the_calendar("now", LAST_TIME, "now"),
    "booking.plan": contradicting(
        ("planned_start", LAST_TIME, "planned_end"), ("planned_end", FIRST_TIME, "planned_end"),
        ("others[0].planned_start", LAST_TIME, "others[0].planned_end"),
        ("others[0].planned_end", FIRST_TIME, "others[0].planned_end"),
    ),
    "booking.status": contradicting(
        ("planned_start", LAST_TIME, "planned_end"), ("planned_end", FIRST_TIME, "planned_end"),
        ("issued_at", LAST_TIME, "returned_at"), ("returned_at", FIRST_TIME, "returned_at"),
    ),
    "booking.amend_handover": contradicting(
        ("other_handovers[0].issued_at", LAST_TIME, "other_handovers[0].returned_at"),
        ("other_handovers[0].returned_at", FIRST_TIME, "other_handovers[0].returned_at"),
    ),
    "booking.template": past_the_calendar("planned_end", LAST_TIME, "planned_end"),
    "booking.maintenance_contract": contradicting(
        ("valid_from", LAST_DAY, "valid_to"), ("valid_to", FIRST_DAY, "valid_to")
    ),
    "inspection.import": [
        *must_agree("report.order_number", "order.number"), *must_agree("order.number", "order.number"),
    ],
    "inspection.register_from_order": [
        *contradicting(
            ("day_end", FIRST_DAY, "first_registration"), ("first_registration", LAST_DAY, "first_registration")
        ),
        *past_the_calendar("day_end", LAST_DAY, "day_end"),
    ],
    "inspection.next_due": [
        *contradicting(
            ("today", FIRST_DAY, "first_registration"), ("first_registration", LAST_DAY, "first_registration")
        ),
        *past_the_calendar("today", LAST_DAY, "interval_months"),
    ],
    "inspection.month_end": past_the_calendar("month_end", LAST_DAY, "due"),
}  # fmt: skip

# A state of Car-Pass is read by its kind: a kind has an attempt or a reason, or neither.
OF_A_KIND = [
    ["missing", "state.attempt", None, "missing_field", "state.attempt"],
    ["missing", "state.attempt", NULL, "missing_field", "state.attempt"],
    ["unknown", "state.reason", TEXT, "unknown_field", "state.reason"],
    ["unknown", "state", '{"kind":"open","attempt":1}', "unknown_field", "state.attempt"],
    ["unknown", "state", '{"kind":"open","reason":"trailer"}', "unknown_field", "state.reason"],
    ["missing", "state", '{"kind":"exempt"}', "missing_field", "state.reason"],
]
ELEVEN = ["[", repeat('{"number":"P1"},', 10), '{"number":"P1"}]']
MORE: dict[str, list[list[Any]]] = {
    **dict.fromkeys(["car_pass.prompt", "car_pass.lifecycle", "car_pass.actions", "car_pass.invoicing"], OF_A_KIND),
    "inspection.register_from_order": [["out of range", "configured", ELEVEN, "out_of_range", "configured"]],
    "okr.option": [["missing", "max_age_days", None, "missing_field", "max_age_days"]],
    "okr.choice": [["missing", "max_age_days", None, "missing_field", "max_age_days"]],
}


def of_decision(decision: str) -> Iterator[dict[str, Any]]:
    """The entries of a decision."""
    schema = dms_rules.schema(decision)
    defs = schema.get("$defs", {})
    facts = given(decision, schema)
    found = list(places(schema, defs, "", facts))
    shapes = {place: shape for place, shape, _ in found if not place.endswith("state.reason")}
    more = [["empty", place, OBJECT, "missing_field", f"{place}.{needed[0]}".removeprefix(".")]
            for place, needed in needed_first(schema, defs, found)]  # fmt: skip
    yield {
        "decision": decision, "facts": facts, "places": shapes,
        "otherwise": OTHERWISE.get(decision, []), "more": [*more, *MORE.get(decision, [])],
    }  # fmt: skip
    if decision in OTHER_FACTS:
        other, at = OTHER_FACTS[decision]
        yield {
            "decision": decision, "facts": facts | other, "places": dict.fromkeys(at, "text?"),
            "otherwise": [row for place in at for row in compulsory(place)], "more": [],
        }  # fmt: skip


def needed_first(schema: dict[str, Any], defs: dict[str, Any], found: list[Any]) -> Iterator[tuple[str, list[str]]]:
    """Where an empty record lacks its first fact."""
    yield "", [schema["required"][0]]
    for place, shape, each in found:
        if shape.rstrip("?") == "record":
            ref = each.get("$ref") or each["anyOf"][0]["$ref"]
            if needed := defs[ref.removeprefix("#/$defs/")].get("required"):
                yield place, needed


def main() -> int:
    """Write the file, or say how it differs."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--check", action="store_true")
    text = rendered()
    if not arguments.parse_args().check:
        FILE.write_text(text, encoding="utf-8")
        return 0
    committed = FILE.read_text(encoding="utf-8")
    differences = difflib.unified_diff(
        committed.splitlines(), text.splitlines(), str(FILE), "generated", n=0, lineterm=""
    )
    print("\n".join(line[:200] for line in differences))
    return int(committed != text)


def rendered() -> str:
    """The file, a row to a line."""
    entries = [entry for decision in dms_rules.decisions() for entry in of_decision(decision)]
    shapes = [f"{line(name)}: {several(rows)}" for name, rows in SHAPES.items()]
    decisions = [
        joined([member(key, value) for key, value in entry.items() if value != []], ",\n   ") for entry in entries
    ]
    values = joined(shapes)
    each = joined(decisions, "},\n  {")
    return (
        f'{{\n"about": {line(ABOUT)},\n"requests": {several(REQUESTS)},\n"not_unicode": {several(NOT_UNICODE)},\n'
        f'"shapes": {{\n{values}\n}},\n"needed": {several(NEEDED)},\n'
        f'"decisions": [\n  {{{each}}}\n]\n}}\n'
    )


def member(key: str, value: Any) -> str:
    """A member of an entry."""
    return f"{line(key)}: {several(value, '    ') if key in ('otherwise', 'more') else line(value)}"


def joined(texts: list[str], between: str = ",\n") -> str:
    """Texts, one behind the other."""
    return between.join(texts)


def several(rows: list[Any], indent: str = "  ") -> str:
    """A list, a row to a line."""
    return "[\n" + ",\n".join(indent + line(row) for row in rows) + f"\n{indent[2:]}]"


def line(value: Any) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False)


ABOUT = "Bad input, and how it is refused in every language; written by tests/refusals.py, which says how it is read."

GOOD = '"decision":"car_pass.visible","facts":{"user_site":"Gent","dossier_site":"Gent"}'


def request(kind: str, name: str, text: Any, decision: Any, code: str | None, field: Any = None) -> dict[str, Any]:
    """A request as a whole."""
    return {"kind": kind, "name": name, "request": text, "decision": decision, "code": code, "field": field}


def asked(kind: str, name: str, decision: str, facts: Any, code: str | None, field: Any = None) -> dict[str, Any]:
    """A request for a decision; where it is not JSON, no decision is known."""
    text = [f'{{"decision":"{decision}","facts":', *(facts if isinstance(facts, list) else [facts]), "}"]
    is_json = code != "malformed_json" or field is not None
    return request(kind, name, text, decision if is_json else None, code, field)


def malformed(kind: str, name: str, text: Any) -> dict[str, Any]:
    """What is no JSON."""
    return request(kind, name, text, None, "malformed_json")


MANY = 900_000
REQUESTS = [
    malformed("empty", "nothing", ""),
    malformed("empty", "blanks", " \t\r\n"),
    malformed("empty", "a byte order mark", [{"hex": "efbbbf"}, f"{{{GOOD}}}"]),
    malformed("NUL", "a NUL alone", [{"hex": "00"}]),
    malformed("NUL", "a NUL behind the request", [f"{{{GOOD}}}", {"hex": "00"}]),
    malformed("NUL", "a NUL before the request", [{"hex": "00"}, f"{{{GOOD}}}"]),
    malformed("NUL", "a NUL in a key", ['{"deci', {"hex": "00"}, 'sion":"vin.check","facts":{"vin":""}}']),
    malformed("mistyped", "no JSON", "vin.check"),
    malformed("mistyped", "two requests", f"{{{GOOD}}}{{{GOOD}}}"),
    malformed("mistyped", "half a request", f"{{{GOOD}"),
    malformed("mistyped", "a comma at the end", f"{{{GOOD},}}"),
    malformed("mistyped", "a comment", f"{{{GOOD}}} // asked today"),
    malformed("mistyped", "keys without quotes", "{decision:1}"),
    malformed("mistyped", "single quotes", "{'decision':'vin.check'}"),
    malformed("NaN", "NaN", "NaN"),
    malformed("NaN", "minus infinity", "-Infinity"),
    malformed("lone surrogate", "in the decision", r'{"decision":"\ud800","facts":{}}'),
    malformed("lone surrogate", "in a key", r'{"decision":"vin.check","facts":{"vin":"","\udc00":1}}'),
    malformed("lone surrogate", "in the name", r'{"decision":"vin.check","facts":{"vin":""},"name":"\ud83d"}'),
    request("mistyped", "null", NULL, None, "missing_field", "request"),
    *(
        request("mistyped", f"{what} for a request", text, None, "wrong_type", "request")
        for what, text in {
            "a list": LIST,
            "a number": NUMBER,
            "a fraction": FRACTION,
            "a text": TEXT,
            "True": "true",
        }.items()
    ),
    request("empty", "an empty request", OBJECT, None, "missing_field", "decision"),
    request("missing", "no decision", '{"facts":{"vin":""}}', None, "missing_field", "decision"),
    request(
        "missing", "null for a decision", '{"decision":null,"facts":{"vin":""}}', None, "missing_field", "decision"
    ),
    request("missing", "no facts", '{"decision":"vin.check"}', "vin.check", "missing_field", "facts"),
    request(
        "missing", "null for facts", '{"decision":"vin.check","facts":null}', "vin.check", "missing_field", "facts"
    ),
    request("mistyped", "a number for a decision", '{"decision":1,"facts":{}}', None, "wrong_type", "decision"),
    request("True", "True for a decision", '{"decision":true,"facts":{}}', None, "wrong_type", "decision"),
    request(
        "mistyped", "a list for a decision", '{"decision":["vin.check"],"facts":{}}', None, "wrong_type", "decision"
    ),
    request("mistyped", "a number for a name", f'{{{GOOD},"name":1}}', "car_pass.visible", "wrong_type", "name"),
    request("True", "True for a name", f'{{{GOOD},"name":true}}', "car_pass.visible", "wrong_type", "name"),
    request("missing", "null for a name", f'{{{GOOD},"name":null}}', "car_pass.visible", None),
    request(
        "unknown", "another key", f'{{{GOOD},"edition":"2026-11"}}', "car_pass.visible", "unknown_field", "edition"
    ),
    request("empty", "an empty key", f'{{{GOOD},"":1}}', "car_pass.visible", "unknown_field", "request"),
    request("unknown", "no such decision", '{"decision":"okr.options","facts":{}}', "okr.options", "unknown_decision"),
    request("empty", "an empty decision", '{"decision":"","facts":{}}', "", "unknown_decision"),
    request(
        "NUL",
        "a NUL behind the decision",
        r'{"decision":"vin.check\u0000","facts":{"vin":""}}',
        "vin.check\0",
        "unknown_decision",
    ),
    request(
        "unknown", "a decision in capitals", '{"decision":"VIN.CHECK","facts":{}}', "VIN.CHECK", "unknown_decision"
    ),
    request("twice", "two decisions", f'{{{GOOD},"decision":"vin.check"}}', None, "malformed_json", "decision"),
    request("twice", "two facts", f'{{{GOOD},"facts":{{}}}}', "car_pass.visible", "malformed_json", "facts"),
    request("twice", "two names", f'{{{GOOD},"name":"1","name":"2"}}', "car_pass.visible", "malformed_json", "name"),
    asked("twice", "a fact", "vin.check", '{"vin":"","vin":""}', "malformed_json", "vin"),
    asked("twice", "a fact that nobody knows", "vin.check", '{"vin":"","a":1,"a":1}', "malformed_json", "a"),
    asked("twice", "a fact, written otherwise", "vin.check", r'{"vin":"","\u0076in":""}', "malformed_json", "vin"),
    asked("NUL", "a NUL in a fact that nobody knows", "vin.check", r'{"vin":"","v\u0000n":1}', "unknown_field", "v\0n"),
    asked("unknown", "a fact in capitals", "vin.check", '{"vin":"","VIN":""}', "unknown_field", "VIN"),
    asked("unknown", "a fact with a blank", "vin.check", '{"vin":"","vin ":""}', "unknown_field", "vin "),
    asked(
        "unknown", "a fact that looks the same", "vin.check", '{"vin":"","v\u0456n":""}', "unknown_field", "v\u0456n"
    ),
    asked("huge", "10 MB of blanks", "vin.check", [repeat(" ", TEN_MB), '{"vin":""}'], None),
    asked("huge", "10 MB of text", "vin.check", ['{"vin":"', repeat("A", TEN_MB), '"}'], None),
    asked("huge", "10 MB of escapes", "vin.check", ['{"vin":"', repeat(r"\u0000", TEN_MB // 6), '"}'], None),
    malformed("huge", "10 MB of a text that does not end", ['{"decision":"', repeat("A", TEN_MB)]),
    malformed("huge", "10 MB of NUL", [{"repeat": "\0", "times": TEN_MB}]),
    request(
        "huge",
        "a decision of 10 MB",
        ['{"decision":"', repeat("a", TEN_MB), '","facts":{}}'],
        [repeat("a", TEN_MB)],
        "unknown_decision",
    ),
    request("huge", "a name of 10 MB", [f'{{{GOOD},"name":"', repeat("a", TEN_MB), '"}'], "car_pass.visible", None),
    asked(
        "huge",
        "a value of 10 MB",
        "inspection.window",
        ['{"vehicle":"', repeat("bus", TEN_MB // 3), '","on":"2026-11-20"}'],
        "unknown_value",
        "vehicle",
    ),
    asked(
        "huge",
        "a date of 10 MB",
        "inspection.window",
        ['{"vehicle":"bus","on":"', repeat("2026", TEN_MB // 4), '"}'],
        "invalid_date",
        "on",
    ),
    asked(
        "huge",
        "a fact that nobody knows, of 10 MB",
        "vin.check",
        ['{"vin":"","', repeat("a", TEN_MB), '":1}'],
        "unknown_field",
        [repeat("a", TEN_MB)],
    ),
    asked(
        "huge",
        "10 MB of facts that nobody knows",
        "vin.check",
        ['{"vin":""', {"count": MANY, "before": ',"', "after": '":1'}, "}"],
        "unknown_field",
        "0",
    ),
    asked(
        "huge",
        "10 MB of the same fact",
        "vin.check",
        ['{"vin":""', repeat(',"vin":""', TEN_MB // 9), "}"],
        "malformed_json",
        "vin",
    ),
    asked(
        "huge",
        "10 MB of one fact that nobody knows",
        "vin.check",
        ['{"vin":""', repeat(',"a":1', TEN_MB // 6), "}"],
        "malformed_json",
        "a",
    ),
    asked("huge", "10 MB of numbers", "vin.check", ['{"vin":[', repeat("0,", TEN_MB // 2), "0]}"], "wrong_type", "vin"),
    asked(
        "huge",
        "10 MB of empty records",
        "car_pass.worklist",
        ['{"user_site":"Gent","dossiers":[', repeat("{},", TEN_MB // 3), "{}]}"],
        "missing_field",
        "dossiers[0].id",
    ),
    asked(
        "huge",
        "a fraction of 10 MB",
        "okr.mutation",
        ['{"mode":"never","entered_reading_km":0.', repeat("0", TEN_MB), "1}"],
        "wrong_type",
        "entered_reading_km",
    ),
    asked(
        "huge",
        "a number of 10 MB",
        "okr.mutation",
        ['{"mode":"never","entered_reading_km":-', repeat("9", TEN_MB), "}"],
        "out_of_range",
        "entered_reading_km",
    ),
    asked(
        "huge",
        "10 MB of numbers beyond any float",
        "okr.mutation",
        ['{"mode":"never","entered_reading_km":[', repeat("1e400,", TEN_MB // 6), '"\\"1e400"]}'],
        "wrong_type",
        "entered_reading_km",
    ),
    asked(
        "huge",
        "a number beyond any float in a fact that nobody knows",
        "vin.check",
        '{"vin":"1e400","1e400":1e400}',
        "unknown_field",
        "1e400",
    ),
    malformed("huge", "a number beyond any float, and no JSON behind it", '{"decision":1e400,,'),
    malformed("deep", "lists that do not end", [repeat("[", DEEP)]),
    malformed("deep", "lists", [repeat("[", DEEP), repeat("]", DEEP)]),
    malformed("deep", "objects that do not end", [repeat('{"facts":', DEEP)]),
    malformed("deep", "objects", [repeat('{"facts":', DEEP), "1", repeat("}", DEEP)]),
    malformed("deep", "objects in lists", [repeat('[{"facts":', DEEP), "1", repeat("}]", DEEP)]),
    malformed("deep", "10 MB of lists", [repeat("[", TEN_MB)]),
    malformed("deep", "a decision", ['{"decision":', repeat("[", DEEP), repeat("]", DEEP), ',"facts":{}}']),
    malformed("deep", "a name", [f'{{{GOOD},"name":', repeat("[", DEEP), repeat("]", DEEP), "}"]),
    malformed("deep", "another key", [f'{{{GOOD},"a":', repeat("[", DEEP), repeat("]", DEEP), "}"]),
    *(
        asked(
            "deep",
            f"{what} at {place} of {decision}",
            decision,
            [before, repeat(opens, DEEP), repeat(closes, DEEP), after],
            "malformed_json",
        )
        for what, opens, closes in [("lists", "[", "]"), ("objects", '{"a":', "}")]
        for decision, place, before, after in [
            ("vin.check", "vin", '{"vin":', "}"),
            ("vin.check", "nonsense", '{"vin":"","nonsense":', "}"),
            ("booking.permission", "rights", '{"rights":[', "]}"),
            ("car_pass.worklist", "dossiers", '{"user_site":"Gent","dossiers":[', "]}"),
            ("car_pass.lifecycle", "state", '{"event":"reopen","state":{"kind":', "}}"),
            ("inspection.import", "report", '{"customer_vehicles_by_vin":[],"report":', "}"),
        ]
    ),
    asked(
        "deep",
        "100 lists, which are read",
        "vin.check",
        ['{"vin":', repeat("[", 100), repeat("]", 100), "}"],
        "wrong_type",
        "vin",
    ),
    asked(
        "deep",
        "100 objects, which are read",
        "vin.check",
        ['{"vin":', repeat('{"vin":', 100), "1", repeat("}", 100), "}"],
        "wrong_type",
        "vin",
    ),
    *(
        asked("ends", f"{name}, {at}", f"quarter_hour.{name}", json.dumps({"at": at}), code, code and "at")
        for name, at, code in [
            ("floor", "0001-01-01T00:00:00", None),
            ("floor", "9999-12-31T23:59:59.999999999", None),
            ("floor", "0001-01-01T00:00:00+18:00", None),
            ("floor", "9999-12-31T23:59:59-18:00", None),
            ("ceil", "0001-01-01T00:00:00-18:00", None),
            ("ceil", "9999-12-31T23:45:00", None),
        ]
    ),
]
NOT_UNICODE = [
    {"kind": "lone surrogate", "name": f"{which} {where}", "request": [*before, {"hex": bytes_}, *after]}
    for which, bytes_ in {"the first half": "eda080", "the other half": "edbfbf"}.items()
    for where, before, after in [
        ("alone", [], []), ("in a text", ['{"decision":"vin.check","facts":{"vin":"'], ['"}}']),
        ("in a key", ['{"decision":"vin.check","facts":{"vin":"","'], ['":1}}']),
        ("in the decision", ['{"decision":"vin.check'], ['","facts":{"vin":""}}']),
    ]
]  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
