//! `inspection.sources`: does the register get its data in one way only?
//!
//! Source: IPN, 1.1 "Daten im KFZ-Paket": the data come from EBV or from invoicing; "es ist nicht sinnvoll, die Daten
//! auf beide Arten in IPN zu übernehmen".
//!
//! Reading of the manual: "nicht sinnvoll" is a conflict of the settings, since inspections would be entered twice.

use dms_rules_derive::Facts;

use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::IPN;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `inspection.sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The register takes over the reports of EBV.
    pub from_ebv: bool,
    /// The register takes over entries from invoicing.
    pub from_invoicing: bool,
}

closed_enum! {
    /// Whether the settings fit together.
    pub enum Outcome {
        /// The register has one source.
        Ok = "ok",
        /// It has two, and would enter inspections twice.
        Conflict = "conflict",
        /// It has none.
        None = "none",
    }
}

decision_table! {
    /// Two ways are a conflict: inspections would be entered twice.
    decision "inspection.sources", edition "2026-11";
    question Text {
        en: "Does the register get its data in one way only?",
        nl: "Krijgt het register zijn gegevens op maar één manier?",
        fr: "Le registre reçoit-il ses données d'une seule façon ?",
        de: "Bekommt das Pickerlbuch seine Daten nur auf einem Weg?",
    };
    source IPN, "1.1 Daten im KFZ-Paket; HINWEIS: es ist nicht sinnvoll, die Daten auf beide Arten … zu übernehmen";
    hit policy FIRST => Outcome;

    given(facts: &Facts) {}

    conditions {
        two_sources = facts.from_ebv && facts.from_invoicing,
            feel "from_ebv and from_invoicing";
        no_source   = !facts.from_ebv && !facts.from_invoicing,
            feel "not(from_ebv or from_invoicing)";
    }

    impossible {
        two_sources && no_source;
    }

    rows {
        // row      | when          | outcome
        two_sources : two_sources   => Outcome::Conflict;
        no_source   : no_source     => Outcome::None;
        one_source  : otherwise     => Outcome::Ok;
    }

    advisories {}

    texts {
        two_sources: Text {
            en: "The register takes its data from EBV and from invoicing: inspections would be entered twice.",
            nl: "Het register neemt gegevens over uit EBV én uit de facturatie: keuringen komen er dubbel in.",
            fr: "Le registre reprend les données d'EBV et de la facturation : chaque contrôle y serait deux fois.",
            de: "Das Pickerlbuch übernimmt Daten aus EBV und aus der Fakturierung: das ist nicht sinnvoll.",
        };
        no_source: Text {
            en: "The register takes its data neither from EBV nor from invoicing.",
            nl: "Het register neemt geen gegevens over uit EBV en ook niet uit de facturatie.",
            fr: "Le registre ne reprend de données ni d'EBV ni de la facturation.",
            de: "Das Pickerlbuch übernimmt Daten weder aus EBV noch aus der Fakturierung.",
        };
        one_source: Text {
            en: "The register takes its data from one source.",
            nl: "Het register neemt zijn gegevens uit één bron over.",
            fr: "Le registre reprend ses données d'une seule source.",
            de: "Das Pickerlbuch übernimmt seine Daten auf eine Art.",
        };
    }
}

/// Decides `inspection.sources`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
