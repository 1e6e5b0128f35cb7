"""The Austrian register of the §57a inspections ("Pickerlbuch").

`inspection.import` of the rules is `import_` here, for `import` is a word of Python's.

>>> from datetime import date
>>> from dms_rules import inspection
>>> inspection.next_due(today=date(2026, 11, 21), first_registration=date(2019, 10, 3)).outcome
NextDueOutcome(due=datetime.date(2027, 10, 1))
>>> order = inspection.register_from_order(
...     order_kind="W",
...     lines=[inspection.Line(type=inspection.LineType.LABOUR, number="57A")],
...     configured=[inspection.Configured(number="57A", kind="W"), inspection.Configured(number="57B")],
...     update_date_1=True,
...     update_date_2=False,
...     day_end=date(2026, 11, 21),
...     first_registration=date(2019, 10, 3),
... )
>>> order.outcome.entries
(Entry(number='57A', plaque_kind='W'),)
>>> order.outcome.next_inspection
datetime.date(2027, 10, 1)
"""

from dataclasses import dataclass
from datetime import date

from dms_rules._name import Name
from dms_rules._native.inspection import import_, month_end, next_due, register_from_order, sources, window

__all__ = [
    "Configured",
    "Entry",
    "ImportOutcome",
    "InspectionResult",
    "Intervals",
    "Line",
    "LineType",
    "MonthEndOutcome",
    "NextDueOutcome",
    "Order",
    "RegisterEntry",
    "RegisterFromOrderOutcome",
    "Report",
    "SourcesOutcome",
    "Target",
    "Update",
    "Vehicle",
    "VehicleMaster",
    "WindowClass",
    "WindowOutcome",
    "import_",
    "month_end",
    "next_due",
    "register_from_order",
    "sources",
    "window",
]


class Vehicle(Name):
    """What the law tells apart when it sets windows and intervals."""

    PRIVATE_CAR = "private_car"
    """A private car (M1)."""
    CLASS_L = "class_l"
    """A moped, motorcycle or light four-wheeler (L)."""
    HISTORIC = "historic"
    """A historic vehicle."""
    LIGHT_TRAILER = "light_trailer"
    """A light trailer (O1, O2)."""
    TRACTOR_TO_40 = "tractor_to_40"
    """A tractor of up to 40 km/h."""
    FARM_TRAILER = "farm_trailer"
    """A farm trailer."""
    GOODS_VEHICLE = "goods_vehicle"
    """A vehicle for goods (N)."""
    BUS = "bus"
    """A bus (M2, M3)."""
    TAXI = "taxi"
    """A taxi."""
    AMBULANCE = "ambulance"
    """An ambulance."""
    HEAVY_TRAILER = "heavy_trailer"
    """A heavy trailer (O3, O4)."""
    TRACTOR_OVER_40 = "tractor_over_40"
    """A tractor of more than 40 km/h."""


class InspectionResult(Name):
    """The result of an inspection."""

    PASSED = "passed"
    """The vehicle passed."""
    FAILED = "failed"
    """It did not."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report ("Gutachten") of EBV."""

    plaque_number: str
    """The number of the plaque ("Plakettennummer")."""
    plaque_kind: str
    """The kind of plaque ("Plakettenart")."""
    valid_until: date
    """The day until which the plaque is valid ("Gültig bis")."""
    vin: str
    """The chassis number."""
    registration: str
    """The registration ("Kennzeichen")."""
    odometer_km: int
    """The odometer reading, in kilometres."""
    customer_number: str | None = None
    """The customer's number."""
    customer_name: str | None = None
    """The customer's name."""
    vehicle_number: str | None = None
    """The vehicle's number."""
    report_number: str
    """The number of the report ("Gutachtennummer")."""
    report_kind: str
    """The kind of report ("Gutachtenart")."""
    cancelled: bool
    """The report was cancelled in EBV."""
    result: InspectionResult
    """The result of the inspection ("Prüfergebnis")."""
    replacement_plaque: str | None = None
    """The plaque that replaces another ("Ersatzplakette")."""
    inspected_on: date
    """The day of the inspection ("Begutachtungsdatum")."""
    inspector: str
    """The inspector ("Prüfer")."""
    assistant: str | None = None
    """The inspector's assistant ("Prüfhelfer")."""
    order_number: str | None = None
    """The number of the order ("Auftragsnummer")."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """The order that a report belongs to."""

    number: str
    """Its number: that of the report."""
    invoiced: bool
    """It is invoiced."""
    invoice_number: str | None = None
    """The number of the invoice; needed where it is invoiced."""
    invoice_date: date | None = None
    """The date of the invoice; needed where it is invoiced."""
    odometer_km: int | None = None
    """Its odometer reading, in kilometres."""
    next_inspection: date | None = None
    """Its inspection date 1."""
    customer_number: str | None = None
    """The customer's number."""
    customer_name: str | None = None
    """The customer's name."""
    vin: str | None = None
    """The chassis number."""
    registration: str | None = None
    """The registration."""
    vehicle_number: str | None = None
    """The vehicle's number."""
    is_trade_vehicle: bool
    """It was opened on a trade vehicle ("Handelsfahrzeug")."""


@dataclass(frozen=True, kw_only=True)
class VehicleMaster:
    """What the master data of a vehicle say."""

    odometer_km: int | None = None
    """Its odometer reading, in kilometres."""
    next_inspection: date | None = None
    """Its inspection date 1."""


@dataclass(frozen=True)
class RegisterEntry:
    """An entry in the register, field by field as the manual lists them."""

    plaque_number: str
    """"Plakettennummer"."""
    plaque_kind: str
    """"Plakettenart"."""
    valid_until: date
    """"Gültig bis"."""
    vin: str
    """"Fahrgestellnummer": the order's, else the report's."""
    registration: str
    """"Kennzeichen": the order's, else the report's."""
    odometer_km: int
    """"Kilometerstand"."""
    customer_number: str | None
    """"Kundennummer": the order's, else the report's."""
    customer_name: str | None
    """The customer's name: the order's, else the report's."""
    vehicle_number: str | None
    """The vehicle's number: the order's, else the report's."""
    order_number: str | None
    """"Auftragsnummer"."""
    text_3: str
    """Text 3: "Gutachtennummer und Gutachtenart"."""
    text_4: str
    """Text 4: "STORNIERT, falls in EBV Gutachten storniert wurde"."""
    text_5: InspectionResult
    """Text 5: "Prüfergebnis"."""
    text_6: str
    """Text 6: "Ersatzplakette"; empty where there is none."""
    text_7: date
    """Text 7: "Begutachtungsdatum"."""
    text_8: str
    """Text 8: "Prüfer"."""
    text_9: str
    """Text 9: "Prüfhelfer"; empty where there was none."""
    invoice_number: str | None
    """The number of the invoice, once the order is invoiced."""
    invoice_date: date | None
    """The date of the invoice, once the order is invoiced."""
    billing_code: str
    """"Weiters bleibt der Verrechnungscode immer LEER"."""


class Target(Name):
    """What a report updates."""

    ORDER = "order"
    """The order."""
    CUSTOMER_VEHICLE = "customer_vehicle"
    """The customer vehicle ("Kundenfahrzeug")."""
    TRADE_VEHICLE = "trade_vehicle"
    """The trade vehicle ("Handelsfahrzeug")."""


@dataclass(frozen=True)
class Update:
    """What a report writes into an order or the master data of a vehicle."""

    target: Target
    """What is updated."""
    odometer_km: int
    """Its new odometer reading, in kilometres."""
    inspection_date_1: date
    """Its new inspection date 1."""


@dataclass(frozen=True)
class ImportOutcome:
    """What is to be written."""

    register_entry: RegisterEntry
    """The entry in the register."""
    updates: tuple[Update, ...]
    """What is updated, in the manual's order."""
    protocol: tuple[str, ...]
    """The hints of the error protocol ("Fehlerprotokoll"), in the manual's order: what `because` names."""


class LineType(Name):
    """What a line of an order charges."""

    LABOUR = "labour"
    """Labour ("AW")."""
    TEXT = "text"
    """A text ("TE")."""
    PACKAGE = "package"
    """A package ("PA")."""
    PART = "part"
    """A part ("ET")."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the order."""

    type: LineType
    """What the line charges."""
    number: str
    """Its number; blank where it has none."""


@dataclass(frozen=True, kw_only=True)
class Configured:
    """A number that stands for an inspection."""

    number: str
    """The number of labour, text, package or part."""
    kind: str | None = None
    """The kind of plaque ("Art") that goes with it."""


@dataclass(frozen=True)
class Entry:
    """An entry in the register."""

    number: str
    """The configured number that the order contains."""
    plaque_kind: str | None
    """The kind of plaque that goes with it, if one does."""


@dataclass(frozen=True)
class RegisterFromOrderOutcome:
    """What the order makes of the register and of the inspection dates."""

    entries: tuple[Entry, ...]
    """The entries, in the order in which the numbers are configured."""
    next_inspection: date | None
    """The first day of the month of the next inspection; none where no date is updated."""
    update_date_1: bool
    """Inspection date 1 is set to it."""
    update_date_2: bool
    """Inspection date 2 is set to it."""


@dataclass(frozen=True)
class NextDueOutcome:
    """When the next inspection is due."""

    due: date
    """The first day of the month."""


class WindowClass(Name):
    """Which of the two windows holds for a vehicle."""

    CLASS_A = "class_a"
    """Class A."""
    CLASS_B = "class_b"
    """Class B."""


class Intervals(Name):
    """After how many years the inspections of a vehicle follow one another."""

    YEARLY = "yearly"
    """Every year."""
    THREE_TWO_ONE = "three_two_one"
    """After three years, then two, then every year."""
    THREE_TWO_TWO = "three_two_two"
    """After three years, then every two."""
    TWO_YEARLY = "two_yearly"
    """Every two years."""


@dataclass(frozen=True)
class WindowOutcome:
    """What the law says about the vehicle on that day."""

    window_class: WindowClass | None
    """Which of the two windows holds; none where no window is known."""
    months_before: int | None
    """How many months before the nominal month the window opens."""
    months_after: int | None
    """How many months after the nominal month the window closes."""
    intervals: Intervals
    """After how many years the inspections follow one another."""


@dataclass(frozen=True)
class MonthEndOutcome:
    """When the inspection is due after the month end."""

    due: date
    """The day."""


class SourcesOutcome(Name):
    """Whether the settings fit together."""

    OK = "ok"
    """The register has one source."""
    CONFLICT = "conflict"
    """It has two, and would enter inspections twice."""
    NONE = "none"
    """It has none."""
