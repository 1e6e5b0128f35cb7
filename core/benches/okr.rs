//! The decisions of the Dutch odometer register.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use dms_rules::okr::{Mode, choice, mutation, option};
use dms_rules::value::{Cents, OdometerReading};

fn main() {
    divan::main();
}

fn option_facts() -> option::Facts {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    option::Facts {
        mode: Mode::AfterInvoiceFromAmount,
        max_age_days: Some(30),
        threshold_cents: option::default_threshold(),
        boundary: option::Boundary::MoreThan,
        apk_reported: false,
        entered_reading_km: reading(125_896),
        last_reading_km: Some(reading(125_930)),
        reading_date: day.pred_opt(),
        invoice_date: day,
        invoice_total_cents: Cents::new(42_000),
    }
}

fn reading(km: u32) -> OdometerReading {
    OdometerReading::new(km).expect("a reading")
}

#[divan::bench]
fn preselected(bencher: Bencher<'_, '_>) {
    let facts = option_facts();
    bencher.bench(|| option::decide(black_box(&facts)));
}

#[divan::bench]
fn chosen(bencher: Bencher<'_, '_>) {
    let facts = choice::Facts { option: option_facts(), chosen: Some(choice::Choice::YesForward) };
    bencher.bench(|| choice::decide(black_box(&facts)));
}

#[divan::bench]
fn mutated(bencher: Bencher<'_, '_>) {
    let facts = mutation::Facts {
        mode: Mode::Always,
        entered_reading_km: reading(125_896),
        last_reading_km: Some(reading(125_930)),
    };
    bencher.bench(|| mutation::decide(black_box(&facts)));
}
