//! BOOKING.SETTLEMENT (Austria): can the booking be settled?

use std::ffi::c_char;

use dms_rules::booking::settlement;
use dms_rules::error::ErrorCode;

use super::issue::alike;
use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// A new order.
pub const DMS_BOOKING_SETTLEMENT_ORDER_TARGET_NEW: i32 = 1;
/// An order that exists.
pub const DMS_BOOKING_SETTLEMENT_ORDER_TARGET_EXISTING: i32 = 2;

/// It can be settled.
pub const DMS_BOOKING_SETTLEMENT_OUTCOME_ALLOWED: i32 = 1;
/// It cannot.
pub const DMS_BOOKING_SETTLEMENT_OUTCOME_REFUSED: i32 = 2;

/// Test drives are not settled.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_NOT_FOR_THIS_KIND: u32 = 1 << 0;
/// The right to settle bookings of this kind is missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_RIGHT_MISSING: u32 = 1 << 1;
/// The vehicle has not come back.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_NOT_RETURNED: u32 = 1 << 2;
/// The booking has been settled.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_ALREADY_SETTLED: u32 = 1 << 3;
/// No position code has been chosen.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_POSITION_CODE_MISSING: u32 = 1 << 4;
/// The number of the existing order is missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_ORDER_NUMBER_MISSING: u32 = 1 << 5;
/// The tariff model is missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_TARIFF_MODEL_MISSING: u32 = 1 << 6;
/// The hull-cover model is missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_HULL_COVER_MODEL_MISSING: u32 = 1 << 7;
/// The kilometres driven are missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_KILOMETRES_MISSING: u32 = 1 << 8;
/// The days of use are missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_DAYS_OF_USE_MISSING: u32 = 1 << 9;
/// The insurance is missing.
pub const DMS_BOOKING_SETTLEMENT_BECAUSE_INSURANCE_MISSING: u32 = 1 << 10;

const _: () = alike(DMS_BOOKING_SETTLEMENT_OUTCOME_ALLOWED, DMS_BOOKING_SETTLEMENT_OUTCOME_REFUSED);

mirrored!(settlement::OrderTarget {
    New => DMS_BOOKING_SETTLEMENT_ORDER_TARGET_NEW,
    Existing => DMS_BOOKING_SETTLEMENT_ORDER_TARGET_EXISTING,
});

pub(crate) static SETTLEMENT: Numbers = Numbers::new(
    &settlement::TABLE,
    const { texts::of::<{ texts::size(&settlement::TABLE) }>(&settlement::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("not_for_this_kind", DMS_BOOKING_SETTLEMENT_BECAUSE_NOT_FOR_THIS_KIND),
            ("right_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_RIGHT_MISSING),
            ("not_returned", DMS_BOOKING_SETTLEMENT_BECAUSE_NOT_RETURNED),
            ("already_settled", DMS_BOOKING_SETTLEMENT_BECAUSE_ALREADY_SETTLED),
            ("position_code_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_POSITION_CODE_MISSING),
            ("order_number_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_ORDER_NUMBER_MISSING),
            ("tariff_model_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_TARIFF_MODEL_MISSING),
            ("hull_cover_model_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_HULL_COVER_MODEL_MISSING),
            ("kilometres_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_KILOMETRES_MISSING),
            ("days_of_use_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_DAYS_OF_USE_MISSING),
            ("insurance_missing", DMS_BOOKING_SETTLEMENT_BECAUSE_INSURANCE_MISSING),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.settlement`. A blank text counts as not given.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_settlement_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of the booking: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// How far the booking has come: DMS_BOOKING_STATUS_*.
    pub status: i32,
    /// Yes or no: the booking has been settled; only once the vehicle came back.
    pub settled: i32,
    /// Yes or no: the user has the right "Verrechnung durchführen" for this kind.
    pub may_settle: i32,
    /// The tariff model ("Tarifmodell").
    pub tariff_model: *const c_char,
    /// Its length in bytes.
    pub tariff_model_length: usize,
    /// Whether it is given.
    pub has_tariff_model: i32,
    /// The hull-cover model ("Kaskomodell").
    pub hull_cover_model: *const c_char,
    /// Its length in bytes.
    pub hull_cover_model_length: usize,
    /// Whether it is given.
    pub has_hull_cover_model: i32,
    /// The distance driven, in km.
    pub kilometres: i32,
    /// Whether it is given.
    pub has_kilometres: i32,
    /// The days of use ("Tage der Nutzung"), 0 to 4,294,967,295.
    pub days_of_use: i64,
    /// Whether it is given.
    pub has_days_of_use: i32,
    /// The insurance.
    pub insurance: *const c_char,
    /// Its length in bytes.
    pub insurance_length: usize,
    /// Whether it is given.
    pub has_insurance: i32,
    /// The position code ("Positionscode") of the line on the order.
    pub position_code: *const c_char,
    /// Its length in bytes.
    pub position_code_length: usize,
    /// Whether it is given.
    pub has_position_code: i32,
    /// Where the line goes: DMS_BOOKING_SETTLEMENT_ORDER_TARGET_*.
    pub order_target: i32,
    /// The number of the existing order; a new one needs none.
    pub order_number: *const c_char,
    /// Its length in bytes.
    pub order_number_length: usize,
    /// Whether it is given.
    pub has_order_number: i32,
    /// Yes or no: copy the comment of the handover into the line; yes unless set.
    pub copy_comment: i32,
    /// Whether it is set.
    pub has_copy_comment: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_settlement_facts {}

impl dms_booking_settlement_facts {
    /// # Safety
    /// What the members for text point to may be read.
    unsafe fn read(&self) -> Result<settlement::Facts<'_>, Refusal> {
        let Self {
            size: _,
            kind,
            status,
            settled,
            may_settle,
            tariff_model,
            tariff_model_length,
            has_tariff_model,
            hull_cover_model,
            hull_cover_model_length,
            has_hull_cover_model,
            kilometres,
            has_kilometres,
            days_of_use,
            has_days_of_use,
            insurance,
            insurance_length,
            has_insurance,
            position_code,
            position_code_length,
            has_position_code,
            order_target,
            order_number,
            order_number_length,
            has_order_number,
            copy_comment,
            has_copy_comment,
        } = *self;
        // SAFETY: asked of the caller, for every text of the facts.
        let text = |field, bytes, length| unsafe { value::text(field, bytes, length) };
        Ok(settlement::Facts {
            kind: value::one_of("kind", kind)?,
            status: value::one_of("status", status)?,
            settled: value::flag("settled", settled)?,
            may_settle: value::flag("may_settle", may_settle)?,
            tariff_model: value::known("tariff_model", has_tariff_model, |field| {
                text(field, tariff_model, tariff_model_length)
            })?,
            hull_cover_model: value::known("hull_cover_model", has_hull_cover_model, |field| {
                text(field, hull_cover_model, hull_cover_model_length)
            })?,
            kilometres: value::known("kilometres", has_kilometres, |field| value::reading(field, kilometres))?,
            days_of_use: value::known("days_of_use", has_days_of_use, |field| days(field, days_of_use))?,
            insurance: value::known("insurance", has_insurance, |field| text(field, insurance, insurance_length))?,
            position_code: value::known("position_code", has_position_code, |field| {
                text(field, position_code, position_code_length)
            })?,
            order_target: value::one_of("order_target", order_target)?,
            order_number: value::known("order_number", has_order_number, |field| {
                text(field, order_number, order_number_length)
            })?,
            // "per Default aktiviert"
            copy_comment: value::known("copy_comment", has_copy_comment, |field| value::flag(field, copy_comment))?
                .unwrap_or(true),
        })
    }
}

/// What `booking.settlement` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_settlement_result {
    /// DMS_BOOKING_SETTLEMENT_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_SETTLEMENT_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// 1 where the comment of the handover is to be copied into the line; 0 where the booking cannot be settled.
    pub copy_comment: i32,
}

/// Decides `booking.settlement`. DMS_STATUS_CONTRADICTION where `settled` is 1 and the booking is not returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_settlement(
    facts: *const dms_booking_settlement_facts,
    result: *mut dms_booking_settlement_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = settlement::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = SETTLEMENT.fired(&decision);
            let (outcome, copy_comment) = match decision.outcome {
                settlement::Outcome::Allowed { copy_comment } => (DMS_BOOKING_SETTLEMENT_OUTCOME_ALLOWED, copy_comment),
                settlement::Outcome::Refused => (DMS_BOOKING_SETTLEMENT_OUTCOME_REFUSED, false),
            };
            let copy_comment = copy_comment.into();
            Ok(dms_booking_settlement_result { outcome, row, because, advisories, copy_comment })
        })
    }
}

/// A number of days that fits 32 bits.
fn days(field: &'static str, days: i64) -> Result<u32, Refusal> {
    u32::try_from(days).map_err(|_| {
        Refusal::new(ErrorCode::OutOfRange, field, format!("a whole number from 0 to 4,294,967,295, found {days}"))
    })
}
