//! Transcripts of Podcasting 2.0.
//!
//! ```text
//! file    = { "version", "segments": [ segment… ] }
//! segment = { "speaker", "startTime", "endTime", "body" }     seconds
//! ```
//!
//! Source: podcast-namespace, `docs/transcripts`. Without `speaker` the last one speaks on. A body
//! may be one word and has no blanks at its ends; a line break in it is the end of a paragraph.

use super::JsonShape;
use super::document::{Document, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::JsonReader;
use super::segments::{self, SegmentKeys};
use crate::input::transcript::builder::SpeechBreak;
use crate::input::transcript::time_unit::TimeUnit;

/// Podcasting 2.0.
pub(super) const SHAPE: JsonShape = JsonShape { recognises, read, uses: USES };

const USES: KeyUses = KeyUses {
    times: &["startTime", "endTime"],
    labels: &["speaker"],
    metadata: &["version", "language"],
};
const SEGMENT: SegmentKeys = SegmentKeys {
    text: &["body"],
    begin: &["startTime"],
    end: &["endTime"],
    voice: &["speaker"],
    voice_holds: true,
    words: &[],
    word: &[],
    separator: SpeechBreak::Line,
    line: SpeechBreak::Cue,
};

fn recognises(document: &Document<'_>, entry: NodeIndex) -> bool {
    let has = |node: NodeIndex, key| document.at(node, key).is_some();
    let segments = document.all(entry, "segments");
    segments.iter().any(|segment| has(*segment, "startTime") && has(*segment, "body"))
}

fn read(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    for entry in entries {
        let segments = reader.document.all(*entry, "segments");
        segments::read(reader, &segments, &SEGMENT, TimeUnit::Seconds);
    }
}
