//! The disk: the files under `content/`, and those of them that nothing reads.

pub mod content;
pub mod unread_files;
