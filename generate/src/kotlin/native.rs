//! What reads facts and writes outcomes in Rust.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::{GENERATED, Kotlin, is_time, own};
use crate::model::{Decision, Field, Type};
use crate::name::camel;

/// Field names that are words of Rust.
const WORDS: [&str; 1] = ["type"];

impl Kotlin<'_> {
    /// The enums, facts and outcomes of a domain.
    pub(super) fn native(&self, domain: &str) -> Value {
        let ours = |id: &str| id.split('.').next() == Some(domain);
        let enums: Vec<String> =
            self.model.enums.iter().filter(|each| ours(&each.id)).map(|each| self.path(&each.id)).collect();
        let mut facts = Vec::new();
        let mut seen = BTreeSet::new();
        for decision in self.decisions(domain) {
            seen.insert(decision.facts.id.as_str());
            facts.push(self.record(&decision.facts.id, &decision.facts.fields, self.nested(decision)));
        }
        let records = self.model.records.iter().filter(|record| ours(&record.id));
        let in_facts = records.clone().filter(|record| self.in_facts.contains(record.id.as_str()));
        facts.extend(
            in_facts
                .filter(|record| {
                    !seen.contains(record.id.as_str()) && !self.overrides.read_by_hand.contains(&record.id)
                })
                .map(|record| self.record(&record.id, &record.fields, None)),
        );
        let in_outcomes = records.filter(|record| {
            self.in_outcomes.contains(record.id.as_str()) && !self.overrides.by_hand.contains(&record.id)
        });
        let outcomes: Vec<Value> = in_outcomes.map(|record| self.record(&record.id, &record.fields, None)).collect();
        let unions = self.model.unions.iter().filter(|union| ours(&union.id));
        let unions: Vec<Value> = unions
            .map(|union| {
                let fields: Vec<&Field> = union.variants.iter().flat_map(|variant| &variant.fields).collect();
                let variants = union.variants.iter().enumerate().map(|(place, variant)| {
                    let fields = variant.fields.iter().map(|field| context! { name => word(field), id => field.name.as_str() });
                    context! { place, name => camel(&variant.id), fields => fields.collect::<Vec<_>>() }
                });
                let read = self.in_facts.contains(union.id.as_str()) && !self.overrides.read_by_hand.contains(&union.id);
                let written = self.in_outcomes.contains(union.id.as_str());
                context! { path => self.path(&union.id), read, written, variants => variants.collect::<Vec<_>>(), ..self.kind(&fields) }
            })
            .collect();
        context! { generated => GENERATED, domain, enums, facts, outcomes, unions }
    }

    /// A record: its path, its fields, and what its type is generic over. Facts have a constructor that takes what is
    /// required; the outcome of another decision has none.
    fn record(&self, id: &str, fields: &[Field], nested: Option<&Decision>) -> Value {
        let all: Vec<&Field> = fields.iter().collect();
        let own = own(all.clone(), nested)
            .map(|field| context! { name => word(field), id => field.name.as_str(), optional => field.optional });
        context! {
            path => self.path(id), fields => own.collect::<Vec<_>>(), nested => nested.map(|nested| nested.name.as_str()),
            outcome => id.ends_with(".Outcome"), ..self.kind(&all)
        }
    }

    fn kind(&self, fields: &[&Field]) -> Value {
        context! { times => self.any(fields, &is_time), texts => self.any(fields, &|of| matches!(of, Type::Text)) }
    }

    /// Every way across, and what tells the shapes of two models apart.
    pub(super) fn ways(&self) -> Value {
        let domains = self.model.domains.iter().map(|domain| domain.id.clone());
        let modules: Vec<String> = domains.filter(|domain| !self.overrides.rounding.contains(domain)).collect();
        let mut ways = Vec::new();
        for decision in &self.model.decisions {
            let number = self.ways[decision.id.as_str()];
            let path = &decision.rust.decide;
            if !decision.rust.times {
                ways.push(context! { number, decide => path.as_str() });
                continue;
            }
            for (number, time) in [(number, "NaiveDateTime"), (number + 1, "DateTime<FixedOffset>")] {
                let decide = if self.overrides.rounding.contains(&decision.domain) {
                    format!("|At(at)| {path}::<{time}>(at)")
                } else {
                    format!("{path}::<{time}>")
                };
                ways.push(context! { number, decide });
            }
        }
        context! { generated => GENERATED, modules, ways, shapes => grouped(self.shapes()) }
    }

    fn path(&self, id: &str) -> String {
        self.overrides.paths.get(id).cloned().unwrap_or_else(|| id.replace('.', "::"))
    }

    /// A number that is another one where any enum, record, union, fact or outcome is.
    fn shapes(&self) -> i64 {
        let mut shapes = Shapes(0xcbf2_9ce4_8422_2325);
        for each in &self.model.enums {
            shapes.add(&each.id);
            each.values.iter().for_each(|value| shapes.add(&value.id));
        }
        for record in &self.model.records {
            shapes.add(&record.id);
            shapes.fields(&record.fields);
        }
        for union in &self.model.unions {
            shapes.add(&union.id);
            for variant in &union.variants {
                shapes.add(&variant.id);
                shapes.fields(&variant.fields);
            }
        }
        for decision in &self.model.decisions {
            shapes.add(&decision.id);
            shapes.fields(&decision.facts.fields);
            shapes.add(&format!("{:?}", decision.outcome));
        }
        shapes.0.cast_signed()
    }
}

/// FNV-1a of what is added.
struct Shapes(u64);

impl Shapes {
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([b'\n']) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            self.add(&format!("{} {:?} {}", field.name, field.of, field.optional));
        }
    }
}

/// A number with its digits in groups of three.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

/// A field's name in Rust.
fn word(field: &Field) -> String {
    if WORDS.contains(&field.name.as_str()) { format!("r#{}", field.name) } else { field.name.clone() }
}
