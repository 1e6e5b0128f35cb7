//! `inspection.month_end`: at the month end, is an overdue inspection date rolled on?
//!
//! Source: IPN, "Daten aus der Fakturierung aus CDP": "dass im Zuge des Monatsabschlusses bei Überschreitung einer
//! bestimmten Frist, auch alle noch nicht aktualisierten Prüfdaten automatisch aktualisiert werden".
//!
//! Readings of the manual:
//! * The period is counted in months from the due date; on its last day it is not exceeded.
//! * The date moves on by whole intervals, so that it keeps its month and its day; where a month is too short for the
//!   day, its last day is taken, and the next interval is counted from the original date again.
//! * Nobody inspected the vehicle: the new date is an estimate and says so.

use chrono::{Months, NaiveDate};
use dms_rules_derive::{Facts, Outcome};

use super::months::{self, Month};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::IPN;
use crate::message::Text;
use crate::value::{LAST_DAY, closed_enum};

/// The facts of `inspection.month_end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The setting: overdue dates are rolled on at the month end.
    pub enabled: bool,
    /// The day on which the inspection is due.
    pub due: NaiveDate,
    /// The date of the month end ("Monatsabschluss").
    pub month_end: NaiveDate,
    /// The setting: how many months a date may be overdue before it is rolled on.
    pub grace_months: u16,
    /// The months between two inspections, at least 1.
    #[fact(range = months::INTERVAL, unit = "months")]
    pub interval_months: u16,
}

/// When the inspection is due after the month end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// The day.
    pub due: NaiveDate,
}

closed_enum! {
    /// What becomes of the date.
    pub enum Fate {
        /// It stays.
        Stays = "stays",
        /// It moves on by whole intervals.
        MovesOn = "moves_on",
    }
}

decision_table! {
    /// By whole intervals to a day after the month end. Nobody inspected the vehicle: the advisory
    /// `estimated_without_inspection` says so.
    decision "inspection.month_end", edition "2026-11";
    question Text {
        en: "At the month end, is an overdue inspection date rolled on?",
        nl: "Wordt een verstreken keuringsdatum bij de maandafsluiting doorgeschoven?",
        fr: "À la clôture du mois, une date de contrôle dépassée est-elle reportée ?",
        de: "Wird ein überschrittenes Prüfdatum beim Monatsabschluss fortgeschrieben?",
    };
    refuses {
        out_of_range: "`due` where the date would lie after the year 9999";
    }
    source IPN, "Daten aus der Fakturierung aus CDP: … bei Überschreitung einer bestimmten Frist";
    hit policy FIRST => Fate;

    given(facts: &Facts) {
        // A period that ends after the calendar is never exceeded.
        let end_of_period = facts.due.checked_add_months(Months::new(facts.grace_months.into()));
    }

    conditions {
        disabled                    = !facts.enabled,
            feel "not(enabled)";
        not_overdue                 = end_of_period.is_none_or(|end| facts.month_end <= end),
            feel r#"date(month_end) <= date(due) + grace_months * duration("P1M")"#;
    }

    impossible {}

    rows {
        // row                      | when          | the date
        disabled                    : disabled      => Fate::Stays;
        not_overdue                 : not_overdue   => Fate::Stays;
        rolled                      : otherwise     => Fate::MovesOn;
    }

    advisories {
        estimated_without_inspection: !disabled && !not_overdue;
    }

    texts {
        disabled: Text {
            en: "The settings do not roll inspection dates on at the month end.",
            nl: "Volgens de instellingen worden keuringsdata bij de maandafsluiting niet doorgeschoven.",
            fr: "Selon les paramètres, les dates de contrôle ne sont pas avancées à la clôture du mois.",
            de: "Laut Standardwerten werden Prüfdaten beim Monatsabschluss nicht aktualisiert.",
        };
        not_overdue: Text {
            en: "The inspection is not overdue beyond the period that was set.",
            nl: "De keuring is niet langer dan de ingestelde termijn over tijd.",
            fr: "Le contrôle n'est pas en retard au-delà du délai fixé.",
            de: "Die festgelegte Frist für die Überprüfung ist nicht überschritten.",
        };
        rolled: Text {
            en: "The inspection is overdue: its date is rolled on by whole intervals to a day after the month end.",
            nl: "De keuring is over tijd: de datum schuift met hele termijnen door tot na de maandafsluiting.",
            fr: "Le contrôle est en retard : sa date avance par intervalles entiers jusqu'après la clôture du mois.",
            de: "Die Frist ist überschritten: das Prüfdatum rückt um ganze Intervalle hinter den Monatsabschluss.",
        };
        estimated_without_inspection: Text {
            en: "The new date is an estimate: no inspection is known.",
            nl: "De nieuwe datum is een schatting: er is geen keuring bekend.",
            fr: "La nouvelle date est une estimation : aucun contrôle n'est connu.",
            de: "Das neue Prüfdatum ist geschätzt: es ist keine Überprüfung bekannt.",
        };
    }
}

/// Decides `inspection.month_end`.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] `interval_months` of 0; `due` where the date lies after the year 9999.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    months::within("interval_months", facts.interval_months, months::INTERVAL)?;
    let fate = apply(facts);
    let due = match fate.outcome {
        Fate::Stays => Some(facts.due),
        Fate::MovesOn => rolled_on(facts),
    };
    let past_the_calendar = || Error::new(ErrorCode::OutOfRange, "due", "the next inspection lies after the year 9999");
    let due = due.filter(|due| *due <= LAST_DAY).ok_or_else(past_the_calendar)?;
    Ok(fate.map(|_| Outcome { due }))
}

/// The first date after the month end that lies whole intervals after the due date; `None` past the calendar's end.
fn rolled_on(facts: &Facts) -> Option<NaiveDate> {
    let interval = u32::from(facts.interval_months);
    let overdue = Month::of(facts.month_end).after(Month::of(facts.due)).unsigned_abs();
    // So many whole intervals lead at most to the month of the month end: from there it takes none or one more.
    let intervals = overdue / interval;
    let after = |intervals: u32| facts.due.checked_add_months(Months::new(intervals * interval));
    let due = after(intervals)?;
    if due > facts.month_end { Some(due) } else { after(intervals + 1) }
}
