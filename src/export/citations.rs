//! Citation files: three formats for each talk, and one BibTeX file for all talks of a forum.

use crate::cite::{self, CiteStrings, Work};
use crate::model::{Forum, Site};
use crate::output::{FileContent, SiteFiles};
use crate::urls;

/// Puts `cite.bib`, `cite.ris` and `cite.json` beside the page of each talk, and the forum's
/// `cite.bib` beside its own.
pub fn put(site: &Site, forum: &Forum, words: &CiteStrings, files: &mut SiteFiles) {
    let mut whole = String::new();
    for (number, talk) in forum.talks.enumerated() {
        let formats = cite::formats(&Work::published(site, forum, number), words);
        let at = urls::talk(&forum.id, &talk.id);
        whole.push_str(&formats.bibtex);
        let texts = [formats.bibtex, formats.ris, formats.csl];
        for (name, text) in urls::CITATIONS.iter().zip(texts) {
            files.insert(format!("{at}{name}"), FileContent::Bytes(text.into_bytes()));
        }
    }
    files.insert(urls::citations(&forum.id), FileContent::Bytes(whole.into_bytes()));
}
