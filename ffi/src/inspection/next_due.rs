//! INSPECTION.NEXT_DUE (Austria): in which month is the next inspection due?

use dms_rules::inspection::{INTERVAL, REACH, next_due};

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Row `in_window`.
pub const DMS_INSPECTION_NEXT_DUE_ROW_IN_WINDOW: i32 = 1;
/// Row `outside_window`.
pub const DMS_INSPECTION_NEXT_DUE_ROW_OUTSIDE_WINDOW: i32 = 2;

/// The month inspected lies within the window around the registration month.
pub const DMS_INSPECTION_NEXT_DUE_BECAUSE_IN_WINDOW: u32 = 1 << 0;

/// The month inspected lies outside the window: check the date.
pub const DMS_INSPECTION_NEXT_DUE_ADVISORY_OUTSIDE_WINDOW: u32 = 1 << 0;

pub(crate) static NEXT_DUE: Numbers = Numbers::new(
    &next_due::TABLE,
    const { texts::of::<{ texts::size(&next_due::TABLE) }>(&next_due::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("in_window", DMS_INSPECTION_NEXT_DUE_ROW_IN_WINDOW),
            ("outside_window", DMS_INSPECTION_NEXT_DUE_ROW_OUTSIDE_WINDOW),
        ],
        because: &[("in_window", DMS_INSPECTION_NEXT_DUE_BECAUSE_IN_WINDOW)],
        advisories: &[("outside_window", DMS_INSPECTION_NEXT_DUE_ADVISORY_OUTSIDE_WINDOW)],
    },
);

/// The facts of `inspection.next_due`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_inspection_next_due_facts {
    /// The size of this struct.
    pub size: u32,
    /// The date of the day end ("Tagesabschlussdatum") at which the inspection was invoiced.
    pub today: i32,
    /// The day of the first registration; only its month counts.
    pub first_registration: i32,
    /// How many months after the nominal month the next inspection is due, 1 to 65,535; 12 unless set.
    pub interval_months: i32,
    /// Whether it is set.
    pub has_interval_months: i32,
    /// How many months before the nominal month the window opens, 0 to 11; 1 unless set.
    pub months_before: i32,
    /// Whether it is set.
    pub has_months_before: i32,
    /// How many months after the nominal month the window closes, 0 to 11; 2 unless set.
    pub months_after: i32,
    /// Whether it is set.
    pub has_months_after: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_inspection_next_due_facts {}

impl dms_inspection_next_due_facts {
    fn read(&self) -> Result<next_due::Facts, Refusal> {
        let Self {
            size: _,
            today,
            first_registration,
            interval_months,
            has_interval_months,
            months_before,
            has_months_before,
            months_after,
            has_months_after,
        } = *self;
        Ok(next_due::Facts {
            today: value::date("today", today)?,
            first_registration: value::date("first_registration", first_registration)?,
            interval_months: value::known("interval_months", has_interval_months, |field| {
                value::months(field, interval_months, &INTERVAL)
            })?
            .unwrap_or(next_due::default_interval_months()),
            months_before: value::known("months_before", has_months_before, |field| {
                value::months(field, months_before, &REACH)
            })?
            .unwrap_or(next_due::default_months_before()),
            months_after: value::known("months_after", has_months_after, |field| {
                value::months(field, months_after, &REACH)
            })?
            .unwrap_or(next_due::default_months_after()),
        })
    }
}

/// What `inspection.next_due` answers; its outcome is the day.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_inspection_next_due_result {
    /// DMS_INSPECTION_NEXT_DUE_ROW_*.
    pub row: i32,
    /// Bits DMS_INSPECTION_NEXT_DUE_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_INSPECTION_NEXT_DUE_ADVISORY_*.
    pub advisories: u32,
    /// The first day of the month in which the next inspection is due.
    pub due: i32,
}

/// Decides `inspection.next_due`. DMS_STATUS_CONTRADICTION where the first registration lies after today,
/// DMS_STATUS_OUT_OF_RANGE past the year 9999.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_inspection_next_due(
    facts: *const dms_inspection_next_due_facts,
    result: *mut dms_inspection_next_due_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = next_due::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = NEXT_DUE.fired(&decision);
            let next_due::Outcome { due } = decision.outcome;
            Ok(dms_inspection_next_due_result { row, because, advisories, due: value::yyyymmdd(due) })
        })
    }
}
