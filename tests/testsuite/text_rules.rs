//! The text rules, on the real forum and on the files that say what is right.

use std::path::Path;

use forum_proceedings::diagnostics::SourceMap;
use forum_proceedings::input::{files::content_folder, load};
use forum_proceedings::model::record::Record;
use forum_proceedings::model::{Forum, ForumIndex, PassageIndex, TextOwner};
use forum_proceedings::passages::{self, LockedPlaces};
use forum_proceedings::text::{Rule, Segmenter};

use crate::whole_forums::{rows, shared};

/// The real forum, read.
fn real() -> (Forum, Record) {
    let (mut sources, mut problems) = (SourceMap::default(), Vec::new());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = content_folder::read(root, &mut sources, &mut problems);
    let site = load::load(&tree, &mut sources, &mut problems).expect("content/ is sound");
    let segmenter = passages::site_segmenter(&site, Segmenter::load());
    let forum = &site.forums[ForumIndex::FIRST];
    let record = passages::make_record(forum, &LockedPlaces::find(forum), &segmenter).record;
    (site.forums.into_iter().next().expect("there is a forum"), record)
}

/// The bytes of every full stop between two digits.
fn full_stops_between_digits(text: &str) -> Vec<usize> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let between = |at: &usize| {
        digit(text[..*at].chars().next_back())
            && digit(text[*at + '。'.len_utf8()..].chars().next())
    };
    text.match_indices('。').map(|(at, _)| at).filter(between).collect()
}

#[test]
fn every_decimal_of_the_forum_is_mended_and_nothing_else_is() {
    let Some(folder) = shared("forum") else { return };
    let rows = rows(&folder.join("decimals.tsv"));
    let (forum, record) = real();
    let stops = full_stops_between_digits(&forum.transcript.text);
    assert_eq!(stops.len(), rows.len());
    for (at, row) in stops.into_iter().zip(rows) {
        let passage = record.passages.iter().find(|p| p.range.bytes().contains(&at)).unwrap();
        let within = at - passage.range.start.0;
        let mended = passage.edits.iter().any(|edit| {
            edit.rule == Rule::Decimal && edit.range.contains(&within) && edit.meant.contains('.')
        });
        assert_eq!(mended, row[0] == "fix", "{}", row[1]);
    }
}

#[test]
fn no_hesitation_is_left_in_the_clean_text() {
    let (forum, record) = real();
    for passage in &record.passages {
        if !matches!(forum.turns[passage.turn].owner, TextOwner::Cut(_)) {
            let clean = passage.clean(&forum);
            assert!(!clean.contains('呃'), "{clean}");
        }
    }
}

#[test]
fn paragraphs_are_of_a_size_that_people_read() {
    let (forum, record) = real();
    let alone = |p: PassageIndex| record.of_turn(record.passages[p].turn).len() == 1;
    let sizes: Vec<usize> = record
        .passages
        .indices()
        .filter(|&p| !alone(p))
        .map(|p| record.passages[p].clean(&forum).chars().count())
        .collect();
    let good = sizes.iter().filter(|size| (100..=320).contains(*size)).count();
    assert!(good * 100 >= sizes.len() * 95, "{good} of {} are", sizes.len());
}
