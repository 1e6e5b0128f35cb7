//! The JSON Schema (2020-12) of a decision's facts.

use serde_json::{Map, Value, json};

use super::{Declaration, Field, Record, Shape, Union, print::prose};
use crate::value::OdometerReading;

/// How a time is written in JSON.
const TIME: &str = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$";

/// The schema of these facts.
pub(crate) fn schema(declared: &Declaration) -> Value {
    let mut definitions = Map::new();
    let mut schema = object(declared.facts, &mut definitions);
    schema["title"] = format!("Facts of {}", declared.table.id).into();
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    if !definitions.is_empty() {
        schema["$defs"] = definitions.into();
    }
    schema
}

fn object(record: &Record, definitions: &mut Map<String, Value>) -> Value {
    let required = record.fields.iter().filter(|field| !field.optional).map(|field| field.name);
    let mut object = json!({ "type": "object", "additionalProperties": false });
    let required: Vec<_> = required.collect();
    object["properties"] = properties(record.fields, definitions).into();
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object["description"] = prose(record.about).into();
    object
}

fn properties(fields: &[Field], definitions: &mut Map<String, Value>) -> Map<String, Value> {
    let property = |field: &Field| (field.name.to_owned(), property(field, definitions));
    fields.iter().map(property).collect()
}

fn property(field: &Field, definitions: &mut Map<String, Value>) -> Value {
    let mut property = value(&field.shape, definitions);
    if field.optional {
        property = or_null(property);
    }
    property["description"] = prose(field.about).into();
    if let Some(default) = &field.default {
        property["default"] = default.value();
    }
    property
}

/// What may also be `null`, which is the same as nothing.
fn or_null(mut schema: Value) -> Value {
    if schema["$ref"].is_string() {
        return json!({ "anyOf": [schema, { "type": "null" }] });
    }
    schema["type"] = json!([schema["type"], "null"]);
    if let Some(names) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        names.push(Value::Null);
    }
    schema
}

fn value(shape: &Shape, definitions: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Integer { minimum, maximum, unit, .. } if !unit.is_empty() => {
            json!({ "type": "integer", "minimum": minimum, "maximum": maximum })
        }
        Shape::Integer { bits, signed, minimum, maximum, .. } => {
            let sign = if *signed { "" } else { "u" };
            let mut integer = json!({ "type": "integer", "format": format!("{sign}int{bits}") });
            if !signed {
                integer["minimum"] = (*minimum).into();
            }
            // Beyond, the format says it: not every reader of JSON has such numbers.
            if *bits == 16 {
                integer["maximum"] = (*maximum).into();
            }
            integer
        }
        Shape::OdometerReading => json!({ "type": "integer", "minimum": 0, "maximum": OdometerReading::MAX.get() }),
        Shape::Cents => json!({ "type": "integer", "format": "int64" }),
        Shape::Text | Shape::Vin | Shape::EnterpriseNumber | Shape::Reason { .. } | Shape::Advisory { .. } => {
            json!({ "type": "string" })
        }
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::TimeOfDay => json!({ "type": "string", "format": "partial-time" }),
        Shape::WallClock => json!({ "type": "string", "format": "partial-date-time" }),
        Shape::Time | Shape::Latest => json!({ "type": "string", "pattern": TIME }),
        Shape::Enum { of } => {
            json!({ "type": "string", "enum": of.values.iter().map(|value| value.id).collect::<Vec<_>>() })
        }
        Shape::Set { of } => json!({ "type": "array", "items": value(&Shape::Enum { of }, definitions) }),
        Shape::List { items, maximum, .. } => {
            let mut list = json!({ "type": "array", "items": value(items, definitions) });
            if let Some(maximum) = maximum {
                list["maxItems"] = (*maximum).into();
            }
            list
        }
        Shape::Record { of } => {
            let name = of.place.public_name();
            if !definitions.contains_key(&name) {
                // Its place, before those of what it holds.
                definitions.insert(name.clone(), Value::Null);
                let defined = object(of, definitions);
                definitions.insert(name.clone(), defined);
            }
            json!({ "$ref": format!("#/$defs/{name}") })
        }
        Shape::Union { of } => {
            let name = of.place.public_name();
            if !definitions.contains_key(&name) {
                let defined = union(of, definitions);
                definitions.insert(name.clone(), defined);
            }
            json!({ "$ref": format!("#/$defs/{name}") })
        }
    }
}

/// The kind, and what belongs to some kinds alone.
fn union(of: &Union, definitions: &mut Map<String, Value>) -> Value {
    let kinds: Vec<_> = of.variants.iter().map(|variant| variant.id).collect();
    let mut fields = Map::new();
    fields.insert("kind".to_owned(), json!({ "type": "string", "enum": kinds }));
    for variant in of.variants {
        for field in variant.fields {
            let mut property = or_null(value(&field.shape, definitions));
            property["description"] = format!("Only for `{}`. {}", variant.id, prose(field.about)).into();
            fields.insert(field.name.to_owned(), property);
        }
    }
    json!({
        "type": "object", "additionalProperties": false, "properties": fields, "required": ["kind"],
        "description": prose(of.about),
    })
}
