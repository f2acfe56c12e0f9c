//! What the program says, compared with what it said when somebody looked at it and found it good.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test` writes what it says now; look at the difference with `git diff`
//! before you commit it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use similar::{ChangeTag, TextDiff};

use crate::harness::cases;

/// Compares a screen with a file of the case's folder.
#[track_caller]
pub fn compare(case: &str, file: &str, said: &str) {
    compare_file(&format!("tests/cases/{case}/{file}"), said);
}

/// Compares a text with a file, by its path from the top of the repository.
#[track_caller]
pub fn compare_file(path: &str, said: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == said {
        return;
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, said).unwrap();
        return;
    }
    panic!(
        "not what {path} says (- expected, + now):\n\n{}\n\
         if this is as it should be, run the test with UPDATE_SNAPSHOTS=1",
        difference(&expected, said)
    );
}

/// The lines that differ, each with its sign.
fn difference(expected: &str, said: &str) -> String {
    let diff = TextDiff::from_lines(expected, said);
    diff.iter_all_changes()
        .map(|change| match change.tag() {
            ChangeTag::Delete => format!("-{change}"),
            ChangeTag::Insert => format!("+{change}"),
            ChangeTag::Equal => format!(" {change}"),
        })
        .collect()
}

/// The names of the cases in the sources of the tests, each with the files it is compared with.
fn named_in_sources() -> BTreeMap<String, BTreeSet<String>> {
    let sources = cases().parent().unwrap().join("testsuite");
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(sources).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let source = fs::read_to_string(entry.path()).unwrap();
        for test in source.split("#[test]").skip(1) {
            let Some(name) = between(test, "Case::new(\"").or(between(test, "Case::empty(\""))
            else {
                continue;
            };
            let files = named.entry(name.to_owned()).or_default();
            if test.contains(".screen()") {
                files.insert("screen.txt".to_owned());
            }
            for step in ["screen_as(\"", "data_as(\""] {
                files.extend(
                    test.split(step).skip(1).filter_map(|s| s.split('"').next()).map(str::to_owned),
                );
            }
        }
    }
    named
}

fn between<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    text.split(opening).nth(1)?.split('"').next()
}

#[test]
fn no_expected_file_is_left_over() {
    let named = named_in_sources();
    let mut left = Vec::new();
    for case in fs::read_dir(cases()).unwrap().map(Result::unwrap) {
        let name = case.file_name().into_string().unwrap();
        if name == "base" {
            continue;
        }
        let Some(expected) = named.get(&name) else {
            left.push(format!("tests/cases/{name}/"));
            continue;
        };
        for file in fs::read_dir(case.path()).unwrap().map(Result::unwrap) {
            let file_name = file.file_name().into_string().unwrap();
            let overlay = ["content", "templates", "static"].contains(&file_name.as_str());
            if !overlay && !expected.contains(&file_name) {
                left.push(format!("tests/cases/{name}/{file_name}"));
            }
        }
    }
    left.sort();
    assert!(left.is_empty(), "no test uses these: {left:#?}");
}
