//! Whether a blank stands between two pieces of speech that a break parts in the file.

use super::builder::SpeechBreak;

/// Quotation marks that end words, and that begin words. They belong to the script of the words.
const CLOSING: [char; 3] = ['”', '’', '»'];
const OPENING: [char; 3] = ['“', '‘', '«'];

/// Whether the break between two texts becomes a space.
pub fn needs_space(above: &str, below: &str, between: SpeechBreak) -> bool {
    let (Some(last), Some(first)) = (above.chars().next_back(), below.chars().next()) else {
        return false;
    };
    if last.is_whitespace() || first.is_whitespace() {
        return false;
    }
    match between {
        SpeechBreak::None => false,
        SpeechBreak::Line => {
            let last = above.chars().rev().find(|c| !CLOSING.contains(c));
            let first = below.chars().find(|c| !OPENING.contains(c));
            last.is_some_and(is_written_with_spaces) && first.is_some_and(is_written_with_spaces)
        }
        SpeechBreak::Cue => {
            // Chinese marks are full-width and need no space; Latin ones are followed by one
            let after_mark = !is_written_with_spaces(last) && !last.is_alphanumeric();
            let before_mark = "，。！？、：；…）》”’,.!?;:)".contains(first);
            !after_mark && !before_mark
        }
    }
}

/// Whether a character is of a script that separates words by spaces, which Chinese does not.
pub fn is_written_with_spaces(c: char) -> bool {
    // Thai, Lao, Myanmar and Khmer separate sentences only
    let without =
        matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    // U+2000 begins the punctuation blocks: Latin, Greek and Cyrillic lie below it, Chinese above;
    // Korean syllables lie far above and are written with spaces as well
    (c < '\u{2000}' && !without) || ('\u{ac00}'..='\u{d7a3}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_by_what_stands_on_both_sides() {
        let cases = [
            ("大家", "早上好", false),
            ("用machine", "learning", true),
            ("in 2024", "300 people", true),
            ("the hall.", "Today", true),
            ("说GPT", "很好", false),
            ("很好", "GPT", false),
            ("他说“好”", "GPT", false),
            ("he said “yes”", "and", true),
            ("he said", "“yes”", true),
            ("안녕하세요", "여러분", true),
            ("Добрый", "день", true),
            ("สวัสดี", "ครับ", false),
            ("word ", "next", false),
            ("", "first", false),
        ];
        for (above, below, space) in cases {
            assert_eq!(needs_space(above, below, SpeechBreak::Line), space, "{above}|{below}");
        }
        assert!(needs_space("早上好", "今天", SpeechBreak::Cue), "cues are parted");
        assert!(!needs_space("早上好。", "今天", SpeechBreak::Cue));
        assert!(!needs_space("早上好", "，今天", SpeechBreak::Cue));
    }
}
