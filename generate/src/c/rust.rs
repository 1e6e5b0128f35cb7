//! The Rust behind the functions: a file for each decision, and one for what the decisions of a domain share.

use std::fmt::Write;

use minijinja::Environment;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use serde::Serialize;
use serde_json::{Value, json};

use super::surface::{Kind, Member, Of, Section, Struct, Surface, Typed, needs_flag, outcome_of, pair};
use super::{Overrides, Result, surface};
use crate::File;
use crate::model::{Decision, Field, Model, Type};
use crate::name::{camel, shouting};

const FOLDER: &str = "ffi/src/generated";

/// The files of the folder, and the list of the header's sections.
pub(super) fn files(model: &Model, overrides: &Overrides, surface: &Surface) -> Result<Vec<File>> {
    let mut templates = Environment::new();
    templates
        .set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    templates.add_template("section.rs", include_str!("../../templates/c/section.rs.jinja"))?;
    templates.add_template("domain.rs", include_str!("../../templates/c/domain.rs.jinja"))?;
    templates.add_template("decisions.rs", include_str!("../../templates/c/decisions.rs.jinja"))?;
    templates.add_template("mod.rs", include_str!("../../templates/c/mod.rs.jinja"))?;
    let writer = Writer { model, overrides, surface };
    let mut files = Vec::new();
    let mut domains: Vec<&str> = Vec::new();
    for section in &surface.sections {
        if writer.is_empty(section) {
            continue;
        }
        if !domains.contains(&section.domain.as_str()) {
            domains.push(&section.domain);
        }
        let text = templates.get_template("section.rs")?.render(Serde(writer.section(section)?))?;
        let text = writer.unqualified(section, &text);
        if section.decision.is_none() {
            let modules = templates.get_template("domain.rs")?.render(Serde(writer.modules(section)))?;
            files.push(File::rust(format!("{FOLDER}/{}/mod.rs", section.domain), &modules)?);
            if !section.declares() {
                continue;
            }
        }
        files.push(File::rust(path(section), &text.replace("IMPORTS", &writer.imports(section, &text)))?);
    }
    let text = templates.get_template("decisions.rs")?.render(Serde(writer.decisions()))?;
    files.push(File::rust(format!("{FOLDER}/decisions.rs"), &text)?);
    let text = templates.get_template("mod.rs")?.render(Serde(json!({ "domains": domains })))?;
    files.push(File::rust(format!("{FOLDER}/mod.rs"), &text)?);
    files.push(File { path: "ffi/generator/sections".into(), text: writer.sections() });
    Ok(files)
}

fn path(section: &Section) -> String {
    format!("{FOLDER}/{}/{}.rs", section.domain, section.decision.as_deref().unwrap_or("shared"))
}

struct Writer<'a> {
    model: &'a Model,
    overrides: &'a Overrides,
    surface: &'a Surface,
}

/// Constants that stand together.
#[derive(Serialize)]
struct Group {
    constants: Vec<Constant>,
    /// The enum of the core whose values these number, and how.
    mirrored: Option<Mirrored>,
}

#[derive(Serialize)]
struct Constant {
    about: String,
    name: String,
    of: &'static str,
    number: i64,
}

#[derive(Serialize)]
struct Mirrored {
    macro_name: &'static str,
    of: String,
    values: Vec<(String, String)>,
}

/// A struct as Rust declares it.
#[derive(Serialize)]
struct Declared {
    name: String,
    about: String,
    members: Vec<(String, String, String)>,
}

impl Writer<'_> {
    /// A domain whose decisions share nothing and are all written by hand has no file.
    fn is_empty(&self, section: &Section) -> bool {
        let mut decisions = self.model.decisions.iter().filter(|decision| decision.domain == section.domain);
        decisions.all(|decision| self.overrides.by_hand.contains(&decision.id))
    }

    fn section(&self, section: &Section) -> Result<Value> {
        let decision = self.decision(section);
        let domain = self.model.domains.iter().find(|domain| domain.id == section.domain);
        let domain = domain.ok_or_else(|| format!("the model has no domain {}", section.domain))?;
        let country = domain.country.as_deref().map_or_else(String::new, |country| format!(" ({})", land(country)));
        let heading = match decision {
            Some(decision) => {
                let question = decision.question.get("en").map(String::as_str).unwrap_or_default();
                format!(
                    "{}{country}: {}\n\n{}",
                    decision.id.to_uppercase(),
                    surface::lower(question),
                    linkless(&decision.about)
                )
            }
            None => {
                let shared = "What several decisions share.";
                format!("{}{country}: {}\n\n{shared}", domain.id.to_uppercase(), linkless(&domain.about))
            }
        };
        let mut groups: Vec<_> = section.groups.iter().map(|group| self.group(group)).collect();
        groups.extend(
            section.typed.iter().filter_map(|_| decision).filter_map(|decision| self.reasons(section, decision)),
        );
        let lengths: Vec<_> = section.lengths.iter().map(|length| constant(length, "usize")).collect();
        let parts: Vec<_> = section.parts.iter().map(|part| self.part(part)).collect::<Result<_>>()?;
        Ok(json!({
            "heading": comment(heading.trim(), "//!", 0),
            "groups": groups,
            "lengths": lengths,
            "parts": parts,
            "numbers": decision.map(|decision| self.numbers(section, decision)),
            "typed": match (&section.typed, decision) {
                (Some(typed), Some(decision)) => Some(self.typed(typed, decision)?),
                _ => None,
            },
        }))
    }

    /// The files of a domain.
    fn modules(&self, section: &Section) -> Value {
        let sections = self.surface.sections.iter().filter(|other| other.domain == section.domain);
        let sections = sections.filter(|other| other.decision.is_some() || other.declares());
        let name = |other: &Section| other.decision.clone().unwrap_or_else(|| "shared".to_owned());
        let (mut all, mut exported) = (Vec::new(), Vec::new());
        for section in sections {
            all.push(name(section));
            exported.extend(section.declares().then(|| name(section)));
        }
        let about = self.model.domains.iter().find(|domain| domain.id == section.domain).map(|domain| &domain.about);
        json!({ "about": about, "all": all, "exported": exported })
    }

    /// What stands in the core's module of the decision itself is named from there.
    fn unqualified(&self, section: &Section, text: &str) -> String {
        let Some(module) = self.decision(section).map(rust_module) else { return text.to_owned() };
        let own = module.rsplit("::").next().unwrap_or_default();
        text.replace(&format!("{module}::"), &format!("{own}::"))
    }

    fn decision(&self, section: &Section) -> Option<&Decision> {
        let mut decisions = self.model.decisions.iter();
        decisions.find(|each| each.domain == section.domain && Some(&each.name) == section.decision.as_ref())
    }

    /// What the text of a file uses, by what stands in it.
    fn imports(&self, section: &Section, text: &str) -> String {
        const MARKS: &[(&str, &str, &str)] = &[
            ("std", "ffi::c_char", "c_char"),
            ("std", "ptr", "ptr::null"),
            ("dms_rules::value", "Cents", "Cents::"),
            ("dms_rules::value", "Time", "T: Time"),
            ("dms_rules::value", "Vin", "Vin::"),
            ("crate::call", "Facts", "Facts for"),
            ("crate::call", "decide", "decide(facts, result,"),
            ("crate::call", "decide_each", "decide_each("),
            ("crate::number", "self", "number::"),
            ("crate::number", "Fired", "Fired {"),
            ("crate::number", "Given", "Given<"),
            ("crate::number", "InSets", ".bit()"),
            ("crate::number", "Numbers", "Numbers ="),
            ("crate::number", "in_sets", "in_sets!"),
            ("crate::number", "mirrored", "mirrored!"),
            ("crate::number", "numbers", "numbers!"),
            ("crate::status", "Refusal", "Refusal>"),
            ("crate::status", "dms_error", "dms_error,"),
            ("crate::status", "fixed", "fixed("),
            ("crate::time", "GivenTime", "GivenTime::"),
            ("crate::time", "dms_time", "dms_time"),
            ("crate", "value", "value::"),
        ];
        let mut used: Vec<(&str, Vec<&str>)> = Vec::new();
        let elsewhere = self.surface.sections.iter().filter(|other| path(other) != path(section));
        let parts =
            elsewhere.flat_map(|other| &other.parts).map(|part| ("crate", part.name.as_str(), part.name.as_str()));
        for (from, name, mark) in MARKS.iter().copied().chain(parts) {
            if !text.contains(mark) {
                continue;
            }
            match used.iter_mut().find(|(known, _)| *known == from) {
                Some((_, names)) => names.push(name),
                None => used.push((from, vec![name])),
            }
        }
        let own = |module: &String| text.contains(&format!("{}::", module.rsplit("::").next().unwrap_or_default()));
        let module = self.decision(section).map(rust_module).filter(own);
        let mut imports = String::new();
        for root in ["std", "dms_rules", "crate"] {
            if root == "dms_rules" {
                imports.extend(module.iter().map(|module| format!("use {module};\n")));
            }
            for (from, names) in used.iter().filter(|(from, _)| from.split("::").next() == Some(root)) {
                imports += &match names.as_slice() {
                    ["self"] => format!("use {from};\n"),
                    [one] => format!("use {from}::{one};\n"),
                    several if *from == "std" => several.iter().map(|one| format!("use std::{one};\n")).collect(),
                    several => format!("use {from}::{{{}}};\n", several.join(", ")),
                };
            }
            imports += "\n";
        }
        imports
    }

    fn group(&self, group: &surface::Group) -> Group {
        let of = if group.of.bits() { "u32" } else { "i32" };
        let values = || {
            let values = group.constants.iter();
            values.map(|constant| (camel(&constant.id), constant.name.clone())).collect()
        };
        let mirrored = match &group.of {
            Of::Enum(id) => Some(Mirrored { macro_name: "mirrored", of: rust_path(id), values: values() }),
            Of::Set(id) => Some(Mirrored { macro_name: "in_sets", of: rust_path(id), values: values() }),
            _ => None,
        };
        Group { constants: group.constants.iter().map(|each| constant(each, of)).collect(), mirrored }
    }

    /// The bits of the reasons that an outcome names: those of the table.
    fn reasons(&self, section: &Section, decision: &Decision) -> Option<Group> {
        let Type::Record { of } = &decision.outcome else { return None };
        let reason = self.model.record(of).fields.iter().find_map(|field| match &field.of {
            Type::List { items, .. } => match &**items {
                Type::Record { of } => pair(self.model, of).map(|(_, reason)| reason),
                _ => None,
            },
            _ => None,
        })?;
        let because = section.groups.iter().find(|group| group.of == Of::Because)?;
        let values = &self.model.enumeration(reason).values;
        let name = |id: &str| because.constants.iter().find(|constant| constant.id == id).map(|each| each.name.clone());
        let values = values.iter().filter_map(|value| Some((camel(&value.id), name(&value.id)?))).collect();
        let mirrored = Some(Mirrored { macro_name: "in_sets", of: rust_path(reason), values });
        Some(Group { constants: Vec::new(), mirrored })
    }

    fn declared(&self, of: &Struct) -> Declared {
        let member = |member: &Member| {
            let kind = match &member.kind {
                Kind::I32 => "i32".to_owned(),
                Kind::U32 => "u32".to_owned(),
                Kind::I64 => "i64".to_owned(),
                Kind::Size => "usize".to_owned(),
                Kind::Text => "*const c_char".to_owned(),
                Kind::Time => "dms_time".to_owned(),
                Kind::Part(name) => name.clone(),
                Kind::Held(size, _) => format!("[c_char; {size}]"),
                Kind::Places(places, _) => format!("[u32; {places}]"),
                Kind::Reserved(4) => "u32".to_owned(),
                Kind::Reserved(bytes) => format!("[u8; {bytes}]"),
            };
            (comment(&linkless(&member.about), "///", 4), member.name.clone(), kind)
        };
        Declared {
            name: of.name.clone(),
            about: comment(&linkless(&of.about), "///", 0),
            members: of.members.iter().map(member).collect(),
        }
    }

    /// A record or union: its struct, and for a record how it is read and written.
    fn part(&self, part: &Struct) -> Result<Value> {
        let record = self
            .model
            .records
            .iter()
            .find(|each| surface::struct_name(self.model, self.overrides, &each.id) == part.name);
        let Some(record) = record else { return Ok(json!({ "declared": self.declared(part) })) };
        let reads = record.fields.iter().map(|field| self.reading(field)).collect::<Result<Vec<_>>>()?;
        let embedded = self.overrides.embedded.keys().any(|id| {
            let mut decisions = self.model.decisions.iter();
            decisions.any(|decision| decision.id == *id && decision.outcome == Type::Record { of: record.id.clone() })
        });
        let writes: Vec<_> = record.fields.iter().flat_map(|field| writing(&field.name, field, true)).collect();
        let mut values = Vec::new();
        for member in part.members.iter().filter(|_| embedded) {
            let written = writes.iter().find(|(name, _)| *name == member.name).map(|(_, value)| value.clone());
            values.push((member.name.clone(), written.unwrap_or_else(|| zero(&member.kind))));
        }
        Ok(json!({
            "declared": self.declared(part),
            "record": rust_path(&record.id),
            "made": record.id.ends_with(".Facts").then(|| {
                let fields = record.fields.iter().map(|field| (field.name.clone(), field.optional));
                made_of("facts", &rust_path(&record.id), fields.collect())
            }),
            "fields": record.fields.iter().map(|field| &field.name).collect::<Vec<_>>(),
            "reads": reads,
            "values": values,
        }))
    }

    fn numbers(&self, section: &Section, decision: &Decision) -> Value {
        let id = self.overrides.numbered_as.get(&decision.id).unwrap_or(&decision.id);
        let shared = (*id != decision.id).then(|| format!("super::{}", id.rsplit('.').next().unwrap_or_default()));
        let refusing: Vec<_> = self.overrides.refusing_with.get(&decision.id).into_iter().flatten().collect();
        let given = |of: Of| {
            let group = section.groups.iter().find(|group| group.of == of);
            let constants = group.iter().flat_map(|group| &group.constants);
            let constants = constants.filter(|constant| refusing.iter().all(|advisory| advisory.id != constant.id));
            constants.map(|constant| (constant.id.clone(), constant.name.clone())).collect::<Vec<_>>()
        };
        let module = module(decision);
        let refusing_with = refusing.iter().map(|advisory| {
            let constant = format!("DMS_{}_ADVISORY_{}", shouting(&decision.id), shouting(&advisory.id));
            (format!("{module}::{}", shouting(&advisory.id)), constant)
        });
        json!({
            "table": format!("{module}::TABLE"),
            "shared": shared,
            "rows": given(Of::Rows),
            "because": given(Of::Because),
            "advisories": given(Of::Advisories),
            "refusing_with": refusing_with.collect::<Vec<_>>(),
        })
    }

    fn typed(&self, typed: &Typed, decision: &Decision) -> Result<Value> {
        let module = module(decision);
        let texts = has_texts(self.model, &decision.facts.fields);
        let times: Vec<_> = decision.facts.fields.iter().filter(|field| field.of == Type::Time).collect();
        let mut lifetimes = Vec::new();
        if decision.rust.lifetime {
            lifetimes.push("'a");
        }
        let with = |time: Option<&'static str>| {
            let arguments: Vec<_> = lifetimes.iter().copied().chain(time.filter(|_| decision.rust.times)).collect();
            if arguments.is_empty() { String::new() } else { format!("<{}>", arguments.join(", ")) }
        };
        let reads = decision.facts.fields.iter().map(|field| self.reading(field)).collect::<Result<Vec<_>>>()?;
        let fields = decision.facts.fields.iter();
        let mut made = vec![];
        let mut own: Vec<(String, bool)> = fields.map(|field| (field.name.clone(), field.optional)).collect();
        if let Some(holding) = self.overrides.holding.get(&decision.id) {
            let held = self.model.decisions.iter().find(|each| each.id == holding.decision);
            let held = held.ok_or_else(|| format!("the model has no {}", holding.decision))?;
            let (inner, rest) =
                own.into_iter().partition(|(name, _)| held.facts.fields.iter().any(|each| each.name == *name));
            made.push(made_of(&holding.member, &format!("{}::Facts", rust_module(held)), inner));
            own = rest;
            own.insert(0, (holding.member.clone(), false));
        }
        made.push(made_of("facts", &format!("{module}::Facts"), own));
        Ok(json!({
            "module": module,
            "facts": self.declared(&typed.facts),
            "result": self.declared(&typed.result),
            "about": comment(&linkless(&typed.function.about), "///", 0),
            "function": typed.function.name,
            "id": decision.id,
            "batch": typed.function.batch,
            "texts": texts,
            "reads_texts": decision.facts.fields.iter().any(|field| matches!(field.of, Type::Text | Type::Vin)),
            "first_added": typed.facts.members.iter().find(|member| member.added).map(|member| &member.name),
            "read_as": format!("{module}::Facts{}", with(Some("GivenTime"))),
            "lifetime": decision.rust.lifetime,
            "reads": reads,
            "made": made,
            "first_time": first_time(&times),
            "decided_as": format!("{module}::Facts{}", if decision.rust.lifetime { "<'_, T>" } else { "<T>" }),
            "tells_time": self.tells_time(decision),
            "answers": self.answers(typed, decision)?,
        }))
    }

    /// How each outcome fills in a result: by the pattern of the outcome, the members with their values.
    fn answers(&self, typed: &Typed, decision: &Decision) -> Result<Value> {
        let id = &decision.id;
        let members = |given: &[(String, String)]| {
            let value = |member: &Member| {
                let given = given.iter().find(|(name, _)| *name == member.name).map(|(_, value)| value.clone());
                match member.name.as_str() {
                    "row" | "because" | "advisories" => member.name.clone(),
                    _ => given.unwrap_or_else(|| zero(&member.kind)),
                }
            };
            typed.result.members.iter().map(|member| (member.name.clone(), value(member))).collect::<Vec<_>>()
        };
        let outcome = outcome_of(self.model, self.overrides, decision);
        if let Some(embedded) = self.overrides.embedded.get(id) {
            let (Type::Record { of } | Type::Union { of }) = &decision.outcome else { return Err(id.clone().into()) };
            let (name, own) = (surface::struct_name(self.model, self.overrides, of), &embedded.member);
            let given = [("outcome".to_owned(), format!("{own}.{}", embedded.outcome)), (own.clone(), own.clone())];
            let before = format!("let {own} = {name}::from(decision.outcome);");
            return Ok(json!({ "before": before, "one": members(&given) }));
        }
        match &decision.outcome {
            Type::Enum { .. } => {
                let given = [("outcome".to_owned(), "number::of(decision.outcome)".to_owned())];
                Ok(json!({ "one": members(&given) }))
            }
            Type::Record { of } => {
                let record = self.model.record(of);
                let (mut given, mut lines, mut taken) = (Vec::new(), Vec::new(), Vec::new());
                for field in &record.fields {
                    let place = format!("{of}.{}", field.name);
                    if self.overrides.left_out.contains(&place) {
                        taken.push(format!("{}: _", field.name));
                        continue;
                    }
                    taken.push(field.name.clone());
                    if self.overrides.outcomes.get(id) == Some(&field.name) {
                        given.push(("outcome".to_owned(), format!("number::of({})", field.name)));
                    } else {
                        self.outcome_part(&place, field, true, typed, &mut given, &mut lines);
                    }
                }
                let before =
                    format!("let {}::Outcome {{ {} }} = decision.outcome;", module(decision), taken.join(", "));
                Ok(json!({ "before": before, "lines": lines, "one": members(&given) }))
            }
            Type::Union { of } => {
                let constants =
                    outcome.and_then(|of| self.surface.group(&of)).ok_or_else(|| format!("{id}: outcomes"))?;
                let mut variants = Vec::new();
                for (variant, constant) in self.model.union(of).variants.iter().zip(&constants.constants) {
                    let (mut given, mut lines) = (vec![("outcome".to_owned(), constant.name.clone())], Vec::new());
                    for field in &variant.fields {
                        let place = format!("{of}.{}", field.name);
                        self.outcome_part(&place, field, false, typed, &mut given, &mut lines);
                    }
                    let names: Vec<_> = variant.fields.iter().map(|field| field.name.as_str()).collect();
                    let names = if names.is_empty() { String::new() } else { format!(" {{ {} }}", names.join(", ")) };
                    let pattern = format!("{}::Outcome::{}{names}", module(decision), camel(&variant.id));
                    variants.push(json!({ "pattern": pattern, "lines": lines, "members": members(&given) }));
                }
                Ok(json!({ "variants": variants }))
            }
            other => Err(format!("{id}: no rule for an outcome that is {other:?}").into()),
        }
    }

    /// The members that one part of an outcome fills in, and what must be worked out before.
    fn outcome_part(
        &self,
        place: &str,
        field: &Field,
        flagged: bool,
        typed: &Typed,
        given: &mut Vec<(String, String)>,
        lines: &mut Vec<String>,
    ) {
        let name = &field.name;
        match &field.of {
            Type::Text => {
                let read = match self.overrides.held.get(place) {
                    Some(held) => format!("value::held(\"{}\", {})?", held.fact, held.text),
                    None if field.optional => format!("value::echoed({name})"),
                    None => format!("value::echoed(Some({name}))"),
                };
                if field.optional && flagged {
                    lines.push(format!("let has_{name} = {name}.is_some().into();"));
                    given.push((format!("has_{name}"), format!("has_{name}")));
                }
                lines.push(format!("let ({name}, {name}_length) = {read};"));
                given.extend([(name.clone(), name.clone()), (format!("{name}_length"), format!("{name}_length"))]);
            }
            Type::Record { of } => {
                for inner in &self.model.record(of).fields {
                    let own = format!("{name}_{}", inner.name);
                    let own = self.overrides.members.get(&format!("{place}.{}", inner.name)).unwrap_or(&own);
                    let written = writing(&format!("{name}.{}", inner.name), inner, true);
                    given.extend(written.into_iter().map(|(member, value)| {
                        let has = member.starts_with("has_");
                        (if has { format!("has_{own}") } else { own.clone() }, value)
                    }));
                }
            }
            Type::List { items, .. } if matches!(&**items, Type::Record { .. }) => {
                let Type::Record { of } = &**items else { return };
                let fields = &self.model.record(of).fields;
                let (value, reason) = (&fields[0].name, &fields[1].name);
                let (member, record) = (format!("{name}_because"), rust_path(of));
                let kind = typed.result.members.iter().find(|each| each.name == member).map(|each| zero(&each.kind));
                let nothing = kind.unwrap_or_default();
                let record = format!("{record} {{ {value}, {reason} }}");
                lines.push(format!(
                    "let mut {member} = {nothing}; for {record} in {name}.iter() {{ {member}[number::of(*{value}) as usize] = {reason}.bit(); }}"
                ));
                given.push((member.clone(), member));
            }
            _ => given.extend(writing(name, field, flagged)),
        }
    }

    fn tells_time(&self, decision: &Decision) -> bool {
        let time = |field: &&Field| matches!(field.of, Type::Time | Type::Latest);
        match &decision.outcome {
            Type::Record { of } => self.model.record(of).fields.iter().any(|field| time(&field)),
            Type::Union { of } => {
                let mut fields = self.model.union(of).variants.iter().flat_map(|variant| &variant.fields);
                fields.any(|field| time(&field))
            }
            _ => false,
        }
    }

    /// How one fact is read.
    fn reading(&self, field: &Field) -> Result<(String, String)> {
        let name = &field.name;
        let flagged = needs_flag(field);
        // Within `known` the field's name is passed on.
        let told = if flagged { "field".to_owned() } else { format!("\"{name}\"") };
        let own = format!("self.{name}");
        let call = |function: &str| format!("{function}({told}, {own})");
        let read = match &field.of {
            Type::Boolean => call("value::flag"),
            Type::Enum { .. } => call("value::one_of"),
            Type::Set { .. } => call("value::set"),
            Type::Text => format!("text({told}, {own}, {own}_length)"),
            Type::Vin => format!("text({told}, {own}, {own}_length).map(Vin::new)"),
            Type::OdometerReading { .. } => call("value::reading"),
            Type::Date => call("value::date"),
            Type::TimeOfDay => call("value::clock"),
            Type::WallClock => call("GivenTime::read_wall_clock"),
            Type::Time => call("GivenTime::read"),
            Type::Cents { .. } if flagged => format!("Ok(Cents::new({own}))"),
            Type::Cents { .. } => return Ok((name.clone(), format!("Cents::new({own})"))),
            Type::Integer { bits, signed, minimum, maximum, unit } => {
                if whole(*bits, *signed) == Some((*minimum, *maximum)) && (*bits == 64 || *signed && *bits == 32) {
                    let value = if flagged { format!("Ok({own})") } else { own };
                    if !flagged {
                        return Ok((name.clone(), value));
                    }
                    value
                } else {
                    let limits = format!("{}..={}", digits(*minimum), digits(*maximum));
                    if unit.as_deref() == Some("months") {
                        // Said in months, as the core says it.
                        let read = format!("value::months({told}, {own}, {limits})");
                        return Self::known(field, flagged, read);
                    }
                    let own = if *bits < 32 { format!("i64::from({own})") } else { own };
                    format!("value::whole({told}, {own}, {limits})")
                }
            }
            Type::Record { .. } | Type::Union { .. } => {
                let texts = has_texts(self.model, std::slice::from_ref(field));
                let read = if texts { format!("unsafe {{ {own}.read() }}") } else { format!("{own}.read()") };
                return Ok((name.clone(), format!("{read}.map_err(|refusal| refusal.inside(\"{name}\"))?")));
            }
            other => return Err(format!("{name}: no rule for a fact that is {other:?}").into()),
        };
        Self::known(field, flagged, read)
    }

    /// A fact that may be unknown is looked at only where its flag is set.
    fn known(field: &Field, flagged: bool, read: String) -> Result<(String, String)> {
        let name = &field.name;
        if !flagged {
            return Ok((name.clone(), format!("{read}?")));
        }
        let takes = if read.contains("(field") { "|field|" } else { "|_|" };
        let mut known = format!("value::known(\"{name}\", self.has_{name}, {takes} {read})?");
        if let Some(default) = &field.default {
            let default = match (&field.of, default) {
                (Type::Enum { of }, Value::String(value)) => format!("{}::{}", rust_path(of), camel(value)),
                (Type::Cents { .. }, other) => format!("Cents::new({})", digits(other.as_i64().unwrap_or_default())),
                (_, other) => other.to_string(),
            };
            write!(known, ".unwrap_or({default})")?;
        }
        Ok((name.clone(), known))
    }

    /// The numbers, tables and outcomes of all decisions.
    fn decisions(&self) -> Value {
        let constants = self.surface.decisions.constants.iter().map(|each| constant(each, "i32"));
        let entries = self.model.decisions.iter().zip(&self.surface.decisions.constants).map(|(decision, constant)| {
            let (domain, name) = (&decision.domain, &decision.name);
            let by_hand = self.overrides.by_hand.contains(&decision.id);
            let numbers = if by_hand {
                format!("crate::{domain}::{}", shouting(name))
            } else {
                format!("super::{domain}::{name}::NUMBERS")
            };
            let group = outcome_of(self.model, self.overrides, decision).and_then(|of| self.surface.group(&of));
            let outcomes = group.iter().flat_map(|group| &group.constants);
            let outcomes: Vec<_> = outcomes.map(|each| (each.name.clone(), each.id.clone())).collect();
            json!({ "number": constant.name, "numbers": numbers, "outcomes": outcomes })
        });
        let groups = self.surface.sections.iter().flat_map(|section| &section.groups);
        let enums = groups.filter_map(|group| if let Of::Enum(id) = &group.of { Some(rust_path(id)) } else { None });
        let retired = self.surface.retired.iter().map(|(name, number)| Constant {
            about: comment("Nothing has this number any more.", "///", 0),
            name: name.clone(),
            of: if name.contains("_BECAUSE_") || name.contains("_ADVISORY_") { "u32" } else { "i32" },
            number: *number,
        });
        json!({
            "constants": constants.collect::<Vec<_>>(),
            "entries": entries.collect::<Vec<_>>(),
            "enums": enums.collect::<Vec<_>>(),
            "retired": retired.collect::<Vec<_>>(),
        })
    }

    /// The files of which the header is made, in its order.
    fn sections(&self) -> String {
        let mut sections = vec!["status".to_owned(), "time".to_owned()];
        let mut by_hand = Vec::new();
        for decision in self.model.decisions.iter().filter(|each| self.overrides.by_hand.contains(&each.id)) {
            if !by_hand.contains(&decision.domain) {
                by_hand.push(decision.domain.clone());
            }
        }
        for section in &self.surface.sections {
            if self.is_empty(section) {
                let hand = by_hand.iter().position(|domain| *domain == section.domain);
                sections.extend(hand.map(|at| by_hand.remove(at)));
                continue;
            }
            if section.declares() {
                let path = path(section);
                sections.push(path.trim_start_matches("ffi/src/").trim_end_matches(".rs").to_owned());
            }
            let id = format!("{}.{}", section.domain, section.decision.as_deref().unwrap_or_default());
            sections.extend(self.overrides.beside.get(&id).cloned());
        }
        sections.extend(["generated/decisions", "catalogue", "json"].map(str::to_owned));
        sections.join("\n") + "\n"
    }
}

/// How facts are made: of what is required, and of the rest where it is known.
fn made_of(name: &str, path: &str, fields: Vec<(String, bool)>) -> Value {
    let (optional, required): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(_, optional)| *optional);
    let names = |fields: Vec<(String, bool)>| fields.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    json!({ "name": name, "path": path, "required": names(required), "optional": names(optional) })
}

/// What a time's form is taken from: the first time that is given.
fn first_time(times: &[&Field]) -> Option<String> {
    let required = times.iter().position(|field| !field.optional)?;
    let mut first = String::new();
    for field in &times[..required] {
        first += &if first.is_empty() { format!("facts.{}", field.name) } else { format!(".or(facts.{})", field.name) };
    }
    let last = &times[required].name;
    Some(if first.is_empty() { format!("facts.{last}") } else { format!("{first}.unwrap_or(facts.{last})") })
}

/// The members of a part of an outcome and their values.
fn writing(value: &str, field: &Field, flagged: bool) -> Vec<(String, String)> {
    let name = value.rsplit('.').next().unwrap_or(value).to_owned();
    let optional = field.optional;
    let function = |function: &str| {
        if optional { format!("{value}.map_or(0, {function})") } else { format!("{function}({value})") }
    };
    let written = match &field.of {
        Type::Boolean if optional => format!("{value}.unwrap_or_default().into()"),
        Type::Boolean => format!("{value}.into()"),
        Type::Enum { .. } => function("number::of"),
        Type::Set { .. } => format!("number::set({value}.iter())"),
        Type::List { .. } => format!("number::set({value}.iter().copied())"),
        Type::OdometerReading { .. } => function("value::kilometres"),
        Type::Cents { .. } => function("Cents::get"),
        Type::Date => function("value::yyyymmdd"),
        Type::TimeOfDay => function("value::hhmmss"),
        Type::Time | Type::Latest | Type::WallClock if optional => {
            format!("{value}.map_or(dms_time::NONE, Into::into)")
        }
        Type::Integer { bits, signed, .. } if *bits < 32 || (*bits == 32 && *signed) => function("i32::from"),
        Type::Integer { .. } => function("i64::from"),
        Type::Vin => format!("fixed({value}.as_str().unwrap_or_default())"),
        Type::EnterpriseNumber => format!("fixed({value}.as_str())"),
        _ => format!("{value}.into()"),
    };
    let mut all = vec![(name.clone(), written)];
    if optional && flagged {
        all.push((format!("has_{name}"), format!("{value}.is_some().into()")));
    }
    all
}

/// Nothing, as a member holds it.
fn zero(kind: &Kind) -> String {
    match kind {
        Kind::I32 | Kind::U32 | Kind::I64 | Kind::Size | Kind::Reserved(4) => "0".to_owned(),
        Kind::Text => "ptr::null()".to_owned(),
        Kind::Time => "dms_time::NONE".to_owned(),
        Kind::Held(size, _) => format!("[0; {size}]"),
        Kind::Places(places, _) => format!("[0; {places}]"),
        Kind::Reserved(bytes) => format!("[0; {bytes}]"),
        Kind::Part(name) => format!("{name}::NONE"),
    }
}

fn has_texts(model: &Model, fields: &[Field]) -> bool {
    fields.iter().any(|field| match &field.of {
        Type::Text | Type::Vin => true,
        Type::Record { of } => has_texts(model, &model.record(of).fields),
        Type::Union { of } => model.union(of).variants.iter().any(|variant| has_texts(model, &variant.fields)),
        _ => false,
    })
}

fn constant(constant: &surface::Constant, of: &'static str) -> Constant {
    let (about, name) = (comment(&linkless(&constant.about), "///", 0), constant.name.clone());
    Constant { about, name, of, number: constant.number }
}

fn rust_path(id: &str) -> String {
    format!("dms_rules::{}", id.replace('.', "::"))
}

/// `dms_rules::booking::settlement`.
fn rust_module(decision: &Decision) -> String {
    decision.rust.decide.rsplit_once("::").map_or_else(String::new, |(module, _)| module.to_owned())
}

/// `settlement`.
fn module(decision: &Decision) -> String {
    rust_module(decision).rsplit("::").next().unwrap_or_default().to_owned()
}

/// The least and the most that a type of the core holds.
fn whole(bits: u32, signed: bool) -> Option<(i64, i64)> {
    match (bits, signed) {
        (64, true) => Some((i64::MIN, i64::MAX)),
        (1..=63, true) => Some((-1 << (bits - 1), (1 << (bits - 1)) - 1)),
        (1..=63, false) => Some((0, (1 << bits) - 1)),
        _ => None,
    }
}

/// `4_294_967_295`.
fn digits(number: i64) -> String {
    surface::grouped(number).replace(',', "_")
}

fn land(country: &str) -> &str {
    match country {
        "AT" => "Austria",
        "BE" => "Belgium",
        "DE" => "Germany",
        "FR" => "France",
        "NL" => "Netherlands",
        other => other,
    }
}

/// Links of Rust's documentation lead nowhere here.
fn linkless(about: &str) -> String {
    about.replace("[`", "`").replace("`]", "`")
}

/// A comment of lines that fit.
fn comment(about: &str, marker: &str, indent: usize) -> String {
    const WIDTH: usize = 120;
    let mut lines: Vec<String> = Vec::new();
    for (at, paragraph) in about.split("\n\n").enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let longer = indent + marker.len() + 1 + line.chars().count() + 1 + word.chars().count() > WIDTH;
            if longer && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        lines.push(line);
    }
    let lines = lines.iter().map(|line| format!("{marker} {line}").trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}
