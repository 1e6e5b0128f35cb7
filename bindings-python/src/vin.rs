//! `vin.*`.

use dms_rules::vin as core;
use pyo3::prelude::*;

use crate::decision::decision;
use crate::name::mirror;

mirror! {
    core::check::Outcome = "dms_rules.vin"."CheckOutcome" { Missing, Invalid, Short, Valid }
}

decision! {
    /// `vin.check`: is this a vehicle identification number?
    ///
    /// Blanks and dashes are dropped and letters put in upper case first. The check digit in position 9 is a North
    /// American rule: a wrong one is the advisory `check_digit_mismatch`, and only where the number starts with 1 to 5.
    ///
    /// Args:
    ///     vin: The number as entered.
    ///
    /// Source: vehicleidentificationnumber.com; PlanManager, "Obtenir la liste Car-Pass"; CPSautosoft, "5. Overzicht".
    check(vin) = check
}

/// Vehicle identification numbers.
#[pymodule(submodule)]
pub(crate) mod vin {
    #[pymodule_export]
    use super::check;
}
