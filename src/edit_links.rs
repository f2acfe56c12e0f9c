//! Links by which a reader corrects a mistake in the sources, or reports it.
//!
//! `edit_url` and `report_url` of `site.yaml` are addresses with placeholders: `{path}` and
//! `{line}` stand for a line of a source file, `{url}`, `{title}` and `{words}` for a passage. An
//! `edit_url` without placeholders is the address of a folder, to which `/path#Lline` is appended.
//!
//! The line to edit depends on what is wrong. Words are corrected in `corrections.yaml`: at the
//! first correction that changed the passage, or else at the end of the file. The title of a talk
//! is in `forum.yaml`, a name in `speakers.yaml`.

use crate::diagnostics::{SourceMap, Span};
use crate::model::record::Passage;
use crate::model::{Forum, SiteConfig};
use crate::text::Rule;
use crate::urls::{encoded, encoded_path};

/// Characters of a passage that a report quotes.
const QUOTED_CHARS: usize = 24;

/// Makes the links to a site's sources.
#[derive(Clone, Copy)]
pub struct EditLinks<'a> {
    /// Has the addresses with placeholders.
    pub config: &'a SiteConfig,
    /// The source files, with their paths.
    pub sources: &'a SourceMap,
    /// The path of the folder `content/`, as the paths in `sources` begin.
    pub shown: &'a str,
}

impl EditLinks<'_> {
    /// The link to the line where a span begins; nothing where it is not in `content/`.
    pub fn place(&self, span: Span) -> Option<String> {
        let path = self.sources.path(span.file).strip_prefix(self.shown)?;
        let line = self.sources.place(span.file, span.start).line;
        self.edit(&format!("content{path}"), line)
    }

    /// The link to the line where the words of a passage are corrected.
    pub fn correction_link(&self, forum: &Forum, passage: &Passage) -> Option<String> {
        let Some(file) = forum.corrections_file else {
            return self.edit(&format!("content/{}/corrections.yaml", forum.id), 1);
        };
        let text = passage.verbatim(forum);
        let owner = forum.turns[passage.turn].owner;
        let corrected = passage.edits.iter().filter(|edit| edit.rule == Rule::Correction);
        let first = corrected.map(|edit| &text[edit.range.clone()]).find_map(|heard| {
            // the same misheard word may have entries for other talks
            forum.corrections.iter().find(|c| c.heard == heard && c.holds_in(owner))
        });
        match first {
            Some(correction) => self.place(correction.span),
            None => {
                // without empty lines at the end, so that the link leads to the last entry
                let end = self.sources.text(file).trim_end().len();
                self.place(Span::new(file, end..end))
            }
        }
    }

    fn edit(&self, path: &str, line: usize) -> Option<String> {
        let template = self.config.edit_url.as_deref()?;
        // before it is filled in: the template is an address already and must not be encoded
        let path = encoded_path(path);
        if !template.contains("{path}") {
            return Some(format!("{}/{path}#L{line}", template.trim_end_matches('/')));
        }
        Some(template.replace("{path}", &path).replace("{line}", &line.to_string()))
    }

    /// The link by which a mistake in the passage at `url` is reported; `title` is its talk's.
    pub fn report(&self, url: &str, title: &str, words: &str) -> Option<String> {
        let template = self.config.report_url.as_deref()?;
        // a few words tell the place, and hosts limit the length of an address
        let mut quoted: String = words.trim().chars().take(QUOTED_CHARS).collect();
        if words.trim().chars().count() > QUOTED_CHARS {
            quoted.push('…');
        }
        // encoding replaces braces too, so no value can contain a placeholder
        let filled = template.replace("{url}", &encoded(url)).replace("{title}", &encoded(title));
        Some(filled.replace("{words}", &encoded(&quoted)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_with_nothing_that_could_end_the_address() {
        let config = SiteConfig {
            edit_url: Some("https://example.org/edit/main/{path}#L{line}".into()),
            report_url: Some("https://example.org/new?title={title}&body={words}%0A{url}".into()),
            ..SiteConfig::default()
        };
        let mut sources = SourceMap::default();
        let file = sources.add("there/content/a b/forum.yaml", "一\n二\n三");
        let editing = EditLinks { config: &config, sources: &sources, shown: "there/content" };
        assert_eq!(
            editing.place(Span::new(file, 4..5)).as_deref(),
            Some("https://example.org/edit/main/content/a%20b/forum.yaml#L2")
        );
        assert_eq!(
            editing.report("a/#b", "A&B", "好").as_deref(),
            Some("https://example.org/new?title=A%26B&body=%E5%A5%BD%0Aa%2F%23b")
        );
    }

    #[test]
    fn an_address_without_placeholders_is_a_folder() {
        let config = SiteConfig {
            edit_url: Some("https://example.org/blob/main/".into()),
            ..SiteConfig::default()
        };
        let mut sources = SourceMap::default();
        let file = sources.add("content/speakers.yaml", "a\nb");
        let editing = EditLinks { config: &config, sources: &sources, shown: "content" };
        assert_eq!(
            editing.place(Span::new(file, 2..3)).as_deref(),
            Some("https://example.org/blob/main/content/speakers.yaml#L2")
        );
        assert_eq!(editing.report("a", "b", "c"), None);
    }
}
