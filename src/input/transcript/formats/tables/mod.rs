//! Tables: a row for each segment, with a time in two of its columns.
//!
//! ```text
//! file   = [BOM] [ header ] { row | blank }
//! header = names of columns, among them "start", "end", "text" and perhaps "speaker"
//! row    = fields with tabs between them, or with commas if the header has them
//! field  = any characters; with commas also '"' { any but '"' | '""' } '"'
//! text   = [ "[[" voice "]]" | "[" "SPEAKER_" digits "]:" ] words
//! ```
//!
//! | written by | what it has |
//! | --- | --- |
//! | Whisper, whisper-ctranslate2, WhisperX (`.tsv`) | whole milliseconds |
//! | FunASR's command line (`.tsv`) | seconds with a point, under the same header |
//! | whisper.cpp (`.csv`, `output_csv` of `cli.cpp`) | whole milliseconds, quoted text |
//! | Audacity, WhisperX (`.txt`) | label tracks: seconds, no header, `[[SPEAKER_01]]` |
//!
//! The columns are those that the header names, else the first three. Of the last column anything
//! up to the end of the line is part. A row is read as a cue of subtitles. In label tracks a line
//! that begins with `\` has the frequencies of the label above it
//! (<https://manual.audacityteam.org/man/importing_and_exporting_labels.html>).

mod layout;

use std::ops::Range;

use layout::{Table, trimmed};

use crate::diagnostics::Code;
use crate::input::transcript::builder::{SpeechBreak, TranscriptBuilder};
use crate::input::transcript::format::TranscriptFormat;
use crate::input::transcript::time_unit::TimeUnit;
use crate::input::transcript::unread::UnreadKind;
use crate::input::transcript::wordless::has_words;
use crate::model::{ByteUse, Milliseconds};

/// Tables with tabs or commas.
pub(super) const TABLE: TranscriptFormat = TranscriptFormat {
    name: "a table of segments",
    extensions: &["tsv", "csv", "txt"],
    only_transcripts: false,
    recognises: |text| Table::of(text).is_some(),
    read,
};

/// Times that are none.
const BAD_TIME: UnreadKind = UnreadKind::new(
    Code::BadTime,
    "the time of this row cannot be read",
    "the times of {n} rows cannot be read",
    "a time is a number that is not negative; what the row says is kept",
);
/// Lines that are no rows.
const NO_ROW: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "this line is no row of the table and is left out",
    "{n} lines are no rows of the table and are left out",
    "a row has a begin, an end and a text, with the table's sign between them; in a copy, join \
     what was said to the row that it belongs to",
);
/// Words in a column that has no place for any.
const OTHER_COLUMN: UnreadKind = UnreadKind::new(
    Code::NotUnderstood,
    "the words in a column other than `text` are left out",
    "the words of {n} fields in columns other than `text` are left out",
    "if they were said, name the column `text` in the table's first line",
);

fn read(builder: &mut TranscriptBuilder<'_>) {
    let source = builder.source();
    let table = Table::of(source).unwrap_or_else(|| Table::without_header('\t'));
    let voiced = table.rows(source).any(|row| table.voice(source, &row).is_some());
    let mut reader = RowReader { unit: table.unit(source), builder, table: &table, voiced };
    for row in table.rows(source) {
        reader.row(row);
    }
}

struct RowReader<'b, 'a> {
    builder: &'b mut TranscriptBuilder<'a>,
    table: &'b Table,
    unit: TimeUnit,
    /// Whether the table says who speaks.
    voiced: bool,
}

impl RowReader<'_, '_> {
    fn row(&mut self, row: Range<usize>) {
        let source = self.builder.source();
        let written = source.get(row.clone()).unwrap_or_default();
        let fields = self.table.fields(source, row.clone());
        let is_header = source.get(self.table.header.clone()) == Some(written);
        if is_header || written.starts_with("\\\t") {
            return self.header(row, &fields);
        }
        let (Some(begin), Some(end)) = (fields.get(self.table.begin), fields.get(self.table.end))
        else {
            return self.builder.unread(&NO_ROW, row);
        };
        let Some(text) = fields.get(self.table.text) else {
            return self.builder.unread(&NO_ROW, row);
        };
        // the signs between fields
        self.builder.claim(row.clone(), ByteUse::Markup);
        self.other_columns(&fields);
        self.builder.break_at(SpeechBreak::Cue, text.start);
        if let Some(begin_time) = self.time(begin) {
            self.builder.time(begin_time, begin.clone());
        }
        let end_time = self.time(end);
        let mut words = self.table.inner(source, text.clone());
        if let Some((voice, range)) = self.table.voice(source, &row) {
            words = trimmed(source, words.start.max(range.end).min(words.end)..words.end);
            self.builder.voice(voice, range);
        } else if self.voiced {
            self.builder.voice(None, words.start..words.start);
        }
        self.say(words);
        if let Some(end) = end_time {
            self.builder.ended(end);
        }
    }

    /// Accounts for a row without words. Names of columns are ASCII in what tools write, so that
    /// another one may be words whose row is damaged.
    fn header(&mut self, row: Range<usize>, fields: &[Range<usize>]) {
        self.builder.claim(row, ByteUse::Metadata);
        for field in fields {
            let text = self.builder.source().get(field.clone()).unwrap_or_default();
            if !text.is_ascii() && has_words(text) {
                self.builder.unread(&OTHER_COLUMN, field.clone());
            }
        }
    }

    /// The time of a field, which is reported if it is not empty and no time.
    fn time(&mut self, field: &Range<usize>) -> Option<Milliseconds> {
        let source = self.builder.source();
        let written = source.get(self.table.inner(source, field.clone())).unwrap_or_default();
        let time = self.unit.time(written);
        if time.is_none() && !written.is_empty() {
            self.builder.report(&BAD_TIME, field.clone());
            self.builder.claim(field.clone(), ByteUse::NotUnderstood);
        } else {
            self.builder.claim(field.clone(), ByteUse::Time);
        }
        time
    }

    /// Accounts for the fields that are neither time, voice nor words.
    fn other_columns(&mut self, fields: &[Range<usize>]) {
        let table = self.table;
        let known = [Some(table.begin), Some(table.end), Some(table.text), table.voice];
        for (index, field) in fields.iter().enumerate() {
            let text = self.builder.source().get(field.clone()).unwrap_or_default();
            match known.contains(&Some(index)) {
                true => {}
                false if has_words(text) => self.builder.unread(&OTHER_COLUMN, field.clone()),
                false => self.builder.claim(field.clone(), ByteUse::Metadata),
            }
        }
    }

    /// Says the words in a range. Two quotation marks in a quoted field are one, and a line break
    /// or a tab separates words.
    fn say(&mut self, words: Range<usize>) {
        let source = self.builder.source();
        let text = source.get(words.clone()).unwrap_or_default();
        let (mut run, mut after_quote) = (words.start, false);
        for (at, c) in text.char_indices() {
            let at = words.start + at;
            let is_break = c.is_control();
            let is_second = c == '"' && after_quote && self.table.separator == ',';
            if is_break || is_second {
                self.builder.visible_speech(run..at);
                self.builder.claim(at..at + c.len_utf8(), ByteUse::Markup);
                run = at + c.len_utf8();
            }
            if is_break {
                self.builder.break_at(SpeechBreak::Line, at);
            }
            after_quote = c == '"' && !is_second;
        }
        self.builder.visible_speech(run..words.end.max(run));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Problems, SourceMap};
    use crate::input::transcript;

    /// The text, its times in seconds, the voices as they change, and what is wrong.
    fn parse(name: &str, source: &str) -> (String, Vec<f64>, Vec<String>, Vec<String>) {
        let mut sources = SourceMap::default();
        let file = sources.add(name, source);
        let mut problems = Problems::new();
        let read = transcript::read(name, file, source, &mut problems);
        let times = read.found_times.iter().map(|time| time.time.0 as f64 / 1000.0).collect();
        let name = |voice: Option<usize>| voice.map_or("?", |voice| &read.voices.names[voice]);
        let voices = read.voices.starts.iter().map(|start| name(start.voice).to_owned()).collect();
        (read.text, times, voices, problems.into_iter().map(|problem| problem.message).collect())
    }

    fn reads(name: &str, source: &str, text: &str, times: &[f64]) {
        let wanted = (text.to_owned(), times.to_vec(), vec![], vec![]);
        assert_eq!(parse(name, source), wanted, "{source:?}");
    }

    #[test]
    fn of_one_header_whole_numbers_are_milliseconds_and_points_seconds() {
        let whisper = "start\tend\ttext\n0\t3200\t大家早上好 欢迎\n6840\t9000\tThank you.\n";
        reads("t.tsv", whisper, "大家早上好 欢迎 Thank you.", &[0.0, 6.84]);
        let funasr = "start\tend\ttext\r\n0.380\t3.060\t大家早上好，\r\n3.900\t5.590\t开始。";
        reads("t.tsv", funasr, "大家早上好，开始。", &[0.38, 3.9]);
        let seconds = "start\tend\ttext\n0\t3\t大家早上好 欢迎\n6\t9\t开始\n";
        reads("t.tsv", seconds, "大家早上好 欢迎 开始", &[0.0, 6.0]);
    }

    #[test]
    fn quoted_fields_have_commas_quotation_marks_and_line_breaks() {
        let source = "\u{feff}start,end,text\n0,2440,\" 今天我们谈\"\"三张\"\"地图\"\n\
            2440,5980,\"one, two\nthree\"\n5980,7000,开始，好\n";
        let text = "今天我们谈\"三张\"地图 one, two three 开始，好";
        reads("t.csv", source, text, &[0.0, 2.44, 5.98]);
    }

    #[test]
    fn a_quotation_mark_that_does_not_end_spoils_its_row_only() {
        let source = "start,end,text\n0,2440,\"今天\n2440,5980,\"开始\"\n";
        reads("t.csv", source, "今天 开始", &[0.0, 2.44]);
    }

    #[test]
    fn voices_stand_in_a_column_or_before_the_words() {
        let (text, _, voices, problems) =
            parse("t.csv", "start,end,speaker,text\n0,2440,0,\"各位好\"\n2440,5980,?,\"开始\"\n");
        assert_eq!(
            (text.as_str(), voices, problems),
            ("各位好 开始", vec!["0".into(), "?".into()], vec![])
        );
        let audacity = "0.380000\t3.06\t各位好。\n\\\t100.5\t200.5\n\
            3.9\t5.59\t[[SPEAKER_01]]开始。\n6.5\t7\t\n7.5\t8\t[SPEAKER_00]: 好[[的]]\n";
        let (text, times, voices, problems) = parse("t.txt", audacity);
        assert_eq!((text.as_str(), problems), ("各位好。开始。好[[的]]", vec![]));
        assert_eq!(times, [0.38, 3.9, 7.5]);
        assert_eq!(voices, ["SPEAKER_01", "SPEAKER_00"]);
    }

    #[test]
    fn what_is_no_row_is_reported_and_not_published() {
        let (text, times, _, problems) = parse(
            "t.tsv",
            "start\tend\ttext\n0\t3200\t大家\t早上好\n没有时间\nx\t3900\t欢迎\nstart\tend\ttext\n",
        );
        assert_eq!((text.as_str(), times), ("大家早上好 欢迎", vec![0.0]));
        assert_eq!(
            problems,
            [
                "this line is no row of the table and is left out",
                "the time of this row cannot be read"
            ]
        );
        let (text, _, _, problems) =
            parse("t.tsv", "id\tstart\tend\ttext\tnote\n1\t0\t3200\t大家好\t由工具生成\n");
        assert_eq!((text.as_str(), problems.len()), ("大家好", 1));
        let (text, _, _, problems) = parse("t.csv", "甲,乙\n各位,好\n");
        assert_eq!((text.as_str(), problems.len()), ("", 1));
    }

    #[test]
    fn a_sentence_with_commas_or_a_line_with_tabs_is_no_table() {
        for text in ["3,4,5 这三个数", "start, end", "各位\t来宾\t好", "3\t4", ""] {
            assert_eq!(Table::of(text), None, "{text}");
        }
    }
}
