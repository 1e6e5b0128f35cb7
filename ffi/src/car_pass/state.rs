//! CAR-PASS: how far has a job's reading come on its way to the register?

use std::ffi::c_char;
use std::num::NonZeroU32;

use dms_rules::car_pass::{State, StateKind};
use dms_rules::error::ErrorCode;

use crate::number::{self, mirrored};
use crate::status::Refusal;
use crate::value;

/// Nothing has been sent, or nothing answered yet.
pub const DMS_CAR_PASS_STATE_KIND_OPEN: i32 = 1;
/// Car-Pass has answered with an error.
pub const DMS_CAR_PASS_STATE_KIND_QUESTIONED: i32 = 2;
/// Car-Pass has accepted the reading.
pub const DMS_CAR_PASS_STATE_KIND_ACCEPTED: i32 = 3;
/// "Afsluiten zonder aanpassing": the user has stated that the data are right.
pub const DMS_CAR_PASS_STATE_KIND_CONFIRMED: i32 = 4;
/// The correction document has been made.
pub const DMS_CAR_PASS_STATE_KIND_DOCUMENTED: i32 = 5;
/// The job is marked as not to be sent.
pub const DMS_CAR_PASS_STATE_KIND_EXEMPT: i32 = 6;

mirrored!(StateKind {
    Open => DMS_CAR_PASS_STATE_KIND_OPEN,
    Questioned => DMS_CAR_PASS_STATE_KIND_QUESTIONED,
    Accepted => DMS_CAR_PASS_STATE_KIND_ACCEPTED,
    Confirmed => DMS_CAR_PASS_STATE_KIND_CONFIRMED,
    Documented => DMS_CAR_PASS_STATE_KIND_DOCUMENTED,
    Exempt => DMS_CAR_PASS_STATE_KIND_EXEMPT,
});

/// How far a job's reading has come. `car_pass.lifecycle` answers with the next one, to be kept with the job (its
/// reason as a copy) and passed on as it is. A questioned state has an attempt, an exempt one a reason that is not
/// blank; one that is lacking is answered with DMS_STATUS_MISSING_FIELD, one that its kind has none of with
/// DMS_STATUS_UNKNOWN_FIELD.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_state {
    /// DMS_CAR_PASS_STATE_KIND_*.
    pub kind: i32,
    /// Questioned: how often Car-Pass has answered with an error, the first time being 1.
    pub attempt: u32,
    /// Whether there is an attempt.
    pub has_attempt: i32,
    /// Whether there is a reason.
    pub has_reason: i32,
    /// Exempt: why nothing is sent. In a result it points into the facts, and is NULL where there is none.
    pub reason: *const c_char,
    /// Its length in bytes.
    pub reason_length: usize,
}

impl dms_car_pass_state {
    /// Reads the member `state` of a struct of facts.
    ///
    /// # Safety
    /// What `reason` points to may be read, and stays as it is while the state is used.
    pub(super) unsafe fn read<'a>(&self) -> Result<State<'a>, Refusal> {
        let Self { kind, attempt, has_attempt, has_reason, reason, reason_length } = *self;
        let kind = value::one_of("state.kind", kind)?;
        let attempt = value::known("state.attempt", has_attempt, |field| {
            NonZeroU32::new(attempt)
                .ok_or_else(|| Refusal::new(ErrorCode::OutOfRange, field, "a number that counts from 1, found 0"))
        })?;
        // SAFETY: asked of the caller.
        let reason =
            value::known("state.reason", has_reason, |field| unsafe { value::text(field, reason, reason_length) })?;
        State::new(kind, attempt, reason).map_err(|error| Refusal::from(error).inside("state"))
    }
}

impl From<State<'_>> for dms_car_pass_state {
    fn from(state: State<'_>) -> Self {
        let attempt = state.attempt();
        let reason = match state {
            State::Exempt { reason } => Some(reason),
            State::Open | State::Questioned { .. } | State::Accepted | State::Confirmed | State::Documented => None,
        };
        let (text, length) = value::echoed(reason);
        Self {
            kind: number::of(state.kind()),
            attempt: attempt.map_or(0, NonZeroU32::get),
            has_attempt: attempt.is_some().into(),
            has_reason: reason.is_some().into(),
            reason: text,
            reason_length: length,
        }
    }
}
