//! BOOKING.TAKE_BACK (Austria): may the vehicle be taken back?

use dms_rules::booking::take_back;
use dms_rules::value::Time;

use super::issue::alike;
use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// It may be taken back.
pub const DMS_BOOKING_TAKE_BACK_OUTCOME_ALLOWED: i32 = 1;
/// It may not.
pub const DMS_BOOKING_TAKE_BACK_OUTCOME_REFUSED: i32 = 2;

/// The right to take back vehicles of this kind is missing.
pub const DMS_BOOKING_TAKE_BACK_BECAUSE_RIGHT_MISSING: u32 = 1 << 0;
/// The vehicle has not been handed out on this booking.
pub const DMS_BOOKING_TAKE_BACK_BECAUSE_NOT_ISSUED: u32 = 1 << 1;
/// The vehicle has come back before.
pub const DMS_BOOKING_TAKE_BACK_BECAUSE_ALREADY_RETURNED: u32 = 1 << 2;
/// The return would lie before the issue.
pub const DMS_BOOKING_TAKE_BACK_BECAUSE_RETURN_BEFORE_ISSUE: u32 = 1 << 3;

/// The reading at the return is lower than at the issue.
pub const DMS_BOOKING_TAKE_BACK_ADVISORY_READING_LOWER_THAN_ISSUE: u32 = 1 << 0;

const _: () = alike(DMS_BOOKING_TAKE_BACK_OUTCOME_ALLOWED, DMS_BOOKING_TAKE_BACK_OUTCOME_REFUSED);

pub(crate) static TAKE_BACK: Numbers = Numbers::new(
    &take_back::TABLE,
    const { texts::of::<{ texts::size(&take_back::TABLE) }>(&take_back::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("right_missing", DMS_BOOKING_TAKE_BACK_BECAUSE_RIGHT_MISSING),
            ("not_issued", DMS_BOOKING_TAKE_BACK_BECAUSE_NOT_ISSUED),
            ("already_returned", DMS_BOOKING_TAKE_BACK_BECAUSE_ALREADY_RETURNED),
            ("return_before_issue", DMS_BOOKING_TAKE_BACK_BECAUSE_RETURN_BEFORE_ISSUE),
        ],
        advisories: &[("reading_lower_than_issue", DMS_BOOKING_TAKE_BACK_ADVISORY_READING_LOWER_THAN_ISSUE)],
    },
);

/// The facts of `booking.take_back`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_take_back_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the user has the right "Fahrzeug zurücknehmen" for this kind.
    pub may_take_back: i32,
    /// When the vehicle was handed out.
    pub issued_at: dms_time,
    /// Whether it is known.
    pub has_issued_at: i32,
    /// Yes or no: it has been taken back before.
    pub already_returned: i32,
    /// When it comes back.
    pub return_at: dms_time,
    /// The reading at the issue, in km.
    pub issue_reading_km: i32,
    /// Whether it is known.
    pub has_issue_reading_km: i32,
    /// The reading at the return, in km.
    pub return_reading_km: i32,
    /// Whether it is known.
    pub has_return_reading_km: i32,
    /// Yes or no: the setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    pub update_reservation: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_take_back_facts {}

impl dms_booking_take_back_facts {
    fn read(&self) -> Result<take_back::Facts<GivenTime>, Refusal> {
        let Self {
            size: _,
            may_take_back,
            issued_at,
            has_issued_at,
            already_returned,
            return_at,
            issue_reading_km,
            has_issue_reading_km,
            return_reading_km,
            has_return_reading_km,
            update_reservation,
        } = *self;
        Ok(take_back::Facts {
            may_take_back: value::flag("may_take_back", may_take_back)?,
            issued_at: value::known("issued_at", has_issued_at, |field| GivenTime::read(field, issued_at))?,
            already_returned: value::flag("already_returned", already_returned)?,
            return_at: GivenTime::read("return_at", return_at)?,
            issue_reading_km: value::known("issue_reading_km", has_issue_reading_km, |field| {
                value::reading(field, issue_reading_km)
            })?,
            return_reading_km: value::known("return_reading_km", has_return_reading_km, |field| {
                value::reading(field, return_reading_km)
            })?,
            update_reservation: value::flag("update_reservation", update_reservation)?,
        })
    }
}

/// What `booking.take_back` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_take_back_result {
    /// DMS_BOOKING_TAKE_BACK_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_TAKE_BACK_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_BOOKING_TAKE_BACK_ADVISORY_*.
    pub advisories: u32,
    /// 1 where the reservation in the vehicle master is to be emptied; 0 where the vehicle may not be taken back.
    pub clear_reservation: i32,
}

/// Decides `booking.take_back`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_take_back(
    facts: *const dms_booking_take_back_facts,
    result: *mut dms_booking_take_back_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let facts = facts.read()?;
            match facts.issued_at.unwrap_or(facts.return_at) {
                GivenTime::WallClock(_) => verdict_on(&facts.with_times(GivenTime::wall_clock)?),
                GivenTime::Instant(_) => verdict_on(&facts.with_times(GivenTime::instant)?),
            }
        })
    }
}

fn verdict_on<T: Time>(facts: &take_back::Facts<T>) -> Result<dms_booking_take_back_result, Refusal> {
    let decision = take_back::decide(facts)?;
    let Fired { row, because, advisories } = TAKE_BACK.fired(&decision);
    let (outcome, clear_reservation) = match decision.outcome {
        take_back::Outcome::Allowed { clear_reservation } => (DMS_BOOKING_TAKE_BACK_OUTCOME_ALLOWED, clear_reservation),
        take_back::Outcome::Refused => (DMS_BOOKING_TAKE_BACK_OUTCOME_REFUSED, false),
    };
    let clear_reservation = clear_reservation.into();
    Ok(dms_booking_take_back_result { outcome, row, because, advisories, clear_reservation })
}
