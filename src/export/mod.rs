//! What programs read: the data of each forum, the map of the site.

pub mod data;
pub mod fingerprint;
pub mod map;
