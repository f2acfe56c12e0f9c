//! whisper.cpp's JSON (`whisper-cli -oj`, `-ojf`).
//!
//! ```text
//! file    = { "systeminfo", "model", "params", "result": { "language" },
//!             "transcription": [ segment… ] }
//! segment = { "timestamps": { "from", "to" }, "offsets": { "from", "to" }, "text",
//!             "tokens": [ { "text", "offsets", … } ], "speaker", "speaker_turn_next" }
//! ```
//!
//! Source: `output_json` in whisper.cpp's `examples/cli/cli.cpp`. Offsets are milliseconds. With
//! `-di` the speaker is `0`, `1`, or `?` for an unknown one. Tokens repeat the text, cut Chinese
//! characters in two, and some, such as `[_TT_122]`, are no words.

use super::JsonShape;
use super::document::{Document, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::JsonReader;
use super::segments::{self, SegmentKeys};
use crate::input::transcript::time_unit::TimeUnit;
use crate::model::ByteUse;

/// whisper.cpp.
pub(super) const SHAPE: JsonShape = JsonShape { recognises, read, uses: USES };

const USES: KeyUses = KeyUses {
    times: &["timestamps", "offsets", "from", "to", "t_dtw"],
    labels: &["speaker", "speaker_turn_next"],
    metadata: &["systeminfo", "model", "params", "result"],
};
const SEGMENT: SegmentKeys = SegmentKeys {
    begin: &["offsets.from"],
    end: &["offsets.to"],
    words: &["tokens"],
    word: &["text"],
    ..SegmentKeys::WHISPER
};

fn recognises(document: &Document<'_>, entry: NodeIndex) -> bool {
    let segments = document.all(entry, "transcription");
    segments.iter().any(|segment| document.at(*segment, "text").is_some())
}

fn read(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    let document = reader.document;
    for entry in entries {
        reader.language(document.at(*entry, "result.language"));
        for token in document.all(*entry, "transcription.tokens") {
            claim_special(reader, token);
        }
        let segments = document.all(*entry, "transcription");
        segments::read(reader, &segments, &SEGMENT, TimeUnit::Milliseconds);
    }
}

/// Claims a token that stands for no words: `[_BEG_]`, `[_TT_122]`.
fn claim_special(reader: &mut JsonReader<'_, '_>, token: NodeIndex) {
    let text = reader.document.member(token, "text");
    let Some(text) = text.filter(|text| reader.document.written(*text).starts_with("[_")) else {
        return;
    };
    let written = reader.document.written(text);
    let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    if written.strip_suffix(']').is_some_and(|name| name.bytes().skip(1).all(is_name)) {
        reader.claim(text, ByteUse::Markup);
    }
}
