//! The model as `decide --model` prints it: what `docs/model.md` says, as types.
//!
//! Nothing of the core is used beside this text, so that any other program could generate from it what is generated here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A text in each language, by the language's code.
pub(crate) type Texts = BTreeMap<String, String>;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Model {
    pub(crate) format: u32,
    pub(crate) version: String,
    pub(crate) languages: Vec<String>,
    pub(crate) error_codes: Vec<ErrorCode>,
    pub(crate) domains: Vec<Domain>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) records: Vec<Record>,
    pub(crate) unions: Vec<Union>,
    pub(crate) decisions: Vec<Decision>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ErrorCode {
    pub(crate) id: String,
    pub(crate) about: String,
    pub(crate) texts: Texts,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Domain {
    pub(crate) id: String,
    pub(crate) about: String,
    pub(crate) country: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Enum {
    pub(crate) id: String,
    pub(crate) domain: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) values: Vec<EnumValue>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnumValue {
    pub(crate) id: String,
    pub(crate) about: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) domain: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) rust: RustType,
}

/// Which parameters the Rust type has.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RustType {
    pub(crate) lifetime: bool,
    pub(crate) times: bool,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Union {
    pub(crate) id: String,
    pub(crate) domain: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) variants: Vec<Variant>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variant {
    pub(crate) id: String,
    pub(crate) about: String,
    pub(crate) fields: Vec<Field>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) about: String,
    #[serde(rename = "type")]
    pub(crate) of: Type,
    pub(crate) optional: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) default: Option<Value>,
}

#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Type {
    Boolean,
    Integer {
        bits: u32,
        signed: bool,
        minimum: i64,
        maximum: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    OdometerReading {
        unit: String,
        minimum: i64,
        maximum: i64,
    },
    Cents {
        unit: String,
        minimum: i64,
        maximum: i64,
    },
    Text,
    Vin,
    EnterpriseNumber,
    Date,
    TimeOfDay,
    WallClock,
    Time,
    Latest,
    Enum {
        of: String,
    },
    Set {
        of: String,
    },
    Record {
        of: String,
    },
    Union {
        of: String,
    },
    List {
        items: Box<Type>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        maximum: Option<usize>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    Reason {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
    },
    Advisory {
        of: String,
    },
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Decision {
    pub(crate) id: String,
    pub(crate) domain: String,
    pub(crate) name: String,
    pub(crate) edition: String,
    pub(crate) question: Texts,
    pub(crate) about: String,
    pub(crate) refuses: Vec<Refusal>,
    pub(crate) source: Source,
    #[serde(default)]
    pub(crate) readings: String,
    pub(crate) facts: Facts,
    pub(crate) outcome: Type,
    pub(crate) rust: Rust,
    pub(crate) columns: bool,
    pub(crate) table: Table,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refusal {
    pub(crate) code: String,
    pub(crate) about: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) short: String,
    pub(crate) file: String,
    pub(crate) product: String,
    pub(crate) country: String,
    pub(crate) language: String,
    pub(crate) passage: String,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) fields: Vec<Field>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rust {
    pub(crate) decide: String,
    pub(crate) times: bool,
    pub(crate) lifetime: bool,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    pub(crate) hit_policy: String,
    pub(crate) outcomes: Vec<String>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) impossible: Vec<Vec<String>>,
    pub(crate) rows: Vec<Row>,
    pub(crate) because: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) collected: Option<Collected>,
    pub(crate) advisories: Vec<Row>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Condition {
    pub(crate) id: String,
    pub(crate) text: Texts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) feel: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) when: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) names: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) outcome: Option<String>,
    pub(crate) text: Texts,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Collected {
    pub(crate) none: String,
    pub(crate) any: String,
}

impl Model {
    /// The enum with this id; the model names no other.
    pub(crate) fn enumeration(&self, id: &str) -> &Enum {
        self.enums.iter().find(|each| each.id == id).unwrap_or_else(|| panic!("the model has no enum {id}"))
    }

    /// The record with this id.
    pub(crate) fn record(&self, id: &str) -> &Record {
        self.records.iter().find(|each| each.id == id).unwrap_or_else(|| panic!("the model has no record {id}"))
    }

    /// The union with this id.
    pub(crate) fn union(&self, id: &str) -> &Union {
        self.unions.iter().find(|each| each.id == id).unwrap_or_else(|| panic!("the model has no union {id}"))
    }
}
