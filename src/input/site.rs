//! `site.yaml`.
//!
//! ```yaml
//! title: 论坛实录            # required
//! language: zh-CN           # of the interface: zh-CN or en; zh-CN where missing
//! base_url: https://example.org/forum/
//! description: …
//! licence: …
//! edit_url: https://…/edit/main/{path}#L{line}     # where the sources are edited
//! report_url: https://…/new?title={title}&body={words}%0A{url}   # where mistakes are reported
//! ```

use super::fields::{Fields, Problems};
use super::raw::RawSite;
use super::yaml::Node;

const KEYS: [&str; 7] =
    ["title", "language", "base_url", "description", "licence", "edit_url", "report_url"];

/// Reads `site.yaml`.
pub fn read(node: &Node, problems: &mut Problems) -> Option<RawSite> {
    let fields = Fields::open(node, "the site", &KEYS, problems)?;
    let site = RawSite {
        language: fields.text("language", problems),
        base_url: fields.text("base_url", problems),
        description: fields.line("description", problems),
        licence: fields.line("licence", problems),
        edit_url: fields.text("edit_url", problems),
        report_url: fields.text("report_url", problems),
        title: fields.required_line("title", problems)?.value,
    };
    Some(site)
}
