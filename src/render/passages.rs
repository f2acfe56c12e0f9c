//! HTML of a page's blocks, as they were read back from its Markdown.

use serde::Serialize;

use crate::markdown::{Block, Passage, Run};

/// A turn of a page with its blocks.
#[derive(Debug, Serialize)]
pub struct TurnView {
    /// The permalink of the turn.
    pub anchor: String,
    /// The speaker's name, or words for that nobody is named.
    pub name: String,
    /// The speaker's id, where known.
    pub speaker: Option<String>,
    /// The passages and images.
    pub blocks: Vec<BlockView>,
}

/// A part of a page that holds several talks.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// Its title.
    pub title: String,
    /// Where it leads, relative to the page.
    pub url: String,
    /// Its turns.
    pub turns: Vec<TurnView>,
}

/// A passage or an image.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockView {
    /// A passage.
    Passage {
        /// The permalink.
        id: String,
        /// The text with its changes.
        html: String,
        /// Whether the clean reading has nothing of it.
        silent: bool,
    },
    /// An image.
    Image {
        /// Path relative to the page.
        src: String,
        /// Alternative text.
        alt: String,
    },
    /// An image that is not there.
    Missing,
}

/// The turns of a run of blocks that has no sections.
pub fn turns(blocks: &[Block]) -> Vec<TurnView> {
    sections(blocks).into_iter().flat_map(|section| section.turns).collect()
}

/// The sections of a run of blocks; what stands before the first has an empty title.
pub fn sections(blocks: &[Block]) -> Vec<SectionView> {
    let mut sections: Vec<SectionView> = Vec::new();
    for block in blocks {
        if let Block::Section { title, url } = block {
            let (title, url) = (title.clone(), url.clone());
            sections.push(SectionView { title, url, turns: Vec::new() });
            continue;
        }
        if sections.is_empty() {
            sections.push(SectionView { title: String::new(), url: String::new(), turns: vec![] });
        }
        if let Some(section) = sections.last_mut() {
            push(&mut section.turns, block);
        }
    }
    sections
}

fn push(turns: &mut Vec<TurnView>, block: &Block) {
    let view = match block {
        Block::Turn { speaker, name } => {
            let (speaker, name) = (speaker.clone(), name.clone());
            turns.push(TurnView { anchor: String::new(), name, speaker, blocks: Vec::new() });
            return;
        }
        Block::Section { .. } => return,
        Block::Passage(passage) => BlockView::Passage {
            id: passage.id.clone(),
            html: html(passage),
            silent: passage.clean().trim().is_empty(),
        },
        Block::Image { path, alt, there: true } => {
            BlockView::Image { src: path.clone(), alt: alt.clone() }
        }
        Block::Image { there: false, .. } => BlockView::Missing,
    };
    if let Some(turn) = turns.last_mut() {
        if let (BlockView::Passage { id, .. }, true) = (&view, turn.anchor.is_empty()) {
            turn.anchor = format!("t-{id}");
        }
        turn.blocks.push(view);
    }
}

/// The text of a passage; what is left out in `<del>`, what is put in in `<ins>`, each naming its
/// rule in `data-rule`. Anchors of older permalinks stand before it.
pub fn html(passage: &Passage) -> String {
    let mut out = String::new();
    for id in &passage.formerly {
        out.push_str(&format!("<a class=\"formerly\" id=\"{id}\"></a>"));
    }
    for run in &passage.runs {
        match run {
            Run::Same(text) => push_escaped(&mut out, text),
            Run::Changed { heard, meant, rule } => {
                let rule = rule.name();
                out.push_str(&format!("<del data-rule=\"{rule}\">"));
                push_escaped(&mut out, heard);
                out.push_str("</del>");
                if !meant.is_empty() {
                    out.push_str(&format!("<ins data-rule=\"{rule}\">"));
                    push_escaped(&mut out, meant);
                    out.push_str("</ins>");
                }
            }
        }
    }
    out
}

/// Text as HTML text.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // not allowed in HTML; a reader sees that something stood there
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
