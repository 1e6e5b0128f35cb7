//! `car_pass.history`: may the history of a vehicle be asked for?
//!
//! Source: CPS 2 ("Het is mogelijk om voor ieder voertuig ( zowel uit het wagenpark als uit de wagenvoorraad ) een
//! voertuighistoriek van Carpass op te vragen") and CPS 1 ("Usercode, paswoord en email moeten ingevuld zijn").
//!
//! Reading of the manual: a vehicle of the fleet and one of the stock are treated alike; what is needed is the account and
//! a VIN to ask for.

use dms_rules_derive::Facts;

use super::text;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::message::Text;
use crate::manual::CPS;
use crate::message;
use crate::value::{Vin, VinForm, closed_enum};

/// The facts of `car_pass.history`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The user code is filled in.
    pub user_code_set: bool,
    /// The password is filled in.
    pub password_set: bool,
    /// The e-mail address is filled in.
    pub email_set: bool,
    /// The VIN as entered; may be empty.
    pub vin: Vin,
}

closed_enum! {
    /// Whether the history may be asked for.
    pub enum Outcome {
        /// It may.
        Allowed = "allowed",
        /// It may not.
        Refused = "refused",
    }
}

decision_table! {
    /// Vehicles of the fleet and of the stock are treated alike: what is needed is the account and a VIN to ask for.
    decision "car_pass.history", edition "2026-11";
    question Text {
        en: "May the history of a vehicle be asked for?",
        nl: "Mag de historiek van een voertuig worden opgevraagd?",
        fr: "L'historique d'un véhicule peut-il être demandé ?",
        de: "Darf die Historie eines Fahrzeugs abgefragt werden?",
    };
    source CPS, "2. Opvragen voertuighistoriek; 1. Instellen Carpass gegevens";
    hit policy COLLECT => Outcome;

    given(facts: &Facts) {
        let form = facts.vin.form();
    }

    conditions {
        user_code_set       = facts.user_code_set,
            feel "user_code_set";
        password_set        = facts.password_set,
            feel "password_set";
        email_set           = facts.email_set,
            feel "email_set";
        vin_missing         = form == VinForm::Missing,
            feel r#"vin_form(vin) = "missing""#;
        vin_invalid         = matches!(form, VinForm::TooLong | VinForm::IllegalCharacter),
            feel r#"vin_form(vin) in ("too_long", "illegal_character")"#;
    }

    impossible {
        vin_missing && vin_invalid;
    }

    rows {
        // reason           | when
        user_code_missing   : !user_code_set;
        password_missing    : !password_set;
        email_missing       : !email_set;
        vin_missing         : vin_missing;
        vin_invalid         : vin_invalid;
    }

    outcome {
        none => Outcome::Allowed;
        any => Outcome::Refused;
    }

    advisories {}

    texts {
        user_code_set: text::USER_CODE_SET;
        password_set: text::PASSWORD_SET;
        email_set: text::EMAIL_SET;
        user_code_missing: text::USER_CODE_MISSING;
        password_missing: text::PASSWORD_MISSING;
        email_missing: text::EMAIL_MISSING;
        vin_missing: message::VIN_MISSING;
        vin_invalid: text::VIN_INVALID;
    }
}

/// Decides `car_pass.history`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
