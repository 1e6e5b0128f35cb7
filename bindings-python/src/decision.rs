//! What a decision answers with.

use std::hash::{DefaultHasher, Hash, Hasher};

use dms_rules::error::{Error, ErrorCode};
use dms_rules::export::explain;
use dms_rules::message::Language;
use dms_rules::table::{HitPolicy, Reason};
use dms_rules::{catalogue, decision as core};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple};

use crate::answer::{Answer, Host};
use crate::fact::fact;
use crate::fault::{Fault, guard};

/// What was decided, the row that decided it, why, and what a person should look at.
///
/// It cannot be changed, compares by value, and can be a key of a dict.
#[pyclass(frozen, generic, module = "dms_rules")]
pub(crate) struct Decision {
    grounds: core::Decision<()>,
    /// What was decided.
    #[pyo3(get)]
    outcome: Py<PyAny>,
    /// The row that decided; None where every reason is collected.
    #[pyo3(get)]
    row: Py<PyAny>,
    /// Why: the conditions that made the row decide, or every reason that holds, in the order of the rules.
    #[pyo3(get)]
    because: Py<PyTuple>,
    /// What a person should look at; it never changes the outcome.
    #[pyo3(get)]
    advisories: Py<PyTuple>,
}

impl Decision {
    fn new(py: Python<'_>, grounds: core::Decision<()>, outcome: Py<PyAny>) -> PyResult<Self> {
        let row = grounds.row().map(|row| PyString::intern(py, row.id)).into_py_any(py)?;
        let (because, advisories) = (ids(py, grounds.because())?, ids(py, grounds.advisories())?);
        Ok(Self { grounds, outcome, row, because, advisories })
    }

    /// The same, but for its outcome.
    fn with(&self, py: Python<'_>, outcome: Py<PyAny>) -> Self {
        Self {
            grounds: self.grounds,
            outcome,
            row: self.row.clone_ref(py),
            because: self.because.clone_ref(py),
            advisories: self.advisories.clone_ref(py),
        }
    }
}

/// What one function has answered before. A decision cannot be changed, so that the same may be given again, and the names of
/// its row, reasons and advisories are made once.
pub(crate) struct Cache {
    /// By the answers to the conditions of the table, from which all but the outcome follows. An outcome with fields may
    /// hold what is the caller's, and is not kept.
    decisions: PyOnceLock<Box<[PyOnceLock<Py<Decision>>]>>,
}

impl Cache {
    /// For more, too much room would be taken.
    const MOST_CONDITIONS: usize = 12;

    pub(crate) const fn new() -> Self {
        Self { decisions: PyOnceLock::new() }
    }

    /// Takes a decision of the core over, its outcome put into Python's form.
    pub(crate) fn decision<'py, H: Host<'py>, O: Answer<'py, H>>(
        &self,
        host: &H,
        decision: core::Decision<O>,
    ) -> Result<Py<Decision>, Fault> {
        let py = host.py();
        let keeps_outcome = decision.outcome.is_one_object();
        let mut given = Ok(py.None());
        let grounds = decision.map(|outcome| given = outcome.give(host).map(Bound::unbind));
        let outcome = given?;
        let conditions = grounds.table().conditions.len();
        if conditions > Self::MOST_CONDITIONS {
            return Ok(Py::new(py, Decision::new(py, grounds, outcome)?)?);
        }
        let room = || (0..1 << conditions).map(|_| PyOnceLock::new()).collect();
        let place = &self.decisions.get_or_init(py, room)[grounds.condition_bits() as usize];
        let keep = || {
            let outcome = if keeps_outcome { outcome.clone_ref(py) } else { py.None() };
            Py::new(py, Decision::new(py, grounds, outcome)?)
        };
        let kept = place.get_or_try_init(py, keep)?;
        let before = kept.get();
        Ok(if before.grounds != grounds {
            Py::new(py, Decision::new(py, grounds, outcome)?)?
        } else if before.outcome.is(&outcome) {
            kept.clone_ref(py)
        } else {
            Py::new(py, before.with(py, outcome))?
        })
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

    /// It cannot be changed: a copy is the decision itself.
    fn __copy__(self_: Bound<'_, Self>) -> Bound<'_, Self> {
        self_
    }

    fn __deepcopy__<'py>(self_: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        self_
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let restored = py.import("dms_rules._native")?.getattr("restored_decision")?;
        let arguments = (self.decision(), self.edition(), self.grounds.condition_bits(), &self.outcome);
        (restored, arguments).into_pyobject(py)
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
            self.row.bind(py).repr()?,
            self.because.bind(py).repr()?,
            self.advisories.bind(py).repr()?,
        ))
    }
}

/// A decision as it was pickled.
///
/// Row, reasons and advisories follow from the answers to the conditions of the decision's table, one bit each. One of
/// another edition is refused: its table is not at hand, so that nothing could be said about it.
#[pyfunction]
pub(crate) fn restored_decision(
    py: Python<'_>,
    decision: &str,
    edition: &str,
    answers: u32,
    outcome: Py<PyAny>,
) -> PyResult<Decision> {
    guard(py, || {
        let known = catalogue::DECISIONS.iter().find(|entry| entry.id() == decision);
        let unknown = || Error::whole(ErrorCode::UnknownDecision, format!("there is no decision `{decision}`"));
        let table = known.ok_or_else(unknown)?.table();
        if table.edition != edition {
            let expected = format!("this library decides by edition {}, the decision is of {edition}", table.edition);
            return Err(Error::new(ErrorCode::Contradiction, "edition", expected).into());
        }
        let beyond = u64::from(answers) >> table.conditions.len() != 0;
        if beyond || table.impossible.iter().any(|impossible| impossible.fits(answers)) {
            return Err(Error::new(ErrorCode::OutOfRange, "answers", "expected answers that can occur together").into());
        }
        let fired = match table.policy {
            HitPolicy::First => table.first(answers),
            HitPolicy::Collect | HitPolicy::None => table.collect(answers),
        };
        Ok(Decision::new(py, core::Decision::new((), table, fired), outcome)?)
    })
}

/// The language that was asked for; English where none was.
pub(crate) fn language_or_english(language: Option<&Bound<'_, PyAny>>) -> Result<Language, Fault> {
    fact::<Option<Language>>("language", language).map(|language| language.unwrap_or(Language::En))
}

fn ids(py: Python<'_>, reasons: impl ExactSizeIterator<Item = &'static Reason>) -> PyResult<Py<PyTuple>> {
    PyTuple::new(py, reasons.map(|reason| PyString::intern(py, reason.id))).map(Bound::unbind)
}
