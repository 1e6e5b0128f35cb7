//! Outcomes: from what the core answers to what Python gets.

use std::num::NonZeroU32;

use chrono::{NaiveDate, NaiveTime};
use dms_rules::booking::maintenance_contract::{ContractNumber, ContractVin};
use dms_rules::decision::Reasons;
use dms_rules::table::Reason;
use dms_rules::value::{Cents, EnterpriseNumber, Few, OdometerReading, Set, Vin};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyFrozenSet, PyString, PyTuple};

use crate::fault::Fault;
use crate::name::Mirror;

/// Where an answer is given: Python or, where times are answered, a [clock](crate::time::Clock).
pub(crate) trait Host<'py> {
    fn py(&self) -> Python<'py>;
}

impl<'py> Host<'py> for Python<'py> {
    fn py(&self) -> Python<'py> {
        *self
    }
}

/// What can be given to Python.
pub(crate) trait Answer<'py, H> {
    /// Whether it is always given as the same object: a name, or a class without fields.
    fn is_one_object(&self) -> bool {
        false
    }

    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault>;
}

impl<'py, H: Host<'py>, N: Mirror> Answer<'py, H> for N {
    fn is_one_object(&self) -> bool {
        true
    }

    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        Ok(self.to_python(host.py())?)
    }
}

/// Answers as pyo3 gives them to Python.
macro_rules! plain {
    ($($core:ty: |$value:ident| $plain:expr),+ $(,)?) => { $(
        impl<'py, H: Host<'py>> Answer<'py, H> for $core {
            fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
                let $value = self;
                Ok($plain.into_bound_py_any(host.py())?)
            }
        }
    )+ };
}

plain! {
    bool: |yes| yes,
    u16: |number| number,
    u32: |number| number,
    i32: |number| number,
    i64: |number| number,
    Cents: |amount| amount.get(),
    NonZeroU32: |number| number,
    OdometerReading: |reading| reading.get(),
    NaiveDate: |day| day,
    NaiveTime: |time| time,
    &str: |text| text,
    String: |text| text,
    Vin: |vin| vin.as_str(),
    EnterpriseNumber: |number| number.as_str(),
    ContractNumber<'_>: |number| number.to_string(),
    ContractVin<'_>: |vin| vin.as_str(),
}

impl<'py, H: Host<'py>> Answer<'py, H> for &'static Reason {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        Ok(PyString::intern(host.py(), self.id).into_any())
    }
}

/// What is not known is `None`.
impl<'py, H: Host<'py>, A: Answer<'py, H>> Answer<'py, H> for Option<A> {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        self.map_or_else(|| Ok(host.py().None().into_bound(host.py())), |known| known.give(host))
    }
}

fn tuple<'py, H: Host<'py>, A: Answer<'py, H>>(
    answers: impl IntoIterator<Item = A>,
    host: &H,
) -> Result<Bound<'py, PyAny>, Fault> {
    let answers: Vec<_> = answers.into_iter().map(|answer| answer.give(host)).collect::<Result<_, _>>()?;
    Ok(PyTuple::new(host.py(), answers)?.into_any())
}

impl<'py, H: Host<'py>, A: Answer<'py, H>> Answer<'py, H> for Vec<A> {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        tuple(self, host)
    }
}

impl<'py, H: Host<'py>, N: Mirror> Answer<'py, H> for &'static [N] {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        tuple(self.iter().copied(), host)
    }
}

impl<'py, H: Host<'py>, A: Answer<'py, H> + Copy, const N: usize> Answer<'py, H> for Few<A, N> {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        tuple(self.iter().copied(), host)
    }
}

impl<'py, H: Host<'py>> Answer<'py, H> for Reasons {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        tuple(self, host)
    }
}

impl<'py, H: Host<'py>, N: Mirror> Answer<'py, H> for Set<N> {
    fn give(self, host: &H) -> Result<Bound<'py, PyAny>, Fault> {
        let names: Vec<_> = self.iter().map(|name| name.to_python(host.py())).collect::<PyResult<_>>()?;
        Ok(PyFrozenSet::new(host.py(), names)?.into_any())
    }
}
