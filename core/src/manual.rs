//! The five manuals from which the rules were read, and the page that says what a VIN is.

use crate::table::Manual;

/// CPSautosoft, Belgium: Car-Pass from work orders and claim files.
pub const CPS: Manual =
    Manual { short: "CPS", file: "000_116d3bf0cee6aa6e.txt", product: "CPSautosoft", country: "BE", language: "nl" };

/// PlanManager, Belgium: the Car-Pass list of a body shop.
pub const PM: Manual =
    Manual { short: "PM", file: "001_65a98d0695075366.txt", product: "PlanManager", country: "BE", language: "fr" };

/// CSS, Netherlands: whether an odometer reading goes to the register after an invoice.
pub const OKR: Manual =
    Manual { short: "OKR", file: "002_1218b3e474b8b4ad.txt", product: "CSS", country: "NL", language: "nl" };

/// MOTIONDATA DMS, Austria: test-drive, replacement and rental vehicles.
pub const MD: Manual =
    Manual { short: "MD", file: "003_2dde230d1ad56322.txt", product: "MOTIONDATA DMS", country: "AT", language: "de" };

/// CDP/IPN with EBV, Austria: the §57a inspection register.
pub const IPN: Manual =
    Manual { short: "IPN", file: "004_7508fb89ed77b5a7.txt", product: "CDP/IPN", country: "AT", language: "de" };

/// What a VIN looks like: no manual says it, a public page does.
pub const VIN: Manual = Manual {
    short: "VIN",
    file: "vehicleidentificationnumber.com",
    product: "Vehicle identification numbers, Europe",
    country: "",
    language: "en",
};
