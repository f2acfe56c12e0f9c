//! Timed Text Markup Language: `.ttml`, `.dfxp`, `.xml`.
//!
//! ```text
//! <tt> <head> … </head> <body> <div begin> <p begin end dur agent> words <span begin> … </p>
//! ```
//!
//! Source: <https://www.w3.org/TR/ttml2/>. A `<p>` is a cue, `<br/>` ends a line. Times count from
//! those of the element around it; Apple writes absolute ones, which is told by a `<p>` that would
//! end after its `<div>` does. `ttm:agent` names an agent of the head, whose `ttm:name` is the
//! voice. Whatever else the head has is metadata.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tokens::{self, Token, TokenKind};
use super::ttml_times::Clock;
use super::{BROKEN, OUTSIDE, begins_with_tag, is_layout, local};
use crate::diagnostics::Code;
use crate::input::transcript::builder::TranscriptBuilder;
use crate::input::transcript::character_references::ReferenceRules;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::timed_cues::{self, CuePiece, TimedCue};
use crate::input::transcript::unread::UnreadKind;
use crate::model::{ByteUse, Milliseconds};

/// Timed Text Markup Language.
pub(in super::super) const TTML: TranscriptFormat = TranscriptFormat {
    name: "timed text (TTML)",
    extensions: &["ttml", "dfxp", "xml"],
    only_transcripts: true,
    recognises: |text| begins_with_tag(text, &["tt"]),
    read,
};

const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the times of this paragraph cannot be read",
    "the times of {n} paragraphs cannot be read",
    "a time is written 00:01:02.345 or 62.3s; what the paragraph says is kept",
);

/// An element around words that has times.
#[derive(Clone, Copy, Debug, Default)]
struct Timing {
    begin: Milliseconds,
    end: Option<Milliseconds>,
}

struct Reader<'b, 'a> {
    builder: &'b mut TranscriptBuilder<'a>,
    clock: Clock,
    /// The names of agents by id, and the id of the agent that is being read.
    agents: BTreeMap<String, String>,
    agent: Option<String>,
    in_body: bool,
    /// The elements around a paragraph.
    around: Vec<Timing>,
    /// The paragraph that is being read.
    cue: Option<TimedCue>,
    cues: Vec<TimedCue>,
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let source = builder.source();
    let mut reader = Reader {
        builder,
        clock: Clock::of(&BTreeMap::new()),
        agents: BTreeMap::new(),
        agent: None,
        in_body: false,
        around: Vec::new(),
        cue: None,
        cues: Vec::new(),
    };
    for token in tokens::tokens(source) {
        reader.token(token);
    }
    reader.end_cue();
    let cues = std::mem::take(&mut reader.cues);
    timed_cues::build(builder, cues);
}

impl Reader<'_, '_> {
    fn token(&mut self, Token { range, kind }: Token) {
        match kind {
            TokenKind::Start { name, attributes, closed } => {
                self.builder.claim(range.clone(), ByteUse::Markup);
                self.start(local(&name), &attributes, range);
                if closed {
                    self.end(local(&name));
                }
            }
            TokenKind::End(name) => {
                self.builder.claim(range, ByteUse::Markup);
                self.end(local(&name));
            }
            TokenKind::Text => self.text(range),
            TokenKind::Other => self.other(range),
            TokenKind::Broken => self.builder.unread(&BROKEN, range),
        }
    }

    fn start(&mut self, name: &str, attributes: &BTreeMap<String, String>, range: Range<usize>) {
        match name {
            "tt" => {
                self.clock = Clock::of(attributes);
                if let Some(language) = attributes.get("xml:lang").filter(|l| !l.is_empty()) {
                    self.builder.language(language);
                }
            }
            "agent" => self.agent = attributes.get("xml:id").cloned(),
            "body" | "div" => {
                self.in_body = true;
                let timing = self.timing(attributes).unwrap_or_default();
                self.around.push(timing);
            }
            "p" => {
                self.end_cue();
                self.begin_cue(attributes, range);
            }
            "span" => {
                let begin = attributes.get("begin").and_then(|text| self.clock.parse(text));
                if let Some(cue) = self.cue.as_mut().filter(|cue| cue.start.is_none()) {
                    cue.start = begin;
                }
            }
            "br" => {
                if let Some(cue) = &mut self.cue {
                    cue.pieces.push(CuePiece::LineEnd(range.start));
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "agent" => self.agent = None,
            "body" | "div" => drop(self.around.pop()),
            "p" => self.end_cue(),
            _ => {}
        }
    }

    /// The times of an element, counted from the beginning of the recording.
    fn timing(&self, attributes: &BTreeMap<String, String>) -> Option<Timing> {
        let time = |name: &str| attributes.get(name).and_then(|text| self.clock.parse(text));
        let around = self.around.last().copied().unwrap_or_default();
        let begin = time("begin")?;
        let end =
            time("end").or_else(|| Some(Milliseconds(begin.0.saturating_add(time("dur")?.0))));
        let last = end.unwrap_or(begin).0;
        let is_absolute = around
            .end
            .is_some_and(|limit| around.begin.0.saturating_add(last) > limit.0 && last <= limit.0);
        let base = if is_absolute { 0 } else { around.begin.0 };
        let later = |time: Milliseconds| Milliseconds(time.0.saturating_add(base));
        Some(Timing { begin: later(begin), end: end.map(later) })
    }

    fn begin_cue(&mut self, attributes: &BTreeMap<String, String>, range: Range<usize>) {
        let timing = self.timing(attributes);
        if timing.is_none() && attributes.contains_key("begin") {
            self.builder.report(&BAD_TIME, range.clone());
        }
        let agent = attributes.get("ttm:agent").and_then(|id| {
            let id = id.split_whitespace().next()?.trim_start_matches('#');
            Some(self.agents.get(id).cloned().unwrap_or_else(|| id.to_owned()))
        });
        self.cue = Some(TimedCue {
            start: timing.map(|timing| timing.begin),
            end: timing.and_then(|timing| timing.end),
            voice: agent.map(|name| (name, range.start..range.start)),
            time: range,
            pieces: Vec::new(),
        });
    }

    fn end_cue(&mut self) {
        self.cues.extend(self.cue.take());
    }

    fn text(&mut self, range: Range<usize>) {
        let words = self.builder.source()[range.clone()].trim_matches(is_layout);
        if let Some(cue) = &mut self.cue {
            cue.pieces.extend(tokens::words(
                self.builder.source(),
                range,
                ReferenceRules::WithSemicolon,
            ));
        } else if !self.in_body {
            if let Some(agent) = self.agent.clone().filter(|_| !words.is_empty()) {
                self.agents.entry(agent).or_insert_with(|| words.to_owned());
            }
            self.builder.claim(range, ByteUse::Metadata);
        } else if !words.is_empty() {
            self.builder.unread(&OUTSIDE, range);
        }
    }

    /// A comment or a declaration; in XML, what stands in `<![CDATA[` is text.
    fn other(&mut self, range: Range<usize>) {
        let text = &self.builder.source()[range.clone()];
        let data = text.strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>"));
        match (data, &mut self.cue) {
            (Some(data), Some(cue)) => {
                let start = range.start + "<![CDATA[".len();
                cue.pieces.push(CuePiece::Said(start..start + data.len()));
                self.builder.claim(range, ByteUse::Markup);
            }
            (Some(_), None) if self.in_body => self.builder.unread(&OUTSIDE, range),
            _ => self.builder.claim(range, ByteUse::Metadata),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::input::transcript::test_reading::{codes, timed};

    #[test]
    fn paragraphs_are_cues_with_the_agents_voices() {
        let source = "<?xml version=\"1.0\"?>\n<tt xml:lang=\"zh\" ttp:frameRate=\"25\">\n\
            <head><ttm:title>图</ttm:title>\n<ttm:agent xml:id=\"v1\"><ttm:name>甲</ttm:name>\
            </ttm:agent></head>\n<body><div begin=\"1s\">\n\
            <p begin=\"00:00:00.340\" end=\"2s\" ttm:agent=\"v1\">大家<br/>来到\
            <span>地图</span>\n  论坛</p>\n\
            <p begin=\"00:00:03:15\"><span begin=\"0s\">第一张</span> \
            <span>河流 &amp; 湖</span></p>\n\
            <p begin=\"一\"><![CDATA[谢 <谢]]></p>\n</div></body></tt>\n";
        assert_eq!(
            timed("a.ttml", source),
            [
                (Some(1340), Some("甲"), "大家来到地图论坛"),
                (Some(4600), None, "第一张 河流 & 湖 谢 <谢"),
            ]
            .map(|(at, who, said)| (at, who.map(str::to_owned), said.to_owned()))
        );
        assert_eq!(codes("a.ttml", source), [Code::BadTime]);
        let outside = source.replace("</div>", "说了</div>");
        assert_eq!(codes("a.ttml", &outside), [Code::BadTime, Code::NotUnderstood]);
    }

    #[test]
    fn times_that_would_end_after_their_division_are_absolute() {
        let source = "<tt><body><div begin=\"10s\" end=\"20s\"><p begin=\"12s\" end=\"14s\">一</p>\
            </div></body></tt>";
        assert_eq!(timed("a.ttml", source), [(Some(12_000), None, "一".to_owned())]);
    }
}
