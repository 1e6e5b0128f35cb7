//! Single facts: what the JVM can say, and what the core takes. `bytes.rs` says how they are written.

use std::num::NonZeroU32;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use dms_rules::car_pass::{State, StateKind};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::{Cents, Closed, OdometerReading, Set, Vin};

use crate::bytes::Bytes;

/// What can be read from the bytes of facts.
pub(crate) trait Fact<'a>: Sized {
    /// Reads it; a refusal names the field within it, if it has fields.
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error>;
}

impl Fact<'_> for bool {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        Ok(bytes.byte() != 0)
    }
}

/// A value of an enum, by its place.
pub(crate) fn one_of<E: Closed>(bytes: &mut Bytes<'_>) -> E {
    E::ALL[usize::from(bytes.byte())]
}

/// Enums, as facts and as parts of outcomes.
macro_rules! enums {
    ($($name:path),+ $(,)?) => { $(
        impl Fact<'_> for $name {
            fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
                Ok($crate::fact::one_of(bytes))
            }
        }

        impl $crate::part::Part for $name {
            fn write(&self, bytes: &mut Vec<u8>) {
                $crate::part::place(dms_rules::value::Closed::place(*self), bytes);
            }
        }
    )+ };
}
pub(crate) use enums;

/// The time that a quarter hour is asked for.
pub(crate) struct At<T>(pub(crate) T);

impl<'a, T: Fact<'a>> Fact<'a> for At<T> {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        bytes.fact("at").map(Self)
    }
}

impl<E: Closed> Fact<'_> for Set<E> {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        let bits = bytes.int();
        Ok(E::ALL.iter().copied().filter(|value| bits & (1 << value.place()) != 0).collect())
    }
}

impl<'a, F: Fact<'a>> Fact<'a> for Option<F> {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        if bytes.byte() == 0 { Ok(None) } else { F::read(bytes).map(Some) }
    }
}

impl<'a, F: Fact<'a>> Fact<'a> for Vec<F> {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        let length = bytes.length().unwrap_or_default();
        let item = |place: usize| {
            F::read(bytes).map_err(|error| {
                let field = error.field().map(|field| format!(".{field}")).unwrap_or_default();
                Error::new(error.code(), format!("[{place}]{field}"), error.detail().to_owned())
            })
        };
        (0..length).map(item).collect()
    }
}

/// A text of the JVM may hold half a surrogate pair.
impl<'a> Fact<'a> for &'a str {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        let text = bytes.length().and_then(|length| std::str::from_utf8(bytes.take(length)).ok());
        text.ok_or_else(|| Error::whole(ErrorCode::WrongType, "well-formed Unicode text"))
    }
}

impl<'a> Fact<'a> for Vin {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        <&'a str>::read(bytes).map(Self::new)
    }
}

/// An amount in euros may have any number of places on the JVM.
impl Fact<'_> for Cents {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        match (bytes.byte(), bytes.long()) {
            (0, cents) => Ok(Self::new(cents)),
            (1, _) => Err(Error::whole(ErrorCode::WrongType, Self::EXPECTED)),
            _ => Err(Error::whole(ErrorCode::OutOfRange, Self::EXPECTED)),
        }
    }
}

impl Fact<'_> for OdometerReading {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        let reading = u32::try_from(bytes.int()).ok().and_then(Self::new);
        reading.ok_or_else(|| Error::whole(ErrorCode::OutOfRange, Self::EXPECTED))
    }
}

impl Fact<'_> for i32 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        Ok(bytes.int())
    }
}

impl Fact<'_> for i64 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        Ok(bytes.long())
    }
}

impl Fact<'_> for u16 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        Self::try_from(bytes.int()).map_err(|_| beyond("a whole number from 0 to 65,535"))
    }
}

impl Fact<'_> for u32 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        Self::try_from(bytes.long()).map_err(|_| beyond("a whole number from 0 to 4,294,967,295"))
    }
}

impl Fact<'_> for NonZeroU32 {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        const EXPECTED: &str = "a whole number from 1 to 4,294,967,295";
        let number = u32::try_from(bytes.long()).ok().and_then(Self::new);
        number.ok_or_else(|| beyond(EXPECTED))
    }
}

#[cold]
fn beyond(expected: &'static str) -> Error {
    Error::whole(ErrorCode::OutOfRange, expected)
}

/// The JVM's calendar is wider than the rules'.
impl Fact<'_> for NaiveDate {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        Self::from_epoch_days(bytes.int())
            .filter(has_four_digit_year)
            .ok_or_else(|| Error::whole(ErrorCode::InvalidDate, "a date in the years 1 to 9999"))
    }
}

impl Fact<'_> for NaiveTime {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        let seconds = u32::try_from(bytes.int()).ok();
        seconds
            .and_then(|seconds| Self::from_num_seconds_from_midnight_opt(seconds, 0))
            .ok_or_else(|| Error::whole(ErrorCode::InvalidDate, "a time of day"))
    }
}

/// A `java.time.LocalDateTime`.
impl Fact<'_> for NaiveDateTime {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        let (seconds, nanoseconds) = (bytes.long(), bytes.int());
        u32::try_from(nanoseconds)
            .ok()
            .and_then(|nanoseconds| DateTime::from_timestamp(seconds, nanoseconds))
            .map(|at| at.naive_utc())
            .filter(has_four_digit_year)
            .ok_or_else(|| Error::whole(ErrorCode::InvalidDate, "a time in the years 1 to 9999"))
    }
}

/// A `java.time.ZonedDateTime` without its zone's name.
impl Fact<'_> for DateTime<FixedOffset> {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Error> {
        let (wall_clock, offset) = (NaiveDateTime::read(bytes), bytes.int());
        let wall_clock = wall_clock?;
        FixedOffset::east_opt(offset)
            .and_then(|offset| wall_clock.and_local_timezone(offset).single())
            .ok_or_else(|| Error::whole(ErrorCode::InvalidDate, "a time with an offset of less than a day"))
    }
}

fn has_four_digit_year(date: &impl Datelike) -> bool {
    (1..=9999).contains(&date.year())
}

/// By its constructor, which takes no blank reason.
impl<'a> Fact<'a> for State<'a> {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        let kind: StateKind = one_of(bytes);
        let attempt = if kind == StateKind::Questioned { Some(bytes.fact("attempt")?) } else { None };
        let reason = if kind == StateKind::Exempt { Some(bytes.fact("reason")?) } else { None };
        Self::new(kind, attempt, reason)
    }
}
