//! CAR_PASS.READINESS (Belgium): may the reading be sent, or is its row red?

use std::ffi::c_char;

use dms_rules::car_pass::readiness;
use dms_rules::value::Vin;

use crate::call::{Facts, decide, decide_each};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// A work order.
pub const DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER: i32 = 1;
/// A body shop's claim file.
pub const DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE: i32 = 2;

/// It may be sent.
pub const DMS_CAR_PASS_READINESS_OUTCOME_READY: i32 = 1;
/// Its row is red.
pub const DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED: i32 = 2;

/// No VIN was entered.
pub const DMS_CAR_PASS_READINESS_BECAUSE_VIN_MISSING: u32 = 1 << 0;
/// The VIN is too long or has a character that cannot stand in one.
pub const DMS_CAR_PASS_READINESS_BECAUSE_VIN_INVALID: u32 = 1 << 1;
/// Work order: the reading is not known.
pub const DMS_CAR_PASS_READINESS_BECAUSE_READING_MISSING: u32 = 1 << 2;
/// Work order: the day on which work began is not known.
pub const DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_MISSING: u32 = 1 << 3;
/// Work order: that day lies in the future.
pub const DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_IN_FUTURE: u32 = 1 << 4;
/// Claim file: the reading when the damage was done is not known.
pub const DMS_CAR_PASS_READINESS_BECAUSE_DAMAGE_READING_MISSING: u32 = 1 << 5;
/// Claim file: the reading when it was repaired is not known.
pub const DMS_CAR_PASS_READINESS_BECAUSE_REPAIR_READING_MISSING: u32 = 1 << 6;

/// The VIN has fewer than 17 characters.
pub const DMS_CAR_PASS_READINESS_ADVISORY_SHORT_VIN: u32 = 1 << 0;
/// Work order: work began more than 5 days ago.
pub const DMS_CAR_PASS_READINESS_ADVISORY_LATE_REPORT: u32 = 1 << 1;

mirrored!(readiness::Policy {
    WorkOrder => DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER,
    ClaimFile => DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE,
});

mirrored!(readiness::Outcome {
    Ready => DMS_CAR_PASS_READINESS_OUTCOME_READY,
    Blocked => DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED,
});

pub(crate) static READINESS: Numbers = Numbers::new(
    &readiness::TABLE,
    const { texts::of::<{ texts::size(&readiness::TABLE) }>(&readiness::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("vin_missing", DMS_CAR_PASS_READINESS_BECAUSE_VIN_MISSING),
            ("vin_invalid", DMS_CAR_PASS_READINESS_BECAUSE_VIN_INVALID),
            ("reading_missing", DMS_CAR_PASS_READINESS_BECAUSE_READING_MISSING),
            ("start_of_work_missing", DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_MISSING),
            ("start_of_work_in_future", DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_IN_FUTURE),
            ("damage_reading_missing", DMS_CAR_PASS_READINESS_BECAUSE_DAMAGE_READING_MISSING),
            ("repair_reading_missing", DMS_CAR_PASS_READINESS_BECAUSE_REPAIR_READING_MISSING),
        ],
        advisories: &[
            ("short_vin", DMS_CAR_PASS_READINESS_ADVISORY_SHORT_VIN),
            ("late_report", DMS_CAR_PASS_READINESS_ADVISORY_LATE_REPORT),
        ],
    },
);

/// The facts of `car_pass.readiness`. A policy that does not use a fact ignores it, once it is well-formed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_readiness_facts {
    /// The size of this struct.
    pub size: u32,
    /// Which kind of file the readings come from: DMS_CAR_PASS_READINESS_POLICY_*.
    pub policy: i32,
    /// The VIN as entered; may be empty.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
    /// Today.
    pub today: i32,
    /// Work order: the reading, in km.
    pub reading_km: i32,
    /// Whether it is known.
    pub has_reading_km: i32,
    /// Work order: the day on which work began.
    pub start_of_work: i32,
    /// Whether it is known.
    pub has_start_of_work: i32,
    /// Claim file: the reading when the damage was done, in km.
    pub damage_reading_km: i32,
    /// Whether it is known.
    pub has_damage_reading_km: i32,
    /// Claim file: the reading when it was repaired, in km.
    pub repair_reading_km: i32,
    /// Whether it is known.
    pub has_repair_reading_km: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_readiness_facts {}

impl dms_car_pass_readiness_facts {
    /// # Safety
    /// What `vin` points to may be read.
    unsafe fn read(&self) -> Result<readiness::Facts, Refusal> {
        let Self {
            size: _,
            policy,
            vin,
            vin_length,
            today,
            reading_km,
            has_reading_km,
            start_of_work,
            has_start_of_work,
            damage_reading_km,
            has_damage_reading_km,
            repair_reading_km,
            has_repair_reading_km,
        } = *self;
        Ok(readiness::Facts {
            policy: value::one_of("policy", policy)?,
            // SAFETY: asked of the caller.
            vin: Vin::new(unsafe { value::text("vin", vin, vin_length) }?),
            today: value::date("today", today)?,
            reading_km: value::known("reading_km", has_reading_km, |field| value::reading(field, reading_km))?,
            start_of_work: value::known("start_of_work", has_start_of_work, |field| value::date(field, start_of_work))?,
            damage_reading_km: value::known("damage_reading_km", has_damage_reading_km, |field| {
                value::reading(field, damage_reading_km)
            })?,
            repair_reading_km: value::known("repair_reading_km", has_repair_reading_km, |field| {
                value::reading(field, repair_reading_km)
            })?,
        })
    }
}

/// What `car_pass.readiness` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_readiness_result {
    /// DMS_CAR_PASS_READINESS_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_CAR_PASS_READINESS_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_CAR_PASS_READINESS_ADVISORY_*.
    pub advisories: u32,
}

/// Decides `car_pass.readiness`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_readiness(
    facts: *const dms_car_pass_readiness_facts,
    result: *mut dms_car_pass_readiness_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, |facts| answer(facts)) }
}

/// Decides `car_pass.readiness` for each of `count` rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_readiness_batch(
    facts: *const dms_car_pass_readiness_facts,
    count: usize,
    results: *mut dms_car_pass_readiness_result,
    statuses: *mut i32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide_each(facts, count, results, statuses, error, |facts| answer(facts)) }
}

/// # Safety
/// What `vin` points to may be read.
unsafe fn answer(facts: &dms_car_pass_readiness_facts) -> Result<dms_car_pass_readiness_result, Refusal> {
    // SAFETY: asked here too.
    let decision = readiness::decide(&unsafe { facts.read() }?)?;
    let Fired { row, because, advisories } = READINESS.fired(&decision);
    Ok(dms_car_pass_readiness_result { outcome: number::of(decision.outcome), row, because, advisories })
}
