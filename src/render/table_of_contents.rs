//! The table of contents of a long page: its turns, or, for a long speech by one person, its topic
//! segments. Each entry has its first sentence and the keywords that distinguish it from the rest
//! of the talk; the page says that these are computed.

mod first_words;
mod topic_segments;

pub use first_words::beginning;

use first_words::sentence;
use topic_segments::{PassageText, SpeechText, distinguishing_keywords, segment_starts};

use super::views::EntryView;
use crate::analysis::keywords::Keyword;
use crate::markdown::{Block, Passage};

/// A page with fewer turns has no list of turns.
const MIN_TURNS: usize = 4;
/// A speech of fewer characters is not divided into segments.
const MIN_SPEECH: usize = 2500;
/// A turn of fewer characters gets no distinguishing keywords: too little text to choose from.
const MIN_KEYWORD_TURN: usize = 250;
/// Characters up to which a first sentence is shown whole.
const MAX_SENTENCE: usize = 30;

/// The table of contents of a page's body; empty where the page is short. `keywords` are those of
/// its talk.
pub fn contents(blocks: &[Block], keywords: &[Keyword]) -> Vec<EntryView> {
    let turns: Vec<ContentsTurn> = turns(blocks).collect();
    let passages: Vec<(&Passage, String)> = turns.iter().flat_map(|t| t.said.clone()).collect();
    let said: Vec<PassageText> =
        passages.iter().map(|(_, text)| PassageText::of(text, keywords)).collect();
    let length: usize = said.iter().map(|passage| passage.length).sum();
    match turns.len() {
        0 => Vec::new(),
        1..MIN_TURNS if length < MIN_SPEECH => Vec::new(),
        1..MIN_TURNS => segment_entries(&passages, &said, keywords),
        _ => turn_entries(&turns, &said, keywords),
    }
}

/// A turn with its passages, each with its clean text.
struct ContentsTurn<'a> {
    name: &'a str,
    said: Vec<(&'a Passage, String)>,
}

fn turns(blocks: &[Block]) -> impl Iterator<Item = ContentsTurn<'_>> {
    let turns = blocks.iter().enumerate().filter_map(|(at, block)| {
        let Block::Turn { name, .. } = block else { return None };
        let own = blocks[at + 1..].iter().take_while(|b| !matches!(b, Block::Turn { .. }));
        let said = own.filter_map(passage).map(|passage| (passage, passage.clean())).collect();
        Some(ContentsTurn { name, said })
    });
    turns.filter(|turn: &ContentsTurn| turn.said.iter().any(|(_, text)| !text.trim().is_empty()))
}

fn passage(block: &Block) -> Option<&Passage> {
    match block {
        Block::Passage(passage) => Some(passage),
        _ => None,
    }
}

fn turn_entries(
    turns: &[ContentsTurn],
    said: &[PassageText],
    keywords: &[Keyword],
) -> Vec<EntryView> {
    let whole = SpeechText::of(said);
    let mut at = 0;
    let entry = |turn: &ContentsTurn| {
        let own = &said[at..at + turn.said.len()];
        at += turn.said.len();
        let long = own.iter().map(|passage| passage.length).sum::<usize>() >= MIN_KEYWORD_TURN;
        let words = if long { distinguishing_keywords(own, &whole, keywords) } else { Vec::new() };
        let heard = turn.said.iter().find(|(_, text)| !text.trim().is_empty());
        EntryView {
            // the anchor of a turn is named after its first passage, also where its clean text is
            // empty
            url: format!("#t-{}", turn.said[0].0.id),
            speaker: Some(turn.name.to_owned()),
            first: heard.map(|(_, text)| sentence(text, MAX_SENTENCE)).unwrap_or_default(),
            words: words.into_iter().map(str::to_owned).collect(),
        }
    };
    turns.iter().map(entry).collect()
}

fn segment_entries(
    passages: &[(&Passage, String)],
    said: &[PassageText],
    keywords: &[Keyword],
) -> Vec<EntryView> {
    let whole = SpeechText::of(said);
    let starts = segment_starts(said, &whole, keywords);
    // a segment ends where the next one starts
    let ends = starts.iter().skip(1).copied().chain([said.len()]);
    let entry = |(start, end): (usize, usize)| {
        // the clean reading does not show a passage whose clean text is empty
        let heard = passages[start..end].iter().find(|(_, text)| !text.trim().is_empty());
        let (passage, text) = heard.unwrap_or(&passages[start]);
        EntryView {
            url: format!("#{}", passage.id),
            speaker: None,
            first: sentence(text, MAX_SENTENCE),
            words: distinguishing_keywords(&said[start..end], &whole, keywords)
                .into_iter()
                .map(str::to_owned)
                .collect(),
        }
    };
    starts.iter().copied().zip(ends).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::TextRun;

    fn said(id: &str, text: &str) -> Block {
        let runs = vec![TextRun::Same(text.to_owned())];
        Block::Passage(Passage { id: id.to_owned(), formerly: Vec::new(), line: 1, runs })
    }

    fn turn(name: &str) -> Block {
        Block::Turn { speaker: None, name: name.to_owned() }
    }

    #[test]
    fn a_panel_is_listed_by_turns_and_a_long_speech_by_its_stretches() {
        let panel: Vec<Block> = ["a2", "b2", "c2", "d2"]
            .iter()
            .flat_map(|id| [turn("甲"), said(id, "好，谢谢。")])
            .collect();
        let lines = contents(&panel, &[]);
        assert_eq!(lines.len(), 4);
        assert_eq!((lines[1].url.as_str(), lines[1].first.as_str()), ("#t-b2", "好，谢谢。"));
        let long = "大模型".repeat(100);
        let passages = (0..9).map(|i| said(&format!("p{i}"), &long));
        let speech: Vec<Block> = [turn("甲")].into_iter().chain(passages).collect();
        let urls: Vec<_> = contents(&speech, &[]).into_iter().map(|line| line.url).collect();
        assert_eq!(urls, ["#p0", "#p2", "#p4", "#p6"]);
        assert_eq!(contents(&speech[..5], &[]), []);
    }
}
