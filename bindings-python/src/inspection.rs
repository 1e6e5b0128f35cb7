//! `inspection.*`.

use std::ops::RangeInclusive;

use dms_rules::inspection as core;
use dms_rules::inspection::register_from_order::{Configured, MOST_NUMBERS};
use pyo3::prelude::*;

use crate::answer::answer;
use crate::decision::decision;
use crate::fact::{DEFAULT, fact_or, out_of_range, read};
use crate::fault::Fault;
use crate::name::mirror;
use crate::record::{Kept, record, record_class, record_if_known, records};

mirror! {
    core::Vehicle = "dms_rules.inspection"."Vehicle" {
        PrivateCar, ClassL, Historic, LightTrailer, TractorTo40, FarmTrailer, GoodsVehicle, Bus, Taxi, Ambulance,
        HeavyTrailer, TractorOver40,
    }
    core::import::InspectionResult = "dms_rules.inspection"."InspectionResult" { Passed, Failed }
    core::import::Target = "dms_rules.inspection"."Target" { Order, CustomerVehicle, TradeVehicle }
    core::register_from_order::LineType = "dms_rules.inspection"."LineType" { Labour, Text, Package, Part }
    core::law::WindowClass = "dms_rules.inspection"."WindowClass" { ClassA, ClassB }
    core::law::Intervals = "dms_rules.inspection"."Intervals" { Yearly, ThreeTwoOne, ThreeTwoTwo, TwoYearly }
    core::sources::Outcome = "dms_rules.inspection"."SourcesOutcome" { Ok, Conflict, None }
}

record_class! {
    core::import::Report<'a> = "dms_rules.inspection"."Report" {
        plaque_number, plaque_kind, valid_until, vin, registration, odometer_km, customer_number, customer_name,
        vehicle_number, report_number, report_kind, cancelled, result, replacement_plaque, inspected_on, inspector,
        assistant, order_number,
    }
    core::import::Order<'a> = "dms_rules.inspection"."Order" {
        number, invoiced, invoice_number, invoice_date, odometer_km, next_inspection, customer_number, customer_name,
        vin, registration, vehicle_number, is_trade_vehicle,
    }
    core::import::VehicleMaster = "dms_rules.inspection"."VehicleMaster" { odometer_km, next_inspection }
    core::register_from_order::Line<'a> = "dms_rules.inspection"."Line" { r#type = "type", number }
    Configured<'a> = "dms_rules.inspection"."Configured" { number, kind }
}

answer! {
    core::import::Outcome<'_> = "dms_rules.inspection" { "ImportOutcome"(register_entry, updates, protocol) }
    core::import::RegisterEntry<'_> = "dms_rules.inspection" {
        "RegisterEntry"(
            plaque_number, plaque_kind, valid_until, vin, registration, odometer_km, customer_number, customer_name,
            vehicle_number, order_number, text_3, text_4, text_5, text_6, text_7, text_8, text_9, invoice_number,
            invoice_date, billing_code
        )
    }
    core::import::Update = "dms_rules.inspection" { "Update"(target, odometer_km, inspection_date_1) }
    core::register_from_order::Outcome<'_> = "dms_rules.inspection" {
        "RegisterFromOrderOutcome"(entries, next_inspection, update_date_1, update_date_2)
    }
    core::register_from_order::Entry<'_> = "dms_rules.inspection" { "Entry"(number, plaque_kind) }
    core::next_due::Outcome = "dms_rules.inspection" { "NextDueOutcome"(due) }
    core::window::Outcome = "dms_rules.inspection" {
        "WindowOutcome"(window_class, months_before, months_after, intervals)
    }
    core::month_end::Outcome = "dms_rules.inspection" { "MonthEndOutcome"(due) }
}

/// Refuses too many numbers before a later fact is read.
fn configured_numbers(numbers: Vec<Configured<'_>>) -> Result<Vec<Configured<'_>>, Fault> {
    if numbers.len() <= MOST_NUMBERS {
        return Ok(numbers);
    }
    Err(out_of_range("configured", &format!("at most {MOST_NUMBERS} numbers, found {}", numbers.len())))
}

/// Refuses a number of months beyond its limits before a later fact is read.
fn within(field: &'static str, months: u16, limits: RangeInclusive<u16>) -> Result<u16, Fault> {
    if limits.contains(&months) {
        return Ok(months);
    }
    Err(out_of_range(field, &format!("{} to {} months, found {months}", limits.start(), limits.end())))
}

decision! {
    /// `inspection.import_`: what does one report of EBV change in the register, the order and the vehicles?
    ///
    /// `inspection.import` in the rules. `because` has the hints of the error protocol, each about something that is
    /// updated all the same. The invoice number and date stand in the register only once the order is invoiced; the
    /// order is updated only before. Advisories: `cancelled_report`, `failed_inspection`, `replacement_plaque`.
    ///
    /// Args:
    ///     report: The report that EBV handed over.
    ///     order: The order that has the report's order number; None where none was found.
    ///     customer_vehicle_by_number: The customer vehicle that has the report's customer and vehicle number; None
    ///         where none was found.
    ///     customer_vehicles_by_vin: The customer vehicles that have the report's chassis number.
    ///     trade_vehicle: The trade vehicle on which the order was opened; None where none was found.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for a reading below 0 or above 9,999,999 km; `contradiction` for an `order.number`
    ///         that is not the report's; `missing_field` for `order.invoice_number` and `order.invoice_date` of an
    ///         order that is invoiced.
    ///
    /// Source: CDP/IPN, "Daten über Schnittstelle aus dem EBV".
    import_(
        report, order = None, customer_vehicle_by_number = None, customer_vehicles_by_vin, trade_vehicle = None,
    ) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::import::Facts {
            report: record("report", report, &kept)?,
            order: record_if_known("order", order, &kept)?,
            customer_vehicle_by_number: record_if_known("customer_vehicle_by_number", customer_vehicle_by_number, &kept)?,
            customer_vehicles_by_vin: records("customer_vehicles_by_vin", customer_vehicles_by_vin, &kept)?,
            trade_vehicle: record_if_known("trade_vehicle", trade_vehicle, &kept)?,
        });
        given.decision(&py, core::import::decide(&facts)?)
    }
}

decision! {
    /// `inspection.register_from_order`: which entries does an invoiced order make in the register?
    ///
    /// One for each configured number that occurs in its lines, none for an E-order. An inspection date is updated only
    /// where an entry is made, by `inspection.next_due` with the manual's window and a yearly interval. Advisory:
    /// `outside_window`.
    ///
    /// Args:
    ///     order_kind: The kind of the order; "E" marks an E-order ("E-Auftrag"), blanks and case apart.
    ///     lines: The lines of the order.
    ///     configured: The numbers of "Standardwerte Prüfnachweis", at most 10.
    ///     update_date_1: The setting: inspection date 1 ("Prüfdatum 1") is updated.
    ///     update_date_2: The setting: inspection date 2 ("Prüfdatum 2") is updated.
    ///     day_end: The date of the day end ("Tagesabschlussdatum").
    ///     first_registration: The civil day of the first registration; needed where a date is updated.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for `configured` with more than 10 numbers; `contradiction` for
    ///         `configured[1].number`, a number configured before; where a date is updated, `missing_field` for
    ///         `first_registration`, `contradiction` where it lies after the day end, and `out_of_range` for `day_end`
    ///         past the year 9999.
    ///
    /// Source: CDP/IPN, "Daten aus der Fakturierung aus CDP".
    register_from_order(
        order_kind, lines, configured, update_date_1, update_date_2, day_end, first_registration = None,
    ) as |py, given| {
        let kept = Kept::new();
        let facts = read!(core::register_from_order::Facts {
            order_kind,
            lines: records("lines", lines, &kept)?,
            configured: configured_numbers(records("configured", configured, &kept)?)?,
            update_date_1,
            update_date_2,
            day_end,
            first_registration,
        });
        given.decision(&py, core::register_from_order::decide(&facts)?)
    }
}

decision! {
    /// `inspection.next_due`: in which month is the next inspection due?
    ///
    /// The nominal month is the registration month nearest to today whose window holds today's month; the next
    /// inspection is due so many months after it. Outside every window the registration month that comes next is taken,
    /// with the advisory `outside_window`. The window is the manual's unless given; the law's own is told by
    /// `inspection.window`.
    ///
    /// Args:
    ///     today: The date of the day end ("Tagesabschlussdatum") at which the inspection was invoiced.
    ///     first_registration: The day of the first registration; only its month counts.
    ///     interval_months: How many months after the nominal month the next inspection is due, at least 1; 12 unless
    ///         given.
    ///     months_before: How many months before the nominal month the window opens, 0 to 11; 1 unless given.
    ///     months_after: How many months after the nominal month the window closes, 0 to 11; 2 unless given.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for an interval of 0 or above 65,535 months, for a window beyond 11 months, and past
    ///         the year 9999; `contradiction` for `first_registration` after today.
    ///
    /// Source: CDP/IPN, "Daten aus der Fakturierung aus CDP" and "ACHTUNG: … außerhalb der gesetzlichen Frist".
    next_due(
        today, first_registration, interval_months = DEFAULT, months_before = DEFAULT, months_after = DEFAULT,
    ) shown "(*, today, first_registration, interval_months=12, months_before=1, months_after=2)" as |py, given| {
        let facts = read!(core::next_due::Facts {
            today,
            first_registration,
            interval_months: {
                let months = fact_or("interval_months", interval_months, core::next_due::default_interval_months())?;
                within("interval_months", months, core::INTERVAL)?
            },
            months_before: {
                let months = fact_or("months_before", months_before, core::next_due::default_months_before())?;
                within("months_before", months, core::REACH)?
            },
            months_after: {
                let months = fact_or("months_after", months_after, core::next_due::default_months_after())?;
                within("months_after", months, core::REACH)?
            },
        });
        given.decision(&py, core::next_due::decide(&facts)?)
    }
}

decision! {
    /// `inspection.window`: which window and intervals does the law set for a vehicle on a day?
    ///
    /// Where no window is known, none is guessed; the intervals are known all the same.
    ///
    /// Args:
    ///     vehicle: The kind of vehicle.
    ///     on: The day for which the law is asked.
    ///
    /// Source: CDP/IPN, "ACHTUNG: Liegt der Überprüfungsmonat außerhalb der gesetzlichen Frist"; what the law says is
    /// dated data, each value with the place where it was read.
    window(vehicle, on) = window
}

decision! {
    /// `inspection.month_end`: at the month end, is an overdue inspection date rolled on?
    ///
    /// By whole intervals to a day after the month end. Nobody inspected the vehicle: the advisory
    /// `estimated_without_inspection` says so.
    ///
    /// Args:
    ///     enabled: The setting: overdue dates are rolled on at the month end.
    ///     due: The day on which the inspection is due.
    ///     month_end: The date of the month end ("Monatsabschluss").
    ///     grace_months: The setting: how many months a date may be overdue before it is rolled on.
    ///     interval_months: The months between two inspections, at least 1.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` for months below 0 or above 65,535, for an interval of 0, and for `due` past the
    ///         year 9999.
    ///
    /// Source: CDP/IPN, "Daten aus der Fakturierung aus CDP: … bei Überschreitung einer bestimmten Frist".
    month_end(enabled, due, month_end, grace_months, interval_months) = month_end
}

decision! {
    /// `inspection.sources`: does the register get its data in one way only?
    ///
    /// Two ways are a conflict: inspections would be entered twice.
    ///
    /// Args:
    ///     from_ebv: The register takes over the reports of EBV.
    ///     from_invoicing: The register takes over entries from invoicing.
    ///
    /// Source: CDP/IPN, "1.1 Daten im KFZ-Paket".
    sources(from_ebv, from_invoicing) = sources
}

/// The Austrian register of the §57a inspections ("Pickerlbuch").
#[pymodule(submodule)]
pub(crate) mod inspection {
    #[pymodule_export]
    use super::{import_, month_end, next_due, register_from_order, sources, window};
}
