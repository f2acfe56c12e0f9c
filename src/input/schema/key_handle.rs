//! The handles of keys, and how a mapping declares its keys.

use std::marker::PhantomData;

use super::key_spec::{KeySpec, MappingSpec};

/// A mapping with a fixed set of keys; each mapping is a type of its own, which its keys carry.
pub trait Mapping {
    /// What the table says of it.
    const SPEC: MappingSpec;
}

/// A key of the mapping `M`. It is the only way to ask a mapping for a value.
#[derive(Debug)]
pub struct Key<M> {
    spec: KeySpec,
    mapping: PhantomData<M>,
}

// derived, `Clone` and `Copy` would require them of `M`, which is only a marker
impl<M> Clone for Key<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Key<M> {}

impl<M> Key<M> {
    /// The handle of a key; only [`keys!`] makes one, which puts the key into the table as well.
    pub(super) const fn new(spec: KeySpec) -> Self {
        Self { spec, mapping: PhantomData }
    }

    /// What the table says of it.
    pub const fn spec(&self) -> &KeySpec {
        &self.spec
    }
}

/// The names of a table of names and values.
pub(super) const fn first_of_each<T, const N: usize>(
    table: &[(&'static str, T); N],
) -> [&'static str; N] {
    let mut names = [""; N];
    let mut i = 0;
    // a constant function cannot have a `for` loop
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
pub(super) use keys;
