//! Publishing: the finished site goes to the disk whole, or not at all.
//!
//! The files of a site go to a [`Sink`] as they are made. [`Staging`] is the one for publishing: it
//! writes them into a folder beside the target, which takes its place in one step, so that a
//! reader meets either the old site or the new one. A list of what was written
//! ([`MANIFEST`]) stands in the folder: only a folder that has one is replaced, only files on it
//! are left behind, and everything else in the folder is carried over, or stops the run where a
//! page would take its place.

mod archive;
mod folder_swap;
mod sink;
mod staging;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

pub use archive::{ArchiveEntry, EntryContent};
use folder_swap::{is_mounted, sibling};
pub use sink::{MemorySink, NullSink, Sink, SiteWriter};
pub use staging::Staging;

/// Name of the list of files written, in the folder they were written to.
pub const MANIFEST: &str = ".gen-manifest";

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileContent {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file on the disk, which never fill the memory.
    CopyOf(PathBuf),
    /// A zip archive of these files, put together when it is written.
    Archive(Vec<ArchiveEntry>),
}

/// A finished site: its files by path, with `/` between the parts.
pub type SiteFiles = BTreeMap<String, FileContent>;

/// Why a site was not published. The site that was there before still is.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The folder has files in it and none of them is ours.
    #[error("`{0}` is not empty and was not written by gen")]
    NotOurs(PathBuf),
    /// There is something that is no folder.
    #[error("`{0}` is not a folder")]
    NotAFolder(PathBuf),
    /// The folder is one that is read from, or has it inside.
    #[error("`{0}` holds what the site is made from")]
    HoldsContent(PathBuf),
    /// The folder is inside of one that is read from.
    #[error("`{0}` lies in a folder that the site is made from")]
    InContent(PathBuf),
    /// The site has a file of that name, and this one was not written by an earlier run.
    #[error("`{0}` was not written by gen and is in the way of a page")]
    InTheWay(PathBuf),
    /// The site has a file where it needs a folder.
    #[error("`{0}` would be a file of the site, and a folder with `{1}` in it")]
    Collision(String, String),
    /// The folder cannot be exchanged for another.
    #[error("`{0}` cannot be replaced in one step, since a disk is mounted there")]
    Mounted(PathBuf),
    /// Another run is writing to the folder.
    #[error("another run is writing to `{0}`")]
    Busy(PathBuf),
    /// A file could not be read or written.
    #[error("`{path}`: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What happened.
        error: io::Error,
    },
}

/// A site that was published.
#[derive(Debug, Default)]
#[must_use]
pub struct PublishReport {
    /// What is left of the site that was there before, beside the folder: the file or folder that
    /// could not be removed, and why.
    pub left: Option<PublishError>,
}

type Publish<T> = Result<T, PublishError>;

/// Checks that the folder may be written to, before any work is done. `made_from` are the folders
/// that the site is made from.
///
/// # Errors
///
/// If it is not ours, no folder, or has to do with what the site is made from.
pub fn check(out: &Path, made_from: &[PathBuf]) -> Publish<()> {
    let resolved = resolved(out);
    // also one that is not there: the next build would read what this one wrote
    for folder in made_from.iter().map(|folder| self::resolved(folder)) {
        if folder.starts_with(&resolved) {
            return Err(PublishError::HoldsContent(out.to_owned()));
        }
        if resolved.starts_with(&folder) {
            return Err(PublishError::InContent(out.to_owned()));
        }
    }
    if out.exists() && !out.is_dir() {
        return Err(PublishError::NotAFolder(out.to_owned()));
    }
    // this is found before the build, and not by a rename that fails at its end
    if is_mounted(out) {
        return Err(PublishError::Mounted(out.to_owned()));
    }
    // a mistyped `--out` must not replace a folder of somebody's own files
    let ours = out.join(MANIFEST).is_file();
    let empty = !out.exists() || fs::read_dir(out).map_err(at(out))?.next().is_none();
    if ours || empty { Ok(()) } else { Err(PublishError::NotOurs(out.to_owned())) }
}

/// Where a path leads, links followed as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    // `canonicalize` fails where the end of the path is not there yet, so the longest part that is
    // there is resolved and the rest is appended
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there = whole.as_path();
    loop {
        if let Ok(real) = there.canonicalize() {
            let mut resolved = real;
            for part in whole.strip_prefix(there).unwrap_or(Path::new("")).components() {
                match part {
                    // `absolute` keeps `..`; `starts_with` compares components and would take it
                    // for a name
                    Component::ParentDir => drop(resolved.pop()),
                    part => resolved.push(part),
                }
            }
            return resolved;
        }
        match there.parent() {
            Some(parent) => there = parent,
            None => return whole,
        }
    }
}

/// Puts a finished site at `out`, replacing the one that was there.
///
/// # Errors
///
/// The reason why it failed; the old site is untouched then, and the unfinished new one is removed
/// as far as it can be.
pub fn publish(files: &SiteFiles, out: &Path) -> Publish<PublishReport> {
    let staging = Staging::new(out);
    let writer = SiteWriter::new(&staging);
    files.par_iter().for_each(|(path, content)| {
        writer.put(path, content.clone());
    });
    let paths = writer.into_paths();
    staging.publish(&paths)
}

/// Puts a file's new text into its place at once, so that a reader meets the old or the new one.
///
/// # Errors
///
/// The reason why it failed; the old file is untouched then.
pub fn replace(path: &Path, text: &str) -> Publish<()> {
    // two runs write to two files, and the last one to end wins
    let new = sibling(path, &format!("new-{}", std::process::id()));
    let written = write(&new, &FileContent::Bytes(text.as_bytes().to_vec()));
    let put = written.and_then(|()| fs::rename(&new, path).map_err(at(path)));
    if put.is_err() {
        let _ = fs::remove_file(&new); // half a file is worse than none; the error says why
    }
    put
}

fn write(path: &Path, content: &FileContent) -> Publish<()> {
    match content {
        FileContent::Bytes(bytes) => fs::write(path, bytes).map_err(at(path)),
        FileContent::CopyOf(from) => fs::copy(from, path).map(drop).map_err(at(from)),
        FileContent::Archive(entries) => archive::write(path, entries),
    }
}

/// Puts the path into an error.
fn at(path: &Path) -> impl Fn(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |error| PublishError::Io { path: path.clone(), error }
}
