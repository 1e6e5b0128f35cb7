from collections.abc import Sequence
from datetime import date

from dms_rules._native import Decision
from dms_rules.inspection import (
    Configured,
    ImportOutcome,
    Line,
    MonthEndOutcome,
    NextDueOutcome,
    Order,
    RegisterFromOrderOutcome,
    Report,
    SourcesOutcome,
    Vehicle,
    VehicleMaster,
    WindowOutcome,
)

__all__ = [
    "import_",
    "month_end",
    "next_due",
    "register_from_order",
    "sources",
    "window",
]

def import_(
    *,
    report: Report,
    order: Order | None = None,
    customer_vehicle_by_number: VehicleMaster | None = None,
    customer_vehicles_by_vin: Sequence[VehicleMaster],
    trade_vehicle: VehicleMaster | None = None,
) -> Decision[ImportOutcome]:
    """`inspection.import_`: what does one report of EBV change in the register, the order and the vehicles?

    `inspection.import` in the rules. `because` has the hints of the error protocol, each about something that is
    updated all the same. The invoice number and date stand in the register only once the order is invoiced; the
    order is updated only before. Advisories: `cancelled_report`, `failed_inspection`, `replacement_plaque`.

    Args:
        report: The report that EBV handed over.
        order: The order that has the report's order number; None where none was found.
        customer_vehicle_by_number: The customer vehicle that has the report's customer and vehicle number; None
            where none was found.
        customer_vehicles_by_vin: The customer vehicles that have the report's chassis number.
        trade_vehicle: The trade vehicle on which the order was opened; None where none was found.

    Raises:
        Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km; `contradiction` for an `order.number`
            that is not the report's; `missing_field` for `order.invoice_number` and `order.invoice_date` of an
            order that is invoiced.

    Source: CDP/IPN, "Daten über Schnittstelle aus dem EBV".
    """

def register_from_order(
    *,
    order_kind: str,
    lines: Sequence[Line],
    configured: Sequence[Configured],
    update_date_1: bool,
    update_date_2: bool,
    day_end: date,
    first_registration: date | None = None,
) -> Decision[RegisterFromOrderOutcome]:
    """`inspection.register_from_order`: which entries does an invoiced order make in the register?

    One for each configured number that occurs in its lines, none for an E-order. An inspection date is updated only
    where an entry is made, by `inspection.next_due` with the manual's window and a yearly interval. Advisory:
    `outside_window`.

    Args:
        order_kind: The kind of the order; "E" marks an E-order ("E-Auftrag"), blanks and case apart.
        lines: The lines of the order.
        configured: The numbers of "Standardwerte Prüfnachweis", at most 10.
        update_date_1: The setting: inspection date 1 ("Prüfdatum 1") is updated.
        update_date_2: The setting: inspection date 2 ("Prüfdatum 2") is updated.
        day_end: The date of the day end ("Tagesabschlussdatum").
        first_registration: The civil day of the first registration; needed where a date is updated.

    Raises:
        Refusal: `out_of_range` for `configured` with more than 10 numbers; `contradiction` for
            `configured[1].number`, a number configured before; where a date is updated, `missing_field` for
            `first_registration`, `contradiction` where it lies after the day end, and `out_of_range` for `day_end`
            past the year 9999.

    Source: CDP/IPN, "Daten aus der Fakturierung aus CDP".
    """

def next_due(
    *,
    today: date,
    first_registration: date,
    interval_months: int = 12,
    months_before: int = 1,
    months_after: int = 2,
) -> Decision[NextDueOutcome]:
    """`inspection.next_due`: in which month is the next inspection due?

    The nominal month is the registration month nearest to today whose window holds today's month; the next
    inspection is due so many months after it. Outside every window the registration month that comes next is taken,
    with the advisory `outside_window`. The window is the manual's unless given; the law's own is told by
    `inspection.window`.

    Args:
        today: The date of the day end ("Tagesabschlussdatum") at which the inspection was invoiced.
        first_registration: The day of the first registration; only its month counts.
        interval_months: How many months after the nominal month the next inspection is due, at least 1; 12 unless
            given.
        months_before: How many months before the nominal month the window opens, 0 to 11; 1 unless given.
        months_after: How many months after the nominal month the window closes, 0 to 11; 2 unless given.

    Raises:
        Refusal: `out_of_range` for an interval of 0 or above 65,535 months, for a window beyond 11 months, and past
            the year 9999; `contradiction` for `first_registration` after today.

    Source: CDP/IPN, "Daten aus der Fakturierung aus CDP" and "ACHTUNG: … außerhalb der gesetzlichen Frist".
    """

def window(*, vehicle: Vehicle, on: date) -> Decision[WindowOutcome]:
    """`inspection.window`: which window and intervals does the law set for a vehicle on a day?

    Where no window is known, none is guessed; the intervals are known all the same.

    Args:
        vehicle: The kind of vehicle.
        on: The day for which the law is asked.

    Source: CDP/IPN, "ACHTUNG: Liegt der Überprüfungsmonat außerhalb der gesetzlichen Frist"; what the law says is
    dated data, each value with the place where it was read.
    """

def month_end(
    *,
    enabled: bool,
    due: date,
    month_end: date,
    grace_months: int,
    interval_months: int,
) -> Decision[MonthEndOutcome]:
    """`inspection.month_end`: at the month end, is an overdue inspection date rolled on?

    By whole intervals to a day after the month end. Nobody inspected the vehicle: the advisory
    `estimated_without_inspection` says so.

    Args:
        enabled: The setting: overdue dates are rolled on at the month end.
        due: The day on which the inspection is due.
        month_end: The date of the month end ("Monatsabschluss").
        grace_months: The setting: how many months a date may be overdue before it is rolled on.
        interval_months: The months between two inspections, at least 1.

    Raises:
        Refusal: `out_of_range` for months below 0 or above 65,535, for an interval of 0, and for `due` past the
            year 9999.

    Source: CDP/IPN, "Daten aus der Fakturierung aus CDP: … bei Überschreitung einer bestimmten Frist".
    """

def sources(*, from_ebv: bool, from_invoicing: bool) -> Decision[SourcesOutcome]:
    """`inspection.sources`: does the register get its data in one way only?

    Two ways are a conflict: inspections would be entered twice.

    Args:
        from_ebv: The register takes over the reports of EBV.
        from_invoicing: The register takes over entries from invoicing.

    Source: CDP/IPN, "1.1 Daten im KFZ-Paket".
    """
