//! The staging folder: where a site is written to before it is published.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::folder_swap::{empty, lock, real, remove, restore, sibling, swap};
use super::{FileContent, MANIFEST, Publish, PublishError, PublishReport, Sink, at, write};

/// Writes files to a folder beside the one where the site is published, and exchanges the two at
/// the end. The folder is made with the first file, and removed again where the site is not
/// published.
#[derive(Debug)]
pub struct Staging {
    out: PathBuf,
    folder: OnceLock<Publish<StagingFolder>>,
    /// Files that could not be written, by path.
    failed: Mutex<BTreeMap<String, PublishError>>,
}

impl Staging {
    /// For a site at `out`.
    pub fn new(out: &Path) -> Self {
        Self { out: out.to_owned(), folder: OnceLock::new(), failed: Mutex::default() }
    }

    /// Puts the files that were written in the place of the site that was there. `paths` are the
    /// paths of them all.
    ///
    /// # Errors
    ///
    /// The reason why it failed; the old site is untouched then.
    pub fn publish(self, paths: &BTreeSet<String>) -> Publish<PublishReport> {
        self.folder(); // a site without files has none yet
        let Self { folder, failed, .. } = self;
        let Some(folder) = folder.into_inner() else { return Ok(PublishReport::default()) };
        let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        folder?.publish(paths, failed)
    }

    fn folder(&self) -> &Publish<StagingFolder> {
        self.folder.get_or_init(|| StagingFolder::open(&self.out))
    }
}

impl Sink for Staging {
    fn put(&self, path: &str, content: FileContent) {
        // `publish` reports why the folder could not be opened
        let Ok(folder) = self.folder() else { return };
        if let Err(error) = folder.write(path, &content) {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            failed.insert(path.to_owned(), error);
        }
    }
}

/// A staging folder that no other run writes to.
#[derive(Debug)]
struct StagingFolder {
    out: PathBuf,
    path: PathBuf,
    /// Folders in it that are there.
    made: Mutex<HashSet<PathBuf>>,
    published: bool,
    _lock: File,
    /// Held until the old site is gone, so that no other run takes it for its own staging folder.
    old: Option<File>,
}

impl StagingFolder {
    fn open(out: &Path) -> Publish<Self> {
        let out = real(out)?;
        let path = sibling(&out, "new");
        let lock = lock(&path)?;
        // the value is made before the next steps, so that `drop` removes the folder where one of
        // them fails
        let mut folder =
            Self { out, path, made: Mutex::default(), published: false, _lock: lock, old: None };
        // this is done with the lock held: a second run must not take the moment between two
        // renames for a stopped one
        restore(&folder.out)?;
        if folder.out.exists() {
            folder.old = Some(self::lock(&folder.out)?);
        }
        // files of a run that was stopped would be published with those of this one
        empty(&folder.path)?;
        Ok(folder)
    }

    fn write(&self, path: &str, content: &FileContent) -> Publish<()> {
        let file = self.path.join(path);
        if let Some(parent) = file.parent() {
            self.make(parent)?;
        }
        write(&file, content)
    }

    fn make(&self, folder: &Path) -> Publish<()> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if !made.contains(folder) {
            fs::create_dir_all(folder).map_err(at(folder))?;
            made.insert(folder.to_owned());
        }
        Ok(())
    }

    fn publish(
        mut self,
        paths: &BTreeSet<String>,
        failed: BTreeMap<String, PublishError>,
    ) -> Publish<PublishReport> {
        self.complete(paths, failed)?;
        let old = swap(&self.path, &self.out)?;
        // what stands at the staging path now, if anything, is the old site; a failure to remove it
        // is reported in `left` and does not undo the publishing
        self.published = true;
        Ok(PublishReport { left: old.and_then(|old| remove(&old).err()) })
    }

    /// Adds the list of files and what was not written by an earlier run.
    fn complete(
        &self,
        paths: &BTreeSet<String>,
        failed: BTreeMap<String, PublishError>,
    ) -> Publish<()> {
        // this comes first: a collision makes writing fail as well, and the I/O error would say
        // less
        check_collisions(paths)?;
        let foreign = foreign(&self.out, paths)?;
        // of several that failed, the first in order is reported
        if let Some(error) = failed.into_values().next() {
            return Err(error);
        }
        let list: String = paths.iter().map(|path| format!("{path}\n")).collect();
        write(&self.path.join(MANIFEST), &FileContent::Bytes(list.into_bytes()))?;
        for relative in &foreign {
            carry_over(&self.out.join(relative), &self.path.join(relative))?;
        }
        keep_permissions(&self.out, &self.path)
    }
}

impl Drop for StagingFolder {
    fn drop(&mut self) {
        if !self.published {
            let _ = remove(&self.path); // the next run empties it; the error says what is wrong
        }
    }
}

/// No file of the site lies in another one, as one of `static/` could in a page's place.
fn check_collisions(paths: &BTreeSet<String>) -> Publish<()> {
    for path in paths {
        for (end, _) in path.match_indices('/') {
            if paths.contains(&path[..end]) {
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
fn foreign(out: &Path, paths: &BTreeSet<String>) -> Publish<Vec<PathBuf>> {
    if !out.exists() {
        return Ok(Vec::new());
    }
    let ours = written(out)?;
    let mut found = Vec::new();
    // entries are sorted so that every machine reports the same first file in the way
    for entry in walkdir::WalkDir::new(out).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unwalked(&error, out))?;
        let relative = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        // a folder with something in it comes along with its files; only an empty one counts by
        // itself
        let folder = entry.file_type().is_dir();
        if folder && fs::read_dir(entry.path()).map_err(at(entry.path()))?.next().is_some()
            || name == MANIFEST
            || ours.contains(&name)
        {
            continue;
        }
        if is_in_the_way(&name, folder, paths) {
            return Err(PublishError::InTheWay(entry.into_path()));
        }
        found.push(relative.to_owned());
    }
    Ok(found)
}

/// Whether a file of the site would take its place, or need a folder where it is, or the other way.
fn is_in_the_way(name: &str, folder: bool, paths: &BTreeSet<String>) -> bool {
    let above = |(end, _): (usize, &str)| paths.contains(&name[..end]);
    let below = format!("{name}/");
    // in a sorted set, if any path begins with `below`, the first one that is not smaller does
    let next = paths.range(below.clone()..).next();
    paths.contains(name)
        || name.match_indices('/').any(above)
        || (!folder && next.is_some_and(|path| path.starts_with(&below)))
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
    // a link needs no room and no time, however large the file; some file systems have none
    let linked = fs::hard_link(from, to);
    linked.or_else(|_| fs::copy(from, to).map(drop)).map_err(at(to))
}
