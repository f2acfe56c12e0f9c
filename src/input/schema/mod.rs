//! The YAML that people write, as one table: every file, every mapping in it, and every key.
//!
//! A key is declared once, in the file of its mapping ([`forum`], [`speaker`], …): its name, what
//! kind of value it has, whether it is required, its default, what it means in English and in
//! Chinese, and an example. From this table are made
//!
//! - the handles by which the readers in [`raw`](super::raw) ask for a value: `talk::TITLE`. A key
//!   that the table lacks has no handle, and one of another mapping has another type, so reading
//!   either does not compile;
//! - the known keys of the strict reader in [`fields`](super::fields), its suggestions and its
//!   examples;
//! - what [`yaml`](super::yaml) must know of keys to tell a misspelt one from text ([`key_names`]);
//! - the reference in `docs/` ([`mod@reference`]).
//!
//! Kinds, permitted values and patterns are also what a JSON Schema needs.

mod files;
mod forum_yaml;
mod key_handle;
pub mod key_names;
mod key_spec;
pub mod reference;
mod site_yaml;
mod speakers_yaml;
mod talks;
#[cfg(test)]
mod tests;

pub use files::{FILES, FileContents, SiteFolder, YamlFile, correction, page};
pub use forum_yaml::{cut, forum, session, video};
pub use key_handle::{Key, Mapping};
pub use key_spec::{Bilingual, KeySpec, ListItem, MappingSpec, ValueKind};
pub use site_yaml::{site, social_image};
pub use speakers_yaml::speaker;
pub use talks::{appearance, quote, talk, turn_quote};
