//! The files under `content/`: the only place that reads what people wrote from the disk.
//!
//! Texts (`.yaml`, `.yml`, `.md`, `.srt`, `.vtt`, `.json`, `.lock`) are read; of everything else only the path is kept, and
//! it is copied when the site is written, so that images never fill the memory. Symbolic links are
//! not followed, and say so.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};

/// Largest file that is read, in bytes. A day of speech is about 2 MB, a large font 27 MB.
pub const MOST_BYTES: u64 = 64 << 20;

/// What is under `content/`, by path relative to it, with `/` between the parts.
#[derive(Debug, Default)]
pub struct Tree {
    /// Where `content/` is on the disk.
    pub root: PathBuf,
    /// Whether there is such a folder.
    pub found: bool,
    /// `content/` as it is shown to people.
    pub shown: String,
    /// Texts that were read.
    pub texts: BTreeMap<String, FileId>,
    /// Files that are there but not read.
    pub others: BTreeSet<String>,
    /// Texts that are there and could not be read, each of which is a problem already.
    pub failed: BTreeSet<String>,
}

impl Tree {
    /// Whether a file is there, whatever it is.
    pub fn has(&self, path: &str) -> bool {
        self.texts.contains_key(path) || self.others.contains(path) || self.failed.contains(path)
    }

    /// A place for problems with a file that is not there.
    pub fn missing(&self, path: &str, sources: &mut SourceMap) -> Span {
        Span::whole(sources.add(format!("{}/{path}", self.shown), ""))
    }
}

/// Reads everything under `root/content`. Every file that cannot be read is a problem.
pub fn read(root: &Path, sources: &mut SourceMap, problems: &mut Problems) -> Tree {
    let mut tree = Tree { root: root.join("content"), shown: shown(root), ..Tree::default() };
    if !tree.root.is_dir() {
        let file = sources.add(tree.shown.clone(), "");
        problems.push(no_content(root, Span::whole(file)));
        return tree;
    }
    tree.found = true;
    for entry in WalkDir::new(&tree.root).sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => add(&mut tree, &entry, sources, problems),
            Ok(entry) if entry.path_is_symlink() => {
                let path = relative(&tree.root, entry.path());
                problems.push(link(tree.missing(&path, sources), &path));
                tree.failed.insert(path);
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().map(|p| relative(&tree.root, p)).unwrap_or_default();
                tree.failed.insert(path.clone());
                let span = tree.missing(&path, sources);
                problems.push(unreadable(span, &error.to_string()));
            }
        }
    }
    tree
}

/// The files of a site's own `templates/` or `static/`, by path relative to that folder; none where
/// there is no such folder. Their bytes are not read.
pub fn own(
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
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(visible) {
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
                problems.push(link(span, &relative(&folder, entry.path())));
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

/// Reads files found by [`own`]; every one that cannot be read is a problem.
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

/// Why a file that `content/` names is not read.
#[derive(Debug)]
pub enum NotRead {
    /// It is not in the folder that has `content/` in it.
    Outside,
    /// It, or a folder that it lies in, is a symbolic link.
    Link,
    /// There is none.
    Missing,
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// What the system says.
    Failed(std::io::Error),
}

/// Reads a file that `content/` names, by its path from the folder that has `content/` in it.
///
/// # Errors
///
/// Why it is not read.
pub fn named(tree: &Tree, path: &str) -> Result<Vec<u8>, NotRead> {
    let mut place = tree.root.parent().map(Path::to_owned).unwrap_or_default();
    let mut found = None;
    for part in Path::new(path).components() {
        match part {
            Component::Normal(name) => place.push(name),
            Component::CurDir => continue,
            _ => return Err(NotRead::Outside),
        }
        let seen = std::fs::symlink_metadata(&place).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => NotRead::Missing,
            _ => NotRead::Failed(error),
        })?;
        if seen.is_symlink() {
            return Err(NotRead::Link);
        }
        found = Some(seen);
    }
    match found {
        Some(seen) if seen.is_file() && seen.len() > MOST_BYTES => Err(NotRead::TooLarge),
        Some(seen) if seen.is_file() => std::fs::read(&place).map_err(NotRead::Failed),
        _ => Err(NotRead::Missing),
    }
}

/// `content/` of a root as it is shown to people.
pub fn shown(root: &Path) -> String {
    match root.to_string_lossy() {
        dot if dot == "." || dot.is_empty() => "content".to_owned(),
        root => format!("{}/content", root.trim_end_matches('/')),
    }
}

/// A root that has `content/` neither in it nor anything else, or is itself that folder.
fn no_content(root: &Path, span: Span) -> Diagnostic {
    let is_content = root.join("site.yaml").is_file() || root.join("speakers.yaml").is_file();
    if !is_content {
        return Diagnostic::new(Code::NoContent, span, "there is no folder `content`")
            .help("run `gen` in the project's folder, or name it with `--root`");
    }
    let shown = root.display();
    let above = match root.parent() {
        Some(above) if root.file_name().is_some() => {
            if above.as_os_str().is_empty() {
                ".".to_owned()
            } else {
                above.display().to_string()
            }
        }
        _ => "..".to_owned(),
    };
    let message = format!("`{shown}` is a `content` folder itself, and has none in it");
    Diagnostic::new(Code::NoContent, span, message)
        .help(format!("name the folder that it lies in: `--root {above}`"))
}

fn visible(entry: &walkdir::DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
}

fn add(
    tree: &mut Tree,
    entry: &walkdir::DirEntry,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    let path = relative(&tree.root, entry.path());
    if !is_text(&path) {
        tree.others.insert(path);
        return;
    }
    if entry.metadata().is_ok_and(|m| m.len() > MOST_BYTES) {
        let span = tree.missing(&path, sources);
        let limit = MOST_BYTES >> 20;
        problems.push(
            Diagnostic::new(Code::TooLarge, span, format!("this file is larger than {limit} MB"))
                .help("split the recording into several forums"),
        );
        tree.failed.insert(path);
        return;
    }
    let read = match std::fs::read(entry.path()) {
        Ok(bytes) => text(format!("{}/{path}", tree.shown), bytes, sources),
        Err(error) => Err(Box::new(unreadable(tree.missing(&path, sources), &error.to_string()))),
    };
    match read {
        Ok(file) => {
            tree.texts.insert(path, file);
        }
        Err(problem) => {
            problems.push(*problem);
            tree.failed.insert(path);
        }
    }
}

fn is_text(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|e| e.to_str()).unwrap_or_default();
    let subtitles = ["srt", "vtt"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    subtitles || ["yaml", "yml", "md", "json", "lock"].contains(&ending)
}

/// Adds a text. It is UTF-8 and has no NUL, which neither YAML nor Markdown can hold; where it is
/// not so, the problem is at the first byte.
fn text(path: String, bytes: Vec<u8>, sources: &mut SourceMap) -> Result<FileId, Box<Diagnostic>> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let file = sources.add(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
            let span = Span::new(file, at..at + '\u{fffd}'.len_utf8());
            let problem = Diagnostic::new(Code::NotUtf8, span, "this file is not UTF-8")
                .label("the first byte that is not")
                .help("save the file as UTF-8");
            return Err(Box::new(problem));
        }
    };
    let nul = text.find('\0');
    let file = sources.add(path, text);
    match nul {
        None => Ok(file),
        Some(at) => {
            let span = Span::new(file, at..at + 1);
            let problem = Diagnostic::new(Code::NotText, span, "this file has a NUL byte in it")
                .label("here")
                .help("save the file as UTF-8, or take the byte out");
            Err(Box::new(problem))
        }
    }
}

/// A text by a link is missed by what needs it; of anything else a warning is enough.
fn link(span: Span, path: &str) -> Diagnostic {
    let message = format!("`{path}` is a symbolic link, which is not followed");
    let problem = if is_text(path) {
        Diagnostic::new(Code::SymbolicLink, span, message)
    } else {
        Diagnostic::new(Code::SymbolicLink, span, message).milder()
    };
    problem.help("put what it leads to in its place")
}

/// A name that cannot stand in a list of files, a line each, nor in an address.
fn odd_name(span: Span, name: &str) -> Diagnostic {
    let message = format!("the name of the file {name:?} has a line break or control character");
    Diagnostic::new(Code::BadFileName, span, message).help("rename the file")
}

fn unreadable(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(Code::Unreadable, span, format!("this file cannot be read: {why}"))
        .help("look at its permissions")
}

fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
