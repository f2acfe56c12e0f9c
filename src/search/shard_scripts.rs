//! Shards as scripts.
//!
//! A shard is a script that calls one function with its name and its content:
//!
//! ```text
//! heard("3f2a9c1b/b12",[…]);
//! ```
//!
//! so that it loads with a script tag: from a server, from a folder, under a strict content
//! security policy. The content is JSON, in which nothing can run.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::volume::Shards;
use crate::output::{FileContent, SiteFiles};
use crate::urls;

/// Adds a volume under a name made of its content; gives the name.
pub fn add(files: &mut SiteFiles, shards: Shards) -> String {
    let written: Vec<(String, String)> =
        shards.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    let mut hash = Sha256::new();
    for (name, json) in &written {
        // the lengths keep one shard's end from being read as the next one's beginning
        hash.update(format!("{name} {}\n", json.len()));
        hash.update(json);
    }
    let volume: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    for (name, json) in written {
        insert(files, &format!("{volume}/{name}"), &json);
    }
    volume
}

/// Adds one shard under a name of its own.
pub fn add_one(files: &mut SiteFiles, name: &str, value: &Value) {
    insert(files, name, &value.to_string());
}

fn insert(files: &mut SiteFiles, name: &str, json: &str) {
    let script = format!("heard(\"{name}\",{json});\n");
    files.insert(urls::shard(name), FileContent::Bytes(script.into_bytes()));
}
