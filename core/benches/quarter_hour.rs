//! Rounding to quarter hours: a reading of the clock on the wall, and an instant.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use divan::{Bencher, black_box};
use dms_rules::quarter_hour;

fn main() {
    divan::main();
}

#[divan::bench]
fn wall_clock(bencher: Bencher<'_, '_>) {
    let at: NaiveDateTime = "2026-11-21T10:07:00".parse().expect("a time");
    bencher.bench(|| quarter_hour::nearest(black_box(&at)));
}

#[divan::bench]
fn instant(bencher: Bencher<'_, '_>) {
    let at: DateTime<FixedOffset> = "2026-11-21T10:07:00+01:00".parse().expect("an instant");
    bencher.bench(|| quarter_hour::nearest(black_box(&at)));
}
