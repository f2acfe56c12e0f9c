//! What was written, before any reference is checked: for each kind of file in `content/` the
//! struct that holds it and the function that reads it. Which keys there are is in
//! [`schema`](super::schema).

pub mod addresses_lock;
pub mod corrections;
pub mod forum;
mod forum_folder;
mod missing_text;
pub mod pages;
pub mod permalinks_lock;
pub mod site;
pub mod speakers;
pub mod strings;

pub use corrections::RawCorrection;
pub use forum::{
    RawAppearance, RawCut, RawForum, RawQuote, RawRecording, RawSession, RawTalk, RawTurn, RawVideo,
};
pub use forum_folder::ForumFolder;
pub use pages::RawPage;
pub use site::{RawSite, RawSocialImage};
pub use speakers::RawSpeaker;
