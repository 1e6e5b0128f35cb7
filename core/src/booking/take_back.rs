//! `booking.take_back`: may the vehicle be taken back?
//!
//! Source: MD, "Rückgabe", "Aufruf über den POS": the button is active only "wenn die betreffende Fahrzeugbuchung eine
//! Ausgabezeit hat" and the user has "das Recht „Fahrzeug zurücknehmen“ für die betreffende Buchungsart"; and
//! "Ausgabe/Sofortausgabe" (the return clears the reservation, where the setting keeps one).
//!
//! Readings of the manual:
//! * A vehicle is taken back once; what is to be changed afterwards is amended (`booking.amend_handover`).
//! * A return may be dated to the minute of the issue, not before it.
//! * A lower reading than at the issue is let through and pointed out.

use dms_rules_derive::{Facts, Outcome};

use super::span::Span;
use super::{Verdict, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{OdometerReading, Time};

/// The facts of `booking.take_back`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// The user has the right "Fahrzeug zurücknehmen" for this kind.
    pub may_take_back: bool,
    /// When the vehicle was handed out.
    pub issued_at: Option<T>,
    /// It has been taken back before.
    pub already_returned: bool,
    /// When it comes back.
    pub return_at: T,
    /// The reading at the issue, in km.
    pub issue_reading_km: Option<OdometerReading>,
    /// The reading at the return, in km.
    pub return_reading_km: Option<OdometerReading>,
    /// The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    pub update_reservation: bool,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the refusal of the first that has none.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time.
    pub fn with_times<U, E>(self, form: impl Fn(T, &'static str) -> Result<U, E>) -> Result<Facts<U>, E> {
        let Self {
            may_take_back,
            issued_at,
            already_returned,
            return_at,
            issue_reading_km,
            return_reading_km,
            update_reservation,
        } = self;
        Ok(Facts {
            may_take_back,
            issued_at: issued_at.map(|at| form(at, "issued_at")).transpose()?,
            already_returned,
            return_at: form(return_at, "return_at")?,
            issue_reading_km,
            return_reading_km,
            update_reservation,
        })
    }
}

/// Whether the vehicle may be taken back, and what goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome {
    /// It may.
    Allowed {
        /// Empty the reservation in the vehicle master.
        clear_reservation: bool,
    },
    /// It may not.
    Refused,
}

decision_table! {
    /// Once, and not before the minute of the issue. A lower reading than at the issue is let through with the advisory
    /// `reading_lower_than_issue`.
    decision "booking.take_back", edition "2026-11";
    question Text {
        en: "May the vehicle be taken back?",
        nl: "Mag het voertuig worden teruggenomen?",
        fr: "Le véhicule peut-il être repris ?",
        de: "Darf das Fahrzeug zurückgenommen werden?",
    };
    source MD, "Rückgabe: Aufrufmöglichkeiten; Rückgabe durchführen";
    hit policy COLLECT => Verdict;

    given<T: Time>(facts: &Facts<T>) {
        let return_before = |issued: &T| Span::new(issued, Some(&facts.return_at)).is_reversed();
    }

    conditions {
        may_take_back               = facts.may_take_back,
            feel "may_take_back";
        issued                      = facts.issued_at.is_some(),
            feel "issued_at != null";
        already_returned            = facts.already_returned,
            feel "already_returned";
        return_before_issue         = facts.issued_at.as_ref().is_some_and(return_before),
            feel "issued_at != null and minutes(return_at) < minutes(issued_at)";
        reading_lower_than_issue    = match (facts.issue_reading_km, facts.return_reading_km) {
            (Some(issue), Some(back)) => back < issue,
            _ => false,
        },
            feel "issue_reading_km != null and return_reading_km != null and return_reading_km < issue_reading_km";
    }

    impossible {
        return_before_issue && !issued;
    }

    rows {
        // reason                   | when
        right_missing               : !may_take_back;
        not_issued                  : !issued;
        already_returned            : already_returned;
        return_before_issue         : return_before_issue;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {
        reading_lower_than_issue    : reading_lower_than_issue;
    }

    texts {
        may_take_back: Text {
            en: "The user has the right to take back vehicles of this kind.",
            nl: "De gebruiker heeft het recht om dit soort voertuigen terug te nemen.",
            fr: "L'utilisateur a le droit de reprendre ce genre de véhicules.",
            de: "Der Benutzer hat für diese Buchungsart das Recht „Fahrzeug zurücknehmen“.",
        };
        issued: text::ISSUED;
        right_missing: Text {
            en: "The right to take back vehicles of this kind is missing.",
            nl: "Het recht om dit soort voertuigen terug te nemen ontbreekt.",
            fr: "Le droit de reprendre ce genre de véhicules manque.",
            de: "Das Recht „Fahrzeug zurücknehmen“ fehlt für diese Buchungsart.",
        };
        not_issued: text::NOT_ISSUED;
        already_returned: text::ALREADY_RETURNED;
        return_before_issue: text::RETURN_BEFORE_ISSUE;
        reading_lower_than_issue: Text {
            en: "The reading at the return is lower than at the issue: check it.",
            nl: "De km-stand bij de terugname is lager dan bij de uitgifte: controleer hem.",
            fr: "Le kilométrage au retour est inférieur à celui de la remise : à vérifier.",
            de: "Der Kilometerstand bei der Rückgabe ist niedriger als bei der Ausgabe: bitte prüfen.",
        };
    }
}

/// Decides `booking.take_back`.
///
/// # Errors
/// None.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts).map(|verdict| match verdict {
        Verdict::Allowed => Outcome::Allowed { clear_reservation: facts.update_reservation },
        Verdict::Refused => Outcome::Refused,
    }))
}
