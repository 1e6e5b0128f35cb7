use std::fmt::Display;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::fact::Bits;
use crate::booking::maintenance_contract::{ContractNumber, ContractVin};
use crate::value::{Closed, Few, Latest, OdometerReading, Set};

/// One bit a row, the first in the lowest bit of the first byte.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    bytes: Vec<u8>,
    len: usize,
}

impl Flags {
    /// As many bits, all of them set.
    fn all(len: usize) -> Self {
        Self { bytes: vec![u8::MAX; len.div_ceil(8)], len }
    }

    fn push(&mut self, flag: bool) {
        if self.len.is_multiple_of(8) {
            self.bytes.push(0);
        }
        self.set(self.len, flag);
        self.len += 1;
    }

    fn extend(&mut self, rows: usize, flag: bool) {
        let len = self.len + rows;
        while self.len < len && !self.len.is_multiple_of(8) {
            self.push(flag);
        }
        // Bits beyond the last row say nothing.
        self.bytes.resize(len.div_ceil(8), if flag { u8::MAX } else { 0 });
        self.len = len;
    }

    fn set(&mut self, row: usize, flag: bool) {
        let (byte, bit) = (&mut self.bytes[row / 8], 1 << (row % 8));
        *byte = if flag { *byte | bit } else { *byte & !bit };
    }

    /// The bit of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> bool {
        Bits::from(self).get(row)
    }

    /// The bytes, eight rows each; bits beyond the last row say nothing.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, given away.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// A column of answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its name.
    pub name: String,
    /// What stands in it, a value a row.
    pub values: Answers,
    /// Which rows have a value; `None` where all have.
    pub known: Option<Flags>,
    len: usize,
}

/// What stands in a column of answers.
#[derive(Clone, Debug)]
pub enum Answers {
    /// A name a row, by its place among `names`.
    Name {
        /// The names there are.
        names: Vec<String>,
        /// Their places.
        places: Vec<i8>,
    },
    /// Some names a row, by their places among `names`.
    Names {
        /// The names there are.
        names: Vec<String>,
        /// Where the places of each row end, after a 0; the next row's begin there.
        ends: Vec<i32>,
        /// The places of all rows.
        places: Vec<i8>,
    },
    /// Some names a row, bit n the n-th among `names`.
    Mask {
        /// The names there are.
        names: Vec<String>,
        /// Their bits.
        bits: Vec<i32>,
    },
    /// Yes or no.
    Flags(Flags),
    /// Whole numbers.
    Numbers(Vec<i32>),
    /// Days since 1970-01-01.
    Days(Vec<i32>),
    /// Readings of the clock on the wall, in microseconds since 1970-01-01T00:00:00.
    Times(Vec<i64>),
    /// Times of day, in microseconds since midnight.
    Clocks(Vec<i64>),
    /// Texts.
    Texts {
        /// Where the text of each row ends, after a 0; the next row's begins there.
        ends: Vec<i64>,
        /// All texts.
        text: String,
    },
}

impl Answers {
    pub(super) fn name(names: Vec<String>) -> Self {
        Self::Name { names, places: Vec::new() }
    }

    pub(super) fn names(names: Vec<String>) -> Self {
        Self::Names { names, ends: vec![0], places: Vec::new() }
    }

    pub(super) fn mask(names: Vec<String>) -> Self {
        Self::Mask { names, bits: Vec::new() }
    }

    fn texts() -> Self {
        Self::Texts { ends: vec![0], text: String::new() }
    }
}

impl Answer {
    pub(super) fn new(name: impl Into<String>, values: Answers) -> Self {
        Self { name: name.into(), values, known: None, len: 0 }
    }

    /// The column of a part of an outcome.
    pub(super) fn of<P: Part>(name: impl Into<String>) -> Self {
        Self::new(name, P::column())
    }

    /// How many rows are answered.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether no row is answered.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Makes room for so many more rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        match &mut self.values {
            Answers::Name { places, .. } => places.reserve_exact(rows),
            Answers::Names { ends, .. } => ends.reserve_exact(rows),
            Answers::Texts { ends, .. } => ends.reserve_exact(rows),
            Answers::Mask { bits: numbers, .. } | Answers::Numbers(numbers) | Answers::Days(numbers) => {
                numbers.reserve_exact(rows);
            }
            Answers::Flags(flags) => flags.bytes.reserve_exact(rows.div_ceil(8)),
            Answers::Times(counts) | Answers::Clocks(counts) => counts.reserve_exact(rows),
        }
    }

    /// The next row has this value.
    #[inline]
    pub(crate) fn put<P: Part>(&mut self, part: P) {
        part.put(self);
    }

    /// The next row has these names, one bit each.
    #[inline]
    pub(super) fn put_bits(&mut self, mut left: u32) {
        match &mut self.values {
            Answers::Mask { bits, .. } => bits.push(left.cast_signed()),
            Answers::Names { ends, places, .. } => {
                while left != 0 {
                    places.push(left.trailing_zeros() as i8);
                    left &= left - 1;
                }
                ends.push(places.len() as i32);
            }
            _ => unreachable!("bits stand for names"),
        }
        self.counted(true);
    }

    /// The next row has the name at this place.
    #[inline]
    pub(crate) fn put_place(&mut self, place: usize) {
        if let Answers::Name { places, .. } = &mut self.values {
            places.push(place as i8);
        }
        self.counted(true);
    }

    /// The next row has no value.
    pub(crate) fn put_unknown(&mut self) {
        match &mut self.values {
            Answers::Name { places, .. } => places.push(0),
            Answers::Names { ends, places, .. } => ends.push(places.len() as i32),
            Answers::Mask { bits: numbers, .. } | Answers::Numbers(numbers) | Answers::Days(numbers) => numbers.push(0),
            Answers::Flags(flags) => flags.push(false),
            Answers::Times(counts) | Answers::Clocks(counts) => counts.push(0),
            Answers::Texts { ends, text } => ends.push(text.len() as i64),
        }
        self.counted(false);
    }

    /// The next rows have the names at these places.
    pub(super) fn extend_places(&mut self, rows: impl ExactSizeIterator<Item = i8>) {
        let count = rows.len();
        if let Answers::Name { places, .. } = &mut self.values {
            places.extend(rows);
        }
        self.count(count, true);
    }

    /// The next rows have these names, one bit each.
    pub(super) fn extend_bits(&mut self, rows: impl ExactSizeIterator<Item = u16>, lists: &[List]) {
        let count = rows.len();
        match &mut self.values {
            Answers::Mask { bits, .. } => bits.extend(rows.map(i32::from)),
            Answers::Names { ends, places, .. } => {
                let mut end = places.len();
                // Each list is copied whole, whatever its length, and the next over what it has too many.
                places.resize(end + count * List::ROOM, 0);
                ends.extend(rows.map(|bits| {
                    let list = &lists[usize::from(bits)];
                    places[end..end + List::ROOM].copy_from_slice(&list.places);
                    end += usize::from(list.len);
                    end as i32
                }));
                places.truncate(end);
            }
            _ => unreachable!("bits stand for names"),
        }
        self.count(count, true);
    }

    /// The next rows have no value.
    pub(super) fn extend_unknown(&mut self, count: usize) {
        match &mut self.values {
            Answers::Name { places, .. } => places.resize(places.len() + count, 0),
            Answers::Names { ends, places, .. } => ends.resize(ends.len() + count, places.len() as i32),
            Answers::Mask { bits: numbers, .. } | Answers::Numbers(numbers) | Answers::Days(numbers) => {
                numbers.resize(numbers.len() + count, 0);
            }
            Answers::Flags(flags) => flags.extend(count, false),
            Answers::Times(counts) | Answers::Clocks(counts) => counts.resize(counts.len() + count, 0),
            Answers::Texts { ends, text } => ends.resize(ends.len() + count, text.len() as i64),
        }
        self.count(count, false);
    }

    /// Gives back the room that was not needed.
    pub(super) fn shrink(&mut self) {
        match &mut self.values {
            Answers::Names { places, .. } => places.shrink_to_fit(),
            Answers::Texts { text, .. } => text.shrink_to_fit(),
            // Their room was made for the rows there are.
            _ => {}
        }
    }

    #[inline]
    fn count(&mut self, rows: usize, known: bool) {
        if self.known.is_none() && !known {
            self.known = Some(Flags::all(self.len));
        }
        if let Some(flags) = &mut self.known {
            flags.extend(rows, known);
        }
        self.len += rows;
    }

    #[inline]
    fn counted(&mut self, known: bool) {
        match &mut self.known {
            Some(flags) => flags.push(known),
            None if known => {}
            None => {
                let mut flags = Flags::all(self.len);
                flags.push(false);
                self.known = Some(flags);
            }
        }
        self.len += 1;
    }
}

/// The places of some names.
#[derive(Clone, Copy)]
pub(super) struct List {
    places: [i8; Self::ROOM],
    len: u8,
}

impl List {
    const ROOM: usize = 16;

    /// The list for every combination of so many names, which must have room.
    pub(super) fn of_all(names: usize) -> Vec<Self> {
        assert!(names < Self::ROOM, "a list has room for its names");
        let list = |bits: u32| {
            let mut list = Self { places: [0; Self::ROOM], len: 0 };
            for place in (0..names).filter(|place| bits & (1 << place) != 0) {
                list.places[usize::from(list.len)] = place as i8;
                list.len += 1;
            }
            list
        };
        (0..1 << names).map(list).collect()
    }
}

/// What an outcome is made of.
pub(crate) trait Part: Sized {
    /// The empty column for it.
    fn column() -> Answers;

    /// Gives a column its next value.
    fn put(self, to: &mut Answer);
}

/// Declares how a part lies in its column.
macro_rules! parts {
    ($($part:ty = $column:ident |$value:ident| $plain:expr;)+) => { $(
        impl Part for $part {
            fn column() -> Answers {
                Answers::$column(Default::default())
            }

            fn put(self, to: &mut Answer) {
                let $value = self;
                if let Answers::$column(values) = &mut to.values {
                    values.push($plain);
                }
                to.counted(true);
            }
        }
    )+ };
}

parts! {
    bool = Flags |flag| flag;
    u16 = Numbers |number| number.into();
    OdometerReading = Numbers |reading| reading.get().cast_signed();
    NaiveDate = Days |day| days_since_1970(day);
    NaiveDateTime = Times |at| at.and_utc().timestamp_micros();
    NaiveTime = Clocks |at| {
        i64::from(at.num_seconds_from_midnight()) * 1_000_000 + i64::from(at.nanosecond() / 1000)
    };
}

fn days_since_1970(day: NaiveDate) -> i32 {
    day.signed_duration_since(DateTime::UNIX_EPOCH.date_naive()).num_days() as i32
}

/// A name of a closed enum.
impl<E: Closed + Display> Part for E {
    fn column() -> Answers {
        Answers::name(names::<E>())
    }

    fn put(self, to: &mut Answer) {
        to.put_place(self.place() as usize);
    }
}

fn names<E: Closed + Display>() -> Vec<String> {
    E::ALL.iter().map(ToString::to_string).collect()
}

impl<E: Closed + Display> Part for Set<E> {
    fn column() -> Answers {
        Answers::names(names::<E>())
    }

    fn put(self, to: &mut Answer) {
        to.put_bits(self.iter().fold(0, |bits, name| bits | 1 << name.place()));
    }
}

/// Names in an order that is not theirs, some of them more than once.
impl<E: Closed + Display, const N: usize> Part for Few<E, N> {
    fn column() -> Answers {
        Answers::names(names::<E>())
    }

    fn put(self, to: &mut Answer) {
        if let Answers::Names { ends, places, .. } = &mut to.values {
            places.extend(self.iter().map(|name| name.place() as i8));
            ends.push(places.len() as i32);
        }
        to.counted(true);
    }
}

impl<P: Part> Part for Option<P> {
    fn column() -> Answers {
        P::column()
    }

    fn put(self, to: &mut Answer) {
        match self {
            Some(known) => known.put(to),
            None => to.put_unknown(),
        }
    }
}

/// The end of a civil day is a reading of the clock on the wall as any other: columns know no zones.
impl Part for Latest<NaiveDateTime> {
    fn column() -> Answers {
        NaiveDateTime::column()
    }

    fn put(self, to: &mut Answer) {
        self.resolve(|at| at, |at| at).put(to);
    }
}

/// Declares what is written as text.
macro_rules! texts {
    ($($part:ty),+) => { $(
        impl Part for $part {
            fn column() -> Answers {
                Answers::texts()
            }

            fn put(self, to: &mut Answer) {
                if let Answers::Texts { ends, text } = &mut to.values {
                    text.push_str(self.as_ref());
                    ends.push(text.len() as i64);
                }
                to.counted(true);
            }
        }
    )+ };
}

texts!(&str, String);

impl Part for ContractNumber<'_> {
    fn column() -> Answers {
        Answers::texts()
    }

    fn put(self, to: &mut Answer) {
        to.put(self.to_string());
    }
}

impl Part for ContractVin<'_> {
    fn column() -> Answers {
        Answers::texts()
    }

    fn put(self, to: &mut Answer) {
        to.put(self.as_str());
    }
}
