//! Words that were probably misheard, for `gen terms`.

use super::{Options, read};
use crate::analysis::heard_otherwise::{self, SoundLikeness};
use crate::diagnostics::{Diagnostic, Problems, SourceMap, sort};
use crate::model::{Forum, TextRange};

/// What [`terms`] found.
#[derive(Debug)]
pub struct TermsReport {
    /// The problems of the content, sorted by file and place.
    pub problems: Vec<Diagnostic>,
    /// The texts that they point into.
    pub sources: SourceMap,
    /// The forums with their terms; nothing where the content has errors.
    pub forums: Option<Vec<TermsOfForum>>,
}

/// The words of a forum that were probably misheard.
#[derive(Clone, Debug)]
pub struct TermsOfForum {
    /// The forum's id.
    pub forum: String,
    /// The name of the second transcript, where there is one.
    pub second: Option<String>,
    /// The terms, the surest first.
    pub terms: Vec<MisheardTerm>,
}

/// A word that was probably misheard, and what was probably meant.
#[derive(Clone, Debug)]
pub struct MisheardTerm {
    /// The words of the transcript.
    pub heard: String,
    /// The words that were probably said.
    pub meant: String,
    /// How alike they sound.
    pub sound: SoundLikeness,
    /// Why they are proposed, in one clause.
    pub reason: String,
    /// Where the transcript has them: line and column, from 1.
    pub places: Vec<(usize, usize)>,
    /// From 0 to 100.
    pub confidence: u8,
}

/// Finds the words of every forum that were probably misheard.
pub fn terms(options: &Options) -> TermsReport {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::new());
    let input = read::read(options, &mut sources, &mut problems);
    sort(&mut problems, &sources);
    let forums = input.map(|input| {
        let forums = input.site.forums.iter();
        forums.map(|forum| of_forum(forum, &input, &sources)).collect()
    });
    TermsReport { problems, sources, forums }
}

fn of_forum(forum: &Forum, input: &read::Input, sources: &SourceMap) -> TermsOfForum {
    let second = forum.second.as_ref().map(|second| second.name.clone());
    let found = heard_otherwise::find(forum, &input.segmenter).into_iter().map(|term| {
        let what = if term.is_site_word { ", a word of the site" } else { "" };
        let name = second.as_deref().unwrap_or_default();
        let place = |range: &TextRange| {
            let at = forum.transcript.source_offset(range.start);
            let place = sources.place(forum.transcript.file, at);
            (place.line, place.column)
        };
        MisheardTerm {
            reason: format!("`{name}` has `{}` there{what}", term.meant),
            places: term.places.iter().map(place).collect(),
            heard: term.heard,
            meant: term.meant,
            sound: term.sound,
            confidence: term.confidence,
        }
    });
    TermsOfForum { forum: forum.id.clone(), terms: found.collect(), second }
}
