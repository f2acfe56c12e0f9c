//! The four renderings of a problem: source lines with carets, one line, JSON, a GitHub annotation.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity, SourceMap, Span};

/// How problems are rendered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The source lines with carets, and the help.
    #[default]
    Human,
    /// `path:line:column: error[code]: message`, one line each.
    Short,
    /// One JSON object per line.
    Json,
    /// Workflow commands that GitHub shows beside the lines.
    Github,
}

/// Renders one problem; ANSI styles in [`Format::Human`] only, and only where `styled`.
pub fn render(problem: &Diagnostic, sources: &SourceMap, format: Format, styled: bool) -> String {
    match format {
        Format::Human => human(problem, sources, styled),
        Format::Short => short(problem, sources),
        Format::Json => json(problem, sources),
        Format::Github => github(problem, sources),
    }
}

fn human(problem: &Diagnostic, sources: &SourceMap, styled: bool) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.code.name());
    let mut group = Group::with_title(title);
    // a file that was not read has no lines to show
    if sources.text(problem.span.file).is_empty() {
        group = group.element(annotate_snippets::Origin::path(sources.path(problem.span.file)));
    } else {
        for places in by_file(problem) {
            group = group.element(snippet(&places, sources));
        }
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    // a fixed width, so that the screen does not depend on the terminal
    renderer.decor_style(DecorStyle::Ascii).term_width(110).render(&[group])
}

/// A span of a problem, its label, and whether it is the primary span.
type Marked<'a> = (Span, &'a str, AnnotationKind);

/// The spans of a problem, grouped by file.
fn by_file(problem: &Diagnostic) -> Vec<Vec<Marked<'_>>> {
    let mut files = vec![vec![(problem.span, problem.label.as_str(), AnnotationKind::Primary)]];
    for (span, label) in &problem.others {
        let place = (*span, label.as_str(), AnnotationKind::Context);
        // places in one file share a snippet, or their lines might be shown twice
        match files.iter_mut().find(|places| places[0].0.file == span.file) {
            Some(places) => places.push(place),
            None => files.push(vec![place]),
        }
    }
    files
}

/// The lines of a file that some spans touch, annotated.
fn snippet<'a>(places: &[Marked<'a>], sources: &'a SourceMap) -> Snippet<'a, Annotation<'a>> {
    // safe: `by_file` makes no empty list
    let file = places[0].0.file;
    let lines = places.iter().map(|(span, ..)| sources.lines(*span));
    // from the first line to the last; the renderer leaves out what is far from all spans
    let lines = lines.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).unwrap_or_default();
    let text = &sources.text(file)[lines.clone()];
    let annotations = places.iter().map(|(span, label, kind)| {
        let annotation = kind.span(clamp(*span, lines.start, text));
        if label.is_empty() { annotation } else { annotation.label(*label) }
    });
    Snippet::source(text)
        .path(sources.path(file))
        .line_start(sources.place(file, lines.start).line)
        .annotations(annotations)
}

/// The byte range of a span within its lines, cut off at the end of the first: of a value of many
/// lines only the first is marked.
fn clamp(span: Span, offset: usize, text: &str) -> std::ops::Range<usize> {
    // the lines begin at or before each of their spans, so this does not underflow
    let start = (span.start - offset).min(text.len());
    let end = (span.end.max(span.start) - offset).min(text.len());
    let first_line_end = text[start..].find('\n').map_or(text.len(), |n| start + n);
    start..end.min(first_line_end)
}

fn short(problem: &Diagnostic, sources: &SourceMap) -> String {
    let path = sources.path(problem.span.file);
    let place = sources.place(problem.span.file, problem.span.start);
    let (severity, code) = (problem.severity.name(), problem.code);
    format!("{path}:{}:{}: {severity}[{code}]: {}", place.line, place.column, problem.message)
}

fn json(problem: &Diagnostic, sources: &SourceMap) -> String {
    let place = |span: Span| {
        let start = sources.place(span.file, span.start);
        let end = sources.place(span.file, span.end);
        serde_json::json!({
            "file": sources.path(span.file),
            "line": start.line, "column": start.column,
            "end_line": end.line, "end_column": end.column,
        })
    };
    let others: Vec<_> = problem
        .others
        .iter()
        .map(|(span, label)| serde_json::json!({"at": place(*span), "label": label}))
        .collect();
    serde_json::json!({
        "severity": problem.severity.name(),
        "code": problem.code.name(),
        "message": problem.message,
        "at": place(problem.span),
        "label": problem.label,
        "others": others,
        "help": problem.help,
    })
    .to_string()
}

/// Escapes as the workflow commands of GitHub Actions want it:
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
fn github(problem: &Diagnostic, sources: &SourceMap) -> String {
    // the percent sign first, or those of the escapes would be escaped again
    let data = |s: &str| s.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    // in properties, a colon and a comma are separators
    let property = |s: &str| data(s).replace(':', "%3A").replace(',', "%2C");
    let place = sources.place(problem.span.file, problem.span.start);
    let command = match problem.severity {
        Severity::Note => "notice",
        other => other.name(),
    };
    let help = problem.help.as_deref().map(|h| format!("\n{h}")).unwrap_or_default();
    format!(
        "::{command} file={},line={},col={},title={}::{}",
        property(sources.path(problem.span.file)),
        place.line,
        place.column,
        property(problem.code.name()),
        data(&format!("{}{help}", problem.message)),
    )
}
