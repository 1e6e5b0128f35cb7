//! What holds for all bookings that the types allow, times at both ends of the calendar included.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use dms_rules::booking::span::Span;
use dms_rules::booking::{
    Kind, Right, Rights, Status, Verdict, actions, advisor, amend_handover, cancel_issue, confirmation, documents,
    driver, editable, follows_master, issue_prefill, maintenance_contract, odometer, permission, plan, reservation,
    settlement, status, take_back, template,
};
use dms_rules::decision::Decision;
use dms_rules::error::Error;
use dms_rules::table::HitPolicy;
use dms_rules::value::{OdometerReading, Set};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// The facts gave no combination that the table declares impossible; row, reasons and advisories are those that fit.
fn stands_in_its_table<O>(decision: &Decision<O>) -> Result<(), TestCaseError> {
    let (table, holds) = (decision.table(), decision.condition_bits());
    prop_assert!(!table.impossible.iter().any(|when| when.fits(holds)), "{}: {holds:#b} is impossible", table.id);
    let fitting = |rows: &[dms_rules::table::Row]| {
        rows.iter().enumerate().filter(|(_, row)| row.when.fits(holds)).fold(0, |bits, (place, _)| bits | 1 << place)
    };
    let rows: u32 = fitting(table.rows);
    match table.policy {
        HitPolicy::First => prop_assert_eq!(decision.row_index(), Some(rows.trailing_zeros() as usize)),
        HitPolicy::Collect => prop_assert_eq!((decision.row_index(), decision.because_bits()), (None, rows)),
        HitPolicy::None => prop_assert_eq!((decision.row_index(), decision.because_bits()), (None, 0)),
    }
    prop_assert_eq!(decision.advisory_bits(), fitting(table.advisories));
    Ok(())
}

/// It was decided as its table says, or refused for one of these fields.
fn decided_or_refused<O>(answer: &Result<Decision<O>, Error>, fields: &[&str]) -> Result<(), TestCaseError> {
    match answer {
        Ok(decision) => stands_in_its_table(decision),
        Err(refused) => {
            let field = refused.field().unwrap_or_default();
            prop_assert!(fields.iter().any(|known| field.ends_with(known)), "{refused}");
            Ok(())
        }
    }
}

fn any_time() -> impl Strategy<Value = NaiveDateTime> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    let usual = (-60_i64..60, 0_u32..60)
        .prop_map(move |(minutes, s)| day.and_hms_opt(10, 0, s).expect("a time") + TimeDelta::minutes(minutes));
    let last_minutes = NaiveDate::from_ymd_opt(9999, 12, 31).and_then(|day| day.and_hms_opt(23, 45, 0));
    let ends = [NaiveDateTime::MIN, NaiveDateTime::MAX, last_minutes.expect("a time")];
    prop_oneof![12 => usual, 1 => select(ends.to_vec())]
}

/// The same instant on a clock that many hours from UTC.
fn on_a_clock(hours: i32) -> impl Fn(NaiveDateTime, &'static str) -> Result<DateTime<FixedOffset>, Error> {
    let zone = FixedOffset::east_opt(hours * 3600).expect("an offset");
    move |at, _| Ok(DateTime::from_naive_utc_and_offset(at, zone))
}

fn any_reading() -> impl Strategy<Value = OdometerReading> {
    prop_oneof![0_u32..=3, 0_u32..=9_999_999].prop_map(|km| OdometerReading::new(km).expect("at most seven digits"))
}

fn any_rights() -> impl Strategy<Value = Rights> {
    vec(select(Right::ALL), 0..12).prop_map(Rights::from_iter)
}

fn every_set_of_rights() -> impl Iterator<Item = Rights> {
    (0_u32..1 << Right::ALL.len()).map(|chosen| {
        Right::ALL.iter().enumerate().filter(|(place, _)| chosen & (1 << place) != 0).map(|(_, right)| *right).collect()
    })
}

const BOTH: [bool; 2] = [false, true];

prop_compose! {
    fn any_plan()(
        planned_start in any_time(),
        planned_end in any_time(),
        others in vec((any_time(), any_time(), any::<bool>()), 0..4),
        now in any_time(),
    ) -> plan::Facts<NaiveDateTime> {
        let others = others.into_iter().map(|(planned_start, planned_end, out)| plan::Other { planned_start, planned_end, out });
        plan::Facts { planned_start, planned_end, others: others.collect(), now }
    }
}

prop_compose! {
    fn any_status()(
        planned_start in any_time(),
        planned_end in any_time(),
        issued_at in of(any_time()),
        returned_at in of(any_time()),
        settled in any::<bool>(),
        now in any_time(),
    ) -> status::Facts<NaiveDateTime> {
        status::Facts { planned_start, planned_end, issued_at, returned_at, settled, now }
    }
}

prop_compose! {
    fn any_take_back()(
        [may_take_back, already_returned, update_reservation] in any::<[bool; 3]>(),
        issued_at in of(any_time()),
        return_at in any_time(),
        issue_reading_km in of(any_reading()),
        return_reading_km in of(any_reading()),
    ) -> take_back::Facts<NaiveDateTime> {
        take_back::Facts {
            may_take_back,
            issued_at,
            already_returned,
            return_at,
            issue_reading_km,
            return_reading_km,
            update_reservation,
        }
    }
}

prop_compose! {
    fn any_amendment()(
        may_amend_handover in any::<bool>(),
        issued_at in of(any_time()),
        returned_at in of(any_time()),
        others in vec((any_time(), of(any_time())), 0..4),
    ) -> amend_handover::Facts<NaiveDateTime> {
        let others = others.into_iter().map(|(issued_at, returned_at)| amend_handover::Handover { issued_at, returned_at });
        amend_handover::Facts { may_amend_handover, issued_at, returned_at, other_handovers: others.collect() }
    }
}

prop_compose! {
    fn any_template()(
        planned_end in any_time(),
        status in select(Status::ALL),
        from in select(template::Origin::ALL),
        now in any_time(),
    ) -> template::Facts<NaiveDateTime> {
        template::Facts { planned_end, status, from, now }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn spans_that_touch_do_not_overlap(start in any_time(), between in any_time(), end in of(any_time())) {
        let (before, after) = (Span::new(&start, Some(&between)), Span::new(&between, end.as_ref()));
        prop_assert!(!before.overlaps(after) && !after.overlaps(before));
    }

    #[test]
    fn overlapping_is_mutual(spans in vec((any_time(), of(any_time())), 2)) {
        let spans: Vec<Span> = spans.iter().map(|(start, end)| Span::new(start, end.as_ref())).collect();
        prop_assert_eq!(spans[0].overlaps(spans[1]), spans[1].overlaps(spans[0]));
        prop_assert_eq!(spans[0].overlaps(spans[0]), !spans[0].is_empty());
        prop_assert!(spans[0].is_empty() || !spans[0].is_reversed());
    }

    #[test]
    fn planning_never_refuses_an_overlap(facts in any_plan(), hours in -14_i32..=14) {
        let answer = plan::decide(&facts);
        decided_or_refused(&answer, &["planned_end"])?;
        let instants = facts.clone().with_times(on_a_clock(hours)).and_then(|facts| plan::decide(&facts));
        prop_assert_eq!(&answer, &instants);
        let positive = facts.planned_start.and_utc().timestamp().div_euclid(60) < facts.planned_end.and_utc().timestamp().div_euclid(60);
        if facts.others.is_empty() {
            prop_assert_eq!(answer.is_ok(), positive);
        }
        if let Ok(decision) = answer {
            let alone = plan::decide(&plan::Facts { others: vec![], ..facts }).expect("a span that was accepted");
            prop_assert_eq!(alone.advisory_bits(), 0);
            prop_assert_eq!(decision.outcome, plan::Outcome::Ok);
        }
    }

    #[test]
    fn an_issue_takes_over_only_what_was_given(
        odometer_km in of(any_reading()),
        damages in vec(("[a-z ]{0,4}", "[a-z ]{0,4}"), 0..4),
        campaigns in vec(("[A-Z0-9]{0,3}", any::<bool>(), any::<bool>()), 0..4),
        comment in of("[a-z ]{0,3}"),
    ) {
        let facts = issue_prefill::Facts {
            odometer_km,
            damages: damages.iter().map(|(category, description)| issue_prefill::Damage { category, description }).collect(),
            campaigns: campaigns.iter().map(|(code, active, open)| issue_prefill::Campaign { code, active: *active, open: *open }).collect(),
            comment: comment.as_deref(),
        };
        let record = issue_prefill::decide(&facts).expect("total").outcome;
        prop_assert_eq!(record.odometer_km, odometer_km);
        prop_assert_eq!(&record.damages, &facts.damages);
        prop_assert_eq!(record.campaigns.len(), campaigns.iter().filter(|(_, active, open)| *active && *open).count());
        prop_assert!(record.comment.is_none_or(|comment| !comment.trim().is_empty()));
        prop_assert_eq!(record.signature, None);
    }

    #[test]
    fn every_booking_has_one_status(facts in any_status(), hours in -14_i32..=14) {
        let answer = status::decide(&facts);
        decided_or_refused(&answer, &["planned_end", "returned_at", "settled"])?;
        let instants = facts.with_times(on_a_clock(hours)).and_then(|facts| status::decide(&facts));
        prop_assert_eq!(answer.as_ref().map(|decision| decision.outcome.status), instants.as_ref().map(|decision| decision.outcome.status));
        if let Ok(decision) = answer {
            let drawn = decision.outcome;
            prop_assert_eq!(drawn.status == Status::Returned, facts.returned_at.is_some());
            prop_assert_eq!(drawn.status == Status::Planned, facts.issued_at.is_none());
            prop_assert_eq!(drawn.vehicle_in_house, facts.issued_at.is_none() || facts.returned_at.is_some());
            prop_assert_eq!(drawn.warn, drawn.colour == status::Colour::Overdue);
            prop_assert_eq!(drawn.settled, facts.settled);
        }
    }

    #[test]
    fn time_passing_only_ever_makes_a_booking_overdue(facts in any_status(), later in any_time()) {
        let status_at = |now| status::decide(&status::Facts { now, ..facts }).map(|decision| decision.outcome.status);
        match (status_at(facts.now.min(later)), status_at(facts.now.max(later))) {
            (Ok(before), Ok(after)) => {
                prop_assert!(before == after || (before, after) == (Status::Issued, Status::Overdue));
            }
            (before, after) => prop_assert_eq!(before.err(), after.err()),
        }
    }

    #[test]
    fn a_right_never_takes_away(
        kind in select(Kind::ALL),
        action in select(permission::Action::ALL),
        rights in any_rights(),
        more in select(Right::ALL),
        [advisor_is_user, created_by_user] in any::<[bool; 2]>(),
    ) {
        let facts = permission::Facts { kind, action, rights, advisor_is_user, created_by_user };
        let decision = permission::decide(&facts).expect("total");
        stands_in_its_table(&decision)?;
        let granted = |rights| permission::decide(&permission::Facts { rights, ..facts }).expect("total").outcome == permission::Outcome::Granted;
        prop_assert!(!granted(Rights::EMPTY));
        if more != Right::OwnEntriesOnly {
            prop_assert!(!granted(rights) || granted(rights.with(more)));
        } else {
            prop_assert!(!granted(rights.with(more)) || granted(rights));
        }
    }

    #[test]
    fn a_vehicle_is_taken_back_unless_something_stands_against_it(facts in any_take_back(), hours in -14_i32..=14) {
        let decision = take_back::decide(&facts).expect("total");
        stands_in_its_table(&decision)?;
        prop_assert_eq!(decision.because().is_empty(), matches!(decision.outcome, take_back::Outcome::Allowed { .. }));
        prop_assert_eq!(&decision, &take_back::decide(&facts.with_times(on_a_clock(hours)).expect("instants")).expect("total"));
        let without_readings = take_back::Facts { issue_reading_km: None, return_reading_km: None, ..facts };
        let without_readings = take_back::decide(&without_readings).expect("total");
        prop_assert_eq!((without_readings.outcome, without_readings.advisory_bits()), (decision.outcome, 0));
    }

    #[test]
    fn a_handover_is_amended_unless_something_stands_against_it(facts in any_amendment(), hours in -14_i32..=14) {
        let answer = amend_handover::decide(&facts);
        decided_or_refused(&answer, &["].returned_at"])?;
        let instants = facts.clone().with_times(on_a_clock(hours)).and_then(|facts| amend_handover::decide(&facts));
        prop_assert_eq!(&answer, &instants);
        if let Ok(decision) = answer {
            prop_assert_eq!(decision.because().is_empty(), decision.outcome == Verdict::Allowed);
            let mut reversed = facts.clone();
            reversed.other_handovers.reverse();
            prop_assert_eq!(&decision, &amend_handover::decide(&reversed).expect("the same handovers"));
            let alone = amend_handover::Facts { other_handovers: vec![], ..facts };
            prop_assert!(!amend_handover::decide(&alone).expect("no other handovers").because().contains("overlaps_handover"));
        }
    }

    #[test]
    fn a_vehicle_that_came_back_may_go_out_in_the_same_minute(first in any_time(), between in any_time(), back in of(any_time())) {
        let facts = amend_handover::Facts {
            may_amend_handover: true,
            issued_at: Some(between),
            returned_at: back,
            other_handovers: vec![amend_handover::Handover { issued_at: first, returned_at: Some(between) }],
        };
        if let Ok(decision) = amend_handover::decide(&facts) {
            prop_assert!(!decision.because().contains("overlaps_handover"));
        }
    }

    #[test]
    fn the_master_reading_only_moves_up(master_km in of(any_reading()), entered_km in any_reading()) {
        let decision = odometer::decide(&odometer::Facts { master_km, entered_km }).expect("total");
        stands_in_its_table(&decision)?;
        let after = decision.outcome.master_km;
        prop_assert!(master_km.is_none_or(|before| after >= before) && after >= entered_km);
        let again = odometer::decide(&odometer::Facts { master_km: Some(after), entered_km }).expect("total");
        prop_assert_eq!((again.row().map(|row| row.id), again.outcome), (Some("keep"), decision.outcome));
    }

    #[test]
    fn a_new_booking_lasts_half_an_hour(facts in any_template(), hours in -14_i32..=14) {
        let answer = template::decide(&facts);
        decided_or_refused(&answer, &["planned_end"])?;
        let instants = facts.with_times(on_a_clock(hours)).and_then(|facts| template::decide(&facts));
        decided_or_refused(&instants, &["planned_end"])?;
        match answer.map(|decision| decision.outcome) {
            Ok(template::Outcome::Allowed { start, end, reload_vehicle, licence_checked }) => {
                prop_assert_eq!((start, end - start), (facts.planned_end, TimeDelta::minutes(30)));
                prop_assert_eq!((reload_vehicle, licence_checked), (true, false));
            }
            Ok(template::Outcome::Refused) => prop_assert_eq!(facts.from, template::Origin::AmendTakeBack),
            Err(_) => prop_assert!(facts.planned_end.and_utc().timestamp() > 253_000_000_000, "the year 9999"),
        }
    }

    #[test]
    fn the_advisor_is_one_of_those_given(
        kind in select(Kind::ALL),
        sales in of("[A-Z ]{0,2}"),
        service in of("[A-Z ]{0,2}"),
        receiver in of("[A-Z ]{0,2}"),
        from_appointment in any::<bool>(),
    ) {
        let facts = advisor::Facts {
            kind,
            sales_advisor: sales.as_deref(),
            service_advisor: service.as_deref(),
            appointment_receiver: receiver.as_deref(),
            from_appointment,
        };
        let decision = advisor::decide(&facts).expect("total");
        stands_in_its_table(&decision)?;
        let chosen = decision.outcome.advisor;
        prop_assert!(chosen.is_none_or(|code| !code.trim().is_empty()));
        let named = if kind == Kind::Replacement { [facts.service_advisor, facts.appointment_receiver] } else { [facts.sales_advisor; 2] };
        prop_assert!(chosen.is_none() || named.contains(&chosen));
    }

    #[test]
    fn a_free_entry_is_never_written_back(driver in select(driver::Driver::ALL), facts in any::<[bool; 5]>()) {
        let [may_edit_customers, may_edit_vehicles, customer_owns_vehicle, customer_changed, driver_has_old_customer_data] = facts;
        let facts = driver::Facts {
            driver,
            may_edit_customers,
            may_edit_vehicles,
            customer_owns_vehicle,
            customer_changed,
            driver_has_old_customer_data,
        };
        let decision = driver::decide(&facts).expect("total");
        stands_in_its_table(&decision)?;
        let may = decision.outcome;
        prop_assert_eq!(may.name_editable, driver == driver::Driver::FreeEntry);
        prop_assert!(!may.name_editable || !may.may_write_customer && !may.may_write_vehicle);
        prop_assert!(may.may_write_customer <= may_edit_customers && may.may_write_vehicle <= may_edit_vehicles);
        prop_assert_eq!(may.follow_customer, decision.advisories().contains("licence_check_cleared"));
        let reasons: Vec<&str> = may.reasons.iter().map(driver::Hindrance::as_str).collect();
        prop_assert_eq!(reasons, decision.because().ids().collect::<Vec<_>>());
    }

    #[test]
    fn without_the_setting_the_reservation_is_left_alone(
        update_reservation in any::<bool>(),
        event in select(reservation::Event::ALL),
        planned_end in any_time(),
        hours in -14_i32..=14,
    ) {
        let facts = reservation::Facts { update_reservation, event, issuer_code: "HUB", planned_end, customer_number: "4711" };
        decided_or_refused(&reservation::decide(&facts), &["planned_end"])?;
        let answer = reservation::decide(&facts.with_times(on_a_clock(hours)).expect("instants"));
        decided_or_refused(&answer, &["planned_end"])?;
        if let Ok(decision) = answer {
            prop_assert_eq!(decision.outcome == reservation::Outcome::Leave, !update_reservation);
        }
    }

    #[test]
    fn settlement_is_total(
        kind in select(Kind::ALL),
        status in select(Status::ALL),
        [settled, may_settle, copy_comment] in any::<[bool; 3]>(),
        texts in vec(of("[a-z ]{0,2}"), 5),
        kilometres in of(any_reading()),
        days_of_use in of(any::<u32>()),
        order_target in select(settlement::OrderTarget::ALL),
    ) {
        let facts = settlement::Facts {
            kind,
            status,
            settled,
            may_settle,
            tariff_model: texts[0].as_deref(),
            hull_cover_model: texts[1].as_deref(),
            kilometres,
            days_of_use,
            insurance: texts[2].as_deref(),
            position_code: texts[3].as_deref(),
            order_target,
            order_number: texts[4].as_deref(),
            copy_comment,
        };
        let answer = settlement::decide(&facts);
        decided_or_refused(&answer, &["settled"])?;
        prop_assert_eq!(answer.is_err(), settled && status != Status::Returned);
        if let Ok(decision) = answer {
            let allowed = decision.outcome == settlement::Outcome::Allowed { copy_comment };
            prop_assert_eq!(decision.because().is_empty(), allowed);
        }
    }

    #[test]
    fn maintenance_contracts_are_prefilled_for_rentals_only(
        kind in select(Kind::ALL),
        process_number in "[0-9]{0,6}",
        vin in ".{0,20}",
        days in -3_i64..3,
        first in select(vec![NaiveDate::MIN, NaiveDate::MAX, NaiveDate::default()]),
    ) {
        let valid_to = first.checked_add_signed(TimeDelta::days(days)).unwrap_or(first);
        let facts = maintenance_contract::Facts {
            kind,
            process_number: &process_number,
            vin: &vin,
            invoice_recipient: "Huber",
            valid_from: first,
            valid_to,
        };
        let answer = maintenance_contract::decide(&facts);
        decided_or_refused(&answer, &["valid_to"])?;
        prop_assert_eq!(answer.is_err(), valid_to < first);
        if let Ok(decision) = answer {
            match decision.outcome {
                maintenance_contract::Outcome::Allowed { number, saved, .. } => {
                    prop_assert_eq!((kind, number.to_string(), saved), (Kind::Rental, format!("VM{process_number}"), false));
                }
                maintenance_contract::Outcome::Refused => prop_assert!(kind != Kind::Rental),
            }
        }
    }
}

fn holds<O>(decision: &Decision<O>) {
    stands_in_its_table(decision).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn from_the_issue_on_a_booking_no_longer_follows_the_master() {
    for issued in BOTH {
        let decision = follows_master::decide(&follows_master::Facts { issued }).expect("total");
        holds(&decision);
        assert_eq!(decision.outcome.follows_master, !issued);
    }
}

#[test]
fn every_field_is_either_editable_or_locked() {
    for status in Status::ALL.iter().copied() {
        for [confirmed, may_amend_handover, signature_saved] in all_of::<3>() {
            let facts = editable::Facts { status, confirmed, may_amend_handover, signature_saved };
            let decision = editable::decide(&facts).expect("total");
            holds(&decision);
            let editable::Outcome { editable, locked } = decision.outcome;
            let locked_fields: Set<editable::Field> = locked.iter().map(|locked| locked.field).collect();
            assert_eq!(editable.len() + locked_fields.len(), editable::Field::ALL.len());
            assert!(editable.iter().all(|field| !locked_fields.contains(field)));
            // Every reason locks something, and nothing is locked for another.
            let reasons: Set<editable::Lock> = locked.iter().map(|locked| locked.reason).collect();
            assert!(reasons.iter().map(editable::Lock::as_str).eq(decision.because().ids()), "{facts:?}");
            // Issued and overdue are the same here, a right never locks, and a confirmation never frees.
            let editable_if = |facts| editable::decide(&facts).expect("total").outcome.editable;
            if status == Status::Issued {
                assert_eq!(editable, editable_if(editable::Facts { status: Status::Overdue, ..facts }));
            }
            assert!(
                editable
                    .iter()
                    .all(|field| editable_if(editable::Facts { may_amend_handover: true, ..facts }).contains(field))
            );
            assert!(
                editable_if(editable::Facts { confirmed: true, ..facts }).iter().all(|field| editable.contains(field))
            );
        }
    }
}

#[test]
fn a_reservation_ends_before_the_year_10000() {
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).and_then(|day| day.and_hms_opt(23, 59, 0)).expect("a time");
    let until = |planned_end| {
        reservation::decide(&reservation::Facts {
            update_reservation: true,
            event: reservation::Event::Issued,
            issuer_code: "HUB",
            planned_end,
            customer_number: "4711",
        })
    };
    let set = until(last).expect("a day of the calendar").outcome;
    assert!(
        matches!(set, reservation::Outcome::Set { reserved_until, .. } if reserved_until == last.date()),
        "{set:?}"
    );
    for beyond in [last + TimeDelta::minutes(1), NaiveDateTime::MAX] {
        let refused = until(beyond).expect_err("no day of the calendar");
        assert_eq!((refused.code().as_str(), refused.field()), ("out_of_range", Some("planned_end")));
    }
}

#[test]
fn an_issue_is_cancelled_unless_something_stands_against_it() {
    for [may_amend_handover, issued, returned, odometer_raised, update_reservation] in all_of::<5>() {
        let facts = cancel_issue::Facts { may_amend_handover, issued, returned, odometer_raised, update_reservation };
        let decision = cancel_issue::decide(&facts).expect("total");
        holds(&decision);
        let expected = if may_amend_handover && issued && !returned {
            cancel_issue::Outcome::Allowed { clear_reservation: update_reservation, keep_odometer: true }
        } else {
            cancel_issue::Outcome::Refused
        };
        assert_eq!(decision.outcome, expected);
    }
}

#[test]
fn only_what_can_be_printed_is() {
    let events = documents::Event::ALL.iter().copied().map(Some).chain([None]);
    for event in events {
        for (kind, status) in kinds_and_states() {
            for [print_confirmation, print_contract, print_return_confirmation] in all_of::<3>() {
                let facts = documents::Facts {
                    kind,
                    status,
                    event,
                    print_confirmation,
                    print_contract,
                    print_return_confirmation,
                };
                let decision = documents::decide(&facts).expect("total");
                holds(&decision);
                let documents::Outcome { available, print_now } = decision.outcome;
                assert!(available.iter().map(documents::Document::as_str).eq(decision.because().ids()));
                assert!(print_now.len() <= 1 && print_now.iter().all(|document| available.contains(document)));
                assert!(available.contains(documents::Document::Overview));
                assert!(event.is_some() || print_now.is_empty());
            }
        }
    }
}

#[test]
fn every_action_is_either_available_or_says_why_not() {
    for (kind, status) in kinds_and_states() {
        for rights in every_set_of_rights() {
            for [settled, confirmed, created_by_user] in all_of::<3>() {
                let facts = actions::Facts { kind, status, settled, confirmed, rights, created_by_user };
                let Ok(decision) = actions::decide(&facts) else {
                    assert!(settled && status != Status::Returned, "{facts:?}");
                    continue;
                };
                holds(&decision);
                let actions::Outcome { available, unavailable } = decision.outcome;
                let withheld: Set<actions::Action> = unavailable.iter().map(|one| one.action).collect();
                assert_eq!(available.len() + withheld.len(), actions::Action::ALL.len());
                assert!(available.iter().all(|action| !withheld.contains(action)));
                let reasons: Set<actions::Obstacle> = unavailable.iter().map(|one| one.reason).collect();
                assert!(reasons.iter().map(actions::Obstacle::as_str).eq(decision.because().ids()));
                agrees_with_permission(&facts, available);
            }
        }
    }
}

/// What `booking.permission` denies, the menus do not offer.
fn agrees_with_permission(facts: &actions::Facts, available: Set<actions::Action>) {
    use actions::Action;
    for (offered, action) in [
        (Action::Delete, permission::Action::Delete),
        (Action::Issue, permission::Action::Issue),
        (Action::IssueNow, permission::Action::Issue),
        (Action::CancelIssue, permission::Action::AmendHandover),
        (Action::TakeBack, permission::Action::TakeBack),
        (Action::Settle, permission::Action::Settle),
        (Action::NewFromTemplate, permission::Action::Create),
    ] {
        let actions::Facts { kind, rights, created_by_user, .. } = *facts;
        let asked = permission::Facts { kind, action, rights, advisor_is_user: false, created_by_user };
        let granted = permission::decide(&asked).expect("total").outcome == permission::Outcome::Granted;
        assert!(granted || !available.contains(offered), "{facts:?}: {offered}");
    }
}

/// The life of a booking: what is offered in each state, to somebody with every right, leads on to the next.
#[test]
fn a_booking_goes_from_planned_to_settled() {
    use actions::Action;
    let offered = |kind, status, settled, confirmed| {
        let rights = Rights::ALL.without(Right::OwnEntriesOnly);
        let facts = actions::Facts { kind, status, settled, confirmed, rights, created_by_user: false };
        actions::decide(&facts).expect("a state that there is").outcome.available
    };
    for kind in Kind::ALL.iter().copied() {
        for confirmed in BOTH {
            let planned = offered(kind, Status::Planned, false, confirmed);
            assert!(planned.contains(Action::Issue) && !planned.contains(Action::TakeBack));
            for out in [Status::Issued, Status::Overdue] {
                let out = offered(kind, out, false, confirmed);
                assert!(out.contains(Action::TakeBack) && out.contains(Action::CancelIssue));
                assert!(!out.contains(Action::Issue) && !out.contains(Action::Settle));
            }
            let returned = offered(kind, Status::Returned, false, confirmed);
            assert_eq!(returned.contains(Action::Settle), kind != Kind::TestDrive);
            assert!(!returned.contains(Action::TakeBack) && !returned.contains(Action::CancelIssue));
            let settled = offered(kind, Status::Returned, true, confirmed);
            assert!(!settled.contains(Action::Settle) && settled.contains(Action::NewFromTemplate));
        }
    }
}

#[test]
fn a_replacement_booking_is_confirmed_with_its_appointment() {
    for event in confirmation::Event::ALL.iter().copied() {
        for has_replacement_booking in BOTH {
            let decision =
                confirmation::decide(&confirmation::Facts { event, has_replacement_booking }).expect("total");
            holds(&decision);
            let confirmation::Outcome { appointment_confirmed, booking_confirmed } = decision.outcome;
            assert_eq!(appointment_confirmed, event == confirmation::Event::Confirm);
            assert_eq!(booking_confirmed, has_replacement_booking.then_some(appointment_confirmed));
        }
    }
}

/// Every combination of `N` yes/no facts.
fn all_of<const N: usize>() -> impl Iterator<Item = [bool; N]> {
    (0_u32..1 << N).map(|bits| std::array::from_fn(|place| bits & (1 << place) != 0))
}

fn kinds_and_states() -> impl Iterator<Item = (Kind, Status)> {
    Kind::ALL.iter().flat_map(|kind| Status::ALL.iter().map(|status| (*kind, *status)))
}
