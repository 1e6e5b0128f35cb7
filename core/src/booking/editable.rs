//! `booking.editable`: what may still be changed?
//!
//! Source: MD, "Ausgabe durchführen" ("Die Planungs-Zeiten für bereits ausgegebene Fahrzeugtermine können direkt im
//! Termin nachbearbeitet werden. Die Auswahl der Ressource (Fahrzeug, Kennzeichen) ist nach der Ausgabe aber
//! gesperrt"), "Ausgabe nachbearbeiten/stornieren", "Unterschrift" and "Termin bestätigen" ("Danach kann der Termin
//! nicht mehr bearbeitet oder verschoben werden").
//!
//! Readings of the manual:
//! * From the issue on the customer is locked with the vehicle: the handover was signed by that customer.
//! * A returned booking is done: of its fields none is free, of the handover what the right "Fahrzeugübergabe
//!   bearbeiten" frees.
//! * A confirmation locks the booking's own fields, not the handover: issuing and taking back still work.
//! * A signature is free until it is saved, then only with the right.

use dms_rules_derive::{Facts, Outcome};

use super::{Collected, Status, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Few, Set, closed_enum};

/// The facts of `booking.editable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// How far the booking has come.
    pub status: Status,
    /// The booking is confirmed.
    pub confirmed: bool,
    /// The user has the right "Fahrzeugübergabe bearbeiten" for this kind.
    pub may_amend_handover: bool,
    /// The signature has been taken over and saved.
    pub signature_saved: bool,
}

closed_enum! {
    /// What there is to change in a booking.
    pub enum Field {
        /// The planned period ("Buchungszeitraum").
        Period = "period",
        /// The booking's colour.
        Colour = "colour",
        /// The vehicle.
        Vehicle = "vehicle",
        /// The trial plate ("Probefahrtkennzeichen").
        Plate = "plate",
        /// The booking's details ("Buchungsdetails").
        Details = "details",
        /// The driver.
        Driver = "driver",
        /// The customer.
        Customer = "customer",
        /// The comment.
        Comment = "comment",
        /// The data of issue and return.
        HandoverData = "handover_data",
        /// The signature below them.
        Signature = "signature",
    }
}

/// The booking's own fields: all but those of the handover.
const OWN: &[Field] = &[
    Field::Period,
    Field::Colour,
    Field::Vehicle,
    Field::Plate,
    Field::Details,
    Field::Driver,
    Field::Customer,
    Field::Comment,
];

closed_enum! {
    /// What locks a field.
    pub enum Lock {
        /// The booking is confirmed.
        Confirmed = "confirmed",
        /// There is no handover yet.
        NotYetIssued = "not_yet_issued",
        /// The vehicle is out.
        Issued = "issued",
        /// The vehicle has come back.
        Returned = "returned",
        /// The right to amend the handover is missing.
        RightMissing = "right_missing",
        /// The signature has been saved.
        SignatureSaved = "signature_saved",
    }
}

impl Lock {
    /// What it locks. Of the locks that hold together no two lock the same field.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Confirmed | Self::Returned => OWN,
            Self::NotYetIssued => &[Field::HandoverData, Field::Signature],
            Self::Issued => &[Field::Vehicle, Field::Plate, Field::Customer],
            Self::RightMissing => &[Field::HandoverData],
            Self::SignatureSaved => &[Field::Signature],
        }
    }
}

/// What may be changed and what not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome {
    /// The fields that may be changed.
    pub editable: Set<Field>,
    /// All others, each with what locks it.
    pub locked: Few<LockedField, { Field::ALL.len() }>,
}

/// A field that may not be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct LockedField {
    /// The field.
    pub field: Field,
    /// What locks it.
    pub reason: Lock,
}

decision_table! {
    /// `because` has what locks fields. From the issue on vehicle, plate and customer are locked, from the return on
    /// all of the booking's own fields, by a confirmation too; the data of the handover are changed with the right
    /// alone. A signature is free until it is saved.
    decision "booking.editable", edition "2026-11";
    question Text {
        en: "What may still be changed?",
        nl: "Wat mag nog worden gewijzigd?",
        fr: "Que peut-on encore modifier ?",
        de: "Was darf noch geändert werden?",
    };
    source MD, "Ausgabe durchführen; Ausgabe nachbearbeiten/stornieren; Unterschrift; Termin bestätigen";
    hit policy COLLECT => Collected;

    given(facts: &Facts) {}

    conditions {
        confirmed       = facts.confirmed,
            feel "confirmed";
        not_yet_issued  = facts.status == Status::Planned,
            feel r#"status = "planned""#;
        issued          = facts.status.is_out(),
            feel r#"status in ("issued", "overdue")"#;
        returned        = facts.status == Status::Returned,
            feel r#"status = "returned""#;
        right_missing   = !facts.may_amend_handover,
            feel "not(may_amend_handover)";
        signature_saved = facts.signature_saved,
            feel "signature_saved";
    }

    impossible {
        not_yet_issued && issued;
        not_yet_issued && returned;
        issued && returned;
        !not_yet_issued && !issued && !returned;
    }

    rows {
        // reason       | when                                                  | locks
        confirmed       : confirmed;                                            // the booking's own fields
        not_yet_issued  : not_yet_issued;                                       // handover data, signature
        issued          : issued && !confirmed;                                 // vehicle, plate, customer
        returned        : returned && !confirmed;                               // the booking's own fields
        right_missing   : !not_yet_issued && right_missing;                     // handover data
        signature_saved : !not_yet_issued && right_missing && signature_saved;  // signature
    }

    outcome {
        none => Collected::Nothing;
        any => Collected::Something;
    }

    advisories {}

    texts {
        confirmed: text::CONFIRMED;
        not_yet_issued: Text {
            en: "The vehicle has not been issued: there is no handover to change.",
            nl: "Het voertuig is nog niet uitgegeven: er is geen overdracht om te bewerken.",
            fr: "Le véhicule n'a pas été remis : il n'y a pas de remise à modifier.",
            de: "Das Fahrzeug ist noch nicht ausgegeben: es gibt keine Fahrzeugübergabe zu bearbeiten.",
        };
        issued: Text {
            en: "The vehicle has been issued: vehicle, plate and customer are locked.",
            nl: "Het voertuig is uitgegeven: voertuig, kentekenplaat en klant zijn vergrendeld.",
            fr: "Le véhicule a été remis : véhicule, plaque et client sont verrouillés.",
            de: "Das Fahrzeug ist ausgegeben: Fahrzeug, Kennzeichen und Kunde sind gesperrt.",
        };
        returned: Text {
            en: "The vehicle has come back: the booking is done.",
            nl: "Het voertuig is terug: de boeking is afgehandeld.",
            fr: "Le véhicule est rentré : la réservation est terminée.",
            de: "Das Fahrzeug wurde zurückgegeben: der Termin ist erledigt.",
        };
        right_missing: text::RIGHT_TO_AMEND_MISSING;
        signature_saved: Text {
            en: "The signature has been saved and can no longer be changed.",
            nl: "De handtekening is opgeslagen en kan niet meer worden gewijzigd.",
            fr: "La signature est enregistrée et ne peut plus être changée.",
            de: "Die Unterschrift ist gespeichert und kann nicht mehr verändert werden.",
        };
    }
}

/// Decides `booking.editable`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    let locks = apply(facts);
    let hold = Set::<Lock>::from_bits(locks.because_bits());
    let lock_of = |field: Field| hold.iter().find(|lock| lock.fields().contains(&field));
    Ok(locks.map(|_| Outcome {
        editable: Field::ALL.iter().copied().filter(|field| lock_of(*field).is_none()).collect(),
        locked: Few::found(|place| {
            let field = *Field::ALL.get(place)?;
            Some(LockedField { field, reason: lock_of(field)? })
        }),
    }))
}
