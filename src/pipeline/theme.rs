//! What a site is shown with: its templates and static files, the embedded ones where it has none
//! of its own, and the words of the interface.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};
use crate::input::{files::overrides, raw::strings};
use crate::model::Site;
use crate::output::FileContent;
use crate::render::assets::{self, Assets};
use crate::render::templates::TemplateError;
use crate::ui_strings::UiStrings;

/// The site's own templates and static files, before those embedded.
pub(super) fn assets(root: &Path, sources: &mut SourceMap, problems: &mut Problems) -> Assets {
    let templates = overrides::templates(root, sources, problems);
    let templates = overrides::read_all(templates, sources, problems);
    let statics = overrides::statics(root, sources, problems);
    // only scripts are read, to tell a site's own from a copy of ours; other files may be large
    let (scripts, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        statics.into_iter().partition(|(name, _)| assets::is_script(name));
    let copies = others.into_iter().map(|(name, path)| (name, FileContent::CopyOf(path)));
    let scripts = overrides::read_all(scripts, sources, problems).into_iter();
    let own = scripts.filter(|(name, bytes)| !assets::is_embedded(name, bytes));
    let own = own.map(|(name, bytes)| (name, FileContent::Bytes(bytes)));
    Assets::with_own(templates, copies.chain(own).collect())
}

/// The words of the interface: a site's own file may be older than the program, so what it lacks
/// is as embedded.
pub(super) fn strings(
    site: &Site,
    assets: &Assets,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<UiStrings> {
    let path = UiStrings::path(site.config.language);
    let embedded = Assets::embedded_templates();
    let given = embedded.templates.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
    let given = UiStrings::parse(&given.unwrap_or_default())
        .map_err(|message| TemplateError { message, at: Some((path.clone(), 0..0)) })
        .map_err(|error| problems.push(broken_template(&error, &embedded, sources)))
        .ok()?;
    // `templates` has the embedded file where the site has none of its own
    let own = assets.templates.get(&path).filter(|own| embedded.templates.get(&path) != Some(own));
    let Some(own) = own else { return Some(given) };
    let file = sources.add(format!("templates/{path}"), String::from_utf8_lossy(own));
    Some(given.overridden(UiStrings::new(strings::read(file, sources, problems)?)))
}

/// What the template engine says, as problems in the templates.
pub(super) fn broken_templates(
    errors: &[TemplateError],
    assets: &Assets,
    sources: &mut SourceMap,
) -> Vec<Diagnostic> {
    errors.iter().map(|error| broken_template(error, assets, sources)).collect()
}

/// What the template engine says, as a problem in the template.
fn broken_template(error: &TemplateError, assets: &Assets, sources: &mut SourceMap) -> Diagnostic {
    let (path, range) = error.at.clone().unwrap_or_default();
    let shown = if path.is_empty() { "templates".into() } else { format!("templates/{path}") };
    let text = assets.templates.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
    // several faults in one template share its text
    let known = sources.find(&shown);
    let file = known.unwrap_or_else(|| sources.add(shown, text.unwrap_or_default()));
    // the engine writes sentences; messages of this program are lower case, without a full stop
    let (what, more) = error.message.split_once(". ").unwrap_or((&error.message, ""));
    let mut letters = what.trim_end_matches('.').chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let message = format!("this template cannot be used: {first}{}", letters.as_str());
    Diagnostic::new(Code::BadTemplate, Span::new(file, range), message)
        .label(more.trim_end_matches('.').to_lowercase())
        .help("correct the site's own template, or remove it to use the embedded one")
}
