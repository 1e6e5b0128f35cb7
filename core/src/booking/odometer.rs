//! `booking.odometer`: what reading does the vehicle master keep after an issue or a return?
//!
//! Source: MD, "Ausgabe nachbearbeiten/stornieren": the reading in the vehicle master is "durch die Ausgabe nach oben
//! korrigiert" and not set back.
//!
//! Reading of the manual: the master's reading only ever moves up; a lower one is kept with the handover and pointed
//! out.

use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{OdometerReading, closed_enum};

/// The facts of `booking.odometer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The reading in the vehicle master, in km.
    pub master_km: Option<OdometerReading>,
    /// The reading entered at the issue or the return, in km.
    pub entered_km: OdometerReading,
}

/// The vehicle master afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// Its reading, in km.
    pub master_km: OdometerReading,
}

closed_enum! {
    /// Which reading the vehicle master has afterwards.
    pub enum Reading {
        /// The one entered.
        Entered = "entered",
        /// The one it had.
        Unchanged = "unchanged",
    }
}

decision_table! {
    /// It only ever moves up; a lower reading is pointed out by the advisory `below_master`.
    decision "booking.odometer", edition "2026-11";
    question Text {
        en: "What reading does the vehicle master keep after an issue or a return?",
        nl: "Welke kilometerstand houdt de voertuigstam na een uitgifte of teruggave?",
        fr: "Quel kilométrage la fiche du véhicule garde-t-elle après une remise ou un retour ?",
        de: "Welchen Kilometerstand behält der Fahrzeugstamm nach einer Ausgabe oder Rückgabe?",
    };
    source MD, "Ausgabe nachbearbeiten/stornieren";
    hit policy FIRST => Reading;

    given(facts: &Facts) {}

    conditions {
        raise           = facts.master_km.is_none_or(|master| facts.entered_km > master),
            feel "master_km = null or entered_km > master_km";
        below_master    = facts.master_km.is_some_and(|master| facts.entered_km < master),
            feel "master_km != null and entered_km < master_km";
    }

    impossible {
        raise && below_master;
    }

    rows {
        // row          | when          | the master's reading
        raise           : raise         => Reading::Entered;
        keep            : otherwise     => Reading::Unchanged;
    }

    advisories {
        below_master    : below_master;
    }

    texts {
        raise: Text {
            en: "The reading entered is higher than the one in the vehicle master, or the first one: it is taken over.",
            nl: "De ingevoerde km-stand is hoger dan in de voertuigstam, of de eerste: hij wordt overgenomen.",
            fr: "Le kilométrage saisi dépasse celui de la fiche véhicule, ou est le premier : il est repris.",
            de: "Der eingegebene Kilometerstand ist höher als am Fahrzeugstamm oder der erste: er wird übernommen.",
        };
        keep: Text {
            en: "The reading entered is not higher than the one in the vehicle master, which stays.",
            nl: "De ingevoerde km-stand is niet hoger dan in de voertuigstam, die zo blijft.",
            fr: "Le kilométrage saisi ne dépasse pas celui de la fiche véhicule, qui reste.",
            de: "Der eingegebene Kilometerstand ist nicht höher als am Fahrzeugstamm: dieser bleibt unverändert.",
        };
        below_master: Text {
            en: "The reading entered is lower than the one in the vehicle master: check it.",
            nl: "De ingevoerde km-stand is lager dan in de voertuigstam: controleer hem.",
            fr: "Le kilométrage saisi est inférieur à celui de la fiche véhicule : à vérifier.",
            de: "Der eingegebene Kilometerstand ist niedriger als am Fahrzeugstamm: bitte prüfen.",
        };
    }
}

/// Decides `booking.odometer`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|reading| Outcome {
        master_km: match reading {
            Reading::Entered => facts.entered_km,
            Reading::Unchanged => facts.master_km.unwrap_or(facts.entered_km),
        },
    }))
}
