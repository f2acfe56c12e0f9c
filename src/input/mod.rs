//! Reading what people wrote: from `content/` to raw structs with spans, to the checked model.
//!
//! 1. [`files`] finds and reads the files; nothing else here reads from the disk.
//! 2. [`transcript`] reads a transcript, and keeps the offset of every character.
//! 3. [`yaml`] parses YAML into nodes with spans; [`schema`] is the table of all keys, and
//!    [`fields`] takes mappings apart by it.
//! 4. [`raw`] has one struct and one reader for each kind of file, as it was written.
//! 5. [`resolve`] checks every reference and makes the model; [`load`] calls all of these in order.

pub mod fields;
pub mod files;
pub mod load;
pub mod raw;
pub mod resolve;
pub mod schema;
pub mod transcript;
pub mod yaml;
