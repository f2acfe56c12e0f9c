//! The record of a forum: its text in passages, every change to it on record.

use super::{CleanRange, Forum, IndexVec, PassageIndex, TextRange, Timestamp, TurnIndex};
use crate::text::{self, Edit, Segment};

/// A forum's text, divided into passages.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The passages in transcript order; laid end to end they are the text.
    pub passages: IndexVec<PassageIndex, Passage>,
    /// How many characters belong to what.
    pub ledger: Ledger,
}

/// A paragraph of somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The permalink: six ASCII characters made from what was said, unique within the forum.
    pub id: String,
    /// The turn that it is part of.
    pub turn: TurnIndex,
    /// The words.
    pub range: TextRange,
    /// What is read otherwise; ranges are within the passage's own text.
    pub edits: Vec<Edit>,
    /// Permalinks that were published and lead here now, since the text or its division changed.
    pub formerly: Vec<String>,
}

impl Passage {
    /// What the recogniser gave, character for character.
    pub fn verbatim<'a>(&self, forum: &'a Forum) -> &'a str {
        &forum.transcript[self.range]
    }

    /// The words of the transcript from which a range of the clean text is read. Where the range
    /// begins or ends within what an edit put in, all words of that edit belong to it.
    pub fn verbatim_range(&self, clean: &CleanRange) -> TextRange {
        let CleanRange(clean) = clean;
        let (start, end) =
            (self.verbatim_at(clean.start, false), self.verbatim_at(clean.end, true));
        self.range.part(start..end.max(start))
    }

    /// The byte of the verbatim text from which a byte of the clean text is read. Within what an
    /// edit put in, it is the edit's first, or its end where `ends` is set.
    fn verbatim_at(&self, clean: usize, ends: bool) -> usize {
        let mut start = 0; // of the segment, in the clean text
        for segment in text::segments(self.range.len(), &self.edits) {
            let length = match &segment {
                Segment::Unchanged(range) => range.len(),
                Segment::Edited(edit) => edit.meant.len(),
            };
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

    /// What is read.
    pub fn clean(&self, forum: &Forum) -> String {
        text::apply(self.verbatim(forum), &self.edits)
    }
}

/// Characters (Unicode scalar values, blanks included) of the transcript's text by owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// All of them.
    pub characters: usize,
    /// In talks.
    pub talk: usize,
    /// The host's.
    pub host: usize,
    /// In cuts.
    pub cut: usize,
}

impl Ledger {
    /// Characters that belong to nothing; always 0, or the build stops.
    pub fn lost(&self) -> usize {
        self.characters - self.talk - self.host - self.cut
    }
}

impl Record {
    /// When a passage begins in the recording, where that is known: as its turn does, which may have
    /// been written, else by the transcript's times.
    pub fn moment(&self, forum: &Forum, passage: &Passage) -> Option<Timestamp> {
        let first = self.of_turn(passage.turn).first().is_some_and(|p| p.id == passage.id);
        let written = forum.turns[passage.turn].start.filter(|_| first);
        written.or_else(|| forum.transcript.moment(passage.range.start))
    }

    /// The passages of a turn.
    pub fn of_turn(&self, turn: TurnIndex) -> &[Passage] {
        let passages: &[Passage] = &self.passages;
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
