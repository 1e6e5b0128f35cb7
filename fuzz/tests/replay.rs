//! The inputs that are kept, and changes of them that the same seed makes the same everywhere, through every target. On
//! stable Rust and without libFuzzer: about half a minute of one core, without optimisation.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dms_rules_fuzz::mutation::{Dice, WORDS};
use dms_rules_fuzz::{TARGETS, Target, corpus, typed};

/// How often an input is changed, each time starting from what the change before has made of it.
const CHAIN: usize = 4;

/// How many inputs a target is given.
fn inputs(target: &str) -> usize {
    match target {
        "typed" => 150_000,
        "values" => 15_000,
        "lines" => 6_000,
        _ => 24_000,
    }
}

fn replay(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target");
    let kept = corpus::read(name).expect("what is kept");
    assert!(!kept.is_empty());
    let most = inputs(name);
    let mut replayed = kept.len().min(most / 2);
    for input in &kept[..replayed] {
        run(target, input);
    }
    let mut dice = Dice::new(202_611);
    while replayed < most {
        let mut input = dice.one_of(&kept).clone();
        for _ in 0..CHAIN {
            input = (target.change)(&input, &mut dice);
            run(target, &input);
            replayed += 1;
        }
    }
    println!("{name}: {} inputs kept, {replayed} replayed", kept.len());
}

/// Says which input it was.
fn run(target: &Target, input: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| (target.run)(input))).is_err() {
        panic!("{}: {}", target.name, corpus::written(vec![input.to_vec()]));
    }
}

#[test]
fn json() {
    replay("json");
}

#[test]
fn facts() {
    replay("facts");
}

#[test]
fn typed_functions() {
    replay("typed");
}

#[test]
fn lines() {
    replay("lines");
}

#[test]
fn values() {
    replay("values");
}

#[test]
fn every_number_at_both_ends() {
    println!("{} calls", typed::ends());
}

#[test]
fn every_function_of_the_c_interface_is_called() {
    let header = include_str!("../../ffi/include/dms_rules.h");
    let declared = header.lines().filter_map(|line| line.strip_prefix("int32_t dms_")?.split_once('('));
    let declared: BTreeSet<_> = declared.map(|(name, _)| format!("dms_{name}")).collect();
    let in_json = [
        "dms_evaluate_json",
        "dms_explain_json",
        "dms_describe_json",
        "dms_schema_json",
        "dms_model_json",
        "dms_list_json",
        "dms_text",
    ]
    .map(str::to_owned);
    let called: BTreeSet<_> = typed::called().chain(in_json).collect();
    assert_eq!(called, declared);
}

#[test]
fn the_dictionary_has_the_words_of_requests() {
    let kept = include_str!("../dictionary");
    assert_eq!(kept, corpus::dictionary(&WORDS), "fuzz/run --words");
}
