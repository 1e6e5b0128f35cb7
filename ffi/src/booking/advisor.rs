//! BOOKING.ADVISOR (Austria): who is preselected as the booking's advisor?

use std::ffi::c_char;

use dms_rules::booking::advisor;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Row `sales_advisor`.
pub const DMS_BOOKING_ADVISOR_ROW_SALES_ADVISOR: i32 = 1;
/// Row `appointment_receiver`.
pub const DMS_BOOKING_ADVISOR_ROW_APPOINTMENT_RECEIVER: i32 = 2;
/// Row `service_advisor`.
pub const DMS_BOOKING_ADVISOR_ROW_SERVICE_ADVISOR: i32 = 3;
/// Row `none`.
pub const DMS_BOOKING_ADVISOR_ROW_NONE: i32 = 4;

/// Rental or test drive, and the customer's sales advisor is known.
pub const DMS_BOOKING_ADVISOR_BECAUSE_SALES_ADVISOR: u32 = 1 << 0;
/// Replacement from a service appointment whose receiver is known.
pub const DMS_BOOKING_ADVISOR_BECAUSE_APPOINTMENT_RECEIVER: u32 = 1 << 1;
/// Replacement, and the customer's service advisor is known.
pub const DMS_BOOKING_ADVISOR_BECAUSE_SERVICE_ADVISOR: u32 = 1 << 2;

pub(crate) static ADVISOR: Numbers = Numbers::new(
    &advisor::TABLE,
    const { texts::of::<{ texts::size(&advisor::TABLE) }>(&advisor::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("sales_advisor", DMS_BOOKING_ADVISOR_ROW_SALES_ADVISOR),
            ("appointment_receiver", DMS_BOOKING_ADVISOR_ROW_APPOINTMENT_RECEIVER),
            ("service_advisor", DMS_BOOKING_ADVISOR_ROW_SERVICE_ADVISOR),
            ("none", DMS_BOOKING_ADVISOR_ROW_NONE),
        ],
        because: &[
            ("sales_advisor", DMS_BOOKING_ADVISOR_BECAUSE_SALES_ADVISOR),
            ("appointment_receiver", DMS_BOOKING_ADVISOR_BECAUSE_APPOINTMENT_RECEIVER),
            ("service_advisor", DMS_BOOKING_ADVISOR_BECAUSE_SERVICE_ADVISOR),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.advisor`. Advisors are the codes of employees; a blank code counts as none.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_advisor_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of the booking: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// The customer's sales advisor ("Verkaufsberater").
    pub sales_advisor: *const c_char,
    /// Its length in bytes.
    pub sales_advisor_length: usize,
    /// Whether it is known.
    pub has_sales_advisor: i32,
    /// The customer's service advisor ("Kundendienstberater").
    pub service_advisor: *const c_char,
    /// Its length in bytes.
    pub service_advisor_length: usize,
    /// Whether it is known.
    pub has_service_advisor: i32,
    /// Who receives the vehicle at the service appointment ("Annehmer").
    pub appointment_receiver: *const c_char,
    /// Its length in bytes.
    pub appointment_receiver_length: usize,
    /// Whether it is known.
    pub has_appointment_receiver: i32,
    /// Yes or no: the booking is made from a service appointment.
    pub from_appointment: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_advisor_facts {}

impl dms_booking_advisor_facts {
    /// # Safety
    /// What the members for text point to may be read.
    unsafe fn read(&self) -> Result<advisor::Facts<'_>, Refusal> {
        let Self {
            size: _,
            kind,
            sales_advisor,
            sales_advisor_length,
            has_sales_advisor,
            service_advisor,
            service_advisor_length,
            has_service_advisor,
            appointment_receiver,
            appointment_receiver_length,
            has_appointment_receiver,
            from_appointment,
        } = *self;
        // SAFETY: asked of the caller, for every text of the facts.
        let text = |field, bytes, length| unsafe { value::text(field, bytes, length) };
        Ok(advisor::Facts {
            kind: value::one_of("kind", kind)?,
            sales_advisor: value::known("sales_advisor", has_sales_advisor, |field| {
                text(field, sales_advisor, sales_advisor_length)
            })?,
            service_advisor: value::known("service_advisor", has_service_advisor, |field| {
                text(field, service_advisor, service_advisor_length)
            })?,
            appointment_receiver: value::known("appointment_receiver", has_appointment_receiver, |field| {
                text(field, appointment_receiver, appointment_receiver_length)
            })?,
            from_appointment: value::flag("from_appointment", from_appointment)?,
        })
    }
}

/// What `booking.advisor` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_advisor_result {
    /// DMS_BOOKING_ADVISOR_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_ADVISOR_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// The code of the advisor who is preselected. It points to the text in the facts, without a closing NUL, and is
    /// never freed; NULL where nobody is preselected.
    pub advisor: *const c_char,
    /// Its length in bytes.
    pub advisor_length: usize,
    /// 1 where somebody is preselected.
    pub has_advisor: i32,
}

/// Decides `booking.advisor`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_advisor(
    facts: *const dms_booking_advisor_facts,
    result: *mut dms_booking_advisor_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = advisor::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = ADVISOR.fired(&decision);
            let advisor::Outcome { advisor } = decision.outcome;
            let has_advisor = advisor.is_some().into();
            let (advisor, advisor_length) = value::echoed(advisor);
            Ok(dms_booking_advisor_result { row, because, advisories, advisor, advisor_length, has_advisor })
        })
    }
}
