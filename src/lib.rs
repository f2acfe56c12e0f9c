//! Proceedings of a forum, made from a raw speech-recognition transcript and hand-kept YAML.
//!
//! The program `gen` is a thin layer over this library; a program of your own can do what it does
//! with four calls. `content/` is a folder as the README describes it.
//!
//! # Build a site as a value
//!
//! [`build()`] reads a folder and hands every file of the site to a [sink](output::Sink), here one
//! that keeps them in memory. It always reports every problem; only with errors is there no site.
//!
//! ```
//! use forum_proceedings::output::{FileContent, MemorySink};
//! use forum_proceedings::{Options, build};
//!
//! let options = Options { root: "tests/cases/base".into(), ..Options::default() };
//! let memory = MemorySink::default();
//! let report = build(&options, &memory, &());
//!
//! let site = report.site.expect("this content has no errors");
//! assert_eq!((site.totals.forums, site.totals.talks), (1, 3));
//! let files = memory.into_files();
//! let FileContent::Bytes(page) = &files["agi/tao-dacheng/index.md"] else { unreachable!() };
//! assert!(String::from_utf8_lossy(page).contains("我讲一讲大模型的道与术"));
//! ```
//!
//! # Check it
//!
//! [`check_site`] builds as well, keeps no file, and follows every link within the site.
//!
//! ```
//! use forum_proceedings::{Options, check_site};
//!
//! let options = Options { root: "tests/cases/base".into(), ..Options::default() };
//! let check = check_site(&options, &());
//! assert!(check.links > 100);
//! assert!(check.broken_links.is_empty());
//! ```
//!
//! # Show problems
//!
//! A problem is a value with a code, a severity and a place. [`diagnostics::render`] writes it for
//! people, as JSON, or as an annotation for GitHub.
//!
//! ```
//! use forum_proceedings::diagnostics::{Code, Format, render};
//! use forum_proceedings::output::NullSink;
//! use forum_proceedings::{Options, build};
//!
//! let options = Options { root: "there/is/nothing".into(), ..Options::default() };
//! let report = build(&options, &NullSink, &());
//! assert!(report.site.is_none());
//!
//! let problem = &report.problems[0];
//! assert_eq!(problem.code, Code::NoContent);
//! let line = render(problem, &report.sources, Format::Short, false);
//! assert!(line.contains("error[no-content]"), "{line}");
//! ```
//!
//! # Publish it
//!
//! [`output::Staging`] is the sink of a site that goes to the disk: it writes to a folder beside
//! the target, which takes the target's place in one step. A folder with files that `gen` did not
//! write is left alone: [`output::check`] says so before anything is built.
//!
//! ```
//! use forum_proceedings::output::{self, Staging};
//! use forum_proceedings::{Options, build};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let out = folder.path().join("public");
//! let options = Options { root: "tests/cases/base".into(), ..Options::default() };
//! output::check(&out, &[options.root.join("content")])?;
//! let staging = Staging::new(&out);
//! if let Some(site) = build(&options, &staging, &()).site {
//!     // what of the old site could not be removed is reported; the new one is in place
//!     assert!(staging.publish(&site.paths)?.left.is_none());
//! }
//! assert!(out.join("index.html").is_file());
//! # Ok(())
//! # }
//! ```
//!
//! # How it works
//!
//! [`build()`] is the [`pipeline`]: *read → derive → emit*.
//!
//! 1. [`input`] reads `content/` and checks it: the model, and every problem with its place;
//!    quotes become places through [`anchor`].
//! 2. [`passages`] applies the rules of [`text`] to each forum: the record, in passages.
//! 3. [`analysis`] finds mentions, keywords and related talks in the records.
//! 4. [`markdown`] writes a page for each talk, and reads it back.
//! 5. [`search`] makes the index that the browser searches.
//! 6. [`render`] makes HTML of the pages that were read back.
//! 7. [`export`] makes files for programs.
//! 8. [`output`] takes the files as they are made, and puts the finished site on the disk, whole or
//!    not at all; [`check`] takes them instead to follow every link.
//!
//! Nothing here prints, exits, or asks for the time or the environment. What people wrote is read
//! by [`input::files`] alone; only [`output`] writes to the disk, and reads there what it
//! wrote before.
//!
//! The API is what is documented here: these calls, and the modules [`check`], [`diagnostics`] and
//! [`output`]. The other modules are the parts that the pipeline is made of. They are public only
//! because the project's own tests and benchmarks use them; they change without notice, so the
//! published documentation leaves them out.

// what an embedder uses
pub mod check;
pub mod diagnostics;
pub mod output;

pub use analysis::heard_otherwise::SoundLikeness;
pub use model::{ByteUse, Language, LockedAddress, LockedPermalink, SourceAccount};
pub use pipeline::{
    AddressesLock, BuildReport, BuiltSite, CheckReport, ForumLock, MisheardTerm, Options, Progress,
    Stage, TermsOfForum, TermsReport, Totals, TranscriptAccount, build, check_site, terms,
};

// the parts of the pipeline: `RUSTDOCFLAGS="--cfg internals" cargo doc` documents them, as
// `tests/run docs` does
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod alignment;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod analysis;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod anchor;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod cite;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod edit_links;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod export;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod input;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod markdown;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod model;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod passages;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod pipeline;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod render;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod search;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod text;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod ui_strings;
#[cfg_attr(all(doc, not(internals)), doc(hidden))]
pub mod urls;

pub(crate) mod font;
pub(crate) mod front_matter;
pub(crate) mod html_escape;
pub(crate) mod published_addresses;
pub(crate) mod topics_and_organisations;
