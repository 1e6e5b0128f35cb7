use std::fmt;

/// How many digits an enterprise number has.
const DIGITS: usize = 10;

/// A Belgian enterprise number: ten digits, the last two of which check the first eight. It is kept in place, without
/// allocating.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnterpriseNumber([u8; DIGITS]);

impl EnterpriseNumber {
    /// What an enterprise number must be, for an error message.
    pub const EXPECTED: &'static str =
        "a Belgian enterprise number: ten digits, the last two of which check the others";

    /// Reads what was entered, blanks, dots and a leading "BE" dropped; `None` where that is no enterprise number.
    #[must_use]
    pub fn new(entered: &str) -> Option<Self> {
        let mut characters = entered.chars().filter(|c| !c.is_whitespace() && *c != '.').peekable();
        if characters.next_if(|c| c.eq_ignore_ascii_case(&'B')).is_some() {
            characters.next_if(|c| c.eq_ignore_ascii_case(&'E'))?;
        }
        let mut digits = [0; DIGITS];
        for digit in &mut digits {
            *digit = characters.next().filter(char::is_ascii_digit)? as u8;
        }
        let checks = number(&digits[8..]) == 97 - number(&digits[..8]) % 97;
        (checks && characters.next().is_none()).then_some(Self(digits))
    }

    /// The ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Digits are ASCII, and so UTF-8.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

impl fmt::Display for EnterpriseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for EnterpriseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EnterpriseNumber({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::EnterpriseNumber;

    #[test]
    fn it_is_read_however_it_is_written() {
        for entered in ["0403019261", "BE0403019261", "be 0403.019.261", " BE 0403 019 261 ", "B.E.0403.019.261"] {
            assert_eq!(EnterpriseNumber::new(entered).as_ref().map(EnterpriseNumber::as_str), Some("0403019261"));
        }
    }

    #[test]
    fn what_does_not_check_is_none() {
        for entered in
            ["", "BE", "0403019262", "403019261", "00403019261", "NL0403019261", "0403-019-261", "0000000000"]
        {
            assert_eq!(EnterpriseNumber::new(entered), None, "{entered:?}");
        }
        // A remainder of 0 checks as 97.
        assert!(EnterpriseNumber::new("0000009797").is_some());
    }
}
