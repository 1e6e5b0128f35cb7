//! `booking.cancel_issue`: may an issue be cancelled?
//!
//! Source: MD, "Ausgabe nachbearbeiten/stornieren": with the right "Fahrzeugübergabe bearbeiten" an issue can be
//! cancelled, "solange die Rückgabe noch nicht erfolgt ist. Dabei wird jedoch der Kilometerstand am Fahrzeugstamm nicht
//! mehr zurückgesetzt (falls dieser durch die Ausgabe nach oben korrigiert wurde)"; and "Ausgabe/Sofortausgabe"
//! (cancelling clears the reservation, where the setting keeps one).
//!
//! Reading of the manual: the master's reading stays in every case; the advisory says so where the issue had raised it.

use dms_rules_derive::{Facts, Outcome};

use super::{Verdict, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;

/// The facts of `booking.cancel_issue`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    pub may_amend_handover: bool,
    /// The vehicle has been handed out on this booking.
    pub issued: bool,
    /// It has been taken back.
    pub returned: bool,
    /// The issue raised the reading in the vehicle master.
    pub odometer_raised: bool,
    /// The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    pub update_reservation: bool,
}

/// Whether the issue may be cancelled, and what goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome {
    /// It may.
    Allowed {
        /// Empty the reservation in the vehicle master.
        clear_reservation: bool,
        /// Leave the reading in the vehicle master as it is: always.
        keep_odometer: bool,
    },
    /// It may not.
    Refused,
}

decision_table! {
    /// Until the return, with the right to amend handovers. The reading in the vehicle master stays in every case; the
    /// advisory `odometer_not_reset` says so where the issue had raised it.
    decision "booking.cancel_issue", edition "2026-11";
    question Text {
        en: "May an issue be cancelled?",
        nl: "Mag een uitgifte worden geannuleerd?",
        fr: "Une remise peut-elle être annulée ?",
        de: "Darf eine Ausgabe storniert werden?",
    };
    source MD, "Ausgabe nachbearbeiten/stornieren";
    hit policy COLLECT => Verdict;

    given(facts: &Facts) {}

    conditions {
        may_amend_handover  = facts.may_amend_handover,
            feel "may_amend_handover";
        issued              = facts.issued,
            feel "issued";
        already_returned    = facts.returned,
            feel "returned";
        odometer_raised     = facts.odometer_raised,
            feel "odometer_raised";
    }

    impossible {}

    rows {
        // reason           | when
        right_missing       : !may_amend_handover;
        not_issued          : !issued;
        already_returned    : already_returned;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {
        odometer_not_reset  : odometer_raised;
    }

    texts {
        may_amend_handover: text::MAY_AMEND;
        issued: text::ISSUED;
        odometer_raised: Text {
            en: "The issue raised the reading in the vehicle master.",
            nl: "De uitgifte heeft de km-stand in de voertuigstam verhoogd.",
            fr: "La remise a relevé le kilométrage de la fiche véhicule.",
            de: "Die Ausgabe hat den Kilometerstand am Fahrzeugstamm nach oben korrigiert.",
        };
        right_missing: text::RIGHT_TO_AMEND_MISSING;
        not_issued: text::NOT_ISSUED;
        already_returned: text::ALREADY_RETURNED;
        odometer_not_reset: Text {
            en: "The reading that the issue raised in the vehicle master is not set back: check it.",
            nl: "De door de uitgifte verhoogde km-stand in de voertuigstam wordt niet teruggezet: controleer hem.",
            fr: "Le kilométrage relevé par la remise n'est pas remis en arrière dans la fiche véhicule : à vérifier.",
            de: "Der durch die Ausgabe erhöhte Kilometerstand am Fahrzeugstamm wird nicht zurückgesetzt: bitte prüfen.",
        };
    }
}

/// Decides `booking.cancel_issue`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|verdict| match verdict {
        Verdict::Allowed => Outcome::Allowed { clear_reservation: facts.update_reservation, keep_odometer: true },
        Verdict::Refused => Outcome::Refused,
    }))
}
