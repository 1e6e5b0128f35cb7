//! STATUSES AND ERRORS

use std::any::Any;
use std::borrow::Cow;
use std::ffi::{CStr, c_char};

use dms_rules::error::{Error, ErrorCode};
use dms_rules::message::{Language, Text};

use crate::call::{Answer, guard, write};
use crate::number::{Mirrored, mirrored};
use crate::texts::{self, Terminated};
use crate::value;

/// The decision was made, or the text was found.
pub const DMS_STATUS_OK: i32 = 0;
/// A fact that the decision needs is missing or unknown.
pub const DMS_STATUS_MISSING_FIELD: i32 = 1;
/// A fact that the decision does not know; outside JSON, an attempt or a reason of a Car-Pass state that has none.
pub const DMS_STATUS_UNKNOWN_FIELD: i32 = 2;
/// JSON only: a value of another kind, such as text where a number is due.
pub const DMS_STATUS_WRONG_TYPE: i32 = 3;
/// A number that stands for none of the values of its field; for yes and no, neither 1 nor 0.
pub const DMS_STATUS_UNKNOWN_VALUE: i32 = 4;
/// A number or a result beyond its limits.
pub const DMS_STATUS_OUT_OF_RANGE: i32 = 5;
/// A date or time that does not exist, or is not written as one.
pub const DMS_STATUS_INVALID_DATE: i32 = 6;
/// Two facts that cannot both be true.
pub const DMS_STATUS_CONTRADICTION: i32 = 7;
/// An event that cannot happen in this state.
pub const DMS_STATUS_ILLEGAL_TRANSITION: i32 = 8;
/// A choice was made although the settings lock the choices.
pub const DMS_STATUS_OPTIONS_LOCKED: i32 = 9;
/// No decision has this number or, in JSON, this id.
pub const DMS_STATUS_UNKNOWN_DECISION: i32 = 10;
/// JSON only: text that is not JSON.
pub const DMS_STATUS_MALFORMED_JSON: i32 = 11;
/// A pointer is NULL.
pub const DMS_STATUS_NULL_POINTER: i32 = 101;
/// Text that is not UTF-8.
pub const DMS_STATUS_INVALID_UTF8: i32 = 102;
/// The size of a struct of facts is not the one this library knows.
pub const DMS_STATUS_STRUCT_SIZE: i32 = 103;
/// The caller's buffer does not hold the answer; the length needed is reported.
pub const DMS_STATUS_BUFFER_TOO_SMALL: i32 = 104;
/// A fault inside the library; please report it with the message.
pub const DMS_STATUS_PANIC: i32 = 105;

/// The bytes that the name of a field may take, its closing NUL included.
pub const DMS_ERROR_FIELD_SIZE: usize = 64;
/// The bytes that a message may take, its closing NUL included.
pub const DMS_ERROR_MESSAGE_SIZE: usize = 256;

/// Why a call was refused. What would be too long is cut between two characters.
#[repr(C)]
pub struct dms_error {
    /// The status that the function returned as well.
    pub status: i32,
    /// The fact, parameter or member that was refused, or empty where none can be named; UTF-8 with a closing NUL.
    pub field: [c_char; DMS_ERROR_FIELD_SIZE],
    /// What was expected, in English, for the developer; UTF-8 with a closing NUL.
    pub message: [c_char; DMS_ERROR_MESSAGE_SIZE],
}

mirrored!(ErrorCode {
    MissingField => DMS_STATUS_MISSING_FIELD,
    UnknownField => DMS_STATUS_UNKNOWN_FIELD,
    WrongType => DMS_STATUS_WRONG_TYPE,
    UnknownValue => DMS_STATUS_UNKNOWN_VALUE,
    OutOfRange => DMS_STATUS_OUT_OF_RANGE,
    InvalidDate => DMS_STATUS_INVALID_DATE,
    Contradiction => DMS_STATUS_CONTRADICTION,
    IllegalTransition => DMS_STATUS_ILLEGAL_TRANSITION,
    OptionsLocked => DMS_STATUS_OPTIONS_LOCKED,
    UnknownDecision => DMS_STATUS_UNKNOWN_DECISION,
    MalformedJson => DMS_STATUS_MALFORMED_JSON,
});

/// The statuses that only this interface knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    NullPointer,
    InvalidUtf8,
    StructSize,
    BufferTooSmall,
    Panic,
}

impl Fault {
    const ALL: &'static [Self] =
        &[Self::NullPointer, Self::InvalidUtf8, Self::StructSize, Self::BufferTooSmall, Self::Panic];

    const fn as_c_str(self) -> &'static CStr {
        match self {
            Self::NullPointer => c"null_pointer",
            Self::InvalidUtf8 => c"invalid_utf8",
            Self::StructSize => c"struct_size",
            Self::BufferTooSmall => c"buffer_too_small",
            Self::Panic => c"panic",
        }
    }

    const fn as_str(self) -> &'static str {
        match self.as_c_str().to_str() {
            Ok(name) => name,
            Err(_) => "",
        }
    }
}

mirrored!(Fault {
    NullPointer => DMS_STATUS_NULL_POINTER,
    InvalidUtf8 => DMS_STATUS_INVALID_UTF8,
    StructSize => DMS_STATUS_STRUCT_SIZE,
    BufferTooSmall => DMS_STATUS_BUFFER_TOO_SMALL,
    Panic => DMS_STATUS_PANIC,
});

const OK: (&str, Text) = ("ok", Text { en: "Done.", nl: "Gedaan.", fr: "C'est fait.", de: "Erledigt." });

/// What a workshop's staff reads where the program, not what they entered, is at fault.
const PROGRAM_AT_FAULT: Text = Text {
    en: "The program has a fault; please tell its maker.",
    nl: "Het programma bevat een fout; meld het aan de maker.",
    fr: "Le programme comporte une erreur ; prévenez son fabricant.",
    de: "Das Programm hat einen Fehler; bitte dem Hersteller melden.",
};

/// Why a call is refused. It lies apart: what is passed on from each fact that is read stays small.
#[derive(Debug)]
pub(crate) struct Refusal(Box<Refused>);

#[derive(Debug)]
struct Refused {
    status: i32,
    field: Cow<'static, str>,
    message: Cow<'static, str>,
}

impl Refusal {
    pub(crate) fn new(
        status: impl Mirrored,
        field: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::of(status.number(), field.into(), message.into())
    }

    #[cold]
    #[inline(never)]
    fn of(status: i32, field: Cow<'static, str>, message: Cow<'static, str>) -> Self {
        Self(Box::new(Refused { status, field, message }))
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn null(field: &'static str) -> Self {
        Self::new(Fault::NullPointer, field, "a pointer, not NULL")
    }

    pub(crate) fn panic(payload: &(dyn Any + Send)) -> Self {
        let said = payload.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| payload.downcast_ref::<&str>().copied());
        Self::new(Fault::Panic, "", said.unwrap_or("a fault inside the library").to_owned())
    }

    /// The same refusal, its field seen from outside the record in which it stands: `state.attempt`.
    #[cold]
    #[inline(never)]
    pub(crate) fn inside(mut self, record: &str) -> Self {
        self.0.field = format!("{record}.{}", self.0.field).into();
        self
    }

    pub(crate) fn status(&self) -> i32 {
        self.0.status
    }

    pub(crate) fn field(&self) -> &str {
        &self.0.field
    }

    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }
}

impl From<Error> for Refusal {
    #[cold]
    #[inline(never)]
    fn from(error: Error) -> Self {
        Self::new(error.code(), error.field().unwrap_or_default().to_owned(), error.detail().to_owned())
    }
}

/// Puts a text into a fixed array: as many whole characters as fit before the closing NUL.
pub(crate) fn fixed<const SIZE: usize>(text: &str) -> [c_char; SIZE] {
    // A NUL inside, as a JSON key may have, would end the text early: it is shown as a blank.
    let mut bytes = [0; SIZE];
    let end = (0..SIZE.min(text.len() + 1)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    for (place, byte) in bytes.iter_mut().zip(text[..end].bytes()) {
        *place = if byte == 0 { b' ' } else { byte } as c_char;
    }
    bytes
}

const fn add_statuses<const SIZE: usize>(mut all: Terminated<SIZE>) -> Terminated<SIZE> {
    all.add(OK.0);
    all.add_text(&OK.1);
    all.add_text(&PROGRAM_AT_FAULT);
    let mut at = 0;
    while at < ErrorCode::ALL.len() {
        all.add(ErrorCode::ALL[at].as_str());
        all.add_text(&ErrorCode::ALL[at].text());
        at += 1;
    }
    let mut at = 0;
    while at < Fault::ALL.len() {
        all.add(Fault::ALL[at].as_str());
        at += 1;
    }
    all
}

static TEXTS: Terminated<{ add_statuses(Terminated::<0>::new()).len() }> = add_statuses(Terminated::new());

/// The name of a status and its line for the staff.
fn described(status: i32) -> Result<(&'static str, Text), Refusal> {
    if status == DMS_STATUS_OK {
        return Ok(OK);
    }
    if let Ok(code) = value::one_of::<ErrorCode>("status", status) {
        return Ok((code.as_str(), code.text()));
    }
    value::one_of::<Fault>("status", status).map(|fault| (fault.as_str(), PROGRAM_AT_FAULT))
}

fn terminated(text: &'static str) -> &'static CStr {
    texts::find(TEXTS.bytes(), text)
}

/// The name of a status, such as `missing_field`: the code that the other languages know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_status_name(status: i32, name: *mut *const c_char, error: *mut dms_error) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe { guard(error, &[Answer::of(name)], &mut || write("name", name, terminated(described(status)?.0).as_ptr())) }
}

/// What a status says to the workshop's staff, in one line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dms_status_text(
    status: i32,
    language: i32,
    text: *mut *const c_char,
    error: *mut dms_error,
) -> i32 {
    // SAFETY: the caller keeps to what this library says of pointers.
    unsafe {
        guard(error, &[Answer::of(text)], &mut || {
            let line = described(status)?.1.get(value::one_of::<Language>("language", language)?);
            write("text", text, terminated(line).as_ptr())
        })
    }
}
