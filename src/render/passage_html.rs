//! HTML of a page's blocks, as read back from its Markdown.
//!
//! The verbatim and the clean text are in one HTML: `<del>` holds what the clean text leaves out,
//! `<ins>` what it puts in. A mention of a speaker becomes a link, which may cover several runs.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::slice;

use serde::Serialize;

use super::direction;
use super::views::analysis::WatchView;
use crate::html_escape::push_escaped;
use crate::markdown::{Block, Passage, TextRun};
use crate::model::CleanRange;
use crate::text::{Rule, english_runs};
use crate::ui_strings::UiStrings;
use crate::urls;

/// The context in which blocks are rendered.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// Relative path from the page to the root of the site.
    pub up: &'a str,
    /// Texts of the interface, which name the rules.
    pub strings: &'a UiStrings,
    /// Whether the speech is not English, so that runs of English in it are marked as such.
    pub mixed: bool,
    /// The annotations of each passage, by its permalink.
    pub annotations: &'a BTreeMap<String, Annotations>,
}

/// What a passage shows that its Markdown does not have.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Mentions: a byte range of the clean text, and the address of the speaker's page.
    pub mentions: Vec<(CleanRange, String)>,
    /// Address where the words are corrected.
    pub edit: Option<String>,
    /// Address where a mistake is reported.
    pub report: Option<String>,
    /// Where it begins in the recording.
    pub watch: Option<WatchView>,
}

/// A turn of a page with its blocks.
#[derive(Debug, Serialize)]
pub struct TurnView {
    /// Fragment of the turn's permalink: `t-` and the id of its first passage.
    pub anchor: String,
    /// The speaker's name, or the text that stands for an unknown speaker.
    pub name: String,
    /// Address of the speaker's page, where the speaker is known.
    pub url: Option<String>,
    /// The passages and images.
    pub blocks: Vec<BlockView>,
    /// Where it begins in the recording.
    pub watch: Option<WatchView>,
    /// JSON-LD of the turn, escaped for a `<script>` element.
    pub ld: Option<String>,
}

/// A section of a page with several talks.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// Title of the section.
    pub title: String,
    /// Address that the title links to, relative to the page.
    pub url: String,
    /// Its turns, in order.
    pub turns: Vec<TurnView>,
}

/// A passage or an image.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockView {
    /// A passage.
    Passage {
        /// The permalink, also the id of the HTML element.
        id: String,
        /// The text with its edits, as HTML.
        html: String,
        /// Its attributes `dir` and `lang`, where it is written from right to left.
        direction: String,
        /// Whether its clean text is empty.
        silent: bool,
        /// Address where the words are corrected.
        edit: Option<String>,
        /// Address where a mistake is reported.
        report: Option<String>,
        /// Where it begins in the recording, unless the heading of its turn already says so.
        watch: Option<WatchView>,
    },
    /// An image whose file exists.
    Image {
        /// Path relative to the page.
        src: String,
        /// Alternative text.
        alt: String,
    },
    /// An image whose file is missing.
    Missing,
}

/// Renders blocks that have no sections.
pub fn turns(blocks: &[Block], context: RenderContext<'_>) -> Vec<TurnView> {
    sections(blocks, context).into_iter().flat_map(|section| section.turns).collect()
}

/// Renders blocks as sections; turns before the first section are in one with an empty title.
pub fn sections(blocks: &[Block], context: RenderContext<'_>) -> Vec<SectionView> {
    let mut sections: Vec<SectionView> = Vec::new();
    for block in blocks {
        if let Block::Section { title, url } = block {
            let (title, url) = (title.clone(), urls::file(url));
            sections.push(SectionView { title, url, turns: Vec::new() });
            continue;
        }
        // the page of a talk has no sections
        if sections.is_empty() {
            sections.push(SectionView { title: String::new(), url: String::new(), turns: vec![] });
        }
        if let Some(section) = sections.last_mut() {
            push(&mut section.turns, block, context);
        }
    }
    sections
}

fn push(turns: &mut Vec<TurnView>, block: &Block, context: RenderContext<'_>) {
    let view = match block {
        Block::Turn { speaker, name } => {
            let page = |id: &String| urls::link(context.up, &urls::speaker(id));
            let (url, name) = (speaker.as_ref().map(page), name.clone());
            let anchor = String::new();
            turns.push(TurnView { anchor, name, url, blocks: Vec::new(), watch: None, ld: None });
            return;
        }
        Block::Section { .. } => return,
        Block::Passage(passage) => return push_passage(turns, passage, context),
        Block::Image { path, alt, there: true } => {
            BlockView::Image { src: path.clone(), alt: alt.clone() }
        }
        Block::Image { there: false, .. } => BlockView::Missing,
    };
    if let Some(turn) = turns.last_mut() {
        turn.blocks.push(view);
    }
}

/// The first passage of a turn gives it its permalink and its second in the recording.
fn push_passage(turns: &mut [TurnView], passage: &Passage, context: RenderContext<'_>) {
    let Some(turn) = turns.last_mut() else { return };
    let annotations = context.annotations.get(&passage.id);
    let mut watch = annotations.and_then(|own| own.watch.clone());
    if turn.anchor.is_empty() {
        turn.anchor = format!("t-{}", passage.id);
        turn.watch = watch.take();
    }
    turn.blocks.push(BlockView::Passage {
        id: passage.id.clone(),
        html: html(passage, context),
        direction: direction::attributes(&passage.verbatim(), None),
        silent: passage.clean().trim().is_empty(),
        edit: annotations.and_then(|own| own.edit.clone()),
        report: annotations.and_then(|own| own.report.clone()),
        watch,
    });
}

/// Renders the text of a passage. `<del>` and `<ins>` name their rule in `data-rule` and explain it
/// in `title`; the last element of an edit has the sign of the rule in `data-sign`, which the style
/// sheet shows. Anchors of former permalinks come first.
pub fn html(passage: &Passage, context: RenderContext<'_>) -> String {
    let mut out = String::new();
    for id in &passage.formerly {
        out.push_str(&format!("<a class=\"formerly\" id=\"{id}\"></a>"));
    }
    let none = Vec::new();
    let mentions = context.annotations.get(&passage.id).map_or(&none, |own| &own.mentions);
    let mut links = MentionLinks { waiting: mentions.iter().peekable(), open: None, context };
    let mut at = 0;
    for run in &passage.runs {
        match run {
            TextRun::Same(text) => links.push_same(&mut out, text, at),
            TextRun::Changed { heard, meant, rule } => {
                links.push_changed(&mut out, &EditMarkup { heard, meant, rule: *rule }, at);
            }
        }
        // mentions are ranges of the clean text, in which words that were removed have no length
        at += match run {
            TextRun::Same(text) => text.len(),
            TextRun::Changed { meant, .. } => meant.len(),
        };
    }
    links.close(&mut out);
    out
}

/// Opens and closes the links of mentions while the runs of a passage are written.
struct MentionLinks<'a> {
    /// Mentions that are not open yet, in order.
    waiting: Peekable<slice::Iter<'a, (CleanRange, String)>>,
    /// Offset in the clean text at which the open link ends, and its address.
    open: Option<(usize, &'a String)>,
    context: RenderContext<'a>,
}

impl MentionLinks<'_> {
    /// Writes unchanged text, which begins at offset `at` of the clean text.
    fn push_same(&mut self, out: &mut String, text: &str, at: usize) {
        let end = at + text.len();
        let mut from = at;
        while from < end {
            if let Some((until, _)) = self.open {
                let to = until.min(end);
                push_text(out, &text[from - at..to - at], self.context);
                from = to;
                if to == until {
                    self.close(out);
                }
            } else if let Some(start) =
                self.waiting.peek().map(|(r, _)| r.0.start).filter(|s| *s < end)
            {
                push_text(out, &text[from - at..start.max(from) - at], self.context);
                from = start.max(from);
                self.open(out);
            } else {
                push_text(out, &text[from - at..], self.context);
                from = end;
            }
        }
    }

    /// Writes an edit at offset `at` of the clean text. Where a mention covers the whole edit,
    /// `<del>` and `<ins>` are inside its link. Where the edit is longer, only the name inside
    /// `<ins>` is a link, and a link that continues after the edit is opened again.
    fn push_changed(&mut self, out: &mut String, change: &EditMarkup<'_>, at: usize) {
        let end = at + change.meant.len();
        let covers =
            |(CleanRange(range), _): &&(CleanRange, String)| range.start <= at && range.end >= end;
        let covered = match &self.open {
            Some((until, _)) => *until >= end,
            // a removal opens no link: what was removed before a name is no part of it
            None => at < end && self.waiting.peek().is_some_and(covers),
        };
        if covered {
            if self.open.is_none() {
                self.open(out);
            }
            change.push(out, self.context, |out, meant| push_text(out, meant, self.context));
            if self.open.as_ref().is_some_and(|(until, _)| at < end && *until == end) {
                self.close(out);
            }
            return;
        }
        self.suspend(out);
        change.push(out, self.context, |out, meant| {
            self.resume(out);
            self.push_same(out, meant, at);
            self.suspend(out);
        });
        self.resume(out);
    }

    fn open(&mut self, out: &mut String) {
        if let Some((CleanRange(range), address)) = self.waiting.next() {
            self.open = Some((range.end, address));
            self.resume(out);
        }
    }

    fn close(&mut self, out: &mut String) {
        self.suspend(out);
        self.open = None;
    }

    /// Closes the tag of an open link that continues after what is written next: elements must
    /// nest.
    fn suspend(&self, out: &mut String) {
        if self.open.is_some() {
            out.push_str("</a>");
        }
    }

    /// Opens the tag of the open link, for the first time or again.
    fn resume(&self, out: &mut String) {
        if let Some((_, address)) = &self.open {
            let url = urls::link(self.context.up, address);
            out.push_str(&format!("<a class=\"mention\" href=\"{url}\">"));
        }
    }
}

/// An edit: the verbatim words and what the clean text has instead.
struct EditMarkup<'a> {
    heard: &'a str,
    meant: &'a str,
    rule: Rule,
}

impl EditMarkup<'_> {
    /// Writes `<del>` and, where there is a replacement, `<ins>`; `put_in` writes the text of the
    /// latter.
    fn push(
        &self,
        out: &mut String,
        context: RenderContext<'_>,
        put_in: impl FnOnce(&mut String, &str),
    ) {
        let Self { heard, meant, rule } = *self;
        let name = rule.name();
        let text = |kind: &str| context.strings.get(&format!("{kind}_{name}")).to_owned();
        let (sign, mut why) = (text("sign"), text("why"));
        if !meant.is_empty() {
            why =
                context.strings.get("why_instead").replace("{why}", &why).replace("{heard}", heard);
        }
        let open = |out: &mut String, tag: &str, last: bool| {
            out.push_str(&format!("<{tag} data-rule=\"{name}\" title=\""));
            push_escaped(out, &why);
            if last {
                out.push_str("\" data-sign=\"");
                push_escaped(out, &sign);
            }
            out.push_str("\">");
        };
        open(out, "del", meant.is_empty());
        push_text(out, heard, context);
        out.push_str("</del>");
        if !meant.is_empty() {
            open(out, "ins", true);
            put_in(out, meant);
            out.push_str("</ins>");
        }
    }
}

/// Writes text, with runs of English marked by `lang`.
fn push_text(out: &mut String, text: &str, context: RenderContext<'_>) {
    let mut at = 0;
    // without `lang`, a screen reader speaks English words with a Chinese voice
    let english = if context.mixed { english_runs::find(text) } else { Vec::new() };
    for range in english {
        push_escaped(out, &text[at..range.start]);
        out.push_str("<span lang=\"en\">");
        push_escaped(out, &text[range.clone()]);
        out.push_str("</span>");
        at = range.end;
    }
    push_escaped(out, &text[at..]);
}
