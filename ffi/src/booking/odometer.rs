//! BOOKING.ODOMETER (Austria): what reading does the vehicle master keep after an issue or a return?

use dms_rules::booking::odometer;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Row `raise`.
pub const DMS_BOOKING_ODOMETER_ROW_RAISE: i32 = 1;
/// Row `keep`.
pub const DMS_BOOKING_ODOMETER_ROW_KEEP: i32 = 2;

/// The reading entered is higher than the one in the vehicle master, or the first one.
pub const DMS_BOOKING_ODOMETER_BECAUSE_RAISE: u32 = 1 << 0;

/// The reading entered is lower than the one in the vehicle master.
pub const DMS_BOOKING_ODOMETER_ADVISORY_BELOW_MASTER: u32 = 1 << 0;

pub(crate) static ODOMETER: Numbers = Numbers::new(
    &odometer::TABLE,
    const { texts::of::<{ texts::size(&odometer::TABLE) }>(&odometer::TABLE) }.bytes(),
    &Given {
        rows: &[("raise", DMS_BOOKING_ODOMETER_ROW_RAISE), ("keep", DMS_BOOKING_ODOMETER_ROW_KEEP)],
        because: &[("raise", DMS_BOOKING_ODOMETER_BECAUSE_RAISE)],
        advisories: &[("below_master", DMS_BOOKING_ODOMETER_ADVISORY_BELOW_MASTER)],
    },
);

/// The facts of `booking.odometer`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_odometer_facts {
    /// The size of this struct.
    pub size: u32,
    /// The reading in the vehicle master, in km.
    pub master_km: i32,
    /// Whether it is known.
    pub has_master_km: i32,
    /// The reading entered at the issue or the return, in km.
    pub entered_km: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_odometer_facts {}

impl dms_booking_odometer_facts {
    fn read(&self) -> Result<odometer::Facts, Refusal> {
        let Self { size: _, master_km, has_master_km, entered_km } = *self;
        Ok(odometer::Facts {
            master_km: value::known("master_km", has_master_km, |field| value::reading(field, master_km))?,
            entered_km: value::reading("entered_km", entered_km)?,
        })
    }
}

/// What `booking.odometer` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_odometer_result {
    /// DMS_BOOKING_ODOMETER_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_ODOMETER_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_BOOKING_ODOMETER_ADVISORY_*.
    pub advisories: u32,
    /// The reading that the vehicle master has afterwards, in km.
    pub master_km: i32,
}

/// Decides `booking.odometer`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_odometer(
    facts: *const dms_booking_odometer_facts,
    result: *mut dms_booking_odometer_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = odometer::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = ODOMETER.fired(&decision);
            let odometer::Outcome { master_km } = decision.outcome;
            Ok(dms_booking_odometer_result { row, because, advisories, master_km: master_km.get() as i32 })
        })
    }
}
