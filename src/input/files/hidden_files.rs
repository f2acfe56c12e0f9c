//! Files of a site's own `static/` whose names begin with a dot: which of them are published.
//!
//! Servers and hosts ask for some (`.well-known/`, `.htaccess`, `.domains`), so hidden files are
//! published like others, but for two kinds: what version control, systems and editors leave
//! behind, and what is likely to hold passwords.

use crate::diagnostics::{Code, Diagnostic, Problems, SourceMap, Span};

/// What tools leave in folders that people look into.
const CLUTTER: [&str; 22] = [
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".gitmodules",
    ".github",
    ".hg",
    ".hgignore",
    ".jj",
    ".keep",
    ".svn",
    ".ds_store",
    ".localized",
    ".appledouble",
    ".fseventsd",
    ".spotlight-v100",
    ".temporaryitems",
    ".trashes",
    ".directory",
    ".editorconfig",
    ".idea",
    ".vscode",
];

/// What programs keep passwords and keys in.
const PRIVATE: [&str; 10] = [
    ".aws",
    ".env",
    ".git-credentials",
    ".gnupg",
    ".htpasswd",
    ".netrc",
    ".npmrc",
    ".pgpass",
    ".pypirc",
    ".ssh",
];

/// Hidden files and folders of `static/` that are not published, by path.
#[derive(Default)]
pub(super) struct LeftOut {
    clutter: Vec<String>,
    private: Vec<String>,
}

impl LeftOut {
    /// Whether a file or folder is left out, by its own name; `path` is noted then.
    pub(super) fn takes(&mut self, name: &str, path: impl FnOnce() -> String) -> bool {
        if is_private(name) {
            self.private.push(path());
        } else if is_clutter(name) {
            self.clutter.push(path());
        } else {
            return false;
        }
        true
    }

    /// A warning of files that may hold passwords, and a note of the others.
    pub(super) fn report(&self, sources: &mut SourceMap, problems: &mut Problems) {
        let mut report = |paths: &[String], why: &str, help: &str| {
            let first = paths.first()?;
            let span = Span::whole(sources.add(first.as_str(), ""));
            let message = match paths.len() {
                1 => format!("`{first}` is not published: {why}"),
                n => format!("`{first}` and {} more are not published: {why}", n - 1),
            };
            Some(Diagnostic::new(Code::HiddenLeftOut, span, message).help(help))
        };
        problems.extend(report(
            &self.private,
            "such files hold passwords",
            "move it out of `static`, whose files everybody can read",
        ));
        let clutter = report(
            &self.clutter,
            "such files are for tools, not for readers",
            "if readers need it, give it a name without a dot",
        );
        problems.extend(clutter.map(Diagnostic::milder));
    }
}

fn is_private(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    PRIVATE.contains(&name.as_str()) || name.starts_with(".env.")
}

fn is_clutter(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // the swap files of vim, the locks of Emacs and LibreOffice, what macOS puts beside a file
    let is_temporary = name.starts_with('.') && (name.ends_with(".swp") || name.ends_with(".swo"));
    is_temporary
        || [".#", ".~", "._"].iter().any(|start| name.starts_with(start))
        || CLUTTER.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_needs_is_published_and_what_tools_leave_is_not() {
        let mut left_out = LeftOut::default();
        let mut takes = |name: &str| left_out.takes(name, String::new);
        for name in [".well-known", ".htaccess", ".nojekyll", ".domains", "a.swp", "env", "_a"] {
            assert!(!takes(name), "{name}");
        }
        for name in [".git", ".DS_Store", ".index.html.swp", "._a.png", ".~lock.a.docx#"] {
            assert!(takes(name), "{name}");
        }
        for name in [".env", ".env.local", ".htpasswd", ".SSH"] {
            assert!(takes(name), "{name}");
        }
        assert_eq!((left_out.private.len(), left_out.clutter.len()), (4, 5));
    }
}
