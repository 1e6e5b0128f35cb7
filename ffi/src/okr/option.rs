//! OKR.OPTION (Netherlands): which of the four choices is preselected when an invoice is made?

use dms_rules::okr::option;
use dms_rules::value::Cents;

use crate::call::{Facts, decide, decide_each};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// "groter dan": more than the threshold; the default.
pub const DMS_OKR_OPTION_BOUNDARY_MORE_THAN: i32 = 1;
/// "vanaf": the threshold or more.
pub const DMS_OKR_OPTION_BOUNDARY_AT_LEAST: i32 = 2;

/// 1: "Ja, tellerstand doorsturen".
pub const DMS_OKR_OPTION_OUTCOME_YES_FORWARD: i32 = 1;
/// 2: "Nee, APK-melding gedaan".
pub const DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED: i32 = 2;
/// 3: "Nee, tellerstand oud".
pub const DMS_OKR_OPTION_OUTCOME_NO_READING_OLD: i32 = 3;
/// 4: "Nee, fact. bedrag < 150".
pub const DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW: i32 = 4;
/// Readings are never forwarded: the four choices cannot be set.
pub const DMS_OKR_OPTION_OUTCOME_LOCKED: i32 = 5;

/// Row `forwarding_never`.
pub const DMS_OKR_OPTION_ROW_FORWARDING_NEVER: i32 = 1;
/// Row `apk_reported`.
pub const DMS_OKR_OPTION_ROW_APK_REPORTED: i32 = 2;
/// Row `amount_too_low`.
pub const DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW: i32 = 3;
/// Row `reading_unchanged`.
pub const DMS_OKR_OPTION_ROW_READING_UNCHANGED: i32 = 4;
/// Row `reading_stale`.
pub const DMS_OKR_OPTION_ROW_READING_STALE: i32 = 5;
/// Row `deviation_exceeds_limit`.
pub const DMS_OKR_OPTION_ROW_DEVIATION_EXCEEDS_LIMIT: i32 = 6;
/// Row `forward`.
pub const DMS_OKR_OPTION_ROW_FORWARD: i32 = 7;

/// The vehicle's readings are never forwarded.
pub const DMS_OKR_OPTION_BECAUSE_FORWARDING_NEVER: u32 = 1 << 0;
/// An APK report was made for the vehicle on this work order.
pub const DMS_OKR_OPTION_BECAUSE_APK_REPORTED: u32 = 1 << 1;
/// The invoice does not reach the amount.
pub const DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW: u32 = 1 << 2;
/// The last reading is known and is the same.
pub const DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED: u32 = 1 << 3;
/// The reading is too old, or its day is not known.
pub const DMS_OKR_OPTION_BECAUSE_READING_STALE: u32 = 1 << 4;
/// The reading differs by more than 100,000 km from the last.
pub const DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT: u32 = 1 << 5;

/// The reading is 1 to 99 km below the last.
pub const DMS_OKR_OPTION_ADVISORY_READING_LOWER: u32 = 1 << 0;
/// The reading is 100 km or more below the last: the register sees a broken trend.
pub const DMS_OKR_OPTION_ADVISORY_READING_BREAKS_TREND: u32 = 1 << 1;
/// The reading is unchanged, but was taken on the day of the invoice.
pub const DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING: u32 = 1 << 2;

mirrored!(option::Boundary {
    MoreThan => DMS_OKR_OPTION_BOUNDARY_MORE_THAN,
    AtLeast => DMS_OKR_OPTION_BOUNDARY_AT_LEAST,
});

mirrored!(option::Outcome {
    YesForward => DMS_OKR_OPTION_OUTCOME_YES_FORWARD,
    NoApkReported => DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED,
    NoReadingOld => DMS_OKR_OPTION_OUTCOME_NO_READING_OLD,
    NoAmountBelow => DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW,
    Locked => DMS_OKR_OPTION_OUTCOME_LOCKED,
});

pub(super) const NUMBERS: Given<'_> = Given {
    rows: &[
        ("forwarding_never", DMS_OKR_OPTION_ROW_FORWARDING_NEVER),
        ("apk_reported", DMS_OKR_OPTION_ROW_APK_REPORTED),
        ("amount_too_low", DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW),
        ("reading_unchanged", DMS_OKR_OPTION_ROW_READING_UNCHANGED),
        ("reading_stale", DMS_OKR_OPTION_ROW_READING_STALE),
        ("deviation_exceeds_limit", DMS_OKR_OPTION_ROW_DEVIATION_EXCEEDS_LIMIT),
        ("forward", DMS_OKR_OPTION_ROW_FORWARD),
    ],
    because: &[
        ("forwarding_never", DMS_OKR_OPTION_BECAUSE_FORWARDING_NEVER),
        ("apk_reported", DMS_OKR_OPTION_BECAUSE_APK_REPORTED),
        ("amount_too_low", DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW),
        ("reading_unchanged", DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED),
        ("reading_stale", DMS_OKR_OPTION_BECAUSE_READING_STALE),
        ("deviation_exceeds_limit", DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT),
    ],
    advisories: &[
        ("reading_lower", DMS_OKR_OPTION_ADVISORY_READING_LOWER),
        ("reading_breaks_trend", DMS_OKR_OPTION_ADVISORY_READING_BREAKS_TREND),
        ("fresh_unchanged_reading", DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING),
    ],
};

pub(crate) static OPTION: Numbers = Numbers::new(
    &option::TABLE,
    const { texts::of::<{ texts::size(&option::TABLE) }>(&option::TABLE) }.bytes(),
    &NUMBERS,
);

/// The facts of `okr.option`. A mode that does not use a setting ignores it, once it is well-formed.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_okr_option_facts {
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
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_okr_option_facts {}

impl dms_okr_option_facts {
    pub(super) fn read(&self) -> Result<option::Facts, Refusal> {
        let Self {
            size: _,
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
        } = *self;
        let mode = value::one_of("mode", mode)?;
        let max_age_days = value::known("max_age_days", has_max_age_days, |field| value::days(field, max_age_days))?;
        let threshold_cents =
            value::known("threshold_cents", has_threshold_cents, |_| Ok(Cents::new(threshold_cents)))?;
        let boundary = value::known("boundary", has_boundary, |field| value::one_of(field, boundary))?;
        Ok(option::Facts {
            mode,
            max_age_days,
            threshold_cents: threshold_cents.unwrap_or(option::default_threshold()),
            boundary: boundary.unwrap_or_default(),
            apk_reported: value::flag("apk_reported", apk_reported)?,
            entered_reading_km: value::reading("entered_reading_km", entered_reading_km)?,
            last_reading_km: value::known("last_reading_km", has_last_reading_km, |field| {
                value::reading(field, last_reading_km)
            })?,
            reading_date: value::known("reading_date", has_reading_date, |field| value::date(field, reading_date))?,
            invoice_date: value::date("invoice_date", invoice_date)?,
            invoice_total_cents: Cents::new(invoice_total_cents),
        })
    }
}

/// What `okr.option` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_okr_option_result {
    /// DMS_OKR_OPTION_OUTCOME_*.
    pub outcome: i32,
    /// DMS_OKR_OPTION_ROW_*.
    pub row: i32,
    /// Bits DMS_OKR_OPTION_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_OKR_OPTION_ADVISORY_*.
    pub advisories: u32,
}

/// Decides `okr.option`. DMS_STATUS_MISSING_FIELD where a mode after an invoice has no `max_age_days`;
/// DMS_STATUS_CONTRADICTION where `reading_date` lies after `invoice_date`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_okr_option(
    facts: *const dms_okr_option_facts,
    result: *mut dms_okr_option_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, answer) }
}

/// Decides `okr.option` for each of `count` rows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_okr_option_batch(
    facts: *const dms_okr_option_facts,
    count: usize,
    results: *mut dms_okr_option_result,
    statuses: *mut i32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide_each(facts, count, results, statuses, error, answer) }
}

fn answer(facts: &dms_okr_option_facts) -> Result<dms_okr_option_result, Refusal> {
    let decision = option::decide(&facts.read()?)?;
    let Fired { row, because, advisories } = OPTION.fired(&decision);
    Ok(dms_okr_option_result { outcome: number::of(decision.outcome), row, because, advisories })
}
