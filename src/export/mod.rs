//! What programs read: the data of each forum, the fingerprint of it all, the map of the site and
//! its manifest.

pub mod citations;
pub mod csv_tables;
pub mod fingerprint;
pub mod forum_json;
pub mod llms_txt;
pub mod sitemap;
pub mod structured_data;
pub mod web_manifest;
