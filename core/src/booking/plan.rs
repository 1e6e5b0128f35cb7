//! `booking.plan`: may the vehicle be planned for this time, and what should the planner look at?
//!
//! Source: MD, "Ausgabe durchführen": "Terminüberschneidungen durch mehrfache Planung oder verspätete Rückgabe können
//! vorkommen, ein Fahrzeug kann zu einem Zeitpunkt aber nur 1x ausgegeben sein", and "Ersatz-, Miet- und
//! Probefahrtenmanager" (the hint beside the plate that the vehicle is overdue).
//!
//! Readings of the manual:
//! * Planning never refuses an overlap; the issue does (`booking.issue`).
//! * Planned spans are half-open: a booking that starts when another ends does not overlap it.

use dms_rules_derive::Facts;

use super::span::Span;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Time, closed_enum, whole_minutes};

/// The facts of `booking.plan`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// The planned start of the booking.
    pub planned_start: T,
    /// The planned end of the booking; later than its start.
    pub planned_end: T,
    /// The other bookings of the same vehicle and of the same trial plate.
    pub others: Vec<Other<T>>,
    /// Now, on the host's clock.
    pub now: T,
}

/// Another booking of the same vehicle or trial plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
#[model(name = "OtherBooking")]
pub struct Other<T> {
    /// Its planned start.
    pub planned_start: T,
    /// Its planned end; later than its start.
    pub planned_end: T,
    /// The vehicle was handed out on it and has not come back; `false` unless said.
    #[fact(default = false)]
    pub out: bool,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the first refusal in the order of the fields: of a time that
    /// has no such form, or of one that contradicts those before it.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time; those of [`decide`].
    pub fn with_times<U: Time>(self, form: impl Fn(T, &'static str) -> Result<U, Error>) -> Result<Facts<U>, Error> {
        let Self { planned_start, planned_end, others, now } = self;
        let planned_start = form(planned_start, "planned_start")?;
        let planned_end = form(planned_end, "planned_end")?;
        planned(&planned_start, &planned_end)?;
        let others = (others.into_iter().enumerate())
            .map(|(place, other)| other.with_times(&form).map_err(|refused| refused.in_list("others", place)))
            .collect::<Result<_, _>>()?;
        Ok(Facts { planned_start, planned_end, others, now: form(now, "now")? })
    }
}

impl<T> Other<T> {
    fn with_times<U: Time>(self, form: impl Fn(T, &'static str) -> Result<U, Error>) -> Result<Other<U>, Error> {
        let Self { planned_start, planned_end, out } = self;
        let planned_start = form(planned_start, "planned_start")?;
        let planned_end = form(planned_end, "planned_end")?;
        planned(&planned_start, &planned_end)?;
        Ok(Other { planned_start, planned_end, out })
    }
}

/// The planned span, or the refusal of an end that does not lie after its start.
fn planned<T: Time>(start: &T, end: &T) -> Result<Span, Error> {
    let span = Span::new(start, Some(end));
    if span.is_empty() {
        return Err(Error::new(ErrorCode::Contradiction, "planned_end", "expected an end later than the start"));
    }
    Ok(span)
}

closed_enum! {
    /// What planning answers.
    pub enum Outcome {
        /// The booking may be planned; what speaks against it stands in the advisories.
        Ok = "ok",
    }
}

decision_table! {
    /// Planning never refuses an overlap; the issue does. Planned spans are half-open. Advisories: `overlaps_booking`,
    /// `vehicle_overdue`.
    decision "booking.plan", edition "2026-11";
    question Text {
        en: "May the vehicle be planned for this time, and what should the planner look at?",
        nl: "Mag het voertuig voor deze tijd worden gepland, en wat moet de planner nakijken?",
        fr: "Le véhicule peut-il être planifié à cette heure, et que doit vérifier le planificateur ?",
        de: "Darf das Fahrzeug für diese Zeit geplant werden, und was ist dabei zu beachten?",
    };
    refuses {
        contradiction: "`planned_end` or `others[…].planned_end` that does not lie after its start";
    }
    source MD, "Ausgabe durchführen; Ersatz-, Miet- und Probefahrtenmanager";
    hit policy NONE;

    given<T: Time>(facts: &Facts<T>, overlaps: bool) {
        let now = whole_minutes(&facts.now);
    }

    conditions {
        overlaps_booking    = overlaps,
            feel "some other in others satisfies
                minutes(other.planned_start) < minutes(planned_end) and minutes(planned_start) < minutes(other.planned_end)";
        vehicle_overdue     = facts.others.iter().any(|other| other.out && now > whole_minutes(&other.planned_end)),
            feel "some other in others satisfies other.out = true and minutes(now) > minutes(other.planned_end)";
    }

    impossible {}

    advisories {
        // advisory         | when
        overlaps_booking    : overlaps_booking;
        vehicle_overdue     : vehicle_overdue;
    }

    texts {
        overlaps_booking: Text {
            en: "Another booking of this vehicle is planned for the same time.",
            nl: "Voor dezelfde tijd is al een andere boeking van dit voertuig gepland.",
            fr: "Une autre réservation de ce véhicule est prévue au même moment.",
            de: "Für dieselbe Zeit ist ein anderer Termin mit diesem Fahrzeug geplant.",
        };
        vehicle_overdue: Text {
            en: "The vehicle is overdue: it should have come back from another booking.",
            nl: "Het voertuig is te laat: het had van een andere boeking terug moeten zijn.",
            fr: "Le véhicule est en retard : il devrait être rentré d'une autre réservation.",
            de: "Das Fahrzeug ist überfällig: es müsste von einem anderen Termin zurück sein.",
        };
    }
}

/// Decides `booking.plan`.
///
/// # Errors
/// [`ErrorCode::Contradiction`] where an end does not lie after its start: `planned_end` or `others[…].planned_end`.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Outcome>, Error> {
    let span = planned(&facts.planned_start, &facts.planned_end)?;
    let mut overlaps = false;
    for (place, other) in facts.others.iter().enumerate() {
        let other =
            planned(&other.planned_start, &other.planned_end).map_err(|refused| refused.in_list("others", place))?;
        overlaps |= other.overlaps(span);
    }
    Ok(apply(facts, overlaps).map(|()| Outcome::Ok))
}
