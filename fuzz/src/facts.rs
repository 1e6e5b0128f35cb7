//! The catalogue: `okr.option {…}`, a decision's id and its facts, both any text.

use dms_rules::catalogue::{self, DECISIONS};
use serde_json::Value;

use crate::answer;

/// One decision.
pub fn target(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let (id, facts) = text.split_once(' ').unwrap_or((text, ""));
    let known = DECISIONS.iter().any(|entry| entry.id() == id);
    assert_eq!(known, catalogue::find(id).is_ok_and(|entry| entry.id() == id));
    // They take their time, and only the id matters.
    if !known || facts.is_empty() {
        assert_eq!(known, catalogue::describe(id).is_ok_and(|described| described["decision"] == id));
        assert_eq!(known, catalogue::schema(id).is_ok());
    }
    let decided = catalogue::evaluate(id, facts);
    // The same in an envelope; what is no JSON would break it.
    if serde_json::from_str::<&serde_json::value::RawValue>(facts).is_err() {
        let code = if known { "malformed_json" } else { "unknown_decision" };
        assert_eq!(decided.expect_err("a refusal").code().as_str(), code);
        return;
    }
    let request = format!(r#"{{"decision":{},"facts":{facts}}}"#, Value::from(id));
    let response = catalogue::respond(&request);
    match (&decided, &response.answer) {
        (Ok(decided), Ok(answered)) => assert_eq!(
            serde_json::to_string(decided).expect("a decision"),
            serde_json::to_string(answered).expect("a decision")
        ),
        // What is too deep for the one may just not be for the other.
        (Err(refused), Err(answered)) => assert_eq!(
            (refused.code(), refused.field().or(Some("facts"))),
            (answered.code(), answered.field().or(Some("facts")))
        ),
        other => panic!("{text}: {other:?}"),
    }
    answer::check(&request, &response.to_json());
    assert_eq!(response.to_json(), catalogue::evaluate_json(&request));
}
