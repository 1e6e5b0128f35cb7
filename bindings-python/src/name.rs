//! Enums: the core's closed enums and the Python enums that stand for them.

use std::fmt::Display;
use std::str::FromStr;

use dms_rules::error::{Error, ErrorCode};
use dms_rules::message::Language;
use dms_rules::value::{Closed, UnknownName};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

use crate::fact::{Fact, wrong_type};
use crate::fault::Fault;

/// A closed enum of the core that has a Python enum beside it.
pub(crate) trait Mirror: Closed + Display + FromStr<Err = UnknownName> {
    fn class() -> &'static Class;

    fn to_python<'py>(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(Self::class().members::<Self>(py)?[self.place() as usize].bind(py).clone())
    }
}

/// A Python enum, its members looked up once by their stable names.
pub(crate) struct Class {
    module: &'static str,
    name: &'static str,
    members: PyOnceLock<Vec<Py<PyAny>>>,
}

impl Class {
    pub(crate) const fn new(module: &'static str, name: &'static str) -> Self {
        Self { module, name, members: PyOnceLock::new() }
    }

    fn members<N: Mirror>(&self, py: Python<'_>) -> PyResult<&[Py<PyAny>]> {
        let find = || {
            let class = py.import(self.module)?.getattr(self.name)?;
            N::ALL.iter().map(|name| class.call1((name.to_string(),)).map(Bound::unbind)).collect()
        };
        self.members.get_or_try_init(py, find).map(Vec::as_slice)
    }
}

/// A member of the Python enum, or its stable name as plain text.
impl<N: Mirror> Fact<'_, '_> for N {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        let members = N::class().members::<N>(value.py())?;
        if let Some(place) = members.iter().position(|member| member.is(value)) {
            return Ok(N::ALL[place]);
        }
        let Ok(name) = value.cast_exact::<PyString>() else { return Err(wrong_type(field, N::class().name, value)) };
        let unknown = |unknown: UnknownName| Error::new(ErrorCode::UnknownValue, field, unknown.to_string());
        Ok(name.to_string_lossy().parse().map_err(unknown)?)
    }
}

/// Declares which Python enum stands for an enum of the core. A variant that the core has and this list has not does not
/// compile; that the Python enum has it is for the tests to say.
macro_rules! mirror {
    ($($core:ty = $module:tt.$class:literal { $($variant:ident),+ $(,)? })+) => { $(
        impl $crate::name::Mirror for $core {
            fn class() -> &'static $crate::name::Class {
                static CLASS: $crate::name::Class = $crate::name::Class::new($module, $class);
                &CLASS
            }
        }

        const _: fn($core) = |name| match name { $(<$core>::$variant)|+ => {} };
    )+ };
}
pub(crate) use mirror;

mirror! {
    Language = "dms_rules"."Language" { En, Nl, Fr, De }
}
