//! What tests/mutants/run asks: which mutants the tables have, and which mutants the shared cases find.

use std::io::BufRead;
use std::panic;
use std::path::Path;

use dms_rules::catalogue;
use dms_rules::table::mutation::{Verdict, choose, mutants};
use serde_json::{Value, json};

/// A line for each mutant of a table, with what is known of it before facts are decided.
#[test]
fn list() {
    panic::set_hook(Box::new(|_| {}));
    for (table, mutant) in mutants() {
        let (verdict, said) = match mutant.verdict(table) {
            Verdict::Refused(said) => ("refused", said),
            Verdict::Same => ("same", String::new()),
            Verdict::Open => ("open", String::new()),
        };
        println!("mutant\t{}\t{}\t{verdict}\t{said}", table.id, mutant.what);
    }
}

struct Case {
    decision: String,
    facts: String,
    expected: Value,
}

impl Case {
    fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
        let mut cases = Vec::new();
        for decision in catalogue::DECISIONS {
            let path = folder.join(format!("{}.json", decision.id()));
            let file = std::fs::read_to_string(path).expect("the decision's cases");
            let file: File<'_> = serde_json::from_str(&file).expect("a file of vectors");
            for case in file.cases {
                let expected = match (case.expect, case.error) {
                    (Some(mut expected), None) => {
                        expected["decision"] = file.decision.as_str().into();
                        expected["edition"] = file.edition.as_str().into();
                        expected
                    }
                    (_, error) => json!({ "error": error }),
                };
                cases.push(Self { decision: file.decision.clone(), facts: case.facts.get().to_owned(), expected });
            }
        }
        cases
    }

    fn holds(&self) -> bool {
        let answer = match catalogue::evaluate(&self.decision, &self.facts) {
            Ok(decision) => serde_json::to_value(&decision).expect("a decision"),
            Err(error) => {
                let mut refusal = serde_json::to_value(&error).expect("a refusal");
                refusal.as_object_mut().expect("an object").remove("message");
                json!({ "error": refusal })
            }
        };
        answer == self.expected
    }
}

#[derive(serde::Deserialize)]
struct File<'a> {
    decision: String,
    edition: String,
    #[serde(borrow)]
    cases: Vec<Written<'a>>,
}

#[derive(serde::Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    facts: &'a serde_json::value::RawValue,
    expect: Option<Value>,
    error: Option<Value>,
}

/// Reads mutants, a line each with the decision it belongs to first where it belongs to one; says of each whether a case
/// finds it.
#[test]
fn cases() {
    let cases = Case::all();
    assert!(cases.iter().all(Case::holds), "a case fails without a mutant");
    panic::set_hook(Box::new(|_| {}));
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let (mutant, decision) = line.split_once('\t').expect("a mutant and its decision");
        println!("\ntry\t{mutant}");
        choose(mutant);
        let own = |case: &&Case| case.decision.starts_with(decision);
        let (first, then): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(own);
        let holds = |case: &&Case| panic::catch_unwind(|| case.holds()).unwrap_or(false);
        let found = !first.iter().chain(&then).all(holds);
        choose("0");
        println!("\ndone\t{mutant}\t{found}");
    }
}
