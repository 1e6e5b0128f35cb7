//! BOOKING.ISSUE_LIMIT (Austria): until when may an issue be dated?

use dms_rules::booking::issue_limit::{self, ImmediateWindow};
use dms_rules::value::Time;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// "bis zur nächsten vollen 1/4-Stunde"; the default.
pub const DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR: i32 = 1;
/// "bis 15 Minuten".
pub const DMS_BOOKING_IMMEDIATE_WINDOW_FIFTEEN_MINUTES: i32 = 2;

/// Row `immediate`.
pub const DMS_BOOKING_ISSUE_LIMIT_ROW_IMMEDIATE: i32 = 1;
/// Row `days_ahead`.
pub const DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD: i32 = 2;

/// No later day is allowed.
pub const DMS_BOOKING_ISSUE_LIMIT_BECAUSE_IMMEDIATE: u32 = 1 << 0;
/// Later days are allowed.
pub const DMS_BOOKING_ISSUE_LIMIT_BECAUSE_DAYS_AHEAD: u32 = 1 << 1;

mirrored!(ImmediateWindow {
    NextQuarterHour => DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR,
    FifteenMinutes => DMS_BOOKING_IMMEDIATE_WINDOW_FIFTEEN_MINUTES,
});

pub(crate) static ISSUE_LIMIT: Numbers = Numbers::new(
    &issue_limit::TABLE,
    const { texts::of::<{ texts::size(&issue_limit::TABLE) }>(&issue_limit::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("immediate", DMS_BOOKING_ISSUE_LIMIT_ROW_IMMEDIATE),
            ("days_ahead", DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD),
        ],
        because: &[
            ("immediate", DMS_BOOKING_ISSUE_LIMIT_BECAUSE_IMMEDIATE),
            ("days_ahead", DMS_BOOKING_ISSUE_LIMIT_BECAUSE_DAYS_AHEAD),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.issue_limit`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_issue_limit_facts {
    /// The size of this struct.
    pub size: u32,
    /// Now, on the host's clock.
    pub now: dms_time,
    /// The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day.
    pub days_ahead: i32,
    /// How far an immediate issue may reach: DMS_BOOKING_IMMEDIATE_WINDOW_*, the next quarter hour unless set.
    pub immediate_window: i32,
    /// Whether it is set.
    pub has_immediate_window: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_issue_limit_facts {}

impl dms_booking_issue_limit_facts {
    fn read(&self) -> Result<issue_limit::Facts<GivenTime>, Refusal> {
        let Self { size: _, now, days_ahead, immediate_window, has_immediate_window } = *self;
        Ok(issue_limit::Facts {
            now: GivenTime::read("now", now)?,
            days_ahead,
            immediate_window: window(immediate_window, has_immediate_window)?,
        })
    }
}

pub(super) fn window(window: i32, has: i32) -> Result<ImmediateWindow, Refusal> {
    let given = value::known("immediate_window", has, |field| value::one_of(field, window))?;
    Ok(given.unwrap_or_default())
}

/// What `booking.issue_limit` answers; its outcome is the time.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_issue_limit_result {
    /// DMS_BOOKING_ISSUE_LIMIT_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_ISSUE_LIMIT_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// The latest time at which the issue may be dated, itself included. In row
    /// DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD it is the end of a civil day, without an offset.
    pub latest: dms_time,
}

/// Decides `booking.issue_limit`. DMS_STATUS_OUT_OF_RANGE past the year 9999.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_issue_limit(
    facts: *const dms_booking_issue_limit_facts,
    result: *mut dms_booking_issue_limit_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let facts = facts.read()?;
            match facts.now {
                GivenTime::WallClock(_) => limit(&facts.with_times(GivenTime::wall_clock)?),
                GivenTime::Instant(_) => limit(&facts.with_times(GivenTime::instant)?),
            }
        })
    }
}

fn limit<T: Time + Into<dms_time>>(facts: &issue_limit::Facts<T>) -> Result<dms_booking_issue_limit_result, Refusal> {
    let decision = issue_limit::decide(facts)?;
    let Fired { row, because, advisories } = ISSUE_LIMIT.fired(&decision);
    let issue_limit::Outcome { latest } = decision.outcome;
    Ok(dms_booking_issue_limit_result { row, because, advisories, latest: latest.into() })
}
