//! The shape of every decision, as constants: what its facts and its outcome are made of, and what is said of them.
//!
//! The derives of facts and outcomes, the enums' declarations and the tables leave it behind; nothing of it is written a second
//! time. With the feature `json`, [`json`] prints all of it: whatever is generated for other languages is generated from that
//! text, which `docs/model.md` describes.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::message::Text;
use crate::table::{Reason, Table};
use crate::value::{Cents, EnterpriseNumber, Few, Latest, OdometerReading, Set, Vin};

#[cfg(feature = "json")]
mod print;
pub(crate) mod registry;
#[cfg(feature = "json")]
mod schema;

#[cfg(feature = "json")]
pub use print::json;
#[cfg(feature = "json")]
pub(crate) use schema::schema;

/// Where a type is declared, and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The module, as Rust writes it: `dms_rules::booking::plan`.
    pub module: &'static str,
    /// The name in Rust.
    pub rust: &'static str,
    /// The name in other languages, where it is another one.
    pub name: Option<&'static str>,
}

/// A closed enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enum {
    /// Where it is declared.
    pub place: Place,
    /// Its documentation, line by line.
    pub about: &'static [&'static str],
    /// Its values, in the order of the rules.
    pub values: &'static [Value],
}

/// A value of an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its stable name.
    pub id: &'static str,
    /// Its documentation, line by line.
    pub about: &'static [&'static str],
}

/// A record: the facts of a decision, an outcome, or a part of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Where it is declared.
    pub place: Place,
    /// Its documentation, line by line.
    pub about: &'static [&'static str],
    /// Its fields, in the order of the rules.
    pub fields: &'static [Field],
    /// Whether the Rust type borrows text.
    pub lifetime: bool,
    /// Whether the Rust type is generic over its times.
    pub times: bool,
}

/// One of several records, told apart by their `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Union {
    /// Where it is declared.
    pub place: Place,
    /// Its documentation, line by line.
    pub about: &'static [&'static str],
    /// What it may be.
    pub variants: &'static [Variant],
}

/// One of the records of a [`Union`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its `kind`.
    pub id: &'static str,
    /// Its documentation, line by line.
    pub about: &'static [&'static str],
    /// What stands beside the kind.
    pub fields: &'static [Field],
}

/// A fact, or a part of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its documentation, line by line.
    pub about: &'static [&'static str],
    /// What it is.
    pub shape: Shape,
    /// Whether it may be left out or, in an outcome, be none.
    pub optional: bool,
    /// What holds where it is left out.
    pub default: Option<Default>,
}

/// What holds where a fact is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Default {
    /// Yes or no.
    Boolean(bool),
    /// A number.
    Integer(i64),
    /// The value of an enum with this name.
    Name(&'static str),
}

/// What a value is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    Boolean,
    /// A whole number.
    Integer {
        /// How many bits Rust's type has.
        bits: u32,
        /// Whether Rust's type has a sign.
        signed: bool,
        /// The least.
        minimum: i64,
        /// The most.
        maximum: i64,
        /// What it counts, where its limits are told in that; else empty.
        unit: &'static str,
    },
    /// A reading in whole kilometres.
    OdometerReading,
    /// Euro cents including VAT.
    Cents,
    /// Any text.
    Text,
    /// A vehicle identification number as entered.
    Vin,
    /// A Belgian enterprise number.
    EnterpriseNumber,
    /// A civil date.
    Date,
    /// A time of day, without a date.
    TimeOfDay,
    /// A civil date and time, never with a zone.
    WallClock,
    /// A date and time: with a zone, or the clock on the wall.
    Time,
    /// A [`Latest`].
    Latest,
    /// A value of an enum.
    Enum {
        /// The enum.
        of: &'static Enum,
    },
    /// Values of an enum, in their order.
    Set {
        /// The enum.
        of: &'static Enum,
    },
    /// A record.
    Record {
        /// The record.
        of: &'static Record,
    },
    /// One of several records.
    Union {
        /// The union.
        of: &'static Union,
    },
    /// A list.
    List {
        /// What it holds.
        items: &'static Shape,
        /// The most that it may hold.
        maximum: Option<usize>,
        /// What it holds, where its limit is told in that; else empty.
        unit: &'static str,
    },
    /// The id of a reason of this decision, or of another.
    Reason {
        /// The other decision.
        of: Option<&'static str>,
    },
    /// The id of an advisory of another decision.
    Advisory {
        /// The other decision.
        of: &'static str,
    },
}

impl Shape {
    /// The same number within these limits.
    ///
    /// # Panics
    /// While the crate compiles, where it is no number.
    #[doc(hidden)]
    #[must_use]
    pub const fn within(self, minimum: i64, maximum: i64, unit: &'static str) -> Self {
        match self {
            Self::Integer { bits, signed, .. } => Self::Integer { bits, signed, minimum, maximum, unit },
            _ => panic!("only whole numbers have a range"),
        }
    }

    /// The same list with at most so many items.
    ///
    /// # Panics
    /// While the crate compiles, where it is no list.
    #[doc(hidden)]
    #[must_use]
    pub const fn at_most(self, maximum: usize, unit: &'static str) -> Self {
        match self {
            Self::List { items, .. } => Self::List { items, maximum: Some(maximum), unit },
            _ => panic!("only lists have a greatest length"),
        }
    }

    /// Whether a column holds it.
    #[must_use]
    pub const fn is_flat(&self) -> bool {
        !matches!(self, Self::Set { .. } | Self::Record { .. } | Self::Union { .. } | Self::List { .. })
    }

    /// The record.
    ///
    /// # Panics
    /// While the crate compiles, where it is none.
    #[must_use]
    pub(crate) const fn record(self) -> &'static Record {
        match self {
            Self::Record { of } => of,
            _ => panic!("facts are a record"),
        }
    }
}

impl Field {
    /// One without a default.
    pub(crate) const fn plain(
        name: &'static str,
        about: &'static [&'static str],
        shape: Shape,
        optional: bool,
    ) -> Self {
        Self { name, about, shape, optional, default: None }
    }
}

impl Record {
    /// Whether each of its fields lies in a column.
    #[must_use]
    pub const fn is_flat(&self) -> bool {
        let mut place = 0;
        while place < self.fields.len() {
            if !self.fields[place].shape.is_flat() {
                return false;
            }
            place += 1;
        }
        true
    }
}

/// A type that facts or outcomes are made of.
pub trait Shaped {
    /// What it is.
    const SHAPE: Shape;
    /// Whether there may be nothing.
    const OPTIONAL: bool = false;
}

macro_rules! shapes {
    ($($of:ty = $shape:expr;)+) => { $(
        impl Shaped for $of {
            const SHAPE: Shape = $shape;
        }
    )+ };
}

const fn integer(bits: u32, signed: bool, minimum: i64, maximum: i64) -> Shape {
    Shape::Integer { bits, signed, minimum, maximum, unit: "" }
}

shapes! {
    bool = Shape::Boolean;
    u16 = integer(16, false, 0, u16::MAX as i64);
    u32 = integer(32, false, 0, u32::MAX as i64);
    std::num::NonZeroU32 = integer(32, false, 1, u32::MAX as i64);
    i32 = integer(32, true, i32::MIN as i64, i32::MAX as i64);
    i64 = integer(64, true, i64::MIN, i64::MAX);
    OdometerReading = Shape::OdometerReading;
    Cents = Shape::Cents;
    &str = Shape::Text;
    String = Shape::Text;
    Vin = Shape::Vin;
    EnterpriseNumber = Shape::EnterpriseNumber;
    NaiveDate = Shape::Date;
    NaiveTime = Shape::TimeOfDay;
    NaiveDateTime = Shape::WallClock;
    &'static Reason = Shape::Reason { of: None };
}

impl<Tz: TimeZone> Shaped for DateTime<Tz> {
    const SHAPE: Shape = Shape::Time;
}

impl<T> Shaped for Latest<T> {
    const SHAPE: Shape = Shape::Latest;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = true;
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = Shape::List { items: &T::SHAPE, maximum: None, unit: "" };
}

impl<T: Shaped> Shaped for &'static [T] {
    const SHAPE: Shape = Shape::List { items: &T::SHAPE, maximum: None, unit: "" };
}

impl<T: Shaped, const N: usize> Shaped for Few<T, N> {
    const SHAPE: Shape = Shape::List { items: &T::SHAPE, maximum: None, unit: "" };
}

impl<E: Shaped> Shaped for Set<E> {
    const SHAPE: Shape = match E::SHAPE {
        Shape::Enum { of } => Shape::Set { of },
        _ => panic!("a set holds the values of an enum"),
    };
}

/// What is said of a decision beside its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it asks.
    pub question: Text,
    /// What is decided, beyond the question, line by line.
    pub about: &'static [&'static str],
    /// What is refused beyond what the types of the facts say.
    pub refuses: &'static [(ErrorCode, &'static str)],
}

impl Words {
    /// Of a table that stands for itself.
    #[doc(hidden)]
    pub const NONE: Self = Self { question: Text::EMPTY, about: &[], refuses: &[] };
}

/// The declaration of a decision.
#[derive(Clone, Copy, Debug)]
pub struct Declaration {
    /// Its table; a computation has one without rows.
    pub table: &'static Table,
    /// What is said of it.
    pub words: Words,
    /// Its facts.
    pub facts: &'static Record,
    /// Its outcome.
    pub outcome: Shape,
    /// The path of its function in Rust.
    pub decide: &'static str,
}

/// The facts and the outcome that a function decides from and on.
pub(crate) const fn signature<F: Shaped, O: Shaped>(
    _decide: fn(&F) -> Result<Decision<O>, Error>,
) -> (&'static Record, Shape) {
    (F::SHAPE.record(), O::SHAPE)
}

/// Every decision, in the order of the rules.
pub static DECISIONS: &[Declaration] = {
    const EVERY: &[&[Declaration]] = registry::every_domain!(DECLARATIONS);
    &all::<Declaration, { count(EVERY) }>(EVERY)
};

/// What the decision with this id declares.
#[cfg(feature = "export")]
pub(crate) fn declared(id: &str) -> Option<&'static Declaration> {
    DECISIONS.iter().find(|declared| declared.table.id == id)
}

/// Puts lists of the domains into one.
///
/// # Panics
/// While the crate compiles, where `N` is not the number of all items.
pub(crate) const fn all<T: Copy, const N: usize>(domains: &[&[T]]) -> [T; N] {
    let mut domain = 0;
    while domains[domain].is_empty() {
        domain += 1;
    }
    let mut every = [domains[domain][0]; N];
    let (mut at, mut domain) = (0, 0);
    while domain < domains.len() {
        let mut place = 0;
        while place < domains[domain].len() {
            every[at] = domains[domain][place];
            (at, place) = (at + 1, place + 1);
        }
        domain += 1;
    }
    assert!(at == N);
    every
}

/// How many items the lists of the domains have.
pub(crate) const fn count<T>(domains: &[&[T]]) -> usize {
    let (mut count, mut domain) = (0, 0);
    while domain < domains.len() {
        count += domains[domain].len();
        domain += 1;
    }
    count
}
