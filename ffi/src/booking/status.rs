//! BOOKING.STATUS (Austria): what state is a booking in, and how is it drawn?

use dms_rules::booking::{self, status};
use dms_rules::value::Time;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// "geplant": planned and not yet issued.
pub const DMS_BOOKING_STATUS_PLANNED: i32 = 1;
/// "ausgegeben": issued and not yet returned.
pub const DMS_BOOKING_STATUS_ISSUED: i32 = 2;
/// "überfällig": issued, not returned and past its planned end. What holds for issued bookings holds here.
pub const DMS_BOOKING_STATUS_OVERDUE: i32 = 3;
/// "zurückgegeben": returned, settled or not.
pub const DMS_BOOKING_STATUS_RETURNED: i32 = 4;

/// The one set for done bookings ("Erledigte Termine").
pub const DMS_BOOKING_STATUS_COLOUR_DONE: i32 = 1;
/// The one set for overdue bookings ("Überfällige Termine").
pub const DMS_BOOKING_STATUS_COLOUR_OVERDUE: i32 = 2;
/// The booking's own ("Terminfarbe").
pub const DMS_BOOKING_STATUS_COLOUR_BOOKING: i32 = 3;

/// Row `returned`.
pub const DMS_BOOKING_STATUS_ROW_RETURNED: i32 = 1;
/// Row `overdue`.
pub const DMS_BOOKING_STATUS_ROW_OVERDUE: i32 = 2;
/// Row `issued`.
pub const DMS_BOOKING_STATUS_ROW_ISSUED: i32 = 3;
/// Row `planned`.
pub const DMS_BOOKING_STATUS_ROW_PLANNED: i32 = 4;

/// The vehicle has come back.
pub const DMS_BOOKING_STATUS_BECAUSE_RETURNED: u32 = 1 << 0;
/// The vehicle is out past the planned end.
pub const DMS_BOOKING_STATUS_BECAUSE_OVERDUE: u32 = 1 << 1;
/// The vehicle has been handed out.
pub const DMS_BOOKING_STATUS_BECAUSE_ISSUED: u32 = 1 << 2;

mirrored!(booking::Status {
    Planned => DMS_BOOKING_STATUS_PLANNED,
    Issued => DMS_BOOKING_STATUS_ISSUED,
    Overdue => DMS_BOOKING_STATUS_OVERDUE,
    Returned => DMS_BOOKING_STATUS_RETURNED,
});

mirrored!(status::Colour {
    Done => DMS_BOOKING_STATUS_COLOUR_DONE,
    Overdue => DMS_BOOKING_STATUS_COLOUR_OVERDUE,
    Booking => DMS_BOOKING_STATUS_COLOUR_BOOKING,
});

pub(crate) static STATUS: Numbers = Numbers::new(
    &status::TABLE,
    const { texts::of::<{ texts::size(&status::TABLE) }>(&status::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("returned", DMS_BOOKING_STATUS_ROW_RETURNED),
            ("overdue", DMS_BOOKING_STATUS_ROW_OVERDUE),
            ("issued", DMS_BOOKING_STATUS_ROW_ISSUED),
            ("planned", DMS_BOOKING_STATUS_ROW_PLANNED),
        ],
        because: &[
            ("returned", DMS_BOOKING_STATUS_BECAUSE_RETURNED),
            ("overdue", DMS_BOOKING_STATUS_BECAUSE_OVERDUE),
            ("issued", DMS_BOOKING_STATUS_BECAUSE_ISSUED),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.status`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_status_facts {
    /// The size of this struct.
    pub size: u32,
    /// The planned start of the booking.
    pub planned_start: dms_time,
    /// The planned end of the booking; not before its start.
    pub planned_end: dms_time,
    /// When the vehicle was handed out.
    pub issued_at: dms_time,
    /// Whether it is known.
    pub has_issued_at: i32,
    /// When it came back; not before it was handed out.
    pub returned_at: dms_time,
    /// Whether it is known.
    pub has_returned_at: i32,
    /// Yes or no: the booking has been settled; only once the vehicle came back.
    pub settled: i32,
    /// Now, on the host's clock.
    pub now: dms_time,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_status_facts {}

impl dms_booking_status_facts {
    fn read(&self) -> Result<status::Facts<GivenTime>, Refusal> {
        let Self {
            size: _,
            planned_start,
            planned_end,
            issued_at,
            has_issued_at,
            returned_at,
            has_returned_at,
            settled,
            now,
        } = *self;
        Ok(status::Facts {
            planned_start: GivenTime::read("planned_start", planned_start)?,
            planned_end: GivenTime::read("planned_end", planned_end)?,
            issued_at: value::known("issued_at", has_issued_at, |field| GivenTime::read(field, issued_at))?,
            returned_at: value::known("returned_at", has_returned_at, |field| GivenTime::read(field, returned_at))?,
            settled: value::flag("settled", settled)?,
            now: GivenTime::read("now", now)?,
        })
    }
}

/// What `booking.status` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_status_result {
    /// DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE or _RETURNED.
    pub outcome: i32,
    /// DMS_BOOKING_STATUS_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_STATUS_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// Where the drawing starts.
    pub from: dms_time,
    /// Where the drawing ends.
    pub to: dms_time,
    /// Its colour: DMS_BOOKING_STATUS_COLOUR_*.
    pub colour: i32,
    /// 1 where it is drawn opaque rather than slightly transparent.
    pub opaque: i32,
    /// 1 where it is drawn with the warning sign.
    pub warn: i32,
    /// 1 where this booking does not keep the vehicle out of the house.
    pub vehicle_in_house: i32,
    /// 1 where the booking has been settled.
    pub settled: i32,
}

/// Decides `booking.status`. DMS_STATUS_CONTRADICTION where `planned_end` lies before `planned_start`, where
/// `returned_at` lies before `issued_at` or is known without it, and where `settled` is 1 without a return.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_status(
    facts: *const dms_booking_status_facts,
    result: *mut dms_booking_status_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let facts = facts.read()?;
            match facts.planned_start {
                GivenTime::WallClock(_) => drawn(&facts.with_times(GivenTime::wall_clock)?),
                GivenTime::Instant(_) => drawn(&facts.with_times(GivenTime::instant)?),
            }
        })
    }
}

fn drawn<T: Time + Into<dms_time>>(facts: &status::Facts<T>) -> Result<dms_booking_status_result, Refusal> {
    let decision = status::decide(facts)?;
    let Fired { row, because, advisories } = STATUS.fired(&decision);
    let status::Outcome { status, from, to, colour, opaque, warn, vehicle_in_house, settled } = decision.outcome;
    Ok(dms_booking_status_result {
        outcome: number::of(status),
        row,
        because,
        advisories,
        from: from.into(),
        to: to.into(),
        colour: number::of(colour),
        opaque: opaque.into(),
        warn: warn.into(),
        vehicle_in_house: vehicle_in_house.into(),
        settled: settled.into(),
    })
}
