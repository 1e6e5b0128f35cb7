//! `car_pass.visible`: whose list shows a dossier?
//!
//! Source: PM, "Attention: la liste des dossiers que vous pouvez envoyer à Car-Pass est reliée à chaque site": a user
//! sees the list of the own site only.

use dms_rules_derive::Facts;

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::PM;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `car_pass.visible`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The site of the user who looks.
    pub user_site: &'a str,
    /// The site of the dossier; compared character by character.
    pub dossier_site: &'a str,
}

closed_enum! {
    /// Whether the user sees the dossier.
    pub enum Outcome {
        /// The user's list shows it.
        Visible = "visible",
        /// It stands in the list of another site.
        Hidden = "hidden",
    }
}

decision_table! {
    /// A user sees the list of the own site only. Names of sites are compared character by character.
    decision "car_pass.visible", edition "2026-11";
    question Text {
        en: "Whose list shows a dossier?",
        nl: "In wiens lijst staat een dossier?",
        fr: "Dans la liste de qui figure un dossier ?",
        de: "In wessen Liste steht ein Dossier?",
    };
    source PM, "Attention: la liste des dossiers … est relié à chaque site";
    hit policy FIRST => Outcome;

    given(facts: &Facts<'_>) {}

    conditions {
        other_site  = facts.user_site != facts.dossier_site,
            feel "user_site != dossier_site";
    }

    impossible {}

    rows {
        // row      | when          | outcome
        other_site  : other_site    => Outcome::Hidden;
        same_site   : otherwise     => Outcome::Visible;
    }

    advisories {}

    texts {
        other_site: Text {
            en: "The dossier belongs to another site.",
            nl: "Het dossier hoort bij een andere vestiging.",
            fr: "Le dossier appartient à un autre site.",
            de: "Der Auftrag gehört zu einem anderen Standort.",
        };
        same_site: Text {
            en: "The dossier belongs to the user's own site.",
            nl: "Het dossier hoort bij de eigen vestiging van de gebruiker.",
            fr: "Le dossier appartient au propre site de l'utilisateur.",
            de: "Der Auftrag gehört zum eigenen Standort des Benutzers.",
        };
    }
}

/// Decides `car_pass.visible`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts<'_>) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
