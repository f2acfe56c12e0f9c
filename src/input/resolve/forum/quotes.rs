//! Finding quotes in the transcript: exactly one match each, or a problem that shows where to look.

use crate::anchor::QuoteIndex;
use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap};
use crate::input::raw::RawQuote;
use crate::model::{TextRange, Transcript};

/// How many matches a problem lists at most.
const MOST_PLACES: usize = 6;
/// How many characters a problem shows on either side of a match.
const AROUND: usize = 10;

/// Opening quotation marks, and those that are typed in their place.
const OPENING: [char; 8] = ['“', '‘', '「', '『', '《', '"', '\'', '”'];
/// Closing quotation marks, and those that are typed in their place.
const CLOSING: [char; 8] = ['”', '’', '」', '』', '》', '"', '\'', '“'];

/// Finds quotes in one transcript.
pub struct QuoteFinder<'a> {
    /// The transcript that is searched.
    pub transcript: &'a Transcript,
    /// For the line and column of a match in a problem.
    sources: &'a SourceMap,
    text: QuoteIndex<'a>,
}

impl<'a> QuoteFinder<'a> {
    /// Indexes a transcript.
    pub fn new(transcript: &'a Transcript, sources: &'a SourceMap) -> Self {
        Self { transcript, sources, text: QuoteIndex::new(&transcript.text) }
    }

    /// The byte range of a quote. `what` names the quote in problems: ``the first words of talk `a`
    /// ``.
    pub fn find(&self, quote: &RawQuote, what: &str, problems: &mut Problems) -> Option<TextRange> {
        let places = self.text.find(&quote.quote.value);
        let mut places: Vec<TextRange> = places.into_iter().map(TextRange::new).collect();
        if places.is_empty() {
            problems.push(self.not_found(quote, what));
            return None;
        }
        if let Some(after) = &quote.after {
            // `after` has no words before itself, so it must stand in the text exactly once
            let anchor = RawQuote { quote: after.clone(), after: None };
            let at = self.find(&anchor, &format!("the words before {what}"), problems)?;
            places.retain(|place| place.start >= at.end);
            if places.is_empty() {
                problems.push(not_after(quote, what));
                return None;
            }
            // the first place after these words is the one that is meant
            places.truncate(1);
        }
        if places.len() > 1 {
            problems.push(self.ambiguous(quote, what, &places));
            return None;
        }
        places.pop()
    }

    fn not_found(&self, quote: &RawQuote, what: &str) -> Diagnostic {
        let message = format!("{what} are not in the transcript");
        let problem = Diagnostic::new(Code::QuoteNotFound, quote.quote.span, message);
        // to YAML, only ASCII quotation marks are syntax: `“…”` is part of the value
        if let Some(words) = unwrapped(&quote.quote.value)
            && !self.text.find(words).is_empty()
        {
            return problem
                .label("found without the quotation marks around them")
                .help(format!("remove the quotation marks: {words}"));
        }
        let wrapped = quote.quote.value.trim_start().starts_with(OPENING);
        let words = unwrapped(&quote.quote.value).filter(|_| wrapped);
        let words = words.unwrap_or(&quote.quote.value);
        let Some(near) = self.text.nearest(words) else {
            // whoever copies from a subtitle file takes its times along
            let timed = words.split_whitespace().any(is_clock);
            let help = match timed {
                true => "leave out times, numbers of cues and labels, which are no speech",
                false => "quote words as the transcript has them, mistakes included",
            };
            return problem.label("nothing like it there").help(help);
        };
        // the nearest match may take in marks around it, which would then stand in the suggestion
        let range = self.trimmed(TextRange::new(near.range), words);
        let at = self.transcript.source_offset(range.start);
        let place = self.sources.place(self.transcript.file, at);
        // the name alone, because the transcript lies beside the forum.yaml that the problem names
        let name = self.sources.path(self.transcript.file).rsplit('/').next().unwrap_or_default();
        let characters = if near.distance == 1 { "character" } else { "characters" };
        problem
            .label(format!(
                "nearest is {name}:{}:{}, {} {characters} off",
                place.line, place.column, near.distance
            ))
            .help(&self.transcript[range])
    }

    /// A match without punctuation at its ends that the quote does not have. At the start only the
    /// mark of the quote is kept; at the end one mark of a sentence may stand for another.
    fn trimmed(&self, place: TextRange, quote: &str) -> TextRange {
        let (first, last) = (quote.trim().chars().next(), quote.trim().chars().next_back());
        let text = &self.transcript[place];
        let mark = |c: char| !c.is_alphanumeric();
        let ends = |c: char| "，。？！；：、…,.?!;:".contains(c);
        let kept = text.trim_start_matches(|c| mark(c) && Some(c) != first);
        let start = text.len() - kept.len();
        let wanted = |c: char| Some(c) == last || (ends(c) && last.is_some_and(ends));
        let kept = kept.trim_end_matches(|c| mark(c) && !wanted(c));
        if kept.is_empty() { place } else { place.part(start..start + kept.len()) }
    }

    fn ambiguous(&self, quote: &RawQuote, what: &str, places: &[TextRange]) -> Diagnostic {
        let count = places.len();
        let message = format!("{what} stand {count} times in the transcript");
        let mut problem = Diagnostic::new(Code::QuoteAmbiguous, quote.quote.span, message)
            .label(format!("which of the {count}?"));
        for place in places.iter().take(MOST_PLACES) {
            problem = problem.other(self.transcript.span(*place), self.around(*place));
        }
        if count > MOST_PLACES {
            problem.label += &format!(" the first {MOST_PLACES} are shown");
        }
        problem.help(
            "quote more words, or write {quote: …, after: …} with words that stand before the \
             right place and only once",
        )
    }

    /// The text around a match, with the match in brackets.
    fn around(&self, place: TextRange) -> String {
        let text = &self.transcript.text;
        let before: Vec<char> = text[..place.start.0].chars().rev().take(AROUND).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = text[place.end.0..].chars().take(AROUND).collect();
        format!("…{before}[{}]{after}…", &self.transcript[place])
    }
}

/// Whether a word is a time in the form of a transcript: `00:00:59,990`, `[00:15:14]`.
fn is_clock(word: &str) -> bool {
    let word = word.trim_matches(['[', ']']);
    let colons = word.matches([':', '：']).count();
    colons > 0 && word.chars().all(|c| c.is_ascii_digit() || ":：,.".contains(c))
}

/// A quote without the quotation marks at its ends; nothing where it has none.
fn unwrapped(quote: &str) -> Option<&str> {
    let quote = quote.trim();
    let words = quote.trim_start_matches(OPENING).trim_end_matches(CLOSING).trim();
    (words.len() < quote.len() && !words.is_empty()).then_some(words)
}

fn not_after(quote: &RawQuote, what: &str) -> Diagnostic {
    let message = format!("{what} do not stand after the words in `after`");
    Diagnostic::new(Code::QuoteNotAfter, quote.quote.span, message)
        .help("choose words for `after` that stand before the quote")
}
