//! Any decision from facts of any shape: what the decisions without a record of their own on this border share.
//!
//! Their typed classes are on the Kotlin side, which writes facts as the JSON of the catalogue and reads outcomes from the
//! values below. The catalogue refuses what does not fit, names the field and keeps the order of the rules.

use std::collections::HashMap;

use dms_rules::catalogue::{self, JsonOutcome};
use serde_json::Value;

use crate::answer::answer;

/// An outcome, or a part of one. Numbers are whole, dates and times are text.
#[derive(uniffi::Enum)]
pub(crate) enum WireValue {
    /// What is not known.
    Unknown,
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// A text, the name of an enum's value, a date or a time.
    Text(String),
    /// Several.
    Several(Vec<WireValue>),
    /// By the names of the rules.
    Named(HashMap<String, WireValue>),
}

answer! {
    /// The answer of any decision.
    WireAnswer of WireValue
}

impl From<JsonOutcome> for WireValue {
    fn from(outcome: JsonOutcome) -> Self {
        serde_json::from_str::<Value>(outcome.get()).expect("an outcome is JSON").into()
    }
}

impl From<Value> for WireValue {
    fn from(json: Value) -> Self {
        match json {
            Value::Null => Self::Unknown,
            Value::Bool(holds) => Self::Truth(holds),
            Value::Number(number) => Self::Whole(number.as_i64().expect("an outcome has whole numbers of 64 bits")),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::Several(items.into_iter().map(Into::into).collect()),
            Value::Object(fields) => Self::Named(fields.into_iter().map(|(name, part)| (name, part.into())).collect()),
        }
    }
}

/// Decides the decision with this id for each JSON object of facts.
#[uniffi::export]
pub(crate) fn decide_all(decision: String, facts: Vec<String>) -> Vec<WireAnswer> {
    facts.iter().map(|facts| catalogue::evaluate(&decision, facts).into()).collect()
}
