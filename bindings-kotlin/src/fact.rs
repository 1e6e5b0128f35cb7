//! Single facts: what the JVM can say, and what the core takes.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Offset};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::{Cents, OdometerReading, Time};

/// Reads one fact; the error names it.
pub(crate) trait Fact<C> {
    fn read(self, field: &'static str) -> Result<C, Error>;
}

/// A fact that may be unknown.
impl<W: Fact<C>, C> Fact<Option<C>> for Option<W> {
    fn read(self, field: &'static str) -> Result<Option<C>, Error> {
        self.map(|fact| fact.read(field)).transpose()
    }
}

/// A text of the JVM, which may hold half a surrogate pair.
#[derive(uniffi::Enum)]
pub(crate) enum WireText {
    /// Well-formed Unicode.
    WellFormed {
        /// The text.
        text: String,
    },
    /// Not Unicode: half a surrogate pair stands alone.
    IllFormed,
}

impl Fact<String> for WireText {
    fn read(self, field: &'static str) -> Result<String, Error> {
        match self {
            Self::WellFormed { text } => Ok(text),
            Self::IllFormed => Err(Error::new(ErrorCode::WrongType, field, "well-formed Unicode text")),
        }
    }
}

/// An amount in euros, which on the JVM may have any number of places.
#[derive(uniffi::Enum)]
pub(crate) enum WireEuros {
    /// Whole cents.
    Cents {
        /// How many.
        cents: i64,
    },
    /// A fraction of a cent is left over.
    FractionOfACent,
    /// More cents than 64 bits hold.
    TooLarge,
}

impl Fact<Cents> for WireEuros {
    fn read(self, field: &'static str) -> Result<Cents, Error> {
        match self {
            Self::Cents { cents } => Ok(Cents::new(cents)),
            Self::FractionOfACent => Err(Error::new(ErrorCode::WrongType, field, Cents::EXPECTED)),
            Self::TooLarge => Err(Error::new(ErrorCode::OutOfRange, field, Cents::EXPECTED)),
        }
    }
}

/// Kilometres on an odometer.
impl Fact<OdometerReading> for i32 {
    fn read(self, field: &'static str) -> Result<OdometerReading, Error> {
        let reading = u32::try_from(self).ok().and_then(OdometerReading::new);
        reading.ok_or_else(|| Error::new(ErrorCode::OutOfRange, field, OdometerReading::EXPECTED))
    }
}

/// A number of days.
impl Fact<u16> for i32 {
    fn read(self, field: &'static str) -> Result<u16, Error> {
        u16::try_from(self).map_err(|_| Error::new(ErrorCode::OutOfRange, field, "a whole number from 0 to 65,535"))
    }
}

/// A `java.time.LocalDate`: days since 1970-01-01.
#[derive(uniffi::Record)]
pub(crate) struct WireDate {
    epoch_day: i64,
}

impl Fact<NaiveDate> for WireDate {
    fn read(self, field: &'static str) -> Result<NaiveDate, Error> {
        let Self { epoch_day } = self;
        i32::try_from(epoch_day)
            .ok()
            .and_then(NaiveDate::from_epoch_days)
            .filter(has_four_digit_year)
            .ok_or_else(|| Error::new(ErrorCode::InvalidDate, field, "a date in the years 1 to 9999"))
    }
}

/// A `java.time.LocalDateTime` or, with an offset, a `java.time.ZonedDateTime` without its zone's name.
#[derive(uniffi::Record)]
pub(crate) struct WireTime {
    /// What the clock on the wall shows, in seconds since it showed 1970-01-01T00:00:00.
    wall_clock_second: i64,
    nano: i32,
    offset_seconds: Option<i32>,
}

impl WireTime {
    pub(crate) fn has_offset(&self) -> bool {
        self.offset_seconds.is_some()
    }

    fn wall_clock(&self, field: &'static str) -> Result<NaiveDateTime, Error> {
        u32::try_from(self.nano)
            .ok()
            .and_then(|nano| DateTime::from_timestamp(self.wall_clock_second, nano))
            .map(|at| at.naive_utc())
            .filter(has_four_digit_year)
            .ok_or_else(|| Error::new(ErrorCode::InvalidDate, field, "a time in the years 1 to 9999"))
    }
}

impl From<NaiveDateTime> for WireTime {
    fn from(at: NaiveDateTime) -> Self {
        let at = at.and_utc();
        Self {
            wall_clock_second: at.timestamp(),
            nano: at.timestamp_subsec_nanos().cast_signed(),
            offset_seconds: None,
        }
    }
}

impl From<DateTime<FixedOffset>> for WireTime {
    fn from(at: DateTime<FixedOffset>) -> Self {
        Self { offset_seconds: Some(at.offset().fix().local_minus_utc()), ..at.naive_local().into() }
    }
}

/// The two kinds of time that the JVM gives: all times of one set of facts are of one kind.
pub(crate) trait JvmTime: Time + Into<WireTime> {
    fn read(wire: WireTime, field: &'static str) -> Result<Self, Error>;
}

impl JvmTime for NaiveDateTime {
    fn read(wire: WireTime, field: &'static str) -> Result<Self, Error> {
        if wire.has_offset() {
            return Err(Error::new(ErrorCode::Contradiction, field, "a time without an offset, as `now` is"));
        }
        wire.wall_clock(field)
    }
}

impl JvmTime for DateTime<FixedOffset> {
    fn read(wire: WireTime, field: &'static str) -> Result<Self, Error> {
        let Some(offset_seconds) = wire.offset_seconds else {
            return Err(Error::new(ErrorCode::Contradiction, field, "a time with an offset, as `now` is"));
        };
        let wall_clock = wire.wall_clock(field)?;
        FixedOffset::east_opt(offset_seconds)
            .and_then(|offset| wall_clock.and_local_timezone(offset).single())
            .ok_or_else(|| Error::new(ErrorCode::InvalidDate, field, "a time with an offset of less than a day"))
    }
}

fn has_four_digit_year(date: &impl Datelike) -> bool {
    (1..=9999).contains(&date.year())
}
