//! What holds for all Car-Pass facts that the types allow, dates at both ends of the calendar included, and for every
//! pair of a state and an event.

use std::num::NonZeroU32;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use dms_rules::car_pass::lifecycle::Event;
use dms_rules::car_pass::readiness::Policy;
use dms_rules::car_pass::{
    Document, State, StateKind, account, actions, badge, history, invoicing, lifecycle, prompt, readiness,
    start_of_work, submission, visible, worklist,
};
use dms_rules::decision::Decision;
use dms_rules::error::{Error, ErrorCode};
use dms_rules::table::{HitPolicy, When};
use dms_rules::value::{EnterpriseNumber, OdometerReading, Vin, VinForm};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

const REASON: &str = "engine bench, no road vehicle";
const LAST: NonZeroU32 = NonZeroU32::MAX;

fn attempt(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).expect("attempts count from 1")
}

fn questioned(number: u32) -> State<'static> {
    State::Questioned { attempt: attempt(number) }
}

/// A state of each kind; several questioned ones, since the number of the attempt matters.
fn states() -> Vec<State<'static>> {
    let mut states: Vec<State<'_>> = vec![State::Open, State::Accepted, State::Confirmed, State::Documented];
    states.push(State::Exempt { reason: REASON });
    states.extend([1, 2, 3, 1_000, LAST.get() - 1, LAST.get()].map(questioned));
    for kind in StateKind::ALL {
        assert!(states.iter().any(|state| state.kind() == *kind), "{kind}");
    }
    states
}

fn happens<'a>(state: State<'a>, event: Event, reason: Option<&'a str>) -> Result<Decision<State<'a>>, Error> {
    lifecycle::decide(&lifecycle::Facts { state, event, reason })
}

/// The table of the rules, written once more: where a pair leads, `None` where it is refused.
fn leads_to(state: State<'static>, event: Event) -> Option<State<'static>> {
    match (event, state) {
        (Event::AnsweredOk, State::Open | State::Questioned { .. }) => Some(State::Accepted),
        (Event::AnsweredError, State::Open) => Some(questioned(1)),
        (Event::AnsweredError, State::Questioned { attempt }) => Some(questioned(attempt.get().checked_add(1)?)),
        (Event::CloseWithoutChange, State::Questioned { .. }) => Some(State::Confirmed),
        (Event::CorrectData, State::Questioned { .. }) => Some(state),
        (Event::GenerateDocument, State::Questioned { attempt }) if attempt.get() >= 2 => Some(State::Documented),
        (Event::MarkExempt, State::Open | State::Questioned { .. }) => Some(State::Exempt { reason: REASON }),
        (Event::Reopen, State::Exempt { .. }) => Some(State::Open),
        (Event::FlagOdometerReplaced, State::Open | State::Questioned { .. }) => Some(state),
        _ => None,
    }
}

#[test]
fn the_lifecycle_answers_every_pair() {
    for state in states() {
        for event in Event::ALL.iter().copied() {
            match (happens(state, event, Some(REASON)), leads_to(state, event)) {
                (Ok(decision), Some(expected)) => {
                    assert_eq!(decision.outcome, expected, "{state:?} {event}");
                    assert_eq!(decision.row().map(|row| row.id), Some(event.as_str()));
                    assert_eq!(decision.because().ids().collect::<Vec<_>>(), [event.as_str()]);
                    assert!(decision.advisories().is_empty());
                }
                (Err(refused), None) if event == Event::AnsweredError && state == questioned(LAST.get()) => {
                    assert_eq!((refused.code(), refused.field()), (ErrorCode::OutOfRange, Some("state.attempt")));
                }
                (Err(refused), None) => {
                    assert_eq!((refused.code(), refused.field()), (ErrorCode::IllegalTransition, Some("event")));
                    let too_late = event == Event::FlagOdometerReplaced && state.kind() != StateKind::Exempt;
                    let advisories: Vec<_> = refused.advisories().iter().map(|advisory| advisory.id).collect();
                    assert_eq!(advisories, if too_late { vec!["send_correction"] } else { vec![] });
                    assert!(refused.faults().is_empty());
                }
                (answered, expected) => panic!("{state:?} {event}: {answered:?}, expected {expected:?}"),
            }
        }
    }
}

/// The lifecycle refuses what its table lists as impossible: among the combinations that a state and an event can give,
/// that is exactly what no row fits.
#[test]
fn what_is_listed_as_impossible_is_what_no_row_fits() {
    let table = &lifecycle::TABLE;
    let rows: Vec<When> = table.rows.iter().map(|row| row.when).collect();
    let any_fits = |whens: &[When], holds| whens.iter().any(|when| when.fits(holds));
    let (cannot_be, refused) = table.impossible.split_at(4);
    for holds in 0..1_u32 << table.conditions.len() {
        let events = holds & ((1 << Event::ALL.len()) - 1);
        if events.count_ones() == 1 && !any_fits(cannot_be, holds) {
            assert_ne!(any_fits(&rows, holds), any_fits(refused, holds), "{holds:#b}");
        }
    }
    for (place, event) in Event::ALL.iter().enumerate() {
        assert_eq!((table.conditions[place].id, table.rows[place].reason.id), (event.as_str(), event.as_str()));
    }
}

#[test]
fn marking_exempt_needs_a_reason_and_nothing_else_does() {
    for state in states() {
        for event in Event::ALL.iter().copied() {
            for reason in [None, Some(""), Some(" \t\u{a0}")] {
                let (with, without) = (happens(state, event, Some(REASON)), happens(state, event, reason));
                if event == Event::MarkExempt && with.is_ok() {
                    let refused = without.expect_err("a reason is compulsory");
                    assert_eq!((refused.code(), refused.field()), (ErrorCode::MissingField, Some("reason")));
                } else {
                    assert_eq!(with, without, "{state:?} {event}");
                }
            }
        }
    }
}

#[test]
fn only_reopening_leaves_a_settled_state() {
    for state in states().into_iter().filter(State::is_settled) {
        let leaving = Event::ALL.iter().filter(|event| happens(state, **event, Some(REASON)).is_ok());
        let expected: &[Event] = if state.kind() == StateKind::Exempt { &[Event::Reopen] } else { &[] };
        assert_eq!(leaving.copied().collect::<Vec<_>>(), expected, "{state:?}");
    }
}

#[test]
fn what_is_offered_is_what_the_lifecycle_accepts() {
    for state in states() {
        for signature_configured in [false, true] {
            let facts = actions::Facts { state, signature_configured };
            let decision = actions::decide(&facts).expect("total");
            for action in actions::Action::ALL {
                let event: Event = action.as_str().parse().expect("an action is an event");
                let offered = decision.outcome.actions.contains(action);
                assert_eq!(offered, happens(state, event, None).is_ok(), "{state:?} {event}");
                assert_eq!(offered, decision.because().contains(action.as_str()));
            }
            for way in actions::DocumentBy::ALL {
                let open = decision.outcome.document_by.contains(way);
                assert_eq!(open, decision.because().contains(way.as_str()), "{state:?} {way}");
            }
            let document = decision.outcome.actions.contains(&actions::Action::GenerateDocument);
            assert_eq!(document, !decision.outcome.document_by.is_empty());
            assert_eq!(document && !signature_configured, !decision.advisories().is_empty());
        }
    }
}

/// Facts under which a job is ready to be sent, so that only its state decides.
fn ready(policy: Policy) -> readiness::Facts {
    let reading = OdometerReading::new(125_896);
    let today = day_of_2026();
    readiness::Facts {
        policy,
        vin: Vin::new("WAUZZZ8V3EA070544"),
        today,
        reading_km: reading,
        start_of_work: Some(today),
        damage_reading_km: reading,
        repair_reading_km: reading,
    }
}

fn day_of_2026() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

fn listed(state: State<'_>) -> bool {
    let readiness = ready(Policy::WorkOrder);
    let dossiers = vec![worklist::Dossier { id: "1095", site: "Gent", state, readiness }];
    let list = worklist::decide(&worklist::Facts { dossiers, user_site: "Gent" }).expect("total");
    !list.outcome.dossiers.is_empty()
}

/// In every state, and in every state that an event leads to, the decisions agree on what "settled" means.
#[test]
fn prompt_invoicing_and_worklist_agree_on_settled() {
    let reached = states().into_iter().flat_map(|state| {
        let next = Event::ALL.iter().filter_map(move |event| happens(state, *event, Some(REASON)).ok());
        std::iter::once(state).chain(next.map(|decision| decision.outcome))
    });
    for state in reached {
        let settled = state.is_settled();
        for document in Document::ALL.iter().copied() {
            for uses_job_documents in [false, true] {
                let readiness::Facts { vin, today, reading_km, start_of_work, .. } = ready(Policy::WorkOrder);
                let facts =
                    prompt::Facts { vin, today, reading_km, start_of_work, document, uses_job_documents, state };
                let prompt = prompt::decide(&facts).expect("total");
                assert_eq!(prompt.outcome == prompt::Outcome::NothingToDo, settled, "{state:?}");
            }
            let invoicing = invoicing::decide(&invoicing::Facts { state, document }).expect("total");
            assert_eq!(invoicing.outcome == invoicing::Outcome::Allowed, settled, "{state:?}");
            let draft = !settled && document == Document::Invoice;
            assert_eq!(invoicing.outcome == invoicing::Outcome::DraftOnly, draft, "{state:?}");
        }
        assert_eq!(listed(state), !settled, "{state:?}");
    }
}

#[test]
fn a_state_has_what_its_kind_needs_and_nothing_else() {
    for kind in StateKind::ALL.iter().copied() {
        for attempt in [None, Some(LAST)] {
            for reason in [None, Some(" "), Some(REASON)] {
                let fits = attempt.is_some() == (kind == StateKind::Questioned)
                    && (reason == Some(REASON)) == (kind == StateKind::Exempt);
                match State::new(kind, attempt, reason) {
                    Ok(state) => {
                        assert!(fits, "{state:?}");
                        assert_eq!((state.kind(), state.attempt()), (kind, attempt));
                    }
                    Err(refused) => {
                        assert!(!fits, "{kind} {attempt:?} {reason:?}");
                        assert!(matches!(refused.field(), Some("attempt" | "reason")));
                    }
                }
            }
        }
    }
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    let near = -10_i64..10;
    let usual =
        near.prop_map(|days| day_of_2026().checked_add_signed(TimeDelta::days(days)).expect("a date near 2026"));
    prop_oneof![8 => usual, 1 => Just(NaiveDate::MIN), 1 => Just(NaiveDate::MAX)]
}

fn any_time() -> impl Strategy<Value = NaiveDateTime> {
    let time_of_day = (0_u32..86_400, 0_u32..1_000_000_000)
        .prop_map(|(seconds, nanos)| NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos).expect("a time"));
    let usual = (any_date(), time_of_day).prop_map(|(date, time)| date.and_time(time));
    prop_oneof![8 => usual, 1 => Just(NaiveDateTime::MIN), 1 => Just(NaiveDateTime::MAX)]
}

fn any_reading() -> impl Strategy<Value = OdometerReading> {
    (0_u32..=9_999_999).prop_map(|km| OdometerReading::new(km).expect("at most seven digits"))
}

fn any_vin() -> impl Strategy<Value = Vin> {
    prop_oneof!["[A-HJ-NPR-Z0-9]{17}", "[A-Z0-9 -]{0,20}", ".{0,20}"].prop_map(|vin| Vin::new(&vin))
}

fn any_state() -> impl Strategy<Value = State<'static>> {
    select(states())
}

fn any_enterprise_number() -> impl Strategy<Value = String> {
    let right = (0_u32..100_000_000).prop_map(|first| format!("{first:08}{:02}", 97 - first % 97));
    prop_oneof![4 => right, 1 => "[BE 0-9.]{0,14}", 1 => ".{0,12}", 1 => Just(String::new())]
}

prop_compose! {
    fn any_readiness_facts()(
        policy in select(Policy::ALL),
        vin in any_vin(),
        today in any_date(),
        reading_km in of(any_reading()),
        start_of_work in of(any_date()),
        damage_reading_km in of(any_reading()),
        repair_reading_km in of(any_reading()),
    ) -> readiness::Facts {
        readiness::Facts { policy, vin, today, reading_km, start_of_work, damage_reading_km, repair_reading_km }
    }
}

prop_compose! {
    fn any_account()([user_code_set, password_set, email_set] in any::<[bool; 3]>()) -> account::Facts {
        account::Facts { user_code_set, password_set, email_set }
    }
}

prop_compose! {
    fn any_start_of_work_facts()(
        policy in select(Policy::ALL),
        entered in of(any_date()),
        first_clocking in of(any_time()),
        arrived in of(any_date()),
        start_date_at_register in any::<bool>(),
        today in any_date(),
    ) -> start_of_work::Facts {
        start_of_work::Facts { policy, entered, first_clocking, arrived, start_date_at_register, today }
    }
}

/// The facts gave no combination that the table declares impossible, the row is the first that fits, and `because` says
/// why.
fn agrees_with_its_table<O>(decision: &Decision<O>) -> Result<(), TestCaseError> {
    let (table, holds) = (decision.table(), decision.condition_bits());
    let impossible = table.impossible.iter().any(|when| when.fits(holds));
    prop_assert!(!impossible, "{}: {holds:#b} is declared impossible", table.id);
    let fitting = table.rows.iter().position(|row| row.when.fits(holds));
    if table.policy == HitPolicy::First {
        prop_assert_eq!(decision.row_index(), fitting);
    } else {
        prop_assert_eq!(decision.row_index(), None);
        prop_assert_eq!(decision.because().is_empty(), fitting.is_none());
    }
    for (bit, advisory) in table.advisories.iter().enumerate() {
        prop_assert_eq!(decision.advisory_bits() & (1 << bit) != 0, advisory.when.fits(holds));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_prompt_is_total_and_waits_for_what_readiness_lacks(
        facts in any_readiness_facts(),
        document in select(Document::ALL),
        uses_job_documents in any::<bool>(),
        state in any_state(),
    ) {
        let readiness = readiness::decide(&readiness::Facts { policy: Policy::WorkOrder, ..facts }).expect("total");
        let readiness::Facts { vin, today, reading_km, start_of_work, .. } = facts;
        let facts = prompt::Facts { vin, today, reading_km, start_of_work, document, uses_job_documents, state };
        let prompt = prompt::decide(&facts).expect("total");
        agrees_with_its_table(&prompt)?;
        match prompt.outcome {
            prompt::Outcome::NotYet => {
                prop_assert!(prompt.because().ids().eq(readiness.because().ids()));
                prop_assert!(!prompt.because().is_empty());
            }
            prompt::Outcome::OfferToSend => {
                prop_assert_eq!(readiness.outcome, readiness::Outcome::Ready);
                prop_assert!(prompt.because().is_empty());
            }
            prompt::Outcome::NothingToDo | prompt::Outcome::SendFromJobDocument => {
                prop_assert!(prompt.because().ids().eq(prompt.row().map(|row| row.id)));
            }
        }
    }

    #[test]
    fn the_badge_sends_only_what_it_asked_for(settings in any::<[bool; 3]>()) {
        let [ask_reading_at_badge, submit_at_badge, reading_known] = settings;
        let decision = badge::decide(&badge::Facts { ask_reading_at_badge, submit_at_badge, reading_known }).expect("total");
        agrees_with_its_table(&decision)?;
        prop_assert_eq!(decision.outcome.ask_reading, ask_reading_at_badge && !reading_known);
        prop_assert_eq!(decision.outcome.submit_after_entry, decision.outcome.ask_reading && submit_at_badge);
    }

    #[test]
    fn the_start_of_work_is_total(facts in any_start_of_work_facts()) {
        let decision = start_of_work::decide(&facts).expect("total");
        agrees_with_its_table(&decision)?;
        let start_of_work::Outcome { date, time, origin } = decision.outcome;
        prop_assert_eq!(decision.row().map(|row| row.id), Some(origin.as_str()));
        prop_assert_eq!(date.is_none(), origin == start_of_work::Origin::Unknown);
        prop_assert_eq!(time.is_some(), origin == start_of_work::Origin::FirstClocking);
        prop_assert!(time.is_none_or(|time| time.nanosecond() == 0));
        prop_assert_eq!(decision.advisories().contains("date_assumed"), origin == start_of_work::Origin::Today);
        if facts.policy == Policy::ClaimFile {
            prop_assert!(date.is_some());
        }
    }

    #[test]
    fn a_submission_is_whole_or_names_every_fault(
        readings in any_readiness_facts(),
        start in any_start_of_work_facts(),
        reading_source in select(submission::ReadingSource::ALL),
        enterprise_number in any_enterprise_number(),
        first_registration in of(any_date()),
        odometer_replaced in any::<bool>(),
        work_description in of(select(&["", " ", "remblokken vooraan vervangen"][..])),
        account in any_account(),
    ) {
        let policy = readings.policy;
        let start = start_of_work::decide(&start_of_work::Facts { policy, ..start }).expect("total").outcome;
        let readiness::Facts { vin, reading_km, damage_reading_km, repair_reading_km, .. } = readings;
        let facts = submission::Facts {
            policy,
            vin,
            start,
            reading_km,
            damage_reading_km,
            repair_reading_km,
            reading_source,
            first_registration,
            enterprise_number: &enterprise_number,
            odometer_replaced,
            work_description,
            account,
        };
        let faulty = [
            !matches!(vin.form(), VinForm::Short | VinForm::Standard),
            start.date.is_none(),
            match policy {
                Policy::WorkOrder => reading_km.is_none(),
                Policy::ClaimFile => damage_reading_km.or(repair_reading_km).is_none(),
            },
            EnterpriseNumber::new(&enterprise_number).is_none(),
            !account.user_code_set,
            !account.password_set,
            !account.email_set,
        ];
        match submission::decide(&facts) {
            Ok(decision) => {
                agrees_with_its_table(&decision)?;
                prop_assert_eq!(faulty, [false; 7]);
                prop_assert_eq!(Some(decision.outcome.start_of_work.date), start.date);
                prop_assert_eq!(decision.advisories().is_empty(), decision.outcome.work_description.is_some());
                let preferred = match (policy, reading_source) {
                    (Policy::WorkOrder, _) => reading_km,
                    (Policy::ClaimFile, submission::ReadingSource::DamageFirst) => damage_reading_km.or(repair_reading_km),
                    (Policy::ClaimFile, submission::ReadingSource::RepairFirst) => repair_reading_km.or(damage_reading_km),
                };
                prop_assert_eq!(Some(decision.outcome.reading_km), preferred);
            }
            Err(refused) => {
                let faults = refused.faults();
                prop_assert_eq!(faults.len(), faulty.into_iter().filter(|faulty| *faulty).count());
                prop_assert_eq!((refused.code(), refused.field()), (faults[0].code(), faults[0].field()));
                let order = ["vin", "start.date", "reading", "enterprise_number", "account.user", "account.pass", "account.email"];
                let places = faults.iter().map(|fault| {
                    let field = fault.field().unwrap_or_default();
                    order.iter().position(|named| field.contains(named))
                });
                prop_assert!(places.eq((0..7).filter(|place| faulty[*place]).map(Some)));
            }
        }
    }

    #[test]
    fn an_enterprise_number_is_read_from_what_it_writes(entered in any_enterprise_number()) {
        if let Some(number) = EnterpriseNumber::new(&entered) {
            prop_assert_eq!(EnterpriseNumber::new(number.as_str()), Some(number));
            prop_assert_eq!(EnterpriseNumber::new(&format!(" be {number:.4}.{}", &number.as_str()[4..])), Some(number));
            // The check digits find every single wrong digit.
            for place in 0..10 {
                let mut digits = number.as_str().to_owned().into_bytes();
                digits[place] = b'0' + (digits[place] - b'0' + 1) % 10;
                let wrong = String::from_utf8(digits).expect("digits");
                prop_assert_eq!(EnterpriseNumber::new(&wrong), None, "{}", wrong);
            }
        }
    }

    #[test]
    fn the_history_needs_the_account_and_a_vin(account in any_account(), vin in any_vin()) {
        let account::Facts { user_code_set, password_set, email_set } = account;
        let account = account::decide(&account).expect("total");
        agrees_with_its_table(&account)?;
        prop_assert_eq!(account.outcome == account::Outcome::Incomplete, !account.because().is_empty());
        let history = history::decide(&history::Facts { user_code_set, password_set, email_set, vin }).expect("total");
        agrees_with_its_table(&history)?;
        prop_assert_eq!(history.outcome == history::Outcome::Refused, !history.because().is_empty());
        let reasons = history.because().ids().filter(|id| !id.starts_with("vin_"));
        prop_assert!(reasons.eq(account.because().ids()));
        if history.outcome == history::Outcome::Allowed {
            prop_assert_eq!(account.outcome, account::Outcome::Complete);
        }
    }

    #[test]
    fn the_worklist_shows_each_open_dossier_of_the_site_once_and_in_order(
        dossiers in prop::collection::vec((any_state(), any::<bool>(), any_readiness_facts()), 0..12),
    ) {
        let ids: Vec<String> = (0..dossiers.len()).map(|id| id.to_string()).collect();
        let dossiers: Vec<_> = dossiers
            .iter()
            .zip(&ids)
            .map(|((state, own, readiness), id)| worklist::Dossier {
                id,
                site: if *own { "Gent" } else { "Luik" },
                state: *state,
                readiness: *readiness,
            })
            .collect();
        let facts = worklist::Facts { dossiers: dossiers.clone(), user_site: "Gent" };
        let decision = worklist::decide(&facts).expect("total");
        prop_assert!(decision.row().is_none() && decision.because().is_empty() && decision.advisories().is_empty());
        let list = decision.outcome.dossiers;
        for dossier in &dossiers {
            let sites = visible::Facts { user_site: "Gent", dossier_site: dossier.site };
            let seen = visible::decide(&sites).expect("total").outcome == visible::Outcome::Visible;
            let shown: Vec<_> = list.iter().filter(|listed| listed.id == dossier.id).collect();
            prop_assert_eq!(shown.len(), usize::from(seen && !dossier.state.is_settled()));
            for listed in shown {
                let readiness = readiness::decide(&dossier.readiness).expect("total");
                prop_assert_eq!(listed.red(), readiness.outcome == readiness::Outcome::Blocked);
                prop_assert_eq!(listed.red(), !listed.reasons().is_empty());
                prop_assert!(listed.reasons().ids().eq(readiness.because().ids()));
                prop_assert!(listed.advisories().ids().eq(readiness.advisories().ids()));
                prop_assert_eq!(listed.start_of_work, dossier.readiness.start_of_work);
            }
        }
        for pair in list.windows(2) {
            let place = |listed: &worklist::Listed<'_>| listed.id.parse::<usize>().expect("a place");
            let (earlier, later) = (&pair[0], &pair[1]);
            prop_assert!((earlier.start_of_work, place(earlier)) < (later.start_of_work, place(later)));
        }
    }
}
