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

use chrono::NaiveDateTime;
use serde_json::Value;

pub use answer::{Answer, Answers, Flags};
use block::OkrOption;
pub use fact::{Bits, Column, Dictionary, Kind, Texts, Values};
use okr_option::BLOCK;
use outcome::Outcome;

use crate::catalogue::{self, At, Chosen};
use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::json::{self, Json, JsonTime};
use crate::table::{HitPolicy, Row, Table};
use crate::{booking, car_pass, inspection, okr, quarter_hour, vin};

/// A decision whose facts lie in columns.
pub struct Flat {
    table: &'static Table,
    outcome: fn() -> Vec<Answer>,
    decide: for<'c> fn(&'c [Json<'c>], &mut AnswerTable) -> Result<(), Error>,
    /// Puts blocks of rows into plain slices, where there is a way to and the columns' types allow it.
    blocks: Option<for<'r> fn(&'r Rows<'_>) -> Option<OkrOption<'r>>>,
}

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
    fn put<O: Outcome>(&mut self, decision: Decision<O>) {
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

/// The decision of this module, its facts in columns.
macro_rules! flat {
    ($domain:ident::$decision:ident) => {
        Flat {
            table: &$domain::$decision::TABLE,
            outcome: || columns_of(|facts| $domain::$decision::decide(facts)),
            decide: |cells, to| {
                let facts = json::read_row(cells)?;
                to.put($domain::$decision::decide(&facts)?);
                Ok(())
            },
            blocks: None,
        }
    };
    // Times are readings of the clock on the wall.
    ($domain:ident::$decision:ident with times) => {
        Flat {
            table: &$domain::$decision::TABLE,
            outcome: || columns_of(|facts| $domain::$decision::decide::<NaiveDateTime>(facts)),
            decide: |cells, to| {
                let facts: $domain::$decision::Facts<JsonTime> = json::read_row(cells)?;
                to.put($domain::$decision::decide(&facts.with_times(JsonTime::in_column)?)?);
                Ok(())
            },
            blocks: None,
        }
    };
    (rounding $table:ident $round:ident) => {
        Flat {
            table: &quarter_hour::$table,
            outcome: At::<NaiveDateTime>::columns,
            decide: |cells, to| {
                let At { at } = json::read_row::<At>(cells)?;
                let at = quarter_hour::$round(&at.in_column("at")?)?;
                to.put(Decision::computed(At { at }, &quarter_hour::$table));
                Ok(())
            },
            blocks: None,
        }
    };
}

/// The empty columns for what a decision answers.
fn columns_of<F, O: Outcome>(_decide: fn(&F) -> Result<Decision<O>, Error>) -> Vec<Answer> {
    O::columns()
}

/// Every decision whose facts are plain values, in the order of the rules.
pub static DECISIONS: &[Flat] = &[
    flat!(vin::check),
    flat!(car_pass::enrolment),
    flat!(car_pass::visible),
    flat!(car_pass::readiness),
    flat!(car_pass::badge),
    flat!(car_pass::start_of_work),
    flat!(car_pass::account),
    flat!(car_pass::history),
    Flat { blocks: Some(OkrOption::of), ..flat!(okr::option) },
    Flat { table: &okr::choice::TABLE, outcome: okr::choice::Outcome::columns, decide: choice, blocks: None },
    flat!(okr::mutation),
    flat!(rounding FLOOR floor),
    flat!(rounding CEIL ceil),
    flat!(rounding NEAREST nearest),
    flat!(rounding NEXT next),
    flat!(booking::issue_limit with times),
    flat!(booking::issue with times),
    flat!(booking::follows_master),
    flat!(booking::status with times),
    flat!(booking::editable),
    flat!(booking::cancel_issue),
    flat!(booking::take_back with times),
    flat!(booking::odometer),
    flat!(booking::template with times),
    flat!(booking::advisor),
    flat!(booking::driver),
    Flat {
        table: &booking::reservation::TABLE,
        outcome: booking::reservation::Outcome::columns,
        decide: reservation,
        blocks: None,
    },
    flat!(booking::documents),
    flat!(booking::settlement),
    flat!(booking::confirmation),
    flat!(booking::maintenance_contract),
    flat!(inspection::next_due),
    flat!(inspection::window),
    flat!(inspection::month_end),
    flat!(inspection::sources),
];

/// The choice stands in the last column, behind the facts of `okr.option`.
fn choice(cells: &[Json<'_>], to: &mut AnswerTable) -> Result<(), Error> {
    let (option, chosen) = cells.split_at(cells.len() - 1);
    let option = json::read_row(option)?;
    let Chosen { chosen } = json::read_row(chosen)?;
    to.put(okr::choice::decide(&okr::choice::Facts { option, chosen })?);
    Ok(())
}

fn reservation<'c>(cells: &'c [Json<'c>], to: &mut AnswerTable) -> Result<(), Error> {
    let facts: booking::reservation::Facts<'_, JsonTime> = json::read_row(cells)?;
    to.put(booking::reservation::decide(&facts.with_times(JsonTime::in_column)?)?);
    Ok(())
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

/// The facts of a decision, as its schema says; `None` for one that no column holds.
fn facts_of(id: &str) -> Result<Vec<(String, Option<Fact>)>, Error> {
    let schema = catalogue::schema(id)?;
    let required: Vec<_> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let facts = schema["properties"].as_object().into_iter().flatten();
    Ok(facts
        .map(|(name, fact)| {
            let required = required.contains(&name.as_str());
            (name.clone(), kind_of(fact).map(|kind| Fact { name: name.clone(), kind, required }))
        })
        .collect())
}

fn kind_of(schema: &Value) -> Option<Kind> {
    let kind = &schema["type"];
    match kind.as_str().or_else(|| kind[0].as_str())? {
        "boolean" => Some(Kind::Flag),
        "integer" => Some(Kind::Number),
        "string" => Some(match schema["format"].as_str() {
            Some("date") => Kind::Day,
            Some("partial-date-time") => Kind::Time,
            // Of texts, only times have a pattern.
            _ if schema["pattern"].is_string() => Kind::Time,
            _ => Kind::Text,
        }),
        _ => None,
    }
}
