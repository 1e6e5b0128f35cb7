//! What an edition of a decision decides, in hashes.
//!
//! An edition stands in every stored decision, so that it can be audited years later: one edition, one content. The content
//! is what can change an answer: of a table its hit policy, conditions with their FEEL, combinations that cannot happen,
//! rows, what `because` names, outcomes and advisories, all in their order; and, for what is computed in no table, the
//! answer to each shared case, refusals by code and field. Texts, sources and the schema of the facts are none of it: a
//! sentence that is put better changes no decision, and a fact that changes one shows in a condition or a case.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use dms_rules::catalogue;
use dms_rules::table::{Row, Table, When};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// What one edition of a decision decides, in hashes.
pub(crate) struct Content {
    pub(crate) edition: String,
    pub(crate) table: u64,
    /// The editions before, which are not taken up again.
    pub(crate) before: Vec<String>,
    /// By the hash of their facts.
    pub(crate) cases: BTreeMap<u32, Case>,
}

pub(crate) struct Case {
    pub(crate) answer: u32,
    pub(crate) name: String,
}

/// The shared cases of a decision.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    cases: Vec<Shared<'a>>,
}

#[derive(Deserialize)]
struct Shared<'a> {
    name: String,
    #[serde(borrow)]
    facts: &'a RawValue,
}

impl Content {
    pub(crate) fn of(table: &'static Table, repository: &Path) -> Result<Self, String> {
        let file = repository.join(format!("tests/vectors/{}.json", table.id));
        let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
        let text = std::fs::read_to_string(&file).map_err(|error| failed(&error))?;
        let shared: File<'_> = serde_json::from_str(&text).map_err(|error| failed(&error))?;
        let cases = shared.cases.into_iter().map(|Shared { name, facts }| {
            let answer = Case { answer: short(fnv(&answer(table.id, facts.get()))), name };
            (short(fnv(&without_blanks(facts.get()))), answer)
        });
        Ok(Self {
            edition: table.edition.to_owned(),
            table: fnv(&written(table)),
            before: Vec::new(),
            cases: cases.collect(),
        })
    }

    /// What is new since the record, or why that cannot be under this edition.
    pub(crate) fn changes(&self, known: &Self) -> Result<Vec<String>, String> {
        if self.edition != known.edition {
            if known.before.contains(&self.edition) {
                return Err(format!(
                    "edition {} was left for {} and is not taken up again",
                    self.edition, known.edition
                ));
            }
            return Ok(vec![format!("edition {} follows {}", self.edition, known.edition)]);
        }
        if self.table != known.table {
            return Err(format!("its table changed, its edition {} did not", self.edition));
        }
        let otherwise: Vec<_> = self
            .cases
            .iter()
            .filter(|(facts, case)| known.cases.get(facts).is_some_and(|before| before.answer != case.answer))
            .map(|(_, case)| format!("\n  {}", case.name))
            .collect();
        if !otherwise.is_empty() {
            let count = otherwise.len();
            let names = otherwise.concat();
            return Err(format!("its answers changed, its edition {} did not, in {count} cases:{names}", self.edition));
        }
        let beside =
            |one: &Self, other: &Self| one.cases.keys().filter(|facts| !other.cases.contains_key(facts)).count();
        let counted = [(beside(self, known), "new"), (beside(known, self), "gone")];
        Ok(counted.iter().filter(|(count, _)| *count > 0).map(|(count, so)| format!("cases {so}: {count}")).collect())
    }

    pub(crate) fn write(&self, id: &str, known: Option<&Self>, record: &mut String) {
        const CASES_A_LINE: usize = 6;
        let mut before = known.map_or(&[][..], |known| &known.before).to_vec();
        before.extend(known.filter(|known| known.edition != self.edition).map(|known| known.edition.clone()));
        let after = if before.is_empty() { String::new() } else { format!(" after {}", before.join(" ")) };
        let _ = writeln!(record, "{id} {} {:016x}{after}", self.edition, self.table);
        let cases: Vec<_> =
            self.cases.iter().map(|(facts, case)| format!(" {facts:08x}-{:08x}", case.answer)).collect();
        for line in cases.chunks(CASES_A_LINE) {
            let _ = writeln!(record, " {}", line.concat());
        }
    }
}

/// A table without its texts, a line for each thing that its answers rest on.
pub(crate) fn written(table: &Table) -> String {
    let literals =
        |when: When| when.literals(table).map(|literal| literal.to_string()).collect::<Vec<_>>().join(" && ");
    let mut lines = vec![table.policy.as_str().to_owned()];
    for (place, condition) in table.conditions.iter().enumerate() {
        // However its lines are broken.
        let feel: Vec<_> = table.feel.get(place).copied().unwrap_or_default().split_whitespace().collect();
        lines.push(format!("condition {}: {}", condition.id, feel.join(" ")));
    }
    lines.extend(table.impossible.iter().map(|when| format!("impossible {}", literals(*when))));
    let row = |Row { reason, when, names, outcome }: &Row| {
        let names = literals(When { requires: *names, forbids: 0 });
        format!("{}: {} => {} because {names}", reason.id, literals(*when), outcome.unwrap_or_default())
    };
    lines.extend(table.rows.iter().map(|fires| format!("row {}", row(fires))));
    lines.extend(table.advisories.iter().map(|advises| format!("advisory {}", row(advises))));
    lines.extend(table.collected.map(|[none, any]| format!("collected {none} {any}")));
    lines.join("\n")
}

/// An answer without its edition; of a refusal the code and the field.
fn answer(id: &str, facts: &str) -> String {
    match catalogue::evaluate(id, facts) {
        Ok(decision) => {
            let mut outcome: Value = serde_json::from_str(decision.outcome.get()).unwrap_or_default();
            outcome.sort_all_objects();
            let ids = |ids: Vec<&str>| ids.join(" ");
            let row = decision.row().map_or("", |row| row.id);
            let because = ids(decision.because().ids().collect());
            format!("{outcome}\n{row}\n{because}\n{}", ids(decision.advisories().ids().collect()))
        }
        Err(error) => format!("{}\n{}", error.code(), error.field().unwrap_or_default()),
    }
}

/// JSON however it is laid out.
pub(crate) fn without_blanks(json: &str) -> String {
    let (mut quoted, mut escaped) = (false, false);
    let kept = json.chars().filter(|sign| {
        if !quoted {
            quoted = *sign == '"';
            return !sign.is_ascii_whitespace();
        }
        quoted = escaped || *sign != '"';
        escaped = !escaped && *sign == '\\';
        true
    });
    kept.collect()
}

/// FNV-1a: a hash that is the same on every machine and in every release of Rust. Nobody is kept out by it.
pub(crate) fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A hash folded to half its length.
fn short(hash: u64) -> u32 {
    (hash ^ (hash >> 32)) as u32
}
