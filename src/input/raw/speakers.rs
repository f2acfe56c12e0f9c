//! `speakers.yaml`: everyone who speaks, once, for all forums.

use super::missing_text::placeholder;
use crate::diagnostics::Problems;
use crate::input::fields::{Fields, ProblemSubject, wrong_kind};
use crate::input::schema::speaker;
use crate::input::yaml::{Spanned, YamlNode, YamlValue};

/// One entry of `speakers.yaml`.
#[derive(Clone, Debug)]
pub struct RawSpeaker {
    /// The id, and part of the URL.
    pub id: Spanned<String>,
    /// The name as it should be written.
    pub name: Spanned<String>,
    /// The name in Latin letters.
    pub latin: Option<String>,
    /// The family name, where it is written.
    pub family: Option<Spanned<String>>,
    /// The given name, where it is written.
    pub given: Option<Spanned<String>>,
    /// Whether the name is never divided.
    pub literal: bool,
    /// Spellings that the recogniser gave.
    pub heard_as: Vec<Spanned<String>>,
    /// Where the speaker works.
    pub affiliation: Option<String>,
    /// What the speaker is.
    pub title: Option<String>,
    /// Whether somebody has checked the name.
    pub verified: bool,
    /// Links by name.
    pub links: Vec<(Spanned<String>, Spanned<String>)>,
}

/// Reads `speakers.yaml`. An empty file has no speakers. `None` is an entry whose id cannot be
/// read, or the whole file where it is not a list.
pub fn read(node: &YamlNode, problems: &mut Problems) -> Vec<Option<RawSpeaker>> {
    match &node.value {
        YamlValue::Null(_) => Vec::new(),
        YamlValue::List(items) => items.iter().map(|item| speaker(item, problems)).collect(),
        _ => {
            let file = ProblemSubject::Other("speakers.yaml");
            problems.push(wrong_kind(node, file, "a list of speakers"));
            vec![None]
        }
    }
}

fn speaker(node: &YamlNode, problems: &mut Problems) -> Option<RawSpeaker> {
    let fields = Fields::<speaker::Keys>::open(node, problems)?;
    let id = fields.required_text(speaker::ID, problems);
    let name = fields.required_line(speaker::NAME, problems);
    Some(RawSpeaker {
        latin: fields.line(speaker::LATIN, problems),
        family: fields.non_blank_line(speaker::FAMILY, problems),
        given: fields.non_blank_line(speaker::GIVEN, problems),
        literal: fields.flag(speaker::LITERAL, problems),
        heard_as: fields.texts(speaker::HEARD_AS, problems),
        affiliation: fields.line(speaker::AFFILIATION, problems),
        title: fields.line(speaker::TITLE, problems),
        verified: fields.flag(speaker::VERIFIED, problems),
        links: fields.pairs(speaker::LINKS, problems),
        name: name.unwrap_or_else(|| placeholder(fields.span())),
        // `?` comes last, so that mistakes in the other keys are reported in the same run
        id: id?,
    })
}
