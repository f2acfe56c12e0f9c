//! The addresses that were published, as `content/addresses.lock` has them.

use crate::diagnostics::FileId;

/// The published addresses of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressLock {
    /// The lock file, if there is one.
    pub file: Option<FileId>,
    /// The addresses, in the order of the file.
    pub entries: Vec<LockedAddress>,
}

/// The published address of a forum, session, speaker, topic or organisation.
///
/// What it was about is found again by its name, or by the permalinks of the talks that it had: a
/// permalink stays with its words, whatever is renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedAddress {
    /// The address, from the top of the site: `speakers/tao-dacheng/`.
    pub address: String,
    /// The name or title.
    pub name: String,
    /// The permalinks with which its talks begin.
    pub talks: Vec<String>,
    /// The address that took its place, where it was found to be gone before.
    pub successor: Option<String>,
}
