//! The facts that the FEEL of a table reads, and facts generated for an engine that decides from them, with what the
//! library answers.

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

use super::answers;
use crate::catalogue;
use crate::table::Table;

/// How many facts are generated for each decision.
const CASES: usize = 10_000;
/// How often they are tried: some are refused, because facts contradict each other.
const MOST_TRIES: usize = 50 * CASES;

/// One of the facts of a decision, as the JSON Schema says.
pub(super) struct Fact {
    pub(super) name: String,
    /// The type in FEEL: a date is a text there as it is in JSON.
    pub(super) type_ref: &'static str,
    pub(super) description: String,
    schema: Value,
}

/// All the facts of a decision, in the order of its schema.
fn facts_of(table: &Table) -> Vec<Fact> {
    let schema = catalogue::schema(table.id).unwrap_or_default();
    let properties = schema.get("properties").and_then(Value::as_object);
    let fact = |(name, schema): (&String, &Value)| Fact {
        name: name.clone(),
        type_ref: match kind(schema) {
            "string" => "string",
            "integer" | "number" => "number",
            "boolean" => "boolean",
            _ => "Any",
        },
        description: schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned(),
        schema: schema.clone(),
    };
    properties.into_iter().flatten().map(fact).collect()
}

/// The facts that the FEEL of any condition reads.
pub(super) fn facts_read(table: &Table) -> Vec<Fact> {
    let mut facts = facts_of(table);
    facts.retain(|fact| table.feel.iter().any(|feel| reads(feel, &fact.name)));
    facts
}

/// Whether an expression reads a fact.
pub(super) fn reads(feel: &str, fact: &str) -> bool {
    words(feel).any(|word| word == fact)
}

/// The names and numbers of an expression; what stands in quotes is neither.
fn words(feel: &str) -> impl Iterator<Item = &str> {
    let outside_quotes = feel.split('"').step_by(2);
    outside_quotes.flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'))
}

/// The JSON type beside null.
fn kind(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or(""),
        _ => "",
    }
}

fn may_be_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_array).is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"))
}

/// Facts that the decision accepts, one line of JSON each with the answer: `facts`, `row`, `outcome`, `reasons` and
/// `advisories`, the outcome as the table names it. The same at every run; no line where the table has no FEEL.
#[must_use]
pub fn facts(table: &Table) -> String {
    let mut lines = String::new();
    if table.feel.is_empty() {
        return lines;
    }
    let mut chance = Chance::new(table);
    let facts = facts_of(table);
    let mut accepted = 0;
    for _ in 0..MOST_TRIES {
        if accepted == CASES {
            break;
        }
        let case = chance.case(&facts);
        if let Ok(decision) = catalogue::evaluate(table.id, &case.to_string()) {
            let [row, outcome, reasons, advisories] = answers::answer(table, decision.condition_bits());
            let answer =
                json!({ "facts": case, "row": row, "outcome": outcome, "reasons": reasons, "advisories": advisories });
            let _ = writeln!(lines, "{answer}");
            accepted += 1;
        }
    }
    lines
}

/// Draws facts that lie close to where an answer changes: equal, one apart, or apart by a number that a condition names.
struct Chance {
    state: u64,
    /// The numbers that stand in the table's FEEL.
    limits: Vec<i64>,
}

/// VINs of and about 17 characters, with what normalising drops and what it does not; names that are alike, and blank ones.
const TEXTS: &[&str] = &[
    "",
    " ",
    "-",
    "W",
    "Gent",
    "gent",
    "Gent ",
    "Luik",
    "WVWZZZ1JZXW00000",
    "WVWZZZ1JZXW000001",
    "WVWZZZ1JZXW0000012",
    "WVW ZZZ-1JZ XW\u{2010}000\u{2212}001",
    "wvw zzz\u{2015}1jz\u{a0}xw\u{3000}000\u{85}0012",
    "WVWZZZ1JZXW00000é\t\n",
    "WVWZZZ1JZXW00000\u{2016}1",
    "WVWZZZ1JZXW00000\u{1f697}",
    "1M8GDM9AXKP042788",
    "----------------------------------",
];

impl Chance {
    fn new(table: &Table) -> Self {
        let numbers = table.feel.iter().flat_map(|feel| words(feel)).filter_map(|word| word.parse().ok());
        let mut limits: Vec<_> = numbers.chain([0, 1]).collect();
        limits.sort_unstable();
        limits.dedup();
        Self { state: 0x5eed, limits }
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: i64) -> i64 {
        (self.next() % bound.unsigned_abs().max(1)) as i64
    }

    fn one_of<'v, V>(&mut self, values: &'v [V]) -> Option<&'v V> {
        let place = self.below(values.len() as i64);
        values.get(place as usize)
    }

    /// All facts of one case lie about the same number and the same day.
    fn case(&mut self, facts: &[Fact]) -> Value {
        let about = match self.below(4) {
            0 => 0,
            1 => self.below(40),
            2 => self.one_of(&self.limits.clone()).copied().unwrap_or(0),
            _ => self.below(300_000),
        };
        let day = self.below(12_000);
        let case: Map<_, _> =
            facts.iter().map(|fact| (fact.name.clone(), self.value(&fact.schema, about, day))).collect();
        Value::Object(case)
    }

    fn value(&mut self, schema: &Value, about: i64, day: i64) -> Value {
        if may_be_null(schema) && self.below(4) == 0 {
            return Value::Null;
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return self.one_of(values).cloned().unwrap_or_default();
        }
        match kind(schema) {
            "boolean" => Value::from(self.below(2) == 0),
            "integer" => Value::from(self.integer(schema, about)),
            "string" if schema.get("format").is_some_and(|format| format == "date") => {
                // As many days back as other facts are numbers, or one more or fewer.
                let back = if (0..400).contains(&about) && self.below(2) == 0 { about } else { self.below(4) };
                let back = if self.below(2) == 0 { 0 } else { back + self.below(3) - 1 };
                let epoch = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
                let date = epoch.checked_add_days(Days::new((day + 400 - back).unsigned_abs())).unwrap_or(epoch);
                Value::from(date.to_string())
            }
            "string" => Value::from(self.one_of(TEXTS).copied().unwrap_or_default()),
            "array" => {
                let values = schema.pointer("/items/enum").and_then(Value::as_array);
                values.into_iter().flatten().filter(|_| self.below(2) == 0).cloned().collect()
            }
            _ => Value::Null,
        }
    }

    fn integer(&mut self, schema: &Value, about: i64) -> i64 {
        let limit = |name| schema.get(name).and_then(Value::as_i64);
        let (least, most) = (limit("minimum"), limit("maximum"));
        let apart = self.one_of(&self.limits.clone()).copied().unwrap_or(0) + self.below(3) - 1;
        let value = match self.below(8) {
            0 => about,
            1 | 2 => about + apart,
            3 | 4 => about - apart,
            5 => apart,
            6 => self.below(600_000) - 300_000,
            _ => *self.one_of(&[least, most]).and_then(Option::as_ref).unwrap_or(&about),
        };
        value.clamp(least.unwrap_or(i64::MIN), most.unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::okr;

    #[test]
    fn an_expression_reads_names_and_no_quoted_words() {
        let feel = r#"mode in ("after_invoice") and max_age_days > 30"#;
        assert!(reads(feel, "mode") && reads(feel, "max_age_days"));
        assert!(!reads(feel, "after_invoice") && !reads(feel, "max_age"));
    }

    #[test]
    fn every_row_and_advisory_of_the_facts_is_met() {
        for table in catalogue::DECISIONS.iter().map(catalogue::Entry::table).filter(|table| !table.feel.is_empty()) {
            let facts = facts(table);
            assert_eq!(facts.lines().count(), CASES, "{}", table.id);
            let met: BTreeSet<_> = facts.split(['"', ',']).collect();
            for row in table.rows.iter().chain(table.advisories) {
                assert!(met.contains(row.reason.id), "{}: {}", table.id, row.reason.id);
            }
        }
        assert!(facts(&crate::vin::check::TABLE).is_empty());
        assert_eq!(facts(&okr::option::TABLE), facts(&okr::option::TABLE));
    }
}
