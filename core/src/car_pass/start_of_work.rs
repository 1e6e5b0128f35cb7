//! `car_pass.start_of_work`: which date goes into the file as the start of work?
//!
//! Source: CPS 3, "Datum Aanvang werken" ("automatisch ingevuld van zodra er een eerste tijdsregistratie wordt uitgevoerd",
//! else "manueel in te vullen"); CPS 1, "Aanvangsdatum bij register" ("Wanneer je klikt op 'wagen is binnen' …"); PM, "Qu'est
//! ce qui est envoyé" ("la date et l'heure du premier pointage. Si cela n'est pas connu, alors ce sera la date
//! d'aujourd'hui").
//!
//! Readings of the manuals:
//! * A date that already stands in the file is kept, whoever entered it.
//! * The first clocking goes before the arrival, since work begins with it.
//! * Only PM puts today for what is not known; a person should look at it, hence the advisory.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use dms_rules_derive::{Facts, Outcome};

use super::readiness::Policy;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::CPS;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `car_pass.start_of_work`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// Which manual's rule applies.
    pub policy: Policy,
    /// The date that already stands in the file.
    pub entered: Option<NaiveDate>,
    /// When somebody first clocked on to the job, on the clock on the wall.
    pub first_clocking: Option<NaiveDateTime>,
    /// The day of "wagen is binnen": the vehicle was entered in the garage register.
    pub arrived: Option<NaiveDate>,
    /// The setting "Aanvangsdatum bij register".
    pub start_date_at_register: bool,
    /// Today, as the host's calendar has it.
    pub today: NaiveDate,
}

/// The start of work, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(read, columns)]
pub struct Outcome {
    /// The day on which work began.
    pub date: Option<NaiveDate>,
    /// The time of the first clocking, to the second.
    pub time: Option<NaiveTime>,
    /// Where the date comes from.
    pub origin: Origin,
}

closed_enum! {
    /// Where the start of work comes from.
    pub enum Origin {
        /// It stood in the file.
        Entered = "entered",
        /// The first clocking.
        FirstClocking = "first_clocking",
        /// The day of "wagen is binnen".
        Arrival = "arrival",
        /// Today, for want of anything better.
        Today = "today",
        /// It is not known.
        Unknown = "unknown",
    }
}

decision_table! {
    /// A date that already stands in the file is kept; then come the first clocking, with its time, and by the setting
    /// the arrival. Only for a claim file today stands in for what is not known, with the advisory `date_assumed`.
    decision "car_pass.start_of_work", edition "2026-11";
    question Text {
        en: "Which date goes into the file as the start of work?",
        nl: "Welke datum komt als aanvang van de werken in het bestand?",
        fr: "Quelle date figure au fichier comme début des travaux ?",
        de: "Welches Datum steht als Beginn der Arbeiten in der Datei?",
    };
    source CPS, "1. Aanvangsdatum bij register; 3. Datum Aanvang werken; PlanManager: Qu'est ce qui est envoyé à Car-Pass?";
    hit policy FIRST => Origin;

    given(facts: &Facts) {}

    conditions {
        entered         = facts.entered.is_some(),
            feel "entered != null";
        first_clocking  = facts.first_clocking.is_some(),
            feel "first_clocking != null";
        arrival         = facts.arrived.is_some() && facts.start_date_at_register,
            feel "arrived != null and start_date_at_register";
        today           = facts.policy == Policy::ClaimFile,
            feel r#"policy = "claim_file""#;
    }

    impossible {}

    rows {
        // row          | when              | origin
        entered         : entered           => Origin::Entered;
        first_clocking  : first_clocking    => Origin::FirstClocking;
        arrival         : arrival           => Origin::Arrival;
        today           : today             => Origin::Today;
        unknown         : otherwise         => Origin::Unknown;
    }

    advisories {
        date_assumed    : !entered && !first_clocking && !arrival && today;
    }

    texts {
        entered: Text {
            en: "The start of work stands in the file.",
            nl: "De datum aanvang werken is op de fiche ingevuld.",
            fr: "La date du commencement des travaux est remplie dans le dossier.",
            de: "Der Arbeitsbeginn ist im Auftrag eingetragen.",
        };
        first_clocking: Text {
            en: "Work began with the first clocking on to the job.",
            nl: "De werken zijn begonnen met de eerste tijdsregistratie.",
            fr: "Les travaux ont commencé au premier pointage.",
            de: "Die Arbeit hat mit der ersten Stempelung begonnen.",
        };
        arrival: Text {
            en: "By the settings work began when the vehicle was entered as being in the house.",
            nl: "Volgens de instellingen zijn de werken begonnen toen de wagen als binnen werd gemeld.",
            fr: "Selon les paramètres, les travaux ont commencé à l'entrée du véhicule au registre.",
            de: "Laut Einstellungen hat die Arbeit mit dem Eintrag „Wagen ist im Haus“ begonnen.",
        };
        today: Text {
            en: "For a claim file, today stands in for a start of work that is not known.",
            nl: "Bij een schadedossier geldt vandaag als de datum aanvang werken niet gekend is.",
            fr: "Pour un dossier de sinistre, la date d'aujourd'hui remplace un commencement inconnu.",
            de: "Bei einer Schadenakte gilt heute, wenn der Arbeitsbeginn nicht bekannt ist.",
        };
        unknown: Text {
            en: "The start of work is not known: enter it by hand.",
            nl: "De datum aanvang werken is niet gekend: vul ze manueel in.",
            fr: "La date du commencement des travaux n'est pas connue : remplissez-la à la main.",
            de: "Der Arbeitsbeginn ist nicht bekannt: bitte von Hand eintragen.",
        };
        date_assumed: Text {
            en: "Today's date was assumed: check when work really began.",
            nl: "De datum van vandaag werd aangenomen: kijk na wanneer de werken echt begonnen.",
            fr: "La date d'aujourd'hui a été supposée : vérifiez quand les travaux ont vraiment commencé.",
            de: "Das heutige Datum wurde angenommen: bitte prüfen, wann die Arbeit wirklich begann.",
        };
    }
}

/// Decides `car_pass.start_of_work`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|origin| {
        let clocked = facts.first_clocking;
        let (date, time) = match origin {
            Origin::Entered => (facts.entered, None),
            Origin::FirstClocking => (clocked.map(|at| at.date()), clocked.map(|at| to_the_second(at.time()))),
            Origin::Arrival => (facts.arrived, None),
            Origin::Today => (Some(facts.today), None),
            Origin::Unknown => (None, None),
        };
        Outcome { date, time, origin }
    }))
}

/// A time of day as it is written, without a fraction of a second.
pub(super) fn to_the_second(time: NaiveTime) -> NaiveTime {
    time.with_nanosecond(0).unwrap_or(time)
}
