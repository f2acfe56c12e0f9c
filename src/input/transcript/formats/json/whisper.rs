//! Whisper and the many tools that write as it does.
//!
//! ```text
//! file    = result | list of results | list of segments
//! result  = { "segments" | "speakers" | "chunks": [ segment… ],
//!             "text", "words", "word_segments", "language", … }
//! segment = { "start", "end" | "timestamp": [start, end], "text", "speaker", "words", … }
//! word    = { "word", "start", "end", "speaker", … }
//! ```
//!
//! | written by | what it has |
//! | --- | --- |
//! | `whisper` (openai/whisper, `utils.py`) | seconds; `words` with their blanks if asked for |
//! | OpenAI's `verbose_json` | `words` beside the segments or without them, without marks |
//! | OpenAI's `json` | `text` only |
//! | whisper-ctranslate2, dumps of faster-whisper | `speaker`; `words: null`; a bare list |
//! | WhisperX (`schema.py`) | `words` and `word_segments`, in Chinese one for each character |
//! | transformers' pipelines | `chunks` with `timestamp`, beside `speakers` where they are known |
//! | FunASR's command line (`funasr/cli.py`) | milliseconds, `processing_s`, `speaker` a number |
//!
//! A segment is read as a cue of subtitles. `text` of the result is all segments again, `words`
//! their words again. Words that WhisperX could not align have neither times nor speakers.

use super::JsonShape;
use super::document::{Document, Kind, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::JsonReader;
use super::segments::{self, SegmentKeys};
use crate::input::transcript::time_unit::TimeUnit;

/// Whisper and its kin.
pub(super) const SHAPE: JsonShape = JsonShape { recognises, read, uses: USES };

const USES: KeyUses = KeyUses {
    times: &["start", "end", "timestamp", "duration", "audio_duration_s"],
    labels: &["speaker"],
    metadata: &["language", "task", "file", "model", "id", "type", "usage"],
};
/// The lists of segments that a result may have. The first that is there is read.
const LISTS: [&str; 3] = ["segments", "speakers", "chunks"];
/// Keys that only FunASR's command line writes.
const OF_FUNASR: [&str; 2] = ["processing_s", "audio_duration_s"];

fn recognises(document: &Document<'_>, entry: NodeIndex) -> bool {
    let is_text = document.at(entry, "text").is_some_and(|t| document.kind(t) == Kind::String);
    let lists = LISTS.map(|list| document.all(entry, list));
    is_text
        || is_segment(document, entry)
        || lists.iter().flatten().any(|s| is_segment(document, *s))
}

fn is_segment(document: &Document<'_>, node: NodeIndex) -> bool {
    let has = |path| document.at(node, path).is_some();
    (has("text") || has("words")) && (has("start") || has("timestamp.0"))
}

fn read(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    let is_bare = |entry: &&NodeIndex| is_segment(reader.document, **entry);
    let (bare, results): (Vec<NodeIndex>, Vec<NodeIndex>) = entries.iter().partition(is_bare);
    read_segments(reader, &bare, false);
    for result in results {
        read_result(reader, result);
    }
}

fn read_result(reader: &mut JsonReader<'_, '_>, result: NodeIndex) {
    let document = reader.document;
    let before = reader.builder.text().len();
    reader.language(document.at(result, "language"));
    let of_funasr = OF_FUNASR.iter().any(|key| document.at(result, key).is_some());
    let lists = LISTS.map(|list| document.all(result, list));
    let is_read = |list: &&Vec<NodeIndex>| list.iter().any(|s| is_segment(document, *s));
    if let Some(segments) = lists.iter().find(is_read) {
        read_segments(reader, segments, of_funasr);
    }
    let words = ["words", "word_segments"].map(|list| document.all(result, list));
    if reader.builder.text().len() == before {
        // the result itself has the keys of a segment, but for the times
        let unit = unit_of(reader, &words[0]);
        segments::read(reader, &[result], &SegmentKeys::WHISPER, unit);
    }
    let said = reader.builder.text().get(before..).unwrap_or_default().to_owned();
    let text: Vec<NodeIndex> = document.at(result, "text").into_iter().collect();
    let [words, segments] = words.map(|words| {
        let word = |word: &NodeIndex| segments::first(reader, *word, SegmentKeys::WHISPER.word);
        words.iter().filter_map(word).collect::<Vec<_>>()
    });
    let others = ["speakers.text", "chunks.text"].map(|path| document.all(result, path));
    for copy in [text, words, segments].into_iter().chain(others) {
        reader.repeated_in(&copy, &said);
    }
}

fn read_segments(reader: &mut JsonReader<'_, '_>, segments: &[NodeIndex], of_funasr: bool) {
    let unit = if of_funasr { TimeUnit::Milliseconds } else { unit_of(reader, segments) };
    segments::read(reader, segments, &SegmentKeys::WHISPER, unit);
}

/// Milliseconds where all times are whole numbers, and so large that nobody speaks so slowly in
/// seconds.
fn unit_of(reader: &JsonReader<'_, '_>, segments: &[NodeIndex]) -> TimeUnit {
    let (mut letters, mut length) = (0, 0.0);
    for segment in segments {
        let at = |key| reader.document.at(*segment, key);
        let (Some(begin), Some(end)) = (at("start"), at("end")) else { continue };
        let number = |node| reader.document.written(node).parse::<u64>().ok();
        let (Some(begin), Some(end)) = (number(begin), number(end)) else {
            return TimeUnit::Seconds;
        };
        length += end.saturating_sub(begin) as f64;
        letters += at("text").map_or(0, |text| reader.chars(text).count());
    }
    TimeUnit::of_speech(letters, length)
}
