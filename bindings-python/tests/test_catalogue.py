"""Every decision by its id; and that the enums, stubs and texts of this package are those of the library."""

import ast
import inspect
import json
import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import dms_rules
import pytest
from dms_rules import ErrorCode, Language, Refusal, booking, car_pass, okr, quarter_hour, vin

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


@pytest.mark.parametrize("ask", [lambda unknown: dms_rules.evaluate(unknown, {}), dms_rules.describe, dms_rules.schema])
def test_an_unknown_decision(ask: Any) -> None:
    with pytest.raises(Refusal) as refusal:
        ask("okr.options")
    assert (refusal.value.code, refusal.value.field) == (ErrorCode.UNKNOWN_DECISION, None)


def test_evaluate_json_never_raises() -> None:
    answer = json.loads(dms_rules.evaluate_json('{"decision":"vin.check","facts":{"vin":""},"name":"none"}'))
    assert (answer["name"], answer["outcome"]) == ("none", "missing")
    for request in ("", "null", "[]", "{" * 100_000, "\0", '"\ud800"', '{"decision":1}', '{"decision":"vin.check"}'):
        assert json.loads(dms_rules.evaluate_json(request))["error"]["code"]


def functions() -> set[str]:
    """The decisions that have a function of their own; the others go by `evaluate`."""
    modules = {
        module.__name__.removeprefix("dms_rules."): module for module in (booking, car_pass, okr, quarter_hour, vin)
    }
    return {
        f"{domain}.{name}"
        for domain, module in modules.items()
        for name in module.__all__
        if inspect.isbuiltin(getattr(module, name))
    }


def test_functions_are_decisions() -> None:
    ids = dms_rules.decisions()
    assert len(ids) == len(set(ids))
    assert len(functions()) > 12
    assert functions() <= set(ids)


def names(enum: type[Enum]) -> list[str]:
    assert [member.name for member in enum] == [str(member.value).upper() for member in enum]
    return [member.value for member in enum]


@pytest.mark.parametrize(
    ("enum", "decision", "field"),
    [
        (booking.Kind, "booking.issue", "kind"),
        (booking.ImmediateWindow, "booking.issue", "immediate_window"),
        (booking.ImmediateWindow, "booking.issue_limit", "immediate_window"),
        (car_pass.Trigger, "car_pass.enrolment", "trigger"),
        (car_pass.Policy, "car_pass.readiness", "policy"),
        (okr.Mode, "okr.option", "mode"),
        (okr.Mode, "okr.mutation", "mode"),
        (okr.Boundary, "okr.option", "boundary"),
        (okr.Choice, "okr.choice", "chosen"),
    ],
)
def test_enums_of_facts_are_those_of_the_schema(enum: type[Enum], decision: str, field: str) -> None:
    allowed = dms_rules.schema(decision)["properties"][field]["enum"]
    assert names(enum) == [name for name in allowed if name is not None]


@pytest.mark.parametrize(
    ("enum", "decision"),
    [
        (car_pass.EnrolmentOutcome, "car_pass.enrolment"),
        (car_pass.ReadinessOutcome, "car_pass.readiness"),
        (car_pass.VisibleOutcome, "car_pass.visible"),
        (okr.MutationOutcome, "okr.mutation"),
        (okr.OptionOutcome, "okr.option"),
        (vin.CheckOutcome, "vin.check"),
    ],
)
def test_enums_of_outcomes_are_those_of_the_tables(enum: type[Enum], decision: str) -> None:
    table = dms_rules.describe(decision)
    outcomes = table.get("collected", {}).values() or [row["outcome"] for row in table["rows"]]
    assert set(names(enum)) == set(outcomes)


def test_languages_are_those_of_the_texts() -> None:
    assert names(Language) == list(dms_rules.describe("vin.check")["rows"][0]["text"])


def test_error_codes() -> None:
    schema = json.loads((Path(__file__).parents[2] / "tests" / "vectors.schema.json").read_text(encoding="utf-8"))
    assert names(ErrorCode) == schema["$defs"]["refused"]["properties"]["error"]["properties"]["code"]["enum"]


STUBS = Path(dms_rules.__file__).parent / "_native"


def stubs(name: str) -> dict[str, ast.FunctionDef]:
    """The functions of a stub file; of overloads, the first."""
    tree = ast.parse((STUBS / f"{name}.pyi").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {function.name: function for function in reversed(functions)}


@pytest.mark.parametrize("module", [booking, car_pass, okr, quarter_hour, vin])
def test_stubs_and_functions_are_documented_alike(module: ModuleType) -> None:
    domain = module.__name__.removeprefix("dms_rules.")
    for name, stub in stubs(domain).items():
        doc = inspect.getdoc(getattr(module, name))
        assert doc
        assert doc == ast.get_docstring(stub)
        assert doc.startswith(f"`{domain}.{name}`: ")
        assert "\nSource: " in doc
        described = re.findall(r"^    (\w+): ", doc.partition("Args:\n")[2].partition("\n\n")[0], re.MULTILINE)
        parameters = list(inspect.signature(getattr(module, name)).parameters)
        assert described == (["chosen"] if name == "choice" else parameters)


def test_parameters_are_the_facts_in_the_order_of_the_rules() -> None:
    for decision in sorted(functions()):
        domain, name = decision.split(".")
        parameters = inspect.signature(getattr(getattr(dms_rules, domain), name)).parameters
        in_euros = {parameter.removesuffix("_cents") for parameter in parameters if parameter.endswith("_cents")}
        schema = dms_rules.schema(decision)
        assert [parameter for parameter in parameters if parameter not in in_euros] == list(schema["properties"])
        needed = {name for name, parameter in parameters.items() if parameter.default is inspect.Parameter.empty}
        assert needed == {field for field in schema["required"] if not field.endswith("_cents")}


def test_stubs_show_the_defaults_of_the_rules() -> None:
    for decision in sorted(functions()):
        domain, name = decision.split(".")
        arguments = stubs(domain)[name].args
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            if isinstance(default, ast.Attribute):
                fact = dms_rules.schema(decision)["properties"][argument.arg]
                assert default.attr == fact["default"].upper()
