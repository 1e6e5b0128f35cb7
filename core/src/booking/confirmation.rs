//! `booking.confirmation`: what does confirming a service appointment do to its replacement booking?
//!
//! Source: MD, "Aufruf über den Service-Termin": "Sollte der referenzierte Servicetermin über das Kontextmenü bestätigt
//! werden, wird auch der Ersatzfahrzeugtermin bestätigt. Selbiges gilt für Aufhebung der Terminbestätigung am
//! Servicetermin."
//!
//! Reading of the manual: the booking gets the appointment's flag whatever its own was before.

use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `booking.confirmation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// What is done to the service appointment.
    pub event: Event,
    /// The service appointment has a replacement booking.
    pub has_replacement_booking: bool,
}

closed_enum! {
    /// What may be done to a service appointment.
    pub enum Event as ConfirmationEvent {
        /// "Termin bestätigen".
        Confirm = "confirm",
        /// "Terminbestätigung aufheben".
        Unconfirm = "unconfirm",
    }
}

/// The confirmations afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// Whether the service appointment is confirmed.
    pub appointment_confirmed: bool,
    /// Whether its replacement booking is; none where it has no booking.
    pub booking_confirmed: Option<bool>,
}

closed_enum! {
    /// What appointment and booking are afterwards.
    pub enum Confirmation {
        /// Confirmed, and the booking thereby locked.
        Confirmed = "confirmed",
        /// Open again.
        Open = "open",
    }
}

decision_table! {
    /// The booking gets the appointment's flag, whatever its own was before.
    decision "booking.confirmation", edition "2026-11";
    question Text {
        en: "What does confirming a service appointment do to its replacement booking?",
        nl: "Wat doet het bevestigen van een serviceafspraak met de boeking van het vervangvoertuig?",
        fr: "Que fait la confirmation d'un rendez-vous d'atelier à la réservation de remplacement ?",
        de: "Was bewirkt die Bestätigung eines Service-Termins beim Ersatzfahrzeugtermin?",
    };
    source MD, "Aufruf über den Service-Termin; Terminbestätigung und -Aufhebung";
    hit policy FIRST => Confirmation;

    given(facts: &Facts) {}

    conditions {
        confirm     = facts.event == Event::Confirm,
            feel r#"event = "confirm""#;
    }

    impossible {}

    rows {
        // row      | when      | appointment and booking
        confirm     : confirm   => Confirmation::Confirmed;
        unconfirm   : otherwise => Confirmation::Open;
    }

    advisories {}

    texts {
        confirm: Text {
            en: "The service appointment is confirmed, and its replacement booking with it.",
            nl: "De werkplaatsafspraak wordt bevestigd, en de vervangwagenboeking mee.",
            fr: "Le rendez-vous d'atelier est confirmé, et avec lui la réservation de remplacement.",
            de: "Der Service-Termin wird bestätigt und mit ihm der Ersatzfahrzeugtermin.",
        };
        unconfirm: Text {
            en: "The confirmation of the service appointment is lifted, and that of its replacement booking with it.",
            nl: "De bevestiging van de werkplaatsafspraak wordt opgeheven, en die van de vervangwagenboeking mee.",
            fr: "La confirmation du rendez-vous d'atelier est levée, et avec elle celle de la réservation de remplacement.",
            de: "Die Terminbestätigung am Service-Termin wird aufgehoben und mit ihr die am Ersatzfahrzeugtermin.",
        };
    }
}

/// Decides `booking.confirmation`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|confirmation| {
        let confirmed = confirmation == Confirmation::Confirmed;
        Outcome {
            appointment_confirmed: confirmed,
            booking_confirmed: facts.has_replacement_booking.then_some(confirmed),
        }
    }))
}
