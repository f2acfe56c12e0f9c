//! The first words of a text, shortened for an entry of a table of contents.

/// Punctuation that is kept before the first word.
const OPENING: &str = "《“（";
/// Punctuation that ends a sentence.
const ENDS: [char; 4] = ['。', '！', '？', '…'];
/// A shorter sentence is a greeting (好，谢谢主持人。) and is shown together with the next one.
const MIN_SENTENCE: usize = 8;
/// Punctuation at which a sentence that is too long may be cut.
const PAUSES: [char; 4] = ['，', '；', '：', '、'];

/// The first `most` characters of a text, with an ellipsis where it is longer; no Latin word is
/// cut.
pub fn beginning(text: &str, most: usize) -> String {
    let text = from_first_word(text);
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    with_ellipsis(&text[..whole_words(text, cut)])
}

/// The first sentence of a text (with the greeting before it) where it ends within `most`
/// characters; else the text up to its last pause within them, else its first words.
pub fn sentence(text: &str, most: usize) -> String {
    let text = from_first_word(text);
    // one character more than `most`: the mark that ends the sentence is not shown
    let within = text.char_indices().nth(most + 1).map_or(text, |(at, _)| &text[..at]);
    let mut ends = within.match_indices(ENDS).map(|(at, _)| &within[..at]);
    if let Some(sentence) = ends.find(|s| s.chars().count() >= MIN_SENTENCE) {
        return sentence.to_owned();
    }
    if within.len() == text.len() {
        return text.to_owned();
    }
    match within.rfind(PAUSES) {
        // a pause in the first half would leave too little of the sentence
        Some(at) if within[..at].chars().count() * 2 > most => with_ellipsis(&within[..at]),
        _ => beginning(text, most),
    }
}

fn from_first_word(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_alphanumeric() && !OPENING.contains(c)).trim_end()
}

fn with_ellipsis(words: &str) -> String {
    let words = words.trim_end_matches(|c: char| !c.is_alphanumeric() && !"》”）".contains(c));
    format!("{words}…")
}

/// The offset at or before `cut` that is inside no Latin word or number; where the text begins with
/// a word longer than that, the end of the word.
fn whole_words(text: &str, cut: usize) -> usize {
    let latin = |c: char| c.is_ascii_alphanumeric() || "-'’.".contains(c);
    let (before, after) = text.split_at(cut);
    if !before.ends_with(latin) || !after.starts_with(latin) {
        return cut;
    }
    match before.trim_end_matches(latin).len() {
        0 => cut + after.find(|c| !latin(c)).unwrap_or(after.len()),
        start => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_words_begin_with_a_word_and_end_with_one() {
        assert_eq!(beginning("，好的，谢谢大家", 4), "好的，谢…");
        assert_eq!(beginning("好的，谢谢", 3), "好的…");
        assert_eq!(beginning("好", 3), "好");
    }

    #[test]
    fn no_latin_word_and_no_number_is_cut() {
        assert_eq!(beginning("The value of a college education", 20), "The value of a…");
        assert_eq!(beginning("我们看GPT-4o的能力", 6), "我们看…");
        assert_eq!(beginning("psychology课上讲的", 4), "psychology…");
        assert_eq!(beginning("在1957年的时候", 3), "在…");
    }

    #[test]
    fn a_short_sentence_stands_whole_and_a_long_one_up_to_a_pause() {
        assert_eq!(
            sentence("那么第二个时间节点呢，是1957年。这个", 24),
            "那么第二个时间节点呢，是1957年"
        );
        assert_eq!(sentence("一二三四五六，七八九十一二三", 10), "一二三四五六…");
        assert_eq!(sentence("一二，三四五六七八九十一二三", 10), "一二，三四五六七八九…");
        assert_eq!(sentence("谢谢大家", 10), "谢谢大家");
        assert_eq!(sentence("谢谢主持人。今天我讲三点。第一", 20), "谢谢主持人。今天我讲三点");
    }
}
