"""The decision in the languages of rule engines. Dates reach them as day numbers, so that none has to read one."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

import datalogic_py
import zen
from facts import Answer, Facts

PEERS = Path(__file__).parent.parent / "peers" / "src" / "engine"


class Engine(Protocol):
    """A contestant that takes the facts in a form of its own."""

    name: str

    def build(self, facts: Facts) -> Any:
        """The engine's input."""

    def evaluate(self, built: Any) -> Any:
        """The engine's output."""

    def read(self, output: Any) -> Answer:
        """What the output says."""


def document(facts: Facts) -> dict[str, Any]:
    """The facts as plain data."""
    (
        mode,
        max_age_days,
        threshold_cents,
        boundary,
        apk_reported,
        entered_reading_km,
        last_reading_km,
        reading_date,
        invoice_date,
        invoice_total_cents,
    ) = facts
    return {
        "mode": mode.value,
        "max_age_days": max_age_days,
        "threshold_cents": threshold_cents,
        "boundary": boundary.value,
        "apk_reported": apk_reported,
        "entered_reading_km": entered_reading_km,
        "last_reading_km": last_reading_km,
        "reading_day": None if reading_date is None else reading_date.toordinal(),
        "invoice_day": invoice_date.toordinal(),
        "invoice_total_cents": invoice_total_cents,
    }


class ZenExpression:
    """The whole answer as one compiled expression."""

    def __init__(self) -> None:
        self.name = f"zen-engine {version('zen-engine')}, compiled expression"
        self.build = document
        self.evaluate = zen.compile_expression((PEERS / "okr_option.zen").read_text("utf-8")).evaluate

    def read(self, output: Any) -> Answer:
        """What the output says."""
        return _answer(output)


class ZenTable:
    """The decision table that an analyst would draw."""

    def __init__(self) -> None:
        self.name = f"zen-engine {version('zen-engine')}, decision table"
        self.build = document
        self.evaluate = zen.ZenEngine().create_decision((PEERS / "okr_option.jdm.json").read_text("utf-8")).evaluate

    def read(self, output: Any) -> Answer:
        """What the output says."""
        return _answer(output["result"])


def _answer(output: dict[str, Any]) -> Answer:
    return Answer(output["outcome"], output["row"], tuple(output["because"]), tuple(output["advisories"]))


class Datalogic:
    """JSONLogic; the built input is one that is parsed once."""

    def __init__(self) -> None:
        self.name = f"datalogic-py {version('datalogic-py')}"
        engine = datalogic_py.Engine()
        session = engine.session()
        rule = engine.compile(json.dumps(_whole_answer()))
        self.build = lambda facts: datalogic_py.DataHandle(document(facts))
        self.evaluate = lambda built: session.evaluate_data(rule, built)

    def read(self, output: Any) -> Answer:
        """What the output says."""
        outcome, row, because, advisories = output
        return Answer(outcome, row, tuple(because), tuple(advisories))


ROWS = {
    "forwarding_never": "locked",
    "apk_reported": "no_apk_reported",
    "amount_too_low": "no_amount_below",
    "reading_unchanged": "no_reading_old",
    "reading_stale": "no_reading_old",
    "deviation_exceeds_limit": "no_reading_old",
}


def _whole_answer() -> list[Any]:
    def first(answers: dict[str, str], otherwise: str) -> dict[str, Any]:
        return {"if": [part for row, answer in answers.items() for part in (_condition(row), answer)] + [otherwise]}

    def every(names: list[str]) -> dict[str, Any]:
        return {"merge": [{"if": [_condition(name), name, []]} for name in names]}

    advisories = ["reading_lower", "reading_breaks_trend", "fresh_unchanged_reading"]
    rows = {row: row for row in ROWS}
    return [first(ROWS, "yes_forward"), first(rows, "forward"), every(list(ROWS)), every(advisories)]


def _condition(name: str) -> dict[str, Any]:
    def fact(name: str) -> dict[str, Any]:
        return {"var": name}

    mode, total, threshold = fact("mode"), fact("invoice_total_cents"), fact("threshold_cents")
    entered, last, read = fact("entered_reading_km"), fact("last_reading_km"), fact("reading_day")
    above = {"-": [entered, last]}
    known = {"!==": [last, None]}
    match name:
        case "forwarding_never":
            return {"===": [mode, "never"]}
        case "apk_reported":
            return fact("apk_reported")
        case "amount_too_low":
            at_least = {"===": [fact("boundary"), "at_least"]}
            too_low = {"if": [at_least, {"<": [total, threshold]}, {"<=": [total, threshold]}]}
            return {"and": [{"===": [mode, "after_invoice_from_amount"]}, too_low]}
        case "reading_unchanged":
            return {"===": [entered, last]}
        case "reading_stale":
            old = {">": [{"-": [fact("invoice_day"), read]}, fact("max_age_days")]}
            after_invoice = {"in": [mode, ["after_invoice", "after_invoice_from_amount"]]}
            return {"and": [after_invoice, {"or": [{"===": [read, None]}, old]}]}
        case "deviation_exceeds_limit":
            return {"and": [known, {"or": [{">": [above, 100_000]}, {"<": [above, -100_000]}]}]}
        case "reading_lower":
            return {"and": [known, {"<": [above, 0]}, {">": [above, -100]}]}
        case "reading_breaks_trend":
            return {"and": [known, {"<=": [above, -100]}]}
        case "fresh_unchanged_reading":
            return {"and": [{"===": [entered, last]}, {"===": [read, fact("invoice_day")]}]}
    raise ValueError(name)
