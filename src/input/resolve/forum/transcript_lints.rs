//! What is odd about the text of a transcript as a whole.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::model::{TextOffset, TextRange, Transcript};

/// A text is without punctuation where there are more letters than this for each mark.
const LETTERS_PER_MARK: usize = 120;
/// A shorter text may well be one sentence.
const MIN_LETTERS: usize = 300;

/// Notes missing punctuation, and marks of captions that somebody else speaks.
pub fn find(transcript: &Transcript, problems: &mut Problems) {
    problems.extend(without_punctuation(transcript));
    problems.extend(changes_of_speaker(transcript));
}

fn without_punctuation(transcript: &Transcript) -> Option<Diagnostic> {
    let is_mark = |c: &char| "，。？！；：、,.?!;:".contains(*c);
    let marks = transcript.text.chars().filter(is_mark).count();
    let letters = transcript.text.chars().filter(|c| c.is_alphanumeric()).count();
    if letters < MIN_LETTERS || letters < marks * LETTERS_PER_MARK {
        return None;
    }
    let message = "the transcript has hardly any punctuation: its passages are divided at the ends \
                   of lines and cues and at pauses";
    let start = TextOffset(0).to(TextOffset(0));
    Some(
        Diagnostic::new(Code::NoPunctuation, transcript.span(start), message)
            .help("a recogniser that writes punctuation gives passages that read better"),
    )
}

fn changes_of_speaker(transcript: &Transcript) -> Option<Diagnostic> {
    let text = &transcript.text;
    let signs: Vec<usize> = text.match_indices(">>").map(|(at, _)| at).collect();
    let stands_apart = |at: &&usize| {
        let before = text[..**at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '>')
    };
    let signs: Vec<&usize> = signs.iter().filter(stands_apart).collect();
    let first = **signs.first()?;
    let what = match signs.len() {
        1 => "`>>` says once".to_owned(),
        count => format!("`>>` says {count} times"),
    };
    let range = TextRange::new(first..first + ">>".len());
    let message = format!("{what} that somebody else speaks; it is left out of the clean text");
    Some(
        Diagnostic::new(Code::SpeakerChanges, transcript.span(range), message)
            .label("the first")
            .help("name who speaks with `turns` in forum.yaml"),
    )
}
