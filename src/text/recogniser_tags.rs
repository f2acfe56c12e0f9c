//! Tags that SenseVoice writes into its text: `<|zh|><|HAPPY|><|Speech|><|withitn|>`.
//!
//! ```text
//! tag = "<|" (letters | digits | "_" | "-" | "/") "|>"
//! ```
//!
//! They say the language, the feeling, the sound, and whether numbers are written as digits
//! (source: its README and `tokens.json`). None of them is spoken.

/// The longest name of a tag, in bytes.
const LONGEST: usize = 24;

/// The length in bytes of the tag that a text begins with.
pub fn tag_length(text: &str) -> Option<usize> {
    tag_name(text).map(|name| name.len() + "<||>".len())
}

/// The length in bytes of what a text begins with and is not spoken: a tag, or `>>` of captions,
/// which says that somebody else speaks.
pub fn sign_length(text: &str) -> Option<usize> {
    let chevrons = text.len() - text.trim_start_matches('>').len();
    tag_length(text).or_else(|| (2..=3).contains(&chevrons).then_some(chevrons))
}

/// The name of the tag that a text begins with.
pub fn tag_name(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("<|")?;
    let is_of_name = |b: &u8| b.is_ascii_alphanumeric() || b"_-/".contains(b);
    let length = rest.bytes().take(LONGEST).take_while(is_of_name).count();
    (length > 0 && rest[length..].starts_with("|>")).then(|| &rest[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_told_from_other_angle_brackets() {
        assert_eq!(tag_name("<|zh|>好"), Some("zh"));
        assert_eq!(tag_length("<|EMO_UNKNOWN|>"), Some(15));
        for text in ["<||>", "<|好|>", "<|zh", "<zh>", "a<|zh|>"] {
            assert_eq!(tag_name(text), None, "{text}");
        }
    }
}
