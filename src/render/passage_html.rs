//! HTML of a page's blocks, as they were read back from its Markdown.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::ops::Range;
use std::slice;

use serde::Serialize;

use super::views::analysis::WatchView;
use crate::html_escape::push_escaped;
use crate::markdown::{Block, Passage, TextRun};
use crate::text::{Rule, english_runs};
use crate::ui_strings::UiStrings;
use crate::urls;

/// The context in which blocks are rendered.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The way from the page to the top of the site.
    pub up: &'a str,
    /// Words of the interface, which name the rules.
    pub strings: &'a UiStrings,
    /// Whether English words stand among others and are marked as English.
    pub mixed: bool,
    /// The annotations of each passage, by its permalink.
    pub annotations: &'a BTreeMap<String, Annotations>,
}

/// What a passage shows that its Markdown does not have.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Who is spoken of: a byte range of the clean text, and the address of their page.
    pub mentions: Vec<(Range<usize>, String)>,
    /// Where the words are corrected.
    pub edit: Option<String>,
    /// Where a mistake is reported.
    pub report: Option<String>,
    /// When it begins in the recording.
    pub watch: Option<WatchView>,
}

/// A turn of a page with its blocks.
#[derive(Debug, Serialize)]
pub struct TurnView {
    /// The permalink of the turn.
    pub anchor: String,
    /// The speaker's name, or words for that nobody is named.
    pub name: String,
    /// The speaker's page, where it is known who speaks.
    pub url: Option<String>,
    /// The passages and images.
    pub blocks: Vec<BlockView>,
    /// Its first second in the recording, where that is known.
    pub watch: Option<WatchView>,
    /// What search engines read of the turn, as JSON that can stand in a `<script>`.
    pub ld: Option<String>,
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
        /// Where the words are corrected.
        edit: Option<String>,
        /// Where a mistake is reported.
        report: Option<String>,
        /// Its first second in the recording, where that is known and no heading has it.
        watch: Option<WatchView>,
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
pub fn turns(blocks: &[Block], context: RenderContext<'_>) -> Vec<TurnView> {
    sections(blocks, context).into_iter().flat_map(|section| section.turns).collect()
}

/// The sections of a run of blocks; what stands before the first has an empty title.
pub fn sections(blocks: &[Block], context: RenderContext<'_>) -> Vec<SectionView> {
    let mut sections: Vec<SectionView> = Vec::new();
    for block in blocks {
        if let Block::Section { title, url } = block {
            let (title, url) = (title.clone(), urls::file(url));
            sections.push(SectionView { title, url, turns: Vec::new() });
            continue;
        }
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
        silent: passage.clean().trim().is_empty(),
        edit: annotations.and_then(|own| own.edit.clone()),
        report: annotations.and_then(|own| own.report.clone()),
        watch,
    });
}

/// The text of a passage; what is left out in `<del>`, what is put in in `<ins>`, each naming its
/// rule in `data-rule` and in words in `title`. The last of a change has its sign in `data-sign`.
/// Anchors of older permalinks stand before it all; whoever is spoken of is linked to.
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
        at += match run {
            TextRun::Same(text) => text.len(),
            TextRun::Changed { meant, .. } => meant.len(),
        };
    }
    links.close(&mut out);
    out
}

/// The links to those who are spoken of, as a passage is gone through.
struct MentionLinks<'a> {
    waiting: Peekable<slice::Iter<'a, (Range<usize>, String)>>,
    /// Where in the clean text the open link ends, and where it leads.
    open: Option<(usize, &'a String)>,
    context: RenderContext<'a>,
}

impl MentionLinks<'_> {
    /// Words that were said so, from byte `at` of the clean text on.
    fn push_same(&mut self, out: &mut String, text: &str, at: usize) {
        let end = at + text.len();
        let mut from = at;
        while from < end {
            if let Some((until, _)) = self.open {
                let to = until.min(end);
                push_said(out, &text[from - at..to - at], self.context);
                from = to;
                if to == until {
                    self.close(out);
                }
            } else if let Some(start) =
                self.waiting.peek().map(|(r, _)| r.start).filter(|s| *s < end)
            {
                push_said(out, &text[from - at..start.max(from) - at], self.context);
                from = start.max(from);
                self.open(out);
            } else {
                push_said(out, &text[from - at..], self.context);
                from = end;
            }
        }
    }

    /// A change that is a name or a part of one stands whole within its link. Of a longer one the
    /// name alone is a link, within what was put in; a name that goes on beyond it is linked on.
    fn push_changed(&mut self, out: &mut String, change: &EditMarkup<'_>, at: usize) {
        let end = at + change.meant.len();
        let begins = |(range, _): &&(Range<usize>, String)| range.start <= at && range.end >= end;
        let covered = match &self.open {
            Some((until, _)) => *until >= end,
            None => at < end && self.waiting.peek().is_some_and(begins),
        };
        if covered {
            if self.open.is_none() {
                self.open(out);
            }
            change.push(out, self.context, |out, meant| push_said(out, meant, self.context));
            if self.open.as_ref().is_some_and(|(until, _)| at < end && *until == end) {
                self.close(out);
            }
            return;
        }
        self.interrupt(out);
        change.push(out, self.context, |out, meant| {
            self.go_on(out);
            self.push_same(out, meant, at);
            self.interrupt(out);
        });
        self.go_on(out);
    }

    fn open(&mut self, out: &mut String) {
        if let Some((range, address)) = self.waiting.next() {
            self.open = Some((range.end, address));
            self.go_on(out);
        }
    }

    fn close(&mut self, out: &mut String) {
        self.interrupt(out);
        self.open = None;
    }

    /// Writes the end of an open link that goes on after what comes next.
    fn interrupt(&self, out: &mut String) {
        if self.open.is_some() {
            out.push_str("</a>");
        }
    }

    /// Writes the beginning of the open link, or of what follows of it.
    fn go_on(&self, out: &mut String) {
        if let Some((_, address)) = &self.open {
            let url = urls::link(self.context.up, address);
            out.push_str(&format!("<a class=\"mention\" href=\"{url}\">"));
        }
    }
}

/// What was heard, and what is read instead.
struct EditMarkup<'a> {
    heard: &'a str,
    meant: &'a str,
    rule: Rule,
}

impl EditMarkup<'_> {
    /// Writes what was left out and what was put in; `put_in` writes the words of the latter.
    fn push(
        &self,
        out: &mut String,
        context: RenderContext<'_>,
        put_in: impl FnOnce(&mut String, &str),
    ) {
        let Self { heard, meant, rule } = *self;
        let name = rule.name();
        let word = |kind: &str| context.strings.get(&format!("{kind}_{name}")).to_owned();
        let (sign, mut why) = (word("sign"), word("why"));
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
        push_said(out, heard, context);
        out.push_str("</del>");
        if !meant.is_empty() {
            open(out, "ins", true);
            put_in(out, meant);
            out.push_str("</ins>");
        }
    }
}

/// Words as they were said, English among others marked as English.
fn push_said(out: &mut String, text: &str, context: RenderContext<'_>) {
    let mut at = 0;
    let english = if context.mixed { english_runs::english(text) } else { Vec::new() };
    for range in english {
        push_escaped(out, &text[at..range.start]);
        out.push_str("<span lang=\"en\">");
        push_escaped(out, &text[range.clone()]);
        out.push_str("</span>");
        at = range.end;
    }
    push_escaped(out, &text[at..]);
}
