//! BOOKING.TEMPLATE (Austria): what does a new booking made from an existing one start with?

use dms_rules::booking::template;
use dms_rules::value::Time;

use super::issue::alike;
use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// "Neu mit Vorlage" in a manager's view.
pub const DMS_BOOKING_TEMPLATE_ORIGIN_MANAGER: i32 = 1;
/// "Neu mit Vorlage" in the logbook.
pub const DMS_BOOKING_TEMPLATE_ORIGIN_LOGBOOK: i32 = 2;
/// "Speichern und Neu" at the return.
pub const DMS_BOOKING_TEMPLATE_ORIGIN_TAKE_BACK: i32 = 3;
/// "Rückgabe bearbeiten", which has no such button.
pub const DMS_BOOKING_TEMPLATE_ORIGIN_AMEND_TAKE_BACK: i32 = 4;

/// The new booking is made.
pub const DMS_BOOKING_TEMPLATE_OUTCOME_ALLOWED: i32 = 1;
/// It cannot be asked for here.
pub const DMS_BOOKING_TEMPLATE_OUTCOME_REFUSED: i32 = 2;

/// There is no "Speichern und Neu" while a return is amended.
pub const DMS_BOOKING_TEMPLATE_BECAUSE_NOT_AVAILABLE_HERE: u32 = 1 << 0;

/// The existing booking is overdue: the new one would start before the vehicle is back.
pub const DMS_BOOKING_TEMPLATE_ADVISORY_SOURCE_OVERDUE: u32 = 1 << 0;

const _: () = alike(DMS_BOOKING_TEMPLATE_OUTCOME_ALLOWED, DMS_BOOKING_TEMPLATE_OUTCOME_REFUSED);

mirrored!(template::Origin {
    Manager => DMS_BOOKING_TEMPLATE_ORIGIN_MANAGER,
    Logbook => DMS_BOOKING_TEMPLATE_ORIGIN_LOGBOOK,
    TakeBack => DMS_BOOKING_TEMPLATE_ORIGIN_TAKE_BACK,
    AmendTakeBack => DMS_BOOKING_TEMPLATE_ORIGIN_AMEND_TAKE_BACK,
});

pub(crate) static TEMPLATE: Numbers = Numbers::new(
    &template::TABLE,
    const { texts::of::<{ texts::size(&template::TABLE) }>(&template::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[("not_available_here", DMS_BOOKING_TEMPLATE_BECAUSE_NOT_AVAILABLE_HERE)],
        advisories: &[("source_overdue", DMS_BOOKING_TEMPLATE_ADVISORY_SOURCE_OVERDUE)],
    },
);

/// The facts of `booking.template`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_template_facts {
    /// The size of this struct.
    pub size: u32,
    /// The planned end of the existing booking.
    pub planned_end: dms_time,
    /// How far the existing booking has come: DMS_BOOKING_STATUS_*.
    pub status: i32,
    /// Where the new booking is asked for: DMS_BOOKING_TEMPLATE_ORIGIN_*.
    pub from: i32,
    /// Now, on the host's clock.
    pub now: dms_time,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_template_facts {}

impl dms_booking_template_facts {
    fn read(&self) -> Result<template::Facts<GivenTime>, Refusal> {
        let Self { size: _, planned_end, status, from, now } = *self;
        Ok(template::Facts {
            planned_end: GivenTime::read("planned_end", planned_end)?,
            status: value::one_of("status", status)?,
            from: value::one_of("from", from)?,
            now: GivenTime::read("now", now)?,
        })
    }
}

/// What `booking.template` answers. Where the outcome is DMS_BOOKING_TEMPLATE_OUTCOME_REFUSED, all behind `advisories`
/// is 0.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_template_result {
    /// DMS_BOOKING_TEMPLATE_OUTCOME_*.
    pub outcome: i32,
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_TEMPLATE_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_BOOKING_TEMPLATE_ADVISORY_*.
    pub advisories: u32,
    /// The planned start of the new booking: the planned end of the existing one.
    pub start: dms_time,
    /// Its planned end: half an hour later.
    pub end: dms_time,
    /// 1: load the vehicle's data from the vehicle master.
    pub reload_vehicle: i32,
    /// The tick "Führerscheindaten kontrolliert": never taken over, 0.
    pub licence_checked: i32,
}

/// Decides `booking.template`. DMS_STATUS_OUT_OF_RANGE where the new booking would end after the year 9999.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_template(
    facts: *const dms_booking_template_facts,
    result: *mut dms_booking_template_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let facts = facts.read()?;
            match facts.planned_end {
                GivenTime::WallClock(_) => new_booking(&facts.with_times(GivenTime::wall_clock)?),
                GivenTime::Instant(_) => new_booking(&facts.with_times(GivenTime::instant)?),
            }
        })
    }
}

fn new_booking<T: Time + Into<dms_time>>(facts: &template::Facts<T>) -> Result<dms_booking_template_result, Refusal> {
    let decision = template::decide(facts)?;
    let Fired { row, because, advisories } = TEMPLATE.fired(&decision);
    Ok(match decision.outcome {
        template::Outcome::Allowed { start, end, reload_vehicle, licence_checked } => dms_booking_template_result {
            outcome: DMS_BOOKING_TEMPLATE_OUTCOME_ALLOWED,
            row,
            because,
            advisories,
            start: start.into(),
            end: end.into(),
            reload_vehicle: reload_vehicle.into(),
            licence_checked: licence_checked.into(),
        },
        template::Outcome::Refused => dms_booking_template_result {
            outcome: DMS_BOOKING_TEMPLATE_OUTCOME_REFUSED,
            row,
            because,
            advisories,
            start: dms_time::NONE,
            end: dms_time::NONE,
            reload_vehicle: 0,
            licence_checked: 0,
        },
    })
}
