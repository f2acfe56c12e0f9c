//! The formats of transcripts: a file for each, and one table of them all.
//!
//! | extension | what | module with its grammar |
//! | --- | --- | --- |
//! | `.md`, `.txt` | lines of speech, with times and speakers or without | [`lines_of_speech`] |
//! | `.srt`, `.vtt` | subtitles, cue by cue | [`subtitles`] |
//! | `.ass`, `.ssa` | SubStation Alpha | [`sub_station`] |
//! | `.ttml`, `.dfxp`, `.xml`, `.html` | timed text, debates, transcripts in HTML | [`markup`] |
//! | `.sbv` | captions of YouTube | [`youtube_captions`] |
//! | `.lrc` | lyrics | [`lyrics`] |
//! | `.json`, `.json3`, `.bcc` | JSON of recognisers, players and meeting services | [`json`] |
//! | `.tsv`, `.csv`, `.txt` | tables with a row for each segment | [`tables`] |
//!
//! A new format is a file here that has a [`TranscriptFormat`], and a line in [`FORMATS`]. Where
//! several formats recognise a text, the first in the table reads it.

mod json;
mod lines_of_speech;
mod lyrics;
mod markup;
mod sub_station;
mod subtitles;
mod tables;
mod youtube_captions;

use crate::input::transcript::format::TranscriptFormat;

/// All formats.
// a format whose mark may stand in files of another one stands after it: WebVTT has the arrows of
// SubRip
pub(super) const FORMATS: [&TranscriptFormat; 11] = [
    &json::JSON,
    &tables::TABLE,
    &markup::TTML,
    &markup::AKOMA_NTOSO,
    &markup::PODCAST_HTML,
    &subtitles::WEBVTT,
    &sub_station::SUB_STATION,
    &subtitles::SUBRIP,
    &youtube_captions::YOUTUBE_CAPTIONS,
    &lyrics::LYRICS,
    LINES_OF_SPEECH,
];

/// The format of a text that is of no other format.
pub(super) const LINES_OF_SPEECH: &TranscriptFormat = &lines_of_speech::LINES_OF_SPEECH;
