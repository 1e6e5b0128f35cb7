//! The C binding: the Rust behind its functions, and what its header, its ledger and its declarations are made from.

mod ledger;
mod rust;
pub(crate) mod surface;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::File;
use crate::model::Model;
use ledger::Ledger;
use surface::Surface;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The table `[c]` of `overrides.toml`, which says what each is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overrides {
    batch: Vec<String>,
    left_out: Vec<String>,
    by_hand: Vec<String>,
    unsigned: Vec<String>,
    constants: BTreeMap<String, String>,
    structs: BTreeMap<String, String>,
    outcomes: BTreeMap<String, String>,
    embedded: BTreeMap<String, Embedded>,
    members: BTreeMap<String, String>,
    held: BTreeMap<String, Held>,
    numbered_as: BTreeMap<String, String>,
    holding: BTreeMap<String, Holding>,
    refusing_with: BTreeMap<String, Vec<RefusingWith>>,
    beside: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Embedded {
    member: String,
    outcome: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    fact: String,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holding {
    decision: String,
    member: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RefusingWith {
    id: String,
    about: String,
}

/// What is generated for C.
pub(crate) fn files(model: &Model, overrides: &Overrides) -> Result<Vec<File>> {
    let (surface, ledger) = surface(model, overrides)?;
    let mut files = rust::files(model, overrides, &surface)?;
    for (name, text) in ledger.files() {
        files.push(File { path: Path::new("ffi/abi").join(name), text });
    }
    Ok(files)
}

/// What C sees of the decisions.
pub(crate) fn surface(model: &Model, overrides: &Overrides) -> Result<(Surface, Ledger)> {
    let mut ledger = Ledger::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../ffi/abi"))?;
    Ok((surface::of(model, overrides, &mut ledger)?, ledger))
}
