//! What every decision declares is whole, and says one thing by one name.

use std::collections::{BTreeMap, BTreeSet};

use dms_rules::catalogue::{self, DECISIONS};
use dms_rules::{columns, model};
use serde_json::Value;

fn model() -> Value {
    model::json::<&str>(&[]).expect("all decisions")
}

fn list<'m>(model: &'m Value, name: &str) -> &'m [Value] {
    model[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'m>(of: &'m Value, name: &str) -> &'m str {
    of[name].as_str().unwrap_or_else(|| panic!("{name} of {of}"))
}

#[test]
fn the_registry_and_the_catalogue_hold_the_same_decisions() {
    let declared: Vec<&str> = model::DECISIONS.iter().map(|declared| declared.table.id).collect();
    let known: Vec<&str> = DECISIONS.iter().map(catalogue::Entry::id).collect();
    assert_eq!(declared, known);
    assert_eq!(declared.iter().collect::<BTreeSet<_>>().len(), declared.len());
    // A decision stands in columns where all its facts do.
    let flat: Vec<&str> = columns::DECISIONS.iter().map(columns::Flat::id).collect();
    let of_plain_facts = model::DECISIONS.iter().filter(|declared| declared.facts.is_flat());
    assert_eq!(flat, of_plain_facts.map(|declared| declared.table.id).collect::<Vec<_>>());
}

#[test]
fn every_decision_asks_a_question_in_every_language() {
    for decision in list(&model(), "decisions") {
        for (language, question) in decision["question"].as_object().expect("texts") {
            let question = question.as_str().unwrap_or_default();
            assert!(question.ends_with('?'), "{} {language}: {question:?}", text(decision, "id"));
        }
        let function = format!("dms_rules::{}", text(decision, "id").replace('.', "::"));
        assert!(text(&decision["rust"], "decide").starts_with(&function), "{}", decision["rust"]);
        assert!(!text(decision, "readings").is_empty(), "{}", text(decision, "id"));
    }
}

#[test]
fn one_name_in_a_domain_is_one_type() {
    let model = model();
    let mut named: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for kind in ["enums", "records", "unions"] {
        for of in list(&model, kind) {
            let (name, id) = ((text(of, "domain"), text(of, "name")), text(of, "id"));
            let other = named.insert(name, id);
            assert_eq!(other, None, "{id}: another type of {name:?}: say `name` where one of them is declared");
        }
    }
}

#[test]
fn everything_that_is_referred_to_is_there() {
    fn references<'m>(of: &'m Value, found: &mut BTreeSet<(&'m str, &'m str)>) {
        if let (Some(kind), Some(id)) = (of["kind"].as_str(), of["of"].as_str()) {
            found.insert((kind, id));
        }
        for inner in
            of.as_object().into_iter().flatten().map(|(_, inner)| inner).chain(of.as_array().into_iter().flatten())
        {
            references(inner, found);
        }
    }
    // All of it, and what is printed of each decision alone.
    let alone = DECISIONS.iter().map(|entry| model::json(&[entry.id()]).expect("a decision"));
    for model in alone.chain([model()]) {
        let mut found = BTreeSet::new();
        references(&model, &mut found);
        let places = [("enum", "enums"), ("set", "enums"), ("record", "records"), ("union", "unions")];
        for (kind, id) in found {
            let Some((_, place)) = places.iter().find(|(named, _)| *named == kind) else { continue };
            assert!(list(&model, place).iter().any(|of| of["id"] == id), "{kind} {id}");
        }
    }
}

#[test]
fn nothing_that_languages_show_is_without_words() {
    fn words(of: &Value, path: &str) {
        match of {
            Value::Object(members) => {
                for (name, member) in members {
                    if name == "about" && !path.contains(".decisions[") {
                        assert!(
                            member.as_str().is_some_and(|about| about.trim() == about && !about.is_empty()),
                            "{path}"
                        );
                    }
                    words(member, &format!("{path}.{name}"));
                }
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| words(item, &format!("{path}[{at}]")))
            }
            Value::String(text) => assert!(!text.contains("[`"), "{path}: a link of rustdoc's: {text}"),
            _ => {}
        }
    }
    words(&model(), "");
}

#[test]
fn an_unknown_decision_is_refused() {
    let refused = model::json(&["okr.nothing"]).expect_err("no such decision");
    assert_eq!(refused.code().as_str(), "unknown_decision");
}
