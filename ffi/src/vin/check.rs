//! VIN.CHECK: is this a vehicle identification number?

use std::ffi::c_char;

use dms_rules::value::Vin;
use dms_rules::vin::check;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Nothing was entered.
pub const DMS_VIN_CHECK_OUTCOME_MISSING: i32 = 1;
/// Too long, or with a character that cannot stand in a VIN.
pub const DMS_VIN_CHECK_OUTCOME_INVALID: i32 = 2;
/// Fewer than 17 characters: a vehicle from before the standard.
pub const DMS_VIN_CHECK_OUTCOME_SHORT: i32 = 3;
/// Seventeen legal characters.
pub const DMS_VIN_CHECK_OUTCOME_VALID: i32 = 4;

/// Row `missing`.
pub const DMS_VIN_CHECK_ROW_MISSING: i32 = 1;
/// Row `too_long`.
pub const DMS_VIN_CHECK_ROW_TOO_LONG: i32 = 2;
/// Row `illegal_character`.
pub const DMS_VIN_CHECK_ROW_ILLEGAL_CHARACTER: i32 = 3;
/// Row `short`.
pub const DMS_VIN_CHECK_ROW_SHORT: i32 = 4;
/// Row `valid`.
pub const DMS_VIN_CHECK_ROW_VALID: i32 = 5;

/// Because nothing is left after normalising.
pub const DMS_VIN_CHECK_BECAUSE_MISSING: u32 = 1 << 0;
/// Because there are more than 17 characters.
pub const DMS_VIN_CHECK_BECAUSE_TOO_LONG: u32 = 1 << 1;
/// Because a character cannot stand in a VIN.
pub const DMS_VIN_CHECK_BECAUSE_ILLEGAL_CHARACTER: u32 = 1 << 2;
/// Because there are fewer than 17 characters.
pub const DMS_VIN_CHECK_BECAUSE_SHORT: u32 = 1 << 3;

/// The check digit of a North American VIN does not match.
pub const DMS_VIN_CHECK_ADVISORY_CHECK_DIGIT_MISMATCH: u32 = 1 << 0;

mirrored!(check::Outcome {
    Missing => DMS_VIN_CHECK_OUTCOME_MISSING,
    Invalid => DMS_VIN_CHECK_OUTCOME_INVALID,
    Short => DMS_VIN_CHECK_OUTCOME_SHORT,
    Valid => DMS_VIN_CHECK_OUTCOME_VALID,
});

pub(crate) static CHECK: Numbers = Numbers::new(
    &check::TABLE,
    const { texts::of::<{ texts::size(&check::TABLE) }>(&check::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("missing", DMS_VIN_CHECK_ROW_MISSING),
            ("too_long", DMS_VIN_CHECK_ROW_TOO_LONG),
            ("illegal_character", DMS_VIN_CHECK_ROW_ILLEGAL_CHARACTER),
            ("short", DMS_VIN_CHECK_ROW_SHORT),
            ("valid", DMS_VIN_CHECK_ROW_VALID),
        ],
        because: &[
            ("missing", DMS_VIN_CHECK_BECAUSE_MISSING),
            ("too_long", DMS_VIN_CHECK_BECAUSE_TOO_LONG),
            ("illegal_character", DMS_VIN_CHECK_BECAUSE_ILLEGAL_CHARACTER),
            ("short", DMS_VIN_CHECK_BECAUSE_SHORT),
        ],
        advisories: &[("check_digit_mismatch", DMS_VIN_CHECK_ADVISORY_CHECK_DIGIT_MISMATCH)],
    },
);

/// The facts of `vin.check`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_vin_check_facts {
    /// The size of this struct.
    pub size: u32,
    /// The number as entered; blanks, dashes and lower case are normalised.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_vin_check_facts {}

impl dms_vin_check_facts {
    /// # Safety
    /// What `vin` points to may be read.
    unsafe fn read(&self) -> Result<check::Facts, Refusal> {
        let Self { size: _, vin, vin_length } = *self;
        // SAFETY: asked of the caller.
        Ok(check::Facts { vin: Vin::new(unsafe { value::text("vin", vin, vin_length) }?) })
    }
}

/// What `vin.check` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_vin_check_result {
    /// DMS_VIN_CHECK_OUTCOME_*.
    pub outcome: i32,
    /// DMS_VIN_CHECK_ROW_*.
    pub row: i32,
    /// Bits DMS_VIN_CHECK_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_VIN_CHECK_ADVISORY_*.
    pub advisories: u32,
}

/// Decides `vin.check`. Any text can be judged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_vin_check(
    facts: *const dms_vin_check_facts,
    result: *mut dms_vin_check_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = check::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = CHECK.fired(&decision);
            Ok(dms_vin_check_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
