//! The lines of an iCalendar file (RFC 5545, 3.1).
//!
//! ```text
//! contentline = name *(";" param) ":" value CRLF
//! ```
//!
//! A line has at most 75 octets; a longer one is folded: CRLF and a blank stand between two of its
//! characters, never within one. In a text (3.3.11) a backslash stands before `\`, `;` and `,`, and
//! `\n` for a line break. Other control characters are not allowed; U+FFFD takes their place.

/// The most octets of a line, without CRLF.
const MOST_OCTETS: usize = 75;

/// Collects the lines of a file.
#[derive(Debug, Default)]
pub struct ContentLines(String);

impl ContentLines {
    /// Adds a line whose value is no text: a date, an address, a keyword.
    pub fn value(&mut self, name: &str, value: &str) {
        // an address with a line break would be two lines
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        self.fold(&format!("{name}:{value}"));
    }

    /// Adds a line with a text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.fold(&format!("{name}:{}", escaped(text)));
    }

    /// Adds a line with a list of texts.
    pub fn texts(&mut self, name: &str, texts: &[String]) {
        let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
        self.fold(&format!("{name}:{}", texts.join(",")));
    }

    /// The file.
    pub fn into_text(self) -> String {
        self.0
    }

    fn fold(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > MOST_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1; // the blank counts
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_ascii_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(name: &str, text: &str) -> String {
        let mut lines = ContentLines::default();
        lines.text(name, text);
        lines.into_text()
    }

    #[test]
    fn signs_of_the_format_and_line_breaks_are_escaped() {
        assert_eq!(one("SUMMARY", r"a;b,c\d"), "SUMMARY:a\\;b\\,c\\\\d\r\n");
        assert_eq!(one("SUMMARY", "a\r\nb\nc\rd"), "SUMMARY:a\\nb\\nc\\nd\r\n");
        assert_eq!(one("SUMMARY", "a\u{7}b\u{7f}\tc:d"), "SUMMARY:a\u{fffd}b\u{fffd}\tc:d\r\n");
    }

    #[test]
    fn an_address_with_a_line_break_adds_no_line() {
        let mut lines = ContentLines::default();
        lines.value("URL", "https://example.org/\r\nATTENDEE:x");
        assert_eq!(lines.into_text(), "URL:https://example.org/ATTENDEE:x\r\n");
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        // 8 octets before the value, so that 22 characters of three octets fill 74
        let folded = one("SUMMARY", &"论".repeat(50));
        let lines: Vec<&str> = folded.split("\r\n").collect();
        assert_eq!(lines[0], format!("SUMMARY:{}", "论".repeat(22)));
        assert_eq!(lines[1], format!(" {}", "论".repeat(24)));
        assert_eq!(lines[2], format!(" {}", "论".repeat(4)));
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_unfolding_gives_the_text_back(text in "(?s).{0,200}") {
            let folded = one("DESCRIPTION", &text);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= MOST_OCTETS));
            let unfolded = folded.replace("\r\n ", "");
            prop_assert_eq!(unfolded, format!("DESCRIPTION:{}\r\n", escaped(&text)));
        }
    }
}
