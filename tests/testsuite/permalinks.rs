//! Published permalinks outlive what an editor and a recogniser do to a forum.
//!
//! Two tests work on the real forum, read by the library: edits of the YAML and of the transcript
//! are made on the model, where thousands of them cost nothing. The third runs the program on a
//! forum of its own, which says the same sentence hundreds of times.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use forum_proceedings::diagnostics::{Severity, SourceMap};
use forum_proceedings::input::{files::content_folder, load};
use forum_proceedings::model::record::{Passage, Record};
use forum_proceedings::model::{
    Correction, Forum, PassageIndex, PermalinkLock, TalkIndex, TextOffset, TextOwner, TextRange,
    Transcript, Turn, TurnIndex, TypedIndex,
};
use forum_proceedings::passages::{self, LockedPlaces};
use forum_proceedings::text::Segmenter;

use crate::harness::{Case, FORUM, SITE, TRANSCRIPT};

/// A generator of numbers that is the same everywhere (splitmix64, G. L. Steele et al., Fast
/// splittable pseudorandom number generators, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

/// The real forum with its published permalinks, and the segmenter of its site.
fn published() -> (Forum, Record, Segmenter) {
    let (mut sources, mut problems) = (SourceMap::default(), Vec::new());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = content_folder::read(root, &mut sources, &mut problems);
    let site = load::load(&tree, &mut sources, &mut problems).expect("content/ is sound");
    assert!(problems.iter().all(|p| p.severity != Severity::Error));
    let segmenter = passages::site_segmenter(&site, Segmenter::load());
    let mut forum = site.forums.into_iter().next().expect("there is a forum");
    forum.lock = PermalinkLock::default();
    let (record, locked) = read(&forum, &segmenter);
    forum.lock.entries = passages::lock_entries::entries(&forum, &record, &locked);
    (forum, record, segmenter)
}

/// A forum's record, and where its published permalinks stand.
fn read(forum: &Forum, segmenter: &Segmenter) -> (Record, LockedPlaces) {
    let locked = LockedPlaces::find(forum);
    (passages::make_record(forum, &locked, segmenter).record, locked)
}

/// The passage to which each permalink leads.
fn homes(record: &Record) -> HashMap<&str, PassageIndex> {
    let mut homes = HashMap::new();
    for (number, passage) in record.passages.enumerated() {
        for id in std::iter::once(&passage.id).chain(&passage.formerly) {
            assert_eq!(homes.insert(id.as_str(), number), None, "`{id}` leads to two passages");
        }
    }
    homes
}

/// The first letter at or after a byte, by its byte.
fn letter(text: &str, at: usize) -> usize {
    let found = text[at..].char_indices().find(|(_, c)| c.is_alphanumeric());
    found.map_or(text.len(), |(i, _)| at + i)
}

/// The beginnings of sentences.
fn sentences(text: &str) -> Vec<usize> {
    text.match_indices(['。', '？']).map(|(i, s)| i + s.len()).collect()
}

/// One thing that an editor does: a boundary is moved, a turn is divided, a correction is added.
fn edit(forum: &mut Forum, sentences: &[usize], chance: &mut Chance) {
    let text = forum.transcript.text.clone();
    let turn = TurnIndex::new(chance.below(forum.turns.len() - 1));
    match chance.below(3) {
        0 => {
            let (from, to) =
                (forum.turns[turn].range.start.0, forum.turns[turn.next()].range.end.0);
            let within = |at: &&usize| **at > from && **at < to;
            let places: Vec<usize> = sentences.iter().filter(within).copied().collect();
            if !places.is_empty() {
                let at = places[chance.below(places.len())];
                forum.turns[turn].range.end = TextOffset(at);
                forum.turns[turn.next()].range.start = TextOffset(at);
            }
        }
        1 => {
            let Turn { owner, speaker, range, .. } = forum.turns[turn].clone();
            let within = |at: &&usize| range.bytes().contains(*at) && **at > range.start.0;
            let places: Vec<usize> = sentences.iter().filter(within).copied().collect();
            if !places.is_empty() {
                let at = places[chance.below(places.len())];
                let talk = TalkIndex::new(chance.below(forum.talks.len()));
                let owner =
                    if matches!(owner, TextOwner::Talk(_)) { TextOwner::Talk(talk) } else { owner };
                let at = TextOffset(at);
                forum.turns[turn].range.end = at;
                forum.turns.insert(
                    turn.get() + 1,
                    Turn { owner, speaker, range: at.to(range.end), start: None },
                );
            }
        }
        _ => {
            let at = sentences[chance.below(sentences.len() - 1)];
            let heard: String = text[at..].chars().take(2 + chance.below(3)).collect();
            let span = forum.transcript.span(TextRange::new(at..at + heard.len()));
            let meant = "改了的几个字".to_owned();
            forum.corrections.push(Correction { heard, meant, scope: Vec::new(), span });
        }
    }
}

#[test]
fn every_permalink_lives_through_two_hundred_edits_of_the_yaml() {
    let (original, record, segmenter) = published();
    let text = original.transcript.text.clone();
    let sentences = sentences(&text);
    let start = |id: &str| record.passages.iter().find(|p| p.id == id).map(|p| p.range.start.0);
    let entries = original.lock.entries.iter();
    let starts: Vec<(&str, usize)> =
        entries.filter_map(|e| Some((e.id.as_str(), start(&e.id)?))).collect();
    assert_eq!(starts.len(), original.lock.entries.len());
    let mut chance = Chance(1);
    let (mut kept, mut all) = (0, 0);
    for _ in 0..20 {
        let mut forum = original.clone();
        for _ in 0..10 {
            edit(&mut forum, &sentences, &mut chance);
        }
        let (record, _) = read(&forum, &segmenter);
        let homes = homes(&record);
        for (id, start) in &starts {
            let place = letter(&text, *start);
            let home = &record.passages[homes[id]];
            assert!(home.range.bytes().contains(&place), "`{id}` leads elsewhere");
            let start = home.range.start.0;
            let begins = start == place || letter(&text, start) == place;
            assert!(!begins || home.id == *id, "`{id}` could live and does not");
            kept += usize::from(home.id == *id);
            all += 1;
        }
    }
    assert!(kept * 1000 >= all * 995, "only {kept} of {all} are still the passage's own");
}

/// A transcript with one letter in twenty changed: exchanged, left out or put in. Gives the new
/// text and, for each byte of the old one that begins a character, its byte in the new one.
fn reimported(text: &str, chance: &mut Chance) -> (String, HashMap<usize, usize>) {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut new = String::new();
    let mut map = HashMap::new();
    for (at, c) in text.char_indices() {
        map.insert(at, new.len());
        let another = letters[chance.below(letters.len())];
        match chance.below(100) {
            0..=2 => new.push(another),
            3 => {}
            4 => new.extend([c, another]),
            _ => new.push(c),
        }
    }
    map.insert(text.len(), new.len());
    (new, map)
}

#[test]
fn permalinks_lead_to_the_right_passage_after_a_reimport_with_five_percent_changed() {
    let (original, record, segmenter) = published();
    let text = &original.transcript.text;
    for seed in 1..=3 {
        let mut chance = Chance(seed);
        let (new, map) = reimported(text, &mut chance);
        let mut forum = imported(&original, &new, &map);
        let (after, found) = read(&forum, &segmenter);
        // where a passage of the first record begins in the new text
        let place = |passage: &Passage| map[&letter(text, passage.range.start.0)];
        let right = led_right(&record, text, &after, &new, place);
        assert!(right * 100 >= original.lock.entries.len() * 99, "{right} right at a build");
        forum.lock.entries = passages::lock_entries::entries(&forum, &after, &found);
        let (locked, _) = read(&forum, &segmenter);
        let again = led_right(&record, text, &locked, &new, place);
        assert!(again >= right, "locking loses permalinks");
        // and once more after `gen lock`, with another one letter in twenty changed
        let (newer, onward) = reimported(&new, &mut chance);
        let (after, _) = read(&imported(&forum, &newer, &onward), &segmenter);
        let place = |passage: &Passage| onward[&letter(&new, place(passage))];
        let twice = led_right(&record, text, &after, &newer, place);
        // each import may lose one in a hundred
        let all = original.lock.entries.len();
        assert!(twice * 100 >= all * 98, "{twice} of {all} right after a second import");
    }
}

/// The forum with another transcript; `map` has the byte in it for each of the one before.
fn imported(forum: &Forum, text: &str, map: &HashMap<usize, usize>) -> Forum {
    let mut forum = forum.clone();
    forum.transcript = Transcript::new(forum.transcript.file, Default::default());
    forum.transcript.push_line(0, text);
    for turn in &mut forum.turns {
        let Range { start, end } = turn.range.bytes();
        turn.range = TextRange::new(map[&start]..map[&end]);
    }
    forum.turns.retain(|turn| !turn.range.is_empty());
    forum
}

/// How many passages of `text`'s record have a permalink that leads, in the record of `new`, to
/// the passage that has the place of their first letter.
fn led_right(
    record: &Record,
    text: &str,
    after: &Record,
    new: &str,
    place: impl Fn(&Passage) -> usize,
) -> usize {
    let homes = homes(after);
    let said = |p: &&Passage| text[p.range.bytes()].contains(char::is_alphanumeric);
    let led = record.passages.iter().filter(said).filter(|passage| {
        homes.get(passage.id.as_str()).is_some_and(|home| {
            let place = letter(new, place(passage)).min(new.len() - 1);
            after.passages[*home].range.bytes().contains(&place)
        })
    });
    led.count()
}

#[test]
fn a_lock_of_words_said_again_and_again_is_up_to_date_once_it_is_written() {
    let forum = "{title: 甲, sessions: [{id: s, title: 乙, talks: [\
        {id: t, kind: talk, title: 丙, from: 只有一次的开头}]}]}";
    let said = "我们今天讲一讲大模型的道与术。".repeat(600);
    let case = Case::empty("lock-of-repetitions")
        .write(SITE, "title: 实录\n")
        .write(FORUM, forum)
        .write(TRANSCRIPT, format!("只有一次的开头。{said}到这里就结束了，谢谢大家来听。"));
    case.run(&["lock"]).exits(0);
    case.run(&["lock", "--check"]).exits(0);
    assert!(!case.run(&["check"]).stderr().contains("permalinks-lost"));
}
