//! `booking.follows_master`: does the booking still show what the vehicle master says?
//!
//! Source: MD, "Infopanel": "Nach der Fahrzeugausgabe werden die Fahrzeugdaten im Infopanel nicht mehr aktualisiert",
//! and "Aufruf Fahrzeugstamm über Fahrtenbuch" (changes of the vehicle master have no effect on the booking).
//!
//! Reading of the manual: the issue draws the line, from then on the booking keeps a snapshot; what the manual says of
//! the logbook is read of bookings that were issued, since planned ones take over changes of the master ("werden die
//! geänderten Daten, sofern relevant, auf den Vorgang übernommen").

use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `booking.follows_master`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The vehicle has been handed out on this booking.
    pub issued: bool,
}

/// Whether the booking follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// Later changes of the vehicle master reach the booking.
    pub follows_master: bool,
}

closed_enum! {
    /// Where the booking's vehicle data come from.
    pub enum VehicleData {
        /// From the record made at the issue.
        Snapshot = "snapshot",
        /// From the vehicle master.
        Master = "master",
    }
}

decision_table! {
    /// From the issue on it keeps a snapshot.
    decision "booking.follows_master", edition "2026-11";
    question Text {
        en: "Does the booking still show what the vehicle master says?",
        nl: "Toont de boeking nog wat de voertuigstam zegt?",
        fr: "La réservation montre-t-elle encore ce que dit la fiche du véhicule ?",
        de: "Zeigt die Buchung noch, was der Fahrzeugstamm sagt?",
    };
    source MD, "Infopanel; Aufruf Fahrzeugstamm über Fahrtenbuch";
    hit policy FIRST => VehicleData;

    given(facts: &Facts) {}

    conditions {
        issued  = facts.issued,
            feel "issued";
    }

    impossible {}

    rows {
        // row  | when      | vehicle data from
        issued  : issued    => VehicleData::Snapshot;
        planned : otherwise => VehicleData::Master;
    }

    advisories {}

    texts {
        issued: Text {
            en: "The vehicle has been issued: the booking keeps the vehicle's data as they were.",
            nl: "Het voertuig is uitgegeven: de boeking houdt de voertuiggegevens zoals ze waren.",
            fr: "Le véhicule a été remis : la réservation garde les données du véhicule telles qu'elles étaient.",
            de: "Das Fahrzeug ist ausgegeben: die Fahrzeugdaten im Termin werden nicht mehr aktualisiert.",
        };
        planned: Text {
            en: "The vehicle has not been issued: changes of the vehicle master reach the booking.",
            nl: "Het voertuig is niet uitgegeven: wijzigingen in de voertuigstam komen in de boeking.",
            fr: "Le véhicule n'a pas été remis : les changements de la fiche véhicule passent dans la réservation.",
            de: "Das Fahrzeug ist nicht ausgegeben: Änderungen im Fahrzeugstamm gelangen in den Termin.",
        };
    }
}

/// Decides `booking.follows_master`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|data| Outcome { follows_master: data == VehicleData::Master }))
}
