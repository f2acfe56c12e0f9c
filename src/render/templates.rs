//! The Tera templates, ready to render.

use std::ops::Range;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use super::assets::TemplateTexts;
use super::direction;
use super::title_breaks::TitleBreaks;
use crate::ui_strings::{UiStrings, grouped};

/// A template that cannot be parsed or rendered.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct TemplateError {
    /// The message of the template engine.
    pub message: String,
    /// Path of the template and byte range of the fault, where the engine gives them.
    pub at: Option<(String, Range<usize>)>,
}

impl From<tera::Error> for TemplateError {
    fn from(error: tera::Error) -> Self {
        if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = error.kind() {
            let at = (report.filename().to_owned(), report.span().range.clone());
            return Self { message: report.message().to_owned(), at: Some(at) };
        }
        let mut message = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(deeper) = cause {
            message = format!("{message}: {deeper}");
            cause = deeper.source();
        }
        Self { message, at: None }
    }
}

/// Splits the error of a whole set of templates into one per fault. For unknown filters, tests and
/// components the engine gives all its reports as one text, each of which begins
///
/// ```text
/// error: Unknown filter `dated`
///  --> forum.html:6:120
/// ```
fn split_reports(error: tera::Error, files: &TemplateTexts) -> Vec<TemplateError> {
    let text = match error.kind() {
        ErrorKind::Msg(text) if text.starts_with("error: ") => text.clone(),
        _ => return vec![error.into()],
    };
    let reports = text.split("error: ").filter(|report| !report.is_empty());
    let one = |report: &str| {
        let mut lines = report.lines();
        let message = lines.next().unwrap_or_default().to_owned();
        let at =
            lines.next().and_then(|line| parse_location(line.trim().strip_prefix("--> ")?, files));
        TemplateError { message, at }
    };
    reports.map(one).collect()
}

/// Parses `forum.html:6:120` into the template's path and the byte range of the name there.
fn parse_location(written: &str, files: &TemplateTexts) -> Option<(String, Range<usize>)> {
    // the parts are split off from the end, since a path may contain a colon
    let mut parts = written.rsplitn(3, ':');
    let (column, line) =
        (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?);
    let path = parts.next()?;
    let text = String::from_utf8_lossy(files.get(path)?).into_owned();
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(start..)?;
    let at = start + rest.char_indices().nth(column.checked_sub(1)?)?.0;
    let name = |c: char| c.is_alphanumeric() || c == '_';
    let end = at + text[at..].find(|c| !name(c)).unwrap_or(text.len() - at);
    Some((path.to_owned(), at..end))
}

/// The parsed templates of a site, with the texts of its interface as the global `t`.
pub struct Templates {
    tera: Tera,
}

impl Templates {
    /// Parses every `.html` and `.xml` template.
    ///
    /// # Errors
    ///
    /// The first template that is not UTF-8 or does not parse, or every unknown name in them.
    pub fn new(
        files: &TemplateTexts,
        strings: &UiStrings,
        titles: TitleBreaks,
    ) -> Result<Self, Vec<TemplateError>> {
        let mut tera = Tera::new();
        // feeds are XML: a title with `&` in it would make them unreadable
        tera.autoescape_on([".html", ".xml"]);
        tera.register_filter("grouped", |n: usize, _: Kwargs, _: &State| grouped(n));
        let words = strings.clone();
        tera.register_filter("counted", move |n: usize, args: Kwargs, _: &State| {
            args.must_get::<String>("of").map(|of| words.count(&of, n))
        });
        let words = strings.clone();
        tera.register_filter("dated", move |iso: &str, _: Kwargs, _: &State| words.date(iso));
        tera.register_filter("direction", |text: &Value, args: Kwargs, _: &State| {
            let lang = args.get::<String>("lang")?;
            let text = text.as_str().unwrap_or_default();
            Ok(Value::safe_string(&direction::attributes(text, lang.as_deref())))
        });
        tera.register_filter("isolated", |text: &Value, _: Kwargs, _: &State| {
            match text.as_str() {
                Some(text) if direction::is_needed(text) => {
                    Value::safe_string(&direction::isolated(text))
                }
                // escaped by the engine, as a text without a filter is
                _ => text.clone(),
            }
        });
        let cut = move |title: &str, _: Kwargs, _: &State| titles.phrases(title);
        tera.register_filter("phrases", cut);
        let mut named = Vec::new();
        for (path, bytes) in files.iter().filter(|(p, _)| is_template(p)) {
            let text = std::str::from_utf8(bytes).map_err(|error| {
                let at = error.valid_up_to();
                let at = Some((path.clone(), at..at));
                vec![TemplateError { message: "It is not UTF-8".into(), at }]
            })?;
            named.push((path.as_str(), text));
        }
        // templates extend and include one another, so the engine must have them all at once
        tera.add_raw_templates(named).map_err(|error| split_reports(error, files))?;
        tera.global_context().insert("t", strings.all());
        Ok(Self { tera })
    }

    /// Renders a template with a view.
    ///
    /// # Errors
    ///
    /// The template uses a field that the view does not have, or a filter fails.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, TemplateError> {
        let mut context = Context::new();
        context.insert("view", view);
        Ok(self.tera.render(template, &context)?)
    }
}

fn is_template(path: &str) -> bool {
    [".html", ".xml"].iter().any(|ending| path.ends_with(ending))
}
