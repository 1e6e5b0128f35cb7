//! Many rows in one call.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use dms_rules::columns::okr_option::{Answers, Facts, Known, decide};
use dms_rules::okr::Mode;
use dms_rules::okr::option::Boundary;
use dms_rules::value::{Cents, OdometerReading};

fn main() {
    divan::main();
}

/// As many rows as lie in the cache of one core, facts and answers.
const ROWS: usize = 4096;

/// Random numbers, the same in every run (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn times<T>(&mut self, draw: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..ROWS).map(|_| draw(self)).collect()
    }

    fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// `okr.option`: facts in random order, each row of the table met.
#[divan::bench(sample_count = 2000)]
fn okr_option(bencher: Bencher<'_, '_>) {
    let mut random = Random(7);
    let reading = |km: u64| OdometerReading::new(km as u32).expect("a reading");
    let mode = random.times(|random| Mode::ALL[random.below(4) as usize]);
    let max_age_days = random.times(|random| random.below(60) as u16);
    let apk_reported = random.times(|random| random.one_in(5));
    let last_reading_km = random.times(|random| reading(random.below(300_000)));
    let entered_reading_km: Vec<_> = (last_reading_km.iter())
        .map(|last| match random.below(8) {
            0 => *last,
            1 => reading(u64::from(last.get()) + 100_001),
            2 => reading(u64::from(last.get().saturating_sub(50))),
            3 => reading(u64::from(last.get().saturating_sub(5_000))),
            _ => reading(u64::from(last.get()) + random.below(40_000)),
        })
        .collect();
    let known = random.times(|random| !random.one_in(6));
    let dated = random.times(|random| !random.one_in(10));
    let always = vec![true; ROWS];
    let invoice_date = random.times(|random| 20_000 + random.below(700) as i32);
    let reading_date: Vec<_> = invoice_date.iter().map(|day| day - random.below(60) as i32).collect();
    let cents = random.times(|random| Cents::new(random.below(60_000) as i64 - 5_000));
    let threshold = vec![Cents::new(15_000); ROWS];
    let boundary = random.times(|random| Boundary::ALL[random.below(2) as usize]);
    let facts = Facts {
        mode: &mode,
        max_age_days: Known { values: &max_age_days, known: &always },
        threshold_cents: &threshold,
        boundary: &boundary,
        apk_reported: &apk_reported,
        entered_reading_km: &entered_reading_km,
        last_reading_km: Known { values: &last_reading_km, known: &known },
        reading_date: Known { values: &reading_date, known: &dated },
        invoice_date: &invoice_date,
        invoice_total_cents: &cents,
    };
    let (mut outcome, mut row) = (vec![None; ROWS], vec![0; ROWS]);
    let (mut because, mut advisories) = (vec![0; ROWS], vec![0; ROWS]);
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
        let outcome = black_box(&mut outcome[..]);
        let (row, because, advisories) = (&mut row[..], &mut because[..], &mut advisories[..]);
        decide(black_box(&facts), Answers { outcome, row, because, advisories });
    });
}
