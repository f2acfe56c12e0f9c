//! The clean text of a page, for readers and programs that need no edits.

use super::escape;
use super::page_model::{Block, MarkdownPage, MetaPassage, PageMeta, Passage};
use super::write::{front_matter, push_block, push_quoted};

/// Writes a page without anchors and edits. Passages whose clean text is empty are left out, and so
/// are turns without other passages.
pub fn clean(page: &MarkdownPage) -> String {
    let meta = PageMeta { passages: Vec::<MetaPassage>::new(), ..page.meta.clone() };
    let mut out = front_matter(&meta);
    out.push_str(&format!("\n# {}\n", escape::line(&meta.title)));
    let introduction = clean_blocks(&page.introduction);
    if !introduction.is_empty() {
        let mut quoted = String::new();
        for block in introduction {
            push_block(&mut quoted, block, 3, push_clean);
        }
        push_quoted(&mut out, &quoted);
    }
    let sections = page.body.iter().any(|b| matches!(b, Block::Section { .. }));
    // turns are one level below sections, or below the title: no level of heading may be skipped
    for block in clean_blocks(&page.body) {
        push_block(&mut out, block, if sections { 3 } else { 2 }, push_clean);
    }
    out
}

/// The blocks that the clean text has: without passages whose clean text is empty, images that are
/// missing, and headings of turns that have nothing below them.
pub fn clean_blocks(blocks: &[Block]) -> Vec<&Block> {
    let is_read = |block: &&Block| match block {
        Block::Passage(passage) => !passage.clean().trim().is_empty(),
        Block::Image { there, .. } => *there,
        Block::Section { .. } | Block::Turn { .. } => true,
    };
    let kept: Vec<&Block> = blocks.iter().filter(is_read).collect();
    // the passages of a turn may all be empty; then its heading is followed by another heading
    let heads_something = |i: usize| match kept[i] {
        Block::Turn { .. } => {
            matches!(kept.get(i + 1), Some(Block::Passage(_) | Block::Image { .. }))
        }
        _ => true,
    };
    (0..kept.len()).filter(|&i| heads_something(i)).map(|i| kept[i]).collect()
}

fn push_clean(out: &mut String, passage: &Passage) {
    let text = passage.clean();
    out.push_str(&escape::paragraph(text.trim()));
}
