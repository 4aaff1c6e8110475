//! A bar on standard error while the work is long.

use payymo::matching::Stage;
use std::io::Write;
use std::time::{Duration, Instant};

/// Work shorter than this shows no bar.
const SHORT: Duration = Duration::from_millis(500);
/// Not drawn more often than this.
const EVERY: Duration = Duration::from_millis(80);

/// The bar of one run.
pub struct Bar {
    shown: bool,
    terminal: bool,
    started: Instant,
    last: Option<Instant>,
}

impl Bar {
    /// Starts; draws only if standard error is a terminal.
    pub fn new(terminal: bool) -> Self {
        Bar { shown: false, terminal, started: Instant::now(), last: None }
    }

    /// Takes where the engine stands; never stops it.
    pub fn tell(&mut self, stage: Stage, done: usize, all: usize) -> bool {
        let now = Instant::now();
        let due = self.last.is_none_or(|last| now - last >= EVERY);
        if self.terminal && due && now - self.started >= SHORT {
            self.last = Some(now);
            self.shown = true;
            let _ = write!(std::io::stderr().lock(), "\r\u{1b}[2K{}", line(stage, done, all));
        }
        true
    }

    /// Takes the bar away.
    pub fn clear(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr().lock(), "\r\u{1b}[2K");
            self.shown = false;
        }
    }
}

/// `finding candidates  [███████·······]  50 %`
fn line(stage: Stage, done: usize, all: usize) -> String {
    const CELLS: usize = 30;
    let words = match stage {
        Stage::Prepare => "reading the open items",
        Stage::Score => "weighing payments",
        Stage::Assign => "assigning",
        _ => "working",
    };
    let all = all.max(1);
    let done = done.min(all);
    // Through u128: a count times a hundred fits whatever the count.
    let part = |of: usize| usize::try_from(done as u128 * of as u128 / all as u128).unwrap_or(of);
    let full = part(CELLS);
    format!("{words:<22} [{}{}] {:>3} %", "█".repeat(full), "·".repeat(CELLS - full), part(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_from_left_to_right() {
        assert!(line(Stage::Score, 0, 0).ends_with("  0 %"));
        assert!(line(Stage::Score, 5, 10).contains(" 50 %"));
        assert!(line(Stage::Assign, usize::MAX, usize::MAX).contains("100 %"));
        assert!(!line(Stage::Assign, 20, 10).contains('·'));
    }
}
