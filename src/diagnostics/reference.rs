//! The reference of all codes, as Markdown, made from the registry: `docs/diagnostics.md`.

use std::fmt::Write as _;

use super::{Code, Entry, Example, Topic};

/// Longest line of prose, in characters.
const WIDTH: usize = 100;

const HEAD: &str = "\
# Diagnostics

Every kind of problem that `gen build`, `gen check` and `gen lock` report, by its code. An error
stops the build; a warning does not, but something is likely not as meant; notes are shown by
`gen check --notes`.

This file is made from the registry in `src/diagnostics/codes/`. Change an entry there, then run
`UPDATE_SNAPSHOTS=1 cargo test --test testsuite diagnostics`.
";

/// The whole reference.
pub fn reference() -> String {
    let mut text = HEAD.to_owned();
    for &topic in Topic::ALL {
        let codes = Code::ALL.iter().filter(|code| code.topic() == topic);
        let entries: Vec<&Entry> = codes.map(|code| code.entry()).collect();
        text += &section(topic.title().en, &entries);
    }
    text
}

/// A topic: a table of its codes, then each of them.
fn section(title: &str, entries: &[&Entry]) -> String {
    let mut text = format!("\n## {title}\n\n| code | severity | meaning |\n| --- | --- | --- |\n");
    for entry in entries {
        let (name, severities) = (entry.name, severities(entry));
        // writing to a String cannot fail
        let _ = writeln!(text, "| [`{name}`](#{name}) | {severities} | {} |", entry.meaning.en);
    }
    entries.iter().fold(text, |text, entry| text + "\n### " + &explanation(entry))
}

/// A code's entry as Markdown; its first line is the name, without the `#` of a heading.
pub fn explanation(entry: &Entry) -> String {
    let translated = entry.meaning.zh.map(|zh| format!(" ({zh})")).unwrap_or_default();
    format!(
        "{}\n\n**{}**: {}{translated}\n\n{}\n\n{}",
        entry.name,
        severities(entry),
        entry.meaning.en,
        filled(entry.text.en),
        example(&entry.example)
    )
}

/// The text in lines of at most a hundred characters.
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

fn severities(entry: &Entry) -> String {
    let names: Vec<&str> = entry.severities.iter().map(|severity| severity.name()).collect();
    names.join(" or ")
}

fn example(example: &Example) -> String {
    let Example { file, wrong, right } = example;
    let language = match file.rsplit_once('.') {
        Some((_, "yaml")) => "yaml",
        Some((_, "md")) => "markdown",
        Some(_) => "text",
        None => "console",
    };
    let place = if file.is_empty() { String::new() } else { format!(" in `content/{file}`") };
    let block = |code: &str| format!("```{language}\n{}\n```\n", code.trim_end_matches('\n'));
    format!("Example{place}:\n\n{}\nInstead:\n\n{}", block(wrong), block(right))
}

#[cfg(test)]
mod tests {
    use super::super::codes::tests::Code as Invented;
    use super::section;

    #[test]
    fn a_code_that_is_added_to_a_table_stands_in_the_reference() {
        let entry = Invented::TooPolite.entry();
        let text = section("Manners", &[entry]);
        assert!(text.contains("| [`too-polite`](#too-polite) | warning | a host thanks twice |"));
        assert!(
            text.contains("### too-polite\n\n**warning**: a host thanks twice (主持人两次致谢)")
        );
        assert!(text.contains("Example in `content/agi/forum.yaml`:\n\n```yaml\nfrom: 谢谢"));
    }
}
