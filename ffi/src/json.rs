//! JSON
//!
//! Every decision as JSON text in and out, and explained; and what there is to decide. A library built without it (cargo's
//! `--no-default-features`) lacks the functions.
//!
//! ANSWERS are written to `answer`, which holds `answer_capacity` bytes, with a closing NUL; `answer_length` is the
//! length of the answer without it. Where the answer and its NUL do not fit, the status is DMS_STATUS_BUFFER_TOO_SMALL,
//! `answer_length` is the length all the same, and the buffer holds an empty text if it holds anything: ask again with at
//! least one byte more than `answer_length`. With a capacity of 0 only the length is asked for, and `answer` may be NULL.
//! Where there is no answer, `answer_length` is 0 and the buffer holds an empty text.

use std::ffi::c_char;
use std::ptr;

use dms_rules::catalogue;
use dms_rules::error::ErrorCode;
use dms_rules::export::explain;
use dms_rules::message::Language;

use crate::call::{guard, write};
use crate::status::{Fault, Refusal, dms_error};
use crate::value;

/// The most bytes that a request may have: a longer one is answered with DMS_STATUS_OUT_OF_RANGE and not looked at.
pub const DMS_REQUEST_MAXIMUM: usize = 16_777_216;

/// Where an answer goes.
#[derive(Clone, Copy)]
struct Buffer {
    answer: *mut c_char,
    capacity: usize,
    length: *mut usize,
}

impl Buffer {
    /// Whether there is a place for the length, and one for as many bytes as are said.
    ///
    /// # Safety
    /// The pointers are null or may be written to.
    unsafe fn open(self) -> Result<(), Refusal> {
        let missing = self.answer.is_null() && self.capacity > 0;
        if !missing && self.capacity > 0 {
            // SAFETY: not null, and it holds at least one byte.
            unsafe { self.answer.write(0) };
        }
        if !self.length.is_null() {
            // SAFETY: not null; alignment is not relied on.
            unsafe { self.length.write_unaligned(0) };
        }
        match (missing, self.length.is_null()) {
            (true, _) => Err(Refusal::null("answer")),
            (_, true) => Err(Refusal::null("answer_length")),
            _ => Ok(()),
        }
    }

    /// Writes an answer and its length.
    ///
    /// # Safety
    /// The answer may be written to for as many bytes as it holds; the length is null or may be written to.
    unsafe fn put(self, text: &str) -> Result<(), Refusal> {
        // SAFETY: what is asked of the pointers is asked here too, and the text with its NUL is written only where it fits.
        unsafe {
            write("answer_length", self.length, text.len())?;
            if text.len() >= self.capacity {
                let needed = format!("a capacity of at least {} bytes, found {}", text.len() + 1, self.capacity);
                return Err(Refusal::new(Fault::BufferTooSmall, "answer_capacity", needed));
            }
            ptr::copy_nonoverlapping(text.as_ptr().cast(), self.answer, text.len());
            self.answer.add(text.len()).write(0);
        }
        Ok(())
    }
}

/// # Safety
/// `request` is null or points to as many bytes, which stay as they are while the request is used.
unsafe fn request_of<'a>(request: *const c_char, length: usize) -> Result<&'a str, Refusal> {
    if length > DMS_REQUEST_MAXIMUM && !request.is_null() {
        let expected = format!("at most {DMS_REQUEST_MAXIMUM} bytes, found {length}");
        return Err(Refusal::new(ErrorCode::OutOfRange, "request_length", expected));
    }
    // SAFETY: asked of the caller.
    unsafe { value::text("request", request, length) }
}

/// Answers one request, `{"decision":"okr.option","facts":{…}}`, with one line of JSON.
///
/// `request` is UTF-8 of `request_length` bytes, at most DMS_REQUEST_MAXIMUM. A refusal is an answer too,
/// `{"decision":"okr.option","error":{"code":…,"field":…,"message":…}}`; the status and `error` then say the same, so
/// that a caller who looks at the status alone never takes a refusal for a decision. There is no answer where a pointer
/// is NULL, or where the request is too long or not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_evaluate_json(
    request: *const c_char,
    request_length: usize,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    let buffer = Buffer { answer, capacity: answer_capacity, length: answer_length };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[], &mut || {
            // SAFETY: as above, in all of the body.
            buffer.open()?;
            let response = catalogue::respond(request_of(request, request_length)?);
            buffer.put(&response.to_json())?;
            response.answer.map(|_| ()).map_err(Refusal::from)
        })
    }
}

/// Decides as `dms_evaluate_json` does, and answers with the explanation of the decision in one language, as Markdown.
///
/// It shows the answer to each condition, the table with the row that fired, and what reasons and advisories say. A
/// refusal explains nothing, also where only the length is asked for: the status and `error` say why.
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
    let buffer = Buffer { answer, capacity: answer_capacity, length: answer_length };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[], &mut || {
            // SAFETY: as above, in all of the body.
            buffer.open()?;
            let request = request_of(request, request_length)?;
            let language = value::one_of::<Language>("language", language)?;
            buffer.put(&explain(&catalogue::respond(request).answer?, language))
        })
    }
}

/// Answers with the ids of all decisions, in the order of the rules: `["vin.check",…]`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_list_json(
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    let buffer = Buffer { answer, capacity: answer_capacity, length: answer_length };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[], &mut || {
            // SAFETY: as above, in all of the body.
            buffer.open()?;
            let ids: Vec<_> = catalogue::DECISIONS.iter().map(|entry| format!("\"{}\"", entry.id())).collect();
            buffer.put(&format!("[{}]", ids.join(",")))
        })
    }
}

/// Answers with what a decision is made of, by its id: its table, its conditions, its texts, where the rule stands.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_describe_json(
    decision: *const c_char,
    decision_length: usize,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    let buffer = Buffer { answer, capacity: answer_capacity, length: answer_length };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[], &mut || {
            // SAFETY: as above, in all of the body.
            buffer.open()?;
            let described = catalogue::describe(value::text("decision", decision, decision_length)?)?;
            buffer.put(&described.to_string())
        })
    }
}

/// Answers with the JSON Schema of a decision's facts, by its id.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_schema_json(
    decision: *const c_char,
    decision_length: usize,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    let buffer = Buffer { answer, capacity: answer_capacity, length: answer_length };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[], &mut || {
            // SAFETY: as above, in all of the body.
            buffer.open()?;
            let schema = catalogue::schema(value::text("decision", decision, decision_length)?)?;
            buffer.put(&schema.to_string())
        })
    }
}

/// Answers with the model from which every binding is generated: of one decision and the types that it uses, by its id,
/// or of all where the id is empty. It holds enums, records, outcomes, tables, texts and documentation.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_model_json(
    decision: *const c_char,
    decision_length: usize,
    answer: *mut c_char,
    answer_capacity: usize,
    answer_length: *mut usize,
    error: *mut dms_error,
) -> i32 {
    let buffer = Buffer { answer, capacity: answer_capacity, length: answer_length };
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[], &mut || {
            // SAFETY: as above, in all of the body.
            buffer.open()?;
            let decision = value::text("decision", decision, decision_length)?;
            let ids: &[&str] = if decision.is_empty() { &[] } else { &[decision] };
            buffer.put(&dms_rules::model::json(ids)?.to_string())
        })
    }
}
