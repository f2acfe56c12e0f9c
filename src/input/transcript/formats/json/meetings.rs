//! Transcripts that meeting services give by their interfaces for programs.
//!
//! ```text
//! Tingwu   { "Transcription": { "Paragraphs": [ { "SpeakerId",
//!            "Words": [ { "Text", "Start", "End", "SentenceId" } ] } ] } }
//! Tencent  { "minutes" | "transcripts": { "paragraphs": [ { "speaker_info": { "username" },
//!            "sentences": [ { "words": [ { "text", "start_time", "end_time" } ] } ] } ] } }
//! Bailian  { "transcripts": [ { "text", "sentences": [ { "text", "begin_time", "end_time",
//!            "speaker_id", "words" } ] } ] }
//! ```
//!
//! All times are milliseconds. Sources: help.aliyun.com/zh/tingwu/voice-transcription,
//! cloud.tencent.com/document/product/1095/65111, developer.work.weixin.qq.com/document/path/98211
//! (企业微信, which says `transcripts`), help.aliyun.com/zh/model-studio (recording files). Some
//! results of Tingwu begin at `Paragraphs`. Words of Chinese have no blanks and need none.

use super::JsonShape;
use super::document::{Document, NodeIndex};
use super::leftovers::KeyUses;
use super::reader::JsonReader;
use super::segments::{self, SegmentKeys};
use crate::input::transcript::time_unit::TimeUnit;

/// Tongyi Tingwu.
pub(super) const TINGWU: JsonShape = JsonShape {
    recognises: |document, entry| !paragraphs(document, entry, &TINGWU_PARAGRAPHS).is_empty(),
    read: |reader, entries| {
        for entry in entries {
            reader.language(reader.document.at(*entry, "Transcription.AudioInfo.Language"));
            let all = paragraphs(reader.document, *entry, &TINGWU_PARAGRAPHS);
            segments::read(reader, &all, &TINGWU_PARAGRAPH, TimeUnit::Milliseconds);
        }
    },
    uses: KeyUses {
        times: &["Start", "End", "AudioSegments", "Duration"],
        labels: &["SpeakerId"],
        metadata: &["TaskId", "AudioInfo", "ParagraphId", "SentenceId", "Id"],
    },
};

/// Tencent Meeting and WeCom.
pub(super) const TENCENT: JsonShape = JsonShape {
    recognises: |document, entry| !tencent_paragraphs(document, entry).is_empty(),
    read: |reader, entries| {
        for entry in entries {
            let all = tencent_paragraphs(reader.document, *entry);
            segments::read(reader, &all, &TENCENT_PARAGRAPH, TimeUnit::Milliseconds);
        }
    },
    uses: KeyUses {
        times: &["start_time", "end_time"],
        labels: &["speaker_info", "speaker_name"],
        metadata: &["errmsg", "keywords", "pid", "sid", "wid"],
    },
};

/// Bailian, Aliyun's recognition of recordings.
pub(super) const BAILIAN: JsonShape = JsonShape {
    recognises: |document, entry| !bailian_sentences(document, entry).is_empty(),
    read: read_bailian,
    uses: KeyUses {
        times: &["begin_time", "end_time"],
        labels: &["speaker_id"],
        // the marks are those of the sentence's text
        metadata: &["file_url", "properties", "punctuation"],
    },
};

const TINGWU_PARAGRAPHS: [&str; 2] = ["Transcription.Paragraphs", "Paragraphs"];
const TINGWU_PARAGRAPH: SegmentKeys = SegmentKeys {
    text: &[],
    begin: &["Start"],
    end: &["End"],
    voice: &["SpeakerId"],
    words: &["Words"],
    word: &["Text"],
    ..SegmentKeys::WHISPER
};
const TENCENT_PARAGRAPH: SegmentKeys = SegmentKeys {
    text: &[],
    begin: &["start_time"],
    end: &["end_time"],
    voice: &[
        "speaker_info.username",
        "speaker_info.nick_name",
        "speaker_info.userid",
        "speaker_name",
    ],
    words: &["sentences.words", "sentences"],
    word: &["text"],
    ..SegmentKeys::WHISPER
};
const BAILIAN_SENTENCE: SegmentKeys = SegmentKeys {
    begin: &["begin_time"],
    end: &["end_time"],
    voice: &["speaker_id"],
    word: &["text"],
    ..SegmentKeys::WHISPER
};

/// The objects with `Words` at the end of one of some paths.
fn paragraphs(document: &Document<'_>, entry: NodeIndex, paths: &[&str]) -> Vec<NodeIndex> {
    let all = paths.iter().flat_map(|path| document.all(entry, path));
    all.filter(|node| document.at(*node, "Words").is_some()).collect()
}

fn tencent_paragraphs(document: &Document<'_>, entry: NodeIndex) -> Vec<NodeIndex> {
    let paths = ["minutes.paragraphs", "transcripts.paragraphs", "paragraphs", "transcripts"];
    let all = paths.iter().flat_map(|path| document.all(entry, path));
    let has_sentences = |node: &NodeIndex| {
        document.at(*node, "sentences.0").is_some()
            && document.at(*node, "sentences.0.begin_time").is_none()
    };
    all.filter(has_sentences).collect()
}

fn bailian_sentences(document: &Document<'_>, entry: NodeIndex) -> Vec<NodeIndex> {
    let all = document.all(entry, "transcripts.sentences");
    all.into_iter().filter(|node| document.at(*node, "begin_time").is_some()).collect()
}

fn read_bailian(reader: &mut JsonReader<'_, '_>, entries: &[NodeIndex]) {
    for entry in entries {
        let before = reader.builder.text().len();
        let sentences = bailian_sentences(reader.document, *entry);
        segments::read(reader, &sentences, &BAILIAN_SENTENCE, TimeUnit::Milliseconds);
        let said = reader.builder.text().get(before..).unwrap_or_default().to_owned();
        reader.repeated_in(&reader.document.all(*entry, "transcripts.text"), &said);
    }
}
