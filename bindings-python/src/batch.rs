//! A whole table at once: facts in the columns of an Arrow table, answers in the columns of another.
//!
//! Tables cross by Arrow's C interface, which every Python library for tables offers behind one method
//! (`__arrow_c_stream__`): the columns stay where they lie ([`table`]). The lock is off while the core decides.

mod run;
mod table;

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use arrow_schema::ffi::FFI_ArrowSchema;
use dms_rules::columns::{self, Form};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyString, PyTuple};

use crate::fault::{Fault, guard};

/// Decides a whole table: a column for each fact, a row for each decision.
///
/// The table is any that speaks Arrow: of pyarrow, polars, pandas (2.2 or later), a DuckDB relation, a stream of
/// batches. Nothing of it is copied. Its columns are named as the facts of the rules (`schema` lists them): booleans,
/// integers, texts, dates (or texts YYYY-MM-DD), timestamps without a time zone (or texts YYYY-MM-DDTHH:MM:SS), which
/// are the clock on the wall. Readings are whole kilometres, money whole cents including VAT. No value means unknown;
/// the column of a fact that need not be known may be left out. Decisions are offered whose facts are plain values.
///
/// The answer is a table again, its rows in the same order. `outcome` is the name of what was decided, or its kind;
/// what else an outcome carries has columns of its own (`outcome_due` for `due`), and an outcome that is a record has
/// these alone. `row` is the row that decided, without a value where every reason is collected; `because` and
/// `advisories` are lists of names. All names are dictionary-encoded. Decision and edition stand in the metadata of the
/// schema.
///
/// Args:
///     decision: The decision's id, such as `okr.option`.
///     table: The facts.
///     errors: "raise" ends with the first row that is refused. "column" decides the others, and answers in three
///         further columns: `error` (the code), `error_field`, `error_detail`, without a value where a row was decided;
///         what was decided has none where it was refused.
///     extra_columns: "ignore" passes over columns that are no facts; "refuse" does not.
///     masks: Reasons and advisories as bits, in `because_mask` and `advisories_mask`, in place of the lists. The
///         metadata of the schema names the bits under the column's name, the lowest first.
///     threads: On how many cores to decide; 0 for all there are. Python's lock is off meanwhile.
///     progress: Called with the number of rows decided, about every 65,000 and at the end. What it raises ends the
///         run.
///
/// Raises:
///     Refusal: as the decision's own function, with the row, counted from 0, in `row`. For a column as a whole:
///         `missing_field` where there is none for a fact that is needed, `wrong_type` where it holds values of another
///         type, `unknown_field` where it is no fact, `contradiction` where two have one name. `unknown_decision`;
///         `wrong_type` for a decision with a fact that is a record, a set or a list.
#[pyfunction]
#[pyo3(
    signature = (decision, table, *, errors="raise", extra_columns="refuse", masks=false, threads=1, progress=None)
)]
pub(crate) fn decide_batch(
    py: Python<'_>,
    decision: &str,
    table: &Bound<'_, PyAny>,
    errors: &str,
    extra_columns: &str,
    masks: bool,
    threads: i64,
    progress: Option<Bound<'_, PyAny>>,
) -> PyResult<DecidedTable> {
    guard(py, || {
        let errors = one_of("errors", errors, ["raise", "column"])? == "column";
        let ignore_further = one_of("extra_columns", extra_columns, ["refuse", "ignore"])? == "ignore";
        let threads = match usize::try_from(threads) {
            Ok(0) => available_parallelism().map_or(1, NonZero::get),
            Ok(threads) => threads,
            Err(_) => return Err(PyValueError::new_err("threads: expected 0 (all cores) or more").into()),
        };
        let decision = columns::find(decision)?;
        let form = Form { masks, errors };
        let facts = table::open(table)?;
        let run = run::Run { decision, form, ignore_further, threads };
        let batches = run.decide(py, facts, run::Progress::of(progress))?;
        let schema = table::schema(decision, &decision.answers(form));
        let batches = batches.into_iter().map(|columns| table::batch(&schema, columns)).collect::<Result<_, _>>();
        Ok(DecidedTable { decision: decision.id(), edition: decision.table().edition, batches: batches?, schema })
    })
}

fn one_of<'a>(name: &str, given: &'a str, known: [&str; 2]) -> Result<&'a str, Fault> {
    if known.contains(&given) {
        return Ok(given);
    }
    let [one, other] = known;
    Err(PyValueError::new_err(format!("{name}: expected '{one}' or '{other}', found '{given}'")).into())
}

/// What was decided of a table, row by row, as a table that any Arrow library takes without copying.
#[pyclass(frozen, module = "dms_rules")]
pub(crate) struct DecidedTable {
    decision: &'static str,
    edition: &'static str,
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl DecidedTable {
    /// The decision's id, such as `okr.option`.
    #[getter]
    fn decision(&self) -> &'static str {
        self.decision
    }

    /// The edition of the table that decided; it stands in the metadata of the schema too.
    #[getter]
    fn edition(&self) -> &'static str {
        self.edition
    }

    /// The names of the columns.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.schema.fields().iter().map(|field| PyString::intern(py, field.name())))
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The table as Arrow's C interface has it. Another schema is not offered.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        guard(py, || {
            let _ = requested_schema;
            let batches = self.batches.clone().into_iter().map(Ok);
            let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
            Ok(PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), table::STREAM)?)
        })
    }

    /// The schema of the table as Arrow's C interface has it.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        guard(py, || {
            let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(table::fault)?;
            Ok(PyCapsule::new_with_value(py, schema, table::SCHEMA)?)
        })
    }

    fn __repr__(&self) -> String {
        let names: Vec<_> = self.schema.fields().iter().map(|field| field.name().as_str()).collect();
        format!("<DecidedTable {}: {} rows of {}>", self.decision, self.__len__(), names.join(", "))
    }
}
