//! Publishing keeps what it did not write, and removes what it wrote and no longer writes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use forum_proceedings::output::{FileContent, MANIFEST, SiteFiles, publish};
use proptest::prelude::*;

use super::config;
use crate::harness;

/// Few names, so that they meet.
fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[ab](/[ab]){0,2}/[xy]\\.html", 0..8)
}

fn site_of(names: &[String], version: &str) -> SiteFiles {
    let bytes = |name: &String| FileContent::Bytes(format!("{version} {name}").into_bytes());
    names.iter().map(|name| (name.clone(), bytes(name))).collect()
}

fn there(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = harness::files(out);
    files.remove(MANIFEST);
    files
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn only_what_was_written_is_ever_removed(old in names(), new in names(), own in names()) {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let out = folder.path().join("public");
        let first = publish(&site_of(&old, "old"), &out).unwrap();
        prop_assert!(first.left.is_none());
        let mut before = there(&out);
        for name in own.iter().filter(|name| !old.contains(name)) {
            fs::create_dir_all(out.join(name).parent().unwrap()).unwrap();
            fs::write(out.join(name), "somebody's").unwrap();
            before.insert(name.clone(), b"somebody's".to_vec());
        }
        let meets = own.iter().any(|name| !old.contains(name) && new.contains(name));
        match publish(&site_of(&new, "new"), &out) {
            Ok(published) => {
                prop_assert!(!meets && published.left.is_none());
                let mut expected: BTreeMap<String, Vec<u8>> = before;
                expected.retain(|name, _| !old.contains(name));
                for name in &new {
                    expected.insert(name.clone(), format!("new {name}").into_bytes());
                }
                prop_assert_eq!(there(&out), expected);
            }
            Err(_) => {
                prop_assert!(meets);
                prop_assert_eq!(there(&out), before);
            }
        }
        prop_assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
