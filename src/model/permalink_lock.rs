//! The lock: the published permalinks, with the words around each.

use crate::diagnostics::FileId;

/// The published permalinks of a forum, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermalinkLock {
    /// The lock file, if there is one.
    pub file: Option<FileId>,
    /// The permalinks, in the order of the file.
    pub entries: Vec<LockedPermalink>,
}

/// A published permalink.
///
/// Its place is found again by the letters and digits around it. Punctuation and whitespace are not
/// compared, so that a permalink survives moved boundaries, new paragraphs and small changes of the
/// transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedPermalink {
    /// The permalink, unique within the forum.
    pub id: String,
    /// Ids of the pages that had it: talk ids, and `host`.
    pub pages: Vec<String>,
    /// Letters and digits before its place, in order; fewer at the start of the text.
    pub before: String,
    /// Letters and digits from its place on; fewer at the end of the text.
    pub after: String,
}
