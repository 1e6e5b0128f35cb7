//! INSPECTION.WINDOW (Austria): the statutory window and intervals of a vehicle on a day

use dms_rules::inspection::law::{Intervals, WindowClass};
use dms_rules::inspection::{Vehicle, window};

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// A private car (M1).
pub const DMS_INSPECTION_VEHICLE_PRIVATE_CAR: i32 = 1;
/// A moped, motorcycle or light four-wheeler (L).
pub const DMS_INSPECTION_VEHICLE_CLASS_L: i32 = 2;
/// A historic vehicle.
pub const DMS_INSPECTION_VEHICLE_HISTORIC: i32 = 3;
/// A light trailer (O1, O2).
pub const DMS_INSPECTION_VEHICLE_LIGHT_TRAILER: i32 = 4;
/// A tractor of up to 40 km/h.
pub const DMS_INSPECTION_VEHICLE_TRACTOR_TO_40: i32 = 5;
/// A farm trailer.
pub const DMS_INSPECTION_VEHICLE_FARM_TRAILER: i32 = 6;
/// A vehicle for goods (N).
pub const DMS_INSPECTION_VEHICLE_GOODS_VEHICLE: i32 = 7;
/// A bus (M2, M3).
pub const DMS_INSPECTION_VEHICLE_BUS: i32 = 8;
/// A taxi.
pub const DMS_INSPECTION_VEHICLE_TAXI: i32 = 9;
/// An ambulance.
pub const DMS_INSPECTION_VEHICLE_AMBULANCE: i32 = 10;
/// A heavy trailer (O3, O4).
pub const DMS_INSPECTION_VEHICLE_HEAVY_TRAILER: i32 = 11;
/// A tractor of more than 40 km/h.
pub const DMS_INSPECTION_VEHICLE_TRACTOR_OVER_40: i32 = 12;

/// Class A.
pub const DMS_INSPECTION_CLASS_A: i32 = 1;
/// Class B.
pub const DMS_INSPECTION_CLASS_B: i32 = 2;

/// Every year.
pub const DMS_INSPECTION_INTERVALS_YEARLY: i32 = 1;
/// After three years, then two, then every year.
pub const DMS_INSPECTION_INTERVALS_THREE_TWO_ONE: i32 = 2;
/// After three years, then every two.
pub const DMS_INSPECTION_INTERVALS_THREE_TWO_TWO: i32 = 3;
/// Every two years.
pub const DMS_INSPECTION_INTERVALS_TWO_YEARLY: i32 = 4;

/// Row `statutory`.
pub const DMS_INSPECTION_WINDOW_ROW_STATUTORY: i32 = 1;
/// Row `no_data`.
pub const DMS_INSPECTION_WINDOW_ROW_NO_DATA: i32 = 2;

/// The law's window is known for the vehicle on that day.
pub const DMS_INSPECTION_WINDOW_BECAUSE_STATUTORY: u32 = 1 << 0;

mirrored!(Vehicle {
    PrivateCar => DMS_INSPECTION_VEHICLE_PRIVATE_CAR,
    ClassL => DMS_INSPECTION_VEHICLE_CLASS_L,
    Historic => DMS_INSPECTION_VEHICLE_HISTORIC,
    LightTrailer => DMS_INSPECTION_VEHICLE_LIGHT_TRAILER,
    TractorTo40 => DMS_INSPECTION_VEHICLE_TRACTOR_TO_40,
    FarmTrailer => DMS_INSPECTION_VEHICLE_FARM_TRAILER,
    GoodsVehicle => DMS_INSPECTION_VEHICLE_GOODS_VEHICLE,
    Bus => DMS_INSPECTION_VEHICLE_BUS,
    Taxi => DMS_INSPECTION_VEHICLE_TAXI,
    Ambulance => DMS_INSPECTION_VEHICLE_AMBULANCE,
    HeavyTrailer => DMS_INSPECTION_VEHICLE_HEAVY_TRAILER,
    TractorOver40 => DMS_INSPECTION_VEHICLE_TRACTOR_OVER_40,
});

mirrored!(WindowClass {
    ClassA => DMS_INSPECTION_CLASS_A,
    ClassB => DMS_INSPECTION_CLASS_B,
});

mirrored!(Intervals {
    Yearly => DMS_INSPECTION_INTERVALS_YEARLY,
    ThreeTwoOne => DMS_INSPECTION_INTERVALS_THREE_TWO_ONE,
    ThreeTwoTwo => DMS_INSPECTION_INTERVALS_THREE_TWO_TWO,
    TwoYearly => DMS_INSPECTION_INTERVALS_TWO_YEARLY,
});

pub(crate) static WINDOW: Numbers = Numbers::new(
    &window::TABLE,
    const { texts::of::<{ texts::size(&window::TABLE) }>(&window::TABLE) }.bytes(),
    &Given {
        rows: &[("statutory", DMS_INSPECTION_WINDOW_ROW_STATUTORY), ("no_data", DMS_INSPECTION_WINDOW_ROW_NO_DATA)],
        because: &[("statutory", DMS_INSPECTION_WINDOW_BECAUSE_STATUTORY)],
        advisories: &[],
    },
);

/// The facts of `inspection.window`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_inspection_window_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of vehicle: DMS_INSPECTION_VEHICLE_*.
    pub vehicle: i32,
    /// The day for which the law is asked.
    pub on: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers.
unsafe impl Facts for dms_inspection_window_facts {}

impl dms_inspection_window_facts {
    fn read(&self) -> Result<window::Facts, Refusal> {
        let Self { size: _, vehicle, on } = *self;
        Ok(window::Facts { vehicle: value::one_of("vehicle", vehicle)?, on: value::date("on", on)? })
    }
}

/// What `inspection.window` answers; its outcome is what the law says.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_inspection_window_result {
    /// DMS_INSPECTION_WINDOW_ROW_*.
    pub row: i32,
    /// Bits DMS_INSPECTION_WINDOW_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// Which of the two windows holds: DMS_INSPECTION_CLASS_*.
    pub window_class: i32,
    /// Whether a window is known.
    pub has_window_class: i32,
    /// How many months before the nominal month the window opens.
    pub months_before: i32,
    /// Whether it is known.
    pub has_months_before: i32,
    /// How many months after the nominal month the window closes.
    pub months_after: i32,
    /// Whether it is known.
    pub has_months_after: i32,
    /// After how many years the inspections follow one another: DMS_INSPECTION_INTERVALS_*.
    pub intervals: i32,
}

/// Decides `inspection.window`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_inspection_window(
    facts: *const dms_inspection_window_facts,
    result: *mut dms_inspection_window_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = window::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = WINDOW.fired(&decision);
            let window::Outcome { window_class, months_before, months_after, intervals } = decision.outcome;
            Ok(dms_inspection_window_result {
                row,
                because,
                advisories,
                window_class: window_class.map_or(0, number::of),
                has_window_class: window_class.is_some().into(),
                months_before: months_before.map_or(0, i32::from),
                has_months_before: months_before.is_some().into(),
                months_after: months_after.map_or(0, i32::from),
                has_months_after: months_after.is_some().into(),
                intervals: number::of(intervals),
            })
        })
    }
}
