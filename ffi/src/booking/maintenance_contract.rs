//! BOOKING.MAINTENANCE_CONTRACT (Austria): what does a maintenance contract opened from a rental start with?

use std::ffi::c_char;
use std::ptr;

use dms_rules::booking::maintenance_contract::{self, Outcome};

use super::issue::alike;
use super::text::held;
use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// It can be opened.
pub const DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_ALLOWED: i32 = 1;
/// It cannot.
pub const DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_REFUSED: i32 = 2;

/// Maintenance contracts are opened from rentals only.
pub const DMS_BOOKING_MAINTENANCE_CONTRACT_BECAUSE_NOT_FOR_THIS_KIND: u32 = 1 << 0;

/// The bytes that the number and the VIN of a contract may take, each with its closing NUL.
pub const DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE: usize = 256;

const _: () = alike(DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_ALLOWED, DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_REFUSED);

pub(crate) static MAINTENANCE_CONTRACT: Numbers = Numbers::new(
    &maintenance_contract::TABLE,
    const { texts::of::<{ texts::size(&maintenance_contract::TABLE) }>(&maintenance_contract::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[("not_for_this_kind", DMS_BOOKING_MAINTENANCE_CONTRACT_BECAUSE_NOT_FOR_THIS_KIND)],
        advisories: &[],
    },
);

/// The facts of `booking.maintenance_contract`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_maintenance_contract_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of the booking: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// The number of the booking ("Vorgangsnummer").
    pub process_number: *const c_char,
    /// Its length in bytes.
    pub process_number_length: usize,
    /// The VIN of the vehicle as entered; may be empty.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
    /// Who rented the vehicle.
    pub invoice_recipient: *const c_char,
    /// Its length in bytes.
    pub invoice_recipient_length: usize,
    /// The first day of the contract.
    pub valid_from: i32,
    /// Its last day; not before the first.
    pub valid_to: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_maintenance_contract_facts {}

impl dms_booking_maintenance_contract_facts {
    /// # Safety
    /// What the members for text point to may be read.
    unsafe fn read(&self) -> Result<maintenance_contract::Facts<'_>, Refusal> {
        let Self {
            size: _,
            kind,
            process_number,
            process_number_length,
            vin,
            vin_length,
            invoice_recipient,
            invoice_recipient_length,
            valid_from,
            valid_to,
        } = *self;
        // SAFETY: asked of the caller, for every text of the facts.
        let text = |field, bytes, length| unsafe { value::text(field, bytes, length) };
        Ok(maintenance_contract::Facts {
            kind: value::one_of("kind", kind)?,
            process_number: text("process_number", process_number, process_number_length)?,
            vin: text("vin", vin, vin_length)?,
            invoice_recipient: text("invoice_recipient", invoice_recipient, invoice_recipient_length)?,
            valid_from: value::date("valid_from", valid_from)?,
            valid_to: value::date("valid_to", valid_to)?,
        })
    }
}

/// What `booking.maintenance_contract` answers. Where the outcome is DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_REFUSED,
/// all behind `advisories` is 0, empty or NULL.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_maintenance_contract_result {
    /// DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_MAINTENANCE_CONTRACT_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// The number of the contract ("Wartungsvertragsnummer"): UTF-8 with a closing NUL.
    pub number: [c_char; DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE],
    /// Its length in bytes, without the closing NUL; a NUL that the facts have inside is counted.
    pub number_length: usize,
    /// The VIN, normalised or as entered where that cannot be: UTF-8 with a closing NUL.
    pub vin: [c_char; DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE],
    /// Its length in bytes, without the closing NUL; a NUL that the facts have inside is counted.
    pub vin_length: usize,
    /// Who rented the vehicle, and pays. It points to the text in the facts, without a closing NUL, and is never
    /// freed.
    pub invoice_recipient: *const c_char,
    /// Its length in bytes.
    pub invoice_recipient_length: usize,
    /// "Datum gültig ab".
    pub valid_from: i32,
    /// "Datum gültig bis".
    pub valid_to: i32,
    /// Whether the contract is saved: never, a person does that; 0.
    pub saved: i32,
}

/// Decides `booking.maintenance_contract`. DMS_STATUS_CONTRADICTION where `valid_to` lies before `valid_from`;
/// DMS_STATUS_OUT_OF_RANGE where `process_number` or `vin` is too long for the result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_maintenance_contract(
    facts: *const dms_booking_maintenance_contract_facts,
    result: *mut dms_booking_maintenance_contract_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = maintenance_contract::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = MAINTENANCE_CONTRACT.fired(&decision);
            Ok(match decision.outcome {
                Outcome::Allowed { number, vin, invoice_recipient, valid_from, valid_to, saved } => {
                    let (number, number_length) = held("process_number", &number.to_string())?;
                    let (vin, vin_length) = held("vin", vin.as_str())?;
                    let (invoice_recipient, invoice_recipient_length) = value::echoed(Some(invoice_recipient));
                    dms_booking_maintenance_contract_result {
                        outcome: DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_ALLOWED,
                        row,
                        because,
                        advisories,
                        number,
                        number_length,
                        vin,
                        vin_length,
                        invoice_recipient,
                        invoice_recipient_length,
                        valid_from: value::yyyymmdd(valid_from),
                        valid_to: value::yyyymmdd(valid_to),
                        saved: saved.into(),
                    }
                }
                Outcome::Refused => dms_booking_maintenance_contract_result {
                    outcome: DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_REFUSED,
                    row,
                    because,
                    advisories,
                    number: [0; DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE],
                    number_length: 0,
                    vin: [0; DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE],
                    vin_length: 0,
                    invoice_recipient: ptr::null(),
                    invoice_recipient_length: 0,
                    valid_from: 0,
                    valid_to: 0,
                    saved: 0,
                },
            })
        })
    }
}
