//! `quarter_hour.*`.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use dms_rules::error::Error;
use pyo3::prelude::*;

use crate::fact::fact;
use crate::fault::guard;
use crate::time::{Clock, Moment, WallClock, Zone};

fn rounded<'py>(
    at: &Bound<'py, PyAny>,
    wall_clock: fn(&NaiveDateTime) -> Result<NaiveDateTime, Error>,
    instant: fn(&DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, Error>,
) -> PyResult<Bound<'py, PyAny>> {
    const FIELD: &str = "at";
    let py = at.py();
    guard(py, || {
        let at: Moment<'py> = fact(FIELD, at)?;
        match at.zone() {
            None => {
                let clock = WallClock(py);
                clock.show(wall_clock(&clock.read(at, FIELD)?)?)
            }
            Some(zone) => {
                let clock = Zone { zone, follows_from: FIELD };
                clock.show(instant(&clock.read(at, FIELD)?)?)
            }
        }
    })
}

/// Quarter hours.
#[pymodule(submodule)]
pub(crate) mod quarter_hour {
    use dms_rules::quarter_hour as core;
    use pyo3::prelude::*;

    use super::rounded;

    /// `quarter_hour.floor`: the full quarter hour at or before a time: 10:07 → 10:00, 10:15 → 10:15.
    ///
    /// Args:
    ///     at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` where the calendar ends.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen".
    #[pyfunction]
    #[pyo3(signature = (*, at))]
    fn floor<'py>(at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        rounded(at, core::floor, core::floor)
    }

    /// `quarter_hour.ceil`: the full quarter hour at or after a time: 10:07 → 10:15, 10:15 → 10:15.
    ///
    /// Args:
    ///     at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` where the calendar ends.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen".
    #[pyfunction]
    #[pyo3(signature = (*, at))]
    fn ceil<'py>(at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        rounded(at, core::ceil, core::ceil)
    }

    /// `quarter_hour.nearest`: the nearest full quarter hour: 10:07:29 → 10:00, 10:07:30 → 10:15.
    ///
    /// Args:
    ///     at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` where the calendar ends.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen".
    #[pyfunction]
    #[pyo3(signature = (*, at))]
    fn nearest<'py>(at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        rounded(at, core::nearest, core::nearest)
    }

    /// `quarter_hour.next`: the next full quarter hour, always later: 10:07 → 10:15, 10:15 → 10:30.
    ///
    /// Args:
    ///     at: The time. With a zone, the instant is rounded and answered in that zone; without, as it stands.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` where the calendar ends.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen".
    #[pyfunction]
    #[pyo3(signature = (*, at))]
    fn next<'py>(at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        rounded(at, core::next, core::next)
    }
}
