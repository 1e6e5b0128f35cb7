//! CAR_PASS.ACCOUNT (Belgium): are the Car-Pass settings complete?

use dms_rules::car_pass::account;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// They are.
pub const DMS_CAR_PASS_ACCOUNT_OUTCOME_COMPLETE: i32 = 1;
/// Something is missing.
pub const DMS_CAR_PASS_ACCOUNT_OUTCOME_INCOMPLETE: i32 = 2;

/// The user code is not filled in.
pub const DMS_CAR_PASS_ACCOUNT_BECAUSE_USER_CODE_MISSING: u32 = 1 << 0;
/// The password is not filled in.
pub const DMS_CAR_PASS_ACCOUNT_BECAUSE_PASSWORD_MISSING: u32 = 1 << 1;
/// The e-mail address is not filled in.
pub const DMS_CAR_PASS_ACCOUNT_BECAUSE_EMAIL_MISSING: u32 = 1 << 2;

mirrored!(account::Outcome {
    Complete => DMS_CAR_PASS_ACCOUNT_OUTCOME_COMPLETE,
    Incomplete => DMS_CAR_PASS_ACCOUNT_OUTCOME_INCOMPLETE,
});

pub(crate) static ACCOUNT: Numbers = Numbers::new(
    &account::TABLE,
    const { texts::of::<{ texts::size(&account::TABLE) }>(&account::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("user_code_missing", DMS_CAR_PASS_ACCOUNT_BECAUSE_USER_CODE_MISSING),
            ("password_missing", DMS_CAR_PASS_ACCOUNT_BECAUSE_PASSWORD_MISSING),
            ("email_missing", DMS_CAR_PASS_ACCOUNT_BECAUSE_EMAIL_MISSING),
        ],
        advisories: &[],
    },
);

/// The facts of `car_pass.account`: what is filled in, never what it is.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_account_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the user code is filled in.
    pub user_code_set: i32,
    /// Yes or no: the password is filled in.
    pub password_set: i32,
    /// Yes or no: the e-mail address is filled in.
    pub email_set: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_car_pass_account_facts {}

impl dms_car_pass_account_facts {
    fn read(&self) -> Result<account::Facts, Refusal> {
        let Self { size: _, user_code_set, password_set, email_set } = *self;
        Ok(account::Facts {
            user_code_set: value::flag("user_code_set", user_code_set)?,
            password_set: value::flag("password_set", password_set)?,
            email_set: value::flag("email_set", email_set)?,
        })
    }
}

/// What `car_pass.account` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_account_result {
    /// DMS_CAR_PASS_ACCOUNT_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_CAR_PASS_ACCOUNT_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `car_pass.account`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_account(
    facts: *const dms_car_pass_account_facts,
    result: *mut dms_car_pass_account_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = account::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = ACCOUNT.fired(&decision);
            Ok(dms_car_pass_account_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
