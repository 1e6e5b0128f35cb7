//! `car_pass.readiness`: may the reading be sent, or is its row red?
//!
//! Source: CPS 5 "Overzicht" (work orders) and PM "Pouvoir envoyer un élément de la liste à Car-Pass" (claim files).
//!
//! Reading of the manual: CPS lists three red reasons and forbids, under "Opladen km stand", a start of work in the
//! future; a future date is red too. Today is allowed.
//!
//! Each policy looks at its own facts: the reading and the start of work under `work_order`, the two readings under
//! `claim_file`.

use chrono::NaiveDate;
use dms_rules_derive::Facts;

use super::text;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::CPS;
use crate::message::{self, Text};
use crate::value::{OdometerReading, Vin, VinForm, closed_enum};

/// The facts of `car_pass.readiness`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
#[model(name = "Readiness")]
pub struct Facts {
    /// Which manual's rule applies.
    pub policy: Policy,
    /// The VIN as entered; may be empty.
    pub vin: Vin,
    /// Today, as the host's calendar has it.
    pub today: NaiveDate,
    /// `work_order`: the reading of the work order, in km.
    pub reading_km: Option<OdometerReading>,
    /// `work_order`: the day on which work began.
    pub start_of_work: Option<NaiveDate>,
    /// `claim_file`: the reading when the damage was done, in km.
    pub damage_reading_km: Option<OdometerReading>,
    /// `claim_file`: the reading when it was repaired, in km.
    pub repair_reading_km: Option<OdometerReading>,
}

closed_enum! {
    /// Which kind of file the readings come from.
    pub enum Policy {
        /// A work order, by the rule of CPS.
        WorkOrder = "work_order",
        /// A body shop's claim file, by the rule of PM.
        ClaimFile = "claim_file",
    }
}

closed_enum! {
    /// Whether the reading may be sent.
    pub enum Outcome {
        /// It may be sent.
        Ready = "ready",
        /// Its row is red.
        Blocked = "blocked",
    }
}

/// Work that began more than this many days ago is late: since 2019-03-01 the duty is to report at once
/// (car-pass.be/nl/professioneel). The manuals set no number of days.
const LATE_AFTER_DAYS: i64 = 5;

decision_table! {
    /// Each policy looks at its own facts: the reading and the start of work of a work order, the two readings of a
    /// claim file. A start of work after today is red. Advisories: `short_vin`, and for a work order `late_report`
    /// where work began more than 5 days before today.
    decision "car_pass.readiness", edition "2026-11";
    question Text {
        en: "May the reading be sent, or is its row red?",
        nl: "Mag de kilometerstand worden doorgestuurd, of staat zijn regel in het rood?",
        fr: "Le kilométrage peut-il être envoyé, ou sa ligne est-elle rouge ?",
        de: "Darf der Kilometerstand gesendet werden, oder ist seine Zeile rot?",
    };
    source CPS, "5. Overzicht; PlanManager: Pouvoir envoyer un élément de la liste à Car-Pass";
    hit policy COLLECT => Outcome;

    given(facts: &Facts) {
        let form = facts.vin.form();
        let days_since_start = facts.start_of_work.map(|start| facts.today.signed_duration_since(start).num_days());
    }

    conditions {
        claim_file                  = facts.policy == Policy::ClaimFile,
            feel r#"policy = "claim_file""#;
        vin_missing                 = form == VinForm::Missing,
            feel r#"vin_form(vin) = "missing""#;
        vin_invalid                 = matches!(form, VinForm::TooLong | VinForm::IllegalCharacter),
            feel r#"vin_form(vin) in ("too_long", "illegal_character")"#;
        short_vin                   = form == VinForm::Short,
            feel r#"vin_form(vin) = "short""#;
        reading_known               = facts.reading_km.is_some(),
            feel "reading_km != null";
        start_of_work_known         = facts.start_of_work.is_some(),
            feel "start_of_work != null";
        start_of_work_in_future     = days_since_start.is_some_and(|days| days < 0),
            feel "start_of_work != null and date(start_of_work) > date(today)";
        start_long_ago              = days_since_start.is_some_and(|days| days > LATE_AFTER_DAYS),
            feel r#"start_of_work != null and (date(today) - date(start_of_work)) / duration("P1D") > 5"#;
        damage_reading_known        = facts.damage_reading_km.is_some(),
            feel "damage_reading_km != null";
        repair_reading_known        = facts.repair_reading_km.is_some(),
            feel "repair_reading_km != null";
    }

    impossible {
        vin_missing && vin_invalid;
        vin_missing && short_vin;
        vin_invalid && short_vin;
        start_of_work_in_future && !start_of_work_known;
        start_long_ago && !start_of_work_known;
        start_of_work_in_future && start_long_ago;
    }

    rows {
        // reason                   | when
        vin_missing                 : vin_missing;
        vin_invalid                 : vin_invalid;
        reading_missing             : !claim_file && !reading_known;
        start_of_work_missing       : !claim_file && !start_of_work_known;
        start_of_work_in_future     : !claim_file && start_of_work_in_future;
        damage_reading_missing      : claim_file && !damage_reading_known;
        repair_reading_missing      : claim_file && !repair_reading_known;
    }

    outcome {
        none => Outcome::Ready;
        any => Outcome::Blocked;
    }

    advisories {
        short_vin                   : short_vin;
        late_report                 : !claim_file && start_long_ago;
    }

    texts {
        claim_file: Text {
            en: "It is a claim file, not a work order.",
            nl: "Het is een schadedossier, geen werkfiche.",
            fr: "C'est un dossier de sinistre, non une fiche de travail.",
            de: "Es ist eine Schadenakte, kein Werkstattauftrag.",
        };
        reading_known: Text {
            en: "The odometer reading has been entered.",
            nl: "De km-stand is ingevuld.",
            fr: "Le kilométrage est rempli.",
            de: "Der Kilometerstand ist eingetragen.",
        };
        start_of_work_known: Text {
            en: "The start of work has been entered.",
            nl: "De datum aanvang werken is ingevuld.",
            fr: "La date du commencement des travaux est remplie.",
            de: "Der Arbeitsbeginn ist eingetragen.",
        };
        start_long_ago: Text {
            en: "Work began more than five days ago.",
            nl: "De werken zijn meer dan vijf dagen geleden begonnen.",
            fr: "Les travaux ont commencé il y a plus de cinq jours.",
            de: "Die Arbeit hat vor mehr als fünf Tagen begonnen.",
        };
        damage_reading_known: Text {
            en: "The reading at the time of the damage has been entered.",
            nl: "De km-stand bij de schade is ingevuld.",
            fr: "Le kilométrage au moment du dégât est rempli.",
            de: "Der Kilometerstand beim Schaden ist eingetragen.",
        };
        repair_reading_known: Text {
            en: "The reading at the time of the repair has been entered.",
            nl: "De km-stand bij de herstelling is ingevuld.",
            fr: "Le kilométrage au moment de la réparation est rempli.",
            de: "Der Kilometerstand bei der Reparatur ist eingetragen.",
        };
        vin_missing: message::VIN_MISSING;
        vin_invalid: text::VIN_INVALID;
        reading_missing: text::READING_MISSING;
        start_of_work_missing: text::START_OF_WORK_MISSING;
        start_of_work_in_future: text::START_OF_WORK_IN_FUTURE;
        damage_reading_missing: Text {
            en: "The reading at the time of the damage is missing.",
            nl: "De km-stand bij de schade ontbreekt.",
            fr: "Le kilométrage au moment du dégât manque.",
            de: "Der Kilometerstand beim Schaden fehlt.",
        };
        repair_reading_missing: Text {
            en: "The reading at the time of the repair is missing.",
            nl: "De km-stand bij de herstelling ontbreekt.",
            fr: "Le kilométrage au moment de la réparation manque.",
            de: "Der Kilometerstand bei der Reparatur fehlt.",
        };
        short_vin: message::VIN_SHORT;
        late_report: Text {
            en: "Work began more than five days ago: the reading must be reported at once.",
            nl: "De werken begonnen meer dan vijf dagen geleden: de km-stand moet meteen worden doorgestuurd.",
            fr: "Les travaux ont commencé il y a plus de cinq jours : le kilométrage est à transmettre aussitôt.",
            de: "Die Arbeit begann vor mehr als fünf Tagen: der Kilometerstand ist sofort zu melden.",
        };
    }
}

/// Decides `car_pass.readiness`.
///
/// ```
/// use chrono::NaiveDate;
/// use dms_rules::car_pass::readiness;
/// use dms_rules::message::Language;
/// use dms_rules::value::{OdometerReading, Vin};
///
/// let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
/// let decision = readiness::decide(&readiness::Facts {
///     policy: readiness::Policy::WorkOrder,
///     vin: Vin::new("TMBJG7NE0F0124355"),
///     today: day(20),
///     reading_km: None,
///     start_of_work: Some(day(21)),
///     damage_reading_km: None,
///     repair_reading_km: None,
/// })?;
///
/// assert_eq!(decision.outcome, readiness::Outcome::Blocked);
/// assert!(decision.because().ids().eq(["reading_missing", "start_of_work_in_future"]));
/// assert_eq!(decision.reasons(Language::Fr).next(), Some("Le kilométrage manque."));
/// # Ok::<(), dms_rules::error::Error>(())
/// ```
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
