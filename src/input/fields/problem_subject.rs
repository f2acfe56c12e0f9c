//! What a problem with a value is about.

use crate::input::schema::{KeySpec, MappingSpec};

/// What a problem with a value is about.
#[derive(Clone, Copy, Debug)]
pub enum ProblemSubject<'a> {
    /// The value of a key, or an entry of its list.
    Key(&'a KeySpec),
    /// A mapping that is not the value of a key, such as a list entry.
    Mapping(&'a MappingSpec),
    /// A mapping that is the value of a key.
    Value(&'a MappingSpec, &'a KeySpec),
    /// Something that the table does not have.
    Other(&'a str),
}

impl<'a> ProblemSubject<'a> {
    /// What problems call it.
    pub(super) fn name(self) -> &'a str {
        match self {
            Self::Key(key) => key.name,
            Self::Mapping(mapping) | Self::Value(mapping, _) => mapping.name,
            Self::Other(name) => name,
        }
    }
}
