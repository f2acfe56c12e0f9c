//! The first bytes of a file, which tell what kind of file it is where its name may be wrong.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The first `most` bytes of a file, or all where it has fewer; nothing where it cannot be read.
pub fn first_bytes(path: &Path, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
