//! Quotes become places: exactly one each, or a problem that shows where to look.

use std::ops::Range;

use crate::anchor::Text;
use crate::diagnostics::{Diagnostic, Sources};
use crate::input::fields::Problems;
use crate::input::raw::RawQuote;
use crate::model::Transcript;

/// Most places that a problem lists.
const MOST_PLACES: usize = 6;
/// Characters shown on either side of a place.
const AROUND: usize = 10;

/// Finds quotes in one transcript.
pub struct Quotes<'a> {
    transcript: &'a Transcript,
    text: Text<'a>,
}

impl<'a> Quotes<'a> {
    /// Prepares a transcript.
    pub fn new(transcript: &'a Transcript) -> Self {
        Self { transcript, text: Text::new(&transcript.text) }
    }

    /// The place of a quote. `what` names it in problems: ``the first words of talk `a` ``.
    pub fn find(
        &self,
        quote: &RawQuote,
        what: &str,
        sources: &Sources,
        problems: &mut Problems,
    ) -> Option<Range<usize>> {
        let mut places = self.text.find(&quote.quote.value);
        if places.is_empty() {
            problems.push(self.not_found(quote, what, sources));
            return None;
        }
        if let Some(after) = &quote.after {
            let anchor = RawQuote { quote: after.clone(), after: None };
            let at = self.find(&anchor, &format!("the words before {what}"), sources, problems)?;
            places.retain(|place| place.start >= at.end);
            if places.is_empty() {
                problems.push(not_after(quote, what));
                return None;
            }
            places.truncate(1);
        }
        if places.len() > 1 {
            problems.push(self.ambiguous(quote, what, &places));
            return None;
        }
        places.pop()
    }

    fn not_found(&self, quote: &RawQuote, what: &str, sources: &Sources) -> Diagnostic {
        let message = format!("{what} are not in the transcript");
        let problem = Diagnostic::error("quote-not-found", quote.quote.span, message);
        let Some(near) = self.text.nearest(&quote.quote.value) else {
            return problem
                .label("nothing like it there")
                .help("quote words as the transcript has them, mistakes included");
        };
        let at = self.transcript.source_offset(near.range.start);
        let place = sources.place(self.transcript.file, at);
        let name = sources.path(self.transcript.file).rsplit('/').next().unwrap_or_default();
        let characters = if near.distance == 1 { "character" } else { "characters" };
        problem
            .label(format!(
                "nearest is {name}:{}:{}, {} {characters} off",
                place.line, place.column, near.distance
            ))
            .help(&self.transcript.text[near.range])
    }

    fn ambiguous(&self, quote: &RawQuote, what: &str, places: &[Range<usize>]) -> Diagnostic {
        let count = places.len();
        let message = format!("{what} stand {count} times in the transcript");
        let mut problem = Diagnostic::error("quote-ambiguous", quote.quote.span, message)
            .label(format!("which of the {count}?"));
        for place in places.iter().take(MOST_PLACES) {
            problem = problem.other(self.transcript.span(place.clone()), self.around(place));
        }
        if count > MOST_PLACES {
            problem.label += &format!(" the first {MOST_PLACES} are shown");
        }
        problem.help("quote more words, or write {quote: …, after: …} with words that stand before the right place and only once")
    }

    /// The words around a place, with the place itself in brackets.
    fn around(&self, place: &Range<usize>) -> String {
        let text = &self.transcript.text;
        let before: Vec<char> = text[..place.start].chars().rev().take(AROUND).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = text[place.end..].chars().take(AROUND).collect();
        format!("…{before}[{}]{after}…", &text[place.clone()])
    }
}

fn not_after(quote: &RawQuote, what: &str) -> Diagnostic {
    let message = format!("{what} do not stand after the words in `after`");
    Diagnostic::error("quote-not-after", quote.quote.span, message)
        .help("choose words for `after` that stand before the quote")
}
