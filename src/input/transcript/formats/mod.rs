//! The formats of transcripts: a file for each, and one table of them all.
//!
//! | extension | what | module with its grammar |
//! | --- | --- | --- |
//! | `.md`, `.txt` | lines of speech, with times and speakers or without | [`markdown`] |
//! | `.srt`, `.vtt` | subtitles, cue by cue | [`subtitles`] |
//! | `.json`, `.json3`, `.bcc` | JSON of recognisers, players and meeting services | [`json`] |
//!
//! A new format is a file here that has a [`TranscriptFormat`], and a line in [`FORMATS`]. Where
//! several formats recognise a text, the first in the table reads it.

mod json;
mod markdown;
mod subtitles;

use crate::input::transcript::format::TranscriptFormat;

/// All formats.
// a format whose mark may stand in files of another one stands after it: WebVTT has the arrows of
// SubRip
pub(super) const FORMATS: [&TranscriptFormat; 4] =
    [&json::JSON, &subtitles::WEBVTT, &subtitles::SUBRIP, LINES_OF_SPEECH];

/// The format of a text that is of no other format.
pub(super) const LINES_OF_SPEECH: &TranscriptFormat = &markdown::MARKDOWN;
