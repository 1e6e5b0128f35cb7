use std::borrow::Cow;

use super::answer::Flags;
use crate::json::Json;

/// A column of facts, borrowed from whoever holds it.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// What stands in it.
    pub values: Values<'a>,
    /// Which rows are known; `None` where all are.
    pub known: Option<Bits<'a>>,
}

/// What stands in a column, a value a row.
#[derive(Clone, Copy)]
pub enum Values<'a> {
    /// Nothing: no row is known.
    Unknown,
    /// Yes or no.
    Flags(Bits<'a>),
    /// Whole numbers.
    Int8(&'a [i8]),
    /// Whole numbers.
    Int16(&'a [i16]),
    /// Whole numbers.
    Int32(&'a [i32]),
    /// Whole numbers.
    Int64(&'a [i64]),
    /// Whole numbers.
    UInt8(&'a [u8]),
    /// Whole numbers.
    UInt16(&'a [u16]),
    /// Whole numbers.
    UInt32(&'a [u32]),
    /// Whole numbers.
    UInt64(&'a [u64]),
    /// Days since 1970-01-01.
    Days(&'a [i32]),
    /// Days, as milliseconds from 1970-01-01 to their midnight.
    Midnights(&'a [i64]),
    /// Readings of the clock on the wall since 1970-01-01T00:00:00.
    Times {
        /// How many units since then.
        counts: &'a [i64],
        /// How many nanoseconds a unit has.
        unit: i64,
    },
    /// Texts, and names of enums.
    Texts(&'a dyn Texts),
    /// What can stand for no fact; its holder's name for it.
    Other(&'a str),
}

/// A column of texts, however they are kept.
pub trait Texts: Sync {
    /// The text of a row that is known.
    fn text(&self, row: usize) -> &str;

    /// The texts where each is kept once, so that a name need not be read row by row.
    fn dictionary(&self) -> Option<&dyn Dictionary> {
        None
    }
}

/// Texts of which each is kept once.
pub trait Dictionary: Sync {
    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text at this place; `None` where nothing is kept.
    fn entry(&self, place: usize) -> Option<&str>;

    /// The places of rows, from one row on; anything where a row is unknown.
    fn places(&self, start: usize, to: &mut [usize]);
}

/// One bit a row, the first in the lowest bit of the first byte.
#[derive(Clone, Copy)]
pub struct Bits<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl<'a> Bits<'a> {
    /// The bits from this one on.
    #[must_use]
    pub const fn new(bytes: &'a [u8], offset: usize) -> Self {
        Self { bytes, offset }
    }

    /// The bits of rows, from one row on.
    pub(super) fn read(self, start: usize, to: &mut [bool]) {
        let mut row = start;
        let mut eights = to.chunks_exact_mut(8);
        for eight in &mut eights {
            let (byte, shift) = ((self.offset + row) / 8, (self.offset + row) % 8);
            // The eight bits lie in one byte or two.
            let next = if shift == 0 { 0 } else { self.bytes[byte + 1] };
            let bits = (u16::from(self.bytes[byte]) | u16::from(next) << 8) >> shift;
            for (place, bit) in eight.iter_mut().enumerate() {
                *bit = bits >> place & 1 != 0;
            }
            row += 8;
        }
        for (row, bit) in (row..).zip(eights.into_remainder()) {
            *bit = self.get(row);
        }
    }

    /// The bit of a row.
    #[inline]
    #[must_use]
    pub const fn get(self, row: usize) -> bool {
        let bit = self.offset + row;
        self.bytes[bit / 8] >> (bit % 8) & 1 != 0
    }
}

impl<'a> From<&'a Flags> for Bits<'a> {
    fn from(flags: &'a Flags) -> Self {
        Self::new(flags.bytes(), 0)
    }
}

/// What a fact is, and so which columns may hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Flag,
    /// A whole number: an odometer reading, cents, months.
    Number,
    /// A day.
    Day,
    /// A reading of the clock on the wall.
    Time,
    /// A text, or the name of an enum's value.
    Text,
}

impl Kind {
    /// What a column of such facts must hold, for an error message.
    #[must_use]
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Flag => "a column of booleans",
            Self::Number => "a column of integers",
            Self::Day => "a column of dates, or of texts YYYY-MM-DD",
            Self::Time => "a column of timestamps without a time zone, or of texts YYYY-MM-DDTHH:MM:SS",
            Self::Text => "a column of texts",
        }
    }
}

impl<'a> Values<'a> {
    /// Whether such values may stand for a fact of this kind.
    pub(super) const fn may_be(self, kind: Kind) -> bool {
        match self {
            Self::Unknown => true,
            Self::Flags(_) => matches!(kind, Kind::Flag),
            Self::Int8(_) | Self::Int16(_) | Self::Int32(_) | Self::Int64(_) => matches!(kind, Kind::Number),
            Self::UInt8(_) | Self::UInt16(_) | Self::UInt32(_) | Self::UInt64(_) => matches!(kind, Kind::Number),
            Self::Days(_) | Self::Midnights(_) => matches!(kind, Kind::Day),
            Self::Times { .. } => matches!(kind, Kind::Time),
            Self::Texts(_) => matches!(kind, Kind::Text | Kind::Day | Kind::Time),
            Self::Other(_) => false,
        }
    }

    /// What it is, for an error message.
    pub(super) const fn found(self) -> &'a str {
        match self {
            Self::Unknown => "nothing",
            Self::Flags(_) => "booleans",
            Self::Int8(_) | Self::Int16(_) | Self::Int32(_) | Self::Int64(_) => "integers",
            Self::UInt8(_) | Self::UInt16(_) | Self::UInt32(_) | Self::UInt64(_) => "integers",
            Self::Days(_) | Self::Midnights(_) => "dates",
            Self::Times { .. } => "timestamps",
            Self::Texts(_) => "texts",
            Self::Other(found) => found,
        }
    }
}

impl<'a> Column<'a> {
    /// A column of which nothing is known.
    pub(super) const UNKNOWN: Self = Self { values: Values::Unknown, known: None };

    /// What stands in a row, in the form in which JSON's facts are read.
    #[inline]
    pub(super) fn cell(&self, row: usize) -> Json<'a> {
        if self.known.is_some_and(|known| !known.get(row)) {
            return Json::Null;
        }
        match self.values {
            Values::Unknown | Values::Other(_) => Json::Null,
            Values::Flags(bits) => Json::Bool(bits.get(row)),
            Values::Int8(numbers) => whole(numbers[row].into()),
            Values::Int16(numbers) => whole(numbers[row].into()),
            Values::Int32(numbers) => whole(numbers[row].into()),
            Values::Int64(numbers) => whole(numbers[row]),
            Values::UInt8(numbers) => Json::Unsigned(numbers[row].into()),
            Values::UInt16(numbers) => Json::Unsigned(numbers[row].into()),
            Values::UInt32(numbers) => Json::Unsigned(numbers[row].into()),
            Values::UInt64(numbers) => Json::Unsigned(numbers[row]),
            Values::Days(days) => Json::Day(days[row]),
            Values::Midnights(counts) => midnight(counts[row]),
            Values::Times { counts, unit } => Json::Time(i128::from(counts[row]) * i128::from(unit)),
            Values::Texts(texts) => Json::Text(Cow::Borrowed(texts.text(row))),
        }
    }
}

#[inline]
fn whole<'a>(number: i64) -> Json<'a> {
    u64::try_from(number).map_or(Json::Negative(number), Json::Unsigned)
}

fn midnight<'a>(milliseconds: i64) -> Json<'a> {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    match i32::try_from(milliseconds / DAY) {
        Ok(days) if milliseconds % DAY == 0 => Json::Day(days),
        // No day: refused as a time is.
        _ => Json::Time(i128::from(milliseconds) * 1_000_000),
    }
}
