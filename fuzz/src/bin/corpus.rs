//! Carries inputs between what is kept, one line each, and what libFuzzer reads, one file each. `fuzz/run` calls it.
//!
//! `corpus seeds TARGET FOLDER`   the shared cases as inputs of a target
//! `corpus unpack TARGET FOLDER`  what is kept
//! `corpus pack TARGET FOLDER`    keeps as much of what is in the folder as there is room for
//! `corpus dictionary`            the words of requests, as libFuzzer reads a dictionary: `fuzz/dictionary`

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use dms_rules_fuzz::mutation::{Dice, WORDS};
use dms_rules_fuzz::{TARGETS, corpus};
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["dictionary"] => {
            print!("{}", corpus::dictionary(&WORDS));
            Ok(())
        }
        ["seeds", target, folder] => seeds(target).and_then(|inputs| unpack(inputs, folder)),
        ["unpack", target, folder] => corpus::read(target).and_then(|inputs| unpack(inputs, folder)),
        ["pack", target, folder] => pack(target, folder),
        _ => Err(io::Error::other("usage: corpus dictionary | (seeds | unpack | pack) TARGET FOLDER")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("corpus: {error}");
            ExitCode::FAILURE
        }
    }
}

fn unpack(inputs: Vec<Vec<u8>>, folder: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    inputs.iter().enumerate().try_for_each(|(place, input)| fs::write(Path::new(folder).join(place.to_string()), input))
}

fn pack(target: &str, folder: &str) -> io::Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.sort();
    let inputs: Result<Vec<_>, _> = files.iter().map(fs::read).collect();
    fs::write(corpus::kept(target), corpus::written(corpus::thinned(inputs?)))
}

/// The shared cases as requests, as facts, as files of three lines, and the texts in them.
fn seeds(target: &str) -> io::Result<Vec<Vec<u8>>> {
    if !TARGETS.iter().any(|known| known.name == target) {
        return Err(io::Error::other(format!("there is no target {target}")));
    }
    if target == "typed" {
        // A struct has no text: any bytes, for each function.
        let mut dice = Dice::new(0);
        let inputs = (0..=u8::MAX).flat_map(|first| std::iter::repeat_n(first, 4));
        return Ok(inputs
            .map(|first| [first, 0].into_iter().chain((0..160).map(|_| dice.throw() as u8)).collect())
            .collect());
    }
    let mut requests = Vec::new();
    let mut texts = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
        let whole: Value = serde_json::from_slice(&fs::read(file)?)?;
        for case in whole["cases"].as_array().into_iter().flatten() {
            requests.push((whole["decision"].clone(), case["facts"].clone()));
            collect_texts(&case["facts"], &mut texts);
        }
    }
    let request = |(decision, facts): &(Value, Value)| json!({ "decision": decision, "facts": facts }).to_string();
    Ok(match target {
        "facts" => {
            let facts =
                requests.iter().map(|(id, facts)| format!("{} {facts}", id.as_str().unwrap_or_default()).into());
            facts.collect()
        }
        "lines" => {
            requests.chunks(3).map(|three| three.iter().map(request).collect::<Vec<_>>().join("\n").into()).collect()
        }
        "values" => {
            texts.sort_unstable();
            texts.dedup();
            texts.into_iter().map(String::into_bytes).collect()
        }
        _ => requests.iter().map(|one| request(one).into_bytes()).collect(),
    })
}

fn collect_texts(facts: &Value, texts: &mut Vec<String>) {
    match facts {
        Value::Object(members) => members.values().for_each(|value| collect_texts(value, texts)),
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Value::String(text) => texts.push(text.clone()),
        Value::Number(number) => texts.push(number.to_string()),
        Value::Null | Value::Bool(_) => {}
    }
}
