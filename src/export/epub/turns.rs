//! Turns with their passages and images, as XHTML.

use super::BookSource;
use super::images::BookImages;
use super::xhtml::{escaped, push_speech};
use crate::markdown::{Block, Passage};
use crate::urls;

/// What the turns of a chapter are written with.
pub(super) struct TurnWriter<'a> {
    pub(super) source: &'a BookSource<'a>,
    pub(super) images: &'a BookImages<'a>,
    /// The page of the site that has the same passages.
    pub(super) page: &'a str,
}

impl TurnWriter<'_> {
    /// Appends turns, each with the name of its speaker in a heading of this level; without names
    /// where there is no level.
    pub(super) fn push(&self, out: &mut String, blocks: &[&Block], heading: Option<u8>) {
        let mut open = false;
        for block in blocks {
            match block {
                Block::Turn { name, .. } => {
                    out.push_str(if open { "</section>\n" } else { "" });
                    open = true;
                    out.push_str("<section class=\"turn\">\n");
                    if let Some(level) = heading {
                        out.push_str(&format!(
                            "<h{level} class=\"speaker\" dir=\"auto\">{}</h{level}>\n",
                            escaped(name)
                        ));
                    }
                }
                Block::Passage(passage) => self.push_passage(out, passage),
                Block::Image { path, alt, .. } => self.push_image(out, path, alt),
                // pages of talks have none
                Block::Section { .. } => {}
            }
        }
        out.push_str(if open { "</section>\n" } else { "" });
    }

    /// Appends a passage. Permalinks that it had before are ids as well, so that they still lead
    /// here.
    fn push_passage(&self, out: &mut String, passage: &Passage) {
        out.push_str(&format!("<p id=\"{}\" dir=\"auto\">", escaped(&passage.id)));
        for id in &passage.formerly {
            out.push_str(&format!("<span id=\"{}\"></span>", escaped(id)));
        }
        push_speech(out, passage.clean().trim(), self.source.speech);
        if let Some(url) = self.source.absolute(&urls::passage(self.page, &passage.id)) {
            out.push_str(&format!(
                "<a class=\"permalink\" href=\"{}\" aria-label=\"{}\"></a>",
                escaped(&url),
                escaped(self.source.word("permalink"))
            ));
        }
        out.push_str("</p>\n");
    }

    /// Appends an image; where the book does not have it, the words for that, with a link to the
    /// image on the site where its address is known.
    fn push_image(&self, out: &mut String, written: &str, alt: &str) {
        if let Some(path) = self.images.path(written) {
            let alt = escaped(alt);
            out.push_str(&format!("<figure><img src=\"{path}\" alt=\"{alt}\"/></figure>\n"));
            return;
        }
        let words = escaped(self.source.word("book_image_left_out"));
        // images stand one folder above the page, as their path says
        let from_forum = written.strip_prefix("../").unwrap_or(written);
        let forum = urls::forum(&self.source.forum.id);
        let note = match self.source.absolute(&format!("{forum}{from_forum}")) {
            Some(url) => format!("<a href=\"{}\">{words}</a>", escaped(&url)),
            None => words,
        };
        let language = self.source.in_words();
        out.push_str(&format!("<p class=\"note\"{language}>{note}</p>\n"));
    }
}
