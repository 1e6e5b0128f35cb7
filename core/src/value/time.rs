use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone};

/// The last day of the calendar that this library answers with: four-digit years, as every register, JSON text and
/// host language can write them.
pub(crate) const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();

/// A point in time as the host gives it: a wall-clock reading ([`NaiveDateTime`]) where the host knows no zones, or an
/// instant with its zone ([`DateTime`]).
///
/// All times of one set of facts are of one kind. Two wall-clock readings are compared as such; two instants are
/// compared as instants, whatever their zones.
pub trait Time: Clone + PartialOrd + sealed::Sealed {
    /// Seconds since 1970-01-01T00:00:00: of the instant, or of the wall-clock reading. Fractions are dropped.
    #[doc(hidden)]
    fn seconds(&self) -> i64;

    /// Nanoseconds within the second, a leap second counted as 1,000,000,000 and more.
    #[doc(hidden)]
    fn nanoseconds(&self) -> u32;

    /// The point this many seconds after 1970, in the same zone; `None` past the calendar's end.
    #[doc(hidden)]
    fn at_seconds(&self, seconds: i64) -> Option<Self>;

    /// This much later, in the same zone; `None` past the calendar's end.
    #[doc(hidden)]
    fn later(&self, by: TimeDelta) -> Option<Self>;

    /// What the clock on the wall shows; `None` where its calendar ends.
    fn wall_clock(&self) -> Option<NaiveDateTime>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for chrono::NaiveDateTime {}
    impl<Tz: chrono::TimeZone> Sealed for chrono::DateTime<Tz> {}
}

impl Time for NaiveDateTime {
    fn seconds(&self) -> i64 {
        self.and_utc().timestamp()
    }

    fn nanoseconds(&self) -> u32 {
        self.and_utc().timestamp_subsec_nanos()
    }

    fn at_seconds(&self, seconds: i64) -> Option<Self> {
        DateTime::from_timestamp(seconds, 0).map(|at| at.naive_utc()).filter(|at| at.date() <= LAST_DAY)
    }

    fn later(&self, by: TimeDelta) -> Option<Self> {
        self.checked_add_signed(by).filter(|at| at.date() <= LAST_DAY)
    }

    fn wall_clock(&self) -> Option<NaiveDateTime> {
        Some(*self)
    }
}

impl<Tz: TimeZone> Time for DateTime<Tz> {
    fn seconds(&self) -> i64 {
        self.timestamp()
    }

    fn nanoseconds(&self) -> u32 {
        self.timestamp_subsec_nanos()
    }

    fn at_seconds(&self, seconds: i64) -> Option<Self> {
        let at = DateTime::from_timestamp(seconds, 0)?.with_timezone(&self.timezone());
        at.wall_clock().filter(|at| at.date() <= LAST_DAY).map(|_| at)
    }

    fn later(&self, by: TimeDelta) -> Option<Self> {
        let at = self.clone().checked_add_signed(by)?;
        at.wall_clock().filter(|at| at.date() <= LAST_DAY).map(|_| at)
    }

    fn wall_clock(&self) -> Option<NaiveDateTime> {
        self.naive_utc().checked_add_offset(self.offset().fix())
    }
}

/// How many days `later` lies after `earlier`; negative when it lies before.
#[inline]
pub(crate) fn days_between(earlier: NaiveDate, later: NaiveDate) -> i32 {
    // Most dates that are compared are of one year, and then no calendar is needed.
    if earlier.year() == later.year() {
        later.ordinal() as i32 - earlier.ordinal() as i32
    } else {
        later.num_days_from_ce() - earlier.num_days_from_ce()
    }
}

/// Times compare at whole minutes: 10:15:59 is 10:15.
pub(crate) fn whole_minutes(at: &impl Time) -> i64 {
    at.seconds().div_euclid(60)
}

/// The latest permitted time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Latest<T> {
    /// A point in time, in the zone of "now".
    Instant(T),
    /// A reading of the clock on the wall: the end of a civil day, 23:59. Only the zone's own data, which this library
    /// does not carry, says which instant that is: a host with zones asks its zone.
    Civil(NaiveDateTime),
}

impl<T> Latest<T> {
    /// The same in another form: `instant` and `civil` say what becomes of each.
    pub fn resolve<R>(self, instant: impl FnOnce(T) -> R, civil: impl FnOnce(NaiveDateTime) -> R) -> R {
        match self {
            Self::Instant(at) => instant(at),
            Self::Civil(at) => civil(at),
        }
    }
}
