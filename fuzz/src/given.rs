//! The bytes of an input, taken one after the other.

/// What is left of an input; behind its end there are zeros.
pub struct Given<'d>(&'d [u8]);

impl<'d> Given<'d> {
    /// All of an input.
    #[must_use]
    pub const fn new(data: &'d [u8]) -> Self {
        Self(data)
    }

    /// The next bytes, zeros behind the end.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        let (taken, rest) = self.0.split_at(N.min(self.0.len()));
        bytes[..taken.len()].copy_from_slice(taken);
        self.0 = rest;
        bytes
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let [byte] = self.bytes();
        byte
    }

    /// The next 16 bits.
    pub fn short(&mut self) -> u16 {
        u16::from_le_bytes(self.bytes())
    }

    /// The next 32 bits.
    pub fn int(&mut self) -> i32 {
        i32::from_le_bytes(self.bytes())
    }

    /// The next 64 bits.
    pub fn long(&mut self) -> i64 {
        i64::from_le_bytes(self.bytes())
    }

    /// One of several.
    pub fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[usize::from(self.byte()) % all.len()]
    }

    /// The next bytes, at most this many.
    pub fn at_most(&mut self, length: usize) -> &'d [u8] {
        let (taken, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        taken
    }
}
