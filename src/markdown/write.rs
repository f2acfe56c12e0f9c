//! Writes a page as Markdown.

use super::escape::{self, Ends};
use super::page_model::{Block, MarkdownPage, Passage, TextRun};
use crate::urls;

/// Writes a page. Its front matter's `passages` must be those of its blocks, as
/// [`compose`](super::compose) makes them.
pub fn write(page: &MarkdownPage) -> String {
    let mut out = front_matter(&page.meta);
    out.push_str(&format!("\n# {}\n", escape::line(&page.meta.title)));
    if !page.introduction.is_empty() {
        let mut quoted = String::new();
        for block in &page.introduction {
            push_block(&mut quoted, block, 3, push_passage);
        }
        push_quoted(&mut out, &quoted);
    }
    // turns are one level below sections, or below the title: no level of heading may be skipped
    let sections = page.body.iter().any(|b| matches!(b, Block::Section { .. }));
    for block in &page.body {
        push_block(&mut out, block, if sections { 3 } else { 2 }, push_passage);
    }
    out
}

/// The front matter with its fences.
pub(super) fn front_matter(meta: &super::PageMeta) -> String {
    // a struct of texts and numbers always serializes; if it did not, reading the page would fail
    let yaml = serde_saphyr::to_string(meta).unwrap_or_default();
    format!("---\n{}---\n", with_break(&yaml))
}

fn with_break(yaml: &str) -> String {
    if yaml.ends_with('\n') { yaml.to_owned() } else { format!("{yaml}\n") }
}

/// Appends lines as a block quote.
pub(super) fn push_quoted(out: &mut String, quoted: &str) {
    out.push('\n');
    for line in quoted.trim_start_matches('\n').lines() {
        // an empty line without `>` would end the quote
        out.push_str(if line.is_empty() { ">" } else { "> " });
        out.push_str(line);
        out.push('\n');
    }
}

/// Appends a block after an empty line; `depth` is that of a turn's heading.
pub(super) fn push_block(
    out: &mut String,
    block: &Block,
    depth: usize,
    passage: impl Fn(&mut String, &Passage),
) {
    out.push('\n');
    match block {
        Block::Section { title, url } => {
            out.push_str(&format!("## [{}]({})", escape::line(title), urls::safe(url)));
        }
        Block::Turn { speaker: Some(id), name } => {
            let (marks, name) = ("#".repeat(depth), escape::line(name));
            out.push_str(&format!("{marks} [{name}](../../speakers/{id}/)"));
        }
        Block::Turn { speaker: None, name } => {
            out.push_str(&format!("{} {}", "#".repeat(depth), escape::line(name)));
        }
        Block::Passage(text) => passage(out, text),
        Block::Image { path, alt, there: true } => {
            out.push_str(&format!("![{}]({})", escape::line(alt), urls::safe(path)));
        }
        Block::Image { path, there: false, .. } => {
            out.push_str(&format!("<!-- image not available: {} -->", urls::safe(path)));
        }
    }
    out.push('\n');
}

fn push_passage(out: &mut String, passage: &Passage) {
    for id in std::iter::once(&passage.id).chain(&passage.formerly) {
        // `<a>` begins an HTML block only where nothing else is on its line, so this stays inline
        out.push_str(&format!("<a id=\"{id}\"></a>"));
    }
    for (i, run) in passage.runs.iter().enumerate() {
        match run {
            TextRun::Same(text) => {
                let ends = Ends { first: i == 0, last: i + 1 == passage.runs.len() };
                escape::push(out, text, ends);
            }
            TextRun::Changed { heard, meant, .. } => {
                let next = passage.runs.get(i + 1);
                push_change(out, heard, meant, next);
            }
        }
    }
}

/// `~~heard~~<ins>meant</ins>`, with an empty `<ins>` where the tildes need punctuation outside.
fn push_change(out: &mut String, heard: &str, meant: &str, next: Option<&TextRun>) {
    let inner_start = heard.chars().next().is_some_and(is_maybe_punctuation);
    let outer_start = out.chars().next_back().is_some_and(|c| c != '~' && is_punctuation(c));
    // four tildes in a row, of two edits, would not be read as an end and a start
    if (inner_start && !outer_start) || out.ends_with('~') {
        out.push_str("<ins></ins>");
    }
    out.push_str("~~");
    // whitespace next to the tildes would keep them from opening or closing, so it is escaped
    escape::push(out, heard, Ends::BOTH);
    out.push_str("~~");
    let inner_end = heard.chars().next_back().is_some_and(is_maybe_punctuation);
    let outer_end = match next {
        // the end of a line counts as whitespace
        None => true,
        Some(TextRun::Same(text)) => text.chars().next().is_some_and(is_punctuation),
        // the next edit begins with tildes, which would join the ones here
        Some(TextRun::Changed { .. }) => false,
    };
    if !meant.is_empty() || (inner_end && !outer_end) {
        out.push_str("<ins>");
        escape::push(out, meant, Ends::BOTH);
        out.push_str("</ins>");
    }
}

/// Whether some parser may take a character for punctuation, so that a tilde next to it does not
/// open or close: all characters but letters and digits (symbols count since CommonMark 0.31).
fn is_maybe_punctuation(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Whether every parser takes a character for punctuation or whitespace.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || c == ' ' || "，。！？、：；“”‘’（）《》…—".contains(c)
}
