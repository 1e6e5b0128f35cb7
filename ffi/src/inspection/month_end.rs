//! INSPECTION.MONTH_END (Austria): at the month end, is an overdue inspection date rolled on?

use dms_rules::inspection::{INTERVAL, month_end};

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Row `disabled`.
pub const DMS_INSPECTION_MONTH_END_ROW_DISABLED: i32 = 1;
/// Row `not_overdue`.
pub const DMS_INSPECTION_MONTH_END_ROW_NOT_OVERDUE: i32 = 2;
/// Row `rolled`.
pub const DMS_INSPECTION_MONTH_END_ROW_ROLLED: i32 = 3;

/// The settings do not roll dates on at the month end.
pub const DMS_INSPECTION_MONTH_END_BECAUSE_DISABLED: u32 = 1 << 0;
/// The inspection is not overdue beyond the period that was set.
pub const DMS_INSPECTION_MONTH_END_BECAUSE_NOT_OVERDUE: u32 = 1 << 1;

/// The new date is an estimate: no inspection is known.
pub const DMS_INSPECTION_MONTH_END_ADVISORY_ESTIMATED_WITHOUT_INSPECTION: u32 = 1 << 0;

pub(crate) static MONTH_END: Numbers = Numbers::new(
    &month_end::TABLE,
    const { texts::of::<{ texts::size(&month_end::TABLE) }>(&month_end::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("disabled", DMS_INSPECTION_MONTH_END_ROW_DISABLED),
            ("not_overdue", DMS_INSPECTION_MONTH_END_ROW_NOT_OVERDUE),
            ("rolled", DMS_INSPECTION_MONTH_END_ROW_ROLLED),
        ],
        because: &[
            ("disabled", DMS_INSPECTION_MONTH_END_BECAUSE_DISABLED),
            ("not_overdue", DMS_INSPECTION_MONTH_END_BECAUSE_NOT_OVERDUE),
        ],
        advisories: &[("estimated_without_inspection", DMS_INSPECTION_MONTH_END_ADVISORY_ESTIMATED_WITHOUT_INSPECTION)],
    },
);

/// The facts of `inspection.month_end`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_inspection_month_end_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the setting by which overdue dates are rolled on at the month end.
    pub enabled: i32,
    /// The day on which the inspection is due.
    pub due: i32,
    /// The date of the month end ("Monatsabschluss").
    pub month_end: i32,
    /// The setting for how many months a date may be overdue before it is rolled on, 0 to 65,535.
    pub grace_months: i32,
    /// The months between two inspections, 1 to 65,535.
    pub interval_months: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_inspection_month_end_facts {}

impl dms_inspection_month_end_facts {
    fn read(&self) -> Result<month_end::Facts, Refusal> {
        let Self { size: _, enabled, due, month_end, grace_months, interval_months } = *self;
        Ok(month_end::Facts {
            enabled: value::flag("enabled", enabled)?,
            due: value::date("due", due)?,
            month_end: value::date("month_end", month_end)?,
            grace_months: value::months("grace_months", grace_months, &(0..=u16::MAX))?,
            interval_months: value::months("interval_months", interval_months, &INTERVAL)?,
        })
    }
}

/// What `inspection.month_end` answers; its outcome is the day.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_inspection_month_end_result {
    /// DMS_INSPECTION_MONTH_END_ROW_*.
    pub row: i32,
    /// Bits DMS_INSPECTION_MONTH_END_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_INSPECTION_MONTH_END_ADVISORY_*.
    pub advisories: u32,
    /// The day on which the inspection is due after the month end.
    pub due: i32,
}

/// Decides `inspection.month_end`. DMS_STATUS_OUT_OF_RANGE past the year 9999.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_inspection_month_end(
    facts: *const dms_inspection_month_end_facts,
    result: *mut dms_inspection_month_end_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = month_end::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = MONTH_END.fired(&decision);
            let month_end::Outcome { due } = decision.outcome;
            Ok(dms_inspection_month_end_result { row, because, advisories, due: value::yyyymmdd(due) })
        })
    }
}
