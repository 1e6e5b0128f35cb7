//! What the law says about windows and intervals, as dated data: the value, the vehicles it is for, since when, and
//! where it was read. A change of the law is a further entry, never a change of one that was in force.

use chrono::NaiveDate;

use super::Vehicle::{
    self, Ambulance, Bus, ClassL, FarmTrailer, GoodsVehicle, HeavyTrailer, Historic, LightTrailer, PrivateCar, Taxi,
    TractorOver40, TractorTo40,
};
use crate::value::closed_enum;

closed_enum! {
    /// Which of the two windows holds for a vehicle.
    pub enum WindowClass {
        /// Class A.
        ClassA = "class_a",
        /// Class B.
        ClassB = "class_b",
    }
}

closed_enum! {
    /// After how many years the inspections of a vehicle follow one another.
    pub enum Intervals {
        /// Every year.
        Yearly = "yearly",
        /// After three years, then two, then every year.
        ThreeTwoOne = "three_two_one",
        /// After three years, then every two.
        ThreeTwoTwo = "three_two_two",
        /// Every two years.
        TwoYearly = "two_yearly",
    }
}

/// The months around the nominal month in which a vehicle may be inspected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// The class for which it holds.
    pub class: WindowClass,
    /// How many months before the nominal month it opens.
    pub months_before: u16,
    /// How many months after the nominal month it closes.
    pub months_after: u16,
}

/// A value that the law has given to some vehicles from some day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dated<V> {
    /// The value.
    pub value: V,
    /// The vehicles it is for.
    pub vehicles: &'static [Vehicle],
    /// The first day on which it holds; `None` where the source knows no beginning.
    pub valid_from: Option<NaiveDate>,
    /// Where it was read.
    pub where_read: &'static str,
}

impl<V> Dated<V> {
    /// The entry that is in force for a vehicle on a day: of those that hold, the one that came last.
    #[must_use]
    pub fn in_force(law: &'static [Self], vehicle: Vehicle, on: NaiveDate) -> Option<&'static Self> {
        law.iter()
            .filter(|entry| entry.vehicles.contains(&vehicle) && entry.valid_from.is_none_or(|from| from <= on))
            .max_by_key(|entry| entry.valid_from)
    }
}

/// The windows. Nothing was read about farm trailers, nor about class B before 2018-05-20.
pub static WINDOWS: &[Dated<Window>] = &[
    Dated {
        value: Window { class: WindowClass::ClassA, months_before: 1, months_after: 4 },
        vehicles: &[PrivateCar, ClassL, Historic, LightTrailer, TractorTo40],
        valid_from: None,
        where_read: "ots.at OTS_20180514_OTS0050; mcwien.at",
    },
    Dated {
        value: Window { class: WindowClass::ClassB, months_before: 3, months_after: 0 },
        vehicles: &[GoodsVehicle, Bus, Taxi, Ambulance, HeavyTrailer, TractorOver40],
        valid_from: since(2018, 5, 20),
        where_read: "ots.at OTS_20180514_OTS0050",
    },
];

/// The intervals. That private cars go over to four, two, two, two and one years was decided by ministers on 2025-12-03
/// (neuezeit.at); its entry into force was not found, so it is not among them.
pub static INTERVALS: &[Dated<Intervals>] = &[
    Dated {
        value: Intervals::Yearly,
        vehicles: &[ClassL, GoodsVehicle, Bus, Taxi, Ambulance, HeavyTrailer, TractorOver40],
        valid_from: None,
        where_read: "bmk.gv.at Begutachtungsfristen; oeamtc.at 36674080",
    },
    Dated {
        value: Intervals::ThreeTwoOne,
        vehicles: &[PrivateCar, LightTrailer, TractorTo40],
        valid_from: None,
        where_read: "bmk.gv.at Begutachtungsfristen; oeamtc.at 36674080",
    },
    Dated {
        value: Intervals::ThreeTwoOne,
        vehicles: &[ClassL],
        valid_from: since(2020, 3, 1),
        where_read: "bmk.gv.at Begutachtungsfristen; oeamtc.at 36674080",
    },
    Dated {
        value: Intervals::ThreeTwoTwo,
        vehicles: &[FarmTrailer],
        valid_from: None,
        where_read: "bmk.gv.at Begutachtungsfristen; oeamtc.at 36674080",
    },
    Dated {
        value: Intervals::TwoYearly,
        vehicles: &[Historic],
        valid_from: None,
        where_read: "bmk.gv.at Begutachtungsfristen; oeamtc.at 36674080",
    },
];

/// A day from which a value holds; a day that does not exist stops the build.
const fn since(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    Some(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// No vehicle may be given two values from the same day on: neither would be the later one.
    fn is_unambiguous<V>(law: &[Dated<V>]) {
        let mut given = BTreeSet::new();
        for entry in law {
            for vehicle in entry.vehicles {
                assert!(given.insert((*vehicle, entry.valid_from)), "{vehicle} twice from {:?}", entry.valid_from);
            }
            assert!(!entry.where_read.is_empty());
        }
    }

    #[test]
    fn the_law_is_unambiguous() {
        is_unambiguous(WINDOWS);
        is_unambiguous(INTERVALS);
    }

    #[test]
    fn every_vehicle_has_intervals_at_any_time() {
        for vehicle in Vehicle::ALL {
            assert!(Dated::in_force(INTERVALS, *vehicle, NaiveDate::MIN).is_some(), "{vehicle}");
        }
    }

    #[test]
    fn a_value_holds_from_its_day_on() {
        let on = |text: &str| {
            let day = text.parse().expect("a date");
            let window = Dated::in_force(WINDOWS, Taxi, day).map(|entry| entry.value.class);
            (window, Dated::in_force(INTERVALS, ClassL, day).map(|entry| entry.value))
        };
        assert_eq!(on("2018-05-19"), (None, Some(Intervals::Yearly)));
        assert_eq!(on("2018-05-20"), (Some(WindowClass::ClassB), Some(Intervals::Yearly)));
        assert_eq!(on("2020-02-29"), (Some(WindowClass::ClassB), Some(Intervals::Yearly)));
        assert_eq!(on("2020-03-01"), (Some(WindowClass::ClassB), Some(Intervals::ThreeTwoOne)));
    }
}
