//! `booking.settlement`: can the booking be settled?
//!
//! Source: MD, "Abrechnung durchführen": "In der Kalkulation sind alle Verrechnungsrelevanten Daten auszufüllen:
//! Tarifmodell, Kaskomodell, Kilometerangaben, Tage der Nutzung, Versicherung"; "ein gültiger Positionscode muss jedoch
//! noch ausgewählt werden"; "ein neuer Auftrag erstellt oder auf einen bestehenden Auftrag zugebucht"; the box
//! "Bemerkung der Fahrzeugrückgabe in die Bezeichnung der sonstigen Position übernehmen ist per Default aktiviert"; and
//! "Berechtigungsverwaltung" ("nur bei Ersatz- und Mietfahrzeugmanagement").
//!
//! Readings of the manual:
//! * A booking is settled once, and only when the vehicle is back.
//! * "Zu-/Abschläge" may be none, so they are never missing; 0 kilometres and 0 days count as given.

use dms_rules_derive::{Facts, Outcome};

use super::{Kind, Status, Verdict, settled_only_once_returned, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{OdometerReading, closed_enum, given};

/// The facts of `booking.settlement`. A blank text counts as not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The kind of the booking.
    pub kind: Kind,
    /// How far the booking has come.
    pub status: Status,
    /// The booking has been settled; only once the vehicle came back.
    pub settled: bool,
    /// The user has the right "Verrechnung durchführen" for this kind.
    pub may_settle: bool,
    /// The tariff model ("Tarifmodell").
    pub tariff_model: Option<&'a str>,
    /// The hull-cover model ("Kaskomodell").
    pub hull_cover_model: Option<&'a str>,
    /// The distance driven, in km.
    pub kilometres: Option<OdometerReading>,
    /// The days of use ("Tage der Nutzung").
    pub days_of_use: Option<u32>,
    /// The insurance.
    pub insurance: Option<&'a str>,
    /// The position code ("Positionscode") of the line on the order.
    pub position_code: Option<&'a str>,
    /// Where the line goes.
    pub order_target: OrderTarget,
    /// The number of the existing order; a new one needs none.
    pub order_number: Option<&'a str>,
    /// Copy the comment of the handover into the line; `true` unless said.
    // "per Default aktiviert"
    #[fact(default = true)]
    pub copy_comment: bool,
}

closed_enum! {
    /// Where the line of the settlement goes.
    pub enum OrderTarget {
        /// A new order.
        New = "new",
        /// An order that exists.
        Existing = "existing",
    }
}

/// Whether the booking can be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome {
    /// It can.
    Allowed {
        /// Copy the comment of the handover into the line.
        copy_comment: bool,
    },
    /// It cannot.
    Refused,
}

decision_table! {
    /// Once, when the vehicle is back, and with all that the calculation needs. A blank text counts as not given; 0
    /// kilometres and 0 days count as given.
    decision "booking.settlement", edition "2026-11";
    question Text {
        en: "Can the booking be settled?",
        nl: "Kan de boeking worden afgerekend?",
        fr: "La réservation peut-elle être décomptée ?",
        de: "Kann die Buchung abgerechnet werden?",
    };
    refuses {
        contradiction: "`settled` of a booking that is not returned";
    }
    source MD, "Abrechnung durchführen: Kalkulation; Auftragsdaten";
    hit policy COLLECT => Verdict;

    given(facts: &Facts<'_>) {
        let missing = |text| given(text).is_none();
    }

    conditions {
        not_for_this_kind           = facts.kind == Kind::TestDrive,
            feel r#"kind = "test_drive""#;
        right_missing               = !facts.may_settle,
            feel "not(may_settle)";
        not_returned                = facts.status != Status::Returned,
            feel r#"status != "returned""#;
        already_settled             = facts.settled,
            feel "settled";
        position_code_missing       = missing(facts.position_code),
            feel "not(given(position_code))";
        existing_order              = facts.order_target == OrderTarget::Existing,
            feel r#"order_target = "existing""#;
        order_number_known          = !missing(facts.order_number),
            feel "given(order_number)";
        tariff_model_missing        = missing(facts.tariff_model),
            feel "not(given(tariff_model))";
        hull_cover_model_missing    = missing(facts.hull_cover_model),
            feel "not(given(hull_cover_model))";
        kilometres_missing          = facts.kilometres.is_none(),
            feel "kilometres = null";
        days_of_use_missing         = facts.days_of_use.is_none(),
            feel "days_of_use = null";
        insurance_missing           = missing(facts.insurance),
            feel "not(given(insurance))";
    }

    impossible {
        already_settled && not_returned;
    }

    rows {
        // reason                   | when
        not_for_this_kind           : not_for_this_kind;
        right_missing               : right_missing;
        not_returned                : not_returned;
        already_settled             : already_settled;
        position_code_missing       : position_code_missing;
        order_number_missing        : existing_order && !order_number_known;
        tariff_model_missing        : tariff_model_missing;
        hull_cover_model_missing    : hull_cover_model_missing;
        kilometres_missing          : kilometres_missing;
        days_of_use_missing         : days_of_use_missing;
        insurance_missing           : insurance_missing;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {}

    texts {
        not_for_this_kind: text::NO_SETTLEMENT_OF_TEST_DRIVES;
        right_missing: Text {
            en: "The right to settle bookings of this kind is missing.",
            nl: "Het recht om dit soort boekingen af te rekenen ontbreekt.",
            fr: "Le droit de facturer ce genre de réservations manque.",
            de: "Das Recht „Verrechnung durchführen“ fehlt für diese Buchungsart.",
        };
        not_returned: text::NOT_RETURNED;
        already_settled: text::ALREADY_SETTLED;
        position_code_missing: Text {
            en: "No position code has been chosen.",
            nl: "Er is geen positiecode gekozen.",
            fr: "Aucun code de position n'est choisi.",
            de: "Es ist noch kein gültiger Positionscode ausgewählt.",
        };
        existing_order: Text {
            en: "The settlement goes to an existing order.",
            nl: "De afrekening gaat naar een bestaande order.",
            fr: "La facturation va à un ordre existant.",
            de: "Die Abrechnung wird auf einen bestehenden Auftrag zugebucht.",
        };
        order_number_known: Text {
            en: "The number of the order is given.",
            nl: "Het ordernummer is opgegeven.",
            fr: "Le numéro de l'ordre est donné.",
            de: "Die Auftragsnummer ist angegeben.",
        };
        order_number_missing: Text {
            en: "The number of the existing order is missing.",
            nl: "Het nummer van de bestaande order ontbreekt.",
            fr: "Le numéro de l'ordre existant manque.",
            de: "Die Nummer des bestehenden Auftrags fehlt.",
        };
        tariff_model_missing: Text {
            en: "The tariff model is missing.",
            nl: "Het tariefmodel ontbreekt.",
            fr: "Le modèle de tarif manque.",
            de: "Das Tarifmodell fehlt.",
        };
        hull_cover_model_missing: Text {
            en: "The hull-cover model is missing.",
            nl: "Het cascomodel ontbreekt.",
            fr: "Le modèle de casco manque.",
            de: "Das Kaskomodell fehlt.",
        };
        kilometres_missing: Text {
            en: "The kilometres driven are missing.",
            nl: "De gereden kilometers ontbreken.",
            fr: "Les kilomètres parcourus manquent.",
            de: "Die Kilometerangaben fehlen.",
        };
        days_of_use_missing: Text {
            en: "The days of use are missing.",
            nl: "De gebruiksdagen ontbreken.",
            fr: "Les jours d'utilisation manquent.",
            de: "Die Tage der Nutzung fehlen.",
        };
        insurance_missing: Text {
            en: "The insurance is missing.",
            nl: "De verzekering ontbreekt.",
            fr: "L'assurance manque.",
            de: "Die Versicherung fehlt.",
        };
    }
}

/// Decides `booking.settlement`.
///
/// # Errors
/// [`ErrorCode::Contradiction`](crate::error::ErrorCode::Contradiction) `settled` where the booking is not returned.
pub fn decide(facts: &Facts<'_>) -> Result<Decision<Outcome>, Error> {
    settled_only_once_returned(facts.settled, facts.status)?;
    Ok(apply(facts).map(|verdict| match verdict {
        Verdict::Allowed => Outcome::Allowed { copy_comment: facts.copy_comment },
        Verdict::Refused => Outcome::Refused,
    }))
}
