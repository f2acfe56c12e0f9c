//! Escaping of text for HTML and XML.

/// Appends text, escaped both for the content of an element and for a quoted attribute.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut written = 0;
    // all that is escaped is ASCII, which no byte of a longer character is
    for (at, byte) in text.bytes().enumerate() {
        let Some(escaped) = escape(byte) else { continue };
        out.push_str(&text[written..at]);
        out.push_str(escaped);
        written = at + 1;
    }
    out.push_str(&text[written..]);
}

fn escape(byte: u8) -> Option<&'static str> {
    Some(match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        // HTML does not allow these; U+FFFD shows that there was something
        0..=8 | 0xb | 0xe..=0x1f | 0x7f => "\u{fffd}",
        _ => return None,
    })
}

/// Appends text as [`push_escaped`] does, without the characters that XML 1.0 does not allow and
/// HTML does: a form feed and the noncharacters U+FFFE and U+FFFF become U+FFFD.
pub fn push_xml_escaped(out: &mut String, text: &str) {
    const NOT_IN_XML: [char; 3] = ['\u{c}', '\u{fffe}', '\u{ffff}'];
    // one at a time, which is a search for a byte
    if NOT_IN_XML.iter().any(|c| text.contains(*c)) {
        push_escaped(out, &text.replace(NOT_IN_XML, "\u{fffd}"));
    } else {
        push_escaped(out, text);
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
