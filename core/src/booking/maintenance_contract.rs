//! `booking.maintenance_contract`: what does a maintenance contract opened from a rental start with?
//!
//! Source: MD, "Aufruf Wartungsvertragmanager (Nur Mietfahrzeugmanager)": prefilled are "Wartungsvertragsnummer (=
//! VM+Vorgangsnummer), Fahrzeug (= Fahrgestellnummer), Kunde, der das Fahrzeug gemietet hat (= Rechnungsempfänger),
//! Datum gültig ab, Datum gültig bis"; "Es erfolgt keine automatische Speicherung".
//!
//! Readings of the manual:
//! * "VM" and the process number stand together without a blank.
//! * A VIN that cannot be one is kept as entered: a person sees it before the contract is saved.

use std::fmt;

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use super::{Kind, Verdict};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::model::{Shape, Shaped};
use crate::value::Vin;

/// The facts of `booking.maintenance_contract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The kind of the booking.
    pub kind: Kind,
    /// The number of the booking ("Vorgangsnummer").
    pub process_number: &'a str,
    /// The VIN of the vehicle as entered.
    pub vin: &'a str,
    /// Who rented the vehicle.
    pub invoice_recipient: &'a str,
    /// The first day of the contract.
    pub valid_from: NaiveDate,
    /// Its last day; not before the first.
    pub valid_to: NaiveDate,
}

/// Whether a contract can be opened, and with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome<'a> {
    /// It can.
    Allowed {
        /// The number of the contract ("Wartungsvertragsnummer").
        number: ContractNumber<'a>,
        /// The vehicle.
        vin: ContractVin<'a>,
        /// Who rented the vehicle, and pays.
        invoice_recipient: &'a str,
        /// "Datum gültig ab".
        valid_from: NaiveDate,
        /// "Datum gültig bis".
        valid_to: NaiveDate,
        /// Never: a person saves the contract.
        saved: bool,
    },
    /// It cannot.
    Refused,
}

/// The number of a maintenance contract: "VM" and the number of the booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContractNumber<'a> {
    /// The number of the booking.
    pub process_number: &'a str,
}

impl fmt::Display for ContractNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VM{}", self.process_number)
    }
}

impl Shaped for ContractNumber<'_> {
    const SHAPE: Shape = Shape::Text;
}

#[cfg(feature = "json")]
impl serde::Serialize for ContractNumber<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A VIN as a contract carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ContractVin<'a> {
    entered: &'a str,
    vin: Vin,
}

impl<'a> ContractVin<'a> {
    fn new(entered: &'a str) -> Self {
        Self { entered, vin: Vin::new(entered) }
    }

    /// Normalised, or as entered where that cannot be.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.vin.as_str().unwrap_or(self.entered)
    }
}

impl Shaped for ContractVin<'_> {
    const SHAPE: Shape = Shape::Text;
}

#[cfg(feature = "json")]
impl serde::Serialize for ContractVin<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

decision_table! {
    /// Only a rental opens one. It is never saved by itself. A VIN that cannot be one is kept as entered.
    decision "booking.maintenance_contract", edition "2026-11";
    question Text {
        en: "What does a maintenance contract opened from a rental start with?",
        nl: "Waarmee begint een onderhoudscontract dat vanuit een verhuring wordt geopend?",
        fr: "Avec quoi commence un contrat d'entretien ouvert depuis une location ?",
        de: "Womit beginnt ein Wartungsvertrag, der aus einer Vermietung geöffnet wird?",
    };
    refuses {
        contradiction: "`valid_to` before `valid_from`";
    }
    source MD, "Aufruf Wartungsvertragmanager (Nur Mietfahrzeugmanager)";
    hit policy COLLECT => Verdict;

    given(kind: Kind) {}

    conditions {
        rental              = kind == Kind::Rental,
            feel r#"kind = "rental""#;
    }

    impossible {}

    rows {
        // reason           | when
        not_for_this_kind   : !rental;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {}

    texts {
        rental: Text {
            en: "It is a rental.",
            nl: "Het is een verhuur.",
            fr: "C'est une location.",
            de: "Es ist ein Mietfahrzeugtermin.",
        };
        not_for_this_kind: Text {
            en: "Maintenance contracts are opened from rentals only.",
            nl: "Onderhoudscontracten worden alleen vanuit een verhuur geopend.",
            fr: "Les contrats d'entretien ne s'ouvrent qu'à partir d'une location.",
            de: "Ein Wartungsvertrag kann nur über einen Mietfahrzeugtermin geöffnet werden.",
        };
    }
}

/// Decides `booking.maintenance_contract`.
///
/// # Errors
/// [`ErrorCode::Contradiction`] `valid_to` where the contract would end before it begins.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    let Facts { kind, process_number, vin, invoice_recipient, valid_from, valid_to } = *facts;
    if valid_to < valid_from {
        return Err(Error::new(ErrorCode::Contradiction, "valid_to", "expected a day not before `valid_from`"));
    }
    Ok(apply(kind).map(|verdict| match verdict {
        Verdict::Allowed => Outcome::Allowed {
            number: ContractNumber { process_number },
            vin: ContractVin::new(vin),
            invoice_recipient,
            valid_from,
            valid_to,
            saved: false,
        },
        Verdict::Refused => Outcome::Refused,
    }))
}
