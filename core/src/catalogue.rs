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

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::json::{self, Json, JsonTime};
use crate::table::{Reason, Row, Table, When};
use crate::value::Time;
use crate::{booking, car_pass, inspection, okr, quarter_hour, vin};

/// An outcome as JSON text.
pub type JsonOutcome = Box<RawValue>;

/// A decision that can be asked for by its id.
pub struct Entry {
    table: &'static Table,
    evaluate: fn(&Json<'_>) -> Result<Decision<JsonOutcome>, Error>,
}

impl Entry {
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

/// Decides with the times in the form of the first that is given: the clock on the wall or an instant.
macro_rules! in_one_form {
    ($first:expr, $facts:expr, $decide:expr) => {
        match $first {
            Some(JsonTime::Instant(_)) => answer($decide(&$facts.with_times(JsonTime::instant)?)),
            Some(JsonTime::WallClock(_)) | None => answer($decide(&$facts.with_times(JsonTime::wall_clock)?)),
        }
    };
}

/// Puts the schemas beside the entries: a library that does not offer them has no use for what writes them.
macro_rules! decisions {
    ($(Entry { table: $table:expr, evaluate: $evaluate:expr, schema: $schema:expr $(,)? },)+) => {
        /// Every decision, in the order of the rules.
        pub static DECISIONS: &[Entry] = &[$(Entry { table: $table, evaluate: $evaluate }),+];

        /// The JSON Schema of each decision's facts, in the same order.
        static SCHEMAS: &[fn() -> Schema] = &[$($schema),+];
    };
}

decisions! {
    Entry {
        table: &vin::check::TABLE,
        evaluate: |facts| answer(vin::check::decide(&json::read(facts)?)),
        schema: schema_of::<vin::check::Facts>,
    },
    Entry {
        table: &car_pass::enrolment::TABLE,
        evaluate: |facts| answer(car_pass::enrolment::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::enrolment::Facts>,
    },
    Entry {
        table: &car_pass::visible::TABLE,
        evaluate: |facts| answer(car_pass::visible::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::visible::Facts<'_>>,
    },
    Entry {
        table: &car_pass::readiness::TABLE,
        evaluate: |facts| answer(car_pass::readiness::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::readiness::Facts>,
    },
    Entry {
        table: &car_pass::prompt::TABLE,
        evaluate: |facts| answer(car_pass::prompt::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::prompt::Facts<'_>>,
    },
    Entry {
        table: &car_pass::badge::TABLE,
        evaluate: |facts| answer(car_pass::badge::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::badge::Facts>,
    },
    Entry {
        table: &car_pass::start_of_work::TABLE,
        evaluate: |facts| answer(car_pass::start_of_work::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::start_of_work::Facts>,
    },
    Entry {
        table: &car_pass::submission::TABLE,
        evaluate: |facts| answer(car_pass::submission::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::submission::Facts<'_>>,
    },
    Entry {
        table: &car_pass::lifecycle::TABLE,
        evaluate: |facts| answer(car_pass::lifecycle::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::lifecycle::Facts<'_>>,
    },
    Entry {
        table: &car_pass::actions::TABLE,
        evaluate: |facts| answer(car_pass::actions::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::actions::Facts<'_>>,
    },
    Entry {
        table: &car_pass::invoicing::TABLE,
        evaluate: |facts| answer(car_pass::invoicing::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::invoicing::Facts<'_>>,
    },
    Entry {
        table: &car_pass::account::TABLE,
        evaluate: |facts| answer(car_pass::account::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::account::Facts>,
    },
    Entry {
        table: &car_pass::history::TABLE,
        evaluate: |facts| answer(car_pass::history::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::history::Facts>,
    },
    Entry {
        table: &car_pass::worklist::TABLE,
        evaluate: |facts| answer(car_pass::worklist::decide(&json::read(facts)?)),
        schema: schema_of::<car_pass::worklist::Facts<'_>>,
    },
    Entry {
        table: &okr::option::TABLE,
        evaluate: |facts| answer(okr::option::decide(&json::read(facts)?)),
        schema: schema_of::<okr::option::Facts>,
    },
    Entry { table: &okr::choice::TABLE, evaluate: choice, schema: choice_schema },
    Entry {
        table: &okr::mutation::TABLE,
        evaluate: |facts| answer(okr::mutation::decide(&json::read(facts)?)),
        schema: schema_of::<okr::mutation::Facts>,
    },
    Entry {
        table: &quarter_hour::FLOOR,
        evaluate: |facts| rounded(facts, &quarter_hour::FLOOR, quarter_hour::floor, quarter_hour::floor),
        schema: schema_of::<At>,
    },
    Entry {
        table: &quarter_hour::CEIL,
        evaluate: |facts| rounded(facts, &quarter_hour::CEIL, quarter_hour::ceil, quarter_hour::ceil),
        schema: schema_of::<At>,
    },
    Entry {
        table: &quarter_hour::NEAREST,
        evaluate: |facts| rounded(facts, &quarter_hour::NEAREST, quarter_hour::nearest, quarter_hour::nearest),
        schema: schema_of::<At>,
    },
    Entry {
        table: &quarter_hour::NEXT,
        evaluate: |facts| rounded(facts, &quarter_hour::NEXT, quarter_hour::next, quarter_hour::next),
        schema: schema_of::<At>,
    },
    Entry {
        table: &booking::issue_limit::TABLE,
        evaluate: |facts| {
            let facts: booking::issue_limit::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(Some(facts.now), facts, booking::issue_limit::decide)
        },
        schema: schema_of::<booking::issue_limit::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::issue::TABLE,
        evaluate: |facts| {
            let facts: booking::issue::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(Some(facts.now), facts, booking::issue::decide)
        },
        schema: schema_of::<booking::issue::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::plan::TABLE,
        evaluate: |facts| {
            let facts: booking::plan::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(Some(facts.planned_start), facts, booking::plan::decide)
        },
        schema: schema_of::<booking::plan::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::issue_prefill::TABLE,
        evaluate: |facts| answer(booking::issue_prefill::decide(&json::read(facts)?)),
        schema: schema_of::<booking::issue_prefill::Facts<'_>>,
    },
    Entry {
        table: &booking::follows_master::TABLE,
        evaluate: |facts| answer(booking::follows_master::decide(&json::read(facts)?)),
        schema: schema_of::<booking::follows_master::Facts>,
    },
    Entry {
        table: &booking::status::TABLE,
        evaluate: |facts| {
            let facts: booking::status::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(Some(facts.planned_start), facts, booking::status::decide)
        },
        schema: schema_of::<booking::status::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::permission::TABLE,
        evaluate: |facts| answer(booking::permission::decide(&json::read(facts)?)),
        schema: schema_of::<booking::permission::Facts>,
    },
    Entry {
        table: &booking::editable::TABLE,
        evaluate: |facts| answer(booking::editable::decide(&json::read(facts)?)),
        schema: schema_of::<booking::editable::Facts>,
    },
    Entry {
        table: &booking::cancel_issue::TABLE,
        evaluate: |facts| answer(booking::cancel_issue::decide(&json::read(facts)?)),
        schema: schema_of::<booking::cancel_issue::Facts>,
    },
    Entry {
        table: &booking::take_back::TABLE,
        evaluate: |facts| {
            let facts: booking::take_back::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(facts.issued_at.or(Some(facts.return_at)), facts, booking::take_back::decide)
        },
        schema: schema_of::<booking::take_back::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::amend_handover::TABLE,
        evaluate: |facts| {
            let facts: booking::amend_handover::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(facts.first_time().copied(), facts, booking::amend_handover::decide)
        },
        schema: schema_of::<booking::amend_handover::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::odometer::TABLE,
        evaluate: |facts| answer(booking::odometer::decide(&json::read(facts)?)),
        schema: schema_of::<booking::odometer::Facts>,
    },
    Entry {
        table: &booking::template::TABLE,
        evaluate: |facts| {
            let facts: booking::template::Facts<JsonTime> = json::read(facts)?;
            in_one_form!(Some(facts.planned_end), facts, booking::template::decide)
        },
        schema: schema_of::<booking::template::Facts<JsonTime>>,
    },
    Entry {
        table: &booking::advisor::TABLE,
        evaluate: |facts| answer(booking::advisor::decide(&json::read(facts)?)),
        schema: schema_of::<booking::advisor::Facts<'_>>,
    },
    Entry {
        table: &booking::driver::TABLE,
        evaluate: |facts| answer(booking::driver::decide(&json::read(facts)?)),
        schema: schema_of::<booking::driver::Facts>,
    },
    Entry {
        table: &booking::reservation::TABLE,
        evaluate: |facts| {
            let facts: booking::reservation::Facts<'_, JsonTime> = json::read(facts)?;
            in_one_form!(Some(facts.planned_end), facts, booking::reservation::decide)
        },
        schema: schema_of::<booking::reservation::Facts<'_, JsonTime>>,
    },
    Entry {
        table: &booking::documents::TABLE,
        evaluate: |facts| answer(booking::documents::decide(&json::read(facts)?)),
        schema: schema_of::<booking::documents::Facts>,
    },
    Entry {
        table: &booking::actions::TABLE,
        evaluate: |facts| answer(booking::actions::decide(&json::read(facts)?)),
        schema: schema_of::<booking::actions::Facts>,
    },
    Entry {
        table: &booking::settlement::TABLE,
        evaluate: |facts| answer(booking::settlement::decide(&json::read(facts)?)),
        schema: schema_of::<booking::settlement::Facts<'_>>,
    },
    Entry {
        table: &booking::confirmation::TABLE,
        evaluate: |facts| answer(booking::confirmation::decide(&json::read(facts)?)),
        schema: schema_of::<booking::confirmation::Facts>,
    },
    Entry {
        table: &booking::maintenance_contract::TABLE,
        evaluate: |facts| answer(booking::maintenance_contract::decide(&json::read(facts)?)),
        schema: schema_of::<booking::maintenance_contract::Facts<'_>>,
    },
    Entry {
        table: &inspection::import::TABLE,
        evaluate: |facts| answer(inspection::import::decide(&json::read(facts)?)),
        schema: schema_of::<inspection::import::Facts<'_>>,
    },
    Entry {
        table: &inspection::register_from_order::TABLE,
        evaluate: |facts| answer(inspection::register_from_order::decide(&json::read(facts)?)),
        schema: schema_of::<inspection::register_from_order::Facts<'_>>,
    },
    Entry {
        table: &inspection::next_due::TABLE,
        evaluate: |facts| answer(inspection::next_due::decide(&json::read(facts)?)),
        schema: schema_of::<inspection::next_due::Facts>,
    },
    Entry {
        table: &inspection::window::TABLE,
        evaluate: |facts| answer(inspection::window::decide(&json::read(facts)?)),
        schema: schema_of::<inspection::window::Facts>,
    },
    Entry {
        table: &inspection::month_end::TABLE,
        evaluate: |facts| answer(inspection::month_end::decide(&json::read(facts)?)),
        schema: schema_of::<inspection::month_end::Facts>,
    },
    Entry {
        table: &inspection::sources::TABLE,
        evaluate: |facts| answer(inspection::sources::decide(&json::read(facts)?)),
        schema: schema_of::<inspection::sources::Facts>,
    },
}

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
    let mut schema = SCHEMAS[place(id)?]();
    schema.insert("title".to_owned(), format!("Facts of {id}").into());
    Ok(schema.to_value())
}

fn schema_of<F: JsonSchema>() -> Schema {
    SchemaGenerator::default().into_root_schema_for::<F>()
}

fn answer<O: Serialize>(decision: Result<Decision<O>, Error>) -> Result<Decision<JsonOutcome>, Error> {
    decision.map(|decision| decision.map(|outcome| to_raw_value(&outcome).unwrap_or_default()))
}

/// In JSON the choice stands beside the facts of `okr.option`.
fn choice(facts: &Json<'_>) -> Result<Decision<JsonOutcome>, Error> {
    let beside = facts.only(|key| key == Chosen::FIELD);
    let chosen = json::read::<Chosen>(&beside);
    let below = facts.only(|key| key != Chosen::FIELD);
    let option = json::read::<okr::option::Facts>(&below).map_err(|refused| match &chosen {
        // An unknown field comes after every fact that is known.
        Err(refused_choice) if refused.code() == ErrorCode::UnknownField => refused_choice.clone(),
        _ => refused,
    })?;
    let Chosen { chosen } = chosen?;
    answer(okr::choice::decide(&okr::choice::Facts { option, chosen }))
}

/// The fact that `okr.choice` adds to those of `okr.option`.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct Chosen {
    /// What the person chose; left out where the preselected choice stands.
    pub(crate) chosen: Option<okr::choice::Choice>,
}

impl Chosen {
    const FIELD: &'static str = "chosen";
}

fn choice_schema() -> Schema {
    let mut schema = schema_of::<okr::option::Facts>();
    let chosen = schema_of::<Chosen>();
    let fact = chosen.get("properties").and_then(|facts| facts.get(Chosen::FIELD));
    if let (Some(fact), Some(facts)) = (fact, schema.get_mut("properties").and_then(|facts| facts.as_object_mut())) {
        facts.insert(Chosen::FIELD.to_owned(), fact.clone());
    }
    schema
}

/// The fact of `quarter_hour.*`, and its outcome.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct At<T = JsonTime> {
    /// The time to round.
    pub(crate) at: T,
}

impl<T: Serialize> Serialize for At<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut at = serializer.serialize_struct("At", 1)?;
        at.serialize_field("at", &self.at)?;
        at.end()
    }
}

fn rounded(
    facts: &Json<'_>,
    table: &'static Table,
    wall_clock: fn(&chrono::NaiveDateTime) -> Result<chrono::NaiveDateTime, Error>,
    instant: fn(&chrono::DateTime<chrono::FixedOffset>) -> Result<chrono::DateTime<chrono::FixedOffset>, Error>,
) -> Result<Decision<JsonOutcome>, Error> {
    fn computed<T: Time + Serialize>(
        at: Result<T, Error>,
        table: &'static Table,
    ) -> Result<Decision<JsonOutcome>, Error> {
        answer(at.map(|at| Decision::computed(At { at }, table)))
    }
    match json::read::<At>(facts)?.at {
        JsonTime::WallClock(at) => computed(wall_clock(&at), table),
        JsonTime::Instant(at) => computed(instant(&at), table),
    }
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
