//! The chapters: a talk with the host's introduction, and the hosts' words after the last talk.

use super::images::BookImages;
use super::turns::TurnWriter;
use super::xhtml::{self, address, escaped};
use super::{BookSource, CLOSING, Document, chapter_name, talk_address};
use crate::markdown::{Block, ForumMarkdown, MarkdownPage, MetaSpeaker, clean_blocks};
use crate::model::{Talk, TalkIndex};
use crate::urls;

/// The chapter of a talk.
pub(super) fn talk(
    source: &BookSource<'_>,
    images: &BookImages<'_>,
    number: TalkIndex,
) -> Document {
    let (talk, page) = (&source.forum.talks[number], &source.pages.talks[number]);
    let site_page = talk_address(source, talk);
    let turns = TurnWriter { source, images, page: &site_page };
    let mut body = header(source, talk, page);
    let introduction = clean_blocks(&page.introduction);
    if !introduction.is_empty() {
        let (words, label) = (source.in_words(), escaped(source.word("introduction")));
        body.push_str("<section class=\"introduction\">\n");
        body.push_str(&format!("<h2 class=\"label\"{words}>{label}</h2>\n"));
        turns.push(&mut body, &introduction, Some(3));
        body.push_str("</section>\n");
    }
    let said = clean_blocks(&page.body);
    let headings = said.iter().filter(|block| matches!(block, Block::Turn { .. })).count();
    // the one speaker is named below the title, which is enough where nobody else speaks first
    let is_named = headings > 1 || page.meta.speakers.len() != 1 || !introduction.is_empty();
    turns.push(&mut body, &said, is_named.then_some(2));
    body.push_str(&end(source, talk, &site_page));
    xhtml::document(&chapter_name(talk), source.speech_tag(), &talk.title, ("bodymatter", &body))
}

/// Kind, title, speakers, chair and abstract.
fn header(source: &BookSource<'_>, talk: &Talk, page: &MarkdownPage) -> String {
    let (words, title) = (source.in_words(), source.title(&page.meta.title));
    let kind = escaped(source.word(&format!("kind_{}", talk.kind.name())));
    let day = source.day(talk.dates).map(|day| format!(" · {}", escaped(&day))).unwrap_or_default();
    let mut out = format!("<header>\n<p class=\"kicker\"{words}>{kind}{day}</p>\n");
    out.push_str(&format!("<h1 dir=\"auto\">{title}</h1>\n"));
    for speaker in &page.meta.speakers {
        out.push_str(&person(source, speaker));
    }
    if let Some(chair) = talk.chair {
        out.push_str(&source.chair(chair));
    }
    if let Some(summary) = &talk.summary {
        let label = escaped(source.word("abstract"));
        let summary = escaped(summary);
        out.push_str(&format!(
            "<p class=\"abstract\" dir=\"auto\"><b{words}>{label}</b> {summary}</p>\n"
        ));
    }
    out.push_str("</header>\n");
    out
}

/// A speaker with affiliation and title on that day.
fn person(source: &BookSource<'_>, speaker: &MetaSpeaker) -> String {
    let mut line =
        format!("<p class=\"person\"><bdi class=\"name\">{}</bdi>", escaped(&speaker.name));
    if !speaker.verified {
        let (words, mark) = (source.in_words(), escaped(source.word("unverified")));
        line.push_str(&format!(" <span class=\"unverified\"{words}>{mark}</span>"));
    }
    let role = [&speaker.affiliation, &speaker.title].into_iter().flatten();
    let role: Vec<String> = role.map(|part| format!("<bdi>{}</bdi>", escaped(part))).collect();
    if !role.is_empty() {
        let role = role.join(&escaped(source.word("apart")));
        line.push_str(&format!(" <span class=\"role\">{role}</span>"));
    }
    line + "</p>\n"
}

/// The second of the recording at which the talk begins, and its page on the site.
fn end(source: &BookSource<'_>, talk: &Talk, site_page: &str) -> String {
    let mut parts = Vec::new();
    if let Some(url) = source.absolute(site_page) {
        let label = escaped(source.word("source"));
        parts.push(format!("{label}{}{}", escaped(source.word("colon")), address(&url)));
    }
    if let (Some(video), Some(start)) = (source.forum.recording_of(talk), talk.start) {
        let (url, label) = (video.address(Some(start.at)), escaped(source.word("video")));
        let about = if start.about { escaped(source.word("about_time")) } else { String::new() };
        parts.push(format!("<a href=\"{}\">{label} {about}{}</a>", escaped(&url), start.at));
    }
    if parts.is_empty() {
        return String::new();
    }
    let words = source.in_words();
    format!("<footer{words}><p>{}</p></footer>\n", parts.join("<br/>"))
}

/// The chapter with the hosts' words after the last talk; none where there are none.
pub(super) fn closing(source: &BookSource<'_>, images: &BookImages<'_>) -> Option<Document> {
    let said = clean_blocks(closing_blocks(source.pages));
    if said.is_empty() {
        return None;
    }
    let site_page = urls::host(&source.forum.id);
    let (words, title) = (source.in_words(), source.word("closing"));
    let kind = escaped(source.word("kind_host"));
    let mut body = format!("<header>\n<p class=\"kicker\"{words}>{kind}</p>\n");
    body.push_str(&format!("<h1{words}>{}</h1>\n</header>\n", escaped(title)));
    TurnWriter { source, images, page: &site_page }.push(&mut body, &said, Some(2));
    Some(xhtml::document(CLOSING, source.speech_tag(), title, ("bodymatter", &body)))
}

/// The blocks of the page of the hosts' words that introduce no talk. Its sections lead to the
/// talks that they introduce, the last one to the forum.
pub(super) fn closing_blocks(pages: &ForumMarkdown) -> &[Block] {
    let blocks = &pages.hosts.body;
    let is_closing = |block: &Block| matches!(block, Block::Section { url, .. } if url == "../");
    let heading = blocks.iter().rposition(is_closing);
    heading.and_then(|at| blocks.get(at + 1..)).unwrap_or_default()
}
