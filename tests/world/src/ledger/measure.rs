//! How well a reconciliation pairs the rows of two ledgers.

use super::Ledgers;
use payymo::matching::{Decision, Reconciliation, Source, Target};
use std::collections::{BTreeMap, BTreeSet};

/// A proposed pair: the ids of a bank row and of an entry, and how sure the engine is.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The bank row.
    pub transaction: String,
    /// The entry.
    pub entry: String,
    /// Calibrated probability of its match.
    pub probability: f64,
    /// Whether it was booked.
    pub automatic: bool,
    /// What the probability was calibrated from.
    pub kind: &'static str,
    /// Base-2 log-odds before calibration.
    pub odds: f64,
    /// Whether it is true.
    pub right: bool,
}

/// What a reconciliation of two ledgers got right.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// True pairs.
    pub pairs: usize,
    /// What was proposed, surest first.
    pub proposed: Vec<Proposed>,
}

impl Score {
    /// Counts a result against the truth.
    pub fn of(world: &Ledgers, result: &Reconciliation) -> Self {
        let mut proposed = Vec::new();
        for found in &result.matches {
            for allocation in &found.allocations {
                let (Source::Transaction(transaction), Target::Invoice(entry)) =
                    (&allocation.source, &allocation.target)
                else {
                    continue;
                };
                proposed.push(Proposed {
                    transaction: transaction.clone(),
                    entry: entry.clone(),
                    probability: found.probability,
                    automatic: found.decision == Decision::Auto,
                    kind: found.uncalibrated.kind,
                    odds: found.uncalibrated.log_odds,
                    right: world.pairs.contains(&(transaction.clone(), entry.clone())),
                });
            }
        }
        Score::new(world.pairs.len(), proposed)
    }

    /// What was proposed for so many true pairs.
    pub fn new(pairs: usize, proposed: Vec<Proposed>) -> Self {
        let mut score = Score { pairs, proposed };
        score.sort();
        score
    }

    /// Adds another world's.
    pub fn add(&mut self, other: Score) {
        self.pairs += other.pairs;
        self.proposed.extend(other.proposed);
        self.sort();
    }

    fn sort(&mut self) {
        self.proposed.sort_by(|a, b| {
            b.probability
                .total_cmp(&a.probability)
                .then_with(|| (b.odds.total_cmp(&a.odds)).then_with(|| a.transaction.cmp(&b.transaction)))
        });
    }

    /// The largest share of the true pairs that is found where so large a share of what is proposed is right.
    pub fn recall_at(&self, precision: f64) -> f64 {
        let (mut right, mut best) = (0, 0);
        for (count, pair) in (1..).zip(&self.proposed) {
            right += usize::from(pair.right);
            if right as f64 >= precision * f64::from(count) {
                best = best.max(right);
            }
        }
        best as f64 / self.pairs.max(1) as f64
    }

    /// Harmonic mean of precision and recall over all that is proposed.
    pub fn f1(&self) -> f64 {
        let right = self.proposed.iter().filter(|pair| pair.right).count();
        2.0 * right as f64 / (self.proposed.len() + self.pairs).max(1) as f64
    }

    /// Automatic pairs, and how many of these are wrong.
    pub fn automatic(&self) -> (usize, usize) {
        let automatic = || self.proposed.iter().filter(|pair| pair.automatic);
        (automatic().count(), automatic().filter(|pair| !pair.right).count())
    }

    /// Mean distance between what was said and what was so, between 0.02 and 0.98, in ten bins by their sizes.
    pub fn calibration_error(&self) -> f64 {
        let mut bins = [(0.0, 0.0, 0.0); 10];
        for pair in self.proposed.iter().filter(|pair| (0.02..0.98).contains(&pair.probability)) {
            let bin = &mut bins[((pair.probability * 10.0) as usize).min(9)];
            *bin = (bin.0 + 1.0, bin.1 + pair.probability, bin.2 + f64::from(u8::from(pair.right)));
        }
        let all: f64 = bins.iter().map(|bin| bin.0).sum();
        bins.iter().map(|bin| (bin.1 - bin.2).abs()).sum::<f64>() / all.max(1.0)
    }

    /// What was said and what was so, by how sure it was.
    pub fn reliability(&self) -> Vec<Bin> {
        const FROM: [f64; 13] =
            [0.0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999];
        let mut out = Vec::new();
        for (at, from) in FROM.iter().enumerate() {
            let to = FROM.get(at + 1).copied().unwrap_or(f64::INFINITY);
            let of = || self.proposed.iter().filter(|pair| (*from..to).contains(&pair.probability));
            let pairs = of().count();
            if pairs > 0 {
                let wrong = of().filter(|pair| !pair.right).count();
                let said = of().map(|pair| pair.probability).sum::<f64>() / pairs as f64;
                out.push(Bin { said, right: 1.0 - wrong as f64 / pairs as f64, pairs, wrong });
            }
        }
        out
    }

    /// By kind of evidence: pairs, right ones, and the pair `a`, `b` that would make its log-odds true.
    pub fn kinds(&self) -> BTreeMap<&'static str, Fit> {
        let mut rows: BTreeMap<&'static str, Vec<(f64, bool)>> = BTreeMap::new();
        for pair in &self.proposed {
            rows.entry(pair.kind).or_default().push((pair.odds, pair.right));
        }
        rows.into_iter().map(|(kind, rows)| (kind, Fit::of(&rows))).collect()
    }

    /// True pairs that were not proposed.
    pub fn missed<'a>(&self, world: &'a Ledgers) -> Vec<&'a (String, String)> {
        let found: BTreeSet<(&str, &str)> =
            self.proposed.iter().map(|pair| (pair.transaction.as_str(), pair.entry.as_str())).collect();
        world.pairs.iter().filter(|pair| !found.contains(&(pair.0.as_str(), pair.1.as_str()))).collect()
    }
}

/// Pairs that were about as sure.
#[derive(Clone, Copy, Debug)]
pub struct Bin {
    /// The mean of what was said.
    pub said: f64,
    /// The share that is true.
    pub right: f64,
    /// Pairs.
    pub pairs: usize,
    /// Those that are not true.
    pub wrong: usize,
}

/// A line of the calibration table.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    /// Pairs of the kind.
    pub count: usize,
    /// Right ones.
    pub right: usize,
    /// What is added to the log-odds, and what they are stretched by.
    pub line: (f64, f64),
}

impl Fit {
    /// Penalised maximum likelihood towards `a = 0`, `b = 0.9`, by Newton's steps.
    fn of(rows: &[(f64, bool)]) -> Fit {
        let (mut a, mut b) = (0.0, 0.9);
        let ln2 = core::f64::consts::LN_2;
        for _ in 0..40 {
            let (mut ga, mut gb, mut haa, mut hab, mut hbb) = (a, (b - 0.9) * 10.0, 1.0, 0.0, 10.0);
            for (odds, right) in rows {
                let p = 1.0 / (1.0 + (-(a + b * odds) * ln2).exp());
                let (slope, bend) = (p - f64::from(u8::from(*right)), p * (1.0 - p) * ln2);
                ga += slope;
                gb += slope * odds;
                haa += bend;
                hab += bend * odds;
                hbb += bend * odds * odds;
            }
            let det = haa * hbb - hab * hab;
            let step = ((hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det);
            a -= step.0.clamp(-2.0, 2.0);
            b -= step.1.clamp(-0.5, 0.5);
        }
        Fit { count: rows.len(), right: rows.iter().filter(|row| row.1).count(), line: (a, b) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(probability: f64, right: bool) -> Proposed {
        let (transaction, entry) = (format!("b{probability}"), "e".to_owned());
        Proposed { transaction, entry, probability, automatic: false, kind: "", odds: probability, right }
    }

    #[test]
    fn recall_stops_where_precision_falls() {
        let mut score =
            Score { pairs: 4, proposed: vec![pair(0.9, true), pair(0.7, false), pair(0.8, true)] };
        score.sort();
        assert_eq!((score.recall_at(0.99), score.recall_at(0.6)), (0.5, 0.5));
        assert_eq!(score.f1(), 4.0 / 7.0);
        score.proposed.push(pair(0.6, true));
        assert_eq!(score.recall_at(0.75), 0.75);
    }

    #[test]
    fn a_line_is_found_again() {
        // Right in half of the cases at odds of 2, in nine of ten at 6.
        let rows: Vec<(f64, bool)> =
            (0..4_000).map(|at| if at % 2 == 0 { (2.0, at % 4 == 0) } else { (6.0, at % 20 != 1) }).collect();
        let (a, b) = Fit::of(&rows).line;
        assert!((a + 2.0 * b).abs() < 0.1 && (a + 6.0 * b - 3.17).abs() < 0.15, "{a} {b}");
    }
}
