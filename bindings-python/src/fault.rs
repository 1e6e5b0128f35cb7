//! What goes wrong: a refusal of the core, an exception of Python's, a panic.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dms_rules::car_pass::lifecycle;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::table::Reason;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};

use crate::fact::fact;
use crate::name::{Mirror, mirror};
use crate::record::ITSELF;

mirror! {
    ErrorCode = "dms_rules"."ErrorCode" {
        MissingField, UnknownField, WrongType, UnknownValue, OutOfRange, InvalidDate, Contradiction, IllegalTransition,
        OptionsLocked, UnknownDecision, MalformedJson,
    }
}

/// Why there is no answer.
pub(crate) enum Fault {
    /// The facts were refused.
    Refused(Error),
    /// Python raised an exception, in a time zone of the caller's for instance.
    Raised(PyErr),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<PyErr> for Fault {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl Fault {
    /// The same refusal, its field seen from where the record stands.
    pub(crate) fn within(self, place: impl FnOnce() -> String) -> Self {
        let Self::Refused(error) = self else { return self };
        let field = match error.field() {
            None | Some(ITSELF) => place(),
            Some(field) => format!("{}.{field}", place()),
        };
        Error::new(error.code(), field, error.detail().to_owned()).into()
    }

    fn into_exception(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Refused(error) => refusal(py, &error).map_or_else(|failed| failed, PyErr::from_value),
            Self::Raised(error) => error,
        }
    }
}

fn refusal<'py>(py: Python<'py>, error: &Error) -> PyResult<Bound<'py, PyAny>> {
    static REFUSAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let code = error.code().to_python(py)?;
    let faults: Vec<_> = error.faults().iter().map(|fault| refusal(py, fault)).collect::<PyResult<_>>()?;
    let faults = PyTuple::new(py, faults)?;
    let advisories = PyTuple::new(py, error.advisories().iter().map(|advisory| advisory.id))?;
    REFUSAL.import(py, "dms_rules", "Refusal")?.call1((code, error.field(), error.to_string(), faults, advisories))
}

/// The refusal of a row of a table, counted from 0.
#[cfg(feature = "batch")]
pub(crate) fn refused_row(py: Python<'_>, row: usize, error: &Error) -> Fault {
    let raised = refusal(py, error).and_then(|refusal| {
        refusal.setattr("row", row)?;
        refusal.setattr("message", format!("row {row}: {error}"))?;
        Ok(PyErr::from_value(refusal))
    });
    raised.unwrap_or_else(|failed| failed).into()
}

/// Runs what a Python function does. A panic is a fault of this library: Python gets an `InternalError` for it, and not
/// the `BaseException` that a panic would otherwise become.
pub(crate) fn guard<T>(py: Python<'_>, run: impl FnOnce() -> Result<T, Fault>) -> PyResult<T> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(answer) => answer.map_err(|fault| fault.into_exception(py)),
        Err(panic) => Err(internal_error(py, panic.as_ref()).unwrap_or_else(|failed| failed)),
    }
}

fn internal_error(py: Python<'_>, panic: &(dyn Any + Send)) -> PyResult<PyErr> {
    static INTERNAL_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let said = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("it says no more");
    let message = format!("a fault of dms_rules, not of the facts; nothing was decided, please report it: {said}");
    Ok(PyErr::from_value(INTERNAL_ERROR.import(py, "dms_rules", "InternalError")?.call1((message,))?))
}

/// What a refusal says to the workshop's staff, in one line.
#[pyfunction]
pub(crate) fn refusal_line(
    py: Python<'_>,
    code: &Bound<'_, PyAny>,
    field: Option<String>,
    language: &Bound<'_, PyAny>,
) -> PyResult<String> {
    guard(py, || {
        let code = fact("code", code)?;
        let error = match field {
            Some(field) => Error::new(code, field, ""),
            None => Error::whole(code, ""),
        };
        Ok(error.line(fact("language", language)?))
    })
}

/// What a person should look at when facts were refused, in one line.
#[pyfunction]
pub(crate) fn advisory_line(
    py: Python<'_>,
    advisory: &str,
    language: &Bound<'_, PyAny>,
) -> PyResult<Option<&'static str>> {
    guard(py, || {
        let language = fact("language", language)?;
        let known = ADVISORIES.iter().find(|known| known.id == advisory);
        Ok(known.map(|advisory| advisory.text.get(language)))
    })
}

/// The advisories that refusals carry: they stand in no table.
static ADVISORIES: &[Reason] = &[lifecycle::SEND_CORRECTION];
