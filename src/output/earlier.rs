//! The site that an earlier run wrote: what need not be made again is taken from it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::written;

/// What is larger is not read: pictures for sharing have a twentieth of this.
const MOST: u64 = 1 << 20;

/// A site in its folder. It is looked into as one looks into a drawer: what is not there, or cannot
/// be read, is simply made again.
#[derive(Debug, Default)]
pub struct Earlier {
    out: PathBuf,
    written: BTreeSet<String>,
}

impl Earlier {
    /// The site in a folder; an empty one where no run has written there.
    pub fn at(out: &Path) -> Self {
        Self { out: out.to_owned(), written: written(out).unwrap_or_default() }
    }

    /// The bytes of a file, by its path in the site, if an earlier run wrote one there. Whoever
    /// takes them has to see that they are what the run wrote: anybody may have changed them.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let file = self.out.join(self.written.get(path)?);
        let there = fs::symlink_metadata(&file).ok()?;
        (there.is_file() && there.len() <= MOST).then(|| fs::read(&file).ok())?
    }
}

#[cfg(test)]
mod tests {
    use super::super::MANIFEST;
    use super::*;

    #[test]
    fn only_what_a_run_wrote_is_taken() {
        let top = tempfile::tempdir().unwrap();
        let write = |path: &str, bytes: &[u8]| fs::write(top.path().join(path), bytes).unwrap();
        write("ours.png", b"drawn");
        write("theirs.png", b"put there");
        write("large.png", &vec![0; (MOST + 1) as usize]);
        fs::create_dir(top.path().join("folder.png")).unwrap();
        assert_eq!(Earlier::at(top.path()).bytes("ours.png"), None, "nothing says that it is ours");
        write(MANIFEST, b"folder.png\nlarge.png\ngone.png\nours.png\n");
        let earlier = Earlier::at(top.path());
        assert_eq!(earlier.bytes("ours.png").as_deref(), Some(&b"drawn"[..]));
        for path in ["theirs.png", "large.png", "folder.png", "gone.png", "./ours.png"] {
            assert_eq!(earlier.bytes(path), None, "{path}");
        }
        assert_eq!(Earlier::at(&top.path().join("nowhere")).bytes("ours.png"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_file_is_not_followed() {
        let top = tempfile::tempdir().unwrap();
        fs::write(top.path().join("elsewhere"), "secret").unwrap();
        std::os::unix::fs::symlink("elsewhere", top.path().join("ours.png")).unwrap();
        fs::write(top.path().join(MANIFEST), "ours.png\n").unwrap();
        assert_eq!(Earlier::at(top.path()).bytes("ours.png"), None);
    }
}
