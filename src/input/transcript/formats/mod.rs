//! The formats of transcripts: a file for each, and one table of them all.
//!
//! | extension | what | module with its grammar |
//! | --- | --- | --- |
//! | `.md` | lines of speech, with times or without | [`markdown`] |
//! | `.srt`, `.vtt` | subtitles, cue by cue | [`subtitles`] |
//!
//! A new format is a file here that has a [`TranscriptFormat`], and a line in [`FORMATS`]. Where
//! several formats share an extension, the first in the table that recognises the text is used.

mod markdown;
mod subtitles;

use crate::input::transcript::format::TranscriptFormat;

/// All formats.
// WebVTT stands first: SubRip recognises every text with an arrow, so it would take all of `.srt`
pub(super) const FORMATS: [&TranscriptFormat; 3] =
    [&subtitles::WEBVTT, &subtitles::SUBRIP, &markdown::MARKDOWN];
