//! The native half of the Python package `dms_rules`: what crosses the border between Python and `dms-rules`.
//!
//! Python's own half, in `python/dms_rules`, has what is better said in Python: enums, outcomes that carry data, and
//! exceptions. Here is one function per decision, and no rule: it reads the facts, calls the core, and gives back what the
//! core answered.
//!
//! * **Facts are read in the order of the rules**, strictly, each into the type that the core's facts declare. The first
//!   that is refused is named ([`fact`]), one within a record by its place ([`record`]).
//! * **What is said per decision is generated** from the model: the functions, the records that are read and the outcomes
//!   that are given ([`generated`]), and Python's classes and stubs with them. What is here by hand is what they call.
//! * **Drift does not compile.** Facts are built naming every field, enums and outcomes are matched variant by variant:
//!   what the core has and the model has not stops the build here.
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
mod catalogue;
mod decision;
mod fact;
mod fault;
mod generated;
mod name;
mod record;
#[cfg(feature = "sown-panic")]
mod sown;
mod time;

#[pyo3::pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;
    use pyo3::types::PyCFunction;

    #[pymodule_export]
    use crate::{
        catalogue::{decisions, describe, evaluate_json, explain, schema},
        decision::{Decision, restored_decision},
        fault::{advisory_line, refusal_line},
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
        for (name, inner) in crate::generated::domains(module.py()) {
            let inner = inner.into_bound(module.py());
            module.add(name, &inner)?;
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
