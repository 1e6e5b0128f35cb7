//! Any decision from facts of any shape: what the decisions without a record of their own on this border share.
//!
//! Their typed classes are on the Kotlin side, which turns facts into the values below and outcomes back. The values are
//! those of JSON, with the names of the catalogue, so that the catalogue reads them: it refuses what does not fit, names
//! the field and keeps the order of the rules.

use std::collections::HashMap;

use dms_rules::catalogue::{self, JsonOutcome};
use dms_rules::decision::Decision;
use dms_rules::error::Error;
use serde::{Deserialize, Serialize};

use crate::answer::answer;

/// A fact or an outcome, or a part of one. Numbers are whole, dates and times are text.
#[derive(uniffi::Enum, Serialize, Deserialize)]
#[serde(untagged)]
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
        serde_json::from_str(outcome.get()).expect("an outcome has whole numbers of 64 bits")
    }
}

/// Decides the decision with this id for each set of facts.
#[uniffi::export]
pub(crate) fn decide_all(decision: String, facts: Vec<WireValue>) -> Vec<WireAnswer> {
    facts.into_iter().map(|facts| decide(&decision, &facts).into()).collect()
}

fn decide(decision: &str, facts: &WireValue) -> Result<Decision<JsonOutcome>, Error> {
    let facts = serde_json::to_string(facts).expect("the keys of a record are text");
    catalogue::evaluate(decision, &facts)
}
