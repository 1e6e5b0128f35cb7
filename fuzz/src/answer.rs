//! What every answer in JSON promises.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dms_rules::catalogue::{self, DECISIONS};
use serde_json::Value;

/// What a decision says of itself: the schema of its facts, and its table.
struct Known {
    schema: Value,
    described: Value,
}

static KNOWN: LazyLock<BTreeMap<&str, Known>> = LazyLock::new(|| {
    let known = |id| Known {
        schema: catalogue::schema(id).expect("a decision"),
        described: catalogue::describe(id).expect("a decision"),
    };
    DECISIONS.iter().map(|entry| (entry.id(), known(entry.id()))).collect()
});

/// Holds an answer against what was asked.
pub fn check(request: &str, answer: &str) {
    let said: Value = serde_json::from_str(answer).expect("an answer is JSON");
    assert!(!answer.contains('\n'), "an answer is one line");
    let read = serde_json::from_str(request);
    // JSON knows no limit to a number, its readers do; the library names the field all the same.
    let beyond_floats = read.as_ref().is_err_and(|error| error.to_string().starts_with("number out of range"));
    let asked: Option<Value> = read.ok();
    match said.get("error") {
        None => decided(&said, asked.as_ref().expect("a request that is JSON")),
        Some(error) => refused(&said, error, request, asked.as_ref(), beyond_floats),
    }
    if let Some(asked) = asked {
        for member in ["name", "decision"] {
            // Of a key that stands twice neither is repeated.
            assert!(said[member].is_null() || said[member] == asked[member], "{member}: {answer}");
        }
        orders(&asked, &said);
    }
}

fn decided(said: &Value, asked: &Value) {
    let id = said["decision"].as_str().expect("the id of a decision");
    let schema = &KNOWN[id].schema;
    assert!(fits(schema, schema, &asked["facts"]), "{asked} was decided and is not what the schema says: {said}");
    for key in asked.as_object().expect("an object").keys() {
        assert!(["decision", "facts", "name"].contains(&key.as_str()), "{asked}: {key} was not refused");
    }
    let table = catalogue::find(id).expect("a decision").table();
    assert_eq!(said["edition"], table.edition);
    assert!(said.get("outcome").is_some());
    let row = said["row"].as_str();
    assert!(row.is_none_or(|row| table.rows.iter().any(|known| known.reason.id == row)), "{id}: no row {row:?}");
    let described = &KNOWN[id].described;
    for (member, places) in [("because", &["rows", "conditions"][..]), ("advisories", &["advisories", "conditions"])] {
        let ids = said[member].as_array().expect("a list");
        for (place, id) in ids.iter().enumerate() {
            let mut known = places.iter().flat_map(|place| described[place].as_array().into_iter().flatten());
            assert!(known.any(|known| known["id"] == *id), "{}: {member} has no {id}", said["decision"]);
            assert!(!ids[..place].contains(id), "{}: {member} says {id} twice", said["decision"]);
        }
    }
}

/// Whether facts are what their schema says: no key too many, none too few, every value of its type and within its limits.
/// Patterns and formats are looked at elsewhere.
fn fits(schema: &Value, root: &Value, value: &Value) -> bool {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return fits(root.pointer(name.trim_start_matches('#')).expect("a definition"), root, value);
    }
    if let Some(schemas) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
        return schemas.iter().any(|schema| fits(schema, root, value));
    }
    if let Some(names) = schema.get("enum").and_then(Value::as_array) {
        return names.contains(value);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = &schema["type"];
    if *kinds != kind && !kinds.as_array().is_some_and(|kinds| kinds.contains(&kind.into())) {
        return false;
    }
    match value {
        Value::Number(number) => {
            let number = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
            let end = |name: &str| schema[name].as_i64().map(i128::from).or(schema[name].as_u64().map(i128::from));
            end("minimum").is_none_or(|least| number >= Some(least))
                && end("maximum").is_none_or(|most| number <= Some(most))
        }
        Value::Array(items) => items.iter().all(|item| fits(&schema["items"], root, item)),
        Value::Object(members) => {
            let known = |(key, value): (&String, &Value)| {
                // What is not known may be left out or `null`.
                schema["properties"].get(key).is_some_and(|fact| value.is_null() || fits(fact, root, value))
            };
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            members.iter().all(known)
                && required.into_iter().all(|key| members.get(key).is_some_and(|value| !value.is_null()))
        }
        _ => true,
    }
}

/// A refusal names a fact that there is, or a key that was given.
fn refused(said: &Value, error: &Value, request: &str, asked: Option<&Value>, beyond_floats: bool) {
    assert!(said.get("outcome").is_none());
    let code = error["code"].as_str().expect("a code");
    assert!(code.parse::<dms_rules::error::ErrorCode>().is_ok(), "no code {code}");
    assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()));
    let Some(field) = error["field"].as_str() else {
        assert!(["malformed_json", "unknown_decision"].contains(&code), "{said} names no field");
        assert!(code != "malformed_json" || asked.is_none(), "{said}: {request}");
        return;
    };
    assert!(asked.is_some() || beyond_floats, "{said} names a field of what is no JSON: {request}");
    if ["decision", "facts", "name", "request"].contains(&field) && code != "unknown_field" {
        return;
    }
    let known = said["decision"].as_str().and_then(|id| KNOWN.get(id));
    if known.is_some_and(|known| leads_somewhere(&known.schema, &known.schema, field)) {
        return;
    }
    let given = ["unknown_field", "malformed_json"].contains(&code) && asked.is_none_or(|asked| is_given(asked, field));
    assert!(given, "{said} names a field that is nowhere: {request}");
}

/// Whether `orders[2].vin` is a way through the schema.
fn leads_somewhere(schema: &Value, root: &Value, way: &str) -> bool {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return leads_somewhere(root.pointer(name.trim_start_matches('#')).expect("a definition"), root, way);
    }
    if let Some(schemas) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
        return schemas.iter().any(|schema| leads_somewhere(schema, root, way));
    }
    let way = way.trim_start_matches('.');
    if way.is_empty() {
        return true;
    }
    if let Some((_, rest)) = way.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return schema.get("items").is_some_and(|items| leads_somewhere(items, root, rest));
    }
    let end = way.find(['.', '[']).unwrap_or(way.len());
    schema["properties"].get(&way[..end]).is_some_and(|fact| leads_somewhere(fact, root, &way[end..]))
}

/// Whether a key was given with which this way ends.
fn is_given(value: &Value, way: &str) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(key, value)| way.ends_with(key) || is_given(value, way)),
        Value::Array(items) => items.iter().any(|item| is_given(item, way)),
        _ => false,
    }
}

/// In which order the keys stand says nothing, nor does a fact that is `null` rather than left out.
fn orders(asked: &Value, said: &Value) {
    let code = &said["error"]["code"];
    let Value::Object(request) = asked else { return };
    let Some(Value::Object(facts)) = request.get("facts") else { return };
    // Of what nobody knows, and of what stands twice, the first is named.
    if *code == "unknown_field" || *code == "malformed_json" {
        return;
    }
    let mut turned = request.clone();
    let facts =
        facts.iter().rev().filter(|(_, value)| !value.is_null()).map(|(key, value)| (key.clone(), value.clone()));
    turned.insert("facts".to_owned(), facts.collect());
    let turned: Value = turned.into_iter().rev().collect::<serde_json::Map<_, _>>().into();
    let again = serde_json::to_value(catalogue::respond(&turned.to_string())).expect("an answer");
    for member in ["outcome", "row", "because", "advisories"] {
        assert_eq!(said.get(member), again.get(member), "{member}: {asked}");
    }
    assert_eq!((code, &said["error"]["field"]), (&again["error"]["code"], &again["error"]["field"]), "{asked}");
}
