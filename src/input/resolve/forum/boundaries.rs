//! Where each talk begins and ends in the transcript.

use super::quotes::QuoteFinder;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::input::raw::{RawQuote, RawTalk};
use crate::model::TextRange;

/// A byte range of the transcript, and the span of the quote that gave it.
type PlacedQuote = (TextRange, Span);

/// The byte range of each talk, in the order of the programme; nothing where a quote was not found.
pub fn find(
    talks: &[&RawTalk],
    quotes: &QuoteFinder<'_>,
    problems: &mut Problems,
) -> Option<Vec<TextRange>> {
    let mut find = |quote: &Option<RawQuote>, which: &str, talk: &RawTalk| {
        let what = format!("the {which} words of talk `{}`", talk.id.value);
        let quote = quote.as_ref()?;
        let place = quotes.find(quote, &what, problems)?;
        Some((place, quote.quote.span))
    };
    // all quotes are looked for first, because a talk may end where the next one begins
    let starts: Vec<Option<PlacedQuote>> =
        talks.iter().map(|t| find(&t.from, "first", t)).collect();
    let ends: Vec<Option<PlacedQuote>> = talks.iter().map(|t| find(&t.to, "last", t)).collect();
    let mut ranges = Vec::new();
    for (i, talk) in talks.iter().enumerate() {
        let Some((start, from_span)) = &starts[i] else { continue };
        let end = match (&talk.to, &ends[i]) {
            // the quote is there and was not found, which is a problem already
            (Some(_), None) => continue,
            (Some(_), Some((end, to_span))) if end.end <= start.start => {
                problems.push(inverted(talk, *from_span, *to_span));
                continue;
            }
            (Some(_), Some((end, _))) => end.end,
            (None, _) => match starts.get(i + 1) {
                None => quotes.transcript.end(),
                Some(None) => continue,
                // `check_order` reports a next talk that begins earlier; this range must not be
                // inverted by it
                Some(Some((next, _))) => next.start.max(start.start),
            },
        };
        ranges.push((i, start.start.to(end), *from_span));
    }
    check_order(talks, &ranges, problems);
    // all or nothing: with one talk missing, its words would go to the host
    (ranges.len() == talks.len()).then(|| ranges.into_iter().map(|(_, range, _)| range).collect())
}

fn inverted(talk: &RawTalk, from: Span, to: Span) -> Diagnostic {
    let message = format!("talk `{}` ends before it begins", talk.id.value);
    Diagnostic::new(Code::TalkInverted, to, message)
        .label("these words come first")
        .other(from, "before these")
        .help("exchange them, or quote other last words")
}

fn check_order(talks: &[&RawTalk], ranges: &[(usize, TextRange, Span)], problems: &mut Problems) {
    for pair in ranges.windows(2) {
        let [(above, first, first_span), (two, second, second_span)] = pair else { continue };
        let (one, two) = (&talks[*above].id.value, &talks[*two].id.value);
        let mut other = (*first_span, "the other begins here");
        let problem = if second.start < first.start {
            let message = format!("talk `{two}` begins before talk `{one}`, which stands above it");
            Diagnostic::new(Code::TalksOutOfOrder, *second_span, message)
                .help("put the talks into the order of the transcript")
        } else if second.start == first.start {
            let message = format!("talk `{two}` begins where talk `{one}` does");
            Diagnostic::new(Code::TalkEmpty, *second_span, message)
                .help("quote the first words of each")
        } else if second.start < first.end {
            // a talk without last words ends where the next begins
            if let Some(to) = &talks[*above].to {
                other = (to.quote.span, "the other ends only here");
            }
            let message = format!("talk `{two}` begins before talk `{one}` has ended");
            Diagnostic::new(Code::TalksOverlap, *second_span, message)
                .help(format!("quote later first words here, or earlier last words of `{one}`"))
        } else {
            continue;
        };
        problems.push(problem.label("begins here").other(other.0, other.1));
    }
}
