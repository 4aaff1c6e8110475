//! What a person said of a match, with the rows that it is about.

use crate::matching::result::{Allocation, Difference, DifferenceKind, DifferenceOf, Match, Source, Target};
use crate::model::{Invoice, Transaction};
use crate::money::Amount;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a person said of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right.
    Confirmed,
    /// It is wrong, and what would be right was not said.
    Rejected,
    /// Something else is right.
    Corrected,
}

/// A verdict on one match, with the transactions and items that it is about: a [`Memory`](super::Memory) learns from it.
///
/// Give each verdict once: what is learnt twice counts twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// What was said.
    pub verdict: Verdict,
    /// The day on which it was said.
    pub day: NaiveDate,
    /// Whether the match was of the audit sample: only such verdicts count for the bound.
    pub audit: bool,
    /// What was proposed.
    pub proposal: Proposal,
    /// With [`Verdict::Corrected`] what is right.
    pub right: Vec<Allocation>,
    /// The transactions of the match; others are passed over.
    pub transactions: Vec<Transaction>,
    /// The items of the match and of what is right; others are passed over.
    pub invoices: Vec<Invoice>,
}

/// What was proposed, as far as it teaches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// The kind of evidence that it rested on: a match's `calibration`; empty: unknown.
    pub calibration: String,
    /// Its probability, in millionths.
    pub millionths: u32,
    /// What it settled.
    pub allocations: Vec<Allocation>,
    /// What banks on the way were said to have taken, by the item's id.
    pub charges: Vec<(String, Amount)>,
    /// Codes of its evidence.
    pub evidence: Vec<String>,
}

impl Proposal {
    /// What a match proposed.
    pub fn of(found: &Match) -> Self {
        let charge = |difference: &Difference| match &difference.of {
            DifferenceOf::Invoice(id) if difference.kind == DifferenceKind::BankFee => {
                Some((id.clone(), difference.amount))
            }
            _ => None,
        };
        Proposal {
            calibration: found.uncalibrated.kind.to_owned(),
            millionths: millionths(found.probability),
            allocations: found.allocations.clone(),
            charges: found.differences.iter().filter_map(charge).collect(),
            evidence: found.evidence.iter().map(|evidence| evidence.code.to_owned()).collect(),
        }
    }
}

/// A probability as it is written, six decimals, in millionths.
pub(super) fn millionths(probability: f64) -> u32 {
    libm::round(probability.clamp(0.0, 1.0) * 1e6) as u32
}

impl Feedback {
    /// The match is right. Of the rows those that it speaks of are taken.
    pub fn confirmed(
        found: &Match,
        day: NaiveDate,
        transactions: &[Transaction],
        invoices: &[Invoice],
    ) -> Self {
        Self::new(Verdict::Confirmed, Some(found), Vec::new(), day, transactions, invoices)
    }

    /// The match is wrong.
    pub fn rejected(
        found: &Match,
        day: NaiveDate,
        transactions: &[Transaction],
        invoices: &[Invoice],
    ) -> Self {
        Self::new(Verdict::Rejected, Some(found), Vec::new(), day, transactions, invoices)
    }

    /// Something else is right; without a match, a person settled what the engine left unmatched.
    pub fn corrected(
        found: Option<&Match>,
        right: Vec<Allocation>,
        day: NaiveDate,
        transactions: &[Transaction],
        invoices: &[Invoice],
    ) -> Self {
        Self::new(Verdict::Corrected, found, right, day, transactions, invoices)
    }

    fn new(
        verdict: Verdict,
        found: Option<&Match>,
        right: Vec<Allocation>,
        day: NaiveDate,
        transactions: &[Transaction],
        invoices: &[Invoice],
    ) -> Self {
        let proposal = found.map(Proposal::of).unwrap_or_default();
        let audit = found.is_some_and(|found| found.audit);
        let mut out =
            Feedback { verdict, day, audit, proposal, right, transactions: Vec::new(), invoices: Vec::new() };
        let ids = found.map(Match::transactions).unwrap_or_default();
        let own = |row: &&Transaction| ids.contains(&row.id.as_str()) || out.speaks_of(&row.id);
        out.transactions = transactions.iter().filter(own).cloned().collect();
        out.invoices = invoices.iter().filter(|row| out.settles(&row.id)).cloned().collect();
        out
    }

    fn allocations(&self) -> impl Iterator<Item = &Allocation> {
        self.proposal.allocations.iter().chain(&self.right)
    }

    /// The same with the rows that it speaks of and does not hold yet.
    #[must_use]
    pub fn with_rows(mut self, transactions: &[Transaction], invoices: &[Invoice]) -> Self {
        let missing: BTreeSet<String> = self.transactions_missing().into_iter().map(str::to_owned).collect();
        let rows = transactions.iter().filter(|row| missing.contains(&row.id));
        self.transactions.extend(rows.cloned());
        let missing: BTreeSet<String> = self.invoices_missing().into_iter().map(str::to_owned).collect();
        self.invoices.extend(invoices.iter().filter(|row| missing.contains(&row.id)).cloned());
        self
    }

    /// Transactions that it is about and whose rows it does not hold: it teaches nothing of their payers.
    pub fn transactions_missing(&self) -> Vec<&str> {
        let about = self.allocations().filter_map(|row| row.source.transaction());
        missing(about, self.transactions.iter().map(|row| row.id.as_str()))
    }

    /// Items that it is about and whose rows it does not hold: it teaches nothing of their customers.
    pub fn invoices_missing(&self) -> Vec<&str> {
        let about = self.allocations().filter_map(|row| row.target.invoice());
        missing(about, self.invoices.iter().map(|row| row.id.as_str()))
    }

    /// Whether it is of a match without allocations, such as a payout: then it is about all of its transactions.
    pub(super) fn is_of_rows(&self) -> bool {
        self.allocations().next().is_none()
    }

    /// Whether it is about a transaction.
    pub fn speaks_of(&self, transaction: &str) -> bool {
        self.allocations().any(|row| matches!(&row.source, Source::Transaction(id) if id == transaction))
    }

    /// Whether it is about an item.
    pub fn settles(&self, invoice: &str) -> bool {
        self.allocations().any(|row| matches!(&row.target, Target::Invoice(id) if id == invoice))
    }
}

/// Ids that are spoken of and not held, each once, in order.
fn missing<'a>(about: impl Iterator<Item = &'a str>, held: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let held: BTreeSet<&str> = held.collect();
    let ids: BTreeSet<&str> = about.filter(|id| !held.contains(id)).collect();
    ids.into_iter().collect()
}
