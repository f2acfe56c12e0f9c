//! From the bytes of a transcript's file to its text.
//!
//! A Word document (told by its first bytes) gives its paragraphs, a line each
//! (`word_document`). Any other file is a text: UTF-8, or another encoding where it is certain
//! which (`encodings`). Places in messages are those of the text.

mod encodings;
mod word_document;

pub use encodings::likely_encoding;

use crate::diagnostics::{Code, Diagnostic, FileId, Span};

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct DecodedFile {
    /// The text.
    pub text: String,
    findings: Vec<Finding>,
}

/// What is to be said of a file that was decoded.
#[derive(Debug, PartialEq, Eq)]
enum Finding {
    /// The text was in an encoding other than UTF-8.
    Encoding(&'static str),
    /// A part of a Word document that is no line of its text, with how many characters it has.
    LeftOut(&'static str, usize),
}

/// Why a file has no text.
#[derive(Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// A text in an encoding that is not certain.
    Text,
    /// A file of another kind: what it is, and what to do.
    NoText(&'static str, &'static str),
}

/// The first bytes of files that are no texts, what they are, and what to do.
const OTHER_FILES: [(&[u8], &str, &str); 3] = [
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word document (.doc)",
        "open it in Word and save it as .docx, or as plain text",
    ),
    (b"%PDF", "a PDF", "export the transcript as text or as .docx, or copy its words into a file"),
    (b"{\\rtf", "a document in RTF", "save it as .docx, or as plain text"),
];
/// What a file with a password has in it, in UTF-16.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// The text of a file.
///
/// # Errors
///
/// Why it has none.
pub fn decode(bytes: &[u8]) -> Result<DecodedFile, Undecodable> {
    if bytes.starts_with(b"PK\x03\x04") {
        return word_document::read(bytes);
    }
    if let Some((_, what, help)) = OTHER_FILES.iter().find(|(head, ..)| bytes.starts_with(head)) {
        let has_password = bytes.windows(ENCRYPTED.len()).any(|part| part == ENCRYPTED);
        return Err(if has_password {
            let help = "open it in Word, take the password off, and save it again";
            Undecodable::NoText("a document with a password", help)
        } else {
            Undecodable::NoText(what, help)
        });
    }
    let (text, encoding) = encodings::decode(bytes).ok_or(Undecodable::Text)?;
    let findings = encoding.into_iter().map(Finding::Encoding).collect();
    Ok(DecodedFile { text, findings })
}

impl DecodedFile {
    /// What is to be said of the file.
    pub fn problems(&self, file: FileId) -> Vec<Diagnostic> {
        self.findings.iter().map(|finding| finding.problem(Span::whole(file))).collect()
    }
}

impl Finding {
    fn problem(&self, span: Span) -> Diagnostic {
        match self {
            Self::Encoding(name) => {
                let message = format!("this file is {name}, and is read so");
                Diagnostic::new(Code::EncodingRead, span, message)
                    .help("save it as UTF-8, so that other programs read it as well")
            }
            Self::LeftOut(part, characters) => {
                let message =
                    format!("{part} of this document, {characters} characters, are left out");
                Diagnostic::new(Code::DocumentParts, span, message)
                    .help("put what was said into the paragraphs of the document")
            }
        }
    }
}

/// The problem of a file that is no text.
pub fn no_text(what: &str, help: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::DocumentUnreadable, span, format!("this file is {what}, and is not read"))
        .help(help.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_kind_is_named() {
        let what = |bytes: &[u8]| match decode(bytes) {
            Err(Undecodable::NoText(what, _)) => what,
            other => panic!("{other:?}"),
        };
        assert_eq!(what(b"%PDF-1.7 ..."), "a PDF");
        assert_eq!(what(b"\xd0\xcf\x11\xe0..."), "an old Word document (.doc)");
        let locked = [b"\xd0\xcf\x11\xe0".as_slice(), ENCRYPTED].concat();
        assert_eq!(what(&locked), "a document with a password");
        assert_eq!(what(b"PK\x03\x04..."), "a damaged document");
    }
}
