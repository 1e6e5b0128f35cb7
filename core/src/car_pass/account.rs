//! `car_pass.account`: are the Car-Pass settings complete?
//!
//! Source: CPS 1 ("Usercode, paswoord en email moeten ingevuld zijn").

use dms_rules_derive::Facts;

use super::text;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::message::Text;
use crate::manual::CPS;
use crate::value::closed_enum;

/// The facts of `car_pass.account`: what is filled in, never what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
#[model(name = "Account")]
pub struct Facts {
    /// The user code is filled in.
    pub user_code_set: bool,
    /// The password is filled in.
    pub password_set: bool,
    /// The e-mail address is filled in.
    pub email_set: bool,
}

closed_enum! {
    /// Whether the settings are complete.
    pub enum Outcome {
        /// They are.
        Complete = "complete",
        /// Something is missing.
        Incomplete = "incomplete",
    }
}

decision_table! {
    /// What is filled in is asked, never what it is.
    decision "car_pass.account", edition "2026-11";
    question Text {
        en: "Are the Car-Pass settings complete?",
        nl: "Zijn de Car-Pass-instellingen volledig?",
        fr: "Les paramètres Car-Pass sont-ils complets ?",
        de: "Sind die Car-Pass-Einstellungen vollständig?",
    };
    source CPS, "1. Instellen Carpass gegevens";
    hit policy COLLECT => Outcome;

    given(facts: &Facts) {}

    conditions {
        user_code_set       = facts.user_code_set,
            feel "user_code_set";
        password_set        = facts.password_set,
            feel "password_set";
        email_set           = facts.email_set,
            feel "email_set";
    }

    impossible {}

    rows {
        // reason           | when
        user_code_missing   : !user_code_set;
        password_missing    : !password_set;
        email_missing       : !email_set;
    }

    outcome {
        none => Outcome::Complete;
        any => Outcome::Incomplete;
    }

    advisories {}

    texts {
        user_code_set: text::USER_CODE_SET;
        password_set: text::PASSWORD_SET;
        email_set: text::EMAIL_SET;
        user_code_missing: text::USER_CODE_MISSING;
        password_missing: text::PASSWORD_MISSING;
        email_missing: text::EMAIL_MISSING;
    }
}

/// Decides `car_pass.account`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
