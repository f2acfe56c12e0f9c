//! Transcripts of Podcasting 2.0 in HTML.
//!
//! ```text
//! transcript = { [ <cite> name [ ":" ] </cite> ] [ <time> clock </time> ] <p> words </p> }
//! ```
//!
//! Source: the transcript formats of the podcast namespace. It is a fragment, or a document whose
//! head is metadata. A voice and a time hold until the next.

use std::ops::Range;

use super::tokens::{self, Token, TokenKind};
use super::{BROKEN, OUTSIDE, is_layout};
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::character_references::ReferenceRules;
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::timecode;
use crate::input::transcript::timed_cues;
use crate::model::ByteUse;

/// Transcripts of Podcasting 2.0 in HTML.
pub(in super::super) const PODCAST_HTML: TranscriptFormat = TranscriptFormat {
    name: "a transcript in HTML",
    extensions: &["html", "htm"],
    only_transcripts: false,
    recognises: |text| {
        let begins = text.trim_start_matches(is_layout).starts_with('<');
        begins && ["<cite", "<time"].iter().any(|tag| text.contains(tag)) && text.contains("<p")
    },
    read,
};

/// The element that a text is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Head,
    Cite,
    Time,
    Words,
}

fn read(builder: &mut TranscriptBuilder<'_>) {
    let mut place = Place::Outside;
    for Token { range, kind } in tokens::tokens(builder.source()) {
        match kind {
            TokenKind::Start { name, closed, .. } => {
                place = match name.as_str() {
                    "cite" => Place::Cite,
                    "time" => Place::Time,
                    "p" | "blockquote" | "li" => {
                        builder.break_at(SpeechBreak::Cue, range.start);
                        Place::Words
                    }
                    "head" | "style" | "script" | "title" if !closed => Place::Head,
                    "br" => {
                        builder.break_at(SpeechBreak::Line, range.start);
                        place
                    }
                    _ => place,
                };
                builder.claim(range, ByteUse::Markup);
            }
            TokenKind::End(name) => {
                let ends = ["cite", "time", "p", "blockquote", "li", "head", "style", "script"];
                if ends.contains(&name.as_str()) {
                    place = Place::Outside;
                }
                builder.claim(range, ByteUse::Markup);
            }
            TokenKind::Text => text(builder, place, range),
            TokenKind::Other => builder.claim(range, ByteUse::Metadata),
            TokenKind::Broken => builder.unread(&BROKEN, range),
        }
    }
}

fn text(builder: &mut TranscriptBuilder<'_>, place: Place, range: Range<usize>) {
    let source = builder.source();
    let words = source[range.clone()].trim_matches(is_layout);
    if words.is_empty() && place != Place::Words {
        return;
    }
    match place {
        Place::Cite => builder.voice(Some(words.trim_end_matches([':', '：']).trim()), range),
        Place::Time => match timecode::parse(words) {
            Some(time) => builder.time(time, range),
            None => builder.unread(&OUTSIDE, range),
        },
        Place::Words => {
            timed_cues::say(builder, tokens::words(source, range, ReferenceRules::Html));
        }
        Place::Head => builder.claim(range, ByteUse::Metadata),
        Place::Outside => builder.unread(&OUTSIDE, range),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Code;
    use crate::input::transcript::test_reading::{codes, timed};

    #[test]
    fn names_and_times_stand_before_the_words() {
        let source = "<cite>甲一:</cite>\n<time>0:00</time>\n<p>大家好。</p>\n<cite>乙二 :</cite>\n\
            <time>0:09</time>\n<p>第一张是&quot;河流&quot;吗？we&#39;re\n here</p>\n";
        assert_eq!(
            timed("a.html", source),
            [
                (Some(0), Some("甲一"), "大家好。"),
                (Some(9000), Some("乙二"), "第一张是\"河流\"吗？we're here")
            ]
            .map(|(at, who, said)| (at, who.map(str::to_owned), said.to_owned()))
        );
        assert!(codes("a.html", source).is_empty());
        assert_eq!(codes("a.html", &format!("{source}<div>说了</div>")), [Code::NotUnderstood]);
    }
}
