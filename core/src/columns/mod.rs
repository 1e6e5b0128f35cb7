//! Many rows at once: facts in columns, answers in columns.
//!
//! A decision whose facts are plain values (a flag, a name, a number, a text, a day, a time) can be asked for a whole table:
//! a column for each fact, under the fact's name, a row for each decision. The rule is the one of the single decision, and
//! so are its refusals.
//!
//! ```
//! use dms_rules::columns::{self, Answers, Bits, Column, Flags, Form, Values};
//!
//! let decision = columns::find("booking.follows_master")?;
//! let issued = Values::Flags(Bits::new(&[0b01], 0));
//! let rows = decision.rows(2, &[("issued", Column { values: issued, known: None })], false)?;
//!
//! let mut answers = decision.answers(Form::default());
//! decision.decide(&rows, 0..2, &mut answers).unwrap();
//! let [follows_master, row, ..] = answers.columns() else { unreachable!() };
//! assert_eq!(follows_master.name, "outcome_follows_master");
//! let Answers::Flags(follows) = &follows_master.values else { unreachable!() };
//! assert_eq!((follows.get(0), follows.get(1)), (false, true));
//! # Ok::<(), dms_rules::error::Error>(())
//! ```
//!
//! The columns of the answer, in their order:
//! * `outcome`: the name of a plain outcome, or the kind of one that has several. What else an outcome carries lies in
//!   further columns, `outcome_due` for the part `due`; an outcome that is a record has these alone;
//! * `row`: the row that decided; no value where every reason is collected;
//! * `because` and `advisories`: names, or bits as `because_mask` and `advisories_mask`;
//! * on request `error`, `error_field` and `error_detail`: why a row was refused. Then all others have no value there.
//!
//! Times are readings of the clock on the wall: columns know no zones.

mod answer;
mod block;
mod fact;
pub mod okr_option;
mod outcome;

use std::ops::Range;

pub use answer::{Answer, Answers, Flags};
pub(crate) use block::OkrOption;
pub use fact::{Bits, Column, Dictionary, Kind, Texts, Values};
use okr_option::BLOCK;
pub(crate) use outcome::{Outcome, column, kinds};

use crate::catalogue;
use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::json::Json;
use crate::model::{self, Field, Shape, registry::every_domain};
use crate::table::{HitPolicy, Row, Table};

/// A decision whose facts lie in columns.
#[derive(Clone, Copy)]
pub struct Flat {
    table: &'static Table,
    outcome: fn() -> Vec<Answer>,
    decide: for<'c> fn(&'c [Json<'c>], &mut AnswerTable) -> Result<(), Error>,
    /// Puts blocks of rows into plain slices, where there is a way to and the columns' types allow it.
    blocks: Option<Blocks>,
}

/// Puts blocks of rows into plain slices where their columns' types allow it.
pub(crate) type Blocks = for<'r> fn(&'r Rows<'_>) -> Option<OkrOption<'r>>;

/// A fact, as a column holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it must be known in every row.
    pub required: bool,
}

/// The facts of many decisions: a column for each, found by its name.
pub struct Rows<'a> {
    len: usize,
    columns: Vec<Column<'a>>,
}

impl Rows<'_> {
    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// In which form answers are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Reasons and advisories as bits in place of their names.
    pub masks: bool,
    /// A row that is refused gets its error in columns, and the next is decided. Else nothing is decided after it.
    pub errors: bool,
}

/// A row that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which, counted from 0.
    pub row: usize,
    /// Why.
    pub error: Error,
}

/// The answers to many rows.
#[derive(Clone, Debug)]
pub struct AnswerTable {
    columns: Vec<Answer>,
    /// How many of the columns are parts of the outcome; row, reasons and advisories stand behind them.
    parts: usize,
    form: Form,
}

/// How many columns stand between those of the outcome and those of the error: row, reasons, advisories.
const WHY: usize = 3;

impl AnswerTable {
    /// The columns, all of one length.
    #[must_use]
    pub fn columns(&self) -> &[Answer] {
        &self.columns
    }

    /// The columns, given away.
    #[must_use]
    pub fn into_columns(mut self) -> Vec<Answer> {
        self.columns.iter_mut().for_each(Answer::shrink);
        self.columns
    }

    /// How many rows are answered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, Answer::len)
    }

    /// Whether no row is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Makes room for so many more rows.
    pub fn reserve(&mut self, rows: usize) {
        for column in &mut self.columns {
            column.reserve(rows);
        }
    }

    #[inline]
    pub(crate) fn put<O: Outcome>(&mut self, decision: Decision<O>) {
        let next = self.len() + 1;
        let (outcome, why) = self.columns.split_at_mut(self.parts);
        let [row, because, advisories, errors @ ..] = why else { return };
        match decision.row_index() {
            Some(place) => row.put_place(place),
            None => row.put_unknown(),
        }
        because.put_bits(decision.because_bits());
        advisories.put_bits(decision.advisory_bits());
        for error in errors {
            error.put_unknown();
        }
        decision.outcome.put(outcome);
        for part in outcome.iter_mut().filter(|part| part.len() < next) {
            part.put_unknown();
        }
    }

    fn refuse(&mut self, error: &Error) {
        let (decided, errors) = self.columns.split_at_mut(self.parts + WHY);
        for column in decided {
            column.put_unknown();
        }
        let [code, field, detail] = errors else { return };
        code.put(error.code());
        let named = match (&field.values, error.field()) {
            (Answers::Name { names, .. }, Some(name)) => names.iter().position(|known| known == name),
            _ => None,
        };
        match named {
            Some(place) => field.put_place(place),
            None => field.put_unknown(),
        }
        detail.put(error.detail());
    }
}

/// The empty columns for what a decision answers.
pub(crate) fn columns_of<F, O: Outcome>(_decide: fn(&F) -> Result<Decision<O>, Error>) -> Vec<Answer> {
    O::columns()
}

/// Every decision whose facts are plain values, in the order of the rules.
pub static DECISIONS: &[Flat] = {
    const EVERY: &[&[Option<Flat>]] = every_domain!(FLAT);
    const ALL: [Option<Flat>; model::count(EVERY)] = model::all(EVERY);
    &flat::<{ number_of(&ALL) }>(&ALL)
};

const fn number_of(decisions: &[Option<Flat>]) -> usize {
    let (mut number, mut place) = (0, 0);
    while place < decisions.len() {
        number += decisions[place].is_some() as usize;
        place += 1;
    }
    number
}

/// Those that there are.
const fn flat<const N: usize>(decisions: &[Option<Flat>]) -> [Flat; N] {
    let mut flat = [None; N];
    let (mut at, mut place) = (0, 0);
    while place < decisions.len() {
        if decisions[place].is_some() {
            flat[at] = decisions[place];
            at += 1;
        }
        place += 1;
    }
    let mut every = [flat[0].unwrap(); N];
    let mut at = 1;
    while at < N {
        every[at] = flat[at].unwrap();
        at += 1;
    }
    every
}

/// The decision with this id, its facts in columns.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`]; [`ErrorCode::WrongType`] where a fact is a record, a set or a list, which is named.
pub fn find(id: &str) -> Result<&'static Flat, Error> {
    catalogue::find(id)?;
    if let Some(flat) = DECISIONS.iter().find(|flat| flat.id() == id) {
        return Ok(flat);
    }
    let facts = facts_of(id)?;
    let name = facts.iter().find(|(_, fact)| fact.is_none()).map_or("facts", |(name, _)| name);
    let detail = format!("a record, a set or a list: the facts of `{id}` do not lie in columns");
    Err(Error::new(ErrorCode::WrongType, name.to_owned(), detail))
}

impl Flat {
    pub(crate) const fn new(
        table: &'static Table,
        outcome: fn() -> Vec<Answer>,
        decide: for<'c> fn(&'c [Json<'c>], &mut AnswerTable) -> Result<(), Error>,
    ) -> Self {
        Self { table, outcome, decide, blocks: None }
    }

    /// The same with a shorter way for blocks of rows.
    pub(crate) const fn in_blocks(mut self, blocks: Blocks) -> Self {
        self.blocks = Some(blocks);
        self
    }

    /// The decision's id.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.table.id
    }

    /// The decision's table; a computation has one without rows.
    #[must_use]
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// Its facts, in the order of the rules.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let facts = facts_of(self.id()).unwrap_or_default();
        facts.into_iter().filter_map(|(_, fact)| fact).collect()
    }

    /// Rows whose facts lie in these columns, each under the name of its fact. A fact that need not be known may be left out.
    /// Further columns are refused unless they are to be ignored.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`], [`ErrorCode::WrongType`], [`ErrorCode::UnknownField`], and
    /// [`ErrorCode::Contradiction`] where two columns have one name.
    pub fn rows<'a, N: AsRef<str>>(
        &self,
        len: usize,
        given: &[(N, Column<'a>)],
        ignore_further: bool,
    ) -> Result<Rows<'a>, Error> {
        let facts = self.facts();
        let mut columns = Vec::with_capacity(facts.len());
        for Fact { name, kind, required } in &facts {
            let mut found = given.iter().filter(|(given, _)| given.as_ref() == name).map(|(_, column)| column);
            let column = match (found.next(), found.next()) {
                (Some(column), None) => *column,
                (Some(_), Some(_)) => {
                    let detail = "two columns have this name";
                    return Err(Error::new(ErrorCode::Contradiction, name.clone(), detail));
                }
                (None, _) if *required => {
                    let detail = "this fact is needed and there is no such column";
                    return Err(Error::new(ErrorCode::MissingField, name.clone(), detail));
                }
                (None, _) => Column::UNKNOWN,
            };
            if !column.values.may_be(*kind) {
                let detail = format!("expected {}, found {}", kind.expected(), column.values.found());
                return Err(Error::new(ErrorCode::WrongType, name.clone(), detail));
            }
            columns.push(column);
        }
        let further =
            given.iter().map(|(name, _)| name.as_ref()).find(|name| facts.iter().all(|fact| fact.name != *name));
        match further {
            Some(name) if !ignore_further => {
                let known: Vec<_> = facts.iter().map(|fact| fact.name.as_str()).collect();
                let detail = format!("no such fact; expected {}", known.join(", "));
                Err(Error::new(ErrorCode::UnknownField, name.to_owned(), detail))
            }
            _ => Ok(Rows { len, columns }),
        }
    }

    /// The empty columns for the answers.
    #[must_use]
    pub fn answers(&self, form: Form) -> AnswerTable {
        let mut columns = (self.outcome)();
        let parts = columns.len();
        let rows = if self.table.policy == HitPolicy::First { ids(self.table.rows) } else { Vec::new() };
        columns.push(Answer::new("row", Answers::name(rows)));
        let (reasons, advisories) = (self.reasons(), ids(self.table.advisories));
        if form.masks {
            columns.push(Answer::new("because_mask", Answers::mask(reasons)));
            columns.push(Answer::new("advisories_mask", Answers::mask(advisories)));
        } else {
            columns.push(Answer::new("because", Answers::names(reasons)));
            columns.push(Answer::new("advisories", Answers::names(advisories)));
        }
        if form.errors {
            let facts = self.facts().into_iter().map(|fact| fact.name).collect();
            columns.push(Answer::of::<ErrorCode>("error"));
            columns.push(Answer::new("error_field", Answers::name(facts)));
            columns.push(Answer::of::<String>("error_detail"));
        }
        AnswerTable { columns, parts, form }
    }

    /// What the bits of `because` stand for.
    fn reasons(&self) -> Vec<String> {
        match self.table.policy {
            HitPolicy::First => self.table.conditions.iter().map(|condition| condition.id.to_owned()).collect(),
            HitPolicy::Collect | HitPolicy::None => ids(self.table.rows),
        }
    }

    /// Decides these rows; their answers follow those that are there.
    ///
    /// # Errors
    /// The first row that is refused, unless errors are answered in columns. The rows before it are answered.
    pub fn decide(&self, rows: &Rows<'_>, range: Range<usize>, to: &mut AnswerTable) -> Result<(), Refused> {
        let mut cells = Vec::with_capacity(rows.columns.len());
        let Some(mut block) = self.blocks.and_then(|blocks| blocks(rows)) else {
            return range.into_iter().try_for_each(|row| self.decide_row(rows, row, &mut cells, to));
        };
        for start in range.clone().step_by(BLOCK) {
            let len = BLOCK.min(range.end - start);
            block.ask(start, len);
            let mut next = 0;
            while let Some(row) = (next..len).find(|row| block.left[*row]) {
                block.answer(next..row, to);
                self.decide_row(rows, start + row, &mut cells, to)?;
                next = row + 1;
            }
            block.answer(next..len, to);
        }
        Ok(())
    }

    #[inline]
    fn decide_row<'a>(
        &self,
        rows: &Rows<'a>,
        row: usize,
        cells: &mut Vec<Json<'a>>,
        to: &mut AnswerTable,
    ) -> Result<(), Refused> {
        cells.clear();
        cells.extend(rows.columns.iter().map(|column| column.cell(row)));
        match (self.decide)(cells, to) {
            Err(error) if to.form.errors => to.refuse(&error),
            Err(error) => return Err(Refused { row, error }),
            Ok(()) => {}
        }
        Ok(())
    }
}

fn ids(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.reason.id.to_owned()).collect()
}

/// The facts of a decision, as it declares them; `None` for one that no column holds.
fn facts_of(id: &str) -> Result<Vec<(String, Option<Fact>)>, Error> {
    catalogue::find(id)?;
    let declared = model::DECISIONS.iter().find(|declared| declared.table.id == id);
    let facts = declared.map_or(&[][..], |declared| declared.facts.fields);
    let fact = |fact: &Field| {
        let kind = kind_of(&fact.shape);
        (fact.name.to_owned(), kind.map(|kind| Fact { name: fact.name.to_owned(), kind, required: !fact.optional }))
    };
    Ok(facts.iter().map(fact).collect())
}

const fn kind_of(shape: &Shape) -> Option<Kind> {
    match shape {
        Shape::Boolean => Some(Kind::Flag),
        Shape::Integer { .. } | Shape::OdometerReading | Shape::Cents => Some(Kind::Number),
        Shape::Text | Shape::Vin | Shape::EnterpriseNumber | Shape::Enum { .. } => Some(Kind::Text),
        Shape::Date => Some(Kind::Day),
        Shape::Time | Shape::WallClock => Some(Kind::Time),
        _ => None,
    }
}
