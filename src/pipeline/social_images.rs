//! The pictures that stand for talks and forums where they are shared, where the site names a font.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::read::Input;
use crate::diagnostics::{Code, Diagnostic, Problems, Span};
use crate::model::{Appearance, DateRange, Forum, Site, SocialImage, SpeakerIndex, Talk};
use crate::output::SiteWriter;
use crate::render::social_image::{self, SocialCard};
use crate::render::title_breaks::TitleBreaks;
use crate::ui_strings::UiStrings;
use crate::urls;

/// Characters that a warning lists.
const MOST_LISTED: usize = 20;

/// Draws every picture, several at a time, and writes each beside its page.
pub(super) fn draw(input: &Input, writer: &SiteWriter<'_>, problems: &mut Problems) {
    let Input { site, strings, titles, .. } = input;
    let Some(image) = &site.config.social_image else { return };
    let cards = CardMaker { site, strings, titles }.cards();
    problems.extend(lacking(image, &cards));
    let draw = |(path, card): (String, SocialCard)| match social_image::draw(&card, &image.font) {
        Ok(png) => {
            let is_written = writer.put_bytes(path.as_str(), png);
            (!is_written).then(|| in_the_way(image.span, &path))
        }
        Err(why) => {
            let message = format!("internal error: `{path}` cannot be drawn: {why}");
            Some(Diagnostic::new(Code::SocialImage, image.span, message))
        }
    };
    let failed: Vec<Option<Diagnostic>> = cards.into_par_iter().map(draw).collect();
    problems.extend(failed.into_iter().flatten());
}

/// Makes what stands on the pictures.
struct CardMaker<'a> {
    site: &'a Site,
    strings: &'a UiStrings,
    /// Where the lines of titles may end.
    titles: &'a TitleBreaks,
}

impl CardMaker<'_> {
    /// Every picture's path, and what stands on it.
    fn cards(&self) -> Vec<(String, SocialCard)> {
        let mut cards = Vec::new();
        for forum in &self.site.forums {
            cards.push((urls::social(&urls::forum(&forum.id)), self.forum(forum)));
            let path = |talk: &Talk| urls::social(&urls::talk(&forum.id, &talk.id));
            cards.extend(forum.talks.iter().map(|talk| (path(talk), self.talk(forum, talk))));
        }
        cards
    }

    fn card(&self, dates: Option<DateRange>, title: &str) -> SocialCard {
        SocialCard {
            title: self.titles.phrases(title),
            others: self.strings.get("people_others").to_owned(),
            day: dates.map(|day| self.strings.date(&day.to_string())).unwrap_or_default(),
            ..SocialCard::default()
        }
    }

    fn forum(&self, forum: &Forum) -> SocialCard {
        let people: BTreeSet<SpeakerIndex> =
            forum.talks.iter().flat_map(|talk| &talk.speakers).map(|a| a.speaker).collect();
        let counts = [("talk", forum.talks.len()), ("speaker", people.len())];
        let counts = counts.map(|(of, n)| self.strings.count(of, n)).join(" · ");
        let organizer = forum.organizer.as_ref().map(|name| (name.clone(), None));
        SocialCard {
            kicker: self.site.config.title.clone(),
            people: organizer.into_iter().collect(),
            foot: forum.venue.iter().chain([&counts]).cloned().collect::<Vec<_>>().join(" · "),
            ..self.card(forum.dates, &forum.title)
        }
    }

    fn talk(&self, forum: &Forum, talk: &Talk) -> SocialCard {
        let whole = talk.speakers.len() <= social_image::MOST_WITH_TITLE;
        let person = |appearance| self.person(appearance, whole);
        SocialCard {
            kicker: self.kicker(forum, talk),
            people: talk.speakers.iter().map(person).collect(),
            foot: forum.title.clone(),
            ..self.card(talk.dates, &talk.title)
        }
    }

    /// What kind of talk it is, and in which session: 圆桌 is said once in 圆桌 · 圆桌：大咖说.
    fn kicker(&self, forum: &Forum, talk: &Talk) -> String {
        let kind = format!("kind_{}", talk.kind);
        let kind = self.strings.get(&kind);
        let session = forum.sessions[talk.session].title.as_str();
        if session == talk.title {
            kind.to_owned()
        } else if session.contains(kind) {
            session.to_owned()
        } else {
            format!("{kind} · {session}")
        }
    }

    /// A name, and where its bearer works; what they are beside it, or where that is not known.
    fn person(&self, appearance: &Appearance, whole: bool) -> (String, Option<String>) {
        // the affiliation is first, since it is what stays where there is room for one only
        let parts: Vec<&str> = [&appearance.affiliation, &appearance.title]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let shown = if whole { parts.len() } else { 1 };
        let what =
            parts.into_iter().take(shown).collect::<Vec<_>>().join(self.strings.get("apart"));
        (self.site.speakers[appearance.speaker].name.clone(), (!what.is_empty()).then_some(what))
    }
}

/// A picture of the transcript lies where one for sharing belongs.
fn in_the_way(span: Span, path: &str) -> Diagnostic {
    let message = format!("the transcript's image `{path}` is where a picture for sharing belongs");
    Diagnostic::new(Code::ImageInTheWay, span, message)
        .help("take `social_image` out to draw no pictures")
}

/// The characters that the font does not have, in one warning.
fn lacking(image: &SocialImage, cards: &[(String, SocialCard)]) -> Option<Diagnostic> {
    let texts = cards.iter().flat_map(|(_, card)| card.texts());
    // the set is sorted, so that the warning lists the same characters in every run
    let used: BTreeSet<char> = texts.flat_map(str::chars).collect();
    let drawn = |c: &char| !c.is_whitespace() && !c.is_control();
    let lacking: Vec<char> =
        used.into_iter().filter(drawn).filter(|c| !image.font.has(*c)).collect();
    if lacking.is_empty() {
        return None;
    }
    let listed: Vec<String> = lacking.iter().take(MOST_LISTED).map(|c| format!("`{c}`")).collect();
    let more = match lacking.len().saturating_sub(MOST_LISTED) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    let (noun, help) = match lacking.len() {
        1 => ("a character", "name a font that has it; it is drawn as an empty box"),
        _ => ("characters", "name a font that has them; each is drawn as an empty box"),
    };
    let message =
        format!("the font lacks {noun} of the pictures for sharing: {}{more}", listed.join(", "));
    Some(Diagnostic::new(Code::FontLacks, image.span, message).help(help))
}
