//! Classes, and what writes and reads them in Kotlin.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::kdoc::going_on;
use super::{GENERATED, Kotlin, is_time, own, property};
use crate::model::{Decision, Enum, Field, Type, Union, Variant};
use crate::name::{camel, lower_camel, shouting};

impl Kotlin<'_> {
    /// The classes of a domain: of each decision the facts, and the types that it is the first to use.
    pub(super) fn classes(&self, domain: &str) -> Value {
        let mut imports = BTreeSet::new();
        let classes: Vec<Value> = self.types(domain).into_iter().map(|id| self.class_of(id, &mut imports)).collect();
        context! { generated => GENERATED, imports => Vec::from_iter(imports), classes }
    }

    /// What writes and reads the classes of a domain, if it has more than enums.
    pub(super) fn bytes(&self, domain: &str) -> Option<Value> {
        let mut types = self.types(domain);
        types.retain(|id| self.model.enums.iter().all(|each| each.id != *id));
        let times = types.iter().any(|id| self.in_outcomes.contains(id) && self.generic(id));
        let imports = if times { vec!["java.time.temporal.Temporal"] } else { Vec::new() };
        let codecs: Vec<Value> = types.iter().map(|id| self.codec(id)).collect();
        (!codecs.is_empty()).then(|| context! { generated => GENERATED, imports, codecs })
    }

    /// The ids of the types of a domain that have a generated class, each once.
    fn types(&self, domain: &str) -> Vec<&str> {
        let mut ids = Vec::new();
        for decision in self.decisions(domain) {
            if !self.overrides.bare.contains(&decision.id) {
                ids.push(decision.facts.id.as_str());
            }
            decision.facts.fields.iter().for_each(|field| self.in_order(&field.of, &mut ids));
            self.in_order(&decision.outcome, &mut ids);
        }
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id) && !self.overrides.by_hand.contains(*id));
        ids
    }

    fn in_order<'s>(&'s self, of: &'s Type, ids: &mut Vec<&'s str>) {
        match of {
            Type::List { items, .. } => self.in_order(items, ids),
            Type::Enum { of } | Type::Set { of } => ids.push(of),
            Type::Record { of } | Type::Union { of } => {
                ids.push(of);
                self.parts(of).iter().for_each(|field| self.in_order(&field.of, ids));
            }
            _ => {}
        }
    }

    /// The decision whose facts these are.
    fn facts_of(&self, id: &str) -> Option<&Decision> {
        self.model.decisions.iter().find(|decision| decision.facts.id == id)
    }

    fn fields_of(&self, id: &str) -> Vec<&Field> {
        self.facts_of(id).map_or_else(|| self.parts(id), |decision| decision.facts.fields.iter().collect())
    }

    /// Whether a class has times, and so a parameter for their type.
    fn generic(&self, id: &str) -> bool {
        self.any(&self.fields_of(id), &is_time)
    }

    fn class_of(&self, id: &str, imports: &mut BTreeSet<&'static str>) -> Value {
        if let Some(each) = self.model.enums.iter().find(|each| each.id == id) {
            return self.enum_class(each);
        }
        if self.in_facts.contains(id) && self.generic(id) {
            imports.extend(["java.time.LocalDateTime", "java.time.ZonedDateTime", "java.time.temporal.Temporal"]);
        }
        match self.model.unions.iter().find(|union| union.id == id) {
            Some(union) => self.sealed_interface(union, imports),
            None => self.data_class(id, imports),
        }
    }

    fn enum_class(&self, each: &Enum) -> Value {
        let values = each.values.iter().map(|value| {
            let kdoc = self.kdoc(4, &self.paragraphs(&value.about));
            context! { kdoc, name => shouting(&value.id), id => value.id.as_str() }
        });
        context! {
            kind => "enum", class => self.class(&each.id), kdoc => self.kdoc(0, &self.about(&each.id, &each.about)),
            values => values.collect::<Vec<_>>(),
        }
    }

    /// What the class of facts or of an outcome with times is generic over.
    fn parameter(&self, id: &str) -> &'static str {
        match (self.generic(id), self.in_facts.contains(id)) {
            (false, _) => "",
            (true, true) => "<T : Temporal>",
            (true, false) => "<out T>",
        }
    }

    /// A class for each variant. What all of them have, the interface has too.
    fn sealed_interface(&self, union: &Union, imports: &mut BTreeSet<&'static str>) -> Value {
        let (generic, facts) = (self.generic(&union.id), self.in_facts.contains(union.id.as_str()));
        let parameter = self.parameter(&union.id);
        let has = |variant: &Variant, field: &Field| variant.fields.iter().any(|other| other.name == field.name);
        let mut shared: Vec<&Field> = union.variants[0].fields.iter().collect();
        shared.retain(|field| union.variants.iter().all(|variant| has(variant, field)));
        let mut variants = Vec::new();
        for variant in &union.variants {
            let fields = variant.fields.iter().map(|field| {
                let overrides = shared.iter().any(|other| other.name == field.name);
                self.property(8, field, facts, overrides, imports)
            });
            let fields: Vec<Value> = fields.collect();
            let (parameter, of) = match (generic, fields.is_empty()) {
                (false, _) => ("", ""),
                (true, true) => ("", "<Nothing>"),
                (true, false) => (parameter, "<T>"),
            };
            let kdoc = self.kdoc(4, &self.paragraphs(&variant.about));
            variants.push(context! { kdoc, name => camel(&variant.id), fields, parameter, of });
        }
        let shared = shared.iter().map(|field| self.property(4, field, facts, false, imports));
        context! {
            kind => "union", class => self.class(&union.id), parameter,
            kdoc => self.kdoc(0, &self.about(&union.id, &union.about)), variants, shared => shared.collect::<Vec<_>>(),
        }
    }

    fn data_class(&self, id: &str, imports: &mut BTreeSet<&'static str>) -> Value {
        let facts = self.in_facts.contains(id);
        let mut about = match self.facts_of(id) {
            Some(decision) => self.about_facts(decision),
            None => self.about(id, &self.model.record(id).about),
        };
        if facts && self.generic(id) {
            about.push("@param T [ZonedDateTime], or [LocalDateTime] for a host without zones.".to_owned());
        }
        let nested = self.facts_of(id).and_then(|decision| self.nested(decision));
        let mut fields = Vec::new();
        if let Some(nested) = nested {
            let about = format!("The facts of {}.", self.link(&nested.id).unwrap_or_default());
            fields.push(context! {
                kdoc => self.kdoc(4, &[about]), name => lower_camel(&nested.name), type => self.class(&nested.facts.id),
                default => "", overrides => false,
            });
        }
        let own = own(self.fields_of(id), nested);
        fields.extend(own.map(|field| self.property(4, field, facts, false, imports)));
        context! {
            kind => "record", class => self.class(id), parameter => self.parameter(id), kdoc => self.kdoc(0, &about), fields,
        }
    }

    fn about_facts(&self, decision: &Decision) -> Vec<String> {
        let mut about = self.paragraphs(&decision.facts.about);
        if about.is_empty() {
            about.push(format!("The facts of {}.", self.link(&decision.id).unwrap_or_default()));
        }
        let amounts = |of: &Type| matches!(of, Type::Cents { .. });
        if self.nested(decision).is_none() && self.any(&decision.facts.fields.iter().collect::<Vec<_>>(), &amounts) {
            about.push(
                "Amounts are euros including VAT, with no more than two places that matter: write `BigDecimal(\"149.95\")`, \
                 or `BigDecimal.valueOf(cents, 2)` where the host keeps cents."
                    .to_owned(),
            );
        }
        about
    }

    /// The model's words about a type or, where it has none, the question that it answers or its name.
    fn about(&self, id: &str, about: &str) -> Vec<String> {
        let json = |paragraph: &String| paragraph.starts_with("In JSON");
        let mut about = self.paragraphs(about);
        about.retain(|paragraph| !json(paragraph));
        if about.is_empty() {
            let answered = self.model.decisions.iter().find(|decision| {
                matches!(&decision.outcome, Type::Record { of } | Type::Union { of } | Type::Enum { of } if of == id)
            });
            about.push(match answered {
                Some(decision) => {
                    let question = decision.question.get("en").map_or("", String::as_str).trim_end_matches('?');
                    format!("What {} answers: {}?", self.link(&decision.id).unwrap_or_default(), going_on(question))
                }
                None => format!("A part of the facts: {}.", id.rsplit('.').next().unwrap_or(id).to_lowercase()),
            });
        }
        about
    }

    fn property(
        &self,
        indent: usize,
        field: &Field,
        facts: bool,
        overrides: bool,
        imports: &mut BTreeSet<&'static str>,
    ) -> Value {
        let mut of = self.kotlin_type(&field.of, "T", imports);
        let mut default = String::new();
        match &field.default {
            Some(value) => default = format!(" = {}", self.value(&field.of, value)),
            None if field.optional => {
                of.push('?');
                if facts {
                    " = null".clone_into(&mut default);
                }
            }
            None => {}
        }
        let mut about = field.about.clone();
        if matches!(field.of, Type::Cents { .. }) {
            about = format!("{} `{}` in the rules.", about.replace(", in cents incl. VAT", ""), field.name);
        }
        let kdoc = if overrides { String::new() } else { self.kdoc(indent, &self.paragraphs(&about)) };
        context! { kdoc, name => property(field), type => of, default, overrides }
    }

    /// The type of a field; `time` stands for that of times.
    pub(super) fn kotlin_type(&self, of: &Type, time: &str, imports: &mut BTreeSet<&'static str>) -> String {
        let imported = match of {
            Type::Cents { .. } => Some("java.math.BigDecimal"),
            Type::Date => Some("java.time.LocalDate"),
            Type::TimeOfDay => Some("java.time.LocalTime"),
            Type::WallClock => Some("java.time.LocalDateTime"),
            _ => None,
        };
        imports.extend(imported);
        match of {
            Type::Boolean => "Boolean".to_owned(),
            Type::Integer { .. } if is_long(of) => "Long".to_owned(),
            Type::Integer { .. } | Type::OdometerReading { .. } => "Int".to_owned(),
            Type::Cents { .. } => "BigDecimal".to_owned(),
            Type::Text | Type::Vin | Type::EnterpriseNumber | Type::Reason { .. } | Type::Advisory { .. } => {
                "String".to_owned()
            }
            Type::Date => "LocalDate".to_owned(),
            Type::TimeOfDay => "LocalTime".to_owned(),
            Type::WallClock => "LocalDateTime".to_owned(),
            Type::Time | Type::Latest => time.to_owned(),
            Type::Enum { of } => self.class(of),
            Type::Record { of: id } | Type::Union { of: id } if self.has_times(of) => {
                format!("{}<{time}>", self.class(id))
            }
            Type::Record { of } | Type::Union { of } => self.class(of),
            Type::Set { of } => format!("Set<{}>", self.class(of)),
            Type::List { items, .. } if matches!(**items, Type::Enum { .. }) => {
                format!("Set<{}>", self.kotlin_type(items, time, imports))
            }
            Type::List { items, .. } => format!("List<{}>", self.kotlin_type(items, time, imports)),
        }
    }

    /// A value that stands where none is given.
    fn value(&self, of: &Type, value: &serde_json::Value) -> String {
        match (of, value) {
            (Type::Enum { of }, serde_json::Value::String(id)) => format!("{}.{}", self.class(of), shouting(id)),
            (Type::Cents { .. }, value) => {
                let cents = value.as_i64().unwrap_or_default();
                format!("BigDecimal(\"{}.{:02}\")", cents / 100, cents % 100)
            }
            (_, value) => value.to_string(),
        }
    }

    fn codec(&self, id: &str) -> Value {
        let class = self.class(id);
        let generic = self.generic(id);
        let written = self.in_facts.contains(id);
        let read = self.in_outcomes.contains(id);
        let reader = lower_camel_of(&class);
        let variants = self.model.unions.iter().find(|union| union.id == id).map(|union| {
            let variants = union.variants.iter().enumerate().map(|(place, variant)| {
                let fields = variant.fields.iter();
                context! {
                    place, name => camel(&variant.id),
                    writes => fields.clone().map(|field| self.writes(field, "it", None)).collect::<Vec<_>>(),
                    reads => fields.map(|field| self.reads(field)).collect::<Vec<_>>(),
                }
            });
            variants.collect::<Vec<Value>>()
        });
        let facts = self.facts_of(id);
        let now = facts.filter(|decision| self.has_times(&decision.outcome)).and_then(clock);
        let (mut writes, mut reads) = (Vec::new(), Vec::new());
        if variants.is_none() {
            let nested = facts.and_then(|decision| self.nested(decision));
            if let Some(nested) = nested {
                writes.push(format!("write(facts.{})", lower_camel(&nested.name)));
            }
            for field in own(self.fields_of(id), nested) {
                writes.push(self.writes(field, "facts", now.filter(|now| *now != field.name)));
                if read {
                    reads.push(self.reads(field));
                }
            }
        }
        context! { class, generic, written, read, reader, union => variants.is_some(), variants, writes, reads }
    }

    /// Writes a field of `of`. Times are put into the zone of `now` first, if there is one.
    fn writes(&self, field: &Field, of: &str, now: Option<&str>) -> String {
        let value = format!("{of}.{}", property(field));
        if field.optional && field.default.is_none() {
            format!("optional({value}) {{ {} }}", self.written(&field.of, "it", of, now))
        } else {
            self.written(&field.of, &value, of, now)
        }
    }

    fn written(&self, of: &Type, value: &str, facts: &str, now: Option<&str>) -> String {
        match (of, now) {
            (Type::Time, Some(now)) => format!("write({value}, {facts}.{})", lower_camel(now)),
            (Type::Set { .. }, _) => format!("set({value})"),
            (Type::List { items, .. }, now) => format!("list({value}) {{ {} }}", self.written(items, "it", facts, now)),
            _ => format!("write({value})"),
        }
    }

    /// Reads a field, with its name before it.
    fn reads(&self, field: &Field) -> String {
        let read = self.read(&field.of, "like");
        let read = if field.optional && field.default.is_none() { format!("optional {{ {read} }}") } else { read };
        format!("{} = {read}", property(field))
    }

    /// Reads something of this type; a time is given the zone of `like`.
    pub(super) fn read(&self, of: &Type, like: &str) -> String {
        match of {
            Type::Boolean => "boolean()".to_owned(),
            Type::Integer { .. } if is_long(of) => "long()".to_owned(),
            Type::Integer { .. } | Type::OdometerReading { .. } => "int()".to_owned(),
            Type::Text | Type::Vin | Type::EnterpriseNumber | Type::Reason { .. } | Type::Advisory { .. } => {
                "text()".to_owned()
            }
            Type::Date => "date()".to_owned(),
            Type::TimeOfDay => "timeOfDay()".to_owned(),
            Type::WallClock => "wallClock()".to_owned(),
            Type::Time => format!("time({like})"),
            Type::Latest => format!("latest({like})"),
            Type::Enum { of } => format!("one({}.entries)", self.class(of)),
            Type::Set { of } => format!("set({}.entries)", self.class(of)),
            Type::Record { of: id } | Type::Union { of: id } => {
                let like = if self.has_times(of) { like } else { "" };
                format!("{}({like})", lower_camel_of(&self.class(id)))
            }
            Type::List { items, .. } if matches!(**items, Type::Enum { .. }) => {
                format!("list {{ {} }}.toSet()", self.read(items, like))
            }
            Type::List { items, .. } => format!("list {{ {} }}", self.read(items, like)),
            Type::Cents { .. } => "euros()".to_owned(),
        }
    }
}

/// The fact that says what the zone is: "now" or, where there is none, the first time.
pub(super) fn clock(decision: &Decision) -> Option<&str> {
    let times = || decision.facts.fields.iter().filter(|field| matches!(field.of, Type::Time));
    times().find(|field| field.name == "now").or_else(|| times().next()).map(|field| field.name.as_str())
}

/// Whether a whole number may be too large for `Int`.
fn is_long(of: &Type) -> bool {
    matches!(of, Type::Integer { bits, signed, .. } if *bits > 32 || (*bits == 32 && !signed))
}

/// `BookingStatusOutcome` as `bookingStatusOutcome`.
fn lower_camel_of(class: &str) -> String {
    let mut letters = class.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
