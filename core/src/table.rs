//! Decision tables: named conditions, rows, and a proof that runs when the crate compiles.
//!
//! A *condition* is a yes/no question about the facts. A *row* says which conditions must hold and which must not.
//! Under [`HitPolicy::First`] the rows are tried from the top and the first that fits decides; under
//! [`HitPolicy::Collect`] every row that fits is reported and the outcome follows from whether any did. *Advisories* are
//! rows of their own: they are always collected and never change the outcome.
//!
//! Tables are written with [`decision_table!`](crate::decision_table), whose source reads like the table in the rules:
//!
//! ```
//! # use dms_rules::{decision_table, message::Text, table::Source};
//! # use dms_rules::table::{Manual, HitPolicy};
//! # const HOUSE: Manual = Manual { short: "HR", file: "house.txt", product: "House rules", country: "BE", language: "en" };
//! # #[derive(Clone, Copy, Debug, PartialEq)] pub enum Gate { Open, Shut }
//! # impl Gate { pub const fn as_str(self) -> &'static str { match self { Gate::Open => "open", Gate::Shut => "shut" } } }
//! # const fn same(text: &'static str) -> Text { Text { en: text, nl: text, fr: text, de: text } }
//! struct Facts { hour: u8, holiday: bool }
//!
//! decision_table! {
//!     decision "house.gate", edition "2026-11";
//!     source HOUSE, "Opening hours";
//!     hit policy FIRST => Gate;
//!
//!     given(facts: &Facts) {}
//!
//!     conditions {
//!         holiday         = facts.holiday;
//!         working_hours   = (8..18).contains(&facts.hour);
//!     }
//!
//!     impossible {}
//!
//!     rows {
//!         // row          | when              | outcome
//!         holiday         : holiday           => Gate::Shut;
//!         working_hours   : working_hours     => Gate::Open;
//!         night           : otherwise         => Gate::Shut;
//!     }
//!
//!     advisories {}
//!
//!     texts {
//!         holiday         : same("It is a holiday.");
//!         working_hours   : same("The workshop is open.");
//!         night           : same("The workshop is closed.");
//!     }
//! }
//!
//! let decision = apply(&Facts { hour: 10, holiday: false });
//! assert_eq!(decision.outcome, Gate::Open);
//! assert_eq!(decision.row().unwrap().id, "working_hours");
//! ```
//!
//! The questions are asked once for each set of facts and their answers become the bits of a word, the first condition
//! in bit 0. A row is two masks over that word. While the crate compiles, a `const fn` walks **every** combination of
//! answers: a combination that no row of a FIRST table fits, a row that can never fire, an id that stands twice, a
//! condition that no row asks for or a text that is missing stops the build and is named. The same walk leaves the answer
//! behind: a FIRST table of up to ten conditions is evaluated with a single load.
//!
//! Combinations that cannot happen (a mode cannot be both "never" and "always") are listed under `impossible`; the proof
//! then speaks about the cases that can happen. What a table declares impossible is held against its facts by property
//! tests.

use std::fmt;

use crate::message::Wording;

/// The most conditions that one table may have, because the proof walks every combination of them.
pub const MAX_CONDITIONS: usize = 16;

/// A FIRST table whose rows ask for at most this many conditions is evaluated by looking its row up.
const MAX_LOOKUP_CONDITIONS: usize = 10;

/// In a lookup: no row fits. The proof leaves it only where the combination is declared impossible.
const NO_ROW: u8 = u8::MAX;

/// One of the manuals from which the rules are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Manual {
    /// Its short name in this library's documentation.
    pub short: &'static str,
    /// The file in which it was read.
    pub file: &'static str,
    /// The product it describes.
    pub product: &'static str,
    /// The country whose rules it follows (ISO 3166-1 alpha-2).
    pub country: &'static str,
    /// Its language (ISO 639-1).
    pub language: &'static str,
}

/// Where a table was read: a manual and the passage in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Source {
    /// The manual.
    #[cfg_attr(feature = "json", serde(flatten))]
    pub manual: &'static Manual,
    /// The heading or sentence in the manual.
    pub passage: &'static str,
}

/// How the rows of a table are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitPolicy {
    /// From the top; the first row that fits decides.
    First,
    /// Every row that fits is reported, in table order; the outcome follows from whether any did.
    Collect,
    /// A computation: there are no rows.
    None,
}

impl HitPolicy {
    /// `first`, `collect` or `none`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Collect => "collect",
            Self::None => "none",
        }
    }
}

/// A name of the public interface (a row, a reason, an advisory or a condition) and what it says to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Reason {
    /// The stable `snake_case` id, the same in every language.
    pub id: &'static str,
    /// One line for the workshop's staff.
    pub text: Wording,
}

impl Reason {
    /// Names nothing.
    #[doc(hidden)]
    pub const EMPTY: Self = Self::of(Wording::EMPTY);

    /// The name that a wording is about.
    #[doc(hidden)]
    #[must_use]
    pub const fn of(text: Wording) -> Self {
        Self { id: text.id(), text }
    }
}

/// When a row fits: the conditions that must hold and those that must not, as masks over a table's conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    /// Bit n: the n-th condition must hold.
    pub requires: u32,
    /// Bit n: the n-th condition must not hold.
    pub forbids: u32,
}

impl When {
    /// Fits every combination.
    pub const ALWAYS: Self = Self { requires: 0, forbids: 0 };
    /// Fits none: asks the first condition to hold and not to hold.
    const NEVER: Self = Self { requires: 1, forbids: 1 };

    /// Whether these answers, one bit a condition, fit.
    #[inline]
    #[must_use]
    pub const fn fits(self, holds: u32) -> bool {
        holds & self.requires == self.requires && holds & self.forbids == 0
    }

    /// The conditions it asks for, in the order of their table.
    pub fn literals(self, table: &Table) -> impl Iterator<Item = Literal> + use<> {
        let asked = table.conditions.iter().enumerate().filter(move |(bit, _)| self.asks() & (1 << bit) != 0);
        asked.map(move |(bit, condition)| Literal { condition, holds: self.requires & (1 << bit) != 0 })
    }

    const fn asks(self) -> u32 {
        self.requires | self.forbids
    }
}

/// A condition that a row asks for: that it holds, or that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Literal {
    /// The condition.
    pub condition: &'static Reason,
    /// Whether it must hold or must not.
    pub holds: bool,
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let not = if self.holds { "" } else { "!" };
        write!(f, "{not}{}", self.condition.id)
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Its id and text.
    pub reason: Reason,
    /// The conditions it asks for.
    pub when: When,
    /// FIRST: the conditions that `because` names when this row fires and they hold, bit n the n-th condition. Those that
    /// the row requires, unless its table says otherwise.
    pub names: u32,
    /// What it decides (FIRST); `None` for the rows of a COLLECT table and for advisories.
    pub outcome: Option<&'static str>,
}

/// A decision table, as data: what is evaluated, proven, described and exported.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The decision's id, such as `okr.option`.
    pub id: &'static str,
    /// The edition, which changes when the table changes.
    pub edition: &'static str,
    /// The manual and its passage.
    pub source: Source,
    /// FIRST or COLLECT.
    pub policy: HitPolicy,
    /// The conditions; the n-th is bit n.
    pub conditions: &'static [Reason],
    /// What each condition asks, in FEEL over the facts as JSON carries them, always true or false; empty where the table
    /// does not say, and without the feature `json`.
    pub feel: &'static [&'static str],
    /// The rows, from the top.
    pub rows: &'static [Row],
    /// What a person should look at; never changes the outcome.
    pub advisories: &'static [Row],
    /// Combinations that cannot happen.
    pub impossible: &'static [When],
    /// COLLECT tables only: the outcome when no row fits, and when any does.
    pub collected: Option<[&'static str; 2]>,
    /// The row for each combination of the conditions that rows ask for; empty where rows are scanned.
    lookup: &'static [u8],
}

/// What evaluating a table yields, in numbers: names are looked up only when somebody asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evaluation {
    /// The row that fired (FIRST).
    pub row: Option<u8>,
    /// FIRST: conditions, COLLECT: rows, one bit each.
    pub because: u32,
    /// Advisories, one bit each.
    pub advisories: u32,
    /// The answers to the conditions, one bit each.
    pub holds: u32,
}

impl Table {
    /// A decision that computes and has neither conditions nor rows.
    #[must_use]
    pub const fn computation(id: &'static str, edition: &'static str, source: Source) -> Self {
        Self {
            id,
            edition,
            source,
            policy: HitPolicy::None,
            conditions: &[],
            feel: &[],
            rows: &[],
            advisories: &[],
            impossible: &[],
            collected: None,
            lookup: &[],
        }
    }

    /// This table under the id of another decision that rests on it.
    #[must_use]
    pub const fn for_decision(mut self, id: &'static str) -> Self {
        self.id = id;
        self
    }

    /// Evaluates a FIRST table on the answers to its conditions.
    ///
    /// # Panics
    /// When the answers are a combination that the table declares impossible and no row fits: the declaration is wrong.
    #[inline]
    #[must_use]
    pub fn first(&self, holds: u32) -> Evaluation {
        let row = if self.lookup.is_empty() {
            first_fit(self.rows, holds)
        } else {
            self.lookup[holds as usize & (self.lookup.len() - 1)]
        };
        let Some(fired) = self.rows.get(row as usize) else { declared_impossible(self.id, holds) };
        Evaluation { row: Some(row), because: holds & fired.names, advisories: collect(self.advisories, holds), holds }
    }

    /// Evaluates a COLLECT table on the answers to its conditions.
    #[inline]
    #[must_use]
    pub fn collect(&self, holds: u32) -> Evaluation {
        Evaluation { row: None, because: collect(self.rows, holds), advisories: collect(self.advisories, holds), holds }
    }

    /// What the bits of `because` stand for: the conditions of a FIRST table, the rows of a COLLECT table.
    #[must_use]
    pub fn reason(&self, bit: usize) -> Option<&'static Reason> {
        match self.policy {
            HitPolicy::Collect => self.rows.get(bit).map(|row| &row.reason),
            HitPolicy::First | HitPolicy::None => self.conditions.get(bit),
        }
    }
}

#[inline]
fn collect(rows: &[Row], holds: u32) -> u32 {
    let mut fitting = 0;
    for (bit, row) in rows.iter().enumerate() {
        fitting |= u32::from(row.when.fits(holds)) << bit;
    }
    fitting
}

const fn first_fit(rows: &[Row], holds: u32) -> u8 {
    let mut row = 0;
    while row < rows.len() {
        if rows[row].when.fits(holds) {
            return row as u8;
        }
        row += 1;
    }
    NO_ROW
}

#[cold]
#[inline(never)]
fn declared_impossible(id: &str, holds: u32) -> ! {
    panic!("decision table {id}: the facts gave the combination {holds:#b}, which the table declares impossible")
}

const fn asked(rows: &[Row]) -> u32 {
    let mut mask = 0;
    let mut row = 0;
    while row < rows.len() {
        mask |= rows[row].when.asks();
        row += 1;
    }
    mask
}

// What follows runs while the crate compiles.

/// How many entries the lookup of a FIRST table has; 0 where its rows ask for too many conditions to be worth one.
#[doc(hidden)]
#[must_use]
pub const fn lookup_len(rows: &[Row]) -> usize {
    let conditions = (u32::BITS - asked(rows).leading_zeros()) as usize;
    if conditions <= MAX_LOOKUP_CONDITIONS { 1 << conditions } else { 0 }
}

/// The row that each combination fires.
#[doc(hidden)]
#[must_use]
pub const fn lookup<const LEN: usize>(rows: &[Row]) -> [u8; LEN] {
    let mut fires = [NO_ROW; LEN];
    let mut holds = 0;
    while holds < LEN {
        fires[holds] = first_fit(rows, holds as u32);
        holds += 1;
    }
    fires
}

/// Turns a `when` expression, seen through the combinations it accepts, into two masks.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct WhenMasks {
    accepted: u32,
    in_all: u32,
    in_any: u32,
}

impl WhenMasks {
    /// Nothing seen yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { accepted: 0, in_all: u32::MAX, in_any: 0 }
    }

    /// The expression accepts this combination.
    #[must_use]
    pub const fn accepts(self, holds: u32) -> Self {
        Self { accepted: self.accepted + 1, in_all: self.in_all & holds, in_any: self.in_any | holds }
    }

    /// The masks; stops the build where the expression is not a plain "this and this and not that".
    #[must_use]
    #[track_caller]
    pub const fn when(self, table: &str, row: &str, conditions: usize) -> When {
        if self.accepted == 0 {
            return When::NEVER;
        }
        let every = mask(conditions);
        let when = When { requires: self.in_all & every, forbids: !self.in_any & every };
        if self.accepted != 1 << (conditions as u32 - when.asks().count_ones()) {
            stop(
                &Sentence::about(table)
                    .and(": row `")
                    .and(row)
                    .and("` must be conditions joined by && and !, nothing else"),
            );
        }
        when
    }
}

impl Default for WhenMasks {
    fn default() -> Self {
        Self::new()
    }
}

/// How many there are.
#[doc(hidden)]
#[must_use]
pub const fn count(names: &[&str]) -> usize {
    names.len()
}

const fn mask(conditions: usize) -> u32 {
    ((1_u64 << conditions) - 1) as u32
}

/// What an id says; stops the build where there is no text for it.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn reason_of(table: &str, id: &str, texts: &[Reason]) -> Reason {
    let mut at = 0;
    while at < texts.len() {
        if same(texts[at].id, id) {
            return texts[at];
        }
        at += 1;
    }
    stop(&Sentence::about(table).and(": `").and(id).and("` has no text"))
}

/// Which conditions `because` names when a row fires.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Names {
    /// Those that the row requires.
    Required,
    /// Every one that any row asks for.
    EveryCondition,
    /// These.
    These(u32),
}

impl Names {
    /// The conditions as a mask, for the row at this place.
    #[must_use]
    pub const fn mask(self, rows: &[When], place: usize) -> u32 {
        match self {
            Self::Required => rows[place].requires,
            Self::These(mask) => mask,
            Self::EveryCondition => {
                let mut mask = 0;
                let mut at = 0;
                while at < rows.len() {
                    mask |= rows[at].asks();
                    at += 1;
                }
                mask
            }
        }
    }
}

/// What the macro hands to [`proven`].
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Draft {
    pub id: &'static str,
    pub edition: &'static str,
    pub source: Source,
    pub policy: HitPolicy,
    pub conditions: &'static [Reason],
    pub feel: &'static [&'static str],
    pub rows: &'static [Row],
    pub advisories: &'static [Row],
    pub impossible: &'static [When],
    pub collected: Option<[&'static str; 2]>,
    pub lookup: &'static [u8],
    pub texts: &'static [Reason],
}

/// Walks every combination of a table's conditions; returns the table, or stops the build and says why.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn proven(draft: Draft) -> Table {
    let feel = all_or_none(&draft);
    let table = Table {
        id: draft.id,
        edition: draft.edition,
        source: draft.source,
        policy: draft.policy,
        conditions: draft.conditions,
        // Without JSON there are no facts that it could be evaluated on.
        feel: if cfg!(feature = "json") { feel } else { &[] },
        rows: draft.rows,
        advisories: draft.advisories,
        impossible: draft.impossible,
        collected: draft.collected,
        lookup: draft.lookup,
    };
    if table.conditions.len() > MAX_CONDITIONS {
        stop(&Sentence::about(table.id).and(" has more conditions than can be walked"));
    }
    if table.rows.len() > u32::BITS as usize || table.advisories.len() > u32::BITS as usize {
        stop(&Sentence::about(table.id).and(" has more rows than a word has bits"));
    }
    no_id_twice(&table, draft.texts);
    every_condition_asked(&table);
    every_row_fires(&table);
    table
}

/// The FEEL of the conditions: an engine that runs the model has use for all of it or for none.
#[track_caller]
const fn all_or_none(draft: &Draft) -> &'static [&'static str] {
    let mut without = draft.feel.len();
    let mut given = 0;
    let mut at = 0;
    while at < draft.feel.len() {
        if draft.feel[at].is_empty() {
            without = at;
        } else {
            given += 1;
        }
        at += 1;
    }
    if given == 0 {
        return &[];
    }
    if given < draft.feel.len() {
        stop(
            &Sentence::about(draft.id)
                .and(": the condition `")
                .and(draft.conditions[without].id)
                .and("` has no FEEL, others have"),
        );
    }
    draft.feel
}

#[track_caller]
const fn no_id_twice(table: &Table, texts: &[Reason]) {
    let mut at = 0;
    while at < table.conditions.len() {
        let mut other = at + 1;
        while other < table.conditions.len() {
            once(table.id, "condition", table.conditions[at].id, table.conditions[other].id);
            other += 1;
        }
        at += 1;
    }
    no_row_twice(table.id, "row", table.rows);
    no_row_twice(table.id, "advisory", table.advisories);
    let mut at = 0;
    while at < texts.len() {
        let mut other = at + 1;
        while other < texts.len() {
            once(table.id, "text", texts[at].id, texts[other].id);
            other += 1;
        }
        if !is_named(table, texts[at].id) {
            stop(
                &Sentence::about(table.id)
                    .and(": the text `")
                    .and(texts[at].id)
                    .and("` belongs to nothing in the table"),
            );
        }
        at += 1;
    }
}

#[track_caller]
const fn no_row_twice(table: &str, kind: &str, rows: &[Row]) {
    let mut at = 0;
    while at < rows.len() {
        let mut other = at + 1;
        while other < rows.len() {
            once(table, kind, rows[at].reason.id, rows[other].reason.id);
            other += 1;
        }
        at += 1;
    }
}

#[track_caller]
const fn once(table: &str, kind: &str, one: &str, other: &str) {
    if same(one, other) {
        stop(&Sentence::about(table).and(": the ").and(kind).and(" id `").and(one).and("` stands twice"));
    }
}

const fn is_named(table: &Table, id: &str) -> bool {
    let mut at = 0;
    while at < table.conditions.len() {
        if same(table.conditions[at].id, id) {
            return true;
        }
        at += 1;
    }
    is_row(table.rows, id) || is_row(table.advisories, id)
}

const fn is_row(rows: &[Row], id: &str) -> bool {
    let mut at = 0;
    while at < rows.len() {
        if same(rows[at].reason.id, id) {
            return true;
        }
        at += 1;
    }
    false
}

#[track_caller]
const fn every_condition_asked(table: &Table) {
    let mut asked = asked(table.rows) | asked(table.advisories);
    let mut at = 0;
    while at < table.rows.len() {
        asked |= table.rows[at].names;
        at += 1;
    }
    let mut at = 0;
    while at < table.conditions.len() {
        if asked & (1 << at) == 0 {
            stop(
                &Sentence::about(table.id)
                    .and(": no row asks for the condition `")
                    .and(table.conditions[at].id)
                    .and("`"),
            );
        }
        at += 1;
    }
}

#[track_caller]
const fn every_row_fires(table: &Table) {
    let mut rows_that_fire = 0_u32;
    let mut advisories_that_fire = 0_u32;
    let mut holds = 0;
    while holds <= mask(table.conditions.len()) {
        if !fits_any(table.impossible, holds) {
            match table.policy {
                HitPolicy::First => {
                    let row = first_fit(table.rows, holds);
                    if row == NO_ROW {
                        gap(table, holds);
                    }
                    rows_that_fire |= 1 << row;
                }
                HitPolicy::Collect | HitPolicy::None => rows_that_fire |= fitting(table.rows, holds),
            }
            advisories_that_fire |= fitting(table.advisories, holds);
        }
        holds += 1;
    }
    all_fire(table, "row", table.rows, rows_that_fire);
    all_fire(table, "advisory", table.advisories, advisories_that_fire);
}

const fn fits_any(patterns: &[When], holds: u32) -> bool {
    let mut at = 0;
    while at < patterns.len() {
        if patterns[at].fits(holds) {
            return true;
        }
        at += 1;
    }
    false
}

const fn fitting(rows: &[Row], holds: u32) -> u32 {
    let mut fitting = 0;
    let mut at = 0;
    while at < rows.len() {
        if rows[at].when.fits(holds) {
            fitting |= 1 << at;
        }
        at += 1;
    }
    fitting
}

#[track_caller]
const fn all_fire(table: &Table, kind: &str, rows: &[Row], fire: u32) {
    let mut at = 0;
    while at < rows.len() {
        if fire & (1 << at) == 0 {
            let sentence = Sentence::about(table.id).and(": the ").and(kind).and(" `").and(rows[at].reason.id);
            stop(&sentence.and("` can never fire: nothing fits it, or a row above takes every case it fits"));
        }
        at += 1;
    }
}

#[track_caller]
const fn gap(table: &Table, holds: u32) -> ! {
    let mut sentence = Sentence::about(table.id).and(" has a gap: no row fits ");
    let mut at = 0;
    while at < table.conditions.len() {
        if at > 0 {
            sentence = sentence.and(" && ");
        }
        if holds & (1 << at) == 0 {
            sentence = sentence.and("!");
        }
        sentence = sentence.and(table.conditions[at].id);
        at += 1;
    }
    stop(&sentence)
}

pub(crate) const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[track_caller]
const fn stop(sentence: &Sentence) -> ! {
    panic!("{}", sentence.as_str())
}

/// A sentence put together while the crate compiles, where there is no `format!`.
struct Sentence {
    bytes: [u8; Self::CAPACITY],
    len: usize,
}

impl Sentence {
    const CAPACITY: usize = 1024;

    const fn about(table: &str) -> Self {
        Self { bytes: [0; Self::CAPACITY], len: 0 }.and("decision table ").and(table)
    }

    /// Appends `part` if there is room for all of it.
    const fn and(mut self, part: &str) -> Self {
        let part = part.as_bytes();
        if self.len + part.len() <= Self::CAPACITY {
            let mut at = 0;
            while at < part.len() {
                self.bytes[self.len] = part[at];
                self.len += 1;
                at += 1;
            }
        }
        self
    }

    const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "a decision table does not hold",
        }
    }
}

/// A reason of an id and a text, which are literals or constants.
#[doc(hidden)]
#[macro_export]
macro_rules! reason {
    ($id:expr, $text:expr) => {{
        const TEXT: $crate::message::Text = $text;
        const WRITTEN: &[u8] = &$crate::message::written::<{ $crate::message::room($id, &TEXT) }>($id, &TEXT);
        $crate::table::Reason::of($crate::message::wording(WRITTEN, $id, &TEXT))
    }};
}

/// Declares a decision table: the conditions over the facts, the rows, the advisories and the texts.
///
/// See [the module's documentation](crate::table) for an example and for what is proven. The macro declares in the
/// module that calls it:
/// * `TABLE`, the [`Table`], whose proof runs when the crate compiles;
/// * `evaluate_conditions(…)`, the answers to the conditions as bits, for the parameters given after `given`;
/// * `apply(…)`, the decision for the same parameters.
///
/// A `when` is conditions joined by `&&`, each with or without `!`; `otherwise` fits everything.
/// A FIRST table writes an outcome behind each row; a COLLECT table says after its rows what holds when `none` of them
/// fits and when `any` does. A decision that computes and only advises has `hit policy NONE` and no rows; its `apply`
/// leaves the outcome to [`Decision::map`](crate::decision::Decision::map).
///
/// Above `decision` stands as documentation what is decided beyond the question; then may follow the `question` that people
/// read, in all languages, and `refuses`: what is refused beyond what the types of the facts say, under the code of the refusal.
///
/// A condition may say what it asks in FEEL over the facts as JSON carries them, so that an exported model runs from the
/// facts alone: `confirmed = facts.confirmed, feel "confirmed";`. All conditions of a table do, or none. The expression is
/// true or false for all facts that the decision accepts, null never.
///
/// In a FIRST table `because` names the conditions that the fired row requires. A row may name others instead (`… =>
/// Outcome::NotYet, because vin_missing, vin_invalid;` names those of them that hold), and a table all that hold
/// (`hit policy FIRST => Outcome, because names every condition that holds;`).
#[macro_export]
macro_rules! decision_table {
    (
        $(#[doc = $about:literal])*
        decision $id:literal, edition $edition:literal;
        $(question $question_text:expr;)?
        $(refuses { $($code:ident : $refused:literal;)+ })?
        source $manual:expr, $passage:literal;
        hit policy FIRST => $outcome_type:ty $(, because names $every:ident condition that holds)?;

        given $(<$generic:ident : $bound:path>)? ($($fact:ident : $fact_type:ty),* $(,)?) { $($given:tt)* }
        conditions { $($condition:ident = $question:expr $(, feel $feel:literal)?;)+ }
        impossible { $($impossible:expr;)* }
        rows { $($row:ident : $when:expr => $outcome:expr $(, because $($because:ident),+)?;)+ }
        advisories { $($advisory:ident : $advised:expr;)* }
        texts { $($named:ident : $text:expr;)* }
    ) => {
        $crate::decision_table! { @words [$($about)*] [$($question_text)?] [$($($code : $refused;)+)?] }
        $crate::decision_table! { @common
            [$id] [$edition] [$manual, $passage] [$crate::table::HitPolicy::First] [$outcome_type]
            [None]
            [$($generic : $bound)?] [$($fact : $fact_type),*] [$($given)*] [$($condition = $question $(, feel $feel)?;)+]
            [$($impossible;)*]
            [$($row : $when => Some($outcome.as_str()), $crate::decision_table!(@names [$($($because),+)?]);)+]
            [$($advisory : $advised => None, $crate::table::Names::Required;)*] [$($named : $text;)*]
            {
                static LOOKUP: [u8; $crate::table::lookup_len(&ROWS)] = $crate::table::lookup(&ROWS);
                &LOOKUP
            }
        }

        /// Whether `because` names every condition that holds, or only those that the fired row requires.
        const NAMES_EVERY_CONDITION: bool = false $(|| $crate::decision_table!(@every $every))?;

        /// The outcome of each row.
        const OUTCOMES: [$outcome_type; ROWS.len()] = [$($outcome),+];

        #[inline]
        fn apply $(<$generic: $bound>)? ($($fact: $fact_type),*) -> $crate::decision::Decision<$outcome_type> {
            let fired = TABLE.first(evaluate_conditions($($fact),*));
            let outcome = OUTCOMES[fired.row.map_or(0, usize::from)];
            $crate::decision::Decision::new(outcome, &TABLE, fired)
        }
    };

    (
        $(#[doc = $about:literal])*
        decision $id:literal, edition $edition:literal;
        $(question $question_text:expr;)?
        $(refuses { $($code:ident : $refused:literal;)+ })?
        source $manual:expr, $passage:literal;
        hit policy COLLECT => $outcome_type:ty;

        given $(<$generic:ident : $bound:path>)? ($($fact:ident : $fact_type:ty),* $(,)?) { $($given:tt)* }
        conditions { $($condition:ident = $question:expr $(, feel $feel:literal)?;)+ }
        impossible { $($impossible:expr;)* }
        rows { $($row:ident : $when:expr;)+ }
        outcome { none => $none:expr; any => $any:expr; }
        advisories { $($advisory:ident : $advised:expr;)* }
        texts { $($named:ident : $text:expr;)* }
    ) => {
        $crate::decision_table! { @words [$($about)*] [$($question_text)?] [$($($code : $refused;)+)?] }
        $crate::decision_table! { @common
            [$id] [$edition] [$manual, $passage] [$crate::table::HitPolicy::Collect] [$outcome_type]
            [Some([$none.as_str(), $any.as_str()])]
            [$($generic : $bound)?] [$($fact : $fact_type),*] [$($given)*] [$($condition = $question $(, feel $feel)?;)+]
            [$($impossible;)*]
            [$($row : $when => None, $crate::table::Names::Required;)+]
            [$($advisory : $advised => None, $crate::table::Names::Required;)*] [$($named : $text;)*]
            { &[] }
        }

        #[inline]
        fn apply $(<$generic: $bound>)? ($($fact: $fact_type),*) -> $crate::decision::Decision<$outcome_type> {
            let fired = TABLE.collect(evaluate_conditions($($fact),*));
            let outcome = if fired.because == 0 { $none } else { $any };
            $crate::decision::Decision::new(outcome, &TABLE, fired)
        }
    };

    (
        $(#[doc = $about:literal])*
        decision $id:literal, edition $edition:literal;
        $(question $question_text:expr;)?
        $(refuses { $($code:ident : $refused:literal;)+ })?
        source $manual:expr, $passage:literal;
        hit policy NONE;

        given $(<$generic:ident : $bound:path>)? ($($fact:ident : $fact_type:ty),* $(,)?) { $($given:tt)* }
        conditions { $($condition:ident = $question:expr $(, feel $feel:literal)?;)+ }
        impossible { $($impossible:expr;)* }
        advisories { $($advisory:ident : $advised:expr;)+ }
        texts { $($named:ident : $text:expr;)* }
    ) => {
        $crate::decision_table! { @words [$($about)*] [$($question_text)?] [$($($code : $refused;)+)?] }
        $crate::decision_table! { @common
            [$id] [$edition] [$manual, $passage] [$crate::table::HitPolicy::None] [()]
            [None]
            [$($generic : $bound)?] [$($fact : $fact_type),*] [$($given)*] [$($condition = $question $(, feel $feel)?;)+]
            [$($impossible;)*]
            [] [$($advisory : $advised => None, $crate::table::Names::Required;)+] [$($named : $text;)*]
            { &[] }
        }

        #[inline]
        fn apply $(<$generic: $bound>)? ($($fact: $fact_type),*) -> $crate::decision::Decision<()> {
            $crate::decision::Decision::new((), &TABLE, TABLE.collect(evaluate_conditions($($fact),*)))
        }
    };

    // What all kinds share: the bits, the masks, the texts and the proof.
    (@common
        [$id:literal] [$edition:literal] [$manual:expr, $passage:literal] [$policy:expr] [$outcome_type:ty]
        [$collected:expr]
        [$($generic:ident : $bound:path)?] [$($fact:ident : $fact_type:ty),*] [$($given:tt)*]
        [$($condition:ident = $question:expr $(, feel $feel:literal)?;)+]
        [$($impossible:expr;)*]
        [$($row:ident : $when:expr => $outcome:expr, $names:expr;)*]
        [$($advisory:ident : $advised:expr => $no_outcome:expr, $no_names:expr;)*]
        [$($named:ident : $text:expr;)*] $lookup:block
    ) => {
        /// The position of each condition: bit n of the answers.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Position { $($condition),+ }

        const TEXTS: &[$crate::table::Reason] = &[$($crate::reason!(stringify!($named), $text)),*];

        const CONDITIONS: &[$crate::table::Reason] =
            &[$($crate::table::reason_of($id, stringify!($condition), TEXTS)),+];

        $crate::decision_table! { @rows ROWS $id [$($condition)+] [$($row : $when => $outcome, $names;)*] }
        $crate::decision_table! {
            @rows ADVISORIES $id [$($condition)+] [$($advisory : $advised => $no_outcome, $no_names;)*]
        }
        $crate::decision_table! { @patterns IMPOSSIBLE $id [$($condition)+] [$($impossible;)*] }

        /// The decision table: evaluated, proven while compiling, described and exported from this one value.
        pub static TABLE: $crate::table::Table = $crate::table::proven($crate::table::Draft {
            id: $id,
            edition: $edition,
            source: $crate::table::Source { manual: &$manual, passage: $passage },
            policy: $policy,
            conditions: CONDITIONS,
            feel: &[$($crate::decision_table!(@feel $($feel)?)),+],
            rows: &ROWS,
            advisories: &ADVISORIES,
            impossible: &IMPOSSIBLE,
            collected: $collected,
            lookup: $lookup,
            texts: TEXTS,
        });

        /// The answers to the conditions, the first in bit 0.
        #[inline]
        fn evaluate_conditions $(<$generic: $bound>)? ($($fact: $fact_type),*) -> u32 {
            $($given)*
            0 $(| ((($question) as u32) << (Position::$condition as u32)))+
        }
    };

    // What is said of the decision beside its table.
    (@words [$($about:literal)*] [] []) => {
        #[doc(hidden)]
        pub const WORDS: $crate::model::Words = $crate::model::Words { about: &[$($about),*], ..$crate::model::Words::NONE };
    };
    (@words [$($about:literal)*] [$question:expr] [$($code:ident : $refused:literal;)*]) => {
        #[doc(hidden)]
        pub const WORDS: $crate::model::Words = $crate::model::Words {
            question: $question,
            about: &[$($about),*],
            refuses: &[$(($crate::error::ErrorCode::named(stringify!($code)), $refused)),*],
        };
    };

    // A condition's FEEL; nothing where it has none.
    (@feel) => { "" };
    (@feel $feel:literal) => { $feel };

    (@rows $name:ident $id:literal $conditions:tt [$($row:ident : $when:expr => $outcome:expr, $names:expr;)*]) => {
        const $name: [$crate::table::Row; $crate::table::count(&[$(stringify!($row)),*])] = {
            $crate::decision_table! { @masks $id $conditions [$([stringify!($row)] $when;)*] }
            let ids: [(&str, Option<&str>, $crate::table::Names); MASKS.len()] =
                [$((stringify!($row), $outcome, $names)),*];
            let mut rows = [$crate::table::Row {
                reason: $crate::table::Reason::EMPTY,
                when: $crate::table::When::ALWAYS,
                names: 0,
                outcome: None,
            }; MASKS.len()];
            let mut at = 0;
            while at < rows.len() {
                let (row, outcome, names) = ids[at];
                rows[at].reason = $crate::table::reason_of($id, row, TEXTS);
                rows[at].when = MASKS[at];
                rows[at].names = names.mask(&MASKS, at);
                rows[at].outcome = outcome;
                at += 1;
            }
            rows
        };
    };

    (@patterns $name:ident $id:literal $conditions:tt [$($when:expr;)*]) => {
        const $name: [$crate::table::When; $crate::table::count(&[$(stringify!($when)),*])] = {
            $crate::decision_table! { @masks $id $conditions [$([stringify!($when)] $when;)*] }
            MASKS
        };
    };

    // Reads each `when` through all the combinations that it accepts, and keeps two masks.
    (@masks $id:literal [$($condition:ident)+] [$([$row:expr] $when:expr;)*]) => {
        /// Whether the `when` at this place accepts this combination.
        #[allow(unused_variables, unused_assignments, unused_mut, non_upper_case_globals, dead_code)]
        const fn accepts(place: usize, holds: u32) -> bool {
            const otherwise: bool = true;
            $(let $condition = holds & (1 << Position::$condition as u32) != 0;)+
            let mut at = 0;
            $(
                if at == place {
                    return $when;
                }
                at += 1;
            )*
            false
        }
        const PLACES: &[&str] = &[$($row),*];
        const MASKS: [$crate::table::When; PLACES.len()] = {
            let mut masks = [$crate::table::When::ALWAYS; PLACES.len()];
            let mut place = 0;
            while place < PLACES.len() {
                let mut reading = $crate::table::WhenMasks::new();
                let mut holds = 0;
                while holds < 1 << CONDITIONS.len() {
                    if accepts(place, holds) {
                        reading = reading.accepts(holds);
                    }
                    holds += 1;
                }
                masks[place] = reading.when($id, PLACES[place], CONDITIONS.len());
                place += 1;
            }
            masks
        };
    };

    (@every every) => { true };
    (@names []) => {
        if NAMES_EVERY_CONDITION { $crate::table::Names::EveryCondition } else { $crate::table::Names::Required }
    };
    (@names [$($because:ident),+]) => { $crate::table::Names::These(0 $(| 1 << Position::$because as u32)+) };
}
