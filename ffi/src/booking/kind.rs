//! BOOKINGS of replacement, rental and test-drive vehicles (Austria)

use dms_rules::booking::Kind;

use crate::number::mirrored;

/// "Ersatzfahrzeug": a replacement during a service.
pub const DMS_BOOKING_KIND_REPLACEMENT: i32 = 1;
/// "Mietfahrzeug": a rental.
pub const DMS_BOOKING_KIND_RENTAL: i32 = 2;
/// "Probefahrt": a test drive.
pub const DMS_BOOKING_KIND_TEST_DRIVE: i32 = 3;

mirrored!(Kind {
    Replacement => DMS_BOOKING_KIND_REPLACEMENT,
    Rental => DMS_BOOKING_KIND_RENTAL,
    TestDrive => DMS_BOOKING_KIND_TEST_DRIVE,
});
