//! An evaluation as plain text.

use super::{Evaluation, Tally};
use std::fmt;

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        head(f, "kind")?;
        let kinds: std::collections::BTreeSet<_> = self.rows.keys().map(|key| key.1).collect();
        for kind in kinds {
            line(f, &format!("{kind:?}"), &self.sum(|_, other| other == kind))?;
        }
        writeln!(f)?;
        head(f, "style (worlds)")?;
        for (style, count) in &self.worlds {
            line(f, &format!("{style} ({count})"), &self.sum(|other, _| other == *style))?;
        }
        line(f, "total", &self.total())?;
        writeln!(f)?;
        writeln!(
            f,
            "calibration error {:.4}, log loss {:.4} over {} matches",
            self.calibration_error(),
            self.log_loss(),
            self.proposals.len()
        )?;
        for bin in self.bins() {
            writeln!(f, "  {:>6} matches: said {:.3}, right {:.3}", bin.count, bin.said, bin.right)?;
        }
        Ok(())
    }
}

fn head(f: &mut fmt::Formatter<'_>, first: &str) -> fmt::Result {
    writeln!(
        f,
        "{first:<28}{:>8}{:>9}{:>8}{:>9}{:>8}{:>8}{:>8}{:>7}{:>10}",
        "payments", "knowable", "best %", "nearest %", "auto", "recall %", "wrong", "/10000", "customer"
    )
}

fn line(f: &mut fmt::Formatter<'_>, first: &str, tally: &Tally) -> fmt::Result {
    let percent = |part: u64| match tally.knowable {
        0 => "-".to_owned(),
        whole => format!("{:.2}", part as f64 * 100.0 / whole as f64),
    };
    let wrong = match tally.automatic {
        0 => "-".to_owned(),
        whole => format!("{:.1}", tally.wrong_automatic as f64 * 10_000.0 / whole as f64),
    };
    writeln!(
        f,
        "{first:<28}{:>8}{:>9}{:>8}{:>9}{:>8}{:>8}{:>8}{:>7}{:>10}",
        tally.payments,
        tally.knowable,
        percent(tally.best_right),
        percent(tally.nearest_right),
        tally.automatic,
        percent(tally.automatic_recalled),
        tally.wrong_automatic,
        wrong,
        tally.wrong_customer
    )
}
