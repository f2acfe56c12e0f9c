//! Walking a folder: which entries there are, their paths, and the problems of those that cannot be
//! read.

use std::path::Path;

use walkdir::WalkDir;

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::input::transcript;

/// The largest file that is read, in bytes. A day of speech is about 2 MB, a large font 27 MB.
pub const MAX_BYTES: u64 = 64 << 20;

/// The entries of a folder and of those in it, sorted by name, without hidden ones.
pub(super) fn entries(
    folder: &Path,
) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> + use<> {
    filtered_entries(folder, is_visible)
}

/// The entries of a folder and of those in it, sorted by name, without those that are refused and
/// what is in them.
pub(super) fn filtered_entries<F: FnMut(&walkdir::DirEntry) -> bool>(
    folder: &Path,
    is_taken: F,
) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> + use<F> {
    // sorted, because file systems list in any order, and ids of files follow this one
    WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_taken)
}

fn is_visible(entry: &walkdir::DirEntry) -> bool {
    // the folder itself may be named `.`
    entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
}

/// A path relative to a folder, with `/` between its parts.
pub(super) fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The problem that a symbolic link is not followed: an error for a text, which is then missing, a
/// warning for any other file.
pub(super) fn symbolic_link(span: Span, path: &str) -> Diagnostic {
    let message = format!("`{path}` is a symbolic link, which is not followed");
    let problem = if is_text(path) {
        Diagnostic::new(Code::SymbolicLink, span, message)
    } else {
        Diagnostic::new(Code::SymbolicLink, span, message).milder()
    };
    problem.help("put what it leads to in its place")
}

/// The problem that the system cannot read a file.
pub(super) fn unreadable(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(Code::Unreadable, span, format!("this file cannot be read: {why}"))
        .help("look at its permissions")
}

/// Whether a file is read as a text.
pub(super) fn is_text(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|e| e.to_str()).unwrap_or_default();
    ["yaml", "yml", "md", "json", "lock"].contains(&ending)
        || transcript::is_always_transcript(path)
}
