//! What programs read: the data of each forum, the fingerprint of it all, the map of the site and
//! its manifest.

pub mod citations;
pub mod data;
pub mod fingerprint;
pub mod ld;
pub mod llms;
pub mod manifest;
pub mod map;
pub mod tables;
