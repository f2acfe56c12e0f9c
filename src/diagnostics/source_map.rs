//! The texts that problems point into.

use std::ops::Range;

/// A file known to [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A byte range in a file. Empty at 0 where the file as a whole is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file that it is in.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// A byte range in a file.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, start: range.start, end: range.end }
    }

    /// The file as a whole.
    pub fn whole(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The byte range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// The line and column of a byte, both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

#[derive(Debug)]
struct SourceFile {
    path: String,
    text: String,
    line_starts: Vec<usize>,
}

/// Every text that was read, by [`FileId`], with its path as it is shown to people.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a text; a file that could not be read is added as an empty one.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let text = text.into();
        let line_starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i + 1))
            .collect();
        self.files.push(SourceFile { path: path.into(), text, line_starts });
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The file of a path, where it was added.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.iter().position(|source| source.path == path)?;
        u32::try_from(at).ok().map(FileId)
    }

    /// The path of a file, as shown to people.
    pub fn path(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].path
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// The line and column of a byte.
    pub fn place(&self, file: FileId, at: usize) -> LineColumn {
        let source = &self.files[file.0 as usize];
        let line = source.line_starts.partition_point(|&start| start <= at).max(1);
        let start = source.line_starts[line - 1];
        // `get`, because `at` may be within a character or behind the text
        let before = source.text.get(start..at).unwrap_or_default();
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// Byte range of all lines that a range touches, without the last line's break (LF or CRLF).
    pub(super) fn lines(&self, span: Span) -> Range<usize> {
        let source = &self.files[span.file.0 as usize];
        let start = self.line_start(source, span.start);
        let last = span.end.saturating_sub(1).max(span.start).min(source.text.len());
        // in bytes, since the last byte of a span is seldom the first of its character
        let rest = &source.text.as_bytes()[last..];
        let end = rest.iter().position(|&b| b == b'\n').map_or(source.text.len(), |n| last + n);
        let end = if source.text[start..end].ends_with('\r') { end - 1 } else { end };
        start..end
    }

    fn line_start(&self, source: &SourceFile, at: usize) -> usize {
        let line = source.line_starts.partition_point(|&start| start <= at).max(1);
        source.line_starts[line - 1]
    }
}
