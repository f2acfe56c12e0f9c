//! The disk: the only place that reads what people wrote.

pub mod content_folder;
pub mod first_bytes;
mod hidden_files;
pub mod overrides;
pub mod referenced;
pub mod unread_files;
pub mod walk;
