//! Every decision by its id: evaluate from JSON to JSON, list, describe, and the JSON Schema of its facts.
//!
//! ```
//! use dms_rules::catalogue;
//!
//! let decision = catalogue::evaluate("car_pass.visible", r#"{"user_site":"Gent","dossier_site":"Luik"}"#)?;
//! assert_eq!(decision.outcome.get(), r#""hidden""#);
//! assert_eq!(
//!     serde_json::to_string(&decision).unwrap(),
//!     r#"{"decision":"car_pass.visible","edition":"2026-11","outcome":"hidden","row":"other_site","because":["other_site"],"advisories":[]}"#,
//! );
//!
//! let refused = catalogue::evaluate("car_pass.visible", r#"{"user_site":"Gent"}"#).unwrap_err();
//! assert_eq!((refused.code().as_str(), refused.field()), ("missing_field", Some("dossier_site")));
//! # Ok::<(), dms_rules::error::Error>(())
//! ```
//!
//! A time in JSON is the clock on the wall, or an instant where it carries an offset. All times of one request are of one
//! kind. An answer that is the end of a civil day carries no offset: only the host's zone data knows the offset of that
//! day.

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::json::{self, Json};
use crate::model::{self, registry::every_domain};
use crate::table::{Reason, Row, Table, When};

/// An outcome as JSON text.
pub type JsonOutcome = Box<RawValue>;

/// A decision that can be asked for by its id.
#[derive(Clone, Copy)]
pub struct Entry {
    table: &'static Table,
    evaluate: fn(&Json<'_>) -> Result<Decision<JsonOutcome>, Error>,
}

impl Entry {
    pub(crate) const fn new(
        table: &'static Table,
        evaluate: fn(&Json<'_>) -> Result<Decision<JsonOutcome>, Error>,
    ) -> Self {
        Self { table, evaluate }
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
}

/// Every decision, in the order of the rules.
pub static DECISIONS: &[Entry] = {
    const EVERY: &[&[Entry]] = every_domain!(ENTRIES);
    &model::all::<Entry, { model::count(EVERY) }>(EVERY)
};

/// The decision with this id.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`].
pub fn find(id: &str) -> Result<&'static Entry, Error> {
    place(id).map(|place| &DECISIONS[place])
}

fn place(id: &str) -> Result<usize, Error> {
    DECISIONS
        .iter()
        .position(|entry| entry.id() == id)
        .ok_or_else(|| Error::whole(ErrorCode::UnknownDecision, format!("there is no decision `{id}`")))
}

/// Decides from a JSON object of facts.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`], [`ErrorCode::MalformedJson`], and whatever the decision refuses; a refusal with several
/// faults names the first in field order, unknown fields after the known.
pub fn evaluate(id: &str, facts: &str) -> Result<Decision<JsonOutcome>, Error> {
    let entry = find(id)?;
    json::read_text(facts, entry.evaluate)
}

/// Answers one request, `{"decision":"okr.option","facts":{…},"name"?:"…"}`.
#[must_use]
pub fn respond(request: &str) -> Response {
    let mut response = Response::refused(Error::whole(ErrorCode::MalformedJson, "there is no request"));
    response.answer = json::read_text(request, |request| response.fill(request));
    response
}

/// Answers one request as JSON text: the decision, or the refusal `{"decision":…,"error":{"code","field","message"}}`.
#[must_use]
pub fn evaluate_json(request: &str) -> String {
    respond(request).to_json()
}

/// What a request was answered with.
#[derive(Debug)]
pub struct Response {
    /// The name that the request carried.
    pub name: Option<String>,
    /// The decision that was asked for.
    pub decision: Option<String>,
    /// The decision or the refusal.
    pub answer: Result<Decision<JsonOutcome>, Error>,
}

impl Response {
    /// The answer to what is no request at all.
    #[must_use]
    pub const fn refused(error: Error) -> Self {
        Self { name: None, decision: None, answer: Err(error) }
    }

    fn fill(&mut self, request: &Json<'_>) -> Result<Decision<JsonOutcome>, Error> {
        // The name and the id are carried into the answer even where the rest of the request is refused.
        self.name = request.text("name");
        self.decision = request.text("decision");
        let without_facts = request.only(|key| key != "facts");
        let Request { decision, facts: _, name: _ } = json::read_as(&without_facts, "request")?;
        let entry = find(decision)?;
        let facts = request.once("facts")?;
        (entry.evaluate)(facts)
    }

    /// One line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Nothing in an answer can fail to be written: its keys are text and its numbers are integers.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What a request holds; its facts are read by the decision.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request<'a> {
    decision: &'a str,
    /// Read by the decision.
    #[allow(dead_code, reason = "named so that it is no unknown field")]
    facts: Option<serde::de::IgnoredAny>,
    #[allow(dead_code, reason = "read so that a name that is no text is refused")]
    name: Option<&'a str>,
}

impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut response = serializer.serialize_map(None)?;
        if let Some(name) = &self.name {
            response.serialize_entry("name", name)?;
        }
        match &self.answer {
            Ok(decision) => {
                response.serialize_entry("decision", decision.id())?;
                response.serialize_entry("edition", decision.edition())?;
                response.serialize_entry("outcome", &decision.outcome)?;
                response.serialize_entry("row", &decision.row().map(|row| row.id))?;
                response.serialize_entry("because", &json::Ids(decision.because()))?;
                response.serialize_entry("advisories", &json::Ids(decision.advisories()))?;
            }
            Err(error) => {
                response.serialize_entry("decision", &self.decision)?;
                response.serialize_entry("error", error)?;
            }
        }
        response.end()
    }
}

/// What a decision is: where it was read, its conditions, rows, advisories and texts, as JSON.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`].
pub fn describe(id: &str) -> Result<serde_json::Value, Error> {
    let entry = find(id)?;
    Ok(serde_json::to_value(entry.table).unwrap_or_default())
}

/// The JSON Schema (2020-12) of a decision's facts.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`].
pub fn schema(id: &str) -> Result<serde_json::Value, Error> {
    Ok(model::schema(&model::DECISIONS[place(id)?]))
}

/// The decision with its outcome as JSON.
pub(crate) fn answer<O: Serialize>(decision: Result<Decision<O>, Error>) -> Result<Decision<JsonOutcome>, Error> {
    decision.map(|decision| decision.map(|outcome| to_raw_value(&outcome).unwrap_or_default()))
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut table = serializer.serialize_struct("Table", 9)?;
        table.serialize_field("decision", self.id)?;
        table.serialize_field("edition", self.edition)?;
        table.serialize_field("source", &self.source)?;
        table.serialize_field("hit_policy", self.policy.as_str())?;
        let conditions = self.conditions.iter().enumerate();
        let conditions: Vec<_> = conditions.map(|(at, reason)| Condition { reason, feel: self.feel.get(at) }).collect();
        table.serialize_field("conditions", &conditions)?;
        table.serialize_field(
            "impossible",
            &self.impossible.iter().map(|when| Literals(*when, self)).collect::<Vec<_>>(),
        )?;
        table.serialize_field("rows", &self.rows.iter().map(|row| Described(row, self)).collect::<Vec<_>>())?;
        if let Some([none, any]) = self.collected {
            table.serialize_field("collected", &Collected { none, any })?;
        }
        table.serialize_field(
            "advisories",
            &self.advisories.iter().map(|row| Described(row, self)).collect::<Vec<_>>(),
        )?;
        table.end()
    }
}

/// What a table asks, and in FEEL how the answer follows from the facts.
#[derive(Serialize)]
struct Condition<'t> {
    #[serde(flatten)]
    reason: &'t Reason,
    #[serde(skip_serializing_if = "Option::is_none")]
    feel: Option<&'t &'static str>,
}

/// The outcome of a COLLECT table when no row fits and when any does.
#[derive(Serialize)]
struct Collected {
    none: &'static str,
    any: &'static str,
}

/// A `when` in the words of its table: `["vat_register_used", "!vat_number_ticked"]`.
struct Literals<'t>(When, &'t Table);

impl Serialize for Literals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.literals(self.1).map(|literal| literal.to_string()))
    }
}

struct Described<'t>(&'t Row, &'t Table);

impl Serialize for Described<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(row, table) = self;
        let Row { reason: Reason { id, text }, when, names, outcome } = row;
        let mut described = serializer.serialize_map(None)?;
        described.serialize_entry("id", id)?;
        described.serialize_entry("when", &Literals(*when, table))?;
        if *names != when.requires {
            described.serialize_entry("names", &Literals(When { requires: *names, forbids: 0 }, table))?;
        }
        if let Some(outcome) = outcome {
            described.serialize_entry("outcome", outcome)?;
        }
        described.serialize_entry("text", text)?;
        described.end()
    }
}
