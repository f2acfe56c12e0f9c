//! Reads a page from its Markdown, with pulldown-cmark.
//!
//! The reader accepts the form that [`write()`](super::write()) writes, and nothing else: any other
//! Markdown is an error with its place, and never a page with a part missing.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::page_model::{Block, MarkdownPage, PageMeta, Passage, TextRun};
use crate::front_matter;
use crate::text::Rule;

/// An error in the Markdown of a page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at byte {at}")]
pub struct PageReadError {
    /// What is wrong.
    pub what: String,
    /// Its byte offset in the Markdown.
    pub at: usize,
}

type Read<T> = Result<T, PageReadError>;

/// Reads a page.
///
/// # Errors
///
/// The first thing that a page cannot have.
pub fn read(markdown: &str) -> Read<MarkdownPage> {
    let Some((front, body)) = front_matter::find(markdown) else {
        return Err(PageReadError { what: "no front matter".into(), at: 0 });
    };
    let meta: PageMeta = serde_saphyr::from_str(&markdown[front.clone()])
        .map_err(|error| PageReadError { what: error.to_string(), at: front.start })?;
    let mut reader = BlockReader {
        events: Parser::new_ext(&markdown[body..], Options::ENABLE_STRIKETHROUGH)
            .into_offset_iter()
            .map(|(event, range)| (event, body + range.start))
            .collect::<Vec<_>>()
            .into_iter(),
        meta: &meta,
        passages: 0,
    };
    let (introduction, body) = reader.page()?;
    if reader.passages != meta.passages.len() {
        let what = "the front matter names passages that are not there".to_owned();
        return Err(PageReadError { what, at: markdown.len() });
    }
    Ok(MarkdownPage { introduction, body, meta })
}

struct BlockReader<'a> {
    events: std::vec::IntoIter<(Event<'a>, usize)>,
    meta: &'a PageMeta,
    /// The number of passages read so far.
    passages: usize,
}

impl<'a> BlockReader<'a> {
    fn page(&mut self) -> Read<(Vec<Block>, Vec<Block>)> {
        let (mut introduction, mut body) = (Vec::new(), Vec::new());
        let mut quoted = false;
        let mut titled = false;
        while let Some((event, at)) = self.events.next() {
            let blocks = if quoted { &mut introduction } else { &mut body };
            match event {
                Event::Start(Tag::BlockQuote(_)) if !quoted => quoted = true,
                Event::End(TagEnd::BlockQuote(_)) => quoted = false,
                // the title is in the front matter too, and is taken from there
                Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if !titled => {
                    titled = true;
                    self.heading()?;
                }
                Event::Start(Tag::Heading { .. }) => blocks.push(self.heading_block()?),
                Event::Start(Tag::Paragraph) => blocks.push(self.paragraph()?),
                Event::Start(Tag::HtmlBlock) => blocks.push(self.missing_image()?),
                _ => return Err(unexpected(&event, at)),
            }
        }
        Ok((introduction, body))
    }

    /// Reads a heading to its end: its text, and the address that it links to.
    fn heading(&mut self) -> Read<(String, Option<String>)> {
        let (mut text, mut url) = (String::new(), None);
        for (event, at) in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::Start(Tag::Link { dest_url, .. }) => url = Some(dest_url.into_string()),
                Event::End(TagEnd::Link) => {}
                Event::End(TagEnd::Heading(_)) => return Ok((text, url)),
                _ => return Err(unexpected(&event, at)),
            }
        }
        Ok((text, url))
    }

    fn heading_block(&mut self) -> Read<Block> {
        let (text, url) = self.heading()?;
        // the address tells a turn from a section; the level does not, since `##` may be either
        let speaker = url
            .as_deref()
            .and_then(|url| url.strip_prefix("../../speakers/")?.strip_suffix('/'))
            .map(str::to_owned);
        Ok(match (speaker, url) {
            (None, Some(url)) => Block::Section { title: text, url },
            (speaker, _) => Block::Turn { speaker, name: text },
        })
    }

    /// `<!-- image not available: path -->`
    fn missing_image(&mut self) -> Read<Block> {
        let mut html = String::new();
        let mut place = 0;
        for (event, at) in self.events.by_ref() {
            match event {
                Event::Html(piece) => html.push_str(&piece),
                Event::End(TagEnd::HtmlBlock) => break,
                _ => return Err(unexpected(&event, at)),
            }
            place = at;
        }
        let path = html.trim().strip_prefix("<!-- image not available: ");
        let path = path.and_then(|rest| rest.strip_suffix(" -->"));
        match path {
            Some(path) => Ok(Block::Image { path: path.into(), alt: String::new(), there: false }),
            None => {
                Err(PageReadError { what: format!("HTML that is not ours: {html:?}"), at: place })
            }
        }
    }

    /// Reads a paragraph to its end: an image or a passage.
    fn paragraph(&mut self) -> Read<Block> {
        let Some((first, at)) = self.events.next() else {
            return Err(PageReadError { what: "an unfinished paragraph".into(), at: 0 });
        };
        match first {
            Event::Start(Tag::Image { dest_url, .. }) => self.image(dest_url.into_string()),
            Event::InlineHtml(html) => match anchor_id(&html) {
                Some(id) => self.passage(id.to_owned(), at).map(Block::Passage),
                None => Err(unexpected(&Event::InlineHtml(html), at)),
            },
            _ => Err(unexpected(&first, at)),
        }
    }

    fn image(&mut self, path: String) -> Read<Block> {
        let mut alt = String::new();
        for (event, at) in self.events.by_ref() {
            match event {
                Event::Text(piece) => alt.push_str(&piece),
                Event::End(TagEnd::Image) => {}
                Event::End(TagEnd::Paragraph) => break,
                _ => return Err(unexpected(&event, at)),
            }
        }
        Ok(Block::Image { path, alt, there: true })
    }

    fn passage(&mut self, id: String, at: usize) -> Read<Passage> {
        let known = self.meta.passages.get(self.passages).filter(|p| p.id == id);
        let Some(known) = known else {
            return Err(PageReadError {
                what: format!("passage `{id}` is not in the front matter"),
                at,
            });
        };
        self.passages += 1;
        let mut runs = RunReader { done: Vec::new(), rules: known.changes.chars() };
        let mut formerly = Vec::new();
        while let Some((event, at)) = self.events.next() {
            match event {
                Event::Text(text) => runs.same(&text),
                // the start tag of the anchor has been read; the parser does not pair inline HTML
                Event::InlineHtml(html) if &*html == "</a>" => {}
                Event::InlineHtml(html) if runs.done.is_empty() && anchor_id(&html).is_some() => {
                    formerly.extend(anchor_id(&html).map(str::to_owned));
                }
                Event::InlineHtml(html) if &*html == "<ins>" => {
                    let meant = self.until_ins_ends()?;
                    runs.meant(&meant, at)?;
                }
                Event::Start(Tag::Strikethrough) => {
                    let heard = self.until_strikethrough_ends()?;
                    runs.heard(heard, at)?;
                }
                Event::End(TagEnd::Paragraph) => break,
                _ => return Err(unexpected(&event, at)),
            }
        }
        // where tildes were not taken for a strikethrough, an edit would be lost without a word
        if runs.rules.next().is_some() {
            return Err(PageReadError {
                what: format!("passage `{id}` has fewer changes than rules"),
                at,
            });
        }
        Ok(Passage { id, formerly, line: known.line, runs: runs.done })
    }

    fn until_ins_ends(&mut self) -> Read<String> {
        self.text_until(|event| matches!(event, Event::InlineHtml(html) if &**html == "</ins>"))
    }

    fn until_strikethrough_ends(&mut self) -> Read<String> {
        self.text_until(|event| matches!(event, Event::End(TagEnd::Strikethrough)))
    }

    fn text_until(&mut self, is_end: impl Fn(&Event<'_>) -> bool) -> Read<String> {
        let mut text = String::new();
        for (event, at) in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                event if is_end(&event) => return Ok(text),
                event => return Err(unexpected(&event, at)),
            }
        }
        Ok(text)
    }
}

/// Collects the runs of a passage.
struct RunReader<'a> {
    done: Vec<TextRun>,
    rules: std::str::Chars<'a>,
}

impl RunReader<'_> {
    fn same(&mut self, text: &str) {
        match self.done.last_mut() {
            // the parser gives one text in pieces, divided at each escape and character reference
            Some(TextRun::Same(last)) => last.push_str(text),
            _ => self.done.push(TextRun::Same(text.to_owned())),
        }
    }

    fn heard(&mut self, heard: String, at: usize) -> Read<()> {
        let Some(rule) = self.rules.next().and_then(Rule::from_letter) else {
            return Err(PageReadError { what: "a change without a rule".into(), at });
        };
        self.done.push(TextRun::Changed { heard, meant: String::new(), rule });
        Ok(())
    }

    /// The text of an `<ins>` is the replacement of the strikethrough before it; an empty one is
    /// ignored.
    fn meant(&mut self, text: &str, at: usize) -> Read<()> {
        match self.done.last_mut() {
            _ if text.is_empty() => Ok(()),
            Some(TextRun::Changed { meant, .. }) if meant.is_empty() => {
                meant.push_str(text);
                Ok(())
            }
            _ => Err(PageReadError { what: "an insertion where nothing is struck".into(), at }),
        }
    }
}

fn anchor_id(html: &str) -> Option<&str> {
    html.strip_prefix("<a id=\"")?.strip_suffix("\">")
}

fn unexpected(event: &Event<'_>, at: usize) -> PageReadError {
    PageReadError { what: format!("unexpected {event:?}"), at }
}
