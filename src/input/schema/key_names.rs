//! The names of all keys, for code that sees a line of YAML before it knows to which mapping the
//! line belongs. A name may be that of several keys; what holds for one of them is then assumed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::files::{FILES, YamlFile};
use super::key_spec::{KeySpec, MappingSpec, ValueKind};

/// Every key of every mapping, by name.
static KEYS: LazyLock<BTreeMap<&'static str, Vec<&'static KeySpec>>> = LazyLock::new(|| {
    let mut keys = BTreeMap::new();
    for mapping in FILES.iter().filter_map(YamlFile::mapping) {
        collect(mapping, &mut keys);
    }
    keys
});

fn collect(
    mapping: &'static MappingSpec,
    keys: &mut BTreeMap<&'static str, Vec<&'static KeySpec>>,
) {
    for key in mapping.keys {
        keys.entry(key.name).or_default().push(key);
        // constants cannot contain themselves, so this ends
        if let Some(nested) = key.kind.mapping() {
            collect(nested, keys);
        }
    }
}

/// Whether a key has this name.
pub fn is_key(name: &str) -> bool {
    KEYS.contains_key(name)
}

/// Whether a key has this name, for which a test holds.
pub fn is_key_that(name: &str, test: impl Fn(&KeySpec) -> bool) -> bool {
    KEYS.get(name).is_some_and(|keys| keys.iter().any(|key| test(key)))
}

/// Whether a key has this name, and a kind for which a test holds.
pub fn has_kind(name: &str, test: impl Fn(ValueKind) -> bool) -> bool {
    is_key_that(name, |key| test(key.kind))
}

/// All names, in alphabetical order.
pub fn all() -> impl Iterator<Item = &'static str> {
    KEYS.keys().copied()
}
