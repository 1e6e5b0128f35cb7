//! CAR_PASS.BADGE (Belgium): on clocking on to a job, does the program ask for the reading and send it?

use dms_rules::car_pass::badge;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Row `already_known`.
pub const DMS_CAR_PASS_BADGE_ROW_ALREADY_KNOWN: i32 = 1;
/// Row `prompt_disabled`.
pub const DMS_CAR_PASS_BADGE_ROW_PROMPT_DISABLED: i32 = 2;
/// Row `ask_and_submit`.
pub const DMS_CAR_PASS_BADGE_ROW_ASK_AND_SUBMIT: i32 = 3;
/// Row `ask_only`.
pub const DMS_CAR_PASS_BADGE_ROW_ASK_ONLY: i32 = 4;

/// A reading was entered for this job.
pub const DMS_CAR_PASS_BADGE_BECAUSE_ALREADY_KNOWN: u32 = 1 << 0;
/// The settings do not ask for the reading at the badge.
pub const DMS_CAR_PASS_BADGE_BECAUSE_PROMPT_DISABLED: u32 = 1 << 1;
/// The settings send the reading from the badge.
pub const DMS_CAR_PASS_BADGE_BECAUSE_ASK_AND_SUBMIT: u32 = 1 << 2;

pub(crate) static BADGE: Numbers = Numbers::new(
    &badge::TABLE,
    const { texts::of::<{ texts::size(&badge::TABLE) }>(&badge::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("already_known", DMS_CAR_PASS_BADGE_ROW_ALREADY_KNOWN),
            ("prompt_disabled", DMS_CAR_PASS_BADGE_ROW_PROMPT_DISABLED),
            ("ask_and_submit", DMS_CAR_PASS_BADGE_ROW_ASK_AND_SUBMIT),
            ("ask_only", DMS_CAR_PASS_BADGE_ROW_ASK_ONLY),
        ],
        because: &[
            ("already_known", DMS_CAR_PASS_BADGE_BECAUSE_ALREADY_KNOWN),
            ("prompt_disabled", DMS_CAR_PASS_BADGE_BECAUSE_PROMPT_DISABLED),
            ("ask_and_submit", DMS_CAR_PASS_BADGE_BECAUSE_ASK_AND_SUBMIT),
        ],
        advisories: &[],
    },
);

/// The facts of `car_pass.badge`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_badge_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the setting "Km stand opvragen bij de badge".
    pub ask_reading_at_badge: i32,
    /// Yes or no: the setting "Carpass doorsturen bij de badge".
    pub submit_at_badge: i32,
    /// Yes or no: a reading was entered for this job.
    pub reading_known: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_car_pass_badge_facts {}

impl dms_car_pass_badge_facts {
    fn read(&self) -> Result<badge::Facts, Refusal> {
        let Self { size: _, ask_reading_at_badge, submit_at_badge, reading_known } = *self;
        Ok(badge::Facts {
            ask_reading_at_badge: value::flag("ask_reading_at_badge", ask_reading_at_badge)?,
            submit_at_badge: value::flag("submit_at_badge", submit_at_badge)?,
            reading_known: value::flag("reading_known", reading_known)?,
        })
    }
}

/// What `car_pass.badge` answers; its outcome is what the program does.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_badge_result {
    /// DMS_CAR_PASS_BADGE_ROW_*.
    pub row: i32,
    /// Bits DMS_CAR_PASS_BADGE_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// 1 where it asks for the odometer reading.
    pub ask_reading: i32,
    /// 1 where it sends the reading as soon as it is entered.
    pub submit_after_entry: i32,
}

/// Decides `car_pass.badge`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_badge(
    facts: *const dms_car_pass_badge_facts,
    result: *mut dms_car_pass_badge_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = badge::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = BADGE.fired(&decision);
            let badge::Outcome { ask_reading, submit_after_entry } = decision.outcome;
            Ok(dms_car_pass_badge_result {
                row,
                because,
                advisories,
                ask_reading: ask_reading.into(),
                submit_after_entry: submit_after_entry.into(),
            })
        })
    }
}
