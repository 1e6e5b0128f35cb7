//! The classes and enums of a domain.

use std::collections::BTreeSet;
use std::error::Error;

use serde::Serialize;
use serde_json::{Value, json};

use crate::model::{Domain, Field, Type, Union};
use crate::name::{camel, shouting};

use super::{Binding, Time, identifier, layout, prose};

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Class {
    Enum { name: String, about: Vec<String>, members: Vec<Member> },
    Record { name: String, about: Vec<String>, keywords: bool, members: Vec<Member> },
    Alias { name: String, about: Vec<String>, is: String },
}

#[derive(Serialize)]
pub(super) struct Member {
    /// `NEVER = "never"` of an enum, `latest: datetime` of a class.
    line: String,
    about: Vec<String>,
}

impl Member {
    pub(super) fn of(value: &str, about: &str) -> Self {
        Self { line: format!("{} = \"{value}\"", shouting(value)), about: prose::docstring(about, 4) }
    }
}

/// The types that the decisions of a domain use, each after those that it is made of.
#[derive(Default)]
pub(super) struct Used<'a> {
    pub(super) types: Vec<&'a Type>,
    /// The records that only facts have: they are made with keywords.
    pub(super) of_facts: BTreeSet<&'a str>,
    of_outcomes: BTreeSet<&'a str>,
}

impl<'a> Used<'a> {
    pub(super) fn by(binding: &Binding<'a>, domain: &'a Domain) -> Self {
        let mut used = Self::default();
        for decision in binding.decisions(domain) {
            for field in &decision.facts.fields {
                used.walk(binding, &field.of, true);
            }
            if !binding.is_bare(decision) {
                used.walk(binding, &decision.outcome, false);
            }
        }
        used
    }

    fn walk(&mut self, binding: &Binding<'a>, of: &'a Type, is_fact: bool) {
        let id = match of {
            Type::List { items, .. } => return self.walk(binding, items, is_fact),
            Type::Enum { of } | Type::Set { of } | Type::Record { of } | Type::Union { of } => of.as_str(),
            _ => return,
        };
        let seen = if is_fact { &mut self.of_facts } else { &mut self.of_outcomes };
        if !seen.insert(id) {
            return;
        }
        for field in binding.parts(of) {
            self.walk(binding, &field.of, is_fact);
        }
        if !self.types.iter().any(|known| id_of(known) == Some(id)) {
            self.types.push(of);
        }
    }

    pub(super) fn is_of_facts(&self, id: &str) -> bool {
        self.of_facts.contains(id)
    }

    pub(super) fn is_of_outcomes(&self, id: &str) -> bool {
        self.of_outcomes.contains(id)
    }
}

fn id_of(of: &Type) -> Option<&str> {
    match of {
        Type::Enum { of } | Type::Set { of } | Type::Record { of } | Type::Union { of } => Some(of),
        _ => None,
    }
}

impl<'a> Binding<'a> {
    /// The fields of a record, or of all variants of a union.
    pub(super) fn parts(&self, of: &Type) -> Vec<&'a Field> {
        match of {
            Type::Record { of } => self.model.record(of).fields.iter().collect(),
            Type::Union { of } => self.model.union(of).variants.iter().flat_map(|variant| &variant.fields).collect(),
            _ => Vec::new(),
        }
    }

    /// The class of a variant. What a decision comes to tells the variants of its outcome apart from others; those of any
    /// other union are called as they are.
    pub(super) fn variant(&self, union: &Union, variant: &str) -> String {
        let prefix = union.name.strip_suffix("Outcome").unwrap_or_default();
        format!("{prefix}{}", camel(variant))
    }

    pub(super) fn module(&self, domain: &'a Domain) -> Result<String, Box<dyn Error>> {
        let used = Used::by(self, domain);
        let names: BTreeSet<_> =
            used.types.iter().flat_map(|each| self.parts(each)).map(|field| field.name.as_str()).collect();
        let time = Time { qualified: ["date", "time", "datetime"].iter().any(|name| names.contains(name)) };
        let mut classes = Vec::new();
        for of in &used.types {
            self.classes(of, &used, &time, &mut classes);
        }
        let mut exported: Vec<_> = classes.iter().map(|class| class.name().to_owned()).collect();
        exported.sort();
        let mut functions: Vec<_> = self.decisions(domain).map(|decision| identifier(&decision.name)).collect();
        functions.sort();
        let native = layout::import(&format!("dms_rules._native.{}", domain.id), &functions);
        exported.extend(functions);
        let imports = imports(&classes, &time);
        let about = prose::plain(&domain.about);
        let further = self.further(domain)?;
        let all = layout::all(&exported);
        let has_names = !classes.is_empty();
        Ok(self.render("module.py", &json!({ "about": about, "further": further, "imports": imports, "has_names": has_names, "native": native, "all": all, "classes": classes }))?)
    }

    fn classes(&self, of: &Type, used: &Used<'_>, time: &Time, classes: &mut Vec<Class>) {
        match of {
            Type::Enum { of } | Type::Set { of } => {
                let of = self.model.enumeration(of);
                let members = of.values.iter().map(|value| Member::of(&value.id, &value.about)).collect();
                classes.push(Class::Enum { name: of.name.clone(), about: prose::class_docstring(&of.about), members });
            }
            Type::Record { of } => {
                let record = self.model.record(of);
                // What a program makes is made with keywords; what it also gets is made as it gets it.
                let keywords = !used.is_of_outcomes(of);
                let members = record.fields.iter().map(|field| self.member(field, keywords, time)).collect();
                let about = prose::class_docstring(&record.about);
                classes.push(Class::Record { name: record.name.clone(), about, keywords, members });
            }
            Type::Union { of } => {
                let union = self.model.union(of);
                let mut variants = Vec::new();
                for variant in &union.variants {
                    let name = self.variant(union, &variant.id);
                    let members = variant.fields.iter().map(|field| self.member(field, false, time)).collect();
                    let about = prose::class_docstring(&variant.about);
                    classes.push(Class::Record { name: name.clone(), about, keywords: false, members });
                    variants.push(name);
                }
                let about = prose::docstring(&union.about, 0);
                classes.push(Class::Alias { name: union.name.clone(), about, is: variants.join(" | ") });
            }
            _ => {}
        }
    }

    fn member(&self, field: &Field, defaults: bool, time: &Time) -> Member {
        let annotation = self.annotation(&field.of, time, "frozenset", ("tuple", ", ..."));
        let mut line = format!("{}: {annotation}", identifier(&field.name));
        if field.optional && field.default.is_none() {
            line.push_str(" | None");
        }
        if defaults && field.optional {
            line.push_str(" = ");
            line.push_str(&self.default(field));
        }
        Member { line, about: prose::docstring(&field.about, 4) }
    }

    /// What a fact is that is left out, as Python writes it.
    pub(super) fn default(&self, field: &Field) -> String {
        match (&field.default, &field.of) {
            (Some(Value::String(value)), Type::Enum { of }) => {
                format!("{}.{}", self.model.enumeration(of).name, shouting(value))
            }
            (Some(Value::Bool(true)), _) => "True".to_owned(),
            (Some(Value::Bool(false)), _) => "False".to_owned(),
            (Some(other), _) => other.to_string(),
            (None, _) => "None".to_owned(),
        }
    }
}

impl Class {
    fn name(&self) -> &str {
        match self {
            Self::Enum { name, .. } | Self::Record { name, .. } | Self::Alias { name, .. } => name,
        }
    }
}

/// What is imported of Python's own, as ruff sorts it.
fn imports(classes: &[Class], time: &Time) -> Vec<String> {
    let records = || {
        classes.iter().filter_map(|class| match class {
            Class::Record { members, .. } => Some(members),
            _ => None,
        })
    };
    let names = |wanted: &str| {
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let annotation =
            |member: &Member| member.line.split_once(": ").map(|(_, of)| of.to_owned()).unwrap_or_default();
        records().flatten().any(|member| annotation(member).split(|letter| !is_word(letter)).any(|word| word == wanted))
    };
    let of_time: Vec<_> = ["date", "datetime", "time"].into_iter().filter(|class| names(class)).collect();
    let mut imports = Vec::new();
    if time.qualified && !of_time.is_empty() {
        imports.push("import datetime".to_owned());
    }
    if records().next().is_some() {
        imports.push("from dataclasses import dataclass".to_owned());
    }
    if !time.qualified && !of_time.is_empty() {
        imports.push(layout::import("datetime", &of_time));
    }
    if classes.iter().any(|class| matches!(class, Class::Alias { .. })) {
        imports.push("from typing import TypeAlias".to_owned());
    }
    imports
}
