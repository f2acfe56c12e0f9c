//! Highwire tags of a talk.
//!
//! In the order in which ACL Anthology's pages have them (acl-org/acl-anthology,
//! `hugo/layouts/papers/single.html`): title, authors, conference, date; one `citation_author` per
//! author and nothing but the name in it, the date as `2024/7/5`. There is no `citation_pdf_url`,
//! since there is no PDF; Google Scholar's `citation_fulltext_html_url` stands instead.

use super::LinkedDataContext;
use crate::html_escape::push_escaped;
use crate::model::{DateRange, Forum, Talk};
use crate::urls;

/// The names and values of tags.
pub type Tags = Vec<(&'static str, String)>;

impl LinkedDataContext<'_> {
    /// The tags of a talk.
    pub fn highwire(&self, forum: &Forum, talk: &Talk) -> Tags {
        let mut tags: Tags = vec![("citation_title", talk.title.clone())];
        let names = talk.speakers.iter().map(|a| self.site.speakers[a.speaker].name.clone());
        tags.extend(names.map(|name| ("citation_author", name)));
        tags.push(("citation_conference_title", forum.title.clone()));
        let date = talk
            .dates
            .map(|DateRange { first: d, .. }| format!("{}/{}/{}", d.year, d.month, d.day));
        tags.extend(date.map(|date| ("citation_publication_date", date)));
        tags.extend(forum.organizer.clone().map(|name| ("citation_publisher", name)));
        // whoever reads the tag may not know the page's address, and cannot use a relative one
        if self.base.contains("//") {
            let address = urls::talk(&forum.id, &talk.id);
            tags.push(("citation_fulltext_html_url", format!("{}{address}", self.base)));
        }
        tags
    }
}

/// Tags as HTML.
pub fn tags(tags: &Tags) -> String {
    let mut out = String::new();
    for (name, content) in tags {
        out.push_str(&format!("<meta name=\"{name}\" content=\""));
        push_escaped(&mut out, content);
        out.push_str("\">\n");
    }
    out
}
