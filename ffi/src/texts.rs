//! The core's texts with a closing NUL, put together while the crate compiles.

use std::ffi::CStr;

use dms_rules::message::Text;
use dms_rules::table::Table;

/// Texts one behind the other, each with a closing NUL. One of size 0 keeps none and says how much room they take.
pub(crate) struct Terminated<const SIZE: usize> {
    bytes: [u8; SIZE],
    len: usize,
}

impl<const SIZE: usize> Terminated<SIZE> {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; SIZE], len: 0 }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn add(&mut self, text: &str) {
        let end = self.len + text.len();
        if end < SIZE {
            self.bytes.split_at_mut(self.len).1.split_at_mut(text.len()).0.copy_from_slice(text.as_bytes());
        }
        self.len = end + 1;
    }

    pub(crate) const fn add_text(&mut self, text: &Text) {
        // No `..`: a language added to the core must be added here.
        let Text { en, nl, fr, de } = text;
        self.add(en);
        self.add(nl);
        self.add(fr);
        self.add(de);
    }

    pub(crate) const fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The id and the edition of a table; the wording of its reasons has its own NULs.
pub(crate) const fn of<const SIZE: usize>(table: &Table) -> Terminated<SIZE> {
    let mut all = Terminated::new();
    all.add(table.id);
    all.add(table.edition);
    all
}

/// The room that the texts of a table take.
pub(crate) const fn size(table: &Table) -> usize {
    of::<0>(table).len()
}

/// The same text with its closing NUL.
///
/// # Panics
/// Where the text is not among those kept.
pub(crate) fn find(kept: &'static [u8], text: &str) -> &'static CStr {
    let mut rest = kept;
    while let Ok(candidate) = CStr::from_bytes_until_nul(rest) {
        if candidate.to_bytes() == text.as_bytes() {
            return candidate;
        }
        rest = &rest[candidate.count_bytes() + 1..];
    }
    panic!("no closing NUL is kept for the text {text:?}")
}
