//! What stands between two lines of speech, decided for a file as a whole.
//!
//! Recognisers break lines anywhere, so the lines of a file are joined by one of three rules:
//!
//! - A file without punctuation has no other marks than its lines' ends: they part the text as the
//!   end of a cue does.
//! - Where lines begin or end with blanks of their own between Latin words (`…这个sing` /
//!   ` law呢`), the blanks are right already, and a line may end within a word: nothing is added.
//! - Else words of a script that is written with blanks get one. Two digits do so only in a file
//!   that is mostly in such a script, because a Chinese recogniser breaks numbers as well.

use crate::input::transcript::builder::SpeechBreak;
use crate::input::transcript::spaces_between::is_written_with_spaces;

/// Fewer characters are too few to tell that there is no punctuation.
const ENOUGH: usize = 100;
/// Of so many characters at least one is a mark, in a text that has punctuation.
const CHARACTERS_A_MARK: usize = 200;

/// How the lines of a file are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    /// Lines' ends part the text.
    Parted,
    /// Lines have the blanks that they need.
    Own,
    /// Words that are written with blanks get one; digits too, or not.
    Words {
        /// Whether digits do.
        digits: bool,
    },
}

impl Joins {
    /// How lines are joined, by all of them in order.
    pub fn of(lines: &[&str]) -> Self {
        let characters: usize = lines.iter().map(|line| line.chars().count()).sum();
        let marks = lines.iter().flat_map(|line| line.chars()).filter(|c| is_mark(*c)).count();
        if lines.len() > 1 && characters >= ENOUGH && marks * CHARACTERS_A_MARK < characters {
            return Self::Parted;
        }
        let ends = lines.windows(2).map(|pair| (pair[0], pair[1])).filter(|pair| {
            let last = pair.0.trim_end().chars().next_back();
            let first = pair.1.trim_start().chars().next();
            last.is_some_and(is_letter_with_spaces) && first.is_some_and(is_letter_with_spaces)
        });
        let (own, all) = ends.fold((0, 0), |(own, all), (above, below)| {
            let blank =
                above.ends_with(char::is_whitespace) || below.starts_with(char::is_whitespace);
            (own + usize::from(blank), all + 1)
        });
        if own * 10 > all {
            return Self::Own;
        }
        let letters = || lines.iter().flat_map(|line| line.chars()).filter(|c| c.is_alphabetic());
        let spaced = letters().filter(|c| is_written_with_spaces(*c)).count();
        Self::Words { digits: spaced * 2 > letters().count() }
    }

    /// What stands between two lines.
    pub fn between(self, above: &str, below: &str) -> SpeechBreak {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        match self {
            Self::Parted => SpeechBreak::Cue,
            Self::Own => SpeechBreak::None,
            Self::Words { digits: false }
                if digit(above.chars().next_back()) && digit(below.chars().next()) =>
            {
                SpeechBreak::None
            }
            Self::Words { .. } => SpeechBreak::Line,
        }
    }
}

fn is_mark(c: char) -> bool {
    "，。！？；：、,.!?;…".contains(c) || "،؟।".contains(c)
}

fn is_letter_with_spaces(c: char) -> bool {
    c.is_alphabetic() && is_written_with_spaces(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_file_decide_how_they_are_joined() {
        let english = ["Good morning everyone", "and thank you.", "We have 3", "maps."];
        assert_eq!(Joins::of(&english), Joins::Words { digits: true });
        assert_eq!(Joins::of(&["说到这个sing", " law呢，很多。"]), Joins::Own);
        assert_eq!(Joins::of(&["到了2", "024年，好。"]), Joins::Words { digits: false });
        assert_eq!(Joins::of(&["大家早上好欢迎来到会场先说河流"; 10]), Joins::Parted);
        assert_eq!(Joins::of(&[]), Joins::Words { digits: false });
    }

    #[test]
    fn a_number_that_a_chinese_line_cuts_stays_whole() {
        let joins = Joins::of(&["到了2", "024年，好。"]);
        assert_eq!(joins.between("到了2", "024年"), SpeechBreak::None);
        assert_eq!(joins.between("用machine", "learning"), SpeechBreak::Line);
    }
}
