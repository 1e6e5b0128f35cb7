//! `booking.driver`: what may be done with the driver's data?
//!
//! Source: MD, "Lenkerdaten": for "Kunde" and "Ansprechpartner" the names "können nicht editiert werden"; "Der
//! Ansprechpartner kann nur in den Fahrzeugstamm übernommen werden, wenn der Kunde auch Besitzer des Fahrzeugs ist. Bei
//! einer freien Eingabe, ist keine Übernahme in den Fahrzeugstamm möglich. Es gibt auch die Möglichkeit einen leeren
//! Lenker in den Fahrzeugstamm zu übernehmen"; "Verändert sich der Terminkunde, dann wird der Lenker mit den gleichen
//! Daten überschrieben".
//!
//! Readings of the manual:
//! * An emptied driver has no names to edit; choosing "Freie Eingabe" frees them.
//! * A driver with the old customer's data follows the new customer; the tick "Führerscheindaten kontrolliert" stood
//!   for the old one and is cleared.

use dms_rules_derive::{Facts, Outcome};

use super::Collected;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Set, closed_enum};

/// The facts of `booking.driver`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// What the driver's data come from.
    pub driver: Driver,
    /// The user has the right to edit the customer master.
    pub may_edit_customers: bool,
    /// The user has the right to edit the vehicle master.
    pub may_edit_vehicles: bool,
    /// The booking's customer owns the vehicle.
    pub customer_owns_vehicle: bool,
    /// The booking has got another customer; `false` unless said.
    #[fact(default = false)]
    pub customer_changed: bool,
    /// The driver has the data of the customer before; `false` unless said.
    #[fact(default = false)]
    pub driver_has_old_customer_data: bool,
}

closed_enum! {
    /// What the driver's data come from ("Lenker Typ").
    pub enum Driver {
        /// "Kunde": a customer.
        Customer = "customer",
        /// "Ansprechpartner": a contact of the customer.
        Contact = "contact",
        /// "Freie Eingabe": typed in.
        FreeEntry = "free_entry",
        /// The customer or contact was emptied.
        Empty = "empty",
    }
}

closed_enum! {
    /// What stands in the way.
    pub enum Hindrance {
        /// The names come from the master and are locked.
        NotFreeEntry = "not_free_entry",
        /// The right for the customer master is missing.
        CustomerRightMissing = "customer_right_missing",
        /// The right for the vehicle master is missing.
        VehicleRightMissing = "vehicle_right_missing",
        /// A contact of a customer who does not own the vehicle.
        ContactNotOwner = "contact_not_owner",
        /// What was typed in is never written back.
        FreeEntry = "free_entry",
    }
}

/// What may be done with the driver's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// Salutation, title and names may be edited.
    pub name_editable: bool,
    /// "In Stammdaten übernehmen": the data may be written back to the customer or contact.
    pub may_write_customer: bool,
    /// "In Fahrzeugstammdaten übernehmen": the driver may be written to the vehicle master.
    pub may_write_vehicle: bool,
    /// The driver is overwritten with the new customer's data.
    pub follow_customer: bool,
    /// What stands in the way.
    pub reasons: Set<Hindrance>,
}

decision_table! {
    /// Names are edited only where they are typed in, and what is typed in is never written back. A driver with the old
    /// customer's data follows the new customer, with the advisory `licence_check_cleared`.
    decision "booking.driver", edition "2026-11";
    question Text {
        en: "What may be done with the driver's data?",
        nl: "Wat mag met de gegevens van de bestuurder gebeuren?",
        fr: "Que peut-on faire des données du conducteur ?",
        de: "Was darf mit den Lenkerdaten geschehen?",
    };
    source MD, "Lenkerdaten";
    hit policy COLLECT => Collected;

    given(facts: &Facts) {}

    conditions {
        free_entry                      = facts.driver == Driver::FreeEntry,
            feel r#"driver = "free_entry""#;
        contact                         = facts.driver == Driver::Contact,
            feel r#"driver = "contact""#;
        may_edit_customers              = facts.may_edit_customers,
            feel "may_edit_customers";
        may_edit_vehicles               = facts.may_edit_vehicles,
            feel "may_edit_vehicles";
        customer_owns_vehicle           = facts.customer_owns_vehicle,
            feel "customer_owns_vehicle";
        customer_changed                = facts.customer_changed,
            feel "customer_changed = true";
        driver_has_old_customer_data    = facts.driver_has_old_customer_data,
            feel "driver_has_old_customer_data = true";
    }

    impossible {
        free_entry && contact;
    }

    rows {
        // reason                       | when                              | stands in the way of
        not_free_entry                  : !free_entry;                      // editing the names
        customer_right_missing          : !may_edit_customers;              // writing to the customer master
        vehicle_right_missing           : !may_edit_vehicles;               // writing to the vehicle master
        contact_not_owner               : contact && !customer_owns_vehicle; // writing to the vehicle master
        free_entry                      : free_entry;                       // writing to either master
    }

    outcome {
        none => Collected::Nothing;
        any => Collected::Something;
    }

    advisories {
        licence_check_cleared           : customer_changed && driver_has_old_customer_data;
    }

    texts {
        free_entry: Text {
            en: "The driver is a free entry, which is never written back to the master data.",
            nl: "De bestuurder is vrij ingevoerd en wordt nooit naar de stamgegevens teruggeschreven.",
            fr: "Le conducteur est une saisie libre, qui n'est jamais reprise dans les fiches.",
            de: "Der Lenker ist eine freie Eingabe: eine Übernahme in die Stammdaten ist nicht möglich.",
        };
        contact: Text {
            en: "The driver is a contact of the customer.",
            nl: "De bestuurder is een contactpersoon van de klant.",
            fr: "Le conducteur est un contact du client.",
            de: "Der Lenker ist ein Ansprechpartner des Kunden.",
        };
        may_edit_customers: Text {
            en: "The user has the right to edit the customer master.",
            nl: "De gebruiker heeft het recht om de klantenstam te bewerken.",
            fr: "L'utilisateur a le droit de modifier la fiche client.",
            de: "Der Benutzer hat die Berechtigung für den Kundenstamm.",
        };
        may_edit_vehicles: Text {
            en: "The user has the right to edit the vehicle master.",
            nl: "De gebruiker heeft het recht om de voertuigstam te bewerken.",
            fr: "L'utilisateur a le droit de modifier la fiche véhicule.",
            de: "Der Benutzer hat die Berechtigung für den Fahrzeugstamm.",
        };
        customer_owns_vehicle: Text {
            en: "The customer owns the vehicle.",
            nl: "De klant is eigenaar van het voertuig.",
            fr: "Le client est propriétaire du véhicule.",
            de: "Der Kunde ist auch Besitzer des Fahrzeugs.",
        };
        customer_changed: Text {
            en: "The booking has got another customer.",
            nl: "De boeking heeft een andere klant gekregen.",
            fr: "La réservation a changé de client.",
            de: "Der Terminkunde hat sich verändert.",
        };
        driver_has_old_customer_data: Text {
            en: "The driver has the data of the customer before.",
            nl: "De bestuurder heeft de gegevens van de vorige klant.",
            fr: "Le conducteur porte les données du client précédent.",
            de: "Der Lenker hat die Daten des bisherigen Kunden.",
        };
        not_free_entry: Text {
            en: "Salutation, title and names come from the master data and cannot be edited.",
            nl: "Aanhef, titel en namen komen uit de stamgegevens en kunnen niet worden bewerkt.",
            fr: "Civilité, titre et noms viennent des fiches et ne sont pas modifiables.",
            de: "Anrede, Titel, Vorname und Nachname kommen aus dem Stamm und können nicht editiert werden.",
        };
        customer_right_missing: Text {
            en: "The right to edit the customer master is missing.",
            nl: "Het recht om de klantenstam te bewerken ontbreekt.",
            fr: "Le droit de modifier la fiche client manque.",
            de: "Die Berechtigung für den Kundenstamm fehlt.",
        };
        vehicle_right_missing: Text {
            en: "The right to edit the vehicle master is missing.",
            nl: "Het recht om de voertuigstam te bewerken ontbreekt.",
            fr: "Le droit de modifier la fiche véhicule manque.",
            de: "Die Berechtigung für den Fahrzeugstamm fehlt.",
        };
        contact_not_owner: Text {
            en: "A contact is written to the vehicle master only where the customer owns the vehicle.",
            nl: "Een contactpersoon komt alleen in de voertuigstam als de klant eigenaar van het voertuig is.",
            fr: "Un contact n'est repris dans la fiche véhicule que si le client est propriétaire du véhicule.",
            de: "Ein Ansprechpartner wird nur übernommen, wenn der Kunde auch Besitzer des Fahrzeugs ist.",
        };
        licence_check_cleared: Text {
            en: "The driver follows the new customer: check the driving licence again.",
            nl: "De bestuurder volgt de nieuwe klant: controleer het rijbewijs opnieuw.",
            fr: "Le conducteur suit le nouveau client : contrôlez à nouveau le permis de conduire.",
            de: "Der Lenker folgt dem neuen Kunden: bitte die Führerscheindaten erneut kontrollieren.",
        };
    }
}

/// Decides `booking.driver`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    let hindrances = apply(facts);
    let reasons = Set::from_bits(hindrances.because_bits());
    let free_of = |hindrances: &[Hindrance]| !hindrances.iter().any(|hindrance| reasons.contains(*hindrance));
    Ok(hindrances.map(|_| Outcome {
        name_editable: free_of(&[Hindrance::NotFreeEntry]),
        may_write_customer: free_of(&[Hindrance::CustomerRightMissing, Hindrance::FreeEntry]),
        may_write_vehicle: free_of(&[Hindrance::VehicleRightMissing, Hindrance::ContactNotOwner, Hindrance::FreeEntry]),
        follow_customer: facts.customer_changed && facts.driver_has_old_customer_data,
        reasons,
    }))
}
