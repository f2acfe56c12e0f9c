//! The contents: what the book is about, the sessions with their talks, the hosts' last words.
//!
//! The document is the navigation document of EPUB 3 and a page of the book, since it is in the
//! reading order. Its second list, the landmarks, is for reading systems.

use super::xhtml::{self, escaped};
use super::{BookSource, CLOSING, CONTENTS, Document, TITLE, chapter, chapter_name, session_name};
use crate::markdown::clean_blocks;
use crate::model::Session;

pub(super) fn document(source: &BookSource<'_>) -> Document {
    let (contents, speech) = (escaped(source.word("contents")), source.in_speech());
    let about = escaped(source.word("book_about"));
    let mut body = format!(
        "<nav epub:type=\"toc\" id=\"toc\">\n<h1>{contents}</h1>\n<ol>\n\
         <li class=\"about\"><a href=\"{TITLE}.xhtml\">{about}</a></li>\n"
    );
    for session in &source.forum.sessions {
        body.push_str(&format!("<li{speech}>{}</li>\n", entry(source, session)));
    }
    if !clean_blocks(chapter::closing_blocks(source.pages)).is_empty() {
        let closing = source.chapter_link(CLOSING, source.word("closing"), "");
        body.push_str(&format!("<li>{closing}</li>\n"));
    }
    body.push_str(&format!("</ol>\n</nav>\n{}", landmarks(source)));
    let title = source.word("contents");
    xhtml::document(CONTENTS, source.words_tag(), title, ("frontmatter", &body))
}

/// A session with its talks.
fn entry(source: &BookSource<'_>, session: &Session) -> String {
    let mut out = source.chapter_link(&session_name(session), &session.title, "");
    let talks = source.forum.talks.slice(session.talks.clone());
    if !talks.is_empty() {
        out.push_str("\n<ol>\n");
        for talk in talks {
            let link = source.chapter_link(&chapter_name(talk), &talk.title, &source.names(talk));
            out.push_str(&format!("<li>{link}</li>\n"));
        }
        out.push_str("</ol>\n");
    }
    out
}

fn landmarks(source: &BookSource<'_>) -> String {
    let (about, contents) = (source.word("book_about"), source.word("contents"));
    let mut marks =
        vec![("titlepage", TITLE.to_owned(), about), ("toc", CONTENTS.to_owned(), contents)];
    let first = source.forum.sessions.first();
    marks.extend(first.map(|s| ("bodymatter", session_name(s), s.title.as_str())));
    let entry = |(kind, name, title): (&str, String, &str)| {
        let title = escaped(title);
        format!("<li><a epub:type=\"{kind}\" href=\"{name}.xhtml\">{title}</a></li>\n")
    };
    let entries: String = marks.into_iter().map(entry).collect();
    format!("<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n{entries}</ol>\n</nav>\n")
}
