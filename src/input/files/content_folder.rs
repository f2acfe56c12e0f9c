//! The files under `content/`.
//!
//! Texts (YAML, Markdown, transcripts, locks) are read. Of any other file only the path is kept,
//! and the file is copied when the site is written, so that images never fill the memory. Symbolic
//! links are not followed; each is a problem.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::walk::{MAX_BYTES, entries, is_text, relative, symbolic_link, unreadable};
use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::input::transcript::decoding::{self, Undecodable};

/// What is under `content/`, by path relative to it, with `/` between the parts.
#[derive(Debug, Default)]
pub struct ContentTree {
    /// Where `content/` is on the disk.
    pub root: PathBuf,
    /// Whether there is such a folder.
    pub exists: bool,
    /// The path of `content/` as messages have it.
    pub display_path: String,
    /// Texts that were read.
    pub texts: BTreeMap<String, FileId>,
    /// Files that are there but not read.
    pub others: BTreeSet<String>,
    /// Texts that are there and could not be read, each of which is a problem already.
    pub failed: BTreeSet<String>,
}

impl ContentTree {
    /// Whether a file is there, whatever it is.
    pub fn has(&self, path: &str) -> bool {
        self.texts.contains_key(path) || self.others.contains(path) || self.failed.contains(path)
    }

    /// The span of problems with a file that is not there.
    pub fn missing(&self, path: &str, sources: &mut SourceMap) -> Span {
        Span::whole(sources.add(format!("{}/{path}", self.display_path), ""))
    }
}

/// Reads everything under `root/content`. Every file that cannot be read is a problem.
pub fn read(root: &Path, sources: &mut SourceMap, problems: &mut Problems) -> ContentTree {
    let mut tree = ContentTree {
        root: root.join("content"),
        display_path: display_path(root),
        ..ContentTree::default()
    };
    if !tree.root.is_dir() {
        let file = sources.add(tree.display_path.clone(), "");
        problems.push(no_content(root, Span::whole(file)));
        return tree;
    }
    tree.exists = true;
    for entry in entries(&tree.root) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => add(&mut tree, &entry, sources, problems),
            Ok(entry) if entry.path_is_symlink() => {
                let path = relative(&tree.root, entry.path());
                problems.push(symbolic_link(tree.missing(&path, sources), &path));
                tree.failed.insert(path);
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().map(|p| relative(&tree.root, p)).unwrap_or_default();
                // remembered, so that the file is not reported as missing as well
                tree.failed.insert(path.clone());
                let span = tree.missing(&path, sources);
                problems.push(unreadable(span, &error.to_string()));
            }
        }
    }
    tree
}

/// The path of `content/` in a root, as messages have it.
pub fn display_path(root: &Path) -> String {
    match root.to_string_lossy() {
        dot if dot == "." || dot.is_empty() => "content".to_owned(),
        root => format!("{}/content", root.trim_end_matches('/')),
    }
}

/// The problem that a root has no `content/`, or is itself that folder.
fn no_content(root: &Path, span: Span) -> Diagnostic {
    let is_content = root.join("site.yaml").is_file() || root.join("speakers.yaml").is_file();
    if !is_content {
        return Diagnostic::new(Code::NoContent, span, "there is no folder `content`")
            .help("run `gen` in the project's folder, or name it with `--root`");
    }
    let shown = root.display();
    let above = match root.parent() {
        // `.` and `..` have no name, and their parent by path is not the folder above them
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

fn add(
    tree: &mut ContentTree,
    entry: &walkdir::DirEntry,
    sources: &mut SourceMap,
    problems: &mut Problems,
) {
    let path = relative(&tree.root, entry.path());
    if !is_text(&path) {
        tree.others.insert(path);
        return;
    }
    let length = entry.metadata().map_or(0, |m| m.len());
    let read = read_bytes(tree, &path, length, sources).and_then(|bytes| {
        let shown = format!("{}/{path}", tree.display_path);
        if may_be_transcript(&path) {
            transcript_text(shown, &bytes, sources, problems)
        } else {
            text(shown, bytes, sources)
        }
    });
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

/// Whether a file that is read as text may be a transcript, which may have another encoding.
fn may_be_transcript(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let in_forum = path.matches('/').count() == 1 && !path.starts_with("pages/");
    in_forum && !["yaml", "yml", "lock"].contains(&ending)
}

/// Reads a transcript that is there and was not read, since only forum.yaml tells that it is one.
///
/// # Errors
///
/// The problem with the file.
pub fn read_other(
    tree: &ContentTree,
    path: &str,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Result<FileId, Box<Diagnostic>> {
    let length = std::fs::metadata(tree.root.join(path)).map_or(0, |m| m.len());
    let bytes = read_bytes(tree, path, length, sources)?;
    transcript_text(format!("{}/{path}", tree.display_path), &bytes, sources, problems)
}

/// Reads a file of a length.
fn read_bytes(
    tree: &ContentTree,
    path: &str,
    length: u64,
    sources: &mut SourceMap,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    // before reading, so that a recording named `.md` by mistake never fills the memory
    if length > MAX_BYTES {
        let span = tree.missing(path, sources);
        let limit = MAX_BYTES >> 20;
        let problem =
            Diagnostic::new(Code::TooLarge, span, format!("this file is larger than {limit} MB"))
                .help("split the recording into several forums");
        return Err(Box::new(problem));
    }
    std::fs::read(tree.root.join(path))
        .map_err(|error| Box::new(unreadable(tree.missing(path, sources), &error.to_string())))
}

/// Adds the text of a transcript to the sources, and what is to be said of how it was decoded.
fn transcript_text(
    path: String,
    bytes: &[u8],
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Result<FileId, Box<Diagnostic>> {
    match decoding::decode(bytes) {
        Ok(decoded) => {
            let file = sources.add(path, decoded.text.as_str());
            problems.extend(decoded.problems(file));
            Ok(file)
        }
        Err(Undecodable::Text) => text(path, bytes.to_vec(), sources),
        Err(Undecodable::NoText(what, help)) => {
            let span = Span::whole(sources.add(path, ""));
            Err(Box::new(decoding::no_text(what, help, span)))
        }
    }
}

/// Adds a text to the sources. It must be UTF-8 and have no NUL byte, which neither YAML nor
/// Markdown allows; else the problem is at the first wrong byte.
fn text(path: String, bytes: Vec<u8>, sources: &mut SourceMap) -> Result<FileId, Box<Diagnostic>> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let help = match decoding::likely_encoding(error.as_bytes()) {
                Some(name) => format!("save the file as UTF-8; it looks like {name}"),
                None => "save the file as UTF-8".to_owned(),
            };
            // up to the first wrong byte the lossy text is the same, so `at` is right in it
            let at = error.utf8_error().valid_up_to();
            let file = sources.add(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
            let span = Span::new(file, at..at + '\u{fffd}'.len_utf8());
            let problem = Diagnostic::new(Code::NotUtf8, span, "this file is not UTF-8")
                .label("the first byte that is not")
                .help(help);
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
