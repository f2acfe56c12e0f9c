//! Templates and static files: embedded in the binary, each replaced by the site's own file of the
//! same name.
//!
//! `style.css` is the concatenation of the files in `templates/style/` in the order of their names;
//! `site.js`, the script of all pages, is that of `templates/script/`, wrapped in one function. Our
//! scripts are published without comments and indentation, which are a quarter of their size; line
//! numbers stay the same, so that an error message leads to the source.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::output::FileContent;

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// Folder of the style sheet's parts, among the templates.
const STYLES: &str = "style/";
/// Path of the style sheet in the site.
const STYLE_SHEET: &str = "style.css";
/// Folder of the parts of `site.js`, among the templates.
const SCRIPTS: &str = "script/";
/// Path of the script of all pages in the site.
const SCRIPT: &str = "site.js";

/// Templates by path, with `/` between the components; bytes, since a site's own may be no UTF-8.
pub type TemplateTexts = BTreeMap<String, Vec<u8>>;
/// Static files by path, with `/` between the components.
pub type StaticFiles = BTreeMap<String, FileContent>;

/// The templates and static files of a site.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// Tera templates, and the files with the texts of the interface.
    pub templates: TemplateTexts,
    /// Files that are published under the same path.
    pub statics: StaticFiles,
}

impl Assets {
    /// The embedded files, each replaced by the site's own of the same name; its other files are
    /// added.
    pub fn with_own(templates: TemplateTexts, statics: StaticFiles) -> Self {
        let embedded_statics = embedded(&STATIC).into_iter();
        let mut assets = Self {
            templates: embedded(&TEMPLATES),
            statics: embedded_statics.map(|(path, bytes)| published(path, bytes)).collect(),
        };
        // this comes before the style sheet and the script are put together, which may have parts
        // of the site's own
        assets.templates.extend(templates);
        assets.statics.insert(STYLE_SHEET.to_owned(), FileContent::Bytes(assets.style_sheet()));
        assets.statics.insert(SCRIPT.to_owned(), FileContent::Bytes(assets.script()));
        // a site's own `style.css` or `site.js` replaces the whole of what was put together
        assets.statics.extend(statics);
        assets
    }
}

impl Assets {
    /// The embedded templates alone.
    pub fn embedded_templates() -> Self {
        Self { templates: embedded(&TEMPLATES), statics: StaticFiles::new() }
    }

    fn style_sheet(&self) -> Vec<u8> {
        self.parts(STYLES).map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>().join(&b'\n')
    }

    /// The script of all pages. A part that the site replaced is published unchanged: removing
    /// comments line by line is safe only for scripts that keep to our rules.
    fn script(&self) -> Vec<u8> {
        let mut script = Vec::new();
        for (path, bytes) in self.parts(SCRIPTS) {
            let is_ours = TEMPLATES.get_file(path).is_some_and(|file| file.contents() == bytes);
            match std::str::from_utf8(bytes) {
                Ok(part) if is_ours => script.extend(without_comments(part).into_bytes()),
                _ => script.extend(bytes),
            }
            // a part whose last line is a comment without a line break would swallow the next part
            script.push(b'\n');
        }
        script
    }

    fn parts(&self, of: &str) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.templates.iter().filter(move |(path, _)| path.starts_with(of))
    }
}

/// Whether a path is that of one of our scripts, or of a site's own file that replaces it.
pub fn is_script(path: &str) -> bool {
    path == SCRIPT || path.ends_with(".js") && STATIC.get_file(path).is_some()
}

/// Whether a site's own file is an exact copy of the embedded one, which is then published instead.
pub fn is_embedded(path: &str, bytes: &[u8]) -> bool {
    STATIC.get_file(path).is_some_and(|file| file.contents() == bytes)
}

/// An embedded static file as it is published: scripts without comments.
fn published(path: String, bytes: Vec<u8>) -> (String, FileContent) {
    let bytes = match String::from_utf8(bytes) {
        Ok(script) if path.ends_with(".js") => without_comments(&script).into_bytes(),
        Ok(text) => text.into_bytes(),
        Err(binary) => binary.into_bytes(),
    };
    (path, FileContent::Bytes(bytes))
}

/// A script without indentation and without lines that are only a comment. Safe only where no
/// string or template literal spans several lines, which a test holds for all our scripts.
fn without_comments(script: &str) -> String {
    let is_comment = |line: &str| {
        // code may follow a comment that ends before the line does
        line.starts_with("//") || line.starts_with("/*") && line.find("*/") == Some(line.len() - 2)
    };
    let mut stripped = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        // the line stays, though empty, so that line numbers are those of the source
        stripped.push_str(if is_comment(line) { "" } else { line });
        stripped.push('\n');
    }
    stripped
}

fn embedded(dir: &Dir<'_>) -> TemplateTexts {
    let mut files = TemplateTexts::new();
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

#[cfg(test)]
mod tests {
    use super::{STATIC, TEMPLATES, embedded, without_comments};

    #[test]
    fn a_script_keeps_its_lines_and_loses_its_comments() {
        let script = "// what\nlet a = 1; // one\n  /** b */\n  let b = `//`;\n/* c */ c();\n";
        let lean = "\nlet a = 1; // one\n\nlet b = `//`;\n/* c */ c();\n";
        assert_eq!(without_comments(script), lean);
    }

    #[test]
    fn no_line_of_a_template_is_over_120_columns() {
        let files = embedded(&TEMPLATES).into_iter();
        let templates = files.filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml"));
        for (path, bytes) in templates {
            for (number, line) in (1..).zip(String::from_utf8(bytes).unwrap().lines()) {
                assert!(line.chars().count() <= 120, "{path}:{number}: {line}");
            }
        }
    }

    #[test]
    fn no_text_of_our_scripts_goes_over_several_lines() {
        let files = embedded(&STATIC).into_iter().chain(embedded(&TEMPLATES));
        let scripts = files.filter(|(path, _)| path.ends_with(".js"));
        for (path, bytes) in scripts {
            for (number, line) in (1..).zip(String::from_utf8(bytes).unwrap().lines()) {
                let is_whole = line.matches('`').count() % 2 == 0 && !line.ends_with('\\');
                assert!(is_whole, "{path}:{number}: {line}");
            }
        }
    }
}
