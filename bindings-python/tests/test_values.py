"""Decisions, outcomes, records, names and refusals are values: pickled, copied, compared, shared by threads."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

import dms_rules
import pytest
from dms_rules import Decision, ErrorCode, InternalError, Language, Refusal, booking, car_pass, inspection, okr, vin
from stubs import DOMAINS, FUNCTIONS
from test_typed_vectors import TYPED

ACCEPTED = [case.values for case in TYPED if "expect" in case.values[0].expected]
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)
ENUMS: list[type[Enum]] = [
    value
    for module in (
        dms_rules,
        *(getattr(dms_rules, name) for name in DOMAINS),
    )
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Enum)
]


def pickled(value: Any, protocol: int = pickle.HIGHEST_PROTOCOL) -> Any:
    return pickle.loads(pickle.dumps(value, protocol))


def test_every_decision_is_pickled_and_copied() -> None:
    seen: set[str] = set()
    for case, facts in ACCEPTED:
        answer = FUNCTIONS[case.decision].call(**facts)
        again = pickled(answer)
        assert again == answer
        assert hash(again) == hash(answer)
        if FUNCTIONS[case.decision].outcome is not datetime:
            assert type(again) is Decision
            assert copy.copy(answer) is answer
            assert copy.deepcopy(answer) is answer
            assert again.lines(Language.DE) == answer.lines(Language.DE)
            assert again.explain(Language.FR) == answer.explain(Language.FR)
            assert copy.deepcopy(answer.outcome) == answer.outcome
        seen.add(case.decision)
    assert seen == set(dms_rules.decisions())


def test_every_record_is_pickled_and_copied() -> None:
    for _, facts in ACCEPTED:
        for value in facts.values():
            assert pickled(value) == value
            assert copy.copy(value) == value
            assert copy.deepcopy(value) == value


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol(protocol: int) -> None:
    now = datetime(2026, 10, 24, 12, tzinfo=ZoneInfo("Europe/Vienna"))
    decision = booking.issue_limit(now=now, days_ahead=1)
    again = pickled(decision, protocol)
    assert again == decision
    assert again.outcome.latest.tzinfo is now.tzinfo
    for enum in ENUMS:
        for member in enum:
            assert pickled(member, protocol) is member
    for function in FUNCTIONS.values():
        assert pickled(function.call, protocol) is function.call


def test_names_are_copied_as_themselves() -> None:
    assert len(ENUMS) > 45
    for enum in ENUMS:
        for member in enum:
            assert copy.copy(member) is member
            assert copy.deepcopy(member) is member


def refusal() -> Refusal:
    with pytest.raises(Refusal) as refused:
        car_pass.submission(
            policy=car_pass.Policy.WORK_ORDER,
            vin="WVWZZZ1JZXW0000I0",
            start=car_pass.StartOfWorkOutcome(date=None, time=None, origin=car_pass.Origin.UNKNOWN),
            reading_km=84_500,
            enterprise_number="0403.019.262",
            odometer_replaced=False,
            account=car_pass.Account(user_code_set=True, password_set=False, email_set=True),
        )
    return refused.value


def test_a_refusal_carries_every_fault() -> None:
    error = refusal()
    assert [(fault.code, fault.field) for fault in error.faults] == [
        (ErrorCode.UNKNOWN_VALUE, "vin"),
        (ErrorCode.MISSING_FIELD, "start.date"),
        (ErrorCode.UNKNOWN_VALUE, "enterprise_number"),
        (ErrorCode.MISSING_FIELD, "account.password_set"),
    ]
    assert (error.code, error.field, str(error)) == (ErrorCode.UNKNOWN_VALUE, "vin", str(error.faults[0]))
    assert all(fault.faults == () for fault in error.faults)
    assert error.lines(Language.NL) == [fault.line(Language.NL) for fault in error.faults]


def flagged_too_late() -> Refusal:
    with pytest.raises(Refusal) as refused:
        car_pass.lifecycle(state=car_pass.Accepted(), event=car_pass.Event.FLAG_ODOMETER_REPLACED)
    return refused.value


def test_a_refusal_carries_what_a_person_should_look_at() -> None:
    error = flagged_too_late()
    assert (error.code, error.field) == (ErrorCode.ILLEGAL_TRANSITION, "event")
    assert error.advisories == ("send_correction",)
    assert error.lines(Language.EN) == [
        "event: This cannot happen in the present state.",
        "Car-Pass already has the reading: send a correction that tells of the replaced odometer.",
    ]
    assert len({tuple(error.lines(language)) for language in Language}) == len(Language)


def test_every_advisory_of_a_refusal_has_its_text() -> None:
    told = {
        advisory
        for case in (each.values[0] for each in TYPED)
        for advisory in case.expected.get("error", {}).get("advisories", [])
    }
    assert told
    for advisory in told:
        assert len(Refusal(ErrorCode.CONTRADICTION, None, "", advisories=(advisory,)).lines(Language.EN)) == 2


def same(copied: Refusal, error: Refusal) -> bool:
    return (
        type(copied) is Refusal
        and (copied.code, copied.field, str(copied), copied.advisories)
        == (error.code, error.field, str(error), error.advisories)
        and len(copied.faults) == len(error.faults)
        and all(map(same, copied.faults, error.faults))
    )


@pytest.mark.parametrize("make", [refusal, flagged_too_late])
def test_refusals_are_pickled_and_copied(make: Callable[[], Refusal]) -> None:
    error = make()
    for protocol in PROTOCOLS:
        assert same(pickled(error, protocol), error)
    assert same(copy.copy(error), error)
    assert same(copy.deepcopy(error), error)
    internal = pickled(InternalError("it failed"))
    assert (type(internal), internal.args) == (InternalError, ("it failed",))


def test_a_decision_of_another_edition_is_not_restored() -> None:
    decision = okr.mutation(mode=okr.Mode.ALWAYS, entered_reading_km=1)
    stored = pickle.dumps(decision, 2)
    assert pickle.loads(stored) == decision
    for code, written in [
        (ErrorCode.CONTRADICTION, stored.replace(b"2026-11", b"2025-11")),
        (ErrorCode.UNKNOWN_DECISION, stored.replace(b"okr.mutation", b"okr.mutatiom")),
    ]:
        assert written != stored
        with pytest.raises(Refusal) as refused:
            pickle.loads(written)
        assert refused.value.code is code


@pytest.mark.parametrize("answers", [2**31, 0b11 << 2])
def test_answers_that_cannot_be_are_not_restored(answers: int) -> None:
    restored, (decision, edition, _, outcome) = vin_check().__reduce__()
    with pytest.raises(Refusal) as refused:
        restored(decision, edition, answers, outcome)
    assert (refused.value.code, refused.value.field) == (ErrorCode.OUT_OF_RANGE, "answers")


def vin_check() -> Any:
    return vin.check(vin="WAUZZZ8V3EA070544")


def test_records_are_made_with_keywords_and_cannot_be_changed() -> None:
    dossier = car_pass.Dossier(
        id="D-17",
        site="Gent",
        state=car_pass.Questioned(attempt=1),
        readiness=car_pass.Readiness(policy=car_pass.Policy.WORK_ORDER, vin="", today=datetime(2026, 11, 20).date()),
    )
    assert dossier == copy.deepcopy(dossier)
    assert {dossier: 1}[copy.deepcopy(dossier)] == 1
    assert repr(dossier).startswith("Dossier(id='D-17', site='Gent', state=Questioned(attempt=1), readiness=Readiness(")
    with pytest.raises(dataclasses.FrozenInstanceError):
        dossier.site = "Luik"  # type: ignore[misc]
    with pytest.raises(TypeError):
        inspection.VehicleMaster(84_500)  # type: ignore[call-arg]


def test_a_state_can_be_matched() -> None:
    told: list[str] = []
    for event in (car_pass.Event.ANSWERED_ERROR, car_pass.Event.MARK_EXEMPT):
        match car_pass.lifecycle(state=car_pass.Open(), event=event, reason="sold").outcome:
            case car_pass.Questioned(attempt):
                told.append(f"asked {attempt}")
            case car_pass.Exempt(reason):
                told.append(reason)
            case other:
                pytest.fail(str(other))
    assert told == ["asked 1", "sold"]


def test_threads_share_everything() -> None:
    expected = [FUNCTIONS[case.decision].call(**facts) for case, facts in ACCEPTED]

    def all_of_them(_: int) -> bool:
        return [FUNCTIONS[case.decision].call(**facts) for case, facts in ACCEPTED] == expected

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(all_of_them, range(16)))
