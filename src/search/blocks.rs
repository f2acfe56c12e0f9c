//! Texts in blocks: what a search reads before it shows anything.
//!
//! A block is a run of passages of one talk (its introduction included) of about [`LENGTH`]
//! characters. A passage is written as it was heard, with its edits in place:
//!
//! ```text
//! text  = { plain | edit }
//! edit  = EDIT_START heard EDIT_MIDDLE meant EDIT_END         meant may be empty
//! ```
//!
//! so that the browser has both readings of it. It is a run of [`MarkedChar`]s, each a character and
//! whether a word begins with it. At the end of a block stands its tail: the next [`TAIL_SYMBOLS`] spoken
//! symbols of the forum, whoever says them. What begins in a block and is no longer than that is
//! found in it, across passages, speakers and blocks.

use crate::model::record::{Passage, Record};
use crate::model::{Forum, ForumPage, Owner, PassageIndex, SpeakerIndex, TalkIndex, TypedIndex};
use crate::text::{Segment, Segmenter, segments};
use std::ops::Range;

use super::format::{self, EDIT_END, EDIT_MIDDLE, EDIT_START, TAIL_SYMBOLS};
use super::symbols::{self, Symbol};

/// Characters after which a block is full.
const LENGTH: usize = 560;
/// Characters that a block does not have where it can be helped.
const MOST: usize = 800;

/// A character, and whether a word begins with it.
pub type MarkedChar = (char, bool);

/// To which page a passage belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageOrigin {
    /// The talk's page.
    Talk = format::PLACE_TALK,
    /// The talk's page, among the host's words.
    Introduction = format::PLACE_INTRODUCTION,
    /// The page of the host's words.
    Host = format::PLACE_HOST,
    /// The page of the whole record.
    Record = format::PLACE_RECORD,
}

/// A passage as a block has it.
pub struct PassageText {
    /// The permalink.
    pub id: String,
    /// To which page it belongs.
    pub place: PassageOrigin,
    /// Who speaks.
    pub speaker: Option<SpeakerIndex>,
    /// The text with its edits.
    pub text: Vec<MarkedChar>,
}

/// A run of passages.
pub struct Block {
    /// The talk; nothing for what follows the last one.
    pub talk: Option<TalkIndex>,
    /// The passages.
    pub passages: Vec<PassageText>,
    /// What comes next, with its edits.
    pub tail: Vec<MarkedChar>,
    /// The spoken symbols, tail included, of the clean reading and, where it differs, of the other.
    pub readings: Vec<Vec<Symbol>>,
    /// The symbols that are words by themselves.
    pub alone: Vec<char>,
}

/// A stretch of a passage.
enum TextPiece<'a> {
    Same(&'a str),
    Edit(&'a str, &'a str),
}

fn pieces<'a>(passage: &'a Passage, forum: &'a Forum) -> Vec<TextPiece<'a>> {
    let text = passage.verbatim(forum);
    let piece = |segment: Segment<'a>| match segment {
        Segment::Unchanged(range) => TextPiece::Same(&text[range]),
        Segment::Edited(edit) => TextPiece::Edit(&text[edit.range.clone()], &edit.meant),
    };
    segments(text.len(), &passage.edits).map(piece).collect()
}

/// The runs of passages that become blocks, in transcript order, each with its talk.
pub fn runs(forum: &Forum, record: &Record) -> Vec<(Option<TalkIndex>, Range<PassageIndex>)> {
    let mut runs: Vec<(Option<TalkIndex>, Range<PassageIndex>)> = Vec::new();
    let mut length = 0;
    for (number, passage) in record.passages.enumerated() {
        let own = passage.verbatim(forum).chars().count();
        let talk = match forum.turns[passage.turn].owner.page() {
            ForumPage::Talk(talk) => Some(talk),
            ForumPage::Host => None,
            // a cut stays with what it was cut from
            ForumPage::Record => {
                runs.last().map_or_else(|| forum.talks.indices().next(), |(talk, _)| *talk)
            }
        };
        match runs.last_mut() {
            Some((of, run)) if *of == talk && length < LENGTH && length + own <= MOST => {
                run.end = number.next();
                length += own;
            }
            _ => {
                runs.push((talk, number..number.next()));
                length = own;
            }
        }
    }
    runs
}

/// The block of a run of passages.
pub fn block(
    (talk, run): (Option<TalkIndex>, Range<PassageIndex>),
    forum: &Forum,
    record: &Record,
    words: &Segmenter,
) -> Block {
    let mut lines = Lines::default();
    let mut alone = Vec::new();
    let mut passages = Vec::new();
    for passage in record.passages.slice(run.clone()) {
        let starts = words.boundaries(&passage.clean(forum));
        let before = lines.clean.len();
        let mut text = Vec::new();
        for piece in pieces(passage, forum) {
            if let TextPiece::Edit(heard, _) = piece
                && let [only] = symbols::spoken(heard)[..]
            {
                alone.push(only.is);
            }
            lines.push(&piece, &|at| starts.binary_search(&(at - before)).is_ok(), &mut text);
        }
        let turn = &forum.turns[passage.turn];
        let id = passage.id.clone();
        passages.push(PassageText { id, place: place(turn.owner), speaker: turn.speaker, text });
    }
    let end = lines.clean.len();
    let tail = lines.tail(record.passages.slice_from(run.end), forum);
    let clean = symbols::spoken(&lines.clean);
    words_of_one(&clean, end, &passages, &mut alone);
    let mut readings = vec![clean];
    if lines.verbatim != lines.clean {
        readings.push(symbols::spoken(&lines.verbatim));
    }
    Block { talk, passages, tail, readings, alone }
}

fn place(owner: Owner) -> PassageOrigin {
    match owner.page() {
        ForumPage::Talk(talk) if owner == Owner::Host(Some(talk)) => PassageOrigin::Introduction,
        ForumPage::Talk(_) => PassageOrigin::Talk,
        ForumPage::Host => PassageOrigin::Host,
        ForumPage::Record => PassageOrigin::Record,
    }
}

/// Adds what is a word by itself, of the symbols before `end`, to `alone`.
fn words_of_one(clean: &[Symbol], end: usize, passages: &[PassageText], alone: &mut Vec<char>) {
    let own = &clean[..clean.partition_point(|symbol| symbol.at < end)];
    let mut begins = starts(passages);
    let mut is_start = Vec::with_capacity(own.len() + 1);
    for symbol in own {
        let here = begins.find(|(at, _)| *at == symbol.at).is_none_or(|(_, begins)| begins);
        is_start.push(here || !symbol.joined);
    }
    is_start.push(true);
    let single = own.iter().zip(is_start.windows(2)).filter(|(_, pair)| pair[0] && pair[1]);
    alone.extend(single.map(|(symbol, _)| symbol.is));
}

/// Of every character of the clean reading, where it stands and whether a word begins with it.
fn starts(passages: &[PassageText]) -> impl Iterator<Item = (usize, bool)> {
    let (mut at, mut heard) = (0, false);
    passages.iter().flat_map(|passage| &passage.text).filter_map(move |(c, begins)| {
        match *c {
            EDIT_START => heard = true,
            EDIT_MIDDLE => heard = false,
            EDIT_END => {}
            _ if heard => {}
            c => {
                at += c.len_utf8();
                return Some((at - c.len_utf8(), *begins));
            }
        }
        None
    })
}

/// Both readings of a block, as they grow.
#[derive(Default)]
struct Lines {
    clean: String,
    verbatim: String,
}

impl Lines {
    /// Adds a piece; `begins` tells whether a word begins at a place of the clean reading.
    fn push(
        &mut self,
        piece: &TextPiece<'_>,
        begins: &dyn Fn(usize) -> bool,
        written: &mut Vec<MarkedChar>,
    ) {
        match *piece {
            TextPiece::Same(text) => {
                self.verbatim.push_str(text);
                self.push_clean(text, begins, written);
            }
            TextPiece::Edit(heard, meant) => {
                self.verbatim.push_str(heard);
                written.push((EDIT_START, false));
                // what was misheard was one word
                written.extend(heard.char_indices().map(|(at, c)| (c, at == 0 && is_word(c))));
                written.push((EDIT_MIDDLE, false));
                self.push_clean(meant, begins, written);
                written.push((EDIT_END, false));
            }
        }
    }

    fn push_clean(
        &mut self,
        text: &str,
        begins: &dyn Fn(usize) -> bool,
        written: &mut Vec<MarkedChar>,
    ) {
        let at = self.clean.len();
        let letters = text.char_indices().map(|(i, c)| (c, is_word(c) && begins(at + i)));
        written.extend(letters);
        self.clean.push_str(text);
    }

    /// Adds what comes next, until there is enough of it in both readings.
    fn tail(&mut self, next: &[Passage], forum: &Forum) -> Vec<MarkedChar> {
        let mut tail = Vec::new();
        let (mut clean, mut verbatim) = (0, 0);
        for piece in next.iter().flat_map(|passage| pieces(passage, forum)) {
            let parts = match piece {
                TextPiece::Same(text) => {
                    text.split_inclusive(|_| true).map(TextPiece::Same).collect()
                }
                edit => vec![edit],
            };
            for part in parts {
                if clean >= TAIL_SYMBOLS && verbatim >= TAIL_SYMBOLS {
                    return tail;
                }
                let (heard, meant) = match part {
                    TextPiece::Same(text) => (text, text),
                    TextPiece::Edit(heard, meant) => (heard, meant),
                };
                clean += symbols::spoken(meant).len();
                verbatim += symbols::spoken(heard).len();
                self.push(&part, &|_| true, &mut tail);
            }
        }
        tail
    }
}

/// Whether a word can begin with a character; where it cannot, nothing is said of it.
fn is_word(c: char) -> bool {
    symbols::is_spoken(c)
}
