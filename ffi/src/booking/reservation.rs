//! BOOKING.RESERVATION (Austria): what becomes of the reservation in the vehicle master?

use std::ffi::c_char;

use dms_rules::booking::reservation::{self, Effect};
use dms_rules::value::Time;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// The vehicle was handed out.
pub const DMS_BOOKING_RESERVATION_EVENT_ISSUED: i32 = 1;
/// The issue was cancelled.
pub const DMS_BOOKING_RESERVATION_EVENT_ISSUE_CANCELLED: i32 = 2;
/// The vehicle came back.
pub const DMS_BOOKING_RESERVATION_EVENT_RETURNED: i32 = 3;

/// Leave it as it is.
pub const DMS_BOOKING_RESERVATION_OUTCOME_LEAVE: i32 = 1;
/// Set the flag "Reserviert", and with it what the result says.
pub const DMS_BOOKING_RESERVATION_OUTCOME_SET: i32 = 2;
/// Empty its fields.
pub const DMS_BOOKING_RESERVATION_OUTCOME_CLEAR: i32 = 3;

/// Row `off`.
pub const DMS_BOOKING_RESERVATION_ROW_OFF: i32 = 1;
/// Row `issued`.
pub const DMS_BOOKING_RESERVATION_ROW_ISSUED: i32 = 2;
/// Row `clear`.
pub const DMS_BOOKING_RESERVATION_ROW_CLEAR: i32 = 3;

/// The setting writes nothing to the vehicle master.
pub const DMS_BOOKING_RESERVATION_BECAUSE_OFF: u32 = 1 << 0;
/// The vehicle was handed out.
pub const DMS_BOOKING_RESERVATION_BECAUSE_ISSUED: u32 = 1 << 1;

mirrored!(reservation::Event {
    Issued => DMS_BOOKING_RESERVATION_EVENT_ISSUED,
    IssueCancelled => DMS_BOOKING_RESERVATION_EVENT_ISSUE_CANCELLED,
    Returned => DMS_BOOKING_RESERVATION_EVENT_RETURNED,
});

mirrored!(Effect {
    Leave => DMS_BOOKING_RESERVATION_OUTCOME_LEAVE,
    Set => DMS_BOOKING_RESERVATION_OUTCOME_SET,
    Clear => DMS_BOOKING_RESERVATION_OUTCOME_CLEAR,
});

pub(crate) static RESERVATION: Numbers = Numbers::new(
    &reservation::TABLE,
    const { texts::of::<{ texts::size(&reservation::TABLE) }>(&reservation::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("off", DMS_BOOKING_RESERVATION_ROW_OFF),
            ("issued", DMS_BOOKING_RESERVATION_ROW_ISSUED),
            ("clear", DMS_BOOKING_RESERVATION_ROW_CLEAR),
        ],
        because: &[("off", DMS_BOOKING_RESERVATION_BECAUSE_OFF), ("issued", DMS_BOOKING_RESERVATION_BECAUSE_ISSUED)],
        advisories: &[],
    },
);

/// The facts of `booking.reservation`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_reservation_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    pub update_reservation: i32,
    /// What happened: DMS_BOOKING_RESERVATION_EVENT_*.
    pub event: i32,
    /// The code of the employee who handed the vehicle out; may be empty.
    pub issuer_code: *const c_char,
    /// Its length in bytes.
    pub issuer_code_length: usize,
    /// The planned end of the booking.
    pub planned_end: dms_time,
    /// The number of the booking's customer; may be empty.
    pub customer_number: *const c_char,
    /// Its length in bytes.
    pub customer_number_length: usize,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_reservation_facts {}

impl dms_booking_reservation_facts {
    /// # Safety
    /// What the members for text point to may be read.
    unsafe fn read(&self) -> Result<reservation::Facts<'_, GivenTime>, Refusal> {
        let Self {
            size: _,
            update_reservation,
            event,
            issuer_code,
            issuer_code_length,
            planned_end,
            customer_number,
            customer_number_length,
        } = *self;
        // SAFETY: asked of the caller, for every text of the facts.
        let text = |field, bytes, length| unsafe { value::text(field, bytes, length) };
        Ok(reservation::Facts {
            update_reservation: value::flag("update_reservation", update_reservation)?,
            event: value::one_of("event", event)?,
            issuer_code: text("issuer_code", issuer_code, issuer_code_length)?,
            planned_end: GivenTime::read("planned_end", planned_end)?,
            customer_number: text("customer_number", customer_number, customer_number_length)?,
        })
    }
}

/// What `booking.reservation` answers. Unless the outcome is DMS_BOOKING_RESERVATION_OUTCOME_SET, all behind
/// `advisories` is 0 or NULL. The texts point to those in the facts, without a closing NUL, and are never freed.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_reservation_result {
    /// DMS_BOOKING_RESERVATION_OUTCOME_*.
    pub outcome: i32,
    /// DMS_BOOKING_RESERVATION_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_RESERVATION_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// "Reserviert von Mitarbeiter": the code of the issuer.
    pub reserved_by: *const c_char,
    /// Its length in bytes.
    pub reserved_by_length: usize,
    /// "Reserviert bis": the date of the planned end.
    pub reserved_until: i32,
    /// "Reserviert von Kunde": the customer's number.
    pub reserved_for: *const c_char,
    /// Its length in bytes.
    pub reserved_for_length: usize,
}

/// Decides `booking.reservation`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_reservation(
    facts: *const dms_booking_reservation_facts,
    result: *mut dms_booking_reservation_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let facts = facts.read()?;
            match facts.planned_end {
                GivenTime::WallClock(_) => effect(&facts.with_times(GivenTime::wall_clock)?),
                GivenTime::Instant(_) => effect(&facts.with_times(GivenTime::instant)?),
            }
        })
    }
}

fn effect<T: Time>(facts: &reservation::Facts<'_, T>) -> Result<dms_booking_reservation_result, Refusal> {
    let decision = reservation::decide(facts)?;
    let Fired { row, because, advisories } = RESERVATION.fired(&decision);
    let (outcome, by, until, for_whom) = match decision.outcome {
        reservation::Outcome::Leave => (Effect::Leave, None, 0, None),
        reservation::Outcome::Set { reserved_by, reserved_until, reserved_for } => {
            (Effect::Set, Some(reserved_by), value::yyyymmdd(reserved_until), Some(reserved_for))
        }
        reservation::Outcome::Clear => (Effect::Clear, None, 0, None),
    };
    let (reserved_by, reserved_by_length) = value::echoed(by);
    let (reserved_for, reserved_for_length) = value::echoed(for_whom);
    Ok(dms_booking_reservation_result {
        outcome: number::of(outcome),
        row,
        because,
        advisories,
        reserved_by,
        reserved_by_length,
        reserved_until: until,
        reserved_for,
        reserved_for_length,
    })
}
