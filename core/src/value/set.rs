use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An enum whose values are all known and have an order.
pub trait Closed: Copy + Eq + fmt::Debug + sealed::Sealed + 'static {
    /// Every value, in the order of the rules.
    const ALL: &'static [Self];

    /// The value's place in that order, from 0.
    fn place(self) -> u32;
}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// A set of the values of a closed enum, in their order; kept in place, without allocating.
pub struct Set<E> {
    bits: u32,
    of: PhantomData<E>,
}

impl<E: Closed> Set<E> {
    /// None of them.
    pub const EMPTY: Self = Self { bits: 0, of: PhantomData };

    /// All of them.
    pub const ALL: Self = {
        assert!(E::ALL.len() < u32::BITS as usize, "a set holds at most 31 kinds of things");
        Self { bits: (1 << E::ALL.len()) - 1, of: PhantomData }
    };

    /// The first value at bit 0; bits beyond the last value are dropped.
    pub(crate) const fn from_bits(bits: u32) -> Self {
        Self { bits: bits & Self::ALL.bits, of: PhantomData }
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(self, value: E) -> bool {
        self.bits & (1 << value.place()) != 0
    }

    /// These and one more.
    #[must_use]
    pub fn with(self, value: E) -> Self {
        Self { bits: self.bits | (1 << value.place()), of: PhantomData }
    }

    /// These but one.
    #[must_use]
    pub fn without(self, value: E) -> Self {
        Self { bits: self.bits & !(1 << value.place()), of: PhantomData }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// They, in the order of their enum.
    pub fn iter(self) -> impl Iterator<Item = E> {
        E::ALL.iter().copied().filter(move |value| self.contains(*value))
    }
}

impl<E: Closed> FromIterator<E> for Set<E> {
    fn from_iter<I: IntoIterator<Item = E>>(values: I) -> Self {
        values.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl<E: Closed, const N: usize> From<[E; N]> for Set<E> {
    fn from(values: [E; N]) -> Self {
        values.into_iter().collect()
    }
}

// Derived, these would ask the same of the enum, for which there is no need.

impl<E> Clone for Set<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Set<E> {}

impl<E> PartialEq for Set<E> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<E> Eq for Set<E> {}

impl<E> Hash for Set<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bits.hash(state);
    }
}

impl<E: Closed> Default for Set<E> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<E: Closed> fmt::Debug for Set<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// At most `N` things in their order; kept in place, without allocating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Few<T, const N: usize>([Option<T>; N]);

impl<T, const N: usize> Few<T, N> {
    /// The things that `at` finds at the places 0 to `N` - 1.
    pub(crate) fn found(at: impl FnMut(usize) -> Option<T>) -> Self {
        Self(std::array::from_fn(at))
    }

    /// They, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }

    /// Something of each of them, in the same order.
    #[cfg(feature = "columns")]
    pub(crate) fn map<U>(&self, of: impl Fn(&T) -> U) -> Few<U, N> {
        Few(std::array::from_fn(|place| self.0[place].as_ref().map(&of)))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}
