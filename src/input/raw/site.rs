//! `site.yaml`.

use crate::diagnostics::Problems;
use crate::input::fields::Fields;
use crate::input::schema::{site, social_image};
use crate::input::yaml::{Spanned, YamlNode};

/// `site.yaml`.
#[derive(Clone, Debug)]
pub struct RawSite {
    /// The site's name.
    pub title: String,
    /// Language of the interface.
    pub language: Option<Spanned<String>>,
    /// Address under which the site is published.
    pub base_url: Option<Spanned<String>>,
    /// One sentence about the site.
    pub description: Option<String>,
    /// Under which terms the text may be used.
    pub licence: Option<String>,
    /// Where the sources are edited.
    pub edit_url: Option<Spanned<String>>,
    /// Where mistakes are reported.
    pub report_url: Option<Spanned<String>>,
    /// The font with which pictures for sharing are drawn.
    pub social_image: Option<RawSocialImage>,
    /// Addresses that are gone, and those that they lead to.
    pub moved: Vec<(Spanned<String>, Spanned<String>)>,
}

/// `social_image` of `site.yaml`.
#[derive(Clone, Debug)]
pub struct RawSocialImage {
    /// The file of the font, from the folder that has `content/` in it.
    pub font: Spanned<String>,
    /// The family to draw with, where the file has several.
    pub family: Option<Spanned<String>>,
}

/// Reads `site.yaml`.
pub fn read(node: &YamlNode, problems: &mut Problems) -> Option<RawSite> {
    let fields = Fields::<site::Keys>::open(node, problems)?;
    let image = fields.mapping(site::SOCIAL_IMAGE, problems);
    Some(RawSite {
        language: fields.text(site::LANGUAGE, problems),
        base_url: fields.text(site::BASE_URL, problems),
        description: fields.line(site::DESCRIPTION, problems),
        licence: fields.line(site::LICENCE, problems),
        edit_url: fields.text(site::EDIT_URL, problems),
        report_url: fields.text(site::REPORT_URL, problems),
        moved: fields.pairs(site::MOVED, problems),
        social_image: image.and_then(|image| social_image(&image, problems)),
        // `?` comes last, so that mistakes in the other keys are reported in the same run
        title: fields.required_line(site::TITLE, problems)?.value,
    })
}

fn social_image(
    fields: &Fields<'_, social_image::Keys>,
    problems: &mut Problems,
) -> Option<RawSocialImage> {
    let family = fields.non_blank_text(social_image::FAMILY, problems);
    Some(RawSocialImage { font: fields.required_text(social_image::FONT, problems)?, family })
}
