//! `booking.template`: what does a new booking made from an existing one start with?
//!
//! Source: MD, "Neuanlage mit Vorlage": all data are copied but those of the vehicle, which "werden direkt aus dem
//! Fahrzeugstamm geladen", and the tick "Führerscheindaten kontrolliert"; "Die Startzeit für den neuen Termin ist die
//! Endzeit des bestehenden Termins mit einer Dauer von einer halben Stunde"; "Bei „Rückgabe bearbeiten“ ist der Button
//! „Speichern und Neu“ nicht vorhanden".
//!
//! Readings of the manual:
//! * "Endzeit" is the planned end, whatever the status; "bei geplanten, ausgegebenen, zurückgenommenen und bereits
//!   abgerechneten Terminen verfügbar" is every status.
//! * A booking that starts at the end of one that is overdue starts in the past, or before the vehicle is back: hence
//!   the advisory.

use chrono::TimeDelta;
use dms_rules_derive::{Facts, Outcome};

use super::{Status, Verdict};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Time, closed_enum, whole_minutes};

/// The facts of `booking.template`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// The planned end of the existing booking.
    pub planned_end: T,
    /// How far the existing booking has come.
    pub status: Status,
    /// Where the new booking is asked for.
    pub from: Origin,
    /// Now, on the host's clock.
    pub now: T,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the refusal of the first that has none.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time, and an end past the calendar before a later time.
    pub fn with_times<U: Time, E: From<Error>>(
        self,
        form: impl Fn(T, &'static str) -> Result<U, E>,
    ) -> Result<Facts<U>, E> {
        let Self { planned_end, status, from, now } = self;
        let planned_end = form(planned_end, "planned_end")?;
        // Where it is made, it is made whatever the time is now.
        if from != Origin::AmendTakeBack {
            new_booking(&planned_end)?;
        }
        Ok(Facts { planned_end, status, from, now: form(now, "now")? })
    }
}

closed_enum! {
    /// Where a new booking is asked for.
    pub enum Origin as TemplateOrigin {
        /// "Neu mit Vorlage" in a manager's view.
        Manager = "manager",
        /// "Neu mit Vorlage" in the logbook.
        Logbook = "logbook",
        /// "Speichern und Neu" at the return.
        TakeBack = "take_back",
        /// "Rückgabe bearbeiten", which has no such button.
        AmendTakeBack = "amend_take_back",
    }
}

/// Whether a new booking is made, and with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome<T> {
    /// It is made.
    Allowed {
        /// Its planned start: the planned end of the existing booking.
        start: T,
        /// Its planned end: half an hour later.
        end: T,
        /// Load the vehicle's data from the vehicle master: always.
        reload_vehicle: bool,
        /// The tick "Führerscheindaten kontrolliert": never taken over.
        licence_checked: bool,
    },
    /// It cannot be asked for here.
    Refused,
}

decision_table! {
    /// It starts at the planned end of the existing one and lasts half an hour; the answer's times are in the zone of
    /// `planned_end`. The return's amendment has no such button. Advisory: `source_overdue`.
    decision "booking.template", edition "2026-11";
    question Text {
        en: "What does a new booking made from an existing one start with?",
        nl: "Waarmee begint een nieuwe boeking op basis van een bestaande?",
        fr: "Avec quoi commence une réservation faite d'après une autre ?",
        de: "Womit beginnt eine neue Buchung mit einer bestehenden als Vorlage?",
    };
    refuses {
        out_of_range: "`planned_end` where the new booking would end after the year 9999";
    }
    source MD, "Neuanlage mit Vorlage";
    hit policy COLLECT => Verdict;

    given<T: Time>(facts: &Facts<T>) {
        let past_planned_end = whole_minutes(&facts.now) > whole_minutes(&facts.planned_end);
    }

    conditions {
        not_available_here  = facts.from == Origin::AmendTakeBack,
            feel r#"from = "amend_take_back""#;
        source_overdue      = facts.status == Status::Overdue || facts.status == Status::Issued && past_planned_end,
            feel r#"status = "overdue" or status = "issued" and minutes(now) > minutes(planned_end)"#;
    }

    impossible {}

    rows {
        // reason           | when
        not_available_here  : not_available_here;
    }

    outcome {
        none => Verdict::Allowed;
        any => Verdict::Refused;
    }

    advisories {
        source_overdue      : source_overdue;
    }

    texts {
        not_available_here: Text {
            en: "There is no “save and new” while a return is amended.",
            nl: "„Opslaan en nieuw” bestaat niet bij het bewerken van een terugname.",
            fr: "« Enregistrer et nouveau » n'existe pas quand on modifie un retour.",
            de: "Bei „Rückgabe bearbeiten“ ist „Speichern und Neu“ nicht vorhanden.",
        };
        source_overdue: Text {
            en: "The existing booking is overdue: the new one would start before the vehicle is back.",
            nl: "De bestaande boeking is over tijd: de nieuwe zou beginnen voordat het voertuig terug is.",
            fr: "La réservation existante est en retard : la nouvelle commencerait avant le retour du véhicule.",
            de: "Der bestehende Termin ist überfällig: der neue würde beginnen, bevor das Fahrzeug zurück ist.",
        };
    }
}

/// How long the new booking lasts: "eine halbe Stunde".
const DURATION: TimeDelta = TimeDelta::minutes(30);

/// Decides `booking.template`.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] `planned_end` where the new booking would end after the year 9999.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Outcome<T>>, Error> {
    let verdict = apply(facts);
    let outcome = match verdict.outcome {
        Verdict::Allowed => new_booking(&facts.planned_end)?,
        Verdict::Refused => Outcome::Refused,
    };
    Ok(verdict.map(|_| outcome))
}

fn new_booking<T: Time>(start: &T) -> Result<Outcome<T>, Error> {
    let past_the_calendar =
        || Error::new(ErrorCode::OutOfRange, "planned_end", "the new booking would end after the year 9999");
    let end = start.later(DURATION).ok_or_else(past_the_calendar)?;
    Ok(Outcome::Allowed { start: start.clone(), end, reload_vehicle: true, licence_checked: false })
}
