//! Divides a clean text into pieces that can be read as a caption.
//!
//! A piece has at most [`MOST_COLUMNS`]: two lines of twenty Chinese characters, or of forty Latin
//! letters, about what broadcasters show at once. It ends, in this order, with a sentence; with a
//! clause, or before a word whose time is known; between words; between characters. The first two
//! are taken only if the piece is not very short then. A pause always ends a piece. Nothing is left
//! out but whitespace between pieces.

use std::ops::Range;

/// The most columns of a piece: a Chinese character has two, a Latin letter one.
pub const MOST_COLUMNS: usize = 80;
/// The fewest columns at which a piece ends although more would fit.
const FEWEST_COLUMNS: usize = MOST_COLUMNS / 4;

/// How many columns a text takes.
pub fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(c: char) -> usize {
    match c {
        c if extends(c) => 0,
        c if c.is_ascii() => 1,
        _ => 2,
    }
}

/// A place in a text before a word whose time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimedPlace {
    /// Byte offset of the word.
    pub at: usize,
    /// Whether the speaker paused before it, so that a piece must end.
    pub after_pause: bool,
}

/// The pieces of a text, in order. `timed` are places of words whose time is known, sorted.
pub fn divide(text: &str, timed: &[TimedPlace]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    loop {
        start += text[start..].len() - text[start..].trim_start().len();
        if start >= text.len() {
            return pieces;
        }
        let end = end_of_piece(text, start, timed);
        pieces.push(start..start + text[start..end].trim_end().len());
        start = end;
    }
}

/// Where the piece that begins at `start` ends.
fn end_of_piece(text: &str, start: usize, timed: &[TimedPlace]) -> usize {
    let mut ends = [None; 4];
    let mut taken = 0;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        taken += width(c);
        if taken > MOST_COLUMNS && !c.is_whitespace() {
            let [sentence, clause, word, character] = ends;
            let best = sentence.or(clause).or(word).or(character);
            // one character may be wider than any piece: marks upon marks
            return best.unwrap_or(start + at + c.len_utf8());
        }
        let Some((_, next)) = chars.peek() else { break };
        let end = start + at + c.len_utf8();
        let place = timed.binary_search_by_key(&end, |place| place.at).ok();
        if place.is_some_and(|place| timed[place].after_pause) {
            return end;
        }
        let kind = kind_of_end(c, *next, place.is_some());
        let best = if taken < FEWEST_COLUMNS { 2 } else { 0 };
        // the end of a sentence ends a clause, a word and a character as well
        ends.iter_mut().skip(kind.max(best)).for_each(|last| *last = Some(end));
    }
    text.len()
}

/// What ends between two characters: 0 a sentence, 1 a clause, 2 a word, 3 a character, 4 nothing.
fn kind_of_end(c: char, next: char, is_timed: bool) -> usize {
    if extends(next) || c == '\u{200d}' || closes(next) {
        return 4;
    }
    let ascii_ends = next.is_whitespace();
    match c {
        '。' | '！' | '？' | '…' | '；' | '؟' | '｡' => 0,
        '.' | '!' | '?' | ';' if ascii_ends => 0,
        '”' | '’' | '」' | '』' | '）' | '》' | '，' | '、' | '：' | '،' => 1,
        ',' | ':' | ')' | '"' if ascii_ends => 1,
        _ if is_timed => 1,
        _ if c.is_whitespace() || next.is_whitespace() => 2,
        // Chinese has no blanks between words; what is Latin must not be cut
        _ if !c.is_ascii() || !next.is_ascii() => 2,
        _ => 3,
    }
}

/// Whether a character is a part of the one before it: a mark, a variant, a joiner.
fn extends(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{200d}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{3099}'..='\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0020}'..='\u{e007f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Whether a character must not begin a line.
fn closes(c: char) -> bool {
    "。，、；：？！…—”’」』）》〉】,.;:?!)]}%‰".contains(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces<'a>(text: &'a str, timed: &[usize]) -> Vec<&'a str> {
        let place = |at: &usize| TimedPlace { at: *at, after_pause: false };
        let timed: Vec<TimedPlace> = timed.iter().map(place).collect();
        divide(text, &timed).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_piece_has_as_many_whole_sentences_as_fit() {
        let first = "今天很高兴来到这里，谢谢大家。我讲三件事。";
        let second = "第一件是数据，第二件是算力，第三件是人才，三件事都要紧。";
        assert_eq!(pieces(&format!("{first}{second}"), &[]), [first, second]);
        assert_eq!(pieces("一句话。", &[]), ["一句话。"]);
        assert_eq!(pieces("  \n ", &[]), [""; 0]);
    }

    #[test]
    fn a_long_sentence_ends_with_a_clause_or_where_a_time_is_known() {
        let clause = "一二三四五六七八九十一二三四五";
        let clauses = [clause; 3].join("，") + "。";
        let found = pieces(&clauses, &[]);
        assert_eq!(found.len(), 2);
        assert!(found[0].ends_with('，') && found[1].ends_with('。'), "{found:?}");
        let bare = "一".repeat(70);
        let found = pieces(&bare, &[30 * 3, 60 * 3]);
        assert_eq!(found.iter().map(|p| p.len() / 3).collect::<Vec<_>>(), [30, 40]);
    }

    #[test]
    fn a_pause_ends_a_piece_however_short() {
        let text = "谢谢。再见。";
        let pause = TimedPlace { at: "谢谢。".len(), after_pause: true };
        assert_eq!(divide(text, &[pause]), [0..pause.at, pause.at..text.len()]);
    }

    #[test]
    fn a_latin_word_or_a_joined_character_is_not_cut() {
        let text = "proceedings ".repeat(20);
        assert!(pieces(&text, &[]).iter().all(|piece| piece.ends_with("proceedings")));
        let family = "👩\u{200d}🔬".repeat(60);
        assert!(pieces(&family, &[]).iter().all(|piece| piece.starts_with('👩')));
        // a point within a number ends nothing
        assert_eq!(kind_of_end('.', '5', false), 3);
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_no_piece_is_too_wide(
            text in "[一二。，、a-c .5\u{200d}\u{301}👩\n”]{0,400}",
            timed in prop::collection::vec(0usize..400, 0..5),
        ) {
            let mut timed = timed;
            timed.sort_unstable();
            let found = pieces(&text, &timed);
            let kept = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(kept(&found.concat()), kept(&text));
            // signs that must not begin a line may stand out at the end of one
            for piece in found {
                let begins = piece.trim_end_matches(|c| closes(c) || extends(c));
                prop_assert!(columns(begins) <= MOST_COLUMNS + 2, "{}", piece);
            }
        }
    }
}
