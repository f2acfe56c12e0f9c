//! `gen explain`

use std::io::Write;
use std::process::ExitCode;

use forum_proceedings::diagnostics::{Code, TextLanguage, explanation, nearest};

use super::FAILED;
use super::report::print;

/// Explain the code of a problem, such as `quote-not-found`
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// What is in brackets after `error`, `warning` or `note`
    code: String,
}

impl Explain {
    pub(super) fn run(&self) -> ExitCode {
        match Code::named(&self.code) {
            Some(code) => print(&explanation(code.entry(), TextLanguage::English)),
            None => self.unknown(),
        }
    }

    fn unknown(&self) -> ExitCode {
        let near = nearest(&self.code, Code::ALL.iter().map(|code| code.name()));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "docs/diagnostics.md lists all codes".to_owned(),
        };
        // that stderr is closed is no reason to exit with another status
        let _ = writeln!(
            anstream::stderr(),
            "error: there is no code `{}`\n  = help: {help}",
            self.code
        );
        ExitCode::from(FAILED)
    }
}
