//! `booking.issue_prefill`: what does an issue take over from the vehicle master and the booking?
//!
//! Source: MD, "Ausgabe durchführen": "werden der Kilometerstand des Fahrzeugs lt. Fahrzeugstamm, die Schäden lt.
//! Ausstattungskategorie und die aktiven, offenen Kampagnen des Fahrzeugs (zum aktuellen Zeitpunkt) sowie das Kommentar
//! lt. Terminvereinbarung in die Ausgabe übernommen".
//!
//! Readings of the manual:
//! * A campaign is taken over when it is both active and open.
//! * The signature is never taken over: it is given at the issue itself.

use crate::decision::Decision;
use crate::error::Error;
use crate::manual::MD;
use crate::table::{Source, Table};
use crate::value::{OdometerReading, given};

/// The facts of `booking.issue_prefill`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Deserialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Facts<'a> {
    /// The reading in the vehicle master, in km.
    pub odometer_km: Option<OdometerReading>,
    /// The damages that the vehicle master has, by equipment category.
    #[cfg_attr(feature = "json", serde(borrow))]
    pub damages: Vec<Damage<'a>>,
    /// The campaigns of the vehicle as they stand now.
    #[cfg_attr(feature = "json", serde(borrow))]
    pub campaigns: Vec<Campaign<'a>>,
    /// The comment of the booking; a blank one counts as none.
    pub comment: Option<&'a str>,
}

/// A damage of the vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "json",
    derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Damage<'a> {
    /// The equipment category ("Ausstattungskategorie") under which it is kept.
    pub category: &'a str,
    /// What is damaged.
    pub description: &'a str,
}

/// A campaign or reminder ("Kampagne/Vormerkung") of the vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Deserialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Campaign<'a> {
    /// Its code.
    pub code: &'a str,
    /// It is running.
    pub active: bool,
    /// It has not been carried out on this vehicle.
    pub open: bool,
}

/// The handover record with which the issue begins. From the issue on it is a snapshot (`booking.follows_master`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
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
