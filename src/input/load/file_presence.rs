//! Whether a file is there, and has anything in it.

use crate::diagnostics::{Code, Diagnostic, FileId, Span};
use crate::input::files::content_folder::ContentTree;
use crate::input::files::unread_files;

/// Whether a file is there, under its own name or under a wrong one, which is a problem already.
pub(super) fn is_there(tree: &ContentTree, path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    tree.has(path) || unread_files::has_misnamed(tree, folder, name)
}

/// The problem that a file has nothing in it.
pub(super) fn empty_file(file: FileId, help: &str) -> Diagnostic {
    Diagnostic::new(Code::EmptyFile, Span::whole(file), "this file is empty").help(help)
}
