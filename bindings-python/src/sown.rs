//! A panic on demand, for the tests of this package alone: no wheel that is shipped has it.

use pyo3::prelude::*;

/// Has the decision with this id panic once, after it was answered so many times.
#[pyfunction]
pub(crate) fn sow_panic(decision: &str, answered: usize) {
    dms_rules::sown::sow(decision, answered);
}
