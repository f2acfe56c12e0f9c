//! Where the site is put: the folder itself, those beside it, and how one takes another's place.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{MANIFEST, Publish, PublishError, at};

/// Where the folder really is, if it is there: a link to a folder stays one.
pub(super) fn real(out: &Path) -> Publish<PathBuf> {
    if out.exists() {
        return out.canonicalize().map_err(at(out));
    }
    let parent = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(at(parent))?;
    let name = out.file_name().ok_or_else(|| PublishError::NotAFolder(out.to_owned()))?;
    Ok(parent.canonicalize().map_err(at(parent))?.join(name))
}

/// `.public.gen-new` beside `public`.
pub(super) fn sibling(out: &Path, kind: &str) -> PathBuf {
    let name = out.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    out.with_file_name(format!(".{name}.gen-{kind}"))
}

/// Makes a folder and keeps other runs out of it for as long as the lock is held.
pub(super) fn lock(folder: &Path) -> Publish<File> {
    loop {
        fs::create_dir_all(folder).map_err(at(folder))?;
        let open = match File::open(folder) {
            // another run that ended has just removed or renamed the folder; it is made anew
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

/// Whether another disk begins at a folder.
#[cfg(unix)]
pub(super) fn is_mounted(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let Ok(folder) = folder.canonicalize() else { return false };
    let device = |path: &Path| fs::metadata(path).map(|data| data.dev()).ok();
    // a mount point cannot be renamed, and its parent is on another device
    folder.parent().is_some_and(|parent| device(parent) != device(&folder))
}

#[cfg(not(unix))]
pub(super) fn is_mounted(_: &Path) -> bool {
    false
}

#[cfg(unix)]
fn is_still_there(open: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    // a lock belongs to the inode, and the path may name another folder by now
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    open.metadata().is_ok_and(|open| fs::metadata(path).is_ok_and(|there| same(&open, &there)))
}

#[cfg(not(unix))]
fn is_still_there(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Removes what a run that was stopped left behind.
pub(super) fn empty(staging: &Path) -> Publish<()> {
    for entry in fs::read_dir(staging).map_err(at(staging))? {
        let path = entry.map_err(at(staging))?.path();
        // `is_dir` follows links: what a link leads to is not ours to empty
        if path.is_dir() && !path.is_symlink() {
            remove(&path)?;
        } else {
            fs::remove_file(&path).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// Removes a folder with all that is in it, closed folders as well: they have the permissions of
/// those in their place, and only an open one lets go of its files.
pub(super) fn remove(folder: &Path) -> Publish<()> {
    fs::remove_dir_all(folder).or_else(|_| {
        open(folder)?;
        fs::remove_dir_all(folder).map_err(at(folder))
    })
}

/// Opens a folder and those in it to whom they belong. Links are not followed, and the permissions
/// of files stay: a file that was carried over is the same one in the new site.
#[cfg(unix)]
fn open(folder: &Path) -> Publish<()> {
    use std::os::unix::fs::PermissionsExt;
    const OPEN: u32 = 0o700;
    let mut permissions = fs::metadata(folder).map_err(at(folder))?.permissions();
    let mode = permissions.mode();
    if mode & OPEN != OPEN {
        permissions.set_mode(mode | OPEN);
        fs::set_permissions(folder, permissions).map_err(at(folder))?;
    }
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open(&entry.path())?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn open(_: &Path) -> Publish<()> {
    Ok(())
}

/// Puts the old site back where a run was stopped after it had moved it away and before it had put
/// the new one into its place.
pub(super) fn restore(out: &Path) -> Publish<()> {
    let old = sibling(out, "old");
    // a list in the folder means that the new site is in its place already; a folder without one
    // beside it is not an old site
    if out.join(MANIFEST).exists() || !old.join(MANIFEST).is_file() {
        return Ok(());
    }
    if out.exists() {
        fs::remove_dir(out).map_err(at(out))?; // an empty one, or it would not be written to
    }
    fs::rename(&old, out).map_err(at(out))
}

/// Puts the new folder into the old one's place: at once where the system can exchange two names,
/// else by moving the old one away first and back if the new one cannot be moved. Gives where the
/// old one is now.
pub(super) fn swap(staging: &Path, out: &Path) -> Publish<Option<PathBuf>> {
    if !out.exists() {
        return fs::rename(staging, out).map(|()| None).map_err(at(out));
    }
    // some file systems cannot exchange two names; then two renames do it, with a moment between
    // them in which there is no site
    if exchange(staging, out) {
        return Ok(Some(staging.to_owned()));
    }
    let old = sibling(out, "old");
    if old.exists() {
        remove(&old)?;
    }
    fs::rename(out, &old).map_err(at(out))?;
    // readers must not be left without a site, so the old one goes back before the error is
    // reported
    if let Err(error) = fs::rename(staging, out) {
        fs::rename(&old, out).map_err(at(out))?;
        return Err(at(out)(error));
    }
    Ok(Some(old))
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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn close(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn a_closed_folder_is_opened_and_removed() {
        let top = tempfile::tempdir().unwrap();
        let (old, beside) = (top.path().join("old"), top.path().join("beside"));
        fs::create_dir_all(old.join("a/b")).unwrap();
        fs::create_dir(&beside).unwrap();
        fs::write(old.join("a/b/file"), "").unwrap();
        symlink(&beside, old.join("a/link")).unwrap();
        close(&old.join("a/b/file"), 0o444);
        close(&beside, 0o555);
        for folder in ["a/b", "a", ""] {
            close(&old.join(folder), 0o055);
        }
        open(&old).unwrap();
        let modes = ["", "a", "a/b"].map(|folder| mode(&old.join(folder)));
        assert_eq!(modes, [0o755; 3]);
        assert_eq!((mode(&old.join("a/b/file")), mode(&beside)), (0o444, 0o555));
        close(&old.join("a"), 0o555);
        remove(&old).unwrap();
        assert!(!old.exists() && beside.is_dir());
    }
}
