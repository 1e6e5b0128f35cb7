//! The decisions on bookings that have flat facts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use divan::{Bencher, black_box};
use dms_rules::booking::issue_limit::ImmediateWindow;
use dms_rules::booking::{
    Kind, Rights, Status, actions, advisor, cancel_issue, confirmation, documents, driver, editable, issue,
    issue_limit, maintenance_contract, odometer, permission, reservation, settlement, status, take_back, template,
};
use dms_rules::value::OdometerReading;

fn main() {
    divan::main();
}

const KIND: Kind = Kind::TestDrive;
const STATUS: Status = Status::Overdue;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

fn now() -> DateTime<FixedOffset> {
    "2026-11-21T10:07:00+01:00".parse().expect("an instant")
}

fn reading() -> OdometerReading {
    OdometerReading::new(125_896).expect("a reading")
}

#[divan::bench]
fn issue_until(bencher: Bencher<'_, '_>) {
    let facts = issue_limit::Facts { now: now(), days_ahead: 1, immediate_window: ImmediateWindow::FifteenMinutes };
    bencher.bench(|| issue_limit::decide(black_box(&facts)));
}

#[divan::bench]
fn issued(bencher: Bencher<'_, '_>) {
    let facts = issue::Facts {
        kind: KIND,
        may_issue: true,
        now: now(),
        requested_at: now(),
        days_ahead: 1,
        immediate_window: ImmediateWindow::NextQuarterHour,
        planned_end: now(),
        already_issued: false,
        vehicle_out: false,
        plate_out: true,
        overlaps_past_handover: true,
    };
    bencher.bench(|| issue::decide(black_box(&facts)));
}

#[divan::bench]
fn status(bencher: Bencher<'_, '_>) {
    let facts = status::Facts {
        planned_start: now(),
        planned_end: now(),
        issued_at: Some(now()),
        returned_at: None,
        settled: false,
        now: now(),
    };
    bencher.bench(|| status::decide(black_box(&facts)));
}

#[divan::bench]
fn permitted(bencher: Bencher<'_, '_>) {
    let facts = permission::Facts {
        kind: KIND,
        action: permission::Action::Delete,
        rights: Rights::ALL,
        advisor_is_user: true,
        created_by_user: false,
    };
    bencher.bench(|| permission::decide(black_box(&facts)));
}

#[divan::bench]
fn editable_parts(bencher: Bencher<'_, '_>) {
    let facts = editable::Facts { status: STATUS, confirmed: true, may_amend_handover: false, signature_saved: true };
    bencher.bench(|| editable::decide(black_box(&facts)));
}

#[divan::bench]
fn cancelled(bencher: Bencher<'_, '_>) {
    let facts = cancel_issue::Facts {
        may_amend_handover: false,
        issued: false,
        returned: true,
        odometer_raised: true,
        update_reservation: true,
    };
    bencher.bench(|| cancel_issue::decide(black_box(&facts)));
}

#[divan::bench]
fn taken_back(bencher: Bencher<'_, '_>) {
    let facts = take_back::Facts {
        may_take_back: false,
        issued_at: Some(now()),
        already_returned: true,
        return_at: now(),
        issue_reading_km: Some(reading()),
        return_reading_km: None,
        update_reservation: true,
    };
    bencher.bench(|| take_back::decide(black_box(&facts)));
}

#[divan::bench]
fn raised(bencher: Bencher<'_, '_>) {
    let facts = odometer::Facts { master_km: None, entered_km: reading() };
    bencher.bench(|| odometer::decide(black_box(&facts)));
}

#[divan::bench]
fn from_template(bencher: Bencher<'_, '_>) {
    let facts = template::Facts { planned_end: now(), status: STATUS, from: template::Origin::Logbook, now: now() };
    bencher.bench(|| template::decide(black_box(&facts)));
}

#[divan::bench]
fn advised(bencher: Bencher<'_, '_>) {
    let facts = advisor::Facts {
        kind: KIND,
        sales_advisor: Some("HUB"),
        service_advisor: None,
        appointment_receiver: None,
        from_appointment: false,
    };
    bencher.bench(|| advisor::decide(black_box(&facts)));
}

#[divan::bench]
fn driven(bencher: Bencher<'_, '_>) {
    let facts = driver::Facts {
        driver: driver::Driver::Contact,
        may_edit_customers: false,
        may_edit_vehicles: false,
        customer_owns_vehicle: false,
        customer_changed: true,
        driver_has_old_customer_data: true,
    };
    bencher.bench(|| driver::decide(black_box(&facts)));
}

#[divan::bench]
fn reserved(bencher: Bencher<'_, '_>) {
    let facts = reservation::Facts {
        update_reservation: true,
        event: reservation::Event::Issued,
        issuer_code: "HUB",
        planned_end: now(),
        customer_number: "4711",
    };
    bencher.bench(|| reservation::decide(black_box(&facts)));
}

#[divan::bench]
fn printed(bencher: Bencher<'_, '_>) {
    let facts = documents::Facts {
        kind: KIND,
        status: STATUS,
        event: Some(documents::Event::Issued),
        print_confirmation: true,
        print_contract: true,
        print_return_confirmation: true,
    };
    bencher.bench(|| documents::decide(black_box(&facts)));
}

#[divan::bench]
fn offered(bencher: Bencher<'_, '_>) {
    let facts = actions::Facts {
        kind: KIND,
        status: STATUS,
        settled: false,
        confirmed: true,
        rights: Rights::EMPTY,
        created_by_user: false,
    };
    bencher.bench(|| actions::decide(black_box(&facts)));
}

#[divan::bench]
fn settled(bencher: Bencher<'_, '_>) {
    let facts = settlement::Facts {
        kind: KIND,
        status: STATUS,
        settled: false,
        may_settle: false,
        tariff_model: Some(" "),
        hull_cover_model: None,
        kilometres: None,
        days_of_use: None,
        insurance: None,
        position_code: None,
        order_target: settlement::OrderTarget::Existing,
        order_number: None,
        copy_comment: true,
    };
    bencher.bench(|| settlement::decide(black_box(&facts)));
}

#[divan::bench]
fn confirmed(bencher: Bencher<'_, '_>) {
    let facts = confirmation::Facts { event: confirmation::Event::Confirm, has_replacement_booking: true };
    bencher.bench(|| confirmation::decide(black_box(&facts)));
}

#[divan::bench]
fn contracted(bencher: Bencher<'_, '_>) {
    let facts = maintenance_contract::Facts {
        kind: Kind::Rental,
        process_number: "4711",
        vin: "wauzzz8v3ea-070544",
        invoice_recipient: "Huber",
        valid_from: day(),
        valid_to: day(),
    };
    bencher.bench(|| maintenance_contract::decide(black_box(&facts)));
}
