//! From what was written to what it means: every reference is checked, both ways.
//!
//! Each part adds its problems and goes on, so that one run shows them all; the model is made only
//! where there is no error.

mod forum;
mod ids;
mod site;
mod speakers;
mod web_address;

pub use forum::{Folder, forum};
pub use ids::check_id;
pub use speakers::{People, speakers, unused};
pub use web_address::{base_url, is_web_address};

use site::{placeholders, social_image};

use super::fields::invisible;
use super::files::content::Tree;
use super::raw::{RawPage, RawSite};
use super::yaml::{At, COMMAS};
use crate::diagnostics::{Code, Diagnostic, Problems, nearest};
use crate::model::{FreePage, Language, SiteConfig};

/// Checks `site.yaml`.
pub fn config(raw: &RawSite, tree: &Tree, problems: &mut Problems) -> SiteConfig {
    SiteConfig {
        title: raw.title.clone(),
        language: raw.language.as_ref().map_or(Language::default(), |l| language(l, problems)),
        base_url: raw.base_url.as_ref().and_then(|url| base_address(url, problems)),
        description: raw.description.clone(),
        licence: raw.licence.clone(),
        edit_url: raw.edit_url.as_ref().and_then(|url| edit_address(url, problems)),
        report_url: raw.report_url.as_ref().and_then(|url| report_address(url, problems)),
        social_image: raw
            .social_image
            .as_ref()
            .and_then(|raw| social_image::found(raw, tree, problems)),
    }
}

fn language(tag: &At<String>, problems: &mut Problems) -> Language {
    let found = Language::ALL.iter().find(|(name, _)| *name == tag.value);
    found.map(|(_, language)| *language).unwrap_or_else(|| {
        let names: Vec<&str> = Language::ALL.iter().map(|(name, _)| *name).collect();
        let message = format!("there is no interface in `{}`", tag.value);
        problems.push(
            Diagnostic::new(Code::UnknownLanguage, tag.span, message)
                .help(format!("write one of {}", names.join(", "))),
        );
        Language::default()
    })
}

fn base_address(url: &At<String>, problems: &mut Problems) -> Option<String> {
    base_url(&url.value)
        .map_err(|why| {
            let message = format!("`base_url` is not the address of a site: {why}");
            problems.push(
                Diagnostic::new(Code::BadUrl, url.span, message)
                    .help("write the address of a folder, such as https://example.org/forum/"),
            );
        })
        .ok()
}

fn web_address(key: &str, url: &At<String>, problems: &mut Problems) -> Option<String> {
    if is_web_address(&url.value) {
        return Some(url.value.clone());
    }
    problems.push(
        Diagnostic::new(Code::BadUrl, url.span, format!("`{key}` is not a web address"))
            .help("write an address that begins with https:// or http://"),
    );
    None
}

fn edit_address(url: &At<String>, problems: &mut Problems) -> Option<String> {
    placeholders::check("edit_url", url, &placeholders::OF_PLACE, problems);
    web_address("edit_url", url, problems)
}

/// A web address, or somebody's to write to.
fn report_address(url: &At<String>, problems: &mut Problems) -> Option<String> {
    placeholders::check("report_url", url, &placeholders::OF_PASSAGE, problems);
    match url.value.strip_prefix("mailto:") {
        Some(rest) if !rest.contains(|c: char| c.is_whitespace() || "\"'<>".contains(c)) => {
            Some(url.value.clone())
        }
        _ => web_address("report_url", url, problems),
    }
}

/// Checks the free pages. Their ids share the top of the site with the forums'.
pub fn pages(raw: Vec<RawPage>, forums: &[String], problems: &mut Problems) -> Vec<FreePage> {
    let mut pages = Vec::new();
    for page in raw {
        ids::check_top(&page.id, "the page", problems);
        if forums.contains(&page.id.value) {
            let message = format!("the page `{}` has the name of a forum", page.id.value);
            problems.push(
                Diagnostic::new(Code::DuplicateId, page.id.span, message).help("rename the file"),
            );
        }
        let RawPage { id, title, nav, markdown } = page;
        pages.push(FreePage { id: id.value, title, nav, markdown });
    }
    pages.sort_by(|a, b| a.id.cmp(&b.id));
    pages
}

/// The problem that an id names nothing, with the nearest one that is there.
fn unknown<'a>(
    code: Code,
    what: &str,
    id: &At<String>,
    known: impl IntoIterator<Item = &'a str>,
    where_to_add: &str,
) -> Diagnostic {
    if let Some(c) = invisible::first(&id.value) {
        let plain = invisible::without(&id.value);
        let message = format!("`{plain}` {}, and names no {what}", invisible::describe(c));
        return Diagnostic::new(code, id.span, message).help(format!("write `{plain}` anew"));
    }
    if id.value.contains(COMMAS) {
        let message = format!("`{}` names no {what}: between two ids stands `, `", id.value);
        let ids: Vec<&str> = id.value.split(COMMAS).map(str::trim).collect();
        return Diagnostic::new(code, id.span, message).help(format!("write `{}`", ids.join(", ")));
    }
    let message = format!("there is no {what} `{}`", id.value);
    let problem = Diagnostic::new(code, id.span, message);
    match nearest(&id.value, known) {
        Some(near) => problem.label(format!("did you mean `{near}`?")).help(near),
        None => problem.help(where_to_add),
    }
}
