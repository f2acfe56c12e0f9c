//! Looking at the finished site from outside: every internal link and anchor leads somewhere.

mod links;

pub use links::{BrokenLink, BrokenLinkReason, links};
