//! What every call has in common: the guard against panics, and pointers that are checked before they are followed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::status::{DMS_STATUS_OK, Fault, Refusal, dms_error, fixed};

/// Runs the body of a call; turns a refusal or a panic into a status and, where one is wanted, an error.
///
/// # Safety
/// `error` is null or may be written to.
pub(crate) unsafe fn guard(error: *mut dms_error, body: impl FnOnce() -> Result<(), Refusal>) -> i32 {
    let answered = catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| Err(Refusal::panic(&*payload)));
    let status = answered.as_ref().map_or_else(Refusal::status, |()| DMS_STATUS_OK);
    if !error.is_null() {
        // SAFETY: not null, so the caller says that a dms_error may be written there; alignment is not relied on.
        unsafe {
            match answered {
                Ok(()) => {
                    (&raw mut (*error).status).write_unaligned(status);
                    (&raw mut (*error).field[0]).write(0);
                    (&raw mut (*error).message[0]).write(0);
                }
                Err(refusal) => error.write_unaligned(dms_error {
                    status,
                    field: fixed(refusal.field()),
                    message: fixed(refusal.message()),
                }),
            }
        }
    }
    status
}

/// A struct of facts as C gives it.
///
/// # Safety
/// It is laid out as C does, its first member is `size: u32`, and any bits are allowed in every member.
pub(crate) unsafe trait Facts: Copy {}

/// Reads the facts, decides and writes the result.
///
/// # Safety
/// `facts` is null or points to a `u32` that says how many bytes may be read there, itself included; `result` and
/// `error` are null or may be written to.
pub(crate) unsafe fn decide<F: Facts, R>(
    facts: *const F,
    result: *mut R,
    error: *mut dms_error,
    decide: impl FnOnce(&F) -> Result<R, Refusal>,
) -> i32 {
    // SAFETY: what is asked here is asked there.
    unsafe { decide_into(facts, ("result", result), error, decide) }
}

/// The same with the name of the parameter that takes what is decided.
///
/// # Safety
/// As for `decide`.
pub(crate) unsafe fn decide_into<F: Facts, R>(
    facts: *const F,
    (name, result): (&'static str, *mut R),
    error: *mut dms_error,
    decide: impl FnOnce(&F) -> Result<R, Refusal>,
) -> i32 {
    // SAFETY: what is asked of `error` is asked here too.
    unsafe {
        guard(error, || {
            // SAFETY: what is asked of `facts` and `result` is asked here too.
            let facts = read(facts)?;
            if result.is_null() {
                return Err(Refusal::null(name));
            }
            write(name, result, decide(&facts)?)
        })
    }
}

/// Reads a struct of facts, after its size.
///
/// # Safety
/// `facts` is null or points to a `u32` that says how many bytes may be read there, itself included.
unsafe fn read<F: Facts>(facts: *const F) -> Result<F, Refusal> {
    if facts.is_null() {
        return Err(Refusal::null("facts"));
    }
    // SAFETY: not null, so a size may be read there; alignment is not relied on.
    let size = unsafe { facts.cast::<u32>().read_unaligned() };
    let known = size_of::<F>();
    if usize::try_from(size) != Ok(known) {
        return Err(Refusal::new(Fault::StructSize, "size", format!("{known} bytes, found {size}")));
    }
    // SAFETY: the caller says that this many bytes may be read there, and any bits are allowed in them.
    Ok(unsafe { facts.read_unaligned() })
}

/// Writes through a pointer that the caller gave under this name.
///
/// # Safety
/// `place` is null or may be written to.
pub(crate) unsafe fn write<T>(name: &'static str, place: *mut T, value: T) -> Result<(), Refusal> {
    if place.is_null() {
        return Err(Refusal::null(name));
    }
    // SAFETY: not null, so the caller says that it may be written to; alignment is not relied on.
    unsafe { place.write_unaligned(value) };
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::ffi::CStr;
    use std::ptr::null_mut;

    use super::guard;
    use crate::status::{DMS_STATUS_OK, DMS_STATUS_PANIC, dms_error, fixed};

    fn untouched() -> dms_error {
        dms_error { status: -1, field: fixed("as before"), message: fixed("as before") }
    }

    fn said(bytes: &[std::ffi::c_char]) -> String {
        let bytes: Vec<u8> = bytes.iter().map(|byte| *byte as u8).collect();
        CStr::from_bytes_until_nul(&bytes).expect("a closing NUL").to_str().expect("UTF-8").to_owned()
    }

    #[test]
    fn a_panic_becomes_a_status() {
        let mut error = untouched();
        // SAFETY: the error may be written to, or is null.
        let (told, silent) = unsafe {
            (
                guard(&raw mut error, || panic!("row {} is not there", 7)),
                guard(null_mut(), || panic!("without a number")),
            )
        };
        assert_eq!((told, silent, error.status), (DMS_STATUS_PANIC, DMS_STATUS_PANIC, DMS_STATUS_PANIC));
        assert_eq!((said(&error.field), said(&error.message)), (String::new(), "row 7 is not there".to_owned()));
    }

    #[test]
    fn success_leaves_an_empty_error() {
        let mut error = untouched();
        // SAFETY: the error may be written to.
        let status = unsafe { guard(&raw mut error, || Ok(())) };
        assert_eq!((status, error.status), (DMS_STATUS_OK, DMS_STATUS_OK));
        assert_eq!((said(&error.field), said(&error.message)), (String::new(), String::new()));
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(said(&fixed::<6>("Händler")), "Händ");
        assert_eq!(said(&fixed::<7>("naïveté")), "naïve");
        assert_eq!(said(&fixed::<3>("aé")), "a");
        assert_eq!(said(&fixed::<8>("a\0b")), "a b");
    }
}
