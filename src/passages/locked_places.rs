//! The places of published permalinks in the transcript as it is now.

use super::relocate::{self, SpokenChars};
use crate::model::{Forum, LockedPermalink, SpokenCharIndex, TextOffset};

/// The places of a forum's locked permalinks.
pub struct LockedPlaces {
    /// The letters and digits of the forum's text.
    pub(super) spoken: SpokenChars,
    /// For each permalink of the lock the character at its place, if it was found.
    pub(super) places: Vec<Option<SpokenCharIndex>>,
}

impl LockedPlaces {
    /// Finds the permalinks of a forum's lock in its text.
    pub fn find(forum: &Forum) -> Self {
        let spoken = SpokenChars::new(&forum.transcript.text);
        let places = relocate::find(&forum.lock.entries, &spoken);
        Self { spoken, places }
    }

    /// Each permalink with its place.
    pub(super) fn of<'a>(
        &'a self,
        forum: &'a Forum,
    ) -> impl Iterator<Item = (&'a LockedPermalink, Option<SpokenCharIndex>)> {
        forum.lock.entries.iter().zip(self.places.iter().copied())
    }

    /// The places that were found, sorted.
    pub(super) fn offsets(&self) -> Vec<TextOffset> {
        let mut offsets: Vec<TextOffset> =
            self.places.iter().flatten().map(|&character| self.spoken.byte(character)).collect();
        offsets.sort_unstable();
        offsets
    }
}
