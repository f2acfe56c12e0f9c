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

/// Puts beside each turn of a talk in which several people speak what programs read of it.
pub fn turns(build: &Build<'_>, made: &Made<'_>, number: usize, up: &str, turns: &mut [TurnView]) {
    let said = said(&made.talks[number]);
    if said.len() < 2 {
        return;
    }
    let ground = ground(build, up);
    for (turn, said) in turns.iter_mut().zip(&said) {
        let entry = ground.turn(made.forum, &made.forum.talks[number], said);
        turn.ld = Some(ld::in_script(&entry));
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
