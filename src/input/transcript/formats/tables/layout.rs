//! The layout of a table: its columns, its rows, and what stands in their fields.

use std::ops::Range;

use crate::input::transcript::lines::lines;
use crate::input::transcript::time_unit::TimeUnit;

/// The longest name of a voice, in characters.
const LONGEST_NAME: usize = 64;

/// The layout of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// What stands between fields.
    pub separator: char,
    /// How many columns it has.
    columns: usize,
    /// The columns of times, words, and voices.
    pub begin: usize,
    pub end: usize,
    pub text: usize,
    pub voice: Option<usize>,
    /// The range of the line with the names of the columns.
    pub header: Range<usize>,
}

impl Table {
    /// The layout of a text that is a table.
    pub fn of(source: &str) -> Option<Self> {
        let first = lines(source).find(|line| !line.text.trim().is_empty())?;
        let separator = if first.text.contains('\t') { '\t' } else { ',' };
        let names: Vec<String> = first.text.split(separator).map(name).collect();
        let column = |wanted: &str| names.iter().position(|name| name == wanted);
        if let (Some(begin), Some(end), Some(text)) =
            (column("start"), column("end"), column("text"))
        {
            let (columns, voice) = (names.len(), column("speaker"));
            let header = first.range();
            return Some(Self { separator, columns, begin, end, text, voice, header });
        }
        // without a header, a line with commas may be a sentence
        let is_time = |index: usize| names.get(index).is_some_and(|t| t.parse::<f64>().is_ok());
        let is_row = separator == '\t' && is_time(0) && is_time(1) && names.len() > 2;
        is_row.then(|| Self::without_header(separator))
    }

    pub fn without_header(separator: char) -> Self {
        Self { separator, columns: 3, begin: 0, end: 1, text: 2, voice: None, header: 0..0 }
    }

    /// The ranges of the fields of a row, of which the last has the rest of the row.
    pub fn fields(&self, source: &str, row: Range<usize>) -> Vec<Range<usize>> {
        let text = source.get(row.clone()).unwrap_or_default();
        let mut quoted = false;
        let mut ends = Vec::new();
        for (at, c) in text.char_indices() {
            quoted ^= c == '"' && self.separator == ',';
            if ends.len() + 1 < self.columns && c == self.separator && !quoted {
                ends.push(row.start + at);
            }
        }
        let starts = std::iter::once(row.start).chain(ends.iter().map(|end| end + 1));
        starts.zip(ends.iter().copied().chain([row.end])).map(|(from, to)| from..to).collect()
    }

    /// The rows in the file. A quoted text may have line breaks, unless what follows is a row.
    pub fn rows<'a>(&'a self, source: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut lines = lines(source).filter(|line| !line.text.trim().is_empty()).peekable();
        std::iter::from_fn(move || {
            let mut row = lines.next()?.range();
            let mut open = self.opens_quote(source, &row);
            while open && let Some(next) = lines.next_if(|next| !self.is_row(source, next.range()))
            {
                open ^= self.opens_quote(source, &next.range());
                row.end = next.range().end;
            }
            Some(row)
        })
    }

    /// Whether a line has a quotation mark without another one.
    fn opens_quote(&self, source: &str, line: &Range<usize>) -> bool {
        let text = source.get(line.clone()).unwrap_or_default();
        self.separator == ',' && text.matches('"').count() % 2 == 1
    }

    fn is_row(&self, source: &str, line: Range<usize>) -> bool {
        let fields = self.fields(source, line);
        let time = |index: usize| {
            let range = self.inner(source, fields.get(index)?.clone());
            TimeUnit::Milliseconds.time(source.get(range)?)
        };
        time(self.begin).is_some() && time(self.end).is_some()
    }

    /// A field without the blanks and quotation marks around it.
    pub fn inner(&self, source: &str, field: Range<usize>) -> Range<usize> {
        let field = trimmed(source, field);
        let text = source.get(field.clone()).unwrap_or_default();
        if self.separator != ',' || !text.starts_with('"') {
            return field;
        }
        let closed = usize::from(text.len() > 1 && text.ends_with('"'));
        trimmed(source, field.start + 1..field.end - closed)
    }

    /// Who speaks in a row: nothing if it does not say so, nothing within where nobody is known.
    pub fn voice<'a>(
        &self,
        source: &'a str,
        row: &Range<usize>,
    ) -> Option<(Option<&'a str>, Range<usize>)> {
        let fields = self.fields(source, row.clone());
        if let Some(field) = self.voice.and_then(|voice| fields.get(voice)) {
            let range = self.inner(source, field.clone());
            let name = source.get(range.clone()).filter(|name| *name != "?");
            return Some((name, range));
        }
        let words = self.inner(source, fields.get(self.text)?.clone());
        let rest = source.get(words.clone())?;
        let (name, length) = match rest.strip_prefix("[[") {
            Some(rest) => rest.split_once("]]").map(|(name, _)| (name, name.len() + 4))?,
            None => {
                let (name, _) = rest.strip_prefix('[')?.split_once("]:")?;
                let number = name.strip_prefix("SPEAKER_")?;
                number.parse::<u32>().ok()?;
                (name, name.len() + 3)
            }
        };
        let is_name = name.chars().count() < LONGEST_NAME;
        is_name.then_some((Some(name), words.start..words.start + length))
    }

    /// What the times count: seconds where one has a point.
    pub fn unit(&self, source: &str) -> TimeUnit {
        let (mut letters, mut length) = (0, 0.0);
        for row in self.rows(source) {
            let fields = self.fields(source, row);
            let text = |index: usize| {
                let field = fields.get(index).cloned().unwrap_or_default();
                source.get(self.inner(source, field)).unwrap_or_default()
            };
            let (begin, end) = (text(self.begin), text(self.end));
            if [begin, end].iter().any(|time| time.contains('.') && time.parse::<f64>().is_ok()) {
                return TimeUnit::Seconds;
            }
            let (Ok(begin), Ok(end)) = (begin.parse::<f64>(), end.parse::<f64>()) else { continue };
            length += (end - begin).clamp(0.0, 1e9);
            letters += text(self.text).chars().count();
        }
        TimeUnit::of_speech(letters, length)
    }
}

/// A range without the blanks at its ends.
pub(super) fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

/// The name of a column as it is compared.
fn name(field: &str) -> String {
    field.trim().trim_matches('"').to_ascii_lowercase()
}
