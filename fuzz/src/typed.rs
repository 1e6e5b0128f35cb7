//! The functions of the C interface, as a program in C calls them. What the interface asks of its caller is kept to:
//! pointers are `NULL` or point to what the declaration says, lengths of texts are right or longer than any text. Every
//! other byte may be anything.
//!
//! For each call: the same call again answers the same; a refused call leaves the result, its error repeats the status and
//! names a fact or a parameter; every number of an answer has a name; what JSON says to the same facts is the same answer
//! or the same refusal; what JSON cannot say is refused.

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};
use std::sync::LazyLock;

use dms_rules::catalogue;
use dms_rules_ffi as c;
use serde_json::{Value, json};

use crate::given::Given;
use crate::header::KNOWN;
use crate::members::{Answered, Filled, Form, fill};

type Call = unsafe fn(*const u8, *mut u8, *mut c::dms_error) -> i32;
type BatchCall = unsafe fn(*const u8, usize, *mut u8, *mut i32, *mut c::dms_error) -> i32;

struct Function {
    name: &'static str,
    /// The structs of its facts and its result, for Rust: name and size.
    facts: (&'static str, usize),
    result: (&'static str, usize),
    call: Call,
    /// The function for many rows, if there is one.
    batch: &'static [BatchCall],
}

macro_rules! functions {
    ($($name:ident($facts:ident) -> $result:ident $(, $batch:ident)?;)*) => {
        &[$(Function {
            name: stringify!($name),
            facts: (stringify!($facts), size_of::<c::$facts>()),
            result: (stringify!($result), size_of::<c::$result>()),
            // SAFETY: what the function asks of its pointers is asked of whoever calls this.
            call: |facts, result, error| unsafe { c::$name(facts.cast(), result.cast(), error) },
            batch: {
                const BATCH: &[BatchCall] = &[$(
                    // SAFETY: as above.
                    |facts, count, results, statuses, error| unsafe {
                        c::$batch(facts.cast(), count, results.cast(), statuses, error)
                    }
                )?];
                BATCH
            },
        }),*]
    };
}

/// Each decision's own function, and the one for many rows where there is one.
static FUNCTIONS: &[Function] = functions! {
    dms_vin_check(dms_vin_check_facts) -> dms_vin_check_result;
    dms_car_pass_enrolment(dms_car_pass_enrolment_facts) -> dms_car_pass_enrolment_result, dms_car_pass_enrolment_batch;
    dms_car_pass_visible(dms_car_pass_visible_facts) -> dms_car_pass_visible_result;
    dms_car_pass_start_of_work(dms_car_pass_start_of_work_facts) -> dms_car_pass_start_of_work_result;
    dms_car_pass_badge(dms_car_pass_badge_facts) -> dms_car_pass_badge_result;
    dms_car_pass_prompt(dms_car_pass_prompt_facts) -> dms_car_pass_prompt_result;
    dms_car_pass_readiness(dms_car_pass_readiness_facts) -> dms_car_pass_readiness_result, dms_car_pass_readiness_batch;
    dms_car_pass_account(dms_car_pass_account_facts) -> dms_car_pass_account_result;
    dms_car_pass_history(dms_car_pass_history_facts) -> dms_car_pass_history_result;
    dms_car_pass_submission(dms_car_pass_submission_facts) -> dms_car_pass_submission_result;
    dms_car_pass_lifecycle(dms_car_pass_lifecycle_facts) -> dms_car_pass_lifecycle_result;
    dms_car_pass_actions(dms_car_pass_actions_facts) -> dms_car_pass_actions_result;
    dms_car_pass_invoicing(dms_car_pass_invoicing_facts) -> dms_car_pass_invoicing_result;
    dms_okr_option(dms_okr_option_facts) -> dms_okr_option_result, dms_okr_option_batch;
    dms_okr_choice(dms_okr_choice_facts) -> dms_okr_choice_result;
    dms_okr_mutation(dms_okr_mutation_facts) -> dms_okr_mutation_result;
    dms_quarter_hour_floor(dms_quarter_hour_facts) -> dms_quarter_hour_result;
    dms_quarter_hour_ceil(dms_quarter_hour_facts) -> dms_quarter_hour_result;
    dms_quarter_hour_nearest(dms_quarter_hour_facts) -> dms_quarter_hour_result;
    dms_quarter_hour_next(dms_quarter_hour_facts) -> dms_quarter_hour_result;
    dms_booking_issue_limit(dms_booking_issue_limit_facts) -> dms_booking_issue_limit_result;
    dms_booking_issue(dms_booking_issue_facts) -> dms_booking_issue_result, dms_booking_issue_batch;
    dms_booking_follows_master(dms_booking_follows_master_facts) -> dms_booking_follows_master_result;
    dms_booking_status(dms_booking_status_facts) -> dms_booking_status_result;
    dms_booking_permission(dms_booking_permission_facts) -> dms_booking_permission_result;
    dms_booking_editable(dms_booking_editable_facts) -> dms_booking_editable_result;
    dms_booking_cancel_issue(dms_booking_cancel_issue_facts) -> dms_booking_cancel_issue_result;
    dms_booking_take_back(dms_booking_take_back_facts) -> dms_booking_take_back_result;
    dms_booking_odometer(dms_booking_odometer_facts) -> dms_booking_odometer_result;
    dms_booking_template(dms_booking_template_facts) -> dms_booking_template_result;
    dms_booking_advisor(dms_booking_advisor_facts) -> dms_booking_advisor_result;
    dms_booking_driver(dms_booking_driver_facts) -> dms_booking_driver_result;
    dms_booking_reservation(dms_booking_reservation_facts) -> dms_booking_reservation_result;
    dms_booking_documents(dms_booking_documents_facts) -> dms_booking_documents_result;
    dms_booking_actions(dms_booking_actions_facts) -> dms_booking_actions_result;
    dms_booking_settlement(dms_booking_settlement_facts) -> dms_booking_settlement_result;
    dms_booking_confirmation(dms_booking_confirmation_facts) -> dms_booking_confirmation_result;
    dms_booking_maintenance_contract(dms_booking_maintenance_contract_facts) -> dms_booking_maintenance_contract_result;
    dms_inspection_next_due(dms_inspection_next_due_facts) -> dms_inspection_next_due_result;
    dms_inspection_window(dms_inspection_window_facts) -> dms_inspection_window_result;
    dms_inspection_month_end(dms_inspection_month_end_facts) -> dms_inspection_month_end_result;
    dms_inspection_sources(dms_inspection_sources_facts) -> dms_inspection_sources_result;
};

/// Facts of these are asked further, by functions that answer with a set.
static FURTHER: &[(&str, &str, Call)] = &[
    ("dms_car_pass_submission_faults", "dms_car_pass_submission", |facts, set, error| {
        // SAFETY: as for the functions above.
        unsafe { c::dms_car_pass_submission_faults(facts.cast(), set.cast(), error) }
    }),
    ("dms_car_pass_lifecycle_advisories", "dms_car_pass_lifecycle", |facts, set, error| {
        // SAFETY: as for the functions above.
        unsafe { c::dms_car_pass_lifecycle_advisories(facts.cast(), set.cast(), error) }
    }),
];

type LookUp = unsafe fn([i32; 3], *mut *const c_char, *mut c::dms_error) -> i32;

/// What has a number is told by name and text.
static LOOK_UPS: &[(&str, LookUp)] = &[
    // SAFETY: in all of them: what the function asks of its pointers is asked of whoever calls this.
    ("dms_version", |_, text, error| unsafe { c::dms_version(text, error) }),
    ("dms_status_name", |[status, ..], text, error| unsafe { c::dms_status_name(status, text, error) }),
    ("dms_status_text", |[status, language, _], text, error| unsafe {
        c::dms_status_text(status, language, text, error)
    }),
    ("dms_decision_id", |[decision, ..], text, error| unsafe { c::dms_decision_id(decision, text, error) }),
    ("dms_decision_edition", |[decision, ..], text, error| unsafe { c::dms_decision_edition(decision, text, error) }),
    ("dms_outcome_name", |[decision, outcome, _], text, error| unsafe {
        c::dms_outcome_name(decision, outcome, text, error)
    }),
    ("dms_row_id", |[decision, row, _], text, error| unsafe { c::dms_row_id(decision, row, text, error) }),
    ("dms_row_text", |[decision, row, language], text, error| unsafe {
        c::dms_row_text(decision, row, language, text, error)
    }),
    ("dms_reason_id", |[decision, bit, _], text, error| unsafe { c::dms_reason_id(decision, bit as u32, text, error) }),
    ("dms_reason_text", |[decision, bit, language], text, error| unsafe {
        c::dms_reason_text(decision, bit as u32, language, text, error)
    }),
    ("dms_advisory_id", |[decision, bit, _], text, error| unsafe {
        c::dms_advisory_id(decision, bit as u32, text, error)
    }),
    ("dms_advisory_text", |[decision, bit, language], text, error| unsafe {
        c::dms_advisory_text(decision, bit as u32, language, text, error)
    }),
    ("dms_car_pass_submission_fault", |[fault, ..], text, error| unsafe {
        let mut status = 0;
        c::dms_car_pass_submission_fault(fault as u32, &raw mut status, text, error)
    }),
];

/// A decision's function with what is known of it.
struct Known {
    function: &'static Function,
    decision: i32,
    id: &'static str,
    form: Form,
    fields: Vec<String>,
}

impl Known {
    /// The members of a result; what lies between them is nobody's.
    fn members<'r>(&self, result: &'r [u8]) -> Vec<&'r [u8]> {
        let whole = KNOWN.structure(self.function.result.0);
        whole.members.iter().map(|member| &result[member.at..][..member.size]).collect()
    }
}

static KNOWN_FUNCTIONS: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = FUNCTIONS.iter().map(|function| {
        let name = function.name.strip_prefix("dms_").expect("the prefix of every function");
        let decision = KNOWN.number(&format!("DMS_DECISION_{}", name.to_uppercase()));
        let id = found(&LOOK_UPS[3].1, [decision, 0, 0]).expect("a decision's id");
        let form = Form::of(function.facts.0, id);
        assert_eq!(function.facts.1, form.size, "{}", function.facts.0);
        assert_eq!(function.result.1, KNOWN.structure(function.result.0).size, "{}", function.result.0);
        let mut fields = form.names();
        fields.extend(["result", "results", "statuses", "count", "faults", "advisories"].map(str::to_owned));
        Known { function, decision, id, form, fields }
    });
    known.collect()
});

/// The names of all functions that this target calls.
pub fn called() -> impl Iterator<Item = String> {
    let batches = FUNCTIONS.iter().filter(|function| !function.batch.is_empty());
    let batches = batches.map(|function| format!("{}_batch", function.name));
    let others = FURTHER.iter().map(|one| one.0).chain(LOOK_UPS.iter().map(|one| one.0));
    FUNCTIONS.iter().map(|function| function.name).chain(others).map(str::to_owned).chain(batches)
}

/// One call, and the same again.
pub fn target(data: &[u8]) {
    let mut given = Given::new(data);
    let kinds = KNOWN_FUNCTIONS.len();
    match usize::from(given.byte()) % (kinds + 3) {
        choice if choice < kinds => alone(&KNOWN_FUNCTIONS[choice], &mut given),
        choice if choice == kinds => further(&mut given),
        choice if choice == kinds + 1 => batch(&mut given),
        _ => look_up(&mut given),
    }
}

/// Each number of each struct of facts at both ends and beside what it may be, each text at `NULL` and too long for
/// memory, in facts that are well-formed otherwise. Gives the number of calls.
pub fn ends() -> usize {
    // Miri takes a second for what takes a processor ten microseconds.
    const ENDS: &[i32] =
        if cfg!(miri) { &[i32::MAX] } else { &[i32::MIN, i32::MIN + 1, -1, 0, 1, 2, 99, i32::MAX - 1, i32::MAX] };
    const SHIFTS: &[usize] = if cfg!(miri) { &[1] } else { &[0, 1] };
    let usual = Way { facts: true, result: true, error: true, size: None, shift: 0 };
    let mut calls = 0;
    let mut ask = |known: &Known, filled: &Filled| {
        for &shift in SHIFTS {
            let (said, _) = call(known.function.call, filled, known.function.result.1, Way { shift, ..usual });
            assert!(said.field.is_empty() || known.fields.contains(&said.field), "{}: {said:?}", known.id);
            calls += 1;
        }
    };
    for known in KNOWN_FUNCTIONS.iter() {
        for all in [0, 1] {
            // Nothing that may be unknown is known, and everything is.
            let well_formed = || fill(&known.form, &mut Given::new(&[all; 512]));
            ask(known, &well_formed());
            for at in known.form.numbers() {
                for &number in ENDS {
                    let mut filled = well_formed();
                    filled.put(at, number.to_ne_bytes());
                    ask(known, &filled);
                }
            }
            for (at, length) in known.form.texts() {
                let mut filled = well_formed();
                filled.point(at, null());
                ask(known, &filled);
                for too_long in [isize::MAX as usize + 1, usize::MAX] {
                    let mut filled = well_formed();
                    filled.put(length, too_long.to_ne_bytes());
                    ask(known, &filled);
                }
            }
        }
    }
    calls
}

/// What stands in an error or a result before a call.
const COVER: u8 = 0xA5;

/// What a call said.
#[derive(PartialEq, Debug)]
struct Said {
    status: i32,
    field: String,
    message: String,
}

impl Said {
    /// Reads what a call said, and holds it against what every call promises.
    fn of(status: i32, error: Option<&c::dms_error>) -> Self {
        assert_ne!(status, c::DMS_STATUS_PANIC, "a panic");
        assert!(status == c::DMS_STATUS_OK || found(&LOOK_UPS[1].1, [status, 0, 0]).is_some(), "status {status}");
        let Some(error) = error else { return Self { status, field: String::new(), message: String::new() } };
        assert_eq!(error.status, status);
        let text = |bytes: &[c_char]| {
            let bytes: Vec<_> = bytes.iter().map(|byte| *byte as u8).collect();
            CStr::from_bytes_until_nul(&bytes).expect("a closing NUL").to_str().expect("UTF-8").to_owned()
        };
        let said = Self { status, field: text(&error.field), message: text(&error.message) };
        assert_eq!(status == c::DMS_STATUS_OK, said.message.is_empty(), "{said:?}");
        assert!(status != c::DMS_STATUS_OK || said.field.is_empty(), "{said:?}");
        said
    }
}

fn covered_error() -> c::dms_error {
    let bytes = [COVER; size_of::<c::dms_error>()];
    // SAFETY: any bytes make a number and characters.
    unsafe { std::mem::transmute(bytes) }
}

/// Where pointers point, and where not.
#[derive(Clone, Copy)]
struct Way {
    facts: bool,
    result: bool,
    error: bool,
    size: Option<u32>,
    /// How far from a multiple of 8 the structs lie.
    shift: usize,
}

impl Way {
    fn given(given: &mut Given<'_>) -> Self {
        let usual = Self { facts: true, result: true, error: true, size: None, shift: 0 };
        match given.byte() {
            0..=199 => usual,
            choice @ 200..=223 => Self { shift: usize::from(choice % 8), ..usual },
            224..=235 => Self { error: false, ..usual },
            236..=243 => Self { size: Some(given.int() as u32), ..usual },
            choice => Self { facts: choice & 1 != 0, result: choice & 2 != 0, error: choice & 4 != 0, ..usual },
        }
    }

    fn is_usual(self, size: usize) -> bool {
        self.facts && self.result && self.size.is_none_or(|given| usize::try_from(given) == Ok(size))
    }
}

/// Bytes for a struct, with nothing behind them: what is read or written there is seen.
struct Place(Box<[u8]>, usize);

impl Place {
    fn of(bytes: &[u8], shift: usize) -> Self {
        let mut place = vec![0; shift];
        place.extend(bytes);
        Self(place.into_boxed_slice(), shift)
    }

    fn bytes(&self) -> &[u8] {
        &self.0[self.1..]
    }

    fn pointer(&self) -> *const u8 {
        self.bytes().as_ptr()
    }

    fn pointer_mut(&mut self) -> *mut u8 {
        self.0[self.1..].as_mut_ptr()
    }
}

/// Calls a function in a way, and says what it answered; the result is all noughts where the call is refused.
fn call(function: Call, filled: &Filled, size_of_result: usize, way: Way) -> (Said, Vec<u8>) {
    let mut facts = filled.bytes.clone();
    if let Some(size) = way.size {
        facts[..4].copy_from_slice(&size.to_ne_bytes());
        if usize::try_from(size) != Ok(facts.len()) {
            // Nothing behind the size is read.
            facts.truncate(4);
        }
    }
    let facts = Place::of(&facts, way.shift);
    let mut result = Place::of(&vec![COVER; size_of_result], way.shift);
    let mut error = covered_error();
    // SAFETY: each pointer is NULL or points to what the declaration says; the facts are as long as their size says, or
    // of another size and then no more than that is there.
    let status = unsafe {
        function(
            if way.facts { facts.pointer() } else { null() },
            if way.result { result.pointer_mut() } else { null_mut() },
            if way.error { &raw mut error } else { null_mut() },
        )
    };
    let said = Said::of(status, way.error.then_some(&error));
    if !way.result {
        assert!(result.bytes().iter().all(|byte| *byte == COVER), "there was no result to write into: {said:?}");
    } else if status != c::DMS_STATUS_OK {
        assert!(result.bytes().iter().all(|byte| *byte == 0), "a refused call left an answer behind: {said:?}");
    }
    (said, result.bytes().to_vec())
}

fn alone(known: &Known, given: &mut Given<'_>) {
    let way = Way::given(given);
    let filled = fill(&known.form, given);
    let size_of_result = known.function.result.1;
    let (said, result) = call(known.function.call, &filled, size_of_result, way);
    let again = call(known.function.call, &filled, size_of_result, way);
    assert_eq!((&said, known.members(&result)), (&again.0, known.members(&again.1)));
    if !way.is_usual(known.form.size) {
        assert_ne!(said.status, c::DMS_STATUS_OK);
    }
    if way.error {
        let named = said.field.is_empty() || known.fields.contains(&said.field);
        assert!(named, "{}: there is no {:?}", known.id, said.field);
    }
    if !way.is_usual(known.form.size) {
        return;
    }
    let Some(facts) = &filled.json else {
        assert_ne!(said.status, c::DMS_STATUS_OK, "{}: JSON cannot say this", known.id);
        return;
    };
    let answer = serde_json::to_value(catalogue::respond(&json!({"decision": known.id, "facts": facts}).to_string()));
    let answer = answer.expect("an answer");
    match &answer["error"] {
        // JSON has room for any text, a result of C has not.
        Value::Null if said.status == c::DMS_STATUS_OUT_OF_RANGE && known.id == "booking.maintenance_contract" => {
            let longest = ["process_number", "vin"].map(|fact| facts[fact].as_str().map_or(0, str::len));
            let room = c::DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE;
            assert!(longest.iter().any(|length| length + "VM".len() >= room), "{said:?}: {facts}");
        }
        Value::Null => {
            assert_eq!(said.status, c::DMS_STATUS_OK, "{facts}: {answer}, {said:?}");
            let answered = Answered { whole: KNOWN.structure(known.function.result.0), bytes: &result };
            agrees(known, &answered, &answer);
        }
        error => {
            let code = found(&LOOK_UPS[1].1, [said.status, 0, 0]);
            assert_eq!(code, error["code"].as_str(), "{} {facts}: {answer}, {said:?}", known.id);
            if way.error {
                assert_eq!(said.field, error["field"].as_str().unwrap_or_default(), "{} {facts}: {answer}", known.id);
            }
        }
    }
}

/// A result says what JSON says to the same facts.
fn agrees(known: &Known, answered: &Answered<'_>, answer: &Value) {
    let named = |look_up: usize, number| found(&LOOK_UPS[look_up].1, [known.decision, number, 0]);
    let outcome = &answer["outcome"];
    if let Some(number) = answered.number("outcome") {
        let name = named(5, number).expect("the name of an outcome");
        let mut said = outcome.as_object().into_iter().flat_map(|members| members.values()).chain([outcome]);
        assert!(said.any(|said| *said == name), "{}: {name}: {answer}", known.id);
    }
    // Where the outcome is what other facts hold, the result has it as they do.
    for record in ["start", "state"].iter().filter(|_| outcome.get("start").is_none()) {
        answered.holds(record, outcome);
    }
    for (name, value) in outcome.as_object().into_iter().flatten().filter(|(name, _)| *name != "kind") {
        answered.holds(name, value);
    }
    if let Some(row) = answered.number("row") {
        assert_eq!((row != 0).then(|| named(6, row).expect("the id of a row")), answer["row"].as_str());
    }
    for (member, look_up) in [("because", 8), ("advisories", 10)] {
        let Some(bits) = answered.number(member) else { continue };
        let mut ids: Vec<_> = (0..32)
            .map(|place| 1 << place)
            .filter(|bit| bits & bit != 0)
            .collect::<Vec<i32>>()
            .into_iter()
            .map(|bit| named(look_up, bit).expect("the id of a reason"))
            .collect();
        let mut expected: Vec<_> = answer[member].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        ids.sort_unstable();
        expected.sort_unstable();
        assert_eq!(ids, expected, "{}: {member}", known.id);
    }
}

fn further(given: &mut Given<'_>) {
    let (_, of, function) = *given.one_of(FURTHER);
    let known = KNOWN_FUNCTIONS.iter().find(|known| known.function.name == of).expect("a decision's function");
    let way = Way::given(given);
    let filled = fill(&known.form, given);
    let (said, set) = call(function, &filled, 4, way);
    assert_eq!((&said, &set), (&call(function, &filled, 4, way).0, &call(function, &filled, 4, way).1));
    if !way.is_usual(known.form.size) {
        assert_ne!(said.status, c::DMS_STATUS_OK);
        return;
    }
    let (decided, _) = call(known.function.call, &filled, known.function.result.1, way);
    if said.status != c::DMS_STATUS_OK {
        assert_eq!(said.status, decided.status, "facts that cannot be read are refused by both");
    } else if of == "dms_car_pass_submission" {
        let set = u32::from_ne_bytes(set.try_into().expect("a set"));
        assert_eq!(set != 0, decided.status != c::DMS_STATUS_OK, "{set} {decided:?}");
        let mut first = (0, null());
        if set != 0 {
            // SAFETY: both may be written to, and no error is wanted.
            let status = unsafe {
                c::dms_car_pass_submission_fault(
                    1 << set.trailing_zeros(),
                    &raw mut first.0,
                    &raw mut first.1,
                    null_mut(),
                )
            };
            assert_eq!((status, first.0), (c::DMS_STATUS_OK, decided.status));
        }
    }
}

/// Rows at once are answered as each alone.
fn batch(given: &mut Given<'_>) {
    let with: Vec<_> = KNOWN_FUNCTIONS.iter().filter(|known| !known.function.batch.is_empty()).collect();
    let known = *given.one_of(&with);
    let function = known.function.batch[0];
    let (facts, result) = (known.form.size, known.function.result.1);
    let way = Way::given(given);
    let count = usize::from(given.byte() % 5);
    let mut rows: Vec<_> = (0..count).map(|_| fill(&known.form, given)).collect();
    // A later row may be of another size; it lies where it lies.
    if let Some(row) = rows.get_mut(1).filter(|_| given.byte() > 250) {
        row.bytes[..4].copy_from_slice(&given.bytes::<4>());
    }
    let mut all: Vec<u8> = rows.iter().flat_map(|row| row.bytes.clone()).collect();
    if let Some(size) = way.size.filter(|_| count > 0) {
        all[..4].copy_from_slice(&size.to_ne_bytes());
        if usize::try_from(size) != Ok(facts) {
            all.truncate(4);
        }
    }
    let too_many = given.byte() > 250;
    let all = Place::of(&all, way.shift);
    let mut results = Place::of(&vec![COVER; count * result], way.shift);
    let mut statuses = vec![-1_i32; count];
    let mut error = covered_error();
    // SAFETY: as for one row; the arrays have as many rows as is said, or more is said than any array can have.
    let status = unsafe {
        function(
            if way.facts { all.pointer() } else { null() },
            if too_many { usize::MAX / 16 + count } else { count },
            if way.result { results.pointer_mut() } else { null_mut() },
            statuses.as_mut_ptr(),
            if way.error { &raw mut error } else { null_mut() },
        )
    };
    let said = Said::of(status, way.error.then_some(&error));
    if too_many {
        assert_eq!(status, c::DMS_STATUS_OUT_OF_RANGE);
        assert!(statuses.iter().all(|status| *status == -1) && results.bytes().iter().all(|byte| *byte == COVER));
        return;
    }
    if count == 0 {
        assert_eq!(status, c::DMS_STATUS_OK);
        return;
    }
    if !way.is_usual(facts) {
        assert_ne!(status, c::DMS_STATUS_OK);
        assert!(statuses.iter().all(|row| *row == status), "{statuses:?}");
        return;
    }
    let usual = Way { facts: true, result: true, error: true, size: None, shift: 0 };
    let mut first = None;
    for (row, filled) in rows.iter().enumerate() {
        let size = u32::from_ne_bytes(filled.bytes[..4].try_into().expect("a size"));
        let (alone, bytes) = call(known.function.call, filled, result, Way { size: Some(size), ..usual });
        assert_eq!(statuses[row], alone.status, "{} row {row}", known.id);
        let together = &results.bytes()[row * result..][..result];
        assert_eq!(known.members(together), known.members(&bytes), "{} row {row}", known.id);
        if alone.status != c::DMS_STATUS_OK {
            first.get_or_insert(alone);
        }
    }
    assert_eq!(status, first.as_ref().map_or(c::DMS_STATUS_OK, |first| first.status));
    if let Some(first) = first.filter(|_| way.error) {
        assert_eq!(said, first);
    }
}

/// The text that stands for some numbers, if one does.
fn found(look_up: &LookUp, numbers: [i32; 3]) -> Option<&'static str> {
    let mut text = null();
    // SAFETY: the text may be written to, and no error is wanted.
    let status = unsafe { look_up(numbers, &raw mut text, null_mut()) };
    assert_eq!(status != c::DMS_STATUS_OK, text.is_null());
    // SAFETY: what is written on success is a static text with a closing NUL.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_str().expect("UTF-8"))
}

fn look_up(given: &mut Given<'_>) {
    let (name, look_up) = *given.one_of(LOOK_UPS);
    let mut number = || match given.byte() {
        choice @ 0..=95 => i32::from(choice % 60),
        choice @ 96..=223 => 1_i32.wrapping_shl(u32::from(choice)),
        _ => given.int(),
    };
    let numbers = [number(), number(), number()];
    let text = found(&look_up, numbers);
    assert_eq!(text, found(&look_up, numbers), "{name}");
    assert!(text.is_none_or(|text| !text.is_empty()), "{name} {numbers:?}");
    let mut error = covered_error();
    // SAFETY: NULL is answered with a refusal; the error may be written to.
    let status = unsafe { look_up(numbers, null_mut(), &raw mut error) };
    let said = Said::of(status, Some(&error));
    assert_ne!(said.status, c::DMS_STATUS_OK, "{name}");
    assert!(!said.field.is_empty(), "{name}");
}
