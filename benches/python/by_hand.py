"""The same decision as one would write it without the library: refusals, outcome, row, reasons and advisories."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


def lean(
    *,
    mode: str,
    max_age_days: int | None = None,
    threshold_cents: int = 15_000,
    boundary: str = "more_than",
    apk_reported: bool,
    entered_reading_km: int,
    last_reading_km: int | None = None,
    reading_date: date | None = None,
    invoice_date: date,
    invoice_total_cents: int,
) -> tuple[str, str, list[str], list[str]]:
    """The leanest: names as text, a tuple and two lists."""
    after_invoice = mode == "after_invoice" or mode == "after_invoice_from_amount"
    if after_invoice and max_age_days is None:
        raise ValueError("max_age_days is missing")
    if reading_date is not None and reading_date > invoice_date:
        raise ValueError("reading_date lies after invoice_date")
    because = []
    row = outcome = None
    if mode == "never":
        because.append("forwarding_never")
        row, outcome = "forwarding_never", "locked"
    if apk_reported:
        because.append("apk_reported")
        if row is None:
            row, outcome = "apk_reported", "no_apk_reported"
    if mode == "after_invoice_from_amount" and (
        invoice_total_cents < threshold_cents if boundary == "at_least" else invoice_total_cents <= threshold_cents
    ):
        because.append("amount_too_low")
        if row is None:
            row, outcome = "amount_too_low", "no_amount_below"
    above_km = 0 if last_reading_km is None else entered_reading_km - last_reading_km
    unchanged = last_reading_km == entered_reading_km
    if unchanged:
        because.append("reading_unchanged")
        if row is None:
            row, outcome = "reading_unchanged", "no_reading_old"
    if after_invoice and (reading_date is None or (invoice_date - reading_date).days > max_age_days):
        because.append("reading_stale")
        if row is None:
            row, outcome = "reading_stale", "no_reading_old"
    if abs(above_km) > 100_000:
        because.append("deviation_exceeds_limit")
        if row is None:
            row, outcome = "deviation_exceeds_limit", "no_reading_old"
    if row is None:
        row, outcome = "forward", "yes_forward"
    advisories = []
    if above_km < 0:
        advisories.append("reading_lower" if above_km > -100 else "reading_breaks_trend")
    elif unchanged and reading_date == invoice_date:
        advisories.append("fresh_unchanged_reading")
    return outcome, row, because, advisories


class Mode(Enum):
    """When readings are forwarded."""

    NEVER = "never"
    ALWAYS = "always"
    AFTER_INVOICE = "after_invoice"
    AFTER_INVOICE_FROM_AMOUNT = "after_invoice_from_amount"


class Boundary(Enum):
    """Whether the threshold itself is enough."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"


class Outcome(Enum):
    """The choice that is preselected."""

    LOCKED = "locked"
    YES_FORWARD = "yes_forward"
    NO_APK_REPORTED = "no_apk_reported"
    NO_READING_OLD = "no_reading_old"
    NO_AMOUNT_BELOW = "no_amount_below"


@dataclass(frozen=True)
class Decision:
    """Outcome, row, reasons and advisories."""

    outcome: Outcome
    row: str
    because: tuple[str, ...]
    advisories: tuple[str, ...]


def handy(
    *,
    mode: Mode,
    max_age_days: int | None = None,
    threshold_cents: int = 15_000,
    boundary: Boundary = Boundary.MORE_THAN,
    apk_reported: bool,
    entered_reading_km: int,
    last_reading_km: int | None = None,
    reading_date: date | None = None,
    invoice_date: date,
    invoice_total_cents: int,
) -> Decision:
    """The handiest: enums, and a frozen answer that can be compared and kept."""
    after_invoice = mode is Mode.AFTER_INVOICE or mode is Mode.AFTER_INVOICE_FROM_AMOUNT
    if after_invoice and max_age_days is None:
        raise ValueError("max_age_days is missing")
    if reading_date is not None and reading_date > invoice_date:
        raise ValueError("reading_date lies after invoice_date")
    above_km = 0 if last_reading_km is None else entered_reading_km - last_reading_km
    unchanged = last_reading_km == entered_reading_km
    because = []
    if mode is Mode.NEVER:
        because.append(("forwarding_never", Outcome.LOCKED))
    if apk_reported:
        because.append(("apk_reported", Outcome.NO_APK_REPORTED))
    if mode is Mode.AFTER_INVOICE_FROM_AMOUNT and (
        invoice_total_cents < threshold_cents
        if boundary is Boundary.AT_LEAST
        else invoice_total_cents <= threshold_cents
    ):
        because.append(("amount_too_low", Outcome.NO_AMOUNT_BELOW))
    if unchanged:
        because.append(("reading_unchanged", Outcome.NO_READING_OLD))
    if after_invoice and (reading_date is None or (invoice_date - reading_date).days > max_age_days):
        because.append(("reading_stale", Outcome.NO_READING_OLD))
    if abs(above_km) > 100_000:
        because.append(("deviation_exceeds_limit", Outcome.NO_READING_OLD))
    row, outcome = because[0] if because else ("forward", Outcome.YES_FORWARD)
    advisories = []
    if -100 < above_km < 0:
        advisories.append("reading_lower")
    if above_km <= -100:
        advisories.append("reading_breaks_trend")
    if unchanged and reading_date == invoice_date:
        advisories.append("fresh_unchanged_reading")
    return Decision(outcome, row, tuple([name for name, _ in because]), tuple(advisories))
