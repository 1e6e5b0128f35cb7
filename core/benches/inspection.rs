//! The decisions on inspections that have flat facts.

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use dms_rules::inspection::{Vehicle, month_end, next_due, sources, window};

fn main() {
    divan::main();
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

#[divan::bench]
fn due(bencher: Bencher<'_, '_>) {
    let facts = next_due::Facts {
        today: day(),
        first_registration: NaiveDate::from_ymd_opt(2019, 5, 3).expect("a date"),
        interval_months: 12,
        months_before: 1,
        months_after: 2,
    };
    bencher.bench(|| next_due::decide(black_box(&facts)));
}

#[divan::bench(args = Vehicle::ALL)]
fn permitted(bencher: Bencher<'_, '_>, vehicle: &Vehicle) {
    let facts = window::Facts { vehicle: *vehicle, on: day() };
    bencher.bench(|| window::decide(black_box(&facts)));
}

#[divan::bench]
fn at_month_end(bencher: Bencher<'_, '_>) {
    let facts = month_end::Facts { enabled: true, due: day(), month_end: day(), grace_months: 0, interval_months: 12 };
    bencher.bench(|| month_end::decide(black_box(&facts)));
}

#[divan::bench]
fn allowed_sources(bencher: Bencher<'_, '_>) {
    let facts = sources::Facts { from_ebv: true, from_invoicing: true };
    bencher.bench(|| sources::decide(black_box(&facts)));
}
