//! Building the text of a transcript from pieces of speech, with the separators between them and
//! the times at which they were said.

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::model::{Seconds, Transcript, TranscriptHead};
use crate::text::is_invisible;

/// What the file has between two pieces of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechBreak {
    /// Nothing of meaning: the pieces are joined.
    None,
    /// A line break that the layout required. Words of a script that is written with spaces get
    /// one.
    Line,
    /// The end of a cue or of a speaker's words. It is written as a space, as recognisers without
    /// punctuation do, unless there is a punctuation mark.
    Cue,
}

/// Builds a transcript, piece by piece. Every byte of the text knows its offset in the file.
pub struct TranscriptBuilder {
    transcript: Transcript,
    /// A time that holds from the next word on.
    pending_time: Option<(Seconds, Span)>,
    /// The first invisible character that was left out, and how many were.
    invisible: Option<(Span, usize)>,
    /// The first time that is earlier than the one before it, that one, and how many there are.
    backwards: Option<(Span, Seconds, usize)>,
}

impl TranscriptBuilder {
    /// A transcript without words.
    pub fn new(file: FileId) -> Self {
        let transcript = Transcript::new(file, TranscriptHead::default());
        Self { transcript, pending_time: None, invisible: None, backwards: None }
    }

    /// The transcript so far.
    pub fn transcript(&mut self) -> &mut Transcript {
        &mut self.transcript
    }

    /// Sets the time of the next word, which was found in this byte range of the file.
    pub fn set_time(&mut self, time: Seconds, found: std::ops::Range<usize>) {
        self.pending_time = Some((time, Span::new(self.transcript.file, found)));
    }

    /// Adds speech as [`push`](Self::push) does, but leaves out invisible characters, which some
    /// tools put into subtitles as a watermark: a search for a word would not find it with one of
    /// them inside. Returns whether anything was added.
    pub fn push_visible(
        &mut self,
        offset: usize,
        speech: &str,
        before: SpeechBreak,
        break_offset: usize,
    ) -> bool {
        let length = self.transcript.text.len();
        let (mut before, mut offset) = (before, offset);
        for piece in speech.split_inclusive(is_invisible) {
            let visible = piece.trim_end_matches(is_invisible);
            self.push(offset, visible, before, break_offset);
            if visible.len() < piece.len() {
                let end = offset + visible.len();
                let span = Span::new(self.transcript.file, end..end);
                self.invisible.get_or_insert((span, 0)).1 += 1;
            }
            // the break stands before the first visible piece; the following ones continue its word
            if !visible.is_empty() {
                before = SpeechBreak::None;
            }
            offset += piece.len();
        }
        self.transcript.text.len() > length
    }

    /// Adds speech that begins at an offset of the file. `before` is what separates it from the
    /// speech so far; where it becomes a space, the space is mapped to `break_offset` of the file.
    pub fn push(&mut self, offset: usize, speech: &str, before: SpeechBreak, break_offset: usize) {
        // an empty piece must not take the pending time, which belongs to the next word
        let Some(first) = speech.chars().next() else { return };
        let last = self.transcript.text.chars().next_back();
        // the space is added before the time, so that the time holds from the word itself
        if last.is_some_and(|last| needs_space(last, first, before)) {
            self.transcript.push_line(break_offset, " ");
        }
        if let Some((time, span)) = self.pending_time.take() {
            let at = self.transcript.end();
            if let Err(last) = self.transcript.times.push(at, time) {
                let (_, _, count) = self.backwards.get_or_insert((span, last, 0));
                *count += 1;
            }
        }
        self.transcript.push_line(offset, speech);
    }

    /// The transcript. Adds the problems with its times and invisible characters.
    pub fn finish(self, problems: &mut Problems) -> Transcript {
        problems.extend(self.invisible.map(|(span, count)| invisible(span, count)));
        problems.extend(self.backwards.map(|(span, last, count)| backwards(span, last, count)));
        self.transcript
    }
}

/// Whether the break between two characters becomes a space.
fn needs_space(last: char, first: char, between: SpeechBreak) -> bool {
    if last.is_whitespace() || first.is_whitespace() {
        return false;
    }
    match between {
        SpeechBreak::None => false,
        SpeechBreak::Line => is_written_with_spaces(last) && is_written_with_spaces(first),
        SpeechBreak::Cue => {
            // Chinese marks are full-width and need no space; Latin ones are followed by one
            let after_mark = !is_written_with_spaces(last) && !last.is_alphanumeric();
            let before_mark = "，。！？、：；…）》”’,.!?;:)".contains(first);
            !after_mark && !before_mark
        }
    }
}

/// Whether a character is of a script that separates words by spaces, which Chinese does not.
fn is_written_with_spaces(c: char) -> bool {
    // U+2000 begins the punctuation blocks: Latin, Greek and Cyrillic lie below it, Chinese above
    c < '\u{2000}'
}

fn invisible(span: Span, count: usize) -> Diagnostic {
    let what = match count {
        1 => "a character that nobody sees is".to_owned(),
        _ => format!("{count} characters that nobody sees are"),
    };
    Diagnostic::new(Code::Unseen, span, format!("{what} left out of these subtitles"))
        .label("the first")
        .help("nothing need be done; such marks are no speech")
}

fn backwards(span: Span, last: Seconds, count: usize) -> Diagnostic {
    let what = match count {
        1 => "a time of the transcript goes backwards and is".to_owned(),
        _ => format!("the times of the transcript go backwards; {count} of them are"),
    };
    let message = format!("{what} not used");
    Diagnostic::new(Code::TimesBackwards, span, message)
        .label(format!("the one before is {last}"))
        .help("give recordings that begin anew at 0 each a folder and a forum.yaml of its own")
}
