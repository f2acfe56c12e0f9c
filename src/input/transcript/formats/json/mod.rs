//! JSON, as recognisers, players and meeting services write it.
//!
//! | what | module with its grammar |
//! | --- | --- |
//! | Whisper, faster-whisper, WhisperX, OpenAI, FunASR's command line | [`whisper`] |
//! | whisper.cpp | [`whisper_cpp`] |
//! | FunASR's `AutoModel` | [`funasr`] |
//! | Bilibili | [`bilibili`] |
//! | Podcasting 2.0 | [`podcasting20`] |
//! | YouTube (`json3`) | [`youtube`] |
//! | Tongyi Tingwu, Tencent Meeting, Bailian | [`meetings`] |
//!
//! [`document`] reads the file into values with their places, up to where it is damaged. The keys
//! tell which shape it has; one object or a list of them makes no difference. The shape's reader
//! then says words with [`words`] and takes times and voices with [`reader`], most of them by
//! [`segments`]. Words that a file has twice are compared by [`letters`], and what nobody has asked
//! for is accounted for by [`leftovers`]: texts under unknown keys are reported key by key.

mod bilibili;
mod document;
mod funasr;
mod leftovers;
mod letters;
mod meetings;
mod podcasting20;
mod reader;
mod segments;
mod strings;
#[cfg(test)]
mod tests;
mod whisper;
mod whisper_cpp;
mod words;
mod youtube;

use document::{Document, Kind, NodeIndex};
use leftovers::KeyUses;
use reader::JsonReader;

use crate::diagnostics::Code;
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::unread::UnreadKind;
use crate::model::ByteUse;

/// JSON.
pub(super) const JSON: TranscriptFormat = TranscriptFormat {
    name: "JSON",
    extensions: &["json", "json3", "bcc", "jsonl"],
    only_transcripts: false,
    recognises,
    read,
};

/// JSON of some program.
struct JsonShape {
    /// Whether an object, the only one of a file or one of a list, is of this shape.
    recognises: fn(&Document<'_>, NodeIndex) -> bool,
    /// Reads the objects of a file.
    read: fn(&mut JsonReader<'_, '_>, &[NodeIndex]),
    /// What the values are that it does not read.
    uses: KeyUses,
}

/// All shapes. Whisper's, of which the others are like, comes last.
const SHAPES: [&JsonShape; 9] = [
    &funasr::SHAPE,
    &bilibili::SHAPE,
    &whisper_cpp::SHAPE,
    &youtube::SHAPE,
    &podcasting20::SHAPE,
    &meetings::TINGWU,
    &meetings::BAILIAN,
    &meetings::TENCENT,
    &whisper::SHAPE,
];

/// JSON of no known shape.
const UNKNOWN_SHAPE: UnreadKind = UnreadKind::new(
    Code::JsonShape,
    "this JSON is of no known transcript",
    "this JSON is of no known transcript",
    "JSON of Whisper, WhisperX, whisper.cpp, FunASR, Bilibili, YouTube, Podcasting 2.0, Tingwu and \
     Tencent Meeting is read; from any other tool, export subtitles (`.srt` or `.vtt`)",
);
/// JSON that is cut off or damaged.
const DAMAGED: UnreadKind = UnreadKind::new(
    Code::JsonDamaged,
    "the JSON is cut off or damaged here; nothing from here on is read",
    "the JSON is cut off or damaged here; nothing from here on is read",
    "let the tool write the file anew; what stands before is published",
);

/// Whether a text begins as JSON does, and not as lines of speech may.
fn recognises(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let Some(rest) = text.strip_prefix(['{', '[']).map(str::trim_start) else { return false };
    match (text.starts_with('{'), rest.chars().next()) {
        (true, next) => matches!(next, Some('"' | '}')),
        // `[00:01]` is a stamp, `[Script Info]` a head, `[[A]]` a voice
        (false, Some('{' | '"')) => true,
        (false, Some('[')) => {
            let inner = rest.trim_start_matches(['[', ' ', '\n', '\r', '\t']);
            inner.starts_with(['"', '{', '-']) || inner.starts_with(|c: char| c.is_ascii_digit())
        }
        (false, next) => next == Some(']') && rest.trim() == "]",
    }
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let source = builder.source();
    let document = Document::parse(source);
    let end = document.damage.unwrap_or(source.len());
    builder.claim(0..end, ByteUse::Markup);
    let entries: Vec<NodeIndex> =
        document.roots().flat_map(|root| document.elements(root)).collect();
    let is_of = |shape: &&JsonShape| entries.iter().any(|e| (shape.recognises)(&document, *e));
    if let Some(shape) = SHAPES.into_iter().find(is_of) {
        let mut reader = JsonReader::new(builder, &document);
        (shape.read)(&mut reader, &entries);
        leftovers::account(&mut reader, &shape.uses);
    } else if document.damage.is_some() || !is_empty(&document) {
        builder.unread(&UNKNOWN_SHAPE, 0..end);
    }
    let rest = source.get(end..).unwrap_or_default();
    if document.damage.is_some() {
        builder.unread(&DAMAGED, end..end + rest.trim_end().len());
    }
}

/// Whether there is nothing in a document that could be a transcript.
fn is_empty(document: &Document<'_>) -> bool {
    (0..document.len()).all(|node| matches!(document.kind(node), Kind::Array | Kind::Object))
}
