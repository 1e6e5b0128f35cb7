//! CAR_PASS.SUBMISSION (Belgium): what is sent to Car-Pass?
//!
//! Everything that is missing or invalid is refused at once. The status and `error` name the first fault;
//! dms_car_pass_submission_faults tells all of them, so that a person mends them in one go.

use std::ffi::{CStr, c_char};

use dms_rules::car_pass::{account, submission};
use dms_rules::error::{Error, ErrorCode};
use dms_rules::value::Vin;

use super::start_of_work::dms_car_pass_start;
use crate::call::{Facts, decide, decide_into, guard, write};
use crate::number::{self, Fired, Given, Numbers, disjoint, mirrored};
use crate::status::{Refusal, dms_error, fixed};
use crate::{texts, value};

/// The reading of the damage; the default.
pub const DMS_CAR_PASS_SUBMISSION_SOURCE_DAMAGE_FIRST: i32 = 1;
/// The reading of the repair.
pub const DMS_CAR_PASS_SUBMISSION_SOURCE_REPAIR_FIRST: i32 = 2;

/// That of the work order.
pub const DMS_CAR_PASS_SUBMISSION_ORIGIN_WORK_ORDER: i32 = 1;
/// That of the damage.
pub const DMS_CAR_PASS_SUBMISSION_ORIGIN_DAMAGE: i32 = 2;
/// That of the repair.
pub const DMS_CAR_PASS_SUBMISSION_ORIGIN_REPAIR: i32 = 3;

/// The description of the work is missing; it has been compulsory since 1 January 2024.
pub const DMS_CAR_PASS_SUBMISSION_ADVISORY_WORK_DESCRIPTION_MISSING: u32 = 1 << 0;

/// No VIN was entered.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_VIN_MISSING: u32 = 1 << 0;
/// The VIN is too long or has a character that cannot stand in one.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_VIN_INVALID: u32 = 1 << 1;
/// The day on which work began is not known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_START_DATE_MISSING: u32 = 1 << 2;
/// Work order: the reading is not known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_READING_MISSING: u32 = 1 << 3;
/// Claim file, the damage first: neither reading is known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_DAMAGE_READING_MISSING: u32 = 1 << 4;
/// Claim file, the repair first: neither reading is known.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_REPAIR_READING_MISSING: u32 = 1 << 5;
/// No enterprise number was entered.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_MISSING: u32 = 1 << 6;
/// It is no Belgian enterprise number.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_INVALID: u32 = 1 << 7;
/// The user code is not filled in.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_USER_CODE_MISSING: u32 = 1 << 8;
/// The password is not filled in.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_PASSWORD_MISSING: u32 = 1 << 9;
/// The e-mail address is not filled in.
pub const DMS_CAR_PASS_SUBMISSION_FAULT_EMAIL_MISSING: u32 = 1 << 10;

/// The bytes that a VIN may take, its closing NUL included.
pub const DMS_CAR_PASS_SUBMISSION_VIN_SIZE: usize = 18;
/// The bytes that an enterprise number takes, its closing NUL included.
pub const DMS_CAR_PASS_SUBMISSION_ENTERPRISE_NUMBER_SIZE: usize = 11;

mirrored!(submission::ReadingSource {
    DamageFirst => DMS_CAR_PASS_SUBMISSION_SOURCE_DAMAGE_FIRST,
    RepairFirst => DMS_CAR_PASS_SUBMISSION_SOURCE_REPAIR_FIRST,
});

mirrored!(submission::ReadingOrigin {
    WorkOrder => DMS_CAR_PASS_SUBMISSION_ORIGIN_WORK_ORDER,
    Damage => DMS_CAR_PASS_SUBMISSION_ORIGIN_DAMAGE,
    Repair => DMS_CAR_PASS_SUBMISSION_ORIGIN_REPAIR,
});

pub(crate) static SUBMISSION: Numbers = Numbers::new(
    &submission::TABLE,
    const { texts::of::<{ texts::size(&submission::TABLE) }>(&submission::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[],
        advisories: &[("work_description_missing", DMS_CAR_PASS_SUBMISSION_ADVISORY_WORK_DESCRIPTION_MISSING)],
    },
);

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

/// Which of the settings of the account are filled in.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_account_settings {
    /// Yes or no: the user code is filled in.
    pub user_code_set: i32,
    /// Yes or no: the password is filled in.
    pub password_set: i32,
    /// Yes or no: the e-mail address is filled in.
    pub email_set: i32,
}

impl dms_car_pass_account_settings {
    /// Reads the member `account` of a struct of facts.
    fn read(&self) -> Result<account::Facts, Refusal> {
        let Self { user_code_set, password_set, email_set } = *self;
        Ok(account::Facts {
            user_code_set: value::flag("account.user_code_set", user_code_set)?,
            password_set: value::flag("account.password_set", password_set)?,
            email_set: value::flag("account.email_set", email_set)?,
        })
    }
}

/// The facts of `car_pass.submission`. A policy that does not use a fact ignores it, once it is well-formed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_submission_facts {
    /// The size of this struct.
    pub size: u32,
    /// Which kind of file the readings come from: DMS_CAR_PASS_READINESS_POLICY_*.
    pub policy: i32,
    /// The VIN as entered; may be empty.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
    /// The start of work, as `car_pass.start_of_work` answers.
    pub start: dms_car_pass_start,
    /// Work order: the reading, in km.
    pub reading_km: i32,
    /// Whether it is known.
    pub has_reading_km: i32,
    /// Claim file: the reading when the damage was done, in km.
    pub damage_reading_km: i32,
    /// Whether it is known.
    pub has_damage_reading_km: i32,
    /// Claim file: the reading when it was repaired, in km.
    pub repair_reading_km: i32,
    /// Whether it is known.
    pub has_repair_reading_km: i32,
    /// Claim file: which reading is preferred, DMS_CAR_PASS_SUBMISSION_SOURCE_*; that of the damage unless set. The
    /// other one is sent where it is missing.
    pub reading_source: i32,
    /// Whether it is set.
    pub has_reading_source: i32,
    /// The day of the vehicle's first registration.
    pub first_registration: i32,
    /// Whether it is known.
    pub has_first_registration: i32,
    /// Yes or no: the odometer was replaced during this job.
    pub odometer_replaced: i32,
    /// The firm's Belgian enterprise number as entered; blanks, dots and a leading "BE" do not matter. May be empty.
    pub enterprise_number: *const c_char,
    /// Its length in bytes.
    pub enterprise_number_length: usize,
    /// What was done to the vehicle.
    pub work_description: *const c_char,
    /// Its length in bytes.
    pub work_description_length: usize,
    /// Whether it is described.
    pub has_work_description: i32,
    /// Which of the settings of the account are filled in.
    pub account: dms_car_pass_account_settings,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_submission_facts {}

impl dms_car_pass_submission_facts {
    /// # Safety
    /// What `vin`, `enterprise_number` and `work_description` point to may be read, and stays as it is while the facts
    /// are used.
    unsafe fn read<'a>(&self) -> Result<submission::Facts<'a>, Refusal> {
        let Self {
            size: _,
            policy,
            vin,
            vin_length,
            start,
            reading_km,
            has_reading_km,
            damage_reading_km,
            has_damage_reading_km,
            repair_reading_km,
            has_repair_reading_km,
            reading_source,
            has_reading_source,
            first_registration,
            has_first_registration,
            odometer_replaced,
            enterprise_number,
            enterprise_number_length,
            work_description,
            work_description_length,
            has_work_description,
            account,
        } = *self;
        // SAFETY: asked of the caller.
        unsafe {
            Ok(submission::Facts {
                policy: value::one_of("policy", policy)?,
                vin: Vin::new(value::text("vin", vin, vin_length)?),
                start: start.read()?,
                reading_km: value::known("reading_km", has_reading_km, |field| value::reading(field, reading_km))?,
                damage_reading_km: value::known("damage_reading_km", has_damage_reading_km, |field| {
                    value::reading(field, damage_reading_km)
                })?,
                repair_reading_km: value::known("repair_reading_km", has_repair_reading_km, |field| {
                    value::reading(field, repair_reading_km)
                })?,
                reading_source: value::known("reading_source", has_reading_source, |field| {
                    value::one_of(field, reading_source)
                })?
                .unwrap_or_default(),
                first_registration: value::known("first_registration", has_first_registration, |field| {
                    value::date(field, first_registration)
                })?,
                enterprise_number: value::text("enterprise_number", enterprise_number, enterprise_number_length)?,
                odometer_replaced: value::flag("odometer_replaced", odometer_replaced)?,
                work_description: value::known("work_description", has_work_description, |field| {
                    value::text(field, work_description, work_description_length)
                })?,
                account: account.read()?,
            })
        }
    }
}

/// What `car_pass.submission` answers; its outcome is what is sent. It has no rows and no reasons.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_submission_result {
    /// None: 0.
    pub row: i32,
    /// None: 0.
    pub because: u32,
    /// Bits DMS_CAR_PASS_SUBMISSION_ADVISORY_*.
    pub advisories: u32,
    /// The odometer reading, in km.
    pub reading_km: i32,
    /// Which reading that is: DMS_CAR_PASS_SUBMISSION_ORIGIN_*.
    pub reading_origin: i32,
    /// The day on which work began.
    pub start_of_work: i32,
    /// The time of day at which it began, HHMMSS.
    pub start_of_work_time: i32,
    /// Whether it is known.
    pub has_start_of_work_time: i32,
    /// The day of the vehicle's first registration.
    pub first_registration: i32,
    /// Whether it is known.
    pub has_first_registration: i32,
    /// 1 where the odometer was replaced during this job.
    pub odometer_replaced: i32,
    /// Whether what was done to the vehicle is described.
    pub has_work_description: i32,
    /// What was done to the vehicle. It points into the facts, and is NULL where there is none.
    pub work_description: *const c_char,
    /// Its length in bytes.
    pub work_description_length: usize,
    /// The VIN, normalised.
    pub vin: [c_char; DMS_CAR_PASS_SUBMISSION_VIN_SIZE],
    /// The firm's enterprise number: ten digits.
    pub enterprise_number: [c_char; DMS_CAR_PASS_SUBMISSION_ENTERPRISE_NUMBER_SIZE],
}

/// Decides `car_pass.submission`. DMS_STATUS_MISSING_FIELD or DMS_STATUS_UNKNOWN_VALUE with the first of the faults.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_submission(
    facts: *const dms_car_pass_submission_facts,
    result: *mut dms_car_pass_submission_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = submission::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = SUBMISSION.fired(&decision);
            let submission::Outcome {
                vin,
                reading_km,
                reading_origin,
                start_of_work: submission::StartOfWork { date, time },
                first_registration,
                enterprise_number,
                odometer_replaced,
                work_description,
            } = decision.outcome;
            let (text, length) = value::echoed(work_description);
            Ok(dms_car_pass_submission_result {
                row,
                because,
                advisories,
                reading_km: reading_km.get() as i32,
                reading_origin: number::of(reading_origin),
                start_of_work: value::yyyymmdd(date),
                start_of_work_time: time.map_or(0, value::hhmmss),
                has_start_of_work_time: time.is_some().into(),
                first_registration: first_registration.map_or(0, value::yyyymmdd),
                has_first_registration: first_registration.is_some().into(),
                odometer_replaced: odometer_replaced.into(),
                has_work_description: work_description.is_some().into(),
                work_description: text,
                work_description_length: length,
                vin: fixed(vin.as_str().unwrap_or_default()),
                enterprise_number: fixed(enterprise_number.as_str()),
            })
        })
    }
}

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
        guard(error, &mut || {
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
