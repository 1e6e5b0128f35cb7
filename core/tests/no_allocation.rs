//! A decision allocates nothing: not its outcome, row and reasons, nor the texts that are looked up.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;
use std::num::NonZeroU32;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use dms_rules::booking::issue_limit::ImmediateWindow;
use dms_rules::booking::{Kind, issue, issue_limit};
use dms_rules::car_pass::{
    Document, State, account, actions, badge, enrolment, history, invoicing, lifecycle, prompt, readiness,
    start_of_work, submission, visible,
};
use dms_rules::decision::Decision;
use dms_rules::message::Language;
use dms_rules::okr::{Mode, choice, mutation, option};
use dms_rules::quarter_hour;
use dms_rules::value::{Cents, OdometerReading, Vin};
use dms_rules::vin::check;

/// Counts what the current thread asks of the system's allocator.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call is handed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(decide: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.get();
    decide();
    ALLOCATIONS.get() - before
}

fn read_out<O>(decision: &Decision<O>) {
    black_box(decision.row());
    for line in decision.lines(Language::De) {
        black_box(line);
    }
    for id in decision.because().ids().chain(decision.advisories().ids()) {
        black_box(id);
    }
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(Box::new(1)))), 1);
}

#[test]
fn a_decision_allocates_nothing() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    let reading = OdometerReading::new(125_896);
    let entered_reading_km = reading.expect("a reading");
    let wall_clock: NaiveDateTime = "2026-11-21T10:07:00".parse().expect("a time");
    let instant: DateTime<FixedOffset> = "2026-11-21T10:07:00+01:00".parse().expect("an instant");
    let option_facts = option::Facts {
        mode: Mode::AfterInvoiceFromAmount,
        max_age_days: Some(30),
        threshold_cents: option::default_threshold(),
        boundary: option::Boundary::MoreThan,
        apk_reported: true,
        entered_reading_km,
        last_reading_km: reading,
        reading_date: Some(day),
        invoice_date: day,
        invoice_total_cents: Cents::new(4_200),
    };
    let issue_facts = issue::Facts {
        kind: Kind::TestDrive,
        may_issue: false,
        now: instant,
        requested_at: instant,
        days_ahead: 1,
        immediate_window: ImmediateWindow::NextQuarterHour,
        planned_end: instant,
        already_issued: true,
        vehicle_out: true,
        plate_out: true,
        overlaps_past_handover: true,
    };

    let count = allocations(|| {
        read_out(&check::decide(&check::Facts { vin: Vin::new("wauzzz8v3ea-070544") }).expect("a decision"));
        let enrolment_facts = enrolment::Facts {
            trigger: enrolment::Trigger::Manual,
            work_started: false,
            vin: Vin::new("WAUZZZ8V3EA0705444"),
            already_transmitted: true,
            merged: true,
            dossier_number: -1,
            vat_register_used: true,
            vat_number_ticked: false,
            has_owner: false,
        };
        read_out(&enrolment::decide(&enrolment_facts).expect("a decision"));
        read_out(&visible::decide(&visible::Facts { user_site: "Gent", dossier_site: "Luik" }).expect("a decision"));
        let readiness_facts = readiness::Facts {
            policy: readiness::Policy::WorkOrder,
            vin: Vin::new(""),
            today: day,
            reading_km: None,
            start_of_work: day.succ_opt(),
            damage_reading_km: None,
            repair_reading_km: None,
        };
        read_out(&readiness::decide(&readiness_facts).expect("a decision"));
        read_out(&option::decide(&option_facts).expect("a decision"));
        let choice_facts = choice::Facts { option: option_facts, chosen: Some(choice::Choice::YesForward) };
        read_out(&choice::decide(&choice_facts).expect("a decision"));
        let mutation_facts = mutation::Facts { mode: Mode::Always, entered_reading_km, last_reading_km: None };
        read_out(&mutation::decide(&mutation_facts).expect("a decision"));
        for round in [quarter_hour::floor, quarter_hour::ceil, quarter_hour::nearest, quarter_hour::next] {
            black_box(round(&wall_clock).expect("a quarter hour"));
        }
        black_box(quarter_hour::next(&instant).expect("a quarter hour"));
        for days_ahead in [0, 1] {
            let immediate_window = ImmediateWindow::FifteenMinutes;
            let facts = issue_limit::Facts { now: wall_clock, days_ahead, immediate_window };
            read_out(&issue_limit::decide(&facts).expect("a decision"));
        }
        read_out(&issue::decide(&issue_facts).expect("a decision"));
    });

    assert_eq!(count, 0);
}

#[test]
fn a_car_pass_decision_allocates_nothing() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    let wall_clock: NaiveDateTime = "2026-11-21T10:07:00".parse().expect("a time");
    let reading_km = OdometerReading::new(125_896);
    let state = State::Questioned { attempt: NonZeroU32::MIN.saturating_add(1) };
    let account = account::Facts { user_code_set: true, password_set: true, email_set: true };

    let count = allocations(|| {
        let vin = Vin::new("WAUZZZ8V3EA070544");
        let prompt_facts = prompt::Facts {
            vin: Vin::new(""),
            today,
            reading_km,
            start_of_work: None,
            document: Document::WorkOrder,
            uses_job_documents: true,
            state,
        };
        read_out(&prompt::decide(&prompt_facts).expect("a decision"));
        let badge_facts = badge::Facts { ask_reading_at_badge: true, submit_at_badge: true, reading_known: false };
        read_out(&badge::decide(&badge_facts).expect("a decision"));
        let start_facts = start_of_work::Facts {
            policy: readiness::Policy::ClaimFile,
            entered: None,
            first_clocking: Some(wall_clock),
            arrived: None,
            start_date_at_register: false,
            today,
        };
        let start = start_of_work::decide(&start_facts).expect("a decision");
        read_out(&start);
        let submission_facts = submission::Facts {
            policy: readiness::Policy::ClaimFile,
            vin,
            start: start.outcome,
            reading_km: None,
            damage_reading_km: None,
            repair_reading_km: reading_km,
            reading_source: submission::ReadingSource::DamageFirst,
            first_registration: None,
            enterprise_number: "BE 0403.019.261",
            odometer_replaced: true,
            work_description: None,
            account,
        };
        read_out(&submission::decide(&submission_facts).expect("a decision"));
        let event = lifecycle::Event::MarkExempt;
        let lifecycle_facts = lifecycle::Facts { state, event, reason: Some("exported") };
        read_out(&lifecycle::decide(&lifecycle_facts).expect("a decision"));
        let actions_facts = actions::Facts { state, signature_configured: false };
        read_out(&actions::decide(&actions_facts).expect("a decision"));
        let invoicing_facts = invoicing::Facts { state, document: Document::Invoice };
        read_out(&invoicing::decide(&invoicing_facts).expect("a decision"));
        read_out(&account::decide(&account).expect("a decision"));
        let account::Facts { user_code_set, password_set, email_set } = account;
        let history_facts = history::Facts { user_code_set, password_set, email_set, vin };
        read_out(&history::decide(&history_facts).expect("a decision"));
    });

    assert_eq!(count, 0);
}

#[test]
fn a_decision_on_a_booking_allocates_nothing() {
    use dms_rules::booking::{
        Rights, Status, actions, advisor, cancel_issue, confirmation, documents, driver, editable, follows_master,
        maintenance_contract, odometer, permission, reservation, settlement, status, take_back, template,
    };

    let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    let now: DateTime<FixedOffset> = "2026-11-21T10:07:00+01:00".parse().expect("an instant");
    let entered_km = OdometerReading::new(125_896).expect("a reading");
    let (kind, status) = (Kind::TestDrive, Status::Overdue);

    let count = allocations(|| {
        read_out(&follows_master::decide(&follows_master::Facts { issued: true }).expect("a decision"));
        let status_facts = status::Facts {
            planned_start: now,
            planned_end: now,
            issued_at: Some(now),
            returned_at: None,
            settled: false,
            now,
        };
        read_out(&status::decide(&status_facts).expect("a decision"));
        let permission_facts = permission::Facts {
            kind,
            action: permission::Action::Delete,
            rights: Rights::ALL,
            advisor_is_user: true,
            created_by_user: false,
        };
        read_out(&permission::decide(&permission_facts).expect("a decision"));
        let editable_facts =
            editable::Facts { status, confirmed: true, may_amend_handover: false, signature_saved: true };
        read_out(&editable::decide(&editable_facts).expect("a decision"));
        let cancel_facts = cancel_issue::Facts {
            may_amend_handover: false,
            issued: false,
            returned: true,
            odometer_raised: true,
            update_reservation: true,
        };
        read_out(&cancel_issue::decide(&cancel_facts).expect("a decision"));
        let take_back_facts = take_back::Facts {
            may_take_back: false,
            issued_at: Some(now),
            already_returned: true,
            return_at: now,
            issue_reading_km: Some(entered_km),
            return_reading_km: None,
            update_reservation: true,
        };
        read_out(&take_back::decide(&take_back_facts).expect("a decision"));
        read_out(&odometer::decide(&odometer::Facts { master_km: None, entered_km }).expect("a decision"));
        let template_facts = template::Facts { planned_end: now, status, from: template::Origin::Logbook, now };
        read_out(&template::decide(&template_facts).expect("a decision"));
        let advisor_facts = advisor::Facts {
            kind,
            sales_advisor: Some("HUB"),
            service_advisor: None,
            appointment_receiver: None,
            from_appointment: false,
        };
        read_out(&advisor::decide(&advisor_facts).expect("a decision"));
        let driver_facts = driver::Facts {
            driver: driver::Driver::Contact,
            may_edit_customers: false,
            may_edit_vehicles: false,
            customer_owns_vehicle: false,
            customer_changed: true,
            driver_has_old_customer_data: true,
        };
        read_out(&driver::decide(&driver_facts).expect("a decision"));
        let reservation_facts = reservation::Facts {
            update_reservation: true,
            event: reservation::Event::Issued,
            issuer_code: "HUB",
            planned_end: now,
            customer_number: "4711",
        };
        read_out(&reservation::decide(&reservation_facts).expect("a decision"));
        let documents_facts = documents::Facts {
            kind,
            status,
            event: Some(documents::Event::Issued),
            print_confirmation: true,
            print_contract: true,
            print_return_confirmation: true,
        };
        read_out(&documents::decide(&documents_facts).expect("a decision"));
        let actions_facts = actions::Facts {
            kind,
            status,
            settled: false,
            confirmed: true,
            rights: Rights::EMPTY,
            created_by_user: false,
        };
        read_out(&actions::decide(&actions_facts).expect("a decision"));
        let settlement_facts = settlement::Facts {
            kind,
            status,
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
        read_out(&settlement::decide(&settlement_facts).expect("a decision"));
        let confirmation_facts =
            confirmation::Facts { event: confirmation::Event::Confirm, has_replacement_booking: true };
        read_out(&confirmation::decide(&confirmation_facts).expect("a decision"));
        let contract_facts = maintenance_contract::Facts {
            kind: Kind::Rental,
            process_number: "4711",
            vin: "wauzzz8v3ea-070544",
            invoice_recipient: "Huber",
            valid_from: day,
            valid_to: day,
        };
        read_out(&maintenance_contract::decide(&contract_facts).expect("a decision"));
    });

    assert_eq!(count, 0);
}

#[test]
fn a_decision_on_an_inspection_date_allocates_nothing() {
    use dms_rules::inspection::{Vehicle, month_end, next_due, sources, window};

    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    let next_due_facts = next_due::Facts {
        today,
        first_registration: NaiveDate::from_ymd_opt(2019, 5, 3).expect("a date"),
        interval_months: 12,
        months_before: 1,
        months_after: 2,
    };
    let count = allocations(|| {
        read_out(&next_due::decide(&next_due_facts).expect("a decision"));
        for vehicle in Vehicle::ALL.iter().copied() {
            read_out(&window::decide(&window::Facts { vehicle, on: today }).expect("a decision"));
        }
        let month_end_facts =
            month_end::Facts { enabled: true, due: today, month_end: today, grace_months: 0, interval_months: 12 };
        read_out(&month_end::decide(&month_end_facts).expect("a decision"));
        read_out(&sources::decide(&sources::Facts { from_ebv: true, from_invoicing: true }).expect("a decision"));
    });

    assert_eq!(count, 0);
}
