//! What a decision answers with.

use std::hash::{DefaultHasher, Hash, Hasher};

use dms_rules::decision;
use dms_rules::export::explain;
use dms_rules::message::Language;
use dms_rules::table::Reason;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::fact::fact;
use crate::fault::{Fault, guard};
use crate::name::Mirror;

/// What was decided, the row that decided it, why, and what a person should look at.
///
/// It cannot be changed, compares by value, and can be a key of a dict.
#[pyclass(frozen, generic, module = "dms_rules")]
pub(crate) struct Decision {
    grounds: decision::Decision<()>,
    outcome: Py<PyAny>,
}

impl Decision {
    /// Takes a decision of the core over, its outcome put into Python's form.
    pub(crate) fn of<O: Copy>(
        decision: decision::Decision<O>,
        outcome: impl FnOnce(O) -> Result<Py<PyAny>, Fault>,
    ) -> Result<Self, Fault> {
        Ok(Self { outcome: outcome(decision.outcome)?, grounds: decision.map(|_| ()) })
    }

    /// Takes over a decision whose outcome is a plain enum.
    pub(crate) fn named<O: Mirror>(py: Python<'_>, decision: decision::Decision<O>) -> Result<Self, Fault> {
        Self::of(decision, |outcome| Ok(outcome.to_python(py)?))
    }
}

#[pymethods]
impl Decision {
    /// The decision's id, such as `okr.option`.
    #[getter]
    fn decision(&self) -> &'static str {
        self.grounds.id()
    }

    /// The edition of the table that decided; store it with the decision.
    #[getter]
    fn edition(&self) -> &'static str {
        self.grounds.edition()
    }

    /// What was decided.
    #[getter]
    fn outcome(&self, py: Python<'_>) -> Py<PyAny> {
        self.outcome.clone_ref(py)
    }

    /// The row that decided; None where every reason is collected.
    #[getter]
    fn row(&self) -> Option<&'static str> {
        self.grounds.row().map(|row| row.id)
    }

    /// Why: the conditions that made the row decide, or every reason that holds, in the order of the rules.
    #[getter]
    fn because<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        ids(py, self.grounds.because())
    }

    /// What a person should look at; it never changes the outcome.
    #[getter]
    fn advisories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        ids(py, self.grounds.advisories())
    }

    /// The lines to show to a person: the row, the further reasons, then the advisories.
    fn lines(&self, py: Python<'_>, language: &Bound<'_, PyAny>) -> PyResult<Vec<&'static str>> {
        guard(py, || Ok(self.grounds.lines(fact("language", language)?).collect()))
    }

    /// The whole table as Markdown, in English unless a language is given.
    ///
    /// It has the answer to each condition, the row that decided, the reasons and the advisories.
    #[pyo3(signature = (language=None))]
    fn explain(&self, py: Python<'_>, language: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        guard(py, || Ok(explain(&self.grounds, language_or_english(language)?)))
    }

    fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
        Ok(self.grounds == other.grounds && self.outcome.bind(py).eq(&other.outcome)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        let mut hasher = DefaultHasher::new();
        self.grounds.hash(&mut hasher);
        self.outcome.bind(py).hash()?.hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!(
            "Decision(decision='{}', edition='{}', outcome={}, row={}, because={}, advisories={})",
            self.decision(),
            self.edition(),
            self.outcome.bind(py).repr()?,
            self.row().into_pyobject(py)?.repr()?,
            self.because(py)?.repr()?,
            self.advisories(py)?.repr()?,
        ))
    }
}

/// The language that was asked for; English where none was.
pub(crate) fn language_or_english(language: Option<&Bound<'_, PyAny>>) -> Result<Language, Fault> {
    fact::<Option<Language>>("language", language).map(|language| language.unwrap_or(Language::En))
}

fn ids<'py>(py: Python<'py>, reasons: impl ExactSizeIterator<Item = &'static Reason>) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, reasons.map(|reason| PyString::intern(py, reason.id)))
}
