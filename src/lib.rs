//! Proceedings of a forum, made from a raw speech-recognition transcript and hand-kept YAML.
pub mod anchor;
pub mod diagnostics;
pub mod input;
pub mod markdown;
pub mod model;
pub mod reading;
pub mod text;
pub mod urls;
