//! `booking.actions`: what can be done with a booking in the logbook and the managers' menus?
//!
//! Source: MD, "Fahrtenbuch auswerten" ("Je nach Status des Vorgangs sind in der Toolbar … folgende Funktionen
//! verfügbar"), "Sofortausgabe" ("nur für noch nicht ausgegebene Termine"), "Ausgabe nachbearbeiten/stornieren",
//! "Neuanlage mit Vorlage", "Terminbestätigung und -Aufhebung" and "Berechtigungsverwaltung".
//!
//! Readings of the manual:
//! * A booking can always be opened, if only to look ("lässt sich der Termin zur Datenanzeige normal öffnen"); what may
//!   be changed then, `booking.editable` and `booking.permission` say.
//! * A confirmed booking is locked against deletion, not against issue and return.
//! * Only replacement bookings are confirmed.
//! * Each action that is not available names the first reason that holds.
//! * The record of a test drive that was handed out is a logbook that may be asked for: deleting it is let through and
//!   pointed out.

use dms_rules_derive::{Facts, Outcome};

use super::{Collected, Kind, Right, Rights, Status, settled_only_once_returned, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::{Few, Set, closed_enum};

/// The facts of `booking.actions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The kind of the booking.
    pub kind: Kind,
    /// How far the booking has come.
    pub status: Status,
    /// The booking has been settled; only once the vehicle came back.
    pub settled: bool,
    /// The booking is confirmed.
    pub confirmed: bool,
    /// The rights that the user has for this kind.
    pub rights: Rights,
    /// The user entered the booking.
    pub created_by_user: bool,
}

closed_enum! {
    /// What the menus offer.
    pub enum Action {
        /// Open the booking.
        Open = "open",
        /// Delete it.
        Delete = "delete",
        /// "Fahrzeug ausgeben".
        Issue = "issue",
        /// "Sofortausgabe".
        IssueNow = "issue_now",
        /// "Ausgabe stornieren".
        CancelIssue = "cancel_issue",
        /// "Fahrzeug zurücknehmen".
        TakeBack = "take_back",
        /// "Abrechnung".
        Settle = "settle",
        /// "Aufruf Fahrzeugstamm".
        VehicleMaster = "vehicle_master",
        /// "Druck von Belegen".
        Print = "print",
        /// "Neu mit Vorlage".
        NewFromTemplate = "new_from_template",
        /// "Termin bestätigen".
        Confirm = "confirm",
        /// "Terminbestätigung aufheben".
        Unconfirm = "unconfirm",
    }
}

closed_enum! {
    /// Why an action is not available.
    pub enum Obstacle {
        /// Bookings of this kind have no such action.
        NotForThisKind = "not_for_this_kind",
        /// The user lacks the right that it needs.
        RightMissing = "right_missing",
        /// The user may touch own entries only.
        NotOwnEntry = "not_own_entry",
        /// The vehicle has been handed out.
        AlreadyIssued = "already_issued",
        /// The vehicle has not been handed out.
        NotIssued = "not_issued",
        /// The vehicle has come back.
        AlreadyReturned = "already_returned",
        /// The vehicle has not come back.
        NotReturned = "not_returned",
        /// The booking has been settled.
        AlreadySettled = "already_settled",
        /// The booking is confirmed.
        Confirmed = "confirmed",
        /// The booking is not confirmed.
        NotConfirmed = "not_confirmed",
    }
}

impl Action {
    /// What can stand in its way, in the order in which it is told.
    #[must_use]
    #[rustfmt::skip]
    pub const fn obstacles(self) -> &'static [Obstacle] {
        use Obstacle::{
            AlreadyIssued, AlreadyReturned, AlreadySettled, Confirmed, NotConfirmed, NotForThisKind, NotIssued,
            NotOwnEntry, NotReturned, RightMissing,
        };
        match self {
            // action              | is not available where
            Self::Open            => &[],
            Self::Delete          => &[RightMissing, NotOwnEntry, Confirmed],
            Self::Issue           => &[RightMissing, AlreadyIssued],
            Self::IssueNow        => &[RightMissing, AlreadyIssued],
            Self::CancelIssue     => &[RightMissing, NotIssued, AlreadyReturned],
            Self::TakeBack        => &[RightMissing, NotIssued, AlreadyReturned],
            Self::Settle          => &[NotForThisKind, RightMissing, NotReturned, AlreadySettled],
            Self::VehicleMaster   => &[],
            Self::Print           => &[],
            Self::NewFromTemplate => &[RightMissing],
            Self::Confirm         => &[NotForThisKind, Confirmed],
            Self::Unconfirm       => &[NotForThisKind, NotConfirmed],
        }
    }

    /// The right that it needs.
    #[must_use]
    pub const fn right(self) -> Option<Right> {
        match self {
            Self::Delete => Some(Right::DeleteBooking),
            Self::Issue | Self::IssueNow => Some(Right::IssueVehicle),
            Self::CancelIssue => Some(Right::AmendHandover),
            Self::TakeBack => Some(Right::TakeBackVehicle),
            Self::Settle => Some(Right::Settle),
            Self::NewFromTemplate => Some(Right::NewAgreement),
            Self::Open | Self::VehicleMaster | Self::Print | Self::Confirm | Self::Unconfirm => None,
        }
    }

    /// Whether bookings of this kind have it.
    #[must_use]
    pub const fn is_for(self, kind: Kind) -> bool {
        match self {
            Self::Settle => !matches!(kind, Kind::TestDrive),
            Self::Confirm | Self::Unconfirm => matches!(kind, Kind::Replacement),
            _ => true,
        }
    }

    fn first_obstacle(self, facts: &Facts) -> Option<Obstacle> {
        let holds = |obstacle: &Obstacle| match obstacle {
            Obstacle::NotForThisKind => !self.is_for(facts.kind),
            Obstacle::RightMissing => self.right().is_some_and(|right| !facts.rights.contains(right)),
            Obstacle::NotOwnEntry => facts.rights.contains(Right::OwnEntriesOnly) && !facts.created_by_user,
            Obstacle::AlreadyIssued => facts.status != Status::Planned,
            Obstacle::NotIssued => facts.status == Status::Planned,
            Obstacle::AlreadyReturned => facts.status == Status::Returned,
            Obstacle::NotReturned => facts.status != Status::Returned,
            Obstacle::AlreadySettled => facts.settled,
            Obstacle::Confirmed => facts.confirmed,
            Obstacle::NotConfirmed => !facts.confirmed,
        };
        self.obstacles().iter().copied().find(holds)
    }
}

/// What can be done and what not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Outcome {
    /// What can be done.
    pub available: Set<Action>,
    /// All other actions, each with the first reason that holds.
    pub unavailable: Few<Unavailable, { Action::ALL.len() }>,
}

/// An action that is not available.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Outcome)]
pub struct Unavailable {
    /// The action.
    pub action: Action,
    /// Why it is not.
    pub reason: Obstacle,
}

decision_table! {
    /// Each action that is not available names the first reason that holds. Deleting a test drive that was handed out
    /// is let through with the advisory `trial_logbook_record`.
    decision "booking.actions", edition "2026-11";
    question Text {
        en: "What can be done with a booking in the logbook and the managers' menus?",
        nl: "Wat kan er met een boeking in het rittenboek en de menu's van de managers?",
        fr: "Que peut-on faire d'une réservation dans le carnet de route et les menus des gestionnaires ?",
        de: "Was kann man mit einer Buchung im Fahrtenbuch und in den Menüs der Manager tun?",
    };
    refuses {
        contradiction: "`settled` of a booking that is not returned";
    }
    source MD, "Fahrtenbuch auswerten; Sofortausgabe; Terminbestätigung und -Aufhebung; Berechtigungsverwaltung";
    hit policy COLLECT => Collected;

    // A reason holds where at least one action is not available for it.
    given(facts: &Facts, reasons: Set<Obstacle>, deletable: bool) {}

    conditions {
        not_for_this_kind       = reasons.contains(Obstacle::NotForThisKind),
            feel r#"kind in ("rental", "test_drive")"#;
        right_missing           = reasons.contains(Obstacle::RightMissing),
            feel r#"not(list contains(rights, "delete_booking") and list contains(rights, "issue_vehicle")
                and list contains(rights, "amend_handover") and list contains(rights, "take_back_vehicle")
                and list contains(rights, "new_agreement") and (kind = "test_drive" or list contains(rights, "settle")))"#;
        not_own_entry           = reasons.contains(Obstacle::NotOwnEntry),
            feel r#"list contains(rights, "delete_booking") and list contains(rights, "own_entries_only") and not(created_by_user)"#;
        already_issued          = reasons.contains(Obstacle::AlreadyIssued),
            feel r#"list contains(rights, "issue_vehicle") and status != "planned""#;
        not_issued              = reasons.contains(Obstacle::NotIssued),
            feel r#"(list contains(rights, "amend_handover") or list contains(rights, "take_back_vehicle")) and status = "planned""#;
        already_returned        = reasons.contains(Obstacle::AlreadyReturned),
            feel r#"(list contains(rights, "amend_handover") or list contains(rights, "take_back_vehicle")) and status = "returned""#;
        not_returned            = reasons.contains(Obstacle::NotReturned),
            feel r#"kind != "test_drive" and list contains(rights, "settle") and status != "returned""#;
        already_settled         = reasons.contains(Obstacle::AlreadySettled),
            feel r#"kind != "test_drive" and list contains(rights, "settle") and settled"#;
        confirmed               = reasons.contains(Obstacle::Confirmed),
            feel r#"confirmed and (kind = "replacement" or list contains(rights, "delete_booking")
                and (created_by_user or not(list contains(rights, "own_entries_only"))))"#;
        not_confirmed           = reasons.contains(Obstacle::NotConfirmed),
            feel r#"kind = "replacement" and not(confirmed)"#;
        handed_out_test_drive   = facts.kind == Kind::TestDrive && facts.status != Status::Planned,
            feel r#"kind = "test_drive" and status != "planned""#;
        deletable               = deletable,
            feel r#"list contains(rights, "delete_booking") and not(confirmed)
                and (created_by_user or not(list contains(rights, "own_entries_only")))"#;
    }

    impossible {
        already_issued && not_issued;
        not_issued && already_returned;
        not_issued && already_settled;
        already_returned && not_returned;
        not_returned && already_settled;
        confirmed && not_confirmed;
        handed_out_test_drive && not_issued;
        deletable && not_own_entry;
    }

    rows {
        // reason               | holds for some action
        not_for_this_kind       : not_for_this_kind;
        right_missing           : right_missing;
        not_own_entry           : not_own_entry;
        already_issued          : already_issued;
        not_issued              : not_issued;
        already_returned        : already_returned;
        not_returned            : not_returned;
        already_settled         : already_settled;
        confirmed               : confirmed;
        not_confirmed           : not_confirmed;
    }

    outcome {
        none => Collected::Nothing;
        any => Collected::Something;
    }

    advisories {
        trial_logbook_record    : handed_out_test_drive && deletable;
    }

    texts {
        not_for_this_kind: text::NOT_FOR_THIS_KIND;
        right_missing: text::RIGHT_MISSING;
        not_own_entry: text::NOT_OWN_ENTRY;
        already_issued: text::ALREADY_ISSUED;
        not_issued: text::NOT_ISSUED;
        already_returned: text::ALREADY_RETURNED;
        not_returned: text::NOT_RETURNED;
        already_settled: text::ALREADY_SETTLED;
        confirmed: text::CONFIRMED;
        not_confirmed: Text {
            en: "The booking is not confirmed.",
            nl: "De boeking is niet bevestigd.",
            fr: "La réservation n'est pas confirmée.",
            de: "Der Termin ist nicht bestätigt.",
        };
        handed_out_test_drive: Text {
            en: "It is a test drive for which the vehicle was issued.",
            nl: "Het is een proefrit waarvoor het voertuig is uitgegeven.",
            fr: "C'est un essai routier pour lequel le véhicule a été remis.",
            de: "Es ist eine Probefahrt, für die das Fahrzeug ausgegeben wurde.",
        };
        deletable: Text {
            en: "The booking can be deleted.",
            nl: "De boeking kan worden verwijderd.",
            fr: "La réservation peut être supprimée.",
            de: "Der Termin kann gelöscht werden.",
        };
        trial_logbook_record: Text {
            en: "Deleting it would remove a test drive that took place from the logbook.",
            nl: "Verwijderen zou een gereden proefrit uit het rittenboek halen.",
            fr: "La supprimer retirerait du carnet de bord un essai qui a eu lieu.",
            de: "Mit dem Löschen verschwände eine durchgeführte Probefahrt aus dem Fahrtenbuch.",
        };
    }
}

/// Decides `booking.actions`.
///
/// # Errors
/// [`ErrorCode::Contradiction`](crate::error::ErrorCode::Contradiction) `settled` where the booking is not returned.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    settled_only_once_returned(facts.settled, facts.status)?;
    let obstacle = |action: &Action| action.first_obstacle(facts);
    let available: Set<Action> = Action::ALL.iter().copied().filter(|action| obstacle(action).is_none()).collect();
    let reasons = Action::ALL.iter().filter_map(obstacle).collect();
    Ok(apply(facts, reasons, available.contains(Action::Delete)).map(|_| Outcome {
        available,
        unavailable: Few::found(|place| {
            let action = *Action::ALL.get(place)?;
            Some(Unavailable { action, reason: obstacle(&action)? })
        }),
    }))
}
