//! Replacement, rental and test-drive vehicles.

pub mod issue;
pub mod issue_limit;

use crate::value::closed_enum;

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
