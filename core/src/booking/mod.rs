//! Replacement, rental and test-drive vehicles.

pub mod span;
mod text;

use crate::error::{Error, ErrorCode};
use crate::model::registry::decisions;
use crate::value::{Set, closed_enum};

decisions! {
    issue_limit (times),
    issue (times),
    plan (times, records),
    issue_prefill (records),
    follows_master,
    status (times),
    permission (records),
    editable,
    cancel_issue,
    take_back (times),
    amend_handover (times, records),
    odometer,
    template (times),
    advisor,
    driver,
    reservation (times),
    documents,
    actions (records),
    settlement,
    confirmation,
    maintenance_contract,
}

closed_enum! {
    /// What a vehicle is handed out for.
    pub enum Kind {
        /// "Ersatzfahrzeug": a replacement during a service.
        Replacement = "replacement",
        /// "Mietfahrzeug": a rental.
        Rental = "rental",
        /// "Probefahrt": a test drive.
        TestDrive = "test_drive",
    }
}

closed_enum! {
    /// How far a booking has come, as `booking.status` tells it.
    pub enum Status {
        /// "geplant": planned and not yet issued.
        Planned = "planned",
        /// "ausgegeben": issued and not yet returned.
        Issued = "issued",
        /// "überfällig": issued, not returned and past its planned end. What holds for issued bookings holds here.
        Overdue = "overdue",
        /// "zurückgegeben": returned, settled or not.
        Returned = "returned",
    }
}

impl Status {
    /// Whether the vehicle has been handed out and has not come back.
    #[must_use]
    pub const fn is_out(self) -> bool {
        matches!(self, Self::Issued | Self::Overdue)
    }
}

closed_enum! {
    /// The rights of a user for one kind of booking (MD, "Berechtigungsverwaltung").
    pub enum Right {
        /// "Neue Vereinbarung": make a booking.
        NewAgreement = "new_agreement",
        /// "Ersatzfahrzeug-, Mietfahrzeug- bzw. Probefahrtmanager": open the manager's views.
        Manager = "manager",
        /// "Fahrtenbuch": open the logbook.
        Logbook = "logbook",
        /// "Buchung bearbeiten": edit a booking.
        EditBooking = "edit_booking",
        /// "Buchung löschen": delete a booking.
        DeleteBooking = "delete_booking",
        /// "nur eigene Eingaben bearbeiten": a restriction of the two before, not a right of its own.
        OwnEntriesOnly = "own_entries_only",
        /// "Fahrzeug ausgeben": hand the vehicle out.
        IssueVehicle = "issue_vehicle",
        /// "Fahrzeug zurücknehmen": take the vehicle back.
        TakeBackVehicle = "take_back_vehicle",
        /// "Fahrzeugübergabe bearbeiten": amend an issue or a return afterwards, and cancel an issue.
        AmendHandover = "amend_handover",
        /// "Verrechnung durchführen": settle a replacement or a rental.
        Settle = "settle",
    }
}

/// The rights that a user has.
pub type Rights = Set<Right>;

closed_enum! {
    /// Whether something may be done.
    pub enum Verdict {
        /// It may.
        Allowed = "allowed",
        /// It may not.
        Refused = "refused",
    }
}

closed_enum! {
    /// Whether a table collected anything, where the answer is made of what it collected.
    pub enum Collected {
        /// No row holds.
        Nothing = "nothing",
        /// At least one row holds.
        Something = "something",
    }
}

/// Only what has come back is settled.
fn settled_only_once_returned(settled: bool, status: Status) -> Result<(), Error> {
    if settled && status != Status::Returned {
        return Err(Error::new(ErrorCode::Contradiction, "settled", "a booking is settled only once it is returned"));
    }
    Ok(())
}
