//! The facts as their types hold them, and the functions that a Rust program calls.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use dms_rules::catalogue::DECISIONS;
use dms_rules::decision::Decision;
use dms_rules::error::Error;
use dms_rules::value::Time;
use dms_rules::{booking, car_pass, inspection, okr, quarter_hour, vin};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What a typed function answers: outcome, row, reasons and advisories.
type Answer = Result<Value, Error>;

/// Decides from facts; nothing where their types cannot hold them.
pub(crate) fn decide(decision: &str, facts: &Value) -> Option<Answer> {
    match decision {
        "vin.check" => decided(facts, vin::check::decide),
        "car_pass.enrolment" => decided(facts, car_pass::enrolment::decide),
        "car_pass.visible" => decided(facts, car_pass::visible::decide),
        "car_pass.readiness" => decided(facts, car_pass::readiness::decide),
        "car_pass.prompt" => decided(facts, car_pass::prompt::decide),
        "car_pass.badge" => decided(facts, car_pass::badge::decide),
        "car_pass.start_of_work" => decided(facts, car_pass::start_of_work::decide),
        "car_pass.submission" => decided(facts, car_pass::submission::decide),
        "car_pass.lifecycle" => decided(facts, car_pass::lifecycle::decide),
        "car_pass.actions" => decided(facts, car_pass::actions::decide),
        "car_pass.invoicing" => decided(facts, car_pass::invoicing::decide),
        "car_pass.account" => decided(facts, car_pass::account::decide),
        "car_pass.history" => decided(facts, car_pass::history::decide),
        "car_pass.worklist" => decided(facts, car_pass::worklist::decide),
        "okr.option" => decided(facts, okr::option::decide),
        "okr.choice" => chosen(facts),
        "okr.mutation" => decided(facts, okr::mutation::decide),
        "quarter_hour.floor" => rounded(facts, quarter_hour::floor::<NaiveDateTime>)
            .or_else(|| rounded(facts, quarter_hour::floor::<DateTime<FixedOffset>>)),
        "quarter_hour.ceil" => rounded(facts, quarter_hour::ceil::<NaiveDateTime>)
            .or_else(|| rounded(facts, quarter_hour::ceil::<DateTime<FixedOffset>>)),
        "quarter_hour.nearest" => rounded(facts, quarter_hour::nearest::<NaiveDateTime>)
            .or_else(|| rounded(facts, quarter_hour::nearest::<DateTime<FixedOffset>>)),
        "quarter_hour.next" => rounded(facts, quarter_hour::next::<NaiveDateTime>)
            .or_else(|| rounded(facts, quarter_hour::next::<DateTime<FixedOffset>>)),
        "booking.issue_limit" => decided(facts, booking::issue_limit::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::issue_limit::decide::<DateTime<FixedOffset>>)),
        "booking.issue" => decided(facts, booking::issue::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::issue::decide::<DateTime<FixedOffset>>)),
        "booking.plan" => decided(facts, booking::plan::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::plan::decide::<DateTime<FixedOffset>>)),
        "booking.issue_prefill" => decided(facts, booking::issue_prefill::decide),
        "booking.follows_master" => decided(facts, booking::follows_master::decide),
        "booking.status" => decided(facts, booking::status::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::status::decide::<DateTime<FixedOffset>>)),
        "booking.permission" => decided(facts, booking::permission::decide),
        "booking.editable" => decided(facts, booking::editable::decide),
        "booking.cancel_issue" => decided(facts, booking::cancel_issue::decide),
        "booking.take_back" => decided(facts, booking::take_back::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::take_back::decide::<DateTime<FixedOffset>>)),
        "booking.amend_handover" => decided(facts, booking::amend_handover::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::amend_handover::decide::<DateTime<FixedOffset>>)),
        "booking.odometer" => decided(facts, booking::odometer::decide),
        "booking.template" => decided(facts, booking::template::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::template::decide::<DateTime<FixedOffset>>)),
        "booking.advisor" => decided(facts, booking::advisor::decide),
        "booking.driver" => decided(facts, booking::driver::decide),
        "booking.reservation" => decided(facts, booking::reservation::decide::<NaiveDateTime>)
            .or_else(|| decided(facts, booking::reservation::decide::<DateTime<FixedOffset>>)),
        "booking.documents" => decided(facts, booking::documents::decide),
        "booking.actions" => decided(facts, booking::actions::decide),
        "booking.settlement" => decided(facts, booking::settlement::decide),
        "booking.confirmation" => decided(facts, booking::confirmation::decide),
        "booking.maintenance_contract" => decided(facts, booking::maintenance_contract::decide),
        "inspection.import" => decided(facts, inspection::import::decide),
        "inspection.register_from_order" => decided(facts, inspection::register_from_order::decide),
        "inspection.next_due" => decided(facts, inspection::next_due::decide),
        "inspection.window" => decided(facts, inspection::window::decide),
        "inspection.month_end" => decided(facts, inspection::month_end::decide),
        "inspection.sources" => decided(facts, inspection::sources::decide),
        unknown => {
            assert!(DECISIONS.iter().all(|entry| entry.id() != unknown), "{unknown} is not called here");
            None
        }
    }
}

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
fn chosen(facts: &Value) -> Option<Answer> {
    let mut facts = facts.clone();
    let chosen = facts.as_object_mut()?.remove("chosen").unwrap_or_default();
    let chosen = serde_json::from_value(chosen).ok()?;
    decided(&facts, |option: &okr::option::Facts| okr::choice::decide(&okr::choice::Facts { option: *option, chosen }))
}
