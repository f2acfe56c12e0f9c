//! Where the files of a site go, one by one, as they are made.
//!
//! The pipeline hands every file to a [`SiteWriter`], which keeps the index of paths and passes the
//! file on to a [`Sink`]: the staging folder of a site to be published
//! ([`Staging`](super::Staging)), memory for tests ([`MemorySink`]), or nothing where only the
//! problems matter ([`NullSink`]). No file is kept in memory longer than its sink wants it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::{FileContent, SiteFiles};

/// Takes the files of a site. Files are put from several threads, in no particular order.
pub trait Sink: Sync {
    /// Takes a file. The path is relative to the site's root, with `/` between its parts. A sink
    /// that cannot take the file reports that when the site is to be published.
    fn put(&self, path: &str, content: FileContent);
}

/// Takes every file and keeps none.
#[derive(Debug, Default)]
pub struct NullSink;

impl Sink for NullSink {
    fn put(&self, _: &str, _: FileContent) {}
}

/// Keeps every file in memory.
#[derive(Debug, Default)]
pub struct MemorySink {
    files: Mutex<SiteFiles>,
}

impl MemorySink {
    /// The files that were put.
    pub fn into_files(self) -> SiteFiles {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for MemorySink {
    fn put(&self, path: &str, content: FileContent) {
        // a panic of another thread leaves the map whole: an insertion is the only thing done with
        // it
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.to_owned(), content);
    }
}

/// Passes files on to a sink and keeps the index of their paths, so that no file replaces another.
pub struct SiteWriter<'a> {
    sink: &'a dyn Sink,
    paths: Mutex<BTreeSet<String>>,
}

impl<'a> SiteWriter<'a> {
    /// A writer to a sink, to which nothing else writes.
    pub fn new(sink: &'a dyn Sink) -> Self {
        Self { sink, paths: Mutex::default() }
    }

    /// Writes a file. Gives false where its path is taken: then the first file stays.
    pub fn put(&self, path: impl Into<String>, content: FileContent) -> bool {
        let path = path.into();
        let mut paths = self.paths.lock().unwrap_or_else(PoisonError::into_inner);
        let is_free = paths.insert(path.clone());
        drop(paths); // a disk is slow, and other threads have files as well
        if is_free {
            self.sink.put(&path, content);
        }
        is_free
    }

    /// Writes a file of these bytes.
    pub fn put_bytes(&self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> bool {
        self.put(path, FileContent::Bytes(bytes.into()))
    }

    /// Writes files side by side, since a disk takes longer for a new file than for its bytes. No
    /// two of them have one path.
    pub fn put_side_by_side(&self, files: Vec<(String, Vec<u8>)>) {
        files.into_par_iter().for_each(|(path, bytes)| {
            self.put_bytes(path, bytes);
        });
    }

    /// The paths of the files so far.
    pub fn paths(&self) -> BTreeSet<String> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths of all files.
    pub fn into_paths(self) -> BTreeSet<String> {
        self.paths.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_files_with_one_path_the_first_stays() {
        let memory = MemorySink::default();
        let writer = SiteWriter::new(&memory);
        assert!(writer.put_bytes("a/b", "first"));
        assert!(!writer.put_bytes("a/b", "second"));
        assert!(writer.put_bytes("a", "another"));
        assert_eq!(writer.into_paths().into_iter().collect::<Vec<_>>(), ["a", "a/b"]);
        let files = memory.into_files();
        assert_eq!(files["a/b"], FileContent::Bytes(b"first".to_vec()));
    }
}
