//! CAR_PASS.HISTORY (Belgium): may the history of a vehicle be asked for?

use std::ffi::c_char;

use dms_rules::car_pass::history;
use dms_rules::value::Vin;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// It may.
pub const DMS_CAR_PASS_HISTORY_OUTCOME_ALLOWED: i32 = 1;
/// It may not.
pub const DMS_CAR_PASS_HISTORY_OUTCOME_REFUSED: i32 = 2;

/// The user code is not filled in.
pub const DMS_CAR_PASS_HISTORY_BECAUSE_USER_CODE_MISSING: u32 = 1 << 0;
/// The password is not filled in.
pub const DMS_CAR_PASS_HISTORY_BECAUSE_PASSWORD_MISSING: u32 = 1 << 1;
/// The e-mail address is not filled in.
pub const DMS_CAR_PASS_HISTORY_BECAUSE_EMAIL_MISSING: u32 = 1 << 2;
/// No VIN was entered.
pub const DMS_CAR_PASS_HISTORY_BECAUSE_VIN_MISSING: u32 = 1 << 3;
/// The VIN is too long or has a character that cannot stand in one.
pub const DMS_CAR_PASS_HISTORY_BECAUSE_VIN_INVALID: u32 = 1 << 4;

mirrored!(history::Outcome {
    Allowed => DMS_CAR_PASS_HISTORY_OUTCOME_ALLOWED,
    Refused => DMS_CAR_PASS_HISTORY_OUTCOME_REFUSED,
});

pub(crate) static HISTORY: Numbers = Numbers::new(
    &history::TABLE,
    const { texts::of::<{ texts::size(&history::TABLE) }>(&history::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("user_code_missing", DMS_CAR_PASS_HISTORY_BECAUSE_USER_CODE_MISSING),
            ("password_missing", DMS_CAR_PASS_HISTORY_BECAUSE_PASSWORD_MISSING),
            ("email_missing", DMS_CAR_PASS_HISTORY_BECAUSE_EMAIL_MISSING),
            ("vin_missing", DMS_CAR_PASS_HISTORY_BECAUSE_VIN_MISSING),
            ("vin_invalid", DMS_CAR_PASS_HISTORY_BECAUSE_VIN_INVALID),
        ],
        advisories: &[],
    },
);

/// The facts of `car_pass.history`: of the account what is filled in, never what it is.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_history_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the user code is filled in.
    pub user_code_set: i32,
    /// Yes or no: the password is filled in.
    pub password_set: i32,
    /// Yes or no: the e-mail address is filled in.
    pub email_set: i32,
    /// The VIN as entered; may be empty.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_history_facts {}

impl dms_car_pass_history_facts {
    /// # Safety
    /// What `vin` points to may be read.
    unsafe fn read(&self) -> Result<history::Facts, Refusal> {
        let Self { size: _, user_code_set, password_set, email_set, vin, vin_length } = *self;
        Ok(history::Facts {
            user_code_set: value::flag("user_code_set", user_code_set)?,
            password_set: value::flag("password_set", password_set)?,
            email_set: value::flag("email_set", email_set)?,
            // SAFETY: asked of the caller.
            vin: Vin::new(unsafe { value::text("vin", vin, vin_length) }?),
        })
    }
}

/// What `car_pass.history` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_history_result {
    /// DMS_CAR_PASS_HISTORY_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_CAR_PASS_HISTORY_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `car_pass.history`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_history(
    facts: *const dms_car_pass_history_facts,
    result: *mut dms_car_pass_history_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = history::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = HISTORY.fired(&decision);
            Ok(dms_car_pass_history_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
