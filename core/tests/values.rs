//! The small promises of the values, as their documentation says them: what holds of each, and how it is written.

use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use dms_rules::booking::actions::Action;
use dms_rules::booking::{
    Kind, Right, Rights, Status, actions, amend_handover, issue, issue_limit, plan, reservation, status, take_back,
    template,
};
use dms_rules::car_pass::{State, StateKind};
use dms_rules::catalogue;
use dms_rules::decision::Decision;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::inspection::next_due;
use dms_rules::manual;
use dms_rules::message::{Language, Text};
use dms_rules::table::{Evaluation, Source, Table};
use dms_rules::value::{Cents, EnterpriseNumber, Latest, OdometerReading, Set, Time, Vin, VinForm};

#[test]
fn a_set_holds_what_was_put_in() {
    let all: Rights = Right::ALL.iter().copied().collect();
    assert_eq!((all, all.len()), (Rights::ALL, Right::ALL.len()));
    assert!(Rights::EMPTY.is_empty() && !all.is_empty());
    assert_eq!((Rights::EMPTY.len(), Rights::default()), (0, Rights::EMPTY));
    for right in Right::ALL.iter().copied() {
        let one = Set::from([right]);
        assert_eq!((one.len(), one.iter().collect::<Vec<_>>()), (1, vec![right]));
        assert_eq!(one.without(right), Rights::EMPTY);
        let others = all.without(right);
        assert_eq!((others.len(), others.contains(right), others.with(right)), (Right::ALL.len() - 1, false, all));
        assert_eq!(others.without(right), others);
        assert_ne!(one, Rights::EMPTY);
    }
    let settle = Set::from([Right::Settle]);
    assert_eq!(format!("{settle:?}"), "{Settle}");
    let hash = |set: &Rights| BuildHasherDefault::<DefaultHasher>::default().hash_one(set);
    assert_ne!(hash(&settle), hash(&Rights::ALL));
    let sets: HashSet<Rights> = Right::ALL.iter().map(|right| Set::from([*right])).collect();
    assert_eq!(sets.len(), Right::ALL.len());
}

#[test]
fn amounts_and_readings_are_written_as_people_read_them() {
    for (cents, written) in
        [(0, "€ 0.00"), (1, "€ 0.01"), (15_000, "€ 150.00"), (-5, "€ -0.05"), (-123_456, "€ -1234.56")]
    {
        assert_eq!((Cents::new(cents).to_string(), Cents::new(cents).get()), (written.to_owned(), cents));
    }
    assert_eq!(OdometerReading::new(125_896).map(|reading| reading.to_string()).as_deref(), Some("125896 km"));
    let number = EnterpriseNumber::new("BE 0403.019.261").expect("an enterprise number");
    assert_eq!(
        (number.to_string(), format!("{number:?}")),
        ("0403019261".into(), "EnterpriseNumber(0403019261)".into())
    );
    assert_eq!(format!("{number:>12}"), "  0403019261");
}

#[test]
fn a_vin_shows_its_characters_or_what_is_wrong_with_it() {
    for (entered, shown) in [
        ("wvw-zzz 1jz3w386752", "Vin(\"WVWZZZ1JZ3W386752\")"),
        ("", "Vin(\"\")"),
        ("WVWZZZ1JZ3W3867521", "Vin(TooLong, 18 characters)"),
        ("WVWZZZ1JZ3W38675O", "Vin(IllegalCharacter, 17 characters)"),
    ] {
        assert_eq!(format!("{:?}", Vin::new(entered)), shown);
    }
    // Every dash that a word processor makes of one.
    for dash in ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'] {
        let vin = Vin::new(&format!("WVW{dash}ZZZ1JZ3W386752"));
        assert_eq!((vin.form(), vin.length()), (VinForm::Standard, 17), "{dash:?}");
    }
    assert_eq!(Vin::new("WVW_ZZZ1JZ3W38675").form(), VinForm::IllegalCharacter);
}

#[test]
fn a_state_knows_its_kind() {
    let attempt = std::num::NonZeroU32::MIN;
    for (state, kind) in [
        (State::Open, StateKind::Open),
        (State::Questioned { attempt }, StateKind::Questioned),
        (State::Accepted, StateKind::Accepted),
        (State::Confirmed, StateKind::Confirmed),
        (State::Documented, StateKind::Documented),
        (State::Exempt { reason: "a tractor" }, StateKind::Exempt),
    ] {
        assert_eq!(state.kind(), kind);
    }
}

#[test]
fn a_state_has_what_belongs_to_its_kind_and_nothing_else() {
    let attempt = std::num::NonZeroU32::new(2);
    let refused = |kind, attempt, reason| {
        let refused = State::new(kind, attempt, reason).expect_err("no state");
        (refused.code(), refused.field().map(str::to_owned))
    };
    let missing = |field: &str| (ErrorCode::MissingField, Some(field.to_owned()));
    let unknown = |field: &str| (ErrorCode::UnknownField, Some(field.to_owned()));
    for kind in StateKind::ALL.iter().copied() {
        match kind {
            StateKind::Questioned => {
                assert_eq!(
                    State::new(kind, attempt, None).map(|state| (state.kind(), state.attempt())),
                    Ok((kind, attempt))
                );
                assert_eq!(refused(kind, None, None), missing("attempt"));
                assert_eq!(refused(kind, attempt, Some("a tractor")), unknown("reason"));
            }
            StateKind::Exempt => {
                assert_eq!(State::new(kind, None, Some("a tractor")), Ok(State::Exempt { reason: "a tractor" }));
                assert_eq!(refused(kind, None, Some(" ")), missing("reason"));
                assert_eq!(refused(kind, attempt, Some("a tractor")), unknown("attempt"));
            }
            _ => {
                assert_eq!(State::new(kind, None, None).map(|state| state.kind()), Ok(kind));
                assert_eq!(refused(kind, attempt, None), unknown("attempt"));
                assert_eq!(refused(kind, None, Some("a tractor")), unknown("reason"));
            }
        }
    }
}

#[test]
fn what_anybody_may_do_needs_no_right() {
    for action in [Action::Open, Action::VehicleMaster, Action::Print] {
        assert_eq!((action.right(), action.obstacles()), (None, &[][..]));
        assert!(Kind::ALL.iter().all(|kind| action.is_for(*kind)));
    }
    assert_eq!((Action::Confirm.right(), Action::Unconfirm.right()), (None, None));
}

#[test]
fn a_short_list_knows_whether_it_is_empty() {
    let facts = actions::Facts {
        kind: Kind::Rental,
        status: Status::Planned,
        settled: false,
        confirmed: false,
        rights: Rights::ALL,
        created_by_user: true,
    };
    let decision = actions::decide(&facts).expect("a decision");
    assert!(!decision.outcome.unavailable.is_empty());
    assert_eq!(decision.outcome.unavailable.iter().count() + decision.outcome.available.len(), Action::ALL.len());
}

#[test]
fn months_beyond_their_limits_are_refused_in_their_name() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let facts =
        next_due::Facts { today: day, first_registration: day, interval_months: 12, months_before: 1, months_after: 4 };
    let refused = |facts| next_due::decide(&facts).expect_err("no inspection").field().map(str::to_owned);
    assert_eq!(refused(next_due::Facts { interval_months: 0, ..facts }).as_deref(), Some("interval_months"));
    assert_eq!(refused(next_due::Facts { months_before: 12, ..facts }).as_deref(), Some("months_before"));
    assert_eq!(refused(next_due::Facts { months_after: 12, ..facts }).as_deref(), Some("months_after"));
}

#[test]
fn a_text_is_given_in_the_language_that_was_asked_for() {
    let text = Text { en: "yes", nl: "ja", fr: "oui", de: "jawohl" };
    let given = Language::ALL.iter().map(|language| text.get(*language));
    assert!(given.eq(["yes", "ja", "oui", "jawohl"]));
    assert!(Language::ALL.iter().all(|language| Text::EMPTY.get(*language).is_empty()));
}

/// What a refusal of each code is about, by a word of its text.
#[test]
fn a_refusal_says_in_words_what_its_code_means() {
    let words = [
        (ErrorCode::MissingField, "must be given"),
        (ErrorCode::UnknownField, "know this field"),
        (ErrorCode::WrongType, "wrong kind"),
        (ErrorCode::UnknownValue, "none of the possible"),
        (ErrorCode::OutOfRange, "limits"),
        (ErrorCode::InvalidDate, "date or time"),
        (ErrorCode::Contradiction, "contradicts"),
        (ErrorCode::IllegalTransition, "present state"),
        (ErrorCode::OptionsLocked, "choices"),
        (ErrorCode::UnknownDecision, "no such decision"),
        (ErrorCode::MalformedJson, "JSON"),
    ];
    assert_eq!(words.len(), ErrorCode::ALL.len());
    for (code, word) in words {
        let text = code.text().en;
        assert!(text.contains(word), "{code}: {text}");
        let refusal = Error::new(code, "mode", "expected a mode");
        assert_eq!((refusal.detail(), refusal.to_string().as_str()), ("expected a mode", "mode: expected a mode"));
        assert_eq!(refusal.line(Language::En), format!("mode: {text}"));
        let whole = Error::whole(code, "expected a request");
        assert_eq!((whole.line(Language::En), whole.to_string().as_str()), (text.to_owned(), "expected a request"));
    }
}

#[test]
fn a_refusal_lists_its_faults() {
    let faults = ["vin", "date"].map(|field| Error::new(ErrorCode::MissingField, field, "it is needed"));
    let refusal = Error::listing(faults.to_vec()).expect("a refusal");
    assert_eq!((refusal.field(), refusal.faults()), (Some("vin"), &faults[..]));
    assert_eq!(Error::listing(Vec::new()), None);
}

/// A limit at the end of a civil day is compared with the clock on the wall; where that clock has no reading because its
/// calendar ends, the time lies beyond any limit.
#[test]
fn a_time_past_every_calendar_lies_beyond_the_limit_of_an_issue() {
    let zone = FixedOffset::east_opt(3600).expect("an offset");
    let at = |naive: NaiveDateTime| DateTime::<FixedOffset>::from_naive_utc_and_offset(naive, zone);
    let now = at(NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a time"));
    let past = at(NaiveDateTime::MAX);
    assert_eq!(past.wall_clock(), None);
    let facts = issue::Facts {
        kind: Kind::Rental,
        may_issue: true,
        now,
        requested_at: past,
        days_ahead: 1,
        immediate_window: issue_limit::ImmediateWindow::NextQuarterHour,
        planned_end: past,
        already_issued: false,
        vehicle_out: false,
        plate_out: false,
        overlaps_past_handover: false,
    };
    let decision = issue::decide(&facts).expect("a limit");
    assert!(matches!(decision.outcome, issue::Outcome::Refused { latest: Latest::Civil(_) }));
    assert!(decision.because().ids().eq(["beyond_issue_limit"]));
}

#[test]
fn a_decision_is_compared_by_all_that_it_says() {
    const SOURCE: Source = Source { manual: &manual::MD, passage: "none" };
    static TABLES: [Table; 3] = [
        Table::computation("house.gate", "2026-11", SOURCE),
        Table::computation("house.door", "2026-11", SOURCE),
        Table::computation("house.gate", "2026-12", SOURCE),
    ];
    let nothing = Evaluation { row: None, because: 0, advisories: 0, holds: 0 };
    let decision = Decision::new("open", &TABLES[0], nothing);
    let others = [
        Decision::new("shut", &TABLES[0], nothing),
        Decision::new("open", &TABLES[1], nothing),
        Decision::new("open", &TABLES[2], nothing),
        Decision::new("open", &TABLES[0], Evaluation { holds: 1, ..nothing }),
    ];
    assert_eq!(decision, Decision::new("open", &TABLES[0], nothing));
    assert!(others.iter().all(|other| *other != decision));
    let hash = |decision: &Decision<&str>| BuildHasherDefault::<DefaultHasher>::default().hash_one(decision);
    assert_eq!(hash(&decision), hash(&Decision::new("open", &TABLES[0], nothing)));
    assert!(others.iter().all(|other| hash(other) != hash(&decision)));
    assert_eq!((decision.advisory_bits(), decision.condition_bits()), (0, 0));
    let fired = Decision::new("open", &TABLES[0], Evaluation { row: None, because: 0, advisories: 6, holds: 5 });
    assert_eq!((fired.advisory_bits(), fired.condition_bits()), (6, 5));
}

/// The names under which the times of facts are put in another form, in the order of the fields.
#[test]
fn every_time_is_put_in_its_form_under_its_name() {
    let at = NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a time");
    let named = RefCell::new(Vec::new());
    let form = |at: NaiveDateTime, field: &'static str| {
        named.borrow_mut().push(field);
        Ok::<_, Error>(at)
    };
    let names = || named.take();

    let end = at + TimeDelta::hours(1);
    let other = plan::Other { planned_start: at, planned_end: end, out: false };
    let facts = plan::Facts { planned_start: at, planned_end: end, others: vec![other], now: at };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["planned_start", "planned_end", "planned_start", "planned_end", "now"]);

    let facts = status::Facts {
        planned_start: at,
        planned_end: at,
        issued_at: Some(at),
        returned_at: Some(at),
        settled: false,
        now: at,
    };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["planned_start", "planned_end", "issued_at", "returned_at", "now"]);

    let immediate_window = issue_limit::ImmediateWindow::FifteenMinutes;
    let limit = issue_limit::Facts { now: at, days_ahead: 0, immediate_window };
    limit.with_times(form).expect("times");
    assert_eq!(names(), ["now"]);

    let facts = issue::Facts {
        kind: Kind::Rental,
        may_issue: true,
        now: at,
        requested_at: at,
        days_ahead: 0,
        immediate_window,
        planned_end: at,
        already_issued: false,
        vehicle_out: false,
        plate_out: false,
        overlaps_past_handover: false,
    };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["now", "requested_at", "planned_end"]);

    let facts = take_back::Facts {
        may_take_back: true,
        issued_at: Some(at),
        already_returned: false,
        return_at: at,
        issue_reading_km: None,
        return_reading_km: None,
        update_reservation: false,
    };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["issued_at", "return_at"]);

    let other = amend_handover::Handover { issued_at: at, returned_at: Some(at) };
    let facts = amend_handover::Facts {
        may_amend_handover: true,
        issued_at: Some(at),
        returned_at: Some(at),
        other_handovers: vec![other],
    };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["issued_at", "returned_at", "issued_at", "returned_at"]);

    let facts = template::Facts { planned_end: at, status: Status::Planned, from: template::Origin::Manager, now: at };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["planned_end", "now"]);

    let facts = reservation::Facts {
        update_reservation: true,
        event: reservation::Event::Issued,
        issuer_code: "MK",
        planned_end: at,
        customer_number: "4711",
    };
    facts.with_times(form).expect("times");
    assert_eq!(names(), ["planned_end"]);
}

/// What is said of a decision, as a developer sees it.
#[test]
fn a_decision_shows_all_that_it_says() {
    let decision = catalogue::evaluate(
        "okr.option",
        r#"{"mode":"after_invoice_from_amount","max_age_days":30,"apk_reported":false,"entered_reading_km":125896,
            "last_reading_km":126000,"reading_date":"2026-11-19","invoice_date":"2026-11-21","invoice_total_cents":15000}"#,
    );
    let decision = decision.expect("a decision");
    let shown = format!("{:?}", decision.clone().map(|_| 7));
    assert_eq!(
        shown,
        r#"Decision { decision: "okr.option", edition: "2026-11", outcome: 7, row: Some("amount_too_low"), because: ["amount_too_low"], advisories: ["reading_breaks_trend"] }"#
    );
    assert_eq!((decision.because().len(), decision.advisories().len()), (1, 1));
    assert_eq!(decision.reasons(Language::En).count(), 1);
    assert_eq!(decision.lines(Language::En).count(), 2);
    // Where several rows may fit, all are reasons.
    let refused = catalogue::evaluate(
        "car_pass.enrolment",
        r#"{"trigger":"automatic","work_started":false,"vin":"WAUZZZ8V3EA070544","already_transmitted":false,"merged":true,
            "dossier_number":7,"vat_register_used":false,"vat_number_ticked":false,"has_owner":true}"#,
    );
    assert_eq!(refused.expect("a decision").reasons(Language::En).count(), 2);
    let computed = catalogue::evaluate("quarter_hour.floor", r#"{"at":"2026-11-21T10:07:00"}"#).expect("a decision");
    assert_eq!((computed.condition_bits(), computed.because_bits(), computed.advisory_bits()), (0, 0, 0));
    let mut reasons = decision.because();
    reasons.next();
    assert_eq!((reasons.len(), reasons.is_empty()), (0, true));
}
