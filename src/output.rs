//! Publishing: the finished site goes to the disk whole, or not at all.
//!
//! The site is written into a folder beside the target and takes its place in one step, so that a
//! reader meets either the old site or the new one. A list of what was written
//! ([`MANIFEST`]) stands in the folder: only a folder that has one is replaced, only files on it
//! are left behind, and everything else in the folder is carried over, or stops the run where a
//! page would take its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;

/// Name of the list of files written, in the folder they were written to.
pub const MANIFEST: &str = ".gen-manifest";

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file on the disk, which never fill the memory.
    CopyOf(PathBuf),
}

/// A finished site: its files by path, with `/` between the parts.
pub type Files = BTreeMap<String, Content>;

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

type Publish<T> = Result<T, PublishError>;

/// Checks that the folder may be written to, before any work is done. `made_from` are the folders
/// that the site is made from.
///
/// # Errors
///
/// If it is not ours, no folder, or has to do with what the site is made from.
pub fn check(out: &Path, made_from: &[PathBuf]) -> Publish<()> {
    let resolved = resolved(out);
    for folder in made_from.iter().filter_map(|folder| folder.canonicalize().ok()) {
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
/// What stood in the way; the old site is untouched then, and nothing is left beside it.
pub fn publish(files: &Files, out: &Path, tick: &(dyn Fn() + Sync)) -> Publish<()> {
    let out = &real(out)?;
    let staging = sibling(out, "new");
    let _lock = lock(&staging)?;
    // held until the old site is gone, so that no other run takes it for its own staging folder
    let _old = if out.exists() { Some(lock(out)?) } else { None };
    let written = empty(&staging)
        .and_then(|()| fill(&staging, files, out, tick))
        .and_then(|()| swap(&staging, out));
    let removed = if staging.exists() { fs::remove_dir_all(&staging) } else { Ok(()) };
    written.and(removed.map_err(at(&staging)))
}

fn fill(staging: &Path, files: &Files, out: &Path, tick: &(dyn Fn() + Sync)) -> Publish<()> {
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
    write(&staging.join(MANIFEST), &Content::Bytes(list.into_bytes()))?;
    foreign.iter().try_for_each(|relative| carry_over(&out.join(relative), &staging.join(relative)))
}

/// Puts a file's new text into its place at once, so that a reader meets the old or the new one.
///
/// # Errors
///
/// What stood in the way; the old file is untouched then.
pub fn replace(path: &Path, text: &str) -> Publish<()> {
    let new = sibling(path, "new");
    let written = write(&new, &Content::Bytes(text.as_bytes().to_vec()));
    let put = written.and_then(|()| fs::rename(&new, path).map_err(at(path)));
    if put.is_err() {
        let _ = fs::remove_file(&new); // half a file is worse than none; the error says why
    }
    put
}

/// Where the folder really is, if it is there: a link to a folder stays one.
fn real(out: &Path) -> Publish<PathBuf> {
    if out.exists() {
        return out.canonicalize().map_err(at(out));
    }
    let parent = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(at(parent))?;
    let name = out.file_name().ok_or_else(|| PublishError::NotAFolder(out.to_owned()))?;
    Ok(parent.canonicalize().map_err(at(parent))?.join(name))
}

/// `.public.gen-new` beside `public`.
fn sibling(out: &Path, kind: &str) -> PathBuf {
    let name = out.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    out.with_file_name(format!(".{name}.gen-{kind}"))
}

/// Makes a folder and keeps other runs out of it for as long as the lock is held.
fn lock(folder: &Path) -> Publish<File> {
    loop {
        fs::create_dir_all(folder).map_err(at(folder))?;
        let open = match File::open(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened.map_err(at(folder))?,
        };
        match open.try_lock() {
            Ok(()) if is_still_there(&open, folder) => return Ok(open),
            Ok(()) => {} // another run has moved it meanwhile
            Err(TryLockError::WouldBlock) => return Err(PublishError::Busy(folder.to_owned())),
            Err(TryLockError::Error(error)) => return Err(at(folder)(error)),
        }
    }
}

#[cfg(unix)]
fn is_still_there(open: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    open.metadata().is_ok_and(|open| fs::metadata(path).is_ok_and(|there| same(&open, &there)))
}

#[cfg(not(unix))]
fn is_still_there(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Removes what a run that was stopped left behind.
fn empty(staging: &Path) -> Publish<()> {
    for entry in fs::read_dir(staging).map_err(at(staging))? {
        let path = entry.map_err(at(staging))?.path();
        let removed =
            if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(at(&path))?;
    }
    Ok(())
}

fn write(path: &Path, content: &Content) -> Publish<()> {
    match content {
        Content::Bytes(bytes) => fs::write(path, bytes).map_err(at(path)),
        Content::CopyOf(from) => fs::copy(from, path).map(drop).map_err(at(from)),
    }
}

/// What is in the folder and was not written by an earlier run: files, and folders without any.
fn foreign(out: &Path, files: &Files) -> Publish<Vec<PathBuf>> {
    if !out.exists() {
        return Ok(Vec::new());
    }
    let manifest = out.join(MANIFEST);
    let list = match fs::read(&manifest) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(at(&manifest)(error)),
    };
    let ours: BTreeSet<&str> = list.lines().chain([MANIFEST]).collect();
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(out).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| PublishError::Io {
            path: error.path().unwrap_or(out).to_owned(),
            error: error.into(),
        })?;
        let relative = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        let folder = entry.file_type().is_dir();
        if folder && fs::read_dir(entry.path()).map_err(at(entry.path()))?.next().is_some()
            || ours.contains(name.as_str())
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
fn is_in_the_way(name: &str, folder: bool, files: &Files) -> bool {
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

/// Puts the new folder into the old one's place: at once where the system can exchange two names,
/// else by moving the old one away first and back if the new one cannot be moved.
fn swap(staging: &Path, out: &Path) -> Publish<()> {
    if !out.exists() {
        return fs::rename(staging, out).map_err(at(out));
    }
    if exchange(staging, out) {
        return Ok(());
    }
    let old = sibling(out, "old");
    if old.exists() {
        fs::remove_dir_all(&old).map_err(at(&old))?;
    }
    fs::rename(out, &old).map_err(at(out))?;
    if let Err(error) = fs::rename(staging, out) {
        fs::rename(&old, out).map_err(at(out))?;
        return Err(at(out)(error));
    }
    fs::remove_dir_all(&old).map_err(at(&old))
}

#[cfg(target_os = "linux")]
fn exchange(one: &Path, two: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, two, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

/// Puts the path into an error.
fn at(path: &Path) -> impl Fn(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |error| PublishError::Io { path: path.clone(), error }
}
