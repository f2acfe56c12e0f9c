//! `gen`: proceedings of a forum from its transcript and YAML.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    cli::run(&args)
}
