//! The stubs of a domain's functions, and what their documentation says.

use std::collections::BTreeSet;
use std::error::Error;

use serde::Serialize;
use serde_json::json;

use crate::model::{Decision, Domain, Field, Refusal, Type};

use super::{Binding, Time, euros, identifier, is_limited, layout, prose};

#[derive(Serialize)]
struct Stub {
    /// `def name(…) -> …:`, more than one where an amount may be given in either of two ways.
    signatures: Vec<String>,
    about: Vec<String>,
    /// Behind a function whose body is dots the next follows at once, as ruff has it.
    apart: bool,
}

impl<'a> Binding<'a> {
    /// Whether the core's function takes the one fact and answers the same kind of value, without a record around it.
    pub(super) fn is_bare(&self, decision: &Decision) -> bool {
        !decision.rust.decide.ends_with("::decide")
    }

    /// What `help` says.
    pub(super) fn documentation(&self, decision: &'a Decision) -> Vec<String> {
        let mut refusals = self.refusals_of_types(decision);
        let own = |refusal: &Refusal| format!("`{}` for {}", refusal.code, prose::plain(&refusal.about));
        refusals.extend(decision.refuses.iter().map(own));
        prose::of_decision(decision, &refusals)
    }

    /// What is refused of the facts whatever the rule: it follows from their types.
    fn refusals_of_types(&self, decision: &'a Decision) -> Vec<String> {
        let mut types = Vec::new();
        for field in &decision.facts.fields {
            self.types_within(&field.of, &mut types);
        }
        let number_of = |wanted: fn(&Type) -> bool| types.iter().filter(|each| wanted(each)).count();
        let mut refusals = Vec::new();
        if number_of(|each| matches!(each, Type::OdometerReading { .. })) > 0 {
            refusals.push("`out_of_range` for a reading below 0 or above 9,999,999 km".to_owned());
        }
        if number_of(|each| matches!(each, Type::Cents { .. })) > 0 {
            refusals.push("`out_of_range` for an amount of more cents than 64 bits hold".to_owned());
            refusals.push("`wrong_type` for an amount with a fraction of a cent".to_owned());
            refusals.push("`contradiction` for one given both in cents and in euros".to_owned());
        }
        if number_of(|each| matches!(each, Type::Time)) > 1 {
            let mixed = "a time that is naive where the first one given is aware, or the other way round";
            refusals.push(format!("`contradiction` for {mixed}"));
        }
        for Field { name, of, .. } in &decision.facts.fields {
            match of {
                Type::WallClock => refusals.push(format!("`invalid_date` for `{name}` with a zone")),
                Type::List { maximum: Some(most), .. } => {
                    refusals.push(format!("`out_of_range` for more than {most} `{name}`"));
                }
                Type::Integer { minimum, maximum, .. } if is_limited(of) => {
                    refusals.push(format!("`out_of_range` for `{name}` that is not {minimum} to {maximum}"));
                }
                _ => {}
            }
        }
        refusals
    }

    fn types_within(&self, of: &'a Type, types: &mut Vec<&'a Type>) {
        types.push(of);
        if let Type::List { items, .. } = of {
            self.types_within(items, types);
        }
        for field in self.parts(of) {
            self.types_within(&field.of, types);
        }
    }

    pub(super) fn stub(&self, domain: &'a Domain) -> Result<String, Box<dyn Error>> {
        let mut stubs = Vec::new();
        for decision in self.decisions(domain) {
            let apart = stubs.last().is_none_or(|before: &Stub| before.signatures.len() == 1);
            stubs.push(Stub { signatures: self.signatures(decision), about: self.documentation(decision), apart });
        }
        let text: String = stubs.iter().flat_map(|stub| &stub.signatures).map(String::as_str).collect();
        let mut functions: Vec<_> = self.decisions(domain).map(|decision| identifier(&decision.name)).collect();
        functions.sort();
        let imports = self.stub_imports(domain, &text);
        let all = layout::all(&functions);
        Ok(self.render("stub.pyi", &json!({ "imports": imports, "all": all, "stubs": stubs }))?)
    }

    fn stub_imports(&self, domain: &'a Domain, text: &str) -> Vec<String> {
        let words: BTreeSet<_> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        let mut imports = Vec::new();
        for (name, import) in [("Sequence", "Sequence"), ("AbstractSet", "Set as AbstractSet")] {
            if words.contains(name) {
                imports.push(format!("from collections.abc import {import}"));
            }
        }
        // A fact may have such a name too: its type stands behind a colon.
        let is_type = |class: &&str| {
            let annotated = [format!(": {class}"), format!("> {class}:"), format!("[{class}")];
            annotated.iter().any(|annotation| {
                text.match_indices(annotation).any(|(at, found)| {
                    found.ends_with(':')
                        || !text[at + found.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
                })
            })
        };
        let of_time: Vec<_> = ["date", "datetime", "time"].into_iter().filter(is_type).collect();
        if !of_time.is_empty() {
            imports.push(layout::import("datetime", &of_time));
        }
        if words.contains("Decimal") {
            imports.push("from decimal import Decimal".to_owned());
        }
        if self.decisions(domain).any(|decision| choices(decision) > 1) {
            imports.push("from typing import overload".to_owned());
        }
        let own = |name: &&str| words.contains(name);
        let mut names: Vec<_> =
            self.model.enums.iter().filter(|each| each.domain == domain.id).map(|each| each.name.as_str()).collect();
        names.extend(self.model.records.iter().filter(|each| each.domain == domain.id).map(|each| each.name.as_str()));
        names.extend(self.model.unions.iter().filter(|each| each.domain == domain.id).map(|each| each.name.as_str()));
        names.retain(own);
        names.sort_unstable();
        if !imports.is_empty() && words.contains("Decision") {
            imports.push(String::new());
        }
        if words.contains("Decision") {
            imports.push("from dms_rules._native import Decision".to_owned());
        }
        if !names.is_empty() {
            imports.push(layout::import(&format!("dms_rules.{}", domain.id), &names));
        }
        imports
    }

    fn signatures(&self, decision: &'a Decision) -> Vec<String> {
        let time = Time { qualified: false };
        let answer = if self.is_bare(decision) {
            self.annotation(&decision.facts.fields[0].of, &time, "", ("", ""))
        } else {
            format!("Decision[{}]", self.annotation(&decision.outcome, &time, "", ("", "")))
        };
        let name = identifier(&decision.name);
        let mut signatures = Vec::new();
        for choice in 0..choices(decision) {
            let mut parts = vec!["*".to_owned()];
            let mut amounts = 0;
            for field in &decision.facts.fields {
                let keyword = identifier(&field.name);
                match euros(field) {
                    Some(in_euros) if field.optional => {
                        parts.push(format!("{keyword}: int | None = None"));
                        parts.push(format!("{in_euros}: Decimal | None = None"));
                    }
                    Some(in_euros) => {
                        let as_cents = choice >> amounts & 1 == 0;
                        parts.push(if as_cents { format!("{keyword}: int") } else { format!("{in_euros}: Decimal") });
                        amounts += 1;
                    }
                    None => parts.push(format!("{keyword}: {}", self.keyword(field, &time))),
                }
            }
            signatures.push(layout::parts(&format!("def {name}("), &parts, &format!(") -> {answer}:")));
        }
        signatures
    }

    fn keyword(&self, field: &Field, time: &Time) -> String {
        let mut keyword = self.annotation(&field.of, time, "AbstractSet", ("Sequence", ""));
        if field.optional && field.default.is_none() {
            keyword.push_str(" | None");
        }
        if field.optional {
            keyword.push_str(" = ");
            keyword.push_str(&self.default(field));
        }
        keyword
    }
}

/// In how many ways the amounts that are needed can be given: each in cents or in euros.
fn choices(decision: &Decision) -> usize {
    let needed = decision.facts.fields.iter().filter(|field| !field.optional && euros(field).is_some()).count();
    1 << needed
}
