//! The transcript, as the recogniser gave it.
//!
//! ```text
//! transcript = [BOM] [head] { line }
//! head       = "# " title            the first line that is not blank, if it begins with "# "
//! line       = image | speech | blank
//! image      = "![" alt "](" path ")"   a line of its own
//! speech     = any other line that is not only blanks
//! ```
//!
//! The recogniser's lines are arbitrary: they end in mid-sentence and in mid-number. So the text
//! is the speech lines laid end to end, without their breaks (LF or CRLF); a blank at the start or
//! end of a line separates Latin words (`…这个sing` / ` law呢…`) and stays. Every byte of the text
//! knows its place in the file.

use super::head;
use crate::diagnostics::{FileId, Span};
use crate::model::{Head, Image, Transcript};

/// Reads a transcript. Any text is one; an empty one has an empty `text`.
pub fn parse(file: FileId, source: &str) -> Transcript {
    let mut transcript = Transcript::new(file, Head::default());
    let mut begun = false;
    for (start, line) in lines(source) {
        if line.trim().is_empty() {
            continue;
        }
        if !begun && let Some(title) = line.strip_prefix("# ") {
            transcript.head = head::parse(title);
        } else if let Some((alt, path)) = image(line) {
            let span = Span::new(file, start..start + line.len());
            let at = transcript.text.len();
            transcript.images.push(Image { at, path: path.into(), alt: alt.into(), span });
        } else {
            transcript.push_line(start, line);
        }
        begun = true;
    }
    transcript
}

/// Lines with their byte offsets, without LF or CRLF, and without a BOM at the start.
fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let bom = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = bom;
    source[bom..].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        (start, line.strip_suffix('\r').unwrap_or(line))
    })
}

/// The alternative text and path of a line that is an image and nothing else.
fn image(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim().strip_prefix("![")?;
    let (alt, rest) = rest.split_once("](")?;
    let path = rest.strip_suffix(')')?;
    (!path.contains(')') && !path.is_empty()).then_some((alt, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Sources;

    fn parse(source: &str) -> (Sources, Transcript) {
        let mut sources = Sources::default();
        let file = sources.add("transcript.md", source);
        let transcript = super::parse(file, sources.text(file));
        (sources, transcript)
    }

    #[test]
    fn lines_are_joined_without_their_breaks_and_keep_their_blanks() {
        let (_, t) =
            parse("# 甲 - P1 - 乙 - BV1\r\n\r\n用GP4。\r\n\r\n0到sing\r\n\r\n law呢。\r\n");
        assert_eq!(t.text, "用GP4。0到sing law呢。");
    }

    #[test]
    fn every_character_knows_its_place() {
        let (sources, t) = parse("\u{feff}# 甲\n\n你好。\n\n![](img/1.png)\n\n世界\n");
        let at = t.text.find('界').unwrap();
        let place = sources.place(t.file, t.source_offset(at));
        assert_eq!((place.line, place.column), (7, 2));
        assert_eq!(t.images[0].at, "你好。".len());
        assert_eq!(t.images[0].path, "img/1.png");
    }

    #[test]
    fn a_heading_sign_later_on_is_speech() {
        let (_, t) = parse("你好\n# 世界\n");
        assert_eq!(t.text, "你好# 世界");
        assert_eq!(t.head, Head::default());
    }

    #[test]
    fn the_span_of_a_range_does_not_reach_into_the_next_line() {
        let (sources, t) = parse("你好\n\n世界\n");
        let span = t.span(0.."你好".len());
        assert_eq!(&sources.text(t.file)[span.range()], "你好");
    }
}
