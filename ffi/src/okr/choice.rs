//! OKR.CHOICE (Netherlands): what does a person make of the preselected choice?

use dms_rules::okr::choice;

use super::option::{NUMBERS, dms_okr_option_facts};
use crate::call::{Facts, decide};
use crate::number::{self, Fired, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// 1: "Ja, tellerstand doorsturen".
pub const DMS_OKR_CHOICE_YES_FORWARD: i32 = 1;
/// 2: "Nee, APK-melding gedaan".
pub const DMS_OKR_CHOICE_NO_APK_REPORTED: i32 = 2;
/// 3: "Nee, tellerstand oud".
pub const DMS_OKR_CHOICE_NO_READING_OLD: i32 = 3;
/// 4: "Nee, fact. bedrag < 150".
pub const DMS_OKR_CHOICE_NO_AMOUNT_BELOW: i32 = 4;

mirrored!(choice::Choice {
    YesForward => DMS_OKR_CHOICE_YES_FORWARD,
    NoApkReported => DMS_OKR_CHOICE_NO_APK_REPORTED,
    NoReadingOld => DMS_OKR_CHOICE_NO_READING_OLD,
    NoAmountBelow => DMS_OKR_CHOICE_NO_AMOUNT_BELOW,
});

pub(crate) static CHOICE: Numbers = Numbers::new(
    &choice::TABLE,
    const { texts::of::<{ texts::size(&choice::TABLE) }>(&choice::TABLE) }.bytes(),
    &NUMBERS,
);

/// The facts of `okr.choice`: those of `okr.option`, and what the person chose.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_okr_choice_facts {
    /// The size of this struct.
    pub size: u32,
    /// The setting: when readings are forwarded, DMS_OKR_MODE_*.
    pub mode: i32,
    /// The setting for the greatest age of a reading, in days, 0 to 65,535; needed in the two modes after an invoice.
    pub max_age_days: i32,
    /// Whether it is set.
    pub has_max_age_days: i32,
    /// The setting for the amount, in cents; 15000 unless set.
    pub threshold_cents: i64,
    /// Whether it is set.
    pub has_threshold_cents: i32,
    /// Whether an invoice of exactly the amount is forwarded: DMS_OKR_OPTION_BOUNDARY_*, more than unless set.
    pub boundary: i32,
    /// Whether it is set.
    pub has_boundary: i32,
    /// Yes or no: an APK report was made for this vehicle on this work order.
    pub apk_reported: i32,
    /// The reading entered, in km.
    pub entered_reading_km: i32,
    /// The last reading known for the vehicle, in km.
    pub last_reading_km: i32,
    /// Whether one is known.
    pub has_last_reading_km: i32,
    /// The day on which the entered reading was taken.
    pub reading_date: i32,
    /// Whether it is known.
    pub has_reading_date: i32,
    /// The day of the invoice.
    pub invoice_date: i32,
    /// What the customer pays, in cents including VAT; negative for a credit note.
    pub invoice_total_cents: i64,
    /// What the person chose: DMS_OKR_CHOICE_*.
    pub chosen: i32,
    /// Whether the person chose; 0 where the preselected choice was left.
    pub has_chosen: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_okr_choice_facts {}

impl dms_okr_choice_facts {
    fn read(&self) -> Result<choice::Facts, Refusal> {
        let Self {
            size,
            mode,
            max_age_days,
            has_max_age_days,
            threshold_cents,
            has_threshold_cents,
            boundary,
            has_boundary,
            apk_reported,
            entered_reading_km,
            last_reading_km,
            has_last_reading_km,
            reading_date,
            has_reading_date,
            invoice_date,
            invoice_total_cents,
            chosen,
            has_chosen,
        } = *self;
        let option = dms_okr_option_facts {
            size,
            mode,
            max_age_days,
            has_max_age_days,
            threshold_cents,
            has_threshold_cents,
            boundary,
            has_boundary,
            apk_reported,
            entered_reading_km,
            last_reading_km,
            has_last_reading_km,
            reading_date,
            has_reading_date,
            invoice_date,
            invoice_total_cents,
        };
        Ok(choice::Facts {
            option: option.read()?,
            chosen: value::known("chosen", has_chosen, |field| value::one_of(field, chosen))?,
        })
    }
}

/// What `okr.choice` answers. Row, reasons and advisories say why the choice was preselected.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_okr_choice_result {
    /// The choice that stands: DMS_OKR_OPTION_OUTCOME_*.
    pub outcome: i32,
    /// DMS_OKR_OPTION_ROW_*.
    pub row: i32,
    /// Bits DMS_OKR_OPTION_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_OKR_OPTION_ADVISORY_*.
    pub advisories: u32,
    /// 1 where the reading is forwarded: only under `yes_forward`.
    pub forward: i32,
    /// 1 where the person chose something other than was preselected.
    pub overridden: i32,
}

/// Decides `okr.choice`. What `okr.option` refuses, and DMS_STATUS_OPTIONS_LOCKED where the mode is `never` and a
/// choice was made.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_okr_choice(
    facts: *const dms_okr_choice_facts,
    result: *mut dms_okr_choice_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = choice::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = CHOICE.fired(&decision);
            let choice::Outcome { option, forward, overridden } = decision.outcome;
            Ok(dms_okr_choice_result {
                outcome: number::of(option),
                row,
                because,
                advisories,
                forward: forward.into(),
                overridden: overridden.into(),
            })
        })
    }
}
