//! Every decision from JSON to JSON: the requests of the shared vectors, parsed, decided and printed.

use std::fs;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use dms_rules::catalogue::{DECISIONS, evaluate_json};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

#[divan::bench(args = DECISIONS.iter().map(|entry| entry.id()))]
fn answered(bencher: Bencher<'_, '_>, id: &str) {
    let requests = requests(id);
    bencher
        .counter(ItemsCount::new(requests.len()))
        .counter(BytesCount::new(requests.iter().map(String::len).sum::<usize>()))
        .bench(|| requests.iter().map(|request| evaluate_json(black_box(request)).len()).sum::<usize>());
}

/// The cases of a decision's vectors that are not refused, as requests.
fn requests(id: &str) -> Vec<String> {
    let path = format!("{}/../tests/vectors/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let vectors: Value = serde_json::from_slice(&fs::read(path).expect("the vectors")).expect("JSON");
    let cases = vectors["cases"].as_array().expect("cases").iter().filter(|case| case.get("error").is_none());
    cases.map(|case| json!({ "decision": id, "facts": case["facts"] }).to_string()).collect()
}
