//! BOOKING.CANCEL_ISSUE (Austria): may an issue be cancelled?

use dms_rules::booking::cancel_issue;

use super::issue::alike;
use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// It may be cancelled.
pub const DMS_BOOKING_CANCEL_ISSUE_OUTCOME_ALLOWED: i32 = 1;
/// It may not.
pub const DMS_BOOKING_CANCEL_ISSUE_OUTCOME_REFUSED: i32 = 2;

/// The right to amend the handover is missing.
pub const DMS_BOOKING_CANCEL_ISSUE_BECAUSE_RIGHT_MISSING: u32 = 1 << 0;
/// The vehicle has not been handed out on this booking.
pub const DMS_BOOKING_CANCEL_ISSUE_BECAUSE_NOT_ISSUED: u32 = 1 << 1;
/// The vehicle has come back.
pub const DMS_BOOKING_CANCEL_ISSUE_BECAUSE_ALREADY_RETURNED: u32 = 1 << 2;

/// The reading that the issue raised in the vehicle master is not set back.
pub const DMS_BOOKING_CANCEL_ISSUE_ADVISORY_ODOMETER_NOT_RESET: u32 = 1 << 0;

const _: () = alike(DMS_BOOKING_CANCEL_ISSUE_OUTCOME_ALLOWED, DMS_BOOKING_CANCEL_ISSUE_OUTCOME_REFUSED);

pub(crate) static CANCEL_ISSUE: Numbers = Numbers::new(
    &cancel_issue::TABLE,
    const { texts::of::<{ texts::size(&cancel_issue::TABLE) }>(&cancel_issue::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("right_missing", DMS_BOOKING_CANCEL_ISSUE_BECAUSE_RIGHT_MISSING),
            ("not_issued", DMS_BOOKING_CANCEL_ISSUE_BECAUSE_NOT_ISSUED),
            ("already_returned", DMS_BOOKING_CANCEL_ISSUE_BECAUSE_ALREADY_RETURNED),
        ],
        advisories: &[("odometer_not_reset", DMS_BOOKING_CANCEL_ISSUE_ADVISORY_ODOMETER_NOT_RESET)],
    },
);

/// The facts of `booking.cancel_issue`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_cancel_issue_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    pub may_amend_handover: i32,
    /// Yes or no: the vehicle has been handed out on this booking.
    pub issued: i32,
    /// Yes or no: it has been taken back.
    pub returned: i32,
    /// Yes or no: the issue raised the reading in the vehicle master.
    pub odometer_raised: i32,
    /// Yes or no: the setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    pub update_reservation: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_cancel_issue_facts {}

impl dms_booking_cancel_issue_facts {
    fn read(&self) -> Result<cancel_issue::Facts, Refusal> {
        let Self { size: _, may_amend_handover, issued, returned, odometer_raised, update_reservation } = *self;
        Ok(cancel_issue::Facts {
            may_amend_handover: value::flag("may_amend_handover", may_amend_handover)?,
            issued: value::flag("issued", issued)?,
            returned: value::flag("returned", returned)?,
            odometer_raised: value::flag("odometer_raised", odometer_raised)?,
            update_reservation: value::flag("update_reservation", update_reservation)?,
        })
    }
}

/// What `booking.cancel_issue` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_cancel_issue_result {
    /// DMS_BOOKING_CANCEL_ISSUE_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_CANCEL_ISSUE_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_BOOKING_CANCEL_ISSUE_ADVISORY_*.
    pub advisories: u32,
    /// 1 where the reservation in the vehicle master is to be emptied; 0 where the issue may not be cancelled.
    pub clear_reservation: i32,
    /// 1 where the reading in the vehicle master stays as it is: always, where the issue may be cancelled.
    pub keep_odometer: i32,
}

/// Decides `booking.cancel_issue`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_cancel_issue(
    facts: *const dms_booking_cancel_issue_facts,
    result: *mut dms_booking_cancel_issue_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = cancel_issue::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = CANCEL_ISSUE.fired(&decision);
            let (outcome, clear_reservation, keep_odometer) = match decision.outcome {
                cancel_issue::Outcome::Allowed { clear_reservation, keep_odometer } => {
                    (DMS_BOOKING_CANCEL_ISSUE_OUTCOME_ALLOWED, clear_reservation, keep_odometer)
                }
                cancel_issue::Outcome::Refused => (DMS_BOOKING_CANCEL_ISSUE_OUTCOME_REFUSED, false, false),
            };
            Ok(dms_booking_cancel_issue_result {
                outcome,
                row,
                because,
                advisories,
                clear_reservation: clear_reservation.into(),
                keep_odometer: keep_odometer.into(),
            })
        })
    }
}
