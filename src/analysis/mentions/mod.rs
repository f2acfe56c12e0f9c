//! Mentions: places where a speaker is spoken of.
//!
//! A full name refers to its bearer on the whole site; so does a misrecognised spelling
//! (`heard_as`), unless it is an ordinary word too. The forms in `called` hold within their forum
//! or talk. A surname with a title (陶院士) refers to somebody if exactly one person of the forum
//! fits. What could refer to two people (陈总), is an ordinary word (前程), or sounds like somebody
//! else's name (副总 for 傅总) is no mention; a note says where it is.
//!
//! Mentions are found in the clean text, since there names are corrected. Part of a longer word is
//! no mention (张总 in 张总经理), nor is a speaker's own name. Mentions are not written into the
//! Markdown page: they become links when its HTML is made, so that the page stays plain and copied
//! text has no links.

mod honorifics;
mod name_forms;

use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::record::{Passage, Record};
use crate::model::{
    CleanRange, Forum, PassageIndex, Site, SpeakerIndex, TalkIndex, TextOwner, TypedIndex,
};
use crate::text::Segmenter;

pub use honorifics::{addressed, family_and_given};
pub use name_forms::people;
use name_forms::{NameForms, NameMeaning};

/// A place where a speaker is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of the passage in the record.
    pub passage: PassageIndex,
    /// The byte range in the clean text of the passage.
    pub range: CleanRange,
    /// The speaker who is spoken of.
    pub whom: SpeakerIndex,
    /// The speaker who speaks, if known.
    pub by: Option<SpeakerIndex>,
}

/// The mentions of a forum, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// The mentions, sorted by passage.
    pub found: Vec<Mention>,
    /// Notes on forms where it is unclear to whom they refer.
    pub unsure: Vec<Diagnostic>,
}

impl Mentions {
    /// The mentions in a passage.
    pub fn of_passage(&self, passage: PassageIndex) -> &[Mention] {
        let start = self.found.partition_point(|m| m.passage < passage);
        let end = self.found.partition_point(|m| m.passage <= passage);
        &self.found[start..end]
    }
}

/// Finds the mentions of a forum. Passages are read in parallel.
pub fn find(site: &Site, forum: &Forum, record: &Record, segmenter: &Segmenter) -> Mentions {
    let forms = NameForms::of(site, forum, segmenter);
    let reader = MentionFinder { site, forum, forms: &forms, segmenter };
    let passages = record.passages.par_iter().enumerate();
    // collected in the order of the passages, whichever thread read them
    let read: Vec<_> =
        passages.map(|(number, passage)| reader.read(PassageIndex::new(number), passage)).collect();
    let mut mentions = Mentions::default();
    for (found, unsure) in read {
        mentions.found.extend(found);
        mentions.unsure.extend(unsure);
    }
    mentions
}

struct MentionFinder<'a> {
    site: &'a Site,
    forum: &'a Forum,
    forms: &'a NameForms,
    segmenter: &'a Segmenter,
}

impl MentionFinder<'_> {
    fn read(&self, number: PassageIndex, passage: &Passage) -> (Vec<Mention>, Vec<Diagnostic>) {
        let turn = &self.forum.turns[passage.turn];
        let (mut found, mut unsure) = (Vec::new(), Vec::new());
        // no rule runs on a cut, so names in it are as the recogniser wrote them
        if matches!(turn.owner, TextOwner::Cut(_)) {
            return (found, unsure);
        }
        let clean = passage.clean(self.forum);
        for (range, sense) in self.places(&clean, turn.owner.talk()) {
            let whom = match sense {
                NameMeaning::One(whom) => *whom,
                sense => {
                    unsure.extend(self.note(passage, &clean, &range, sense, turn.speaker));
                    continue;
                }
            };
            // a link to the page of the one who speaks would tell nothing
            if turn.speaker != Some(whom) {
                found.push(Mention {
                    passage: number,
                    range: CleanRange(range),
                    whom,
                    by: turn.speaker,
                });
            }
        }
        (found, unsure)
    }

    /// The places of all forms, the longest at each place; none within another or a longer word.
    fn places(&self, clean: &str, talk: Option<TalkIndex>) -> Vec<(Range<usize>, &NameMeaning)> {
        let mut boundaries: Option<Vec<usize>> = None;
        let mut places: Vec<(Range<usize>, &NameMeaning)> = Vec::new();
        let mut taken = 0;
        for (at, first) in clean.char_indices() {
            if at < taken {
                continue;
            }
            let here = self.forms.beginning(first, talk);
            for (form, sense) in here.filter(|(form, _)| clean[at..].starts_with(form.as_str())) {
                let range = at..at + form.len();
                // only once a form is found: cutting a text into words is slow, and many passages
                // name nobody
                let boundaries = boundaries.get_or_insert_with(|| self.segmenter.boundaries(clean));
                let is_part_of_name = is_part(clean, &range, boundaries, self.segmenter)
                    || ends_name(clean, &range, boundaries, self.segmenter);
                if !is_part_of_name {
                    // the longest form that fits is taken, and no shorter one is looked for within
                    // it
                    taken = range.end;
                    places.push((range, sense));
                    break;
                }
            }
        }
        places
    }

    /// The note on a form where it is unclear to whom it refers; none if it could only refer to
    /// the one who speaks.
    fn note(
        &self,
        passage: &Passage,
        clean: &str,
        range: &Range<usize>,
        sense: &NameMeaning,
        by: Option<SpeakerIndex>,
    ) -> Option<Diagnostic> {
        let form = &clean[range.clone()];
        let name = |speaker: &SpeakerIndex| self.site.speakers[*speaker].name.as_str();
        let (why, help) = match sense {
            NameMeaning::One(_) => return None,
            NameMeaning::Several(whom) => (
                format!("it could be {}", whom.iter().map(name).collect::<Vec<_>>().join(" or ")),
                "where only one of them can be meant, say so in `called` of the talk or of the \
                 forum",
            ),
            NameMeaning::Word(whom) if Some(*whom) == by => return None,
            NameMeaning::Word(whom) => (
                format!("it is an ordinary word as well as a spelling of {}", name(whom)),
                "where the name was meant, correct it in corrections.yaml",
            ),
            NameMeaning::Sound(whom) if Some(*whom) == by => return None,
            NameMeaning::Sound(whom) => (
                format!("it sounds like a form of address of {}", name(whom)),
                "where they were meant, correct it in corrections.yaml",
            ),
        };
        // the editor needs the place in the transcript, while the range counts in the clean text
        let span = self.forum.transcript.span(passage.verbatim_range(&CleanRange(range.clone())));
        let message = format!("`{form}` is linked to nobody: {why}");
        Some(Diagnostic::new(Code::MentionUnsure, span, message).help(help))
    }
}

/// Characters that may be next to a name without being part of it, although a word of the site
/// joins them: 感谢傅总的.
const NEIGHBOURS: &str = "的了也就在是和与用说讲问对把给为让请跟同等都还又再有来去这那您你我他总";

/// Conjunctions that may be before a form of address.
const CONJUNCTIONS: &str = "和与跟同";

/// Whether a form is only part of a longer word, or of a run of Latin letters.
fn is_part(text: &str, range: &Range<usize>, boundaries: &[usize], segmenter: &Segmenter) -> bool {
    let (start, end) = (range.start, range.end);
    // either end is tested, since a word may reach over one of them only
    is_within_latin(text, start)
        || is_within_latin(text, end)
        || is_in_word(text, range, word_around(boundaries, start), segmenter)
        || is_in_word(text, range, word_around(boundaries, end), segmenter)
}

/// Single characters for organisations, after which a person of theirs is named: 我们院李教授.
const ORGANISATION_SUFFIXES: &str = "院所校系组司局部厅委";

/// Whether surname and title are the end of a longer name, most likely a misheard one: 布林老师. A
/// noun of a single character is before them then.
fn ends_name(text: &str, form: &Range<usize>, boundaries: &[usize], segmenter: &Segmenter) -> bool {
    if !honorifics::TITLES.iter().any(|(title, _)| text[form.clone()].ends_with(title)) {
        return false;
    }
    // where a word reaches over the start, `is_part` has decided already
    let Ok(place) = boundaries.binary_search(&form.start) else { return false };
    let Some(from) = place.checked_sub(1).map(|before| boundaries[before]) else { return false };
    let before = &text[from..form.start];
    let single = before.chars().nth(1).is_none() && before.chars().all(char::is_alphabetic);
    let noun = |(_, tag): &(&str, &str)| tag.starts_with('n') || *tag == "x";
    // the first character is said twice: 魏魏主任
    let stammer = text[form.start..].starts_with(before);
    single
        && !stammer
        && !before.is_ascii()
        && !ORGANISATION_SUFFIXES.contains(before)
        && segmenter.tag(before).first().is_some_and(noun)
}

/// Whether a place is within a run of Latin letters or digits.
fn is_within_latin(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    matches!((before, after), (Some(b), Some(a))
        if b.is_ascii_alphanumeric() && a.is_ascii_alphanumeric())
}

/// The word around a place; nothing if the place is a boundary of words.
fn word_around(boundaries: &[usize], at: usize) -> Option<Range<usize>> {
    let after = boundaries.binary_search(&at).err()?;
    Some(*boundaries.get(after.checked_sub(1)?)?..*boundaries.get(after)?)
}

/// Whether a form is part of a longer word. A word that only the site has may be part of a sentence
/// from the corrections; there the characters next to the form decide.
fn is_in_word(
    text: &str,
    form: &Range<usize>,
    word: Option<Range<usize>>,
    segmenter: &Segmenter,
) -> bool {
    let Some(word) = word else { return false };
    let whole = &text[word.clone()];
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
    if latin(text[..form.start].chars().next_back()) || latin(text[form.end..].chars().next()) {
        return false;
    }
    if !segmenter.is_site_word(whole) || segmenter.is_in_dictionary(whole) {
        // in 陈总和田老师 jieba sees 和田, the name of a place
        let joined = text[word.start..form.start.max(word.start)].chars().collect::<Vec<_>>();
        return !(word.end < form.end
            && matches!(joined.as_slice(), [c] if CONJUNCTIONS.contains(*c)));
    }
    let stands_alone = |beside: Option<&str>| {
        beside.is_none_or(|b| b.chars().nth(1).is_some() || NEIGHBOURS.contains(b))
    };
    // a correction may take in only one end of the form: 有请魏 before 所长
    let before = segmenter.cut(&text[word.start.min(form.start)..form.start]).pop();
    let after = segmenter.cut(&text[form.end..word.end.max(form.end)]).into_iter().next();
    !(stands_alone(before) && stands_alone(after))
}
