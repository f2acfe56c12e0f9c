//! Breaks text into lines of a given width: balanced where all of it fits, else cut with an
//! ellipsis. Widths are in multiples of the font size.

use crate::render::title_breaks::Phrases;

/// Replaces the text that was cut off.
const ELLIPSIS: &str = "…";
/// Cost of ending a line within a phrase. The cost of a line itself is the square of its relative
/// deviation from the mean width.
const WITHIN_PHRASE: f32 = 0.3;

/// A word, or a character of a word too wide for a line.
#[derive(Clone, Debug)]
struct UnbrokenWord<'a> {
    text: &'a str,
    width: f32,
    /// Whether it is the last of its phrase.
    ends: bool,
}

/// A text measured word by word, ready to be broken into lines.
#[derive(Clone, Debug)]
pub struct WrappedText<'a> {
    words: Vec<UnbrokenWord<'a>>,
}

impl<'a> WrappedText<'a> {
    /// Measures the words of `phrases` with `width`. A word wider than `most` is split into
    /// characters, since it fits in no line otherwise.
    pub fn new(phrases: &'a Phrases, most: f32, width: impl Fn(&str) -> f32) -> Self {
        let mut words = Vec::new();
        for phrase in phrases {
            for (at, word) in (1..).zip(phrase) {
                let ends = at == phrase.len();
                let whole = width(word);
                if whole <= most {
                    words.push(UnbrokenWord { text: word, width: whole, ends });
                    continue;
                }
                let ranges = word.char_indices().map(|(from, c)| from..from + c.len_utf8());
                words.extend(ranges.map(|range| {
                    let ends = ends && range.end == word.len();
                    let text = &word[range];
                    UnbrokenWord { text, width: width(text), ends }
                }));
            }
        }
        Self { words }
    }

    /// Breaks the text into as few lines of at most `most` as possible, as even as they can be;
    /// none where that takes more than `count` lines.
    pub fn lines(&self, most: f32, count: usize) -> Option<Vec<String>> {
        // no division has fewer lines than the greedy one; it stays where a character is wider than
        // a line and none is found
        let greedy = self.greedy(most);
        let few = greedy.len() <= count;
        few.then(|| self.lines_ending_at(self.balanced(greedy.len(), most).unwrap_or(greedy)))
    }

    /// Breaks the text into `count` lines filled from the first; the last one has all the rest and
    /// may be too wide.
    pub fn filled(&self, most: f32, count: usize) -> Vec<String> {
        let mut ends = self.greedy(most);
        ends.truncate(count.saturating_sub(1));
        ends.push(self.words.len());
        self.lines_ending_at(ends)
    }

    fn lines_ending_at(&self, ends: Vec<usize>) -> Vec<String> {
        let mut from = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for end in ends {
            lines.push(self.words[from..end].iter().map(|word| word.text).collect::<String>());
            from = end;
        }
        lines.iter().map(|line| line.trim().to_owned()).collect()
    }

    /// Line ends, as indices into the words, with every line filled as far as possible.
    fn greedy(&self, most: f32) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut filled = 0.0;
        for (at, word) in self.words.iter().enumerate() {
            // the first word of a line stays on it however wide it is, or no line could take it
            if filled > 0.0 && filled + word.width > most {
                ends.push(at);
                filled = 0.0;
            }
            filled += word.width;
        }
        ends.push(self.words.len());
        ends
    }

    /// Line ends of the cheapest division into `count` lines, by dynamic programming.
    fn balanced(&self, count: usize, most: f32) -> Option<Vec<usize>> {
        let mean = self.words.iter().map(|word| word.width).sum::<f32>() / count as f32;
        // best[n]: the cheapest division of the first n words
        let mut best = vec![None; self.words.len() + 1];
        best[0] = Some(BrokenLines::default());
        for _ in 0..count {
            let longer = (0..best.len()).map(|end| self.cheapest(&best[..end], mean, most));
            best = longer.collect();
        }
        best.pop().flatten().map(|broken| broken.ends)
    }

    /// Extends each division in `shorter` by a line that ends after word `shorter.len()`; gives the
    /// cheapest.
    fn cheapest(
        &self,
        shorter: &[Option<BrokenLines>],
        mean: f32,
        most: f32,
    ) -> Option<BrokenLines> {
        let end = shorter.len();
        let last = self.words.get(end.checked_sub(1)?)?;
        let within = if last.ends { 0.0 } else { WITHIN_PHRASE };
        let mut width = 0.0;
        let mut found: Option<(f32, &BrokenLines)> = None;
        for (word, before) in self.words[..end].iter().zip(shorter).rev() {
            width += word.width;
            // each further word makes the line wider, so no earlier start can fit
            if width > most {
                break;
            }
            let Some(before) = before else { continue };
            let cost = before.cost + within + ((width - mean) / mean).powi(2);
            if found.is_none_or(|(least, _)| cost < least) {
                found = Some((cost, before));
            }
        }
        let (cost, before) = found?;
        let ends = before.ends.iter().copied().chain([end]).collect();
        Some(BrokenLines { cost, ends })
    }
}

/// Line ends and their total cost.
#[derive(Clone, Debug, Default)]
struct BrokenLines {
    cost: f32,
    ends: Vec<usize>,
}

/// The text, shortened with an ellipsis where it is wider than `most`.
pub fn clipped(text: &str, most: f32, width: impl Fn(&str) -> f32) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    with_ellipsis(text, most, width)
}

/// As much of the text as fits into `most` with an ellipsis after it.
pub fn with_ellipsis(text: &str, most: f32, width: impl Fn(&str) -> f32) -> String {
    let mut filled = width(ELLIPSIS);
    let kept = text.char_indices().find(|&(at, c)| {
        filled += width(&text[at..at + c.len_utf8()]);
        filled > most
    });
    let kept = kept.map_or(text, |(at, _)| &text[..at]);
    // a comma or a space before the ellipsis would look like a mistake
    let kept = kept.trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{kept}{ELLIPSIS}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str) -> f32 {
        text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum()
    }

    fn phrases(title: &str) -> Phrases {
        title.split('|').map(|p| p.split('/').map(str::to_owned).collect()).collect()
    }

    fn lines(title: &str, most: f32) -> Vec<String> {
        let phrases = phrases(title);
        WrappedText::new(&phrases, most, width).lines(most, usize::MAX).unwrap()
    }

    #[test]
    fn lines_are_even_and_end_with_a_phrase_where_they_can() {
        assert_eq!(lines("大模型的/道与术", 10.0), ["大模型的道与术"]);
        assert_eq!(
            lines("迈向AGI：|大模型/焕新/与产业/赋能", 10.0),
            ["迈向AGI：", "大模型焕新与产业赋能"]
        );
        assert_eq!(lines("一二三/四五六/七八九/十", 9.0), ["一二三四五六", "七八九十"]);
    }

    #[test]
    fn no_line_is_wider_than_it_may_be() {
        for most in [2.0, 3.0, 4.5, 7.0, 11.0] {
            let title = "迈向/通用/人工智能：|Supercalifragilistic /大模型的/发展/与/治理，|之路";
            let lines = lines(title, most);
            assert!(lines.iter().all(|line| width(line) <= most), "{most}: {lines:?}");
            let said = |text: &str| text.replace([' ', '/', '|'], "");
            assert_eq!(said(&lines.concat()), said(title));
        }
    }

    #[test]
    fn more_lines_than_there_may_be_are_none_and_the_first_ones_are_full() {
        let phrases = phrases("一二三/四五六/七八九/十");
        let text = WrappedText::new(&phrases, 6.0, width);
        assert_eq!(text.lines(6.0, 1), None);
        assert_eq!(text.lines(6.0, 2).unwrap(), ["一二三四五六", "七八九十"]);
        assert_eq!(text.filled(4.0, 2), ["一二三", "四五六七八九十"]);
    }

    #[test]
    fn what_has_no_room_ends_in_an_ellipsis() {
        assert_eq!(clipped("南洋理工大学", 6.0, width), "南洋理工大学");
        assert_eq!(clipped("南洋理工大学", 5.0, width), "南洋理工…");
        assert_eq!(clipped("南洋，理工", 4.0, width), "南洋…");
        assert_eq!(clipped("南洋", 0.5, width), "…");
    }
}
