//! Lines of a transcript that are images and nothing else, and the files that their paths mean.
//!
//! Images are written by hand, by the tools that exported the transcript and by editors, and each
//! does it otherwise:
//!
//! ```text
//! line        = image { blanks image }
//! image       = "![" alt "](" [blanks] destination [blanks title] [blanks] ")" [attributes]
//!             | "![[" path [ "|" size ] "]]"          Obsidian
//!             | "<img" … src="path" … ">"             Typora, exports from Word
//! destination = "<" path ">" | path                   a path may have blanks and paired brackets
//! title       = '"' text '"' | "'" text "'"
//! attributes  = "{" text "}"                          pandoc
//! ```
//!
//! The first form is that of CommonMark (<https://spec.commonmark.org/0.31.2/#images>), but that it
//! lets a path have blanks, because people write the names of their files as they are. A bracket
//! that has no partner belongs to the path where the line would be no image without it.

use std::ops::Range;

use html5gum::{Token, Tokenizer};
use percent_encoding::percent_decode_str;

/// An image as a line names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedImage {
    /// Alternative text.
    pub alt: String,
    /// The path as it is written; [`files_meant`] says what it may mean.
    pub path: String,
    /// Where it stands in the line.
    pub range: Range<usize>,
}

/// The images of a line that has nothing else; nothing where the line is speech or blank.
pub fn images_of_line(line: &str) -> Option<Vec<NamedImage>> {
    let mut images = Vec::new();
    let end = line.trim_end().len();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let ((alt, path), after) = first_image(rest)?;
        images.push(NamedImage { alt, path, range: end - rest.len()..end - after.len() });
        rest = after.trim_start();
    }
    (!images.is_empty()).then_some(images)
}

/// Alternative text and path.
type AltAndPath = (String, String);

/// The image that a text begins with, and what follows it.
fn first_image(text: &str) -> Option<(AltAndPath, &str)> {
    html_image(text).or_else(|| embedded(text)).or_else(|| markdown_image(text))
}

/// `![alt](path "title"){attributes}`
fn markdown_image(text: &str) -> Option<(AltAndPath, &str)> {
    let (alt, rest) = up_to_partner(text.strip_prefix("![")?, ['[', ']'])?;
    let rest = rest.strip_prefix('(')?;
    let inner = up_to_partner(rest, ['(', ')']).filter(|(_, after)| ends_image(after));
    // `![](图(1.png)` and `![](1).png)` have a bracket without a partner, in the file's name
    let (inner, after) = inner.or_else(|| unpaired(rest))?;
    Some(((tidy(alt), destination(inner)?), without_attributes(after)))
}

/// A path with one bracket too many, in a line that has no other image.
fn unpaired(rest: &str) -> Option<(&str, &str)> {
    let inner = rest.strip_suffix(')').filter(|inner| !inner.contains("]("))?;
    // `![](a.png)（见 (b)` is speech after an image, and so is `![](a.png) 说 b.png)`
    let before_bracket = inner.split(')').next().unwrap_or(inner);
    let one_file = before_bracket == inner || (!is_image(before_bracket) && is_image(inner));
    one_file.then_some((inner, ""))
}

/// Whether the line ends after an image and its attributes, or has another one next.
fn ends_image(after: &str) -> bool {
    let after = without_attributes(after).trim_start();
    after.is_empty() || after.starts_with("![") || after.starts_with("<img")
}

fn without_attributes(text: &str) -> &str {
    let attributes = text.strip_prefix('{').and_then(|text| text.split_once('}'));
    attributes.map_or(text, |(_, after)| after)
}

/// The path in the round brackets of an image, without angle brackets and title.
fn destination(inner: &str) -> Option<String> {
    let inner = inner.trim();
    let path = match inner.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        Some((path, title)) if title.is_empty() || is_title(title.trim()) => path,
        Some(_) => return None,
        None => without_title(inner),
    };
    let path = path.trim();
    (!path.is_empty()).then(|| path.to_owned())
}

/// A path without the title after it: the title is in quotation marks and follows a blank.
fn without_title(inner: &str) -> &str {
    let quote = inner.chars().next_back().filter(|quote| ['"', '\''].contains(quote));
    let opening = quote.and_then(|quote| {
        let before = &inner[..inner.len() - 1];
        before.rfind(quote)
    });
    match opening {
        Some(at) if at > 0 && inner[..at].ends_with([' ', '\t']) => &inner[..at],
        _ => inner,
    }
}

fn is_title(text: &str) -> bool {
    [('"', '"'), ('\'', '\''), ('(', ')')].iter().any(|(opening, closing)| {
        text.strip_prefix(*opening).is_some_and(|text| text.ends_with(*closing))
    })
}

/// `![[path|300]]`, as Obsidian embeds a file.
fn embedded(text: &str) -> Option<(AltAndPath, &str)> {
    let (inner, after) = up_to_partner(text.strip_prefix("![[")?, ['[', ']'])?;
    let after = after.strip_prefix(']')?;
    let (path, alt) = inner.split_once('|').unwrap_or((inner, ""));
    let is_size = alt.bytes().all(|b| b.is_ascii_digit() || b == b'x');
    let alt = if is_size { String::new() } else { tidy(alt) };
    let path = path.trim().to_owned();
    (is_image(&path)).then_some(((alt, path), after))
}

/// `<img src="path" alt="…">`, as editors write it that let one scale an image.
fn html_image(text: &str) -> Option<(AltAndPath, &str)> {
    let begins = text.get(..4).is_some_and(|tag| tag.eq_ignore_ascii_case("<img"));
    let end = text.find('>').filter(|_| begins)? + 1;
    let Ok(Token::StartTag(tag)) = Tokenizer::new(&text[..end]).next()? else { return None };
    let attribute = |name: &[u8]| {
        let value = tag.attributes.iter().find(|(key, _)| key.as_slice() == name)?.1;
        Some(String::from_utf8_lossy(value.as_slice()).trim().to_owned())
    };
    let path = attribute(b"src").filter(|path| !path.is_empty())?;
    let alt = tidy(&attribute(b"alt").unwrap_or_default());
    (tag.name.as_slice() == b"img").then(|| ((alt, path), &text[end..]))
}

/// What stands before the bracket that closes one already open, and what follows it. A bracket
/// after a backslash does not count.
fn up_to_partner(text: &str, [opening, closing]: [char; 2]) -> Option<(&str, &str)> {
    let (mut open, mut escaped) = (1_usize, false);
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == opening {
            open += 1;
        } else if c == closing {
            open -= 1;
            if open == 0 {
                return Some((&text[..at], &text[at + c.len_utf8()..]));
            }
        }
    }
    None
}

/// An alternative text on one line, without the backslashes that protect its marks.
fn tidy(alt: &str) -> String {
    without_escapes(alt).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without the backslashes before ASCII punctuation, as CommonMark reads it.
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.next_if(|next| c == '\\' && next.is_ascii_punctuation()) {
            Some(mark) => plain.push(mark),
            None => plain.push(c),
        }
    }
    plain
}

/// Extensions of files that are published as images.
pub const IMAGE_EXTENSIONS: [&str; 8] = ["avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Whether a path is that of an image, by its extension.
pub fn is_image(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    extension.is_some_and(|extension| IMAGE_EXTENSIONS.contains(&extension.as_str()))
}

/// What a path begins with that is no file, but the image itself.
pub const WRITTEN_OUT: &str = "data:";

/// The files of the forum's folder that a path may mean, the likeliest first. Which of them it is
/// can be told only by looking which is there: `a%20b.png` may be the name of a file, and `\(`
/// a folder and a bracket, or a protected bracket.
pub fn files_meant(path: &str) -> Vec<String> {
    if path.starts_with(WRITTEN_OUT) {
        // the bytes of the image, perhaps millions
        return path.split([';', ',']).take(1).map(str::to_owned).collect();
    }
    let decoded = |path: &str| match percent_decode_str(path).decode_utf8() {
        Ok(decoded) => decoded.into_owned(),
        Err(_) => path.to_owned(),
    };
    let plain = without_escapes(path);
    let mut files = Vec::new();
    for written in [decoded(&plain), decoded(&path.replace('\\', "/")), plain, path.to_owned()] {
        let file = within_folder(&written.replace('\\', "/"));
        if !file.is_empty() && !files.contains(&file) {
            files.push(file);
        }
    }
    files
}

/// A path without `.` and with the folders that `..` leaves taken out.
fn within_folder(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match (part, parts.last()) {
            ("." | "", Some(_)) | (".", None) => {}
            ("..", Some(last)) if *last != ".." && !last.is_empty() => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first file that each image of a line means, with the alternative text before it.
    fn meant(line: &str) -> Vec<String> {
        let first = |image: &NamedImage| files_meant(&image.path).into_iter().next();
        let images = images_of_line(line).unwrap_or_default();
        let shown = images.iter().map(|image| {
            let file = first(image).unwrap_or_default();
            if image.alt.is_empty() { file } else { format!("{}: {file}", image.alt) }
        });
        shown.collect()
    }

    #[test]
    fn an_image_is_read_however_its_line_is_written() {
        for (line, files) in [
            ("![](img/1.png)", "img/1.png"),
            ("  ![甲](img/1.png)  ", "甲: img/1.png"),
            ("![](img/图(1).png)", "img/图(1).png"),
            ("![](img/a (1) (2).png)", "img/a (1) (2).png"),
            ("![](img/图(1.png)", "img/图(1.png"),
            ("![](img/1).png)", "img/1).png"),
            ("![](./img/a b.png)", "img/a b.png"),
            ("![](img/a%20b.png)", "img/a b.png"),
            ("![](<img/a b.png>)", "img/a b.png"),
            ("![](<img/a (b.png> \"甲\")", "img/a (b.png"),
            ("![](img/1.png \"甲 (一)\")", "img/1.png"),
            ("![](img/1.png '甲')", "img/1.png"),
            ("![]( img/1.png )", "img/1.png"),
            ("![](img/1.PNG)", "img/1.PNG"),
            (r"![](img\1.png)", "img/1.png"),
            (r"![](.\img\图(1).png)", "img/图(1).png"),
            (r"![](img/图\(1\).png)", "img/图(1).png"),
            (r"![](img/a\_b.png)", "img/a_b.png"),
            ("![](img/%E5%9B%BE.png)", "img/图.png"),
            ("![](img/50%.png)", "img/50%.png"),
            ("![](img/x/../1.png)", "img/1.png"),
            ("![](../1.png)", "../1.png"),
            ("![](../../a/../1.png)", "../../1.png"),
            ("![](/img/1.png)", "/img/1.png"),
            ("![图 [1]](1.png)", "图 [1]: 1.png"),
            (r"![图 \[1](1.png)", "图 [1: 1.png"),
            ("![](1.png){width=50%}", "1.png"),
            ("![](1.png) ![乙](2.png)", "1.png|乙: 2.png"),
            ("![](1.png)![](2(1).png)", "1.png|2(1).png"),
            ("![[1 a.png]]", "1 a.png"),
            ("![[1.png|300]]", "1.png"),
            ("![[1.png|甲]]", "甲: 1.png"),
            (r#"<img src="img/1.png" alt="甲" style="zoom:50%;" />"#, "甲: img/1.png"),
            ("<IMG SRC=img/a%20b.png>", "img/a b.png"),
            ("![](forum.yaml)", "forum.yaml"),
            ("![](图)", "图"),
            ("![](data:image/png;base64,iVBORw0KGgo=)", "data:image/png"),
        ] {
            assert_eq!(meant(line).join("|"), files, "{line}");
        }
    }

    #[test]
    fn each_image_knows_its_place_in_the_line() {
        let line = " ![](1.png){w=9}  ![[2.png]] ";
        let images = images_of_line(line).unwrap();
        let places: Vec<&str> = images.iter().map(|image| &line[image.range.clone()]).collect();
        assert_eq!(places, ["![](1.png){w=9}", "![[2.png]]"]);
    }

    #[test]
    fn words_on_the_line_make_it_speech() {
        for line in [
            "",
            "你好",
            "![](1.png) 你好",
            "你好 ![](1.png)",
            "![](a.png)（见 (b)",
            "![](a.png) 说 b.png)",
            "![](a.png) ![](b.png) 好",
            "![]()",
            "![](<>)",
            "![](<a.png> 好)",
            "![甲]",
            "!(1.png)",
            "![[笔记]]",
            "<img alt=甲>",
            "<image src=1.png>",
            "<img src=1.png> 你好",
            "![](1.png){",
        ] {
            assert_eq!(meant(line).join("|"), "", "{line}");
        }
    }

    #[test]
    fn a_name_that_looks_encoded_may_be_that_of_a_file() {
        assert_eq!(files_meant("a%20b.png"), ["a b.png", "a%20b.png"]);
        assert_eq!(files_meant(r"img\(1).png"), ["img(1).png", "img/(1).png"]);
    }
}
