//! Debates in Akoma Ntoso: `.xml`, as SayIt and archive.tw publish speeches.
//!
//! ```text
//! <akomaNtoso> <debate> <meta> … <TLCPerson id showAs/> … </meta>
//!   <debateBody> <debateSection> <heading/>
//!     { <speech by="#id"> [ <from/> ] { <p/> } | <narrative/> }
//! ```
//!
//! Source: Akoma Ntoso 1.0, OASIS LegalDocML. The words of a speech are its paragraphs; `by` names
//! a person of the references, whose `showAs` is the voice, or whose id is. Headings are metadata.
//! Narratives and other remarks of the editors are no speech: they are reported and left out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tokens::{self, Token, TokenKind};
use super::{BROKEN, OUTSIDE, begins_with_tag, is_layout, local};
use crate::diagnostics::Code;
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::character_references::ReferenceRules;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::timed_cues;
use crate::input::transcript::unread::UnreadKind;
use crate::model::ByteUse;

/// Debates in Akoma Ntoso.
pub(in super::super) const AKOMA_NTOSO: TranscriptFormat = TranscriptFormat {
    name: "a debate in Akoma Ntoso",
    extensions: &["xml"],
    only_transcripts: false,
    recognises: |text| begins_with_tag(text, &["akomantoso"]),
    read,
};

const REMARK: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "a remark that nobody said is left out",
    "{n} remarks that nobody said are left out",
    "put it into a `<speech>` if it was said",
);
/// Elements that have words of a speech.
const SPEECHES: [&str; 4] = ["speech", "question", "answer", "speechgroup"];

#[derive(Default)]
struct Reader {
    /// What each person is called, by id.
    people: BTreeMap<String, String>,
    in_body: bool,
    /// How many elements with words are open around the text.
    speeches: usize,
    /// Whether the text is a heading, or the name of the speaker above a speech.
    in_heading: bool,
    in_from: bool,
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let mut reader = Reader::default();
    for Token { range, kind } in tokens::tokens(builder.source()) {
        match kind {
            TokenKind::Start { name, attributes, closed } => {
                builder.claim(range.clone(), ByteUse::Markup);
                reader.start(builder, local(&name), &attributes, range);
                if closed {
                    reader.end(local(&name));
                }
            }
            TokenKind::End(name) => {
                builder.claim(range, ByteUse::Markup);
                reader.end(local(&name));
            }
            TokenKind::Text => reader.text(builder, range),
            TokenKind::Other => builder.claim(range, ByteUse::Metadata),
            TokenKind::Broken => builder.unread(&BROKEN, range),
        }
    }
}

impl Reader {
    fn start(
        &mut self,
        builder: &mut TranscriptBuilder<'_>,
        name: &str,
        attributes: &BTreeMap<String, String>,
        range: Range<usize>,
    ) {
        match name {
            "tlcperson" => {
                let id = attributes.get("eid").or_else(|| attributes.get("id"));
                if let (Some(id), Some(shown)) = (id, attributes.get("showas")) {
                    self.people.insert(id.clone(), shown.clone());
                }
            }
            "debatebody" => self.in_body = true,
            "heading" | "num" | "subheading" => self.in_heading = true,
            "from" => self.in_from = true,
            "p" => builder.break_at(SpeechBreak::Cue, range.start),
            "br" | "eol" => builder.break_at(SpeechBreak::Line, range.start),
            name if SPEECHES.contains(&name) => {
                self.speeches += 1;
                builder.break_at(SpeechBreak::Cue, range.start);
                let by = attributes.get("by").map(|by| by.trim_start_matches('#'));
                let voice = by.map(|id| self.people.get(id).map_or(id, String::as_str));
                builder.voice(voice, range.start..range.start);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "heading" | "num" | "subheading" => self.in_heading = false,
            "from" => self.in_from = false,
            name if SPEECHES.contains(&name) => self.speeches = self.speeches.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&self, builder: &mut TranscriptBuilder<'_>, range: Range<usize>) {
        let source = builder.source();
        let is_blank = source[range.clone()].trim_matches(is_layout).is_empty();
        if !self.in_body || self.in_heading {
            builder.claim(range, ByteUse::Metadata);
        } else if self.in_from {
            builder.claim(range, ByteUse::Label);
        } else if self.speeches > 0 {
            timed_cues::say(builder, tokens::words(source, range, ReferenceRules::WithSemicolon));
        } else if !is_blank {
            let kind = if self.in_body { &REMARK } else { &OUTSIDE };
            builder.unread(kind, range);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::input::transcript::test_reading::{codes, timed};

    #[test]
    fn speeches_are_the_words_of_their_persons() {
        let source = "<akomaNtoso><debate><meta><references>\
            <TLCPerson href=\"/x\" id=\"a\" showAs=\"甲一\"></TLCPerson></references></meta>\
            <debateBody><debateSection><heading>会议</heading>\
            <narrative><p>（参考资料）</p></narrative>\n<speech by=\"#a\"><from>甲</from>\
            <p>大家好。</p>\n<p>we <b>are</b></p></speech>\n\
            <speech by=\"#乙二\"><p>好的</p></speech>\
            </debateSection></debateBody></debate></akomaNtoso>";
        assert_eq!(
            timed("a.xml", source),
            [(None, Some("甲一"), "大家好。we are"), (None, Some("乙二"), "好的")]
                .map(|(at, who, said)| (at, who.map(str::to_owned), said.to_owned()))
        );
        assert_eq!(codes("a.xml", source), [Code::NotUnderstood]);
    }
}
