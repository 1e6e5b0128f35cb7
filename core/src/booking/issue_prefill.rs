//! `booking.issue_prefill`: what does an issue take over from the vehicle master and the booking?
//!
//! Source: MD, "Ausgabe durchführen": "werden der Kilometerstand des Fahrzeugs lt. Fahrzeugstamm, die Schäden lt.
//! Ausstattungskategorie und die aktiven, offenen Kampagnen des Fahrzeugs (zum aktuellen Zeitpunkt) sowie das Kommentar
//! lt. Terminvereinbarung in die Ausgabe übernommen".
//!
//! Readings of the manual:
//! * A campaign is taken over when it is both active and open.
//! * The signature is never taken over: it is given at the issue itself.

use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::model::Words;
use crate::table::{Source, Table};
use crate::value::{OdometerReading, given};

/// The facts of `booking.issue_prefill`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The reading in the vehicle master, in km.
    pub odometer_km: Option<OdometerReading>,
    /// The damages that the vehicle master has, by equipment category.
    pub damages: Vec<Damage<'a>>,
    /// The campaigns of the vehicle as they stand now.
    pub campaigns: Vec<Campaign<'a>>,
    /// The comment of the booking; a blank one counts as none.
    pub comment: Option<&'a str>,
}

/// A damage of the vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
#[model(written)]
pub struct Damage<'a> {
    /// The equipment category ("Ausstattungskategorie") under which it is kept.
    pub category: &'a str,
    /// What is damaged.
    pub description: &'a str,
}

/// A campaign or reminder ("Kampagne/Vormerkung") of the vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Campaign<'a> {
    /// Its code.
    pub code: &'a str,
    /// It is running.
    pub active: bool,
    /// It has not been carried out on this vehicle.
    pub open: bool,
}

/// The handover record with which the issue begins. From the issue on it is a snapshot (`booking.follows_master`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome<'a> {
    /// The reading in the vehicle master, in km.
    pub odometer_km: Option<OdometerReading>,
    /// The damages, as given.
    pub damages: Vec<Damage<'a>>,
    /// The codes of the campaigns that are active and open.
    pub campaigns: Vec<&'a str>,
    /// The comment of the booking.
    pub comment: Option<&'a str>,
    /// Always none: the customer has yet to sign.
    pub signature: Option<&'a str>,
}

/// What is said of `booking.issue_prefill` beside its table.
#[doc(hidden)]
pub const WORDS: Words = Words {
    question: Text {
        en: "What does an issue take over from the vehicle master and the booking?",
        nl: "Wat neemt een uitgifte over uit de voertuigstam en de boeking?",
        fr: "Que reprend une remise de la fiche du véhicule et de la réservation ?",
        de: "Was übernimmt eine Ausgabe aus dem Fahrzeugstamm und der Buchung?",
    },
    about: &[
        "The reading, the damages, the campaigns that are active and open, and the comment. The signature is",
        "never taken over. The answer has neither row nor reasons.",
    ],
    refuses: &[],
};

/// A computation: the decision has no rows.
pub static TABLE: Table =
    Table::computation("booking.issue_prefill", "2026-11", Source { manual: &MD, passage: "Ausgabe durchführen" });

/// Decides `booking.issue_prefill`.
///
/// # Errors
/// None.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    let taken_over = facts.campaigns.iter().filter(|campaign| campaign.active && campaign.open);
    let record = Outcome {
        odometer_km: facts.odometer_km,
        damages: facts.damages.clone(),
        campaigns: taken_over.map(|campaign| campaign.code).collect(),
        comment: given(facts.comment),
        signature: None,
    };
    Ok(Decision::computed(record, &TABLE))
}
