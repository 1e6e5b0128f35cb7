//! A program with one typed decision, for `benches/peers/size`.

use std::hint::black_box;

use chrono::NaiveDate;
use dms_rules::okr::Mode;
use dms_rules::okr::option::{self, Boundary, Facts};
use dms_rules::value::{Cents, OdometerReading};

fn main() {
    let facts = Facts {
        mode: Mode::Always,
        max_age_days: None,
        threshold_cents: option::default_threshold(),
        boundary: Boundary::MoreThan,
        apk_reported: false,
        entered_reading_km: OdometerReading::new(84_500).expect("a reading"),
        last_reading_km: None,
        reading_date: None,
        invoice_date: NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day"),
        invoice_total_cents: Cents::new(42_000),
    };
    match option::decide(black_box(&facts)) {
        Ok(decision) => println!("{} {:?}", decision.outcome, decision.row().map(|row| row.id)),
        Err(error) => println!("{error}"),
    }
}
