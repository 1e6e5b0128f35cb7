//! INSPECTION.SOURCES (Austria): does the register get its data in one way only?

use dms_rules::inspection::sources;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// The register has one source.
pub const DMS_INSPECTION_SOURCES_OUTCOME_OK: i32 = 1;
/// It has two, and would enter inspections twice.
pub const DMS_INSPECTION_SOURCES_OUTCOME_CONFLICT: i32 = 2;
/// It has none.
pub const DMS_INSPECTION_SOURCES_OUTCOME_NONE: i32 = 3;

/// Row `two_sources`.
pub const DMS_INSPECTION_SOURCES_ROW_TWO_SOURCES: i32 = 1;
/// Row `no_source`.
pub const DMS_INSPECTION_SOURCES_ROW_NO_SOURCE: i32 = 2;
/// Row `one_source`.
pub const DMS_INSPECTION_SOURCES_ROW_ONE_SOURCE: i32 = 3;

/// The data come from EBV and from invoicing.
pub const DMS_INSPECTION_SOURCES_BECAUSE_TWO_SOURCES: u32 = 1 << 0;
/// They come from neither.
pub const DMS_INSPECTION_SOURCES_BECAUSE_NO_SOURCE: u32 = 1 << 1;

mirrored!(sources::Outcome {
    Ok => DMS_INSPECTION_SOURCES_OUTCOME_OK,
    Conflict => DMS_INSPECTION_SOURCES_OUTCOME_CONFLICT,
    None => DMS_INSPECTION_SOURCES_OUTCOME_NONE,
});

pub(crate) static SOURCES: Numbers = Numbers::new(
    &sources::TABLE,
    const { texts::of::<{ texts::size(&sources::TABLE) }>(&sources::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("two_sources", DMS_INSPECTION_SOURCES_ROW_TWO_SOURCES),
            ("no_source", DMS_INSPECTION_SOURCES_ROW_NO_SOURCE),
            ("one_source", DMS_INSPECTION_SOURCES_ROW_ONE_SOURCE),
        ],
        because: &[
            ("two_sources", DMS_INSPECTION_SOURCES_BECAUSE_TWO_SOURCES),
            ("no_source", DMS_INSPECTION_SOURCES_BECAUSE_NO_SOURCE),
        ],
        advisories: &[],
    },
);

/// The facts of `inspection.sources`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_inspection_sources_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the register takes over the reports of EBV.
    pub from_ebv: i32,
    /// Yes or no: the register takes over entries from invoicing.
    pub from_invoicing: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_inspection_sources_facts {}

impl dms_inspection_sources_facts {
    fn read(&self) -> Result<sources::Facts, Refusal> {
        let Self { size: _, from_ebv, from_invoicing } = *self;
        Ok(sources::Facts {
            from_ebv: value::flag("from_ebv", from_ebv)?,
            from_invoicing: value::flag("from_invoicing", from_invoicing)?,
        })
    }
}

/// What `inspection.sources` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_inspection_sources_result {
    /// DMS_INSPECTION_SOURCES_OUTCOME_*.
    pub outcome: i32,
    /// DMS_INSPECTION_SOURCES_ROW_*.
    pub row: i32,
    /// Bits DMS_INSPECTION_SOURCES_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `inspection.sources`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_inspection_sources(
    facts: *const dms_inspection_sources_facts,
    result: *mut dms_inspection_sources_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = sources::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = SOURCES.fired(&decision);
            Ok(dms_inspection_sources_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
