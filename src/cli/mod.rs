//! The command line: arguments, a file for each command, and what is printed.
//!
//! Data goes to stdout, everything else to stderr. The exit status is 0 where all is well, 1 where
//! there are errors in the input, 2 where the program could not do its work.

mod build;
mod check;
mod explain;
mod lock;
mod progress;
mod report;
mod terms;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use forum_proceedings::Options;
use forum_proceedings::diagnostics::Format;

/// Proceedings of a forum from its raw transcript and hand-kept YAML
#[derive(Debug, Parser)]
#[command(name = "gen", version, about, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site from `content/`
    Build(build::Build),
    /// Do all but write, follow every link, and report every problem
    Check(check::Check),
    /// Write down the permalinks that are published, so that they outlive every later change
    Lock(lock::Lock),
    /// List words that were probably misheard, the surest first
    Terms(terms::Terms),
    /// Explain the code of a problem, such as `quote-not-found`
    Explain(explain::Explain),
}

/// The options that all commands share.
#[derive(Debug, clap::Args)]
struct Common {
    /// The folder that has `content/` in it
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Address under which the site is published; goes before `base_url` of site.yaml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// How problems are written
    #[arg(long, value_enum, default_value_t)]
    format: FormatArg,
    /// Say nothing but problems
    #[arg(long, short)]
    quiet: bool,
}

impl Common {
    /// The options of the library's build.
    fn options(&self) -> Options {
        Options { root: self.root.clone(), base_url: self.base_url.clone() }
    }

    /// The default folder to write the site to.
    fn out(&self) -> PathBuf {
        // messages then say `public`, not `./public`
        self.root.strip_prefix(".").unwrap_or(&self.root).join("public")
    }
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum FormatArg {
    /// With the words concerned and what to do
    #[default]
    Human,
    /// One line each
    Short,
    /// One JSON object a line, on stdout
    Json,
    /// Annotations for GitHub Actions, on stdout
    Github,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Human => Self::Human,
            FormatArg::Short => Self::Short,
            FormatArg::Json => Self::Json,
            FormatArg::Github => Self::Github,
        }
    }
}

/// Runs a command and gives its exit status.
pub fn run(args: &Args) -> ExitCode {
    match &args.command {
        Command::Build(build) => build.run(),
        Command::Check(check) => check.run(),
        Command::Lock(lock) => lock.run(),
        Command::Terms(terms) => terms.run(),
        Command::Explain(explain) => explain.run(),
    }
}

/// Exit status where the program could not do its work.
const FAILED: u8 = 2;
/// Exit status where the input has errors.
const ERRORS: u8 = 1;
