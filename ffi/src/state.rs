//! The state of a job's Car-Pass, which is made by the core's own checks.

use std::num::NonZeroU32;

use dms_rules::car_pass::{State, StateKind};
use dms_rules::error::ErrorCode;

use crate::number::{self, mirrored};
use crate::status::Refusal;
use crate::*;

mirrored!(StateKind {
    Open => DMS_CAR_PASS_STATE_KIND_OPEN,
    Questioned => DMS_CAR_PASS_STATE_KIND_QUESTIONED,
    Accepted => DMS_CAR_PASS_STATE_KIND_ACCEPTED,
    Confirmed => DMS_CAR_PASS_STATE_KIND_CONFIRMED,
    Documented => DMS_CAR_PASS_STATE_KIND_DOCUMENTED,
    Exempt => DMS_CAR_PASS_STATE_KIND_EXEMPT,
});

impl dms_car_pass_state {
    /// Reads the state within a struct of facts.
    ///
    /// # Safety
    /// What `reason` points to may be read, and stays as it is while the state is used.
    pub(crate) unsafe fn read<'a>(&self) -> Result<State<'a>, Refusal> {
        let Self { kind, attempt, has_attempt, has_reason, reason, reason_length } = *self;
        let kind = value::one_of("kind", kind)?;
        let attempt = value::known("attempt", has_attempt, |field| {
            NonZeroU32::new(attempt)
                .ok_or_else(|| Refusal::new(ErrorCode::OutOfRange, field, "a number that counts from 1, found 0"))
        })?;
        // SAFETY: asked of the caller.
        let reason = value::known("reason", has_reason, |field| unsafe { value::text(field, reason, reason_length) })?;
        State::new(kind, attempt, reason).map_err(Refusal::from)
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
