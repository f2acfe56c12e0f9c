//! The Markdown page of a talk: the stage between the model and the site.
//!
//! A page is plain Markdown that any viewer shows well, and its HTML is made from nothing else:
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
//! change       = "~~" removed "~~" [ "<ins>" inserted "</ins>" ]
//! image        = "![" alt "](" path ")"
//! missing      = "<!-- image not available: " path " -->"
//! ```
//!
//! Words that an edit removes are in `~~strikethrough~~`, its replacement in `<ins>`. Without the
//! `<ins>` and the tildes the text is verbatim, without the strikethrough it is clean. In GitHub's
//! Markdown a delimiter with punctuation on its inner side needs punctuation or whitespace on its
//! outer side too, which Chinese prose often does not have; an empty `<ins></ins>` is written next
//! to the tildes there.
//!
//! [`compose`] makes pages from a forum's record, [`write()`] and `clean_text` write them, and
//! [`read()`] reads a written page: `read(write(page)) == page`.

mod clean_text;
pub mod compose;
mod escape;
mod page_model;
mod read;
mod write;

pub use clean_text::{clean, clean_blocks};
pub use page_model::{
    Block, ForumMarkdown, MarkdownPage, MetaPassage, MetaSpeaker, PageMeta, Passage, TextRun,
};
pub use read::read;
pub use write::write;
