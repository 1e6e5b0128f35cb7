//! `booking.valet`: is the vehicle fetched from the customer?
//!
//! Source: none; a decision that was made up, so that the steps of CONTRIBUTING.md can be taken: tests/new_decision.

use chrono::{NaiveDate, NaiveDateTime};
use dms_rules_derive::{Facts, Outcome};

use super::{Kind, Right, Rights};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Cents, OdometerReading, Time, Vin, closed_enum, given, whole_minutes};

/// The facts of `booking.valet`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a, T> {
    /// The kind of the booking.
    pub kind: Kind,
    /// The rights that the user has for this kind.
    pub rights: Rights,
    /// The customer has asked for it.
    pub wished: bool,
    /// The vehicle as entered.
    pub vin: Vin,
    /// The customer's number.
    pub customer_number: &'a str,
    /// Where the vehicle stands; a blank text counts as not given.
    pub place: Option<&'a str>,
    /// The distance to the customer, in km; 10 unless given.
    #[fact(default = 10)]
    pub distance_km: u16,
    /// How many people are free to drive.
    pub drivers: Option<u32>,
    /// The reading of the vehicle, in km.
    pub reading_km: Option<OdometerReading>,
    /// What the customer pays for it, in cents incl. VAT.
    pub fee_cents: Cents,
    /// Who drives.
    #[fact(default = Driven::Away)]
    pub driven: Driven,
    /// The day on which it is asked for.
    pub on: NaiveDate,
    /// The day until which the offer holds.
    pub offered_until: Option<NaiveDate>,
    /// When the customer called, on the clock on the wall.
    pub called_at: Option<NaiveDateTime>,
    /// When the vehicle is to be fetched.
    pub fetched_at: T,
    /// When it was fetched.
    pub back_at: Option<T>,
}

impl<'a, T> Facts<'a, T> {
    /// The same facts with their times in another form, or the refusal of the first that has none.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time.
    pub fn with_times<U, E>(self, form: impl Fn(T, &'static str) -> Result<U, E>) -> Result<Facts<'a, U>, E> {
        let fetched_at = form(self.fetched_at, "fetched_at")?;
        let back_at = self.back_at.map(|at| form(at, "back_at")).transpose()?;
        let Self { kind, rights, wished, vin, customer_number, fee_cents, on, .. } = self;
        let mut facts = Facts::new(kind, rights, wished, vin, customer_number, fee_cents, on, fetched_at);
        facts.place = self.place;
        facts.distance_km = self.distance_km;
        facts.drivers = self.drivers;
        facts.reading_km = self.reading_km;
        facts.driven = self.driven;
        facts.offered_until = self.offered_until;
        facts.called_at = self.called_at;
        facts.back_at = back_at;
        Ok(facts)
    }
}

closed_enum! {
    /// How the vehicle is fetched.
    pub enum Driven {
        /// Somebody drives it.
        Away = "away",
        /// It is towed.
        Towed = "towed",
    }
}

closed_enum! {
    /// Whether it is fetched.
    pub enum Verdict as ValetVerdict {
        /// It is.
        Fetched = "fetched",
        /// It is not.
        Left = "left",
    }
}

/// Whether the vehicle is fetched, and what goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub enum Outcome<'a> {
    /// It is.
    Fetched {
        /// Where it stands.
        place: Option<&'a str>,
        /// What the customer pays for it, in cents incl. VAT.
        fee_cents: Cents,
        /// Who drives.
        driven: Driven,
    },
    /// It is not.
    Left,
}

decision_table! {
    /// A made-up decision: it is fetched where the customer wished it, the user has the right, and it is not back yet.
    decision "booking.valet", edition "2026-11";
    question Text {
        en: "Is the vehicle fetched from the customer?",
        nl: "Wordt het voertuig bij de klant opgehaald?",
        fr: "Le véhicule est-il cherché chez le client ?",
        de: "Wird das Fahrzeug beim Kunden geholt?",
    };
    refuses {
        contradiction: "`back_at` before `fetched_at`";
    }
    source MD, "none: made up";
    hit policy FIRST => Verdict;

    given<T: Time>(facts: &Facts<'_, T>) {}

    conditions {
        right_missing   = !facts.rights.contains(Right::IssueVehicle);
        wished          = facts.wished;
        back            = facts.back_at.is_some();
    }

    impossible {}

    rows {
        // row          | when                      | verdict
        right_missing   : right_missing             => Verdict::Left;
        back            : back                      => Verdict::Left;
        wished          : wished                    => Verdict::Fetched;
        not_wished      : otherwise                 => Verdict::Left;
    }

    advisories {}

    texts {
        right_missing: Text {
            en: "The right is missing.", nl: "Het recht ontbreekt.", fr: "Le droit manque.", de: "Das Recht fehlt.",
        };
        wished: Text {
            en: "The customer wished it.", nl: "De klant wenste het.", fr: "Le client l'a souhaité.",
            de: "Der Kunde wünschte es.",
        };
        back: Text {
            en: "The vehicle is back.", nl: "Het voertuig is terug.", fr: "Le véhicule est de retour.",
            de: "Das Fahrzeug ist zurück.",
        };
        not_wished: Text {
            en: "Nobody asked for it.", nl: "Niemand vroeg erom.", fr: "Personne ne l'a demandé.",
            de: "Niemand hat darum gebeten.",
        };
    }
}

/// Decides `booking.valet`.
///
/// # Errors
/// [`ErrorCode::Contradiction`]: `back_at` before `fetched_at`.
pub fn decide<'a, T: Time>(facts: &Facts<'a, T>) -> Result<Decision<Outcome<'a>>, Error> {
    if facts.back_at.as_ref().is_some_and(|back| whole_minutes(back) < whole_minutes(&facts.fetched_at)) {
        return Err(Error::new(ErrorCode::Contradiction, "back_at", "expected a return not before the fetching"));
    }
    Ok(apply(facts).map(|verdict| match verdict {
        Verdict::Fetched => {
            Outcome::Fetched { place: given(facts.place), fee_cents: facts.fee_cents, driven: facts.driven }
        }
        Verdict::Left => Outcome::Left,
    }))
}
