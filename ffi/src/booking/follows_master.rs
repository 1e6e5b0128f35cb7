//! BOOKING.FOLLOWS_MASTER (Austria): does the booking still show what the vehicle master says?

use dms_rules::booking::follows_master;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Row `issued`.
pub const DMS_BOOKING_FOLLOWS_MASTER_ROW_ISSUED: i32 = 1;
/// Row `planned`.
pub const DMS_BOOKING_FOLLOWS_MASTER_ROW_PLANNED: i32 = 2;

/// The vehicle has been handed out on this booking.
pub const DMS_BOOKING_FOLLOWS_MASTER_BECAUSE_ISSUED: u32 = 1 << 0;

pub(crate) static FOLLOWS_MASTER: Numbers = Numbers::new(
    &follows_master::TABLE,
    const { texts::of::<{ texts::size(&follows_master::TABLE) }>(&follows_master::TABLE) }.bytes(),
    &Given {
        rows: &[("issued", DMS_BOOKING_FOLLOWS_MASTER_ROW_ISSUED), ("planned", DMS_BOOKING_FOLLOWS_MASTER_ROW_PLANNED)],
        because: &[("issued", DMS_BOOKING_FOLLOWS_MASTER_BECAUSE_ISSUED)],
        advisories: &[],
    },
);

/// The facts of `booking.follows_master`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_follows_master_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the vehicle has been handed out on this booking.
    pub issued: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_follows_master_facts {}

impl dms_booking_follows_master_facts {
    fn read(&self) -> Result<follows_master::Facts, Refusal> {
        let Self { size: _, issued } = *self;
        Ok(follows_master::Facts { issued: value::flag("issued", issued)? })
    }
}

/// What `booking.follows_master` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_follows_master_result {
    /// DMS_BOOKING_FOLLOWS_MASTER_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_FOLLOWS_MASTER_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// 1 where later changes of the vehicle master reach the booking.
    pub follows_master: i32,
}

/// Decides `booking.follows_master`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_follows_master(
    facts: *const dms_booking_follows_master_facts,
    result: *mut dms_booking_follows_master_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = follows_master::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = FOLLOWS_MASTER.fired(&decision);
            let follows_master::Outcome { follows_master } = decision.outcome;
            Ok(dms_booking_follows_master_result { row, because, advisories, follows_master: follows_master.into() })
        })
    }
}
