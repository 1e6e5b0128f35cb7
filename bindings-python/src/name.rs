//! Enums: the core's closed enums and the Python enums that stand for them.

use std::str::FromStr;

use dms_rules::error::{Error, ErrorCode};
use dms_rules::message::Language;
use dms_rules::value::UnknownName;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

use crate::fact::{Fact, wrong_type};
use crate::fault::Fault;

/// A closed enum of the core that has a Python enum beside it.
pub(crate) trait Mirror: Copy + FromStr<Err = UnknownName> + 'static {
    const ALL: &'static [Self];

    fn class() -> &'static Class;

    /// What Python calls the value.
    fn member(self) -> &'static str;

    /// The place among all.
    fn place(self) -> usize;

    fn to_python(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Self::class().members::<Self>(py)?[self.place()].clone_ref(py))
    }
}

/// A Python enum, looked up once.
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
            N::ALL.iter().map(|name| class.getattr(name.member()).map(Bound::unbind)).collect()
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

/// Declares which Python enum stands for an enum of the core, and what it calls each value. A variant that the core has
/// and this list has not does not compile.
macro_rules! mirror {
    ($core:ty = $module:literal.$class:literal { $($variant:ident = $member:literal),+ $(,)? }) => {
        impl $crate::name::Mirror for $core {
            const ALL: &'static [Self] = <$core>::ALL;

            fn class() -> &'static $crate::name::Class {
                static CLASS: $crate::name::Class = $crate::name::Class::new($module, $class);
                &CLASS
            }

            fn member(self) -> &'static str {
                match self { $(Self::$variant => $member),+ }
            }

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}
pub(crate) use mirror;

mirror! {
    Language = "dms_rules"."Language" { En = "EN", Nl = "NL", Fr = "FR", De = "DE" }
}
