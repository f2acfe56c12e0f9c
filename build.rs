//! Builds the program anew when a template or static file is added: those that are there already
//! are watched by `include_dir`, and a new one would be left out until something else changes.

#![allow(clippy::print_stdout)] // that is how a build script speaks

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=static");
    println!("cargo::rerun-if-changed=build.rs");
}
