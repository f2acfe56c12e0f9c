//! The formats of transcripts, a file for each.

pub mod markdown;
pub mod subtitles;
