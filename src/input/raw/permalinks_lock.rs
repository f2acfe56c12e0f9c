//! `<forum>/permalinks.lock`: the permalinks that were published. `gen lock` writes it, nobody
//! else.
//!
//! ```text
//! lock   = { "#" comment LF | entry LF }
//! entry  = id TAB pages TAB before TAB after
//! id     = a permalink: six ASCII characters
//! pages  = page { " " page }              ids of talks, and `host`
//! before = up to 16 letters or digits     that stand before its place
//! after  = up to 32 letters or digits     from its place on
//! ```
//!
//! Entries are in the order of the text; what they say of a place is explained in
//! [`LockedPermalink`].

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::model::{LockedPermalink, PermalinkLock};

/// Name of the file in a forum's folder.
pub const NAME: &str = "permalinks.lock";

const HEADER: &str = "\
# Permalinks of this forum, written by `gen lock`. Commit this file; do not edit it.
# id, pages, letters before, letters from there on
";

/// Reads a lock. Every line that is not an entry is a problem.
pub fn read(file: FileId, sources: &SourceMap, problems: &mut Problems) -> PermalinkLock {
    let text = sources.text(file);
    let mut found: Vec<LockedPermalink> = Vec::new();
    let mut seen = HashSet::new();
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    // `gen lock` always writes the header, so an empty file has lost its entries
    if text[bom..].trim().is_empty() {
        problems.push(damaged(Span::whole(file), "this lock is empty"));
    }
    for line in text[bom..].split_inclusive('\n') {
        let span = Span::new(file, at..at + line.trim_end().len());
        at += line.len();
        // not `trim_end`: the last column may be empty, and the tab before it must stay
        let line = line.trim_end_matches(['\r', '\n']);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match entry(line) {
            Some(entry) if !seen.insert(entry.id.clone()) => {
                problems.push(damaged(span, &format!("`{}` is locked twice", entry.id)));
            }
            Some(entry) => found.push(entry),
            None => problems.push(damaged(span, "this line is not an entry of the lock")),
        }
    }
    PermalinkLock { file: Some(file), entries: found }
}

fn entry(line: &str) -> Option<LockedPermalink> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, pages, before, after] = columns.as_slice() else { return None };
    let letters = |text: &str| text.chars().all(char::is_alphanumeric);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let pages: Vec<String> = pages.split(' ').map(str::to_owned).collect();
    let proper = is_permalink(id)
        && pages.iter().all(|page| !page.is_empty() && page.chars().all(plain))
        && letters(before)
        && letters(after);
    let (before, after) = ((*before).to_owned(), (*after).to_owned());
    proper.then(|| LockedPermalink { id: (*id).to_owned(), pages, before, after })
}

/// Six characters: a letter, a digit, then four of either.
fn is_permalink(id: &str) -> bool {
    let bytes = id.as_bytes();
    bytes.len() == 6
        && bytes[0].is_ascii_lowercase()
        && bytes[1].is_ascii_digit()
        && bytes[2..].iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

fn damaged(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::DamagedLock, span, what)
        .help("take the file back from version control; `gen lock` brings it up to date")
}

/// The text of a lock.
pub fn write(entries: &[LockedPermalink]) -> String {
    let line = |e: &LockedPermalink| {
        format!("{}\t{}\t{}\t{}\n", e.id, e.pages.join(" "), e.before, e.after)
    };
    std::iter::once(HEADER.to_owned()).chain(entries.iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let entries = [
            LockedPermalink {
                id: "a2bcde".into(),
                pages: vec!["tao-dacheng".into(), "host".into()],
                before: String::new(),
                after: "大家好GPT4".into(),
            },
            LockedPermalink {
                id: "b3bcde".into(),
                pages: vec!["host".into()],
                before: "谢谢".into(),
                after: String::new(),
            },
        ];
        let mut sources = SourceMap::default();
        let file = sources.add("permalinks.lock", write(&entries));
        let mut problems = Vec::new();
        assert_eq!(read(file, &sources, &mut problems).entries, entries);
        assert!(problems.is_empty());
    }

    #[test]
    fn a_byte_order_mark_is_no_damage_and_an_emptied_lock_is() {
        let problems_of = |text: &str| {
            let mut sources = SourceMap::default();
            let file = sources.add("permalinks.lock", text);
            let mut problems = Vec::new();
            let lock = read(file, &sources, &mut problems);
            (lock.entries.len(), problems.len())
        };
        assert_eq!(problems_of("\u{feff}a2bcde\ta\t甲\t乙\r\n"), (1, 0));
        assert_eq!(problems_of(&write(&[])), (0, 0));
        for emptied in ["", "\n\n", "\u{feff}"] {
            assert_eq!(problems_of(emptied), (0, 1));
        }
    }

    #[test]
    fn every_damaged_line_is_a_problem_of_its_own() {
        let mut sources = SourceMap::default();
        let file = sources.add("x", "a2bcde\ta\t甲\t乙\na2bcde\ta\t甲\t乙\nfoo\n<<<<<<< HEAD\n");
        let mut problems = Vec::new();
        assert_eq!(read(file, &sources, &mut problems).entries.len(), 1);
        let places: Vec<usize> = problems.iter().map(|p| p.span.start).collect();
        assert_eq!(places, [17, 34, 38]);
    }
}
