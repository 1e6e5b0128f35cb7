"""Panics that are sown in what decides, in a package that can: `panicking` builds it and runs this."""

import json
import re
from collections.abc import Callable
from typing import Any

import dms_rules
import pytest
from dms_rules import InternalError, Language, _native, car_pass
from stubs import FUNCTIONS
from test_typed_vectors import TYPED
from test_vectors import CASES, Case

sow_panic: Callable[[str, int], None] = vars(_native)["sow_panic"]

DECIDED = [case for case in CASES if "expect" in case.expected]
DECIDED_TYPED = [case for case in TYPED if "expect" in case.values[0].expected]


def panics(decision: str, call: Callable[..., Any], *arguments: Any, **facts: Any) -> None:
    """The call fails with an error of the library's, and answers when it is made again."""
    sow_panic(decision, 0)
    said = re.escape(f"please report it: a fault that was sown in {decision}")
    with pytest.raises(InternalError, match=f"{said}$") as raised:
        call(*arguments, **facts)
    assert isinstance(raised.value, RuntimeError)
    call(*arguments, **facts)


@pytest.mark.parametrize(("case", "facts"), DECIDED_TYPED)
def test_typed_functions(case: Case, facts: dict[str, Any]) -> None:
    panics(case.decision, FUNCTIONS[case.decision].call, **facts)


@pytest.mark.parametrize("case", DECIDED, ids=str)
def test_json(case: Case) -> None:
    request = f'{{"decision":{json.dumps(case.decision)},"facts":{case.facts}}}'
    panics(case.decision, dms_rules.evaluate_json, request)
    panics(case.decision, _native.explain, case.decision, case.facts, Language.DE)


def test_dicts() -> None:
    facts = {"user_site": "Gent", "dossier_site": "Luik"}
    panics("car_pass.visible", dms_rules.evaluate, "car_pass.visible", facts)
    panics("car_pass.visible", dms_rules.explain, "car_pass.visible", facts)


def test_another_decision_is_answered_meanwhile() -> None:
    sow_panic("car_pass.visible", 1)
    assert dms_rules.vin.check(vin="").outcome is dms_rules.vin.CheckOutcome.MISSING
    car_pass.visible(user_site="Gent", dossier_site="Gent")
    with pytest.raises(InternalError):
        car_pass.visible(user_site="Gent", dossier_site="Gent")


def test_every_decision_panicked() -> None:
    assert {case.decision for case in DECIDED} == set(dms_rules.decisions())
    assert {case.values[0].decision for case in DECIDED_TYPED} == set(dms_rules.decisions())
