//! The files of a site's own `templates/` and `static/`, which replace the embedded ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::walk::{entries, relative, symbolic_link, unreadable};
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};

/// The files of a site's own `templates/` or `static/`, by path relative to that folder; none where
/// there is no such folder. Their bytes are not read.
pub fn list(
    root: &Path,
    folder: &str,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> BTreeMap<String, PathBuf> {
    let folder = root.join(folder);
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return files;
    }
    for entry in entries(&folder) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let name = relative(&folder, entry.path());
                if name.contains(char::is_control) {
                    let span = Span::whole(sources.add(folder.to_string_lossy(), ""));
                    problems.push(odd_name(span, &name));
                    continue;
                }
                files.insert(name, entry.into_path());
            }
            Ok(entry) if entry.path_is_symlink() => {
                let span = Span::whole(sources.add(entry.path().to_string_lossy(), ""));
                problems.push(symbolic_link(span, &relative(&folder, entry.path())));
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

/// Reads files found by [`list`]; every one that cannot be read is a problem.
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
