//! CAR_PASS.START_OF_WORK (Belgium): which date goes into the file as the start of work?

use dms_rules::car_pass::start_of_work;
use dms_rules::error::ErrorCode;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::time::{GivenTime, dms_time};
use crate::{texts, value};

/// It stood in the file.
pub const DMS_CAR_PASS_START_OF_WORK_ORIGIN_ENTERED: i32 = 1;
/// The first clocking.
pub const DMS_CAR_PASS_START_OF_WORK_ORIGIN_FIRST_CLOCKING: i32 = 2;
/// The day of "wagen is binnen".
pub const DMS_CAR_PASS_START_OF_WORK_ORIGIN_ARRIVAL: i32 = 3;
/// Today, for want of anything better.
pub const DMS_CAR_PASS_START_OF_WORK_ORIGIN_TODAY: i32 = 4;
/// It is not known.
pub const DMS_CAR_PASS_START_OF_WORK_ORIGIN_UNKNOWN: i32 = 5;

/// Row `entered`.
pub const DMS_CAR_PASS_START_OF_WORK_ROW_ENTERED: i32 = 1;
/// Row `first_clocking`.
pub const DMS_CAR_PASS_START_OF_WORK_ROW_FIRST_CLOCKING: i32 = 2;
/// Row `arrival`.
pub const DMS_CAR_PASS_START_OF_WORK_ROW_ARRIVAL: i32 = 3;
/// Row `today`.
pub const DMS_CAR_PASS_START_OF_WORK_ROW_TODAY: i32 = 4;
/// Row `unknown`.
pub const DMS_CAR_PASS_START_OF_WORK_ROW_UNKNOWN: i32 = 5;

/// A date stands in the file.
pub const DMS_CAR_PASS_START_OF_WORK_BECAUSE_ENTERED: u32 = 1 << 0;
/// Somebody has clocked on to the job.
pub const DMS_CAR_PASS_START_OF_WORK_BECAUSE_FIRST_CLOCKING: u32 = 1 << 1;
/// The vehicle is in the garage register, and by the settings work began with that.
pub const DMS_CAR_PASS_START_OF_WORK_BECAUSE_ARRIVAL: u32 = 1 << 2;
/// It is a claim file, for which today stands in.
pub const DMS_CAR_PASS_START_OF_WORK_BECAUSE_TODAY: u32 = 1 << 3;

/// Today was assumed.
pub const DMS_CAR_PASS_START_OF_WORK_ADVISORY_DATE_ASSUMED: u32 = 1 << 0;

mirrored!(start_of_work::Origin {
    Entered => DMS_CAR_PASS_START_OF_WORK_ORIGIN_ENTERED,
    FirstClocking => DMS_CAR_PASS_START_OF_WORK_ORIGIN_FIRST_CLOCKING,
    Arrival => DMS_CAR_PASS_START_OF_WORK_ORIGIN_ARRIVAL,
    Today => DMS_CAR_PASS_START_OF_WORK_ORIGIN_TODAY,
    Unknown => DMS_CAR_PASS_START_OF_WORK_ORIGIN_UNKNOWN,
});

pub(crate) static START_OF_WORK: Numbers = Numbers::new(
    &start_of_work::TABLE,
    const { texts::of::<{ texts::size(&start_of_work::TABLE) }>(&start_of_work::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("entered", DMS_CAR_PASS_START_OF_WORK_ROW_ENTERED),
            ("first_clocking", DMS_CAR_PASS_START_OF_WORK_ROW_FIRST_CLOCKING),
            ("arrival", DMS_CAR_PASS_START_OF_WORK_ROW_ARRIVAL),
            ("today", DMS_CAR_PASS_START_OF_WORK_ROW_TODAY),
            ("unknown", DMS_CAR_PASS_START_OF_WORK_ROW_UNKNOWN),
        ],
        because: &[
            ("entered", DMS_CAR_PASS_START_OF_WORK_BECAUSE_ENTERED),
            ("first_clocking", DMS_CAR_PASS_START_OF_WORK_BECAUSE_FIRST_CLOCKING),
            ("arrival", DMS_CAR_PASS_START_OF_WORK_BECAUSE_ARRIVAL),
            ("today", DMS_CAR_PASS_START_OF_WORK_BECAUSE_TODAY),
        ],
        advisories: &[("date_assumed", DMS_CAR_PASS_START_OF_WORK_ADVISORY_DATE_ASSUMED)],
    },
);

/// The start of work, as far as it is known.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_start {
    /// The day on which work began.
    pub date: i32,
    /// Whether it is known.
    pub has_date: i32,
    /// The time of the first clocking, HHMMSS: 07:42:00 is 74200.
    pub time: i32,
    /// Whether it is known.
    pub has_time: i32,
    /// Where the date comes from: DMS_CAR_PASS_START_OF_WORK_ORIGIN_*.
    pub origin: i32,
}

impl dms_car_pass_start {
    /// Reads the member `start` of a struct of facts.
    pub(super) fn read(&self) -> Result<start_of_work::Outcome, Refusal> {
        let Self { date, has_date, time, has_time, origin } = *self;
        Ok(start_of_work::Outcome {
            date: value::known("start.date", has_date, |field| value::date(field, date))?,
            time: value::known("start.time", has_time, |field| value::clock(field, time))?,
            origin: value::one_of("start.origin", origin)?,
        })
    }
}

impl From<start_of_work::Outcome> for dms_car_pass_start {
    fn from(start: start_of_work::Outcome) -> Self {
        let start_of_work::Outcome { date, time, origin } = start;
        Self {
            date: date.map_or(0, value::yyyymmdd),
            has_date: date.is_some().into(),
            time: time.map_or(0, value::hhmmss),
            has_time: time.is_some().into(),
            origin: number::of(origin),
        }
    }
}

/// The facts of `car_pass.start_of_work`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_start_of_work_facts {
    /// The size of this struct.
    pub size: u32,
    /// Which kind of file it is: DMS_CAR_PASS_READINESS_POLICY_*.
    pub policy: i32,
    /// The date that already stands in the file.
    pub entered: i32,
    /// Whether there is one.
    pub has_entered: i32,
    /// When somebody first clocked on to the job, on the clock on the wall; one with an offset is answered with
    /// DMS_STATUS_INVALID_DATE.
    pub first_clocking: dms_time,
    /// Whether it is known.
    pub has_first_clocking: i32,
    /// The day of "wagen is binnen": the vehicle was entered in the garage register.
    pub arrived: i32,
    /// Whether it is known.
    pub has_arrived: i32,
    /// Yes or no: the setting "Aanvangsdatum bij register".
    pub start_date_at_register: i32,
    /// Today.
    pub today: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_car_pass_start_of_work_facts {}

impl dms_car_pass_start_of_work_facts {
    fn read(&self) -> Result<start_of_work::Facts, Refusal> {
        let Self {
            size: _,
            policy,
            entered,
            has_entered,
            first_clocking,
            has_first_clocking,
            arrived,
            has_arrived,
            start_date_at_register,
            today,
        } = *self;
        Ok(start_of_work::Facts {
            policy: value::one_of("policy", policy)?,
            entered: value::known("entered", has_entered, |field| value::date(field, entered))?,
            first_clocking: value::known("first_clocking", has_first_clocking, |field| {
                match GivenTime::read(field, first_clocking)? {
                    GivenTime::WallClock(at) => Ok(at),
                    GivenTime::Instant(_) => Err(Refusal::new(
                        ErrorCode::InvalidDate,
                        field,
                        "a reading of the clock on the wall, no offset",
                    )),
                }
            })?,
            arrived: value::known("arrived", has_arrived, |field| value::date(field, arrived))?,
            start_date_at_register: value::flag("start_date_at_register", start_date_at_register)?,
            today: value::date("today", today)?,
        })
    }
}

/// What `car_pass.start_of_work` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_start_of_work_result {
    /// Where the start of work comes from: DMS_CAR_PASS_START_OF_WORK_ORIGIN_*.
    pub outcome: i32,
    /// DMS_CAR_PASS_START_OF_WORK_ROW_*.
    pub row: i32,
    /// Bits DMS_CAR_PASS_START_OF_WORK_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_CAR_PASS_START_OF_WORK_ADVISORY_*.
    pub advisories: u32,
    /// The start of work, as `car_pass.submission` takes it.
    pub start: dms_car_pass_start,
}

/// Decides `car_pass.start_of_work`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_start_of_work(
    facts: *const dms_car_pass_start_of_work_facts,
    result: *mut dms_car_pass_start_of_work_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = start_of_work::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = START_OF_WORK.fired(&decision);
            let outcome = number::of(decision.outcome.origin);
            Ok(dms_car_pass_start_of_work_result { outcome, row, because, advisories, start: decision.outcome.into() })
        })
    }
}
