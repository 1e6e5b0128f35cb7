//! CAR_PASS.ACTIONS (Belgium): what may a person do about an error that Car-Pass has answered with?

use dms_rules::car_pass::actions;

use super::state::dms_car_pass_state;
use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, in_sets};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// Correct the data and send them again.
pub const DMS_CAR_PASS_ACTIONS_ACTION_CORRECT_DATA: u32 = 1 << 0;
/// "Afsluiten zonder aanpassing": state that the data are right.
pub const DMS_CAR_PASS_ACTIONS_ACTION_CLOSE_WITHOUT_CHANGE: u32 = 1 << 1;
/// Have the correction document made.
pub const DMS_CAR_PASS_ACTIONS_ACTION_GENERATE_DOCUMENT: u32 = 1 << 2;

/// By e-mail, straight from the program.
pub const DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_EMAIL_DIRECTLY: u32 = 1 << 0;
/// Printed, signed and scanned.
pub const DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_PRINT_SIGN_SCAN: u32 = 1 << 1;

/// An error is open: correct the data and send them again.
pub const DMS_CAR_PASS_ACTIONS_BECAUSE_CORRECT_DATA: u32 = 1 << 0;
/// An error is open: close without change, where the data are right.
pub const DMS_CAR_PASS_ACTIONS_BECAUSE_CLOSE_WITHOUT_CHANGE: u32 = 1 << 1;
/// It is the second error or a later one: have the correction document made.
pub const DMS_CAR_PASS_ACTIONS_BECAUSE_GENERATE_DOCUMENT: u32 = 1 << 2;
/// The signature is kept in the program: mail the correction document straight away.
pub const DMS_CAR_PASS_ACTIONS_BECAUSE_EMAIL_DIRECTLY: u32 = 1 << 3;
/// Print the correction document, sign it and scan it.
pub const DMS_CAR_PASS_ACTIONS_BECAUSE_PRINT_SIGN_SCAN: u32 = 1 << 4;

/// No signature is kept in the program: the correction document cannot be mailed straight away.
pub const DMS_CAR_PASS_ACTIONS_ADVISORY_SIGNATURE_NOT_CONFIGURED: u32 = 1 << 0;

in_sets!(actions::Action {
    CorrectData => DMS_CAR_PASS_ACTIONS_ACTION_CORRECT_DATA,
    CloseWithoutChange => DMS_CAR_PASS_ACTIONS_ACTION_CLOSE_WITHOUT_CHANGE,
    GenerateDocument => DMS_CAR_PASS_ACTIONS_ACTION_GENERATE_DOCUMENT,
});

in_sets!(actions::DocumentBy {
    EmailDirectly => DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_EMAIL_DIRECTLY,
    PrintSignScan => DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_PRINT_SIGN_SCAN,
});

pub(crate) static ACTIONS: Numbers = Numbers::new(
    &actions::TABLE,
    const { texts::of::<{ texts::size(&actions::TABLE) }>(&actions::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("correct_data", DMS_CAR_PASS_ACTIONS_BECAUSE_CORRECT_DATA),
            ("close_without_change", DMS_CAR_PASS_ACTIONS_BECAUSE_CLOSE_WITHOUT_CHANGE),
            ("generate_document", DMS_CAR_PASS_ACTIONS_BECAUSE_GENERATE_DOCUMENT),
            ("email_directly", DMS_CAR_PASS_ACTIONS_BECAUSE_EMAIL_DIRECTLY),
            ("print_sign_scan", DMS_CAR_PASS_ACTIONS_BECAUSE_PRINT_SIGN_SCAN),
        ],
        advisories: &[("signature_not_configured", DMS_CAR_PASS_ACTIONS_ADVISORY_SIGNATURE_NOT_CONFIGURED)],
    },
);

/// The facts of `car_pass.actions`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_car_pass_actions_facts {
    /// The size of this struct.
    pub size: u32,
    /// Yes or no: the user's signature is kept in the program.
    pub signature_configured: i32,
    /// How far the job's Car-Pass has come.
    pub state: dms_car_pass_state,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_car_pass_actions_facts {}

impl dms_car_pass_actions_facts {
    /// # Safety
    /// What `state.reason` points to may be read, and stays as it is while the facts are used.
    unsafe fn read<'a>(&self) -> Result<actions::Facts<'a>, Refusal> {
        let Self { size: _, signature_configured, state } = *self;
        Ok(actions::Facts {
            // SAFETY: asked of the caller.
            state: unsafe { state.read() }?,
            signature_configured: value::flag("signature_configured", signature_configured)?,
        })
    }
}

/// What `car_pass.actions` answers; its outcome is what is offered.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_car_pass_actions_result {
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_CAR_PASS_ACTIONS_BECAUSE_*, whose texts are what a person is offered.
    pub because: u32,
    /// Bits DMS_CAR_PASS_ACTIONS_ADVISORY_*.
    pub advisories: u32,
    /// The actions that are offered, each an event of `car_pass.lifecycle`: bits DMS_CAR_PASS_ACTIONS_ACTION_*.
    pub actions: u32,
    /// The ways on which the correction document can go to Car-Pass: bits DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_*.
    pub document_by: u32,
}

/// Decides `car_pass.actions`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_actions(
    facts: *const dms_car_pass_actions_facts,
    result: *mut dms_car_pass_actions_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = actions::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = ACTIONS.fired(&decision);
            let actions::Outcome { actions, document_by } = decision.outcome;
            Ok(dms_car_pass_actions_result {
                row,
                because,
                advisories,
                actions: number::set(actions.iter().copied()),
                document_by: number::set(document_by.iter().copied()),
            })
        })
    }
}
