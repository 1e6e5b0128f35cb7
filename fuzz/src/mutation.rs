//! Other inputs like a given one: what the schemas of the facts allow and what they do not, and bytes that are not as they
//! were. The dice are seeded, so that the same seed makes the same inputs everywhere.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dms_rules::catalogue::{self, DECISIONS};
use serde_json::{Map, Value, json};

/// A generator of numbers that is seeded: SplitMix64.
pub struct Dice(u64);

impl Dice {
    /// The same seed throws the same numbers.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub fn below(&mut self, end: usize) -> usize {
        (self.throw() % end.max(1) as u64) as usize
    }

    /// Once in so many throws.
    pub fn once_in(&mut self, throws: usize) -> bool {
        self.below(throws) == 0
    }

    /// One of several.
    pub fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// The schemas of the facts, in the order of the decisions.
static SCHEMAS: LazyLock<Vec<(&'static str, Value)>> = LazyLock::new(|| {
    let schemas = DECISIONS.iter().map(|entry| (entry.id(), catalogue::schema(entry.id()).expect("a schema")));
    schemas.collect()
});

/// Every word that the JSON of requests knows: ids, facts, values.
pub static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut words: BTreeSet<_> = ["decision", "facts", "name"].map(str::to_owned).into();
    for (id, schema) in SCHEMAS.iter() {
        words.insert((*id).to_owned());
        collect_words(schema, &mut words);
    }
    words.extend(TEXTS.iter().filter(|text| !text.is_empty()).map(|text| (*text).to_owned()));
    words
});

fn collect_words(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("properties", Value::Object(facts)) => words.extend(facts.keys().cloned()),
                    ("enum", Value::Array(names)) => {
                        words.extend(names.iter().filter_map(Value::as_str).map(str::to_owned))
                    }
                    ("const", Value::String(name)) => {
                        words.insert(name.clone());
                    }
                    _ => {}
                }
                collect_words(value, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_words(item, words)),
        _ => {}
    }
}

const TEXTS: &[&str] = &[
    "",
    " ",
    "WVWZZZ1JZ3W386752",
    "1M8GDM9AXKP042788",
    "WVWZZZ1JZ3W38675I",
    "BE0403019261",
    "0403.019.261",
    "2026-11-21",
    "2026-02-29",
    "0000-01-01",
    "9999-12-31",
    "2026-11-21T10:07:00",
    "2026-11-21T10:07:00+01:00",
    "9999-12-31T23:59:59-18:00",
    "0001-01-01T00:00:00+18:00",
    "2026-11-21T23:59:60",
    "2026-11-21T10:07:00.5Z",
    "10:07:00",
    "24:00:00",
    "\u{0}",
    "é",
    "\u{10ffff}",
];

const NUMBERS: &[i128] = &[
    0,
    1,
    -1,
    2,
    12,
    17,
    365,
    65_535,
    65_536,
    9_999_999,
    10_000_000,
    i32::MAX as i128,
    i32::MIN as i128,
    u32::MAX as i128,
    i64::MAX as i128,
    i64::MIN as i128,
    u64::MAX as i128,
    u64::MAX as i128 + 1,
];

/// Another request like this one.
pub fn request(data: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut request = match serde_json::from_slice(data) {
        Ok(Value::Object(request)) => request,
        _ => Map::new(),
    };
    let id = match request.get("decision").and_then(Value::as_str) {
        Some(id) if !dice.once_in(16) => id.to_owned(),
        _ => dice.one_of(&SCHEMAS).0.to_owned(),
    };
    let facts = changed_facts(&id, request.get("facts"), dice);
    request.insert("decision".to_owned(), id.into());
    request.insert("facts".to_owned(), facts);
    if dice.once_in(32) {
        let odd = odd(dice);
        request.insert((*dice.one_of(&["name", "fact", "decision", "facts"])).to_owned(), odd);
    }
    written(&request.into(), dice)
}

/// Another `okr.option {…}` like this one.
pub fn facts(data: &[u8], dice: &mut Dice) -> Vec<u8> {
    let text = String::from_utf8_lossy(data);
    let (id, facts) = text.split_once(' ').unwrap_or((&text, ""));
    let id = if dice.once_in(16) || catalogue::find(id).is_err() { dice.one_of(&SCHEMAS).0 } else { id };
    let facts = changed_facts(id, serde_json::from_str(facts).ok().as_ref(), dice);
    let mut input = format!("{id} ").into_bytes();
    input.extend(written(&facts, dice));
    input
}

/// Other lines like these.
pub fn lines(data: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut lines: Vec<_> = data.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let place = dice.below(lines.len());
    match dice.below(8) {
        0 => lines.insert(place, Vec::new()),
        1 if lines.len() > 1 => drop(lines.remove(place)),
        2 => lines[place] = bytes(&lines[place], dice),
        3 if lines.len() < 100 => lines.insert(place, request(b"", dice)),
        _ => lines[place] = request(&lines[place], dice),
    }
    lines.join(&b'\n')
}

/// Another text like this one.
pub fn text(data: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut text = data.to_vec();
    for _ in 0..=dice.below(3) {
        if dice.once_in(2) {
            text = bytes(&text, dice);
        } else {
            let place = dice.below(text.len() + 1);
            let end = text.len().min(place + dice.below(4));
            let word = match dice.below(3) {
                0 => dice.one_of(NUMBERS).to_string(),
                1 => (*dice.one_of(&["-", " ", ".", "0", "\u{2212}", "\u{a0}", "ß", "Z", "+01:00", "e3", "B", "I"]))
                    .to_owned(),
                _ => (*dice.one_of(TEXTS)).to_owned(),
            };
            text.splice(place..end, word.into_bytes());
        }
    }
    text
}

/// Other bytes like these.
pub fn bytes(data: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = data.to_vec();
    for _ in 0..=dice.below(4) {
        let place = dice.below(bytes.len() + 1);
        let end = bytes.len().min(place + 1 + dice.below(8));
        match dice.below(6) {
            0 => bytes.insert(place, dice.throw() as u8),
            1 => drop(bytes.drain(place..end)),
            2 => bytes.extend(dice.throw().to_le_bytes()),
            3 => {
                let copy = bytes[place..end].to_vec();
                bytes.splice(place..place, copy);
            }
            _ if place < bytes.len() => {
                bytes[place] = match dice.below(3) {
                    0 => bytes[place] ^ (1 << dice.below(8)),
                    1 => bytes[place].wrapping_add(1),
                    _ => dice.throw() as u8,
                }
            }
            _ => {}
        }
    }
    bytes.truncate(4096);
    bytes
}

fn changed_facts(id: &str, facts: Option<&Value>, dice: &mut Dice) -> Value {
    let Some((_, schema)) = SCHEMAS.iter().find(|(known, _)| *known == id) else { return odd(dice) };
    let mut facts = match facts {
        Some(Value::Object(facts)) if !dice.once_in(8) => Value::Object(facts.clone()),
        _ => plausible(schema, schema, dice),
    };
    for _ in 0..=dice.below(3) {
        change(&mut facts, schema, schema, dice);
    }
    facts
}

/// Changes one thing, at any depth.
fn change(value: &mut Value, schema: &Value, root: &Value, dice: &mut Dice) {
    let schema = resolved(schema, root, dice);
    match value {
        Value::Object(members) if !dice.once_in(24) => {
            let known: Vec<_> = schema["properties"].as_object().into_iter().flatten().collect();
            if known.is_empty() {
                return;
            }
            let (name, of) = *dice.one_of(&known);
            match dice.below(8) {
                0 => drop(members.remove(name)),
                1 => drop(members.insert(name.clone(), odd(dice))),
                2 if dice.once_in(4) => {
                    let words: Vec<_> = WORDS.iter().collect();
                    members.insert((*dice.one_of(&words)).clone(), odd(dice));
                }
                3..=5 => match members.get_mut(name) {
                    Some(member) => change(member, of, root, dice),
                    None => drop(members.insert(name.clone(), plausible(of, root, dice))),
                },
                _ => drop(members.insert(name.clone(), plausible(of, root, dice))),
            }
        }
        Value::Array(items) if !items.is_empty() && !dice.once_in(8) => {
            let place = dice.below(items.len());
            match dice.below(6) {
                0 => drop(items.remove(place)),
                1 if items.len() < 8 => items.push(items[place].clone()),
                2 if items.len() < 8 => items.push(plausible(&schema["items"], root, dice)),
                _ => change(&mut items[place], &schema["items"], root, dice),
            }
        }
        _ => *value = if dice.once_in(6) { odd(dice) } else { plausible(schema, root, dice) },
    }
}

fn resolved<'s>(schema: &'s Value, root: &'s Value, dice: &mut Dice) -> &'s Value {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return resolved(root.pointer(name.trim_start_matches('#')).expect("a definition"), root, dice);
    }
    match schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
        Some(schemas) => resolved(dice.one_of(schemas), root, dice),
        None => schema,
    }
}

/// A value that the schema allows, mostly.
fn plausible(schema: &Value, root: &Value, dice: &mut Dice) -> Value {
    let schema = resolved(schema, root, dice);
    if let Some(names) = schema.get("enum").and_then(Value::as_array) {
        return dice.one_of(names).clone();
    }
    let types: Vec<_> = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        other => other.as_str().into_iter().collect(),
    };
    let kind = if types.len() > 1 && dice.once_in(4) { "null" } else { types.first().copied().unwrap_or("null") };
    match kind {
        "boolean" => dice.once_in(2).into(),
        "integer" => integer(schema, dice),
        "array" => (0..dice.below(4)).map(|_| plausible(&schema["items"], root, dice)).collect(),
        "object" => {
            let required: Vec<_> =
                schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let mut object = Map::new();
            for (name, of) in schema["properties"].as_object().into_iter().flatten() {
                if required.contains(&name.as_str()) || !dice.once_in(3) {
                    object.insert(name.clone(), plausible(of, root, dice));
                }
            }
            object.into()
        }
        "string" if schema["format"] == "date" => date(dice).into(),
        "string" if schema["format"] == "partial-time" => clock(dice).into(),
        "string" if schema.get("pattern").is_some() => {
            // Mostly without an offset, so that most requests have times of one kind.
            let offset =
                if dice.once_in(6) { *dice.one_of(&["Z", "+01:00", "+02:00", "-18:00", "+05:45"]) } else { "" };
            format!("{}T{}{offset}", date(dice), clock(dice)).into()
        }
        "string" => (*dice.one_of(TEXTS)).into(),
        _ => Value::Null,
    }
}

fn integer(schema: &Value, dice: &mut Dice) -> Value {
    let least = schema["minimum"].as_i64().unwrap_or(-1_000);
    let most = schema["maximum"].as_i64().unwrap_or(20_000);
    match dice.below(8) {
        0 => least.into(),
        1 => most.into(),
        2 => (most.wrapping_add(1)).into(),
        3 => (least.wrapping_sub(1)).into(),
        _ => {
            let span = most.saturating_sub(least).unsigned_abs().clamp(1, 1 << (4 + dice.below(21)));
            (least + (dice.throw() % span) as i64).into()
        }
    }
}

/// Mostly near each other, as the dates of a job are.
fn date(dice: &mut Dice) -> String {
    match dice.below(12) {
        0 => (*dice.one_of(&["0001-01-01", "9999-12-31", "2024-02-29", "2026-02-29", "0000-12-31", "2026-1-1"]))
            .to_owned(),
        1 => format!("{:04}-{:02}-{:02}", dice.below(10_000), dice.below(14), dice.below(33)),
        2 | 3 => format!("{}-{:02}-{:02}", 2018 + dice.below(10), 1 + dice.below(12), 1 + dice.below(28)),
        _ => format!("2026-11-{:02}", 1 + dice.below(30)),
    }
}

fn clock(dice: &mut Dice) -> String {
    match dice.below(12) {
        0 => (*dice.one_of(&["00:00:00", "23:59:59", "24:00:00", "23:59:60", "1:00:00"])).to_owned(),
        1 => format!("{:02}:{:02}:{:02}.{}", dice.below(24), dice.below(60), dice.below(60), dice.below(10_000)),
        _ => format!("{:02}:{:02}:{:02}", dice.below(24), dice.below(60), dice.below(61)),
    }
}

/// A value that no schema asked for.
fn odd(dice: &mut Dice) -> Value {
    match dice.below(10) {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!([[{"kind": "open"}], null]),
        4 => json!(1.5),
        5 => json!(1e300),
        6 => dice.once_in(2).into(),
        7 => {
            let words: Vec<_> = WORDS.iter().collect();
            dice.one_of(&words).as_str().into()
        }
        8 => serde_json::from_str(&dice.one_of(NUMBERS).to_string()).unwrap_or_default(),
        _ => (*dice.one_of(TEXTS)).into(),
    }
}

/// As text, rarely as JSON that is not quite JSON.
fn written(value: &Value, dice: &mut Dice) -> Vec<u8> {
    let mut text = value.to_string().into_bytes();
    match dice.below(24) {
        // The first key of an object stands twice.
        0 => {
            let braces: Vec<_> = (0..text.len()).filter(|place| text[*place] == b'{').collect();
            if let (false, Value::Object(_)) = (braces.is_empty(), value) {
                let words: Vec<_> = WORDS.iter().collect();
                let again = format!("{:?}:{},", dice.one_of(&words), odd(dice));
                let place = *dice.one_of(&braces) + 1;
                text.splice(place..place, again.into_bytes());
            }
        }
        1 => text = bytes(&text, dice),
        2 => text.truncate(dice.below(text.len() + 1)),
        3 => text.splice(0..0, *b" \t\r").for_each(drop),
        _ => {}
    }
    text
}
