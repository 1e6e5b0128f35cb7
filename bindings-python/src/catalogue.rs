//! Every decision by its id, from JSON to JSON.

use dms_rules::{catalogue, export};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::decision::language_or_english;
use crate::fault::guard;

/// The ids of all decisions, in the order of the rules.
#[pyfunction]
pub(crate) fn decisions(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, catalogue::DECISIONS.iter().map(catalogue::Entry::id))
}

/// Answers one request as JSON text.
///
/// The request is `{"decision":"okr.option","facts":{…},"name"?:"…"}`. The answer is the decision, or the refusal
/// `{"decision":…,"error":{"code":…,"field":…,"message":…}}`: no request raises an exception.
#[pyfunction]
pub(crate) fn evaluate_json(py: Python<'_>, request: &Bound<'_, PyString>) -> PyResult<String> {
    // Half a surrogate pair is no JSON; the replacement character alone is none either, and the catalogue says so.
    guard(py, || Ok(catalogue::evaluate_json(request.to_str().unwrap_or("\u{FFFD}"))))
}

/// Decides by the decision's id, from JSON text, and explains the decision as Markdown.
#[pyfunction]
#[pyo3(signature = (decision_id, facts, language=None))]
pub(crate) fn explain(
    py: Python<'_>,
    decision_id: &str,
    facts: &str,
    language: Option<&Bound<'_, PyAny>>,
) -> PyResult<String> {
    guard(py, || {
        let language = language_or_english(language)?;
        Ok(export::explain(&catalogue::evaluate(decision_id, facts)?, language))
    })
}

/// What a decision is, as JSON text.
#[pyfunction]
pub(crate) fn describe(py: Python<'_>, decision_id: &str) -> PyResult<String> {
    guard(py, || Ok(catalogue::describe(decision_id)?.to_string()))
}

/// The JSON Schema of a decision's facts, as JSON text.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>, decision_id: &str) -> PyResult<String> {
    guard(py, || Ok(catalogue::schema(decision_id)?.to_string()))
}
