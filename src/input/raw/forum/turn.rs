//! Who speaks from which words on: the entries of `turns` and `hosts`.

use super::quote::{self, RawQuote};
use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::fields::{Fields, ProblemSubject, wrong_kind};
use crate::input::schema::{talk, turn_quote};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};
use crate::model::Seconds;

/// Who speaks from which words on.
#[derive(Clone, Debug)]
pub struct RawTurn {
    /// Id of the speaker.
    pub speaker: Spanned<String>,
    /// The first words.
    pub from: RawQuote,
    /// When the turn begins in the recording.
    pub start: Option<Spanned<Seconds>>,
}

/// Reads the turns of a list. `example` is the id of a speaker that examples in problems name.
pub(super) fn read_all(items: &[YamlNode], example: &str, problems: &mut Problems) -> Vec<RawTurn> {
    items.iter().filter_map(|node| read(node, example, problems)).collect()
}

fn read(node: &YamlNode, example: &str, problems: &mut Problems) -> Option<RawTurn> {
    let YamlValue::Map(entries) = &node.value else {
        problems.push(not_a_turn(node, example));
        return None;
    };
    let [(speaker, words)] = entries.as_slice() else {
        // a mapping without any pair has no second one to mark
        let span = entries.get(1).map_or(node.span, |(key, _)| key.span);
        problems.push(
            Diagnostic::new(Code::WrongKind, span, "a turn has one speaker and one quote")
                .label("a second pair")
                .help("begin every turn with a hyphen of its own"),
        );
        return None;
    };
    let (from, start) = match &words.value {
        YamlValue::Map(_) => {
            let fields = Fields::<turn_quote::Keys>::open(words, problems)?;
            let keys = (turn_quote::QUOTE, turn_quote::AFTER);
            let from = quote::of_mapping(&fields, keys, talk::TURNS.spec(), problems)?;
            (from, fields.parsed(turn_quote::START, Seconds::guess, problems))
        }
        _ => (quote::read(words, talk::TURNS.spec(), problems)?, None),
    };
    Some(RawTurn { speaker: speaker.clone(), from, start })
}

/// The problem of a turn that YAML reads as a text.
fn not_a_turn(node: &YamlNode, example: &str) -> Diagnostic {
    let text = match &node.value {
        YamlValue::Scalar(text) => text.trim(),
        _ => "",
    };
    let is_id = |id: &&str| {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        !id.is_empty() && id.bytes().all(plain)
    };
    let parts = text.split_once(['：', ':']).map(|(id, words)| (id.trim_end(), words.trim()));
    // only an id can stand before the colon; else the colon belongs to the words that were quoted
    let Some((id, words)) = parts.filter(|(id, _)| is_id(id)) else {
        let words =
            if text.is_empty() { "大家好" } else { text.lines().next().unwrap_or_default() };
        return wrong_kind(node, ProblemSubject::Other("a turn"), "a speaker and a quote")
            .help(format!("write it as `- {example}: {words}`"));
    };
    let (code, message) = if text[id.len()..].trim_start().starts_with('：') {
        (Code::FullWidthColon, format!("the colon after `{id}` is a full-width one"))
    } else {
        (Code::NoBlankAfterColon, format!("there is no blank after the colon of `{id}`"))
    };
    let words = words.lines().next().unwrap_or_default();
    Diagnostic::new(code, node.span, message).help(format!("write `- {id}: {words}`"))
}
