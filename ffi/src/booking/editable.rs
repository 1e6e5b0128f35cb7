//! BOOKING.EDITABLE (Austria): what may still be changed?

use dms_rules::booking::editable::{self, Field, LockedField};

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, InSets, Numbers, in_sets, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// The planned period ("Buchungszeitraum").
pub const DMS_BOOKING_EDITABLE_FIELD_PERIOD: i32 = 1;
/// The booking's colour.
pub const DMS_BOOKING_EDITABLE_FIELD_COLOUR: i32 = 2;
/// The vehicle.
pub const DMS_BOOKING_EDITABLE_FIELD_VEHICLE: i32 = 3;
/// The trial plate ("Probefahrtkennzeichen").
pub const DMS_BOOKING_EDITABLE_FIELD_PLATE: i32 = 4;
/// The booking's details ("Buchungsdetails").
pub const DMS_BOOKING_EDITABLE_FIELD_DETAILS: i32 = 5;
/// The driver.
pub const DMS_BOOKING_EDITABLE_FIELD_DRIVER: i32 = 6;
/// The customer.
pub const DMS_BOOKING_EDITABLE_FIELD_CUSTOMER: i32 = 7;
/// The comment.
pub const DMS_BOOKING_EDITABLE_FIELD_COMMENT: i32 = 8;
/// The data of issue and return.
pub const DMS_BOOKING_EDITABLE_FIELD_HANDOVER_DATA: i32 = 9;
/// The signature below them.
pub const DMS_BOOKING_EDITABLE_FIELD_SIGNATURE: i32 = 10;

/// The booking is confirmed.
pub const DMS_BOOKING_EDITABLE_BECAUSE_CONFIRMED: u32 = 1 << 0;
/// There is no handover yet.
pub const DMS_BOOKING_EDITABLE_BECAUSE_NOT_YET_ISSUED: u32 = 1 << 1;
/// The vehicle is out.
pub const DMS_BOOKING_EDITABLE_BECAUSE_ISSUED: u32 = 1 << 2;
/// The vehicle has come back.
pub const DMS_BOOKING_EDITABLE_BECAUSE_RETURNED: u32 = 1 << 3;
/// The right to amend the handover is missing.
pub const DMS_BOOKING_EDITABLE_BECAUSE_RIGHT_MISSING: u32 = 1 << 4;
/// The signature has been saved.
pub const DMS_BOOKING_EDITABLE_BECAUSE_SIGNATURE_SAVED: u32 = 1 << 5;

/// The length of an array in which each field has the place that is its number DMS_BOOKING_EDITABLE_FIELD_*, counted
/// from 0; place 0 is left over and holds 0.
pub const DMS_BOOKING_EDITABLE_FIELD_PLACES: usize = 11;

const _: () = assert!(Field::ALL.len() + 1 == DMS_BOOKING_EDITABLE_FIELD_PLACES);

mirrored!(Field {
    Period => DMS_BOOKING_EDITABLE_FIELD_PERIOD,
    Colour => DMS_BOOKING_EDITABLE_FIELD_COLOUR,
    Vehicle => DMS_BOOKING_EDITABLE_FIELD_VEHICLE,
    Plate => DMS_BOOKING_EDITABLE_FIELD_PLATE,
    Details => DMS_BOOKING_EDITABLE_FIELD_DETAILS,
    Driver => DMS_BOOKING_EDITABLE_FIELD_DRIVER,
    Customer => DMS_BOOKING_EDITABLE_FIELD_CUSTOMER,
    Comment => DMS_BOOKING_EDITABLE_FIELD_COMMENT,
    HandoverData => DMS_BOOKING_EDITABLE_FIELD_HANDOVER_DATA,
    Signature => DMS_BOOKING_EDITABLE_FIELD_SIGNATURE,
});

in_sets!(editable::Lock {
    Confirmed => DMS_BOOKING_EDITABLE_BECAUSE_CONFIRMED,
    NotYetIssued => DMS_BOOKING_EDITABLE_BECAUSE_NOT_YET_ISSUED,
    Issued => DMS_BOOKING_EDITABLE_BECAUSE_ISSUED,
    Returned => DMS_BOOKING_EDITABLE_BECAUSE_RETURNED,
    RightMissing => DMS_BOOKING_EDITABLE_BECAUSE_RIGHT_MISSING,
    SignatureSaved => DMS_BOOKING_EDITABLE_BECAUSE_SIGNATURE_SAVED,
});

pub(crate) static EDITABLE: Numbers = Numbers::new(
    &editable::TABLE,
    const { texts::of::<{ texts::size(&editable::TABLE) }>(&editable::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("confirmed", DMS_BOOKING_EDITABLE_BECAUSE_CONFIRMED),
            ("not_yet_issued", DMS_BOOKING_EDITABLE_BECAUSE_NOT_YET_ISSUED),
            ("issued", DMS_BOOKING_EDITABLE_BECAUSE_ISSUED),
            ("returned", DMS_BOOKING_EDITABLE_BECAUSE_RETURNED),
            ("right_missing", DMS_BOOKING_EDITABLE_BECAUSE_RIGHT_MISSING),
            ("signature_saved", DMS_BOOKING_EDITABLE_BECAUSE_SIGNATURE_SAVED),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.editable`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_editable_facts {
    /// The size of this struct.
    pub size: u32,
    /// How far the booking has come: DMS_BOOKING_STATUS_*.
    pub status: i32,
    /// Yes or no: the booking is confirmed.
    pub confirmed: i32,
    /// Yes or no: the user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    pub may_amend_handover: i32,
    /// Yes or no: the signature has been taken over and saved.
    pub signature_saved: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_editable_facts {}

impl dms_booking_editable_facts {
    fn read(&self) -> Result<editable::Facts, Refusal> {
        let Self { size: _, status, confirmed, may_amend_handover, signature_saved } = *self;
        Ok(editable::Facts {
            status: value::one_of("status", status)?,
            confirmed: value::flag("confirmed", confirmed)?,
            may_amend_handover: value::flag("may_amend_handover", may_amend_handover)?,
            signature_saved: value::flag("signature_saved", signature_saved)?,
        })
    }
}

/// What `booking.editable` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_editable_result {
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_EDITABLE_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// For each field, at the place that is its number: 0 where it may be changed, otherwise what locks it, the one bit
    /// DMS_BOOKING_EDITABLE_BECAUSE_*.
    pub locked_because: [u32; DMS_BOOKING_EDITABLE_FIELD_PLACES],
}

/// Decides `booking.editable`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_editable(
    facts: *const dms_booking_editable_facts,
    result: *mut dms_booking_editable_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = editable::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = EDITABLE.fired(&decision);
            let mut locked_because = [0; DMS_BOOKING_EDITABLE_FIELD_PLACES];
            // What is not locked is editable.
            let editable::Outcome { editable: _, locked } = decision.outcome;
            for LockedField { field, reason } in locked.iter() {
                locked_because[number::of(*field) as usize] = reason.bit();
            }
            Ok(dms_booking_editable_result { row, because, advisories, locked_because })
        })
    }
}
