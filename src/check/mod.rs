//! Checks of the finished site: every internal link leads to a file and an anchor that exist.

mod links;

pub use links::{BrokenLink, BrokenLinkReason, LinkSink};
