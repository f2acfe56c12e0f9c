//! Subtitles: SubRip (`.srt`) and WebVTT (`.vtt`).
//!
//! A file is read in three steps:
//!
//! 1. [`subrip`] or [`webvtt`], each with its grammar, takes the file apart into cues ([`cue`]).
//!    [`time_line`] and [`clock`] read the times, also as tools and translators spoil them.
//! 2. The lines of all cues are compared ([`cue_words`]): [`repeated_lines`] finds what captions
//!    show again, [`name_labels`] the names of speakers before their words.
//! 3. [`speech`] gives the words to the builder, without tags and references
//!    (`transcript::cue_text`).
//!
//! The text is the lines of all cues, with a space where a cue ends, because recognisers that write
//! subtitles give no other punctuation. The time of a cue holds from its first word on, that of a
//! word in it from that word. `messages` has what is reported.

mod clock;
mod cue;
mod cue_words;
mod messages;
mod name_labels;
mod repeated_lines;
mod speech;
mod subrip;
#[cfg(test)]
mod tests;
mod time_line;
mod webvtt;

use cue::Cue;
use cue_words::CueWords;
use name_labels::NameLabels;
use speech::CueSpeech;

use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::cue_text::CueSyntax;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::lines::lines;

/// SubRip.
pub(super) const SUBRIP: TranscriptFormat = TranscriptFormat {
    name: "SubRip subtitles",
    extensions: &["srt"],
    only_transcripts: true,
    recognises: |text| lines(text).any(|line| time_line::is_certain(line.text)),
    read: |builder| read(builder, CueSyntax::SubRip),
};

/// WebVTT, which some tools write into files that end in `.srt`.
pub(super) const WEBVTT: TranscriptFormat = TranscriptFormat {
    name: "WebVTT subtitles",
    extensions: &["vtt"],
    only_transcripts: true,
    recognises: webvtt::has_header,
    read: |builder| read(builder, CueSyntax::WebVtt),
};

fn read(builder: &mut TranscriptBuilder<'_>, syntax: CueSyntax) {
    // without a header the blocks are as those of SubRip, whatever the name of the file
    let syntax = if webvtt::has_header(builder.source()) { CueSyntax::WebVtt } else { syntax };
    let cues = match syntax {
        CueSyntax::WebVtt if webvtt::has_header(builder.source()) => webvtt::cues(builder),
        _ => subrip::cues(builder),
    };
    let words: Vec<CueWords> =
        cues.iter().map(|cue| CueWords::of(cue, builder.source(), syntax)).collect();
    let repeated = repeated_lines::repeated_lines(&words);
    let mut speech = CueSpeech::new(builder, syntax, NameLabels::of(&words));
    drop(words);
    for (cue, repeated) in cues.iter().zip(repeated) {
        speech.cue(cue, repeated);
    }
    report_no_cues(builder, &cues);
}

/// Reports that a file has words but no cue. One without words is reported as an empty transcript.
fn report_no_cues(builder: &mut TranscriptBuilder<'_>, cues: &[Cue]) {
    let first_line = cues.first().filter(|cue| !cue.has_times).and_then(|cue| cue.lines.first());
    if let Some(line) = first_line.filter(|_| cues.len() == 1) {
        builder.report(&messages::NO_CUES, line.clone());
    }
}
