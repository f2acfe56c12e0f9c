//! What FunASR's `AutoModel.generate` gives, dumped as JSON.
//!
//! ```text
//! file       = [ result… ]                        one for each recording
//! result     = { "key", "text", "sentence_info": [ sentence… ],
//!                "timestamp": [ [begin, end]… ],    milliseconds, for each character or word
//!                "timestamps": [ { "token", "start_time", "end_time" }… ] }    seconds
//! sentence   = { "text" | "sentence", "start", "end", "spk", … }               milliseconds
//! ```
//!
//! Source: `funasr/auto/auto_model.py` and `funasr/utils/timestamp_tools.py`. `text` of a result
//! is its sentences again. Without `sentence_info` the times of its characters are all there is;
//! marks have none, and where numbers were rewritten (`二十` as `20`) there are more or fewer times
//! than words, which then are divided evenly.

use super::JsonShape;
use super::document::{Document, Kind, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::{JsonReader, Mark};
use super::segments::{self, SegmentKeys};
use super::words::Layout;
use crate::input::transcript::builder::SpeechBreak;
use crate::input::transcript::time_unit::TimeUnit;
use crate::model::Milliseconds;

/// FunASR.
pub(super) const SHAPE: JsonShape = JsonShape { recognises, read, uses: USES };

const USES: KeyUses = KeyUses {
    times: &["start", "end", "timestamp", "timestamps"],
    labels: &["spk"],
    metadata: &["key", "language", "lang"],
};
const SENTENCE: SegmentKeys = SegmentKeys {
    text: &["text", "sentence"],
    voice: &["spk", "speaker"],
    words: &[],
    ..SegmentKeys::WHISPER
};
const RESULT: SegmentKeys = SegmentKeys {
    begin: &["start_time"],
    end: &["end_time"],
    words: &["timestamps"],
    word: &["token"],
    ..SegmentKeys::WHISPER
};
/// From how long after the last one on a time is worth having, and a pause.
const TIME_STEP: u64 = 3000;
const PAUSE: u64 = 700;

fn recognises(document: &Document<'_>, entry: NodeIndex) -> bool {
    let has = |path| document.at(entry, path).is_some();
    has("sentence_info") || has("text") && (has("key") || has("timestamp.0.0") || has("timestamps"))
}

fn read(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    let document = reader.document;
    for entry in entries {
        let before = reader.builder.text().len();
        let sentences = document.all(*entry, "sentence_info");
        segments::read(reader, &sentences, &SENTENCE, TimeUnit::Milliseconds);
        if reader.builder.text().len() == before {
            read_text(reader, *entry);
        }
        let said = reader.builder.text().get(before..).unwrap_or_default().to_owned();
        let copies = ["text", "raw_text", "sentence_info.sentence"];
        for copy in copies.into_iter().chain(["sentence_info.text_seg", "sentence_info.raw_text"]) {
            reader.repeated_in(&document.all(*entry, copy), &said);
        }
    }
}

/// Reads the text of a result without sentences.
fn read_text(reader: &mut JsonReader<'_, '_>, entry: NodeIndex) {
    let document = reader.document;
    let times = document.all(entry, "timestamp");
    let Some(text) = document.at(entry, "text").filter(|_| !times.is_empty()) else {
        return segments::read(reader, &[entry], &RESULT, TimeUnit::Seconds);
    };
    if document.kind(text) == Kind::String {
        reader.builder.break_at(SpeechBreak::Cue, document.inner(text).start);
        let marks = marks(reader, text, &times);
        reader.say_with(text, Layout::CUE, marks);
    }
}

/// The times of a text whose characters and words each have two.
fn marks(reader: &JsonReader<'_, '_>, text: NodeIndex, times: &[NodeIndex]) -> Vec<Mark> {
    let tokens = tokens(reader, text);
    let mut marks = Vec::new();
    let (mut last, mut last_end) = (None, None);
    for (index, at) in tokens.iter().enumerate() {
        let time = times.get(index * times.len() / tokens.len()).copied();
        let of = |end: &str| {
            let node = reader.document.at(time?, end)?;
            Some((reader.time(node, TimeUnit::Milliseconds)?, reader.document.range(node)))
        };
        let (Some((begin, place)), Some((end, _))) = (of("0"), of("1")) else { continue };
        let after = |since: Option<Milliseconds>, least| {
            since.is_none_or(|since: Milliseconds| begin.0 >= since.0 + least)
        };
        if after(last, TIME_STEP) || after(last_end, PAUSE) {
            let ended = last_end.or(Some(begin));
            marks.push(Mark { at: *at, ended, time: Some((begin, place)), voice: None });
            last = Some(begin);
        }
        last_end = Some(end);
    }
    marks
}

/// The offsets of what has times of its own: Chinese characters, and words of other scripts.
fn tokens(reader: &JsonReader<'_, '_>, text: NodeIndex) -> Vec<usize> {
    let (mut tokens, mut within) = (Vec::new(), false);
    for found in reader.chars(text) {
        let c = found.c.unwrap_or(' ');
        // punctuation of a word (it's, 3.5) is below U+2000 as its letters are
        let is_word = c.is_alphanumeric() && c < '\u{2000}' || within && "'.-".contains(c);
        if c.is_alphanumeric() && !(within && is_word) {
            tokens.push(found.range.start);
        }
        within = is_word;
    }
    tokens
}
