//! Typed indices, and vectors that are indexed by one type only.
//!
//! A bare `usize` does not say what it counts: the third talk and the third turn are the same
//! number. Each list of the model has its own index type instead, and an [`IndexVec`] refuses every
//! other one at compile time. A typed index comes from the list itself ([`IndexVec::enumerated`],
//! [`IndexVec::indices`], [`IndexVec::position`]), so that code that only refers to items never
//! makes one from a number.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Index, IndexMut, Range};

/// The position of an item in one kind of list, counted from 0.
pub trait TypedIndex: Copy + Ord + std::fmt::Debug {
    /// The index of the item at `position`.
    fn new(position: usize) -> Self;

    /// The position as a number, for arithmetic and for output.
    fn get(self) -> usize;

    /// The index after this one; there may be no item at it.
    fn next(self) -> Self {
        Self::new(self.get() + 1)
    }

    /// The index before this one.
    fn previous(self) -> Option<Self> {
        self.get().checked_sub(1).map(Self::new)
    }
}

/// Declares index types, each with the list that it is an index of.
macro_rules! index_types {
    ($($name:ident: $list:literal,)*) => {$(
        #[doc = concat!("An index into ", $list, ".")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $name {
            /// The index of the first item.
            pub const FIRST: Self = Self(0);
        }

        impl TypedIndex for $name {
            fn new(position: usize) -> Self {
                Self(position)
            }

            fn get(self) -> usize {
                self.0
            }
        }
    )*};
}

index_types! {
    ForumIndex: "[`Site::forums`](super::Site::forums)",
    SpeakerIndex: "[`Site::speakers`](super::Site::speakers)",
    SessionIndex: "[`Forum::sessions`](super::Forum::sessions)",
    TalkIndex: "[`Forum::talks`](super::Forum::talks)",
    TurnIndex: "[`Forum::turns`](super::Forum::turns)",
    CorrectionIndex: "[`Forum::corrections`](super::Forum::corrections)",
    CutIndex: "[`Forum::cuts`](super::Forum::cuts)",
    SpokenCharIndex: "the letters and digits of a transcript's text, everything else left out",
    PassageIndex: "[`Record::passages`](super::record::Record::passages)",
}

/// A vector that is indexed by `I` alone; everything else it does as the `Vec` of its items does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexVec<I, T> {
    items: Vec<T>,
    // `fn(I) -> I` holds no `I`, so that the vector is `Send` and `Sync` whatever the index type is
    index: PhantomData<fn(I) -> I>,
}

impl<I: TypedIndex, T> IndexVec<I, T> {
    /// The items, each with its index.
    pub fn enumerated(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.items.iter().enumerate().map(|(position, item)| (I::new(position), item))
    }

    /// The index of every item, in order.
    pub fn indices(
        &self,
    ) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.items.len()).map(I::new)
    }

    /// The index of the first item that satisfies a condition.
    pub fn position(&self, is: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(is).map(I::new)
    }

    /// The items of a range of indices.
    pub fn slice(&self, range: Range<I>) -> &[T] {
        &self.items[range.start.get()..range.end.get()]
    }

    /// The items from an index on.
    pub fn slice_from(&self, start: I) -> &[T] {
        &self.items[start.get()..]
    }

    /// The item at an index, where there is one.
    pub fn at(&self, index: I) -> Option<&T> {
        self.items.get(index.get())
    }

    /// Adds an item and returns its index.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::new(self.items.len() - 1)
    }
}

/// The indices of a range, in order: `Range` itself iterates over numbers only.
pub fn within<I: TypedIndex>(range: Range<I>) -> impl DoubleEndedIterator<Item = I> {
    (range.start.get()..range.end.get()).map(I::new)
}

impl<I: TypedIndex, T> Index<I> for IndexVec<I, T> {
    type Output = T;

    fn index(&self, index: I) -> &T {
        &self.items[index.get()]
    }
}

impl<I: TypedIndex, T> IndexMut<I> for IndexVec<I, T> {
    fn index_mut(&mut self, index: I) -> &mut T {
        &mut self.items[index.get()]
    }
}

impl<I, T> Deref for IndexVec<I, T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.items
    }
}

impl<I, T> DerefMut for IndexVec<I, T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.items
    }
}

impl<I, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I, T> From<Vec<T>> for IndexVec<I, T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, index: PhantomData }
    }
}

impl<I, T> FromIterator<T> for IndexVec<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<I, T> IntoIterator for IndexVec<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, I, T> IntoIterator for &'a IndexVec<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, I, T> IntoIterator for &'a mut IndexVec<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_from_a_list_finds_its_item_again() {
        let names: IndexVec<SpeakerIndex, &str> = ["甲", "乙", "丙"].into_iter().collect();
        let found = names.position(|name| *name == "乙").unwrap();
        assert_eq!(names[found], "乙");
        assert_eq!(names.enumerated().nth(1), Some((found, &"乙")));
        let first = found.previous().unwrap();
        assert_eq!((first.previous(), names.at(found.next().next())), (None, None));
        assert!(within(first..found.next()).eq(names.indices().take(2)));
    }
}
