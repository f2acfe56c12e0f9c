//! Publishing: the finished site goes to the disk whole, or not at all.
//!
//! The site is written into a folder beside the target and takes its place in one step, so that a
//! reader meets either the old site or the new one. A list of what was written
//! ([`MANIFEST`]) stands in the folder: only a folder that has one is replaced, only files on it
//! are left behind, and everything else in the folder is carried over, or stops the run where a
//! page would take its place.

mod folder_swap;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

use folder_swap::{empty, is_mounted, lock, real, remove, restore, sibling, swap};

/// Name of the list of files written, in the folder they were written to.
pub const MANIFEST: &str = ".gen-manifest";

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileContent {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file on the disk, which never fill the memory.
    CopyOf(PathBuf),
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
        /// The file.
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
    if is_mounted(out) {
        return Err(PublishError::Mounted(out.to_owned()));
    }
    let ours = out.join(MANIFEST).is_file();
    let empty = !out.exists() || fs::read_dir(out).map_err(at(out))?.next().is_none();
    if ours || empty { Ok(()) } else { Err(PublishError::NotOurs(out.to_owned())) }
}

/// Where a path leads, links followed as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there = whole.as_path();
    loop {
        if let Ok(real) = there.canonicalize() {
            let mut resolved = real;
            for part in whole.strip_prefix(there).unwrap_or(Path::new("")).components() {
                match part {
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

/// Puts the site at `out`, replacing the one that was there. `tick` is called for every file.
///
/// # Errors
///
/// What stood in the way; the old site is untouched then, and what was begun beside it is removed
/// as far as it can be.
pub fn publish(files: &SiteFiles, out: &Path, tick: &(dyn Fn() + Sync)) -> Publish<PublishReport> {
    let out = &real(out)?;
    let staging = sibling(out, "new");
    let _lock = lock(&staging)?;
    restore(out)?;
    // held until the old site is gone, so that no other run takes it for its own staging folder
    let _old = if out.exists() { Some(lock(out)?) } else { None };
    let swapped = empty(&staging)
        .and_then(|()| fill(&staging, files, out, tick))
        .and_then(|()| swap(&staging, out));
    match swapped {
        Ok(old) => Ok(PublishReport { left: old.and_then(|old| remove(&old).err()) }),
        Err(error) => {
            let _ = remove(&staging); // the next run empties it; the error says what is wrong
            Err(error)
        }
    }
}

fn fill(staging: &Path, files: &SiteFiles, out: &Path, tick: &(dyn Fn() + Sync)) -> Publish<()> {
    check_collisions(files)?;
    let foreign = foreign(out, files)?;
    let folders: BTreeSet<_> = files.keys().filter_map(|path| Path::new(path).parent()).collect();
    for folder in folders {
        let folder = staging.join(folder);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
    }
    // of several that fail, the first in order is told
    let written: Vec<Publish<()>> = files
        .par_iter()
        .map(|(path, content)| {
            tick();
            write(&staging.join(path), content)
        })
        .collect();
    written.into_iter().collect::<Publish<()>>()?;
    let list: String = files.keys().map(|path| format!("{path}\n")).collect();
    write(&staging.join(MANIFEST), &FileContent::Bytes(list.into_bytes()))?;
    for relative in &foreign {
        carry_over(&out.join(relative), &staging.join(relative))?;
    }
    keep_permissions(out, staging)
}

/// No file of the site lies in another one, as one of `static/` could in a page's place.
fn check_collisions(files: &SiteFiles) -> Publish<()> {
    for path in files.keys() {
        for (end, _) in path.match_indices('/') {
            if files.contains_key(&path[..end]) {
                return Err(PublishError::Collision(path[..end].to_owned(), path.clone()));
            }
        }
    }
    Ok(())
}

/// Gives every folder the permissions that the one in its place has.
fn keep_permissions(out: &Path, staging: &Path) -> Publish<()> {
    // from the inside out, so that no folder is closed before those in it are done
    for entry in walkdir::WalkDir::new(staging).contents_first(true) {
        let entry = entry.map_err(|error| unwalked(&error, staging))?;
        let relative = entry.path().strip_prefix(staging).unwrap_or(entry.path());
        let old = out.join(relative);
        if !entry.file_type().is_dir() || !old.is_dir() || old.is_symlink() {
            continue;
        }
        let permissions = fs::metadata(&old).map_err(at(&old))?.permissions();
        fs::set_permissions(entry.path(), permissions).map_err(at(entry.path()))?;
    }
    Ok(())
}

fn unwalked(error: &walkdir::Error, folder: &Path) -> PublishError {
    let error_kind = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
    let path = error.path().unwrap_or(folder).to_owned();
    PublishError::Io { path, error: io::Error::new(error_kind, error.to_string()) }
}

/// Puts a file's new text into its place at once, so that a reader meets the old or the new one.
///
/// # Errors
///
/// What stood in the way; the old file is untouched then.
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
    }
}

/// What an earlier run wrote to a folder, by its list.
fn written(out: &Path) -> Publish<BTreeSet<String>> {
    let manifest = out.join(MANIFEST);
    match fs::read(&manifest) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(at(&manifest)(error)),
    }
}

/// What is in the folder and was not written by an earlier run: files, and folders without any.
fn foreign(out: &Path, files: &SiteFiles) -> Publish<Vec<PathBuf>> {
    if !out.exists() {
        return Ok(Vec::new());
    }
    let ours = written(out)?;
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(out).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unwalked(&error, out))?;
        let relative = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        let folder = entry.file_type().is_dir();
        if folder && fs::read_dir(entry.path()).map_err(at(entry.path()))?.next().is_some()
            || name == MANIFEST
            || ours.contains(&name)
        {
            continue;
        }
        if is_in_the_way(&name, folder, files) {
            return Err(PublishError::InTheWay(entry.into_path()));
        }
        found.push(relative.to_owned());
    }
    Ok(found)
}

/// Whether a file of the site would take its place, or need a folder where it is, or the other way.
fn is_in_the_way(name: &str, folder: bool, files: &SiteFiles) -> bool {
    let above = |(end, _): (usize, &str)| files.contains_key(&name[..end]);
    let below = format!("{name}/");
    let next = files.range(below.clone()..).next();
    files.contains_key(name)
        || name.match_indices('/').any(above)
        || (!folder && next.is_some_and(|(path, _)| path.starts_with(&below)))
}

/// Links a file into the new folder, or makes an empty folder there.
fn carry_over(from: &Path, to: &Path) -> Publish<()> {
    let folder = from.is_dir() && !from.is_symlink();
    let parent = if folder { Some(to) } else { to.parent() };
    if let Some(parent) = parent {
        fs::create_dir_all(parent).map_err(at(parent))?;
    }
    if folder {
        return Ok(());
    }
    let linked = fs::hard_link(from, to);
    linked.or_else(|_| fs::copy(from, to).map(drop)).map_err(at(to))
}

/// Puts the path into an error.
fn at(path: &Path) -> impl Fn(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |error| PublishError::Io { path: path.clone(), error }
}
