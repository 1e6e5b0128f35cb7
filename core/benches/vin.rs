//! Vehicle identification numbers: read, and checked.

use divan::{Bencher, black_box};
use dms_rules::value::Vin;
use dms_rules::vin::check;

fn main() {
    divan::main();
}

#[divan::bench]
fn read() -> Vin {
    Vin::new(black_box("wauzzz8v3ea-070544"))
}

#[divan::bench]
fn checked(bencher: Bencher<'_, '_>) {
    let facts = check::Facts { vin: Vin::new("WAUZZZ8V3EA070544") };
    bencher.bench(|| check::decide(black_box(&facts)));
}
