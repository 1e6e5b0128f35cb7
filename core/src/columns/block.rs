//! `okr.option` from columns as they come: their values are put into plain slices, a block of rows at a time, so that all
//! lies in the cache.
//!
//! Only what needs no thought is decided here. A row that lacks a fact, or has one that may be refused, is left to the
//! reader that reads any row, which says what is wrong with it.

use std::str::FromStr;

use super::answer::List;
use super::fact::{Column, Dictionary, Values};
use super::okr_option::{ANSWERS, Answer, BLOCK, Facts, Known, REFUSAL, WORDS, ask};
use super::{AnswerTable, Rows};
use crate::okr::Mode;
use crate::okr::option::{self, Boundary, default_threshold};
use crate::value::{Cents, OdometerReading};

/// How many facts there are. All of them are taken apart below: one more and this does not compile until it is read here too.
const FACTS: usize = option::Facts::MODEL.fields.len();

/// The facts of a block of rows.
pub(crate) struct OkrOption<'r> {
    columns: &'r [Column<'r>; FACTS],
    modes: Option<Vec<Option<Mode>>>,
    boundaries: Option<Vec<Option<Boundary>>>,
    mode: Vec<Mode>,
    max_age_days: Optional<u16>,
    threshold_cents: Optional<Cents>,
    boundary: Vec<Boundary>,
    apk_reported: Vec<bool>,
    entered_reading_km: Optional<OdometerReading>,
    last_reading_km: Optional<OdometerReading>,
    reading_date: Optional<i32>,
    invoice_date: Optional<i32>,
    invoice_total_cents: Optional<Cents>,
    words: [u16; BLOCK],
    /// The rows that are left to the other reader.
    pub(super) left: [bool; BLOCK],
    reasons: Vec<List>,
    advisories: Vec<List>,
}

/// Facts, and whether each is known.
struct Optional<T> {
    values: Vec<T>,
    known: Vec<bool>,
}

impl<T: Copy> Optional<T> {
    fn new(unknown: T) -> Self {
        Self { values: vec![unknown; BLOCK], known: vec![false; BLOCK] }
    }

    fn as_known(&self) -> Known<'_, T> {
        Known { values: &self.values, known: &self.known }
    }

    /// Reads which rows are known; a row that is not and must be is left.
    fn read_known(&mut self, column: &Column<'_>, start: usize, left: &mut [bool], required: bool) {
        let known = &mut self.known[..left.len()];
        read_known(column, start, known);
        if required {
            leave_unknown(known, left);
        }
    }

    /// Reads numbers. A row with one that is beyond its limits is left.
    fn read_numbers(&mut self, column: &Column<'_>, start: usize, left: &mut [bool], of: impl Fn(i64) -> Option<T>) {
        let to = &mut self.values[..left.len()];
        match column.values {
            Values::Int8(numbers) => read_numbers(numbers, start, to, left, of),
            Values::Int16(numbers) => read_numbers(numbers, start, to, left, of),
            Values::Int32(numbers) | Values::Days(numbers) => read_numbers(numbers, start, to, left, of),
            Values::Int64(numbers) => read_numbers(numbers, start, to, left, of),
            Values::UInt8(numbers) => read_numbers(numbers, start, to, left, of),
            Values::UInt16(numbers) => read_numbers(numbers, start, to, left, of),
            Values::UInt32(numbers) => read_numbers(numbers, start, to, left, of),
            Values::UInt64(numbers) => read_numbers(numbers, start, to, left, of),
            // No row is known.
            _ => {}
        }
    }
}

fn read_known(column: &Column<'_>, start: usize, known: &mut [bool]) {
    match (column.values, column.known) {
        (Values::Unknown, _) => known.fill(false),
        (_, None) => known.fill(true),
        (_, Some(bits)) => bits.read(start, known),
    }
}

fn leave_unknown(known: &[bool], left: &mut [bool]) {
    for (left, known) in left.iter_mut().zip(known) {
        *left |= !known;
    }
}

fn read_numbers<N: Copy + TryInto<i64>, T: Copy>(
    numbers: &[N],
    start: usize,
    to: &mut [T],
    left: &mut [bool],
    of: impl Fn(i64) -> Option<T>,
) {
    // Without a branch, so that many are read at once.
    for ((number, to), left) in numbers[start..].iter().zip(to).zip(left) {
        let read = (*number).try_into().ok().and_then(&of);
        *left |= read.is_none();
        *to = read.unwrap_or(*to);
    }
}

/// What each entry of a dictionary names; `None` for a column without one, or with one that is not worth it.
fn entries<E: FromStr>(column: &Column<'_>) -> Option<Vec<Option<E>>> {
    const MOST: usize = 256;
    let dictionary = dictionary(column).filter(|dictionary| dictionary.len() <= MOST)?;
    Some((0..dictionary.len()).map(|place| dictionary.entry(place)?.parse().ok()).collect())
}

fn dictionary<'a>(column: &Column<'a>) -> Option<&'a dyn Dictionary> {
    match column.values {
        Values::Texts(texts) => texts.dictionary(),
        _ => None,
    }
}

/// Reads names. A row with one that there is not is left, and one without where it must be known.
fn read_names<E: Copy + FromStr>(
    column: &Column<'_>,
    entries: Option<&[Option<E>]>,
    start: usize,
    to: &mut [E],
    left: &mut [bool],
    unknown: Option<E>,
) {
    let mut known = [true; BLOCK];
    let mut places = [0; BLOCK];
    let (known, places) = (&mut known[..to.len()], &mut places[..to.len()]);
    read_known(column, start, known);
    let mut put = |row: usize, name: Option<E>| {
        left[row] |= name.is_none();
        to[row] = name.unwrap_or(to[row]);
    };
    let Values::Texts(texts) = column.values else {
        return (0..known.len()).for_each(|row| put(row, unknown));
    };
    match (entries, texts.dictionary()) {
        (Some(entries), Some(dictionary)) => {
            dictionary.places(start, places);
            for (row, (place, known)) in places.iter().zip(known).enumerate() {
                put(row, if *known { entries.get(*place).copied().flatten() } else { unknown });
            }
        }
        _ => {
            for (row, known) in known.iter().enumerate() {
                put(row, if *known { texts.text(start + row).parse().ok() } else { unknown });
            }
        }
    }
}

/// The days of the years 1 to 9999, counted from 1970-01-01.
const DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896;

impl OkrOption<'_> {
    /// Room for a block; `None` where dates stand as text.
    pub(crate) fn of<'r>(rows: &'r Rows<'_>) -> Option<OkrOption<'r>> {
        let columns: &[Column<'r>; FACTS] = rows.columns.as_slice().try_into().ok()?;
        let [mode, _, _, boundary, .., reading_date, invoice_date, _] = columns;
        let counted = |day: &Column<'_>| matches!(day.values, Values::Days(_) | Values::Unknown);
        if !counted(reading_date) || !counted(invoice_date) {
            return None;
        }
        let table = &option::TABLE;
        let reading = OdometerReading::new(0)?;
        Some(OkrOption {
            columns,
            modes: entries(mode),
            boundaries: entries(boundary),
            mode: vec![Mode::Never; BLOCK],
            max_age_days: Optional::new(0),
            threshold_cents: Optional::new(default_threshold()),
            boundary: vec![Boundary::default(); BLOCK],
            apk_reported: vec![false; BLOCK],
            entered_reading_km: Optional::new(reading),
            last_reading_km: Optional::new(reading),
            reading_date: Optional::new(0),
            invoice_date: Optional::new(0),
            invoice_total_cents: Optional::new(Cents::new(0)),
            words: [0; BLOCK],
            left: [false; BLOCK],
            reasons: List::of_all(table.conditions.len()),
            advisories: List::of_all(table.advisories.len()),
        })
    }

    /// Reads and asks about so many rows, at most a block.
    pub(super) fn ask(&mut self, start: usize, len: usize) {
        let [mode, max_age_days, threshold, boundary, apk, entered, last, read, invoice, total] = self.columns;
        let left = &mut self.left[..len];
        left.fill(false);
        read_names(mode, self.modes.as_deref(), start, &mut self.mode[..len], left, None);
        let by_default = Some(Boundary::default());
        read_names(boundary, self.boundaries.as_deref(), start, &mut self.boundary[..len], left, by_default);

        let apk_reported = &mut self.apk_reported[..len];
        read_known(apk, start, apk_reported);
        leave_unknown(apk_reported, left);
        if let Values::Flags(flags) = apk.values {
            flags.read(start, apk_reported);
        }

        self.max_age_days.read_known(max_age_days, start, left, false);
        self.max_age_days.read_numbers(max_age_days, start, left, |days| u16::try_from(days).ok());
        let reading = |km| u32::try_from(km).ok().and_then(OdometerReading::new);
        self.entered_reading_km.read_known(entered, start, left, true);
        self.entered_reading_km.read_numbers(entered, start, left, reading);
        self.last_reading_km.read_known(last, start, left, false);
        self.last_reading_km.read_numbers(last, start, left, reading);
        let day = |day| DAYS.contains(&day).then_some(day as i32);
        self.reading_date.read_known(read, start, left, false);
        self.reading_date.read_numbers(read, start, left, day);
        self.invoice_date.read_known(invoice, start, left, true);
        self.invoice_date.read_numbers(invoice, start, left, day);
        let cents = |cents| Some(Cents::new(cents));
        self.invoice_total_cents.read_known(total, start, left, true);
        self.invoice_total_cents.read_numbers(total, start, left, cents);
        self.threshold_cents.read_known(threshold, start, left, false);
        self.threshold_cents.read_numbers(threshold, start, left, cents);
        for (cents, known) in self.threshold_cents.values.iter_mut().zip(&self.threshold_cents.known) {
            *cents = if *known { *cents } else { default_threshold() };
        }

        let facts = Facts {
            mode: &self.mode,
            max_age_days: self.max_age_days.as_known(),
            threshold_cents: &self.threshold_cents.values,
            boundary: &self.boundary,
            apk_reported: &self.apk_reported,
            entered_reading_km: &self.entered_reading_km.values,
            last_reading_km: self.last_reading_km.as_known(),
            reading_date: self.reading_date.as_known(),
            invoice_date: &self.invoice_date.values,
            invoice_total_cents: &self.invoice_total_cents.values,
        };
        ask(&facts, 0, &mut self.words[..len]);
        for (left, word) in left.iter_mut().zip(&self.words) {
            *left |= word & REFUSAL != 0;
        }
    }

    /// Answers rows of the block, none of which is left.
    pub(super) fn answer(&self, rows: std::ops::Range<usize>, to: &mut AnswerTable) {
        let count = rows.len();
        let known: &[Answer; WORDS] = &ANSWERS;
        let answers = self.words[rows].iter().map(|word| &known[usize::from(*word) % WORDS]);
        let [outcome, row, because, advisories, errors @ ..] = to.columns.as_mut_slice() else { return };
        outcome.extend_places(answers.clone().map(|answer| answer.outcome.map_or(0, |outcome| outcome as i8)));
        row.extend_places(answers.clone().map(|answer| answer.row as i8));
        because.extend_bits(answers.clone().map(|answer| answer.because), &self.reasons);
        advisories.extend_bits(answers.map(|answer| answer.advisories.into()), &self.advisories);
        for error in errors {
            error.extend_unknown(count);
        }
    }
}
