//! `okr.choice`: what a person makes of the preselected choice.
//!
//! Source: OKR, "Ad Optie 1" ("Verder kan men deze optie altijd zelf nog aanzetten"), "Ad Optie 2" and Figuur 68 (the
//! choices cannot be set when readings are never forwarded).
//!
//! Row, reasons and advisories of the answer are those of `okr.option`: why the choice was preselected stays on record
//! beside what the person chose.

use super::option::{self, Outcome as Preselected};
use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::table::Table;
use crate::value::closed_enum;

/// The facts of `okr.choice`: those of `okr.option`, and what the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The facts that preselect a choice. In JSON they stand beside `chosen`, not below it.
    pub option: option::Facts,
    /// What the person chose; `None` where the preselected choice was left.
    pub chosen: Option<Choice>,
}

closed_enum! {
    /// The four choices on the invoice screen.
    pub enum Choice {
        /// 1: "Ja, tellerstand doorsturen".
        YesForward = "yes_forward",
        /// 2: "Nee, APK-melding gedaan".
        NoApkReported = "no_apk_reported",
        /// 3: "Nee, tellerstand oud".
        NoReadingOld = "no_reading_old",
        /// 4: "Nee, fact. bedrag < 150".
        NoAmountBelow = "no_amount_below",
    }
}

impl Choice {
    const fn as_option(self) -> Preselected {
        match self {
            Self::YesForward => Preselected::YesForward,
            Self::NoApkReported => Preselected::NoApkReported,
            Self::NoReadingOld => Preselected::NoReadingOld,
            Self::NoAmountBelow => Preselected::NoAmountBelow,
        }
    }
}

/// The choice that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Outcome {
    /// The choice that stands, or that the choices are locked.
    pub option: Preselected,
    /// Whether the reading is forwarded: only under `yes_forward`.
    pub forward: bool,
    /// Whether the person chose something other than was preselected.
    pub overridden: bool,
}

/// The table of `okr.option`, on which the choice rests.
pub static TABLE: Table = option::TABLE.for_decision("okr.choice");

/// Decides `okr.choice`.
///
/// # Errors
/// Those of `okr.option`; [`ErrorCode::OptionsLocked`] `chosen` where the mode is `never` and a choice was made.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    let preselected = option::preselect(&facts.option)?;
    if preselected.outcome == Preselected::Locked && facts.chosen.is_some() {
        return Err(Error::new(
            ErrorCode::OptionsLocked,
            "chosen",
            "no choice: the mode `never` locks the four choices",
        ));
    }
    let decision = preselected.map(|preselected| {
        let option = facts.chosen.map_or(preselected, Choice::as_option);
        Outcome { option, forward: option == Preselected::YesForward, overridden: option != preselected }
    });
    Ok(decision.under(&TABLE))
}
