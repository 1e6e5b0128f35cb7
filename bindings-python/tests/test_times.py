"""Times: naive ones stay naive, aware ones come back in the zone they were asked in."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from dms_rules import Refusal, booking, okr, quarter_hour
from hypothesis import given
from hypothesis import strategies as st

VIENNA = ZoneInfo("Europe/Vienna")

quarters = pytest.mark.parametrize(
    "quarter", [quarter_hour.floor, quarter_hour.ceil, quarter_hour.nearest, quarter_hour.next]
)


def shown(at: datetime) -> tuple[str, int]:
    return at.isoformat(), at.fold


@pytest.mark.parametrize(
    ("at", "latest"),
    [
        (datetime(2026, 3, 29, 1, 53, tzinfo=VIENNA), ("2026-03-29T03:00:00+02:00", 0)),
        # 02:30 did not happen; by Python's rule it is 01:30 UTC, which was 03:30.
        (datetime(2026, 3, 29, 2, 30, tzinfo=VIENNA), ("2026-03-29T03:45:00+02:00", 0)),
        (datetime(2026, 10, 25, 1, 53, tzinfo=VIENNA), ("2026-10-25T02:00:00+02:00", 0)),
        (datetime(2026, 10, 25, 2, 53, tzinfo=VIENNA), ("2026-10-25T02:00:00+01:00", 1)),
        (datetime(2026, 10, 25, 2, 53, fold=1, tzinfo=VIENNA), ("2026-10-25T03:00:00+01:00", 0)),
    ],
)
def test_the_days_when_the_clocks_change(at: datetime, latest: tuple[str, int]) -> None:
    answer = quarter_hour.next(at=at)
    assert shown(answer) == latest
    assert answer.tzinfo is VIENNA
    decision = booking.issue_limit(now=at, days_ahead=0)
    assert shown(decision.outcome.latest) == latest
    assert decision.outcome.latest.tzinfo is VIENNA


@pytest.mark.parametrize(
    ("now", "days_ahead", "latest"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=VIENNA), 1, "2026-03-29T23:59:00+02:00"),
        (datetime(2026, 3, 29, 1, 30, tzinfo=VIENNA), 1, "2026-03-30T23:59:00+02:00"),
        (datetime(2026, 10, 24, 12, tzinfo=VIENNA), 1, "2026-10-25T23:59:00+01:00"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=VIENNA), 7, "2026-11-01T23:59:00+01:00"),
        (datetime(2026, 11, 20, 23, 30, tzinfo=timezone.utc), 1, "2026-11-21T23:59:00+00:00"),
    ],
)
def test_the_end_of_a_civil_day_is_in_the_zone_of_now(now: datetime, days_ahead: int, latest: str) -> None:
    answer = booking.issue_limit(now=now, days_ahead=days_ahead).outcome.latest
    assert shown(answer) == (latest, 0)
    assert answer.tzinfo is now.tzinfo


def test_where_a_zone_shows_the_end_of_a_day_twice_it_is_the_later() -> None:
    beirut = ZoneInfo("Asia/Beirut")  # Its clocks are put back over midnight.
    now = datetime(2026, 10, 23, 12, tzinfo=beirut)
    assert shown(booking.issue_limit(now=now, days_ahead=1).outcome.latest) == ("2026-10-24T23:59:00+02:00", 1)


def issue(now: datetime, requested_at: datetime, days_ahead: int, planned_end: datetime) -> tuple[str, ...]:
    return booking.issue(
        kind=booking.Kind.RENTAL,
        may_issue=True,
        now=now,
        requested_at=requested_at,
        days_ahead=days_ahead,
        planned_end=planned_end,
        already_issued=False,
        vehicle_out=False,
        plate_out=False,
        overlaps_past_handover=False,
    ).because


class Lost(tzinfo):
    """A zone whose data cannot be read when another time is put into it."""

    def utcoffset(self, at: datetime | None) -> timedelta:
        return timedelta(hours=1)

    def dst(self, at: datetime | None) -> timedelta:
        return timedelta()

    def tzname(self, at: datetime | None) -> str:
        return "Lost"

    def fromutc(self, at: datetime) -> datetime:
        raise OSError("the zone's data cannot be read")


class Day(date):
    """A date that has more to it than Python's own."""


class Clock(datetime):
    """A time that has more to it than Python's own."""


class Nowhere(tzinfo):
    """A zone that has no offset: to Python its times are naive."""

    def utcoffset(self, at: datetime | None) -> None:
        return None

    def dst(self, at: datetime | None) -> None:
        return None

    def tzname(self, at: datetime | None) -> None:
        return None


@given(read=st.dates(), age_days=st.integers(-1, 400))
def test_days_are_those_of_the_calendar(read: date, age_days: int) -> None:
    if not 1 <= read.toordinal() + age_days <= date.max.toordinal():
        return
    invoiced = read + timedelta(age_days)
    for day in (read, Day(read.year, read.month, read.day)):
        try:
            row = okr.option(
                mode=okr.Mode.AFTER_INVOICE,
                max_age_days=30,
                apk_reported=False,
                entered_reading_km=1,
                reading_date=day,
                invoice_date=invoiced,
                invoice_total_cents=0,
            ).row
        except Refusal as refusal:
            row = refusal.field
        assert row == ("reading_date" if age_days < 0 else "forward" if age_days <= 30 else "reading_stale")


def test_a_time_is_what_it_shows_whatever_its_class_and_zone() -> None:
    shows = (2026, 11, 20, 12, 7, 30, 999_999)
    for at in (datetime(*shows), Clock(*shows), datetime(*shows, tzinfo=Nowhere())):
        assert quarter_hour.nearest(at=at) == datetime(2026, 11, 20, 12, 15)
    aware = Clock(*shows, tzinfo=VIENNA)
    assert quarter_hour.nearest(at=aware).isoformat() == "2026-11-20T12:15:00+01:00"


def test_two_fixed_offsets_are_one_zone_where_they_are_equal() -> None:
    here, there = (timezone(timedelta(hours=1), name) for name in ("here", "there"))
    outcome = booking.status(
        planned_start=datetime(2026, 11, 20, 10, tzinfo=here),
        planned_end=datetime(2026, 11, 20, 12, tzinfo=there),
        issued_at=datetime(2026, 11, 20, 10, 5, tzinfo=there),
        settled=False,
        now=datetime(2026, 11, 20, 11, tzinfo=timezone(timedelta(hours=2))),
    ).outcome
    assert outcome.from_.isoformat() == "2026-11-20T10:05:00+01:00"
    assert outcome.from_.tzinfo is outcome.to.tzinfo is here


def test_what_a_zone_raises_is_passed_on() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=Lost())
    with pytest.raises(OSError, match="the zone's data cannot be read"):
        issue(now, now.replace(tzinfo=timezone.utc), 1, now)


def test_a_new_booking_lasts_half_an_hour_whatever_the_clocks_do() -> None:
    for start, end in [
        (datetime(2026, 3, 29, 1, 45, tzinfo=VIENNA), "2026-03-29T03:15:00+02:00"),
        (datetime(2026, 10, 25, 2, 45, tzinfo=VIENNA), "2026-10-25T02:15:00+01:00"),
        (datetime(2026, 3, 29, 1, 45), "2026-03-29T02:15:00"),
    ]:
        outcome = booking.template(
            planned_end=start, status=booking.Status.ISSUED, from_=booking.TemplateOrigin.MANAGER, now=start
        ).outcome
        assert isinstance(outcome, booking.TemplateAllowed)
        assert (outcome.start, outcome.end.isoformat()) == (start, end)
        assert outcome.end.tzinfo is start.tzinfo


def test_a_booking_is_drawn_in_the_zone_of_its_planned_start() -> None:
    outcome = booking.status(
        planned_start=datetime(2026, 10, 25, 1, 0, tzinfo=VIENNA),
        planned_end=datetime(2026, 10, 25, 2, 30, tzinfo=VIENNA),
        issued_at=datetime(2026, 10, 24, 19, 5, tzinfo=ZoneInfo("America/New_York")),
        settled=False,
        now=datetime(2026, 10, 25, 1, 10, tzinfo=timezone.utc),
    ).outcome
    assert outcome.status is booking.Status.OVERDUE
    assert shown(outcome.from_) == ("2026-10-25T01:05:00+02:00", 0)
    assert shown(outcome.to) == ("2026-10-25T02:10:00+01:00", 1)
    assert outcome.from_.tzinfo is outcome.to.tzinfo is VIENNA


def test_a_reservation_ends_on_the_day_that_its_own_zone_shows() -> None:
    for zone, day in [("America/New_York", 20), ("Europe/Vienna", 21)]:
        at = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/New_York"))
        outcome = booking.reservation(
            update_reservation=True,
            event=booking.ReservationEvent.ISSUED,
            issuer_code="HU",
            planned_end=at.astimezone(ZoneInfo(zone)),
            customer_number="4711",
        ).outcome
        assert isinstance(outcome, booking.ReservationSet)
        assert outcome.reserved_until == date(2026, 11, day)


def test_what_a_zone_within_a_record_raises_is_passed_on() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=Lost())
    later = now + timedelta(hours=1)
    utc = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
    others = [booking.OtherBooking(planned_start=utc, planned_end=utc + timedelta(hours=1))]
    with pytest.raises(OSError, match="the zone's data cannot be read"):
        booking.plan(planned_start=now, planned_end=later, others=others, now=now)


def test_the_first_time_given_says_which_clock_it_is() -> None:
    naive = datetime(2026, 11, 20, 12)
    aware = naive.replace(tzinfo=VIENNA)
    for issued_at, returned_at, other, field in [
        (naive, aware, naive, "returned_at"),
        (None, naive, aware, "other_handovers[0].issued_at"),
        (aware, None, naive, "other_handovers[0].issued_at"),
    ]:
        with pytest.raises(Refusal) as refusal:
            booking.amend_handover(
                may_amend_handover=True,
                issued_at=issued_at,
                returned_at=returned_at,
                other_handovers=[booking.Handover(issued_at=other)],
            )
        assert (refusal.value.code, refusal.value.field) == ("contradiction", field)


def test_times_in_other_zones_are_put_into_the_zone_of_now() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=VIENNA)
    planned_end = datetime(2026, 11, 30, 12, tzinfo=ZoneInfo("America/New_York"))
    end_of_day = datetime(2026, 11, 21, 22, 59, tzinfo=timezone.utc)  # 23:59 in Vienna
    assert issue(now, end_of_day, 1, planned_end) == ()
    assert issue(now, end_of_day + timedelta(minutes=1), 1, planned_end) == ("beyond_issue_limit",)
    tokyo = datetime(2026, 11, 22, 7, 59, tzinfo=ZoneInfo("Asia/Tokyo"))  # The same 23:59.
    assert issue(now, tokyo, 1, planned_end) == ()
    assert issue(now, tokyo, 1, tokyo.astimezone(VIENNA)) == ()
    assert issue(now, tokyo, 1, end_of_day - timedelta(minutes=1)) == ("after_planned_end",)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    now = datetime(2026, 10, 25, 2, 53, tzinfo=VIENNA)
    again = datetime(2026, 10, 25, 2, 0, fold=1, tzinfo=VIENNA)
    assert issue(now, again, 0, again) == ()
    assert issue(now, again.replace(minute=1), 0, again.replace(minute=1)) == ("beyond_issue_limit",)
    assert issue(now, again, 0, again.replace(minute=45, fold=0)) == ("after_planned_end",)


def test_seconds_of_an_offset_count() -> None:
    before_zones = datetime(1890, 1, 1, 12, 0, tzinfo=VIENNA)  # +01:05:21
    assert quarter_hour.floor(at=before_zones).isoformat() == "1890-01-01T11:50:21+01:05:21"
    odd = timezone(timedelta(microseconds=1))
    with pytest.raises(Refusal) as refusal:
        quarter_hour.floor(at=datetime(2026, 1, 1, tzinfo=odd))
    assert (refusal.value.code, refusal.value.field) == ("invalid_date", "at")


@pytest.mark.parametrize(
    "at",
    [
        datetime(9999, 12, 31, 23, 50, tzinfo=timezone(timedelta(hours=-5))),
        datetime(1, 1, 1, 0, 10, tzinfo=timezone(timedelta(hours=5))),
    ],
)
@quarters
def test_the_ends_of_the_calendar(quarter: Callable[..., datetime], at: datetime) -> None:
    with pytest.raises(Refusal) as refusal:
        quarter(at=at)
    assert (refusal.value.code, refusal.value.field) == ("out_of_range", "at")


def test_a_time_that_the_zone_of_now_cannot_show() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=VIENNA)
    last = datetime.max.replace(tzinfo=timezone.utc)
    with pytest.raises(Refusal) as refusal:
        issue(now, now, 0, last)
    assert (refusal.value.code, refusal.value.field) == ("out_of_range", "planned_end")


sane = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1))
zones = st.sampled_from([VIENNA, ZoneInfo("Asia/Kathmandu"), ZoneInfo("Australia/Lord_Howe"), timezone.utc])


@quarters
@given(at=sane)
def test_naive_stays_naive(quarter: Callable[..., datetime], at: datetime) -> None:
    answer = quarter(at=at)
    assert type(answer) is datetime
    assert answer.tzinfo is None
    assert answer.fold == 0
    assert answer.minute % 15 == answer.second == answer.microsecond == 0
    assert abs(answer - at) <= timedelta(minutes=15)


@quarters
@given(at=st.datetimes(datetime(1972, 1, 1), datetime(2100, 1, 1), timezones=zones, allow_imaginary=False))
def test_aware_is_the_instant_rounded(quarter: Callable[..., datetime], at: datetime) -> None:
    answer = quarter(at=at)
    assert answer.tzinfo is at.tzinfo
    assert answer.astimezone(timezone.utc) == quarter(at=at.astimezone(timezone.utc))


@given(now=sane, days_ahead=st.integers(1, 10_000))
def test_the_end_of_a_day(now: datetime, days_ahead: int) -> None:
    naive = booking.issue_limit(now=now, days_ahead=days_ahead).outcome.latest
    assert naive == datetime.combine(now.date() + timedelta(days_ahead), datetime.min.time()).replace(
        hour=23, minute=59
    )
    aware = booking.issue_limit(now=now.replace(tzinfo=VIENNA), days_ahead=days_ahead).outcome.latest
    assert aware == naive.replace(tzinfo=VIENNA)
