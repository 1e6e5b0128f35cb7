use std::fmt;

/// Money in euro cents including VAT; negative is a credit note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(i64);

impl Cents {
    /// What an amount must be, for an error message.
    pub const EXPECTED: &'static str = "a whole number of euro cents that fits 64 bits";

    /// This many cents.
    #[must_use]
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// The cents.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "€ {sign}{}.{:02}", cents / 100, cents % 100)
    }
}
