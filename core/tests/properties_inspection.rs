//! What holds for all facts of the inspection register that the types allow, dates at both ends of the calendar
//! included.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use dms_rules::decision::Decision;
use dms_rules::error::ErrorCode;
use dms_rules::inspection::import::{self, InspectionResult, Order, Report, Target, VehicleMaster};
use dms_rules::inspection::register_from_order::{self, Configured, Line, LineType};
use dms_rules::inspection::{Vehicle, month_end, next_due, sources, window};
use dms_rules::value::OdometerReading;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    let near = |day: NaiveDate, days: i64| (-days..=days).prop_map(move |days| day + TimeDelta::days(days));
    prop_oneof![
        8 => near(day(2026, 11, 21), 1_500),
        2 => near(day(2018, 5, 20), 900),
        1 => near(day(9998, 12, 31), 365),
        1 => Just(NaiveDate::MIN),
        1 => Just(NaiveDate::MAX),
    ]
}

/// Months since the year 0, by which dates are compared whatever the day.
fn month(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

/// Every answer of a table: no combination that it declares impossible, the row and the advisories that fit.
fn agrees_with_its_table<O>(decision: &Decision<O>) -> Result<(), TestCaseError> {
    let (table, holds) = (decision.table(), decision.condition_bits());
    let declared = table.impossible.iter().find(|when| when.fits(holds));
    prop_assert!(declared.is_none(), "{}: {holds:#b} is declared impossible", table.id);
    match decision.row_index() {
        Some(row) => prop_assert_eq!(Some(row), table.rows.iter().position(|row| row.when.fits(holds))),
        None => {
            let fitting = table.rows.iter().filter(|row| row.when.fits(holds)).map(|row| row.reason.id);
            prop_assert!(decision.because().ids().eq(fitting));
        }
    }
    let fitting = table.advisories.iter().filter(|row| row.when.fits(holds)).map(|row| row.reason.id);
    prop_assert!(decision.advisories().ids().eq(fitting));
    Ok(())
}

prop_compose! {
    fn any_next_due_facts()(
        today in any_date(),
        first_registration in any_date(),
        interval_months in prop_oneof![Just(12), 1_u16..=36, any::<u16>()],
        months_before in 0_u16..=12,
        months_after in 0_u16..=12,
    ) -> next_due::Facts {
        next_due::Facts { today, first_registration, interval_months, months_before, months_after }
    }
}

prop_compose! {
    fn any_month_end_facts()(
        enabled in prop::bool::weighted(0.8),
        due in any_date(),
        month_end in any_date(),
        grace_months in prop_oneof![0_u16..=6, any::<u16>()],
        interval_months in prop_oneof![0_u16..=36, any::<u16>()],
    ) -> month_end::Facts {
        month_end::Facts { enabled, due, month_end, grace_months, interval_months }
    }
}

const NUMBERS: &[&str] = &["57A", " 57A ", "57a", "PICKERL", "0810", "", " "];

fn any_line() -> impl Strategy<Value = Line<'static>> {
    (select(LineType::ALL), select(NUMBERS)).prop_map(|(r#type, number)| Line { r#type, number })
}

prop_compose! {
    fn any_order_facts()(
        order_kind in select(&["", "A", "E", " e ", "EE"][..]),
        lines in vec(any_line(), 0..4),
        configured in vec((select(NUMBERS), of(select(&["W", "G", " "][..]))), 0..12),
        [update_date_1, update_date_2] in any::<[bool; 2]>(),
        day_end in any_date(),
        first_registration in of(any_date()),
    ) -> register_from_order::Facts<'static> {
        let configured = configured.into_iter().map(|(number, kind)| Configured { number, kind }).collect();
        register_from_order::Facts {
            order_kind,
            lines,
            configured,
            update_date_1,
            update_date_2,
            day_end,
            first_registration,
        }
    }
}

fn any_reading() -> impl Strategy<Value = OdometerReading> {
    prop_oneof![Just(120_000), 119_990_u32..120_010, 0..=9_999_999_u32]
        .prop_map(|km| OdometerReading::new(km).expect("at most seven digits"))
}

fn any_text() -> impl Strategy<Value = Option<&'static str>> {
    of(select(&["", " ", "4711", "4712"][..]))
}

prop_compose! {
    fn any_vehicle()(odometer_km in of(any_reading()), next_inspection in of(any_date())) -> VehicleMaster {
        VehicleMaster { odometer_km, next_inspection }
    }
}

prop_compose! {
    fn any_report()(
        [valid_until, inspected_on] in [any_date(), any_date()],
        odometer_km in any_reading(),
        [customer_number, customer_name, vehicle_number, replacement_plaque, assistant, order_number]
            in [any_text(), any_text(), any_text(), any_text(), any_text(), any_text()],
        cancelled in any::<bool>(),
        result in select(InspectionResult::ALL),
    ) -> Report<'static> {
        Report {
            plaque_number: "AB12345",
            plaque_kind: "W",
            valid_until,
            vin: "WAUZZZ8V3EA070544",
            registration: "W-12345X",
            odometer_km,
            customer_number,
            customer_name,
            vehicle_number,
            report_number: "2026/001",
            report_kind: "57a",
            cancelled,
            result,
            replacement_plaque,
            inspected_on,
            inspector: "Huber",
            assistant,
            order_number,
        }
    }
}

prop_compose! {
    fn any_order()(
        number in select(&["4711", "4712"][..]),
        [invoiced, is_trade_vehicle] in any::<[bool; 2]>(),
        invoice_date in of(any_date()),
        VehicleMaster { odometer_km, next_inspection } in any_vehicle(),
        [invoice_number, customer_number, customer_name, vin, registration, vehicle_number]
            in [any_text(), any_text(), any_text(), any_text(), any_text(), any_text()],
    ) -> Order<'static> {
        Order {
            number,
            invoiced,
            invoice_number,
            invoice_date,
            odometer_km,
            next_inspection,
            customer_number,
            customer_name,
            vin,
            registration,
            vehicle_number,
            is_trade_vehicle,
        }
    }
}

prop_compose! {
    fn any_import_facts()(
        report in any_report(),
        order in of(any_order()),
        // Mostly the order is the report's.
        is_the_reports in prop::bool::weighted(0.9),
        customer_vehicle_by_number in of(any_vehicle()),
        customer_vehicles_by_vin in vec(any_vehicle(), 0..3),
        trade_vehicle in of(any_vehicle()),
    ) -> import::Facts<'static> {
        let order_number = order.filter(|_| is_the_reports).map_or(report.order_number, |order| Some(order.number));
        let report = Report { order_number, ..report };
        import::Facts { report, order, customer_vehicle_by_number, customer_vehicles_by_vin, trade_vehicle }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn next_due_is_total(facts in any_next_due_facts()) {
        match next_due::decide(&facts) {
            Ok(decision) => {
                agrees_with_its_table(&decision)?;
                prop_assert_eq!(decision.outcome.due.day(), 1);
            }
            Err(refused) => prop_assert!(match (refused.code(), refused.field()) {
                (ErrorCode::OutOfRange, Some("interval_months")) => {
                    facts.interval_months == 0 || facts.today.year() > 4_000
                }
                (ErrorCode::OutOfRange, Some("months_before")) => facts.months_before > 11,
                (ErrorCode::OutOfRange, Some("months_after")) => facts.months_after > 11,
                (ErrorCode::OutOfRange, Some("today")) => facts.today.year() > 9_998,
                (ErrorCode::Contradiction, Some("first_registration")) => facts.first_registration > facts.today,
                _ => false,
            }, "{refused}"),
        }
    }

    #[test]
    fn next_due_is_the_nearest_anniversary_and_the_interval(facts in any_next_due_facts()) {
        if let Ok(decision) = next_due::decide(&facts) {
            let (today, registration) = (month(facts.today), month(facts.first_registration));
            let window = -i32::from(facts.months_before)..=i32::from(facts.months_after);
            let anniversaries = (today - 12..=today + 12).filter(|month| (month - registration) % 12 == 0);
            // The first of two equally near is the earlier.
            let in_window = anniversaries.filter(|month| window.contains(&(today - month)));
            let nominal = in_window.min_by_key(|month| (today - month).abs());
            let expected = match nominal {
                Some(nominal) => nominal + i32::from(facts.interval_months),
                None => (today + 1..).find(|month| (month - registration) % 12 == 0).expect("within a year"),
            };
            prop_assert_eq!(month(decision.outcome.due), expected);
            prop_assert_eq!(decision.advisories().contains("outside_window"), nominal.is_none());
        }
    }

    #[test]
    fn next_due_lies_after_the_inspected_month(facts in any_next_due_facts()) {
        // A shorter interval than the window reaches back could lead to a month that has passed.
        prop_assume!(facts.interval_months > facts.months_after);
        if let Ok(decision) = next_due::decide(&facts) {
            prop_assert!(month(decision.outcome.due) > month(facts.today));
        }
    }

    #[test]
    fn an_inspection_in_the_month_it_is_due_is_due_again_after_the_interval(facts in any_next_due_facts()) {
        let yearly = next_due::Facts { interval_months: 12, ..facts };
        if let Ok(first) = next_due::decide(&yearly)
            && let Ok(second) = next_due::decide(&next_due::Facts { today: first.outcome.due, ..yearly })
        {
            prop_assert_eq!(first.outcome.due.checked_add_months(Months::new(12)), Some(second.outcome.due));
        }
    }

    #[test]
    fn the_day_of_the_month_does_not_matter(facts in any_next_due_facts(), first in 1_u32..=28, other in 1_u32..=28) {
        let on = |day: u32| {
            let today = facts.today.with_day(day).expect("a day that every month has");
            let first_registration = facts.first_registration.with_day(1).expect("a first");
            next_due::decide(&next_due::Facts { today, first_registration, ..facts })
        };
        prop_assert_eq!(on(first), on(other));
    }

    #[test]
    fn a_window_is_known_once_it_is_law(vehicle in select(Vehicle::ALL), on in any_date(), later in 0_i64..9_000) {
        let known = window::decide(&window::Facts { vehicle, on }).expect("total");
        agrees_with_its_table(&known)?;
        let window = known.outcome;
        prop_assert_eq!(window.window_class.is_none(), known.row().map(|row| row.id) == Some("no_data"));
        prop_assert_eq!(window.window_class.is_some(), window.months_before.is_some() && window.months_after.is_some());
        if let Some(on) = on.checked_add_signed(TimeDelta::days(later)) {
            let then = window::decide(&window::Facts { vehicle, on }).expect("total").outcome;
            prop_assert!(window.window_class.is_none() || then.window_class == window.window_class);
        }
    }

    #[test]
    fn month_end_is_total(facts in any_month_end_facts()) {
        match month_end::decide(&facts) {
            Ok(decision) => agrees_with_its_table(&decision)?,
            Err(refused) if refused.field() == Some("interval_months") => prop_assert_eq!(facts.interval_months, 0),
            Err(refused) => {
                prop_assert_eq!(refused.field(), Some("due"));
                prop_assert!(facts.due.max(facts.month_end).year() > 4_000);
            }
        }
    }

    #[test]
    fn month_end_rolls_past_it_and_keeps_the_phase(facts in any_month_end_facts()) {
        if let Ok(decision) = month_end::decide(&facts) {
            let due = decision.outcome.due;
            if decision.row().map(|row| row.id) == Some("rolled") {
                prop_assert!(facts.enabled && due > facts.month_end);
                let months = (month(due) - month(facts.due)).unsigned_abs();
                prop_assert_eq!(months % u32::from(facts.interval_months), 0);
                prop_assert_eq!(facts.due.checked_add_months(Months::new(months)), Some(due));
                let one_less = facts.due + Months::new(months - u32::from(facts.interval_months));
                prop_assert!(one_less <= facts.month_end);
                prop_assert!(decision.advisories().contains("estimated_without_inspection"));
            } else {
                prop_assert_eq!(due, facts.due);
                prop_assert!(decision.advisories().is_empty());
            }
        }
    }

    #[test]
    fn a_date_that_was_rolled_on_stays(facts in any_month_end_facts()) {
        if let Ok(once) = month_end::decide(&facts) {
            let due = once.outcome.due;
            let twice = month_end::decide(&month_end::Facts { due, ..facts }).expect("a date within the calendar");
            prop_assert_eq!(twice.outcome.due, due);
        }
    }

    #[test]
    fn sources_are_alike(from_ebv: bool, from_invoicing: bool) {
        let facts = sources::Facts { from_ebv, from_invoicing };
        let decision = sources::decide(&facts).expect("total");
        agrees_with_its_table(&decision)?;
        let swapped = sources::Facts { from_ebv: from_invoicing, from_invoicing: from_ebv };
        prop_assert_eq!(Ok(decision), sources::decide(&swapped));
        prop_assert_eq!(decision.outcome == sources::Outcome::Ok, from_ebv != from_invoicing);
    }

    #[test]
    fn register_from_order_is_total(facts in any_order_facts()) {
        match register_from_order::decide(&facts) {
            Ok(decision) => {
                agrees_with_its_table(&decision)?;
                let outcome = &decision.outcome;
                let is_registered = decision.row().map(|row| row.id) == Some("registered");
                prop_assert_eq!(is_registered, !outcome.entries.is_empty());
                let updates = outcome.update_date_1 || outcome.update_date_2;
                prop_assert_eq!(outcome.next_inspection.is_some(), updates);
                prop_assert_eq!(outcome.update_date_1, facts.update_date_1 && is_registered);
                prop_assert_eq!(outcome.update_date_2, facts.update_date_2 && is_registered);
                prop_assert!(outcome.next_inspection.is_none_or(|due| month(due) > month(facts.day_end)));
            }
            Err(refused) => prop_assert!(match refused.field() {
                Some("configured") => facts.configured.len() > 10,
                Some("first_registration") => facts.first_registration.is_none_or(|day| day > facts.day_end),
                Some("day_end") => facts.day_end.year() > 9_997,
                Some(field) => field.starts_with("configured[") && refused.code() == ErrorCode::Contradiction,
                None => false,
            }, "{refused}"),
        }
    }

    #[test]
    fn a_further_line_never_takes_an_entry_away(facts in any_order_facts(), line in any_line()) {
        let mut more = facts.clone();
        more.lines.insert(0, line);
        if let (Ok(before), Ok(after)) = (register_from_order::decide(&facts), register_from_order::decide(&more)) {
            prop_assert!(before.outcome.entries.iter().all(|entry| after.outcome.entries.contains(entry)));
        }
    }

    #[test]
    fn import_is_total(facts in any_import_facts()) {
        let order = facts.order;
        match import::decide(&facts) {
            Ok(decision) => {
                agrees_with_its_table(&decision)?;
                prop_assert!(decision.because().eq(decision.outcome.protocol.iter().copied()));
            }
            Err(refused) => prop_assert!(match refused.field() {
                Some("order.number") => order.is_some_and(|order| facts.report.order_number != Some(order.number)),
                Some("order.invoice_number" | "order.invoice_date") => order.is_some_and(|order| order.invoiced),
                _ => false,
            }, "{refused}"),
        }
    }

    #[test]
    fn a_report_is_written_as_it_stands_or_not_at_all(facts in any_import_facts()) {
        if let Ok(decision) = import::decide(&facts) {
            let outcome = &decision.outcome;
            for update in &outcome.updates {
                prop_assert_eq!(update.odometer_km, facts.report.odometer_km);
                prop_assert_eq!(update.inspection_date_1, facts.report.valid_until);
            }
            let updates = |target| outcome.updates.iter().any(|update| update.target == target);
            prop_assert_eq!(updates(Target::Order), facts.order.is_some_and(|order| !order.invoiced));
            let on_trade_vehicle = facts.order.is_some_and(|order| order.is_trade_vehicle);
            prop_assert_eq!(updates(Target::TradeVehicle), facts.trade_vehicle.is_some() && on_trade_vehicle);
            prop_assert!(outcome.updates.is_sorted_by(|one, next| one.target < next.target));
        }
    }

    #[test]
    fn hints_speak_only_of_what_is_updated(facts in any_import_facts()) {
        if let Ok(decision) = import::decide(&facts) {
            let updates: Vec<_> = decision.outcome.updates.iter().map(|update| update.target).collect();
            for hint in decision.because().ids() {
                match hint {
                    "vin_ambiguous" => prop_assert!(!updates.contains(&Target::CustomerVehicle)),
                    "nothing_found" => prop_assert!(updates.is_empty()),
                    _ => prop_assert!(updates.iter().any(|target| hint.starts_with(target.as_str()))),
                }
            }
        }
    }

    #[test]
    fn an_invoice_stands_in_the_register_only_once_it_is_made(facts in any_import_facts()) {
        if let Ok(decision) = import::decide(&facts) {
            let entry = &decision.outcome.register_entry;
            let invoiced = facts.order.is_some_and(|order| order.invoiced);
            prop_assert_eq!((entry.invoice_number.is_some(), entry.invoice_date.is_some()), (invoiced, invoiced));
            prop_assert_eq!(entry.billing_code, "");
        }
    }
}
