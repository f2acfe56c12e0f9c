//! The Markdown page of a talk: the stage between the model and the site.
//!
//! A page is plain Markdown that reads well in any viewer, and HTML is made from it alone:
//!
//! ```text
//! page         = front-matter title [introduction] { block }
//! front-matter = "---" YAML "---"                      see [`PageMeta`]
//! title        = "# " text
//! introduction = block quote of { block }              the host's words before the talk
//! block        = section | turn | passage | image | missing
//! section      = "## [" text "](" address ")"
//! turn         = "## " or "### " , "[" name "](../../speakers/" id "/)" | text
//! passage      = anchor { anchor } { run }             one paragraph, one line
//! anchor       = <a id="…"></a>                        the permalink, then older ones
//! run          = text | change
//! change       = "~~" left out "~~" [ "<ins>" put in "</ins>" ]
//! image        = "![" alt "](" path ")"
//! missing      = "<!-- image not available: " path " -->"
//! ```
//!
//! What the rules leave out stands in `~~strikethrough~~`, what they put in in `<ins>`; without
//! the `<ins>` and the tildes the text is verbatim, without the strikethrough it is clean. GitHub's
//! Markdown wants a delimiter that has punctuation on its inner side to have punctuation or a blank
//! on its outer side too, which Chinese prose does not give: there an empty `<ins></ins>` stands
//! beside the tildes and puts nothing in.
//!
//! [`compose`] makes pages of a forum's record, [`write()`] and [`clean_text()`] their text, and [`read()`]
//! the page of its text: `read(write(page)) == page`.

mod clean_text;
pub mod compose;
mod escape;
mod page_model;
mod read;
mod write;

pub use clean_text::clean;
pub use page_model::{
    Block, ForumMarkdown, MarkdownPage, MetaPassage, MetaSpeaker, PageMeta, Passage, TextRun,
};
pub use read::read;
pub use write::write;
