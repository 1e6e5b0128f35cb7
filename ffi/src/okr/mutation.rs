//! OKR.MUTATION (Netherlands): is a changed reading forwarded at once, without an invoice?

use dms_rules::okr::mutation;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Do not forward it now.
pub const DMS_OKR_MUTATION_OUTCOME_HOLD: i32 = 1;
/// Ask a person whether the reading is right, then forward it.
pub const DMS_OKR_MUTATION_OUTCOME_ASK_FIRST: i32 = 2;
/// Forward it.
pub const DMS_OKR_MUTATION_OUTCOME_FORWARD: i32 = 3;

/// Row `not_always`.
pub const DMS_OKR_MUTATION_ROW_NOT_ALWAYS: i32 = 1;
/// Row `reading_unchanged`.
pub const DMS_OKR_MUTATION_ROW_READING_UNCHANGED: i32 = 2;
/// Row `deviation_exceeds_limit`.
pub const DMS_OKR_MUTATION_ROW_DEVIATION_EXCEEDS_LIMIT: i32 = 3;
/// Row `forward`.
pub const DMS_OKR_MUTATION_ROW_FORWARD: i32 = 4;

/// The mode is another than `always`.
pub const DMS_OKR_MUTATION_BECAUSE_NOT_ALWAYS: u32 = 1 << 0;
/// The last reading is known and is the same.
pub const DMS_OKR_MUTATION_BECAUSE_READING_UNCHANGED: u32 = 1 << 1;
/// The reading differs by more than 100,000 km from the last.
pub const DMS_OKR_MUTATION_BECAUSE_DEVIATION_EXCEEDS_LIMIT: u32 = 1 << 2;

/// The reading is 1 to 99 km below the last.
pub const DMS_OKR_MUTATION_ADVISORY_READING_LOWER: u32 = 1 << 0;
/// The reading is 100 km or more below the last: the register sees a broken trend.
pub const DMS_OKR_MUTATION_ADVISORY_READING_BREAKS_TREND: u32 = 1 << 1;

mirrored!(mutation::Outcome {
    Hold => DMS_OKR_MUTATION_OUTCOME_HOLD,
    AskFirst => DMS_OKR_MUTATION_OUTCOME_ASK_FIRST,
    Forward => DMS_OKR_MUTATION_OUTCOME_FORWARD,
});

pub(crate) static MUTATION: Numbers = Numbers::new(
    &mutation::TABLE,
    const { texts::of::<{ texts::size(&mutation::TABLE) }>(&mutation::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("not_always", DMS_OKR_MUTATION_ROW_NOT_ALWAYS),
            ("reading_unchanged", DMS_OKR_MUTATION_ROW_READING_UNCHANGED),
            ("deviation_exceeds_limit", DMS_OKR_MUTATION_ROW_DEVIATION_EXCEEDS_LIMIT),
            ("forward", DMS_OKR_MUTATION_ROW_FORWARD),
        ],
        because: &[
            ("not_always", DMS_OKR_MUTATION_BECAUSE_NOT_ALWAYS),
            ("reading_unchanged", DMS_OKR_MUTATION_BECAUSE_READING_UNCHANGED),
            ("deviation_exceeds_limit", DMS_OKR_MUTATION_BECAUSE_DEVIATION_EXCEEDS_LIMIT),
        ],
        advisories: &[
            ("reading_lower", DMS_OKR_MUTATION_ADVISORY_READING_LOWER),
            ("reading_breaks_trend", DMS_OKR_MUTATION_ADVISORY_READING_BREAKS_TREND),
        ],
    },
);

/// The facts of `okr.mutation`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_okr_mutation_facts {
    /// The size of this struct.
    pub size: u32,
    /// The setting: when readings are forwarded, DMS_OKR_MODE_*.
    pub mode: i32,
    /// The reading entered, in km.
    pub entered_reading_km: i32,
    /// The last reading known for the vehicle, in km.
    pub last_reading_km: i32,
    /// Whether one is known.
    pub has_last_reading_km: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_okr_mutation_facts {}

impl dms_okr_mutation_facts {
    fn read(&self) -> Result<mutation::Facts, Refusal> {
        let Self { size: _, mode, entered_reading_km, last_reading_km, has_last_reading_km } = *self;
        Ok(mutation::Facts {
            mode: value::one_of("mode", mode)?,
            entered_reading_km: value::reading("entered_reading_km", entered_reading_km)?,
            last_reading_km: value::known("last_reading_km", has_last_reading_km, |field| {
                value::reading(field, last_reading_km)
            })?,
        })
    }
}

/// What `okr.mutation` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_okr_mutation_result {
    /// DMS_OKR_MUTATION_OUTCOME_*.
    pub outcome: i32,
    /// DMS_OKR_MUTATION_ROW_*.
    pub row: i32,
    /// Bits DMS_OKR_MUTATION_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_OKR_MUTATION_ADVISORY_*.
    pub advisories: u32,
}

/// Decides `okr.mutation`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_okr_mutation(
    facts: *const dms_okr_mutation_facts,
    result: *mut dms_okr_mutation_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = mutation::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = MUTATION.fired(&decision);
            Ok(dms_okr_mutation_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
