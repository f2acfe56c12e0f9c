//! Words that stand many times in a row: a recogniser's loop, which it falls into in silence or
//! music, and not anybody's words.
//!
//! Only letters and digits are compared. A text repeats with a period of `p` where each symbol is
//! the one `p` symbols before it; the periods up to [`LONGEST`] are tried, each in one pass.

use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap};
use crate::model::{TextOffset, Transcript};

/// The longest words that are looked for, in letters and digits.
const LONGEST: usize = 60;
/// People say a word of one or two syllables several times; a loop goes on.
const SHORT_TIMES: usize = 12;
/// Longer words are hardly ever said as often as this in a row.
const TIMES: usize = 6;
/// Words of at most this many letters or digits are short.
const SHORT: usize = 4;
/// How many loops are reported one by one.
const MOST: usize = 20;

/// A loop: where it stands among the symbols, and how long its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Loop {
    start: usize,
    period: usize,
    end: usize,
}

impl Loop {
    fn times(self) -> usize {
        (self.end - self.start) / self.period
    }
}

/// Warns of every loop.
pub fn find(transcript: &Transcript, sources: &SourceMap, problems: &mut Problems) {
    let spoken = transcript.text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    let (offsets, symbols): (Vec<usize>, Vec<char>) = spoken.unzip();
    for found in loops(&symbols).into_iter().take(MOST) {
        problems.push(told(found, &offsets, transcript, sources));
    }
}

/// The loops of a text, in order, not overlapping; of several periods the shortest.
fn loops(symbols: &[char]) -> Vec<Loop> {
    let mut all: Vec<Loop> = (1..=LONGEST.min(symbols.len() / 2))
        .flat_map(|period| repetitions(symbols, period))
        .collect();
    all.sort_unstable();
    let mut found: Vec<Loop> = Vec::new();
    for next in all {
        if found.last().is_none_or(|last| last.end <= next.start) {
            found.push(next);
        }
    }
    found
}

/// The stretches that repeat with a period often enough.
fn repetitions(symbols: &[char], period: usize) -> Vec<Loop> {
    let least = if period <= SHORT { SHORT_TIMES } else { TIMES };
    let (mut found, mut same) = (Vec::new(), 0);
    for at in period..=symbols.len() {
        if at < symbols.len() && symbols[at] == symbols[at - period] {
            same += 1;
            continue;
        }
        if same >= (least - 1) * period {
            found.push(Loop { start: at - same - period, period, end: at });
        }
        same = 0;
    }
    found
}

fn told(
    found: Loop,
    offsets: &[usize],
    transcript: &Transcript,
    sources: &SourceMap,
) -> Diagnostic {
    let text = &transcript.text;
    let end_of = |symbol: usize| {
        let at = offsets.get(symbol).copied().unwrap_or_default();
        at + text[at..].chars().next().map_or(0, char::len_utf8)
    };
    let start = offsets.get(found.start).copied().unwrap_or_default();
    let words = &text[start..end_of(found.start + found.period - 1)];
    let range = TextOffset(start).to(TextOffset(end_of(found.end - 1)));
    let line = |at| transcript.line_number(at, sources);
    let (first, last) = (line(range.start), line(TextOffset(range.end.0.saturating_sub(1))));
    let message = format!(
        "`{words}` stands {} times in a row, from line {first} to line {last}: a recogniser's loop",
        found.times()
    );
    let once = TextOffset(start).to(TextOffset(end_of(found.start + found.period - 1)));
    Diagnostic::new(Code::Loop, transcript.span(once), message)
        .label("the first time")
        .help("leave it out with a `cut` in forum.yaml, from its first words to its last")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, usize, usize)> {
        let symbols: Vec<char> = text.chars().collect();
        loops(&symbols).iter().map(|l| (l.start, l.period, l.times())).collect()
    }

    #[test]
    fn what_nobody_says_so_often_is_a_loop() {
        assert_eq!(found(&format!("好{}谢谢", "90".repeat(59))), [(1, 2, 59)]);
        let sentence = "请订阅我们的频道并点赞";
        assert_eq!(found(&sentence.repeat(7)), [(0, 11, 7)]);
        assert_eq!(
            found(&format!("{}然后{}", "好".repeat(12), "对".repeat(20))),
            [(0, 1, 12), (14, 1, 20)]
        );
    }

    #[test]
    fn people_repeat_themselves_as_well() {
        for said in ["对对对对对对", "好的好的好的好的", &"谢谢大家".repeat(5), "一二三四五六七八"]
        {
            assert!(found(said).is_empty(), "{said}");
        }
    }
}
