//! The owner of a range of the transcript's text, and the page that shows it.

use super::{CutIndex, TalkIndex};

/// The talk, host or cut that a range of the text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextOwner {
    /// A talk, by its index in the forum.
    Talk(TalkIndex),
    /// The host: the introduction of that talk, or the words after the last one.
    Host(Option<TalkIndex>),
    /// A cut, which no talk page shows.
    Cut(CutIndex),
}

impl TextOwner {
    /// The page that shows the words, besides the page of the whole record. The host's introduction
    /// is on the page of the talk.
    pub fn page(self) -> ForumPage {
        match self {
            Self::Talk(talk) | Self::Host(Some(talk)) => ForumPage::Talk(talk),
            Self::Host(None) => ForumPage::Host,
            Self::Cut(_) => ForumPage::Record,
        }
    }

    /// The talk whose page shows the words.
    pub fn talk(self) -> Option<TalkIndex> {
        match self.page() {
            ForumPage::Talk(talk) => Some(talk),
            ForumPage::Host | ForumPage::Record => None,
        }
    }
}

/// A page of a forum that shows words of the transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForumPage {
    /// That of a talk.
    Talk(TalkIndex),
    /// That of the hosts' words.
    Host,
    /// That of the whole record.
    Record,
}

impl ForumPage {
    /// Id of the page of the hosts' words, and the name of its folder; the page of a talk has the
    /// id of the talk.
    pub const HOST_ID: &str = "host";
}
