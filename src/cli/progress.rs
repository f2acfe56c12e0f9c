//! A progress bar, where work is long and somebody watches.

use std::io::IsTerminal;
use std::time::Duration;

use forum_proceedings::Progress;
use forum_proceedings::build::Stage;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on stderr; none where stderr is not a terminal or nobody wants one.
pub(super) struct Bar(ProgressBar);

impl Bar {
    pub(super) fn new(quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn begin(&self, stage: Stage, steps: usize) {
        let form = if steps > 0 { "{msg} {bar:30} {pos}/{len}" } else { "{spinner} {msg}" };
        if let Ok(style) = ProgressStyle::with_template(form) {
            self.0.set_style(style);
        }
        self.0.set_position(0);
        self.0.set_length(steps as u64);
        self.0.set_message(match stage {
            Stage::Reading => "reading",
            Stage::Rendering => "making pages",
            Stage::Checking => "following links",
            Stage::Writing => "writing",
        });
    }

    fn step(&self) {
        self.0.inc(1);
    }
}
