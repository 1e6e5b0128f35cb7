//! `okr.option` with its facts in plain slices.
//!
//! The conditions are those of the decision's own table, asked of many rows in one loop that the compiler turns into vector
//! instructions: there is no branch in it and, days being counted, no calendar.
//!
//! ```
//! use dms_rules::columns::okr_option::{Answers, Facts, Known, decide};
//! use dms_rules::okr::{Mode, option::{Boundary, Outcome}};
//! use dms_rules::value::{Cents, OdometerReading};
//!
//! let km = |km| OdometerReading::new(km).unwrap();
//! let facts = Facts {
//!     mode: &[Mode::AfterInvoice, Mode::Never],
//!     max_age_days: Known { values: &[14, 14], known: &[true, true] },
//!     threshold_cents: &[Cents::new(15_000); 2],
//!     boundary: &[Boundary::MoreThan; 2],
//!     apk_reported: &[false, false],
//!     entered_reading_km: &[km(84_500), km(12)],
//!     last_reading_km: Known { values: &[km(84_540), km(0)], known: &[true, false] },
//!     reading_date: Known { values: &[20_775, 0], known: &[true, false] },
//!     invoice_date: &[20_777, 20_777],
//!     invoice_total_cents: &[Cents::new(1_895); 2],
//! };
//! let (mut outcome, mut row, mut because, mut advisories) = ([None; 2], [0; 2], [0; 2], [0; 2]);
//! decide(&facts, Answers { outcome: &mut outcome, row: &mut row, because: &mut because, advisories: &mut advisories });
//! assert_eq!(outcome, [Some(Outcome::YesForward), Some(Outcome::Locked)]);
//! ```

use std::array;
use std::cmp::Ordering;
use std::sync::LazyLock;

use crate::okr::Mode;
use crate::okr::option::{self, Boundary, Inputs, Outcome};
use crate::value::{Cents, OdometerReading};

/// The facts, a value a row; all slices are of one length. They are those of [`option::Facts`], days counted from any one
/// day.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the fact of the same name")]
pub struct Facts<'a> {
    pub mode: &'a [Mode],
    pub max_age_days: Known<'a, u16>,
    pub threshold_cents: &'a [Cents],
    pub boundary: &'a [Boundary],
    pub apk_reported: &'a [bool],
    pub entered_reading_km: &'a [OdometerReading],
    pub last_reading_km: Known<'a, OdometerReading>,
    pub reading_date: Known<'a, i32>,
    pub invoice_date: &'a [i32],
    pub invoice_total_cents: &'a [Cents],
}

/// Facts of which some are unknown.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a, T> {
    /// The facts; anything where one is unknown.
    pub values: &'a [T],
    /// Whether each is known.
    pub known: &'a [bool],
}

impl<'a, T> Known<'a, T> {
    fn part(self, start: usize, len: usize) -> Self {
        Self { values: &self.values[start..][..len], known: &self.known[start..][..len] }
    }
}

/// Where the answers go; each as long as the facts.
#[derive(Debug)]
pub struct Answers<'a> {
    /// What was decided; `None` where the facts are refused. [`option::decide`] says why.
    pub outcome: &'a mut [Option<Outcome>],
    /// The row that decided, from the top; [`REFUSED`] where the facts are refused.
    pub row: &'a mut [u8],
    /// Why, one bit a condition.
    pub because: &'a mut [u16],
    /// What a person should look at, one bit an advisory.
    pub advisories: &'a mut [u8],
}

/// In place of a row.
pub const REFUSED: u8 = u8::MAX;

/// So many rows are asked about in one loop.
pub(super) const BLOCK: usize = 1024;

/// How many combinations of answers there are.
const COMBINATIONS: usize = 1 << option::TABLE.conditions.len();

/// In the word of a row, beside the answers to the conditions: the facts are refused.
pub(super) const REFUSAL: u16 = COMBINATIONS as u16;

/// How many words there are.
pub(super) const WORDS: usize = 2 * COMBINATIONS;

/// What each word decides.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    pub(super) because: u16,
    pub(super) advisories: u8,
    pub(super) row: u8,
    pub(super) outcome: Option<Outcome>,
}

/// The answer to every word, as the table gives it.
pub(super) static ANSWERS: LazyLock<[Answer; WORDS]> = LazyLock::new(|| {
    array::from_fn(|word| {
        if word >= COMBINATIONS {
            return Answer { because: 0, advisories: 0, row: REFUSED, outcome: None };
        }
        let fired = option::TABLE.first(word as u32);
        let row = fired.row.unwrap_or(REFUSED);
        let outcome = (row != REFUSED).then(|| option::outcome_of(row.into()));
        Answer { because: fired.because as u16, advisories: fired.advisories as u8, row, outcome }
    })
});

/// Decides each row.
///
/// # Panics
/// When the slices are not all of one length.
pub fn decide(facts: &Facts<'_>, answers: Answers<'_>) {
    let len = facts.mode.len();
    let Answers { outcome, row, because, advisories } = answers;
    let lengths = [outcome.len(), row.len(), because.len(), advisories.len()];
    assert!(lengths == [len; 4], "as many answers as facts");
    let answer: &[Answer; WORDS] = &ANSWERS;
    let mut words = [0; BLOCK];
    for start in (0..len).step_by(BLOCK) {
        let block = BLOCK.min(len - start);
        let words = &mut words[..block];
        ask(facts, start, words);
        let outcomes = outcome[start..][..block].iter_mut().zip(&mut row[start..][..block]);
        let reasons = because[start..][..block].iter_mut().zip(&mut advisories[start..][..block]);
        for ((word, (outcome, row)), (because, advisories)) in words.iter().zip(outcomes).zip(reasons) {
            let answer = answer[usize::from(*word) % WORDS];
            *outcome = answer.outcome;
            *row = answer.row;
            *because = answer.because;
            *advisories = answer.advisories;
        }
    }
}

/// The word of each row from `start` on: the answers to the conditions, or [`REFUSAL`] with them.
#[inline]
pub(super) fn ask(facts: &Facts<'_>, start: usize, words: &mut [u16]) {
    let len = words.len();
    let mode = &facts.mode[start..][..len];
    let max_age_days = facts.max_age_days.part(start, len);
    let threshold_cents = &facts.threshold_cents[start..][..len];
    let boundary = &facts.boundary[start..][..len];
    let apk_reported = &facts.apk_reported[start..][..len];
    let entered_reading_km = &facts.entered_reading_km[start..][..len];
    let last_reading_km = facts.last_reading_km.part(start, len);
    let reading_date = facts.reading_date.part(start, len);
    let invoice_date = &facts.invoice_date[start..][..len];
    let invoice_total_cents = &facts.invoice_total_cents[start..][..len];
    // By itself, because it alone has 64 bits: the vectors of the loop below hold twice as many rows.
    let mut amounts = [Ordering::Equal; BLOCK];
    let amounts = &mut amounts[..len];
    for row in 0..len {
        amounts[row] = invoice_total_cents[row].cmp(&threshold_cents[row]);
    }
    for row in 0..len {
        let [has_greatest_age, has_last_reading, has_reading_date] =
            [max_age_days.known[row], last_reading_km.known[row], reading_date.known[row]];
        let above_last_km = entered_reading_km[row].above(last_reading_km.values[row]);
        let age_days = invoice_date[row].wrapping_sub(reading_date.values[row]);
        let asked = Inputs {
            mode: mode[row],
            has_greatest_age,
            max_age_days: max_age_days.values[row],
            boundary: boundary[row],
            amount: amounts[row],
            apk_reported: apk_reported[row],
            has_last_reading,
            above_last_km: above_last_km & mask(has_last_reading),
            has_reading_date,
            age_days: age_days & mask(has_reading_date),
        };
        words[row] = asked.conditions() as u16 | (u16::from(asked.is_refused()) * REFUSAL);
    }
}

/// All bits where it is known, none where it is not.
#[inline]
fn mask(known: bool) -> i32 {
    -i32::from(known)
}
