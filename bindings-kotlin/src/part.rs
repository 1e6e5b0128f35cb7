//! The parts of an outcome, as `bytes.rs` says that they are written.

use std::num::NonZeroU32;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, Timelike};
use dms_rules::booking::maintenance_contract::{ContractNumber, ContractVin};
use dms_rules::car_pass::worklist::Listed;
use dms_rules::table::Reason;
use dms_rules::value::{Cents, Closed, EnterpriseNumber, Few, Latest, OdometerReading, Set, Vin};

/// What can be written into the bytes of an answer.
pub(crate) trait Part {
    fn write(&self, bytes: &mut Vec<u8>);
}

impl Part for bool {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(u8::from(*self));
    }
}

/// A value of an enum, or a variant of a union.
pub(crate) fn place(place: u32, bytes: &mut Vec<u8>) {
    bytes.push(u8::try_from(place).expect("an enum has few values"));
}

impl<E: Closed> Part for Set<E> {
    fn write(&self, bytes: &mut Vec<u8>) {
        let bits: i32 = self.iter().map(|value| 1 << value.place()).sum();
        bits.write(bytes);
    }
}

impl<P: Part> Part for Option<P> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.is_some().write(bytes);
        if let Some(part) = self {
            part.write(bytes);
        }
    }
}

impl<P: Part> Part for [P] {
    fn write(&self, bytes: &mut Vec<u8>) {
        length(self.len(), bytes);
        self.iter().for_each(|part| part.write(bytes));
    }
}

impl<P: Part> Part for Vec<P> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.as_slice().write(bytes);
    }
}

impl<P: Part + ?Sized> Part for &P {
    fn write(&self, bytes: &mut Vec<u8>) {
        (*self).write(bytes);
    }
}

impl<P: Part, const N: usize> Part for Few<P, N> {
    fn write(&self, bytes: &mut Vec<u8>) {
        length(self.iter().count(), bytes);
        self.iter().for_each(|part| part.write(bytes));
    }
}

/// How many bytes or parts follow.
pub(crate) fn length(length: usize, bytes: &mut Vec<u8>) {
    bytes.extend(i32::try_from(length).expect("an answer has less than 2 GB").to_le_bytes());
}

impl Part for str {
    fn write(&self, bytes: &mut Vec<u8>) {
        length(self.len(), bytes);
        bytes.extend(self.as_bytes());
    }
}

impl Part for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.as_str().write(bytes);
    }
}

/// Only one that can be sent is part of an outcome.
impl Part for Vin {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.as_str().unwrap_or_default().write(bytes);
    }
}

impl Part for EnterpriseNumber {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.as_str().write(bytes);
    }
}

impl Part for ContractNumber<'_> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.to_string().write(bytes);
    }
}

impl Part for ContractVin<'_> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.as_str().write(bytes);
    }
}

impl Part for Reason {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.id.write(bytes);
    }
}

impl Part for u16 {
    fn write(&self, bytes: &mut Vec<u8>) {
        i32::from(*self).write(bytes);
    }
}

impl Part for i32 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }
}

impl Part for i64 {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_le_bytes());
    }
}

impl Part for u32 {
    fn write(&self, bytes: &mut Vec<u8>) {
        i64::from(*self).write(bytes);
    }
}

impl Part for NonZeroU32 {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.get().write(bytes);
    }
}

/// Only facts may have other amounts than whole cents.
impl Part for Cents {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.get().write(bytes);
    }
}

impl Part for OdometerReading {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.get().cast_signed().write(bytes);
    }
}

impl Part for NaiveDate {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.to_epoch_days().write(bytes);
    }
}

impl Part for NaiveTime {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.num_seconds_from_midnight().cast_signed().write(bytes);
    }
}

impl Part for NaiveDateTime {
    fn write(&self, bytes: &mut Vec<u8>) {
        let at = self.and_utc();
        at.timestamp().write(bytes);
        at.timestamp_subsec_nanos().cast_signed().write(bytes);
    }
}

impl Part for DateTime<FixedOffset> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.naive_local().write(bytes);
        self.offset().fix().local_minus_utc().write(bytes);
    }
}

impl<T: Part> Part for Latest<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Instant(at) => {
                place(0, bytes);
                at.write(bytes);
            }
            Self::Civil(at) => {
                place(1, bytes);
                at.write(bytes);
            }
        }
    }
}

/// As JSON has it: of the decision on which it rests, what a list shows.
impl Part for Listed<'_> {
    fn write(&self, bytes: &mut Vec<u8>) {
        self.id.write(bytes);
        self.start_of_work.write(bytes);
        self.red().write(bytes);
        self.reasons().collect::<Vec<_>>().write(bytes);
        self.advisories().collect::<Vec<_>>().write(bytes);
    }
}
