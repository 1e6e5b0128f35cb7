//! Records: Python's frozen classes, read where they stand for facts and made where they stand for an outcome.

use dms_rules::error::{Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PySequence, PyString, PyTuple, PyType};

use crate::fact::{Fact, wrong_type};
use crate::fault::Fault;

/// A frozen class of Python's, looked up once.
pub(crate) struct Class {
    module: &'static str,
    name: &'static str,
    class: PyOnceLock<Py<PyType>>,
    /// The one object of a class without fields.
    only: PyOnceLock<Py<PyAny>>,
}

impl Class {
    pub(crate) const fn new(module: &'static str, name: &'static str) -> Self {
        Self { module, name, class: PyOnceLock::new(), only: PyOnceLock::new() }
    }

    /// An object of the class with these fields, in its order.
    pub(crate) fn of<'py, const N: usize>(
        &self,
        py: Python<'py>,
        fields: [Bound<'py, PyAny>; N],
    ) -> Result<Bound<'py, PyAny>, Fault> {
        let class = self.class.import(py, self.module, self.name)?;
        if N == 0 {
            let only = self.only.get_or_try_init(py, || class.call0().map(Bound::unbind))?;
            return Ok(only.bind(py).clone());
        }
        Ok(class.call1(PyTuple::new(py, fields)?)?)
    }

    pub(crate) fn is_class_of(&self, record: &Bound<'_, PyAny>) -> PyResult<bool> {
        record.is_instance(self.class.import(record.py(), self.module, self.name)?)
    }

    /// Refuses what is none of the class.
    pub(crate) fn demand(&self, record: &Bound<'_, PyAny>) -> Result<(), Fault> {
        if self.is_class_of(record)? { Ok(()) } else { Err(wrong_type(ITSELF, self.name, record)) }
    }
}

/// Where the fields of records are kept for as long as facts borrow from them.
pub(crate) type Kept<'py> = typed_arena::Arena<Bound<'py, PyAny>>;

/// The field by which a record names itself in a refusal, before it is said where the record stands.
pub(crate) const ITSELF: &str = "";

/// A struct of the core that Python gives as a record. Its refusals name the record's own fields.
pub(crate) trait Record<'a, 'py>: Sized {
    fn read(record: &'a Bound<'py, PyAny>, kept: &'a Kept<'py>) -> Result<Self, Fault>;
}

/// A plain value where a record could stand, in a list for instance.
impl<'a, 'py: 'a, F: Fact<'a, 'py>> Record<'a, 'py> for F {
    fn read(value: &'a Bound<'py, PyAny>, _: &'a Kept<'py>) -> Result<Self, Fault> {
        F::read(ITSELF, value)
    }
}

/// A field of a record, kept for as long as the facts are.
pub(crate) fn attribute<'a, 'py>(
    record: &'a Bound<'py, PyAny>,
    kept: &'a Kept<'py>,
    name: &Bound<'py, PyString>,
) -> Result<&'a Bound<'py, PyAny>, Fault> {
    Ok(&*kept.alloc(record.getattr(name)?))
}

/// Reads a record; refusals name the field that it is, and the field within it.
pub(crate) fn record_of<'a, 'py, R: Record<'a, 'py>>(
    field: &'static str,
    given: Option<&'a Bound<'py, PyAny>>,
    kept: &'a Kept<'py>,
) -> Result<R, Fault> {
    record_if_known(field, given, kept)?.ok_or_else(|| missing(field))
}

/// Reads a record that may be unknown.
pub(crate) fn record_if_known<'a, 'py, R: Record<'a, 'py>>(
    field: &'static str,
    given: Option<&'a Bound<'py, PyAny>>,
    kept: &'a Kept<'py>,
) -> Result<Option<R>, Fault> {
    let known = given.filter(|record| !record.is_none());
    known.map(|record| R::read(record, kept).map_err(|fault| fault.within(|| field.to_owned()))).transpose()
}

/// Reads a sequence of records.
pub(crate) fn records<'a, 'py, R: Record<'a, 'py>>(
    field: &'static str,
    given: Option<&'a Bound<'py, PyAny>>,
    kept: &'a Kept<'py>,
) -> Result<Vec<R>, Fault> {
    let list = given.filter(|list| !list.is_none()).ok_or_else(|| missing(field))?;
    let is_text = list.is_instance_of::<PyString>() || list.is_instance_of::<PyBytes>();
    if is_text || list.cast::<PySequence>().is_err() {
        return Err(wrong_type(field, "a sequence", list));
    }
    let mut records = Vec::new();
    for record in list.try_iter()? {
        let record = &*kept.alloc(record?);
        let read = if record.is_none() { Err(missing(ITSELF)) } else { R::read(record, kept) };
        records.push(read.map_err(|fault| fault.within(|| format!("{field}[{}]", records.len())))?);
    }
    Ok(records)
}

fn missing(field: &'static str) -> Fault {
    Error::new(ErrorCode::MissingField, field, "this fact is needed and is not known").into()
}
