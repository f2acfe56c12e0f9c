//! A file outside of `content/` to which a YAML file refers by its path, such as a font.

use std::io::ErrorKind;
use std::path::{Component, Path};

use super::content_folder::ContentTree;
use super::walk::MAX_BYTES;

/// Why a file is not read.
#[derive(Debug)]
pub enum ReadFailure {
    /// It is not in the folder that has `content/` in it.
    Outside,
    /// It, or a folder that it lies in, is a symbolic link.
    Link,
    /// There is none.
    Missing,
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// What the system says.
    Failed(std::io::Error),
}

/// Reads a file by its path from the folder that has `content/` in it.
///
/// # Errors
///
/// Why it is not read.
pub fn read(tree: &ContentTree, path: &str) -> Result<Vec<u8>, ReadFailure> {
    let mut place = tree.root.parent().map(Path::to_owned).unwrap_or_default();
    let mut found = None;
    for part in Path::new(path).components() {
        match part {
            Component::Normal(name) => place.push(name),
            Component::CurDir => continue,
            _ => return Err(ReadFailure::Outside),
        }
        // part by part, because a link in the middle of the path leads out as well
        let seen = std::fs::symlink_metadata(&place).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => ReadFailure::Missing,
            _ => ReadFailure::Failed(error),
        })?;
        if seen.is_symlink() {
            return Err(ReadFailure::Link);
        }
        found = Some(seen);
    }
    match found {
        Some(seen) if seen.is_file() && seen.len() > MAX_BYTES => Err(ReadFailure::TooLarge),
        Some(seen) if seen.is_file() => std::fs::read(&place).map_err(ReadFailure::Failed),
        _ => Err(ReadFailure::Missing),
    }
}
