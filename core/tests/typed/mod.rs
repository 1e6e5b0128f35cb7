//! The facts as their types hold them, and the functions that a Rust program calls.

mod decisions;

pub(crate) use decisions::decide;
use dms_rules::decision::Decision;
use dms_rules::error::Error;
use dms_rules::okr;
use dms_rules::value::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What a typed function answers: outcome, row, reasons and advisories.
type Answer = Result<Value, Error>;

fn decided<'f, F: Deserialize<'f>, O: Serialize>(
    facts: &'f Value,
    decide: impl FnOnce(&F) -> Result<Decision<O>, Error>,
) -> Option<Answer> {
    let facts = F::deserialize(facts).ok()?;
    Some(decide(&facts).map(|decision| {
        let ids = |reasons: &mut dyn Iterator<Item = &'static str>| reasons.collect::<Vec<_>>();
        json!({
            "outcome": decision.outcome,
            "row": decision.row().map(|row| row.id),
            "because": ids(&mut decision.because().map(|reason| reason.id)),
            "advisories": ids(&mut decision.advisories().map(|advisory| advisory.id)),
        })
    }))
}

fn rounded<T: Time + Serialize + for<'f> Deserialize<'f>>(
    facts: &Value,
    round: fn(&T) -> Result<T, Error>,
) -> Option<Answer> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct At<T> {
        at: T,
    }
    let At::<T> { at } = At::deserialize(facts).ok()?;
    Some(round(&at).map(|at| json!({ "outcome": { "at": at }, "row": null, "because": [], "advisories": [] })))
}

/// In JSON the choice stands beside the facts of `okr.option`.
fn okr_choice(facts: &Value) -> Option<Answer> {
    let mut facts = facts.clone();
    let chosen = facts.as_object_mut()?.remove("chosen").unwrap_or_default();
    let chosen = serde_json::from_value(chosen).ok()?;
    decided(&facts, |option: &okr::option::Facts| okr::choice::decide(&okr::choice::Facts { option: *option, chosen }))
}
