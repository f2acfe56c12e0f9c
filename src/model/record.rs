//! The record of a forum: its text divided into passages, with every edit.

use super::{
    CharCount, CleanRange, Forum, IndexVec, PassageIndex, TextRange, Timestamp, TurnIndex,
};
use crate::text::{self, Edit, Segment};

/// A forum's text, divided into passages.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The passages in transcript order; laid end to end they are the text.
    pub passages: IndexVec<PassageIndex, Passage>,
    /// How many characters belong to talks, the host and cuts.
    pub ledger: LedgerCounts,
}

/// A paragraph of a turn: the unit that has a permalink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The permalink: six ASCII characters made from what was said, unique within the forum.
    pub id: String,
    /// The turn that it is part of.
    pub turn: TurnIndex,
    /// Its words in the transcript.
    pub range: TextRange,
    /// The edits, sorted; their ranges are bytes of the passage's verbatim text.
    pub edits: Vec<Edit>,
    /// Published permalinks that lead here now: the text or the paragraphs at their place changed.
    pub formerly: Vec<String>,
}

impl Passage {
    /// The verbatim text: what the recogniser wrote, character for character.
    pub fn verbatim<'a>(&self, forum: &'a Forum) -> &'a str {
        &forum.transcript[self.range]
    }

    /// The words of the transcript that a range of the clean text was made from. A range that
    /// begins or ends within an edit's replacement takes in all words that the edit replaces.
    pub fn verbatim_range(&self, clean: &CleanRange) -> TextRange {
        let CleanRange(clean) = clean;
        let (start, end) =
            (self.verbatim_at(clean.start, false), self.verbatim_at(clean.end, true));
        // for an empty range at a deletion, the end is found before the start
        self.range.part(start..end.max(start))
    }

    /// The offset in the verbatim text that corresponds to one in the clean text. Within an edit's
    /// replacement it is the start of what is replaced, or its end if `ends` is set.
    fn verbatim_at(&self, clean: usize, ends: bool) -> usize {
        let mut start = 0; // of the segment, in the clean text
        for segment in text::segments(self.range.len(), &self.edits) {
            let length = match &segment {
                Segment::Unchanged(range) => range.len(),
                Segment::Edited(edit) => edit.meant.len(),
            };
            // an end belongs to the segment before it, or a deletion that follows would be included
            if clean < start + length || (ends && clean == start + length) {
                return match segment {
                    Segment::Unchanged(range) => range.start + (clean - start),
                    Segment::Edited(edit) if ends => edit.range.end,
                    Segment::Edited(edit) => edit.range.start,
                };
            }
            start += length;
        }
        self.range.len()
    }

    /// The clean text: the verbatim text with the edits applied.
    pub fn clean(&self, forum: &Forum) -> String {
        text::apply(self.verbatim(forum), &self.edits)
    }
}

/// How many characters of the transcript's text belong to each kind of owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerCounts {
    /// The whole text.
    pub characters: CharCount,
    /// Talks.
    pub talk: CharCount,
    /// The host's words, introductions of talks included.
    pub host: CharCount,
    /// Cuts.
    pub cut: CharCount,
}

impl LedgerCounts {
    /// Characters without an owner; always 0, since the build fails otherwise.
    pub fn lost(&self) -> CharCount {
        self.characters - self.talk - self.host - self.cut
    }
}

impl Record {
    /// When a passage begins in the recording, if that is known: for the first of a turn when the
    /// turn begins, which `forum.yaml` may say, else by the transcript's times.
    pub fn moment(&self, forum: &Forum, passage: &Passage) -> Option<Timestamp> {
        // ids are unique within a forum, so that equal ids are the same passage
        let first = self.of_turn(passage.turn).first().is_some_and(|p| p.id == passage.id);
        let written = forum.turns[passage.turn].start.filter(|_| first);
        written.or_else(|| forum.transcript.moment(passage.range.start))
    }

    /// The passages of a turn.
    pub fn of_turn(&self, turn: TurnIndex) -> &[Passage] {
        let passages: &[Passage] = &self.passages;
        // passages are in the order of turns, so those of a turn are neighbours
        let start = passages.partition_point(|p| p.turn < turn);
        let end = passages.partition_point(|p| p.turn <= turn);
        &passages[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Edit, Rule};

    #[test]
    fn a_place_in_the_clean_text_leads_back_to_what_was_heard() {
        // 呃谢谢陶源士的, read as 谢谢陶院士的
        let c = "呃".len();
        let passage = Passage {
            id: String::new(),
            turn: TurnIndex::FIRST,
            range: TextRange::new(0..7 * c),
            edits: vec![
                Edit::leave_out(0..c, Rule::Filler),
                Edit::read_as(3 * c..6 * c, "陶院士", Rule::Correction),
            ],
            formerly: Vec::new(),
        };
        assert_eq!(passage.verbatim_at(0, false), c);
        assert_eq!(passage.verbatim_at(2 * c, false), 3 * c);
        assert_eq!(passage.verbatim_at(5 * c, true), 6 * c);
        assert_eq!(passage.verbatim_at(5 * c, false), 6 * c);
        assert_eq!(passage.verbatim_at(3 * c, false), 3 * c);
    }
}
