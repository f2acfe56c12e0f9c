//! Templates and static files: embedded, and overridable file by file.
//!
//! The style sheet is one file, made of those in `templates/style/` laid end to end in the order of
//! their names.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::output::Content;

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// Where the parts of the style sheet are, among the templates.
const STYLES: &str = "style/";
/// The style sheet, among the static files.
const STYLE_SHEET: &str = "style.css";

/// Texts by path, with `/` between the parts.
pub type Texts = BTreeMap<String, Vec<u8>>;
/// Files by path, with `/` between the parts.
pub type Statics = BTreeMap<String, Content>;

/// The templates and static files of a site.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Tera templates and the words of the interface.
    pub templates: Texts,
    /// Files that are published as they are.
    pub statics: Statics,
}

impl Assets {
    /// The embedded files, each replaced by the site's own of the same name; its other files are
    /// added.
    pub fn with_own(templates: Texts, statics: Statics) -> Self {
        let embedded_statics = embedded(&STATIC).into_iter();
        let mut assets = Self {
            templates: embedded(&TEMPLATES),
            statics: embedded_statics.map(|(path, bytes)| (path, Content::Bytes(bytes))).collect(),
        };
        assets.templates.extend(templates);
        assets.statics.insert(STYLE_SHEET.to_owned(), Content::Bytes(assets.style_sheet()));
        assets.statics.extend(statics);
        assets
    }
}

impl Assets {
    fn style_sheet(&self) -> Vec<u8> {
        let parts = self.templates.iter().filter(|(path, _)| path.starts_with(STYLES));
        parts.map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>().join(&b'\n')
    }
}

fn embedded(dir: &Dir<'_>) -> Texts {
    let mut files = Texts::new();
    let mut open = vec![dir];
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, file.contents().to_vec());
        }
    }
    files
}
