//! How long a text is for a reader: characters, not bytes.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use serde::Serialize;

/// A number of characters (Unicode scalar values), whitespace included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CharCount(usize);

impl CharCount {
    /// The number of characters of a text.
    pub fn of(text: &str) -> Self {
        Self(text.chars().count())
    }

    /// A number that is smaller by so many, or 0.
    #[must_use]
    pub fn less(self, by: usize) -> Self {
        Self(self.0.saturating_sub(by))
    }

    /// The number, for arithmetic and for output.
    pub fn get(self) -> usize {
        self.0
    }
}

impl Add for CharCount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for CharCount {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for CharCount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for CharCount {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}
