//! FAULTS of car_pass.submission (Belgium)
//!
//! Everything that is missing or invalid is refused at once. The status and `error` name the first fault;
//! dms_car_pass_submission_faults tells all of them, so that a person mends them in one go.

use std::ffi::{CStr, c_char};

use dms_rules::car_pass::submission;
use dms_rules::error::{Error, ErrorCode};

use crate::call::{Answer, decide_into, guard, write};
use crate::dms_car_pass_submission_facts;
use crate::number::{self, disjoint};
use crate::status::{Refusal, dms_error};

/// No VIN was entered.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_VIN_MISSING: u32 = 1;
/// The VIN is too long or has a character that cannot stand in one.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_VIN_INVALID: u32 = 2;
/// The day on which work began is not known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_START_DATE_MISSING: u32 = 4;
/// Work order: the reading is not known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_READING_MISSING: u32 = 8;
/// Claim file, the damage first: neither reading is known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_DAMAGE_READING_MISSING: u32 = 16;
/// Claim file, the repair first: neither reading is known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_REPAIR_READING_MISSING: u32 = 32;
/// No enterprise number was entered.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_MISSING: u32 = 64;
/// It is no Belgian enterprise number.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_INVALID: u32 = 128;
/// The user code is not filled in.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_USER_CODE_MISSING: u32 = 256;
/// The password is not filled in.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_PASSWORD_MISSING: u32 = 512;
/// The e-mail address is not filled in.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_EMAIL_MISSING: u32 = 1024;

/// A fault that a submission can be refused for.
struct Fault {
    bit: u32,
    code: ErrorCode,
    field: &'static CStr,
}

impl Fault {
    const fn missing(bit: u32, field: &'static CStr) -> Self {
        Self { bit, code: ErrorCode::MissingField, field }
    }

    const fn invalid(bit: u32, field: &'static CStr) -> Self {
        Self { bit, code: ErrorCode::UnknownValue, field }
    }

    /// The bit of what the core names; the fault itself where it has none, so that none is lost.
    fn bit_of(named: &Error) -> Result<u32, Refusal> {
        let field = named.field().unwrap_or_default();
        let known =
            FAULTS.iter().find(|fault| fault.code == named.code() && fault.field.to_bytes() == field.as_bytes());
        known.map(|fault| fault.bit).ok_or_else(|| named.clone().into())
    }
}

/// In the order of the facts.
const FAULTS: &[Fault] = &[
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_VIN_MISSING, c"vin"),
    Fault::invalid(DMS_CAR_PASS_SUBMISSION_FAULT_VIN_INVALID, c"vin"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_START_DATE_MISSING, c"start.date"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_READING_MISSING, c"reading_km"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_DAMAGE_READING_MISSING, c"damage_reading_km"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_REPAIR_READING_MISSING, c"repair_reading_km"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_MISSING, c"enterprise_number"),
    Fault::invalid(DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_INVALID, c"enterprise_number"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_USER_CODE_MISSING, c"account.user_code_set"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_PASSWORD_MISSING, c"account.password_set"),
    Fault::missing(DMS_CAR_PASS_SUBMISSION_FAULT_EMAIL_MISSING, c"account.email_set"),
];

const _: () = {
    let mut bits = [0; FAULTS.len()];
    let mut at = 0;
    while at < FAULTS.len() {
        bits[at] = FAULTS[at].bit;
        at += 1;
    }
    disjoint(&bits);
};

/// Tells everything for which `car_pass.submission` refuses these facts: bits DMS_CAR_PASS_SUBMISSION_FAULT_*, 0 where
/// it does not. Facts that cannot be read, such as a day that does not exist, are refused here too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_submission_faults(
    facts: *const dms_car_pass_submission_facts,
    faults: *mut u32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide_into(facts, ("faults", faults), error, |facts| match submission::decide(&facts.read()?) {
            Ok(_) => Ok(0),
            Err(refused) if refused.faults().is_empty() => Err(refused.into()),
            Err(refused) => refused.faults().iter().try_fold(0, |faults, fault| Ok(faults | Fault::bit_of(fault)?)),
        })
    }
}

/// What one fault of a submission says, by its one bit: the status, whose line for the staff dms_status_text has, and
/// the fact.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_submission_fault(
    fault: u32,
    status: *mut i32,
    field: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        let answers = [Answer::of(status), Answer::of(field)];
        guard(error, &answers, &mut || {
            let known = FAULTS.iter().find(|known| known.bit == fault).ok_or_else(|| {
                let expected = format!("the bit of one fault of car_pass.submission, found {fault}");
                Refusal::new(ErrorCode::UnknownValue, "fault", expected)
            })?;
            if field.is_null() {
                return Err(Refusal::null("field"));
            }
            // SAFETY: as above.
            write("status", status, number::of(known.code))?;
            write("field", field, known.field.as_ptr())
        })
    }
}
