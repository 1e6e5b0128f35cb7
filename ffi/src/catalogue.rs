//! DECISIONS, and the ids and texts of what they answer
//!
//! Ids are the stable names that stand in the rules and in JSON: `okr.option`, `apk_reported`. Texts are one line for
//! the workshop's staff.

use std::ffi::{CStr, c_char};

use dms_rules::booking::{Status, Verdict, permission, reservation};
use dms_rules::car_pass::{
    StateKind, account, enrolment, history, invoicing, prompt, readiness, start_of_work, visible,
};
use dms_rules::error::ErrorCode;
use dms_rules::inspection::sources;
use dms_rules::message::Language;
use dms_rules::okr::{mutation, option};
use dms_rules::table::Reason;
use dms_rules::vin::check;

use crate::call::{guard, write};
use crate::number::{Mirrored, Numbers, distinct, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{booking, car_pass, inspection, okr, quarter_hour, texts, value, vin};

/// English.
pub const DMS_LANGUAGE_EN: i32 = 1;
/// Dutch.
pub const DMS_LANGUAGE_NL: i32 = 2;
/// French.
pub const DMS_LANGUAGE_FR: i32 = 3;
/// German.
pub const DMS_LANGUAGE_DE: i32 = 4;

/// `vin.check`: dms_vin_check.
pub const DMS_DECISION_VIN_CHECK: i32 = 1;
/// `car_pass.enrolment`: dms_car_pass_enrolment.
pub const DMS_DECISION_CAR_PASS_ENROLMENT: i32 = 2;
/// `car_pass.visible`: dms_car_pass_visible.
pub const DMS_DECISION_CAR_PASS_VISIBLE: i32 = 3;
/// `car_pass.readiness`: dms_car_pass_readiness.
pub const DMS_DECISION_CAR_PASS_READINESS: i32 = 4;
/// `car_pass.prompt`: dms_car_pass_prompt.
pub const DMS_DECISION_CAR_PASS_PROMPT: i32 = 14;
/// `car_pass.badge`: dms_car_pass_badge.
pub const DMS_DECISION_CAR_PASS_BADGE: i32 = 15;
/// `car_pass.start_of_work`: dms_car_pass_start_of_work.
pub const DMS_DECISION_CAR_PASS_START_OF_WORK: i32 = 16;
/// `car_pass.submission`: dms_car_pass_submission.
pub const DMS_DECISION_CAR_PASS_SUBMISSION: i32 = 17;
/// `car_pass.lifecycle`: dms_car_pass_lifecycle.
pub const DMS_DECISION_CAR_PASS_LIFECYCLE: i32 = 18;
/// `car_pass.actions`: dms_car_pass_actions.
pub const DMS_DECISION_CAR_PASS_ACTIONS: i32 = 19;
/// `car_pass.invoicing`: dms_car_pass_invoicing.
pub const DMS_DECISION_CAR_PASS_INVOICING: i32 = 20;
/// `car_pass.account`: dms_car_pass_account.
pub const DMS_DECISION_CAR_PASS_ACCOUNT: i32 = 21;
/// `car_pass.history`: dms_car_pass_history.
pub const DMS_DECISION_CAR_PASS_HISTORY: i32 = 22;
/// `okr.option`: dms_okr_option.
pub const DMS_DECISION_OKR_OPTION: i32 = 5;
/// `okr.choice`: dms_okr_choice. Its rows, reasons, advisories and outcomes are those of `okr.option`.
pub const DMS_DECISION_OKR_CHOICE: i32 = 6;
/// `okr.mutation`: dms_okr_mutation.
pub const DMS_DECISION_OKR_MUTATION: i32 = 7;
/// `quarter_hour.floor`: dms_quarter_hour_floor.
pub const DMS_DECISION_QUARTER_HOUR_FLOOR: i32 = 8;
/// `quarter_hour.ceil`: dms_quarter_hour_ceil.
pub const DMS_DECISION_QUARTER_HOUR_CEIL: i32 = 9;
/// `quarter_hour.nearest`: dms_quarter_hour_nearest.
pub const DMS_DECISION_QUARTER_HOUR_NEAREST: i32 = 10;
/// `quarter_hour.next`: dms_quarter_hour_next.
pub const DMS_DECISION_QUARTER_HOUR_NEXT: i32 = 11;
/// `booking.issue_limit`: dms_booking_issue_limit.
pub const DMS_DECISION_BOOKING_ISSUE_LIMIT: i32 = 12;
/// `booking.issue`: dms_booking_issue.
pub const DMS_DECISION_BOOKING_ISSUE: i32 = 13;
/// `booking.follows_master`: dms_booking_follows_master.
pub const DMS_DECISION_BOOKING_FOLLOWS_MASTER: i32 = 26;
/// `booking.status`: dms_booking_status.
pub const DMS_DECISION_BOOKING_STATUS: i32 = 27;
/// `booking.permission`: dms_booking_permission.
pub const DMS_DECISION_BOOKING_PERMISSION: i32 = 28;
/// `booking.editable`: dms_booking_editable.
pub const DMS_DECISION_BOOKING_EDITABLE: i32 = 29;
/// `booking.cancel_issue`: dms_booking_cancel_issue.
pub const DMS_DECISION_BOOKING_CANCEL_ISSUE: i32 = 30;
/// `booking.take_back`: dms_booking_take_back.
pub const DMS_DECISION_BOOKING_TAKE_BACK: i32 = 31;
/// `booking.odometer`: dms_booking_odometer.
pub const DMS_DECISION_BOOKING_ODOMETER: i32 = 33;
/// `booking.template`: dms_booking_template.
pub const DMS_DECISION_BOOKING_TEMPLATE: i32 = 34;
/// `booking.advisor`: dms_booking_advisor.
pub const DMS_DECISION_BOOKING_ADVISOR: i32 = 35;
/// `booking.driver`: dms_booking_driver.
pub const DMS_DECISION_BOOKING_DRIVER: i32 = 36;
/// `booking.reservation`: dms_booking_reservation.
pub const DMS_DECISION_BOOKING_RESERVATION: i32 = 37;
/// `booking.documents`: dms_booking_documents.
pub const DMS_DECISION_BOOKING_DOCUMENTS: i32 = 38;
/// `booking.actions`: dms_booking_actions.
pub const DMS_DECISION_BOOKING_ACTIONS: i32 = 39;
/// `booking.settlement`: dms_booking_settlement.
pub const DMS_DECISION_BOOKING_SETTLEMENT: i32 = 40;
/// `booking.confirmation`: dms_booking_confirmation.
pub const DMS_DECISION_BOOKING_CONFIRMATION: i32 = 41;
/// `booking.maintenance_contract`: dms_booking_maintenance_contract.
pub const DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT: i32 = 42;
/// `inspection.next_due`: dms_inspection_next_due.
pub const DMS_DECISION_INSPECTION_NEXT_DUE: i32 = 45;
/// `inspection.window`: dms_inspection_window.
pub const DMS_DECISION_INSPECTION_WINDOW: i32 = 46;
/// `inspection.month_end`: dms_inspection_month_end.
pub const DMS_DECISION_INSPECTION_MONTH_END: i32 = 47;
/// `inspection.sources`: dms_inspection_sources.
pub const DMS_DECISION_INSPECTION_SOURCES: i32 = 48;

mirrored!(Language {
    En => DMS_LANGUAGE_EN,
    Nl => DMS_LANGUAGE_NL,
    Fr => DMS_LANGUAGE_FR,
    De => DMS_LANGUAGE_DE,
});

/// A decision by its number.
struct Entry {
    number: i32,
    numbers: &'static Numbers,
    outcome: fn(i32) -> Result<&'static CStr, Refusal>,
}

static DECISIONS: &[Entry] = &[
    Entry { number: DMS_DECISION_VIN_CHECK, numbers: &vin::CHECK, outcome: name::<check::Outcome> },
    Entry {
        number: DMS_DECISION_CAR_PASS_ENROLMENT,
        numbers: &car_pass::ENROLMENT,
        outcome: name::<enrolment::Outcome>,
    },
    Entry { number: DMS_DECISION_CAR_PASS_VISIBLE, numbers: &car_pass::VISIBLE, outcome: name::<visible::Outcome> },
    Entry {
        number: DMS_DECISION_CAR_PASS_READINESS,
        numbers: &car_pass::READINESS,
        outcome: name::<readiness::Outcome>,
    },
    Entry { number: DMS_DECISION_CAR_PASS_PROMPT, numbers: &car_pass::PROMPT, outcome: name::<prompt::Outcome> },
    Entry { number: DMS_DECISION_CAR_PASS_BADGE, numbers: &car_pass::BADGE, outcome: no_name },
    Entry {
        number: DMS_DECISION_CAR_PASS_START_OF_WORK,
        numbers: &car_pass::START_OF_WORK,
        outcome: name::<start_of_work::Origin>,
    },
    Entry { number: DMS_DECISION_CAR_PASS_SUBMISSION, numbers: &car_pass::SUBMISSION, outcome: no_name },
    Entry { number: DMS_DECISION_CAR_PASS_LIFECYCLE, numbers: &car_pass::LIFECYCLE, outcome: name::<StateKind> },
    Entry { number: DMS_DECISION_CAR_PASS_ACTIONS, numbers: &car_pass::ACTIONS, outcome: no_name },
    Entry {
        number: DMS_DECISION_CAR_PASS_INVOICING,
        numbers: &car_pass::INVOICING,
        outcome: name::<invoicing::Outcome>,
    },
    Entry { number: DMS_DECISION_CAR_PASS_ACCOUNT, numbers: &car_pass::ACCOUNT, outcome: name::<account::Outcome> },
    Entry { number: DMS_DECISION_CAR_PASS_HISTORY, numbers: &car_pass::HISTORY, outcome: name::<history::Outcome> },
    Entry { number: DMS_DECISION_OKR_OPTION, numbers: &okr::OPTION, outcome: name::<option::Outcome> },
    Entry { number: DMS_DECISION_OKR_CHOICE, numbers: &okr::CHOICE, outcome: name::<option::Outcome> },
    Entry { number: DMS_DECISION_OKR_MUTATION, numbers: &okr::MUTATION, outcome: name::<mutation::Outcome> },
    Entry { number: DMS_DECISION_QUARTER_HOUR_FLOOR, numbers: &quarter_hour::FLOOR, outcome: no_name },
    Entry { number: DMS_DECISION_QUARTER_HOUR_CEIL, numbers: &quarter_hour::CEIL, outcome: no_name },
    Entry { number: DMS_DECISION_QUARTER_HOUR_NEAREST, numbers: &quarter_hour::NEAREST, outcome: no_name },
    Entry { number: DMS_DECISION_QUARTER_HOUR_NEXT, numbers: &quarter_hour::NEXT, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_ISSUE_LIMIT, numbers: &booking::ISSUE_LIMIT, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_ISSUE, numbers: &booking::ISSUE, outcome: name::<Verdict> },
    Entry { number: DMS_DECISION_BOOKING_FOLLOWS_MASTER, numbers: &booking::FOLLOWS_MASTER, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_STATUS, numbers: &booking::STATUS, outcome: name::<Status> },
    Entry {
        number: DMS_DECISION_BOOKING_PERMISSION,
        numbers: &booking::PERMISSION,
        outcome: name::<permission::Outcome>,
    },
    Entry { number: DMS_DECISION_BOOKING_EDITABLE, numbers: &booking::EDITABLE, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_CANCEL_ISSUE, numbers: &booking::CANCEL_ISSUE, outcome: name::<Verdict> },
    Entry { number: DMS_DECISION_BOOKING_TAKE_BACK, numbers: &booking::TAKE_BACK, outcome: name::<Verdict> },
    Entry { number: DMS_DECISION_BOOKING_ODOMETER, numbers: &booking::ODOMETER, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_TEMPLATE, numbers: &booking::TEMPLATE, outcome: name::<Verdict> },
    Entry { number: DMS_DECISION_BOOKING_ADVISOR, numbers: &booking::ADVISOR, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_DRIVER, numbers: &booking::DRIVER, outcome: no_name },
    Entry {
        number: DMS_DECISION_BOOKING_RESERVATION,
        numbers: &booking::RESERVATION,
        outcome: name::<reservation::Effect>,
    },
    Entry { number: DMS_DECISION_BOOKING_DOCUMENTS, numbers: &booking::DOCUMENTS, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_ACTIONS, numbers: &booking::ACTIONS, outcome: no_name },
    Entry { number: DMS_DECISION_BOOKING_SETTLEMENT, numbers: &booking::SETTLEMENT, outcome: name::<Verdict> },
    Entry { number: DMS_DECISION_BOOKING_CONFIRMATION, numbers: &booking::CONFIRMATION, outcome: no_name },
    Entry {
        number: DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT,
        numbers: &booking::MAINTENANCE_CONTRACT,
        outcome: name::<Verdict>,
    },
    Entry { number: DMS_DECISION_INSPECTION_NEXT_DUE, numbers: &inspection::NEXT_DUE, outcome: no_name },
    Entry { number: DMS_DECISION_INSPECTION_WINDOW, numbers: &inspection::WINDOW, outcome: no_name },
    Entry { number: DMS_DECISION_INSPECTION_MONTH_END, numbers: &inspection::MONTH_END, outcome: no_name },
    Entry { number: DMS_DECISION_INSPECTION_SOURCES, numbers: &inspection::SOURCES, outcome: name::<sources::Outcome> },
];

const _: () = {
    let mut numbers = [0; DECISIONS.len()];
    let mut at = 0;
    while at < DECISIONS.len() {
        numbers[at] = DECISIONS[at].number;
        at += 1;
    }
    distinct(&numbers);
};

fn name<O: Mirrored>(outcome: i32) -> Result<&'static CStr, Refusal> {
    value::one_of::<O>("outcome", outcome).map(Mirrored::terminated_name)
}

fn no_name(_: i32) -> Result<&'static CStr, Refusal> {
    Err(Refusal::new(ErrorCode::UnknownValue, "outcome", "a decision whose outcome is one of several names"))
}

impl Entry {
    fn find(number: i32) -> Result<&'static Self, Refusal> {
        DECISIONS.iter().find(|entry| entry.number == number).ok_or_else(|| {
            let expected = format!("the number of a decision, found {number}");
            Refusal::new(ErrorCode::UnknownDecision, "decision", expected)
        })
    }

    fn terminated(&self, text: &str) -> &'static CStr {
        texts::find(self.numbers.texts, text)
    }

    fn line(reason: &Reason, language: i32) -> Result<&'static CStr, Refusal> {
        Ok(reason.text.terminated(value::one_of::<Language>("language", language)?))
    }
}

/// Looks a text up and hands it out under the name of the parameter that takes it.
///
/// # Safety
/// `place` and `error` are null or may be written to.
unsafe fn look_up(
    decision: i32,
    (name, place): (&'static str, *mut *const c_char),
    error: *mut dms_error,
    text: &dyn Fn(&Entry) -> Result<&'static CStr, Refusal>,
) -> i32 {
    // SAFETY: what is asked of `place` and `error` is asked here too.
    unsafe { guard(error, &mut || write(name, place, text(Entry::find(decision)?)?.as_ptr())) }
}

/// The version of the library, such as `0.1.0`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_version(version: *mut *const c_char, error: *mut dms_error) -> i32 {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => panic!("a version has no NUL"),
    };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { guard(error, &mut || write("version", version, VERSION.as_ptr())) }
}

/// The id of a decision, such as `okr.option`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_decision_id(decision: i32, id: *mut *const c_char, error: *mut dms_error) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("id", id), error, &|entry| Ok(entry.terminated(entry.numbers.table.id))) }
}

/// The edition of a decision's table, such as `2026-11`. It changes with the table: store it beside the decision.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_decision_edition(
    decision: i32,
    edition: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        look_up(decision, ("edition", edition), error, &|entry| Ok(entry.terminated(entry.numbers.table.edition)))
    }
}

/// The name of an outcome, such as `no_amount_below`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_outcome_name(
    decision: i32,
    outcome: i32,
    name: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("name", name), error, &|entry| (entry.outcome)(outcome)) }
}

/// The id of a row, such as `amount_too_low`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_row_id(decision: i32, row: i32, id: *mut *const c_char, error: *mut dms_error) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("id", id), error, &|entry| Ok(entry.numbers.row(row)?.text.terminated_id())) }
}

/// What a row says in one language.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_row_text(
    decision: i32,
    row: i32,
    language: i32,
    text: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("text", text), error, &|entry| Entry::line(entry.numbers.row(row)?, language)) }
}

/// The id of a reason, by its one bit of `because`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_reason_id(
    decision: i32,
    reason: u32,
    id: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("id", id), error, &|entry| Ok(entry.numbers.reason(reason)?.text.terminated_id())) }
}

/// What a reason says in one language, by its one bit of `because`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_reason_text(
    decision: i32,
    reason: u32,
    language: i32,
    text: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("text", text), error, &|entry| Entry::line(entry.numbers.reason(reason)?, language)) }
}

/// The id of an advisory, by its one bit of `advisories`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_advisory_id(
    decision: i32,
    advisory: u32,
    id: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { look_up(decision, ("id", id), error, &|entry| Ok(entry.numbers.advisory(advisory)?.text.terminated_id())) }
}

/// What an advisory says in one language, by its one bit of `advisories`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_advisory_text(
    decision: i32,
    advisory: u32,
    language: i32,
    text: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        look_up(decision, ("text", text), error, &|entry| Entry::line(entry.numbers.advisory(advisory)?, language))
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::{CStr, c_char};
    use std::ptr::null_mut;

    use dms_rules::booking::issue_limit::ImmediateWindow;
    use dms_rules::booking::{
        Kind, Status, Verdict, actions, confirmation, documents, driver, editable, permission, reservation, settlement,
        status, template,
    };
    use dms_rules::car_pass::{
        Document, StateKind, account, enrolment, history, invoicing, lifecycle, prompt, readiness, start_of_work,
        submission, visible,
    };
    use dms_rules::error::ErrorCode;
    use dms_rules::inspection::law::{Intervals, WindowClass};
    use dms_rules::inspection::{Vehicle, sources};
    use dms_rules::message::Language;
    use dms_rules::okr::{Mode, choice, mutation, option};
    use dms_rules::table::HitPolicy;
    use dms_rules::vin::check;

    use super::DECISIONS;
    use crate::number::Mirrored;
    use crate::status::Fault;
    use crate::{dms_decision_id, dms_row_text, dms_status_name, dms_status_text, value};

    fn there_and_back<E: Mirrored + PartialEq + std::fmt::Debug>() {
        assert!(!E::ALL.is_empty());
        for value in E::ALL {
            assert_eq!(value::one_of::<E>("field", value.number()).ok(), Some(*value));
            assert_eq!(value.terminated_name().to_str(), Ok(value.name()));
        }
        for number in [i32::MIN, -1, 0, 99, 1000, i32::MAX] {
            assert!(value::one_of::<E>("field", number).is_err(), "{number}");
        }
    }

    #[test]
    fn every_value_of_an_enum_has_a_number_and_comes_back() {
        there_and_back::<ErrorCode>();
        there_and_back::<Fault>();
        there_and_back::<Language>();
        there_and_back::<check::Outcome>();
        there_and_back::<enrolment::Trigger>();
        there_and_back::<enrolment::Outcome>();
        there_and_back::<visible::Outcome>();
        there_and_back::<readiness::Policy>();
        there_and_back::<readiness::Outcome>();
        there_and_back::<Document>();
        there_and_back::<StateKind>();
        there_and_back::<prompt::Outcome>();
        there_and_back::<start_of_work::Origin>();
        there_and_back::<submission::ReadingSource>();
        there_and_back::<submission::ReadingOrigin>();
        there_and_back::<lifecycle::Event>();
        there_and_back::<invoicing::Outcome>();
        there_and_back::<account::Outcome>();
        there_and_back::<history::Outcome>();
        there_and_back::<Vehicle>();
        there_and_back::<WindowClass>();
        there_and_back::<Intervals>();
        there_and_back::<sources::Outcome>();
        there_and_back::<Mode>();
        there_and_back::<option::Boundary>();
        there_and_back::<option::Outcome>();
        there_and_back::<choice::Choice>();
        there_and_back::<mutation::Outcome>();
        there_and_back::<Kind>();
        there_and_back::<ImmediateWindow>();
        there_and_back::<Verdict>();
        there_and_back::<Status>();
        there_and_back::<status::Colour>();
        there_and_back::<permission::Action>();
        there_and_back::<permission::Outcome>();
        there_and_back::<editable::Field>();
        there_and_back::<template::Origin>();
        there_and_back::<driver::Driver>();
        there_and_back::<reservation::Event>();
        there_and_back::<reservation::Effect>();
        there_and_back::<documents::Event>();
        there_and_back::<actions::Action>();
        there_and_back::<settlement::OrderTarget>();
        there_and_back::<confirmation::Event>();
    }

    #[test]
    fn every_row_reason_and_advisory_has_one_number_and_comes_back() {
        for entry in DECISIONS {
            let (numbers, table) = (entry.numbers, entry.numbers.table);
            let ids = |rows: &[dms_rules::table::Row]| rows.iter().map(|row| row.reason.id).collect::<Vec<_>>();
            let sorted = |mut ids: Vec<&'static str>| {
                ids.sort_unstable();
                ids
            };
            let bits = || (0..u32::BITS).map(|bit| 1 << bit);
            let rows: Vec<_> = (1..=100).filter_map(|number| numbers.row(number).ok()).map(|row| row.id).collect();
            let reasons: Vec<_> = bits().filter_map(|bit| numbers.reason(bit).ok()).map(|reason| reason.id).collect();
            let advisories: Vec<_> =
                bits().filter_map(|bit| numbers.advisory(bit).ok()).map(|advisory| advisory.id).collect();

            let refused = numbers.refusing_with.iter().map(|(advisory, _)| advisory.id);
            assert_eq!(
                sorted(advisories),
                sorted(ids(table.advisories).into_iter().chain(refused).collect()),
                "{}",
                table.id
            );
            if table.policy == HitPolicy::Collect {
                assert_eq!((rows.len(), sorted(reasons)), (0, sorted(ids(table.rows))), "{}", table.id);
            } else {
                assert_eq!(sorted(rows), sorted(ids(table.rows)), "{}", table.id);
                // A FIRST table may name each condition that some row names.
                let named = table.rows.iter().fold(0, |named, row| named | row.names);
                let named = table.conditions.iter().enumerate().filter(|(place, _)| named & (1 << place) != 0);
                let named = named.map(|(_, condition)| condition.id).collect();
                assert_eq!(sorted(reasons), sorted(named), "{}", table.id);
            }
        }
    }

    /// What has no typed function: these are served by `dms_evaluate_json` alone.
    #[cfg(feature = "json")]
    const JSON_ALONE: &[&str] = &[
        // Dossiers are a list.
        "car_pass.worklist",
        // The other bookings are a list.
        "booking.plan",
        // Damages and campaigns are lists, in the facts and in the outcome.
        "booking.issue_prefill",
        // The handovers on other bookings are a list.
        "booking.amend_handover",
        "inspection.import",
        "inspection.register_from_order",
    ];

    #[cfg(feature = "json")]
    #[test]
    fn every_decision_of_the_core_has_a_number_or_is_known_to_have_none() {
        let typed = DECISIONS.iter().map(|entry| entry.numbers.table.id);
        let mut here: Vec<_> = typed.chain(JSON_ALONE.iter().copied()).collect();
        let mut known: Vec<_> = dms_rules::catalogue::DECISIONS.iter().map(|entry| entry.id()).collect();
        here.sort_unstable();
        known.sort_unstable();
        assert_eq!(here, known);
    }

    fn looked_up(look_up: impl Fn(*mut *const c_char) -> i32) -> Option<&'static str> {
        let mut text = std::ptr::null();
        // SAFETY: what is written on success is a static text with a closing NUL.
        (look_up(&raw mut text) == 0).then(|| unsafe { CStr::from_ptr(text) }.to_str().expect("UTF-8"))
    }

    #[test]
    fn every_text_is_kept_with_its_closing_nul() {
        for entry in DECISIONS {
            // SAFETY: the text may be written to, and no error is wanted.
            let id = looked_up(|id| unsafe { dms_decision_id(entry.number, id, null_mut()) });
            assert_eq!(id, Some(entry.numbers.table.id));
            for language in Language::ALL {
                for row in 1..=100 {
                    // SAFETY: as above.
                    let text = looked_up(|text| unsafe {
                        dms_row_text(entry.number, row, language.number(), text, null_mut())
                    });
                    let row = entry.numbers.row(row).ok();
                    assert_eq!(text, row.map(|row| row.text.get(*language)));
                }
                for bit in (0..u32::BITS).map(|bit| 1 << bit) {
                    let numbers = entry.numbers;
                    for reason in [numbers.reason(bit), numbers.advisory(bit)].into_iter().flatten() {
                        let line = super::Entry::line(reason, language.number()).expect("a text");
                        assert_eq!(line.to_str(), Ok(reason.text.get(*language)));
                    }
                }
            }
        }
    }

    #[test]
    fn every_status_has_a_name_and_a_text() {
        let statuses = ErrorCode::ALL.iter().map(|code| (code.number(), code.name()));
        for (status, name) in statuses.chain(Fault::ALL.iter().map(|fault| (fault.number(), fault.name()))) {
            // SAFETY: the text may be written to, and no error is wanted.
            assert_eq!(looked_up(|text| unsafe { dms_status_name(status, text, null_mut()) }), Some(name));
            for language in Language::ALL {
                // SAFETY: as above.
                let text = looked_up(|text| unsafe { dms_status_text(status, language.number(), text, null_mut()) });
                assert!(text.is_some_and(|text| !text.is_empty()));
            }
        }
    }
}
