//! Syntax errors in words that can be understood without the specification of YAML.

/// What is wrong and what to do.
pub(super) fn explain(
    error: &serde_saphyr::Error,
    text: &str,
    at: usize,
) -> (String, &'static str) {
    let message = error.without_snippet().to_string();
    if message.contains("multiple YAML documents") {
        return ("a second document begins here".into(), "remove the line `---` above");
    }
    if message.contains("unknown anchor") {
        let message = "this alias repeats something that has no name";
        return (message.into(), "put the value in double quotes if the `*` is part of it");
    }
    if message.contains("alias") {
        let message = "aliases repeat more here than a text needs";
        return (message.into(), "write the values out instead of repeating them by alias");
    }
    if message.contains("recursion limit") || message.contains("Depth {") {
        return ("this is nested too deeply".into(), "look for brackets that are never closed");
    }
    if message.contains("budget") {
        return ("this file has too many entries".into(), "divide it among several forums");
    }
    // the parser ends its message with the place, which the span shows already
    let message = message.split(" at line ").next().unwrap_or(&message);
    let message = message.lines().next().unwrap_or(message).trim().trim_end_matches('.');
    let help = match message {
        "unclosed quote" => "close the quotation mark",
        _ if message.starts_with("unclosed bracket") => "close the bracket",
        _ => by_line(text, at),
    };
    (format!("this is not valid YAML: {message}"), help)
}

/// What to do about a syntax error, judged by the line where the parser stopped.
fn by_line(text: &str, at: usize) -> &'static str {
    let start = text[..at.min(text.len())].rfind('\n').map_or(0, |n| n + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let above = text[..start].lines().next_back().unwrap_or_default();
    // the parser notices an open bracket only on the line below
    if ["[]", "{}"].iter().any(|pair| left_open(above, pair)) {
        return "close the bracket on the line above";
    }
    let value = line.split_once(": ").map_or("", |(_, v)| v);
    let quoted = value.starts_with(['"', '\'']);
    if quoted && (value.matches('"').count() == 1 || value.matches('\'').count() == 1) {
        return "close the quotation mark";
    }
    if !quoted && value.contains(": ") {
        return "put the value in double quotes: it contains a colon and a blank";
    }
    "look at the indentation, the colons, brackets and quotation marks on and above this line"
}

fn left_open(line: &str, pair: &str) -> bool {
    let mut brackets = pair.chars().map(|bracket| line.matches(bracket).count());
    brackets.next() > brackets.next()
}
