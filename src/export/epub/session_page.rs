//! The page before the talks of a session: its title, its chair and its programme.

use super::xhtml::{self, escaped};
use super::{BookSource, Document, chapter_name, session_name};
use crate::model::{Session, SpeakerIndex};

pub(super) fn document(source: &BookSource<'_>, session: &Session) -> Document {
    let title = source.title(&session.title);
    let mut body = "<section class=\"session\">\n".to_owned();
    if let Some(day) = source.day(session.dates) {
        let (words, day) = (source.in_words(), escaped(&day));
        body.push_str(&format!("<p class=\"kicker\"{words}>{day}</p>\n"));
    }
    body.push_str(&format!("<h1 dir=\"auto\">{title}</h1>\n"));
    if let Some(chair) = session.chair {
        body.push_str(&source.chair(chair));
    }
    let talks = source.forum.talks.slice(session.talks.clone());
    if !talks.is_empty() {
        body.push_str("<ol class=\"programme\">\n");
        for talk in talks {
            let link = source.chapter_link(&chapter_name(talk), &talk.title, &source.names(talk));
            body.push_str(&format!("<li>{link}</li>\n"));
        }
        body.push_str("</ol>\n");
    }
    body.push_str("</section>\n");
    let kind = ("bodymatter", body.as_str());
    xhtml::document(&session_name(session), source.speech_tag(), &session.title, kind)
}

impl BookSource<'_> {
    /// Who leads through a session or a talk.
    pub(super) fn chair(&self, chair: SpeakerIndex) -> String {
        let (words, name) = (self.in_words(), escaped(&self.site.speakers[chair].name));
        let label = escaped(&format!("{}{}", self.word("chair"), self.word("colon")));
        format!("<p class=\"chair\"><span{words}>{label}</span><bdi>{name}</bdi></p>\n")
    }

    /// A link to a chapter: its title, and who speaks in it.
    pub(super) fn chapter_link(&self, name: &str, title: &str, speakers: &str) -> String {
        let speakers = match speakers {
            "" => String::new(),
            names => format!(" <span class=\"by\">{}</span>", escaped(names)),
        };
        format!("<a href=\"{name}.xhtml\">{}{speakers}</a>", escaped(title))
    }
}
