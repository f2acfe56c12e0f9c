//! The YAML parser: what it accepts, and what it gives before spans are computed.
//!
//! Numbers and booleans are kept in the parser's spelling; [`spans`](super::spans) finds the
//! spelling of the file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Options, Spanned};

/// Parses a text.
pub(super) fn parse(text: &str) -> Result<Spanned<ParsedValue>, serde_saphyr::Error> {
    serde_saphyr::from_str_with_options(text, options())
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_nodes: 250_000,
            max_aliases: 1_000,
            max_anchors: 1_000,
        },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 20_000 },
        // `fields` reports repeated keys, with the places of both
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        with_snippet: false,
        // `.inf` and `.nan` are words in these files
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::AsString,
    }
}

/// A value as the parser gives it.
pub(super) enum ParsedValue {
    Null,
    Text(String),
    /// A number or boolean, in the spelling of Rust.
    Plain(String),
    List(Vec<Spanned<ParsedValue>>),
    Map(Vec<(Spanned<ParsedValue>, Spanned<ParsedValue>)>),
}

impl<'de> Deserialize<'de> for ParsedValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = ParsedValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Null)
    }
    fn visit_none<E>(self) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<ParsedValue, D::Error> {
        ParsedValue::deserialize(deserializer)
    }
    fn visit_bool<E>(self, v: bool) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Plain(v.to_string()))
    }
    fn visit_i64<E>(self, v: i64) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Plain(v.to_string()))
    }
    fn visit_u64<E>(self, v: u64) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Plain(v.to_string()))
    }
    fn visit_f64<E>(self, v: f64) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Plain(v.to_string()))
    }
    fn visit_str<E>(self, v: &str) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Text(v.to_owned()))
    }
    fn visit_string<E>(self, v: String) -> Result<ParsedValue, E> {
        Ok(ParsedValue::Text(v))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<ParsedValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(ParsedValue::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ParsedValue, A::Error> {
        // pairs in a list keep the order, and the keys that are written twice
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(ParsedValue::Map(entries))
    }
}
