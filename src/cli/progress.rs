//! A progress bar on stderr, shown only where the work takes long.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use forum_proceedings::{Progress, Stage};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The time after which the bar is shown.
const DELAY: Duration = Duration::from_millis(500);

/// A bar on stderr; hidden where stderr is not a terminal or `--quiet` is given.
pub(super) struct TerminalProgress {
    bar: ProgressBar,
    begun: Instant,
    /// Whether the bar is still to be shown.
    waiting: AtomicBool,
}

impl TerminalProgress {
    pub(super) fn new(quiet: bool) -> Self {
        let wanted = !quiet && std::io::stderr().is_terminal();
        Self {
            // hidden at first, because most runs end before the delay
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            begun: Instant::now(),
            waiting: AtomicBool::new(wanted),
        }
    }

    /// Removes the bar.
    pub(super) fn finish(&self) {
        // a bar that has not been shown so far must not appear after the end
        self.waiting.store(false, Ordering::Relaxed);
        self.bar.finish_and_clear();
    }

    fn show_if_long(&self) {
        // `swap`, because threads call this side by side and only one may show the bar
        if self.begun.elapsed() > DELAY && self.waiting.swap(false, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.bar.enable_steady_tick(Duration::from_millis(200));
        }
    }
}

impl Progress for TerminalProgress {
    fn begin(&self, stage: Stage, steps: usize) {
        let form = if steps > 0 { "{msg} {bar:30} {pos}/{len}" } else { "{spinner} {msg}" };
        if let Ok(style) = ProgressStyle::with_template(form) {
            self.bar.set_style(style);
        }
        self.bar.set_position(0);
        self.bar.set_length(steps as u64);
        self.bar.set_message(match stage {
            Stage::Reading => "reading",
            Stage::Rendering => "making pages",
            Stage::Checking => "following links",
            Stage::Writing => "writing",
        });
        self.show_if_long();
    }

    fn step(&self) {
        self.bar.inc(1);
        self.show_if_long();
    }
}
