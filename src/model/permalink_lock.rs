//! The permalinks that were published, and where each stood.

use crate::diagnostics::FileId;

/// The permalinks of a forum that were published, in the order of the text they stood in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermalinkLock {
    /// The file they were read from, where there is one.
    pub file: Option<FileId>,
    /// The permalinks.
    pub entries: Vec<LockedPermalink>,
}

/// A permalink that was published.
///
/// It is found again by the letters around its place, punctuation and blanks apart, so that it
/// outlives other boundaries, other paragraphs and small changes of the transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedPermalink {
    /// The permalink.
    pub id: String,
    /// Ids of the pages on which it stood: talks, and `host`.
    pub pages: Vec<String>,
    /// Letters and digits before its place; fewer at the beginning of the text.
    pub before: String,
    /// Letters and digits from its place on; fewer at the end of the text.
    pub after: String,
}
