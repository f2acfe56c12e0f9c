//! Runs of English within Chinese text, so that HTML can mark their language.
//!
//! Screen readers choose their pronunciation, and browsers their hyphenation, by the language that
//! a text is marked with. Single words and abbreviations (`AI`, `GPT4`, `copilot`) are part of how
//! Chinese is spoken and stay unmarked; a run is marked where it has at least two English words,
//! one of them with a lower-case letter.

use std::ops::Range;

/// Whether a text is Chinese: more Chinese characters than words in Latin letters. Looks at the
/// first 20,000 characters and 5,000 words only, which tell enough of a long transcript.
pub fn is_chinese(text: &str) -> bool {
    let sample = || text.chars().take(20_000);
    let han = sample().filter(|c| is_han(*c)).count();
    // Chinese without spaces is one word here, and is not ASCII: so only Latin words are counted
    let words = text.split_whitespace().take(5_000).filter(|word| word.is_ascii()).count();
    han > words
}

/// The runs of English in a text, as byte ranges in order. A run ends before the punctuation and
/// whitespace that follow its last word.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(distance) = text[at..].find(|c: char| c.is_ascii_alphabetic()) {
        let start = at + distance;
        let length = text[start..].find(|c| !can_be_in_run(c)).unwrap_or(text.len() - start);
        // the space before the next Chinese character is the writer's spacing and not English
        let run = text[start..start + length].trim_end_matches(|c: char| !c.is_alphanumeric());
        if is_english(run) {
            found.push(start..start + run.len());
        }
        at = start + length;
    }
    found
}

/// Whether a run has two words, and one with a lower-case letter: `AI GPT` are abbreviations.
fn is_english(run: &str) -> bool {
    // a hyphen divides nothing: `end-to-end` is one borrowed term and stays unmarked
    let words = || run.split(' ').filter(|w| w.chars().any(|c| c.is_ascii_alphabetic()));
    words().count() > 1 && words().any(|w| w.chars().any(|c| c.is_ascii_lowercase()))
}

fn can_be_in_run(c: char) -> bool {
    // digits and these signs occur within a sentence, and must not divide it into short runs
    c.is_ascii_alphanumeric() || " '-.,&/’".contains(c)
}

fn is_han(c: char) -> bool {
    // rarer characters lie beyond, too few to change which of the two counts is larger
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{find, is_chinese};

    fn runs(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn two_english_words_are_english_and_one_is_not() {
        assert_eq!(runs("我们说scaling law呢，就是"), ["scaling law"]);
        assert_eq!(runs("这个AI和GPT4 的agent啊"), [""; 0]);
        assert_eq!(runs("AI GPT"), [""; 0]);
        assert_eq!(runs("用了 attention is all you need. 对"), ["attention is all you need"]);
        assert_eq!(runs("it's a test和a big one"), ["it's a test", "a big one"]);
    }

    #[test]
    fn a_text_is_chinese_by_most_of_its_words() {
        assert!(is_chinese("我们说scaling law呢"));
        assert!(!is_chinese("we say 规模 and mean scale"));
    }
}
