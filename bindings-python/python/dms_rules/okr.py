"""The Dutch odometer register (OKR, kept by the RDW).

>>> from dms_rules import okr
>>> decision = okr.mutation(mode=okr.Mode.ALWAYS, entered_reading_km=84_500, last_reading_km=184_501)
>>> decision.outcome
<MutationOutcome.ASK_FIRST: 'ask_first'>
>>> decision.advisories
('reading_breaks_trend',)
"""

from dataclasses import dataclass

from dms_rules._name import Name
from dms_rules._native.okr import choice, mutation, option

__all__ = [
    "Boundary",
    "Choice",
    "ChoiceOutcome",
    "Mode",
    "MutationOutcome",
    "OptionOutcome",
    "choice",
    "mutation",
    "option",
]


class Mode(Name):
    """The vehicle setting "OKR instellingen": when readings are forwarded."""

    NEVER = "never"
    """"Nooit": never."""
    ALWAYS = "always"
    """"Altijd (bij elke tellerstand mutatie)": at every change of the reading."""
    AFTER_INVOICE = "after_invoice"
    """"Na factuur wanneer tellerstand niet ouder dan x dagen": after an invoice, if the reading is recent enough."""
    AFTER_INVOICE_FROM_AMOUNT = "after_invoice_from_amount"
    """The same, and only "vanaf een factuurbedrag (incl. BTW) van € 150,-"."""


class Boundary(Name):
    """Whether an invoice of exactly the threshold is forwarded."""

    MORE_THAN = "more_than"
    """"groter dan": more than the threshold."""
    AT_LEAST = "at_least"
    """"vanaf": the threshold or more."""


class OptionOutcome(Name):
    """The choice that is preselected on the invoice screen."""

    LOCKED = "locked"
    """Readings are never forwarded: the four choices cannot be set."""
    YES_FORWARD = "yes_forward"
    """1: "Ja, tellerstand doorsturen"."""
    NO_APK_REPORTED = "no_apk_reported"
    """2: "Nee, APK-melding gedaan"."""
    NO_READING_OLD = "no_reading_old"
    """3: "Nee, tellerstand oud"."""
    NO_AMOUNT_BELOW = "no_amount_below"
    """4: "Nee, fact. bedrag < 150"."""


class Choice(Name):
    """The four choices on the invoice screen."""

    YES_FORWARD = "yes_forward"
    """1: "Ja, tellerstand doorsturen"."""
    NO_APK_REPORTED = "no_apk_reported"
    """2: "Nee, APK-melding gedaan"."""
    NO_READING_OLD = "no_reading_old"
    """3: "Nee, tellerstand oud"."""
    NO_AMOUNT_BELOW = "no_amount_below"
    """4: "Nee, fact. bedrag < 150"."""


@dataclass(frozen=True)
class ChoiceOutcome:
    """The choice that stands after a person had it."""

    option: OptionOutcome
    """The choice that stands, or that the choices are locked."""
    forward: bool
    """Whether the reading is forwarded: only under `yes_forward`."""
    overridden: bool
    """Whether the person chose something other than was preselected."""


class MutationOutcome(Name):
    """What to do with a changed reading."""

    HOLD = "hold"
    """Do not forward it now."""
    ASK_FIRST = "ask_first"
    """Ask a person whether the reading is right, then forward it."""
    FORWARD = "forward"
    """Forward it."""
