//! `booking.documents`: which documents can be printed, and which are printed now by themselves?
//!
//! Source: MD, "Druck von Belegen": "Bereits nach der Planung des Termins kann nun der Vertrag ausgedruckt werden.
//! Automatisch ist dieser Druck aber erst nach der Ausgabe möglich … Wurde das Fahrzeug wieder zurückgenommen können
//! Terminbestätigung, Vertrag und Rückgabebestätigung gedruckt werden. Zusätzlich können bei Probefahrtenterminen nach
//! der Ausgabe die Probefahrtenbescheinigung (inkl. Zusatzblatt und Vertrag) gedruckt werden. Die Übersicht kann im
//! Fahrtenbuch immer gedruckt werden."
//!
//! Readings of the manual:
//! * A document stays available once it is, also after the return.
//! * Each of the three automatic prints belongs to one event, and is made only where its document is due in the status.

use dms_rules_derive::{Facts, Outcome};

use super::{Collected, Kind, Status, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Set, closed_enum};

/// The facts of `booking.documents`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The kind of the booking.
    pub kind: Kind,
    /// How far the booking has come.
    pub status: Status,
    /// What has just happened; none where somebody only looks.
    pub event: Option<Event>,
    /// The setting "Terminbestätigung automatisch drucken".
    pub print_confirmation: bool,
    /// The setting "Ausgabebeleg (Vertrag) automatisch drucken".
    pub print_contract: bool,
    /// The setting "Rückgabebestätigung automatisch drucken".
    pub print_return_confirmation: bool,
}

closed_enum! {
    /// What may set off an automatic print.
    pub enum Event as DocumentsEvent {
        /// The booking was saved.
        Saved = "saved",
        /// The vehicle was handed out.
        Issued = "issued",
        /// The vehicle came back.
        Returned = "returned",
    }
}

closed_enum! {
    /// The documents of a booking.
    pub enum Document {
        /// "Terminbestätigung".
        Confirmation = "confirmation",
        /// "Vertrag" ("Ausgabebeleg").
        Contract = "contract",
        /// "Rückgabebestätigung".
        ReturnConfirmation = "return_confirmation",
        /// "Probefahrtbescheinigung".
        TrialCertificate = "trial_certificate",
        /// "Probefahrtbescheinigung – Zusatzblatt".
        TrialSupplement = "trial_supplement",
        /// "Vertrag, Probefahrtbescheinigung und Zusatzblatt".
        TrialContract = "trial_contract",
        /// "Übersicht", in the logbook.
        Overview = "overview",
    }
}

/// What can be printed and what is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// What can be printed.
    pub available: Set<Document>,
    /// What is printed now by itself.
    pub print_now: Set<Document>,
}

decision_table! {
    /// `because` has the documents that can be printed. A document stays available once it is. Each automatic print
    /// belongs to one event.
    decision "booking.documents", edition "2026-11";
    question Text {
        en: "Which documents can be printed, and which are printed now by themselves?",
        nl: "Welke documenten kunnen worden afgedrukt, en welke worden nu vanzelf afgedrukt?",
        fr: "Quels documents peuvent être imprimés, et lesquels le sont maintenant d'eux-mêmes ?",
        de: "Welche Belege können gedruckt werden, und welche werden jetzt von selbst gedruckt?",
    };
    source MD, "Druck von Belegen; Fahrtenbuch auswerten";
    hit policy COLLECT => Collected;

    given(facts: &Facts) {}

    conditions {
        test_drive          = facts.kind == Kind::TestDrive,
            feel r#"kind = "test_drive""#;
        issued              = facts.status != Status::Planned,
            feel r#"status != "planned""#;
        returned            = facts.status == Status::Returned,
            feel r#"status = "returned""#;
    }

    impossible {
        returned && !issued;
    }

    rows {
        // document         | available
        confirmation        : otherwise;
        contract            : otherwise;
        return_confirmation : returned;
        trial_certificate   : test_drive && issued;
        trial_supplement    : test_drive && issued;
        trial_contract      : test_drive && issued;
        overview            : otherwise;
    }

    outcome {
        none => Collected::Nothing;
        any => Collected::Something;
    }

    advisories {}

    texts {
        test_drive: text::TEST_DRIVE;
        issued: text::ISSUED;
        returned: Text {
            en: "The vehicle has come back.",
            nl: "Het voertuig is terug.",
            fr: "Le véhicule est rentré.",
            de: "Das Fahrzeug wurde zurückgenommen.",
        };
        confirmation: Text {
            en: "The confirmation can be printed from the planning on.",
            nl: "De boekingsbevestiging kan vanaf de planning worden afgedrukt.",
            fr: "La confirmation peut être imprimée dès la planification.",
            de: "Die Terminbestätigung kann ab der Planung gedruckt werden.",
        };
        contract: Text {
            en: "The contract can be printed from the planning on.",
            nl: "Het contract kan vanaf de planning worden afgedrukt.",
            fr: "Le contrat peut être imprimé dès la planification.",
            de: "Der Vertrag kann ab der Planung gedruckt werden.",
        };
        return_confirmation: Text {
            en: "The confirmation of the return can be printed.",
            nl: "De terugnamebevestiging kan worden afgedrukt.",
            fr: "La confirmation du retour peut être imprimée.",
            de: "Die Rückgabebestätigung kann gedruckt werden.",
        };
        trial_certificate: Text {
            en: "The test-drive certificate can be printed.",
            nl: "Het proefritattest kan worden afgedrukt.",
            fr: "L'attestation d'essai peut être imprimée.",
            de: "Die Probefahrtbescheinigung kann gedruckt werden.",
        };
        trial_supplement: Text {
            en: "The supplement to the test-drive certificate can be printed.",
            nl: "Het bijblad bij het proefritattest kan worden afgedrukt.",
            fr: "L'annexe à l'attestation d'essai peut être imprimée.",
            de: "Das Zusatzblatt zur Probefahrtbescheinigung kann gedruckt werden.",
        };
        trial_contract: Text {
            en: "Contract, test-drive certificate and supplement can be printed together.",
            nl: "Contract, proefritattest en bijblad kunnen samen worden afgedrukt.",
            fr: "Le contrat, l'attestation d'essai et l'annexe peuvent être imprimés ensemble.",
            de: "Vertrag, Probefahrtbescheinigung und Zusatzblatt können gemeinsam gedruckt werden.",
        };
        overview: Text {
            en: "The overview can always be printed in the logbook.",
            nl: "Het overzicht kan in het rittenboek altijd worden afgedrukt.",
            fr: "L'aperçu peut toujours être imprimé dans le carnet de bord.",
            de: "Die Übersicht kann im Fahrtenbuch immer gedruckt werden.",
        };
    }
}

/// Decides `booking.documents`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    let documents = apply(facts);
    let available = Set::from_bits(documents.because_bits());
    let printed = printed(facts).filter(|document| available.contains(*document));
    Ok(documents.map(|_| Outcome { available, print_now: printed.into_iter().collect() }))
}

/// What the event prints by itself.
fn printed(facts: &Facts) -> Option<Document> {
    let (document, wanted) = match facts.event? {
        Event::Saved => (Document::Confirmation, facts.print_confirmation),
        // The contract can be printed by hand from the planning on, by itself only after the issue.
        Event::Issued => (Document::Contract, facts.print_contract && facts.status != Status::Planned),
        Event::Returned => (Document::ReturnConfirmation, facts.print_return_confirmation),
    };
    wanted.then_some(document)
}
