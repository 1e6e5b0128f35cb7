"""Replacement, rental and test-drive vehicles.

The times of one call are all naive or all aware. Aware ones may be in different zones; what is answered is in the zone
of the first one given, in the order of the signature, by the host's zone data. Naive ones are the clock on the wall,
and so is the answer.

>>> from datetime import datetime
>>> from dms_rules import Language, booking
>>> booking.plan(
...     planned_start=datetime(2026, 11, 23, 8, 0),
...     planned_end=datetime(2026, 11, 23, 17, 0),
...     others=[
...         booking.OtherBooking(
...             planned_start=datetime(2026, 11, 20, 8, 0), planned_end=datetime(2026, 11, 20, 17, 0), out=True
...         )
...     ],
...     now=datetime(2026, 11, 21, 9, 30),
... ).lines(Language.EN)
['The vehicle is overdue: it should have come back from another booking.']

Sets are sets of names, in and out:

>>> menu = booking.actions(
...     kind=booking.Kind.TEST_DRIVE,
...     status=booking.Status.ISSUED,
...     settled=False,
...     confirmed=False,
...     rights={booking.Right.TAKE_BACK_VEHICLE},
...     created_by_user=True,
... ).outcome
>>> booking.Action.TAKE_BACK in menu.available
True
>>> next(each for each in menu.unavailable if each.action is booking.Action.SETTLE)
Unavailable(action=<Action.SETTLE: 'settle'>, reason=<Obstacle.NOT_FOR_THIS_KIND: 'not_for_this_kind'>)

An outcome that may be of several classes is told apart by `match` or `isinstance`:

>>> returned = booking.take_back(
...     may_take_back=True,
...     issued_at=datetime(2026, 11, 20, 8, 5),
...     already_returned=False,
...     return_at=datetime(2026, 11, 21, 9, 30),
...     update_reservation=True,
... )
>>> match returned.outcome:
...     case booking.TakeBackAllowed(clear_reservation):
...         print("back in the house", clear_reservation)
...     case booking.TakeBackRefused():
...         print(returned.because)
back in the house True
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from dms_rules._name import Name
from dms_rules._native.booking import (
    actions,
    advisor,
    amend_handover,
    cancel_issue,
    confirmation,
    documents,
    driver,
    editable,
    follows_master,
    issue,
    issue_limit,
    issue_prefill,
    maintenance_contract,
    odometer,
    permission,
    plan,
    reservation,
    settlement,
    status,
    take_back,
    template,
)

__all__ = [
    "Action",
    "ActionsOutcome",
    "AdvisorOutcome",
    "AmendHandoverOutcome",
    "Campaign",
    "CancelIssueAllowed",
    "CancelIssueOutcome",
    "CancelIssueRefused",
    "Colour",
    "ConfirmationEvent",
    "ConfirmationOutcome",
    "Damage",
    "Document",
    "DocumentsEvent",
    "DocumentsOutcome",
    "Driver",
    "DriverOutcome",
    "EditableOutcome",
    "Field",
    "FollowsMasterOutcome",
    "Handover",
    "Hindrance",
    "ImmediateWindow",
    "IssueAllowed",
    "IssueLimitOutcome",
    "IssueOutcome",
    "IssuePrefillOutcome",
    "IssueRefused",
    "Kind",
    "Lock",
    "LockedField",
    "MaintenanceContractAllowed",
    "MaintenanceContractOutcome",
    "MaintenanceContractRefused",
    "Obstacle",
    "OdometerOutcome",
    "OrderTarget",
    "OtherBooking",
    "PermissionAction",
    "PermissionOutcome",
    "PlanOutcome",
    "ReservationClear",
    "ReservationEvent",
    "ReservationLeave",
    "ReservationOutcome",
    "ReservationSet",
    "Right",
    "SettlementAllowed",
    "SettlementOutcome",
    "SettlementRefused",
    "Status",
    "StatusOutcome",
    "TakeBackAllowed",
    "TakeBackOutcome",
    "TakeBackRefused",
    "TemplateAllowed",
    "TemplateOrigin",
    "TemplateOutcome",
    "TemplateRefused",
    "Unavailable",
    "actions",
    "advisor",
    "amend_handover",
    "cancel_issue",
    "confirmation",
    "documents",
    "driver",
    "editable",
    "follows_master",
    "issue",
    "issue_limit",
    "issue_prefill",
    "maintenance_contract",
    "odometer",
    "permission",
    "plan",
    "reservation",
    "settlement",
    "status",
    "take_back",
    "template",
]


class Kind(Name):
    """What a vehicle is handed out for."""

    REPLACEMENT = "replacement"
    """"Ersatzfahrzeug": a replacement during a service."""
    RENTAL = "rental"
    """"Mietfahrzeug": a rental."""
    TEST_DRIVE = "test_drive"
    """"Probefahrt": a test drive."""


class Status(Name):
    """How far a booking has come, as `booking.status` tells it."""

    PLANNED = "planned"
    """"geplant": planned and not yet issued."""
    ISSUED = "issued"
    """"ausgegeben": issued and not yet returned."""
    OVERDUE = "overdue"
    """"überfällig": issued, not returned and past its planned end. What holds for issued bookings holds here."""
    RETURNED = "returned"
    """"zurückgegeben": returned, settled or not."""


class Right(Name):
    """The rights of a user for one kind of booking ("Berechtigungsverwaltung")."""

    NEW_AGREEMENT = "new_agreement"
    """"Neue Vereinbarung": make a booking."""
    MANAGER = "manager"
    """"Ersatzfahrzeug-, Mietfahrzeug- bzw. Probefahrtmanager": open the manager's views."""
    LOGBOOK = "logbook"
    """"Fahrtenbuch": open the logbook."""
    EDIT_BOOKING = "edit_booking"
    """"Buchung bearbeiten": edit a booking."""
    DELETE_BOOKING = "delete_booking"
    """"Buchung löschen": delete a booking."""
    OWN_ENTRIES_ONLY = "own_entries_only"
    """"nur eigene Eingaben bearbeiten": a restriction of the two before, not a right of its own."""
    ISSUE_VEHICLE = "issue_vehicle"
    """"Fahrzeug ausgeben": hand the vehicle out."""
    TAKE_BACK_VEHICLE = "take_back_vehicle"
    """"Fahrzeug zurücknehmen": take the vehicle back."""
    AMEND_HANDOVER = "amend_handover"
    """"Fahrzeugübergabe bearbeiten": amend an issue or a return afterwards, and cancel an issue."""
    SETTLE = "settle"
    """"Verrechnung durchführen": settle a replacement or a rental."""


class ImmediateWindow(Name):
    """How far an immediate issue may reach."""

    NEXT_QUARTER_HOUR = "next_quarter_hour"
    """"bis zur nächsten vollen 1/4-Stunde"."""
    FIFTEEN_MINUTES = "fifteen_minutes"
    """"bis 15 Minuten"."""


@dataclass(frozen=True)
class IssueLimitOutcome:
    """Until when an issue may be dated."""

    latest: datetime
    """The latest permitted time, itself included."""


@dataclass(frozen=True)
class IssueAllowed:
    """The vehicle may be handed out."""

    latest: datetime
    """The latest time at which the issue may be dated, itself included."""


@dataclass(frozen=True)
class IssueRefused:
    """The vehicle may not be handed out; the decision's `because` says why."""

    latest: datetime
    """The latest time at which the issue may be dated, itself included."""


IssueOutcome: TypeAlias = IssueAllowed | IssueRefused


class PlanOutcome(Name):
    """What planning answers."""

    OK = "ok"
    """The booking may be planned; what speaks against it stands in the advisories."""


@dataclass(frozen=True, kw_only=True)
class OtherBooking:
    """Another booking of the same vehicle or trial plate."""

    planned_start: datetime
    """Its planned start."""
    planned_end: datetime
    """Its planned end; later than its start."""
    out: bool = False
    """The vehicle was handed out on it and has not come back; `false` unless said."""


@dataclass(frozen=True)
class Damage:
    """A damage of the vehicle."""

    category: str
    """The equipment category ("Ausstattungskategorie") under which it is kept."""
    description: str
    """What is damaged."""


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """A campaign or reminder ("Kampagne/Vormerkung") of the vehicle."""

    code: str
    """Its code."""
    active: bool
    """It is running."""
    open: bool
    """It has not been carried out on this vehicle."""


@dataclass(frozen=True)
class IssuePrefillOutcome:
    """The handover record with which the issue begins, from then on a snapshot (`booking.follows_master`)."""

    odometer_km: int | None
    """The reading in the vehicle master, in kilometres."""
    damages: tuple[Damage, ...]
    """The damages, as given."""
    campaigns: tuple[str, ...]
    """The codes of the campaigns that are active and open."""
    comment: str | None
    """The comment of the booking."""
    signature: None
    """Always none: the customer has yet to sign."""


@dataclass(frozen=True)
class FollowsMasterOutcome:
    """Whether the booking follows."""

    follows_master: bool
    """Later changes of the vehicle master reach the booking."""


class Colour(Name):
    """The colours of the overview."""

    DONE = "done"
    """The one set for done bookings ("Erledigte Termine")."""
    OVERDUE = "overdue"
    """The one set for overdue bookings ("Überfällige Termine")."""
    BOOKING = "booking"
    """The booking's own ("Terminfarbe")."""


@dataclass(frozen=True)
class StatusOutcome:
    """The state of the booking, and how the overview draws it."""

    status: Status
    """The state."""
    from_: datetime
    """Where the drawing starts."""
    to: datetime
    """Where the drawing ends."""
    colour: Colour
    """Its colour."""
    opaque: bool
    """Drawn opaque rather than slightly transparent."""
    warn: bool
    """Drawn with the warning sign."""
    vehicle_in_house: bool
    """This booking does not keep the vehicle out of the house."""
    settled: bool
    """The booking has been settled."""


class PermissionAction(Name):
    """What a user may want to do."""

    CREATE = "create"
    """Make a booking."""
    OPEN_MANAGER = "open_manager"
    """Open the manager's views."""
    OPEN_LOGBOOK = "open_logbook"
    """Open the logbook."""
    EDIT = "edit"
    """Edit a booking."""
    DELETE = "delete"
    """Delete a booking."""
    ISSUE = "issue"
    """Hand the vehicle out."""
    TAKE_BACK = "take_back"
    """Take the vehicle back."""
    AMEND_HANDOVER = "amend_handover"
    """Amend an issue or a return."""
    SETTLE = "settle"
    """Settle a booking."""


class PermissionOutcome(Name):
    """Whether the user may do it."""

    GRANTED = "granted"
    """The user may."""
    DENIED = "denied"
    """The user may not."""


class Field(Name):
    """What there is to change in a booking."""

    PERIOD = "period"
    """The planned period ("Buchungszeitraum")."""
    COLOUR = "colour"
    """The booking's colour."""
    VEHICLE = "vehicle"
    """The vehicle."""
    PLATE = "plate"
    """The trial plate ("Probefahrtkennzeichen")."""
    DETAILS = "details"
    """The booking's details ("Buchungsdetails")."""
    DRIVER = "driver"
    """The driver."""
    CUSTOMER = "customer"
    """The customer."""
    COMMENT = "comment"
    """The comment."""
    HANDOVER_DATA = "handover_data"
    """The data of issue and return."""
    SIGNATURE = "signature"
    """The signature below them."""


class Lock(Name):
    """What locks a field."""

    CONFIRMED = "confirmed"
    """The booking is confirmed."""
    NOT_YET_ISSUED = "not_yet_issued"
    """There is no handover yet."""
    ISSUED = "issued"
    """The vehicle is out."""
    RETURNED = "returned"
    """The vehicle has come back."""
    RIGHT_MISSING = "right_missing"
    """The right to amend the handover is missing."""
    SIGNATURE_SAVED = "signature_saved"
    """The signature has been saved."""


@dataclass(frozen=True)
class LockedField:
    """A field that may not be changed."""

    field: Field
    """The field."""
    reason: Lock
    """What locks it."""


@dataclass(frozen=True)
class EditableOutcome:
    """What may be changed and what not."""

    editable: frozenset[Field]
    """The fields that may be changed."""
    locked: tuple[LockedField, ...]
    """All others, each with what locks it."""


@dataclass(frozen=True)
class CancelIssueAllowed:
    """The issue may be cancelled."""

    clear_reservation: bool
    """Empty the reservation in the vehicle master."""
    keep_odometer: bool
    """Leave the reading in the vehicle master as it is: always."""


@dataclass(frozen=True)
class CancelIssueRefused:
    """It may not; the decision's `because` says why."""


CancelIssueOutcome: TypeAlias = CancelIssueAllowed | CancelIssueRefused


@dataclass(frozen=True)
class TakeBackAllowed:
    """The vehicle may be taken back."""

    clear_reservation: bool
    """Empty the reservation in the vehicle master."""


@dataclass(frozen=True)
class TakeBackRefused:
    """It may not; the decision's `because` says why."""


TakeBackOutcome: TypeAlias = TakeBackAllowed | TakeBackRefused


@dataclass(frozen=True, kw_only=True)
class Handover:
    """The actual issue and return on another booking."""

    issued_at: datetime
    """When the vehicle was handed out."""
    returned_at: datetime | None = None
    """When it came back; not before it was handed out."""


class AmendHandoverOutcome(Name):
    """Whether the times of the handover may be changed."""

    ALLOWED = "allowed"
    """It may."""
    REFUSED = "refused"
    """It may not."""


@dataclass(frozen=True)
class OdometerOutcome:
    """The vehicle master afterwards."""

    master_km: int
    """Its reading, in kilometres."""


class TemplateOrigin(Name):
    """Where a new booking is asked for."""

    MANAGER = "manager"
    """"Neu mit Vorlage" in a manager's view."""
    LOGBOOK = "logbook"
    """"Neu mit Vorlage" in the logbook."""
    TAKE_BACK = "take_back"
    """"Speichern und Neu" at the return."""
    AMEND_TAKE_BACK = "amend_take_back"
    """"Rückgabe bearbeiten", which has no such button."""


@dataclass(frozen=True)
class TemplateAllowed:
    """A new booking is made."""

    start: datetime
    """Its planned start: the planned end of the existing booking."""
    end: datetime
    """Its planned end: half an hour later."""
    reload_vehicle: bool
    """Load the vehicle's data from the vehicle master: always."""
    licence_checked: bool
    """The tick "Führerscheindaten kontrolliert": never taken over."""


@dataclass(frozen=True)
class TemplateRefused:
    """It cannot be asked for here."""


TemplateOutcome: TypeAlias = TemplateAllowed | TemplateRefused


@dataclass(frozen=True)
class AdvisorOutcome:
    """Who is preselected."""

    advisor: str | None
    """The advisor's code; none where nobody is preselected."""


class Driver(Name):
    """What the driver's data come from ("Lenker Typ")."""

    CUSTOMER = "customer"
    """"Kunde": a customer."""
    CONTACT = "contact"
    """"Ansprechpartner": a contact of the customer."""
    FREE_ENTRY = "free_entry"
    """"Freie Eingabe": typed in."""
    EMPTY = "empty"
    """The customer or contact was emptied."""


class Hindrance(Name):
    """What stands in the way."""

    NOT_FREE_ENTRY = "not_free_entry"
    """The names come from the master and are locked."""
    CUSTOMER_RIGHT_MISSING = "customer_right_missing"
    """The right for the customer master is missing."""
    VEHICLE_RIGHT_MISSING = "vehicle_right_missing"
    """The right for the vehicle master is missing."""
    CONTACT_NOT_OWNER = "contact_not_owner"
    """A contact of a customer who does not own the vehicle."""
    FREE_ENTRY = "free_entry"
    """What was typed in is never written back."""


@dataclass(frozen=True)
class DriverOutcome:
    """What may be done with the driver's data."""

    name_editable: bool
    """Salutation, title and names may be edited."""
    may_write_customer: bool
    """"In Stammdaten übernehmen": the data may be written back to the customer or contact."""
    may_write_vehicle: bool
    """"In Fahrzeugstammdaten übernehmen": the driver may be written to the vehicle master."""
    follow_customer: bool
    """The driver is overwritten with the new customer's data."""
    reasons: frozenset[Hindrance]
    """What stands in the way."""


class ReservationEvent(Name):
    """What may happen to a handover."""

    ISSUED = "issued"
    """The vehicle was handed out."""
    ISSUE_CANCELLED = "issue_cancelled"
    """The issue was cancelled."""
    RETURNED = "returned"
    """The vehicle came back."""


@dataclass(frozen=True)
class ReservationLeave:
    """Leave the reservation as it is."""


@dataclass(frozen=True)
class ReservationSet:
    """Set the flag "Reserviert", and with it the rest."""

    reserved_by: str
    """"Reserviert von Mitarbeiter": the code of the issuer."""
    reserved_until: date
    """"Reserviert bis": the date of the planned end."""
    reserved_for: str
    """"Reserviert von Kunde": the customer's number."""


@dataclass(frozen=True)
class ReservationClear:
    """Empty the reservation's fields."""


ReservationOutcome: TypeAlias = ReservationLeave | ReservationSet | ReservationClear


class DocumentsEvent(Name):
    """What may set off an automatic print."""

    SAVED = "saved"
    """The booking was saved."""
    ISSUED = "issued"
    """The vehicle was handed out."""
    RETURNED = "returned"
    """The vehicle came back."""


class Document(Name):
    """The documents of a booking."""

    CONFIRMATION = "confirmation"
    """"Terminbestätigung"."""
    CONTRACT = "contract"
    """"Vertrag" ("Ausgabebeleg")."""
    RETURN_CONFIRMATION = "return_confirmation"
    """"Rückgabebestätigung"."""
    TRIAL_CERTIFICATE = "trial_certificate"
    """"Probefahrtbescheinigung"."""
    TRIAL_SUPPLEMENT = "trial_supplement"
    """"Probefahrtbescheinigung – Zusatzblatt"."""
    TRIAL_CONTRACT = "trial_contract"
    """"Vertrag, Probefahrtbescheinigung und Zusatzblatt"."""
    OVERVIEW = "overview"
    """"Übersicht", in the logbook."""


@dataclass(frozen=True)
class DocumentsOutcome:
    """What can be printed and what is."""

    available: frozenset[Document]
    """What can be printed."""
    print_now: frozenset[Document]
    """What is printed now by itself."""


class Action(Name):
    """What the menus offer."""

    OPEN = "open"
    """Open the booking."""
    DELETE = "delete"
    """Delete it."""
    ISSUE = "issue"
    """"Fahrzeug ausgeben"."""
    ISSUE_NOW = "issue_now"
    """"Sofortausgabe"."""
    CANCEL_ISSUE = "cancel_issue"
    """"Ausgabe stornieren"."""
    TAKE_BACK = "take_back"
    """"Fahrzeug zurücknehmen"."""
    SETTLE = "settle"
    """"Abrechnung"."""
    VEHICLE_MASTER = "vehicle_master"
    """"Aufruf Fahrzeugstamm"."""
    PRINT = "print"
    """"Druck von Belegen"."""
    NEW_FROM_TEMPLATE = "new_from_template"
    """"Neu mit Vorlage"."""
    CONFIRM = "confirm"
    """"Termin bestätigen"."""
    UNCONFIRM = "unconfirm"
    """"Terminbestätigung aufheben"."""


class Obstacle(Name):
    """Why an action is not available."""

    NOT_FOR_THIS_KIND = "not_for_this_kind"
    """Bookings of this kind have no such action."""
    RIGHT_MISSING = "right_missing"
    """The user lacks the right that it needs."""
    NOT_OWN_ENTRY = "not_own_entry"
    """The user may touch own entries only."""
    ALREADY_ISSUED = "already_issued"
    """The vehicle has been handed out."""
    NOT_ISSUED = "not_issued"
    """The vehicle has not been handed out."""
    ALREADY_RETURNED = "already_returned"
    """The vehicle has come back."""
    NOT_RETURNED = "not_returned"
    """The vehicle has not come back."""
    ALREADY_SETTLED = "already_settled"
    """The booking has been settled."""
    CONFIRMED = "confirmed"
    """The booking is confirmed."""
    NOT_CONFIRMED = "not_confirmed"
    """The booking is not confirmed."""


@dataclass(frozen=True)
class Unavailable:
    """An action that is not available."""

    action: Action
    """The action."""
    reason: Obstacle
    """Why it is not."""


@dataclass(frozen=True)
class ActionsOutcome:
    """What can be done and what not."""

    available: frozenset[Action]
    """What can be done."""
    unavailable: tuple[Unavailable, ...]
    """All other actions, each with the first reason that holds."""


class OrderTarget(Name):
    """Where the line of the settlement goes."""

    NEW = "new"
    """A new order."""
    EXISTING = "existing"
    """An order that exists."""


@dataclass(frozen=True)
class SettlementAllowed:
    """The booking can be settled."""

    copy_comment: bool
    """Copy the comment of the handover into the line."""


@dataclass(frozen=True)
class SettlementRefused:
    """It cannot; the decision's `because` says why."""


SettlementOutcome: TypeAlias = SettlementAllowed | SettlementRefused


class ConfirmationEvent(Name):
    """What may be done to a service appointment."""

    CONFIRM = "confirm"
    """"Termin bestätigen"."""
    UNCONFIRM = "unconfirm"
    """"Terminbestätigung aufheben"."""


@dataclass(frozen=True)
class ConfirmationOutcome:
    """The confirmations afterwards."""

    appointment_confirmed: bool
    """Whether the service appointment is confirmed."""
    booking_confirmed: bool | None
    """Whether its replacement booking is; none where it has no booking."""


@dataclass(frozen=True)
class MaintenanceContractAllowed:
    """A contract can be opened."""

    number: str
    """The number of the contract ("Wartungsvertragsnummer")."""
    vin: str
    """The vehicle."""
    invoice_recipient: str
    """Who rented the vehicle, and pays."""
    valid_from: date
    """"Datum gültig ab"."""
    valid_to: date
    """"Datum gültig bis"."""
    saved: bool
    """Never: a person saves the contract."""


@dataclass(frozen=True)
class MaintenanceContractRefused:
    """It cannot: the booking is no rental."""


MaintenanceContractOutcome: TypeAlias = MaintenanceContractAllowed | MaintenanceContractRefused
