//! Lines that captions show again, although they were said once.
//!
//! *Rolling captions* (YouTube, television) show the last line again above the new one:
//!
//! ```text
//! good morning                       said
//! good morning | to our forum        the first line was said before
//! to our forum | today we talk       the first line was said before
//! ```
//!
//! A line is one of these where the last lines of a cue are the first ones of the next, and half of
//! the cues of the file are so, or three in a row. Between them YouTube has cues of 10
//! milliseconds with the whole line. A line whose words are timed one by one is new, though it
//! says the same: that was said twice.
//!
//! *Highlighted words* (Whisper's `--highlight_words`): a cue for each word with the whole sentence
//! in it and that word underlined. Where the underlined word is not further on than that of the cue
//! before, the sentence is said again.

use super::cue_words::CueWords;
use crate::model::Milliseconds;

/// The most lines that captions show again.
const MOST_LINES: usize = 4;
/// Rolling captions follow each other without a pause as long as this.
const PAUSE: u64 = 2_000;
/// So many cues in a row that begin with the last lines of the one before are rolling captions,
/// whatever the rest of the file is.
const RUN: usize = 3;
/// A cue as short as this is not read by anybody: it holds a line for the next one.
const SHORT: u64 = 50;

/// For each cue, how many of its first lines with words are shown again.
pub(super) fn repeated_lines(cues: &[CueWords]) -> Vec<usize> {
    let rolling = rolling_lines(cues);
    match highlighted(cues) {
        Some(highlighted) => rolling.into_iter().zip(highlighted).map(|(a, b)| a.max(b)).collect(),
        None => rolling,
    }
}

fn rolling_lines(cues: &[CueWords]) -> Vec<usize> {
    let overlaps: Vec<usize> = (0..cues.len()).map(|at| overlap_at(cues, at)).collect();
    // a cue that is as the one before may have been said again
    let is_same = |at: usize| {
        let lines = overlaps[at];
        lines > 0 && lines == cues[at].lines.len() && lines == cues[at - 1].lines.len()
    };
    let pairs = (1..cues.len()).filter(|&at| !is_same(at)).count();
    let overlapping = (1..cues.len()).filter(|&at| overlaps[at] > 0 && !is_same(at)).count();
    let all_roll = overlapping >= 2 && overlapping * 2 >= pairs;
    let mut repeated = vec![0; cues.len()];
    let mut at = 0;
    while at < cues.len() {
        let run = overlaps[at..].iter().take_while(|lines| **lines > 0).count();
        let run = at..at + run.max(1);
        at = run.end;
        if !all_roll && run.clone().filter(|&at| overlaps[at] > 0 && !is_same(at)).count() < RUN {
            continue;
        }
        let is_stamped = |at: usize| cues[at].lines.iter().any(|line| line.is_stamped);
        let has_stamps = run.clone().any(is_stamped);
        for at in run {
            let holds = has_stamps || is_short(&cues[at]) || (at > 0 && is_short(&cues[at - 1]));
            if !is_same(at) || holds {
                repeated[at] = overlaps[at];
            }
        }
    }
    repeated
}

/// How many of the last lines of the cue before are the first ones of a cue.
fn overlap_at(cues: &[CueWords], at: usize) -> usize {
    let Some(before) = at.checked_sub(1).and_then(|before| cues.get(before)) else { return 0 };
    let (old, new) = (&before.lines, &cues[at].lines);
    if !follows_directly(before.end, cues[at].start) {
        return 0;
    }
    let most = old.len().min(new.len()).min(MOST_LINES);
    let is_same = |lines: &usize| {
        let pairs = old[old.len() - lines..].iter().zip(&new[..*lines]);
        pairs.into_iter().all(|(old, new)| old.words == new.words && !new.is_stamped)
    };
    (1..=most).rev().find(is_same).unwrap_or(0)
}

fn follows_directly(end: Option<Milliseconds>, start: Option<Milliseconds>) -> bool {
    match (end, start) {
        (Some(end), Some(start)) => start.0 < end.0.saturating_add(PAUSE),
        _ => true,
    }
}

fn is_short(cue: &CueWords) -> bool {
    let length = cue.start.zip(cue.end).map(|(start, end)| end.0.saturating_sub(start.0));
    length.is_some_and(|length| length <= SHORT)
}

/// The lines of cues that show a sentence again with another word underlined; nothing where the
/// file has no such cues.
fn highlighted(cues: &[CueWords]) -> Option<Vec<usize>> {
    let text = |cue: &CueWords| {
        let lines: Vec<&str> = cue.lines.iter().map(|line| line.words.as_str()).collect();
        lines.join("\n")
    };
    let texts: Vec<String> = cues.iter().map(text).collect();
    let words: Vec<_> = cues.iter().map(underlined).collect();
    let is_next = |at: &usize| {
        let pair = words[at - 1].as_ref().zip(words[*at].as_ref());
        texts[*at] == texts[at - 1] && pair.is_some_and(|(last, next)| last.start < next.start)
    };
    if (1..cues.len()).filter(is_next).count() < 2 {
        return None;
    }
    let mut last = None;
    let mut repeated = vec![0; cues.len()];
    for at in 0..cues.len() {
        let is_again = at > 0 && texts[at] == texts[at - 1] && !texts[at].is_empty() && {
            let length = texts[at].chars().filter(|c| !c.is_whitespace()).count();
            goes_on(last.as_ref(), words[at].as_ref(), length)
        };
        if is_again {
            repeated[at] = cues[at].lines.len();
            last = words[at].clone().or(last);
        } else {
            last.clone_from(&words[at]);
        }
    }
    Some(repeated)
}

/// Whether a sentence goes on with the underlined word `next` after the word `last`.
fn goes_on(
    last: Option<&std::ops::Range<usize>>,
    next: Option<&std::ops::Range<usize>>,
    length: usize,
) -> bool {
    match (last, next) {
        (Some(last), Some(next)) => last.start < next.start,
        (Some(last), None) => last.end < length,
        (None, _) => true,
    }
}

/// Where in a cue the underlined words are, counted without blanks.
fn underlined(cue: &CueWords) -> Option<std::ops::Range<usize>> {
    let mut before = 0;
    for line in &cue.lines {
        let length = line.words.chars().filter(|c| !c.is_whitespace()).count();
        if let Some(words) = &line.underlined {
            return Some(before + words.start..before + words.end.min(length));
        }
        before += length;
    }
    None
}
