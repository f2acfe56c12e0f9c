//! Words that a file has twice: finding the second copy in the first.
//!
//! Copies differ in blanks, marks and case: OpenAI's `words` have no punctuation, WhisperX leaves
//! the blanks between words out. Only letters and digits are compared, therefore. A copy that has a
//! letter more, or another one, says what nobody has read so far.

/// How many letters are compared at most: those of about a week of speech.
const MAX_LETTERS: usize = 4_000_000;

/// The letters of a text in which the words of a copy are looked for one by one.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// Each letter with its offset.
    letters: Vec<(u32, char)>,
    /// Where the next word is expected.
    next: usize,
}

impl Letters {
    /// The letters of characters with their offsets.
    pub fn of(chars: impl Iterator<Item = (usize, char)>) -> Self {
        let letter = |(at, c): (usize, char)| Some((u32::try_from(at).ok()?, letter(c)?));
        Self { letters: chars.filter_map(letter).take(MAX_LETTERS).collect(), next: 0 }
    }

    /// The offset of the first letter of a word, if the text has the word at about the place where
    /// the last one ended. A word without letters is at the next letter.
    pub fn find(&mut self, word: &[char]) -> Option<usize> {
        let place = self.place_of(word);
        // where a word differs, the text most likely has another one of its length
        self.next = place.unwrap_or(self.next) + word.len();
        let first = self.letters.get(place?).or(self.letters.last());
        Some(first.map_or(0, |(at, _)| *at as usize))
    }

    /// The index of a word, the nearest to the expected place.
    fn place_of(&self, word: &[char]) -> Option<usize> {
        let is_at = |place: usize| {
            let there = self.letters.get(place..).unwrap_or_default();
            there.len() >= word.len() && there.iter().zip(word).all(|((_, a), b)| a == b)
        };
        // a single letter stands anywhere, so that only a long word is looked for farther away
        let window = 3 + 8 * word.len().saturating_sub(1);
        let distances = (0..window).flat_map(|distance| {
            let before = self.next.checked_sub(distance).filter(|_| distance > 0);
            [Some(self.next + distance), before]
        });
        distances.flatten().find(|place| is_at(*place))
    }
}

/// The letters of characters, as they are compared.
pub(super) fn letters(chars: impl Iterator<Item = char>) -> Vec<char> {
    chars.filter_map(letter).collect()
}

/// A character as it is compared; nothing for marks, blanks, and what could not be decoded.
fn letter(c: char) -> Option<char> {
    c.is_alphanumeric().then(|| c.to_lowercase().next().unwrap_or(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &[&str]) -> Vec<Option<usize>> {
        let mut of = Letters::of(text.char_indices());
        words.iter().map(|word| of.find(&letters(word.chars()))).collect()
    }

    #[test]
    fn words_are_found_whatever_their_marks_blanks_and_case() {
        assert_eq!(found("今天，谈 maps。", &["今", "天", "谈", "Maps", "。"]).len(), 5);
        let places = found("今天，谈 maps。", &["今", "天", "谈", "Maps"]);
        assert_eq!(places, [Some(0), Some(3), Some(9), Some(13)]);
    }

    #[test]
    fn a_word_that_differs_is_not_found_and_those_after_it_are() {
        let places = found("今天谈三张地图", &["今天", "说", "三张", "地图", "呀"]);
        assert_eq!(places, [Some(0), None, Some(9), Some(15), None]);
    }
}
