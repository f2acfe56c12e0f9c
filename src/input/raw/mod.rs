//! What was written, before any reference is checked: for each kind of file in `content/` the
//! struct that holds it and the function that reads it. Which keys there are is in
//! [`schema`](super::schema).

pub mod corrections;
pub mod forum;
mod forum_folder;
pub mod lock;
pub mod pages;
pub mod site;
pub mod speakers;
pub mod strings;

pub use corrections::RawCorrection;
pub use forum::{
    RawAppearance, RawCut, RawForum, RawQuote, RawSession, RawTalk, RawTurn, RawVideo,
};
pub use forum_folder::ForumFolder;
pub use pages::RawPage;
pub use site::{RawSite, RawSocialImage};
pub use speakers::RawSpeaker;

use super::yaml::Spanned;
use crate::diagnostics::Span;

/// The empty text that stands for a required one that is missing. That it is missing is a problem
/// already; with something in its place, what refers to the entry does not become one too.
fn placeholder(span: Span) -> Spanned<String> {
    Spanned { value: String::new(), span }
}
