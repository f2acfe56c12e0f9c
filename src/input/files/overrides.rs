//! The files of a site's own `templates/` and `static/`, which replace the embedded ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::hidden_files::LeftOut;
use super::walk::{entries, filtered_entries, relative, symbolic_link, unreadable};
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};

/// The files of a site's own `templates/`, without hidden ones; none where there is no such folder.
/// Their bytes are not read.
pub fn templates(
    root: &Path,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, PathBuf> {
    let folder = root.join("templates");
    list(&folder, entries(&folder), sources, problems)
}

/// The files of a site's own `static/`, with the hidden ones that are published; none where there
/// is no such folder. Their bytes are not read.
pub fn statics(
    root: &Path,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, PathBuf> {
    let folder = root.join("static");
    let mut left_out = LeftOut::default();
    let is_published = |entry: &walkdir::DirEntry| {
        let path = || format!("static/{}", relative(&folder, entry.path()));
        entry.depth() == 0 || !left_out.takes(&entry.file_name().to_string_lossy(), path)
    };
    let files = list(&folder, filtered_entries(&folder, is_published), sources, problems);
    left_out.report(sources, problems);
    files
}

/// Files by path relative to their folder.
fn list(
    folder: &Path,
    entries: impl Iterator<Item = walkdir::Result<walkdir::DirEntry>>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return files;
    }
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let name = relative(folder, entry.path());
                if name.contains(char::is_control) {
                    let span = Span::whole(sources.add(folder.to_string_lossy(), ""));
                    problems.push(odd_name(span, &name));
                    continue;
                }
                files.insert(name, entry.into_path());
            }
            Ok(entry) if entry.path_is_symlink() => {
                let span = Span::whole(sources.add(entry.path().to_string_lossy(), ""));
                problems.push(symbolic_link(span, &relative(folder, entry.path())));
            }
            Ok(_) => {}
            Err(error) => {
                let span = Span::whole(sources.add(folder.to_string_lossy(), ""));
                problems.push(unreadable(span, &error.to_string()));
            }
        }
    }
    files
}

/// Reads files found by [`templates`] or [`statics`]; every one that cannot be read is a problem.
pub fn read_all(
    files: BTreeMap<String, PathBuf>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, Vec<u8>> {
    let mut texts = BTreeMap::new();
    for (name, path) in files {
        match std::fs::read(&path) {
            Ok(bytes) => {
                texts.insert(name, bytes);
            }
            Err(error) => {
                let span = Span::whole(sources.add(path.to_string_lossy(), ""));
                problems.push(unreadable(span, &error.to_string()));
            }
        }
    }
    texts
}

/// The problem of a name that can stand neither in an address nor on one line of a list.
fn odd_name(span: Span, name: &str) -> Diagnostic {
    let message = format!("the name of the file {name:?} has a line break or control character");
    Diagnostic::new(Code::BadFileName, span, message).help("rename the file")
}
