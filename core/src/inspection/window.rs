//! `inspection.window`: the statutory window and intervals of a vehicle on a day.
//!
//! Source: IPN, "ACHTUNG: Liegt der Überprüfungsmonat außerhalb der gesetzlichen Frist": the manual speaks of one
//! window for all vehicles; what the law itself says, and since when, is dated data in [`law`](super::law), each value
//! with the place where it was read.
//!
//! Reading: where the data know no window for a vehicle on that day, none is guessed; its intervals are known all the
//! same.

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use super::Vehicle;
use super::law::{Dated, INTERVALS, Intervals, WINDOWS, Window, WindowClass};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::IPN;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `inspection.window`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The kind of vehicle.
    pub vehicle: Vehicle,
    /// The day for which the law is asked.
    pub on: NaiveDate,
}

/// What the law says about the vehicle on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// Which of the two windows holds; none where no window is known.
    pub window_class: Option<WindowClass>,
    /// How many months before the nominal month the window opens.
    pub months_before: Option<u16>,
    /// How many months after the nominal month the window closes.
    pub months_after: Option<u16>,
    /// After how many years the inspections follow one another.
    pub intervals: Intervals,
}

closed_enum! {
    /// Whether the law's window is known.
    pub enum Known {
        /// The data have a window.
        Statutory = "statutory",
        /// The data have none.
        NoData = "no_data",
    }
}

decision_table! {
    /// Where no window is known, none is guessed; the intervals are known all the same. What the law says is dated
    /// data, each value with the place where it was read.
    decision "inspection.window", edition "2026-11";
    question Text {
        en: "What are the statutory window and intervals of a vehicle on a day?",
        nl: "Wat zijn de wettelijke termijn en de tussenpozen van een voertuig op een dag?",
        fr: "Quels sont le délai légal et les intervalles d'un véhicule à une date donnée ?",
        de: "Welche gesetzliche Frist und welche Abstände gelten für ein Fahrzeug an einem Tag?",
    };
    source IPN, "ACHTUNG: Liegt der Überprüfungsmonat außerhalb der gesetzlichen Frist";
    hit policy FIRST => Known;

    given(window: Option<Window>) {}

    conditions {
        statutory   = window.is_some(),
            feel r#"vehicle in ("private_car", "class_l", "historic", "light_trailer", "tractor_to_40")
                or vehicle in ("goods_vehicle", "bus", "taxi", "ambulance", "heavy_trailer", "tractor_over_40")
                and date(on) >= date("2018-05-20")"#;
    }

    impossible {}

    rows {
        // row      | when          | outcome
        statutory   : statutory     => Known::Statutory;
        no_data     : otherwise     => Known::NoData;
    }

    advisories {}

    texts {
        statutory: Text {
            en: "The law sets this window for the vehicle on that day.",
            nl: "De wet stelt deze termijn voor het voertuig op die dag vast.",
            fr: "La loi fixe ce délai pour le véhicule à cette date.",
            de: "Das Gesetz legt an diesem Tag diese Frist für das Fahrzeug fest.",
        };
        no_data: Text {
            en: "No statutory window is known for the vehicle on that day.",
            nl: "Voor het voertuig is op die dag geen wettelijke termijn bekend.",
            fr: "Aucun délai légal n'est connu pour le véhicule à cette date.",
            de: "Für das Fahrzeug ist an diesem Tag keine gesetzliche Frist bekannt.",
        };
    }
}

/// Decides `inspection.window`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    let Facts { vehicle, on } = *facts;
    let window = Dated::in_force(WINDOWS, vehicle, on).map(|entry| entry.value);
    // Every vehicle has its intervals in the data; yearly is the law's rule for whatever has no scheme of its own.
    let intervals = Dated::in_force(INTERVALS, vehicle, on).map_or(Intervals::Yearly, |entry| entry.value);
    Ok(apply(window).map(|_| Outcome {
        window_class: window.map(|window| window.class),
        months_before: window.map(|window| window.months_before),
        months_after: window.map(|window| window.months_after),
        intervals,
    }))
}
