//! The Markdown stage: every page is written as Markdown, and HTML is made of what is read back.

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::markdown::compose::{ComposeStrings, PageComposer};
use crate::markdown::{self, ForumMarkdown, MarkdownPage};
use crate::model::record::Record;
use crate::model::{Forum, ForumIndex, Site};
use crate::ui_strings::UiStrings;
use crate::urls;

/// A page with its address.
pub type ComposedPage = (String, MarkdownPage);

/// The pages of the forum with this index: its talks, the hosts' words, the whole record.
pub fn compose(
    site: &Site,
    forum_index: ForumIndex,
    record: &Record,
    strings: &UiStrings,
    sources: &SourceMap,
) -> Vec<ComposedPage> {
    let forum = &site.forums[forum_index];
    let word = |key| strings.get(key);
    let compose_strings = ComposeStrings { unnamed: word("unnamed").to_owned() };
    let composer = PageComposer { site, forum, record, sources, strings: &compose_strings };
    let id = &forum.id;
    let talks = forum.talks.enumerated();
    let talks = talks.map(|(number, talk)| (urls::talk(id, &talk.id), composer.talk(number)));
    let mut composed: Vec<ComposedPage> = talks.collect();
    // `read_back` takes the last two off again, so the hosts' words and the record stay in this
    // order
    composed.push((urls::host(id), composer.hosts(word("host_page"), word("closing"))));
    let whole = composer.record(word("record"), word("cut_section"), word("host"));
    composed.push((urls::record(id), whole));
    composed
}

/// The files of the pages that have a body, `index.md` and `clean.md` of each, in the order of
/// their paths.
pub fn files(composed: &[ComposedPage]) -> Vec<(String, Vec<u8>)> {
    let write = |(at, page): &ComposedPage| {
        [
            (format!("{at}clean.md"), markdown::clean(page).into_bytes()),
            (format!("{at}index.md"), markdown::write(page).into_bytes()),
        ]
    };
    let with_body = composed.par_iter().filter(|(_, page)| !page.body.is_empty());
    let mut files: Vec<(String, Vec<u8>)> = with_body.flat_map_iter(write).collect();
    // talks are in the order of the programme, and the fingerprint needs that of paths
    files.sort();
    files
}

/// The pages of a forum, written as Markdown and read back; nothing where one cannot be read, which
/// is a problem.
pub fn read_back(
    forum: &Forum,
    composed: &[ComposedPage],
    problems: &mut Problems,
) -> Option<ForumMarkdown> {
    let read = |(_, page): &ComposedPage| markdown::read(&markdown::write(page));
    let read: Vec<_> = composed.par_iter().map(read).collect();
    let mut pages = Vec::new();
    for ((at, _), page) in composed.iter().zip(read) {
        match page {
            Ok(page) => pages.push(page),
            Err(why) => {
                problems.push(unreadable(forum.transcript.file, at, &why.to_string()));
            }
        }
    }
    // this comes after the loop, so that every page that cannot be read is reported
    if pages.len() < composed.len() {
        return None;
    }
    let (whole, hosts) = (pages.pop()?, pages.pop()?);
    Some(ForumMarkdown { talks: pages.into(), hosts, whole })
}

fn unreadable(file: FileId, at: &str, why: &str) -> Diagnostic {
    let message = format!("internal error: the page `{at}index.md` cannot be read back: {why}");
    Diagnostic::new(Code::Markdown, Span::whole(file), message)
        .help("please report this with the forum's files")
}
