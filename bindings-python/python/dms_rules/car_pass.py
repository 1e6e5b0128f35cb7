"""Car-Pass, the Belgian odometer register.

From the dossier to the register, and what a person does about an answer:

>>> from datetime import date
>>> from dms_rules import Language, Refusal, car_pass
>>> today = date(2026, 11, 21)
>>> readiness = car_pass.Readiness(
...     policy=car_pass.Policy.WORK_ORDER, vin="TMBJG7NE0F0124355", today=today, reading_km=84_500
... )
>>> dossiers = [car_pass.Dossier(id="D-17", site="Gent", state=car_pass.Open(), readiness=readiness)]
>>> for row in car_pass.worklist(dossiers=dossiers, user_site="Gent").outcome.dossiers:
...     print(row.id, row.red, row.reasons)
D-17 True ('start_of_work_missing',)

A state is an object of its own class, for `match`; an event leads from one to the next:

>>> asked = car_pass.lifecycle(state=car_pass.Open(), event=car_pass.Event.ANSWERED_ERROR).outcome
>>> asked
Questioned(attempt=1)
>>> car_pass.actions(state=asked, signature_configured=True).outcome.actions
(<Action.CORRECT_DATA: 'correct_data'>, <Action.CLOSE_WITHOUT_CHANGE: 'close_without_change'>)

What cannot be sent is refused with every fault at once:

>>> try:
...     car_pass.submission(
...         policy=car_pass.Policy.WORK_ORDER,
...         vin="TMBJG7NE0F0124355",
...         start=car_pass.StartOfWorkOutcome(date=today, time=None, origin=car_pass.Origin.ENTERED),
...         enterprise_number="BE 0403.019.262",
...         odometer_replaced=False,
...         account=car_pass.Account(user_code_set=True, password_set=True, email_set=True),
...     )
... except Refusal as refusal:
...     print(refusal.lines(Language.EN))
['reading_km: This must be given.', 'enterprise_number: This is none of the possible values.']
"""

import datetime
from dataclasses import dataclass
from typing import TypeAlias

from dms_rules._name import Name
from dms_rules._native.car_pass import (
    account,
    actions,
    badge,
    enrolment,
    history,
    invoicing,
    lifecycle,
    prompt,
    readiness,
    start_of_work,
    submission,
    visible,
    worklist,
)

__all__ = [
    "Accepted",
    "Account",
    "AccountOutcome",
    "Action",
    "ActionsOutcome",
    "BadgeOutcome",
    "Confirmed",
    "Document",
    "DocumentBy",
    "Documented",
    "Dossier",
    "EnrolmentOutcome",
    "Event",
    "Exempt",
    "HistoryOutcome",
    "InvoicingOutcome",
    "Listed",
    "Open",
    "Origin",
    "Policy",
    "PromptOutcome",
    "Questioned",
    "Readiness",
    "ReadinessOutcome",
    "ReadingOrigin",
    "ReadingSource",
    "StartOfWork",
    "StartOfWorkOutcome",
    "State",
    "SubmissionOutcome",
    "Trigger",
    "VisibleOutcome",
    "WorklistOutcome",
    "account",
    "actions",
    "badge",
    "enrolment",
    "history",
    "invoicing",
    "lifecycle",
    "prompt",
    "readiness",
    "start_of_work",
    "submission",
    "visible",
    "worklist",
]


class Document(Name):
    """The document that is saved or invoiced."""

    WORK_ORDER = "work_order"
    """"Werkfiche": a work order."""
    CLAIM_FILE = "claim_file"
    """"Schadedossier": a claim file."""
    INVOICE = "invoice"
    """"Factuur": an invoice that stands alone."""


class Trigger(Name):
    """What sets an enrolment off."""

    AUTOMATIC = "automatic"
    """Saving the dossier."""
    MANUAL = "manual"
    """The Car-Pass button in the vehicle's details."""


class EnrolmentOutcome(Name):
    """Whether a dossier enters the Car-Pass list."""

    ENROLLED = "enrolled"
    """It enters the list."""
    NOT_ENROLLED = "not_enrolled"
    """It does not."""


class VisibleOutcome(Name):
    """Whether a user sees a dossier."""

    VISIBLE = "visible"
    """The user's list shows it."""
    HIDDEN = "hidden"
    """It stands in the list of another site."""


class Policy(Name):
    """Which kind of file the readings come from."""

    WORK_ORDER = "work_order"
    """A work order, by the rule of CPSautosoft."""
    CLAIM_FILE = "claim_file"
    """A body shop's claim file, by the rule of PlanManager."""


class ReadinessOutcome(Name):
    """Whether a reading may be sent to Car-Pass."""

    READY = "ready"
    """It may be sent."""
    BLOCKED = "blocked"
    """Its row is red."""


@dataclass(frozen=True)
class Open:
    """Nothing has been sent, or nothing answered yet."""


@dataclass(frozen=True)
class Questioned:
    """Car-Pass has answered with an error."""

    attempt: int
    """How often, the first time being 1."""


@dataclass(frozen=True)
class Accepted:
    """Car-Pass has accepted the reading."""


@dataclass(frozen=True)
class Confirmed:
    """The user has stated that the data are right ("Afsluiten zonder aanpassing")."""


@dataclass(frozen=True)
class Documented:
    """The correction document has been made."""


@dataclass(frozen=True)
class Exempt:
    """The job is marked as not to be sent."""

    reason: str
    """Why; never blank."""


State: TypeAlias = Open | Questioned | Accepted | Confirmed | Documented | Exempt
"""How far a job's reading has come on its way to the register."""


class PromptOutcome(Name):
    """What the program does on saving."""

    NOTHING_TO_DO = "nothing_to_do"
    """Nothing: the Car-Pass is in order."""
    SEND_FROM_JOB_DOCUMENT = "send_from_job_document"
    """Nothing: the reading is sent from the work order or the claim file."""
    NOT_YET = "not_yet"
    """Nothing yet: something is missing or wrong."""
    OFFER_TO_SEND = "offer_to_send"
    """It offers to send the reading."""


@dataclass(frozen=True)
class BadgeOutcome:
    """What the program does when somebody clocks on."""

    ask_reading: bool
    """It asks for the odometer reading."""
    submit_after_entry: bool
    """It sends the reading as soon as it is entered."""


class Origin(Name):
    """Where the start of work comes from."""

    ENTERED = "entered"
    """It stood in the file."""
    FIRST_CLOCKING = "first_clocking"
    """The first clocking."""
    ARRIVAL = "arrival"
    """The day of "wagen is binnen"."""
    TODAY = "today"
    """Today, for want of anything better."""
    UNKNOWN = "unknown"
    """It is not known."""


@dataclass(frozen=True)
class StartOfWorkOutcome:
    """The start of work, as far as it is known."""

    date: datetime.date | None
    """The day on which work began."""
    time: datetime.time | None
    """The time of the first clocking, to the second."""
    origin: Origin
    """Where the date comes from."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """Which of the settings of the Car-Pass account are filled in, never what they are."""

    user_code_set: bool
    """The user code is filled in."""
    password_set: bool
    """The password is filled in."""
    email_set: bool
    """The e-mail address is filled in."""


class ReadingSource(Name):
    """Which of a claim file's two readings is preferred; the other one is sent where it is missing."""

    DAMAGE_FIRST = "damage_first"
    """The reading of the damage."""
    REPAIR_FIRST = "repair_first"
    """The reading of the repair."""


class ReadingOrigin(Name):
    """Which reading is sent."""

    WORK_ORDER = "work_order"
    """That of the work order."""
    DAMAGE = "damage"
    """That of the damage."""
    REPAIR = "repair"
    """That of the repair."""


@dataclass(frozen=True)
class StartOfWork:
    """When work began."""

    date: datetime.date
    """The day."""
    time: datetime.time | None
    """The time of day, to the second."""


@dataclass(frozen=True)
class SubmissionOutcome:
    """What is sent."""

    vin: str
    """The VIN, normalised."""
    reading_km: int
    """The odometer reading, in kilometres."""
    reading_origin: ReadingOrigin
    """Which reading that is."""
    start_of_work: StartOfWork
    """When work began."""
    first_registration: datetime.date | None
    """The day of the vehicle's first registration."""
    enterprise_number: str
    """The firm's enterprise number."""
    odometer_replaced: bool
    """The odometer was replaced during this job."""
    work_description: str | None
    """What was done to the vehicle."""


class Event(Name):
    """What can happen."""

    ANSWERED_OK = "answered_ok"
    """The reading was sent and Car-Pass accepted it."""
    ANSWERED_ERROR = "answered_error"
    """The reading was sent and Car-Pass answered with an error."""
    CLOSE_WITHOUT_CHANGE = "close_without_change"
    """"Afsluiten zonder aanpassing": the user states that the data are right."""
    CORRECT_DATA = "correct_data"
    """The user corrects the data; they are sent next."""
    GENERATE_DOCUMENT = "generate_document"
    """The user has the correction document made."""
    MARK_EXEMPT = "mark_exempt"
    """The user marks the job as not to be sent."""
    REOPEN = "reopen"
    """The user takes that mark back."""
    FLAG_ODOMETER_REPLACED = "flag_odometer_replaced"
    """The user flags on the job that the odometer was replaced."""


class Action(Name):
    """What a person may do about an error; each is an event of `car_pass.lifecycle`."""

    CORRECT_DATA = "correct_data"
    """Correct the data and send them again."""
    CLOSE_WITHOUT_CHANGE = "close_without_change"
    """"Afsluiten zonder aanpassing": state that the data are right."""
    GENERATE_DOCUMENT = "generate_document"
    """Have the correction document made."""


class DocumentBy(Name):
    """How the correction document goes to Car-Pass."""

    EMAIL_DIRECTLY = "email_directly"
    """By e-mail, straight from the program."""
    PRINT_SIGN_SCAN = "print_sign_scan"
    """Printed, signed and scanned."""


@dataclass(frozen=True)
class ActionsOutcome:
    """What a person may do; each list in the order of the rules."""

    actions: tuple[Action, ...]
    """The actions that are offered."""
    document_by: tuple[DocumentBy, ...]
    """The ways on which the correction document can go to Car-Pass."""


class InvoicingOutcome(Name):
    """Whether the job may be invoiced."""

    ALLOWED = "allowed"
    """It may."""
    DRAFT_ONLY = "draft_only"
    """The invoice may be saved as a draft."""
    BLOCKED = "blocked"
    """It may not."""


class AccountOutcome(Name):
    """Whether the settings are complete."""

    COMPLETE = "complete"
    """They are."""
    INCOMPLETE = "incomplete"
    """Something is missing."""


class HistoryOutcome(Name):
    """Whether the history may be asked for."""

    ALLOWED = "allowed"
    """It may."""
    REFUSED = "refused"
    """It may not."""


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """The facts of `car_pass.readiness`."""

    policy: Policy
    """Which manual's rule applies."""
    vin: str
    """The VIN as entered; may be empty."""
    today: datetime.date
    """Today, as the host's calendar has it."""
    reading_km: int | None = None
    """`work_order`: the reading of the work order, in kilometres."""
    start_of_work: datetime.date | None = None
    """`work_order`: the day on which work began."""
    damage_reading_km: int | None = None
    """`claim_file`: the reading when the damage was done, in kilometres."""
    repair_reading_km: int | None = None
    """`claim_file`: the reading when it was repaired, in kilometres."""


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A work order, claim file or invoice."""

    id: str
    """What the host knows it by."""
    site: str
    """Its site."""
    state: State
    """How far its Car-Pass has come."""
    readiness: Readiness
    """The facts of `car_pass.readiness`."""


@dataclass(frozen=True)
class Listed:
    """A row of the list."""

    id: str
    """What the host knows it by."""
    start_of_work: datetime.date | None
    """The day on which work began."""
    red: bool
    """It may not be sent."""
    reasons: tuple[str, ...]
    """Why the row is red, by the stable names of `car_pass.readiness`."""
    advisories: tuple[str, ...]
    """What a person should look at, by the same names."""


@dataclass(frozen=True)
class WorklistOutcome:
    """The list."""

    dossiers: tuple[Listed, ...]
    """What still has to be sent and the user may see, by start of work, the unknown first; in the given order where
    that is the same.
    """
