//! Citation files: three formats for each talk, and one BibTeX file for all talks of a forum.

use crate::cite::{self, CiteStrings, Work};
use crate::model::{Forum, Site};
use crate::output::SiteWriter;
use crate::urls;

/// Puts `cite.bib`, `cite.ris` and `cite.json` beside the page of each talk, and the forum's
/// `cite.bib` beside its own.
pub fn put(site: &Site, forum: &Forum, strings: &CiteStrings, writer: &SiteWriter<'_>) {
    let (mut whole, mut files) = (String::new(), Vec::new());
    for (number, talk) in forum.talks.enumerated() {
        let formats = cite::formats(&Work::published(site, forum, number), strings);
        let at = urls::talk(&forum.id, &talk.id);
        whole.push_str(&formats.bibtex);
        // the order is that of `urls::CITATIONS`
        let texts = [formats.bibtex, formats.ris, formats.csl];
        for (name, text) in urls::CITATIONS.iter().zip(texts) {
            files.push((format!("{at}{name}"), text.into_bytes()));
        }
    }
    files.push((urls::citations(&forum.id), whole.into_bytes()));
    writer.put_side_by_side(files);
}
