//! What programs read in the head of a page.

use super::build::{Build, Made};
use super::findings::keywords;
use crate::export::structured_data::{self, Collection, File, LinkedDataContext, TranscriptText};
use crate::markdown::{Block, MarkdownPage};
use crate::model::record::Record;
use crate::model::{Forum, Speaker};
use crate::render::passage_html::TurnView;
use crate::render::social_image;
use crate::render::views::analysis::{AboutView, PictureView};
use crate::taxonomy::{Organisation, Topic};
use crate::urls;

fn ground<'a>(build: &'a Build<'_>, up: &'a str) -> LinkedDataContext<'a> {
    LinkedDataContext {
        site: build.site,
        base: build.site.config.base_url.as_deref().unwrap_or(up),
    }
}

/// Of a talk.
pub fn talk(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str) -> AboutView {
    let talk = &made.forum.talks[number];
    let ground = ground(build, up);
    let words = keywords(build, made, number);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let work =
        ground.talk(made.forum, talk, &said(made.forum, made.record, &made.talks[number]), &words);
    let names = talk.speakers.iter().map(|a| build.site.speakers[a.speaker].name.as_str());
    let said = [talk.title.as_str()].into_iter().chain(names).chain([made.forum.title.as_str()]);
    let alt = said.collect::<Vec<_>>().join(" · ");
    AboutView {
        kind: "article",
        tags: structured_data::tags(&ground.highwire(made.forum, talk)),
        ld: Some(structured_data::in_script(&work)),
        picture: picture(build, &urls::talk(&made.forum.id, &talk.id), &alt),
    }
}

/// The picture of a forum or a talk, where there is one and its whole address is known.
fn picture(build: &Build<'_>, page: &str, alt: &str) -> Option<PictureView> {
    let config = &build.site.config;
    let (base, _) = config.base_url.as_ref().zip(config.social_image.as_ref())?;
    let ((width, height), alt) = (social_image::SIZE, alt.to_owned());
    Some(PictureView { url: format!("{base}{}", urls::social(page)), width, height, alt })
}

/// Puts beside each turn of a talk that has several what search engines read of it.
pub fn turns(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str, shown: &mut [TurnView]) {
    if shown.len() < 2 {
        return;
    }
    let (ground, talk) = (ground(build, up), &made.forum.talks[number]);
    for said in said(made.forum, made.record, &made.talks[number]) {
        let own = shown.iter_mut().find(|turn| turn.anchor == said.anchor);
        if let (Some(turn), false) = (own, said.text.is_empty()) {
            turn.ld = Some(structured_data::in_script(&ground.turn(made.forum, talk, &said)));
        }
    }
}

/// The turns of a page, each with what is read of it.
fn said(forum: &Forum, record: &Record, page: &MarkdownPage) -> Vec<TranscriptText> {
    let start = |id: &str| {
        let passage = record.passages.iter().find(|passage| passage.id == id)?;
        forum.turns[passage.turn].start
    };
    let mut turns: Vec<TranscriptText> = Vec::new();
    for block in &page.body {
        match block {
            Block::Turn { name, .. } => {
                let (anchor, text) = (String::new(), String::new());
                turns.push(TranscriptText { anchor, name: name.clone(), text, start: None });
            }
            Block::Passage(passage) => {
                let Some(turn) = turns.last_mut() else { continue };
                if turn.anchor.is_empty() {
                    turn.anchor = format!("t-{}", passage.id);
                    turn.start = start(&passage.id);
                }
                let clean = passage.clean();
                if !clean.trim().is_empty() {
                    turn.text.push_str(if turn.text.is_empty() { "" } else { "\n" });
                    turn.text.push_str(clean.trim());
                }
            }
            Block::Section { .. } | Block::Image { .. } => {}
        }
    }
    turns
}

fn of(value: &serde_json::Value) -> AboutView {
    AboutView { ld: Some(structured_data::in_script(value)), ..AboutView::default() }
}

/// Of a forum.
pub fn forum(build: &Build<'_>, made: &Made<'_>, up: &str) -> AboutView {
    AboutView { picture: of_forum(build, made), ..of(&ground(build, up).forum(made.forum)) }
}

fn of_forum(build: &Build<'_>, made: &Made<'_>) -> Option<PictureView> {
    picture(build, &urls::forum(&made.forum.id), &made.forum.title)
}

/// Of a session.
pub fn session(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str) -> AboutView {
    let about = of(&ground(build, up).session(made.forum, number));
    AboutView { picture: of_forum(build, made), ..about }
}

/// Of the home page of several forums.
pub fn home(build: &Build<'_>, up: &str) -> AboutView {
    of(&ground(build, up).home())
}

/// Of a page with the words of a forum; `whole` where they are all.
pub fn words(build: &Build<'_>, made: &Made<'_>, name: &str, at: &str, whole: bool) -> AboutView {
    let place = super::findings::place(build, made);
    of(&ground(build, &urls::up(at)).words(place, name, at, whole))
}

/// Of an index.
pub fn index(build: &Build<'_>, collection: &Collection<'_>) -> AboutView {
    of(&ground(build, &urls::up(collection.address)).index(collection))
}

/// Of a topic.
pub fn topic(build: &Build<'_>, topic: &Topic, at: &str) -> AboutView {
    of(&ground(build, &urls::up(at)).topic(&topic.name, at, &topic.talks))
}

/// Of an organisation.
pub fn organisation(build: &Build<'_>, organisation: &Organisation, at: &str) -> AboutView {
    of(&ground(build, &urls::up(at)).organisation(organisation))
}

/// Of what is there for programs.
pub fn data(build: &Build<'_>, files: &[File<'_>]) -> AboutView {
    let word = |key| build.strings.get(key);
    let (name, lead) = (word("open_data"), word("open_data_lead"));
    of(&ground(build, &urls::up(urls::DATA)).data(name, lead, files))
}

/// Of a page of which nothing more is to be said.
pub fn plain(build: &Build<'_>, kind: &str, name: &str, at: &str) -> AboutView {
    of(&ground(build, &urls::up(at)).plain(kind, name, at))
}

/// Of a speaker.
pub fn speaker(build: &Build<'_>, speaker: &Speaker, up: &str) -> AboutView {
    AboutView { kind: "profile", ..of(&ground(build, up).speaker(speaker)) }
}
