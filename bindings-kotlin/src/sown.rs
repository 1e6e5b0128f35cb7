//! A panic on demand, for the tests of this package alone: no library that is shipped has it, nor does Kotlin's half.

use std::ffi::{CStr, c_char};

/// Has the decision with this id, a text with a closing NUL, panic once, after it was answered so many times.
#[unsafe(no_mangle)]
unsafe extern "C" fn dms_rules_kotlin_sow_panic(decision: *const c_char, answered: u32) {
    // SAFETY: JNA gives such a text.
    let decision = unsafe { CStr::from_ptr(decision) };
    dms_rules::sown::sow(&decision.to_string_lossy(), answered as usize);
}
