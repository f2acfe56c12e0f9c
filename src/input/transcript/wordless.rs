//! Texts that are no words: identifiers, addresses, dates, marks.

/// Whether a text has words.
pub fn has_words(text: &str) -> bool {
    let is_identifier = text.bytes().all(|byte| byte.is_ascii_graphic())
        && text.contains(|c: char| c.is_ascii_digit() || "/\\".contains(c));
    text.contains(char::is_alphabetic) && !is_identifier
}

#[cfg(test)]
mod tests {
    use super::has_words;

    #[test]
    fn identifiers_are_no_words() {
        for words in ["好", "hello", "第3", "hello 3", "Ünder3"] {
            assert!(has_words(words), "{words}");
        }
        for none in ["", "3", "u1", "0c0a", "https://example.org/a", "2024-07-05T10:00Z", "♪", "-"]
        {
            assert!(!has_words(none), "{none}");
        }
    }
}
