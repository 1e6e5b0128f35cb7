//! `car_pass.enrolment`: does a dossier enter the Car-Pass list?
//!
//! Source: PM, "Obtenir la liste Car-Pass": saving a dossier enrols it when seven conditions hold; the Car-Pass button
//! enrols it whatever they say.
//!
//! Readings of the manual:
//! * An empty VIN has no more than 17 characters, so it passes here; readiness catches it.
//! * The button always enrols; what would have blocked comes back as advisories.
//! * A dossier number of 0 is not positive. The duty itself knows no exemption for internal work, hence the advisory
//!   (car-pass.be/nl/professioneel: every maintenance, repair and fitting counts).

use dms_rules_derive::Facts;

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::PM;
use crate::message::{self, Text};
use crate::value::{Vin, VinForm, closed_enum};

/// The facts of `car_pass.enrolment`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// What set the enrolment off.
    pub trigger: Trigger,
    /// The work of the dossier has begun.
    pub work_started: bool,
    /// The VIN as entered; may be empty.
    pub vin: Vin,
    /// The dossier was transmitted to Car-Pass before.
    pub already_transmitted: bool,
    /// The dossier is part of a merger of dossiers ("fusion").
    pub merged: bool,
    /// The dossier number; internal dossiers have none above 0.
    pub dossier_number: i64,
    /// The firm uses the VAT register.
    pub vat_register_used: bool,
    /// The box "Créer N° TVA" is ticked; matters only where the VAT register is used.
    pub vat_number_ticked: bool,
    /// The dossier has an owner.
    pub has_owner: bool,
}

closed_enum! {
    /// What sets the enrolment off.
    pub enum Trigger {
        /// Saving the dossier.
        Automatic = "automatic",
        /// The Car-Pass button in the vehicle's details.
        Manual = "manual",
    }
}

closed_enum! {
    /// Whether the dossier enters the list.
    pub enum Outcome {
        /// It enters the list.
        Enrolled = "enrolled",
        /// It does not.
        NotEnrolled = "not_enrolled",
    }
}

decision_table! {
    /// Saving a dossier enrols it when no reason stands against it. The Car-Pass button always enrols; what would have
    /// blocked comes back as advisories. The duty knows no exemption for internal work: the advisory
    /// `internal_work_reportable` says so.
    decision "car_pass.enrolment", edition "2026-11";
    question Text {
        en: "Does a dossier enter the Car-Pass list?",
        nl: "Komt een dossier op de Car-Pass-lijst?",
        fr: "Un dossier entre-t-il dans la liste Car-Pass ?",
        de: "Kommt ein Dossier auf die Car-Pass-Liste?",
    };
    source PM, "Obtenir la liste Car-Pass";
    hit policy COLLECT => Outcome;

    given(facts: &Facts) {}

    conditions {
        manual                      = facts.trigger == Trigger::Manual,
            feel r#"trigger = "manual""#;
        work_started                = facts.work_started,
            feel "work_started";
        vin_too_long                = facts.vin.form() == VinForm::TooLong,
            feel r#"string length(vin_characters(vin)) > 17"#;
        already_transmitted         = facts.already_transmitted,
            feel "already_transmitted";
        merged                      = facts.merged,
            feel "merged";
        positive_number             = facts.dossier_number > 0,
            feel "dossier_number > 0";
        vat_register_used           = facts.vat_register_used,
            feel "vat_register_used";
        vat_number_ticked           = facts.vat_number_ticked,
            feel "vat_number_ticked";
        has_owner                   = facts.has_owner,
            feel "has_owner";
    }

    impossible {}

    rows {
        // reason                   | when
        work_not_started            : !manual && !work_started;
        vin_too_long                : !manual && vin_too_long;
        already_transmitted         : !manual && already_transmitted;
        merged                      : !manual && merged;
        internal_dossier            : !manual && !positive_number;
        vat_number_not_ticked       : !manual && vat_register_used && !vat_number_ticked;
        no_owner                    : !manual && !has_owner;
    }

    outcome {
        none => Outcome::Enrolled;
        any => Outcome::NotEnrolled;
    }

    advisories {
        work_not_started            : manual && !work_started;
        vin_too_long                : manual && vin_too_long;
        already_transmitted         : manual && already_transmitted;
        merged                      : manual && merged;
        internal_dossier            : manual && !positive_number;
        vat_number_not_ticked       : manual && vat_register_used && !vat_number_ticked;
        no_owner                    : manual && !has_owner;
        internal_work_reportable    : !positive_number;
    }

    texts {
        manual: Text {
            en: "The Car-Pass button was used.",
            nl: "De Car-Pass-knop werd gebruikt.",
            fr: "Le bouton Car-Pass a été utilisé.",
            de: "Die Car-Pass-Schaltfläche wurde benutzt.",
        };
        work_started: Text {
            en: "The work of the dossier has begun.",
            nl: "De werken van het dossier zijn begonnen.",
            fr: "Les activités de travail du dossier ont commencé.",
            de: "Die Arbeiten am Auftrag haben begonnen.",
        };
        positive_number: Text {
            en: "The dossier number is above 0.",
            nl: "Het dossiernummer is groter dan 0.",
            fr: "Le numéro de dossier est positif.",
            de: "Die Auftragsnummer ist größer als 0.",
        };
        vat_register_used: Text {
            en: "The firm uses the VAT register.",
            nl: "De firma gebruikt het btw-register.",
            fr: "L'entreprise utilise le registre TVA.",
            de: "Der Betrieb verwendet das MwSt.-Register.",
        };
        vat_number_ticked: Text {
            en: "The box for creating a VAT number is ticked.",
            nl: "Het vakje om een btw-nummer aan te maken is aangevinkt.",
            fr: "La case « Créer N° TVA » est cochée.",
            de: "Das Kästchen zum Anlegen einer MwSt.-Nummer ist angehakt.",
        };
        has_owner: Text {
            en: "The dossier has an owner.",
            nl: "Het dossier heeft een eigenaar.",
            fr: "Le dossier a un propriétaire.",
            de: "Der Auftrag hat einen Eigentümer.",
        };
        work_not_started: Text {
            en: "The work has not begun.",
            nl: "De werken zijn niet begonnen.",
            fr: "Les travaux n'ont pas commencé.",
            de: "Die Arbeiten haben nicht begonnen.",
        };
        vin_too_long: message::VIN_TOO_LONG;
        already_transmitted: Text {
            en: "The dossier has already been sent to Car-Pass.",
            nl: "Het dossier is al naar Car-Pass verstuurd.",
            fr: "Le dossier a déjà été transmis à Car-Pass.",
            de: "Der Auftrag wurde bereits an Car-Pass übermittelt.",
        };
        merged: Text {
            en: "The dossier is part of a merger: the merged dossier is the one to send.",
            nl: "Het dossier hoort bij een fusie: het gefuseerde dossier moet worden verstuurd.",
            fr: "Le dossier appartient à une fusion : c'est le dossier fusionné qu'il faut transmettre.",
            de: "Der Auftrag ist Teil einer Zusammenlegung: zu übermitteln ist der zusammengelegte.",
        };
        internal_dossier: Text {
            en: "It is an internal dossier: its number is not positive.",
            nl: "Het is een intern dossier: het nummer is niet positief.",
            fr: "C'est un dossier interne : son numéro n'est pas positif.",
            de: "Es ist ein interner Auftrag: die Nummer ist nicht positiv.",
        };
        vat_number_not_ticked: Text {
            en: "The VAT register is used, but the box for creating a VAT number is not ticked.",
            nl: "Het btw-register wordt gebruikt, maar het vakje voor het btw-nummer is niet aangevinkt.",
            fr: "Le registre TVA est utilisé, mais la case « Créer N° TVA » n'est pas cochée.",
            de: "Das MwSt.-Register wird verwendet, das Kästchen für die MwSt.-Nummer ist aber nicht angehakt.",
        };
        no_owner: Text {
            en: "The dossier has no owner.",
            nl: "Het dossier heeft geen eigenaar.",
            fr: "Le dossier n'a pas de propriétaire.",
            de: "Der Auftrag hat keinen Eigentümer.",
        };
        internal_work_reportable: Text {
            en: "Internal work must be reported too: the duty knows no exemption for it.",
            nl: "Ook intern werk moet worden gemeld: de plicht kent daarvoor geen uitzondering.",
            fr: "Le travail interne doit aussi être déclaré : l'obligation ne connaît pas d'exception.",
            de: "Auch interne Arbeiten sind zu melden: die Pflicht kennt dafür keine Ausnahme.",
        };
    }
}

/// Decides `car_pass.enrolment`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
