//! What a decision answers with.

use std::fmt;
use std::hash::{Hash, Hasher};

use crate::message::Language;
use crate::table::{Evaluation, Reason, Table};

/// A decision of this table is about to be answered: where the tests of the bindings have one panic.
#[inline]
pub(crate) fn reached(table: &Table) {
    #[cfg(feature = "sown-panic")]
    crate::sown::reached(table.id);
    #[cfg(not(feature = "sown-panic"))]
    let _ = table;
}

/// An outcome, the row that gave it, why, and what a person should look at.
///
/// Row, reasons and advisories are kept as numbers; names and texts are looked up in the table when they are asked for,
/// and nothing is allocated.
#[derive(Clone, Copy)]
pub struct Decision<O> {
    /// What was decided.
    pub outcome: O,
    table: &'static Table,
    fired: Evaluation,
}

impl<O> Decision<O> {
    /// A decision of this table.
    #[doc(hidden)]
    #[inline]
    pub fn new(outcome: O, table: &'static Table, fired: Evaluation) -> Self {
        reached(table);
        Self { outcome, table, fired }
    }

    /// The answer of a decision that computes and has no rows.
    pub(crate) fn computed(outcome: O, table: &'static Table) -> Self {
        reached(table);
        Self { outcome, table, fired: Evaluation { row: None, because: 0, advisories: 0, holds: 0 } }
    }

    /// The decision's id, such as `okr.option`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.table.id
    }

    /// The edition of the table that decided; store it with the decision.
    #[must_use]
    pub const fn edition(&self) -> &'static str {
        self.table.edition
    }

    /// The table that decided.
    #[must_use]
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// The row that fired; `None` under COLLECT, where `because` names every row that holds.
    #[must_use]
    pub fn row(&self) -> Option<&'static Reason> {
        self.row_index().map(|row| &self.table.rows[row].reason)
    }

    /// The place of the row that fired, from the top.
    #[must_use]
    pub fn row_index(&self) -> Option<usize> {
        self.fired.row.map(usize::from)
    }

    /// Why: the conditions that made the row fire or, under COLLECT, every reason that holds, in table order.
    #[must_use]
    pub fn because(&self) -> Reasons {
        Reasons { table: self.table, advisories: false, left: self.fired.because }
    }

    /// What a person should look at, in table order; it never changes the outcome.
    #[must_use]
    pub fn advisories(&self) -> Reasons {
        Reasons { table: self.table, advisories: true, left: self.fired.advisories }
    }

    /// [`because`](Self::because) as bits: the n-th condition of a FIRST table, the n-th row of a COLLECT table.
    #[must_use]
    pub const fn because_bits(&self) -> u32 {
        self.fired.because
    }

    /// [`advisories`](Self::advisories) as bits: the n-th advisory of the table.
    #[must_use]
    pub const fn advisory_bits(&self) -> u32 {
        self.fired.advisories
    }

    /// The answers to the table's conditions as bits, those included that did not matter.
    #[must_use]
    pub const fn condition_bits(&self) -> u32 {
        self.fired.holds
    }

    /// Why, as a person reads it in one language: the row, then the further reasons.
    pub fn reasons(&self, language: Language) -> impl Iterator<Item = &'static str> + use<O> {
        let row = self.row();
        let further = self.because().filter(move |reason| row.is_none_or(|row| row.id != reason.id));
        row.into_iter().chain(further).map(move |reason| reason.text.get(language))
    }

    /// Everything to show to a person in one language: the reasons, then the advisories.
    pub fn lines(&self, language: Language) -> impl Iterator<Item = &'static str> + use<O> {
        self.reasons(language).chain(self.advisories().map(move |advisory| advisory.text.get(language)))
    }

    /// The same decision with its outcome put in another form.
    pub fn map<P>(self, form: impl FnOnce(O) -> P) -> Decision<P> {
        Decision { outcome: form(self.outcome), table: self.table, fired: self.fired }
    }

    /// The same row, reasons and advisories under the table of a decision that rests on this one.
    pub(crate) fn under(self, table: &'static Table) -> Self {
        reached(table);
        Self { table, ..self }
    }
}

impl<O: PartialEq> PartialEq for Decision<O> {
    fn eq(&self, other: &Self) -> bool {
        self.outcome == other.outcome
            && self.id() == other.id()
            && self.edition() == other.edition()
            && self.fired == other.fired
    }
}

impl<O: Eq> Eq for Decision<O> {}

impl<O: Hash> Hash for Decision<O> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.outcome.hash(state);
        self.id().hash(state);
        self.edition().hash(state);
        self.fired.hash(state);
    }
}

impl<O: fmt::Debug> fmt::Debug for Decision<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decision")
            .field("decision", &self.id())
            .field("edition", &self.edition())
            .field("outcome", &self.outcome)
            .field("row", &self.row().map(|row| row.id))
            .field("because", &self.because())
            .field("advisories", &self.advisories())
            .finish()
    }
}

/// Reasons or advisories of a decision, in table order.
#[derive(Clone)]
pub struct Reasons {
    table: &'static Table,
    advisories: bool,
    left: u32,
}

impl Reasons {
    /// Whether the reason with this id is among them.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.clone().any(|reason| reason.id == id)
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.clone().map(|reason| reason.id)
    }
}

impl Iterator for Reasons {
    type Item = &'static Reason;

    fn next(&mut self) -> Option<&'static Reason> {
        if self.left == 0 {
            return None;
        }
        let bit = self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        if self.advisories { self.table.advisories.get(bit).map(|row| &row.reason) } else { self.table.reason(bit) }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.left.count_ones() as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Reasons {}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.ids()).finish()
    }
}
