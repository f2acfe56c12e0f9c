//! One harness: it runs the real program on a small site per case and looks at what it says, what
//! it writes and what it leaves alone. `tests/README.md` says how to add a case.
//!
//! 1. [`site`] makes the site of a case, [`snapshot`] compares what was said with what is expected,
//!    [`keep`] keeps what the program was run on for `tests/same-site`.
//! 2. [`yaml`], [`people`], [`quotes`], [`programme`], [`corrections`] are the mistakes that an
//!    editor makes in a file, [`files`] those with files, [`output`] those with the folder that is
//!    written to, [`look`] those in a site's own templates.
//! 3. [`together`] has many mistakes at once, in every format.
//! 4. [`good`] has what must work, [`corpora`] whole forums, [`determinism`] what must not show.
//! 5. [`reading`] and [`permalinks`] are the rules and the links of the real forum, [`search`] is
//!    its index.
//! 6. [`findings`] is what the program finds by itself and how it is cited, [`metadata`] what the
//!    head of every page says to programs, [`editing`] where its mistakes are corrected.
//! 7. [`times`] is transcripts with times, [`social`] is the pictures that stand for pages where
//!    they are shared.
//! 8. [`diagnostics`] is the registry of codes: that it is whole, true, and that its reference is
//!    up to date.
//! 9. [`reference`] is the reference of the YAML files in `docs/`.
//! 10. [`properties`] has what must hold for every input there can be.

// a test whose site cannot be set up has failed
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpora;
mod corrections;
mod determinism;
mod diagnostics;
mod editing;
mod files;
mod findings;
mod good;
mod keep;
mod look;
mod metadata;
mod output;
mod people;
mod permalinks;
mod programme;
mod properties;
mod quotes;
mod reading;
mod reference;
mod search;
mod site;
mod snapshot;
mod social;
mod times;
mod together;
mod yaml;
