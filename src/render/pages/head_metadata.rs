//! What programs read in the head of a page.

use super::analysis::keywords;
use super::context::{ForumContext, SiteContext};
use crate::export::structured_data::{
    self, Collection, DataFile, LinkedDataContext, TranscriptText,
};
use crate::markdown::{Block, MarkdownPage};
use crate::model::record::Record;
use crate::model::{Forum, SessionIndex, Speaker, TalkIndex};
use crate::render::passage_html::TurnView;
use crate::render::social_image;
use crate::render::views::analysis::{AboutView, PictureView};
use crate::topics_and_organisations::{Organisation, Topic};
use crate::urls;

fn ground<'a>(context: &'a SiteContext<'_>, up: &'a str) -> LinkedDataContext<'a> {
    LinkedDataContext {
        site: context.site,
        // JSON-LD resolves a relative address against that of the page
        base: context.site.config.base_url.as_deref().unwrap_or(up),
    }
}

/// Of a talk.
pub fn talk(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
    up: &str,
) -> AboutView {
    let talk = &forum_context.forum.talks[number];
    let ground = ground(context, up);
    let words = keywords(context, forum_context, number);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let work = ground.talk(
        forum_context.forum,
        talk,
        &said(forum_context.forum, forum_context.record, &forum_context.pages.talks[number]),
        &words,
    );
    let names = talk.speakers.iter().map(|a| context.site.speakers[a.speaker].name.as_str());
    let said =
        [talk.title.as_str()].into_iter().chain(names).chain([forum_context.forum.title.as_str()]);
    let alt = said.collect::<Vec<_>>().join(" · ");
    AboutView {
        kind: "article",
        tags: structured_data::tags(&ground.highwire(forum_context.forum, talk)),
        ld: Some(structured_data::in_script(&work)),
        picture: picture(context, &urls::talk(&forum_context.forum.id, &talk.id), &alt),
    }
}

/// The picture of a forum or a talk, where there is one and its whole address is known.
fn picture(context: &SiteContext<'_>, page: &str, alt: &str) -> Option<PictureView> {
    let config = &context.site.config;
    // programs that show a shared page do not resolve a relative `og:image`
    let (base, _) = config.base_url.as_ref().zip(config.social_image.as_ref())?;
    let ((width, height), alt) = (social_image::SIZE, alt.to_owned());
    Some(PictureView { url: format!("{base}{}", urls::social(page)), width, height, alt })
}

/// Puts beside each turn of a talk that has several what search engines read of it.
pub fn turns(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: TalkIndex,
    up: &str,
    shown: &mut [TurnView],
) {
    // the words of a single turn are in the head, as those of the whole talk
    if shown.len() < 2 {
        return;
    }
    let (ground, talk) = (ground(context, up), &forum_context.forum.talks[number]);
    for said in said(forum_context.forum, forum_context.record, &forum_context.pages.talks[number])
    {
        let own = shown.iter_mut().find(|turn| turn.anchor == said.anchor);
        // a turn without clean text has no utterances to describe
        if let (Some(turn), false) = (own, said.text.is_empty()) {
            turn.ld =
                Some(structured_data::in_script(&ground.turn(forum_context.forum, talk, &said)));
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
pub fn forum(context: &SiteContext<'_>, forum_context: &ForumContext<'_>, up: &str) -> AboutView {
    AboutView {
        picture: of_forum(context, forum_context),
        ..of(&ground(context, up).forum(forum_context.forum))
    }
}

fn of_forum(context: &SiteContext<'_>, forum_context: &ForumContext<'_>) -> Option<PictureView> {
    picture(context, &urls::forum(&forum_context.forum.id), &forum_context.forum.title)
}

/// Of a session.
pub fn session(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    number: SessionIndex,
    up: &str,
) -> AboutView {
    let about = of(&ground(context, up).session(forum_context.forum, number));
    AboutView { picture: of_forum(context, forum_context), ..about }
}

/// Of the home page of several forums.
pub fn home(context: &SiteContext<'_>, up: &str) -> AboutView {
    of(&ground(context, up).home())
}

/// Of a page with the words of a forum; `whole` where they are all.
pub fn forum_text_page(
    context: &SiteContext<'_>,
    forum_context: &ForumContext<'_>,
    name: &str,
    at: &str,
    whole: bool,
) -> AboutView {
    let index = forum_context.summary.index;
    of(&ground(context, &urls::up(at)).forum_text_page(index, name, at, whole))
}

/// Of an index.
pub fn index(context: &SiteContext<'_>, collection: &Collection<'_>) -> AboutView {
    of(&ground(context, &urls::up(collection.address)).index(collection))
}

/// Of a topic.
pub fn topic(context: &SiteContext<'_>, topic: &Topic, at: &str) -> AboutView {
    of(&ground(context, &urls::up(at)).topic(&topic.name, at, &topic.talks))
}

/// Of an organisation.
pub fn organisation(context: &SiteContext<'_>, organisation: &Organisation, at: &str) -> AboutView {
    of(&ground(context, &urls::up(at)).organisation(organisation))
}

/// Of what is there for programs.
pub fn data(context: &SiteContext<'_>, files: &[DataFile<'_>]) -> AboutView {
    let word = |key| context.strings.get(key);
    let (name, lead) = (word("open_data"), word("open_data_lead"));
    of(&ground(context, &urls::up(urls::DATA)).data(name, lead, files))
}

/// Of a free page.
pub fn free_page(context: &SiteContext<'_>, title: &str, at: &str) -> AboutView {
    of(&ground(context, &urls::up(at)).free_page(title, at))
}

/// Of the page of the search.
pub fn search(context: &SiteContext<'_>) -> AboutView {
    let up = urls::up(urls::SEARCH);
    of(&ground(context, &up).search(context.strings.get("search")))
}

/// Of a speaker.
pub fn speaker(context: &SiteContext<'_>, speaker: &Speaker, up: &str) -> AboutView {
    AboutView { kind: "profile", ..of(&ground(context, up).speaker(speaker)) }
}
