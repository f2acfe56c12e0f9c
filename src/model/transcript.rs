//! A transcript: its speech as one text without line breaks, with the place of every character in
//! the file.

use std::ops::Index;

use super::Date;
use super::source_account::SourceAccount;
use super::text_timestamps::{FoundTime, TextTimestamps, Timestamp};
use super::text_voices::TextVoices;
use super::{Milliseconds, TextOffset, TextRange};
use crate::diagnostics::{FileId, SourceMap, Span};

/// What the first line of a transcript says; every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TranscriptHead {
    /// Name of the collection the recording is part of.
    pub collection: Option<String>,
    /// Number of the recording within the collection.
    pub part: Option<u32>,
    /// Title of the recording, without its date.
    pub title: Option<String>,
    /// The date that the title begins with, written as eight digits.
    pub date: Option<Date>,
    /// Who put the recording up.
    pub uploader: Option<String>,
    /// The recording's id on Bilibili (`BV…`).
    pub bilibili: Option<String>,
}

/// An image of the transcript, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptImage {
    /// The image is before the character at this offset.
    pub at: TextOffset,
    /// Path, relative to the forum's folder.
    pub path: String,
    /// Alternative text.
    pub alt: String,
    /// The line in the file.
    pub span: Span,
}

/// A line of speech: where it begins in the text, and its byte offset in the file.
#[derive(Clone, Debug)]
struct SpeechLine {
    at: TextOffset,
    source: usize,
}

/// A transcript: its speech as one text, with the place of every character in the file.
#[derive(Clone, Debug)]
pub struct Transcript {
    /// The file it was read from.
    pub file: FileId,
    /// What the first line says.
    pub head: TranscriptHead,
    /// The text: all lines of speech, concatenated.
    pub text: String,
    /// The images, in the order of the text.
    pub images: Vec<TranscriptImage>,
    /// The times as the file has them, in the order of the text, one for an offset.
    pub found_times: Vec<FoundTime>,
    /// When the words are said: those of the times that fit to each other.
    pub times: TextTimestamps,
    /// Who speaks, if the file says so.
    pub voices: TextVoices,
    /// Offsets of the spaces that stand for the end of a cue or line and not for one in the file.
    pub joins: Vec<TextOffset>,
    /// Where a pause ends that the times show, with its length.
    pub pauses: Vec<(TextOffset, Milliseconds)>,
    /// The language that the file names, as it names it (`zh`, `en-US`).
    pub language: Option<String>,
    /// What became of each byte of the file.
    pub account: SourceAccount,
    lines: Vec<SpeechLine>,
}

impl Transcript {
    /// A transcript without words.
    pub fn new(file: FileId, head: TranscriptHead) -> Self {
        Self {
            file,
            head,
            text: String::new(),
            images: Vec::new(),
            found_times: Vec::new(),
            times: TextTimestamps::default(),
            voices: TextVoices::default(),
            joins: Vec::new(),
            pauses: Vec::new(),
            language: None,
            account: SourceAccount::default(),
            lines: Vec::new(),
        }
    }

    /// The same with other times.
    #[must_use]
    pub fn with_times(self, times: TextTimestamps) -> Self {
        Self { times, ..self }
    }

    /// The end of the text.
    pub fn end(&self) -> TextOffset {
        TextOffset(self.text.len())
    }

    /// The range of the whole text.
    pub fn whole(&self) -> TextRange {
        TextOffset(0).to(self.end())
    }

    /// The words of a range; nothing if it ends before it begins.
    pub fn get(&self, range: TextRange) -> Option<&str> {
        self.text.get(range.bytes())
    }

    /// When the first word from an offset on is said, if that is known.
    pub fn moment(&self, at: TextOffset) -> Option<Timestamp> {
        self.times.moment(self.word_at(at))
    }

    /// The offset of the first word from an offset on. The time of a word holds from its first
    /// letter, not from whitespace before it.
    pub fn word_at(&self, at: TextOffset) -> TextOffset {
        let rest = &self.text[at.0..];
        at.plus(rest.len() - rest.trim_start().len())
    }

    /// Appends a line of speech that begins at byte `source` of the file.
    pub fn push_line(&mut self, source: usize, line: &str) {
        self.lines.push(SpeechLine { at: self.end(), source });
        self.text.push_str(line);
    }

    /// The byte offset in the file of an offset in the text; for the end of the text, the end of
    /// the last line.
    pub fn source_offset(&self, at: TextOffset) -> usize {
        // the last line that begins at or before the offset
        let index = self.lines.partition_point(|line| line.at <= at).saturating_sub(1);
        self.lines.get(index).map_or(0, |line| line.source + line.at.to(at).len())
    }

    /// The place of a range in the file, from its first byte to its last.
    pub fn span(&self, range: TextRange) -> Span {
        let start = self.source_offset(range.start);
        let end = match range.end {
            // by the last byte, because the end may be mapped to the beginning of the next line
            end if end > range.start => self.source_offset(TextOffset(end.0 - 1)) + 1,
            _ => start,
        };
        Span::new(self.file, start..end)
    }

    /// The number of the line in the file, from 1, that has an offset of the text.
    pub fn line_number(&self, at: TextOffset, sources: &SourceMap) -> usize {
        sources.place(self.file, self.source_offset(at)).line
    }
}

impl Index<TextRange> for Transcript {
    type Output = str;

    fn index(&self, range: TextRange) -> &str {
        &self.text[range.bytes()]
    }
}
