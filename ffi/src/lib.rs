//! The rules that garages must keep, for C and for every language that can call C.
//!
//! A decision is one function, named as the decision is: `okr.option` is `dms_okr_option`. It takes the facts, fills
//! in a result and returns a status. `dms_evaluate_json` serves every decision as JSON text, those too that have no
//! function of their own because their facts are lists or records. `dms_explain_json` takes the same requests and answers
//! with the table, drawn for a person to read. `ffi/install` installs the library; link with `-ldms_rules`.
//!
//! CALLS. Every function returns an `int32_t`: `DMS_STATUS_OK`, which is 0, or the status that says why nothing was
//! decided. On any other status than `DMS_STATUS_OK` all that the function would have filled in is 0, wherever a pointer
//! says where it is, so that the answer to an earlier call is never taken for one to this. A function keeps nothing
//! between two calls, allocates nothing that the caller must free, and may be called from several threads at once.
//!
//! MANY AT ONCE. A function whose name ends with `_batch` takes `count` structs of facts, one behind the other, and as
//! many results and statuses. Each row is decided by itself, also after one that is refused: its status is what the
//! function for one would have returned, and the result of a row that is refused is 0. It is one call, not less work for
//! a row. The function returns `DMS_STATUS_OK` where every row was decided, and otherwise the status of the first row
//! that was not, which the error describes; `statuses` says which rows those are. All rows are as long as the first says
//! that it is. Where a pointer is `NULL`, or `size` in the first row is not known, so that nobody knows where the second
//! begins, nothing is decided and every status says why. With a count of 0 nothing is read or written, and the arrays
//! may be `NULL`. They must not overlap.
//!
//! ERRORS. The last parameter of every function points to a `dms_error`, or is `NULL`. It says which field was
//! refused and what was expected, in English, for the developer; after `DMS_STATUS_OK` it is empty. `dms_status_text`
//! has a line for the workshop's staff. No refusal is guessed around: nothing is decided. Where a refusal says more
//! than a `dms_error` holds, a function beside the decision's tells the rest from the same facts:
//! `dms_car_pass_submission_faults`, `dms_car_pass_lifecycle_advisories`. A fault inside the library comes back as
//! `DMS_STATUS_PANIC` and never unwinds into the caller: nothing was decided, and the library can be used on. Where the
//! system has no memory left, the process ends, as every program in Rust does: a decision by its own function takes none
//! but for some texts it makes, a refusal a few hundred bytes, JSON some times the length of the request.
//!
//! POINTERS. Every other pointer must point to what the function's declaration says; `NULL` is answered with
//! `DMS_STATUS_NULL_POINTER` and the name of the parameter or member. Structs need not be aligned.
//!
//! FACTS. A struct of facts begins with `size`: set it to `sizeof` the struct. It may grow at its end by facts that may
//! be unknown: a program that was built before passes the shorter struct, and what it does not have is not known. Any
//! other size is answered with `DMS_STATUS_STRUCT_SIZE`, and nothing behind `size` is read. A struct of results, or one
//! within another, never changes: what is added comes with a new function.
//!
//! LAYOUT. Structs are laid out as the platform's C compiler lays them out. No byte lies between members without a name:
//! where a number of 64 bits or a pointer would not lie on a multiple of its own length, a member `reserved` comes
//! before it, and one at the end where the struct would not be a multiple of its longest member. Leave them 0.
//!
//! NUMBERS. What has a name in the rules has a number here: decisions, rows, reasons, advisories, outcomes and the
//! values of enums. Numbers are given once and kept; the number of something that no longer exists is never used again.
//! All enums are `int32_t` and count from 1, so that a member nobody has set is refused and not taken for the first
//! value. An enum that comes in is checked against the numbers below; any other is answered with
//! `DMS_STATUS_UNKNOWN_VALUE`.
//!
//! YES AND NO is an `int32_t` that is 1 or 0. Any other number is answered with `DMS_STATUS_UNKNOWN_VALUE`.
//!
//! SETS are a `uint32_t`, one bit for each name. In a set of facts a bit that stands for no name is answered with
//! `DMS_STATUS_UNKNOWN_VALUE`.
//!
//! WHAT MAY BE UNKNOWN is a value with a flag whose name begins with `has_`: 1 says that the value is known, 0 that
//! it is not and is not looked at. Members that are not looked at are copied all the same: begin with a struct of zeros,
//! `= {0}`, so that none is without a value.
//!
//! TEXT IN is UTF-8, a pointer with a length in bytes. It needs no closing NUL, so that the fixed buffers of COBOL and
//! the strings of Pascal are passed as they are, and it is not kept after the call. An empty text is any pointer but
//! `NULL`, with length 0. Other bytes than UTF-8 are answered with `DMS_STATUS_INVALID_UTF8`.
//!
//! TEXT OUT is UTF-8 with a closing NUL. Names and texts are static: they are never freed and never change while the
//! library is loaded. A text of
//! the facts that a result repeats, such as the reason why a job is not sent, is no copy: the result has a pointer into
//! the caller's own text and a length, without a closing NUL, good for as long as that text is. It is never freed
//! either.
//!
//! READINGS are whole kilometres, 0 to 9,999,999. MONEY is euro cents including VAT. DATES are the number YYYYMMDD
//! (`PIC 9(8)` in COBOL): 21 November 2026 is 20261121. TIMES are a `dms_time`.
//!
//! RESULTS are flat. `outcome` is what was decided. `row` is the number of the row that fired, or 0 where a decision
//! reports every reason that holds instead. `because` and `advisories` are sets, one bit for each reason or advisory:
//! test them with `&`. Reasons say why; advisories are what a person should look at and never change the outcome. Ids
//! and texts for all of them, in English, Dutch, French and German, are looked up with the functions below
//! `DECISIONS`.

#![allow(non_camel_case_types, reason = "types are named as C names them")]
#![allow(clippy::inconsistent_digit_grouping, reason = "dates are grouped as YYYY_MM_DD, times as HH_MM_SS")]
#![allow(clippy::missing_safety_doc, reason = "what every pointer must be is said once, above")]

mod call;
mod catalogue;
mod generated;
#[cfg(feature = "json")]
mod json;
mod layout;
mod lifecycle;
mod number;
mod quarter_hour;
#[cfg(feature = "sown-panic")]
mod sown;
mod state;
mod status;
mod submission;
mod texts;
mod time;
mod value;

pub use catalogue::*;
pub use generated::*;
#[cfg(feature = "json")]
pub use json::*;
pub use lifecycle::*;
pub use quarter_hour::*;
#[cfg(feature = "sown-panic")]
pub use sown::*;
pub use status::*;
pub use submission::*;
pub use time::*;
