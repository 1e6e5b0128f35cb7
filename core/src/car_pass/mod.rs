//! Car-Pass, the Belgian odometer register.

pub mod enrolment;
pub mod readiness;
pub mod visible;
