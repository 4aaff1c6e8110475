//! An evaluation as plain text.

use super::{Evaluation, Form, Tally};
use crate::style::HELD_OUT;
use std::fmt;

/// The precision at which what is found is printed.
const PRECISION: f64 = 0.999;

/// A figure of an evaluation: more is better.
type Figure = fn(&Evaluation) -> f64;

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
            let held = if *style == HELD_OUT { ", held out" } else { "" };
            line(f, &format!("{style} ({count}{held})"), &self.sum(|other, _| other == *style))?;
        }
        line(f, "total", &self.total())?;
        writeln!(f)?;
        head(f, "form of the number")?;
        for form in Form::ALL {
            line(f, &format!("{form:?}"), &self.of_form(form))?;
        }
        writeln!(f)?;
        self.figures(f)?;
        writeln!(f)?;
        for bin in self.bins() {
            writeln!(f, "  {:>6} matches: said {:.3}, right {:.3}", bin.count, bin.said, bin.right)?;
        }
        Ok(())
    }
}

impl Evaluation {
    /// The figures to reach: by style, by form, in total; the worst of each named.
    fn figures(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<28}{:>9}{:>9}{:>12}{:>7}{:>10}{:>12}{:>9}",
            "", "found %", "recall %", "% at 0.999", "wrong", "customer", "calibration", "log loss"
        )?;
        let styles: Vec<(&str, Evaluation)> =
            self.worlds.keys().map(|style| (*style, self.of_style(style))).collect();
        for (style, own) in &styles {
            own.figure(f, style)?;
        }
        self.figure(f, "total")?;
        for form in Form::ALL.into_iter().filter(|form| self.of_form(*form).knowable > 0) {
            let tally = self.of_form(form);
            writeln!(
                f,
                "{:<28}{:>9.2}{:>9.2}{:>12.2}{:>7}{:>10}",
                format!("{form:?}"),
                tally.best_share() * 100.0,
                tally.recall() * 100.0,
                self.recall_at(PRECISION, Some(form)) * 100.0,
                tally.wrong_automatic,
                tally.wrong_customer
            )?;
        }
        let figures: [(&str, Figure); 4] = [
            ("found", |own| own.total().best_share()),
            ("recall", |own| own.total().recall()),
            ("recall at 0.999", |own| own.recall_at(PRECISION, None)),
            ("wrong of the automatic", |own| {
                let total = own.total();
                -(total.wrong_automatic as f64) / total.automatic.max(1) as f64
            }),
        ];
        for (name, figure) in figures {
            let worst =
                styles.iter().map(|(style, own)| (figure(own), style)).min_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((value, style)) = worst {
                writeln!(f, "worst {name}: {style} {:.2} %", value.abs() * 100.0)?;
            }
        }
        Ok(())
    }

    fn figure(&self, f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
        let total = self.total();
        writeln!(
            f,
            "{name:<28}{:>9.2}{:>9.2}{:>12.2}{:>7}{:>10}{:>12.4}{:>9.4}",
            total.best_share() * 100.0,
            total.recall() * 100.0,
            self.recall_at(PRECISION, None) * 100.0,
            total.wrong_automatic,
            total.wrong_customer,
            self.calibration_error(),
            self.log_loss()
        )
    }
}

fn head(f: &mut fmt::Formatter<'_>, first: &str) -> fmt::Result {
    writeln!(
        f,
        "{first:<32}{:>8}{:>9}{:>8}{:>10}{:>8}{:>9}{:>7}{:>7}{:>10}",
        "payments", "knowable", "best %", "nearest %", "auto", "recall %", "wrong", "/10000", "customer"
    )
}

fn line(f: &mut fmt::Formatter<'_>, first: &str, tally: &Tally) -> fmt::Result {
    let percent = |part: u64, whole: u64| match whole {
        0 => "-".to_owned(),
        whole => format!("{:.2}", part as f64 * 100.0 / whole as f64),
    };
    let wrong = match tally.automatic {
        0 => "-".to_owned(),
        whole => format!("{:.1}", tally.wrong_automatic as f64 * 10_000.0 / whole as f64),
    };
    writeln!(
        f,
        "{first:<32}{:>8}{:>9}{:>8}{:>10}{:>8}{:>9}{:>7}{:>7}{:>10}",
        tally.payments,
        tally.knowable,
        percent(tally.best_right, tally.knowable),
        percent(tally.nearest_right, tally.knowable),
        tally.automatic,
        percent(tally.automatic_recalled, tally.bookable),
        tally.wrong_automatic,
        wrong,
        tally.wrong_customer
    )
}
