//! Builds the program anew when a template or static file is added: those that are there already
//! are watched by `include_dir`, and a new one would be left out until something else changes.
//!
//! `DRAWN_WITH` is what draws pictures for sharing: with other versions of it they are drawn anew.

#![allow(clippy::print_stdout)] // that is how a build script speaks

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, io};

/// The crate that draws.
const DRAWS: &str = "resvg";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=static");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rustc-env=DRAWN_WITH={}", drawn_with(&fs::read_to_string("Cargo.lock")?));
    Ok(())
}

/// The crate that draws and all it depends on, each with every version that is locked.
fn drawn_with(lock: &str) -> String {
    let mut packages: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |key: &str| package.lines().find_map(|line| line.strip_prefix(key));
        let (Some(name), Some(version)) = (value("name = "), value("version = ")) else { continue };
        let (versions, needs) = packages.entry(name.trim_matches('"')).or_default();
        versions.insert(version.trim_matches('"'));
        // ` "png",`, or ` "png 0.18.1",` where several versions are locked
        let listed = package.lines().filter_map(|line| line.strip_prefix(" \""));
        needs.extend(listed.filter_map(|line| line.split([' ', '"']).next()));
    }
    let mut found = BTreeSet::new();
    let mut waiting = vec![DRAWS];
    while let Some(name) = waiting.pop() {
        if let Some((_, needs)) = packages.get(name).filter(|_| found.insert(name)) {
            waiting.extend(needs);
        }
    }
    let with = |name: &&str| {
        let versions: Vec<&str> = packages[name].0.iter().copied().collect();
        format!("{name} {}", versions.join(" "))
    };
    found.iter().map(with).collect::<Vec<_>>().join(", ")
}
