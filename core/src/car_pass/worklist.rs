//! `car_pass.worklist`: which jobs still have to be sent, and which of them are red?
//!
//! Source: CPS 5, "Overzicht" ("werkfiches / schadedossiers / facturen die nog NIET zijn doorgestuurd"; "Documenten komen in
//! het rood indien …"); PM, "Attention" ("vous pouvez seulement voir la liste de votre propre site") and "Pouvoir envoyer".
//!
//! Readings of the manuals:
//! * A job stands in the list until its Car-Pass is in order: an error that is still open keeps it there.
//! * The oldest start of work comes first, as in PM's sample, and the unknown ones before it, since they are red.
//!
//! It rests on `car_pass.visible` and `car_pass.readiness` and has no table of its own.

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use super::{State, readiness, visible};
use crate::decision::{Decision, Reasons};
use crate::error::{Error, ErrorCode};
use crate::manual::CPS;
use crate::message::Text;
use crate::model::{Field, Place, Record, Shape, Shaped, Words};
use crate::table::{Source, Table};

/// The facts of `car_pass.worklist`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a> {
    /// The dossiers of all sites, settled ones among them.
    pub dossiers: Vec<Dossier<'a>>,
    /// The site of the user who looks.
    pub user_site: &'a str,
}

/// A work order, claim file or invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Dossier<'a> {
    /// What the host knows it by.
    pub id: &'a str,
    /// Its site.
    pub site: &'a str,
    /// How far its Car-Pass has come.
    pub state: State<'a>,
    /// The facts of `car_pass.readiness`.
    pub readiness: readiness::Facts,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome<'a> {
    /// What still has to be sent and the user may see, by start of work, the unknown first; in the given order where that
    /// is the same.
    pub dossiers: Vec<Listed<'a>>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Listed<'a> {
    /// What the host knows it by.
    pub id: &'a str,
    /// The day on which work began.
    pub start_of_work: Option<NaiveDate>,
    /// Whether it may be sent, and why not.
    pub readiness: Decision<readiness::Outcome>,
}

impl Listed<'_> {
    /// Whether the row is red: it may not be sent.
    #[must_use]
    pub fn red(&self) -> bool {
        self.readiness.outcome == readiness::Outcome::Blocked
    }

    /// Why the row is red.
    #[must_use]
    pub fn reasons(&self) -> Reasons {
        self.readiness.because()
    }

    /// What a person should look at.
    #[must_use]
    pub fn advisories(&self) -> Reasons {
        self.readiness.advisories()
    }
}

/// What the model says of a row is what JSON writes: the decision in its parts.
impl Listed<'_> {
    #[doc(hidden)]
    pub const MODEL: Record = Record {
        place: Place { module: module_path!(), rust: "Listed", name: None },
        about: &["A row of the list."],
        fields: &[
            Field::plain("id", &["What the host knows it by."], Shape::Text, false),
            Field::plain("start_of_work", &["The day on which work began."], Shape::Date, true),
            Field::plain("red", &["The row is red: it may not be sent."], Shape::Boolean, false),
            Field::plain("reasons", &["Why the row is red: reasons of `car_pass.readiness`."], Self::REASONS, false),
            Field::plain(
                "advisories",
                &["What a person should look at: advisories of `car_pass.readiness`."],
                Self::ADVISORIES,
                false,
            ),
        ],
        lifetime: true,
        times: false,
    };

    const REASONS: Shape =
        Shape::List { items: &Shape::Reason { of: Some("car_pass.readiness") }, maximum: None, unit: "" };
    const ADVISORIES: Shape =
        Shape::List { items: &Shape::Advisory { of: "car_pass.readiness" }, maximum: None, unit: "" };
}

impl Shaped for Listed<'_> {
    const SHAPE: Shape = Shape::Record { of: &Self::MODEL };
}

#[cfg(feature = "json")]
impl serde::Serialize for Listed<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        let mut listed = serializer.serialize_struct("Listed", 5)?;
        listed.serialize_field("id", self.id)?;
        listed.serialize_field("start_of_work", &self.start_of_work)?;
        listed.serialize_field("red", &self.red())?;
        listed.serialize_field("reasons", &crate::json::Ids(self.reasons()))?;
        listed.serialize_field("advisories", &crate::json::Ids(self.advisories()))?;
        listed.end()
    }
}

/// What is said of `car_pass.worklist` beside its table.
#[doc(hidden)]
pub const WORDS: Words = Words {
    question: Text {
        en: "Which jobs still have to be sent, and which of them are red?",
        nl: "Welke opdrachten moeten nog worden doorgestuurd, en welke staan in het rood?",
        fr: "Quels travaux restent à envoyer, et lesquels sont rouges ?",
        de: "Welche Aufträge sind noch zu senden, und welche davon sind rot?",
    },
    about: &[
        "A job stands in the list of its own site until its Car-Pass is in order. The unknown starts of work come",
        "first, then the oldest; the given order is kept where they are the same. Whether a row is red is what",
        "`car_pass.readiness` says.",
    ],
    refuses: &[
        (ErrorCode::named("missing_field"), "`dossiers[…].state.reason` of an exempt state, where it is blank"),
    ],
};

/// A computation: it has no rows.
pub static TABLE: Table = Table::computation(
    "car_pass.worklist",
    "2026-11",
    Source {
        manual: &CPS,
        passage: "5. Overzicht; PlanManager: Attention; Pouvoir envoyer un élément de la liste à Car-Pass",
    },
);

/// Decides `car_pass.worklist`.
///
/// # Errors
/// None.
pub fn decide<'a>(facts: &Facts<'a>) -> Result<Decision<Outcome<'a>>, Error> {
    let mut dossiers = Vec::new();
    for dossier in facts.dossiers.iter().filter(|dossier| !dossier.state.is_settled()) {
        let sites = visible::Facts { user_site: facts.user_site, dossier_site: dossier.site };
        if visible::decide(&sites)?.outcome == visible::Outcome::Visible {
            dossiers.push(Listed {
                id: dossier.id,
                start_of_work: dossier.readiness.start_of_work,
                readiness: readiness::decide(&dossier.readiness)?,
            });
        }
    }
    // A stable sort, and what is unknown lies before every date.
    dossiers.sort_by_key(|dossier| dossier.start_of_work);
    Ok(Decision::computed(Outcome { dossiers }, &TABLE))
}
