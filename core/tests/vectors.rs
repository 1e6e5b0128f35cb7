//! The shared vectors, through the catalogue: every file of `tests/vectors`, the same that the other languages run.
#![cfg(feature = "json")]

use std::path::Path;

use dms_rules::catalogue;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

#[derive(Deserialize)]
struct File<'a> {
    decision: String,
    edition: String,
    #[serde(borrow)]
    cases: Vec<Case<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case<'a> {
    name: String,
    #[serde(borrow)]
    facts: &'a RawValue,
    expect: Option<Value>,
    error: Option<Value>,
}

#[test]
fn every_case_is_answered_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("the vectors").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in &files {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let file: File<'_> = serde_json::from_str(&text).expect("a file of vectors");
        for case in &file.cases {
            count += 1;
            let answer = match catalogue::evaluate(&file.decision, case.facts.get()) {
                Ok(decision) => serde_json::to_value(&decision).expect("a decision"),
                Err(error) => serde_json::json!({ "error": { "code": error.code(), "field": error.field() } }),
            };
            let expected = match (&case.expect, &case.error) {
                (Some(expect), None) => {
                    let mut expected = expect.clone();
                    expected["decision"] = file.decision.clone().into();
                    expected["edition"] = file.edition.clone().into();
                    expected
                }
                (None, Some(error)) => serde_json::json!({ "error": error }),
                _ => panic!("{}: {}: either `expect` or `error`", file.decision, case.name),
            };
            if answer != expected {
                wrong.push(format!("{}: {}\n  expected {expected}\n  answered {answer}", file.decision, case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 0, "no cases in {}", folder.display());
    println!("rust vectors: {count} cases");
}
