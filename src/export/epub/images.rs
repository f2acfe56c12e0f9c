//! The images of the book: copies of those that the talks show, in formats that every reading
//! system has.
//!
//! They are copied from the disk when the book is written, so that they never fill the memory. A
//! name may say something else than the bytes, so the first bytes decide what an image is.

use std::collections::BTreeMap;

use super::{BookSource, SourceImage};
use crate::markdown::Block;
use crate::output::{ArchiveEntry, EntryContent};
use crate::urls;

/// How many bytes tell the format of an image.
pub const FIRST_BYTES: u64 = 12;

/// A format of images that every reading system has (EPUB 3.3, core media types).
///
/// SVG is one as well, and is left out: it may have scripts and refer to other files. AVIF and BMP
/// are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFormat {
    /// `image/gif`
    Gif,
    /// `image/jpeg`
    Jpeg,
    /// `image/png`
    Png,
    /// `image/webp`
    Webp,
}

impl ImageFormat {
    /// The format of a file that begins with these bytes.
    pub fn of(first: &[u8]) -> Option<Self> {
        match first {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }

    /// Its ending, and the second half of its media type.
    fn name(self) -> &'static str {
        match self {
            Self::Gif => "gif",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// An image of the book.
pub(super) struct BookImage<'a> {
    /// Its path in the book, beside the documents.
    pub(super) path: String,
    /// Its media type.
    pub(super) media_type: String,
    source: &'a SourceImage,
}

/// The images that the talks show, in the order in which they do.
pub(super) struct BookImages<'a> {
    pub(super) all: Vec<BookImage<'a>>,
    /// The position of each by its path in the Markdown pages.
    places: BTreeMap<String, usize>,
}

impl<'a> BookImages<'a> {
    pub(super) fn of(source: &BookSource<'a>) -> Self {
        let mut there: BTreeMap<String, (&SourceImage, ImageFormat)> = BTreeMap::new();
        for image in source.images {
            if let Some(format) = image.format {
                there.insert(urls::beside(&image.path), (image, format));
            }
        }
        let mut images = Self { all: Vec::new(), places: BTreeMap::new() };
        let closing = super::chapter::closing_blocks(source.pages);
        let talks = source.pages.talks.iter().flat_map(|page| [&page.introduction, &page.body]);
        for blocks in talks.map(Vec::as_slice).chain([closing]) {
            for block in blocks {
                let Block::Image { path, there: true, .. } = block else { continue };
                // an image that is shown again is in the book once
                if let Some((image, format)) = there.remove(path) {
                    images.push(path, image, format);
                }
            }
        }
        images
    }

    fn push(&mut self, written: &str, source: &'a SourceImage, format: ImageFormat) {
        self.places.insert(written.to_owned(), self.all.len());
        let (number, name) = (self.all.len() + 1, format.name());
        // named by number: a name of the site may be one that the container does not allow
        self.all.push(BookImage {
            path: format!("images/{number}.{name}"),
            media_type: format!("image/{name}"),
            source,
        });
    }

    /// The path in the book of an image of the Markdown pages, where the book has it.
    pub(super) fn path(&self, written: &str) -> Option<&str> {
        let place = self.places.get(written)?;
        self.all.get(*place).map(|image| image.path.as_str())
    }

    /// The files of the images.
    pub(super) fn entries(&self) -> impl Iterator<Item = ArchiveEntry> {
        self.all.iter().map(|image| ArchiveEntry {
            name: format!("EPUB/{}", image.path),
            content: EntryContent::CopyOf(image.source.file.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_image_is_its_bytes_say_and_not_its_name() {
        let of = |first: &[u8]| ImageFormat::of(first).map(ImageFormat::name);
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Some("png"));
        assert_eq!(of(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some("jpeg"));
        assert_eq!(of(b"GIF89a"), Some("gif"));
        assert_eq!(of(b"RIFF\x10\0\0\0WEBPVP8 "), Some("webp"));
        assert_eq!(of(b"<svg xmlns="), None);
        assert_eq!(of(b"BM\x1e\0\0\0"), None);
        assert_eq!(of(b"RIFF\x10\0\0\0WAVE"), None);
        assert_eq!(of(b""), None);
    }
}
