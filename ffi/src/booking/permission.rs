//! BOOKING.PERMISSION (Austria): who may do it?

use dms_rules::booking::{Right, permission};

use super::set;
use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, in_sets, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Make a booking.
pub const DMS_BOOKING_PERMISSION_ACTION_CREATE: i32 = 1;
/// Open the manager's views.
pub const DMS_BOOKING_PERMISSION_ACTION_OPEN_MANAGER: i32 = 2;
/// Open the logbook.
pub const DMS_BOOKING_PERMISSION_ACTION_OPEN_LOGBOOK: i32 = 3;
/// Edit a booking.
pub const DMS_BOOKING_PERMISSION_ACTION_EDIT: i32 = 4;
/// Delete a booking.
pub const DMS_BOOKING_PERMISSION_ACTION_DELETE: i32 = 5;
/// Hand the vehicle out.
pub const DMS_BOOKING_PERMISSION_ACTION_ISSUE: i32 = 6;
/// Take the vehicle back.
pub const DMS_BOOKING_PERMISSION_ACTION_TAKE_BACK: i32 = 7;
/// Amend an issue or a return.
pub const DMS_BOOKING_PERMISSION_ACTION_AMEND_HANDOVER: i32 = 8;
/// Settle a booking.
pub const DMS_BOOKING_PERMISSION_ACTION_SETTLE: i32 = 9;

/// The user may.
pub const DMS_BOOKING_PERMISSION_OUTCOME_GRANTED: i32 = 1;
/// The user may not.
pub const DMS_BOOKING_PERMISSION_OUTCOME_DENIED: i32 = 2;

/// "Neue Vereinbarung": make a booking.
pub const DMS_BOOKING_RIGHT_NEW_AGREEMENT: u32 = 1 << 0;
/// "Ersatzfahrzeug-, Mietfahrzeug- bzw. Probefahrtmanager": open the manager's views.
pub const DMS_BOOKING_RIGHT_MANAGER: u32 = 1 << 1;
/// "Fahrtenbuch": open the logbook.
pub const DMS_BOOKING_RIGHT_LOGBOOK: u32 = 1 << 2;
/// "Buchung bearbeiten": edit a booking.
pub const DMS_BOOKING_RIGHT_EDIT_BOOKING: u32 = 1 << 3;
/// "Buchung löschen": delete a booking.
pub const DMS_BOOKING_RIGHT_DELETE_BOOKING: u32 = 1 << 4;
/// "nur eigene Eingaben bearbeiten": a restriction of the two before, not a right of its own.
pub const DMS_BOOKING_RIGHT_OWN_ENTRIES_ONLY: u32 = 1 << 5;
/// "Fahrzeug ausgeben": hand the vehicle out.
pub const DMS_BOOKING_RIGHT_ISSUE_VEHICLE: u32 = 1 << 6;
/// "Fahrzeug zurücknehmen": take the vehicle back.
pub const DMS_BOOKING_RIGHT_TAKE_BACK_VEHICLE: u32 = 1 << 7;
/// "Fahrzeugübergabe bearbeiten": amend an issue or a return afterwards, and cancel an issue.
pub const DMS_BOOKING_RIGHT_AMEND_HANDOVER: u32 = 1 << 8;
/// "Verrechnung durchführen": settle a replacement or a rental.
pub const DMS_BOOKING_RIGHT_SETTLE: u32 = 1 << 9;

/// Row `not_for_this_kind`.
pub const DMS_BOOKING_PERMISSION_ROW_NOT_FOR_THIS_KIND: i32 = 1;
/// Row `right_missing`.
pub const DMS_BOOKING_PERMISSION_ROW_RIGHT_MISSING: i32 = 2;
/// Row `not_own_entry`.
pub const DMS_BOOKING_PERMISSION_ROW_NOT_OWN_ENTRY: i32 = 3;
/// Row `granted`.
pub const DMS_BOOKING_PERMISSION_ROW_GRANTED: i32 = 4;

/// Test drives are not settled.
pub const DMS_BOOKING_PERMISSION_BECAUSE_NOT_FOR_THIS_KIND: u32 = 1 << 0;
/// The right that the action needs is missing.
pub const DMS_BOOKING_PERMISSION_BECAUSE_RIGHT_MISSING: u32 = 1 << 1;
/// The user may touch own entries only, and this is none.
pub const DMS_BOOKING_PERMISSION_BECAUSE_NOT_OWN_ENTRY: u32 = 1 << 2;

mirrored!(permission::Action {
    Create => DMS_BOOKING_PERMISSION_ACTION_CREATE,
    OpenManager => DMS_BOOKING_PERMISSION_ACTION_OPEN_MANAGER,
    OpenLogbook => DMS_BOOKING_PERMISSION_ACTION_OPEN_LOGBOOK,
    Edit => DMS_BOOKING_PERMISSION_ACTION_EDIT,
    Delete => DMS_BOOKING_PERMISSION_ACTION_DELETE,
    Issue => DMS_BOOKING_PERMISSION_ACTION_ISSUE,
    TakeBack => DMS_BOOKING_PERMISSION_ACTION_TAKE_BACK,
    AmendHandover => DMS_BOOKING_PERMISSION_ACTION_AMEND_HANDOVER,
    Settle => DMS_BOOKING_PERMISSION_ACTION_SETTLE,
});

mirrored!(permission::Outcome {
    Granted => DMS_BOOKING_PERMISSION_OUTCOME_GRANTED,
    Denied => DMS_BOOKING_PERMISSION_OUTCOME_DENIED,
});

in_sets!(Right {
    NewAgreement => DMS_BOOKING_RIGHT_NEW_AGREEMENT,
    Manager => DMS_BOOKING_RIGHT_MANAGER,
    Logbook => DMS_BOOKING_RIGHT_LOGBOOK,
    EditBooking => DMS_BOOKING_RIGHT_EDIT_BOOKING,
    DeleteBooking => DMS_BOOKING_RIGHT_DELETE_BOOKING,
    OwnEntriesOnly => DMS_BOOKING_RIGHT_OWN_ENTRIES_ONLY,
    IssueVehicle => DMS_BOOKING_RIGHT_ISSUE_VEHICLE,
    TakeBackVehicle => DMS_BOOKING_RIGHT_TAKE_BACK_VEHICLE,
    AmendHandover => DMS_BOOKING_RIGHT_AMEND_HANDOVER,
    Settle => DMS_BOOKING_RIGHT_SETTLE,
});

pub(crate) static PERMISSION: Numbers = Numbers::new(
    &permission::TABLE,
    const { texts::of::<{ texts::size(&permission::TABLE) }>(&permission::TABLE) }.bytes(),
    &Given {
        rows: &[
            ("not_for_this_kind", DMS_BOOKING_PERMISSION_ROW_NOT_FOR_THIS_KIND),
            ("right_missing", DMS_BOOKING_PERMISSION_ROW_RIGHT_MISSING),
            ("not_own_entry", DMS_BOOKING_PERMISSION_ROW_NOT_OWN_ENTRY),
            ("granted", DMS_BOOKING_PERMISSION_ROW_GRANTED),
        ],
        because: &[
            ("not_for_this_kind", DMS_BOOKING_PERMISSION_BECAUSE_NOT_FOR_THIS_KIND),
            ("right_missing", DMS_BOOKING_PERMISSION_BECAUSE_RIGHT_MISSING),
            ("not_own_entry", DMS_BOOKING_PERMISSION_BECAUSE_NOT_OWN_ENTRY),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.permission`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_permission_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of the booking: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// What the user wants to do: DMS_BOOKING_PERMISSION_ACTION_*.
    pub action: i32,
    /// The rights that the user has for this kind: bits DMS_BOOKING_RIGHT_*.
    pub rights: u32,
    /// Yes or no: the booking's advisor is the employee behind the user.
    pub advisor_is_user: i32,
    /// Yes or no: the user entered the booking.
    pub created_by_user: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_permission_facts {}

impl dms_booking_permission_facts {
    fn read(&self) -> Result<permission::Facts, Refusal> {
        let Self { size: _, kind, action, rights, advisor_is_user, created_by_user } = *self;
        Ok(permission::Facts {
            kind: value::one_of("kind", kind)?,
            action: value::one_of("action", action)?,
            rights: set::read("rights", rights)?,
            advisor_is_user: value::flag("advisor_is_user", advisor_is_user)?,
            created_by_user: value::flag("created_by_user", created_by_user)?,
        })
    }
}

/// What `booking.permission` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_permission_result {
    /// DMS_BOOKING_PERMISSION_OUTCOME_*.
    pub outcome: i32,
    /// DMS_BOOKING_PERMISSION_ROW_*.
    pub row: i32,
    /// Bits DMS_BOOKING_PERMISSION_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
}

/// Decides `booking.permission`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_permission(
    facts: *const dms_booking_permission_facts,
    result: *mut dms_booking_permission_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = permission::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = PERMISSION.fired(&decision);
            Ok(dms_booking_permission_result { outcome: number::of(decision.outcome), row, because, advisories })
        })
    }
}
