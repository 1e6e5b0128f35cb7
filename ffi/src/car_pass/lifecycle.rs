//! CAR_PASS.LIFECYCLE (Belgium): what becomes of a job's Car-Pass, from not sent to in order?
//!
//! A refusal may come with something that a person should look at: dms_car_pass_lifecycle_advisories tells it.

use std::ffi::c_char;

use dms_rules::car_pass::lifecycle;

use super::state::dms_car_pass_state;
use crate::call::{Facts, decide, decide_into};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// The reading was sent and Car-Pass accepted it.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_OK: i32 = 1;
/// The reading was sent and Car-Pass answered with an error.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_ERROR: i32 = 2;
/// "Afsluiten zonder aanpassing": the user states that the data are right.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_CLOSE_WITHOUT_CHANGE: i32 = 3;
/// The user corrects the data; they are sent next.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_CORRECT_DATA: i32 = 4;
/// The user has the correction document made.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_GENERATE_DOCUMENT: i32 = 5;
/// The user marks the job as not to be sent.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_MARK_EXEMPT: i32 = 6;
/// The user takes that mark back.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_REOPEN: i32 = 7;
/// The user flags on the job that the odometer was replaced.
pub const DMS_CAR_PASS_LIFECYCLE_EVENT_FLAG_ODOMETER_REPLACED: i32 = 8;

/// Row `answered_ok`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_OK: i32 = 1;
/// Row `answered_error`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_ERROR: i32 = 2;
/// Row `close_without_change`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_CLOSE_WITHOUT_CHANGE: i32 = 3;
/// Row `correct_data`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_CORRECT_DATA: i32 = 4;
/// Row `generate_document`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_GENERATE_DOCUMENT: i32 = 5;
/// Row `mark_exempt`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_MARK_EXEMPT: i32 = 6;
/// Row `reopen`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_REOPEN: i32 = 7;
/// Row `flag_odometer_replaced`.
pub const DMS_CAR_PASS_LIFECYCLE_ROW_FLAG_ODOMETER_REPLACED: i32 = 8;

/// Car-Pass has accepted the reading.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_OK: u32 = 1 << 0;
/// Car-Pass has answered with an error.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_ERROR: u32 = 1 << 1;
/// The user states that the data are right.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_CLOSE_WITHOUT_CHANGE: u32 = 1 << 2;
/// The data have been corrected.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_CORRECT_DATA: u32 = 1 << 3;
/// The correction document has been made.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_GENERATE_DOCUMENT: u32 = 1 << 4;
/// The job is marked as not to be sent.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_MARK_EXEMPT: u32 = 1 << 5;
/// The mark is taken back.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_REOPEN: u32 = 1 << 6;
/// The job says that the odometer was replaced.
pub const DMS_CAR_PASS_LIFECYCLE_BECAUSE_FLAG_ODOMETER_REPLACED: u32 = 1 << 7;

/// Of a refusal: Car-Pass already has the reading; send a correction that tells of the replaced odometer.
pub const DMS_CAR_PASS_LIFECYCLE_ADVISORY_SEND_CORRECTION: u32 = 1 << 0;

mirrored!(lifecycle::Event {
    AnsweredOk => DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_OK,
    AnsweredError => DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_ERROR,
    CloseWithoutChange => DMS_CAR_PASS_LIFECYCLE_EVENT_CLOSE_WITHOUT_CHANGE,
    CorrectData => DMS_CAR_PASS_LIFECYCLE_EVENT_CORRECT_DATA,
    GenerateDocument => DMS_CAR_PASS_LIFECYCLE_EVENT_GENERATE_DOCUMENT,
    MarkExempt => DMS_CAR_PASS_LIFECYCLE_EVENT_MARK_EXEMPT,
    Reopen => DMS_CAR_PASS_LIFECYCLE_EVENT_REOPEN,
    FlagOdometerReplaced => DMS_CAR_PASS_LIFECYCLE_EVENT_FLAG_ODOMETER_REPLACED,
});

pub(crate) static LIFECYCLE: Numbers = Numbers::new(
    &lifecycle::TABLE,
    const { texts::of::<{ texts::size(&lifecycle::TABLE) }>(&lifecycle::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("answered_ok", DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_OK),
            ("answered_error", DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_ERROR),
            ("close_without_change", DMS_CAR_PASS_LIFECYCLE_ROW_CLOSE_WITHOUT_CHANGE),
            ("correct_data", DMS_CAR_PASS_LIFECYCLE_ROW_CORRECT_DATA),
            ("generate_document", DMS_CAR_PASS_LIFECYCLE_ROW_GENERATE_DOCUMENT),
            ("mark_exempt", DMS_CAR_PASS_LIFECYCLE_ROW_MARK_EXEMPT),
            ("reopen", DMS_CAR_PASS_LIFECYCLE_ROW_REOPEN),
            ("flag_odometer_replaced", DMS_CAR_PASS_LIFECYCLE_ROW_FLAG_ODOMETER_REPLACED),
        ],
        because: &[
            ("answered_ok", DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_OK),
            ("answered_error", DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_ERROR),
            ("close_without_change", DMS_CAR_PASS_LIFECYCLE_BECAUSE_CLOSE_WITHOUT_CHANGE),
            ("correct_data", DMS_CAR_PASS_LIFECYCLE_BECAUSE_CORRECT_DATA),
            ("generate_document", DMS_CAR_PASS_LIFECYCLE_BECAUSE_GENERATE_DOCUMENT),
            ("mark_exempt", DMS_CAR_PASS_LIFECYCLE_BECAUSE_MARK_EXEMPT),
            ("reopen", DMS_CAR_PASS_LIFECYCLE_BECAUSE_REOPEN),
            ("flag_odometer_replaced", DMS_CAR_PASS_LIFECYCLE_BECAUSE_FLAG_ODOMETER_REPLACED),
        ],
        advisories: &[],
    },
)
.refusing_with(&[(lifecycle::SEND_CORRECTION, DMS_CAR_PASS_LIFECYCLE_ADVISORY_SEND_CORRECTION)]);

/// The facts of `car_pass.lifecycle`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_lifecycle_facts {
    /// The size of this struct.
    pub size: u32,
    /// What happens: DMS_CAR_PASS_LIFECYCLE_EVENT_*.
    pub event: i32,
    /// How far the job's Car-Pass has come.
    pub state: dms_car_pass_state,
    /// Why nothing is sent; needed where a job is marked exempt, ignored with any other event.
    pub reason: *const c_char,
    /// Its length in bytes.
    pub reason_length: usize,
    /// Whether there is a reason.
    pub has_reason: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_lifecycle_facts {}

impl dms_car_pass_lifecycle_facts {
    /// # Safety
    /// What `reason` and `state.reason` point to may be read, and stays as it is while the facts are used.
    unsafe fn read<'a>(&self) -> Result<lifecycle::Facts<'a>, Refusal> {
        let Self { size: _, event, state, reason, reason_length, has_reason } = *self;
        // SAFETY: asked of the caller.
        unsafe {
            Ok(lifecycle::Facts {
                state: state.read()?,
                event: value::one_of("event", event)?,
                reason: value::known("reason", has_reason, |field| value::text(field, reason, reason_length))?,
            })
        }
    }
}

/// What `car_pass.lifecycle` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_lifecycle_result {
    /// The kind of what the state becomes: DMS_CAR_PASS_STATE_KIND_*.
    pub outcome: i32,
    /// DMS_CAR_PASS_LIFECYCLE_ROW_*.
    pub row: i32,
    /// Bits DMS_CAR_PASS_LIFECYCLE_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// What the state becomes. Its reason points into the facts.
    pub state: dms_car_pass_state,
}

/// Decides `car_pass.lifecycle`. DMS_STATUS_ILLEGAL_TRANSITION where the event cannot happen in this state,
/// DMS_STATUS_MISSING_FIELD where a job is marked exempt without a reason that is not blank, DMS_STATUS_OUT_OF_RANGE
/// past the last attempt there is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_lifecycle(
    facts: *const dms_car_pass_lifecycle_facts,
    result: *mut dms_car_pass_lifecycle_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = lifecycle::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = LIFECYCLE.fired(&decision);
            let outcome = number::of(decision.outcome.kind());
            Ok(dms_car_pass_lifecycle_result { outcome, row, because, advisories, state: decision.outcome.into() })
        })
    }
}

/// Tells what a person should look at where `car_pass.lifecycle` refuses these facts: bits
/// DMS_CAR_PASS_LIFECYCLE_ADVISORY_*, 0 where there is nothing or the event can happen. Facts that cannot be read are
/// refused here too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_lifecycle_advisories(
    facts: *const dms_car_pass_lifecycle_facts,
    advisories: *mut u32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide_into(facts, ("advisories", advisories), error, |facts| match lifecycle::decide(&facts.read()?) {
            Ok(decision) => Ok(LIFECYCLE.fired(&decision).advisories),
            Err(refused) => LIFECYCLE.refused_with(refused),
        })
    }
}
