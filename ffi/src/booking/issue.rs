//! BOOKING.ISSUE (Austria): may the vehicle be handed out now?

use dms_rules::booking::{Verdict, issue};
use dms_rules::value::Time;

use super::issue_limit::window;
use crate::call::{Facts, decide, decide_each};
use crate::number::{Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// It may be handed out.
pub const DMS_BOOKING_ISSUE_OUTCOME_ALLOWED: i32 = 1;
/// It may not.
pub const DMS_BOOKING_ISSUE_OUTCOME_REFUSED: i32 = 2;

/// The right to issue vehicles of this kind is missing.
pub const DMS_BOOKING_ISSUE_BECAUSE_RIGHT_MISSING: u32 = 1 << 0;
/// The vehicle was handed out on this booking before.
pub const DMS_BOOKING_ISSUE_BECAUSE_ALREADY_ISSUED: u32 = 1 << 1;
/// Another booking of the vehicle has an open return.
pub const DMS_BOOKING_ISSUE_BECAUSE_VEHICLE_OUT: u32 = 1 << 2;
/// Another booking of the trial plate has an open return.
pub const DMS_BOOKING_ISSUE_BECAUSE_PLATE_OUT: u32 = 1 << 3;
/// The requested time lies later than an issue may be dated.
pub const DMS_BOOKING_ISSUE_BECAUSE_BEYOND_ISSUE_LIMIT: u32 = 1 << 4;
/// The planned end of the booking has passed.
pub const DMS_BOOKING_ISSUE_BECAUSE_AFTER_PLANNED_END: u32 = 1 << 5;
/// At the requested time the vehicle was out on another booking.
pub const DMS_BOOKING_ISSUE_BECAUSE_OVERLAPS_HANDOVER: u32 = 1 << 6;

mirrored!(Verdict {
    Allowed => DMS_BOOKING_ISSUE_OUTCOME_ALLOWED,
    Refused => DMS_BOOKING_ISSUE_OUTCOME_REFUSED,
});

/// Stops the build where another decision that allows or refuses does not number its outcomes as this one does.
#[track_caller]
pub(super) const fn alike(allowed: i32, refused: i32) {
    assert!(allowed == DMS_BOOKING_ISSUE_OUTCOME_ALLOWED && refused == DMS_BOOKING_ISSUE_OUTCOME_REFUSED);
}

pub(crate) static ISSUE: Numbers = Numbers::new(
    &issue::TABLE,
    const { texts::of::<{ texts::size(&issue::TABLE) }>(&issue::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("right_missing", DMS_BOOKING_ISSUE_BECAUSE_RIGHT_MISSING),
            ("already_issued", DMS_BOOKING_ISSUE_BECAUSE_ALREADY_ISSUED),
            ("vehicle_out", DMS_BOOKING_ISSUE_BECAUSE_VEHICLE_OUT),
            ("plate_out", DMS_BOOKING_ISSUE_BECAUSE_PLATE_OUT),
            ("beyond_issue_limit", DMS_BOOKING_ISSUE_BECAUSE_BEYOND_ISSUE_LIMIT),
            ("after_planned_end", DMS_BOOKING_ISSUE_BECAUSE_AFTER_PLANNED_END),
            ("overlaps_handover", DMS_BOOKING_ISSUE_BECAUSE_OVERLAPS_HANDOVER),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.issue`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_issue_facts {
    /// The size of this struct.
    pub size: u32,
    /// What the vehicle is handed out for: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// Yes or no: the user has the right "Fahrzeug ausgeben" for this kind.
    pub may_issue: i32,
    /// Now, on the host's clock.
    pub now: dms_time,
    /// When the vehicle is to be handed out.
    pub requested_at: dms_time,
    /// The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    pub days_ahead: i32,
    /// How far an immediate issue may reach: DMS_BOOKING_IMMEDIATE_WINDOW_*, the next quarter hour unless set.
    pub immediate_window: i32,
    /// Whether it is set.
    pub has_immediate_window: i32,
    /// The planned end of the booking.
    pub planned_end: dms_time,
    /// Yes or no: the vehicle was handed out on this booking before.
    pub already_issued: i32,
    /// Yes or no: another booking of this vehicle has an open return.
    pub vehicle_out: i32,
    /// Yes or no: another booking of this trial plate has an open return; matters on test drives only.
    pub plate_out: i32,
    /// Yes or no: the requested time lies between the actual issue and return of another booking of this vehicle.
    pub overlaps_past_handover: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_issue_facts {}

impl dms_booking_issue_facts {
    fn read(&self) -> Result<issue::Facts<GivenTime>, Refusal> {
        let Self {
            size: _,
            kind,
            may_issue,
            now,
            requested_at,
            days_ahead,
            immediate_window,
            has_immediate_window,
            planned_end,
            already_issued,
            vehicle_out,
            plate_out,
            overlaps_past_handover,
        } = *self;
        Ok(issue::Facts {
            kind: value::one_of("kind", kind)?,
            may_issue: value::flag("may_issue", may_issue)?,
            now: GivenTime::read("now", now)?,
            requested_at: GivenTime::read("requested_at", requested_at)?,
            days_ahead,
            immediate_window: window(immediate_window, has_immediate_window)?,
            planned_end: GivenTime::read("planned_end", planned_end)?,
            already_issued: value::flag("already_issued", already_issued)?,
            vehicle_out: value::flag("vehicle_out", vehicle_out)?,
            plate_out: value::flag("plate_out", plate_out)?,
            overlaps_past_handover: value::flag("overlaps_past_handover", overlaps_past_handover)?,
        })
    }
}

/// What `booking.issue` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_issue_result {
    /// DMS_BOOKING_ISSUE_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_ISSUE_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// The latest time at which the issue may be dated, as `booking.issue_limit` answers.
    pub latest: dms_time,
}

/// Decides `booking.issue`. DMS_STATUS_OUT_OF_RANGE past the year 9999.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_issue(
    facts: *const dms_booking_issue_facts,
    result: *mut dms_booking_issue_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, answer) }
}

/// Decides `booking.issue` for each of `count` rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_issue_batch(
    facts: *const dms_booking_issue_facts,
    count: usize,
    results: *mut dms_booking_issue_result,
    statuses: *mut i32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide_each(facts, count, results, statuses, error, answer) }
}

fn answer(facts: &dms_booking_issue_facts) -> Result<dms_booking_issue_result, Refusal> {
    let facts = facts.read()?;
    match facts.now {
        GivenTime::WallClock(_) => verdict(&facts.with_times(GivenTime::wall_clock)?),
        GivenTime::Instant(_) => verdict(&facts.with_times(GivenTime::instant)?),
    }
}

fn verdict<T: Time + Into<dms_time>>(facts: &issue::Facts<T>) -> Result<dms_booking_issue_result, Refusal> {
    let decision = issue::decide(facts)?;
    let Fired { row, because, advisories } = ISSUE.fired(&decision);
    let (outcome, latest) = match decision.outcome {
        issue::Outcome::Allowed { latest } => (DMS_BOOKING_ISSUE_OUTCOME_ALLOWED, latest),
        issue::Outcome::Refused { latest } => (DMS_BOOKING_ISSUE_OUTCOME_REFUSED, latest),
    };
    Ok(dms_booking_issue_result { outcome, row, because, advisories, latest: latest.into() })
}
