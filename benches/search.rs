//! How long it takes to make the search index of the real site: `cargo bench --bench search`.
//!
//! Measures loading the segmenter once, and then, on records that are there already, making the
//! index: the median of 21 runs in one process.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a benchmark prints its measurements

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use forum_proceedings::diagnostics::SourceMap;
use forum_proceedings::input::{files::content_folder, load};
use forum_proceedings::model::Language;
use forum_proceedings::output::{NullSink, SiteWriter};
use forum_proceedings::passages::{self, LockedPlaces};
use forum_proceedings::render::assets::Assets;
use forum_proceedings::search;
use forum_proceedings::text::Segmenter;
use forum_proceedings::ui_strings::UiStrings;

const RUNS: usize = 21;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut sources, mut problems) = (SourceMap::default(), Vec::new());
    let tree = content_folder::read(root, &mut sources, &mut problems);
    let Some(site) = load::load(&tree, &mut sources, &mut problems) else {
        eprintln!("there is no content/ to index");
        return ExitCode::from(2);
    };
    let started = Instant::now();
    let segmenter = passages::site_segmenter(&site, Segmenter::load());
    println!("segmenter {:6.1} ms", ms(started.elapsed()));
    let records: Vec<_> = site
        .forums
        .iter()
        .map(|f| passages::make_record(f, &LockedPlaces::find(f), &segmenter).record)
        .collect();
    let records: Vec<_> = records.iter().collect();
    let assets = Assets::with_own(Default::default(), Default::default());
    let file = &assets.templates[&UiStrings::path(Language::Chinese)];
    let Ok(strings) = UiStrings::parse(&String::from_utf8_lossy(file)) else {
        return ExitCode::FAILURE;
    };
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            let writer = SiteWriter::new(&NullSink);
            search::index(&site, &records, &segmenter, &strings, &writer);
            assert!(!writer.paths().is_empty());
            started.elapsed()
        })
        .collect();
    times.sort();
    let (fastest, slowest) = (ms(times[0]), ms(times[RUNS - 1]));
    println!(
        "index     {:6.1} ms   fastest {fastest:.1}   slowest {slowest:.1}",
        ms(times[RUNS / 2])
    );
    ExitCode::SUCCESS
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
