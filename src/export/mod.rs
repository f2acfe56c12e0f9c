//! What programs read: the data of each forum, the fingerprint of it all, the map of the site and
//! its manifest.

pub mod data;
pub mod fingerprint;
pub mod manifest;
pub mod map;
