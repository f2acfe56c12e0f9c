//! One harness: it runs the real program on a small site per case and looks at what it says, what
//! it writes and what it leaves alone. `tests/README.md` says how to add a case.
//!
//! 1. [`harness`] builds the site of a case, [`snapshot`] compares the output with the expected
//!    one, [`kept_inputs`] stores the input of every run for `tests/same-site`.
//! 2. Mistakes in one file: [`yaml_errors`], [`speakers`], [`quote_errors`], [`programme`],
//!    [`corrections`]; [`input_files`] has those with files, [`publishing`] those with the output
//!    folder, [`theming`] those in a site's own templates; [`many_problems`] has many at once, in
//!    every format.
//! 3. What must work: [`good_site`], [`forum_files`], [`books`], [`languages`], [`right_to_left`];
//!    [`whole_forums`] on real transcripts; [`determinism`].
//! 4. The real forum: [`text_rules`], [`permalinks`], [`timestamps`], [`subtitles`],
//!    the index of [`search`],
//!    [`analysis`] with citations, [`head_metadata`], [`edit_links`], [`social_images`].
//! 5. Generated documents: [`diagnostics`] and [`yaml_reference`] hold that they are up to date,
//!    and that what they say is true.
//! 6. [`properties`] holds for every input.

// a test whose site cannot be set up has failed
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod addresses;
mod analysis;
mod books;
mod corrections;
mod dates;
mod determinism;
mod diagnostics;
mod edit_links;
mod forum_files;
mod good_site;
mod harness;
mod head_metadata;
mod input_files;
mod kept_inputs;
mod languages;
mod lines_of_speech;
mod many_problems;
mod permalinks;
mod programme;
mod properties;
mod publishing;
mod quote_errors;
mod recordings;
mod right_to_left;
mod search;
mod second_transcript;
mod snapshot;
mod social_images;
mod speakers;
mod subtitles;
mod text_rules;
mod theming;
mod timestamps;
mod transcripts;
mod voices;
mod whole_forums;
mod yaml_errors;
mod yaml_reference;
