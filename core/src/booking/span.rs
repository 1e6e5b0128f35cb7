//! Spans of time as the planning sees them.

use crate::value::{Time, whole_minutes};

/// A span of whole minutes, half-open: its start belongs to it, its end does not, so that spans which only touch do not
/// overlap. A span without an end is still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    start: i64,
    end: Option<i64>,
}

impl Span {
    /// From `start` until `end`, seconds dropped.
    #[must_use]
    pub fn new<T: Time>(start: &T, end: Option<&T>) -> Self {
        Self { start: whole_minutes(start), end: end.map(whole_minutes) }
    }

    /// Whether both last at the same time.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.begins_before_end_of(other) && other.begins_before_end_of(self)
    }

    /// Whether it ends before it starts.
    #[must_use]
    pub fn is_reversed(self) -> bool {
        self.end.is_some_and(|end| end < self.start)
    }

    /// Whether it ends when it starts, or before.
    #[must_use]
    pub fn is_empty(self) -> bool {
        !self.begins_before_end_of(self)
    }

    fn begins_before_end_of(self, other: Self) -> bool {
        other.end.is_none_or(|end| self.start < end)
    }
}
