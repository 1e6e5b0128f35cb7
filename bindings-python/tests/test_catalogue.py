"""Every decision by its id; and that the enums, stubs and texts of this package are those of the library."""

import ast
import dataclasses
import inspect
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TypeGuard, get_args

import dms_rules
import pytest
from dms_rules import ErrorCode, Language, Refusal, okr
from stubs import FUNCTIONS

INVOICE: dict[str, object] = {
    "mode": okr.Mode.AFTER_INVOICE_FROM_AMOUNT,
    "max_age_days": 30,
    "apk_reported": False,
    "entered_reading_km": 125_896,
    "last_reading_km": None,
    "reading_date": date(2026, 11, 19),
    "invoice_date": date(2026, 11, 21),
    "invoice_total_cents": 15_000,
}


def test_evaluate() -> None:
    assert dms_rules.evaluate("okr.option", INVOICE) == {
        "decision": "okr.option",
        "edition": "2026-11",
        "outcome": "no_amount_below",
        "row": "amount_too_low",
        "because": ["amount_too_low"],
        "advisories": [],
    }
    now = datetime(2026, 11, 20, 10, 7, 1, 500, tzinfo=timezone(timedelta(hours=1)))
    assert dms_rules.evaluate("booking.issue_limit", {"now": now, "days_ahead": 0})["outcome"] == {
        "latest": "2026-11-20T10:15:00+01:00"
    }
    assert dms_rules.evaluate("quarter_hour.floor", {"at": "2026-11-20T10:07:00Z"})["outcome"] == {
        "at": "2026-11-20T10:00:00Z"
    }


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("invoice_total_cents", Decimal(15_000), "wrong_type"),
        ("invoice_total_cents", 15_000.0, "wrong_type"),
        ("invoice_total_cents", float("nan"), "wrong_type"),
        ("invoice_total_cents", True, "wrong_type"),
        pytest.param("invoice_total_cents", -(10**5000), "out_of_range", id="more digits than Python writes"),
        ("mode", object(), "wrong_type"),
        ("mode", "nooit", "unknown_value"),
        ("invoice_date", None, "missing_field"),
        ("invoice_date", datetime(2026, 11, 21), "invalid_date"),
        ("invoice_date", "2026-02-29", "invalid_date"),
        ("reading_date", date(2026, 11, 22), "contradiction"),
        ("colour", "red", "unknown_field"),
    ],
)
def test_evaluate_refuses(field: str, value: object, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        dms_rules.evaluate("okr.option", INVOICE | {field: value})
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert str(refusal.value).startswith(f"{field}: ")


def test_evaluate_refuses_what_is_no_dict_of_facts() -> None:
    with pytest.raises(Refusal) as refusal:
        dms_rules.evaluate("okr.option", [INVOICE])  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.field) == ("wrong_type", "facts")


def evaluate_nothing(decision: str) -> object:
    return dms_rules.evaluate(decision, {})


@pytest.mark.parametrize("ask", [evaluate_nothing, dms_rules.describe, dms_rules.schema])
def test_an_unknown_decision(ask: Callable[[str], object]) -> None:
    with pytest.raises(Refusal) as refusal:
        ask("okr.options")
    assert (refusal.value.code, refusal.value.field) == (ErrorCode.UNKNOWN_DECISION, None)


def test_evaluate_json_never_raises() -> None:
    answer = json.loads(dms_rules.evaluate_json('{"decision":"vin.check","facts":{"vin":""},"name":"none"}'))
    assert (answer["name"], answer["outcome"]) == ("none", "missing")
    for request in ("", "null", "[]", "{" * 100_000, "\0", '"\ud800"', '{"decision":1}', '{"decision":"vin.check"}'):
        assert json.loads(dms_rules.evaluate_json(request))["error"]["code"]


def test_every_decision_has_a_function() -> None:
    ids = dms_rules.decisions()
    assert len(ids) == len(set(ids))
    assert set(FUNCTIONS) == set(ids)
    for decision, function in FUNCTIONS.items():
        module = getattr(dms_rules, decision.split(".")[0])
        assert inspect.isbuiltin(function.call)
        assert function.call.__module__ == module.__name__
        assert function.call.__name__ in module.__all__


def names(enum: type[Enum]) -> list[str]:
    assert [member.name for member in enum] == [str(member.value).upper() for member in enum]
    return [member.value for member in enum]


def is_enum(claimed: object) -> TypeGuard[type[Enum]]:
    return isinstance(claimed, type) and issubclass(claimed, Enum)


def is_record(claimed: object) -> bool:
    return dataclasses.is_dataclass(claimed)


def enums_of_facts(claimed: Any, schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """The enums that a fact is claimed to have, each with the names that the schema has."""
    schema = definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)
    if "anyOf" in schema:
        schema = next(each for each in schema["anyOf"] if each.get("type") != "null")
        schema = definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)
    if is_enum(claimed):
        yield claimed, schema["enum"]
    elif is_record(claimed):
        fields: dict[str, Any] = {field.name: field.type for field in dataclasses.fields(claimed)}
        if "kind" not in schema["properties"]:
            assert list(fields) == list(schema["properties"])
        for name, field in fields.items():
            yield from enums_of_facts(field, schema["properties"][name], definitions)
    else:
        for each in get_args(claimed):
            if each is not type(None):
                yield from enums_of_facts(each, schema.get("items", schema), definitions)


@pytest.mark.parametrize("decision", FUNCTIONS)
def test_enums_and_records_of_facts_are_those_of_the_schema(decision: str) -> None:
    schema = dms_rules.schema(decision)
    for parameter, claimed in FUNCTIONS[decision].parameters.items():
        if parameter in ("threshold", "invoice_total"):
            continue  # In euros, beside the cents of the schema.
        fact = schema["properties"][parameter.rstrip("_")]
        for enum, allowed in enums_of_facts(claimed, fact, schema.get("$defs", {})):
            assert names(enum) == [name for name in allowed if name is not None]


def plain_outcomes() -> Iterator[Any]:
    for decision, function in FUNCTIONS.items():
        if is_enum(function.outcome):
            yield pytest.param(function.outcome, decision, id=decision)


@pytest.mark.parametrize(("enum", "decision"), list(plain_outcomes()))
def test_enums_of_outcomes_are_those_of_the_tables(enum: type[Enum], decision: str) -> None:
    table = dms_rules.describe(decision)
    outcomes = table.get("collected", {}).values() or [row["outcome"] for row in table["rows"]]
    if decision == "booking.plan":
        outcomes = ["ok"]  # It has no rows: planning never refuses.
    assert set(names(enum)) == set(outcomes)


def test_languages_are_those_of_the_texts() -> None:
    assert names(Language) == list(dms_rules.describe("vin.check")["rows"][0]["text"])


def test_error_codes() -> None:
    schema = json.loads((Path(__file__).parents[2] / "tests" / "vectors.schema.json").read_text(encoding="utf-8"))
    assert names(ErrorCode) == schema["$defs"]["refused"]["properties"]["error"]["properties"]["code"]["enum"]


@pytest.mark.parametrize("decision", FUNCTIONS)
def test_stubs_and_functions_are_documented_alike(decision: str) -> None:
    call, stub, *_ = FUNCTIONS[decision]
    doc = inspect.getdoc(call)
    assert doc
    assert doc == ast.get_docstring(stub)
    assert doc.startswith(f"`{decision}{'_' if call.__name__.endswith('_') else ''}`: ")
    assert "\nSource: " in doc
    described = re.findall(r"^    (\w+): ", doc.partition("Args:\n")[2].partition("\n\n")[0], re.MULTILINE)
    assert described == list(inspect.signature(call).parameters)


@pytest.mark.parametrize("decision", FUNCTIONS)
def test_parameters_are_the_facts_in_the_order_of_the_rules(decision: str) -> None:
    parameters = inspect.signature(FUNCTIONS[decision].call).parameters
    in_euros = {parameter.removesuffix("_cents") for parameter in parameters if parameter.endswith("_cents")}
    schema = dms_rules.schema(decision)
    facts = [parameter.rstrip("_") for parameter in parameters if parameter not in in_euros]
    assert facts == list(schema["properties"])
    needed = {name.rstrip("_") for name, each in parameters.items() if each.default is inspect.Parameter.empty}
    assert needed == {field for field in schema["required"] if not field.endswith("_cents")}
    shown = {name: each.default for name, each in parameters.items() if each.default not in (each.empty, None, ...)}
    assert shown == {name: schema["properties"][name]["default"] for name in shown}


@pytest.mark.parametrize("decision", FUNCTIONS)
def test_stubs_show_the_defaults_of_the_rules(decision: str) -> None:
    arguments = FUNCTIONS[decision].stub.args
    properties = dms_rules.schema(decision)["properties"]
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if isinstance(default, ast.Attribute):
            assert default.attr == properties[argument.arg]["default"].upper()
        elif isinstance(default, ast.Constant) and default.value is not None:
            assert default.value == properties[argument.arg]["default"]
