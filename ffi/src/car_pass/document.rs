//! CAR-PASS, the odometer register (Belgium): which document is saved or invoiced?

use dms_rules::car_pass::Document;

use crate::number::mirrored;

/// "Werkfiche": a work order.
pub const DMS_CAR_PASS_DOCUMENT_WORK_ORDER: i32 = 1;
/// "Schadedossier": a claim file.
pub const DMS_CAR_PASS_DOCUMENT_CLAIM_FILE: i32 = 2;
/// "Factuur": an invoice that stands alone.
pub const DMS_CAR_PASS_DOCUMENT_INVOICE: i32 = 3;

mirrored!(Document {
    WorkOrder => DMS_CAR_PASS_DOCUMENT_WORK_ORDER,
    ClaimFile => DMS_CAR_PASS_DOCUMENT_CLAIM_FILE,
    Invoice => DMS_CAR_PASS_DOCUMENT_INVOICE,
});
