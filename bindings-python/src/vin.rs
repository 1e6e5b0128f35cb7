//! `vin.*`.

use dms_rules::vin::check;

use crate::name::mirror;

mirror! {
    check::Outcome = "dms_rules.vin"."CheckOutcome" {
        Missing = "MISSING",
        Invalid = "INVALID",
        Short = "SHORT",
        Valid = "VALID",
    }
}

/// Vehicle identification numbers.
#[pyo3::pymodule(submodule)]
pub(crate) mod vin {
    use dms_rules::vin::check as check_rule;
    use pyo3::prelude::*;

    use crate::decision::Decision;
    use crate::fact::read;
    use crate::fault::guard;

    /// `vin.check`: is this a vehicle identification number?
    ///
    /// Blanks and dashes are dropped and letters put in upper case first. The check digit in position 9 is a North
    /// American rule: a wrong one is the advisory `check_digit_mismatch`, and only where the number starts with 1 to 5.
    ///
    /// Args:
    ///     vin: The number as entered.
    ///
    /// Source: vehicleidentificationnumber.com; PlanManager, "Obtenir la liste Car-Pass"; CPSautosoft, "5. Overzicht".
    #[pyfunction]
    #[pyo3(signature = (*, vin))]
    fn check(py: Python<'_>, vin: &Bound<'_, PyAny>) -> PyResult<Decision> {
        guard(py, || {
            let facts = read!(check_rule::Facts { vin });
            Decision::named(py, check_rule::decide(&facts)?)
        })
    }
}
