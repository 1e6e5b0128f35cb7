//! `vin.check`: is this a vehicle identification number?
//!
//! Source: vehicleidentificationnumber.com (Europe) for the seventeen characters without I, O and Q; PM, "Obtenir la liste Car-Pass" (point 2, no more
//! than 17 characters); CPS 5 (an empty or invalid number is red).
//!
//! The check digit in position 9 is a North American rule: it is looked at only when the VIN starts with 1 to 5, and a
//! wrong one is an advisory, never an error. Four of the seven numbers in PM's sample list would fail it.

use dms_rules_derive::Facts;

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::VIN;
use crate::message::{self, Text};
use crate::value::{Vin, VinForm, closed_enum};

/// The facts of `vin.check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The number as entered; blanks, dashes and lower case are normalised.
    pub vin: Vin,
}

closed_enum! {
    /// What a VIN is found to be.
    pub enum Outcome {
        /// Nothing was entered.
        Missing = "missing",
        /// Too long, or with a character that cannot stand in a VIN.
        Invalid = "invalid",
        /// Fewer than 17 characters: a vehicle from before the standard.
        Short = "short",
        /// Seventeen legal characters.
        Valid = "valid",
    }
}

decision_table! {
    /// Blanks and dashes are dropped and letters put in upper case first. The check digit in position 9 is a North
    /// American rule: a wrong one is the advisory `check_digit_mismatch`, and only where the number starts with 1 to 5.
    decision "vin.check", edition "2026-11";
    question Text {
        en: "Is this a vehicle identification number?",
        nl: "Is dit een chassisnummer?",
        fr: "Est-ce un numéro de châssis ?",
        de: "Ist das eine Fahrgestellnummer?",
    };
    source VIN, "17 characters without I, O, Q; check digit only in North America";
    hit policy FIRST => Outcome;

    given(facts: &Facts) {
        let form = facts.vin.form();
    }

    conditions {
        missing                 = form == VinForm::Missing,
            feel r#"vin_form(vin) = "missing""#;
        too_long                = form == VinForm::TooLong,
            feel r#"vin_form(vin) = "too_long""#;
        illegal_character       = form == VinForm::IllegalCharacter,
            feel r#"vin_form(vin) = "illegal_character""#;
        short                   = form == VinForm::Short,
            feel r#"vin_form(vin) = "short""#;
        check_digit_mismatch    = facts.vin.is_north_american() && facts.vin.check_digit_matches() == Some(false),
            feel r#"vin_form(vin) = "standard" and matches(vin_characters(vin), "^[1-5]")
                and substring(upper case(vin_characters(vin)), 9, 1) != check_digit(vin_characters(vin))"#;
    }

    impossible {
        missing && too_long;
        missing && illegal_character;
        missing && short;
        too_long && illegal_character;
        too_long && short;
        illegal_character && short;
        check_digit_mismatch && missing;
        check_digit_mismatch && too_long;
        check_digit_mismatch && illegal_character;
        check_digit_mismatch && short;
    }

    rows {
        // row                  | when                  | outcome
        missing                 : missing               => Outcome::Missing;
        too_long                : too_long              => Outcome::Invalid;
        illegal_character       : illegal_character     => Outcome::Invalid;
        short                   : short                 => Outcome::Short;
        valid                   : otherwise             => Outcome::Valid;
    }

    advisories {
        check_digit_mismatch    : check_digit_mismatch;
    }

    texts {
        missing: message::VIN_MISSING;
        too_long: message::VIN_TOO_LONG;
        illegal_character: Text {
            en: "The chassis number has a character that cannot stand in one.",
            nl: "Het chassisnummer bevat een teken dat er niet in kan voorkomen.",
            fr: "Le numéro de châssis contient un caractère qui ne peut y figurer.",
            de: "Die Fahrgestellnummer enthält ein Zeichen, das darin nicht vorkommen kann.",
        };
        short: message::VIN_SHORT;
        valid: Text {
            en: "The chassis number has the standard form.",
            nl: "Het chassisnummer heeft de standaardvorm.",
            fr: "Le numéro de châssis a la forme normalisée.",
            de: "Die Fahrgestellnummer hat die genormte Form.",
        };
        check_digit_mismatch: Text {
            en: "The check digit in position 9 does not match: look for a typing error.",
            nl: "Het controlecijfer op positie 9 klopt niet: kijk na of er een typfout is.",
            fr: "Le chiffre de contrôle en position 9 ne correspond pas : cherchez une faute de frappe.",
            de: "Die Prüfziffer an Stelle 9 stimmt nicht: bitte auf Tippfehler prüfen.",
        };
    }
}

/// Decides `vin.check`.
///
/// # Errors
/// None: any text can be judged.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
