//! Single facts: from what Python gives to what the core takes, strictly and with the fact's name in every refusal.

use std::fmt::Display;
use std::num::NonZeroU32;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::{Cents, OdometerReading, Set, Vin};
use pyo3::PyTypeInfo;
use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDate, PyDateTime, PyFrozenSet, PySet, PyString, PyType};

use crate::fault::Fault;
use crate::name::Mirror;

/// What can be read from a Python value.
pub(crate) trait Fact<'a, 'py>: Sized {
    /// Reads a value that is not `None`.
    fn read(field: &'static str, value: &'a Bound<'py, PyAny>) -> Result<Self, Fault>;

    /// What becomes of `None`.
    fn unknown(field: &'static str) -> Result<Self, Fault> {
        Err(Error::new(ErrorCode::MissingField, field, "this fact is needed and is not known").into())
    }
}

/// Reads one fact; the refusal names it.
pub(crate) fn fact<'a, 'py: 'a, F: Fact<'a, 'py>>(
    field: &'static str,
    given: impl Into<Option<&'a Bound<'py, PyAny>>>,
) -> Result<F, Fault> {
    match given.into().filter(|value| !value.is_none()) {
        Some(value) => F::read(field, value),
        None => F::unknown(field),
    }
}

/// A fact that has this value unless it is given.
pub(crate) fn fact_or<'a, 'py: 'a, F: Fact<'a, 'py>>(
    field: &'static str,
    given: Option<&'a Bound<'py, PyAny>>,
    default: F,
) -> Result<F, Fault> {
    Ok(fact::<Option<F>>(field, given)?.unwrap_or(default))
}

/// Refuses a number beyond the limits of its fact; `counted` is what it counts, behind a blank.
pub(crate) fn within<N: Copy + PartialOrd + Display>(
    limits: RangeInclusive<N>,
    counted: &str,
    field: &'static str,
    number: N,
) -> Result<N, Fault> {
    if limits.contains(&number) {
        return Ok(number);
    }
    Err(out_of_range(field, &format!("{} to {}{counted}, found {number}", limits.start(), limits.end())))
}

/// Refuses a list that is too long.
pub(crate) fn at_most<F>(most: usize, counted: &str, field: &'static str, list: Vec<F>) -> Result<Vec<F>, Fault> {
    if list.len() <= most {
        return Ok(list);
    }
    Err(out_of_range(field, &format!("at most {most} {counted}, found {}", list.len())))
}

pub(crate) fn wrong_type(field: &'static str, expected: &str, found: &Bound<'_, PyAny>) -> Fault {
    let found = found.get_type().name().map_or_else(|_| "another type".to_owned(), |name| name.to_string());
    Error::new(ErrorCode::WrongType, field, format!("expected {expected}, found {found}")).into()
}

pub(crate) fn out_of_range(field: &'static str, expected: &str) -> Fault {
    Error::new(ErrorCode::OutOfRange, field, format!("expected {expected}")).into()
}

impl<'a, 'py, F: Fact<'a, 'py>> Fact<'a, 'py> for Option<F> {
    fn read(field: &'static str, value: &'a Bound<'py, PyAny>) -> Result<Self, Fault> {
        F::read(field, value).map(Some)
    }

    fn unknown(_field: &'static str) -> Result<Self, Fault> {
        Ok(None)
    }
}

impl Fact<'_, '_> for bool {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        value.cast::<PyBool>().map(|value| value.is_true()).map_err(|_| wrong_type(field, "True or False", value))
    }
}

/// An integer, or what Python takes for one (`__index__`); a bool is none.
fn integer<'py, I>(field: &'static str, value: &Bound<'py, PyAny>, expected: &str) -> Result<I, Fault>
where
    I: for<'a> FromPyObject<'a, 'py, Error = PyErr>,
{
    if value.is_instance_of::<PyBool>() {
        return Err(wrong_type(field, expected, value));
    }
    value.extract().map_err(|error: PyErr| {
        if error.is_instance_of::<PyOverflowError>(value.py()) {
            out_of_range(field, expected)
        } else {
            wrong_type(field, expected, value)
        }
    })
}

impl Fact<'_, '_> for u16 {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        integer(field, value, "a whole number from 0 to 65,535")
    }
}

impl Fact<'_, '_> for u32 {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        integer(field, value, "a whole number from 0 to 4,294,967,295")
    }
}

impl Fact<'_, '_> for NonZeroU32 {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        const EXPECTED: &str = "a whole number from 1 to 4,294,967,295";
        Self::new(integer(field, value, EXPECTED)?).ok_or_else(|| out_of_range(field, EXPECTED))
    }
}

impl Fact<'_, '_> for i32 {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        integer(field, value, "a whole number of 32 bits")
    }
}

impl Fact<'_, '_> for i64 {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        integer(field, value, "a whole number of 64 bits")
    }
}

impl Fact<'_, '_> for OdometerReading {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        Self::new(integer(field, value, Self::EXPECTED)?).ok_or_else(|| out_of_range(field, Self::EXPECTED))
    }
}

impl Fact<'_, '_> for Cents {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        integer(field, value, Self::EXPECTED).map(Self::new)
    }
}

/// An amount that is needed.
pub(crate) fn amount(
    field: &'static str,
    cents: Option<&Bound<'_, PyAny>>,
    euros: Option<&Bound<'_, PyAny>>,
) -> Result<Cents, Fault> {
    amount_if_given(field, cents, euros)?.map_or_else(|| Cents::unknown(field), Ok)
}

/// An amount that is given as cents or as a `Decimal` in euros, but not as both.
pub(crate) fn amount_if_given(
    field: &'static str,
    cents: Option<&Bound<'_, PyAny>>,
    euros: Option<&Bound<'_, PyAny>>,
) -> Result<Option<Cents>, Fault> {
    match (cents, euros) {
        (None, None) => Ok(None),
        (Some(cents), None) => Cents::read(field, cents).map(Some),
        (None, Some(euros)) => cents_of(field, euros).map(Some),
        (Some(_), Some(_)) => {
            Err(Error::new(ErrorCode::Contradiction, field, "the amount in cents or in euros, not both").into())
        }
    }
}

/// A `Decimal` in euros as whole cents. It is taken by its digits: no rounding, and no exponent is ever written out.
fn cents_of(field: &'static str, euros: &Bound<'_, PyAny>) -> Result<Cents, Fault> {
    const EXPECTED: &str = "a Decimal in euros with no fraction of a cent";
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();

    if !euros.is_instance(DECIMAL.import(euros.py(), "decimal", "Decimal")?)? {
        return Err(wrong_type(field, EXPECTED, euros));
    }
    let (sign, mut digits, exponent): (i128, Vec<u8>, Bound<'_, PyAny>) = euros.call_method0("as_tuple")?.extract()?;
    // NaN and the infinities have a letter for an exponent.
    let Ok(exponent) = exponent.extract::<i64>() else {
        return Err(Error::new(ErrorCode::WrongType, field, format!("expected {EXPECTED}, found no number")).into());
    };
    let places = exponent.saturating_add(2);
    let mut zeros = 0;
    while digits.pop_if(|digit| *digit == 0).is_some() {
        zeros += 1;
    }
    let number_of_digits = i64::try_from(digits.len()).unwrap_or(i64::MAX);
    match places.saturating_add(zeros) {
        _ if digits.is_empty() => Ok(Cents::new(0)),
        ..0 => Err(Error::new(ErrorCode::WrongType, field, format!("expected {EXPECTED}")).into()),
        // 64 bits hold 19 digits.
        zeros @ 0..=18 if zeros + number_of_digits <= 19 => {
            let number = digits.iter().fold(0, |number, digit| number * 10 + i128::from(*digit));
            let cents = number * 10_i128.pow(zeros as u32) * (1 - 2 * sign);
            i64::try_from(cents).map(Cents::new).map_err(|_| out_of_range(field, Cents::EXPECTED))
        }
        _ => Err(out_of_range(field, Cents::EXPECTED)),
    }
}

impl<'a> Fact<'a, '_> for &'a str {
    fn read(field: &'static str, value: &'a Bound<'_, PyAny>) -> Result<Self, Fault> {
        // A lone surrogate is a str of Python's, but no text.
        value
            .cast::<PyString>()
            .ok()
            .and_then(|text| text.to_str().ok())
            .ok_or_else(|| wrong_type(field, "a text", value))
    }
}

impl Fact<'_, '_> for Vin {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        <&str>::read(field, value).map(Self::new)
    }
}

/// A date; a `datetime` is one to Python, but says more than it should.
impl Fact<'_, '_> for NaiveDate {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        match value.cast::<PyDate>() {
            Ok(day) if day.is_exact_instance_of::<PyDate>() || !day.is_instance_of::<PyDateTime>() => civil_day(day),
            _ => Err(wrong_type(field, "a datetime.date", value)),
        }
    }
}

/// The day of a date or of a `datetime`. Its number is one call of Python's, where year, month and day would be three.
pub(crate) fn civil_day(date: &Bound<'_, PyAny>) -> Result<NaiveDate, Fault> {
    static TO_ORDINAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

    let py = date.py();
    let find = || PyDate::type_object(py).getattr("toordinal").map(Bound::unbind);
    let ordinal = TO_ORDINAL.get_or_try_init(py, find)?.bind(py).call1((date,))?.extract()?;
    NaiveDate::from_num_days_from_ce_opt(ordinal)
        .ok_or_else(|| PyValueError::new_err("a date beyond the calendar").into())
}

/// A set of names. It has no order: what is wrong with one of them is said of the set.
impl<N: Mirror> Fact<'_, '_> for Set<N> {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        if !value.is_instance_of::<PySet>() && !value.is_instance_of::<PyFrozenSet>() {
            return Err(wrong_type(field, "a set or frozenset", value));
        }
        value.try_iter()?.map(|name| fact(field, &name?)).collect()
    }
}
