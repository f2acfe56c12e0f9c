//! The picture that stands for a page where it is shared: 1200 × 630, drawn from an SVG.
//!
//! In the site's own hand: its paper, one serif, the seal's colour where the eye begins. Above stands
//! what kind of page it is, then the title as large as it can be, below it who speaks, at the foot
//! the forum and the day. `lines` breaks the title where the pages break it; what has no room gets
//! smaller, and at last an ellipsis, so that nothing leaves the picture.

mod line_wrapping;
mod svg_layout;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use crate::font::Font;
use crate::render::title_breaks::Phrases;

/// Width and height in pixels: what those who show such pictures ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// Where so many people speak or fewer, there is room for what they are beside where they work.
pub const MOST_WITH_TITLE: usize = 3;

/// What stands on a picture.
#[derive(Clone, Debug, Default)]
pub struct SocialCard {
    /// What kind of page it is.
    pub kicker: String,
    /// The title, as phrases.
    pub title: Phrases,
    /// Who speaks, each with what they are.
    pub people: Vec<(String, Option<String>)>,
    /// What follows the names of a few where there is no room for all, with `{n}` for the others.
    pub others: String,
    /// To what it belongs.
    pub foot: String,
    /// The day.
    pub day: String,
}

impl SocialCard {
    /// All texts that may be drawn.
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
/// What the drawing library says.
pub fn draw(card: &SocialCard, font: &Font) -> Result<Vec<u8>, String> {
    let svg = svg_layout::svg(card, font);
    let tree = Tree::from_str(&svg, &font.options()).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or("no room for the picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
