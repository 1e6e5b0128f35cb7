//! Values as C gives them, read into those of the core. Each is refused under the name of its field.

use std::ffi::c_char;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::{ptr, slice};

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::{Closed, OdometerReading, Set};

use crate::number::{self, InSets, Mirrored};
use crate::status::{Fault, Refusal};

/// A value of a closed enum, by its number.
pub(crate) fn one_of<E: Mirrored>(field: &'static str, number: i32) -> Result<E, Refusal> {
    let known = E::ALL.iter().copied().find(|value| value.number() == number);
    known.ok_or_else(|| none_of(field, number, &|place| E::ALL.get(place).map(|value| (value.number(), value.name()))))
}

/// The refusal of a number that stands for none of the values that are known.
#[cold]
#[inline(never)]
pub(crate) fn none_of(
    field: &'static str,
    number: i32,
    known: &dyn Fn(usize) -> Option<(i32, &'static str)>,
) -> Refusal {
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

/// An odometer reading, in whole kilometres.
pub(crate) fn kilometres(reading: OdometerReading) -> i32 {
    reading.get() as i32
}

/// A whole number within limits.
pub(crate) fn whole<N: TryFrom<i64>>(
    field: &'static str,
    number: i64,
    limits: RangeInclusive<i64>,
) -> Result<N, Refusal> {
    let known = Some(number).filter(|number| limits.contains(number)).and_then(|number| N::try_from(number).ok());
    known.ok_or_else(|| beyond(field, number, &limits))
}

/// A number of months within limits.
pub(crate) fn months(field: &'static str, months: i32, limits: RangeInclusive<u16>) -> Result<u16, Refusal> {
    u16::try_from(months).ok().filter(|months| limits.contains(months)).ok_or_else(|| {
        let expected = format!("{} to {} months, found {months}", limits.start(), limits.end());
        Refusal::new(ErrorCode::OutOfRange, field, expected)
    })
}

#[cold]
#[inline(never)]
fn beyond(field: &'static str, number: i64, limits: &RangeInclusive<i64>) -> Refusal {
    let expected =
        format!("a whole number from {} to {}, found {number}", grouped(*limits.start()), grouped(*limits.end()));
    Refusal::new(ErrorCode::OutOfRange, field, expected)
}

/// A number as people write it: 65,535.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A set, one bit for each name.
pub(crate) fn set<E: Closed + Display + InSets>(field: &'static str, bits: u32) -> Result<Set<E>, Refusal> {
    let all = Set::<E>::ALL;
    let unknown = bits & !number::set(all.iter());
    if unknown != 0 {
        let known: Vec<_> = all.iter().map(|name| format!("{} ({name})", name.bit())).collect();
        let expected = format!("bits {}, found also {unknown}", known.join(", "));
        return Err(Refusal::new(ErrorCode::UnknownValue, field, expected));
    }
    Ok(all.iter().filter(|name| bits & name.bit() != 0).collect())
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

/// A text made for an answer, which nobody has to free: in an array of the result, with a closing NUL, and its length;
/// refused under the name of the fact from which it was made where it does not fit.
pub(crate) fn held<const SIZE: usize>(field: &'static str, text: &str) -> Result<([c_char; SIZE], usize), Refusal> {
    if text.len() >= SIZE {
        let expected = format!("a text that fits the {} bytes of the answer, found {}", SIZE - 1, text.len());
        return Err(Refusal::new(ErrorCode::OutOfRange, field, expected));
    }
    let mut bytes = [0; SIZE];
    for (place, byte) in bytes.iter_mut().zip(text.bytes()) {
        *place = byte as c_char;
    }
    Ok((bytes, text.len()))
}

#[cfg(test)]
mod tests {
    use dms_rules::booking::Right;
    use dms_rules::value::Set;

    use super::{grouped, held, set, whole};
    use crate::number;

    #[test]
    fn a_text_leaves_room_for_its_closing_nul() {
        assert_eq!(held::<4>("field", "abc").ok(), Some(([97, 98, 99, 0], 3)));
        assert_eq!(held::<4>("field", "").ok(), Some(([0; 4], 0)));
        assert!(held::<4>("field", "abcd").is_err());
        assert!(held::<4>("field", "aéé").is_err());
    }

    #[test]
    fn every_set_comes_back_and_an_unknown_bit_is_refused() {
        for bits in 0..1 << Right::ALL.len() {
            let rights = set::<Right>("rights", bits).expect("known bits");
            assert_eq!((number::set(rights.iter()), rights.len()), (bits, bits.count_ones() as usize));
        }
        assert_eq!(set::<Right>("rights", 0).ok(), Some(Set::EMPTY));
        for bit in (Right::ALL.len() as u32)..u32::BITS {
            assert!(set::<Right>("rights", 1 | 1 << bit).is_err(), "{bit}");
        }
    }

    #[test]
    fn a_whole_number_keeps_to_its_limits() {
        for (number, within) in [(0, false), (1, true), (65_535, true), (65_536, false), (-1, false), (i64::MAX, false)]
        {
            assert_eq!(whole::<u16>("months", number, 1..=65_535).is_ok(), within, "{number}");
        }
        assert_eq!([grouped(7), grouped(65_535), grouped(-1_000)], ["7", "65,535", "-1,000"]);
    }
}
