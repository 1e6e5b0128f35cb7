//! The Rust of a domain: its functions, and how its types are read from Python and given to it.

use std::collections::BTreeSet;
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
    /// The statements that make the record of them.
    made: Vec<String>,
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
    /// The statements that build the facts.
    facts: Vec<String>,
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
        let fields: Vec<_> = record.fields.iter().map(attribute).collect();
        let made = if record.id.ends_with(".Outcome") {
            let parts: Vec<_> = fields.iter().map(|field| field.local.as_str()).collect();
            vec![format!("let made = Self {{ {} }};", parts.join(", "))]
        } else {
            construction("made", "Self", "", &record.fields, &[])
        };
        Read { core: self.as_fact(of, &record.id), class: record.name.clone(), fields, made }
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
        let of = if decision.rust.times { format!(": {path}{generics}") } else { String::new() };
        Ok(Function {
            about: self.documentation(decision),
            name: identifier(&decision.name),
            signature: signature(&keywords, &shown),
            parameters: keywords.into_iter().map(|(name, _)| name).collect(),
            facts: self.construction(decision, &path, &of)?,
            locals,
            keeps,
            decide: decision.rust.decide.replace(&format!("dms_rules::{}::", decision.domain), "core::"),
            first_time: decision.rust.times.then(|| self.first_time(&times)),
            follows_from,
            bare: self.is_bare(decision),
        })
    }

    /// The facts of a decision from the local variables, which were read in the order of the fields.
    fn construction(&self, decision: &Decision, path: &str, of: &str) -> Result<Vec<String>, Box<dyn Error>> {
        let fields = &decision.facts.fields;
        let Some(nested) = self.overrides.nested.get(&decision.id) else {
            return Ok(construction("facts", path, of, fields, &[]));
        };
        let inner = self.model.decisions.iter().find(|each| each.id == nested.of);
        let inner =
            inner.ok_or_else(|| format!("[python.nested] {}: there is no decision {}", decision.id, nested.of))?;
        let (shared, own) = fields.split_at(inner.facts.fields.len());
        let mut lines = construction(&nested.field, &self.path(&inner.facts.id), "", shared, &[]);
        lines.extend(construction("facts", path, of, own, &[&nested.field]));
        Ok(lines)
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
    let local = parameter(&field.name);
    let given = format!("attribute(record, kept, intern!(py, \"{name}\"))?");
    let read = match (&field.of, field.optional) {
        (Type::Record { .. } | Type::Union { .. }, false) => format!("record_of(\"{name}\", Some({given}), kept)?"),
        (Type::Record { .. } | Type::Union { .. }, true) => {
            format!("record_if_known(\"{name}\", Some({given}), kept)?")
        }
        (Type::List { .. }, _) => format!("records(\"{name}\", Some({given}), kept)?"),
        _ => format!("fact(\"{name}\", {given})?"),
    };
    Local { field: rust_identifier(&field.name), local, read }
}

/// The statements that build facts of a type: with what is required, then with the rest.
fn construction(variable: &str, path: &str, of: &str, fields: &[Field], first: &[&str]) -> Vec<String> {
    let (rest, required): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.optional);
    let mut arguments: Vec<_> = first.iter().map(ToString::to_string).collect();
    arguments.extend(required.iter().map(|field| parameter(&field.name)));
    let mutable = if rest.is_empty() { "" } else { "mut " };
    let mut lines = vec![format!("let {mutable}{variable}{of} = {path}::new({});", arguments.join(", "))];
    let assignment =
        |field: &&Field| format!("{variable}.{} = {};", rust_identifier(&field.name), parameter(&field.name));
    lines.extend(rest.iter().map(assignment));
    lines
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

/// How a file begins: with what its body uses, sorted as rustfmt has it.
fn head(domain: &Domain, body: &str) -> String {
    const OWN: [(&str, &[&str]); 7] = [
        ("answer", &["Answer", "Host"]),
        ("decision", &["Cache", "Decision"]),
        ("fact", &["amount", "amount_if_given", "at_most", "fact", "fact_or", "within", "wrong_type"]),
        ("fault", &["Fault", "guard"]),
        ("name", &["mirror"]),
        ("record", &["Class", "ITSELF", "Kept", "Record", "attribute", "record_if_known", "record_of", "records"]),
        ("time", &["Clock", "Moment", "on_its_clock", "rounded"]),
    ];
    let used = words(body);
    let import = |(path, names): (&str, &[&str])| {
        let names: Vec<_> = names.iter().copied().filter(|name| used.contains(name)).collect();
        match names.as_slice() {
            [] => String::new(),
            [name] => format!("use {path}::{name};\n"),
            names => format!("use {path}::{{{}}};\n", names.join(", ")),
        }
    };
    let mut head = "// Generated by `cargo run -p generate` from the model: change it there.\n\n".to_owned();
    head.push_str(&format!("//! `{0}.*`.\n\nuse dms_rules::{0} as core;\n", domain.id));
    head.push_str(&import(("dms_rules::value", &["Cents", "Latest"])));
    head.push_str(&import(("pyo3", &["intern"])));
    head.push_str("use pyo3::prelude::*;\n\n");
    for (module, names) in OWN {
        head.push_str(&import((&format!("crate::{module}"), names)));
    }
    head.push('\n');
    head
}

/// The words of Rust, without those of its documentation and texts. Reading times is a method of their clock.
fn words(body: &str) -> BTreeSet<&str> {
    let is_code = |line: &&str| !line.trim_start().starts_with("///");
    let code = body.lines().filter(is_code).flat_map(|line| line.split('"').step_by(2));
    let mut words: BTreeSet<_> =
        code.flat_map(|code| code.split(|letter: char| !letter.is_alphanumeric() && letter != '_')).collect();
    if words.contains("read_all") {
        words.insert("Clock");
    }
    words
}
