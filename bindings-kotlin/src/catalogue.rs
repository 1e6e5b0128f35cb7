//! Every decision by its id, from JSON to JSON.

use dms_rules::catalogue::{self, JsonOutcome, Response};
use dms_rules::decision::Decision;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::export::explain;

use crate::answer::{WireLanguage, WireRefusal};
use crate::bytes::Bytes;
use crate::fact::Fact;

/// A text of the JVM, which may hold half a surrogate pair.
#[derive(uniffi::Enum)]
pub(crate) enum WireText {
    /// Well-formed Unicode.
    WellFormed {
        /// The text.
        text: String,
    },
    /// Not Unicode: half a surrogate pair stands alone.
    IllFormed,
}

impl WireText {
    /// The text, or a refusal with this code.
    fn read(self, code: ErrorCode) -> Result<String, Error> {
        match self {
            Self::WellFormed { text } => Ok(text),
            Self::IllFormed => Err(Error::whole(code, "well-formed Unicode text")),
        }
    }
}

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

/// A request in JSON. Half a surrogate pair is none; the replacement character is none either, and the catalogue says so.
pub(crate) struct Request<'a>(&'a str);

impl<'a> Fact<'a> for Request<'a> {
    fn read(bytes: &mut Bytes<'a>) -> Result<Self, Error> {
        Ok(Self(<&str>::read(bytes).unwrap_or("\u{FFFD}")))
    }
}

/// Answers a request, a refusal included, with one line of JSON.
pub(crate) fn evaluate_json(request: &Request<'_>) -> Result<String, Error> {
    Ok(catalogue::evaluate_json(request.0))
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
    let facts = facts.read(ErrorCode::MalformedJson);
    catalogue::evaluate(&id(decision)?, &facts?)
}

fn id(decision: WireText) -> Result<String, Error> {
    decision.read(ErrorCode::UnknownDecision)
}
