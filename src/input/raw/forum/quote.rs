//! Quotes: words of the transcript, and where needed words that stand before them.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::fields::{Fields, ProblemSubject, text};
use crate::input::schema::{Key, KeySpec, Mapping, quote};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};

/// A quote: words of the transcript, and words before them where they occur more than once.
#[derive(Clone, Debug)]
pub struct RawQuote {
    /// The quoted words, as the editor wrote them.
    pub quote: Spanned<String>,
    /// Words that stand somewhere before them.
    pub after: Option<Spanned<String>>,
}

/// The quote of a key that must be there.
pub(super) fn required<M: Mapping>(
    fields: &Fields<'_, M>,
    key: Key<M>,
    problems: &mut Problems,
) -> Option<RawQuote> {
    if fields.node(key).is_none() {
        fields.report_missing(key, problems);
    }
    optional(fields, key, problems)
}

/// The quote of a key that may be missing.
pub(super) fn optional<M: Mapping>(
    fields: &Fields<'_, M>,
    key: Key<M>,
    problems: &mut Problems,
) -> Option<RawQuote> {
    read(fields.node(key)?, key.spec(), problems)
}

/// Reads a quote that is the value of a key, or an entry of its list.
pub(super) fn read(node: &YamlNode, key: &KeySpec, problems: &mut Problems) -> Option<RawQuote> {
    match &node.value {
        YamlValue::Map(_) => {
            let fields = Fields::<quote::Keys>::open(node, problems)?;
            of_mapping(&fields, (quote::QUOTE, quote::AFTER), key, problems)
        }
        _ => {
            // a blank text is left to `with_words`, which has a code of its own for quotes
            let quote = text(node, ProblemSubject::Key(key), problems)?;
            with_words(RawQuote { quote, after: None }, key, problems)
        }
    }
}

/// The quote in a mapping that has these keys for its words and for the words before.
pub(super) fn of_mapping<M: Mapping>(
    fields: &Fields<'_, M>,
    (quote, after): (Key<M>, Key<M>),
    key: &KeySpec,
    problems: &mut Problems,
) -> Option<RawQuote> {
    let after = fields.non_blank_text(after, problems);
    let quote = RawQuote { quote: fields.required_text(quote, problems)?, after };
    with_words(quote, key, problems)
}

/// The quote, unless it has no words, which is a problem.
fn with_words(quote: RawQuote, key: &KeySpec, problems: &mut Problems) -> Option<RawQuote> {
    if !quote.quote.value.trim().is_empty() {
        return Some(quote);
    }
    let message = format!("`{}` quotes no words", key.name);
    problems.push(
        Diagnostic::new(Code::EmptyQuote, quote.quote.span, message)
            .help("quote words from the transcript"),
    );
    None
}
