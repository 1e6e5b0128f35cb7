//! CAR_PASS.INVOICING (Belgium): may the job be invoiced?

use dms_rules::car_pass::invoicing;

use super::state::dms_car_pass_state;
use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// It may.
pub const DMS_CAR_PASS_INVOICING_OUTCOME_ALLOWED: i32 = 1;
/// The invoice may be saved as a draft.
pub const DMS_CAR_PASS_INVOICING_OUTCOME_DRAFT_ONLY: i32 = 2;
/// It may not.
pub const DMS_CAR_PASS_INVOICING_OUTCOME_BLOCKED: i32 = 3;

/// Row `settled`.
pub const DMS_CAR_PASS_INVOICING_ROW_SETTLED: i32 = 1;
/// Row `draft_only`.
pub const DMS_CAR_PASS_INVOICING_ROW_DRAFT_ONLY: i32 = 2;
/// Row `question_open`.
pub const DMS_CAR_PASS_INVOICING_ROW_QUESTION_OPEN: i32 = 3;
/// Row `not_submitted`.
pub const DMS_CAR_PASS_INVOICING_ROW_NOT_SUBMITTED: i32 = 4;

/// The Car-Pass of the job is in order.
pub const DMS_CAR_PASS_INVOICING_BECAUSE_SETTLED: u32 = 1 << 0;
/// The invoice stands alone.
pub const DMS_CAR_PASS_INVOICING_BECAUSE_DRAFT_ONLY: u32 = 1 << 1;
/// An error that Car-Pass answered with is still open.
pub const DMS_CAR_PASS_INVOICING_BECAUSE_QUESTION_OPEN: u32 = 1 << 2;
/// The Car-Pass has not been sent.
pub const DMS_CAR_PASS_INVOICING_BECAUSE_NOT_SUBMITTED: u32 = 1 << 3;

mirrored!(invoicing::Outcome {
    Allowed => DMS_CAR_PASS_INVOICING_OUTCOME_ALLOWED,
    DraftOnly => DMS_CAR_PASS_INVOICING_OUTCOME_DRAFT_ONLY,
    Blocked => DMS_CAR_PASS_INVOICING_OUTCOME_BLOCKED,
});

pub(crate) static INVOICING: Numbers = Numbers::new(
    &invoicing::TABLE,
    const { texts::of::<{ texts::size(&invoicing::TABLE) }>(&invoicing::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("settled", DMS_CAR_PASS_INVOICING_ROW_SETTLED),
            ("draft_only", DMS_CAR_PASS_INVOICING_ROW_DRAFT_ONLY),
            ("question_open", DMS_CAR_PASS_INVOICING_ROW_QUESTION_OPEN),
            ("not_submitted", DMS_CAR_PASS_INVOICING_ROW_NOT_SUBMITTED),
        ],
        because: &[
            ("settled", DMS_CAR_PASS_INVOICING_BECAUSE_SETTLED),
            ("draft_only", DMS_CAR_PASS_INVOICING_BECAUSE_DRAFT_ONLY),
            ("question_open", DMS_CAR_PASS_INVOICING_BECAUSE_QUESTION_OPEN),
            ("not_submitted", DMS_CAR_PASS_INVOICING_BECAUSE_NOT_SUBMITTED),
        ],
        advisories: &[],
    },
);

/// The facts of `car_pass.invoicing`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_invoicing_facts {
    /// The size of this struct.
    pub size: u32,
    /// The document that is to be invoiced: DMS_CAR_PASS_DOCUMENT_*.
    pub document: i32,
    /// How far the job's Car-Pass has come.
    pub state: dms_car_pass_state,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_invoicing_facts {}

impl dms_car_pass_invoicing_facts {
    /// # Safety
    /// What `state.reason` points to may be read, and stays as it is while the facts are used.
    unsafe fn read<'a>(&self) -> Result<invoicing::Facts<'a>, Refusal> {
        let Self { size: _, document, state } = *self;
        // SAFETY: asked of the caller.
        Ok(invoicing::Facts { state: unsafe { state.read() }?, document: value::one_of("document", document)? })
    }
}

/// What `car_pass.invoicing` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_invoicing_result {
    /// DMS_CAR_PASS_INVOICING_OUTCOME_*.
    pub outcome: i32,
    /// DMS_CAR_PASS_INVOICING_ROW_*.
    pub row: i32,
    /// Bits DMS_CAR_PASS_INVOICING_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `car_pass.invoicing`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_invoicing(
    facts: *const dms_car_pass_invoicing_facts,
    result: *mut dms_car_pass_invoicing_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = invoicing::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = INVOICING.fired(&decision);
            Ok(dms_car_pass_invoicing_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
