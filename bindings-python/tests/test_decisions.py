"""Every decision, called as a Python program calls it; mypy checks the types that are claimed here."""

from datetime import date, datetime
from decimal import Decimal

import dms_rules
import pytest
from dms_rules import Decision, Language, Refusal, booking, car_pass, okr, quarter_hour, vin
from typing_extensions import assert_type


def invoice(
    *,
    mode: okr.Mode = okr.Mode.AFTER_INVOICE_FROM_AMOUNT,
    apk_reported: bool = False,
    invoice_total_cents: int = 15_001,
) -> Decision[okr.OptionOutcome]:
    return okr.option(
        mode=mode,
        max_age_days=30,
        apk_reported=apk_reported,
        entered_reading_km=125_896,
        last_reading_km=118_200,
        reading_date=date(2026, 11, 19),
        invoice_date=date(2026, 11, 21),
        invoice_total_cents=invoice_total_cents,
    )


def test_vin_check() -> None:
    decision = vin.check(vin="wauzzz 8v3-ea070544")
    assert_type(decision, Decision[vin.CheckOutcome])
    assert decision.decision == "vin.check"
    assert decision.edition == "2026-11"
    assert decision.outcome is vin.CheckOutcome.VALID
    assert (decision.row, decision.because, decision.advisories) == ("valid", (), ())


def test_car_pass_enrolment() -> None:
    decision = car_pass.enrolment(
        trigger=car_pass.Trigger.AUTOMATIC,
        work_started=False,
        vin="",
        already_transmitted=False,
        merged=False,
        dossier_number=0,
        vat_register_used=True,
        vat_number_ticked=False,
        has_owner=True,
    )
    assert_type(decision, Decision[car_pass.EnrolmentOutcome])
    assert decision.outcome is car_pass.EnrolmentOutcome.NOT_ENROLLED
    assert decision.row is None
    assert decision.because == ("work_not_started", "internal_dossier", "vat_number_not_ticked")
    assert decision.advisories == ("internal_work_reportable",)


def test_car_pass_visible() -> None:
    decision = car_pass.visible(user_site="Gent", dossier_site="Luik")
    assert_type(decision, Decision[car_pass.VisibleOutcome])
    assert decision.outcome is car_pass.VisibleOutcome.HIDDEN
    assert decision.because == ("other_site",)


def test_car_pass_readiness() -> None:
    work_order = car_pass.readiness(
        policy=car_pass.Policy.WORK_ORDER,
        vin="1234",
        today=date(2026, 11, 20),
        reading_km=84_500,
        start_of_work=date(2026, 11, 14),
    )
    assert_type(work_order, Decision[car_pass.ReadinessOutcome])
    assert work_order.outcome is car_pass.ReadinessOutcome.READY
    assert work_order.advisories == ("short_vin", "late_report")
    claim_file = car_pass.readiness(
        policy=car_pass.Policy.CLAIM_FILE,
        vin="TMBJG7NE0F0124355",
        today=date(2026, 11, 20),
        damage_reading_km=54_302,
    )
    assert claim_file.outcome is car_pass.ReadinessOutcome.BLOCKED
    assert claim_file.because == ("repair_reading_missing",)


def test_okr_option() -> None:
    decision = invoice(invoice_total_cents=15_000)
    assert_type(decision, Decision[okr.OptionOutcome])
    assert decision.outcome is okr.OptionOutcome.NO_AMOUNT_BELOW
    assert (decision.row, decision.because) == ("amount_too_low", ("amount_too_low",))
    assert invoice().outcome is okr.OptionOutcome.YES_FORWARD


@pytest.mark.parametrize(
    ("euros", "threshold", "outcome"),
    [
        ("150.00", "150", okr.OptionOutcome.NO_AMOUNT_BELOW),
        ("150.01", "150", okr.OptionOutcome.YES_FORWARD),
        ("150.0100000000000000000000000000000000000000", "1.50E+2", okr.OptionOutcome.YES_FORWARD),
        ("-150.01", "-150.02", okr.OptionOutcome.YES_FORWARD),
        ("-150.03", "-150.02", okr.OptionOutcome.NO_AMOUNT_BELOW),
        ("0.01", "0E-1000000000", okr.OptionOutcome.YES_FORWARD),
        ("92233720368547758.07", "92233720368547758.06", okr.OptionOutcome.YES_FORWARD),
        ("-92233720368547758.08", "-92233720368547758.07", okr.OptionOutcome.NO_AMOUNT_BELOW),
        ("9E+16", "9E+15", okr.OptionOutcome.YES_FORWARD),
    ],
)
def test_amounts_in_euros(euros: str, threshold: str, outcome: okr.OptionOutcome) -> None:
    decision = okr.option(
        mode=okr.Mode.AFTER_INVOICE_FROM_AMOUNT,
        max_age_days=30,
        threshold=Decimal(threshold),
        apk_reported=False,
        entered_reading_km=125_896,
        reading_date=date(2026, 11, 21),
        invoice_date=date(2026, 11, 21),
        invoice_total=Decimal(euros),
    )
    assert decision.outcome is outcome


def test_okr_choice() -> None:
    decision = okr.choice(
        mode=okr.Mode.ALWAYS,
        boundary=okr.Boundary.AT_LEAST,
        apk_reported=True,
        entered_reading_km=125_896,
        invoice_date=date(2026, 11, 21),
        invoice_total=Decimal("149.95"),
        chosen=okr.Choice.YES_FORWARD,
    )
    assert_type(decision, Decision[okr.ChoiceOutcome])
    assert decision.decision == "okr.choice"
    assert decision.outcome == okr.ChoiceOutcome(okr.OptionOutcome.YES_FORWARD, forward=True, overridden=True)
    assert decision.because == ("apk_reported",)


def test_okr_mutation() -> None:
    decision = okr.mutation(mode=okr.Mode.ALWAYS, entered_reading_km=84_500, last_reading_km=184_501)
    assert_type(decision, Decision[okr.MutationOutcome])
    assert decision.outcome is okr.MutationOutcome.ASK_FIRST
    assert decision.advisories == ("reading_breaks_trend",)


def test_quarter_hours() -> None:
    at = datetime(2026, 11, 21, 10, 7, 30)
    assert_type(quarter_hour.next(at=at), datetime)
    assert quarter_hour.floor(at=at) == datetime(2026, 11, 21, 10, 0)
    assert quarter_hour.ceil(at=at) == datetime(2026, 11, 21, 10, 15)
    assert quarter_hour.nearest(at=at) == datetime(2026, 11, 21, 10, 15)
    assert quarter_hour.next(at=datetime(2026, 11, 21, 10, 15)) == datetime(2026, 11, 21, 10, 30)


def test_booking_issue_limit() -> None:
    now = datetime(2026, 11, 20, 10, 7, 31)
    decision = booking.issue_limit(now=now, days_ahead=0)
    assert_type(decision, Decision[booking.IssueLimitOutcome])
    assert decision.outcome == booking.IssueLimitOutcome(latest=datetime(2026, 11, 20, 10, 15))
    later = booking.issue_limit(now=now, days_ahead=0, immediate_window=booking.ImmediateWindow.FIFTEEN_MINUTES)
    assert later.outcome.latest == datetime(2026, 11, 20, 10, 22, 31)
    assert booking.issue_limit(now=now, days_ahead=1).outcome.latest == datetime(2026, 11, 21, 23, 59)


def hand_out(requested_at: datetime, *, plate_out: bool = False) -> Decision[booking.IssueOutcome]:
    return booking.issue(
        kind=booking.Kind.TEST_DRIVE,
        may_issue=True,
        now=datetime(2026, 11, 20, 10, 7),
        requested_at=requested_at,
        days_ahead=0,
        planned_end=datetime(2026, 11, 23, 17, 0),
        already_issued=False,
        vehicle_out=False,
        plate_out=plate_out,
        overlaps_past_handover=False,
    )


def test_booking_issue() -> None:
    latest = datetime(2026, 11, 20, 10, 15)
    allowed = hand_out(latest)
    assert_type(allowed, Decision[booking.IssueOutcome])
    match allowed.outcome:
        case booking.IssueAllowed(until):
            assert until == latest
        case booking.IssueRefused():
            pytest.fail("refused")
    refused = hand_out(datetime(2026, 11, 20, 10, 16), plate_out=True)
    assert refused.outcome == booking.IssueRefused(latest=latest)
    assert {refused.outcome, allowed.outcome} == {booking.IssueRefused(latest), booking.IssueAllowed(latest)}
    assert refused.because == ("plate_out", "beyond_issue_limit")


def test_lines_are_for_people() -> None:
    decision = invoice(apk_reported=True, invoice_total_cents=15_000)
    assert decision.lines(Language.NL) == [
        "Er is een APK-melding gedaan: daarmee is de tellerstand al bij de RDW geregistreerd.",
        "Het factuurbedrag ligt niet boven het bedrag waarvanaf wordt doorgestuurd.",
    ]
    assert len({tuple(decision.lines(language)) for language in Language}) == len(Language)


def test_a_decision_explains_itself() -> None:
    decision = invoice(apk_reported=True, invoice_total_cents=15_000)
    explained = decision.explain(Language.NL)
    assert "| →   | **`apk_reported`** " in explained
    assert "Er is een APK-melding gedaan" in explained
    assert decision.explain() == decision.explain(Language.EN)
    assert len({decision.explain(language) for language in Language}) == len(Language)


def test_a_dict_is_explained_as_the_typed_call_is() -> None:
    facts = {"user_site": "Gent", "dossier_site": "Luik"}
    for language in Language:
        typed = car_pass.visible(user_site="Gent", dossier_site="Luik").explain(language)
        assert dms_rules.explain("car_pass.visible", facts, language) == typed
    with pytest.raises(Refusal) as refused:
        dms_rules.explain("car_pass.visible", {"user_site": "Gent"})
    assert (refused.value.code, refused.value.field) == ("missing_field", "dossier_site")


def test_a_decision_is_a_value() -> None:
    decision = invoice()
    assert decision == invoice()
    assert hash(decision) == hash(invoice())
    assert decision != invoice(invoice_total_cents=15_000)
    assert decision != "okr.option"
    assert {decision: "kept"}[invoice()] == "kept"
    assert hand_out(datetime(2026, 11, 20, 10, 8)) != hand_out(datetime(2026, 11, 20, 10, 16))
    assert repr(invoice(apk_reported=True)) == (
        "Decision(decision='okr.option', edition='2026-11', outcome=<OptionOutcome.NO_APK_REPORTED: 'no_apk_reported'>,"
        " row='apk_reported', because=('apk_reported',), advisories=())"
    )


def test_facts_that_meet_the_same_conditions_have_each_their_own_outcome() -> None:
    for advisor in ("A1", "B2", None, "A1"):
        decision = booking.advisor(kind=booking.Kind.RENTAL, sales_advisor=advisor, from_appointment=False)
        assert decision.outcome == booking.AdvisorOutcome(advisor)
    assert invoice(mode=okr.Mode.NEVER, apk_reported=True).because == ("forwarding_never", "apk_reported")
    assert invoice(mode=okr.Mode.NEVER).because == ("forwarding_never",)


def test_a_decision_cannot_be_changed() -> None:
    decision = invoice()
    with pytest.raises(AttributeError):
        decision.outcome = okr.OptionOutcome.LOCKED  # type: ignore[misc]
    with pytest.raises(AttributeError):
        decision.note = "mine"  # type: ignore[attr-defined]
    outcome = booking.issue_limit(now=datetime(2026, 11, 20), days_ahead=0).outcome
    with pytest.raises(AttributeError):
        outcome.latest = datetime(2027, 1, 1)  # type: ignore[misc]


def test_names_are_the_stable_ones() -> None:
    assert okr.Mode("after_invoice") is okr.Mode.AFTER_INVOICE
    assert f"{okr.Mode.AFTER_INVOICE}" == "after_invoice"
    name: str = "never"
    assert name == okr.Mode.NEVER
    assert invoice(mode=name).outcome is okr.OptionOutcome.LOCKED  # type: ignore[arg-type]


def test_a_keyword_too_few_or_too_many_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="entered_reading_km"):
        okr.mutation(mode=okr.Mode.NEVER)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        vin.check(vin="", colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        vin.check("WAUZZZ8V3EA070544")  # type: ignore[call-arg]
