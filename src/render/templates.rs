//! The Tera templates, ready to render.

use std::ops::Range;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::assets::Texts;
use super::strings::{Strings, grouped};

/// A template that cannot be read or rendered.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct TemplateError {
    /// What the template engine says.
    pub message: String,
    /// The template, by its path, and the bytes in it that are meant, where they are known.
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

/// The templates of a site, with the words of its interface.
pub struct Templates {
    tera: Tera,
}

impl Templates {
    /// Reads every `.html` and `.xml` template.
    ///
    /// # Errors
    ///
    /// The first template that is not UTF-8 or does not parse.
    pub fn new(files: &Texts, strings: &Strings) -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        tera.register_filter("grouped", |n: usize, _: Kwargs, _: &State| grouped(n));
        let words = strings.clone();
        tera.register_filter("counted", move |n: usize, args: Kwargs, _: &State| {
            args.must_get::<String>("of").map(|of| words.count(&of, n))
        });
        let words = strings.clone();
        tera.register_filter("dated", move |iso: &str, _: Kwargs, _: &State| words.date(iso));
        tera.register_filter("phrases", |text: &str, _: Kwargs, _: &State| phrases(text));
        let mut named = Vec::new();
        for (path, bytes) in files.iter().filter(|(p, _)| is_template(p)) {
            let text = std::str::from_utf8(bytes).map_err(|error| {
                let at = error.valid_up_to();
                TemplateError {
                    message: "It is not UTF-8".into(),
                    at: Some((path.clone(), at..at)),
                }
            })?;
            named.push((path.as_str(), text));
        }
        tera.add_raw_templates(named)?;
        tera.global_context().insert("t", strings.all());
        Ok(Self { tera })
    }

    /// Renders a template with a view.
    ///
    /// # Errors
    ///
    /// What the template asks for and the view does not have.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, TemplateError> {
        let mut context = Context::new();
        context.insert("view", view);
        Ok(self.tera.render(template, &context)?)
    }
}

/// A title cut where a line may best end: after its punctuation.
fn phrases(title: &str) -> Vec<String> {
    title.split_inclusive(['：', '，', '；', '！', '？', '·', '—']).map(str::to_owned).collect()
}

fn is_template(path: &str) -> bool {
    [".html", ".xml"].iter().any(|ending| path.ends_with(ending))
}
