//! `vin.check`.

use dms_rules::value::Vin;
use dms_rules::vin::check;

use crate::answer::{answer, mirror};
use crate::fact::{Fact, WireText};

mirror! {
    /// What a VIN is found to be.
    WireVinCheckOutcome = check::Outcome: { Missing, Invalid, Short, Valid }
    goes_out
}

answer! {
    /// The answer of `vin.check`.
    WireVinCheckAnswer of WireVinCheckOutcome
}

/// Decides `vin.check` for each VIN.
#[uniffi::export]
pub(crate) fn vin_check(vins: Vec<WireText>) -> Vec<WireVinCheckAnswer> {
    let decide = |vin: WireText| check::decide(&check::Facts { vin: Vin::new(&vin.read("vin")?) });
    vins.into_iter().map(|vin| decide(vin).into()).collect()
}
