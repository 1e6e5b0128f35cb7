//! Arithmetic on months: windows and intervals are counted in them, whatever the day.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::error::{Error, ErrorCode};
use crate::value::LAST_DAY;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month {
    /// Counted from January of the year 0. The years of `chrono`'s calendar have six digits: nothing here overflows.
    since_year_0: i32,
}

impl Month {
    /// The month in which a day lies.
    pub(super) fn of(day: NaiveDate) -> Self {
        Self { since_year_0: day.year() * MONTHS_OF_A_YEAR + day.month0() as i32 }
    }

    /// This many months later, or earlier where negative.
    pub(super) const fn later(self, months: i32) -> Self {
        Self { since_year_0: self.since_year_0 + months }
    }

    /// How many months this one lies after `earlier`; negative where it lies before.
    pub(super) const fn after(self, earlier: Self) -> i32 {
        self.since_year_0 - earlier.since_year_0
    }

    /// Its first day; `None` after the year 9999.
    pub(super) fn first_day(self) -> Option<NaiveDate> {
        let year = self.since_year_0.div_euclid(MONTHS_OF_A_YEAR);
        let month0 = self.since_year_0.rem_euclid(MONTHS_OF_A_YEAR).unsigned_abs();
        NaiveDate::from_ymd_opt(year, month0 + 1, 1).filter(|day| *day <= LAST_DAY)
    }
}

/// A calendar month comes round every year.
pub(super) const MONTHS_OF_A_YEAR: i32 = 12;

/// How long an interval may be, in months.
pub const INTERVAL: RangeInclusive<u16> = 1..=u16::MAX;

/// How far a window may reach to one side, in months: with a whole year it would never close.
pub const REACH: RangeInclusive<u16> = 0..=11;

/// Refuses a number of months beyond its limits.
pub(super) fn within(field: &'static str, months: u16, limits: RangeInclusive<u16>) -> Result<(), Error> {
    if limits.contains(&months) {
        return Ok(());
    }
    let expected = format!("expected {} to {} months, found {months}", limits.start(), limits.end());
    Err(Error::new(ErrorCode::OutOfRange, field, expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_month_is_counted_whatever_the_day() {
        assert_eq!(Month::of(day("2024-02-29")), Month::of(day("2024-02-01")));
        assert_eq!(Month::of(day("2025-01-01")).after(Month::of(day("2024-12-31"))), 1);
        assert_eq!(Month::of(day("2024-11-30")).after(Month::of(day("2025-02-01"))), -3);
    }

    #[test]
    fn months_run_over_the_turn_of_the_year() {
        let november = Month::of(day("2026-11-21"));
        assert_eq!(november.later(2).first_day(), Some(day("2027-01-01")));
        assert_eq!(november.later(-11).first_day(), Some(day("2025-12-01")));
        assert_eq!(november.later(0).first_day(), Some(day("2026-11-01")));
    }

    #[test]
    fn months_before_the_year_0_count_on() {
        let february = Month::of(NaiveDate::from_ymd_opt(-1, 2, 3).expect("a date"));
        assert_eq!(february.later(11).first_day(), NaiveDate::from_ymd_opt(0, 1, 1));
        assert_eq!(february.later(-2).first_day(), NaiveDate::from_ymd_opt(-2, 12, 1));
    }

    #[test]
    fn the_calendar_ends_with_the_year_9999() {
        let last = Month::of(LAST_DAY);
        assert_eq!(last.first_day(), Some(day("9999-12-01")));
        assert_eq!(last.later(1).first_day(), None);
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(Month::of(day).later(i32::from(u16::MAX)).after(Month::of(day)), i32::from(u16::MAX));
        }
        assert_eq!(Month::of(NaiveDate::MAX).first_day(), None);
    }
}
