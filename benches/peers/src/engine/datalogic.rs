//! datalogic-rs: JSONLogic.

use std::hint::black_box;

use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{DataValue, Engine, Logic};
use dms_rules::okr::option::Facts;
use serde_json::{Value as Json, json};

use crate::answer::Answer;
use crate::facts::{FIELDS, Value, values};
use crate::peer::{OUTCOMES, Peer, REASONS};

pub struct Datalogic {
    name: &'static str,
    engine: Engine,
    logic: Logic,
    arena: Bump,
    /// In one arena that is never given back: the way without a copy.
    inputs: Vec<&'static DataValue<'static>>,
    whole: bool,
}

impl Datalogic {
    /// `[outcome, row, because, advisories]`.
    pub fn whole() -> Self {
        Self::of("datalogic-rs 5.4.0", whole_answer(), true)
    }

    /// The row alone, without reasons and advisories: less than the others answer.
    pub fn row_only() -> Self {
        Self::of("datalogic-rs 5.4.0, the row alone", row(), false)
    }

    fn of(name: &'static str, rule: Json, whole: bool) -> Self {
        let engine = Engine::new();
        let logic = engine.compile(rule.to_string().as_str()).expect("a rule");
        Self { name, engine, logic, arena: Bump::new(), inputs: Vec::new(), whole }
    }

    /// The row of an answer that has nothing else.
    pub fn row_of(&mut self, facts: &Facts) -> String {
        assert!(!self.whole);
        let output = self.engine.evaluate(&self.logic, input(facts, &self.arena), &self.arena);
        let row = output.expect("an answer").as_str().expect("a row").to_owned();
        self.arena.reset();
        row
    }
}

impl Peer for Datalogic {
    fn name(&self) -> &'static str {
        self.name
    }

    fn decide(&mut self, facts: &Facts) -> Answer {
        let output = self.engine.evaluate(&self.logic, input(facts, &self.arena), &self.arena).expect("an answer");
        let DataValue::Array([outcome, row, DataValue::Array(because), DataValue::Array(advisories)]) = output else {
            panic!("{output:?}");
        };
        let answer = Answer::named(text(outcome), text(row), because.iter().map(text), advisories.iter().map(text));
        self.arena.reset();
        answer
    }

    fn build(&mut self, facts: &[Facts]) {
        let arena: &'static Bump = Box::leak(Box::default());
        self.inputs = facts.iter().map(|facts| input(facts, arena)).collect();
    }

    fn evaluate_built(&mut self) {
        for &input in &self.inputs {
            black_box(self.engine.evaluate(&self.logic, input, &self.arena).expect("an answer"));
            self.arena.reset();
        }
    }
}

fn text<'v>(value: &'v DataValue<'v>) -> &'v str {
    value.as_str().expect("a name")
}

fn input<'a>(facts: &Facts, arena: &'a Bump) -> &'a DataValue<'a> {
    let values = values(facts).map(|value| match value {
        Value::Unknown => DataValue::Null,
        Value::YesNo(yes) => DataValue::Bool(yes),
        Value::Number(number) => DataValue::from_i64(number),
        Value::Name(name) => DataValue::String(name),
    });
    let mut fields = FIELDS.into_iter().zip(values);
    let fields = arena.alloc_slice_fill_with(FIELDS.len(), |_| fields.next().expect("a value for each field"));
    arena.alloc(DataValue::Object(fields))
}

fn whole_answer() -> Json {
    let names = |named: Vec<(&str, Json)>| -> Json {
        let each: Vec<_> = named.into_iter().map(|(name, holds)| json!({ "if": [holds, name, []] })).collect();
        json!({ "merge": each })
    };
    let mut outcome: Vec<Json> = Vec::new();
    for (row, answer) in OUTCOMES {
        outcome.extend([condition(row), answer.into()]);
    }
    outcome.push("yes_forward".into());
    let because = REASONS.into_iter().map(|name| (name, condition(name))).collect();
    let advisories = ["reading_lower", "reading_breaks_trend", "fresh_unchanged_reading"];
    let advisories = advisories.into_iter().map(|name| (name, condition(name))).collect();
    json!([{ "if": outcome }, row(), names(because), names(advisories)])
}

fn row() -> Json {
    let mut rows: Vec<Json> = Vec::new();
    for (row, _) in OUTCOMES {
        rows.extend([condition(row), row.into()]);
    }
    rows.push("forward".into());
    json!({ "if": rows })
}

fn condition(name: &str) -> Json {
    let fact = |name: &str| json!({ "var": name });
    let (mode, total, threshold) = (fact("mode"), fact("invoice_total_cents"), fact("threshold_cents"));
    let (entered, last, read) = (fact("entered_reading_km"), fact("last_reading_km"), fact("reading_day"));
    let above = json!({ "-": [entered, last] });
    let known = json!({ "!==": [last, null] });
    match name {
        "forwarding_never" => json!({ "===": [mode, "never"] }),
        "apk_reported" => fact("apk_reported"),
        "amount_too_low" => json!({ "and": [
            { "===": [mode, "after_invoice_from_amount"] },
            { "if": [
                { "===": [fact("boundary"), "at_least"] },
                { "<": [total, threshold] },
                { "<=": [total, threshold] },
            ] },
        ] }),
        "reading_unchanged" => json!({ "===": [entered, last] }),
        "reading_stale" => json!({ "and": [
            { "in": [mode, ["after_invoice", "after_invoice_from_amount"]] },
            { "or": [
                { "===": [read, null] },
                { ">": [{ "-": [fact("invoice_day"), read] }, fact("max_age_days")] },
            ] },
        ] }),
        "deviation_exceeds_limit" => json!({ "and": [
            known,
            { "or": [{ ">": [above, 100_000] }, { "<": [above, -100_000] }] },
        ] }),
        "reading_lower" => json!({ "and": [known, { "<": [above, 0] }, { ">": [above, -100] }] }),
        "reading_breaks_trend" => json!({ "and": [known, { "<=": [above, -100] }] }),
        "fresh_unchanged_reading" => json!({ "and": [
            { "===": [entered, last] },
            { "===": [read, fact("invoice_day")] },
        ] }),
        other => panic!("no condition {other}"),
    }
}
