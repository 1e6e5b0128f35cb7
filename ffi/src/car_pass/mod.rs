//! Car-Pass, the Belgian odometer register.

mod enrolment;
mod readiness;
mod visible;

pub use enrolment::*;
pub use readiness::*;
pub use visible::*;
