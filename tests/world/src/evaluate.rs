//! What a reconciliation got right: by kind, by style, in total, and whether its probabilities are true.

mod form;
mod judge;
mod print;
mod proposal;
mod ranking;

pub use form::Form;
pub use judge::{Verdict, judge};
pub use ranking::Ranked;

use crate::{Kind, World};
use payymo::matching::Reconciliation;
use std::collections::BTreeMap;

/// Counts of payments. Every number counts transactions, and credit notes that settle something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All.
    pub payments: u64,
    /// Say something that a careful person could know: items, a customer's account, the parts of a payout.
    pub knowable: u64,
    /// Of the knowable: need no person by their nature.
    pub bookable: u64,
    /// Of the knowable: the proposal, automatic or for review, is the exact set of allocations.
    pub best_right: u64,
    /// Of the knowable: as before, or unmatched with the right explanation named as the nearest.
    pub nearest_right: u64,
    /// In automatic matches.
    pub automatic: u64,
    /// Of the automatic: right.
    pub automatic_right: u64,
    /// Of the bookable: automatic and right.
    pub automatic_recalled: u64,
    /// Of the automatic: any other set, money that settles nothing, or what only a person may book.
    pub wrong_automatic: u64,
    /// Of the automatic: any allocation to another customer.
    pub wrong_customer: u64,
}

impl Tally {
    /// Counts a verdict.
    pub fn count(&mut self, verdict: &Verdict) {
        let knowable = verdict.knowable;
        let right = verdict.right;
        let booked = verdict.automatic && right && !verdict.by_hand;
        self.payments += 1;
        self.knowable += u64::from(knowable);
        self.bookable += u64::from(knowable && !verdict.by_hand);
        self.best_right += u64::from(knowable && right);
        self.nearest_right += u64::from(knowable && (right || verdict.nearest_right));
        self.automatic += u64::from(verdict.automatic);
        self.automatic_right += u64::from(booked);
        self.automatic_recalled += u64::from(booked && knowable);
        self.wrong_automatic += u64::from(verdict.automatic && !booked);
        self.wrong_customer += u64::from(verdict.automatic && verdict.wrong_customer);
    }

    /// Adds the counts of another.
    pub fn add(&mut self, other: &Tally) {
        self.payments += other.payments;
        self.knowable += other.knowable;
        self.bookable += other.bookable;
        self.best_right += other.best_right;
        self.nearest_right += other.nearest_right;
        self.automatic += other.automatic;
        self.automatic_right += other.automatic_right;
        self.automatic_recalled += other.automatic_recalled;
        self.wrong_automatic += other.wrong_automatic;
        self.wrong_customer += other.wrong_customer;
    }

    /// Best proposals right of the knowable; 1 where there are none.
    pub fn best_share(&self) -> f64 {
        share(self.best_right, self.knowable)
    }

    /// Automatic and right of the bookable; 1 where there are none.
    pub fn recall(&self) -> f64 {
        share(self.automatic_recalled, self.bookable)
    }
}

/// A share; 1 of nothing.
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// What one or several reconciliations got right. `Display` prints it as tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evaluation {
    /// By style and kind.
    pub rows: BTreeMap<(&'static str, Kind), Tally>,
    /// By style and form of the item's number.
    pub forms: BTreeMap<(&'static str, Form), Tally>,
    /// Worlds of each style.
    pub worlds: BTreeMap<&'static str, u64>,
    /// Every match.
    pub proposals: Vec<Proposed>,
    /// Every transaction that is in a match, with its probability.
    pub ranked: Vec<Ranked>,
}

/// A match: how sure the engine was, and whether all of it is right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proposed {
    /// Of which style.
    pub style: &'static str,
    /// What the engine said.
    pub probability: f64,
    /// What was.
    pub right: bool,
}

/// One bin of a calibration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Matches in it.
    pub count: usize,
    /// What the engine said, on average.
    pub said: f64,
    /// What was right.
    pub right: f64,
}

impl Evaluation {
    /// Adds another's counts.
    pub fn add(&mut self, other: &Evaluation) {
        for (key, tally) in &other.rows {
            self.rows.entry(*key).or_default().add(tally);
        }
        for (key, tally) in &other.forms {
            self.forms.entry(*key).or_default().add(tally);
        }
        for (style, count) in &other.worlds {
            *self.worlds.entry(style).or_default() += count;
        }
        self.proposals.extend_from_slice(&other.proposals);
        self.ranked.extend_from_slice(&other.ranked);
    }

    /// The same of one style alone.
    pub fn of_style(&self, style: &str) -> Evaluation {
        Evaluation {
            rows: self.rows.iter().filter(|row| row.0.0 == style).map(|row| (*row.0, *row.1)).collect(),
            forms: self.forms.iter().filter(|row| row.0.0 == style).map(|row| (*row.0, *row.1)).collect(),
            worlds: self.worlds.iter().filter(|row| *row.0 == style).map(|row| (*row.0, *row.1)).collect(),
            proposals: self.proposals.iter().copied().filter(|row| row.style == style).collect(),
            ranked: self.ranked.iter().copied().filter(|row| row.style == style).collect(),
        }
    }

    /// All together.
    pub fn total(&self) -> Tally {
        self.sum(|_, _| true)
    }

    /// All of the rows that `take` takes.
    pub fn sum(&self, take: impl Fn(&'static str, Kind) -> bool) -> Tally {
        let mut sum = Tally::default();
        for ((style, kind), tally) in &self.rows {
            if take(style, *kind) {
                sum.add(tally);
            }
        }
        sum
    }

    /// All rows whose item's number has this form.
    pub fn of_form(&self, form: Form) -> Tally {
        let mut sum = Tally::default();
        self.forms.iter().filter(|row| row.0.1 == form).for_each(|row| sum.add(row.1));
        sum
    }

    /// Ten bins of equal count over the matches with a probability between 0.02 and 0.98.
    pub fn bins(&self) -> Vec<Bin> {
        let mut doubtful: Vec<Proposed> = self
            .proposals
            .iter()
            .copied()
            .filter(|row| row.probability > 0.02 && row.probability < 0.98)
            .collect();
        doubtful.sort_by(|a, b| a.probability.total_cmp(&b.probability).then(a.right.cmp(&b.right)));
        let count = doubtful.len();
        (0..10)
            .map(|bin| &doubtful[count * bin / 10..count * (bin + 1) / 10])
            .filter(|rows| !rows.is_empty())
            .map(|rows| Bin {
                count: rows.len(),
                said: rows.iter().map(|row| row.probability).sum::<f64>() / rows.len() as f64,
                right: rows.iter().filter(|row| row.right).count() as f64 / rows.len() as f64,
            })
            .collect()
    }

    /// Expected calibration error over the bins; 0 where there is nothing doubtful.
    pub fn calibration_error(&self) -> f64 {
        let bins = self.bins();
        let count: usize = bins.iter().map(|bin| bin.count).sum();
        bins.iter().map(|bin| bin.count as f64 * (bin.said - bin.right).abs()).sum::<f64>()
            / count.max(1) as f64
    }

    /// Log loss over all matches in nats, probabilities kept a millionth away from 0 and 1.
    pub fn log_loss(&self) -> f64 {
        let loss = |row: &Proposed| {
            let said = row.probability.clamp(1e-6, 1.0 - 1e-6);
            -(if row.right { said } else { 1.0 - said }).ln()
        };
        self.proposals.iter().map(loss).sum::<f64>() / self.proposals.len().max(1) as f64
    }

    /// Of all that can be known: the largest share that is found by taking every proposal from some probability on, with
    /// at most so many of the taken ones wrong. `None` as a form: all.
    pub fn recall_at(&self, precision: f64, form: Option<Form>) -> f64 {
        let ranked = self.ranked.iter().copied().filter(|row| form.is_none() || row.form == form);
        let knowable = match form {
            Some(form) => self.of_form(form).knowable,
            None => self.total().knowable,
        };
        share(ranking::found_at(ranked.collect(), precision), knowable)
    }
}

/// Compares a result with the truth of its world.
pub fn evaluate(world: &World, result: &Reconciliation) -> Evaluation {
    let verdicts = judge(world, result);
    let mut evaluation = Evaluation::default();
    evaluation.worlds.insert(world.style, 1);
    for verdict in verdicts.values() {
        evaluation.rows.entry((world.style, verdict.kind)).or_default().count(verdict);
        if let Some(form) = verdict.form {
            evaluation.forms.entry((world.style, form)).or_default().count(verdict);
        }
        evaluation.ranked.extend(Ranked::of(world.style, verdict));
    }
    for found in &result.matches {
        let keys = judge::decided(found);
        if !keys.is_empty() {
            let right = keys.iter().all(|key| verdicts.get(key).is_some_and(|verdict| verdict.right));
            evaluation.proposals.push(Proposed { style: world.style, probability: found.probability, right });
        }
    }
    evaluation
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(rows: impl Iterator<Item = (f64, bool)>) -> Evaluation {
        let proposals =
            rows.map(|(probability, right)| Proposed { style: "test", probability, right }).collect();
        Evaluation { proposals, ..Evaluation::default() }
    }

    #[test]
    fn true_probabilities_have_no_error() {
        let evaluation = proposed((0..1000).map(|n| (0.8, n % 5 != 0)));
        // Sorting puts the wrong ones first among equals, so the bins of one probability are judged together here.
        let bins = evaluation.bins();
        assert_eq!(bins.iter().map(|bin| bin.count).sum::<usize>(), 1000);
        assert!((bins.iter().map(|bin| bin.right).sum::<f64>() / 10.0 - 0.8).abs() < 1e-9);
    }

    #[test]
    fn loss_of_a_coin() {
        let evaluation = proposed([(0.5, true), (0.5, false)].into_iter());
        assert!((evaluation.log_loss() - 2f64.ln()).abs() < 1e-12);
    }
}
