//! The native half of the Python package `dms_rules`: what crosses the border between Python and `dms-rules`.
//!
//! Python's own half, in `python/dms_rules`, has what is better said in Python: enums, outcomes that carry data, and
//! exceptions. Here is one function per decision, and no rule: it reads the facts, calls the core, and gives back what the
//! core answered.
//!
//! * **Facts are read in the order of the rules**, strictly, each into the type that the core's facts declare. The first
//!   that is refused is named ([`fact`]), one within a record by its place ([`record`]).
//! * **One form for all.** A decision's function, a record that is read and an outcome that is given are each declared by a
//!   macro: [`decision`], [`record`], [`answer`].
//! * **Drift does not compile.** Facts are built naming every field, enums are matched variant by variant, outcomes are
//!   taken apart without `..`: what is added to the core stops the build here until it is mirrored. That Python's half
//!   follows is for the tests to say, which hold it against the schemas, the tables and the shared cases.
//! * **Time** is read and answered in the host's zone, with the host's zone data ([`time`]).
//! * **Whole tables** stay where they lie: Arrow's columns are lent to the core, its answers given away (`batch`).
//! * **No panic crosses.** Every function runs under [`guard`](fault::guard).
//! * **No lock is needed.** What is looked up once is set once (`PyOnceLock`), nothing else is shared and nothing is
//!   changed: a free-threaded Python may keep its lock off (`gil_used = false`).

// Each parameter of a Python function is one fact.
#![allow(clippy::too_many_arguments, reason = "a decision takes as many facts as the rules say")]

mod answer;
#[cfg(feature = "batch")]
mod batch;
mod booking;
mod car_pass;
mod catalogue;
mod decision;
mod fact;
mod fault;
mod inspection;
mod name;
mod okr;
mod quarter_hour;
mod record;
#[cfg(feature = "sown-panic")]
mod sown;
mod time;
mod vin;

#[pyo3::pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;
    use pyo3::types::PyCFunction;

    #[pymodule_export]
    use crate::{
        booking::booking,
        car_pass::car_pass,
        catalogue::{decisions, describe, evaluate_json, explain, schema},
        decision::{Decision, restored_decision},
        fault::{advisory_line, refusal_line},
        inspection::inspection,
        okr::okr,
        quarter_hour::quarter_hour,
        vin::vin,
    };

    #[cfg(feature = "batch")]
    #[pymodule_export]
    use crate::batch::{DecidedTable, decide_batch};

    #[cfg(feature = "sown-panic")]
    #[pymodule_export]
    use crate::sown::sow_panic;

    /// Makes the inner modules importable, which are no files of their own, and says of their functions where they are
    /// found, for `help` and `pickle`.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let modules = module.py().import("sys")?.getattr("modules")?;
        for name in ["booking", "car_pass", "inspection", "okr", "quarter_hour", "vin"] {
            let inner = module.getattr(name)?.cast_into::<PyModule>()?;
            for function in inner.dict().values().iter().filter(|value| value.is_instance_of::<PyCFunction>()) {
                function.setattr("__module__", format!("dms_rules.{name}"))?;
            }
            let path = format!("dms_rules._native.{name}");
            inner.setattr("__name__", &path)?;
            modules.set_item(path, inner)?;
        }
        Ok(())
    }
}
