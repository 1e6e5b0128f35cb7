//! The Rust of a domain: its functions, and how its types are read from Python and given to it.

use std::error::Error;

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::{self, Decision, Domain, Enum, Field, Record, Type, Union};
use crate::name::{camel, shouting};

use super::class::Used;
use super::prose::WIDTH;
use super::{Binding, euros, identifier, is_limited, layout};

/// An enum, with the class that stands for it.
#[derive(Serialize)]
struct Mirror {
    core: String,
    class: String,
    variants: String,
}

/// A record that is read, or a variant of a union; its fields in their order.
#[derive(Serialize)]
struct Read {
    core: String,
    class: String,
    fields: Vec<Local>,
}

/// A union that is read.
#[derive(Serialize)]
struct ReadUnion {
    core: String,
    name: String,
    variants: Vec<Variant>,
}

#[derive(Serialize)]
struct Variant {
    name: String,
    /// The name of the variable that has its class.
    constant: String,
    class: String,
    fields: Vec<Local>,
    /// The arguments of the union's own `new`, where that checks its parts.
    new: Option<String>,
}

/// A local variable of the name of the field, read from Python.
#[derive(Serialize)]
struct Local {
    field: String,
    local: String,
    read: String,
}

/// What is given to Python.
#[derive(Serialize)]
struct Given {
    core: String,
    /// The parameters of the implementation beyond its own, and what they must be able to.
    times: bool,
    bounds: Vec<String>,
    class: Option<String>,
    fields: Vec<String>,
    variants: Vec<Variant>,
    /// The variants without fields: each is one object.
    single: Vec<String>,
}

#[derive(Serialize)]
struct Function {
    about: Vec<String>,
    name: String,
    parameters: Vec<String>,
    /// The attribute that says which facts have a default.
    signature: String,
    locals: Vec<Local>,
    keeps: bool,
    facts: String,
    /// The type that is annotated: that of times as they are given.
    of: Option<String>,
    decide: String,
    first_time: Option<String>,
    follows_from: String,
    bare: bool,
}

impl<'a> Binding<'a> {
    pub(super) fn native(&self, domain: &'a Domain) -> Result<String, Box<dyn Error>> {
        let used = Used::by(self, domain);
        let mut mirrors = Vec::new();
        let mut read = Vec::new();
        let mut read_unions = Vec::new();
        let mut given = Vec::new();
        for of in &used.types {
            match of {
                Type::Enum { of } | Type::Set { of } => mirrors.push(self.mirror(self.model.enumeration(of))),
                Type::Record { of: id } => {
                    if used.is_of_facts(id) {
                        read.push(self.read(of, self.model.record(id)));
                    }
                    if used.is_of_outcomes(id) {
                        given.push(self.given_record(of, self.model.record(id)));
                    }
                }
                Type::Union { of: id } => {
                    if used.is_of_facts(id) {
                        read_unions.push(self.read_union(of, self.model.union(id)));
                    }
                    if used.is_of_outcomes(id) {
                        given.push(self.given_union(of, self.model.union(id)));
                    }
                }
                _ => {}
            }
        }
        let functions = self.decisions(domain).map(|each| self.function(each)).collect::<Result<Vec<_>, _>>()?;
        let mut names: Vec<_> = functions.iter().map(|function| function.name.as_str()).collect();
        names.sort_unstable();
        let said = json!({
            "domain": domain,
            "mirrors": mirrors,
            "read": read,
            "read_unions": read_unions,
            "given": given,
            "functions": functions,
            "names": names,
        });
        let body = self.render("domain.rs", &said)?;
        Ok(format!("{}{body}", head(domain, &body)))
    }

    fn read(&self, of: &Type, record: &Record) -> Read {
        let fields = record.fields.iter().map(attribute).collect();
        Read { core: self.as_fact(of, &record.id), class: record.name.clone(), fields }
    }

    fn read_union(&self, of: &Type, union: &Union) -> ReadUnion {
        let core = self.as_fact(of, &union.id);
        ReadUnion { core, name: union.name.to_lowercase(), variants: self.variants(union) }
    }

    fn variants(&self, union: &Union) -> Vec<Variant> {
        let checked = self.overrides.checked.get(&union.id);
        let variant = |variant: &model::Variant| {
            let part = |name: &String| match variant.fields.iter().any(|field| field.name == *name) {
                true => format!("Some({})", rust_identifier(name)),
                false => "None".to_owned(),
            };
            let name = camel(&variant.id);
            let new = checked.map(|checked| {
                let kind = format!("{}::{name}", checked.kind);
                [kind].into_iter().chain(checked.parts.iter().map(part)).collect::<Vec<_>>().join(", ")
            });
            let class = self.variant(union, &variant.id);
            let constant = shouting(&variant.id);
            Variant { name, constant, class, fields: variant.fields.iter().map(attribute).collect(), new }
        };
        union.variants.iter().map(variant).collect()
    }

    fn given_record(&self, of: &Type, record: &Record) -> Given {
        let methods = self.overrides.methods.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        let part = |field: &Field| {
            let call = if methods.contains(&field.name) { "()" } else { "" };
            format!("{}{call}", rust_identifier(&field.name))
        };
        let fields = record.fields.iter().map(part).collect();
        Given { class: Some(record.name.clone()), fields, ..self.given(of, &record.id) }
    }

    fn given_union(&self, of: &Type, union: &Union) -> Given {
        let without_fields = union.variants.iter().filter(|variant| variant.fields.is_empty());
        let single = without_fields.map(|variant| camel(&variant.id)).collect();
        Given { single, variants: self.variants(union), ..self.given(of, &union.id) }
    }

    fn given(&self, of: &Type, id: &str) -> Given {
        let (lifetime, times) = self.parameters(of);
        let core = format!("{}{}", self.path(id), generics(lifetime.then_some("'_"), times.then_some("T")));
        let bounds = [("T", Type::Time), ("Latest<T>", Type::Latest)];
        let bounds = bounds.into_iter().filter(|(_, time)| self.has(of, |each| each == time));
        let bounds = bounds.map(|(bound, _)| bound.to_owned()).collect();
        Given { core, times, bounds, class: None, fields: Vec::new(), variants: Vec::new(), single: Vec::new() }
    }

    /// The path of a type that facts have, with its parameters.
    fn as_fact(&self, of: &Type, id: &str) -> String {
        let (lifetime, times) = self.parameters(of);
        format!("{}{}", self.path(id), generics(lifetime.then_some("'a"), times.then_some("Moment<'py>")))
    }

    /// Whether the Rust type has a lifetime, and whether it has a parameter for its times.
    fn parameters(&self, of: &Type) -> (bool, bool) {
        match of {
            Type::Record { of } => {
                let rust = &self.model.record(of).rust;
                (rust.lifetime, rust.times)
            }
            of => (
                self.has(of, |each| matches!(each, Type::Text)),
                self.has(of, |each| matches!(each, Type::Time | Type::Latest)),
            ),
        }
    }

    /// The path of a type, seen from its domain.
    fn path(&self, id: &str) -> String {
        if let Some(path) = self.overrides.paths.get(id) {
            return path.clone();
        }
        let mut path = "core".to_owned();
        for name in id.split('.').skip(1) {
            path.push_str("::");
            path.push_str(name);
        }
        path
    }

    fn mirror(&self, of: &Enum) -> Mirror {
        let (core, class) = (self.path(&of.id), of.name.clone());
        let variants: Vec<_> = of.values.iter().map(|value| camel(&value.id)).collect();
        let variants = variants.join(", ");
        let room = WIDTH - format!("    {core} = MODULE.\"{class}\" {{  }}").len();
        let variants = if variants.len() <= room {
            format!("{{ {variants} }}")
        } else {
            format!("{{\n{}    }}", layout::block(&format!("{variants},"), 8, ""))
        };
        Mirror { core, class, variants }
    }

    fn has(&self, of: &Type, wanted: impl Fn(&Type) -> bool + Copy) -> bool {
        match of {
            Type::List { items, .. } => self.has(items, wanted),
            Type::Record { .. } | Type::Union { .. } => self.parts(of).iter().any(|field| self.has(&field.of, wanted)),
            other => wanted(other),
        }
    }

    fn function(&self, decision: &'a Decision) -> Result<Function, Box<dyn Error>> {
        let fields = &decision.facts.fields;
        let mut keywords = Vec::new();
        let mut shown = Vec::new();
        for field in fields {
            let name = parameter(&field.name);
            match euros(field) {
                Some(in_euros) => {
                    let default = if field.optional { "None" } else { "..." };
                    shown.extend([format!("{}={default}", identifier(&field.name)), format!("{in_euros}={default}")]);
                    keywords.extend([(name, true), (in_euros.to_owned(), true)]);
                }
                None => {
                    let default = if field.optional { format!("={}", self.default(field)) } else { String::new() };
                    shown.push(format!("{}{default}", identifier(&field.name)));
                    keywords.push((name, field.optional));
                }
            }
        }
        let locals = fields.iter().map(|field| self.local(decision, field)).collect::<Result<Vec<_>, _>>()?;
        let keeps = locals.iter().any(|local| local.read.contains("&kept"));
        let times: Vec<_> =
            fields.iter().filter(|field| self.has(&field.of, |each| matches!(each, Type::Time))).collect();
        let needed = times.iter().find(|field| !field.optional && matches!(field.of, Type::Time));
        let follows_from = needed.or(times.first()).map(|field| field.name.clone()).unwrap_or_default();
        let path = self.path(&decision.facts.id);
        let generics = generics(decision.rust.lifetime.then_some("'_"), Some("Moment<'_>"));
        Ok(Function {
            about: self.documentation(decision),
            name: identifier(&decision.name),
            signature: signature(&keywords, &shown),
            parameters: keywords.into_iter().map(|(name, _)| name).collect(),
            facts: self.construction(decision, &path)?,
            of: decision.rust.times.then(|| format!("{path}{generics}")),
            locals,
            keeps,
            decide: decision.rust.decide.replace(&format!("dms_rules::{}::", decision.domain), "core::"),
            first_time: decision.rust.times.then(|| self.first_time(&times)),
            follows_from,
            bare: self.is_bare(decision),
        })
    }

    /// The facts of a decision from the local variables, which were read in the order of the fields.
    fn construction(&self, decision: &Decision, path: &str) -> Result<String, Box<dyn Error>> {
        let part = |field: &Field| {
            let (field, local) = (rust_identifier(&field.name), parameter(&field.name));
            if field == local { field } else { format!("{field}: {local}") }
        };
        let mut parts: Vec<_> = decision.facts.fields.iter().map(part).collect();
        if let Some(nested) = self.overrides.nested.get(&decision.id) {
            let of = self.model.decisions.iter().find(|each| each.id == nested.of);
            let of =
                of.ok_or_else(|| format!("[python.nested] {}: there is no decision {}", decision.id, nested.of))?;
            let own = parts.split_off(of.facts.fields.len());
            let inner = format!("{}: {} {{ {} }}", nested.field, self.path(&of.facts.id), parts.join(", "));
            parts = [inner].into_iter().chain(own).collect();
        }
        Ok(format!("{path} {{ {} }}", parts.join(", ")))
    }

    /// The first time that is given, which says on what clock the others are read.
    fn first_time(&self, times: &[&Field]) -> String {
        let mut chain = String::new();
        for field in times {
            let name = rust_identifier(&field.name);
            let (given, is_needed) = match &field.of {
                Type::List { items, .. } => {
                    let parts = self.parts(items);
                    let Some(time) = parts.iter().find(|part| matches!(part.of, Type::Time) && !part.optional) else {
                        continue;
                    };
                    (format!("facts.{name}.first().map(|each| &each.{})", rust_identifier(&time.name)), false)
                }
                _ if field.optional => (format!("facts.{name}.as_ref()"), false),
                _ => (format!("Some(&facts.{name})"), true),
            };
            if chain.is_empty() {
                chain = given;
            } else if given.contains('|') {
                chain = format!("{chain}.or_else(|| {given})");
            } else {
                chain = format!("{chain}.or({given})");
            }
            if is_needed {
                break;
            }
        }
        chain
    }

    /// How one fact is read.
    fn local(&self, decision: &Decision, field: &Field) -> Result<Local, Box<dyn Error>> {
        let name = &field.name;
        let given = parameter(name);
        let read = match &field.of {
            Type::Cents { .. } => {
                let in_euros =
                    euros(field).ok_or_else(|| format!("{}.{name}: an amount ends with _cents", decision.id))?;
                match (&field.default, field.optional) {
                    (Some(cents), _) => format!(
                        "amount_if_given(\"{name}\", {given}, {in_euros})?.unwrap_or(Cents::new({}))",
                        grouped(cents)
                    ),
                    (None, true) => format!("amount_if_given(\"{name}\", {given}, {in_euros})?"),
                    (None, false) => format!("amount(\"{name}\", {given}, {in_euros})?"),
                }
            }
            Type::Record { .. } | Type::Union { .. } if field.optional => {
                format!("record_if_known(\"{name}\", {given}, &kept)?")
            }
            Type::Record { .. } | Type::Union { .. } => format!("record_of(\"{name}\", {given}, &kept)?"),
            Type::List { maximum: None, .. } => format!("records(\"{name}\", {given}, &kept)?"),
            Type::List { maximum: Some(most), unit, .. } => {
                let counted = unit.as_deref().unwrap_or("records");
                format!("at_most({most}, \"{counted}\", \"{name}\", records(\"{name}\", {given}, &kept)?)?")
            }
            Type::Integer { bits, signed, minimum, maximum, unit } if is_limited(&field.of) => {
                let counted = unit.as_ref().map_or_else(String::new, |unit| format!(" {unit}"));
                let (least, most) = (grouped(&json!(minimum)), grouped(&json!(maximum)));
                let limits = format!("{least}..={most}, \"{counted}\", \"{name}\"");
                match &field.default {
                    Some(default) => format!("within({limits}, fact_or(\"{name}\", {given}, {})?)?", grouped(default)),
                    None if field.optional => {
                        let number = format!("{}{bits}", if *signed { 'i' } else { 'u' });
                        let read = format!("fact::<Option<{number}>>(\"{name}\", {given})?");
                        format!("{read}.map(|number| within({limits}, number)).transpose()?")
                    }
                    None => format!("within({limits}, fact(\"{name}\", {given})?)?"),
                }
            }
            of => match (&field.default, of) {
                (Some(Value::String(value)), Type::Enum { of }) => {
                    format!("fact_or(\"{name}\", {given}, {}::{})?", self.path(of), camel(value))
                }
                (Some(default), _) => format!("fact_or(\"{name}\", {given}, {})?", grouped(default)),
                (None, _) => format!("fact(\"{name}\", {given})?"),
            },
        };
        Ok(Local { field: rust_identifier(name), local: given, read })
    }
}

/// A field of a record, read from the object's attribute.
fn attribute(field: &Field) -> Local {
    let name = identifier(&field.name);
    let given = format!("attribute(record, kept, intern!(py, \"{name}\"))?");
    let read = match (&field.of, field.optional) {
        (Type::Record { .. } | Type::Union { .. }, false) => format!("record_of(\"{name}\", Some({given}), kept)?"),
        (Type::Record { .. } | Type::Union { .. }, true) => {
            format!("record_if_known(\"{name}\", Some({given}), kept)?")
        }
        (Type::List { .. }, _) => format!("records(\"{name}\", Some({given}), kept)?"),
        _ => format!("fact(\"{name}\", {given})?"),
    };
    Local { field: rust_identifier(&field.name), local: rust_identifier(&field.name), read }
}

/// What stands behind the name of a type.
fn generics(lifetime: Option<&str>, times: Option<&str>) -> String {
    let parameters: Vec<_> = lifetime.into_iter().chain(times).collect();
    if parameters.is_empty() { String::new() } else { format!("<{}>", parameters.join(", ")) }
}

/// What pyo3 makes the keywords of. What `help` shows has the defaults that are more than `None`.
fn signature(keywords: &[(String, bool)], shown: &[String]) -> String {
    let keyword = |(name, optional): &(String, bool)| if *optional { format!("{name} = None") } else { name.clone() };
    let keywords: Vec<_> = ["*".to_owned()].into_iter().chain(keywords.iter().map(keyword)).collect();
    let keywords = keywords.join(", ");
    let is_none = |text: &String| text.split_once('=').is_none_or(|(_, default)| default == "None");
    let shown = if shown.iter().all(is_none) { String::new() } else { format!("(*, {})", shown.join(", ")) };
    let line = format!("#[pyo3(signature = (*, {keywords}))]");
    if shown.is_empty() && line.len() <= WIDTH {
        return format!("#[pyo3(signature = ({keywords}))]");
    }
    let room = WIDTH - "    signature = (),".len();
    let keywords = if keywords.len() <= room {
        format!("    signature = ({keywords}),\n")
    } else {
        format!("    signature = (\n{}    ),\n", layout::block(&format!("{keywords},"), 8, ""))
    };
    let room = WIDTH - "    text_signature = \"\",".len();
    let shown = match shown.len() {
        0 => String::new(),
        length if length <= room => format!("    text_signature = \"{shown}\",\n"),
        _ => format!("    text_signature = \"\\\n{}\",\n", layout::block(&shown, 8, " \\").trim_end()),
    };
    format!("#[pyo3(\n{keywords}{shown})]")
}

/// A number as Rust writes it: 15_000.
fn grouped(value: &Value) -> String {
    let text = value.to_string();
    let digits = text.trim_start_matches('-');
    if digits.len() < 5 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return text;
    }
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    format!("{}{grouped}", &text[..text.len() - digits.len()])
}

/// A name as Rust spells it.
fn rust_identifier(name: &str) -> String {
    const WORDS: [&str; 14] =
        ["box", "const", "enum", "extern", "fn", "impl", "let", "loop", "match", "mod", "move", "pub", "ref", "type"];
    if WORDS.contains(&name) { format!("r#{name}") } else { name.to_owned() }
}

/// The parameter of a fact: as Python spells it.
fn parameter(name: &str) -> String {
    rust_identifier(&identifier(name))
}

/// What a file uses, sorted as rustfmt has it.
fn head(domain: &Domain, body: &str) -> String {
    let uses = |word: &str| {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        body.match_indices(word).any(|(at, _)| {
            !body[..at].ends_with(|before: char| is_word(before) || before == '`')
                && !body[at + word.len()..].starts_with(is_word)
        })
    };
    let among = |path: &str, names: &[&str]| {
        let names: Vec<_> = names.iter().copied().filter(|name| uses(name.trim_end_matches('!'))).collect();
        if names.is_empty() { String::new() } else { format!("use {path}::{{{}}};\n", names.join(", ")) }
    };
    let mut head = "// Generated by `cargo run -p generate` from the model: change it there.\n\n".to_owned();
    head.push_str(&format!("//! `{}.*`.\n\n", domain.id));
    head.push_str(&format!("use dms_rules::{} as core;\n", domain.id));
    head.push_str(&among("dms_rules::value", &["Cents", "Latest"]));
    if body.contains("intern!") {
        head.push_str("use pyo3::intern;\n");
    }
    head.push_str("use pyo3::prelude::*;\n\n");
    head.push_str(&among("crate::answer", &["Answer", "Host"]));
    head.push_str(&among("crate::decision", &["Cache", "Decision"]));
    let facts = ["amount(", "amount_if_given(", "at_most(", "fact(", "fact_or(", "within(", "wrong_type("];
    let facts: Vec<_> =
        facts.into_iter().filter(|call| uses_call(body, call)).map(|call| call.trim_end_matches('(')).collect();
    if !facts.is_empty() {
        head.push_str(&format!("use crate::fact::{{{}}};\n", facts.join(", ")));
    }
    head.push_str(&among("crate::fault", &["Fault", "guard"]));
    if body.contains("mirror!") {
        head.push_str("use crate::name::mirror;\n");
    }
    let record = ["attribute(", "record_if_known(", "record_of(", "records("];
    let mut record: Vec<_> =
        record.into_iter().filter(|call| uses_call(body, call)).map(|call| call.trim_end_matches('(')).collect();
    record.splice(0..0, ["Class", "ITSELF", "Kept", "Record"].into_iter().filter(|name| uses(name)));
    if !record.is_empty() {
        head.push_str(&format!("use crate::record::{{{}}};\n", record.join(", ")));
    }
    let mut time: Vec<_> = ["Clock", "Moment"]
        .into_iter()
        .filter(|name| uses(name) || *name == "Clock" && body.contains("clock.read_all"))
        .collect();
    time.extend(
        ["on_its_clock", "rounded"]
            .into_iter()
            .filter(|name| body.contains(&format!("{name}!(")) || uses_call(body, &format!("{name}("))),
    );
    if !time.is_empty() {
        head.push_str(&format!("use crate::time::{{{}}};\n", time.join(", ")));
    }
    head.push('\n');
    head
}

fn uses_call(body: &str, call: &str) -> bool {
    body.match_indices(call).any(|(at, _)| body[..at].ends_with([' ', '(', '|', '\n']))
}
