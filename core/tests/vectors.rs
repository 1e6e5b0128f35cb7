//! The shared vectors, through the catalogue: every file of `tests/vectors` but the refusals, which have a form of their
//! own, the same that the other languages run.

mod typed;

use std::collections::BTreeMap;
use std::path::Path;

use dms_rules::booking::{Kind, Status};
use dms_rules::car_pass::{StateKind, lifecycle};
use dms_rules::catalogue::{self, DECISIONS};
use dms_rules::table::{HitPolicy, Row};
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

/// The text of every file of vectors.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut files: Vec<_> =
        std::fs::read_dir(&folder).expect("the vectors").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.retain(|file| file.file_stem().is_some_and(|name| name != "refusals"));
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).expect("a readable file")).collect()
}

#[test]
fn every_case_is_answered_as_expected() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for text in &texts() {
        let file: File<'_> = serde_json::from_str(text).expect("a file of vectors");
        for case in &file.cases {
            count += 1;
            let answer = match catalogue::evaluate(&file.decision, case.facts.get()) {
                Ok(decision) => serde_json::to_value(&decision).expect("a decision"),
                Err(error) => {
                    let mut refusal = serde_json::to_value(&error).expect("a refusal");
                    refusal.as_object_mut().expect("an object").remove("message");
                    serde_json::json!({ "error": refusal })
                }
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
    assert!(count > 0, "there are no cases");
    println!("rust vectors: {count} cases");
}

/// A case that is answered is answered alike by the typed function; one that is refused is refused alike, unless the
/// facts' types cannot hold it at all.
#[test]
fn every_case_that_types_can_hold_is_answered_by_the_typed_function() {
    let (mut typed, mut json_alone) = (0, 0);
    let mut wrong = Vec::new();
    for text in &texts() {
        let file: File<'_> = serde_json::from_str(text).expect("a file of vectors");
        for case in &file.cases {
            let about = || format!("{}: {}", file.decision, case.name);
            // Found while JSON is read: types hold neither a key twice, nor a text for a number, nor a day that is none.
            let code = case.error.as_ref().and_then(|error| error["code"].as_str());
            if matches!(code, Some("malformed_json" | "wrong_type" | "invalid_date")) {
                json_alone += 1;
                continue;
            }
            let facts = serde_json::from_str(case.facts.get()).expect("JSON");
            match (typed::decide(&file.decision, &facts), &case.expect, &case.error) {
                (Some(Ok(answer)), Some(expect), None) if same(&answer, expect) => typed += 1,
                (Some(Err(error)), None, Some(expected))
                    if error.code().as_str() == expected["code"] && error.field() == expected["field"].as_str() =>
                {
                    typed += 1;
                }
                (None, None, Some(_)) => json_alone += 1,
                (answered, expect, error) => {
                    wrong.push(format!("{}\n  expected {expect:?} {error:?}\n  answered {answered:?}", about()))
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
    println!("rust vectors, typed: {typed} cases, {json_alone} refused that only JSON can hold");
}

/// The same but for how an offset of nought is written.
fn same(answer: &Value, expected: &Value) -> bool {
    match (answer, expected) {
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::String(one), Value::String(other)) => one.replace("+00:00", "Z") == other.replace("+00:00", "Z"),
        _ => answer == expected,
    }
}

/// What holds of every answer: its facts gave no combination that the table declares impossible, the row is the first
/// that fits, and under COLLECT every row that fits is named and no other.
#[test]
fn every_answer_agrees_with_its_table() {
    let texts = texts();
    let mut answers = 0;
    for file in texts.iter().map(|text| serde_json::from_str::<File<'_>>(text).expect("a file of vectors")) {
        for case in &file.cases {
            let Ok(decision) = catalogue::evaluate(&file.decision, case.facts.get()) else { continue };
            let (table, holds) = (decision.table(), decision.condition_bits());
            let about = format!("{}: {}", table.id, case.name);
            assert!(
                !table.impossible.iter().any(|when| when.fits(holds)),
                "{about}: {holds:#b} is declared impossible"
            );
            let fitting = |rows: &[Row]| {
                let rows = rows.iter().enumerate().filter(|(_, row)| row.when.fits(holds));
                rows.fold(0_u32, |bits, (place, _)| bits | 1 << place)
            };
            match table.policy {
                HitPolicy::First => {
                    let first = fitting(table.rows).trailing_zeros() as usize;
                    assert_eq!(decision.row_index(), Some(first), "{about}");
                    assert_eq!(decision.because_bits(), holds & table.rows[first].names, "{about}");
                }
                HitPolicy::Collect => assert_eq!(decision.because_bits(), fitting(table.rows), "{about}"),
                HitPolicy::None => assert_eq!(decision.because_bits(), 0, "{about}"),
            }
            assert_eq!(decision.advisory_bits(), fitting(table.advisories), "{about}");
            answers += 1;
        }
    }
    assert!(answers > 1_000, "{answers} answers");
}

/// How often each name occurs among the answers of a decision's cases, and each code among its refusals.
#[derive(Default)]
struct Coverage(BTreeMap<(&'static str, String), usize>);

impl Coverage {
    fn count(&mut self, kind: &'static str, name: &Value) {
        *self.0.entry((kind, name.as_str().unwrap_or_default().to_owned())).or_default() += 1;
    }

    fn of(file: &File<'_>) -> Self {
        let mut coverage = Self::default();
        for case in &file.cases {
            if let Some(expect) = &case.expect {
                coverage.count("row", &expect["row"]);
                for (kind, names) in [("because", &expect["because"]), ("advisory", &expect["advisories"])] {
                    for name in names.as_array().expect("a list of ids") {
                        coverage.count(kind, name);
                    }
                }
            }
            if let Some(error) = &case.error {
                coverage.count("refusal", &error["code"]);
            }
        }
        coverage
    }
}

#[test]
fn every_row_reason_advisory_and_refusal_has_its_cases() {
    let texts = texts();
    let files: Vec<File<'_>> =
        texts.iter().map(|text| serde_json::from_str(text).expect("a file of vectors")).collect();
    let mut lacking = Vec::new();
    for entry in DECISIONS {
        let Some(file) = files.iter().find(|file| file.decision == entry.id()) else {
            lacking.push(format!("{}: there is no file", entry.id()));
            continue;
        };
        let coverage = Coverage::of(file);
        let mut need = |kind, name: &str, least| {
            let found = coverage.0.get(&(kind, name.to_owned())).copied().unwrap_or(0);
            if found < least {
                lacking.push(format!("{}: {kind} {name}: {found} of {least} cases", entry.id()));
            }
        };
        let table = entry.table();
        for row in table.rows {
            need(if table.policy == HitPolicy::First { "row" } else { "because" }, row.reason.id, 3);
        }
        for advisory in table.advisories {
            need("advisory", advisory.reason.id, 3);
        }
        let decided = DECIDED_REFUSALS.iter().filter(|(decision, _)| *decision == entry.id()).map(|(_, code)| *code);
        for code in possible_refusals(entry.id()).into_iter().chain(decided) {
            need("refusal", code, 2);
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

/// What a decision itself refuses, beyond what can be read off the kinds of its facts.
const DECIDED_REFUSALS: &[(&str, &str)] = &[
    ("car_pass.submission", "missing_field"),
    ("car_pass.submission", "unknown_value"),
    ("car_pass.lifecycle", "illegal_transition"),
    ("car_pass.lifecycle", "missing_field"),
    ("okr.option", "contradiction"),
    ("okr.choice", "options_locked"),
    ("okr.choice", "contradiction"),
    ("quarter_hour.ceil", "out_of_range"),
    ("quarter_hour.nearest", "out_of_range"),
    ("quarter_hour.next", "out_of_range"),
    ("booking.issue_limit", "out_of_range"),
    ("booking.issue", "contradiction"),
    ("booking.plan", "contradiction"),
    ("booking.status", "contradiction"),
    ("booking.take_back", "contradiction"),
    ("booking.amend_handover", "contradiction"),
    ("booking.template", "contradiction"),
    ("booking.template", "out_of_range"),
    ("booking.actions", "contradiction"),
    ("booking.settlement", "contradiction"),
    ("booking.maintenance_contract", "contradiction"),
    ("inspection.import", "contradiction"),
    ("inspection.register_from_order", "contradiction"),
    ("inspection.register_from_order", "out_of_range"),
    ("inspection.next_due", "contradiction"),
    ("inspection.next_due", "out_of_range"),
    ("inspection.month_end", "out_of_range"),
];

/// The facts of every case of a decision.
fn facts_of(decision: &str) -> Vec<Value> {
    let texts = texts();
    let files = texts.iter().map(|text| serde_json::from_str::<File<'_>>(text).expect("a file of vectors"));
    let file = files.into_iter().find(|file| file.decision == decision).expect("the decision's file");
    file.cases.iter().map(|case| serde_json::from_str(case.facts.get()).expect("facts")).collect()
}

/// Car-Pass is a state machine: each pair of a state and an event has a case that says what becomes of it.
#[test]
fn every_state_and_event_of_car_pass_has_a_case() {
    let facts = facts_of("car_pass.lifecycle");
    let states = StateKind::ALL.iter().flat_map(|kind| match kind {
        StateKind::Questioned => {
            vec![(kind.as_str(), Value::from(1)), (kind.as_str(), 2.into()), (kind.as_str(), 3.into())]
        }
        _ => vec![(kind.as_str(), Value::Null)],
    });
    for (kind, attempt) in states {
        for event in lifecycle::Event::ALL {
            let found = facts.iter().any(|facts| {
                facts["state"]["kind"] == kind
                    && facts["state"]["attempt"] == attempt
                    && facts["event"] == event.as_str()
            });
            assert!(found, "no case for {kind} {attempt}, {event}");
        }
    }
}

/// And so is a booking: each state of its life, for each kind, has a case that says what may be done in it.
#[test]
fn every_state_of_a_booking_has_a_case() {
    let facts = facts_of("booking.actions");
    for kind in Kind::ALL {
        for status in Status::ALL {
            for settled in [false, true] {
                for confirmed in [false, true] {
                    let found = facts.iter().any(|facts| {
                        facts["kind"] == kind.as_str()
                            && facts["status"] == status.as_str()
                            && facts["settled"] == settled
                            && facts["confirmed"] == confirmed
                    });
                    // Only what was returned can be settled.
                    assert!(
                        found || settled && *status != Status::Returned,
                        "no case: {kind} {status} {settled} {confirmed}"
                    );
                }
            }
        }
    }
}

/// What facts of these kinds can be refused for, whatever the decision; read off their schema.
fn possible_refusals(id: &str) -> Vec<&'static str> {
    let schema = catalogue::schema(id).expect("a decision").to_string();
    let kinds = [
        ("\"enum\"", "unknown_value"),
        ("\"integer\"", "out_of_range"),
        ("\"date\"", "invalid_date"),
        ("T\\\\d", "invalid_date"),
    ];
    let of_these_facts = kinds.into_iter().filter(|(mark, _)| schema.contains(mark)).map(|(_, code)| code);
    ["missing_field", "unknown_field", "wrong_type"].into_iter().chain(of_these_facts).collect()
}
