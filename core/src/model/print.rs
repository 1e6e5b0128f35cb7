//! The model as JSON, as `docs/model.md` describes it.

use serde_json::{Map, Value, json};

use super::{DECISIONS, Declaration, Default, Enum, Field, Place, Record, Shape, Union};
use crate::error::{Error, ErrorCode};
use crate::export::{DOMAINS, parts};
use crate::message::{Language, Text};
use crate::table::{HitPolicy, Table};
use crate::value::{Cents, OdometerReading};

/// The format of what is printed: a number that changes when a reader of this one would misread it.
const FORMAT: u32 = 1;

/// The model of these decisions, or of all where none is named, as one JSON object.
///
/// # Errors
/// [`ErrorCode::UnknownDecision`].
pub fn json<S: AsRef<str>>(ids: &[S]) -> Result<Value, Error> {
    for id in ids {
        crate::catalogue::find(id.as_ref())?;
    }
    let wanted = |table: &Table| ids.is_empty() || ids.iter().any(|id| id.as_ref() == table.id);
    let declared: Vec<&Declaration> = DECISIONS.iter().filter(|declared| wanted(declared.table)).collect();
    let mut types = Types::default();
    for declared in &declared {
        types.fields(declared.facts.fields);
        types.add(&declared.outcome);
    }
    let domains = DOMAINS.iter().filter(|domain| declared.iter().any(|declared| domain.holds(declared.table)));
    Ok(json!({
        "format": FORMAT,
        "version": env!("CARGO_PKG_VERSION"),
        "languages": Language::ALL,
        "error_codes": ErrorCode::MODEL.values.iter().zip(ErrorCode::ALL).map(|(value, code)| {
            json!({ "id": value.id, "about": prose(value.about), "texts": texts(&code.text()) })
        }).collect::<Vec<_>>(),
        "domains": domains.map(|domain| {
            json!({ "id": domain.id, "about": domain.about, "country": domain.country })
        }).collect::<Vec<_>>(),
        "enums": types.enums.iter().map(|of| enumeration(of)).collect::<Vec<_>>(),
        "records": types.records.iter().map(|of| record(of)).collect::<Vec<_>>(),
        "unions": types.unions.iter().map(|of| union(of)).collect::<Vec<_>>(),
        "decisions": declared.iter().map(|declared| decision(declared)).collect::<Vec<_>>(),
    }))
}

/// The types that decisions use, in the order in which they first do.
#[derive(Default)]
struct Types {
    enums: Vec<&'static Enum>,
    records: Vec<&'static Record>,
    unions: Vec<&'static Union>,
}

impl Types {
    fn fields(&mut self, fields: &'static [Field]) {
        for field in fields {
            self.add(&field.shape);
        }
    }

    fn add(&mut self, shape: &Shape) {
        match *shape {
            Shape::Enum { of } | Shape::Set { of } if !self.enums.contains(&of) => self.enums.push(of),
            Shape::Record { of } if !self.records.contains(&of) => {
                self.records.push(of);
                self.fields(of.fields);
            }
            Shape::Union { of } if !self.unions.contains(&of) => {
                self.unions.push(of);
                of.variants.iter().for_each(|variant| self.fields(variant.fields));
            }
            Shape::List { items, .. } => self.add(items),
            _ => {}
        }
    }
}

impl Place {
    /// `booking.plan.Other`.
    fn id(&self) -> String {
        format!("{}.{}", self.below_crate().replace("::", "."), self.rust)
    }

    fn below_crate(&self) -> &'static str {
        self.module.split_once("::").map_or(self.module, |(_, below)| below)
    }

    fn domain(&self) -> &'static str {
        self.below_crate().split("::").next().unwrap_or_default()
    }

    /// The name in all languages but Rust.
    pub(super) fn public_name(&self) -> String {
        match (self.name, self.rust) {
            (Some(name), _) => name.to_owned(),
            // Every decision has these two: the decision says which.
            (None, "Facts" | "Outcome") => {
                camel(self.below_crate().rsplit("::").next().unwrap_or_default()) + self.rust
            }
            (None, rust) => rust.to_owned(),
        }
    }
}

/// `start_of_work` as `StartOfWork`.
fn camel(snake: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    snake.split('_').filter(|word| !word.is_empty()).map(capital).collect()
}

/// Documentation as Markdown: a line a paragraph, names that rustdoc links without their links.
pub(super) fn prose(about: &[&str]) -> String {
    let mut paragraphs = vec![String::new()];
    for line in about.iter().map(|line| line.trim()) {
        match paragraphs.last_mut() {
            Some(paragraph) if !line.is_empty() => {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    crate::export::without_links(&paragraphs.join("\n\n"))
}

fn texts(text: &Text) -> Value {
    Language::ALL
        .iter()
        .map(|language| (language.as_str().to_owned(), text.get(*language).into()))
        .collect::<Map<_, _>>()
        .into()
}

fn enumeration(of: &Enum) -> Value {
    let values = of.values.iter().map(|value| json!({ "id": value.id, "about": prose(value.about) }));
    let Enum { place, about, values: _ } = of;
    json!({
        "id": place.id(), "domain": place.domain(), "name": place.public_name(), "about": prose(about),
        "values": values.collect::<Vec<_>>(),
    })
}

fn record(of: &Record) -> Value {
    let Record { place, about, fields, lifetime, times } = of;
    json!({
        "id": place.id(), "domain": place.domain(), "name": place.public_name(), "about": prose(about),
        "fields": all(fields), "rust": { "lifetime": lifetime, "times": times },
    })
}

fn union(of: &Union) -> Value {
    let Union { place, about, variants } = of;
    let variants = variants
        .iter()
        .map(|variant| json!({ "id": variant.id, "about": prose(variant.about), "fields": all(variant.fields) }));
    json!({
        "id": place.id(), "domain": place.domain(), "name": place.public_name(), "about": prose(about),
        "variants": variants.collect::<Vec<_>>(),
    })
}

fn all(fields: &[Field]) -> Vec<Value> {
    fields.iter().map(field).collect()
}

fn field(of: &Field) -> Value {
    let Field { name, about, shape, optional, default } = of;
    let mut field = json!({ "name": name, "about": prose(about), "type": typed(shape), "optional": optional });
    if let Some(default) = default {
        field["default"] = default.value();
    }
    field
}

impl Default {
    pub(super) fn value(&self) -> Value {
        match *self {
            Self::Boolean(value) => value.into(),
            Self::Integer(value) => value.into(),
            Self::Name(value) => value.into(),
        }
    }
}

fn typed(shape: &Shape) -> Value {
    match shape {
        Shape::Boolean => json!({ "kind": "boolean" }),
        Shape::Integer { bits, signed, minimum, maximum, unit } => {
            let mut integer =
                json!({ "kind": "integer", "bits": bits, "signed": signed, "minimum": minimum, "maximum": maximum });
            if !unit.is_empty() {
                integer["unit"] = (*unit).into();
            }
            integer
        }
        Shape::OdometerReading => {
            json!({ "kind": "odometer_reading", "unit": "km", "minimum": 0, "maximum": OdometerReading::MAX.get() })
        }
        Shape::Cents => json!({
            "kind": "cents", "unit": "euro cents incl. VAT",
            "minimum": Cents::new(i64::MIN).get(), "maximum": Cents::new(i64::MAX).get(),
        }),
        Shape::Text => json!({ "kind": "text" }),
        Shape::Vin => json!({ "kind": "vin" }),
        Shape::EnterpriseNumber => json!({ "kind": "enterprise_number" }),
        Shape::Date => json!({ "kind": "date" }),
        Shape::TimeOfDay => json!({ "kind": "time_of_day" }),
        Shape::WallClock => json!({ "kind": "wall_clock" }),
        Shape::Time => json!({ "kind": "time" }),
        Shape::Latest => json!({ "kind": "latest" }),
        Shape::Enum { of } => json!({ "kind": "enum", "of": of.place.id() }),
        Shape::Set { of } => json!({ "kind": "set", "of": of.place.id() }),
        Shape::Record { of } => json!({ "kind": "record", "of": of.place.id() }),
        Shape::Union { of } => json!({ "kind": "union", "of": of.place.id() }),
        Shape::List { items, maximum, unit } => {
            let mut list = json!({ "kind": "list", "items": typed(items) });
            if let Some(maximum) = maximum {
                list["maximum"] = (*maximum).into();
                list["unit"] = (*unit).into();
            }
            list
        }
        Shape::Reason { of: None } => json!({ "kind": "reason" }),
        Shape::Reason { of: Some(decision) } => json!({ "kind": "reason", "of": decision }),
        Shape::Advisory { of } => json!({ "kind": "advisory", "of": of }),
    }
}

fn decision(declared: &Declaration) -> Value {
    let Declaration { table, words, facts, outcome, decide } = declared;
    let (domain, name) = parts(table);
    let refuses = words.refuses.iter().map(|(code, about)| json!({ "code": code, "about": about }));
    #[allow(unused_mut, reason = "the sources are read where tables are exported")]
    let mut decision = json!({
        "id": table.id, "domain": domain, "name": name, "edition": table.edition,
        "question": texts(&words.question),
        "about": prose(words.about),
        "refuses": refuses.collect::<Vec<_>>(),
        "source": table.source,
        "facts": {
            "id": format!("{}.Facts", table.id), "name": camel(name) + "Facts", "about": about_facts(table, facts),
            "fields": all(facts.fields),
        },
        "outcome": typed(outcome),
        "rust": { "decide": decide, "times": facts.times, "lifetime": facts.lifetime },
        "columns": facts.is_flat(),
        "table": rows(table, outcome),
    });
    #[cfg(feature = "export")]
    {
        decision["readings"] = crate::export::documentation::of(table).into();
    }
    decision
}

/// What is said of the facts; of those that several decisions share, whose they are.
fn about_facts(table: &Table, facts: &Record) -> String {
    if facts.place.id() == format!("{}.Facts", table.id) {
        prose(facts.about)
    } else {
        format!("The facts of `{}`.", table.id)
    }
}

/// The table: what `describe` says of it, which outcomes it decides and which reasons it names.
fn rows(table: &Table, outcome: &Shape) -> Value {
    let mut described = serde_json::to_value(table).unwrap_or_default();
    let Some(parts) = described.as_object_mut() else { return described };
    for said_elsewhere in ["decision", "edition", "source"] {
        parts.remove(said_elsewhere);
    }
    let because: Vec<&str> = match table.policy {
        HitPolicy::First => {
            let named = table.rows.iter().fold(0, |named, row| named | row.names);
            let conditions = table.conditions.iter().enumerate().filter(|(bit, _)| named & (1 << bit) != 0);
            conditions.map(|(_, condition)| condition.id).collect()
        }
        HitPolicy::Collect => table.rows.iter().map(|row| row.reason.id).collect(),
        HitPolicy::None => Vec::new(),
    };
    parts.insert("because".to_owned(), because.into());
    parts.insert("outcomes".to_owned(), outcomes(table, outcome).into());
    described
}

/// The outcomes of a table, each once: in the order of their enum where the decision answers with it, else in that of the
/// rows.
fn outcomes(table: &Table, outcome: &Shape) -> Vec<&'static str> {
    let mut decided: Vec<&str> = Vec::new();
    let yielded = table.rows.iter().filter_map(|row| row.outcome).chain(table.collected.into_iter().flatten());
    for id in yielded {
        if !decided.contains(&id) {
            decided.push(id);
        }
    }
    let mut types = Types::default();
    types.add(outcome);
    let enums = types.enums.iter().map(|of| of.values.iter().map(|value| value.id).collect::<Vec<_>>());
    let unions = types.unions.iter().map(|of| of.variants.iter().map(|variant| variant.id).collect());
    let mut orders = unions.chain(enums).filter(|order: &Vec<_>| decided.iter().all(|id| order.contains(id)));
    if let Some(order) = orders.next() {
        decided.sort_by_key(|id| order.iter().position(|known| known == id));
    }
    decided
}
