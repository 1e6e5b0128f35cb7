//! DECISIONS, and the ids and texts of what they answer
//!
//! Ids are the stable names that stand in the rules and in JSON: `okr.option`, `apk_reported`. Texts are one line for
//! the workshop's staff.

use std::ffi::{CStr, c_char};

use dms_rules::error::ErrorCode;
use dms_rules::message::Language;
use dms_rules::table::Reason;

use crate::call::{Answer, guard, write};
use crate::generated::decisions::DECISIONS;
use crate::number::{Numbers, distinct, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// English.
pub const DMS_LANGUAGE_EN: i32 = 1;
/// Dutch.
pub const DMS_LANGUAGE_NL: i32 = 2;
/// French.
pub const DMS_LANGUAGE_FR: i32 = 3;
/// German.
pub const DMS_LANGUAGE_DE: i32 = 4;

mirrored!(Language {
    En => DMS_LANGUAGE_EN,
    Nl => DMS_LANGUAGE_NL,
    Fr => DMS_LANGUAGE_FR,
    De => DMS_LANGUAGE_DE,
});

/// A decision by its number.
pub(crate) struct Entry {
    pub(crate) number: i32,
    pub(crate) numbers: &'static Numbers,
    /// The numbers and names of its outcomes.
    pub(crate) outcomes: &'static [(i32, &'static CStr)],
}

const _: () = {
    let mut numbers = [0; DECISIONS.len()];
    let mut at = 0;
    while at < DECISIONS.len() {
        numbers[at] = DECISIONS[at].number;
        at += 1;
    }
    distinct(&numbers);
};

impl Entry {
    fn find(number: i32) -> Result<&'static Self, Refusal> {
        DECISIONS.iter().find(|entry| entry.number == number).ok_or_else(|| {
            let expected = format!("the number of a decision, found {number}");
            Refusal::new(ErrorCode::UnknownDecision, "decision", expected)
        })
    }

    fn outcome(&self, number: i32) -> Result<&'static CStr, Refusal> {
        if self.outcomes.is_empty() {
            let expected = "a decision whose outcome is one of several names";
            return Err(Refusal::new(ErrorCode::UnknownValue, "outcome", expected));
        }
        let known = self.outcomes.iter().find(|(known, _)| *known == number);
        let name =
            |place| self.outcomes.get(place).map(|(number, name): &(_, &CStr)| (*number, name.to_str().unwrap_or("")));
        known.map(|(_, name)| *name).ok_or_else(|| value::none_of("outcome", number, &name))
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
    unsafe { guard(error, &[Answer::of(place)], &mut || write(name, place, text(Entry::find(decision)?)?.as_ptr())) }
}

/// The version of the library, such as `0.1.0`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_version(version: *mut *const c_char, error: *mut dms_error) -> i32 {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => panic!("a version has no NUL"),
    };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { guard(error, &[Answer::of(version)], &mut || write("version", version, VERSION.as_ptr())) }
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
    unsafe { look_up(decision, ("name", name), error, &|entry| entry.outcome(outcome)) }
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

/// What a row, a reason or an advisory says in one language, by the names that JSON has: the id of the decision, and its
/// own. Both are UTF-8 of so many bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_text(
    decision: *const c_char,
    decision_length: usize,
    id: *const c_char,
    id_length: usize,
    language: i32,
    text: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[Answer::of(text)], &mut || {
            // SAFETY: as above, in all of the body.
            let decision = value::text("decision", decision, decision_length)?;
            let id = value::text("id", id, id_length)?;
            let entry = DECISIONS.iter().find(|entry| entry.numbers.table.id == decision).ok_or_else(|| {
                Refusal::new(ErrorCode::UnknownDecision, "decision", format!("the id of a decision, found {decision}"))
            })?;
            let said = entry.numbers.by_id(id).ok_or_else(|| {
                let expected = format!("the id of a row, reason or advisory of {}, found {id}", entry.numbers.table.id);
                Refusal::new(ErrorCode::UnknownValue, "id", expected)
            })?;
            write("text", text, Entry::line(said, language)?.as_ptr())
        })
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::{CStr, c_char};
    use std::ptr::null_mut;

    use dms_rules::error::ErrorCode;
    use dms_rules::message::Language;
    use dms_rules::table::HitPolicy;

    use super::DECISIONS;
    use crate::number::{Mirrored, there_and_back};
    use crate::status::Fault;
    use crate::{dms_decision_id, dms_row_text, dms_status_name, dms_status_text};

    #[test]
    fn every_value_of_the_enums_of_all_calls_has_a_number_and_comes_back() {
        there_and_back::<ErrorCode>();
        there_and_back::<Fault>();
        there_and_back::<Language>();
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

    #[cfg(feature = "json")]
    #[test]
    fn every_decision_of_the_core_has_a_number() {
        let here: Vec<_> = DECISIONS.iter().map(|entry| entry.numbers.table.id).collect();
        let known: Vec<_> = dms_rules::catalogue::DECISIONS.iter().map(|entry| entry.id()).collect();
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
