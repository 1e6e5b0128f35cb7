//! `inspection.next_due`: in which month is the next inspection due?
//!
//! Source: IPN, "Daten aus der Fakturierung aus CDP": "Dazu wird das aktuelle Tagesabschlussdatum und vom
//! Zulassungsdatum das Monat herangezogen und das nächste Prüfdatum errechnet"; "ACHTUNG: … außerhalb der gesetzlichen
//! Frist (ein Monat davor bzw. 2 Monate danach)".
//!
//! Readings of the manual:
//! * The nominal month is the registration month nearest to today whose window holds today's month; of two that are
//!   equally near it is the earlier.
//! * Outside every window the manual warns of "einer falschen Berechnung": here the registration month that comes next
//!   is taken, and a person is asked to check.
//! * The window is the manual's unless the host gives another; the law's own is told by `inspection.window`.

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use super::months::{self, MONTHS_OF_A_YEAR, Month};
use super::text;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::IPN;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `inspection.next_due`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The date of the day end ("Tagesabschlussdatum") at which the inspection was invoiced.
    pub today: NaiveDate,
    /// The day of the first registration; only its month counts.
    pub first_registration: NaiveDate,
    /// How many months after the nominal month the next inspection is due, at least 1; 12 unless given.
    #[fact(default = default_interval_months(), range = months::INTERVAL, unit = "months")]
    pub interval_months: u16,
    /// How many months before the nominal month the window opens, 0 to 11; 1 unless given.
    #[fact(default = default_months_before(), range = months::REACH, unit = "months")]
    pub months_before: u16,
    /// How many months after the nominal month the window closes, 0 to 11; 2 unless given.
    #[fact(default = default_months_after(), range = months::REACH, unit = "months")]
    pub months_after: u16,
}

/// The interval unless given: a year.
pub const fn default_interval_months() -> u16 {
    12
}

/// The months before the nominal month unless given: "ein Monat davor".
pub const fn default_months_before() -> u16 {
    1
}

/// The months after the nominal month unless given: "2 Monate danach".
pub const fn default_months_after() -> u16 {
    2
}

/// When the next inspection is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// The first day of the month.
    pub due: NaiveDate,
}

closed_enum! {
    /// How the month is found.
    pub enum Reckoning {
        /// The nominal month and the interval.
        NominalMonthAndInterval = "nominal_month_and_interval",
        /// The registration month that comes next.
        NextRegistrationMonth = "next_registration_month",
    }
}

decision_table! {
    /// The nominal month is the registration month nearest to today whose window holds today's month; the next
    /// inspection is due so many months after it. Outside every window the registration month that comes next is taken,
    /// with the advisory `outside_window`. The window is the manual's unless given; the law's own is told by
    /// `inspection.window`.
    decision "inspection.next_due", edition "2026-11";
    question Text {
        en: "In which month is the next inspection due?",
        nl: "In welke maand moet de volgende keuring gebeuren?",
        fr: "Quel mois le prochain contrôle est-il dû ?",
        de: "In welchem Monat ist die nächste Überprüfung fällig?",
    };
    refuses {
        contradiction: "`first_registration` after `today`";
        out_of_range: "`interval_months` within a window, else `today`, where the inspection would be due after the year 9999";
    }
    source IPN, "Daten aus der Fakturierung aus CDP; ACHTUNG: … außerhalb der gesetzlichen Frist";
    hit policy FIRST => Reckoning;

    given(nominal: Option<Month>) {}

    conditions {
        in_window       = nominal.is_some(),
            feel "modulo(months(today) - months(first_registration), 12) <= (if months_after = null then 2 else months_after)
                or 12 - modulo(months(today) - months(first_registration), 12) <= (if months_before = null then 1 else months_before)";
    }

    impossible {}

    rows {
        // row          | when          | the next inspection is due in
        in_window       : in_window     => Reckoning::NominalMonthAndInterval;
        outside_window  : otherwise     => Reckoning::NextRegistrationMonth;
    }

    advisories {
        outside_window  : !in_window;
    }

    texts {
        in_window: Text {
            en: "The month inspected lies within the window around the registration month.",
            nl: "De gekeurde maand ligt binnen de termijn rond de maand van inschrijving.",
            fr: "Le mois du contrôle est dans le délai autour du mois d'immatriculation.",
            de: "Der Überprüfungsmonat liegt innerhalb der Frist um das Monat der Zulassung.",
        };
        outside_window: text::OUTSIDE_WINDOW;
    }
}

/// Decides `inspection.next_due`.
///
/// # Errors
/// * [`ErrorCode::OutOfRange`] `interval_months` of 0, `months_before` or `months_after` above 11;
/// * [`ErrorCode::Contradiction`] `first_registration` after `today`;
/// * [`ErrorCode::OutOfRange`] past the year 9999: `interval_months` within a window, else `today`.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    months::within("interval_months", facts.interval_months, months::INTERVAL)?;
    months::within("months_before", facts.months_before, months::REACH)?;
    months::within("months_after", facts.months_after, months::REACH)?;
    if facts.first_registration > facts.today {
        return Err(Error::new(ErrorCode::Contradiction, "first_registration", "a day not after today"));
    }
    let anniversaries = Anniversaries::around(Month::of(facts.today), Month::of(facts.first_registration));
    let nominal = anniversaries.nominal(i32::from(facts.months_before), i32::from(facts.months_after));
    let (due, field) = match nominal {
        Some(nominal) => (nominal.later(i32::from(facts.interval_months)), "interval_months"),
        None => (anniversaries.next, "today"),
    };
    let past_the_calendar = || Error::new(ErrorCode::OutOfRange, field, "the next inspection lies after the year 9999");
    let due = due.first_day().ok_or_else(past_the_calendar)?;
    Ok(apply(nominal).map(|_| Outcome { due }))
}

/// The registration months on both sides of today's month.
struct Anniversaries {
    /// The last one, which may be today's month.
    last: Month,
    /// The one that comes after today's month.
    next: Month,
    /// How many months ago the last one was, 0 to 11.
    since_last: i32,
}

impl Anniversaries {
    fn around(today: Month, registration: Month) -> Self {
        let since_last = today.after(registration).rem_euclid(MONTHS_OF_A_YEAR);
        let last = today.later(-since_last);
        Self { last, next: last.later(MONTHS_OF_A_YEAR), since_last }
    }

    /// The nearer one whose window holds today's month; of two equally near, the earlier.
    fn nominal(&self, months_before: i32, months_after: i32) -> Option<Month> {
        let until_next = MONTHS_OF_A_YEAR - self.since_last;
        let last = (self.since_last <= months_after).then_some((self.since_last, self.last));
        let next = (until_next <= months_before).then_some((until_next, self.next));
        let nearest = last.into_iter().chain(next).min_by_key(|(distance, _)| *distance);
        nearest.map(|(_, month)| month)
    }
}
