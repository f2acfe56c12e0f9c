//! Blocks: the texts that the browser reads to verify hits and to show them.
//!
//! A block is a run of passages of one talk, its introduction included, of about [`FULL_CHARS`]
//! characters. A passage has its verbatim text and, in place, its edits:
//!
//! ```text
//! text  = { character | edit }
//! edit  = EDIT_START heard EDIT_MIDDLE meant EDIT_END         meant may be empty
//! ```
//!
//! so that the browser has both the clean and the verbatim text of it. Each character is a
//! [`MarkedChar`], which tells whether a word starts with it.
//!
//! At the end of a block is its tail: the text after it, up to [`TAIL_SYMBOLS`] symbols, whoever
//! speaks. So a query of that length that starts in a block is found by reading that block alone,
//! even if it ends in another passage, with another speaker, or in the next block.

use std::ops::Range;

use crate::model::record::{Passage, Record};
use crate::model::{
    Forum, ForumPage, PassageIndex, SpeakerIndex, TalkIndex, TextOwner, TypedIndex,
};
use crate::text::{Segment, Segmenter, segments};

use super::format::{self, EDIT_END, EDIT_MIDDLE, EDIT_START, TAIL_SYMBOLS};
use super::spoken_symbols::{self, SpokenSymbol};

/// Characters after which no passage is added to a block.
const FULL_CHARS: usize = 560;
/// Characters of a block with several passages at most. A longer passage is a block by itself.
const MAX_CHARS: usize = 800;

/// A character, and whether a word starts with it. In silent characters and the marks of an edit
/// the flag is false.
pub type MarkedChar = (char, bool);

/// The page that has a passage, and to which a hit leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassagePage {
    /// The page of its talk.
    Talk = format::PLACE_TALK,
    /// The page of its talk, in the introduction by the host.
    Introduction = format::PLACE_INTRODUCTION,
    /// The page of the host's words.
    Host = format::PLACE_HOST,
    /// The page of the whole record.
    Record = format::PLACE_RECORD,
}

/// A passage in a block.
pub struct PassageText {
    /// Its permalink, unique within the forum.
    pub id: String,
    /// The page that has it.
    pub origin: PassagePage,
    /// Who speaks; `None` if nobody known does.
    pub speaker: Option<SpeakerIndex>,
    /// Its verbatim text with its edits in place.
    pub text: Vec<MarkedChar>,
}

/// A run of passages.
pub struct Block {
    /// The talk that the passages belong to; `None` for the host's words on a page of their own.
    pub talk: Option<TalkIndex>,
    /// The passages, at least one.
    pub passages: Vec<PassageText>,
    /// The text after the block, with its edits in place.
    pub tail: Vec<MarkedChar>,
    /// The symbols of the clean text, tail included, and, if it differs, those of the verbatim
    /// text.
    pub symbols: Vec<Vec<SpokenSymbol>>,
    /// The symbols that are whole words, which a query of one character finds first, and the last
    /// symbol of a forum, which no pair of symbols begins with.
    pub one_symbol_words: Vec<char>,
}

/// A piece of a passage: text that no edit changes, or what was heard and what was meant.
enum TextPiece<'a> {
    Unchanged(&'a str),
    Edit(&'a str, &'a str),
}

/// A passage divided into pieces, which are in order.
fn pieces<'a>(passage: &'a Passage, forum: &'a Forum) -> Vec<TextPiece<'a>> {
    let text = passage.verbatim(forum);
    let piece = |segment: Segment<'a>| match segment {
        Segment::Unchanged(range) => TextPiece::Unchanged(&text[range]),
        Segment::Edited(edit) => TextPiece::Edit(&text[edit.range.clone()], &edit.meant),
    };
    segments(text.len(), &passage.edits).map(piece).collect()
}

/// The runs of passages that become blocks, in transcript order, each with its talk.
pub fn runs(forum: &Forum, record: &Record) -> Vec<(Option<TalkIndex>, Range<PassageIndex>)> {
    let mut runs: Vec<(Option<TalkIndex>, Range<PassageIndex>)> = Vec::new();
    let mut length = 0;
    for (index, passage) in record.passages.enumerated() {
        // verbatim: a correction does not change this length, so it moves no passage to another
        // block
        let chars = passage.verbatim(forum).chars().count();
        let talk = match forum.turns[passage.turn].owner.page() {
            ForumPage::Talk(talk) => Some(talk),
            ForumPage::Host => None,
            // a cut stays with the talk that it was cut from
            ForumPage::Record => {
                runs.last().map_or_else(|| forum.talks.indices().next(), |(talk, _)| *talk)
            }
        };
        match runs.last_mut() {
            Some((of, run))
                // of one talk only, since the directory has one talk for each block
                if *of == talk && length < FULL_CHARS && length + chars <= MAX_CHARS =>
            {
                run.end = index.next();
                length += chars;
            }
            _ => {
                runs.push((talk, index..index.next()));
                length = chars;
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
    segmenter: &Segmenter,
) -> Block {
    let mut texts = BlockTexts::default();
    let mut one_symbol_words = Vec::new();
    let mut passages = Vec::new();
    for passage in record.passages.slice(run.clone()) {
        // passage by passage, so that a change in one moves no word boundary in another
        let boundaries = segmenter.boundaries(&passage.clean(forum));
        let start = texts.clean.len();
        // offsets count from the start of the block, boundaries from that of the passage
        let is_word_start = |offset| boundaries.binary_search(&(offset - start)).is_ok();
        let mut text = Vec::new();
        for piece in pieces(passage, forum) {
            // what an edit replaced was one word, whatever the segmenter would make of it
            if let TextPiece::Edit(heard, _) = piece
                && let [only] = spoken_symbols::spoken(heard)[..]
            {
                one_symbol_words.push(only.char);
            }
            texts.push(&piece, &is_word_start, &mut text);
        }
        let turn = &forum.turns[passage.turn];
        let (id, origin) = (passage.id.clone(), origin(turn.owner));
        passages.push(PassageText { id, origin, speaker: turn.speaker, text });
    }
    let end = texts.clean.len();
    let tail = texts.push_tail(record.passages.slice_from(run.end), forum);
    let clean = spoken_symbols::spoken(&texts.clean);
    // words of the tail belong to the next block, which lists them itself
    let own = &clean[..clean.partition_point(|symbol| symbol.offset < end)];
    one_symbol_words.extend(words_of_one_symbol(own, &passages));
    let own_end = own.len();
    let mut symbols = vec![clean];
    // the same text a second time would add no posting
    if texts.verbatim != texts.clean {
        symbols.push(spoken_symbols::spoken(&texts.verbatim));
    }
    // the last symbol of a forum is the first of no pair
    if symbols[0].len() == own_end {
        one_symbol_words.extend(symbols.iter().filter_map(|text| Some(text.last()?.char)));
    }
    Block { talk, passages, tail, symbols, one_symbol_words }
}

fn origin(owner: TextOwner) -> PassagePage {
    match owner.page() {
        ForumPage::Talk(talk) if owner == TextOwner::Host(Some(talk)) => PassagePage::Introduction,
        ForumPage::Talk(_) => PassagePage::Talk,
        ForumPage::Host => PassagePage::Host,
        ForumPage::Record => PassagePage::Record,
    }
}

/// Those of the symbols of the passages' clean text that are whole words.
fn words_of_one_symbol(symbols: &[SpokenSymbol], passages: &[PassageText]) -> Vec<char> {
    let mut chars = clean_chars(passages);
    let mut starts_word = Vec::with_capacity(symbols.len() + 1);
    let mut last = None;
    for symbol in symbols {
        // the second symbol of one character (ß) starts no word
        if last == Some(symbol.offset) {
            starts_word.push(false);
            continue;
        }
        last = Some(symbol.offset);
        let marked = chars.find(|(offset, _)| *offset == symbol.offset);
        // after punctuation a word starts, whatever the segmenter says
        starts_word.push(marked.is_none_or(|(_, starts)| starts) || !symbol.joined);
    }
    starts_word.push(true);
    // a symbol is a word if one starts with it and one with the next
    let words = symbols.iter().zip(starts_word.windows(2)).filter(|(_, pair)| pair[0] && pair[1]);
    words.map(|(symbol, _)| symbol.char).collect()
}

/// Every character of the passages' clean text: its byte offset, and whether a word starts with it.
fn clean_chars(passages: &[PassageText]) -> impl Iterator<Item = (usize, bool)> {
    let (mut next, mut is_heard) = (0, false);
    passages.iter().flat_map(|passage| &passage.text).filter_map(move |(c, starts_word)| {
        match *c {
            EDIT_START => is_heard = true,
            EDIT_MIDDLE => is_heard = false,
            EDIT_END => {}
            _ if is_heard => {}
            c => {
                let offset = next;
                next += c.len_utf8();
                return Some((offset, *starts_word));
            }
        }
        None
    })
}

/// The texts of a block, to which its pieces are added one after the other.
#[derive(Default)]
struct BlockTexts {
    clean: String,
    verbatim: String,
}

impl BlockTexts {
    /// Adds a piece to both texts, and to `marked` as the block has it. `is_word_start` tells
    /// whether a word starts at a byte offset of the clean text.
    fn push(
        &mut self,
        piece: &TextPiece<'_>,
        is_word_start: &dyn Fn(usize) -> bool,
        marked: &mut Vec<MarkedChar>,
    ) {
        match *piece {
            TextPiece::Unchanged(text) => {
                self.verbatim.push_str(text);
                self.push_clean(text, is_word_start, marked);
            }
            TextPiece::Edit(heard, meant) => {
                self.verbatim.push_str(heard);
                marked.push((EDIT_START, false));
                // what was heard counts as one word
                let heard = heard.char_indices();
                marked.extend(heard.map(|(i, c)| (c, i == 0 && spoken_symbols::is_spoken(c))));
                marked.push((EDIT_MIDDLE, false));
                self.push_clean(meant, is_word_start, marked);
                marked.push((EDIT_END, false));
            }
        }
    }

    fn push_clean(
        &mut self,
        text: &str,
        is_word_start: &dyn Fn(usize) -> bool,
        marked: &mut Vec<MarkedChar>,
    ) {
        let start = self.clean.len();
        let chars = text.char_indices();
        marked.extend(
            chars.map(|(i, c)| (c, spoken_symbols::is_spoken(c) && is_word_start(start + i))),
        );
        self.clean.push_str(text);
    }

    /// Adds the tail, from the passages that follow: characters and whole edits, until the clean
    /// and the verbatim text both have enough symbols. Gives it as the block has it.
    fn push_tail(&mut self, following: &[Passage], forum: &Forum) -> Vec<MarkedChar> {
        let mut tail = Vec::new();
        let (mut clean, mut verbatim) = (0, 0);
        for piece in following.iter().flat_map(|passage| pieces(passage, forum)) {
            let parts = match piece {
                TextPiece::Unchanged(text) => {
                    // character by character, so that the tail ends as soon as it is long enough
                    text.split_inclusive(|_| true).map(TextPiece::Unchanged).collect()
                }
                // an edit stays whole: the browser could not read a part of one
                edit => vec![edit],
            };
            for part in parts {
                // both, since a query may be of either text and an edit may leave out many symbols
                if clean >= TAIL_SYMBOLS && verbatim >= TAIL_SYMBOLS {
                    return tail;
                }
                let (heard, meant) = match part {
                    TextPiece::Unchanged(text) => (text, text),
                    TextPiece::Edit(heard, meant) => (heard, meant),
                };
                clean += spoken_symbols::spoken(meant).len();
                verbatim += spoken_symbols::spoken(heard).len();
                // no words are looked for in the tail: any character of it may start one
                self.push(&part, &|_| true, &mut tail);
            }
        }
        tail
    }
}
