//! QUARTER HOURS
//!
//! `quarter_hour.floor`, `.ceil`, `.nearest` and `.next`. It is the instant that is rounded, and with it the clock on
//! the wall, because every offset in use is a multiple of 15 minutes. The answer has the offset of the question. A
//! result past the year 9999 is answered with DMS_STATUS_OUT_OF_RANGE.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use dms_rules::error::Error;
use dms_rules::quarter_hour;

use crate::call::{Facts, decide};
use crate::number::{Given, Numbers, numbers};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};

pub(crate) static FLOOR: Numbers = numbers!(quarter_hour::FLOOR, &Given::NONE);
pub(crate) static CEIL: Numbers = numbers!(quarter_hour::CEIL, &Given::NONE);
pub(crate) static NEAREST: Numbers = numbers!(quarter_hour::NEAREST, &Given::NONE);
pub(crate) static NEXT: Numbers = numbers!(quarter_hour::NEXT, &Given::NONE);

/// The facts of `quarter_hour.*`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_quarter_hour_facts {
    /// The size of this struct.
    pub size: u32,
    /// The time to round.
    pub at: dms_time,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_quarter_hour_facts {}

/// What `quarter_hour.*` answer. They have no rows and no reasons.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_quarter_hour_result {
    /// The full quarter hour.
    pub at: dms_time,
}

/// The full quarter hour at or before a time: 10:07 is 10:00, 10:15 is 10:15.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_quarter_hour_floor(
    facts: *const dms_quarter_hour_facts,
    result: *mut dms_quarter_hour_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, |facts| rounded(facts, quarter_hour::floor, quarter_hour::floor)) }
}

/// The full quarter hour at or after a time: 10:07 is 10:15, 10:15 is 10:15.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_quarter_hour_ceil(
    facts: *const dms_quarter_hour_facts,
    result: *mut dms_quarter_hour_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, |facts| rounded(facts, quarter_hour::ceil, quarter_hour::ceil)) }
}

/// The nearest full quarter hour; exactly between two, the later: 10:07:30 is 10:15.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_quarter_hour_nearest(
    facts: *const dms_quarter_hour_facts,
    result: *mut dms_quarter_hour_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, |facts| rounded(facts, quarter_hour::nearest, quarter_hour::nearest)) }
}

/// The next full quarter hour, always later than the time: 10:07 is 10:15, 10:15 is 10:30.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_quarter_hour_next(
    facts: *const dms_quarter_hour_facts,
    result: *mut dms_quarter_hour_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { decide(facts, result, error, |facts| rounded(facts, quarter_hour::next, quarter_hour::next)) }
}

type Rounding<T> = fn(&T) -> Result<T, Error>;

fn rounded(
    facts: &dms_quarter_hour_facts,
    wall_clock: Rounding<NaiveDateTime>,
    instant: Rounding<DateTime<FixedOffset>>,
) -> Result<dms_quarter_hour_result, Refusal> {
    let dms_quarter_hour_facts { size: _, at } = *facts;
    let at = match GivenTime::read("at", at)? {
        GivenTime::WallClock(at) => wall_clock(&at)?.into(),
        GivenTime::Instant(at) => instant(&at)?.into(),
    };
    Ok(dms_quarter_hour_result { at })
}
