//! `booking.*`.

use dms_rules::booking::{Kind, issue, issue_limit};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::decision::Decision;
use crate::fault::Fault;
use crate::name::mirror;
use crate::time::{Clock, Moment};

mirror! {
    Kind = "dms_rules.booking"."Kind" { Replacement = "REPLACEMENT", Rental = "RENTAL", TestDrive = "TEST_DRIVE" }
}

mirror! {
    issue_limit::ImmediateWindow = "dms_rules.booking"."ImmediateWindow" {
        NextQuarterHour = "NEXT_QUARTER_HOUR",
        FifteenMinutes = "FIFTEEN_MINUTES",
    }
}

fn decide_issue_limit<'py, C: Clock<'py>>(
    py: Python<'py>,
    clock: &C,
    facts: issue_limit::Facts<Moment<'py>>,
) -> Result<Decision, Fault> {
    static OUTCOME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let facts = facts.with_times(|at, field| clock.read(at, field))?;
    Decision::of(issue_limit::decide(&facts)?, |outcome| {
        let issue_limit::Outcome { latest } = outcome;
        let class = OUTCOME.import(py, "dms_rules.booking", "IssueLimitOutcome")?;
        Ok(class.call1((clock.latest(latest)?,))?.unbind())
    })
}

fn decide_issue<'py, C: Clock<'py>>(
    py: Python<'py>,
    clock: &C,
    facts: issue::Facts<Moment<'py>>,
) -> Result<Decision, Fault> {
    static ALLOWED: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    static REFUSED: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let facts = facts.with_times(|at, field| clock.read(at, field))?;
    Decision::of(issue::decide(&facts)?, |outcome| {
        let (class, latest) = match outcome {
            issue::Outcome::Allowed { latest } => (ALLOWED.import(py, "dms_rules.booking", "IssueAllowed")?, latest),
            issue::Outcome::Refused { latest } => (REFUSED.import(py, "dms_rules.booking", "IssueRefused")?, latest),
        };
        Ok(class.call1((clock.latest(latest)?,))?.unbind())
    })
}

/// Replacement, rental and test-drive vehicles.
#[pymodule(submodule)]
pub(crate) mod booking {
    use dms_rules::booking as core;
    use pyo3::prelude::*;

    use super::{decide_issue, decide_issue_limit};
    use crate::decision::Decision;
    use crate::fact::{fact, read};
    use crate::fault::guard;
    use crate::time::{Moment, WallClock, Zone};

    /// Not given. Signatures show `...`; the stubs say what that stands for.
    const DEFAULT: Option<&Bound<'_, PyAny>> = None;

    /// `booking.issue_limit`: until when may an issue be dated?
    ///
    /// Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59
    /// local time on the day so many days after today. Where a zone shows 23:59 twice on that day, it is the later one.
    /// The answer is in the zone of `now`; where `now` is naive, so is the answer.
    ///
    /// Args:
    ///     now: Now, on the host's clock.
    ///     days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    ///     immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.
    ///
    /// Raises:
    ///     Refusal: `out_of_range` where the result lies after the year 9999.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen" and "Ausgabe in der Zukunft speichern".
    #[pyfunction]
    #[pyo3(signature = (*, now, days_ahead, immediate_window=DEFAULT))]
    fn issue_limit<'py>(
        py: Python<'py>,
        now: &Bound<'py, PyAny>,
        days_ahead: &Bound<'py, PyAny>,
        immediate_window: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Decision> {
        guard(py, || {
            let facts: core::issue_limit::Facts<Moment<'_>> = read!(core::issue_limit::Facts {
                now,
                days_ahead,
                immediate_window: fact::<Option<_>>("immediate_window", immediate_window)?.unwrap_or_default(),
            });
            match facts.now.zone().map(Zone) {
                None => decide_issue_limit(py, &WallClock(py), facts),
                Some(zone) => decide_issue_limit(py, &zone, facts),
            }
        })
    }

    /// `booking.issue`: may the vehicle be handed out now?
    ///
    /// `because` has every reason against it. The requested time and the planned end may be in other zones than `now`:
    /// they are put into its zone first. Neither now nor the requested time may lie after the planned end. Times compare
    /// at whole minutes. The latest permitted time is that of `booking.issue_limit`, in the zone of `now`.
    ///
    /// Args:
    ///     kind: What the vehicle is handed out for.
    ///     may_issue: The user has the right "Fahrzeug ausgeben" for this kind.
    ///     now: Now, on the host's clock.
    ///     requested_at: When the vehicle is to be handed out.
    ///     days_ahead: The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    ///     immediate_window: How far an immediate issue may reach; the next full quarter hour unless given.
    ///     planned_end: The planned end of the booking.
    ///     already_issued: The vehicle was handed out on this booking before.
    ///     vehicle_out: Another booking of this vehicle has an open return.
    ///     plate_out: Another booking of this trial plate has an open return; matters on test drives only.
    ///     overlaps_past_handover: The requested time lies between the actual issue and return of another booking of this
    ///         vehicle.
    ///
    /// Raises:
    ///     Refusal: `contradiction` for a time that is naive where `now` is aware, or the other way round; then those of
    ///         `booking.issue_limit`.
    ///
    /// Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern" and "Berechtigungsverwaltung".
    #[pyfunction]
    #[pyo3(signature = (
        *, kind, may_issue, now, requested_at, days_ahead, immediate_window=DEFAULT, planned_end, already_issued,
        vehicle_out, plate_out, overlaps_past_handover,
    ))]
    fn issue<'py>(
        py: Python<'py>,
        kind: &Bound<'py, PyAny>,
        may_issue: &Bound<'py, PyAny>,
        now: &Bound<'py, PyAny>,
        requested_at: &Bound<'py, PyAny>,
        days_ahead: &Bound<'py, PyAny>,
        immediate_window: Option<&Bound<'py, PyAny>>,
        planned_end: &Bound<'py, PyAny>,
        already_issued: &Bound<'py, PyAny>,
        vehicle_out: &Bound<'py, PyAny>,
        plate_out: &Bound<'py, PyAny>,
        overlaps_past_handover: &Bound<'py, PyAny>,
    ) -> PyResult<Decision> {
        guard(py, || {
            let facts: core::issue::Facts<Moment<'_>> = read!(core::issue::Facts {
                kind,
                may_issue,
                now,
                requested_at,
                days_ahead,
                immediate_window: fact::<Option<_>>("immediate_window", immediate_window)?.unwrap_or_default(),
                planned_end,
                already_issued,
                vehicle_out,
                plate_out,
                overlaps_past_handover,
            });
            match facts.now.zone().map(Zone) {
                None => decide_issue(py, &WallClock(py), facts),
                Some(zone) => decide_issue(py, &zone, facts),
            }
        })
    }
}
