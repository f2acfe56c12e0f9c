//! The settings of `site.yaml`.

mod placeholders;
mod social_image_font;

use crate::diagnostics::{Code, Diagnostic, Problems};
use crate::input::files::content_folder::ContentTree;
use crate::input::raw::RawSite;
use crate::input::raw::addresses_lock::is_address;
use crate::input::resolve::web_address::{self, is_web_address};
use crate::input::schema::site;
use crate::input::yaml::Spanned;
use crate::model::{Language, MovedAddress, RequestedLanguage, SiteConfig};

/// Checks `site.yaml`.
pub fn config(raw: &RawSite, tree: &ContentTree, problems: &mut Problems) -> SiteConfig {
    let language = raw.language.as_ref().and_then(|tag| language(tag, problems));
    SiteConfig {
        title: raw.title.clone(),
        language: language.as_ref().map_or(Language::default(), |asked| asked.interface),
        language_tag: language.map_or(Language::default().tag().to_owned(), |asked| asked.tag),
        base_url: raw.base_url.as_ref().and_then(|url| base_url(url, problems)),
        description: raw.description.clone(),
        licence: raw.licence.clone(),
        edit_url: raw.edit_url.as_ref().and_then(|url| edit_address(url, problems)),
        report_url: raw.report_url.as_ref().and_then(|url| report_address(url, problems)),
        moved: moved(raw, problems),
        social_image: raw
            .social_image
            .as_ref()
            .and_then(|raw| social_image_font::load(raw, tree, problems)),
    }
}

/// The addresses that lead to others. Whether there are pages is seen when the site is known.
fn moved(raw: &RawSite, problems: &mut Problems) -> Vec<MovedAddress> {
    let mut moved = Vec::new();
    for (from, to) in &raw.moved {
        // people copy addresses with the slash or the name of the file
        let plain = |text: &str| {
            let text = text.trim().trim_start_matches('/').trim_end_matches("index.html");
            if text.ends_with('/') { text.to_owned() } else { format!("{text}/") }
        };
        let (old, new) = (plain(&from.value), plain(&to.value));
        let wrong =
            if is_address(&old) { Some(to).filter(|_| !is_address(&new)) } else { Some(from) };
        match wrong {
            Some(wrong) => problems.push(
                Diagnostic::new(
                    Code::MovedNowhere,
                    wrong.span,
                    format!("`{}` is no address of a page of the site", wrong.value),
                )
                .help("write it from the top of the site, such as speakers/tao-dacheng/"),
            ),
            None => moved.push(MovedAddress { from: old, to: new, span: to.span }),
        }
    }
    moved
}

/// The language that a tag asks for. Where its interface is only the nearest, a note says so.
fn language(tag: &Spanned<String>, problems: &mut Problems) -> Option<RequestedLanguage> {
    let names = Language::ALL.map(|(name, _)| name).join(", ");
    let Some(asked) = RequestedLanguage::parse(&tag.value) else {
        let message = format!("there is no interface in `{}`", tag.value);
        problems.push(
            Diagnostic::new(Code::UnknownLanguage, tag.span, message)
                .help(format!("write one of {names}")),
        );
        return None;
    };
    if !asked.is_exact() {
        let message = format!(
            "there is no interface in `{}`; its words are those of `{}`, the nearest",
            tag.value,
            asked.interface.tag()
        );
        let path = format!("templates/strings/{}.yaml", asked.interface.tag());
        let help = format!("nothing to do; words of your own can be written in {path}");
        problems.push(Diagnostic::new(Code::NearestLanguage, tag.span, message).help(help));
    }
    Some(asked)
}

fn base_url(url: &Spanned<String>, problems: &mut Problems) -> Option<String> {
    web_address::base_url(&url.value)
        .map_err(|why| {
            let message = format!("`base_url` is not the address of a site: {why}");
            problems.push(
                Diagnostic::new(Code::BadUrl, url.span, message)
                    .help("write the address of a folder, such as https://example.org/forum/"),
            );
        })
        .ok()
}

fn web_address(key: &str, url: &Spanned<String>, problems: &mut Problems) -> Option<String> {
    if is_web_address(&url.value) {
        return Some(url.value.clone());
    }
    problems.push(
        Diagnostic::new(Code::BadUrl, url.span, format!("`{key}` is not a web address"))
            .help("write an address that begins with https:// or http://"),
    );
    None
}

fn edit_address(url: &Spanned<String>, problems: &mut Problems) -> Option<String> {
    placeholders::check("edit_url", url, &site::PLACEHOLDERS_OF_PLACE, problems);
    web_address("edit_url", url, problems)
}

/// A web address, or a mail address after `mailto:`.
fn report_address(url: &Spanned<String>, problems: &mut Problems) -> Option<String> {
    placeholders::check("report_url", url, &site::PLACEHOLDERS_OF_PASSAGE, problems);
    match url.value.strip_prefix("mailto:") {
        Some(rest) if !rest.contains(|c: char| c.is_whitespace() || "\"'<>".contains(c)) => {
            Some(url.value.clone())
        }
        _ => web_address("report_url", url, problems),
    }
}
