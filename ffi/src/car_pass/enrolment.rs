//! CAR_PASS.ENROLMENT (Belgium): does a dossier enter the Car-Pass list?

use std::ffi::c_char;

use dms_rules::car_pass::enrolment;
use dms_rules::value::Vin;

use crate::call::{Facts, decide, decide_each};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Saving the dossier.
pub const DMS_CAR_PASS_ENROLMENT_TRIGGER_AUTOMATIC: i32 = 1;
/// The Car-Pass button in the vehicle's details.
pub const DMS_CAR_PASS_ENROLMENT_TRIGGER_MANUAL: i32 = 2;

/// It enters the list.
pub const DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED: i32 = 1;
/// It does not.
pub const DMS_CAR_PASS_ENROLMENT_OUTCOME_NOT_ENROLLED: i32 = 2;

/// The work of the dossier has not begun.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_WORK_NOT_STARTED: u32 = 1 << 0;
/// The VIN has more than 17 characters.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_VIN_TOO_LONG: u32 = 1 << 1;
/// The dossier was transmitted to Car-Pass before.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_ALREADY_TRANSMITTED: u32 = 1 << 2;
/// The dossier is part of a merger of dossiers.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_MERGED: u32 = 1 << 3;
/// The dossier number is not above 0.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_INTERNAL_DOSSIER: u32 = 1 << 4;
/// The VAT register is used and the box for the VAT number is not ticked.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_VAT_NUMBER_NOT_TICKED: u32 = 1 << 5;
/// The dossier has no owner.
pub const DMS_CAR_PASS_ENROLMENT_BECAUSE_NO_OWNER: u32 = 1 << 6;

/// Enrolled by hand although: the work of the dossier has not begun.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_WORK_NOT_STARTED: u32 = 1 << 0;
/// Enrolled by hand although: the VIN has more than 17 characters.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_VIN_TOO_LONG: u32 = 1 << 1;
/// Enrolled by hand although: the dossier was transmitted to Car-Pass before.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_ALREADY_TRANSMITTED: u32 = 1 << 2;
/// Enrolled by hand although: the dossier is part of a merger of dossiers.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_MERGED: u32 = 1 << 3;
/// Enrolled by hand although: the dossier number is not above 0.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_DOSSIER: u32 = 1 << 4;
/// Enrolled by hand although: the VAT register is used and the box for the VAT number is not ticked.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_VAT_NUMBER_NOT_TICKED: u32 = 1 << 5;
/// Enrolled by hand although: the dossier has no owner.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_NO_OWNER: u32 = 1 << 6;
/// The dossier is internal; the duty to report knows no exemption for it.
pub const DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_WORK_REPORTABLE: u32 = 1 << 7;

mirrored!(enrolment::Trigger {
    Automatic => DMS_CAR_PASS_ENROLMENT_TRIGGER_AUTOMATIC,
    Manual => DMS_CAR_PASS_ENROLMENT_TRIGGER_MANUAL,
});

mirrored!(enrolment::Outcome {
    Enrolled => DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED,
    NotEnrolled => DMS_CAR_PASS_ENROLMENT_OUTCOME_NOT_ENROLLED,
});

pub(crate) static ENROLMENT: Numbers = Numbers::new(
    &enrolment::TABLE,
    const { texts::of::<{ texts::size(&enrolment::TABLE) }>(&enrolment::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("work_not_started", DMS_CAR_PASS_ENROLMENT_BECAUSE_WORK_NOT_STARTED),
            ("vin_too_long", DMS_CAR_PASS_ENROLMENT_BECAUSE_VIN_TOO_LONG),
            ("already_transmitted", DMS_CAR_PASS_ENROLMENT_BECAUSE_ALREADY_TRANSMITTED),
            ("merged", DMS_CAR_PASS_ENROLMENT_BECAUSE_MERGED),
            ("internal_dossier", DMS_CAR_PASS_ENROLMENT_BECAUSE_INTERNAL_DOSSIER),
            ("vat_number_not_ticked", DMS_CAR_PASS_ENROLMENT_BECAUSE_VAT_NUMBER_NOT_TICKED),
            ("no_owner", DMS_CAR_PASS_ENROLMENT_BECAUSE_NO_OWNER),
        ],
        advisories: &[
            ("work_not_started", DMS_CAR_PASS_ENROLMENT_ADVISORY_WORK_NOT_STARTED),
            ("vin_too_long", DMS_CAR_PASS_ENROLMENT_ADVISORY_VIN_TOO_LONG),
            ("already_transmitted", DMS_CAR_PASS_ENROLMENT_ADVISORY_ALREADY_TRANSMITTED),
            ("merged", DMS_CAR_PASS_ENROLMENT_ADVISORY_MERGED),
            ("internal_dossier", DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_DOSSIER),
            ("vat_number_not_ticked", DMS_CAR_PASS_ENROLMENT_ADVISORY_VAT_NUMBER_NOT_TICKED),
            ("no_owner", DMS_CAR_PASS_ENROLMENT_ADVISORY_NO_OWNER),
            ("internal_work_reportable", DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_WORK_REPORTABLE),
        ],
    },
);

/// The facts of `car_pass.enrolment`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_enrolment_facts {
    /// The size of this struct.
    pub size: u32,
    /// What set the enrolment off: DMS_CAR_PASS_ENROLMENT_TRIGGER_*.
    pub trigger: i32,
    /// Yes or no: the work of the dossier has begun.
    pub work_started: i32,
    /// The VIN as entered; may be empty.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
    /// Yes or no: the dossier was transmitted to Car-Pass before.
    pub already_transmitted: i32,
    /// Yes or no: the dossier is part of a merger of dossiers.
    pub merged: i32,
    /// The dossier number; internal dossiers have none above 0.
    pub dossier_number: i64,
    /// Yes or no: the firm uses the VAT register.
    pub vat_register_used: i32,
    /// Yes or no: the box for the VAT number is ticked; matters only where the VAT register is used.
    pub vat_number_ticked: i32,
    /// Yes or no: the dossier has an owner. (A fact, not the flag of another member.)
    pub has_owner: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_enrolment_facts {}

impl dms_car_pass_enrolment_facts {
    /// # Safety
    /// What `vin` points to may be read.
    unsafe fn read(&self) -> Result<enrolment::Facts, Refusal> {
        let Self {
            size: _,
            trigger,
            work_started,
            vin,
            vin_length,
            already_transmitted,
            merged,
            dossier_number,
            vat_register_used,
            vat_number_ticked,
            has_owner,
        } = *self;
        Ok(enrolment::Facts {
            trigger: value::one_of("trigger", trigger)?,
            work_started: value::flag("work_started", work_started)?,
            // SAFETY: asked of the caller.
            vin: Vin::new(unsafe { value::text("vin", vin, vin_length) }?),
            already_transmitted: value::flag("already_transmitted", already_transmitted)?,
            merged: value::flag("merged", merged)?,
            dossier_number,
            vat_register_used: value::flag("vat_register_used", vat_register_used)?,
            vat_number_ticked: value::flag("vat_number_ticked", vat_number_ticked)?,
            has_owner: value::flag("has_owner", has_owner)?,
        })
    }
}

/// What `car_pass.enrolment` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_enrolment_result {
    /// DMS_CAR_PASS_ENROLMENT_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_CAR_PASS_ENROLMENT_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_CAR_PASS_ENROLMENT_ADVISORY_*.
    pub advisories: u32,
}

/// Decides `car_pass.enrolment`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_enrolment(
    facts: *const dms_car_pass_enrolment_facts,
    result: *mut dms_car_pass_enrolment_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, |facts| answer(facts)) }
}

/// Decides `car_pass.enrolment` for each of `count` rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_enrolment_batch(
    facts: *const dms_car_pass_enrolment_facts,
    count: usize,
    results: *mut dms_car_pass_enrolment_result,
    statuses: *mut i32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide_each(facts, count, results, statuses, error, |facts| answer(facts)) }
}

/// # Safety
/// What `vin` points to may be read.
unsafe fn answer(facts: &dms_car_pass_enrolment_facts) -> Result<dms_car_pass_enrolment_result, Refusal> {
    // SAFETY: asked here too.
    let decision = enrolment::decide(&unsafe { facts.read() }?)?;
    let Fired { row, because, advisories } = ENROLMENT.fired(&decision);
    Ok(dms_car_pass_enrolment_result { outcome: number::of(decision.outcome), row, because, advisories })
}
