//! TIMES

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::Latest;

use crate::status::Refusal;
use crate::value;

/// A time: what the clock on the wall shows and, where the zone matters, how far that clock is ahead of UTC. All times
/// of one call carry an offset, or none does; otherwise the first that differs from the first of them is answered with
/// DMS_STATUS_CONTRADICTION. An answer has the form of the question. Only an answer that is the end of a civil day
/// never carries an offset: which one holds on that day, the caller's zone data know.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_time {
    /// The date, YYYYMMDD.
    pub date: i32,
    /// The time of day, HHMMSS: 10:07:30 is 100730.
    pub time: i32,
    /// Whether there is an offset.
    pub has_offset: i32,
    /// Minutes ahead of UTC, at most 18 hours either way: 60 for Vienna in winter, 120 in summer.
    pub offset_minutes: i32,
}

impl dms_time {
    /// Where an answer has no time.
    pub(crate) const NONE: Self = Self { date: 0, time: 0, has_offset: 0, offset_minutes: 0 };
}

/// The most that a clock may be ahead of UTC, or behind.
const LARGEST_OFFSET_MINUTES: i32 = 18 * 60;

/// A time in the one form or the other.
#[derive(Clone, Copy)]
pub(crate) enum GivenTime {
    WallClock(NaiveDateTime),
    Instant(DateTime<FixedOffset>),
}

impl GivenTime {
    #[inline(never)]
    pub(crate) fn read(field: &'static str, given: dms_time) -> Result<Self, Refusal> {
        let dms_time { date, time, has_offset, offset_minutes } = given;
        let at = value::date(field, date)?.and_time(value::clock(field, time)?);
        if !value::flag("has_offset", has_offset).map_err(|refusal| refusal.inside(field))? {
            return Ok(Self::WallClock(at));
        }
        let zone = Some(offset_minutes)
            .filter(|minutes| (-LARGEST_OFFSET_MINUTES..=LARGEST_OFFSET_MINUTES).contains(minutes))
            .and_then(|minutes| FixedOffset::east_opt(minutes * 60));
        zone.and_then(|zone| zone.from_local_datetime(&at).single()).map(Self::Instant).ok_or_else(|| {
            let expected = format!("an offset of at most 18 hours, in minutes, found {offset_minutes}");
            Error::new(ErrorCode::InvalidDate, field, expected).into()
        })
    }

    /// A time that is always a reading of the clock on the wall.
    pub(crate) fn read_wall_clock(field: &'static str, given: dms_time) -> Result<NaiveDateTime, Refusal> {
        match Self::read(field, given)? {
            Self::WallClock(at) => Ok(at),
            Self::Instant(_) => {
                Err(Refusal::new(ErrorCode::InvalidDate, field, "a reading of the clock on the wall, no offset"))
            }
        }
    }

    /// The clock on the wall, or a refusal because the first time was given so.
    pub(crate) fn wall_clock(self, field: &'static str) -> Result<NaiveDateTime, Error> {
        match self {
            Self::WallClock(at) => Ok(at),
            Self::Instant(_) => {
                Err(Error::new(ErrorCode::Contradiction, field, "no offset, as the first time given has none"))
            }
        }
    }

    /// The instant, or a refusal because the first time was given so.
    pub(crate) fn instant(self, field: &'static str) -> Result<DateTime<FixedOffset>, Error> {
        match self {
            Self::Instant(at) => Ok(at),
            Self::WallClock(_) => {
                Err(Error::new(ErrorCode::Contradiction, field, "an offset, as the first time given has one"))
            }
        }
    }
}

impl From<NaiveDateTime> for dms_time {
    fn from(at: NaiveDateTime) -> Self {
        Self { date: value::yyyymmdd(at.date()), time: value::hhmmss(at.time()), has_offset: 0, offset_minutes: 0 }
    }
}

impl From<DateTime<FixedOffset>> for dms_time {
    fn from(at: DateTime<FixedOffset>) -> Self {
        let offset_minutes = at.offset().local_minus_utc() / 60;
        Self { has_offset: 1, offset_minutes, ..Self::from(at.naive_local()) }
    }
}

impl<T: Into<Self>> From<Latest<T>> for dms_time {
    fn from(latest: Latest<T>) -> Self {
        latest.resolve(Into::into, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::{GivenTime, dms_time};

    fn given(date: i32, time: i32, has_offset: i32, offset_minutes: i32) -> Option<dms_time> {
        match GivenTime::read("at", dms_time { date, time, has_offset, offset_minutes }).ok()? {
            GivenTime::WallClock(at) => Some(at.into()),
            GivenTime::Instant(at) => Some(at.into()),
        }
    }

    #[test]
    fn a_time_comes_back_as_it_was_given() {
        for at in [
            dms_time { date: 2026_11_21, time: 10_07_30, has_offset: 0, offset_minutes: 0 },
            dms_time { date: 1_01_01, time: 0, has_offset: 1, offset_minutes: 18 * 60 },
            dms_time { date: 9999_12_31, time: 23_59_59, has_offset: 1, offset_minutes: -18 * 60 },
            dms_time { date: 2026_10_25, time: 2_53_00, has_offset: 1, offset_minutes: -210 },
        ] {
            assert_eq!(given(at.date, at.time, at.has_offset, at.offset_minutes), Some(at));
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for (date, time, has_offset, offset_minutes) in [
            (0, 0, 0, 0),
            (2026_02_29, 0, 0, 0),
            (2026_13_01, 0, 0, 0),
            (-2026_11_21, 0, 0, 0),
            (1_00_00_01_01, 0, 0, 0),
            (1231, 0, 0, 0),
            (i32::MIN, 0, 0, 0),
            (i32::MAX, 0, 0, 0),
            (2026_11_21, 24_00_00, 0, 0),
            (2026_11_21, 10_60_00, 0, 0),
            (2026_11_21, 10_00_60, 0, 0),
            (2026_11_21, -1, 0, 0),
            (2026_11_21, i32::MAX, 0, 0),
            (2026_11_21, 0, 2, 0),
            (2026_11_21, 0, 1, 18 * 60 + 1),
            (2026_11_21, 0, 1, i32::MIN),
        ] {
            assert_eq!(
                given(date, time, has_offset, offset_minutes),
                None,
                "{date} {time} {has_offset} {offset_minutes}"
            );
        }
    }
}
