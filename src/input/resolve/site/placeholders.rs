//! The placeholders of `edit_url` and `report_url`. An unknown one would be left in every link of
//! the site.

use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Problems, Span, nearest};
use crate::input::schema::site;
use crate::input::yaml::Spanned;

/// Checks that every placeholder of an address is one of the `known`.
pub fn check(key: &str, url: &Spanned<String>, known: &[&str], problems: &mut Problems) {
    let all = placeholders(&url.value);
    for (place, name) in &all {
        let written = &url.value[place.clone()];
        // a brace that is full-width or never closed is not filled in either
        if written == format!("{{{name}}}") && known.contains(name) {
            continue;
        }
        let message = format!("`{key}` has `{written}`, which nothing fills in");
        let problem = Diagnostic::new(Code::UnknownPlaceholder, part(url, place), message);
        problems.push(match nearest(name.trim(), known.iter().copied()) {
            Some(near) => {
                let meant = format!("{{{near}}}");
                problem.label(format!("did you mean `{meant}`?")).help(format!("write `{meant}`"))
            }
            None => problem.help(format!("the placeholders of `{key}` are {}", listed(known))),
        });
    }
    // `{line}` alone names no file; without placeholders the address is one page for everything
    let has = |wanted: &str| all.iter().any(|(_, name)| *name == wanted);
    if known == site::PLACEHOLDERS_OF_PLACE
        && has("line")
        && !all.iter().any(|(_, name)| *name != "line")
    {
        let message = format!("`{key}` has `{{line}}`, but not the `{{path}}` of the file");
        problems.push(
            Diagnostic::new(Code::UnknownPlaceholder, url.span, message)
                .help("add `{path}` where the path of the file belongs, or leave `{line}` out"),
        );
    }
}

/// Every placeholder of a text with its name, including those in full-width braces.
fn placeholders(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    // a Chinese keyboard types `｛`
    while let Some(start) = text[at..].find(['{', '｛']).map(|start| at + start) {
        let begin = start + text[start..].chars().next().map_or(1, char::len_utf8);
        let length = text[begin..].find(['{', '｛', '}', '｝']).unwrap_or(text.len() - begin);
        let end = begin + length;
        let close = text[end..].chars().next().filter(|c| "}｝".contains(*c));
        at = end + close.map_or(0, char::len_utf8);
        found.push((start..at, &text[begin..end]));
    }
    found
}

/// The span of a part of a value; that of the whole where the value has escapes or line breaks.
fn part(text: &Spanned<String>, part: &Range<usize>) -> Span {
    // a plain value is as long as its text, one in quotation marks 2 bytes longer; with escapes the
    // offsets do not agree
    let quotes = (text.span.end - text.span.start).checked_sub(text.value.len());
    let begin = match quotes {
        Some(0) => text.span.start,
        Some(2) => text.span.start + 1,
        _ => return text.span,
    };
    Span::new(text.span.file, begin + part.start..begin + part.end)
}

fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn every_placeholder_is_seen_however_it_is_closed() {
        let names = |text| placeholders(text).into_iter().map(|(_, n)| n).collect::<Vec<_>>();
        assert_eq!(names("https://a/{path}#L{line}"), ["path", "line"]);
        assert_eq!(names("https://a/｛path｝"), ["path"]);
        assert_eq!(names("https://a/{path#L{line"), ["path#L", "line"]);
        assert!(names("https://a/path}").is_empty());
    }
}
