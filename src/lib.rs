//! Proceedings of a forum, made from a raw speech-recognition transcript and hand-kept YAML.
pub mod text;
