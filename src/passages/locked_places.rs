//! The permalinks that were published, found again in the text as it is now.

use super::relocate::{self, SpokenChars};
use crate::model::{Forum, LockedPermalink, SpokenCharIndex, TextOffset};

/// The places of a forum's locked permalinks.
pub struct LockedPlaces {
    /// The letters of the forum's text.
    pub(super) letters: SpokenChars,
    /// For each permalink of the lock the letter at its place, where one was found.
    pub(super) places: Vec<Option<SpokenCharIndex>>,
}

impl LockedPlaces {
    /// Looks for a forum's permalinks in its text.
    pub fn find(forum: &Forum) -> Self {
        let letters = SpokenChars::new(&forum.transcript.text);
        let places = relocate::find(&forum.lock.entries, &letters);
        Self { letters, places }
    }

    /// Each permalink with its place.
    pub(super) fn of<'a>(
        &'a self,
        forum: &'a Forum,
    ) -> impl Iterator<Item = (&'a LockedPermalink, Option<SpokenCharIndex>)> {
        forum.lock.entries.iter().zip(self.places.iter().copied())
    }

    /// The places that were found, in bytes and in order.
    pub(super) fn bytes(&self) -> Vec<TextOffset> {
        let mut bytes: Vec<TextOffset> =
            self.places.iter().flatten().map(|&letter| self.letters.byte(letter)).collect();
        bytes.sort_unstable();
        bytes
    }
}
