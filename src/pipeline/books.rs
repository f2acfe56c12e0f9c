//! The book of each forum, beside its pages.

use super::read::Input;
use crate::export::epub::{self, BookSource, FIRST_BYTES, ImageFormat, SourceImage};
use crate::input::files::first_bytes::first_bytes;
use crate::model::Language;
use crate::output::{FileContent, SiteWriter};
use crate::render::pages::{ForumContext, SiteContext};
use crate::urls;

/// The style sheet of books, among the templates.
const STYLE: &str = "book.css";

/// Writes the book of a forum from its pages, as they were read back from Markdown.
pub(super) fn write(
    input: &Input,
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    writer: &SiteWriter<'_>,
) {
    let forum = forum_context.forum;
    let folder = input.tree.root.join(&forum.id);
    let image = |path: &String| {
        let file = folder.join(path);
        let format = first_bytes(&file, FIRST_BYTES).and_then(|first| ImageFormat::of(&first));
        SourceImage { path: path.clone(), file, format }
    };
    let images: Vec<SourceImage> = forum.images.iter().map(image).collect();
    let book = epub::book(&BookSource {
        site: &input.site,
        forum,
        pages: &forum_context.pages,
        speech: Language::of_text(&forum.transcript.text, input.site.config.language),
        strings: &input.strings,
        phrases: &|title| input.titles.phrases(title),
        style: input.assets.templates.get(STYLE).map(Vec::as_slice).unwrap_or_default(),
        images: &images,
        fingerprint: &context.fingerprint,
    });
    writer.put(urls::book(&forum.id), FileContent::Archive(book));
}
