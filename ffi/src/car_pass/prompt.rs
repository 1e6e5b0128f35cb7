//! CAR_PASS.PROMPT (Belgium): on saving, does the program offer to send?

use std::ffi::c_char;

use dms_rules::car_pass::prompt;
use dms_rules::value::Vin;

use super::state::dms_car_pass_state;
use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Nothing: the Car-Pass is in order.
pub const DMS_CAR_PASS_PROMPT_OUTCOME_NOTHING_TO_DO: i32 = 1;
/// Nothing: the reading is sent from the work order or the claim file.
pub const DMS_CAR_PASS_PROMPT_OUTCOME_SEND_FROM_JOB_DOCUMENT: i32 = 2;
/// Nothing yet: something is missing or wrong.
pub const DMS_CAR_PASS_PROMPT_OUTCOME_NOT_YET: i32 = 3;
/// It offers to send the reading.
pub const DMS_CAR_PASS_PROMPT_OUTCOME_OFFER_TO_SEND: i32 = 4;

/// Row `settled`.
pub const DMS_CAR_PASS_PROMPT_ROW_SETTLED: i32 = 1;
/// Row `wrong_document`.
pub const DMS_CAR_PASS_PROMPT_ROW_WRONG_DOCUMENT: i32 = 2;
/// Row `not_ready`.
pub const DMS_CAR_PASS_PROMPT_ROW_NOT_READY: i32 = 3;
/// Row `offer`.
pub const DMS_CAR_PASS_PROMPT_ROW_OFFER: i32 = 4;

/// The Car-Pass of the job is in order.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_SETTLED: u32 = 1 << 0;
/// It is an invoice, and the firm works with work orders or claim files.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_WRONG_DOCUMENT: u32 = 1 << 1;
/// No VIN was entered.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_VIN_MISSING: u32 = 1 << 2;
/// The VIN is too long or has a character that cannot stand in one.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_VIN_INVALID: u32 = 1 << 3;
/// The reading is not known.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_READING_MISSING: u32 = 1 << 4;
/// The day on which work began is not known.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_MISSING: u32 = 1 << 5;
/// That day lies in the future.
pub const DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_IN_FUTURE: u32 = 1 << 6;

mirrored!(prompt::Outcome {
    NothingToDo => DMS_CAR_PASS_PROMPT_OUTCOME_NOTHING_TO_DO,
    SendFromJobDocument => DMS_CAR_PASS_PROMPT_OUTCOME_SEND_FROM_JOB_DOCUMENT,
    NotYet => DMS_CAR_PASS_PROMPT_OUTCOME_NOT_YET,
    OfferToSend => DMS_CAR_PASS_PROMPT_OUTCOME_OFFER_TO_SEND,
});

pub(crate) static PROMPT: Numbers = Numbers::new(
    &prompt::TABLE,
    const { texts::of::<{ texts::size(&prompt::TABLE) }>(&prompt::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("settled", DMS_CAR_PASS_PROMPT_ROW_SETTLED),
            ("wrong_document", DMS_CAR_PASS_PROMPT_ROW_WRONG_DOCUMENT),
            ("not_ready", DMS_CAR_PASS_PROMPT_ROW_NOT_READY),
            ("offer", DMS_CAR_PASS_PROMPT_ROW_OFFER),
        ],
        because: &[
            ("settled", DMS_CAR_PASS_PROMPT_BECAUSE_SETTLED),
            ("wrong_document", DMS_CAR_PASS_PROMPT_BECAUSE_WRONG_DOCUMENT),
            ("vin_missing", DMS_CAR_PASS_PROMPT_BECAUSE_VIN_MISSING),
            ("vin_invalid", DMS_CAR_PASS_PROMPT_BECAUSE_VIN_INVALID),
            ("reading_missing", DMS_CAR_PASS_PROMPT_BECAUSE_READING_MISSING),
            ("start_of_work_missing", DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_MISSING),
            ("start_of_work_in_future", DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_IN_FUTURE),
        ],
        advisories: &[],
    },
);

/// The facts of `car_pass.prompt`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_prompt_facts {
    /// The size of this struct.
    pub size: u32,
    /// Today.
    pub today: i32,
    /// The VIN as entered; may be empty.
    pub vin: *const c_char,
    /// Its length in bytes.
    pub vin_length: usize,
    /// The reading of the job, in km.
    pub reading_km: i32,
    /// Whether it is known.
    pub has_reading_km: i32,
    /// The day on which work began.
    pub start_of_work: i32,
    /// Whether it is known.
    pub has_start_of_work: i32,
    /// The document that is saved: DMS_CAR_PASS_DOCUMENT_*.
    pub document: i32,
    /// Yes or no: the firm works with work orders or claim files.
    pub uses_job_documents: i32,
    /// How far the job's Car-Pass has come.
    pub state: dms_car_pass_state,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_prompt_facts {}

impl dms_car_pass_prompt_facts {
    /// # Safety
    /// What `vin` and `state.reason` point to may be read, and stays as it is while the facts are used.
    unsafe fn read<'a>(&self) -> Result<prompt::Facts<'a>, Refusal> {
        let Self {
            size: _,
            today,
            vin,
            vin_length,
            reading_km,
            has_reading_km,
            start_of_work,
            has_start_of_work,
            document,
            uses_job_documents,
            state,
        } = *self;
        Ok(prompt::Facts {
            // SAFETY: asked of the caller.
            vin: Vin::new(unsafe { value::text("vin", vin, vin_length) }?),
            today: value::date("today", today)?,
            reading_km: value::known("reading_km", has_reading_km, |field| value::reading(field, reading_km))?,
            start_of_work: value::known("start_of_work", has_start_of_work, |field| value::date(field, start_of_work))?,
            document: value::one_of("document", document)?,
            uses_job_documents: value::flag("uses_job_documents", uses_job_documents)?,
            // SAFETY: asked of the caller.
            state: unsafe { state.read() }?,
        })
    }
}

/// What `car_pass.prompt` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_prompt_result {
    /// DMS_CAR_PASS_PROMPT_OUTCOME_*.
    pub outcome: i32,
    /// DMS_CAR_PASS_PROMPT_ROW_*.
    pub row: i32,
    /// Bits DMS_CAR_PASS_PROMPT_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `car_pass.prompt`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_prompt(
    facts: *const dms_car_pass_prompt_facts,
    result: *mut dms_car_pass_prompt_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = prompt::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = PROMPT.fired(&decision);
            Ok(dms_car_pass_prompt_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
