//! The nodes of a YAML file.

use crate::diagnostics::Span;

/// A value and its place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value, as read from the file.
    pub value: T,
    /// Its place in the file.
    pub span: Span,
}

/// A node of a YAML file.
#[derive(Clone, Debug)]
pub struct YamlNode {
    /// What it is.
    pub value: YamlValue,
    /// Its place in the file.
    pub span: Span,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum YamlValue {
    /// Nothing: `~` or `null` as it is written, empty where nothing stands there.
    Null(String),
    /// Text, a number or a boolean, as written.
    Scalar(String),
    /// A sequence, in the order written.
    List(Vec<YamlNode>),
    /// A mapping, in the order written; a key may stand twice.
    Map(Vec<(Spanned<String>, YamlNode)>),
}

impl YamlValue {
    /// What kind of value this is, in words.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Null(_) => "nothing",
            Self::Scalar(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}
