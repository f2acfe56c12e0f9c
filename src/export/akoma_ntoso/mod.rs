//! The record of a forum as a `debate` of Akoma Ntoso (OASIS LegalDocML 1.0, `akomantoso30.xsd`),
//! the format in which parliaments publish what was said.
//!
//! ```text
//! akomaNtoso / debate
//!   meta          identification ([`identification`]), references to people and places
//!   preface       title, day, venue, who held it, what the text is
//!   debateBody
//!     rollCall    who speaks, with affiliation and title on the day
//!     debateSection name="session"
//!       debateSection name="talk"
//!         speech by="#person-…"      a turn: `from`, and a `p` for each passage
//!         narrative                  a cut, with its reason in place of its words
//!     debateSection name="closing"   the hosts' words after the last talk
//! ```
//!
//! - The text is the clean text; a passage whose clean text is empty is left out. The words of cuts
//!   are in `data/<forum>.json` and on the page of the record.
//! - `eId`: a passage has its permalink, a speech and a cut `speech-` and `cut-` with that of its
//!   first passage, and everything else its id in addresses with its kind before it. A permalink
//!   has no hyphen, so that none is there twice.
//! - The hosts' introduction of a talk is in the section of the talk, `as="#role-host"`.
//! - Somebody whose name nobody has verified is shown with that note in `from` and `rollCall`.
//! - The format asks for the day of the work. A forum without one has no such file.

mod identification;

use super::event_days;
use super::forum_export::ForumExport;
use super::xml::XmlWriter;
use crate::model::record::Passage;
use crate::model::{
    Appearance, Date, SessionIndex, SpeakerIndex, TalkIndex, TextOwner, Turn, TurnIndex, TypedIndex,
};

/// A forum and the parts of its debate.
struct Debate<'a> {
    of: &'a ForumExport<'a>,
    /// The first day.
    day: Date,
    /// Who speaks, in the order in which they first do, with office on the day.
    speakers: Vec<Appearance>,
    /// Whether somebody speaks whom nobody has named.
    has_unnamed: bool,
}

/// The file; none where the day of the forum is not known.
pub fn write(of: &ForumExport<'_>) -> Option<String> {
    let day = event_days::of_forum(of.forum)?.first;
    let has_unnamed = of.forum.turns.iter().any(|turn| turn.speaker.is_none());
    let debate = Debate { of, day, speakers: speakers(of), has_unnamed };
    let namespace = [("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")];
    let mut xml = XmlWriter::document("akomaNtoso", &namespace);
    xml.open("debate", &[("name", "debate")]);
    identification::push_meta(&mut xml, &debate);
    push_preface(&mut xml, &debate);
    xml.open("debateBody", &[]);
    push_roll_call(&mut xml, &debate);
    push_sections(&mut xml, &debate);
    Some(xml.finish())
}

/// Everyone who speaks, as a talk has them, else as `speakers.yaml` does.
fn speakers(of: &ForumExport<'_>) -> Vec<Appearance> {
    let appearances = || of.forum.talks.iter().flat_map(|talk| &talk.speakers);
    let mut order: Vec<SpeakerIndex> =
        of.forum.turns.iter().filter_map(|turn| turn.speaker).collect();
    order.extend(appearances().map(|appearance| appearance.speaker));
    let mut there = vec![false; of.site.speakers.len()];
    order.retain(|speaker| !std::mem::replace(&mut there[speaker.get()], true));
    let mut of_talks = vec![None; of.site.speakers.len()];
    for appearance in appearances() {
        of_talks[appearance.speaker.get()].get_or_insert(appearance);
    }
    let appearance = |speaker: SpeakerIndex| match of_talks[speaker.get()] {
        Some(appearance) => appearance.clone(),
        None => {
            let general = &of.site.speakers[speaker];
            let (title, affiliation) = (general.title.clone(), general.affiliation.clone());
            Appearance { speaker, title, affiliation }
        }
    };
    order.into_iter().map(appearance).collect()
}

fn push_preface(xml: &mut XmlWriter, debate: &Debate<'_>) {
    let Debate { of, day, .. } = debate;
    let date = day.to_string();
    xml.open("preface", &[]);
    xml.mixed("p", &[], &[(Some(("docTitle", &[])), &of.forum.title)]);
    let shown = of.strings.date(&date);
    xml.mixed("p", &[], &[(Some(("docDate", &[("date", &date)])), &shown)]);
    if let Some(venue) = &of.forum.venue {
        xml.mixed("p", &[], &[(Some(("location", &[("refersTo", "#venue")])), venue)]);
    }
    if let Some(organizer) = &of.forum.organizer {
        let words = format!("{}{}", of.strings.get("organizer"), of.strings.get("colon"));
        let name = (Some(("organization", &[("refersTo", "#organizer")][..])), &**organizer);
        xml.mixed("p", &[], &[(None, &words), name]);
    }
    xml.text("p", &[], of.strings.get("akoma_ntoso_text"));
    if let Some(licence) = &of.site.config.licence {
        let words = [of.strings.get("licence"), of.strings.get("colon"), licence];
        xml.text("p", &[], &words.concat());
    }
    xml.close();
}

/// Who speaks. The record knows of nobody else who was there.
fn push_roll_call(xml: &mut XmlWriter, debate: &Debate<'_>) {
    let of = debate.of;
    if debate.speakers.is_empty() {
        return;
    }
    xml.open("rollCall", &[("eId", "speakers")]);
    xml.text("heading", &[], of.strings.get("speakers"));
    for appearance in &debate.speakers {
        let name = of.name(appearance.speaker);
        let whole = of.name_and_office(appearance);
        // the office follows the name, in brackets
        let office = whole.strip_prefix(&*name).unwrap_or_default();
        let person = by(of, Some(appearance.speaker));
        let refers = [("refersTo", &*person)];
        xml.mixed("p", &[], &[(Some(("person", &refers)), &name), (None, office)]);
    }
    xml.close();
}

/// The turns of each talk, with those of its introduction, and those after the last talk. A cut
/// belongs to what was said before it, or to the first talk.
fn turns_by_section(of: &ForumExport<'_>) -> (Vec<Vec<TurnIndex>>, Vec<TurnIndex>) {
    let mut talks = vec![Vec::new(); of.forum.talks.len()];
    let mut closing = Vec::new();
    let mut current = of.forum.talks.indices().next();
    for (number, turn) in of.forum.turns.enumerated() {
        current = match turn.owner {
            TextOwner::Cut(_) => current,
            TextOwner::Talk(_) | TextOwner::Host(_) => turn.owner.talk(),
        };
        match current.and_then(|talk| talks.get_mut(talk.get())) {
            Some(turns) => turns.push(number),
            None => closing.push(number),
        }
    }
    (talks, closing)
}

fn push_sections(xml: &mut XmlWriter, debate: &Debate<'_>) {
    let forum = debate.of.forum;
    let (talks, closing) = turns_by_section(debate.of);
    let mut session: Option<SessionIndex> = None;
    for (number, turns) in forum.talks.indices().zip(talks) {
        let of_talk = forum.talks[number].session;
        if session != Some(of_talk) {
            if session.is_some() {
                xml.close();
            }
            session = Some(of_talk);
            let id = format!("session-{}", forum.sessions[of_talk].id);
            open_section(xml, "session", &id, &forum.sessions[of_talk].title);
        }
        push_talk(xml, debate, number, &turns);
    }
    if session.is_some() {
        xml.close();
    }
    if !closing.is_empty() {
        open_section(xml, "closing", "closing", debate.of.strings.get("closing"));
        closing.iter().for_each(|turn| push_turn(xml, debate, *turn));
        xml.close();
    }
}

fn open_section(xml: &mut XmlWriter, name: &'static str, id: &str, title: &str) {
    xml.open("debateSection", &[("name", name), ("eId", id)]);
    xml.text("heading", &[], title);
}

fn push_talk(xml: &mut XmlWriter, debate: &Debate<'_>, number: TalkIndex, turns: &[TurnIndex]) {
    let talk = &debate.of.forum.talks[number];
    open_section(xml, "talk", &format!("talk-{}", talk.id), &talk.title);
    turns.iter().for_each(|turn| push_turn(xml, debate, *turn));
    xml.close();
}

fn push_turn(xml: &mut XmlWriter, debate: &Debate<'_>, number: TurnIndex) {
    let Debate { of, .. } = debate;
    let turn = &of.forum.turns[number];
    let passages = of.record.of_turn(number);
    let Some(first) = passages.first() else { return };
    if let TextOwner::Cut(cut) = turn.owner {
        let reason = format!("{}{}", of.strings.get("cut_section"), of.forum.cuts[cut]);
        let id = format!("cut-{}", first.id);
        xml.mixed("narrative", &[("eId", &id)], &[(Some(("omissis", &[])), &reason)]);
        return;
    }
    let said: Vec<(&Passage, String)> =
        passages.iter().map(|passage| (passage, passage.clean(of.forum))).collect();
    if said.iter().all(|(_, text)| text.trim().is_empty()) {
        return;
    }
    let (id, person) = (format!("speech-{}", first.id), by(of, turn.speaker));
    let mut attributes = vec![("by", &*person), ("eId", &*id)];
    attributes.extend(role(of, turn).map(|role| ("as", role)));
    xml.open("speech", &attributes);
    let unnamed = || of.strings.get("unnamed").to_owned();
    xml.text("from", &[], &turn.speaker.map_or_else(unnamed, |speaker| of.name(speaker)));
    for (passage, text) in said.iter().filter(|(_, text)| !text.trim().is_empty()) {
        xml.text("p", &[("eId", &passage.id)], text.trim());
    }
    xml.close();
}

/// The reference to whoever speaks.
fn by(of: &ForumExport<'_>, speaker: Option<SpeakerIndex>) -> String {
    match speaker {
        Some(speaker) => format!("#person-{}", of.site.speakers[speaker].id),
        None => "#unnamed".to_owned(),
    }
}

/// The part that somebody has in a turn, where it is not that of a speaker.
fn role(of: &ForumExport<'_>, turn: &Turn) -> Option<&'static str> {
    match turn.owner {
        TextOwner::Host(_) => Some("#role-host"),
        TextOwner::Talk(talk) => {
            let chair = of.forum.talks[talk].chair;
            (chair.is_some() && chair == turn.speaker).then_some("#role-chair")
        }
        TextOwner::Cut(_) => None,
    }
}
