//! `pages/*.md`: free pages, Markdown with YAML front matter.
//!
//! ```markdown
//! ---
//! title: 关于
//! nav: true        # listed in the navigation; true if missing
//! ---
//! Markdown …
//! ```

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::diagnostics::{Code, Diagnostic, FileId, Problems, SourceMap, Span};
use crate::front_matter;
use crate::input::fields::Fields;
use crate::input::schema::page;
use crate::input::yaml::{self, Spanned};
use crate::urls;

/// A free page: front matter and Markdown.
#[derive(Clone, Debug)]
pub struct RawPage {
    /// Name of the file without its ending, and the URL.
    pub id: Spanned<String>,
    /// Title from the front matter.
    pub title: String,
    /// Whether the page is listed in the navigation.
    pub nav: bool,
    /// The Markdown after the front matter.
    pub markdown: String,
}

/// Reads a free page; `id` is the name of its file without the ending.
pub fn read(
    id: &str,
    file: FileId,
    sources: &SourceMap,
    problems: &mut Problems,
) -> Option<RawPage> {
    let text = sources.text(file);
    let Some((front, body)) = front_matter::find(text) else {
        let begun = text.trim_start_matches('\u{feff}').starts_with("---");
        let (message, help) = if begun {
            ("the front matter of this page has no end", "write a line `---` after its last key")
        } else {
            let help = "begin the file with a line `---`, `title: …`, and a line `---`";
            ("this page has no front matter", help)
        };
        problems.push(Diagnostic::new(Code::NoFrontMatter, Span::whole(file), message).help(help));
        return None;
    };
    let node = yaml::parse_at(file, sources, front, problems)?;
    let fields = Fields::<page::Keys>::open(&node, problems)?;
    let nav = fields.flag(page::NAV, problems);
    let title = fields.required_line(page::TITLE, problems)?.value;
    elsewhere(file, text, body, problems);
    let id = Spanned { value: id.to_owned(), span: Span::whole(file) };
    // CRLF becomes LF, so that a file saved on Windows gives the same page
    Some(RawPage { id, title, nav, markdown: text[body..].replace("\r\n", "\n") })
}

/// The addresses in a page from the offset `body` on: each with whether it is that of an image, and
/// its byte range.
fn addresses(text: &str, body: usize) -> impl Iterator<Item = (String, bool, Range<usize>)> {
    // the options of `render::free_page`, so that the same links are found
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(&text[body..], options).into_offset_iter();
    events.filter_map(move |(event, range)| {
        let (address, image) = match event {
            Event::Start(Tag::Link { dest_url, .. }) => (dest_url, false),
            Event::Start(Tag::Image { dest_url, .. }) => (dest_url, true),
            _ => return None,
        };
        // the address itself within the link
        let whole = body + range.start..body + range.end;
        // from the end, because the text of a link may repeat its address; where the address stands
        // elsewhere, as a reference, the whole link is marked
        let place = text[whole.clone()].rfind(&*address).map(|at| whole.start + at);
        let place = place.map_or(whole, |at| at..at + address.len());
        Some((address.into_string(), image, place))
    })
}

/// Reports images on other hosts, because pages load nothing from elsewhere, and addresses that
/// begin with `//`, which lead to another host.
fn elsewhere(file: FileId, text: &str, body: usize, problems: &mut Problems) {
    for (address, image, place) in addresses(text, body) {
        // browsers read `HTTPS:` as `https:`
        let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let web = scheme.is_some_and(|scheme| scheme == "http" || scheme == "https");
        let without = address.starts_with("//");
        let span = Span::new(file, place);
        if image && (web || without) {
            let message = format!("the image `{address}` would be loaded from another host");
            problems.push(
                Diagnostic::new(Code::ImageElsewhere, span, message)
                    .help("put the image into `static` beside `content`, or make it a link"),
            );
        } else if without {
            let message = format!("the link `{address}` leads to another host, without saying how");
            problems.push(
                Diagnostic::new(Code::LinkElsewhere, span, message)
                    .help(format!("write `https:{address}`, or one `/` less")),
            );
        }
    }
}

/// The byte range of a link in a free page. `link` is as in the finished page: percent-encoded, and
/// with the file of a folder.
pub fn place(text: &str, link: &str) -> Option<Range<usize>> {
    let (_, body) = front_matter::find(text)?;
    let link = urls::decoded(link);
    let is_it = |address: &str| {
        urls::decoded(address) == link || urls::decoded(&urls::file(address)) == link
    };
    addresses(text, body).find(|(address, ..)| is_it(address)).map(|found| found.2)
}
