//! Every decision by its id, from JSON to JSON.

use dms_rules::catalogue::{self, Response};
use dms_rules::error::{Error, ErrorCode};

use crate::answer::WireRefusal;
use crate::fact::{Fact, WireText};

/// JSON text, or a refusal.
#[derive(uniffi::Enum)]
pub(crate) enum WireJsonAnswer {
    /// JSON.
    Json {
        /// The text.
        json: String,
    },
    /// The facts were refused.
    Refused {
        /// Why.
        refusal: WireRefusal,
    },
}

impl From<Result<String, Error>> for WireJsonAnswer {
    fn from(answer: Result<String, Error>) -> Self {
        match answer {
            Ok(json) => Self::Json { json },
            Err(error) => Self::Refused { refusal: error.into() },
        }
    }
}

/// Decides from a JSON object of facts.
#[uniffi::export]
pub(crate) fn evaluate(decision: WireText, facts: WireText) -> WireJsonAnswer {
    let evaluate = || {
        let facts =
            facts.read("facts").map_err(|error| Error::whole(ErrorCode::MalformedJson, error.detail().to_owned()));
        let decided = catalogue::evaluate(&id(decision)?, &facts?)?;
        Ok(Response { name: None, decision: None, answer: Ok(decided) }.to_json())
    };
    evaluate().into()
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
pub(crate) fn describe(decision: WireText) -> WireJsonAnswer {
    id(decision).and_then(|id| catalogue::describe(&id)).map(|json| json.to_string()).into()
}

/// The JSON Schema of a decision's facts.
#[uniffi::export]
pub(crate) fn schema(decision: WireText) -> WireJsonAnswer {
    id(decision).and_then(|id| catalogue::schema(&id)).map(|json| json.to_string()).into()
}

fn id(decision: WireText) -> Result<String, Error> {
    decision.read("decision").map_err(|error| Error::whole(ErrorCode::UnknownDecision, error.detail().to_owned()))
}
