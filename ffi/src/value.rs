//! Values as C gives them, read into those of the core. Each is refused under the name of its field.

use std::ffi::c_char;
use std::ops::RangeInclusive;
use std::{ptr, slice};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::OdometerReading;

use crate::number::Mirrored;
use crate::status::{Fault, Refusal};

/// A value of a closed enum, by its number.
pub(crate) fn one_of<E: Mirrored>(field: &'static str, number: i32) -> Result<E, Refusal> {
    let known = E::ALL.iter().copied().find(|value| value.number() == number);
    known.ok_or_else(|| none_of(field, number, &|place| E::ALL.get(place).map(|value| (value.number(), value.name()))))
}

/// The refusal of a number that stands for none of the values that are known.
#[cold]
#[inline(never)]
fn none_of(field: &'static str, number: i32, known: &dyn Fn(usize) -> Option<(i32, &'static str)>) -> Refusal {
    let known: Vec<_> = (0..).map_while(known).map(|(number, name)| format!("{number} ({name})")).collect();
    Refusal::new(ErrorCode::UnknownValue, field, format!("one of {}, found {number}", known.join(", ")))
}

/// Yes or no.
pub(crate) fn flag(field: &'static str, number: i32) -> Result<bool, Refusal> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(neither_yes_nor_no(field.to_owned(), number)),
    }
}

#[cold]
#[inline(never)]
fn neither_yes_nor_no(field: String, number: i32) -> Refusal {
    Refusal::new(ErrorCode::UnknownValue, field, format!("1 or 0, found {number}"))
}

/// A value that may be unknown: looked at only where its flag is set.
pub(crate) fn known<T>(
    field: &'static str,
    has: i32,
    read: impl FnOnce(&'static str) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    match has {
        0 => Ok(None),
        1 => read(field).map(Some),
        _ => Err(neither_yes_nor_no(flag_of(field), has)),
    }
}

/// What the flag of a member is called: `has_reading_km`, `state.has_reason`.
#[cold]
#[inline(never)]
fn flag_of(field: &str) -> String {
    match field.rsplit_once('.') {
        Some((record, member)) => format!("{record}.has_{member}"),
        None => format!("has_{field}"),
    }
}

/// An odometer reading.
#[inline(never)]
pub(crate) fn reading(field: &'static str, kilometres: i32) -> Result<OdometerReading, Refusal> {
    u32::try_from(kilometres).ok().and_then(OdometerReading::new).ok_or_else(|| {
        let expected = format!("{}, found {kilometres}", OdometerReading::EXPECTED);
        Refusal::new(ErrorCode::OutOfRange, field, expected)
    })
}

/// A number of days that fits 16 bits.
#[inline(never)]
pub(crate) fn days(field: &'static str, days: i32) -> Result<u16, Refusal> {
    u16::try_from(days).map_err(|_| {
        Refusal::new(ErrorCode::OutOfRange, field, format!("a whole number from 0 to 65,535, found {days}"))
    })
}

/// A number of months within limits.
#[inline(never)]
pub(crate) fn months(field: &'static str, months: i32, limits: &RangeInclusive<u16>) -> Result<u16, Refusal> {
    u16::try_from(months).ok().filter(|months| limits.contains(months)).ok_or_else(|| {
        let expected = format!("{} to {} months, found {months}", limits.start(), limits.end());
        Refusal::new(ErrorCode::OutOfRange, field, expected)
    })
}

/// A date, YYYYMMDD, of the years 0001 to 9999.
#[inline(never)]
pub(crate) fn date(field: &'static str, date: i32) -> Result<NaiveDate, Refusal> {
    let digits = u32::try_from(date).ok().filter(|_| (1_01_01..=9999_12_31).contains(&date));
    digits.and_then(|digits| NaiveDate::from_ymd_opt(date / 1_00_00, digits / 100 % 100, digits % 100)).ok_or_else(
        || {
            let expected = format!("a date that exists, written YYYYMMDD, found {date:08}");
            Error::new(ErrorCode::InvalidDate, field, expected).into()
        },
    )
}

/// The same date, YYYYMMDD.
pub(crate) fn yyyymmdd(date: NaiveDate) -> i32 {
    date.year() * 1_00_00 + (date.month() * 100 + date.day()) as i32
}

/// A time of day, HHMMSS.
#[inline(never)]
pub(crate) fn clock(field: &'static str, time: i32) -> Result<NaiveTime, Refusal> {
    let digits = u32::try_from(time).ok();
    digits.and_then(|digits| NaiveTime::from_hms_opt(digits / 1_00_00, digits / 100 % 100, digits % 100)).ok_or_else(
        || {
            let expected = format!("a time of day, written HHMMSS, found {time:06}");
            Error::new(ErrorCode::InvalidDate, field, expected).into()
        },
    )
}

/// The same time of day, HHMMSS.
pub(crate) fn hhmmss(time: NaiveTime) -> i32 {
    (time.hour() * 1_00_00 + time.minute() * 100 + time.second()) as i32
}

/// Text of this many bytes.
///
/// # Safety
/// `bytes` is null or points to `length` bytes that stay as they are while the text is used.
#[inline(never)]
pub(crate) unsafe fn text<'a>(field: &'static str, bytes: *const c_char, length: usize) -> Result<&'a str, Refusal> {
    if bytes.is_null() {
        return Err(Refusal::null(field));
    }
    if isize::try_from(length).is_err() {
        let expected = format!("a length that fits into memory, found {length}");
        return Err(Refusal::new(ErrorCode::OutOfRange, format!("{field}_length"), expected));
    }
    // SAFETY: not null, so the caller says that `length` bytes may be read there, and no object is larger than isize.
    let bytes = unsafe { slice::from_raw_parts(bytes.cast::<u8>(), length) };
    str::from_utf8(bytes).map_err(|error| {
        let place = error.valid_up_to();
        Refusal::new(Fault::InvalidUtf8, field, format!("UTF-8, which ends after {place} of {length} bytes"))
    })
}

/// The caller's own text and its length, repeated in a result; NULL and 0 where there is none.
pub(crate) fn echoed(text: Option<&str>) -> (*const c_char, usize) {
    text.map_or((ptr::null(), 0), |text| (text.as_ptr().cast(), text.len()))
}
