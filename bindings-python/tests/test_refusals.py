"""What is refused, with the code and the fact that is named."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Any

import pytest
from dms_rules import ErrorCode, InternalError, Language, Refusal, _native, booking, car_pass, okr, quarter_hour, vin

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12)
NOON_UTC = NOON.replace(tzinfo=timezone.utc)

FACTS: dict[Callable[..., Any], dict[str, Any]] = {
    vin.check: {"vin": ""},
    car_pass.enrolment: {
        "trigger": car_pass.Trigger.MANUAL,
        "work_started": True,
        "vin": "",
        "already_transmitted": False,
        "merged": False,
        "dossier_number": 1,
        "vat_register_used": False,
        "vat_number_ticked": False,
        "has_owner": True,
    },
    car_pass.visible: {"user_site": "", "dossier_site": ""},
    car_pass.readiness: {
        "policy": car_pass.Policy.WORK_ORDER,
        "vin": "",
        "today": DAY,
        "reading_km": None,
        "start_of_work": None,
        "damage_reading_km": None,
        "repair_reading_km": None,
    },
    okr.option: {
        "mode": okr.Mode.ALWAYS,
        "max_age_days": None,
        "threshold_cents": None,
        "boundary": None,
        "apk_reported": False,
        "entered_reading_km": 1,
        "last_reading_km": None,
        "reading_date": None,
        "invoice_date": DAY,
        "invoice_total_cents": 1,
    },
    okr.mutation: {"mode": okr.Mode.ALWAYS, "entered_reading_km": 1, "last_reading_km": None},
    quarter_hour.floor: {"at": NOON},
    quarter_hour.ceil: {"at": NOON},
    quarter_hour.nearest: {"at": NOON},
    quarter_hour.next: {"at": NOON},
    booking.issue_limit: {"now": NOON, "days_ahead": 0, "immediate_window": None},
    booking.issue: {
        "kind": booking.Kind.RENTAL,
        "may_issue": True,
        "now": NOON,
        "requested_at": NOON,
        "days_ahead": 0,
        "immediate_window": None,
        "planned_end": NOON,
        "already_issued": False,
        "vehicle_out": False,
        "plate_out": False,
        "overlaps_past_handover": False,
    },
}
FACTS[okr.choice] = FACTS[okr.option] | {"chosen": None}


def refused(decide: Callable[..., Any], **given: object) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as refusal:
        decide(**FACTS[decide] | given)
    return refusal.value.code, refusal.value.field


@pytest.mark.parametrize("decide", FACTS, ids=lambda decide: decide.__name__)
def test_the_facts_themselves_are_not_refused(decide: Callable[..., Any]) -> None:
    decide(**FACTS[decide])


@pytest.mark.parametrize(
    ("decide", "field", "value", "code"),
    [
        # A datetime is a date to Python, and True is an int; not here.
        (okr.option, "invoice_date", NOON, "wrong_type"),
        (okr.option, "reading_date", NOON, "wrong_type"),
        (car_pass.readiness, "start_of_work", NOON, "wrong_type"),
        (booking.issue_limit, "now", DAY, "wrong_type"),
        (booking.issue_limit, "days_ahead", True, "wrong_type"),
        (okr.mutation, "last_reading_km", False, "wrong_type"),
        (okr.option, "max_age_days", 30.0, "wrong_type"),
        (okr.option, "threshold_cents", "15000", "wrong_type"),
        (okr.option, "apk_reported", 1, "wrong_type"),
        (okr.option, "apk_reported", "false", "wrong_type"),
        # Beyond the limits.
        (okr.mutation, "entered_reading_km", -1, "out_of_range"),
        (okr.mutation, "entered_reading_km", 10_000_000, "out_of_range"),
        (okr.mutation, "entered_reading_km", 2**32 + 1, "out_of_range"),
        pytest.param(okr.mutation, "entered_reading_km", 10**5000, "out_of_range", id="more digits than Python writes"),
        (okr.option, "max_age_days", -1, "out_of_range"),
        (okr.option, "max_age_days", 65_536, "out_of_range"),
        (okr.option, "invoice_total_cents", 2**63, "out_of_range"),
        (car_pass.enrolment, "dossier_number", -(2**63) - 1, "out_of_range"),
        (booking.issue_limit, "days_ahead", 2**31, "out_of_range"),
        (booking.issue_limit, "days_ahead", 2**31 - 1, "out_of_range"),
        (booking.issue_limit, "now", datetime.max, "out_of_range"),
        (quarter_hour.next, "at", datetime.max, "out_of_range"),
        (quarter_hour.next, "at", datetime.max.replace(tzinfo=timezone.utc), "out_of_range"),
        # Names.
        (okr.option, "mode", "nooit", "unknown_value"),
        (okr.option, "mode", "NEVER", "unknown_value"),
        (okr.option, "boundary", "", "unknown_value"),
        (okr.option, "boundary", "\ud800", "unknown_value"),
        (okr.choice, "chosen", "locked", "unknown_value"),
        # A member of another enum, though it has the right name.
        (okr.choice, "chosen", okr.OptionOutcome.YES_FORWARD, "wrong_type"),
        # Half a surrogate pair is no text.
        (vin.check, "vin", "\ud800", "wrong_type"),
        (car_pass.visible, "user_site", "Gent\udfff", "wrong_type"),
        # Facts against each other.
        (okr.option, "reading_date", date(2026, 11, 21), "contradiction"),
        (booking.issue, "requested_at", NOON_UTC, "contradiction"),
        (booking.issue, "planned_end", NOON_UTC, "contradiction"),
    ],
)
def test_refusals(decide: Callable[..., Any], field: str, value: object, code: str) -> None:
    assert refused(decide, **{field: value}) == (code, field)


def test_times_are_of_the_kind_that_now_is() -> None:
    assert refused(booking.issue, now=NOON_UTC) == ("contradiction", "requested_at")
    assert refused(booking.issue, now=NOON_UTC, requested_at=NOON_UTC) == ("contradiction", "planned_end")


def test_the_greatest_age_is_needed_after_an_invoice() -> None:
    facts = {"mode": okr.Mode.AFTER_INVOICE, "reading_date": date(2026, 11, 21)}
    assert refused(okr.option, **facts) == ("missing_field", "max_age_days")


def test_a_reading_of_the_wall_clock_has_no_zone() -> None:
    eight = time(8, tzinfo=timezone.utc)
    aware = car_pass.StartOfWorkOutcome(date=DAY, time=eight, origin=car_pass.Origin.FIRST_CLOCKING)
    with pytest.raises(Refusal) as refusal:
        car_pass.submission(
            policy=car_pass.Policy.WORK_ORDER,
            vin="TMBJG7NE0F0124355",
            start=aware,
            reading_km=1,
            enterprise_number="0403019261",
            odometer_replaced=False,
            account=car_pass.Account(user_code_set=True, password_set=True, email_set=True),
        )
    assert (refusal.value.code, refusal.value.field) == ("invalid_date", "start.time")
    with pytest.raises(Refusal) as refusal:
        car_pass.start_of_work(
            policy=car_pass.Policy.WORK_ORDER, first_clocking=NOON_UTC, start_date_at_register=False, today=DAY
        )
    assert (refusal.value.code, refusal.value.field) == ("invalid_date", "first_clocking")


def test_what_an_object_of_the_caller_raises_is_raised() -> None:
    class Broken(list[car_pass.Dossier]):
        def __iter__(self) -> Any:
            raise LookupError("no list")

    with pytest.raises(LookupError, match="no list"):
        car_pass.worklist(dossiers=Broken(), user_site="Gent")


def test_locked_choices() -> None:
    facts = {"mode": okr.Mode.NEVER, "chosen": okr.Choice.YES_FORWARD}
    assert refused(okr.choice, **facts) == ("options_locked", "chosen")


@pytest.mark.parametrize("decide", [okr.option, okr.choice])
def test_an_amount_is_given_once(decide: Callable[..., Any]) -> None:
    euros = Decimal("1.00")
    total, threshold = "invoice_total_cents", "threshold_cents"
    assert refused(decide, invoice_total_cents=None) == ("missing_field", total)
    assert refused(decide, invoice_total=euros) == ("contradiction", total)
    assert refused(decide, threshold_cents=100, threshold=euros) == ("contradiction", threshold)


@pytest.mark.parametrize(
    ("euros", "code"),
    [
        (Decimal("149.995"), "wrong_type"),
        (Decimal("1E-1000000000"), "wrong_type"),
        (Decimal("NaN"), "wrong_type"),
        (Decimal("sNaN"), "wrong_type"),
        (Decimal("Infinity"), "wrong_type"),
        (Decimal("92233720368547758.08"), "out_of_range"),
        (Decimal("-92233720368547758.09"), "out_of_range"),
        (Decimal("1E+17"), "out_of_range"),
        (Decimal("1E+1000000000"), "out_of_range"),
        (150, "wrong_type"),
        (150.0, "wrong_type"),
        ("150.00", "wrong_type"),
    ],
)
def test_amounts_in_euros(euros: object, code: str) -> None:
    assert refused(okr.option, invoice_total_cents=None, invoice_total=euros) == (code, "invoice_total_cents")
    assert refused(okr.option, threshold=euros) == (code, "threshold_cents")


def test_a_refusal_says_what_is_wrong() -> None:
    with pytest.raises(Refusal) as refusal:
        okr.mutation(mode=okr.Mode.NEVER, entered_reading_km=10_000_000)
    error = refusal.value
    assert isinstance(error, ValueError)
    assert error.code is ErrorCode.OUT_OF_RANGE
    assert str(error) == error.message
    assert str(error) == "entered_reading_km: expected a whole number of kilometres from 0 to 9,999,999"
    assert error.line(Language.DE) == "entered_reading_km: Der Wert liegt außerhalb der Grenzen."
    for same in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(same), same.code, same.field, str(same)) == (Refusal, error.code, error.field, str(error))


def test_a_language_may_be_given_by_its_name_only() -> None:
    decision = vin.check(vin="")
    assert decision.lines("en") == decision.lines(Language.EN)  # type: ignore[arg-type]
    with pytest.raises(Refusal) as refusal:
        decision.lines("es")  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.field) == ("unknown_value", "language")


def test_what_a_zone_of_the_caller_raises_is_raised() -> None:
    class Broken(tzinfo):
        def utcoffset(self, at: datetime | None) -> timedelta:
            raise LookupError("no zone data")

        dst = utcoffset

        def tzname(self, at: datetime | None) -> str:
            return "broken"

    with pytest.raises(LookupError, match="no zone data"):
        quarter_hour.next(at=NOON.replace(tzinfo=Broken()))


def test_a_fault_of_the_library_is_a_runtime_error() -> None:
    assert issubclass(InternalError, RuntimeError)
    # What shows it, `panicking`, has a package of its own.
    assert not hasattr(_native, "sow_panic")
