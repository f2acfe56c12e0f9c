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
//! social_image:             # a picture beside each talk and forum, drawn with this font
//!   font: fonts/….ttc       # its path from the folder that has `content/` in it
//!   family: …               # which of its faces, where it has several
//! ```

use super::{RawSite, RawSocialImage};
use crate::diagnostics::Problems;
use crate::input::fields::Fields;
use crate::input::yaml::Node;

const KEYS: [&str; 8] = [
    "title",
    "language",
    "base_url",
    "description",
    "licence",
    "edit_url",
    "report_url",
    "social_image",
];

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
        social_image: fields.node("social_image").and_then(|node| social_image(node, problems)),
        title: fields.required_line("title", problems)?.value,
    };
    Some(site)
}

fn social_image(node: &Node, problems: &mut Problems) -> Option<RawSocialImage> {
    let fields = Fields::open(node, "social_image", &["font", "family"], problems)?;
    let family = fields.named("family", problems);
    Some(RawSocialImage { font: fields.required("font", problems)?, family })
}
