//! Where a reader who finds a mistake can correct or report it.
//!
//! `edit_url` and `report_url` of `site.yaml` are addresses with blanks: `{path}` and `{line}`
//! stand for the place in the sources, `{url}`, `{title}` and `{words}` for the passage. An
//! `edit_url` without blanks is a folder, to which `/path#Lline` is added.
//!
//! Which line an editor would change depends on what is wrong: words are corrected in
//! `corrections.yaml`, where the passage's first correction stands, or else at the end of the file;
//! a talk's title in `forum.yaml`; a name in `speakers.yaml`.

use crate::diagnostics::{SourceMap, Span};
use crate::model::record::Passage;
use crate::model::{Forum, SiteConfig};
use crate::text::Rule;
use crate::urls::{encoded, encoded_path};

/// Words of a passage that a report begins with.
const WORDS: usize = 24;

/// Makes the links; `shown` is the folder `content/` as it stands in the paths of `sources`.
#[derive(Clone, Copy)]
pub struct EditLinks<'a> {
    /// What the addresses are made from.
    pub config: &'a SiteConfig,
    /// Where everything was written.
    pub sources: &'a SourceMap,
    /// The folder `content/` as it is shown in paths.
    pub shown: &'a str,
}

impl EditLinks<'_> {
    /// Where what stands at a place is edited.
    pub fn place(&self, span: Span) -> Option<String> {
        let path = self.sources.path(span.file).strip_prefix(self.shown)?;
        let line = self.sources.place(span.file, span.start).line;
        self.edit(&format!("content{path}"), line)
    }

    /// Where the words of a passage are corrected.
    pub fn words(&self, forum: &Forum, passage: &Passage) -> Option<String> {
        let Some(file) = forum.corrections_file else {
            return self.edit(&format!("content/{}/corrections.yaml", forum.id), 1);
        };
        let text = passage.verbatim(forum);
        let owner = forum.turns[passage.turn].owner;
        let corrected = passage.edits.iter().filter(|edit| edit.rule == Rule::Correction);
        let first = corrected.map(|edit| &text[edit.range.clone()]).find_map(|heard| {
            forum.corrections.iter().find(|c| c.heard == heard && c.holds_in(owner))
        });
        match first {
            Some(correction) => self.place(correction.span),
            None => {
                let end = self.sources.text(file).trim_end().len();
                self.place(Span::new(file, end..end))
            }
        }
    }

    fn edit(&self, path: &str, line: usize) -> Option<String> {
        let form = self.config.edit_url.as_deref()?;
        let path = encoded_path(path);
        if !form.contains("{path}") {
            return Some(format!("{}/{path}#L{line}", form.trim_end_matches('/')));
        }
        Some(form.replace("{path}", &path).replace("{line}", &line.to_string()))
    }

    /// Where a mistake in the words at `url` is reported.
    pub fn report(&self, url: &str, title: &str, words: &str) -> Option<String> {
        let form = self.config.report_url.as_deref()?;
        let mut begin: String = words.trim().chars().take(WORDS).collect();
        if words.trim().chars().count() > WORDS {
            begin.push('…');
        }
        let filled = form.replace("{url}", &encoded(url)).replace("{title}", &encoded(title));
        Some(filled.replace("{words}", &encoded(&begin)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_filled_in_with_nothing_that_could_end_the_address() {
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
    fn an_address_without_blanks_is_a_folder() {
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
