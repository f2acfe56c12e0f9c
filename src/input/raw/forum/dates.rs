//! The day or days of a forum or a session.

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::fields::Fields;
use crate::input::schema::{Key, Mapping};
use crate::input::yaml::{Spanned, YamlNode, YamlValue};
use crate::model::DateRange;

/// The days of a key, where it is there.
pub(super) fn read<M: Mapping>(
    fields: &Fields<'_, M>,
    key: Key<M>,
    problems: &mut Problems,
) -> Option<Spanned<DateRange>> {
    let name = key.spec().name;
    let node = fields.node(key)?;
    if let Some(days) = in_parts(node) {
        let message = format!("the first and the last day of `{name}` are written as one text");
        problems.push(
            Diagnostic::new(Code::WrongKind, node.span, message)
                .help(format!("write `{name}: {}`", days.short())),
        );
        return None;
    }
    if let YamlValue::Scalar(text) = &node.value
        && let Some(rest) = DateRange::guess_without_year(text)
    {
        problems.push(
            Diagnostic::new(Code::WrongValue, node.span, format!("`{name}` has no year"))
                .help(format!("write `{name}: YYYY{rest}`, with the year for YYYY")),
        );
        return None;
    }
    fields.parsed(key, DateRange::guess, problems)
}

/// The days of a list or a mapping of two, as one might expect to write them.
fn in_parts(node: &YamlNode) -> Option<DateRange> {
    let parts: Vec<&YamlNode> = match &node.value {
        YamlValue::List(items) => items.iter().collect(),
        YamlValue::Map(entries) => entries.iter().map(|(_, value)| value).collect(),
        _ => return None,
    };
    let text = |node: &&YamlNode| match &node.value {
        YamlValue::Scalar(text) => Some(text.clone()),
        _ => None,
    };
    let parts: Vec<String> = parts.iter().map(text).collect::<Option<_>>()?;
    // the list of every day of a forum is one that goes from the first to the last
    let (first, last) = (DateRange::guess(parts.first()?)?, DateRange::guess(parts.last()?)?);
    Some(first.with(last))
}
