//! What holds for all facts that the types allow, dates at both ends of the calendar included.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use dms_rules::booking::issue_limit::ImmediateWindow;
use dms_rules::booking::{Kind, issue, issue_limit};
use dms_rules::car_pass::{enrolment, readiness};
use dms_rules::decision::Decision;
use dms_rules::okr::{Mode, choice, mutation, option};
use dms_rules::table::HitPolicy;
use dms_rules::value::{Cents, Latest, OdometerReading, Vin};
use dms_rules::vin::check;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn any_date() -> impl Strategy<Value = NaiveDate> {
    let near = -400_i64..400;
    let usual =
        near.prop_map(|days| day_of_2026().checked_add_signed(TimeDelta::days(days)).expect("a date near 2026"));
    prop_oneof![8 => usual, 1 => Just(NaiveDate::MIN), 1 => Just(NaiveDate::MAX)]
}

fn day_of_2026() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

fn any_time() -> impl Strategy<Value = NaiveDateTime> {
    let usual = (-10_000_i64..10_000, 0_u32..60)
        .prop_map(|(minutes, s)| day_of_2026().and_hms_opt(10, 0, s).expect("a time") + TimeDelta::minutes(minutes));
    prop_oneof![8 => usual, 1 => Just(NaiveDateTime::MIN), 1 => Just(NaiveDateTime::MAX)]
}

fn any_reading() -> impl Strategy<Value = OdometerReading> {
    prop_oneof![0_u32..=1_000, 99_000_u32..=101_000, 0_u32..=9_999_999]
        .prop_map(|km| OdometerReading::new(km).expect("at most seven digits"))
}

fn any_vin() -> impl Strategy<Value = Vin> {
    prop_oneof!["[A-HJ-NPR-Z0-9]{17}", "[A-Z0-9 -]{0,20}", ".{0,20}"].prop_map(|vin| Vin::new(&vin))
}

prop_compose! {
    fn any_option_facts()(
        mode in select(Mode::ALL),
        max_age_days in of(prop_oneof![0_u16..60, any::<u16>()]),
        threshold in prop_oneof![Just(15_000), any::<i64>()],
        boundary in select(option::Boundary::ALL),
        apk_reported in any::<bool>(),
        entered_reading_km in any_reading(),
        difference in prop_oneof![Just(0), -200_i64..200, -100_002_i64..100_002, any::<i32>().prop_map(i64::from)],
        last_known in any::<bool>(),
        reading_date in of(any_date()),
        invoice_date in any_date(),
        total in prop_oneof![Just(15_000), 14_000_i64..16_000, any::<i64>()],
    ) -> option::Facts {
        let last = u32::try_from(i64::from(entered_reading_km.get()) - difference).ok();
        option::Facts {
            mode,
            max_age_days,
            threshold_cents: Cents::new(threshold),
            boundary,
            apk_reported,
            entered_reading_km,
            last_reading_km: last.and_then(OdometerReading::new).filter(|_| last_known),
            reading_date,
            invoice_date,
            invoice_total_cents: Cents::new(total),
        }
    }
}

prop_compose! {
    fn any_enrolment_facts()(
        trigger in select(enrolment::Trigger::ALL),
        vin in any_vin(),
        dossier_number in prop_oneof![-2_i64..3, any::<i64>()],
        [work_started, already_transmitted, merged, vat_register_used, vat_number_ticked, has_owner] in any::<[bool; 6]>(),
    ) -> enrolment::Facts {
        enrolment::Facts {
            trigger,
            work_started,
            vin,
            already_transmitted,
            merged,
            dossier_number,
            vat_register_used,
            vat_number_ticked,
            has_owner,
        }
    }
}

prop_compose! {
    fn any_readiness_facts()(
        policy in select(readiness::Policy::ALL),
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
    fn any_issue_facts()(
        kind in select(Kind::ALL),
        now in any_time(),
        requested_at in any_time(),
        days_ahead in prop_oneof![-2_i32..5, any::<i32>()],
        immediate_window in select(ImmediateWindow::ALL),
        planned_end in any_time(),
        [may_issue, already_issued, vehicle_out, plate_out, overlaps_past_handover] in any::<[bool; 5]>(),
    ) -> issue::Facts<NaiveDateTime> {
        issue::Facts {
            kind,
            may_issue,
            now,
            requested_at,
            days_ahead,
            immediate_window,
            planned_end,
            already_issued,
            vehicle_out,
            plate_out,
            overlaps_past_handover,
        }
    }
}

/// The facts gave no combination that the table declares impossible, the row is the first that fits, and `because` and
/// the outcome agree.
fn agrees_with_its_table<O>(decision: &Decision<O>, blocked: Option<bool>) -> Result<(), TestCaseError> {
    let (table, holds) = (decision.table(), decision.condition_bits());
    prop_assert!(
        !table.impossible.iter().any(|when| when.fits(holds)),
        "{}: {holds:#b} is declared impossible",
        table.id
    );
    let fitting = table.rows.iter().position(|row| row.when.fits(holds));
    match table.policy {
        HitPolicy::First => {
            prop_assert_eq!(decision.row_index(), fitting);
            let required = table.rows[fitting.expect("no gap")].when.requires;
            prop_assert_eq!(decision.because_bits() & required, required);
        }
        HitPolicy::Collect => {
            prop_assert_eq!(decision.row_index(), None);
            prop_assert_eq!(decision.because().is_empty(), fitting.is_none());
        }
        HitPolicy::None => prop_assert!(false, "{} has no rows", table.id),
    }
    if let Some(blocked) = blocked {
        prop_assert_eq!(blocked, !decision.because().is_empty());
    }
    for (bit, advisory) in table.advisories.iter().enumerate() {
        prop_assert_eq!(decision.advisory_bits() & (1 << bit) != 0, advisory.when.fits(holds));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn vin_check_judges_any_text(vin in any_vin()) {
        let decision = check::decide(&check::Facts { vin }).expect("any text can be judged");
        agrees_with_its_table(&decision, None)?;
    }

    #[test]
    fn normalising_a_vin_twice_changes_nothing(entered in ".{0,24}") {
        if let Some(normalised) = Vin::new(&entered).as_str() {
            prop_assert_eq!(Vin::new(normalised), Vin::new(&entered));
        }
    }

    #[test]
    fn okr_option_is_total(facts in any_option_facts()) {
        match option::decide(&facts) {
            Ok(decision) => {
                agrees_with_its_table(&decision, None)?;
                prop_assert_eq!(decision.outcome == option::Outcome::Locked, facts.mode == Mode::Never);
                prop_assert_eq!(decision.outcome == option::Outcome::YesForward, decision.because().is_empty());
            }
            Err(refused) => prop_assert!(matches!(refused.field(), Some("max_age_days" | "reading_date"))),
        }
    }

    #[test]
    fn a_person_may_always_forward_unless_locked(facts in any_option_facts()) {
        let chosen = Some(choice::Choice::YesForward);
        let preselected = option::decide(&facts);
        match (preselected, choice::decide(&choice::Facts { option: facts, chosen })) {
            (Ok(preselected), Ok(choice)) => {
                prop_assert!(choice.outcome.forward);
                prop_assert_eq!(choice.outcome.overridden, preselected.outcome != option::Outcome::YesForward);
            }
            (Ok(preselected), Err(refused)) => {
                prop_assert_eq!(preselected.outcome, option::Outcome::Locked);
                prop_assert_eq!(refused.code().as_str(), "options_locked");
            }
            (preselected, choice) => prop_assert_eq!(preselected.err(), choice.err()),
        }
    }

    #[test]
    fn okr_mutation_is_total(mode in select(Mode::ALL), entered_reading_km in any_reading(), last_reading_km in of(any_reading())) {
        let decision = mutation::decide(&mutation::Facts { mode, entered_reading_km, last_reading_km }).expect("total");
        agrees_with_its_table(&decision, None)?;
    }

    #[test]
    fn enrolment_is_total(facts in any_enrolment_facts()) {
        let decision = enrolment::decide(&facts).expect("total");
        agrees_with_its_table(&decision, Some(decision.outcome == enrolment::Outcome::NotEnrolled))?;
    }

    #[test]
    fn a_blocking_fact_never_helps_enrolment(facts in any_enrolment_facts(), fact in 0_usize..7) {
        let mut worse = facts;
        match fact {
            0 => worse.work_started = false,
            1 => worse.vin = Vin::new("WAUZZZ8V3EA0705444"),
            2 => worse.already_transmitted = true,
            3 => worse.merged = true,
            4 => worse.dossier_number = 0,
            5 => (worse.vat_register_used, worse.vat_number_ticked) = (true, false),
            _ => worse.has_owner = false,
        }
        let (before, after) = (enrolment::decide(&facts).expect("total"), enrolment::decide(&worse).expect("total"));
        prop_assert_eq!(before.because_bits() & !after.because_bits(), 0);
        if before.outcome == enrolment::Outcome::NotEnrolled {
            prop_assert_eq!(after.outcome, enrolment::Outcome::NotEnrolled);
        }
    }

    #[test]
    fn the_button_always_enrols(facts in any_enrolment_facts()) {
        let automatic = enrolment::decide(&enrolment::Facts { trigger: enrolment::Trigger::Automatic, ..facts }).expect("total");
        let manual = enrolment::decide(&enrolment::Facts { trigger: enrolment::Trigger::Manual, ..facts }).expect("total");
        prop_assert_eq!(manual.outcome, enrolment::Outcome::Enrolled);
        for reason in automatic.because().ids() {
            prop_assert!(manual.advisories().contains(reason));
        }
    }

    #[test]
    fn readiness_is_total(facts in any_readiness_facts()) {
        let decision = readiness::decide(&facts).expect("total");
        agrees_with_its_table(&decision, Some(decision.outcome == readiness::Outcome::Blocked))?;
    }

    #[test]
    fn booking_issue_is_total(facts in any_issue_facts()) {
        match issue::decide(&facts) {
            Ok(decision) => {
                agrees_with_its_table(&decision, Some(matches!(decision.outcome, issue::Outcome::Refused { .. })))?;
            }
            Err(refused) => prop_assert!(matches!(refused.field(), Some("now" | "days_ahead"))),
        }
    }

    #[test]
    fn instants_at_the_ends_of_the_calendar_do_no_harm(
        minutes in 0_i64..2_000,
        late in any::<bool>(),
        hours in -14_i32..=14,
        days_ahead in -1_i32..4,
    ) {
        let zone = FixedOffset::east_opt(hours * 3600).expect("an offset");
        let near_the_end: DateTime<FixedOffset> = if late {
            DateTime::<chrono::Utc>::MAX_UTC - TimeDelta::minutes(minutes)
        } else {
            DateTime::<chrono::Utc>::MIN_UTC + TimeDelta::minutes(minutes)
        }
        .with_timezone(&zone);
        for immediate_window in ImmediateWindow::ALL.iter().copied() {
            let facts = issue_limit::Facts { now: near_the_end, days_ahead, immediate_window };
            let _ = issue_limit::decide(&facts);
            let _ = issue::decide(&issue::Facts {
                kind: Kind::Rental,
                may_issue: true,
                now: facts.now,
                requested_at: facts.now,
                days_ahead,
                immediate_window,
                planned_end: facts.now,
                already_issued: false,
                vehicle_out: false,
                plate_out: false,
                overlaps_past_handover: false,
            });
        }
    }

    #[test]
    fn on_the_grid_both_immediate_windows_are_the_same(quarters in -40_000_i64..40_000) {
        let now = day_of_2026().and_hms_opt(0, 0, 0).expect("midnight") + TimeDelta::minutes(15 * quarters);
        let latest = |immediate_window| {
            issue_limit::decide(&issue_limit::Facts { now, days_ahead: 0, immediate_window }).expect("within the calendar").outcome.latest
        };
        prop_assert_eq!(latest(ImmediateWindow::NextQuarterHour), latest(ImmediateWindow::FifteenMinutes));
    }

    #[test]
    fn the_default_window_is_never_the_wider(now in any_time()) {
        let latest = |immediate_window| {
            issue_limit::decide(&issue_limit::Facts { now, days_ahead: 0, immediate_window }).map(|decision| decision.outcome.latest)
        };
        if let (Ok(Latest::Instant(quarter)), Ok(Latest::Instant(minutes))) =
            (latest(ImmediateWindow::NextQuarterHour), latest(ImmediateWindow::FifteenMinutes))
        {
            prop_assert!(quarter <= minutes);
        }
    }
}
