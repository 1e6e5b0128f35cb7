//! ADVISORIES of refusals by car_pass.lifecycle (Belgium)
//!
//! A refusal may come with something that a person should look at: dms_car_pass_lifecycle_advisories tells it.

use dms_rules::car_pass::lifecycle;

use crate::call::decide_into;
use crate::dms_car_pass_lifecycle_facts;
use crate::generated::car_pass::lifecycle::NUMBERS;
use crate::status::dms_error;

/// Tells what a person should look at where `car_pass.lifecycle` refuses these facts: bits
/// DMS_CAR_PASS_NUMBERS_ADVISORY_*, 0 where there is nothing or the event can happen. Facts that cannot be read are
/// refused here too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_car_pass_lifecycle_advisories(
    facts: *const dms_car_pass_lifecycle_facts,
    advisories: *mut u32,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        decide_into(facts, ("advisories", advisories), error, |facts| match lifecycle::decide(&facts.read()?) {
            Ok(decision) => Ok(NUMBERS.fired(&decision).advisories),
            Err(refused) => NUMBERS.refused_with(refused),
        })
    }
}
