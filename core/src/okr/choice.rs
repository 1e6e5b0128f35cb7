//! `okr.choice`: what a person makes of the preselected choice.
//!
//! Source: OKR, "Ad Optie 1" ("Verder kan men deze optie altijd zelf nog aanzetten"), "Ad Optie 2" and Figuur 68 (the
//! choices cannot be set when readings are never forwarded).
//!
//! Row, reasons and advisories of the answer are those of `okr.option`: why the choice was preselected stays on record
//! beside what the person chose.

use dms_rules_derive::{Facts, Outcome};

use super::option::{self, Outcome as Preselected};
use crate::decision::Decision;
use crate::error::{Error, ErrorCode};
use crate::model::{self, Declaration, Field, Place, Record, Shaped, Words};
use crate::table::Table;
#[cfg(feature = "json")]
use crate::{catalogue::{self, Entry}, json};
#[cfg(feature = "columns")]
use crate::columns::{Flat, columns_of};
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `okr.choice`: those of `okr.option`, and what the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The facts that preselect a choice. In JSON they stand beside `chosen`, not below it.
    pub option: option::Facts,
    /// What the person chose; `None` where the preselected choice was left.
    pub chosen: Option<Choice>,
}

impl Facts {
    /// With the facts that preselect a choice; the preselected choice was left.
    #[must_use]
    pub const fn new(option: option::Facts) -> Self {
        Self { option, chosen: None }
    }

    /// What the person chose.
    #[must_use]
    pub const fn with_chosen(mut self, chosen: Choice) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// What the model says of them: as in JSON, the choice stands beside the facts of `okr.option`.
    #[doc(hidden)]
    pub const MODEL: Record = Record {
        place: Place { module: module_path!(), rust: "Facts", name: None },
        about: &[" The facts of `okr.choice`: those of `okr.option`, and what was chosen."],
        fields: &model::all::<Field, { option::Facts::MODEL.fields.len() + 1 }>(&[
            option::Facts::MODEL.fields,
            Chosen::MODEL.fields,
        ]),
        lifetime: false,
        times: false,
    };
}

/// The fact that `okr.choice` adds to those of `okr.option`.
#[derive(Clone, Copy, Facts)]
#[cfg_attr(not(feature = "json"), allow(dead_code, reason = "read from JSON and columns alone"))]
pub(crate) struct Chosen {
    /// What the person chose; left out where the preselected choice stands.
    pub(crate) chosen: Option<Choice>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome {
    /// The choice that stands, or that the choices are locked.
    pub option: Preselected,
    /// Whether the reading is forwarded: only under `yes_forward`.
    pub forward: bool,
    /// Whether the person chose something other than was preselected.
    pub overridden: bool,
}

/// What is said of `okr.choice` beside its table.
#[doc(hidden)]
pub const WORDS: Words = Words {
    question: Text {
        en: "What does a person make of the preselected choice?",
        nl: "Wat maakt iemand van de voorgeselecteerde optie?",
        fr: "Que fait une personne du choix présélectionné ?",
        de: "Was macht jemand aus der vorausgewählten Option?",
    },
    about: &[
        "Row, reasons and advisories are those of `okr.option` on the same facts: why the choice was preselected",
        "stays on record beside what the person chose. The facts are those of `okr.option`, and one more.",
    ],
    refuses: &[
        (ErrorCode::named("missing_field"), "`max_age_days` in the two modes after an invoice"),
        (ErrorCode::named("contradiction"), "`reading_date` after `invoice_date`"),
        (ErrorCode::named("options_locked"), "`chosen` where the mode is `never` and a choice was made"),
    ],
};

/// The table of `okr.option`, on which the choice rests.
pub static TABLE: Table = option::TABLE.for_decision("okr.choice");

pub(super) const DECLARATION: Declaration = Declaration {
    table: &TABLE,
    words: WORDS,
    facts: &Facts::MODEL,
    outcome: Outcome::SHAPE,
    decide: concat!(module_path!(), "::decide"),
};

#[cfg(feature = "json")]
pub(super) const ENTRY: Entry = Entry::new(&TABLE, |facts| {
    let is_choice = |key: &str| Chosen::MODEL.fields[0].name == key;
    let beside = facts.only(is_choice);
    let chosen = json::read::<Chosen>(&beside);
    let below = facts.only(|key| !is_choice(key));
    let option = json::read::<option::Facts>(&below).map_err(|refused| match &chosen {
        // An unknown field comes after every fact that is known.
        Err(refused_choice) if refused.code() == ErrorCode::UnknownField => refused_choice.clone(),
        _ => refused,
    })?;
    let Chosen { chosen } = chosen?;
    catalogue::answer(decide(&Facts { option, chosen }))
});

/// In columns the choice stands in the last, behind the facts of `okr.option`.
#[cfg(feature = "columns")]
pub(super) const FLAT: Option<Flat> = Some(Flat::new(&TABLE, || columns_of(decide), |cells, to| {
    let (option, chosen) = cells.split_at(cells.len() - 1);
    let option = json::read_row(option)?;
    let Chosen { chosen } = json::read_row(chosen)?;
    to.put(decide(&Facts { option, chosen })?);
    Ok(())
}));

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
