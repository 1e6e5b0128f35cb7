use std::fmt;

/// An odometer reading in whole kilometres, 0 to 9,999,999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OdometerReading(u32);

impl OdometerReading {
    /// The highest reading, 9,999,999 km: seven digits.
    pub const MAX: Self = Self(9_999_999);

    /// What a reading must be, for an error message.
    pub const EXPECTED: &'static str = "a whole number of kilometres from 0 to 9,999,999";

    /// A reading, or `None` above 9,999,999 km.
    #[must_use]
    pub const fn new(kilometres: u32) -> Option<Self> {
        if kilometres <= Self::MAX.0 { Some(Self(kilometres)) } else { None }
    }

    /// The kilometres.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// How many kilometres this reading lies above `earlier`; negative when it lies below.
    #[must_use]
    pub const fn above(self, earlier: Self) -> i32 {
        // Seven digits fit an i32 whichever way round.
        self.0 as i32 - earlier.0 as i32
    }
}

impl fmt::Display for OdometerReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} km", self.0)
    }
}
