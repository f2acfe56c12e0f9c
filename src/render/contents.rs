//! The contents of a long page: who begins to speak where, or, where one person speaks for long, the
//! first words of a passage every now and then. Nobody wrote headings, so none are made up.

use super::views::EntryView;
use crate::markdown::{Block, Passage};

/// Fewer turns than this need no contents.
const TURNS: usize = 4;
/// Nor does a single speech of fewer characters.
const LONG: usize = 2500;
/// About as many characters stand between two lines of a single speech's contents.
const STEP: usize = 700;
/// First words shown, in characters.
const WORDS: usize = 22;

/// The contents of a page's body; empty where it is short.
pub fn contents(blocks: &[Block]) -> Vec<EntryView> {
    let turns: Vec<EntryView> = turns(blocks).collect();
    if turns.len() >= TURNS { turns } else { stretches(blocks) }
}

fn turns(blocks: &[Block]) -> impl Iterator<Item = EntryView> {
    blocks.iter().enumerate().filter_map(|(at, block)| {
        let Block::Turn { name, .. } = block else { return None };
        let own = blocks[at + 1..].iter().take_while(|b| !matches!(b, Block::Turn { .. }));
        let said: Vec<&Passage> = own.filter_map(passage).collect();
        let first = said.first()?;
        let heard = said.iter().find(|p| !p.clean().trim().is_empty())?;
        Some(EntryView {
            url: format!("#t-{}", first.id),
            speaker: Some(name.clone()),
            words: beginning(&heard.clean(), WORDS),
        })
    })
}

fn stretches(blocks: &[Block]) -> Vec<EntryView> {
    let mut entries = Vec::new();
    let (mut since, mut all) = (STEP, 0);
    for passage in blocks.iter().filter_map(passage) {
        let clean = passage.clean();
        let length = clean.trim().chars().count();
        if since >= STEP && length > WORDS {
            let (url, words) = (format!("#{}", passage.id), beginning(&clean, WORDS));
            entries.push(EntryView { url, speaker: None, words });
            since = 0;
        }
        since += length;
        all += length;
    }
    if all < LONG { Vec::new() } else { entries }
}

fn passage(block: &Block) -> Option<&Passage> {
    match block {
        Block::Passage(passage) => Some(passage),
        _ => None,
    }
}

/// The first words of a text, up to so many characters.
pub fn beginning(text: &str, most: usize) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"《“（".contains(c));
    let mut words: String = text.trim().chars().take(most).collect();
    if text.trim().chars().count() > most {
        words.truncate(words.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::Run;

    fn said(id: &str, text: &str) -> Block {
        let runs = vec![Run::Same(text.to_owned())];
        Block::Passage(Passage { id: id.to_owned(), formerly: Vec::new(), line: 1, runs })
    }

    fn turn(name: &str) -> Block {
        Block::Turn { speaker: None, name: name.to_owned() }
    }

    #[test]
    fn a_panel_is_listed_by_turns_and_a_long_speech_by_its_passages() {
        let panel: Vec<Block> = ["a2", "b2", "c2", "d2"]
            .iter()
            .flat_map(|id| [turn("甲"), said(id, "好，谢谢。")])
            .collect();
        let lines = contents(&panel);
        assert_eq!(lines.len(), 4);
        assert_eq!((lines[1].url.as_str(), lines[1].words.as_str()), ("#t-b2", "好，谢谢。"));
        let long = "大模型".repeat(100);
        let speech: Vec<Block> = (0..9).map(|i| said(&format!("p{i}"), &long)).collect();
        let urls: Vec<_> = contents(&speech).into_iter().map(|line| line.url).collect();
        assert_eq!(urls, ["#p0", "#p3", "#p6"]);
        assert_eq!(contents(&speech[..4]), []);
    }

    #[test]
    fn first_words_begin_with_a_word_and_end_with_one() {
        assert_eq!(beginning("，好的，谢谢大家", 4), "好的，谢…");
        assert_eq!(beginning("好的，谢谢", 3), "好的…");
        assert_eq!(beginning("好", 3), "好");
    }
}
