//! Publishing: the finished site goes to the disk whole, or not at all.
//!
//! The site is written into a folder beside the target and takes its place in one step, so that a
//! reader meets either the old site or the new one. A list of what was written
//! ([`MANIFEST`]) stands in the folder: only a folder that has one is replaced, only files on it
//! are left behind, and everything else in the folder is carried over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

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
    /// The folder is the one that is read from, or has it inside.
    #[error("`{0}` holds what the site is made from")]
    HoldsContent(PathBuf),
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

/// Checks that the folder may be written to, before any work is done.
///
/// # Errors
///
/// If it is not ours, no folder, or holds `content`.
pub fn check(out: &Path, content: &Path) -> Publish<()> {
    if let (Ok(out_path), Ok(content)) = (out.canonicalize(), content.canonicalize())
        && (content.starts_with(&out_path) || out_path.starts_with(&content))
    {
        return Err(PublishError::HoldsContent(out.to_owned()));
    }
    if out.exists() && !out.is_dir() {
        return Err(PublishError::NotAFolder(out.to_owned()));
    }
    let ours = out.join(MANIFEST).is_file();
    let empty = !out.exists() || fs::read_dir(out).map_err(at(out))?.next().is_none();
    if ours || empty { Ok(()) } else { Err(PublishError::NotOurs(out.to_owned())) }
}

/// Puts the site at `out`, replacing the one that was there. `tick` is called for every file.
///
/// # Errors
///
/// What stood in the way; the old site is untouched then.
pub fn publish(files: &Files, out: &Path, tick: &dyn Fn()) -> Publish<()> {
    let out = &real(out)?;
    let staging = sibling(out, "new");
    fs::create_dir_all(&staging).map_err(at(&staging))?;
    let lock = lock(&staging)?;
    empty(&staging)?;
    for (path, content) in files {
        write(&staging.join(path), content)?;
        tick();
    }
    let list: String = files.keys().map(|path| format!("{path}\n")).collect();
    write(&staging.join(MANIFEST), &Content::Bytes(list.into_bytes()))?;
    carry_over(out, &staging, files)?;
    let swapped = swap(&staging, out);
    drop(lock);
    swapped?;
    if staging.exists() { fs::remove_dir_all(&staging).map_err(at(&staging)) } else { Ok(()) }
}

/// Puts a file's new text into its place at once, so that a reader meets the old or the new one.
///
/// # Errors
///
/// What stood in the way; the old file is untouched then.
pub fn replace(path: &Path, text: &str) -> Publish<()> {
    let new = sibling(path, "new");
    write(&new, &Content::Bytes(text.as_bytes().to_vec()))?;
    fs::rename(&new, path).map_err(at(path))
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

fn lock(staging: &Path) -> Publish<File> {
    let folder = File::open(staging).map_err(at(staging))?;
    match folder.try_lock() {
        Ok(()) => Ok(folder),
        Err(TryLockError::WouldBlock) => Err(PublishError::Busy(staging.to_owned())),
        Err(TryLockError::Error(error)) => Err(at(staging)(error)),
    }
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
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(at(parent))?;
    }
    match content {
        Content::Bytes(bytes) => fs::write(path, bytes).map_err(at(path)),
        Content::CopyOf(from) => fs::copy(from, path).map(drop).map_err(at(from)),
    }
}

/// Links every file that is not on the old list, and not in the new site, into the new folder.
fn carry_over(out: &Path, staging: &Path, files: &Files) -> Publish<()> {
    let Ok(list) = fs::read_to_string(out.join(MANIFEST)) else { return Ok(()) };
    let ours: BTreeSet<&str> = list.lines().chain([MANIFEST]).collect();
    for entry in walkdir::WalkDir::new(out) {
        let entry = entry.map_err(|error| PublishError::Io {
            path: error.path().unwrap_or(out).to_owned(),
            error: error.into(),
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let relative = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let name = relative.to_string_lossy().replace('\\', "/");
        if ours.contains(name.as_str()) || files.contains_key(&name) {
            continue;
        }
        let to = staging.join(relative);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        let linked = fs::hard_link(entry.path(), &to);
        linked.or_else(|_| fs::copy(entry.path(), &to).map(drop)).map_err(at(&to))?;
    }
    Ok(())
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
