"""The same random facts for every contestant."""

import random
from datetime import date, timedelta
from typing import NamedTuple

from dms_rules import okr

MODES = list(okr.Mode)
BOUNDARIES = list(okr.Boundary)
AFTER_INVOICE = (okr.Mode.AFTER_INVOICE, okr.Mode.AFTER_INVOICE_FROM_AMOUNT)


class Facts(NamedTuple):
    """The facts of `okr.option`, in the order of the rules."""

    mode: okr.Mode
    max_age_days: int | None
    threshold_cents: int
    boundary: okr.Boundary
    apk_reported: bool
    entered_reading_km: int
    last_reading_km: int | None
    reading_date: date | None
    invoice_date: date
    invoice_total_cents: int


class Answer(NamedTuple):
    """What every contestant must answer."""

    outcome: str
    row: str
    because: tuple[str, ...]
    advisories: tuple[str, ...]


def some(count: int) -> list[Facts]:
    """Facts that the decision accepts, in random order. Every condition holds for some; limits are met exactly too."""
    numbers = random.Random(6)
    return [_one(numbers) for _ in range(count)]


def _one(numbers: random.Random) -> Facts:
    def one_in(count: int) -> bool:
        return numbers.randrange(count) == 0

    mode = numbers.choice(MODES)
    threshold = numbers.randint(0, 30_000) if one_in(4) else 15_000
    last_km = numbers.randint(200_000, 400_000)
    above_km = (
        0,
        -numbers.randint(1, 100),
        numbers.randint(-150_000, 150_000),
        numbers.randint(1, 30_000),
        numbers.randint(1, 30_000),
    )
    invoice_date = date(2026, 1, 1) + timedelta(days=numbers.randrange(365))
    age_days = 0 if one_in(4) else numbers.randrange(60)
    return Facts(
        mode=mode,
        max_age_days=numbers.randrange(40) if mode in AFTER_INVOICE or one_in(2) else None,
        threshold_cents=threshold,
        boundary=numbers.choice(BOUNDARIES),
        apk_reported=one_in(4),
        entered_reading_km=last_km + numbers.choice(above_km),
        last_reading_km=None if one_in(5) else last_km,
        reading_date=None if one_in(5) else invoice_date - timedelta(days=age_days),
        invoice_date=invoice_date,
        invoice_total_cents=threshold if one_in(8) else numbers.randint(-5_000, 40_000),
    )
