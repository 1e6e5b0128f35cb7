//! BOOKING.CONFIRMATION (Austria): what does confirming a service appointment do to its replacement booking?

use dms_rules::booking::confirmation;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// "Termin bestätigen".
pub const DMS_BOOKING_CONFIRMATION_EVENT_CONFIRM: i32 = 1;
/// "Terminbestätigung aufheben".
pub const DMS_BOOKING_CONFIRMATION_EVENT_UNCONFIRM: i32 = 2;

/// Row `confirm`.
pub const DMS_BOOKING_CONFIRMATION_ROW_CONFIRM: i32 = 1;
/// Row `unconfirm`.
pub const DMS_BOOKING_CONFIRMATION_ROW_UNCONFIRM: i32 = 2;

/// The service appointment is confirmed.
pub const DMS_BOOKING_CONFIRMATION_BECAUSE_CONFIRM: u32 = 1 << 0;

mirrored!(confirmation::Event {
    Confirm => DMS_BOOKING_CONFIRMATION_EVENT_CONFIRM,
    Unconfirm => DMS_BOOKING_CONFIRMATION_EVENT_UNCONFIRM,
});

pub(crate) static CONFIRMATION: Numbers = Numbers::new(
    &confirmation::TABLE,
    const { texts::of::<{ texts::size(&confirmation::TABLE) }>(&confirmation::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("confirm", DMS_BOOKING_CONFIRMATION_ROW_CONFIRM),
            ("unconfirm", DMS_BOOKING_CONFIRMATION_ROW_UNCONFIRM),
        ],
        because: &[("confirm", DMS_BOOKING_CONFIRMATION_BECAUSE_CONFIRM)],
        advisories: &[],
    },
);

/// The facts of `booking.confirmation`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_confirmation_facts {
    /// The size of this struct.
    pub size: u32,
    /// What is done to the service appointment: DMS_BOOKING_CONFIRMATION_EVENT_*.
    pub event: i32,
    /// Yes or no: the service appointment has a replacement booking. (A fact, not the flag of another member.)
    pub has_replacement_booking: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_confirmation_facts {}

impl dms_booking_confirmation_facts {
    fn read(&self) -> Result<confirmation::Facts, Refusal> {
        let Self { size: _, event, has_replacement_booking } = *self;
        Ok(confirmation::Facts {
            event: value::one_of("event", event)?,
            has_replacement_booking: value::flag("has_replacement_booking", has_replacement_booking)?,
        })
    }
}

/// What `booking.confirmation` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_confirmation_result {
    /// DMS_BOOKING_CONFIRMATION_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_CONFIRMATION_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// 1 where the service appointment is confirmed afterwards.
    pub appointment_confirmed: i32,
    /// 1 where its replacement booking is.
    pub booking_confirmed: i32,
    /// Whether there is such a booking.
    pub has_booking_confirmed: i32,
}

/// Decides `booking.confirmation`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_confirmation(
    facts: *const dms_booking_confirmation_facts,
    result: *mut dms_booking_confirmation_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = confirmation::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = CONFIRMATION.fired(&decision);
            let confirmation::Outcome { appointment_confirmed, booking_confirmed } = decision.outcome;
            Ok(dms_booking_confirmation_result {
                row,
                because,
                advisories,
                appointment_confirmed: appointment_confirmed.into(),
                booking_confirmed: booking_confirmed.unwrap_or_default().into(),
                has_booking_confirmed: booking_confirmed.is_some().into(),
            })
        })
    }
}
