//! `addresses.lock`: the published addresses of forums, sessions, speakers, topics and
//! organisations. `gen lock` writes it, nobody else.
//!
//! ```text
//! lock    = { "#" comment LF | entry LF }
//! entry   = address TAB name TAB talks [ TAB address ]    the second is where a gone one leads
//! address = part "/" [ part "/" [ part "/" ] ]    from the top of the site
//! name    = text without a tab or line end
//! talks   = [ permalink { " " permalink } ]       with which the talks begin
//! ```

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::model::{AddressLock, LockedAddress};

/// Name of the file in `content/`.
pub const NAME: &str = "addresses.lock";

const HEADER: &str = "\
# Published addresses of this site, written by `gen lock`. Commit this file; do not edit it.
# address, name, permalinks of its talks
";

/// Reads a lock. Every line that is not an entry is a problem.
pub fn read(file: FileId, sources: &SourceMap, problems: &mut Problems) -> AddressLock {
    let text = sources.text(file);
    let mut entries: Vec<LockedAddress> = Vec::new();
    let mut seen = HashSet::new();
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    for line in text[bom..].split_inclusive('\n') {
        let span = Span::new(file, at..at + line.trim_end().len());
        at += line.len();
        // not `trim_end`: the last column may be empty, and the tab before it must stay
        let line = line.trim_end_matches(['\r', '\n']);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match entry(line) {
            Some(entry) if !seen.insert(entry.address.clone()) => {
                problems.push(damaged(span, &format!("`{}` is locked twice", entry.address)));
            }
            Some(entry) => entries.push(entry),
            None => problems.push(damaged(span, "this line is not an entry of the lock")),
        }
    }
    AddressLock { file: Some(file), entries }
}

fn entry(line: &str) -> Option<LockedAddress> {
    let columns: Vec<&str> = line.split('\t').collect();
    let (address, name, talks, successor) = match columns.as_slice() {
        [address, name, talks] => (address, name, talks, None),
        [address, name, talks, successor] => (address, name, talks, Some(*successor)),
        _ => return None,
    };
    let talks: Vec<String> =
        talks.split(' ').filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let plain = |id: &String| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let proper = is_address(address) && successor.is_none_or(is_address);
    (proper && talks.iter().all(plain)).then(|| LockedAddress {
        address: (*address).to_owned(),
        name: (*name).to_owned(),
        talks,
        successor: successor.map(str::to_owned),
    })
}

/// Whether a text is the address of a page below the top: ids with a slash after each.
pub fn is_address(text: &str) -> bool {
    let Some(parts) = text.strip_suffix('/') else { return false };
    let plain = |part: &str| {
        let id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        !part.is_empty() && part.bytes().all(id)
    };
    parts.split('/').count() <= 3 && parts.split('/').all(plain)
}

fn damaged(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(Code::DamagedLock, span, what)
        .help("take the file back from version control; `gen lock` brings it up to date")
}

/// The text of a lock.
pub fn write(entries: &[LockedAddress]) -> String {
    let line = |e: &LockedAddress| {
        // a name is one line without a tab, else the entry could not be read back
        let name = e.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let successor = e.successor.iter().map(|address| format!("\t{address}"));
        format!("{}\t{name}\t{}{}\n", e.address, e.talks.join(" "), successor.collect::<String>())
    };
    std::iter::once(HEADER.to_owned()).chain(entries.iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(text: &str) -> (Vec<LockedAddress>, usize) {
        let mut sources = SourceMap::default();
        let file = sources.add(NAME, text);
        let mut problems = Vec::new();
        (read(file, &sources, &mut problems).entries, problems.len())
    }

    #[test]
    fn what_was_written_is_read() {
        let entry = |address: &str, talks: &[&str]| LockedAddress {
            address: address.to_owned(),
            name: "陶 大程".to_owned(),
            talks: talks.iter().map(|id| (*id).to_owned()).collect(),
            successor: talks.is_empty().then(|| "f/".to_owned()),
        };
        let entries =
            vec![entry("f/sessions/am/", &[]), entry("speakers/x/", &["a2bcde", "b3bcde"])];
        assert_eq!(read_back(&write(&entries)), (entries, 0));
    }

    #[test]
    fn an_address_that_leads_out_of_the_site_is_damage() {
        for address in ["../x/", "/x/", "x", "", "/", "a/b/c/d/", "x//", "X/", "甲/", "a/./"] {
            assert!(!is_address(address), "{address}");
            assert_eq!(read_back(&format!("{address}\t甲\t\n")).1, 1, "{address}");
        }
        assert_eq!(read_back("x/\t甲\t\nx/\t乙\t\n").1, 1);
    }
}
