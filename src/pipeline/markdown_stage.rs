//! The Markdown stage: every page is written, and HTML is made of what is read back.

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::markdown::compose::{self, PageComposer};
use crate::markdown::{self, ForumMarkdown, MarkdownPage};
use crate::model::record::Record;
use crate::model::{Forum, Site};
use crate::output::{FileContent, SiteFiles};
use crate::ui_strings::UiStrings;
use crate::urls;

/// The Markdown pages of a site.
#[derive(Default)]
pub struct Written {
    /// As files.
    pub files: SiteFiles,
    /// As they were read back, by forum; those of a forum with a page that cannot be are lacking.
    pub pages: Vec<ForumMarkdown>,
    /// Pages that could not be read back.
    pub problems: Problems,
}

/// Writes the pages of all forums and reads them back.
pub fn pages(site: &Site, records: &[Record], strings: &UiStrings, sources: &SourceMap) -> Written {
    let words = compose::ComposeStrings { unnamed: strings.get("unnamed").to_owned() };
    let mut written = Written::default();
    for (forum, record) in site.forums.iter().zip(records) {
        let ground = PageComposer { site, forum, record, sources, words: &words };
        let pages = written.forum(forum, &composed(&ground, forum, strings));
        written.pages.extend(pages);
    }
    written
}

/// The pages of a forum with their addresses: its talks, the hosts' words, the whole record.
fn composed(
    ground: &PageComposer<'_>,
    forum: &Forum,
    strings: &UiStrings,
) -> Vec<(String, MarkdownPage)> {
    let id = &forum.id;
    let talks = forum.talks.enumerated();
    let mut composed: Vec<(String, MarkdownPage)> =
        talks.map(|(number, talk)| (urls::talk(id, &talk.id), ground.talk(number))).collect();
    let word = |key| strings.get(key);
    composed.push((urls::host(id), ground.hosts(word("host_page"), word("closing"))));
    let whole = ground.record(word("record"), word("cut_section"), word("host"));
    composed.push((urls::record(id), whole));
    composed
}

impl Written {
    fn forum(
        &mut self,
        forum: &Forum,
        composed: &[(String, MarkdownPage)],
    ) -> Option<ForumMarkdown> {
        let written: Vec<OnePage> = composed.par_iter().map(OnePage::new).collect();
        let mut talks = Vec::new();
        for ((at, page), written) in composed.iter().zip(written) {
            match written.read {
                Ok(read) => talks.push(read),
                Err(why) => self.problems.push(unreadable(forum.transcript.file, at, &why)),
            }
            if !page.body.is_empty() {
                self.files.insert(format!("{at}index.md"), FileContent::Bytes(written.markdown));
                self.files.insert(format!("{at}clean.md"), FileContent::Bytes(written.clean));
            }
        }
        if talks.len() < composed.len() {
            return None;
        }
        let (whole, hosts) = (talks.pop()?, talks.pop()?);
        Some(ForumMarkdown { talks: talks.into(), hosts, whole })
    }
}

/// A page as Markdown, and as it is read back.
struct OnePage {
    markdown: Vec<u8>,
    clean: Vec<u8>,
    read: Result<MarkdownPage, String>,
}

impl OnePage {
    fn new((_, page): &(String, MarkdownPage)) -> Self {
        let markdown = markdown::write(page);
        let read = markdown::read(&markdown).map_err(|error| error.to_string());
        Self { read, clean: markdown::clean(page).into_bytes(), markdown: markdown.into_bytes() }
    }
}

fn unreadable(file: FileId, at: &str, why: &str) -> Diagnostic {
    let message = format!("internal error: the page `{at}index.md` cannot be read back: {why}");
    Diagnostic::new(Code::Markdown, Span::whole(file), message)
        .help("please report this with the forum's files")
}
