//! `car_pass.badge`: on clocking on to a job, does the program ask for the reading and send it?
//!
//! Source: CPS 1, "Km stand opvragen bij de badge" ("enkel wanneer de km stand nog niet gekend is") and "Carpass doorsturen
//! bij de badge" ("Na het invullen van de km stand via de badge, zal deze ook direct doorgestuurd worden"); CPS 3, "Km stand
//! ingeven bij badge" ("kan u dit uitschakelen in de instellingen").
//!
//! Readings of the manual:
//! * A reading is known when one was entered for this job: an older one of the vehicle says nothing about today.
//! * What was not asked for at the badge is not sent from it.

use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::CPS;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `car_pass.badge`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The setting "Km stand opvragen bij de badge".
    pub ask_reading_at_badge: bool,
    /// The setting "Carpass doorsturen bij de badge".
    pub submit_at_badge: bool,
    /// A reading was entered for this job.
    pub reading_known: bool,
}

/// What the program does when somebody clocks on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// It asks for the odometer reading.
    pub ask_reading: bool,
    /// It sends the reading as soon as it is entered.
    pub submit_after_entry: bool,
}

closed_enum! {
    /// What the program does when somebody clocks on, as one word.
    pub enum AtBadge {
        /// Nothing.
        Nothing = "nothing",
        /// It asks for the reading and sends it.
        AskAndSubmit = "ask_and_submit",
        /// It asks for the reading.
        Ask = "ask",
    }
}

decision_table! {
    /// A reading is known when one was entered for this job. What was not asked for at the badge is not sent from it.
    decision "car_pass.badge", edition "2026-11";
    question Text {
        en: "On clocking on to a job, does the program ask for the reading and send it?",
        nl: "Vraagt het programma bij het badgen de kilometerstand, en stuurt het die door?",
        fr: "Au pointage, le programme demande-t-il le kilométrage et l'envoie-t-il ?",
        de: "Fragt das Programm beim Einstempeln nach dem Kilometerstand und sendet es ihn?",
    };
    source CPS, "1. Instellen Carpass gegevens; 3. Km stand ingeven bij badge";
    hit policy FIRST => AtBadge;

    given(facts: &Facts) {}

    conditions {
        already_known       = facts.reading_known,
            feel "reading_known";
        prompt_disabled     = !facts.ask_reading_at_badge,
            feel "not(ask_reading_at_badge)";
        ask_and_submit      = facts.submit_at_badge,
            feel "submit_at_badge";
    }

    impossible {}

    rows {
        // row              | when              | at the badge
        already_known       : already_known     => AtBadge::Nothing;
        prompt_disabled     : prompt_disabled   => AtBadge::Nothing;
        ask_and_submit      : ask_and_submit    => AtBadge::AskAndSubmit;
        ask_only            : otherwise         => AtBadge::Ask;
    }

    advisories {}

    texts {
        already_known: Text {
            en: "The odometer reading of this job is already known.",
            nl: "De km-stand van deze opdracht is al gekend.",
            fr: "Le kilométrage de ce travail est déjà connu.",
            de: "Der Kilometerstand dieses Auftrags ist bereits bekannt.",
        };
        prompt_disabled: Text {
            en: "The settings do not ask for the reading at the badge.",
            nl: "Volgens de instellingen wordt de km-stand niet bij de badge opgevraagd.",
            fr: "Selon les paramètres, le kilométrage n'est pas demandé au pointage.",
            de: "Laut Einstellungen wird der Kilometerstand beim Stempeln nicht abgefragt.",
        };
        ask_and_submit: Text {
            en: "Ask for the reading at the badge and send it to Car-Pass at once.",
            nl: "De km-stand bij de badge opvragen en direct doorsturen naar Car-Pass.",
            fr: "Demander le kilométrage au pointage et le transmettre aussitôt à Car-Pass.",
            de: "Den Kilometerstand beim Stempeln abfragen und sofort an Car-Pass übermitteln.",
        };
        ask_only: Text {
            en: "Ask for the reading at the badge; it is sent later, on saving the job.",
            nl: "De km-stand bij de badge opvragen; doorsturen gebeurt later, bij het bewaren.",
            fr: "Demander le kilométrage au pointage ; il est transmis plus tard, à l'enregistrement.",
            de: "Den Kilometerstand beim Stempeln abfragen; übermittelt wird später, beim Speichern.",
        };
    }
}

/// Decides `car_pass.badge`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|at_badge| match at_badge {
        AtBadge::Nothing => Outcome { ask_reading: false, submit_after_entry: false },
        AtBadge::AskAndSubmit => Outcome { ask_reading: true, submit_after_entry: true },
        AtBadge::Ask => Outcome { ask_reading: true, submit_after_entry: false },
    }))
}
