//! OKR, the odometer register (Netherlands): when are readings forwarded?

use dms_rules::okr::Mode;

use crate::number::mirrored;

/// Never.
pub const DMS_OKR_MODE_NEVER: i32 = 1;
/// At every change of the reading.
pub const DMS_OKR_MODE_ALWAYS: i32 = 2;
/// After an invoice, if the reading is recent enough.
pub const DMS_OKR_MODE_AFTER_INVOICE: i32 = 3;
/// The same, and only above an amount.
pub const DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT: i32 = 4;

mirrored!(Mode {
    Never => DMS_OKR_MODE_NEVER,
    Always => DMS_OKR_MODE_ALWAYS,
    AfterInvoice => DMS_OKR_MODE_AFTER_INVOICE,
    AfterInvoiceFromAmount => DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT,
});
