//! How long the real site takes to build: `cargo bench --bench build`.
//!
//! Wall time of `gen build`, and of `gen check`, on `content/`, from the start of the process to
//! the last file written: the median of 21 runs after a first one that fills the file cache, the
//! fastest and the slowest. Compare on an idle machine with two cores; the bound is 400 ms.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints its measurements

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 21;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join("content").is_dir() {
        eprintln!("there is no content/ to build");
        return ExitCode::from(2);
    }
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-site");
    for args in [&["build", "--out"][..], &["check"][..]] {
        let mut times = Vec::new();
        for run in 0..=RUNS {
            let Some(time) = timed(root, args, &out) else {
                eprintln!("gen {} failed", args[0]);
                return ExitCode::FAILURE;
            };
            if run > 0 {
                times.push(time);
            }
        }
        times.sort();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "gen {:6} median {:6.1} ms   fastest {:6.1}   slowest {:6.1}   ({RUNS} runs)",
            args[0],
            ms(times[RUNS / 2]),
            ms(times[0]),
            ms(times[RUNS - 1]),
        );
    }
    ExitCode::SUCCESS
}

fn timed(root: &Path, args: &[&str], out: &Path) -> Option<Duration> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen"));
    command.args(args);
    if args[0] == "build" {
        command.arg(out);
    }
    command.args(["--quiet", "--format", "short", "--root"]).arg(root);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    let status = command.status().ok()?;
    let time = begun.elapsed();
    status.success().then_some(time)
}
