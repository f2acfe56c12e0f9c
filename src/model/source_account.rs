//! What became of each byte of a transcript's file.

use std::ops::Range;

use super::CharCount;

/// What a byte of a transcript's file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ByteUse {
    /// Words that were said: they are in the text of the transcript.
    Said,
    /// Words that the file has more than once and the text has already.
    Repeated,
    /// A time.
    Time,
    /// Who speaks.
    Label,
    /// Line breaks, indentation, tags, brackets: what the format is written with.
    Markup,
    /// What the file says of itself: a title, a date, settings, the number of a cue.
    Metadata,
    /// What the reader of the format does not understand. It is reported, and not published.
    NotUnderstood,
}

impl ByteUse {
    /// All of them, in the order in which they are reported.
    pub const ALL: [Self; 7] = [
        Self::Said,
        Self::Repeated,
        Self::Time,
        Self::Label,
        Self::Markup,
        Self::Metadata,
        Self::NotUnderstood,
    ];
}

/// The use of every byte of a transcript's file.
///
/// The ranges are those of the text that the file was decoded to. Laid end to end they are the
/// whole text, which [`SourceAccount::of`] guarantees: what nobody claimed is not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceAccount {
    ranges: Vec<(Range<usize>, ByteUse)>,
    characters: [CharCount; ByteUse::ALL.len()],
}

impl SourceAccount {
    /// The account of a text from what its reader claims, in any order, and the ranges that nobody
    /// claimed and that are not understood therefore.
    ///
    /// Of claims that overlap, the one that begins last keeps its bytes, so that a line may be
    /// claimed as a whole and a time in it as a time. Whitespace and byte order marks that nobody
    /// claimed are markup; any other unclaimed bytes are not understood.
    pub fn of(source: &str, mut claims: Vec<(Range<usize>, ByteUse)>) -> (Self, Vec<Range<usize>>) {
        claims.retain(|(range, _)| source.get(range.clone()).is_some_and(|text| !text.is_empty()));
        // of claims that begin at one byte the longer is the outer one
        claims.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let (mut account, mut unclaimed) = (Self::default(), Vec::new());
        // the claims that reach beyond the account so far, the innermost last
        let mut open: Vec<(usize, ByteUse)> = Vec::new();
        for (range, used) in claims {
            unclaimed.extend(account.close(source, &mut open, range.start));
            open.push((range.end, used));
        }
        unclaimed.extend(account.close(source, &mut open, source.len()));
        (account, unclaimed)
    }

    /// Accounts for the bytes before `until`, of which the innermost open claim has each. Gives the
    /// range that no claim has and that is not layout.
    fn close(
        &mut self,
        source: &str,
        open: &mut Vec<(usize, ByteUse)>,
        until: usize,
    ) -> Option<Range<usize>> {
        while let Some(&(end, used)) = open.last() {
            if end > until {
                self.push(source, until, used);
                return None;
            }
            self.push(source, end, used);
            open.pop();
        }
        self.fill_gap(source, until)
    }

    /// The ranges, which cover the text without a gap or an overlap. Neighbours differ in use.
    pub fn ranges(&self) -> &[(Range<usize>, ByteUse)] {
        &self.ranges
    }

    /// The ranges of one use.
    pub fn ranges_of(&self, used: ByteUse) -> impl Iterator<Item = &Range<usize>> {
        self.ranges.iter().filter(move |(_, of)| *of == used).map(|(range, _)| range)
    }

    /// How many characters of the file are of a use.
    pub fn characters(&self, used: ByteUse) -> CharCount {
        self.characters[used as usize]
    }

    /// How many characters the file has.
    pub fn total(&self) -> CharCount {
        self.characters.iter().copied().sum()
    }

    fn end(&self) -> usize {
        self.ranges.last().map_or(0, |(range, _)| range.end)
    }

    /// Accounts for the bytes before `until` that nobody claimed; gives those that are not layout.
    fn fill_gap(&mut self, source: &str, until: usize) -> Option<Range<usize>> {
        let start = self.end();
        let gap = source.get(start..until)?;
        let is_layout = |c: char| c.is_whitespace() || c == '\u{feff}';
        let words_start = start + gap.len() - gap.trim_start_matches(is_layout).len();
        let words = words_start..words_start + gap.trim_matches(is_layout).len();
        self.push(source, words.start, ByteUse::Markup);
        self.push(source, words.end, ByteUse::NotUnderstood);
        self.push(source, until, ByteUse::Markup);
        (!words.is_empty()).then_some(words)
    }

    /// Accounts for the bytes up to `end`.
    fn push(&mut self, source: &str, end: usize, used: ByteUse) {
        let range = self.end()..end;
        // a claim within another may end behind it
        let Some(text) = source.get(range.clone()).filter(|text| !text.is_empty()) else { return };
        self.characters[used as usize] += characters(text, &source[end..]);
        match self.ranges.last_mut() {
            Some((last, of)) if *of == used => last.end = end,
            _ => self.ranges.push((range, used)),
        }
    }
}

/// The number of characters of a text and before what follows it. A line break counts once however
/// it is written, and a byte order mark not at all, so that the same words have the same account.
fn characters(text: &str, rest: &str) -> CharCount {
    let marks = text.matches('\u{feff}').count();
    let pairs = text.matches("\r\n").count();
    let half = usize::from(text.ends_with('\r') && rest.starts_with('\n'));
    CharCount::of(text).less(marks + pairs + half)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_claims_is_not_understood_but_for_whitespace() {
        let source = "\u{feff}1\n甲 乙\n";
        let (account, unclaimed) = SourceAccount::of(source, vec![(5..8, ByteUse::Said)]);
        assert_eq!(unclaimed, [3..4, 9..12]);
        let uses: Vec<_> =
            account.ranges().iter().map(|(range, used)| (&source[range.clone()], *used)).collect();
        assert_eq!(
            uses,
            [
                ("\u{feff}", ByteUse::Markup),
                ("1", ByteUse::NotUnderstood),
                ("\n", ByteUse::Markup),
                ("甲", ByteUse::Said),
                (" ", ByteUse::Markup),
                ("乙", ByteUse::NotUnderstood),
                ("\n", ByteUse::Markup),
            ]
        );
        assert_eq!(account.total(), CharCount::of("1\n甲 乙\n"));
        assert_eq!(account.characters(ByteUse::NotUnderstood), CharCount::of("1乙"));
    }

    #[test]
    fn a_claim_within_another_keeps_its_bytes() {
        let claims = vec![
            (0..8, ByteUse::Label),
            (2..4, ByteUse::Time),
            (0..1, ByteUse::Said),
            (6..9, ByteUse::Markup),
        ];
        let uses: Vec<_> = SourceAccount::of("abcdefghij", claims).0.ranges().to_vec();
        assert_eq!(
            uses,
            [
                (0..1, ByteUse::Said),
                (1..2, ByteUse::Label),
                (2..4, ByteUse::Time),
                (4..6, ByteUse::Label),
                (6..9, ByteUse::Markup),
                (9..10, ByteUse::NotUnderstood),
            ]
        );
    }

    proptest! {
        #[test]
        fn every_byte_is_accounted_for_once(
            mut points in prop::collection::vec(0usize..40, 0..12),
        ) {
            let source = "一 二a\n".repeat(5);
            points.iter_mut().for_each(|at| {
                while !source.is_char_boundary(*at) {
                    *at -= 1;
                }
            });
            let claims = points
                .chunks_exact(2)
                .map(|pair| (pair[0].min(pair[1])..pair[0].max(pair[1]), ByteUse::Said))
                .collect();
            let (account, _) = SourceAccount::of(&source, claims);
            let mut at = 0;
            for (range, _) in account.ranges() {
                prop_assert_eq!(range.start, at);
                prop_assert!(range.end > at);
                at = range.end;
            }
            prop_assert_eq!(at, source.len());
        }
    }
}
