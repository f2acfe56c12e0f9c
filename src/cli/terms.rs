//! `gen terms`

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ValueEnum;
use forum_proceedings::diagnostics::{Severity, nearest};
use forum_proceedings::{MisheardTerm, SoundLikeness, TermsOfForum, TermsReport, terms};
use serde::Serialize;

use super::report::{Report, print};
use super::{Common, FAILED, FormatArg};

/// List words that were probably misheard, the surest first
///
/// They are found where a second transcript of the recording (`times` in forum.yaml) has other
/// words that sound alike. Nothing is written; entries for corrections.yaml come with
/// `--format yaml`.
#[derive(Debug, clap::Args)]
pub(super) struct Terms {
    /// The forum, by its id; all forums where it is missing
    forum: Option<String>,
    /// The folder that has `content/` in it
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: std::path::PathBuf,
    /// How the list is written
    #[arg(long, value_enum, default_value_t)]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// A line each, for reading
    #[default]
    Table,
    /// Entries for corrections.yaml
    Yaml,
    /// One JSON array
    Json,
}

/// A term as JSON has it.
#[derive(Serialize)]
struct TermData<'a> {
    forum: &'a str,
    heard: &'a str,
    meant: &'a str,
    count: usize,
    sound: &'static str,
    reason: &'a str,
    places: Vec<[usize; 2]>,
    confidence: f64,
}

impl Terms {
    pub(super) fn run(&self) -> ExitCode {
        let common = Common {
            root: self.root.clone(),
            base_url: None,
            format: FormatArg::Human,
            quiet: false,
        };
        let TermsReport { problems, sources, forums } = terms(&common.options());
        let mut report = Report::new(&common);
        // warnings are the matter of `gen check`
        let errors: Vec<_> =
            problems.into_iter().filter(|p| p.severity == Severity::Error).collect();
        report.problems(&errors, &sources, false);
        let Some(mut forums) = forums else { return report.finish() };
        if let Some(wanted) = &self.forum {
            if !forums.iter().any(|forum| forum.forum == *wanted) {
                return self.unknown(wanted, &forums, &report);
            }
            forums.retain(|forum| forum.forum == *wanted);
        }
        for forum in forums.iter().filter(|forum| forum.second.is_none()) {
            report.say(&format!(
                "`{}` has no second transcript to compare: name one with `times` in forum.yaml",
                forum.forum
            ));
        }
        if forums.iter().all(|forum| forum.terms.is_empty()) {
            report.say("nothing was found that sounds alike and is written otherwise");
        }
        print(&self.list(&forums))
    }

    fn unknown(&self, wanted: &str, forums: &[TermsOfForum], report: &Report<'_>) -> ExitCode {
        let near = nearest(wanted, forums.iter().map(|forum| forum.forum.as_str()));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        report.say(&format!("error: there is no forum `{wanted}`{near}"));
        ExitCode::from(FAILED)
    }

    fn list(&self, forums: &[TermsOfForum]) -> String {
        match self.format {
            ListFormat::Table => table(forums),
            ListFormat::Yaml => yaml(forums),
            ListFormat::Json => json(forums),
        }
    }
}

fn sound(of: SoundLikeness) -> &'static str {
    match of {
        SoundLikeness::Same => "same",
        SoundLikeness::Near => "near",
    }
}

fn table(forums: &[TermsOfForum]) -> String {
    let mut list = String::new();
    for TermsOfForum { forum, terms, .. } in forums {
        for term in terms {
            let MisheardTerm { heard, meant, reason, places, confidence, .. } = term;
            let (line, column) = places.first().copied().unwrap_or((1, 1));
            let count = places.len();
            let sound = sound(term.sound);
            // writing to a text does not fail
            let _ = writeln!(
                list,
                "{confidence:>3} %  {heard} → {meant}  {count} ×, sounds {sound}, \
                 {forum}:{line}:{column}: {reason}"
            );
        }
    }
    list
}

fn yaml(forums: &[TermsOfForum]) -> String {
    let mut list = String::new();
    for TermsOfForum { forum, terms, .. } in forums {
        let _ = writeln!(list, "# {forum}/corrections.yaml");
        for term in terms {
            let MisheardTerm { heard, meant, reason, places, confidence, .. } = term;
            // the words are letters and digits; quotation marks keep `123` and `no` texts
            let _ = writeln!(
                list,
                "- {{heard: \"{heard}\", meant: \"{meant}\"}}  # {confidence} %, {} ×: {reason}",
                places.len()
            );
        }
    }
    list
}

fn json(forums: &[TermsOfForum]) -> String {
    let all = forums.iter().flat_map(|forum| forum.terms.iter().map(move |term| (forum, term)));
    let terms: Vec<TermData<'_>> = all
        .map(|(forum, term)| TermData {
            forum: &forum.forum,
            heard: &term.heard,
            meant: &term.meant,
            count: term.places.len(),
            sound: sound(term.sound),
            reason: &term.reason,
            places: term.places.iter().map(|(line, column)| [*line, *column]).collect(),
            confidence: f64::from(term.confidence) / 100.0,
        })
        .collect();
    // texts and numbers always have a form in JSON
    let list = serde_json::to_string_pretty(&terms).unwrap_or_default();
    format!("{list}\n")
}
