//! The bytes of facts and of answers. Kotlin's half is `internal/Bytes.kt`.
//!
//! Everything is little-endian and stands in the order of the fields, without names and without gaps:
//!
//! | what | bytes |
//! | --- | --- |
//! | yes or no | 1: 0 or 1 |
//! | a value of an enum, a variant of a union | 1: its place, from 0 |
//! | a set of an enum's values | 4: bit n is the n-th value |
//! | a whole number of 16 bits, of 32 with a sign, kilometres | 4, with a sign |
//! | any other whole number | 8, with a sign |
//! | an amount | 1: 0 whole cents, 1 a fraction of one is left over, 2 more than 64 bits hold; then 8: the cents; of an outcome these alone |
//! | a date | 4: days since 1970-01-01; one that 4 bytes cannot hold is the last or first that they can |
//! | a time of day | 4: seconds since midnight |
//! | a time | 8: seconds since 1970-01-01T00:00:00 on the clock on the wall; 4: nanoseconds; with a zone 4 more: its offset in seconds |
//! | the latest permitted time | 1: 0 a time as asked, 1 a time without a zone; then the time |
//! | a text | 4: how many bytes, or -1 where half a surrogate pair stands alone; then UTF-8 |
//! | what may be unknown | 1: 0 or 1, and then it |
//! | a list | 4: how many; then each |
//!
//! A call carries facts one after the other, each with its length in 4 bytes before it: of facts that are refused the rest is
//! not read. It is answered by 1 byte, which is 0, and as many answers: 1 byte 0, the outcome and its grounds, or 1 byte 1 and
//! a refusal. Or by 1 byte, which is 1, and the text of a panic.

use std::iter;

use dms_rules::error::Error;

use crate::answer::{Answered, refuse};
use crate::fact::Fact;

/// Bytes that have not been read yet. Reading panics where they end too early: then the two halves of the library are not of
/// one model.
pub(crate) struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Reads one field; the refusal names it.
    pub(crate) fn fact<F: Fact<'a>>(&mut self, field: &'static str) -> Result<F, Error> {
        F::read(self).map_err(|error| match error.field() {
            None => Error::new(error.code(), field, error.detail().to_owned()),
            Some(inner) if inner.starts_with('[') => {
                Error::new(error.code(), format!("{field}{inner}"), error.detail().to_owned())
            }
            Some(inner) => Error::new(error.code(), format!("{field}.{inner}"), error.detail().to_owned()),
        })
    }

    /// Answers the facts of each set.
    pub(crate) fn each<F: Fact<'a>, A: Answered>(
        mut self,
        answers: &mut Vec<u8>,
        decide: impl Fn(&F) -> Result<A, Error>,
    ) {
        for mut facts in iter::from_fn(|| self.next_facts()) {
            match F::read(&mut facts).and_then(|facts| decide(&facts)) {
                Ok(answer) => {
                    assert!(facts.0.is_empty(), "{TOO_LONG}");
                    answers.push(0);
                    answer.put(answers);
                }
                Err(error) => {
                    answers.push(1);
                    refuse(&error, answers);
                }
            }
        }
    }

    fn next_facts(&mut self) -> Option<Self> {
        if self.0.is_empty() {
            return None;
        }
        let length = self.length().expect(TOO_SHORT);
        Some(Self(self.take(length)))
    }

    pub(crate) fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, left) = self.0.split_at_checked(length).expect(TOO_SHORT);
        self.0 = left;
        taken
    }

    fn array<const N: usize>(&mut self) -> [u8; N] {
        let (taken, left) = self.0.split_first_chunk().expect(TOO_SHORT);
        self.0 = left;
        *taken
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let [byte] = self.array();
        byte
    }

    pub(crate) fn int(&mut self) -> i32 {
        i32::from_le_bytes(self.array())
    }

    pub(crate) fn long(&mut self) -> i64 {
        i64::from_le_bytes(self.array())
    }

    /// How long something is; `None` for -1.
    pub(crate) fn length(&mut self) -> Option<usize> {
        usize::try_from(self.int()).ok()
    }
}

const TOO_SHORT: &str = "facts have more bytes: the classes and the native library are not of one build";
const TOO_LONG: &str = "facts have fewer bytes: the classes and the native library are not of one build";
