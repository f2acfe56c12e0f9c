//! Reading what people wrote: from `content/` to raw structs with spans, to the checked model.
//!
//! 1. [`tree`] finds and reads the files; it is the only place that reads from the disk.
//! 2. [`transcript`] reads a transcript, keeping the place of every character.
//! 3. [`yaml`] turns YAML into nodes with spans, and [`fields`] takes mappings apart;
//!    `examples` has how a value is written, for problems with one that is not so.
//! 4. [`raw`] holds one struct per file, as written; [`site`], [`speakers`], [`forum`],
//!    [`corrections`] and [`pages`] read them; [`lock`] reads the permalinks that were published,
//!    [`words`] a site's own words of the interface; [`strays`] finds what nothing reads.
//! 5. [`resolve`] checks every reference, and [`load`] calls all of these in order.

pub mod corrections;
mod examples;
pub mod fields;
pub mod forum;
mod head;
mod invisible;
pub mod load;
pub mod lock;
pub mod pages;
pub mod raw;
pub mod resolve;
pub mod site;
pub mod speakers;
pub mod strays;
pub mod transcript;
pub mod tree;
pub mod words;
pub mod yaml;
