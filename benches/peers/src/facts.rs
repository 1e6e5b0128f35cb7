//! The same random facts for every contestant.

use chrono::{Days, NaiveDate};
use dms_rules::okr::Mode;
use dms_rules::okr::option::{Boundary, Facts};
use dms_rules::value::{Cents, OdometerReading};

/// splitmix64: the same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below((most - least + 1) as u64) as i64
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }
}

/// Facts that the decision accepts, in random order. Every condition holds for some of them; limits are met exactly too.
pub fn random(count: usize) -> Vec<Facts> {
    let numbers = &mut Numbers(6);
    (0..count).map(|_| one(numbers)).collect()
}

fn one(numbers: &mut Numbers) -> Facts {
    let mode = Mode::ALL[numbers.below(4) as usize];
    let asks_for_age = matches!(mode, Mode::AfterInvoice | Mode::AfterInvoiceFromAmount);
    let max_age_days = (asks_for_age || numbers.one_in(2)).then(|| numbers.below(40) as u16);
    let threshold = if numbers.one_in(4) { numbers.between(0, 30_000) } else { 15_000 };
    let total = if numbers.one_in(8) { threshold } else { numbers.between(-5_000, 40_000) };
    let last_km = numbers.between(200_000, 400_000);
    let entered_km = match numbers.below(5) {
        0 => last_km,
        1 => last_km - numbers.between(1, 100),
        2 => last_km + numbers.between(-150_000, 150_000),
        _ => last_km + numbers.between(1, 30_000),
    };
    let invoice_date = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date") + Days::new(numbers.below(365));
    let reading_date =
        (!numbers.one_in(5)).then(|| invoice_date - Days::new(if numbers.one_in(4) { 0 } else { numbers.below(60) }));
    let reading = |km: i64| OdometerReading::new(km as u32).expect("a reading");
    Facts {
        mode,
        max_age_days,
        threshold_cents: Cents::new(threshold),
        boundary: Boundary::ALL[numbers.below(2) as usize],
        apk_reported: numbers.one_in(4),
        entered_reading_km: reading(entered_km),
        last_reading_km: (!numbers.one_in(5)).then(|| reading(last_km)),
        reading_date,
        invoice_date,
        invoice_total_cents: Cents::new(total),
    }
}

/// The facts as engines take them. Dates are day numbers, so that no engine has to read a date.
pub const FIELDS: [&str; 10] = [
    "mode",
    "max_age_days",
    "threshold_cents",
    "boundary",
    "apk_reported",
    "entered_reading_km",
    "last_reading_km",
    "reading_day",
    "invoice_day",
    "invoice_total_cents",
];

/// What stands in a field.
#[derive(Clone, Copy)]
pub enum Value {
    Unknown,
    YesNo(bool),
    Number(i64),
    Name(&'static str),
}

/// The values of [`FIELDS`].
pub fn values(facts: &Facts) -> [Value; FIELDS.len()] {
    let number = |given: Option<i64>| given.map_or(Value::Unknown, Value::Number);
    let day = |date: NaiveDate| i64::from(date.to_epoch_days());
    [
        Value::Name(facts.mode.as_str()),
        number(facts.max_age_days.map(i64::from)),
        Value::Number(facts.threshold_cents.get()),
        Value::Name(facts.boundary.as_str()),
        Value::YesNo(facts.apk_reported),
        Value::Number(facts.entered_reading_km.get().into()),
        number(facts.last_reading_km.map(|km| km.get().into())),
        number(facts.reading_date.map(day)),
        Value::Number(day(facts.invoice_date)),
        Value::Number(facts.invoice_total_cents.get()),
    ]
}
