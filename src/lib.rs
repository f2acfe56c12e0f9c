//! Proceedings of a forum, made from a raw speech-recognition transcript and hand-kept YAML.
//!
//! [`build()`] is the [`pipeline`], in reading order:
//!
//! 1. [`input`] reads `content/` and checks it: the model, and every problem with its place;
//!    quotes become places through [`anchor`].
//! 2. [`passages`] carries out the rules of [`text`]: the record, in passages.
//! 3. [`markdown`] writes a page per talk, and reads it back.
//! 4. [`render`] makes HTML of the pages that were read back.
//! 5. [`search`] makes the index that the browser searches.
//! 6. [`export`] makes what programs read.
//! 7. [`check`] follows every link of the finished site, on request.
//! 8. [`output`] puts the finished site on the disk, whole or not at all.
//!
//! Nothing here prints, exits, or asks for the time or the environment. What people wrote is read
//! by [`input::files`] alone; only [`output`] writes to the disk, and reads there what it
//! wrote before.

pub mod analysis;
pub mod anchor;
pub mod check;
pub mod cite;
pub mod diagnostics;
pub mod edit_links;
pub mod export;
pub mod font;
pub mod front_matter;
pub mod html_escape;
pub mod input;
pub mod markdown;
pub mod model;
pub mod output;
pub mod passages;
pub mod pipeline;
pub mod render;
pub mod search;
pub mod taxonomy;
pub mod text;
pub mod ui_strings;
pub mod urls;

pub use pipeline::{BuildReport, BuiltSite, ForumLock, Options, Progress, Totals, build};
