//! A transcript in the making: pieces of speech laid end to end, with what parts them and when they
//! were said.

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, Span};
use crate::model::{Seconds, Transcript, TranscriptHead};
use crate::text::is_invisible;

/// What stood in the file between two pieces of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Nothing that says anything: the pieces are laid end to end.
    None,
    /// A line's end that the layout asked for. Words that are written with blanks are kept apart.
    Line,
    /// The end of a cue, or of somebody's words: a blank stands for it, as recognisers that give no
    /// punctuation put it, unless a mark stands there already.
    Cue,
}

/// A transcript in the making.
pub struct Builder {
    transcript: Transcript,
    /// A time that holds from the next word on.
    waiting: Option<(Seconds, Span)>,
    /// The first character that nobody sees, and how many there are.
    unseen: Option<(Span, usize)>,
    /// The first time that is earlier than the one before it, that one, and how many there are.
    backwards: Option<(Span, Seconds, usize)>,
}

impl Builder {
    /// A transcript without words.
    pub fn new(file: FileId) -> Self {
        let transcript = Transcript::new(file, TranscriptHead::default());
        Self { transcript, waiting: None, unseen: None, backwards: None }
    }

    /// The transcript so far.
    pub fn transcript(&mut self) -> &mut Transcript {
        &mut self.transcript
    }

    /// What is said next is said at a time, which stands at byte `at` of the file.
    pub fn time(&mut self, time: Seconds, at: std::ops::Range<usize>) {
        self.waiting = Some((time, Span::new(self.transcript.file, at)));
    }

    /// Adds speech as [`Builder::push`] does, without the characters that nobody sees, which subtitles
    /// carry as a mark of where they are from. They are no speech, and a word that has one in it is
    /// found by nobody. Whether anything was added.
    pub fn push_seen(&mut self, source: usize, speech: &str, apart: Break, broken: usize) -> bool {
        let begun = self.transcript.text.len();
        let (mut apart, mut at) = (apart, source);
        for piece in speech.split_inclusive(is_invisible) {
            let seen = piece.trim_end_matches(is_invisible);
            self.push(at, seen, apart, broken);
            if seen.len() < piece.len() {
                let end = at + seen.len();
                let span = Span::new(self.transcript.file, end..end);
                self.unseen.get_or_insert((span, 0)).1 += 1;
            }
            if !seen.is_empty() {
                apart = Break::None;
            }
            at += piece.len();
        }
        self.transcript.text.len() > begun
    }

    /// Adds speech that begins at byte `source` of the file. A blank that stands for a break has its
    /// place at `broken`, where the line before ends.
    pub fn push(&mut self, source: usize, speech: &str, apart: Break, broken: usize) {
        let Some(first) = speech.chars().next() else { return };
        let last = self.transcript.text.chars().next_back();
        if last.is_some_and(|last| needs_blank(last, first, apart)) {
            self.transcript.push_line(broken, " ");
        }
        if let Some((time, span)) = self.waiting.take() {
            let at = self.transcript.end();
            if let Err(last) = self.transcript.times.push(at, time) {
                let (_, _, count) = self.backwards.get_or_insert((span, last, 0));
                *count += 1;
            }
        }
        self.transcript.push_line(source, speech);
    }

    /// The transcript, and what is wrong with its times.
    pub fn finish(self, problems: &mut Problems) -> Transcript {
        problems.extend(self.unseen.map(|(span, count)| unseen(span, count)));
        problems.extend(self.backwards.map(|(span, last, count)| backwards(span, last, count)));
        self.transcript
    }
}

/// Whether a blank stands for what parts two characters.
fn needs_blank(last: char, first: char, apart: Break) -> bool {
    if last.is_whitespace() || first.is_whitespace() {
        return false;
    }
    match apart {
        Break::None => false,
        Break::Line => is_spaced(last) && is_spaced(first),
        Break::Cue => {
            let ended = !is_spaced(last) && !last.is_alphanumeric();
            let ends = "，。！？、：；…）》”’,.!?;:)".contains(first);
            !ended && !ends
        }
    }
}

/// Whether a character is of a script that is written with blanks; Chinese and its marks are not.
fn is_spaced(c: char) -> bool {
    c < '\u{2000}'
}

fn unseen(span: Span, count: usize) -> Diagnostic {
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
