//! Subtitles of Bilibili (`.json`, `.bcc`), made by its recogniser or uploaded.
//!
//! ```text
//! file = { "body": [ line… ], "type", "lang", … } | [ line… ]
//! line = { "from", "to", "content", "sid", "location", "music" }     seconds
//! ```
//!
//! Source: SocialSisterYi/bilibili-API-collect, `docs/video/player.md`. Lines of an uploader may
//! have line breaks; an empty one says nothing.

use super::JsonShape;
use super::document::{Document, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::JsonReader;
use super::segments::{self, SegmentKeys};
use crate::input::transcript::time_unit::TimeUnit;

/// Bilibili.
pub(super) const SHAPE: JsonShape = JsonShape { recognises, read, uses: USES };

const USES: KeyUses = KeyUses {
    times: &["from", "to"],
    labels: &[],
    metadata: &["type", "lang", "version", "Stroke", "font_color", "background_color"],
};
const LINE: SegmentKeys = SegmentKeys {
    text: &["content"],
    begin: &["from"],
    end: &["to"],
    voice: &[],
    words: &[],
    ..SegmentKeys::WHISPER
};

fn is_line(document: &Document<'_>, node: NodeIndex) -> bool {
    document.at(node, "content").is_some() && document.at(node, "from").is_some()
}

fn recognises(document: &Document<'_>, entry: NodeIndex) -> bool {
    let body = document.all(entry, "body");
    body.iter().any(|line| is_line(document, *line)) || is_line(document, entry)
}

fn read(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    let document = reader.document;
    for entry in entries {
        reader.language(document.at(*entry, "lang"));
        let lines =
            if is_line(document, *entry) { vec![*entry] } else { document.all(*entry, "body") };
        segments::read(reader, &lines, &LINE, TimeUnit::Seconds);
    }
}
