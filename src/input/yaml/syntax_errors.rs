//! What the parser says of a file that is no YAML, in words that do not need its specification.

/// What is wrong with the YAML and what to do, in words that do not need its specification.
pub(super) fn in_words(
    error: &serde_saphyr::Error,
    text: &str,
    at: usize,
) -> (String, &'static str) {
    let said = error.without_snippet().to_string();
    if said.contains("multiple YAML documents") {
        return ("a second document begins here".into(), "remove the line `---` above");
    }
    if said.contains("unknown anchor") {
        let message = "this alias repeats something that has no name";
        return (message.into(), "put the value in double quotes if the `*` is part of it");
    }
    if said.contains("alias") {
        let message = "aliases repeat more here than a text needs";
        return (message.into(), "write the values out instead of repeating them by alias");
    }
    if said.contains("recursion limit") || said.contains("Depth {") {
        return ("this is nested too deeply".into(), "look for brackets that are never closed");
    }
    if said.contains("budget") {
        return ("this file has too many entries".into(), "divide it among several forums");
    }
    // the parser ends its message with the place, which stands above the words already
    let said = said.split(" at line ").next().unwrap_or(&said);
    let said = said.lines().next().unwrap_or(said).trim().trim_end_matches('.');
    let help = match said {
        "unclosed quote" => "close the quotation mark",
        _ if said.starts_with("unclosed bracket") => "close the bracket",
        _ => by_line(text, at),
    };
    (format!("this is not valid YAML: {said}"), help)
}

/// What to do about a syntax error, by what stands on the line where the parser gave up.
fn by_line(text: &str, at: usize) -> &'static str {
    let start = text[..at.min(text.len())].rfind('\n').map_or(0, |n| n + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let above = text[..start].lines().next_back().unwrap_or_default();
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
