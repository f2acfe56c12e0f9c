//! Escaping of text for HTML and XML.

/// Appends text, escaped both for the content of an element and for a quoted attribute.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // HTML does not allow these; U+FFFD shows that there was something
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Appends text as [`push_escaped`] does, without the characters that XML 1.0 does not allow and
/// HTML does: a form feed and the noncharacters U+FFFE and U+FFFF become U+FFFD.
pub fn push_xml_escaped(out: &mut String, text: &str) {
    for piece in text.split_inclusive(['\u{c}', '\u{fffe}', '\u{ffff}']) {
        let allowed = piece.trim_end_matches(['\u{c}', '\u{fffe}', '\u{ffff}']);
        push_escaped(out, allowed);
        if allowed.len() < piece.len() {
            out.push('\u{fffd}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::push_xml_escaped;

    #[test]
    fn what_xml_does_not_allow_is_replaced_and_nothing_is_markup() {
        let mut out = String::new();
        push_xml_escaped(&mut out, "<a href='\"'>&\u{c}\u{fffe}b\u{ffff}\0\t\u{85}c");
        assert_eq!(
            out,
            "&lt;a href=&#39;&quot;&#39;&gt;&amp;\u{fffd}\u{fffd}b\u{fffd}\u{fffd}\t\u{85}c"
        );
    }
}
