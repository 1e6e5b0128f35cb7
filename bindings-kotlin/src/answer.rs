//! What comes back: a decision's grounds, or a refusal.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use dms_rules::catalogue;
use dms_rules::decision::Decision;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::message::Language;
use dms_rules::table::{Evaluation, Reason};
use dms_rules::value::Closed;

use crate::part::{Part, length, place};
use crate::table::WireReason;

/// The grounds of a decision, as places in its table: see `tables`. They come back to be explained.
#[derive(uniffi::Record)]
pub(crate) struct WireGrounds {
    /// The row that fired, from the top; none under COLLECT.
    row: Option<i32>,
    /// Bit n: the table's n-th reason.
    because: i32,
    /// Bit n: the table's n-th advisory.
    advisories: i32,
    /// Bit n: the answer to the table's n-th condition.
    holds: i32,
}

/// What a decision is answered with.
pub(crate) trait Answered {
    fn put(&self, bytes: &mut Vec<u8>);
}

/// The outcome, then the grounds as places in the table: the row or -1, and the bits of reasons, advisories and conditions.
impl<O: Part> Answered for Decision<O> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.outcome.write(bytes);
        let row = self.row_index().map_or(-1, |row| i32::try_from(row).expect("a table has few rows"));
        row.write(bytes);
        for bits in [self.because_bits(), self.advisory_bits(), self.condition_bits()] {
            bits.cast_signed().write(bytes);
        }
    }
}

/// A quarter hour on the clock on the wall.
impl Answered for NaiveDateTime {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.write(bytes);
    }
}

/// A quarter hour with its offset.
impl Answered for DateTime<FixedOffset> {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.write(bytes);
    }
}

/// The answer to a request in JSON.
impl Answered for String {
    fn put(&self, bytes: &mut Vec<u8>) {
        self.write(bytes);
    }
}

/// A refusal: its code by its place, the field, the message, and lists of faults and advisories, which are empty most often.
pub(crate) fn refuse(error: &Error, bytes: &mut Vec<u8>) {
    fault(error, bytes);
    length(error.faults().len(), bytes);
    error.faults().iter().for_each(|error| fault(error, bytes));
    length(error.advisories().len(), bytes);
    for advisory in error.advisories() {
        let Reason { id, text } = *advisory;
        id.write(bytes);
        Language::ALL.iter().for_each(|language| text.get(*language).write(bytes));
    }
}

fn fault(error: &Error, bytes: &mut Vec<u8>) {
    place(error.code().place(), bytes);
    error.field().write(bytes);
    error.to_string().write(bytes);
}

impl From<WireGrounds> for Evaluation {
    fn from(wire: WireGrounds) -> Self {
        let WireGrounds { row, because, advisories, holds } = wire;
        Self {
            row: row.map(|row| u8::try_from(row).expect("the place of a row, as it went out")),
            because: because.cast_unsigned(),
            advisories: advisories.cast_unsigned(),
            holds: holds.cast_unsigned(),
        }
    }
}

/// Explains a decision of this library, as Markdown.
#[uniffi::export]
pub(crate) fn explain(decision: String, grounds: WireGrounds, language: WireLanguage) -> String {
    let table = catalogue::find(&decision).expect("a decision that this library made").table();
    dms_rules::export::explain(&Decision::new((), table, grounds.into()), language.into())
}

/// Facts that were refused: nothing was decided.
#[derive(uniffi::Record)]
pub(crate) struct WireRefusal {
    code: WireErrorCode,
    /// The fact's name in the rules.
    field: Option<String>,
    /// What was expected, in English.
    message: String,
    /// Every fault, where the decision lists them all.
    faults: Vec<WireRefusal>,
    /// What a person should look at.
    advisories: Vec<WireReason>,
}

impl From<&Error> for WireRefusal {
    fn from(error: &Error) -> Self {
        Self {
            code: error.code().into(),
            field: error.field().map(str::to_owned),
            message: error.to_string(),
            faults: error.faults().iter().map(Into::into).collect(),
            advisories: error.advisories().iter().map(Into::into).collect(),
        }
    }
}

impl From<Error> for WireRefusal {
    fn from(error: Error) -> Self {
        (&error).into()
    }
}

/// An enum of the core and its mirror, variant by variant; neither can have one that the other lacks.
macro_rules! mirror {
    ($(#[$about:meta])* $wire:ident = $core:ty: $variants:tt $($direction:ident)+) => {
        mirror! { @enum $(#[$about])* $wire $variants }
        $(mirror! { @$direction $wire = $core: $variants })+
    };
    (@enum $(#[$about:meta])* $wire:ident { $($variant:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(uniffi::Enum)]
        pub(crate) enum $wire { $($variant),+ }
    };
    (@comes_in $wire:ident = $core:ty: { $($variant:ident),+ $(,)? }) => {
        impl From<$wire> for $core {
            fn from(wire: $wire) -> Self {
                // Never called: a variant added to the core does not compile until it is mirrored.
                let _mirrored = |core: Self| match core { $(Self::$variant => ()),+ };
                match wire { $($wire::$variant => Self::$variant),+ }
            }
        }
    };
    (@goes_out $wire:ident = $core:ty: { $($variant:ident),+ $(,)? }) => {
        impl From<$core> for $wire {
            fn from(core: $core) -> Self {
                match core { $(<$core>::$variant => Self::$variant),+ }
            }
        }
    };
}
mirror! {
    /// Why facts were refused.
    WireErrorCode = ErrorCode: {
        MissingField, UnknownField, WrongType, UnknownValue, OutOfRange, InvalidDate, Contradiction, IllegalTransition,
        OptionsLocked, UnknownDecision, MalformedJson,
    }
    comes_in goes_out
}

mirror! {
    /// A language in which the library speaks.
    WireLanguage = Language: { En, Nl, Fr, De }
    comes_in
}

/// What a refusal says to the workshop's staff.
#[uniffi::export]
pub(crate) fn refusal_line(code: WireErrorCode, field: Option<String>, language: WireLanguage) -> String {
    let error = match field {
        Some(field) => Error::new(code.into(), field, ""),
        None => Error::whole(code.into(), ""),
    };
    error.line(language.into())
}
