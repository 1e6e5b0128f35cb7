//! A panic on demand, for the tests of this interface alone: neither the header nor a library that is shipped has it.

use std::ffi::{CStr, c_char};

/// Has the decision with this id, a text with a closing NUL, panic once, after it was answered so many times.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_sow_panic(decision: *const c_char, answered: usize) {
    // SAFETY: the tests give such a text.
    let decision = unsafe { CStr::from_ptr(decision) };
    dms_rules::sown::sow(&decision.to_string_lossy(), answered);
}
