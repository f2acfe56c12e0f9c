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
//! - what [`yaml`](super::yaml) must know of keys to tell a misspelt one from text ([`names`]);
//! - the reference in `docs/` ([`mod@reference`]).
//!
//! Kinds, permitted values and patterns are also what a JSON Schema needs.

mod files;
mod forum_yaml;
mod kind;
pub mod names;
pub mod reference;
mod site_yaml;
mod speakers_yaml;
mod talks;
#[cfg(test)]
mod tests;

use std::marker::PhantomData;

pub use files::{Contents, FILES, File, Folder, correction, page};
pub use forum_yaml::{cut, forum, session, video};
pub use kind::{Item, Kind};
pub use site_yaml::{site, social_image};
pub use speakers_yaml::speaker;
pub use talks::{appearance, quote, talk, turn_quote};

/// A text in the two languages of the reference.
#[derive(Clone, Copy, Debug)]
pub struct Bilingual {
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

/// A mapping with a fixed set of keys; each mapping is a type of its own, which its keys carry.
pub trait Mapping {
    /// What the table says of it.
    const SPEC: MappingSpec;
}

/// What the table says of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct MappingSpec {
    /// What problems call it: `a talk`.
    pub name: &'static str,
    /// What the reference calls it.
    pub title: Bilingual,
    /// How an entry of a file is written on one line, for problems with what should be one.
    pub example: Option<&'static str>,
    /// Its keys, in the order in which they are listed.
    pub keys: &'static [KeySpec],
}

/// A key of the mapping `M`. It is the only way to ask a mapping for a value.
#[derive(Debug)]
pub struct Key<M> {
    spec: KeySpec,
    mapping: PhantomData<M>,
}

impl<M> Clone for Key<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Key<M> {}

impl<M> Key<M> {
    /// The handle of a key; only [`keys!`] makes one, which puts the key into the table as well.
    const fn new(spec: KeySpec) -> Self {
        Self { spec, mapping: PhantomData }
    }

    /// What the table says of it.
    pub const fn spec(&self) -> &KeySpec {
        &self.spec
    }
}

/// What the table says of a key.
#[derive(Clone, Copy, Debug)]
pub struct KeySpec {
    /// The key as it is written.
    pub name: &'static str,
    /// What kind of value it has.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// The value that holds where the key is missing, as it would be written.
    pub default: Option<&'static str>,
    /// What it says.
    pub meaning: Bilingual,
    /// A value as it is written; what begins with a line break is a block under the key.
    pub example: &'static str,
    /// A regular expression (ECMA-262) for the whole value, where it is narrower than the kind's.
    pub own_pattern: Option<&'static str>,
}

impl KeySpec {
    /// A key that may be missing.
    const fn new(name: &'static str, kind: Kind) -> Self {
        let meaning = Bilingual { en: "", zh: "" };
        Self { name, kind, required: false, default: None, meaning, example: "", own_pattern: None }
    }

    /// It must be there.
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The value that holds where it is missing.
    const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    /// What it says, in English and in Chinese.
    const fn means(mut self, en: &'static str, zh: &'static str) -> Self {
        self.meaning = Bilingual { en, zh };
        self
    }

    /// A value as it is written.
    const fn example(mut self, value: &'static str) -> Self {
        self.example = value;
        self
    }

    /// A regular expression for the whole value.
    const fn of_form(mut self, pattern: &'static str) -> Self {
        self.own_pattern = Some(pattern);
        self
    }

    /// A regular expression (ECMA-262) for the whole value, where its form is fixed.
    pub fn pattern(&self) -> Option<&'static str> {
        self.own_pattern.or(self.kind.pattern())
    }

    /// Whether its value may stand on the line of the key (YAML's flow style).
    pub fn is_inline(&self) -> bool {
        !self.example.starts_with('\n')
    }
}

/// The names of a table of names and values.
const fn first_of_each<T, const N: usize>(table: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut i = 0;
    while i < N {
        names[i] = table[i].0;
        i += 1;
    }
    names
}

/// Declares the keys of a mapping: a handle for each, and the table of all.
macro_rules! keys {
    ($($handle:ident = $spec:expr),+ $(,)?) => {
        $(
            #[doc = concat!("The key `", stringify!($handle), "` in lower case.")]
            pub const $handle: Key<Keys> = Key::new($spec);
        )+
        /// All of them, in order.
        const ALL: &[KeySpec] = &[$(*$handle.spec()),+];
    };
}
use keys;
