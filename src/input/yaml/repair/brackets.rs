//! Lists and mappings in brackets (YAML's flow style), and values in quotation marks.

use super::full_width;
use super::mistake::YamlMistake;
use super::reserved_characters::RESERVED;
use super::yaml_line::YamlLine;
use crate::input::schema::key_names;
use crate::input::yaml::quoting::without_comment;

impl YamlLine<'_> {
    /// The offset of text after brackets that are closed on the line, if there is any.
    pub(super) fn after_brackets(&self, value: usize) -> Option<usize> {
        let mut depth = 0;
        for (i, c) in self.from(value).char_indices() {
            match c {
                '[' | '{' => depth += 1,
                ']' | '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return self.text_at(value + i + 1);
            }
        }
        None
    }

    /// The offset of text after quotation marks that are closed on the line, if there is any.
    pub(super) fn after_quotes(&self, value: usize, quote: char) -> Option<usize> {
        let mut chars = self.from(value).char_indices().skip(1).peekable();
        while let Some((i, c)) = chars.next() {
            // in double quotes a backslash escapes; in single quotes a doubled mark stands for one
            let escapes = c == '\\' && quote == '"';
            let doubled =
                c == quote && quote == '\'' && chars.peek().is_some_and(|(_, d)| *d == quote);
            if escapes || doubled {
                chars.next();
            } else if c == quote {
                return self.text_at(value + i + 1);
            }
        }
        None
    }

    /// The offset of the text that begins at `at` or after whitespace there. A comment, or the
    /// colon of a key, is not text.
    pub(super) fn text_at(&self, at: usize) -> Option<usize> {
        let rest = self.from(at);
        let text = rest.trim_start();
        let none = text.is_empty() || text.starts_with(['#', ':', ',', ']', '}']);
        (!none).then(|| at + rest.len() - text.len())
    }

    /// The mistakes within brackets: of keys and commas, and reserved characters that begin a
    /// value.
    pub(super) fn in_brackets(&self, value: usize) -> Vec<YamlMistake> {
        let mut mistakes = Vec::new();
        let mut quote: Option<char> = None;
        let mut begins = false;
        for (i, c) in self.from(value).char_indices() {
            let at = value + i;
            if let Some(open) = quote {
                quote = quote.filter(|_| c != open);
                continue;
            }
            if begins && !c.is_whitespace() {
                begins = false;
                mistakes.extend(self.key_mistake(at, true));
                // the first three have no use in YAML; the others may be meant as they are
                if let Some((_, why)) = RESERVED[..3].iter().find(|(sign, _)| *sign == c) {
                    mistakes.push(YamlMistake {
                        spoilt_value: Some(at),
                        replacements: vec![(at..at + 1, "x")],
                        ..self.reserved(None, at, c, why)
                    });
                }
            }
            match c {
                '"' | '\'' => quote = Some(c),
                '{' | '[' | ',' => begins = true,
                // elsewhere than at the end of the line, a full-width bracket is part of a text
                '｝' | '］' if without_comment(self.from(at)).len() == c.len_utf8() => {
                    mistakes.push(full_width::closing(at..at + c.len_utf8(), c));
                }
                // a title may have `，` in it; it separates entries only where a key follows
                '，' if self.is_key_after(at + c.len_utf8()) => {
                    begins = true;
                    mistakes.push(full_width::comma(at..at + c.len_utf8()));
                }
                _ => {}
            }
        }
        mistakes
    }

    /// Whether there is a key after a comma.
    pub(super) fn is_key_after(&self, at: usize) -> bool {
        let rest = self.from(at).trim_start();
        rest.split_once([':', '：']).is_some_and(|(key, _)| key_names::is_key(key))
    }
}
