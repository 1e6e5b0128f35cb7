//! BOOKING.DOCUMENTS (Austria): which documents can be printed, and which are printed now by themselves?

use dms_rules::booking::documents;

use crate::call::{Facts, decide};
use crate::number::{self, Fired, Given, Numbers, in_sets, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// The booking was saved.
pub const DMS_BOOKING_DOCUMENTS_EVENT_SAVED: i32 = 1;
/// The vehicle was handed out.
pub const DMS_BOOKING_DOCUMENTS_EVENT_ISSUED: i32 = 2;
/// The vehicle came back.
pub const DMS_BOOKING_DOCUMENTS_EVENT_RETURNED: i32 = 3;

/// "Terminbestätigung".
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_CONFIRMATION: u32 = 1 << 0;
/// "Vertrag" ("Ausgabebeleg").
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_CONTRACT: u32 = 1 << 1;
/// "Rückgabebestätigung".
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_RETURN_CONFIRMATION: u32 = 1 << 2;
/// "Probefahrtbescheinigung".
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_CERTIFICATE: u32 = 1 << 3;
/// "Probefahrtbescheinigung – Zusatzblatt".
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_SUPPLEMENT: u32 = 1 << 4;
/// "Vertrag, Probefahrtbescheinigung und Zusatzblatt".
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_CONTRACT: u32 = 1 << 5;
/// "Übersicht", in the logbook.
pub const DMS_BOOKING_DOCUMENTS_DOCUMENT_OVERVIEW: u32 = 1 << 6;

/// The confirmation can be printed: always.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_CONFIRMATION: u32 = 1 << 0;
/// The contract can be printed: always.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_CONTRACT: u32 = 1 << 1;
/// The vehicle has come back.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_RETURN_CONFIRMATION: u32 = 1 << 2;
/// A test drive for which the vehicle was handed out.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_CERTIFICATE: u32 = 1 << 3;
/// A test drive for which the vehicle was handed out.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_SUPPLEMENT: u32 = 1 << 4;
/// A test drive for which the vehicle was handed out.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_CONTRACT: u32 = 1 << 5;
/// The overview can be printed: always.
pub const DMS_BOOKING_DOCUMENTS_BECAUSE_OVERVIEW: u32 = 1 << 6;

mirrored!(documents::Event {
    Saved => DMS_BOOKING_DOCUMENTS_EVENT_SAVED,
    Issued => DMS_BOOKING_DOCUMENTS_EVENT_ISSUED,
    Returned => DMS_BOOKING_DOCUMENTS_EVENT_RETURNED,
});

in_sets!(documents::Document {
    Confirmation => DMS_BOOKING_DOCUMENTS_DOCUMENT_CONFIRMATION,
    Contract => DMS_BOOKING_DOCUMENTS_DOCUMENT_CONTRACT,
    ReturnConfirmation => DMS_BOOKING_DOCUMENTS_DOCUMENT_RETURN_CONFIRMATION,
    TrialCertificate => DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_CERTIFICATE,
    TrialSupplement => DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_SUPPLEMENT,
    TrialContract => DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_CONTRACT,
    Overview => DMS_BOOKING_DOCUMENTS_DOCUMENT_OVERVIEW,
});

pub(crate) static DOCUMENTS: Numbers = Numbers::new(
    &documents::TABLE,
    const { texts::of::<{ texts::size(&documents::TABLE) }>(&documents::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("confirmation", DMS_BOOKING_DOCUMENTS_BECAUSE_CONFIRMATION),
            ("contract", DMS_BOOKING_DOCUMENTS_BECAUSE_CONTRACT),
            ("return_confirmation", DMS_BOOKING_DOCUMENTS_BECAUSE_RETURN_CONFIRMATION),
            ("trial_certificate", DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_CERTIFICATE),
            ("trial_supplement", DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_SUPPLEMENT),
            ("trial_contract", DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_CONTRACT),
            ("overview", DMS_BOOKING_DOCUMENTS_BECAUSE_OVERVIEW),
        ],
        advisories: &[],
    },
);

/// The facts of `booking.documents`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_documents_facts {
    /// The size of this struct.
    pub size: u32,
    /// The kind of the booking: DMS_BOOKING_KIND_*.
    pub kind: i32,
    /// How far the booking has come: DMS_BOOKING_STATUS_*.
    pub status: i32,
    /// What has just happened: DMS_BOOKING_DOCUMENTS_EVENT_*.
    pub event: i32,
    /// Whether something has.
    pub has_event: i32,
    /// Yes or no: the setting "Terminbestätigung automatisch drucken".
    pub print_confirmation: i32,
    /// Yes or no: the setting "Ausgabebeleg (Vertrag) automatisch drucken".
    pub print_contract: i32,
    /// Yes or no: the setting "Rückgabebestätigung automatisch drucken".
    pub print_return_confirmation: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_documents_facts {}

impl dms_booking_documents_facts {
    fn read(&self) -> Result<documents::Facts, Refusal> {
        let Self {
            size: _,
            kind,
            status,
            event,
            has_event,
            print_confirmation,
            print_contract,
            print_return_confirmation,
        } = *self;
        Ok(documents::Facts {
            kind: value::one_of("kind", kind)?,
            status: value::one_of("status", status)?,
            event: value::known("event", has_event, |field| value::one_of(field, event))?,
            print_confirmation: value::flag("print_confirmation", print_confirmation)?,
            print_contract: value::flag("print_contract", print_contract)?,
            print_return_confirmation: value::flag("print_return_confirmation", print_return_confirmation)?,
        })
    }
}

/// What `booking.documents` answers.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_documents_result {
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_DOCUMENTS_BECAUSE_*.
    pub because: u32,
    /// None: 0.
    pub advisories: u32,
    /// What can be printed: bits DMS_BOOKING_DOCUMENTS_DOCUMENT_*.
    pub available: u32,
    /// What is printed now by itself: bits DMS_BOOKING_DOCUMENTS_DOCUMENT_*.
    pub print_now: u32,
}

/// Decides `booking.documents`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_documents(
    facts: *const dms_booking_documents_facts,
    result: *mut dms_booking_documents_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = documents::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = DOCUMENTS.fired(&decision);
            let documents::Outcome { available, print_now } = decision.outcome;
            Ok(dms_booking_documents_result {
                row,
                because,
                advisories,
                available: number::set(available.iter()),
                print_now: number::set(print_now.iter()),
            })
        })
    }
}
