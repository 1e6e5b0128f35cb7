//! The decisions of Car-Pass that have flat facts.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use dms_rules::car_pass::{
    Document, State, account, actions, badge, enrolment, invoicing, lifecycle, prompt, readiness, start_of_work,
    submission, visible,
};
use dms_rules::value::{OdometerReading, Vin};

fn main() {
    divan::main();
}

const STATE: State = State::Questioned { attempt: NonZeroU32::MIN };

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

#[divan::bench]
fn enrolment(bencher: Bencher<'_, '_>) {
    let facts = enrolment::Facts {
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
    bencher.bench(|| enrolment::decide(black_box(&facts)));
}

#[divan::bench]
fn site(bencher: Bencher<'_, '_>) {
    let facts = visible::Facts { user_site: "Gent", dossier_site: "Luik" };
    bencher.bench(|| visible::decide(black_box(&facts)));
}

#[divan::bench]
fn ready(bencher: Bencher<'_, '_>) {
    let facts = readiness::Facts {
        policy: readiness::Policy::WorkOrder,
        vin: Vin::new(""),
        today: day(),
        reading_km: None,
        start_of_work: day().pred_opt(),
        damage_reading_km: None,
        repair_reading_km: None,
    };
    bencher.bench(|| readiness::decide(black_box(&facts)));
}

#[divan::bench]
fn prompted(bencher: Bencher<'_, '_>) {
    let facts = prompt::Facts {
        vin: Vin::new(""),
        today: day(),
        reading_km: OdometerReading::new(125_896),
        start_of_work: None,
        document: Document::WorkOrder,
        uses_job_documents: true,
        state: STATE,
    };
    bencher.bench(|| prompt::decide(black_box(&facts)));
}

#[divan::bench]
fn badged(bencher: Bencher<'_, '_>) {
    let facts = badge::Facts { ask_reading_at_badge: true, submit_at_badge: true, reading_known: false };
    bencher.bench(|| badge::decide(black_box(&facts)));
}

#[divan::bench]
fn started(bencher: Bencher<'_, '_>) {
    let facts = start_of_work::Facts {
        policy: readiness::Policy::ClaimFile,
        entered: None,
        first_clocking: day().and_hms_opt(10, 7, 0),
        arrived: None,
        start_date_at_register: false,
        today: day(),
    };
    bencher.bench(|| start_of_work::decide(black_box(&facts)));
}

#[divan::bench]
fn event(bencher: Bencher<'_, '_>) {
    let facts = lifecycle::Facts { state: STATE, event: lifecycle::Event::MarkExempt, reason: Some("exported") };
    bencher.bench(|| lifecycle::decide(black_box(&facts)));
}

#[divan::bench]
fn offered(bencher: Bencher<'_, '_>) {
    let facts = actions::Facts { state: STATE, signature_configured: false };
    bencher.bench(|| actions::decide(black_box(&facts)));
}

#[divan::bench]
fn invoiced(bencher: Bencher<'_, '_>) {
    let facts = invoicing::Facts { state: STATE, document: Document::Invoice };
    bencher.bench(|| invoicing::decide(black_box(&facts)));
}

#[divan::bench]
fn signed_up(bencher: Bencher<'_, '_>) {
    let facts = account::Facts { user_code_set: true, password_set: true, email_set: true };
    bencher.bench(|| account::decide(black_box(&facts)));
}

#[divan::bench]
fn submitted(bencher: Bencher<'_, '_>) {
    let start_facts = start_of_work::Facts {
        policy: readiness::Policy::ClaimFile,
        entered: None,
        first_clocking: day().and_hms_opt(10, 7, 0),
        arrived: None,
        start_date_at_register: false,
        today: day(),
    };
    let start = start_of_work::decide(&start_facts).expect("a decision").outcome;
    let facts = submission::Facts {
        policy: readiness::Policy::ClaimFile,
        vin: Vin::new("WAUZZZ8V3EA070544"),
        start,
        reading_km: None,
        damage_reading_km: None,
        repair_reading_km: OdometerReading::new(125_896),
        reading_source: submission::ReadingSource::DamageFirst,
        first_registration: None,
        enterprise_number: "BE 0403.019.261",
        odometer_replaced: true,
        work_description: None,
        account: account::Facts { user_code_set: true, password_set: true, email_set: true },
    };
    bencher.bench(|| submission::decide(black_box(&facts)));
}
