//! Zip archives, such as a book, written entry by entry to the disk.
//!
//! The bytes of an archive depend on its entries alone: every entry has the time 1980-01-01, the
//! first that the format knows, and the permissions `rw-r--r--`, whatever the system. The encoder
//! is miniz (`flate2` with `rust_backend`), which gives the same bytes on every processor.
//!
//! Source: PKWARE APPNOTE 6.3.10.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::{Publish, at};

/// The level of compression, from 1 to 9. The book of a forum of three hours, 415 kB, becomes
/// 186 kB at level 1 in 2.8 ms, 165 kB at level 2 in 3.7 ms, and 158 kB at level 6 in 6.9 ms.
const LEVEL: i64 = 2;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveEntry {
    /// Its path in the archive, with `/` between the parts, in ASCII.
    pub name: String,
    /// What it holds.
    pub content: EntryContent,
}

/// What a file in an archive holds, and how it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryContent {
    /// These bytes as they are.
    Stored(Vec<u8>),
    /// These bytes, compressed.
    Deflated(Vec<u8>),
    /// The bytes of a file on the disk as they are, which never fill the memory.
    CopyOf(PathBuf),
}

/// Writes an archive to a file.
pub(super) fn write(path: &Path, entries: &[ArchiveEntry]) -> Publish<()> {
    let file = File::create(path).map_err(at(path))?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    for entry in entries {
        push(&mut zip, entry, path)?;
    }
    let written = zip.finish().map_err(io::Error::from);
    written.and_then(|mut file| file.flush()).map_err(at(path))
}

fn push(zip: &mut ZipWriter<BufWriter<File>>, entry: &ArchiveEntry, path: &Path) -> Publish<()> {
    let stored = SimpleFileOptions::default()
        .system(System::Unix)
        .unix_permissions(0o644)
        .last_modified_time(DateTime::DEFAULT)
        .compression_method(CompressionMethod::Stored);
    let deflated =
        stored.compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL));
    let options = match entry.content {
        EntryContent::Deflated(_) => deflated,
        EntryContent::Stored(_) | EntryContent::CopyOf(_) => stored,
    };
    zip.start_file(entry.name.as_str(), options).map_err(io::Error::from).map_err(at(path))?;
    match &entry.content {
        EntryContent::Stored(bytes) | EntryContent::Deflated(bytes) => {
            zip.write_all(bytes).map_err(at(path))
        }
        EntryContent::CopyOf(from) => {
            let mut file = File::open(from).map_err(at(from))?;
            io::copy(&mut file, zip).map(drop).map_err(at(from))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use zip::ZipArchive;

    use super::*;

    fn entry(name: &str, content: EntryContent) -> ArchiveEntry {
        ArchiveEntry { name: name.to_owned(), content }
    }

    #[test]
    fn every_entry_is_read_back_and_two_archives_of_the_same_entries_have_the_same_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let image = folder.path().join("image");
        std::fs::write(&image, b"not compressed").unwrap();
        let words = "大家好".repeat(1000).into_bytes();
        let entries = [
            entry("mimetype", EntryContent::Stored(b"application/epub+zip".to_vec())),
            entry("a/b.xhtml", EntryContent::Deflated(words.clone())),
            entry("a/1.png", EntryContent::CopyOf(image)),
        ];
        let paths = ["one.zip", "two.zip"].map(|name| folder.path().join(name));
        paths.iter().for_each(|path| write(path, &entries).unwrap());
        let [one, two] = paths.map(|path| std::fs::read(path).unwrap());
        assert_eq!(one, two);
        // where a program looks that tells a book by its first bytes (OCF 3.3, 4.3)
        assert_eq!(&one[30..58], b"mimetypeapplication/epub+zip");
        assert!(one.len() < words.len());
        let mut zip = ZipArchive::new(io::Cursor::new(one)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["mimetype", "a/b.xhtml", "a/1.png"]);
        for (name, held) in [("a/b.xhtml", words.as_slice()), ("a/1.png", b"not compressed")] {
            let mut file = zip.by_name(name).unwrap();
            assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            assert_eq!(bytes, held);
        }
    }

    #[test]
    fn a_file_that_is_gone_is_named_by_the_error() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone.png");
        let entries = [entry("a/1.png", EntryContent::CopyOf(gone.clone()))];
        let error = write(&folder.path().join("book.zip"), &entries).unwrap_err();
        assert!(error.to_string().contains(&*gone.to_string_lossy()), "{error}");
    }
}
