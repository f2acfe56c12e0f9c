//! A font: which characters it has, how wide they are, and what draws with it.
//!
//! A file may be a collection of faces, such as Noto's, where one face draws the same characters as
//! in Beijing, another as in Tokyo. Of several the site names the one it wants by its family, since
//! the first of them is as likely the wrong one.

use std::fmt;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::{FontResolver, Options};
use skrifa::instance::{Location, Size};
use skrifa::{FontRef, MetadataProvider};

/// One face of a file, ready to draw with; copies share the bytes.
#[derive(Clone)]
pub struct Font {
    bytes: Arc<Vec<u8>>,
    database: Arc<Database>,
    face: ID,
    index: u32,
}

/// Why a file does not give a font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontError {
    /// It is no font with outlines and a table of characters.
    NotAFont,
    /// It has several faces, of these families, and none was named.
    Several(Vec<String>),
    /// No face is of the family that was named; there are these.
    NoFamily(Vec<String>),
}

impl Font {
    /// Opens the only face of a file, or the one of a family.
    ///
    /// # Errors
    ///
    /// Why the file does not give one.
    pub fn open(bytes: Vec<u8>, family: Option<&str>) -> Result<Self, FontError> {
        let bytes = Arc::new(bytes);
        let mut database = Database::new();
        database.load_font_source(Source::Binary(bytes.clone()));
        let mut families: Vec<String> = Vec::new();
        let mut found = Vec::new();
        for face in database.faces() {
            let names = || face.families.iter().map(|(name, _)| name.as_str());
            if family.is_none_or(|family| names().any(|name| name == family)) {
                found.push((face.id, face.index));
            }
            let name = names().next().unwrap_or_default();
            if !families.iter().any(|known| known == name) {
                families.push(name.to_owned());
            }
        }
        let (face, index) = match (found.as_slice(), family) {
            _ if families.is_empty() => return Err(FontError::NotAFont),
            ([], _) => return Err(FontError::NoFamily(families)),
            ([_, _, ..], None) => return Err(FontError::Several(families)),
            ([face, ..], _) => *face,
        };
        let font = Self { bytes, database: Arc::new(database), face, index };
        if font.is_drawable() { Ok(font) } else { Err(FontError::NotAFont) }
    }

    fn is_drawable(&self) -> bool {
        self.face().is_some_and(|face| {
            face.charmap().has_map() && face.outline_glyphs().format().is_some()
        })
    }

    fn face(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, self.index).ok()
    }

    /// Whether the font has a character.
    pub fn has(&self, c: char) -> bool {
        self.face().is_some_and(|face| face.charmap().map(c).is_some())
    }

    /// How wide a text is, as a multiple of the size of the type; a weight counts where the font
    /// has several in one face.
    pub fn width(&self, text: &str, weight: u16) -> f32 {
        let Some(face) = self.face() else { return 0.0 };
        let location: Location = face.axes().location([("wght", f32::from(weight))]);
        let metrics = face.glyph_metrics(Size::new(1.0), &location);
        let characters = face.charmap();
        let wide = |c| metrics.advance_width(characters.map(c).unwrap_or_default()).unwrap_or(1.0);
        text.chars().map(wide).sum()
    }

    /// What an SVG is read with, such that all its text is in this font.
    pub fn options(&self) -> Options<'static> {
        let face = self.face;
        Options {
            fontdb: self.database.clone(),
            font_resolver: FontResolver {
                select_font: Box::new(move |_, _| Some(face)),
                select_fallback: Box::new(|_, _, _| None),
            },
            ..Options::default()
        }
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Font({} bytes, face {})", self.bytes.len(), self.index)
    }
}
