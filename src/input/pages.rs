//! `pages/*.md`: free pages, Markdown with YAML front matter.
//!
//! ```markdown
//! ---
//! title: 关于
//! nav: true        # stands in the navigation; true where missing
//! ---
//! Markdown …
//! ```

use super::fields::{Fields, Problems};
use super::raw::RawPage;
use super::yaml::{self, At};
use crate::diagnostics::{Diagnostic, FileId, Sources, Span};
use crate::front_matter;

const KEYS: [&str; 2] = ["title", "nav"];

/// Reads a free page; `id` is the name of its file without the ending.
pub fn read(id: &str, file: FileId, sources: &Sources, problems: &mut Problems) -> Option<RawPage> {
    let text = sources.text(file);
    let Some((front, body)) = front_matter::find(text) else {
        let begun = text.trim_start_matches('\u{feff}').starts_with("---");
        let (message, help) = if begun {
            ("the front matter of this page has no end", "write a line `---` after its last key")
        } else {
            let help = "begin the file with a line `---`, `title: …`, and a line `---`";
            ("this page has no front matter", help)
        };
        problems.push(Diagnostic::error("no-front-matter", Span::whole(file), message).help(help));
        return None;
    };
    let node = yaml::parse_at(file, sources, front, problems)?;
    let fields = Fields::open(&node, "a page", &KEYS, problems)?;
    let nav = fields.flag("nav", problems).unwrap_or(true);
    let title = fields.required_line("title", problems)?.value;
    let id = At { value: id.to_owned(), span: Span::whole(file) };
    Some(RawPage { id, title, nav, markdown: text[body..].replace("\r\n", "\n") })
}
