//! Every decision by its id, from JSON to JSON.

use dms_rules::catalogue::{self, JsonOutcome, Response};
use dms_rules::decision::Decision;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::export::explain;

use crate::answer::{WireLanguage, WireRefusal};
use crate::fact::{Fact, WireText};

/// A text, or a refusal.
#[derive(uniffi::Enum)]
pub(crate) enum WireTextAnswer {
    /// JSON or, of an explanation, Markdown.
    Given {
        /// The text.
        text: String,
    },
    /// The facts were refused.
    Refused {
        /// Why.
        refusal: WireRefusal,
    },
}

impl From<Result<String, Error>> for WireTextAnswer {
    fn from(answer: Result<String, Error>) -> Self {
        match answer {
            Ok(text) => Self::Given { text },
            Err(error) => Self::Refused { refusal: error.into() },
        }
    }
}

/// Decides from a JSON object of facts.
#[uniffi::export]
pub(crate) fn evaluate(decision: WireText, facts: WireText) -> WireTextAnswer {
    let in_json = |decided| Response { name: None, decision: None, answer: Ok(decided) }.to_json();
    decide(decision, facts).map(in_json).into()
}

/// Decides from a JSON object of facts, and explains the decision as Markdown.
#[uniffi::export]
pub(crate) fn explain_facts(decision: WireText, facts: WireText, language: WireLanguage) -> WireTextAnswer {
    decide(decision, facts).map(|decided| explain(&decided, language.into())).into()
}

/// Answers each request, a refusal included, with one line of JSON.
#[uniffi::export]
pub(crate) fn evaluate_json(requests: Vec<WireText>) -> Vec<String> {
    let answer = |request| match request {
        WireText::WellFormed { text } => catalogue::evaluate_json(&text),
        // Half a surrogate pair is no JSON; the replacement character is none either, and the catalogue says so.
        WireText::IllFormed => catalogue::evaluate_json("\u{FFFD}"),
    };
    requests.into_iter().map(answer).collect()
}

/// What a decision is, as JSON.
#[uniffi::export]
pub(crate) fn describe(decision: WireText) -> WireTextAnswer {
    id(decision).and_then(|id| catalogue::describe(&id)).map(|json| json.to_string()).into()
}

/// The JSON Schema of a decision's facts.
#[uniffi::export]
pub(crate) fn schema(decision: WireText) -> WireTextAnswer {
    id(decision).and_then(|id| catalogue::schema(&id)).map(|json| json.to_string()).into()
}

fn decide(decision: WireText, facts: WireText) -> Result<Decision<JsonOutcome>, Error> {
    let facts = facts.read("facts").map_err(|error| Error::whole(ErrorCode::MalformedJson, error.detail().to_owned()));
    catalogue::evaluate(&id(decision)?, &facts?)
}

fn id(decision: WireText) -> Result<String, Error> {
    decision.read("decision").map_err(|error| Error::whole(ErrorCode::UnknownDecision, error.detail().to_owned()))
}
