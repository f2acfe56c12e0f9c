//! What programs read in the head of a page.

use super::build::{Build, Made};
use super::findings::keywords;
use crate::export::ld::{self, Ground, Said};
use crate::markdown::{Block, Page};
use crate::model::Speaker;
use crate::render::passages::TurnView;
use crate::render::views::findings::AboutView;

fn ground<'a>(build: &'a Build<'_>, up: &'a str) -> Ground<'a> {
    Ground { site: build.site, base: build.site.config.base_url.as_deref().unwrap_or(up) }
}

/// Of a talk.
pub fn talk(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str) -> AboutView {
    let talk = &made.forum.talks[number];
    let ground = ground(build, up);
    let words = keywords(build, made, number);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let work = ground.talk(made.forum, talk, &said(&made.talks[number]), &words);
    AboutView {
        kind: "article",
        tags: ld::tags(&ground.highwire(made.forum, talk)),
        ld: Some(ld::in_script(&work)),
    }
}

/// Puts beside each turn of a talk that has several what search engines read of it.
pub fn turns(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str, shown: &mut [TurnView]) {
    if shown.len() < 2 {
        return;
    }
    let (ground, talk) = (ground(build, up), &made.forum.talks[number]);
    for said in said(&made.talks[number]) {
        let own = shown.iter_mut().find(|turn| turn.anchor == said.anchor);
        if let (Some(turn), false) = (own, said.text.is_empty()) {
            turn.ld = Some(ld::in_script(&ground.turn(made.forum, talk, &said)));
        }
    }
}

/// The turns of a page, each with what is read of it.
fn said(page: &Page) -> Vec<Said> {
    let mut turns: Vec<Said> = Vec::new();
    for block in &page.body {
        match block {
            Block::Turn { name, .. } => {
                turns.push(Said { anchor: String::new(), name: name.clone(), text: String::new() });
            }
            Block::Passage(passage) => {
                let Some(turn) = turns.last_mut() else { continue };
                if turn.anchor.is_empty() {
                    turn.anchor = format!("t-{}", passage.id);
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

/// Of a forum.
pub fn forum(build: &Build<'_>, made: &Made<'_>, up: &str) -> AboutView {
    let event = ground(build, up).forum(made.forum);
    AboutView { ld: Some(ld::in_script(&event)), ..AboutView::default() }
}

/// Of a speaker.
pub fn speaker(build: &Build<'_>, speaker: &Speaker, up: &str) -> AboutView {
    let person = ground(build, up).speaker(speaker);
    AboutView { kind: "profile", ld: Some(ld::in_script(&person)), ..AboutView::default() }
}
