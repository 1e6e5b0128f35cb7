//! BOOKING.ACTIONS (Austria): what can be done with a booking in the logbook and the managers' menus?

use dms_rules::booking::actions::{self, Action, Unavailable};

use super::set;
use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, InSets, Numbers, in_sets, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Open the booking.
pub const DMS_BOOKING_ACTIONS_ACTION_OPEN: i32 = 1;
/// Delete it.
pub const DMS_BOOKING_ACTIONS_ACTION_DELETE: i32 = 2;
/// "Fahrzeug ausgeben".
pub const DMS_BOOKING_ACTIONS_ACTION_ISSUE: i32 = 3;
/// "Sofortausgabe".
pub const DMS_BOOKING_ACTIONS_ACTION_ISSUE_NOW: i32 = 4;
/// "Ausgabe stornieren".
pub const DMS_BOOKING_ACTIONS_ACTION_CANCEL_ISSUE: i32 = 5;
/// "Fahrzeug zurücknehmen".
pub const DMS_BOOKING_ACTIONS_ACTION_TAKE_BACK: i32 = 6;
/// "Abrechnung".
pub const DMS_BOOKING_ACTIONS_ACTION_SETTLE: i32 = 7;
/// "Aufruf Fahrzeugstamm".
pub const DMS_BOOKING_ACTIONS_ACTION_VEHICLE_MASTER: i32 = 8;
/// "Druck von Belegen".
pub const DMS_BOOKING_ACTIONS_ACTION_PRINT: i32 = 9;
/// "Neu mit Vorlage".
pub const DMS_BOOKING_ACTIONS_ACTION_NEW_FROM_TEMPLATE: i32 = 10;
/// "Termin bestätigen".
pub const DMS_BOOKING_ACTIONS_ACTION_CONFIRM: i32 = 11;
/// "Terminbestätigung aufheben".
pub const DMS_BOOKING_ACTIONS_ACTION_UNCONFIRM: i32 = 12;

/// Bookings of this kind have no such action.
pub const DMS_BOOKING_ACTIONS_BECAUSE_NOT_FOR_THIS_KIND: u32 = 1 << 0;
/// The user lacks the right that it needs.
pub const DMS_BOOKING_ACTIONS_BECAUSE_RIGHT_MISSING: u32 = 1 << 1;
/// The user may touch own entries only.
pub const DMS_BOOKING_ACTIONS_BECAUSE_NOT_OWN_ENTRY: u32 = 1 << 2;
/// The vehicle has been handed out.
pub const DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_ISSUED: u32 = 1 << 3;
/// The vehicle has not been handed out.
pub const DMS_BOOKING_ACTIONS_BECAUSE_NOT_ISSUED: u32 = 1 << 4;
/// The vehicle has come back.
pub const DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_RETURNED: u32 = 1 << 5;
/// The vehicle has not come back.
pub const DMS_BOOKING_ACTIONS_BECAUSE_NOT_RETURNED: u32 = 1 << 6;
/// The booking has been settled.
pub const DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_SETTLED: u32 = 1 << 7;
/// The booking is confirmed.
pub const DMS_BOOKING_ACTIONS_BECAUSE_CONFIRMED: u32 = 1 << 8;
/// The booking is not confirmed.
pub const DMS_BOOKING_ACTIONS_BECAUSE_NOT_CONFIRMED: u32 = 1 << 9;

/// Deleting it would remove a test drive that took place from the logbook.
pub const DMS_BOOKING_ACTIONS_ADVISORY_TRIAL_LOGBOOK_RECORD: u32 = 1 << 0;

/// The length of an array in which each action has the place that is its number DMS_BOOKING_ACTIONS_ACTION_*, counted
/// from 0; place 0 is left over and holds 0.
pub const DMS_BOOKING_ACTIONS_ACTION_PLACES: usize = 13;

const _: () = assert!(Action::ALL.len() + 1 == DMS_BOOKING_ACTIONS_ACTION_PLACES);

mirrored!(Action {
    Open => DMS_BOOKING_ACTIONS_ACTION_OPEN,
    Delete => DMS_BOOKING_ACTIONS_ACTION_DELETE,
    Issue => DMS_BOOKING_ACTIONS_ACTION_ISSUE,
    IssueNow => DMS_BOOKING_ACTIONS_ACTION_ISSUE_NOW,
    CancelIssue => DMS_BOOKING_ACTIONS_ACTION_CANCEL_ISSUE,
    TakeBack => DMS_BOOKING_ACTIONS_ACTION_TAKE_BACK,
    Settle => DMS_BOOKING_ACTIONS_ACTION_SETTLE,
    VehicleMaster => DMS_BOOKING_ACTIONS_ACTION_VEHICLE_MASTER,
    Print => DMS_BOOKING_ACTIONS_ACTION_PRINT,
    NewFromTemplate => DMS_BOOKING_ACTIONS_ACTION_NEW_FROM_TEMPLATE,
    Confirm => DMS_BOOKING_ACTIONS_ACTION_CONFIRM,
    Unconfirm => DMS_BOOKING_ACTIONS_ACTION_UNCONFIRM,
});

in_sets!(actions::Obstacle {
    NotForThisKind => DMS_BOOKING_ACTIONS_BECAUSE_NOT_FOR_THIS_KIND,
    RightMissing => DMS_BOOKING_ACTIONS_BECAUSE_RIGHT_MISSING,
    NotOwnEntry => DMS_BOOKING_ACTIONS_BECAUSE_NOT_OWN_ENTRY,
    AlreadyIssued => DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_ISSUED,
    NotIssued => DMS_BOOKING_ACTIONS_BECAUSE_NOT_ISSUED,
    AlreadyReturned => DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_RETURNED,
    NotReturned => DMS_BOOKING_ACTIONS_BECAUSE_NOT_RETURNED,
    AlreadySettled => DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_SETTLED,
    Confirmed => DMS_BOOKING_ACTIONS_BECAUSE_CONFIRMED,
    NotConfirmed => DMS_BOOKING_ACTIONS_BECAUSE_NOT_CONFIRMED,
});

pub(crate) static ACTIONS: Numbers = Numbers::new(
    &actions::TABLE,
    const { texts::of::<{ texts::size(&actions::TABLE) }>(&actions::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("not_for_this_kind", DMS_BOOKING_ACTIONS_BECAUSE_NOT_FOR_THIS_KIND),
            ("right_missing", DMS_BOOKING_ACTIONS_BECAUSE_RIGHT_MISSING),
            ("not_own_entry", DMS_BOOKING_ACTIONS_BECAUSE_NOT_OWN_ENTRY),
            ("already_issued", DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_ISSUED),
            ("not_issued", DMS_BOOKING_ACTIONS_BECAUSE_NOT_ISSUED),
            ("already_returned", DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_RETURNED),
            ("not_returned", DMS_BOOKING_ACTIONS_BECAUSE_NOT_RETURNED),
            ("already_settled", DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_SETTLED),
            ("confirmed", DMS_BOOKING_ACTIONS_BECAUSE_CONFIRMED),
            ("not_confirmed", DMS_BOOKING_ACTIONS_BECAUSE_NOT_CONFIRMED),
        ],
        advisories: &[("trial_logbook_record", DMS_BOOKING_ACTIONS_ADVISORY_TRIAL_LOGBOOK_RECORD)],
    },
);

/// The facts of `booking.actions`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_actions_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of the booking: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// How far the booking has come: DMS_BOOKING_STATUS_*.
    pub status: i32,
    /// Yes or no: the booking has been settled; only once the vehicle came back.
    pub settled: i32,
    /// Yes or no: the booking is confirmed.
    pub confirmed: i32,
    /// The rights that the user has for this kind: bits DMS_BOOKING_RIGHT_*.
    pub rights: u32,
    /// Yes or no: the user entered the booking.
    pub created_by_user: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_actions_facts {}

impl dms_booking_actions_facts {
    fn read(&self) -> Result<actions::Facts, Refusal> {
        let Self { size: _, kind, status, settled, confirmed, rights, created_by_user } = *self;
        Ok(actions::Facts {
            kind: value::one_of("kind", kind)?,
            status: value::one_of("status", status)?,
            settled: value::flag("settled", settled)?,
            confirmed: value::flag("confirmed", confirmed)?,
            rights: set::read("rights", rights)?,
            created_by_user: value::flag("created_by_user", created_by_user)?,
        })
    }
}

/// What `booking.actions` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_actions_result {
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_ACTIONS_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_BOOKING_ACTIONS_ADVISORY_*.
    pub advisories: u32,
    /// For each action, at the place that is its number: 0 where it is available, otherwise why it is not, the one bit
    /// DMS_BOOKING_ACTIONS_BECAUSE_* of the first reason that holds.
    pub unavailable_because: [u32; DMS_BOOKING_ACTIONS_ACTION_PLACES],
}

/// Decides `booking.actions`. DMS_STATUS_CONTRADICTION where `settled` is 1 and the booking is not returned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_actions(
    facts: *const dms_booking_actions_facts,
    result: *mut dms_booking_actions_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = actions::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = ACTIONS.fired(&decision);
            let mut unavailable_because = [0; DMS_BOOKING_ACTIONS_ACTION_PLACES];
            // What is not unavailable is available.
            let actions::Outcome { available: _, unavailable } = decision.outcome;
            for Unavailable { action, reason } in unavailable.iter() {
                unavailable_because[number::of(*action) as usize] = reason.bit();
            }
            Ok(dms_booking_actions_result { row, because, advisories, unavailable_because })
        })
    }
}
