//! The font of the pictures for social networks: its characters, their widths, and the options with
//! which resvg draws.
//!
//! A file may be a collection of faces, such as Noto's, where one face has the Chinese shapes of
//! the characters and another the Japanese ones. The site names the family it wants, since the
//! first face may well be the wrong one.

use std::fmt;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::{FontResolver, Options};
use skrifa::instance::{Location, Size};
use skrifa::{FontRef, MetadataProvider};

/// One face of a font file; clones share the bytes.
#[derive(Clone)]
pub struct Font {
    bytes: Arc<Vec<u8>>,
    database: Arc<Database>,
    face: ID,
    index: u32,
}

/// Why a file has no usable font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontError {
    /// It is not a font with outlines and a character map.
    NotAFont,
    /// It has faces of these families, and the site names none.
    Several(Vec<String>),
    /// It has no face of the family named, only of these.
    NoFamily(Vec<String>),
}

impl Font {
    /// Opens the only face of a file, or the one of a family.
    ///
    /// # Errors
    ///
    /// The file has no such face, or several.
    pub fn open(bytes: Vec<u8>, family: Option<&str>) -> Result<Self, FontError> {
        let bytes = Arc::new(bytes);
        let mut database = Database::new();
        database.load_font_source(Source::Binary(bytes.clone()));
        let mut families: Vec<String> = Vec::new();
        let mut found = Vec::new();
        for face in database.faces() {
            // a font names its family in several languages; the site may use any of them
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
            // the first face may have Japanese shapes, so none is chosen without being asked for
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

    /// Whether the character map has a character.
    pub fn has(&self, c: char) -> bool {
        self.face().is_some_and(|face| face.charmap().map(c).is_some())
    }

    /// Width of a text as a multiple of the font size. `weight` matters for a variable font only.
    pub fn width(&self, text: &str, weight: u16) -> f32 {
        let Some(face) = self.face() else { return 0.0 };
        let location: Location = face.axes().location([("wght", f32::from(weight))]);
        let metrics = face.glyph_metrics(Size::new(1.0), &location);
        let characters = face.charmap();
        // a character that the font lacks is drawn as glyph 0, so that glyph's width counts
        let wide = |c| metrics.advance_width(characters.map(c).unwrap_or_default()).unwrap_or(1.0);
        text.chars().map(wide).sum()
    }

    /// Options with which usvg parses an SVG so that all its text is in this font.
    pub fn options(&self) -> Options<'static> {
        let face = self.face;
        Options {
            fontdb: self.database.clone(),
            font_resolver: FontResolver {
                select_font: Box::new(move |_, _| Some(face)),
                // the database has the other faces of the file too, which a fallback would take
                // shapes from
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
