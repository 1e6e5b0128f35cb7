//! `booking.status`: what state is a booking in, and how is it drawn?
//!
//! Source: MD, "Ausgabe durchführen": "Die Darstellung in den Terminübersichten richtet sich nach dem aktuellen Status
//! des Termins", with its list of planned, issued, overdue and returned bookings.
//!
//! Readings of the manual:
//! * Only planned bookings are drawn "leicht transparent"; all others are opaque.
//! * A booking is overdue from the minute after its planned end.
//! * A settled booking is a returned one that says so.

use dms_rules_derive::{Facts, Outcome};

use super::Status;
use super::span::Span;
use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Time, closed_enum, whole_minutes};

/// The facts of `booking.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<T> {
    /// The planned start of the booking.
    pub planned_start: T,
    /// The planned end of the booking; not before its start.
    pub planned_end: T,
    /// When the vehicle was handed out.
    pub issued_at: Option<T>,
    /// When it came back; not before it was handed out.
    pub returned_at: Option<T>,
    /// The booking has been settled; only once the vehicle came back.
    pub settled: bool,
    /// Now, on the host's clock.
    pub now: T,
}

impl<T> Facts<T> {
    /// The same facts with their times in another form, or the first refusal in the order of the fields: of a time that
    /// has no such form, or of one that contradicts those before it.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time; those of [`decide`].
    pub fn with_times<U: Time>(self, form: impl Fn(T, &'static str) -> Result<U, Error>) -> Result<Facts<U>, Error> {
        let Self { planned_start, planned_end, issued_at, returned_at, settled, now } = self;
        let planned_start = form(planned_start, "planned_start")?;
        let planned_end = form(planned_end, "planned_end")?;
        plan_agrees(&planned_start, &planned_end)?;
        let issued_at = issued_at.map(|at| form(at, "issued_at")).transpose()?;
        let returned_at = returned_at.map(|at| form(at, "returned_at")).transpose()?;
        handover_agrees(issued_at.as_ref(), returned_at.as_ref(), settled)?;
        Ok(Facts { planned_start, planned_end, issued_at, returned_at, settled, now: form(now, "now")? })
    }
}

fn plan_agrees<T: Time>(start: &T, end: &T) -> Result<(), Error> {
    if Span::new(start, Some(end)).is_reversed() {
        return Err(Error::new(ErrorCode::Contradiction, "planned_end", "expected an end not before the start"));
    }
    Ok(())
}

fn handover_agrees<T: Time>(issued: Option<&T>, returned: Option<&T>, settled: bool) -> Result<(), Error> {
    let contradiction = |field, detail| Err(Error::new(ErrorCode::Contradiction, field, detail));
    match (issued, returned) {
        (None, Some(_)) => contradiction("returned_at", "expected no return without an issue"),
        (Some(issued), Some(_)) if Span::new(issued, returned).is_reversed() => {
            contradiction("returned_at", "expected a return not before the issue")
        }
        (_, None) if settled => contradiction("settled", "a booking is settled only once it is returned"),
        _ => Ok(()),
    }
}

/// The state of the booking, and how the overview draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub struct Outcome<T> {
    /// The state.
    pub status: Status,
    /// Where the drawing starts.
    pub from: T,
    /// Where the drawing ends.
    pub to: T,
    /// Its colour.
    pub colour: Colour,
    /// Drawn opaque rather than slightly transparent.
    pub opaque: bool,
    /// Drawn with the warning sign.
    pub warn: bool,
    /// This booking does not keep the vehicle out of the house.
    pub vehicle_in_house: bool,
    /// The booking has been settled.
    pub settled: bool,
}

closed_enum! {
    /// The colours of the overview.
    pub enum Colour {
        /// The one set for done bookings ("Erledigte Termine").
        Done = "done",
        /// The one set for overdue bookings ("Überfällige Termine").
        Overdue = "overdue",
        /// The booking's own ("Terminfarbe").
        Booking = "booking",
    }
}

decision_table! {
    /// A booking is overdue from the minute after its planned end. The answer's times are in the zone of
    /// `planned_start`.
    decision "booking.status", edition "2026-11";
    question Text {
        en: "What state is a booking in, and how is it drawn?",
        nl: "In welke staat is een boeking, en hoe wordt zij getekend?",
        fr: "Quel est l'état d'une réservation, et comment est-elle dessinée ?",
        de: "In welchem Status ist eine Buchung, und wie wird sie gezeichnet?",
    };
    refuses {
        contradiction: "`planned_end` before `planned_start`";
        contradiction: "`returned_at` without an issue or before it";
        contradiction: "`settled` without a return";
    }
    source MD, "Ausgabe durchführen: Die Darstellung in den Terminübersichten";
    hit policy FIRST => Status;

    given<T: Time>(facts: &Facts<T>) {
        let out = facts.issued_at.is_some() && facts.returned_at.is_none();
    }

    conditions {
        returned    = facts.returned_at.is_some(),
            feel "returned_at != null";
        overdue     = out && whole_minutes(&facts.now) > whole_minutes(&facts.planned_end),
            feel "issued_at != null and returned_at = null and minutes(now) > minutes(planned_end)";
        issued      = facts.issued_at.is_some(),
            feel "issued_at != null";
    }

    impossible {
        returned && !issued;
        overdue && !issued;
        overdue && returned;
    }

    rows {
        // row      | when      | status
        returned    : returned  => Status::Returned;
        overdue     : overdue   => Status::Overdue;
        issued      : issued    => Status::Issued;
        planned     : otherwise => Status::Planned;
    }

    advisories {}

    texts {
        returned: Text {
            en: "The vehicle has come back.",
            nl: "Het voertuig is terug.",
            fr: "Le véhicule est rentré.",
            de: "Das Fahrzeug wurde zurückgegeben.",
        };
        overdue: Text {
            en: "The vehicle is overdue: it is out past the planned end.",
            nl: "Het voertuig is te laat: het is uit na het geplande einde.",
            fr: "Le véhicule est en retard : il est sorti au-delà de la fin prévue.",
            de: "Das Fahrzeug ist überfällig: das geplante Buchungsende ist überschritten.",
        };
        issued: Text {
            en: "The vehicle has been issued.",
            nl: "Het voertuig is uitgegeven.",
            fr: "Le véhicule a été remis.",
            de: "Das Fahrzeug ist ausgegeben.",
        };
        planned: Text {
            en: "The booking is planned, and the vehicle not yet issued.",
            nl: "De boeking is gepland en het voertuig nog niet uitgegeven.",
            fr: "La réservation est prévue, et le véhicule pas encore remis.",
            de: "Der Termin ist geplant, das Fahrzeug noch nicht ausgegeben.",
        };
    }
}

/// Decides `booking.status`.
///
/// # Errors
/// [`ErrorCode::Contradiction`]: `planned_end` before the planned start, `returned_at` without an issue or before it,
/// `settled` without a return.
pub fn decide<T: Time>(facts: &Facts<T>) -> Result<Decision<Outcome<T>>, Error> {
    let Facts { planned_start, planned_end, issued_at, returned_at, settled, now } = facts;
    plan_agrees(planned_start, planned_end)?;
    handover_agrees(issued_at.as_ref(), returned_at.as_ref(), *settled)?;
    Ok(apply(facts).map(|status| {
        let from = issued_at.as_ref().unwrap_or(planned_start);
        let (to, colour) = match status {
            Status::Planned | Status::Issued => (planned_end, Colour::Booking),
            Status::Overdue => (now, Colour::Overdue),
            Status::Returned => (returned_at.as_ref().unwrap_or(now), Colour::Done),
        };
        Outcome {
            status,
            from: from.clone(),
            to: to.clone(),
            colour,
            opaque: status != Status::Planned,
            warn: status == Status::Overdue,
            vehicle_in_house: !status.is_out(),
            settled: *settled,
        }
    }))
}
