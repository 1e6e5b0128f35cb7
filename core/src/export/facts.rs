//! The facts that the FEEL of a table reads, and facts generated for an engine that decides from them, with what the
//! library answers.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde_json::{Map, Value, json};

use super::answers;
use crate::catalogue;
use crate::table::Table;

/// How many facts are generated for each decision.
const CASES: usize = 10_000;
/// How often each is tried: some are refused, because facts contradict each other.
const MOST_TRIES: usize = 50;

/// One of the facts of a decision, as the JSON Schema says.
pub(super) struct Fact {
    pub(super) name: String,
    /// The type in FEEL: a date is a text there as it is in JSON.
    pub(super) type_ref: String,
    pub(super) description: String,
    schema: Value,
}

/// A type of its own in FEEL.
#[derive(PartialEq)]
pub(super) struct Type {
    pub(super) name: String,
    pub(super) shape: Shape,
}

/// What a type is made of.
#[derive(PartialEq)]
pub(super) enum Shape {
    /// Values of one type.
    List(String),
    /// Names, each with the type of its value.
    Record(Vec<(String, String)>),
}

/// All the facts of a decision, in the order of its schema.
pub(super) fn facts_of(table: &Table) -> Vec<Fact> {
    let schema = catalogue::schema(table.id).unwrap_or_default();
    let fact = |(name, schema): (&String, &Value)| Fact {
        name: name.clone(),
        type_ref: type_ref(name, schema, &mut Vec::new()),
        description: schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned(),
        schema: schema.clone(),
    };
    let inlined = inlined(&schema, schema.get("$defs").unwrap_or_default());
    properties(&inlined).map(fact).collect()
}

/// The facts that the FEEL of any condition reads.
pub(super) fn facts_read(table: &Table) -> Vec<Fact> {
    let mut facts = facts_of(table);
    facts.retain(|fact| table.feel.iter().any(|feel| reads(feel, &fact.name)));
    facts
}

/// The types of these facts that are not FEEL's own, each after those that it is made of.
pub(super) fn types_read(table: &Table) -> Vec<Type> {
    let mut types = Vec::new();
    for Fact { name, schema, .. } in facts_read(table) {
        type_ref(&name, &schema, &mut types);
    }
    types
}

/// A schema with its definitions in their places. What the place says of itself goes before what the definition says.
fn inlined(schema: &Value, definitions: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let mut whole: Map<_, _> = members
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "$ref" | "anyOf"))
                .map(|(name, member)| (name.clone(), inlined(member, definitions)))
                .collect();
            let either = members.get("anyOf").and_then(Value::as_array);
            let reference = either.into_iter().flatten().chain([schema]).find_map(|schema| schema.get("$ref"));
            if let Some(name) = reference.and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
                let definition = inlined(&definitions[name], definitions);
                for (key, value) in definition.as_object().into_iter().flatten() {
                    whole.entry(key).or_insert_with(|| value.clone());
                }
                whole.insert("title".to_owned(), name.into());
                if either.is_some() {
                    whole["type"] = json!([kind(&definition), "null"]);
                }
            }
            Value::Object(whole)
        }
        Value::Array(items) => items.iter().map(|item| inlined(item, definitions)).collect(),
        _ => schema.clone(),
    }
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema.get("properties").and_then(Value::as_object).into_iter().flatten()
}

/// The type in FEEL of what has this name; types that are not FEEL's own are added to `types`.
fn type_ref(name: &str, schema: &Value, types: &mut Vec<Type>) -> String {
    let (name, shape) = match kind(schema) {
        "string" => return "string".to_owned(),
        "integer" | "number" => return "number".to_owned(),
        "boolean" => return "boolean".to_owned(),
        "array" => (&*format!("{name}_list"), Shape::List(type_ref(name, &schema["items"], types))),
        _ => {
            let members = properties(schema).map(|(name, member)| (name.clone(), type_ref(name, member, types)));
            let name = schema.get("title").and_then(Value::as_str).unwrap_or(name);
            (name, Shape::Record(members.collect()))
        }
    };
    let words = name.split('_').map(|word| word.split_at(usize::from(!word.is_empty())));
    let name = words.fold("t".to_owned(), |name, (first, rest)| name + &first.to_ascii_uppercase() + rest);
    let type_of_its_own = Type { name: name.clone(), shape };
    if !types.contains(&type_of_its_own) {
        types.push(type_of_its_own);
    }
    name
}

/// Whether an expression reads a fact.
pub(super) fn reads(feel: &str, fact: &str) -> bool {
    words(feel).any(|word| word == fact)
}

/// The names and numbers of an expression; what stands in quotes is neither, nor is the name of a record's member.
fn words(feel: &str) -> impl Iterator<Item = &str> {
    let outside_quotes = feel.split('"').step_by(2);
    let names = outside_quotes.flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric() && !"_.".contains(c)));
    names.filter_map(|name| name.split('.').next())
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
    lines(table, CASES)
}

fn lines(table: &Table, cases: usize) -> String {
    let mut lines = String::new();
    if table.feel.is_empty() {
        return lines;
    }
    let mut chance = Chance::new(table);
    let facts = facts_of(table);
    let mut accepted = 0;
    let mut last = None;
    for _ in 0..cases * MOST_TRIES {
        if accepted == cases {
            break;
        }
        let (case, common) = chance.case(&facts, last.as_ref());
        if let Ok(decision) = catalogue::evaluate(table.id, &json!(case).to_string()) {
            let [row, outcome, reasons, advisories] = answers::answer(table, decision.condition_bits());
            let answer =
                json!({ "facts": &case, "row": row, "outcome": outcome, "reasons": reasons, "advisories": advisories });
            let _ = writeln!(lines, "{answer}");
            accepted += 1;
            last = Some((case, common));
        }
    }
    lines
}

/// Draws facts that lie close to where an answer changes: equal, one apart, or apart by a number that a condition names.
struct Chance {
    state: u64,
    /// The numbers that stand in the table's FEEL.
    limits: Vec<i64>,
    /// The days that stand there, counted from the first.
    days: Vec<i64>,
    /// The texts that stand there, and others.
    texts: Vec<&'static str>,
    asks_for_vins: bool,
}

/// What the facts of one case have in common: they lie about the same number and the same time.
#[derive(Clone, Copy)]
struct Common {
    /// The number about which they lie.
    about: i64,
    /// The day, in days after 2000-01-01.
    day: i64,
    /// The minute of that day.
    minute: i64,
    /// Whether times carry the offset of their zone.
    zoned: bool,
}

/// Offsets in minutes, an odd one too.
const OFFSETS: &[i32] = &[0, 60, 120, -210, 345, 840, -720, 7];

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
    "WVWZZZ1JZXW00000O",
    "wvwzzz1jzxw0000i1",
    "WVW ZZZ-1JZ XW\u{2010}000\u{2212}001",
    "wvw zzz\u{2015}1jz\u{a0}xw\u{3000}000\u{85}0012",
    "WVWZZZ1JZXW00000é\t\n",
    "WVWZZZ1JZXW00000\u{2016}1",
    "WVWZZZ1JZXW00000\u{1f697}",
    "1M8GDM9AXKP042788",
    "0403.019.261",
    "BE 0403 019 261",
    "----------------------------------",
];

impl Chance {
    fn new(table: &Table) -> Self {
        let numbers = table.feel.iter().flat_map(|feel| words(feel)).filter_map(|word| word.parse().ok());
        let mut limits: Vec<_> = numbers.chain([0, 1]).collect();
        limits.sort_unstable();
        limits.dedup();
        let quoted = || table.feel.iter().flat_map(|feel| feel.split('"').skip(1).step_by(2));
        let days = quoted().filter_map(|text| text.parse().ok()).map(|day: NaiveDate| (day - first_day()).num_days());
        let texts = quoted().chain(TEXTS.iter().copied()).collect();
        let asks_for_vins = table.feel.iter().any(|feel| reads(feel, "vin_form"));
        Self { state: 0x5eed, limits, days: days.collect(), texts, asks_for_vins }
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

    /// New facts or, since some are refused nearly always, the last ones with a few of them drawn again.
    fn case(&mut self, facts: &[Fact], last: Option<&(Map<String, Value>, Common)>) -> (Map<String, Value>, Common) {
        let (mut case, common, again) = match last {
            Some((case, common)) if self.below(4) > 0 => (case.clone(), *common, 1 + self.below(3)),
            _ => (Map::new(), self.common(), 0),
        };
        for fact in facts {
            if again == 0 || self.below(facts.len() as i64) < again {
                case.insert(fact.name.clone(), self.value(&fact.schema, common));
            }
        }
        (case, common)
    }

    fn common(&mut self) -> Common {
        let about = match self.below(4) {
            0 => 0,
            1 => self.below(40),
            2 => self.one_of(&self.limits.clone()).copied().unwrap_or(0),
            _ => self.below(300_000),
        };
        let day = match self.one_of(&self.days.clone()) {
            Some(day) if self.below(2) == 0 => *day,
            _ => self.below(12_000) + 400,
        };
        let minute = if self.below(4) == 0 { 24 * 60 - 1 - self.below(16) } else { self.below(24 * 60) };
        Common { about, day, minute, zoned: self.below(2) == 0 }
    }

    fn value(&mut self, schema: &Value, common: Common) -> Value {
        if may_be_null(schema) && self.below(4) == 0 {
            return Value::Null;
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return self.one_of(values).cloned().unwrap_or_default();
        }
        let format = schema.get("format").and_then(Value::as_str);
        match kind(schema) {
            "boolean" => Value::from(self.below(2) == 0),
            "integer" => Value::from(self.integer(schema, common.about)),
            "string" if format == Some("date") => Value::from(self.date(common).to_string()),
            "string" if format == Some("partial-date-time") => self.time(Common { zoned: false, ..common }).into(),
            "string" if schema.get("pattern").is_some() => self.time(common).into(),
            "string" if self.asks_for_vins && self.below(4) == 0 => self.vin().into(),
            "string" => self.one_of(&self.texts.clone()).copied().into(),
            "array" => match schema.pointer("/items/enum").and_then(Value::as_array) {
                Some(values) => values.iter().filter(|_| self.below(2) == 0).cloned().collect(),
                None => (0..self.below(4)).map(|_| self.value(&schema["items"], common)).collect(),
            },
            _ => Value::Object(
                properties(schema).map(|(name, member)| (name.clone(), self.value(member, common))).collect(),
            ),
        }
    }

    /// A VIN of 17 legal characters; one in eleven has its check digit.
    fn vin(&mut self) -> String {
        const LEGAL: &[u8] = b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
        let mut vin: String = (0..17).filter_map(|_| self.one_of(LEGAL)).map(|legal| char::from(*legal)).collect();
        let digit = self.one_of(b"0123456789X").map(|digit| char::from(*digit).to_string());
        vin.replace_range(8..9, &digit.unwrap_or_default());
        if self.below(4) > 0 {
            vin.replace_range(0..1, &(1 + self.below(5)).to_string());
        }
        vin
    }

    /// The same day, or apart by as many days as other facts are numbers, one more or fewer, or by some months.
    fn date(&mut self, Common { about, day, .. }: Common) -> NaiveDate {
        let apart = match self.below(8) {
            0..4 => 0,
            4 if (0..400).contains(&about) => about + self.below(3) - 1,
            4..7 => self.below(6) - 1,
            _ => self.below(800) - 400,
        };
        first_day() + TimeDelta::days(day - apart)
    }

    /// The same minute, or apart by minutes, quarter hours or days, with and without seconds.
    fn time(&mut self, common: Common) -> String {
        let apart = match self.below(8) {
            0..3 => 0,
            3 => self.below(3) - 1,
            4 => 15 + self.below(3) - 1,
            5 => self.below(16),
            6 => self.below(24 * 60),
            _ => 24 * 60 * (common.about.clamp(-400, 400) + self.below(3) - 1),
        };
        let apart = if self.below(4) == 0 { -apart } else { apart };
        let at = first_day().and_time(NaiveTime::MIN) + TimeDelta::days(common.day);
        let at = at + TimeDelta::minutes(common.minute + apart);
        let seconds = self.one_of(&["00", "00", "01", "59", "59.999"]).copied().unwrap_or("00");
        if !common.zoned {
            return format!("{}:{seconds}", at.format("%Y-%m-%dT%H:%M"));
        }
        let minutes = self.one_of(OFFSETS).copied().unwrap_or(0);
        let at = at + TimeDelta::minutes(minutes.into());
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        format!("{}:{seconds}{sign}{hours:02}:{minutes:02}", at.format("%Y-%m-%dT%H:%M"))
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

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default()
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
        for table in catalogue::DECISIONS.iter().map(catalogue::Entry::table) {
            assert_eq!(table.feel.len(), table.conditions.len(), "{}: conditions that are not said in FEEL", table.id);
            if table.conditions.is_empty() {
                continue;
            }
            let facts = lines(table, 2_000);
            assert_eq!(facts.lines().count(), 2_000, "{}", table.id);
            let met: BTreeSet<_> = facts.split(['"', ',']).collect();
            for row in table.rows.iter().chain(table.advisories) {
                assert!(met.contains(row.reason.id), "{}: {}", table.id, row.reason.id);
            }
        }
        assert!(facts(&crate::booking::issue_prefill::TABLE).is_empty());
        assert_eq!(lines(&okr::option::TABLE, 100), lines(&okr::option::TABLE, 100));
    }
}
