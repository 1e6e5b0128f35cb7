//! Texts made from the facts in an answer, which nobody has to free.

use std::ffi::c_char;

use dms_rules::error::ErrorCode;

use crate::status::Refusal;

/// A text in an array of the result, with a closing NUL, and its length; refused under the name of the fact from which
/// it was made where it does not fit.
pub(super) fn held<const SIZE: usize>(field: &'static str, text: &str) -> Result<([c_char; SIZE], usize), Refusal> {
    if text.len() >= SIZE {
        let expected = format!("a text that fits the {} bytes of the answer, found {}", SIZE - 1, text.len());
        return Err(Refusal::new(ErrorCode::OutOfRange, field, expected));
    }
    let mut bytes = [0; SIZE];
    for (place, byte) in bytes.iter_mut().zip(text.bytes()) {
        *place = byte as c_char;
    }
    Ok((bytes, text.len()))
}

#[cfg(test)]
mod tests {
    use super::held;

    #[test]
    fn a_text_leaves_room_for_its_closing_nul() {
        assert_eq!(held::<4>("field", "abc").ok(), Some(([97, 98, 99, 0], 3)));
        assert_eq!(held::<4>("field", "").ok(), Some(([0; 4], 0)));
        assert!(held::<4>("field", "abcd").is_err());
        assert!(held::<4>("field", "aéé").is_err());
    }
}
