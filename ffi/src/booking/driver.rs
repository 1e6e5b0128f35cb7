//! BOOKING.DRIVER (Austria): what may be done with the driver's data?

use dms_rules::booking::driver;

use crate::call::{Facts, decide};
use crate::number::{Fired, Given, Numbers, mirrored};
use crate::status::{Refusal, dms_error};
use crate::{texts, value};

/// "Kunde": a customer.
pub const DMS_BOOKING_DRIVER_CUSTOMER: i32 = 1;
/// "Ansprechpartner": a contact of the customer.
pub const DMS_BOOKING_DRIVER_CONTACT: i32 = 2;
/// "Freie Eingabe": typed in.
pub const DMS_BOOKING_DRIVER_FREE_ENTRY: i32 = 3;
/// The customer or contact was emptied.
pub const DMS_BOOKING_DRIVER_EMPTY: i32 = 4;

/// The names come from the master data and are locked.
pub const DMS_BOOKING_DRIVER_BECAUSE_NOT_FREE_ENTRY: u32 = 1 << 0;
/// The right for the customer master is missing.
pub const DMS_BOOKING_DRIVER_BECAUSE_CUSTOMER_RIGHT_MISSING: u32 = 1 << 1;
/// The right for the vehicle master is missing.
pub const DMS_BOOKING_DRIVER_BECAUSE_VEHICLE_RIGHT_MISSING: u32 = 1 << 2;
/// The driver is a contact of a customer who does not own the vehicle.
pub const DMS_BOOKING_DRIVER_BECAUSE_CONTACT_NOT_OWNER: u32 = 1 << 3;
/// What was typed in is never written back.
pub const DMS_BOOKING_DRIVER_BECAUSE_FREE_ENTRY: u32 = 1 << 4;

/// The driver follows the new customer: check the driving licence again.
pub const DMS_BOOKING_DRIVER_ADVISORY_LICENCE_CHECK_CLEARED: u32 = 1 << 0;

mirrored!(driver::Driver {
    Customer => DMS_BOOKING_DRIVER_CUSTOMER,
    Contact => DMS_BOOKING_DRIVER_CONTACT,
    FreeEntry => DMS_BOOKING_DRIVER_FREE_ENTRY,
    Empty => DMS_BOOKING_DRIVER_EMPTY,
});

pub(crate) static DRIVER: Numbers = Numbers::new(
    &driver::TABLE,
    const { texts::of::<{ texts::size(&driver::TABLE) }>(&driver::TABLE) }.bytes(),
    &Given {
        rows: &[],
        because: &[
            ("not_free_entry", DMS_BOOKING_DRIVER_BECAUSE_NOT_FREE_ENTRY),
            ("customer_right_missing", DMS_BOOKING_DRIVER_BECAUSE_CUSTOMER_RIGHT_MISSING),
            ("vehicle_right_missing", DMS_BOOKING_DRIVER_BECAUSE_VEHICLE_RIGHT_MISSING),
            ("contact_not_owner", DMS_BOOKING_DRIVER_BECAUSE_CONTACT_NOT_OWNER),
            ("free_entry", DMS_BOOKING_DRIVER_BECAUSE_FREE_ENTRY),
        ],
        advisories: &[("licence_check_cleared", DMS_BOOKING_DRIVER_ADVISORY_LICENCE_CHECK_CLEARED)],
    },
);

/// The facts of `booking.driver`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dms_booking_driver_facts {
    /// The size of this struct.
    pub size: u32,
    /// What the driver's data come from: DMS_BOOKING_DRIVER_CUSTOMER, _CONTACT, _FREE_ENTRY or _EMPTY.
    pub driver: i32,
    /// Yes or no: the user has the right to edit the customer master.
    pub may_edit_customers: i32,
    /// Yes or no: the user has the right to edit the vehicle master.
    pub may_edit_vehicles: i32,
    /// Yes or no: the booking's customer owns the vehicle.
    pub customer_owns_vehicle: i32,
    /// Yes or no: the booking has got another customer; no unless set.
    pub customer_changed: i32,
    /// Yes or no: the driver has the data of the customer before; no unless set.
    pub driver_has_old_customer_data: i32,
}

// SAFETY: laid out as C does, `size` first, then numbers and pointers.
unsafe impl Facts for dms_booking_driver_facts {}

impl dms_booking_driver_facts {
    fn read(&self) -> Result<driver::Facts, Refusal> {
        let Self {
            size: _,
            driver,
            may_edit_customers,
            may_edit_vehicles,
            customer_owns_vehicle,
            customer_changed,
            driver_has_old_customer_data,
        } = *self;
        Ok(driver::Facts {
            driver: value::one_of("driver", driver)?,
            may_edit_customers: value::flag("may_edit_customers", may_edit_customers)?,
            may_edit_vehicles: value::flag("may_edit_vehicles", may_edit_vehicles)?,
            customer_owns_vehicle: value::flag("customer_owns_vehicle", customer_owns_vehicle)?,
            customer_changed: value::flag("customer_changed", customer_changed)?,
            driver_has_old_customer_data: value::flag("driver_has_old_customer_data", driver_has_old_customer_data)?,
        })
    }
}

/// What `booking.driver` answers. What stands in the way of the rest is in `because`.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct dms_booking_driver_result {
    /// 0: every reason that holds is in `because`.
    pub row: i32,
    /// Bits DMS_BOOKING_DRIVER_BECAUSE_*.
    pub because: u32,
    /// Bits DMS_BOOKING_DRIVER_ADVISORY_*.
    pub advisories: u32,
    /// 1 where salutation, title and names may be edited.
    pub name_editable: i32,
    /// "In Stammdaten übernehmen": 1 where the data may be written back to the customer or contact.
    pub may_write_customer: i32,
    /// "In Fahrzeugstammdaten übernehmen": 1 where the driver may be written to the vehicle master.
    pub may_write_vehicle: i32,
    /// 1 where the driver is overwritten with the new customer's data.
    pub follow_customer: i32,
}

/// Decides `booking.driver`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_booking_driver(
    facts: *const dms_booking_driver_facts,
    result: *mut dms_booking_driver_result,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide(facts, result, error, |facts| {
            let decision = driver::decide(&facts.read()?)?;
            let Fired { row, because, advisories } = DRIVER.fired(&decision);
            // The reasons are the rows that hold, and so in `because`.
            let driver::Outcome { name_editable, may_write_customer, may_write_vehicle, follow_customer, reasons: _ } =
                decision.outcome;
            Ok(dms_booking_driver_result {
                row,
                because,
                advisories,
                name_editable: name_editable.into(),
                may_write_customer: may_write_customer.into(),
                may_write_vehicle: may_write_vehicle.into(),
                follow_customer: follow_customer.into(),
            })
        })
    }
}
