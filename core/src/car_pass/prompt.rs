//! `car_pass.prompt`: on saving, does the program offer to send?
//!
//! Source: CPS 3, "Opladen km stand" ("zal het programma bij het bewaren van de werkfiche of schadedossier vragen om de km
//! stand door te sturen") and "Doorsturen gegevens naar Carpass" ("Indien er niet wordt gewerkt met werkfiches of
//! schadedossiers, dan kan het ook nog op factuurniveau").
//!
//! Readings of the manual:
//! * A firm that works with work orders or claim files sends from them; its invoices offer nothing.
//! * Whether the data are complete is what `car_pass.readiness` says under the policy `work_order`, whatever the document:
//!   CPS knows one reading a job.
//! * A job whose Car-Pass is in order is not offered again.

use chrono::NaiveDate;
use dms_rules_derive::Facts;

use super::readiness::{self, Policy};
use super::{Document, State, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::CPS;
use crate::message::{self, Text};
use crate::value::{OdometerReading, Vin, closed_enum};

/// The facts of `car_pass.prompt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The VIN as entered; may be empty.
    pub vin: Vin,
    /// Today, as the host's calendar has it.
    pub today: NaiveDate,
    /// The reading of the job, in km.
    pub reading_km: Option<OdometerReading>,
    /// The day on which work began.
    pub start_of_work: Option<NaiveDate>,
    /// The document that is saved.
    pub document: Document,
    /// The firm works with work orders or claim files.
    pub uses_job_documents: bool,
    /// How far the job's Car-Pass has come.
    pub state: State<'a>,
}

closed_enum! {
    /// What the program does on saving.
    pub enum Outcome {
        /// Nothing: the Car-Pass is in order.
        NothingToDo = "nothing_to_do",
        /// Nothing: the reading is sent from the work order or the claim file.
        SendFromJobDocument = "send_from_job_document",
        /// Nothing yet: something is missing or wrong.
        NotYet = "not_yet",
        /// It offers to send the reading.
        OfferToSend = "offer_to_send",
    }
}

decision_table! {
    /// Whether the data are complete is what `car_pass.readiness` says of a work order, whatever the document. A firm
    /// that works with work orders or claim files sends from them, not from its invoices. A job whose Car-Pass is in
    /// order is not offered again.
    decision "car_pass.prompt", edition "2026-11";
    question Text {
        en: "On saving, does the program offer to send?",
        nl: "Biedt het programma bij het bewaren aan om door te sturen?",
        fr: "À l'enregistrement, le programme propose-t-il d'envoyer ?",
        de: "Bietet das Programm beim Speichern das Senden an?",
    };
    refuses {
        missing_field: "`state.reason` of an exempt state, where it is blank";
    }
    source CPS, "3. Doorsturen gegevens naar Carpass; Opladen km stand";
    hit policy FIRST => Outcome;

    given(facts: &Facts<'_>, readiness: &Decision<readiness::Outcome>) {
        let reasons = readiness.because();
    }

    conditions {
        settled                     = facts.state.is_settled(),
            feel r#"state.kind in ("accepted", "confirmed", "documented", "exempt")"#;
        wrong_document              = facts.document == Document::Invoice && facts.uses_job_documents,
            feel r#"document = "invoice" and uses_job_documents"#;
        not_ready                   = readiness.outcome == readiness::Outcome::Blocked,
            feel r#"vin_form(vin) in ("missing", "too_long", "illegal_character") or reading_km = null or start_of_work = null
                or date(start_of_work) > date(today)"#;
        vin_missing                 = reasons.contains("vin_missing"),
            feel r#"vin_form(vin) = "missing""#;
        vin_invalid                 = reasons.contains("vin_invalid"),
            feel r#"vin_form(vin) in ("too_long", "illegal_character")"#;
        reading_missing             = reasons.contains("reading_missing"),
            feel "reading_km = null";
        start_of_work_missing       = reasons.contains("start_of_work_missing"),
            feel "start_of_work = null";
        start_of_work_in_future     = reasons.contains("start_of_work_in_future"),
            feel "start_of_work != null and date(start_of_work) > date(today)";
    }

    impossible {
        vin_missing && vin_invalid;
        start_of_work_missing && start_of_work_in_future;
        vin_missing && !not_ready;
        vin_invalid && !not_ready;
        reading_missing && !not_ready;
        start_of_work_missing && !not_ready;
        start_of_work_in_future && !not_ready;
        not_ready && !vin_missing && !vin_invalid && !reading_missing && !start_of_work_missing && !start_of_work_in_future;
    }

    rows {
        // row          | when              | outcome
        settled         : settled           => Outcome::NothingToDo;
        wrong_document  : wrong_document    => Outcome::SendFromJobDocument;
        not_ready       : not_ready         => Outcome::NotYet,
            because vin_missing, vin_invalid, reading_missing, start_of_work_missing, start_of_work_in_future;
        offer           : otherwise         => Outcome::OfferToSend;
    }

    advisories {}

    texts {
        settled: text::SETTLED;
        wrong_document: Text {
            en: "The firm works with work orders or claim files: send the reading from there, not from the invoice.",
            nl: "Er wordt met werkfiches of schadedossiers gewerkt: stuur de km-stand van daar door, niet van de factuur.",
            fr: "On travaille avec des fiches de travail ou des dossiers de sinistre : transmettre de là, pas de la facture.",
            de: "Es wird mit Werkstattaufträgen oder Schadenakten gearbeitet: von dort übermitteln, nicht von der Rechnung.",
        };
        not_ready: Text {
            en: "The data are not complete or not right: the reading cannot be sent yet.",
            nl: "De gegevens zijn niet volledig of niet juist: de km-stand kan nog niet worden doorgestuurd.",
            fr: "Les données sont incomplètes ou fausses : le kilométrage ne peut pas encore être transmis.",
            de: "Die Angaben sind unvollständig oder falsch: der Kilometerstand kann noch nicht übermittelt werden.",
        };
        vin_missing: message::VIN_MISSING;
        vin_invalid: text::VIN_INVALID;
        reading_missing: text::READING_MISSING;
        start_of_work_missing: text::START_OF_WORK_MISSING;
        start_of_work_in_future: text::START_OF_WORK_IN_FUTURE;
        offer: Text {
            en: "Send the odometer reading to Car-Pass?",
            nl: "De km-stand doorsturen naar Car-Pass?",
            fr: "Transmettre le kilométrage à Car-Pass ?",
            de: "Den Kilometerstand an Car-Pass übermitteln?",
        };
    }
}

/// Decides `car_pass.prompt`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts<'_>) -> Result<Decision<Outcome>, Error> {
    let readiness = readiness::decide(&readiness::Facts {
        policy: Policy::WorkOrder,
        vin: facts.vin,
        today: facts.today,
        reading_km: facts.reading_km,
        start_of_work: facts.start_of_work,
        damage_reading_km: None,
        repair_reading_km: None,
    })?;
    Ok(apply(facts, &readiness))
}
