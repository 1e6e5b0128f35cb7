//! A panic on demand, for the tests that show what each binding makes of one.
//!
//! Every decision passes `reached` on its way to an answer. Only with the feature `sown-panic`, which nothing that is
//! shipped has, a fault can be sown there.

use std::sync::{Mutex, PoisonError};

/// The decision that is to panic, and how often it is still to be answered before.
static SOWN: Mutex<Option<(String, usize)>> = Mutex::new(None);

/// Has the decision with this id panic once, after it was answered so many times. It takes the place of a fault that was
/// sown before.
pub fn sow(decision: &str, answered: usize) {
    *SOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some((decision.to_owned(), answered));
}

/// A decision is about to be answered.
pub(crate) fn reached(decision: &str) {
    let mut sown = SOWN.lock().unwrap_or_else(PoisonError::into_inner);
    match &mut *sown {
        Some((id, 0)) if id == decision => {
            *sown = None;
            drop(sown);
            panic!("a fault that was sown in {decision}");
        }
        Some((id, left)) if id == decision => *left -= 1,
        _ => {}
    }
}
