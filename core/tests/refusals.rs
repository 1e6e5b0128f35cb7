//! Bad input of every kind, through the catalogue and, where types can hold it, the typed functions: all of
//! `tests/vectors/refusals.json`, which every language runs; `tests/refusals.py` says how it is read.

mod typed;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::thread;

use dms_rules::catalogue;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Counts the bytes that the current thread has of the system's allocator.
struct Counting;

thread_local! {
    static HELD: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call is handed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.set(HELD.get().wrapping_add(layout.size()));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.set(HELD.get().wrapping_sub(layout.size()));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[derive(Deserialize)]
struct File {
    requests: Vec<Whole>,
    not_unicode: Vec<Whole>,
    shapes: BTreeMap<String, Vec<Bad>>,
    needed: Vec<Bad>,
    decisions: Vec<Entry>,
}

/// A request as a whole.
#[derive(Deserialize)]
struct Whole {
    kind: String,
    name: String,
    request: Text,
    #[serde(default)]
    decision: Option<Text>,
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    field: Option<Text>,
}

/// A kind of bad input, the value, the code, and what is added to the place to name the field.
#[derive(Deserialize)]
struct Bad(String, Option<Text>, Option<String>, #[serde(default)] String);

#[derive(Deserialize)]
struct Entry {
    decision: String,
    facts: Value,
    places: Map<String, Value>,
    #[serde(default)]
    otherwise: Vec<Otherwise>,
    #[serde(default)]
    more: Vec<More>,
}

/// A place, a value, and the code and field that it is refused with there.
#[derive(Deserialize)]
struct Otherwise(String, Option<Text>, Option<String>, Option<String>);

/// A kind of bad input, the place, the value, code and field.
#[derive(Deserialize)]
struct More(String, String, Option<Text>, Option<String>, Option<String>);

#[derive(Deserialize, PartialEq)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Pieces(Vec<Piece>),
}

#[derive(Deserialize, PartialEq)]
#[serde(untagged)]
enum Piece {
    Plain(String),
    Repeated { repeat: String, times: usize },
    Counted { count: usize, before: String, after: String },
    Bytes { hex: String },
}

impl Text {
    fn bytes(&self) -> Vec<u8> {
        let pieces = match self {
            Self::Plain(text) => return text.clone().into_bytes(),
            Self::Pieces(pieces) => pieces,
        };
        let mut bytes = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Plain(text) => bytes.extend(text.bytes()),
                Piece::Repeated { repeat, times } => bytes.extend(repeat.repeat(*times).bytes()),
                Piece::Counted { count, before, after } => {
                    (0..*count).for_each(|number| bytes.extend(format!("{before}{number}{after}").bytes()));
                }
                Piece::Bytes { hex } => bytes.extend(
                    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("a byte")),
                ),
            }
        }
        bytes
    }

    fn text(&self) -> String {
        String::from_utf8(self.bytes()).expect("Unicode")
    }
}

/// What is asked, and how that is refused; without a code it is decided.
struct Case {
    about: String,
    request: String,
    decision: Option<String>,
    code: Option<String>,
    field: Option<String>,
    /// The facts alone.
    facts: Option<String>,
}

fn file() -> File {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/refusals.json");
    serde_json::from_str(&std::fs::read_to_string(file).expect("the refusals")).expect("their form")
}

/// The facts as JSON text with another value at a place, or without the fact.
fn with(facts: &Value, place: &str, value: Option<&str>) -> String {
    const MARK: &str = "\u{1}";
    let steps = place.split(['.', '[']).map(|step| step.trim_end_matches(']'));
    let mut facts = facts.clone();
    let mut record = &mut facts;
    let mut steps = steps.filter(|step| !step.is_empty()).peekable();
    while let Some(step) = steps.next() {
        if let Ok(number) = step.parse::<usize>() {
            record = &mut record[number];
        } else if steps.peek().is_none() && value.is_none() {
            record.as_object_mut().expect("a record").shift_remove(step);
            return facts.to_string();
        } else {
            record = record.as_object_mut().expect("a record").entry(step).or_insert(Value::Null);
        }
    }
    *record = MARK.into();
    facts.to_string().replacen("\"\\u0001\"", value.expect("a value"), 1)
}

/// Hands on every case of the file, one by one: the largest are not kept.
fn each_case(file: &File, mut run: impl FnMut(&Case)) {
    for whole in &file.requests {
        run(&Case {
            about: format!("{}: {}", whole.kind, whole.name),
            request: whole.request.text(),
            decision: whole.decision.as_ref().map(Text::text),
            code: whole.code.clone(),
            field: whole.field.as_ref().map(Text::text),
            facts: None,
        });
    }
    for entry in &file.decisions {
        let decision = &entry.decision;
        let mut run = |kind: &str, place: &str, value: Option<&Text>, code: Option<&String>, field: Option<String>| {
            let written = value.map(Text::text);
            let facts = with(&entry.facts, place, written.as_deref());
            let is_json = code.is_none_or(|code| code != "malformed_json");
            run(&Case {
                about: format!("{decision}: {place}: {kind}: {}", written.unwrap_or_default().get(..40).unwrap_or("…")),
                request: format!(r#"{{"decision":"{decision}","facts":{facts}}}"#),
                decision: is_json.then(|| decision.clone()),
                code: code.cloned(),
                field: field.filter(|_| is_json),
                facts: Some(facts),
            });
        };
        for (place, shape) in &entry.places {
            let shape = shape.as_str().expect("a shape");
            let (shape, needed) = shape.strip_suffix('?').map_or((shape, file.needed.as_slice()), |shape| (shape, &[]));
            for Bad(kind, value, code, at) in needed.iter().chain(&file.shapes[shape]) {
                let same = |row: &&Otherwise| (&row.0, row.1.as_ref()) == (place, value.as_ref());
                let otherwise = entry.otherwise.iter().find(same);
                match otherwise {
                    Some(Otherwise(_, _, code, field)) => {
                        run(kind, place, value.as_ref(), code.as_ref(), field.clone())
                    }
                    None => {
                        let field = code.as_ref().map(|_| format!("{place}{at}"));
                        run(kind, place, value.as_ref(), code.as_ref(), field);
                    }
                }
            }
        }
        for More(kind, place, value, code, field) in &entry.more {
            run(kind, place, value.as_ref(), code.as_ref(), field.clone());
        }
    }
}

/// CRC-32, as every language computes it, of all that was asked or answered.
struct Checksum(u32, [u32; 256]);

impl Checksum {
    fn new() -> Self {
        let table = std::array::from_fn(|byte| {
            (0..8).fold(byte as u32, |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
        });
        Self(!0, table)
    }

    fn add(&mut self, text: &str) {
        self.0 = text.bytes().fold(self.0, |crc, byte| crc >> 8 ^ self.1[((crc ^ u32::from(byte)) & 0xFF) as usize]);
    }

    fn sum(&self) -> u32 {
        !self.0
    }
}

/// Whether the answer is the decision, or the refusal that is expected.
fn fault(case: &Case, answer: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    let expected = (case.decision.as_deref(), case.code.as_deref(), case.field.as_deref());
    let error = &answer["error"];
    let found = (answer["decision"].as_str(), error["code"].as_str(), error["field"].as_str());
    let short = |(decision, code, field): (Option<&str>, Option<&str>, Option<&str>)| {
        format!(
            "{:?} {code:?} {:?}",
            decision.and_then(|id| id.get(..id.len().min(40))),
            field.and_then(|field| field.get(..field.len().min(80)))
        )
    };
    (found != expected).then(|| format!("{}\n  expected {}\n  answered {}", case.about, short(expected), short(found)))
}

#[test]
fn every_bad_input_is_refused_as_expected_and_leaves_nothing() {
    let file = file();
    let mut good: BTreeMap<&str, String> = BTreeMap::new();
    let (mut asked, mut answered, mut count) = (Checksum::new(), Checksum::new(), 0);
    let mut wrong = Vec::new();
    for entry in &file.decisions {
        let request = format!(r#"{{"decision":"{}","facts":{}}}"#, entry.decision, entry.facts);
        assert!(!catalogue::evaluate_json(&request).contains("\"error\""), "{request}");
        good.insert(&entry.decision, request);
    }
    let good: Vec<_> = good.values().map(|request| (request, catalogue::evaluate_json(request))).collect();
    each_case(&file, |case| {
        let held = HELD.get();
        let answer = catalogue::evaluate_json(&case.request);
        assert_eq!(HELD.get(), held + answer.capacity(), "{}: memory is kept", case.about);
        wrong.extend(fault(case, &answer));
        asked.add(&case.request);
        answered.add(&answer);
        let (request, decided) = &good[count % good.len()];
        assert_eq!(&catalogue::evaluate_json(request), decided, "after {}", case.about);
        count += 1;
    });
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    let (asked, answered) = (asked.sum(), answered.sum());
    println!("rust refusals: {count} cases, asked {asked:08x}, answered {answered:08x}");
    if let Some(file) = std::env::var_os("DMS_RULES_REFUSAL_COUNT") {
        std::fs::write(file, format!("{count} {asked:08x} {answered:08x}\n")).expect("the count is written");
    }
}

/// What is no Unicode, no text of Rust's can hold.
#[test]
fn half_a_surrogate_pair_is_no_text() {
    let file = file();
    for whole in &file.not_unicode {
        assert!(String::from_utf8(whole.request.bytes()).is_err(), "{}: {}", whole.kind, whole.name);
    }
    assert!(!file.not_unicode.is_empty());
}

/// What the types of the facts can hold is refused by the typed function too, or decided.
#[test]
fn what_types_can_hold_is_refused_alike_by_the_typed_function() {
    let (mut count, mut json_alone) = (0, 0);
    let mut wrong = Vec::new();
    each_case(&file(), |case| {
        let Some(facts) = &case.facts else { return };
        // Found while JSON is read; chrono's own reader takes years of five digits.
        if matches!(case.code.as_deref(), Some("malformed_json" | "wrong_type" | "invalid_date")) {
            json_alone += 1;
            return;
        }
        let facts = serde_json::from_str(facts).ok();
        match facts.and_then(|facts| typed::decide(case.decision.as_deref().expect("a decision"), &facts)) {
            None if case.code.is_some() => json_alone += 1,
            Some(Ok(_)) if case.code.is_none() => count += 1,
            Some(Err(error))
                if (Some(error.code().as_str()), error.field()) == (case.code.as_deref(), case.field.as_deref()) =>
            {
                count += 1;
            }
            answered => wrong.push(format!("{}: {answered:?}", case.about)),
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("rust refusals, typed: {count} cases, {json_alone} that only JSON can hold");
}

/// However deep, and however small the stack: a host may ask from a thread of its own.
#[test]
fn depth_needs_little_stack() {
    let small = thread::Builder::new().stack_size(256 * 1024);
    let asked = small.spawn(|| {
        let mut deep = 0;
        for whole in file().requests.iter().filter(|whole| whole.kind == "deep") {
            let answer = catalogue::evaluate_json(&whole.request.text());
            assert!(answer.contains("\"error\""), "{}", whole.name);
            deep += 1;
        }
        deep
    });
    assert!(asked.expect("a thread").join().expect("its end") > 20);
}
