//! The text of a Word document (`.docx`), as meeting tools export transcripts.
//!
//! ```text
//! file      = zip archive with `word/document.xml`
//! paragraph = "w:p": a line of the text; the paragraphs of a table's cells are lines as well
//! words     = "w:t" in a run, "m:t" in a formula; "w:tab" is a tab, "w:br" and "w:cr" a soft break
//!             (U+2028)
//! ```
//!
//! Of tracked changes what was inserted is read and what was deleted is not. Text boxes, footnotes,
//! endnotes, comments, headers and footers are no lines of the text; where they have words, that is
//! reported. Source: ECMA-376, part 1, 17.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use html5gum::{Token, Tokenizer};
use zip::ZipArchive;

use super::{DecodedFile, Finding, Undecodable};

/// The most bytes that a part of a document is unpacked to.
const MAX_BYTES: u64 = 64 << 20;
const DAMAGED: Undecodable = Undecodable::NoText(
    "a damaged document",
    "open it in Word and save it again as .docx, or as plain text",
);
const TOO_LARGE: Undecodable =
    Undecodable::NoText("a document of more than 64 MB", "save its words as plain text");
const OTHER_ARCHIVE: Undecodable = Undecodable::NoText(
    "an archive that is no Word document",
    "unpack it, and put the transcript into the forum's folder",
);
/// Parts of the archive beside the document, by the beginnings of their names.
const OTHER_PARTS: [(&str, &str); 5] = [
    ("word/footnotes", "the footnotes"),
    ("word/endnotes", "the endnotes"),
    ("word/comments.", "the comments"),
    ("word/header", "the headers"),
    ("word/footer", "the footers"),
];

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<DecodedFile, Undecodable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let mut names: Vec<String> = archive.file_names().flatten().map(Cow::into_owned).collect();
    names.sort_unstable();
    if !names.iter().any(|name| name == "word/document.xml") {
        return Err(OTHER_ARCHIVE);
    }
    let document = Document::of(&part(&mut archive, "word/document.xml")?);
    let mut findings = Vec::new();
    let mut left_out = |what, characters: usize| {
        if characters > 0 {
            findings.push(Finding::LeftOut(what, characters));
        }
    };
    left_out("the text boxes", document.in_boxes);
    left_out("the deleted words", document.deleted);
    for (start, what) in OTHER_PARTS {
        let mut characters = 0;
        for name in names.iter().filter(|name| name.starts_with(start) && name.ends_with(".xml")) {
            let words = Document::of(&part(&mut archive, name)?).text;
            characters += words.chars().filter(|c| !c.is_whitespace()).count();
        }
        left_out(what, characters);
    }
    Ok(DecodedFile { text: document.text, findings })
}

/// The text of a part of the archive.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, Undecodable> {
    let file = archive.by_name(name).map_err(|_| DAMAGED)?;
    let mut bytes = Vec::new();
    // the size that the archive states may be wrong, so what is unpacked is counted
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|_| DAMAGED)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        return Err(TOO_LARGE);
    }
    String::from_utf8(bytes).map_err(|_| DAMAGED)
}

/// The words of a part.
#[derive(Default)]
struct Document {
    text: String,
    /// How many characters stand in text boxes.
    in_boxes: usize,
    /// How many characters were deleted.
    deleted: usize,
    depth: Depth,
}

/// How many elements of a kind are open.
#[derive(Default)]
struct Depth {
    run: usize,
    words: usize,
    deleted: usize,
    text_box: usize,
    /// The same once more, for programs that cannot read the first.
    fallback: usize,
}

impl Document {
    fn of(xml: &str) -> Self {
        let mut document = Self::default();
        for Ok(token) in Tokenizer::new(xml) {
            match token {
                Token::StartTag(tag) => {
                    let name = tag.name.as_slice();
                    document.start(name);
                    if tag.self_closing {
                        document.end(name);
                    }
                }
                Token::EndTag(tag) => document.end(tag.name.as_slice()),
                Token::String(text) if document.depth.words > 0 => {
                    document.words(&String::from_utf8_lossy(&text));
                }
                _ => {}
            }
        }
        document
    }

    fn start(&mut self, name: &[u8]) {
        // tabs and breaks within a run; `w:tab` elsewhere says where a tab leads to
        match name {
            b"w:tab" if self.depth.run > 0 => self.words("\t"),
            b"w:br" | b"w:cr" if self.depth.run > 0 => self.words("\u{2028}"),
            b"w:nobreakhyphen" => self.words("-"),
            _ => {
                if let Some(depth) = self.depth.of(name) {
                    *depth += 1;
                }
            }
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some(depth) = self.depth.of(name) {
            *depth = depth.saturating_sub(1);
        } else if name == b"w:p" && self.depth.text_box == 0 && self.depth.fallback == 0 {
            self.text.push('\n');
        }
    }

    fn words(&mut self, words: &str) {
        let characters = || words.chars().filter(|c| !c.is_whitespace()).count();
        if self.depth.fallback > 0 {
        } else if self.depth.deleted > 0 {
            self.deleted += characters();
        } else if self.depth.text_box > 0 {
            self.in_boxes += characters();
        } else {
            // a line break in XML is a blank
            self.text.extend(words.chars().map(|c| if "\r\n".contains(c) { ' ' } else { c }));
        }
    }
}

impl Depth {
    fn of(&mut self, name: &[u8]) -> Option<&mut usize> {
        Some(match name {
            b"w:r" => &mut self.run,
            b"w:t" | b"m:t" | b"w:deltext" => &mut self.words,
            b"w:del" | b"w:movefrom" => &mut self.deleted,
            b"w:txbxcontent" => &mut self.text_box,
            b"mc:fallback" => &mut self.fallback,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn document(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_paragraph_is_a_line_and_tracked_changes_are_carried_out() {
        let body = "<w:document><w:body>\n<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>\
            甲一</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> 00:03</w:t><w:br/><w:t>早 \
            &amp; 好</w:t></w:r></w:p><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p>\
            </w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>不</w:delText></w:r></w:del><w:ins>\
            <w:r><w:t>是</w:t></w:r></w:ins><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\
            <w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>\
            <w:r><w:t>框里</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        let notes = "<w:footnotes><w:footnote><w:p><w:r><w:t>注一</w:t></w:r></w:p></w:footnote>";
        let parts = [("word/document.xml", body), ("word/footnotes.xml", notes)];
        let found = read(&document(&parts)).unwrap();
        assert_eq!(found.text, "甲一\t 00:03\u{2028}早 & 好\n\n格\n是\n");
        let left_out = [("the text boxes", 2), ("the deleted words", 1), ("the footnotes", 2)];
        assert_eq!(found.findings, left_out.map(|(what, count)| Finding::LeftOut(what, count)));
    }

    #[test]
    fn other_archives_and_damaged_ones_are_refused() {
        assert_eq!(read(&document(&[("xl/workbook.xml", "")])), Err(OTHER_ARCHIVE));
        let whole = document(&[("word/document.xml", "<w:p/>")]);
        assert_eq!(read(&whole[..whole.len() / 2]), Err(DAMAGED));
    }

    proptest! {
        #[test]
        fn a_damaged_document_is_read_or_refused(at in any::<usize>(), byte in any::<u8>()) {
            let xml = "<w:p><w:r><w:t>大家好</w:t></w:r></w:p>".repeat(20);
            let mut bytes = document(&[("word/document.xml", &xml)]);
            let at = at % bytes.len();
            bytes[at] = byte;
            let found = read(&bytes);
            let whole = "大家好\n".repeat(20);
            prop_assert!(found.as_ref().map_or(true, |found| found.text == whole), "{found:?}");
        }
    }
}
