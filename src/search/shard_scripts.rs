//! Shards: the files of the index, each a script.
//!
//! A shard calls one function of the search page with its name and its content:
//!
//! ```text
//! heard("3f2a9c1b/b12",[…]);
//! ```
//!
//! Scripts load with a script tag, unlike JSON, from a folder on the disk as well as from a server,
//! and under a strict content security policy. The content is a JSON literal: no code in it can
//! run.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::volume::Shards;
use crate::output::SiteWriter;
use crate::urls;

/// Writes the shards of a volume in a folder that is named by a hash of their content, so that
/// browsers can cache them for ever; gives the hash.
pub fn write_volume(writer: &SiteWriter<'_>, shards: Shards) -> String {
    let serialized: Vec<(String, String)> =
        shards.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    let mut hash = Sha256::new();
    for (name, json) in &serialized {
        // with the lengths, no other division of the same text into shards has the same hash
        hash.update(format!("{name} {}\n", json.len()));
        hash.update(json);
    }
    // four bytes tell enough apart: a folder only has to differ from others of the same site
    let volume: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let files =
        serialized.into_iter().map(|(name, json)| script(&format!("{volume}/{name}"), &json));
    writer.put_side_by_side(files.collect());
    volume
}

/// Writes one shard under a name that does not depend on its content.
pub fn write_shard(writer: &SiteWriter<'_>, name: &str, value: &Value) {
    // the root has a fixed address, since pages ask for it without knowing any hash
    let (path, bytes) = script(name, &value.to_string());
    writer.put_bytes(path, bytes);
}

/// The path and the bytes of a shard's file.
fn script(name: &str, json: &str) -> (String, Vec<u8>) {
    // JSON is a part of JavaScript, and in a file of its own no `</script>` can end it
    (urls::shard(name), format!("heard(\"{name}\",{json});\n").into_bytes())
}
