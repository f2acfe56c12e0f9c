//! Files for programs: the data of each forum as JSON, tables, citations, calendars, schedules,
//! captions, the record as Akoma Ntoso, the site map, the web app manifest, `llms.txt`; files for
//! readers: each forum as a book; and what stands in pages for programs: structured data, the
//! fingerprint of the content.

pub mod akoma_ntoso;
pub mod calendar;
pub mod captions;
pub mod citations;
pub mod csv_tables;
pub mod epub;
pub mod event_days;
pub mod fingerprint;
pub mod forum_export;
pub mod forum_files;
pub mod forum_json;
pub mod llms_txt;
pub mod schedule;
pub mod sitemap;
pub mod structured_data;
pub mod uuid;
pub mod web_manifest;
pub mod xml;
