//! The reference of all codes, as Markdown, made from the registry: `docs/diagnostics.md`, and the
//! same in Chinese.

use std::fmt::Write as _;

use super::{Code, Entry, Example, Severity, TextLanguage, Topic, TranslatedText};

/// Longest line of English prose, in characters. Chinese is not divided into lines, because
/// Markdown would show a space at each line break.
const WIDTH: usize = 100;

const HEAD: TranslatedText = TranslatedText {
    en: "\
# Diagnostics

[中文](diagnostics.zh-CN.md)

Every kind of problem that `gen build`, `gen check` and `gen lock` report, by its code. An error
stops the build; a warning does not, but something is likely not as meant; notes are shown by
`gen check --notes`. `gen explain CODE` prints what is said here of one code.

This file is made from the registry in `src/diagnostics/codes/`. Change an entry there, then run
`UPDATE_SNAPSHOTS=1 cargo test --test testsuite diagnostics`.
",
    zh: Some(
        "\
# 错误、警告和提示

[English](diagnostics.md)

`gen build`、`gen check` 和 `gen lock` 会报出的各种问题，按代码排列。\
有错误就不生成网站；警告不妨碍生成，但多半有什么与本意不符；\
提示由 `gen check --notes` 列出。

本文件由 `src/diagnostics/codes/` 里的登记表生成。\
请改那里的条目，再运行
`UPDATE_SNAPSHOTS=1 cargo test --test testsuite diagnostics`。
",
    ),
};
const COLUMNS: TranslatedText =
    TranslatedText { en: "code | severity | meaning", zh: Some("代码 | 程度 | 意思") };
const INSTEAD: TranslatedText = TranslatedText { en: "Instead:", zh: Some("应为：") };
const OR: TranslatedText = TranslatedText { en: " or ", zh: Some("或") };

/// The whole reference.
pub fn reference(language: TextLanguage) -> String {
    let mut text = HEAD.text(language).to_owned();
    for &topic in Topic::ALL {
        let codes = Code::ALL.iter().filter(|code| code.topic() == topic);
        let entries: Vec<&Entry> = codes.map(|code| code.entry()).collect();
        text += &section(topic.title(), &entries, language);
    }
    text
}

/// A topic: a table of its codes, then each of them.
fn section(title: TranslatedText, entries: &[&Entry], language: TextLanguage) -> String {
    let (title, columns) = (title.text(language), COLUMNS.text(language));
    let mut text = format!("\n## {title}\n\n| {columns} |\n| --- | --- | --- |\n");
    for entry in entries {
        let (name, severities) = (entry.name, severities(entry, language));
        let meaning = entry.meaning.text(language);
        // writing to a String cannot fail
        let _ = writeln!(text, "| [`{name}`](#{name}) | {severities} | {meaning} |");
    }
    entries.iter().fold(text, |text, entry| text + "\n### " + &explanation(entry, language))
}

/// A code's entry as Markdown; its first line is the name, without the `#` of a heading.
pub fn explanation(entry: &Entry, language: TextLanguage) -> String {
    let (name, severities) = (entry.name, severities(entry, language));
    let meaning = entry.meaning.text(language);
    let text = entry.text.text(language);
    let (colon, text) = match language {
        TextLanguage::English => (": ", filled(text)),
        TextLanguage::Chinese => ("：", text.to_owned()),
    };
    let example = example(&entry.example, language);
    format!("{name}\n\n**{severities}**{colon}{meaning}\n\n{text}\n\n{example}")
}

/// The text in lines of at most [`WIDTH`] characters.
fn filled(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or(0, |line| line.chars().count());
        match lines.last_mut() {
            Some(last) if line == 0 => last.push_str(word),
            Some(last) if line + 1 + word.chars().count() <= WIDTH => *last += &format!(" {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

fn severities(entry: &Entry, language: TextLanguage) -> String {
    let name = |severity: &Severity| severity.title().text(language);
    let names: Vec<&str> = entry.severities.iter().map(name).collect();
    names.join(OR.text(language))
}

fn example(example: &Example, language: TextLanguage) -> String {
    let Example { file, wrong, right } = example;
    let info = match file.rsplit_once('.') {
        Some((_, "yaml")) => "yaml",
        Some((_, "md")) => "markdown",
        Some(_) => "text",
        None => "console",
    };
    let block = |code: &str| format!("```{info}\n{}\n```\n", code.trim_end_matches('\n'));
    let title = match (file.is_empty(), language) {
        (true, TextLanguage::English) => "Example:".to_owned(),
        (true, TextLanguage::Chinese) => "例如：".to_owned(),
        (false, TextLanguage::English) => format!("Example in `content/{file}`:"),
        (false, TextLanguage::Chinese) => format!("例如 `content/{file}` 里："),
    };
    let instead = INSTEAD.text(language);
    format!("{title}\n\n{}\n{instead}\n\n{}", block(wrong), block(right))
}

#[cfg(test)]
mod tests {
    use super::super::codes::tests::{Code as Invented, Topic as InventedTopic};
    use super::{TextLanguage, section};

    #[test]
    fn a_code_that_is_added_to_a_table_is_in_the_reference() {
        let (title, entry) = (InventedTopic::Manners.title(), Invented::TooPolite.entry());
        let text = section(title, &[entry], TextLanguage::English);
        assert!(text.contains("| [`too-polite`](#too-polite) | warning | a host thanks twice |"));
        assert!(text.contains("### too-polite\n\n**warning**: a host thanks twice\n\nOnce is"));
        assert!(text.contains("Example in `content/agi/forum.yaml`:\n\n```yaml\nfrom: 谢谢谢谢\n"));
        let text = section(title, &[entry], TextLanguage::Chinese);
        assert!(text.contains("## 礼节\n") && text.contains("| 警告 | 主持人两次致谢 |"));
        assert!(text.contains("一次就够了。"));
    }
}
