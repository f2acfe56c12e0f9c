//! The picture that social networks show for a page: 1200 × 630 pixels, drawn from an SVG.
//!
//! It has the colours of the site and one serif font. At the top is the kind of page, then the
//! title as large as it fits, then the speakers, and at the bottom the forum and the date.
//! `line_wrapping` breaks the title where the pages break it; what does not fit gets a smaller size
//! and at last an ellipsis, so that no text leaves the picture. `svg_layout` places everything.

mod line_wrapping;
mod svg_layout;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use crate::font::Font;
use crate::render::title_breaks::Phrases;

/// Width and height in pixels, as Facebook and X recommend for a large card.
pub const SIZE: (u32, u32) = (1200, 630);

/// Number of speakers up to which titles fit beside affiliations.
pub const MOST_WITH_TITLE: usize = 3;

/// The texts of a picture.
#[derive(Clone, Debug, Default)]
pub struct SocialCard {
    /// Kind of page, in the interface language.
    pub kicker: String,
    /// The title, as phrases.
    pub title: Phrases,
    /// Names of the speakers, each with title and affiliation.
    pub people: Vec<(String, Option<String>)>,
    /// Text after the names where not all fit, with `{n}` for the number of the others.
    pub others: String,
    /// The forum, or the site.
    pub foot: String,
    /// The forum's date in the interface language; empty if there is none.
    pub day: String,
}

impl SocialCard {
    /// All texts, so that the caller can check that the font has their characters.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let people = self.people.iter().flat_map(|(name, of)| [Some(name), of.as_ref()]);
        let single = [&self.kicker, &self.foot, &self.day];
        let title = self.title.iter().flatten();
        single.into_iter().chain(title).chain(people.flatten()).map(String::as_str)
    }
}

/// Draws a card as PNG.
///
/// # Errors
///
/// The message of the drawing library.
pub fn draw(card: &SocialCard, font: &Font) -> Result<Vec<u8>, String> {
    let svg = svg_layout::svg(card, font);
    let tree = Tree::from_str(&svg, &font.options()).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("no room for the picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
