//! JSON
//!
//! Every decision as JSON text in and out. A library built without it (cargo's `--no-default-features`) lacks the
//! function.

use std::ffi::c_char;
use std::ptr;

use dms_rules::catalogue;

use crate::call::{guard, write};
use crate::status::{Fault, Refusal, dms_error};
use crate::value;

/// Answers one request, `{"decision":"okr.option","facts":{…}}`, with one line of JSON.
///
/// `request` is UTF-8 of `request_length` bytes. The answer is written to `answer`, which holds `answer_capacity`
/// bytes, with a closing NUL; `answer_length` is the length of the answer without it. Where the answer and its NUL do
/// not fit, the status is DMS_STATUS_BUFFER_TOO_SMALL, `answer_length` is the length all the same, and the buffer
/// holds an empty text if it holds anything: ask again with at least one byte more than `answer_length`. With a
/// capacity of 0 only the length is asked for; `answer` must not be NULL even then. Where a pointer is NULL or the
/// request is not UTF-8, nothing is written.
///
/// A refusal is an answer too, `{"decision":"okr.option","error":{"code":…,"field":…,"message":…}}`; the status and
/// `error` then say the same, so that a caller who looks at the status alone never takes a refusal for a decision.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_evaluate_json(
    request: *const c_char,
    request_length: usize,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, || {
            // SAFETY: as above, in all of the body.
            let request = value::text("request", request, request_length)?;
            if answer.is_null() {
                return Err(Refusal::null("answer"));
            }
            let response = catalogue::respond(request);
            let text = response.to_json();
            write("answer_length", answer_length, text.len())?;
            if text.len() >= answer_capacity {
                if answer_capacity > 0 {
                    answer.write(0);
                }
                let needed = format!("a capacity of at least {} bytes, found {answer_capacity}", text.len() + 1);
                return Err(Refusal::new(Fault::BufferTooSmall, "answer_capacity", needed));
            }
            ptr::copy_nonoverlapping(text.as_ptr().cast(), answer, text.len());
            answer.add(text.len()).write(0);
            response.answer.map(|_| ()).map_err(Refusal::from)
        })
    }
}
