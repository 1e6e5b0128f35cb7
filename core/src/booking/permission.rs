//! `booking.permission`: who may do it?
//!
//! Source: MD, "Berechtigungsverwaltung", and "Aufruf über den POS" (the check behind "Bearbeiten": the right "Buchung
//! bearbeiten", and under "Nur eigene Eingaben bearbeiten" that the user is the booking's advisor or entered it).
//!
//! Readings of the manual:
//! * "Buchung löschen: mit diesem Recht dürfen Sie Buchungen bearbeiten" is a slip: it is the right to delete.
//! * "Nur eigene Eingaben bearbeiten" restricts the rights to edit and to delete and grants nothing by itself; to
//!   delete, the user must have entered the booking ("nur eigens erstellte Buchungen löschen").

use dms_rules_derive::Facts;

use super::{Kind, Right, Rights, text};
use crate::decision::Decision;
use crate::decision_table;
use crate::error::Error;
use crate::manual::MD;
use crate::message::Text;
use crate::value::closed_enum;

/// The facts of `booking.permission`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Facts)]
pub struct Facts {
    /// The kind of the booking.
    pub kind: Kind,
    /// What the user wants to do.
    pub action: Action,
    /// The rights that the user has for this kind.
    pub rights: Rights,
    /// The booking's advisor is the employee behind the user.
    pub advisor_is_user: bool,
    /// The user entered the booking.
    pub created_by_user: bool,
}

closed_enum! {
    /// What a user may want to do.
    pub enum Action as PermissionAction {
        /// Make a booking.
        Create = "create",
        /// Open the manager's views.
        OpenManager = "open_manager",
        /// Open the logbook.
        OpenLogbook = "open_logbook",
        /// Edit a booking.
        Edit = "edit",
        /// Delete a booking.
        Delete = "delete",
        /// Hand the vehicle out.
        Issue = "issue",
        /// Take the vehicle back.
        TakeBack = "take_back",
        /// Amend an issue or a return.
        AmendHandover = "amend_handover",
        /// Settle a booking.
        Settle = "settle",
    }
}

impl Action {
    /// The right that it needs.
    #[must_use]
    pub const fn right(self) -> Right {
        match self {
            Self::Create => Right::NewAgreement,
            Self::OpenManager => Right::Manager,
            Self::OpenLogbook => Right::Logbook,
            Self::Edit => Right::EditBooking,
            Self::Delete => Right::DeleteBooking,
            Self::Issue => Right::IssueVehicle,
            Self::TakeBack => Right::TakeBackVehicle,
            Self::AmendHandover => Right::AmendHandover,
            Self::Settle => Right::Settle,
        }
    }
}

closed_enum! {
    /// Whether the user may do it.
    pub enum Outcome {
        /// The user may.
        Granted = "granted",
        /// The user may not.
        Denied = "denied",
    }
}

decision_table! {
    /// Only a replacement or a rental is settled. The right `own_entries_only` restricts editing and deleting and
    /// grants nothing by itself.
    decision "booking.permission", edition "2026-11";
    question Text {
        en: "Who may do it?",
        nl: "Wie mag het doen?",
        fr: "Qui peut le faire ?",
        de: "Wer darf es tun?",
    };
    source MD, "Berechtigungsverwaltung; Aufruf über den POS (Point of Sale)";
    hit policy FIRST => Outcome;

    given(facts: &Facts) {
        let own_entry = match facts.action {
            Action::Edit => facts.advisor_is_user || facts.created_by_user,
            Action::Delete => facts.created_by_user,
            _ => true,
        };
    }

    conditions {
        not_for_this_kind   = facts.action == Action::Settle && facts.kind == Kind::TestDrive,
            feel r#"action = "settle" and kind = "test_drive""#;
        right_missing       = !facts.rights.contains(facts.action.right()),
            feel r#"not(list contains(rights, get value({create: "new_agreement", open_manager: "manager", open_logbook: "logbook", edit: "edit_booking",
                delete: "delete_booking", issue: "issue_vehicle", take_back: "take_back_vehicle",
                amend_handover: "amend_handover", settle: "settle"}, action)))"#;
        not_own_entry       = facts.rights.contains(Right::OwnEntriesOnly) && !own_entry,
            feel r#"list contains(rights, "own_entries_only") and not(created_by_user)
                and (action = "delete" or (action = "edit" and not(advisor_is_user)))"#;
    }

    impossible {
        not_for_this_kind && not_own_entry;
    }

    rows {
        // row              | when              | outcome
        not_for_this_kind   : not_for_this_kind => Outcome::Denied;
        right_missing       : right_missing     => Outcome::Denied;
        not_own_entry       : not_own_entry     => Outcome::Denied;
        granted             : otherwise         => Outcome::Granted;
    }

    advisories {}

    texts {
        not_for_this_kind: text::NO_SETTLEMENT_OF_TEST_DRIVES;
        right_missing: text::RIGHT_MISSING;
        not_own_entry: text::NOT_OWN_ENTRY;
        granted: Text {
            en: "The user has the right.",
            nl: "De gebruiker heeft het recht.",
            fr: "L'utilisateur en a le droit.",
            de: "Der Benutzer hat die Berechtigung.",
        };
    }
}

/// Decides `booking.permission`.
///
/// # Errors
/// None.
pub fn decide(facts: &Facts) -> Result<Decision<Outcome>, Error> {
    Ok(apply(facts))
}
