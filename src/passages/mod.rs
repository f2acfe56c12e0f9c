//! From turns to passages: the rules of [`text`] applied to a forum.
//!
//! 1. [`text::propose_edits`] proposes the edits of each turn. Every turn is read by itself, so
//!    that no edit reaches across a speaker, a talk or a cut.
//! 2. [`text::paragraphs`] divides the turn into passages, at the places of published permalinks
//!    ([`LockedPlaces`]) where that is possible.
//! 3. `permalink_ids` gives every passage its permalink.
//!
//! Turns are read in parallel; the result does not depend on the number of threads. What became of
//! each correction is collected in `correction_outcomes`, and [`lock_entries`] says what `gen lock`
//! has to write.

mod correction_outcomes;
pub mod lock_entries;
mod locked_places;
mod permalink_ids;
mod relocate;
mod unused_corrections;

use std::collections::BTreeSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::record::{LedgerCounts, Passage, Record};
use crate::model::{
    CharCount, Correction, CorrectionIndex, Forum, Milliseconds, Site, Speaker, TextOffset,
    TextOwner, TextRange, Turn, TypedIndex,
};
use crate::text::{self, Edit, Rule, Segmenter};
use correction_outcomes::{CorrectionOutcomes, LongerWord};
pub use locked_places::LockedPlaces;

/// After a pause of this length a paragraph may well begin.
const PAUSE: Milliseconds = Milliseconds(1500);

/// A forum's record, with the problems found.
pub struct RecordWithProblems {
    /// The passages of the forum with their permalinks and edits.
    pub record: Record,
    /// Warnings and notes.
    pub problems: Vec<Diagnostic>,
}

/// The segmenter with the site's own words: names, topics, and the words of corrections.
pub fn site_segmenter(site: &Site, dictionary: Segmenter) -> Segmenter {
    let names = site.speakers.iter().flat_map(Speaker::spellings);
    let topics = site.forums.iter().flat_map(|f| &f.talks).flat_map(|t| &t.topics);
    let corrections = site.forums.iter().flat_map(|f| &f.corrections);
    // both: what was heard is cut in the verbatim text, what was meant in the clean text
    let corrected = corrections.flat_map(|c| [c.heard.as_str(), c.meant.as_str()]);
    dictionary.with_words(names.chain(topics.map(String::as_str)).chain(corrected))
}

/// Makes a forum's record; `locked` has the places of its published permalinks.
pub fn make_record(
    forum: &Forum,
    locked: &LockedPlaces,
    segmenter: &Segmenter,
) -> RecordWithProblems {
    let locked_offsets = locked.offsets();
    let matcher = CorrectionMatcher::of(forum);
    let turns: Vec<TurnPassages> = forum
        .turns
        .par_iter()
        .map(|turn| TurnPassages::find(turn, forum, &matcher, &locked_offsets, segmenter))
        .collect();
    let mut problems = Vec::new();
    let mut outcomes = CorrectionOutcomes::new(forum);
    let mut passages = Vec::new();
    for (number, turn) in forum.turns.indices().zip(turns) {
        outcomes.add(turn.hits, turn.parts);
        problems.extend(turn.problems);
        passages.extend(turn.passages.into_iter().map(|(range, edits)| Passage {
            // ids are given below, since each has to be unique in the whole forum
            id: String::new(),
            turn: number,
            range,
            edits,
            formerly: Vec::new(),
        }));
    }
    problems.extend(lock_entries::problems(forum, locked));
    let found: Vec<_> = locked.of(forum).map(|(l, place)| (l.id.as_str(), place)).collect();
    permalink_ids::assign(&forum.transcript.text, &locked.spoken, &found, &mut passages);
    problems.extend(outcomes.problems(forum));
    RecordWithProblems {
        record: Record { passages: passages.into(), ledger: ledger(forum) },
        problems,
    }
}

/// The passages of one turn, and what became of the corrections in it.
#[derive(Default)]
struct TurnPassages {
    passages: Vec<(TextRange, Vec<Edit>)>,
    /// The forum's corrections that apply, each with the places that it changed.
    hits: Vec<(CorrectionIndex, Vec<TextRange>)>,
    /// Places that a correction left because they are part of longer words.
    parts: Vec<LongerWord>,
    problems: Vec<Diagnostic>,
}

impl TurnPassages {
    fn find(
        turn: &Turn,
        forum: &Forum,
        matcher: &CorrectionMatcher,
        locked_offsets: &[TextOffset],
        segmenter: &Segmenter,
    ) -> Self {
        let text = &forum.transcript[turn.range];
        let from = locked_offsets.partition_point(|&at| at < turn.range.start);
        let to = locked_offsets.partition_point(|&at| at < turn.range.end);
        let in_turn = locked_offsets[from..to].iter().map(|at| turn.range.start.to(*at).len());
        let locked_in_turn: Vec<usize> = in_turn.collect();
        let after_pauses = after_pauses(turn, forum);
        let starts = text::KnownStarts { published: &locked_in_turn, after_pauses: &after_pauses };
        // a cut is kept as the recogniser wrote it, so no rule runs
        if matches!(turn.owner, TextOwner::Cut(_)) {
            let passages = paragraphs_with_edits(text, turn.range, &[], &starts);
            return Self { passages, ..Self::default() };
        }
        let (indices, corrections) = matcher.in_turn(turn, forum);
        let turn_edits = text::propose_edits(text, &corrections, segmenter);
        let problems = turn_edits.skipped.iter().map(|left| {
            // a skipped place has no link to its match, but the same byte range
            let part = turn_edits.partial_matches.iter().find(|part| part.range == left.range);
            skipped_note(left, part, turn, forum)
        });
        let problems = problems.collect();
        let of_forum = |places: Vec<Range<usize>>| {
            places.into_iter().map(|place| turn.range.part(place)).collect()
        };
        Self {
            passages: paragraphs_with_edits(text, turn.range, &turn_edits.edits, &starts),
            parts: turn_edits
                .partial_matches
                .iter()
                .map(|part| LongerWord::of(part, turn, &indices))
                .collect(),
            hits: indices.into_iter().zip(turn_edits.corrected.into_iter().map(of_forum)).collect(),
            problems,
        }
    }
}

/// Finds which of a forum's corrections occur in a turn, in one pass over its text: a forum has
/// hundreds of corrections, and a turn has the words of a few.
struct CorrectionMatcher(Option<AhoCorasick>);

impl CorrectionMatcher {
    fn of(forum: &Forum) -> Self {
        let heard = forum.corrections.iter().map(|c| text::without_blanks(&c.heard));
        Self(AhoCorasick::new(heard).ok())
    }

    /// The corrections that apply to a turn and occur in it, each with its index.
    fn in_turn(
        &self,
        turn: &Turn,
        forum: &Forum,
    ) -> (Vec<CorrectionIndex>, Vec<text::WordReplacement>) {
        let text = &forum.transcript[turn.range];
        // sorted, since of entries with the same misheard word the first one is made
        let found: BTreeSet<CorrectionIndex> = match &self.0 {
            Some(all) => {
                // overlapping, since one misheard word may be within another
                // and without blanks, since a cue may end within the word
                let joined = text::without_blanks(text);
                let matches = all.find_overlapping_iter(&joined);
                matches.map(|m| CorrectionIndex::new(m.pattern().as_usize())).collect()
            }
            None => forum.corrections.indices().collect(), // the automaton would be too large
        };
        let holding = found.into_iter().map(|index| (index, &forum.corrections[index]));
        let plain = |c: &Correction| text::WordReplacement {
            heard: c.heard.clone(),
            meant: c.meant.clone(),
        };
        holding.filter(|(_, c)| c.holds_in(turn.owner)).map(|(i, c)| (i, plain(c))).unzip()
    }
}

/// A note on words that a rule left unchanged. If they are the `part` of longer words that a
/// correction left, only a correction of the longer words would change them.
fn skipped_note(
    left: &text::Skipped,
    part: Option<&text::PartialMatch>,
    turn: &Turn,
    forum: &Forum,
) -> Diagnostic {
    let range = turn.range.part(left.range.clone());
    let said = &forum.transcript[range];
    let message = format!("`{said}` is left as it is: {}", left.reason);
    let note = Diagnostic::new(Code::LeftAlone, forum.transcript.span(range), message);
    match part {
        Some(part) => note.help(format!(
            "add an entry for `{}` to corrections.yaml if that is misheard here",
            &forum.transcript[turn.range.part(part.within.clone())]
        )),
        None => note.help("correct it in corrections.yaml if something else was meant"),
    }
}

/// The offsets in a turn of the words before which the speaker paused.
fn after_pauses(turn: &Turn, forum: &Forum) -> Vec<usize> {
    let pauses = &forum.transcript.pauses;
    let from = pauses.partition_point(|(at, _)| *at <= turn.range.start);
    let to = pauses.partition_point(|(at, _)| *at < turn.range.end);
    let long = pauses.get(from..to).unwrap_or_default().iter().filter(|(_, pause)| *pause >= PAUSE);
    long.map(|(at, _)| turn.range.start.to(*at).len()).collect()
}

/// The paragraphs of a turn, each with the edits in it. `text` is what `turn` covers, and `edits`
/// and `starts` (at which a passage should begin) count from its start.
fn paragraphs_with_edits(
    text: &str,
    turn: TextRange,
    edits: &[Edit],
    starts: &text::KnownStarts<'_>,
) -> Vec<(TextRange, Vec<Edit>)> {
    let paragraphs = text::paragraphs(text, edits, starts);
    let mut edits = edits.iter().peekable();
    let mut passages = Vec::new();
    for paragraph in paragraphs {
        let mut own = Vec::new();
        // no paragraph ends within an edit, so its start tells the paragraph
        while let Some(edit) = edits.next_if(|edit| edit.range.start < paragraph.end) {
            let range = edit.range.start - paragraph.start..edit.range.end - paragraph.start;
            own.push(Edit { range, ..edit.clone() });
        }
        passages.push((turn.part(paragraph), own));
    }
    passages
}

fn ledger(forum: &Forum) -> LedgerCounts {
    let mut ledger = LedgerCounts {
        characters: CharCount::of(&forum.transcript.text),
        ..LedgerCounts::default()
    };
    for turn in &forum.turns {
        let count = CharCount::of(&forum.transcript[turn.range]);
        match turn.owner {
            TextOwner::Talk(_) => ledger.talk += count,
            TextOwner::Host(_) => ledger.host += count,
            TextOwner::Cut(_) => ledger.cut += count,
        }
    }
    ledger
}

/// The number of edits by each rule.
pub fn changes(record: &Record) -> [(Rule, usize); Rule::ALL.len()] {
    Rule::ALL.map(|rule| {
        let edits = record.passages.iter().flat_map(|p| &p.edits);
        (rule, edits.filter(|edit| edit.rule == rule).count())
    })
}
