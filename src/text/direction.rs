//! In which direction a text is written, by its letters.
//!
//! Hebrew, Arabic and a few other scripts run from right to left. A text of mostly such letters
//! runs so as a whole, whatever its first word is: `API` may begin an Arabic sentence. A text of
//! mostly other letters runs from left to right and may have runs of them.
//!
//! Source of the ranges: the blocks whose characters have the bidirectional classes R and AL
//! (Unicode Standard Annex 9, `DerivedBidiClass.txt`).

/// The direction of a text that has letters written from right to left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Most of its letters are: it runs from right to left.
    RightToLeft,
    /// Some of its letters are, the first of all letters among them; it runs from left to right.
    MixedFromRight,
    /// Some of its letters are, the first is not; it runs from left to right.
    Mixed,
}

/// The direction of a text; `None` if it has no letter that is written from right to left, as
/// nearly all texts.
pub fn of_text(text: &str) -> Option<Direction> {
    if !text.chars().any(is_right_to_left) {
        return None;
    }
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let right = letters().filter(|c| is_right_to_left(*c)).count();
    // a Chinese character says as much as a word of letters, but is drawn as wide as two
    let left: usize = letters().filter(|c| !is_right_to_left(*c)).map(width).sum();
    let starts_right = letters().next().is_some_and(is_right_to_left);
    Some(match (right >= left, starts_right) {
        (true, _) => Direction::RightToLeft,
        (false, true) => Direction::MixedFromRight,
        (false, false) => Direction::Mixed,
    })
}

/// Whether a character is of a script that is written from right to left.
pub fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
}

fn width(c: char) -> usize {
    if ('\u{3040}'..='\u{9fff}').contains(&c) { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::Direction::{Mixed, MixedFromRight, RightToLeft};
    use super::of_text;

    #[test]
    fn a_text_runs_as_most_of_its_letters_do() {
        for (text, direction) in [
            ("", None),
            ("大家早上好，2024 AI", None),
            ("José, Zürich", None),
            ("الخرائط والطرق (GPS) 2024!", Some(RightToLeft)),
            ("API هو واجهة", Some(RightToLeft)),
            ("סתם טקסט.", Some(RightToLeft)),
            ("大家好，他说 سلام 就走了", Some(Mixed)),
            ("سلام 是大家早上好的意思", Some(MixedFromRight)),
            ("12 ש", Some(RightToLeft)),
        ] {
            assert_eq!(of_text(text), direction, "{text}");
        }
    }
}
