//! Times: `datetime` without a zone is the clock on the wall and stays so; with one it is an instant, and what is
//! answered comes back in the zone it was asked in, by the zone data of the host.

use std::cell::Cell;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, NaiveTime, Timelike};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::{Latest, Time};
use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDateTime, PyDelta, PyTime, PyTzInfo, PyTzInfoAccess};

use crate::answer::{Answer, Host};
use crate::fact::{Fact, civil_day, fact, wrong_type};
use crate::fault::{Fault, guard};

/// A `datetime` as it was given.
pub(crate) struct Moment<'py> {
    given: Bound<'py, PyDateTime>,
    /// What the clock on the wall shows.
    wall_clock: NaiveDateTime,
    zone: Option<(Bound<'py, PyTzInfo>, FixedOffset)>,
}

impl<'py> Moment<'py> {
    /// The zone, or `None` where the time is the clock on the wall.
    pub(crate) fn zone(&self) -> Option<Bound<'py, PyTzInfo>> {
        self.zone.as_ref().map(|(zone, _)| zone.clone())
    }

    fn instant(&self) -> Option<DateTime<FixedOffset>> {
        self.zone.as_ref().and_then(|(_, offset)| self.wall_clock.and_local_timezone(*offset).single())
    }
}

impl<'py> Fact<'_, 'py> for Moment<'py> {
    fn read(field: &'static str, value: &Bound<'py, PyAny>) -> Result<Self, Fault> {
        let Ok(given) = value.cast::<PyDateTime>() else { return Err(wrong_type(field, "a datetime.datetime", value)) };
        let wall_clock = civil_day(given)?.and_time(time_of_day(given)?);
        Ok(Self { given: given.clone(), wall_clock, zone: zone_of(field, given)? })
    }
}

/// The clock on the wall, where no zone is meant.
impl Fact<'_, '_> for NaiveDateTime {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        let at = Moment::read(field, value)?;
        match at.zone {
            None => Ok(at.wall_clock),
            Some(_) => Err(Error::new(ErrorCode::InvalidDate, field, "expected a naive datetime").into()),
        }
    }
}

/// A time of day on the clock on the wall.
impl Fact<'_, '_> for NaiveTime {
    fn read(field: &'static str, value: &Bound<'_, PyAny>) -> Result<Self, Fault> {
        let Ok(at) = value.cast::<PyTime>() else { return Err(wrong_type(field, "a datetime.time", value)) };
        if at.get_tzinfo().is_some() {
            return Err(Error::new(ErrorCode::InvalidDate, field, "expected a naive time").into());
        }
        Ok(time_of_day(at)?)
    }
}

/// The time of day of a time or a `datetime`, whatever its zone. Its attributes are asked for by name: that is how Python's
/// interface of 3.10 reads them soonest.
fn time_of_day(at: &Bound<'_, PyAny>) -> PyResult<NaiveTime> {
    let py = at.py();
    let names = [intern!(py, "hour"), intern!(py, "minute"), intern!(py, "second"), intern!(py, "microsecond")];
    let [hour, minute, second, microsecond] = names.map(|name| at.getattr(name)?.extract());
    NaiveTime::from_hms_micro_opt(hour?, minute?, second?, microsecond?)
        .ok_or_else(|| PyValueError::new_err("a time that no clock shows"))
}

/// The zone of a `datetime` and its offset there; `None` where it has none.
fn zone_of<'py>(
    field: &'static str,
    at: &Bound<'py, PyDateTime>,
) -> Result<Option<(Bound<'py, PyTzInfo>, FixedOffset)>, Fault> {
    let py = at.py();
    let zone = at.getattr(intern!(py, "tzinfo"))?;
    if zone.is_none() {
        return Ok(None);
    }
    let offset = at.call_method0(intern!(py, "utcoffset"))?;
    if offset.is_none() {
        return Ok(None);
    }
    let zone = zone.cast_into().map_err(PyErr::from)?;
    Ok(Some((zone, whole_seconds(field, offset.cast().map_err(PyErr::from)?)?)))
}

/// Offsets are less than a day, but Python's may have fractions of a second.
fn whole_seconds(field: &'static str, offset: &Bound<'_, PyDelta>) -> Result<FixedOffset, Fault> {
    let py = offset.py();
    let names = [intern!(py, "days"), intern!(py, "seconds"), intern!(py, "microseconds")];
    let [days, seconds, microseconds] = names.map(|name| offset.getattr(name)?.extract::<i32>());
    let seconds = days?.saturating_mul(86_400).saturating_add(seconds?);
    let whole = if microseconds? == 0 { FixedOffset::east_opt(seconds) } else { None };
    whole.ok_or_else(|| {
        Error::new(ErrorCode::InvalidDate, field, "expected a time whose offset from UTC is whole seconds").into()
    })
}

/// How the times of one call are read and answered; the form of the first that is given says which clock it is.
pub(crate) trait Clock<'py>: Host<'py> {
    /// The core's form of a time.
    type Time: Time + Copy;

    /// The time in this clock's form, or a refusal because it was given in another.
    fn read(&self, at: Moment<'py>, field: &'static str) -> Result<Self::Time, Fault>;

    /// What this clock shows at a time that the core answered.
    fn show(&self, at: Self::Time) -> Result<Bound<'py, PyAny>, Fault>;

    /// A reading of this clock at the end of a civil day.
    fn end_of_day(&self, at: NaiveDateTime) -> Result<Bound<'py, PyAny>, Fault>;

    /// Facts with their times in this clock's form. `with_times` is the facts' own: it takes the form of one time, whose
    /// refusals are the core's. What a zone raises waits beside it.
    fn read_all<F>(
        &self,
        with_times: impl FnOnce(&dyn Fn(Moment<'py>, &'static str) -> Result<Self::Time, Error>) -> Result<F, Error>,
    ) -> Result<F, Fault> {
        let raised = Cell::new(None);
        let facts = with_times(&|at, field| {
            self.read(at, field).map_err(|fault| match fault {
                Fault::Refused(error) => error,
                Fault::Raised(error) => {
                    raised.set(Some(error));
                    Error::whole(ErrorCode::InvalidDate, "the time zone failed")
                }
            })
        });
        match raised.take() {
            Some(error) => Err(error.into()),
            None => Ok(facts?),
        }
    }
}

/// Answers on the clock of the first time that is given: on the wall's where it is naive or where none is given, else in
/// its zone. An answer past the calendar is refused in the name of the fact that it follows from.
macro_rules! on_its_clock {
    ($py:ident, $first:expr, $follows_from:literal, |$clock:ident| $answer:expr) => {
        match $first.and_then($crate::time::Moment::zone) {
            None => {
                let $clock = &$crate::time::WallClock($py);
                $answer
            }
            Some(zone) => {
                let $clock = &$crate::time::Zone { zone, follows_from: $follows_from };
                $answer
            }
        }
    };
}
pub(crate) use on_its_clock;

/// The latest permitted time.
impl<'py, T, C: Clock<'py, Time = T>> Answer<'py, C> for Latest<T> {
    fn give(self, clock: &C) -> Result<Bound<'py, PyAny>, Fault> {
        self.resolve(|at| clock.show(at), |at| clock.end_of_day(at))
    }
}

impl<'py> Answer<'py, WallClock<'py>> for NaiveDateTime {
    fn give(self, clock: &WallClock<'py>) -> Result<Bound<'py, PyAny>, Fault> {
        clock.show(self)
    }
}

impl<'py> Answer<'py, Zone<'py>> for DateTime<FixedOffset> {
    fn give(self, clock: &Zone<'py>) -> Result<Bound<'py, PyAny>, Fault> {
        clock.show(self)
    }
}

/// The clock on the wall of a host without zones.
pub(crate) struct WallClock<'py>(pub(crate) Python<'py>);

impl<'py> Host<'py> for WallClock<'py> {
    fn py(&self) -> Python<'py> {
        self.0
    }
}

impl<'py> Clock<'py> for WallClock<'py> {
    type Time = NaiveDateTime;

    fn read(&self, at: Moment<'py>, field: &'static str) -> Result<NaiveDateTime, Fault> {
        match at.zone {
            None => Ok(at.wall_clock),
            Some(_) => {
                Err(Error::new(ErrorCode::Contradiction, field, "a naive datetime, as the first one given is").into())
            }
        }
    }

    fn show(&self, at: NaiveDateTime) -> Result<Bound<'py, PyAny>, Fault> {
        Ok(at.into_pyobject(self.0)?.into_any())
    }

    fn end_of_day(&self, at: NaiveDateTime) -> Result<Bound<'py, PyAny>, Fault> {
        Ok(at.into_pyobject(self.0)?.into_any())
    }
}

/// A zone of the host.
pub(crate) struct Zone<'py> {
    pub(crate) zone: Bound<'py, PyTzInfo>,
    /// The fact that an answer past the calendar follows from.
    pub(crate) follows_from: &'static str,
}

impl<'py> Host<'py> for Zone<'py> {
    fn py(&self) -> Python<'py> {
        self.zone.py()
    }
}

impl<'py> Zone<'py> {
    /// A reading of the clock with this zone beside it.
    fn reading(&self, at: NaiveDateTime) -> PyResult<Bound<'py, PyDateTime>> {
        let (date, time) = (at.date(), at.time());
        let (month, day) = (date.month() as u8, date.day() as u8);
        let (hour, minute, second) = (time.hour() as u8, time.minute() as u8, time.second() as u8);
        let microsecond = time.nanosecond() / 1_000;
        PyDateTime::new(self.py(), date.year(), month, day, hour, minute, second, microsecond, Some(&self.zone))
    }

    /// The refusal where Python's calendar ends, in UTC or in the zone; what the zone itself raises is passed on.
    fn past_the_calendar(&self, error: PyErr, field: &'static str, expected: &'static str) -> Fault {
        let py = self.py();
        if error.is_instance_of::<PyOverflowError>(py) || error.is_instance_of::<PyValueError>(py) {
            Error::new(ErrorCode::OutOfRange, field, expected).into()
        } else {
            error.into()
        }
    }
}

impl<'py> Clock<'py> for Zone<'py> {
    type Time = DateTime<FixedOffset>;

    /// A time in another zone is put into this one first, so that its wall-clock reading is of this zone too.
    fn read(&self, at: Moment<'py>, field: &'static str) -> Result<DateTime<FixedOffset>, Fault> {
        let expected = "a time that the zone of the first one can show";
        let here = match at.zone() {
            None => {
                let expected = "an aware datetime, as the first one given is";
                return Err(Error::new(ErrorCode::Contradiction, field, expected).into());
            }
            // Two fixed offsets are one zone where they are equal.
            Some(zone) if zone.is(&self.zone) || zone.eq(&self.zone)? => at,
            Some(_) => {
                let moved = at.given.call_method1("astimezone", (&self.zone,));
                Moment::read(field, &moved.map_err(|error| self.past_the_calendar(error, field, expected))?)?
            }
        };
        here.instant().ok_or_else(|| Error::new(ErrorCode::OutOfRange, field, expected).into())
    }

    fn show(&self, at: DateTime<FixedOffset>) -> Result<Bound<'py, PyAny>, Fault> {
        let utc = self.reading(at.naive_utc());
        let here = utc.and_then(|utc| self.zone.call_method1(intern!(self.py(), "fromutc"), (utc,)));
        here.map_err(|error| {
            self.past_the_calendar(error, self.follows_from, "the answer lies outside the years 1 to 9999")
        })
    }

    /// Where the zone shows the reading twice, because its clocks are put back over midnight, it is the later one.
    fn end_of_day(&self, at: NaiveDateTime) -> Result<Bound<'py, PyAny>, Fault> {
        let py = self.py();
        let earlier = self.reading(at)?;
        let later = earlier.call_method("replace", (), Some(&[("fold", 1)].into_py_dict(py)?))?;
        let twice = !earlier.call_method0("utcoffset")?.eq(later.call_method0("utcoffset")?)?;
        Ok(if twice { later } else { earlier.into_any() })
    }
}

/// What one time is made into: on the clock on the wall where it is naive, else as an instant in its zone.
pub(crate) fn rounded<'py>(
    field: &'static str,
    at: &Bound<'py, PyAny>,
    wall_clock: fn(&NaiveDateTime) -> Result<NaiveDateTime, Error>,
    instant: fn(&DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, Error>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = at.py();
    guard(py, || {
        let at: Moment<'py> = fact(field, at)?;
        match at.zone() {
            None => {
                let clock = WallClock(py);
                clock.show(wall_clock(&clock.read(at, field)?)?)
            }
            Some(zone) => {
                let clock = Zone { zone, follows_from: field };
                clock.show(instant(&clock.read(at, field)?)?)
            }
        }
    })
}
