//! Makes the pages of a forum from its record.

use super::page_model::{
    Block, MarkdownPage, MetaPassage, MetaSpeaker, PageMeta, Passage, TextRun,
};
use crate::diagnostics::SourceMap;
use crate::model::record::{self, Record};
use crate::model::{
    Forum, ForumPage, Site, TalkIndex, TextOffset, TextOwner, TextRange, TranscriptImage, Turn,
    TurnIndex,
};
use crate::text::{Segment, segments};
use crate::urls;

/// Interface texts that pages contain.
#[derive(Clone, Debug)]
pub struct ComposeStrings {
    /// Heading of a turn whose speaker is not known.
    pub unnamed: String,
}

/// What the pages of a forum are made from.
#[derive(Clone, Copy)]
pub struct PageComposer<'a> {
    /// For the names of speakers.
    pub site: &'a Site,
    /// The forum.
    pub forum: &'a Forum,
    /// The edited passages of the forum.
    pub record: &'a Record,
    /// For line numbers.
    pub sources: &'a SourceMap,
    /// Interface texts.
    pub strings: &'a ComposeStrings,
}

impl PageComposer<'_> {
    /// The page of a talk: the host's introduction, then the record.
    pub fn talk(&self, number: TalkIndex) -> MarkdownPage {
        let talk = &self.forum.talks[number];
        let introduction = self.blocks(|turn| turn.owner == TextOwner::Host(Some(number)));
        let body = self.blocks(|turn| turn.owner == TextOwner::Talk(number));
        let speakers = talk.speakers.iter().map(|appearance| {
            let speaker = &self.site.speakers[appearance.speaker];
            MetaSpeaker {
                id: speaker.id.clone(),
                name: speaker.name.clone(),
                title: appearance.title.clone(),
                affiliation: appearance.affiliation.clone(),
                verified: speaker.verified,
            }
        });
        let meta = PageMeta {
            title: talk.title.clone(),
            session: Some(self.forum.sessions[talk.session].title.clone()),
            kind: talk.kind.name().to_owned(),
            date: talk.dates.map(|dates| dates.to_string()),
            speakers: speakers.collect(),
            source: self.source(talk.range),
            ..self.meta()
        };
        with_passages(MarkdownPage { meta, introduction, body })
    }

    /// The page of the hosts' words, in a section for each talk that they introduce. `title` is the
    /// title of the page, `closing` that of the section after the last talk.
    pub fn hosts(&self, title: &str, closing: &str) -> MarkdownPage {
        let mut body = Vec::new();
        // `None` stands for the words after the last talk, which introduce none
        let introduced = self.forum.talks.indices().map(Some).chain([None]);
        for talk in introduced {
            let blocks = self.blocks(|turn| turn.owner == TextOwner::Host(talk));
            if blocks.is_empty() {
                continue;
            }
            let (title, url) = match talk.map(|t| &self.forum.talks[t]) {
                Some(talk) => (talk.title.clone(), format!("../{}/", talk.id)),
                None => (closing.to_owned(), "../".to_owned()),
            };
            body.push(Block::Section { title, url });
            body.extend(blocks);
        }
        self.whole(title, ForumPage::HOST_ID, body)
    }

    /// The page of the whole record in transcript order, hosts and cuts included. `cut` is what the
    /// titles of cuts begin with, `host` the title of the hosts' sections.
    pub fn record(&self, title: &str, cut: &str, host: &str) -> MarkdownPage {
        let mut body = Vec::new();
        let mut owner = None;
        for (number, turn) in self.forum.turns.enumerated() {
            if owner != Some(turn.owner) {
                owner = Some(turn.owner);
                let (title, url) = match turn.owner {
                    TextOwner::Talk(talk) => {
                        let talk = &self.forum.talks[talk];
                        (talk.title.clone(), format!("../{}/", talk.id))
                    }
                    TextOwner::Host(_) => (host.to_owned(), "../host/".to_owned()),
                    TextOwner::Cut(number) => {
                        // a cut has no page of its own; the overview of the forum lists it with its
                        // reason
                        (format!("{cut}{}", self.forum.cuts[number]), "../".to_owned())
                    }
                };
                body.push(Block::Section { title, url });
            }
            self.push_turn(&mut body, number, turn);
        }
        self.whole(title, "record", body)
    }

    fn whole(&self, title: &str, kind: &str, body: Vec<Block>) -> MarkdownPage {
        let meta = PageMeta {
            title: title.to_owned(),
            kind: kind.to_owned(),
            source: self.source(self.forum.transcript.whole()),
            ..self.meta()
        };
        with_passages(MarkdownPage { meta, introduction: Vec::new(), body })
    }

    fn meta(&self) -> PageMeta {
        PageMeta {
            forum: self.forum.title.clone(),
            date: self.forum.dates.map(|d| d.to_string()),
            ..PageMeta::default()
        }
    }

    /// The lines of the transcript that have a range: `transcript.md:95-213`.
    fn source(&self, range: TextRange) -> String {
        let transcript = &self.forum.transcript;
        let name = self.sources.path(transcript.file).rsplit('/').next().unwrap_or_default();
        let first = transcript.line_number(range.start, self.sources);
        // the end is exclusive, and an empty range has no last byte; only the line counts, so it
        // does not matter that the offset may be within a character
        let last = TextOffset(range.end.max(range.start.plus(1)).0 - 1);
        let last = transcript.line_number(last, self.sources);
        format!("{name}:{first}-{last}")
    }

    fn blocks(&self, belongs: impl Fn(&Turn) -> bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (number, turn) in self.forum.turns.enumerated() {
            if belongs(turn) {
                self.push_turn(&mut blocks, number, turn);
            }
        }
        blocks
    }

    /// Appends a turn: its heading, unless the same speaker continues after a cut, its passages and
    /// its images.
    fn push_turn(&self, blocks: &mut Vec<Block>, number: TurnIndex, turn: &Turn) {
        let heading = self.heading(turn);
        let current =
            // a section counts as well: after its heading the name has to stand again
            blocks.iter().rev().find(|b| matches!(b, Block::Turn { .. } | Block::Section { .. }));
        if current != Some(&heading) {
            blocks.push(heading);
        }
        let images = self.images(turn);
        let mut images = images.iter().peekable();
        for passage in self.record.of_turn(number) {
            // a passage is one paragraph and cannot be divided: an image within it comes after it
            while let Some(image) = images.next_if(|i| i.at <= passage.range.start) {
                blocks.push(self.image(image));
            }
            blocks.push(Block::Passage(self.passage(passage)));
        }
        blocks.extend(images.map(|image| self.image(image)));
    }

    fn heading(&self, turn: &Turn) -> Block {
        match turn.speaker.map(|s| &self.site.speakers[s]) {
            Some(speaker) => {
                Block::Turn { speaker: Some(speaker.id.clone()), name: speaker.name.clone() }
            }
            None => Block::Turn { speaker: None, name: self.strings.unnamed.clone() },
        }
    }

    /// The images of a turn: those before one of its characters, and for the last turn those at the
    /// end of the text.
    fn images(&self, turn: &Turn) -> Vec<&TranscriptImage> {
        let end = self.forum.transcript.end();
        let belongs =
            |at: TextOffset| turn.range.contains(at) || (at == end && turn.range.end == end);
        self.forum.transcript.images.iter().filter(|image| belongs(image.at)).collect()
    }

    fn image(&self, image: &TranscriptImage) -> Block {
        let there = self.forum.images.contains(&image.path);
        // the comment that stands for a missing image has no alternative text, so none could be
        // read back
        let alt = if there { image.alt.clone() } else { String::new() };
        Block::Image { path: urls::beside(&image.path), alt, there }
    }

    fn passage(&self, passage: &record::Passage) -> Passage {
        let text = passage.verbatim(self.forum);
        let run = |segment: Segment<'_>| {
            let heard = segment.verbatim(text).to_owned();
            match segment {
                Segment::Unchanged(_) => TextRun::Same(heard),
                Segment::Edited(edit) => {
                    TextRun::Changed { heard, meant: edit.meant.clone(), rule: edit.rule }
                }
            }
        };
        let runs = segments(text.len(), &passage.edits).map(run).collect();
        let line = self.forum.transcript.line_number(passage.range.start, self.sources);
        let (id, formerly) = (passage.id.clone(), passage.formerly.clone());
        Passage { id, formerly, line, runs }
    }
}

/// Adds to the front matter the line and the rules of each passage, which its text does not have.
fn with_passages(mut page: MarkdownPage) -> MarkdownPage {
    let passages = page.passages().map(|passage| {
        let letters = passage.runs.iter().filter_map(|run| match run {
            TextRun::Changed { rule, .. } => Some(rule.letter()),
            TextRun::Same(_) => None,
        });
        MetaPassage { id: passage.id.clone(), line: passage.line, changes: letters.collect() }
    });
    page.meta.passages = passages.collect();
    page
}
