//! `booking.reservation`: what becomes of the reservation in the vehicle master?
//!
//! Source: MD, "Ausgabe/Sofortausgabe": with the setting "Reservierungsinfos bei Probe-, Miet- und Ersatzfahrzeug im
//! Fahrzeugstamm aktualisieren" an issue writes the flag, the code of the issuer, the end date of the booking and the
//! customer number; "Bei Stornierung der Ausgabe oder Rückgabe des Fahrzeugs werden die Felder wieder geleert. Bei
//! deaktivierter Einstellung wird nichts in den Fahrzeugstamm zurück geschrieben".
//!
//! Reading of the manual: "Termin-Ende-Datum" is the civil date of the planned end, in the offset in which it is given.

use chrono::NaiveDate;
use dms_rules_derive::{Facts, Outcome};

use crate::decision::Decision;
use crate::decision_table;
use crate::error::{Error, ErrorCode};
use crate::manual::MD;
use crate::message::Text;
use crate::value::{LAST_DAY, Time, closed_enum};

/// The facts of `booking.reservation`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts<'a, T> {
    /// The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren".
    pub update_reservation: bool,
    /// What happened.
    pub event: Event,
    /// The code of the employee who handed the vehicle out.
    pub issuer_code: &'a str,
    /// The planned end of the booking.
    pub planned_end: T,
    /// The number of the booking's customer.
    pub customer_number: &'a str,
}

impl<'a, T> Facts<'a, T> {
    /// The same facts with their times in another form, or the refusal of the first that has none.
    ///
    /// # Errors
    /// What `form` refuses, given the field and its time.
    pub fn with_times<U, E>(self, form: impl Fn(T, &'static str) -> Result<U, E>) -> Result<Facts<'a, U>, E> {
        let Self { update_reservation, event, issuer_code, planned_end, customer_number } = self;
        let planned_end = form(planned_end, "planned_end")?;
        Ok(Facts { update_reservation, event, issuer_code, planned_end, customer_number })
    }
}

closed_enum! {
    /// What may happen to a handover.
    pub enum Event as ReservationEvent {
        /// The vehicle was handed out.
        Issued = "issued",
        /// The issue was cancelled.
        IssueCancelled = "issue_cancelled",
        /// The vehicle came back.
        Returned = "returned",
    }
}

/// What to do with the reservation in the vehicle master.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
#[model(columns)]
pub enum Outcome<'a> {
    /// Leave it as it is.
    Leave,
    /// Set the flag "Reserviert", and with it the rest.
    Set {
        /// "Reserviert von Mitarbeiter": the code of the issuer.
        reserved_by: &'a str,
        /// "Reserviert bis": the date of the planned end.
        reserved_until: NaiveDate,
        /// "Reserviert von Kunde": the customer's number.
        reserved_for: &'a str,
    },
    /// Empty its fields.
    Clear,
}

closed_enum! {
    /// What happens to the reservation.
    pub enum Effect {
        /// It stays as it is.
        Leave = "leave",
        /// It is set.
        Set = "set",
        /// It is emptied.
        Clear = "clear",
    }
}

decision_table! {
    /// By the setting an issue writes it, and its cancellation or the return empties it. It ends on the civil day of
    /// the planned end, in the zone in which that is given.
    decision "booking.reservation", edition "2026-11";
    question Text {
        en: "What becomes of the reservation in the vehicle master?",
        nl: "Wat gebeurt er met de reservering in de voertuigstam?",
        fr: "Que devient l'option inscrite dans la fiche du véhicule ?",
        de: "Was wird aus der Reservierung im Fahrzeugstamm?",
    };
    refuses {
        out_of_range: "`planned_end` where the reservation would end after the year 9999";
    }
    source MD, "Ausgabe/Sofortausgabe: Reservierungsinfos";
    hit policy FIRST => Effect;

    given(update_reservation: bool, event: Event) {}

    conditions {
        off     = !update_reservation,
            feel "not(update_reservation)";
        issued  = event == Event::Issued,
            feel r#"event = "issued""#;
    }

    impossible {}

    rows {
        // row  | when      | reservation
        off     : off       => Effect::Leave;
        issued  : issued    => Effect::Set;
        clear   : otherwise => Effect::Clear;
    }

    advisories {}

    texts {
        off: Text {
            en: "The settings write no reservations to the vehicle master.",
            nl: "Volgens de instellingen worden geen reserveringen in de voertuigstam geschreven.",
            fr: "Selon les paramètres, aucune réservation n'est inscrite dans la fiche véhicule.",
            de: "Laut Einstellung wird nichts in den Fahrzeugstamm zurückgeschrieben.",
        };
        issued: Text {
            en: "The vehicle was issued: it is reserved until the end of the booking.",
            nl: "Het voertuig is uitgegeven: het is gereserveerd tot het einde van de boeking.",
            fr: "Le véhicule a été remis : il est réservé jusqu'à la fin de la réservation.",
            de: "Das Fahrzeug wurde ausgegeben: es ist bis zum Termin-Ende reserviert.",
        };
        clear: Text {
            en: "The issue was cancelled or the vehicle came back: the reservation is emptied.",
            nl: "De uitgifte is geannuleerd of het voertuig is terug: de reservering wordt leeggemaakt.",
            fr: "La remise a été annulée ou le véhicule est rentré : la réservation est vidée.",
            de: "Die Ausgabe wurde storniert oder das Fahrzeug zurückgegeben: die Reservierungsfelder werden geleert.",
        };
    }
}

/// Decides `booking.reservation`.
///
/// # Errors
/// [`ErrorCode::OutOfRange`] `planned_end` where a reservation would end after the year 9999.
pub fn decide<'a, T: Time>(facts: &Facts<'a, T>) -> Result<Decision<Outcome<'a>>, Error> {
    let effect = apply(facts.update_reservation, facts.event);
    let outcome = match effect.outcome {
        Effect::Leave => Outcome::Leave,
        Effect::Set => Outcome::Set {
            reserved_by: facts.issuer_code,
            reserved_until: date_of(&facts.planned_end)?,
            reserved_for: facts.customer_number,
        },
        Effect::Clear => Outcome::Clear,
    };
    Ok(effect.map(|_| outcome))
}

fn date_of(planned_end: &impl Time) -> Result<NaiveDate, Error> {
    let past_the_calendar =
        || Error::new(ErrorCode::OutOfRange, "planned_end", "expected a time before the year 10000");
    planned_end.wall_clock().map(|at| at.date()).filter(|day| *day <= LAST_DAY).ok_or_else(past_the_calendar)
}
