//! JSON
//!
//! Every decision as JSON text in and out, and explained. A library built without it (cargo's `--no-default-features`)
//! lacks the functions.

use std::ffi::c_char;
use std::ptr;

use dms_rules::catalogue;
use dms_rules::export::explain;
use dms_rules::message::Language;

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
        guard(error, &mut || {
            // SAFETY: as above, in all of the body.
            let request = value::text("request", request, request_length)?;
            if answer.is_null() {
                return Err(Refusal::null("answer"));
            }
            let response = catalogue::respond(request);
            put(&response.to_json(), answer, answer_capacity, answer_length)?;
            response.answer.map(|_| ()).map_err(Refusal::from)
        })
    }
}

/// Decides as `dms_evaluate_json` does, and answers with the explanation of the decision in one language, as Markdown.
///
/// It shows the answer to each condition, the table with the row that fired, and what reasons and advisories say. The
/// request, the buffer and the length are as there; where the language is not known, nothing is written.
///
/// A refusal explains nothing: the status and `error` say why, also where only the length is asked for, `answer_length`
/// is 0, and the buffer holds an empty text if it holds anything.
///
/// A struct of results does not keep the answers to the conditions, so what a function of its own decided is explained
/// by asking again here.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_explain_json(
    request: *const c_char,
    request_length: usize,
    language: i32,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &mut || {
            // SAFETY: as above, in all of the body.
            let request = value::text("request", request, request_length)?;
            let language = value::one_of::<Language>("language", language)?;
            if answer.is_null() {
                return Err(Refusal::null("answer"));
            }
            match catalogue::respond(request).answer {
                Ok(decision) => put(&explain(&decision, language), answer, answer_capacity, answer_length),
                Err(refused) => {
                    write("answer_length", answer_length, 0)?;
                    if answer_capacity > 0 {
                        answer.write(0);
                    }
                    Err(refused.into())
                }
            }
        })
    }
}

/// Writes an answer and its length.
///
/// # Safety
/// `answer` may be written to for `answer_capacity` bytes; `answer_length` is null or may be written to.
unsafe fn put(
    text: &str,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
) -> Result<(), Refusal> {
    // SAFETY: what is asked of the pointers is asked here too, and the text with its NUL is written only where it fits.
    unsafe {
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
    }
    Ok(())
}
