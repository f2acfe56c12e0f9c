//! The font that `social_image` names.

use crate::diagnostics::{Code, Diagnostic, Problems, nearest};
use crate::font::{Font, FontError};
use crate::input::files::content_folder::ContentTree;
use crate::input::files::referenced::{self, ReadFailure};
use crate::input::files::walk::MAX_BYTES;
use crate::input::raw::RawSocialImage;
use crate::input::yaml::Spanned;
use crate::model::SocialImage;

/// Reads the font. Whatever makes it unusable is a problem at its name.
pub fn load(
    raw: &RawSocialImage,
    tree: &ContentTree,
    problems: &mut Problems,
) -> Option<SocialImage> {
    let RawSocialImage { font, family } = raw;
    let bytes = referenced::read(tree, &font.value)
        .map_err(|why| problems.push(not_read(font, &why)))
        .ok()?;
    let named = family.as_ref().map(|family| family.value.as_str());
    let opened = Font::open(bytes, named)
        .map_err(|why| problems.push(unusable(font, family.as_ref(), &why)))
        .ok()?;
    Some(SocialImage { font: opened, span: font.span })
}

fn not_read(font: &Spanned<String>, why: &ReadFailure) -> Diagnostic {
    let path = &font.value;
    let error = |code, message| Diagnostic::new(code, font.span, message);
    match why {
        ReadFailure::Outside => {
            let message = format!("the font `{path}` is outside of the site's folder");
            error(Code::FontOutside, message).help(
                "put it into the folder that has `content` in it, and write its path from there: \
                 `fonts/…`",
            )
        }
        ReadFailure::Link => {
            let message =
                format!("the font `{path}` is behind a symbolic link, which is not followed");
            error(Code::SymbolicLink, message).help("put what it leads to in its place")
        }
        ReadFailure::Missing => error(Code::NoFont, format!("there is no font `{path}`")).help(
            "write its path from the folder that has `content` in it, \
             or take `social_image` out to draw no pictures",
        ),
        ReadFailure::TooLarge => {
            let limit = MAX_BYTES >> 20;
            error(Code::TooLarge, format!("the font `{path}` is larger than {limit} MB"))
                .help("take a font with fewer faces")
        }
        ReadFailure::Failed(why) => {
            error(Code::Unreadable, format!("the font `{path}` cannot be read: {why}"))
                .help("look at its permissions")
        }
    }
}

fn unusable(
    font: &Spanned<String>,
    family: Option<&Spanned<String>>,
    why: &FontError,
) -> Diagnostic {
    let path = &font.value;
    let families = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    match why {
        FontError::NotAFont => {
            let message = format!("`{path}` is not a font that can be drawn with");
            Diagnostic::new(Code::NotAFont, font.span, message).help(
                "name an OpenType or TrueType file (.otf, .ttf, .ttc), unpacked where it is .woff",
            )
        }
        FontError::Several(names) => {
            let message = format!("the font `{path}` has several faces, and none is named");
            Diagnostic::new(Code::WhichFace, font.span, message)
                .help(format!("add `family: …` with one of {}", families(names)))
        }
        FontError::NoFamily(names) => {
            let span = family.map_or(font.span, |family| family.span);
            let wanted = family.map_or("", |family| family.value.as_str());
            let message = format!("the font `{path}` has no face of the family `{wanted}`");
            let problem = Diagnostic::new(Code::NoFamily, span, message);
            match nearest(wanted, names.iter().map(String::as_str)) {
                Some(near) => problem.label(format!("did you mean `{near}`?")).help(near),
                None => problem.help(format!("write one of {}", families(names))),
            }
        }
    }
}
