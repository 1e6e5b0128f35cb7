//! `car_pass.invoicing`: may the job be invoiced?
//!
//! Source: CPS 4 ("Een werkfiche / schadedossier kan niet gefactureerd worden zolang de carpass niet in orde is !") and CPS 3
//! ("Maak een nieuwe factuur, selecteer de wagen en vul de km stand in … Achteraf kan je dan de factuur wijzigen en de
//! prijzen invullen").
//!
//! Reading of the manual: a stand-alone invoice may be saved as a draft before the Car-Pass is in order, because the reading
//! is sent from it before the prices are filled in.

use dms_rules_derive::Facts;

use super::{Document, State, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::CPS;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `car_pass.invoicing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// How far the job's Car-Pass has come.
    pub state: State<'a>,
    /// The document that is to be invoiced.
    pub document: Document,
}

closed_enum! {
    /// Whether the job may be invoiced.
    pub enum Outcome {
        /// It may.
        Allowed = "allowed",
        /// The invoice may be saved as a draft.
        DraftOnly = "draft_only",
        /// It may not.
        Blocked = "blocked",
    }
}

decision_table! {
    /// Only once its Car-Pass is in order. An invoice that stands alone may be saved as a draft before: the reading is
    /// sent from it.
    decision "car_pass.invoicing", edition "2026-11";
    question Text {
        en: "May the job be invoiced?",
        nl: "Mag de opdracht worden gefactureerd?",
        fr: "Le travail peut-il être facturé ?",
        de: "Darf der Auftrag fakturiert werden?",
    };
    refuses {
        missing_field: "`state.reason` of an exempt state, where it is blank";
    }
    source CPS, "4. Facturatie; 3. Doorsturen gegevens naar Carpass";
    hit policy FIRST => Outcome;

    given(facts: &Facts<'_>) {}

    conditions {
        settled         = facts.state.is_settled(),
            feel r#"state.kind in ("accepted", "confirmed", "documented", "exempt")"#;
        draft_only      = facts.document == Document::Invoice,
            feel r#"document = "invoice""#;
        question_open   = facts.state.attempt().is_some(),
            feel r#"state.kind = "questioned""#;
        not_submitted   = facts.state == State::Open,
            feel r#"state.kind = "open""#;
    }

    impossible {
        settled && question_open;
        settled && not_submitted;
        question_open && not_submitted;
        !settled && !question_open && !not_submitted;
    }

    rows {
        // row          | when              | outcome
        settled         : settled           => Outcome::Allowed;
        draft_only      : draft_only        => Outcome::DraftOnly;
        question_open   : question_open     => Outcome::Blocked;
        not_submitted   : not_submitted     => Outcome::Blocked;
    }

    advisories {}

    texts {
        settled: text::SETTLED;
        draft_only: Text {
            en: "An invoice that stands alone may be saved as a draft until its Car-Pass is in order.",
            nl: "Een losse factuur mag als ontwerp worden bewaard tot de Car-Pass in orde is.",
            fr: "Une facture isolée peut être enregistrée comme brouillon jusqu'à ce que le Car-Pass soit en ordre.",
            de: "Eine Rechnung ohne Auftrag darf als Entwurf gespeichert werden, bis der Car-Pass in Ordnung ist.",
        };
        question_open: Text {
            en: "The Car-Pass is not in order: an error that Car-Pass answered with is still open.",
            nl: "De Car-Pass is niet in orde: een foutmelding van Car-Pass staat nog open.",
            fr: "Le Car-Pass n'est pas en ordre : une erreur signalée par Car-Pass est encore ouverte.",
            de: "Der Car-Pass ist nicht in Ordnung: eine Fehlermeldung von Car-Pass ist noch offen.",
        };
        not_submitted: Text {
            en: "The Car-Pass has not been sent: send it, or mark the job as not to be sent.",
            nl: "De Car-Pass is nog niet doorgestuurd: stuur hem door, of duid aan dat dat niet moet.",
            fr: "Le Car-Pass n'a pas été transmis : transmettez-le, ou indiquez qu'il ne doit pas l'être.",
            de: "Der Car-Pass wurde noch nicht übermittelt: bitte übermitteln oder vermerken, dass er nicht nötig ist.",
        };
    }
}

/// Decides `car_pass.invoicing`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts<'_>) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
