//! `okr.mutation`: is a changed reading forwarded at once, without an invoice?
//!
//! Source: OKR, Tabel 1, "Altijd (bij elke tellerstand mutatie)": at every change of the reading it is forwarded.
//!
//! Reading of the manual: the guard against typing errors under Ad Optie 1 holds here too; no invoice screen follows on
//! which a person could choose, so the program asks first.

use dms_rules_derive::Facts;

use super::{LARGEST_DEVIATION_KM, Mode, TREND_BREAK_KM, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::OKR;
use crate::message::Text;
use crate::value::{OdometerReading, closed_enum};

/// The facts of `okr.mutation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The setting: when readings are forwarded.
    pub mode: Mode,
    /// The reading entered, in km.
    pub entered_reading_km: OdometerReading,
    /// The last reading known for the vehicle, in km.
    pub last_reading_km: Option<OdometerReading>,
}

closed_enum! {
    /// What to do with the changed reading.
    pub enum Outcome {
        /// Do not forward it now.
        Hold = "hold",
        /// Ask a person whether the reading is right, then forward it.
        AskFirst = "ask_first",
        /// Forward it.
        Forward = "forward",
    }
}

decision_table! {
    /// A reading that differs by more than 100,000 km from the last one is probably a typing error: a person is asked
    /// first. Advisories: `reading_lower`, `reading_breaks_trend`.
    decision "okr.mutation", edition "2026-11";
    question Text {
        en: "Is a changed reading forwarded at once, without an invoice?",
        nl: "Wordt een gewijzigde tellerstand meteen doorgestuurd, zonder factuur?",
        fr: "Un kilométrage modifié est-il transmis aussitôt, sans facture ?",
        de: "Wird ein geänderter Kilometerstand sofort übermittelt, ohne Rechnung?",
    };
    source OKR, "Tabel 1, Altijd (bij elke tellerstand mutatie)";
    hit policy FIRST => Outcome;

    given(facts: &Facts) {
        let above_last_km = facts.last_reading_km.map(|last| facts.entered_reading_km.above(last));
    }

    conditions {
        not_always                  = facts.mode != Mode::Always,
            feel r#"mode != "always""#;
        reading_unchanged           = above_last_km == Some(0),
            feel "last_reading_km != null and entered_reading_km = last_reading_km";
        deviation_exceeds_limit     = above_last_km.is_some_and(|km| km.unsigned_abs() > LARGEST_DEVIATION_KM),
            feel "last_reading_km != null and abs(entered_reading_km - last_reading_km) > 100000";
        reading_lower               = above_last_km.is_some_and(|km| km < 0 && km > -TREND_BREAK_KM),
            feel "last_reading_km != null and entered_reading_km < last_reading_km
                and entered_reading_km > last_reading_km - 100";
        reading_breaks_trend        = above_last_km.is_some_and(|km| km <= -TREND_BREAK_KM),
            feel "last_reading_km != null and entered_reading_km <= last_reading_km - 100";
    }

    impossible {
        reading_unchanged && deviation_exceeds_limit;
        reading_unchanged && reading_lower;
        reading_unchanged && reading_breaks_trend;
        reading_lower && reading_breaks_trend;
        reading_lower && deviation_exceeds_limit;
    }

    rows {
        // row                      | when                      | outcome
        not_always                  : not_always                => Outcome::Hold;
        reading_unchanged           : reading_unchanged         => Outcome::Hold;
        deviation_exceeds_limit     : deviation_exceeds_limit   => Outcome::AskFirst;
        forward                     : otherwise                 => Outcome::Forward;
    }

    advisories {
        reading_lower               : reading_lower;
        reading_breaks_trend        : reading_breaks_trend;
    }

    texts {
        not_always: Text {
            en: "The settings do not forward readings at every change.",
            nl: "Volgens de instellingen wordt niet bij elke tellerstandmutatie doorgestuurd.",
            fr: "Selon les paramètres, on ne transmet pas à chaque changement du kilométrage.",
            de: "Laut Einstellungen wird nicht bei jeder Änderung des Kilometerstands übermittelt.",
        };
        reading_unchanged: text::READING_UNCHANGED;
        deviation_exceeds_limit: text::DEVIATION_EXCEEDS_LIMIT;
        forward: Text {
            en: "The reading has changed: forward it.",
            nl: "De tellerstand is gewijzigd: doorsturen.",
            fr: "Le kilométrage a changé : le transmettre.",
            de: "Der Kilometerstand hat sich geändert: übermitteln.",
        };
        reading_lower: text::READING_LOWER;
        reading_breaks_trend: text::READING_BREAKS_TREND;
    }
}

/// Decides `okr.mutation`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
