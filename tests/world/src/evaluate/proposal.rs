//! What a result proposes for each transaction and each credit note.

use payymo::matching::{Allocation, Decision, Match, Payout, Reconciliation, Source, Target};
use std::collections::BTreeMap;

/// What a result proposes for one transaction or one credit note.
#[derive(Clone, Default)]
pub(super) struct Proposal<'a> {
    /// Minor units by item, what settles.
    pub invoices: BTreeMap<&'a str, i64>,
    /// Minor units by item, what takes a settlement back: below zero.
    pub taken_back: BTreeMap<&'a str, i64>,
    /// Minor units by customer: money on account.
    pub customers: BTreeMap<&'a str, i64>,
    /// What it is made of, where it is the deposit of a payout.
    pub payout: Option<&'a Payout>,
    pub automatic: bool,
    pub probability: Option<f64>,
}

impl<'a> Proposal<'a> {
    /// The proposal of some allocations.
    pub fn of(rows: &'a [Allocation]) -> Self {
        let mut proposal = Proposal::default();
        rows.iter().for_each(|row| proposal.take(row));
        proposal
    }

    /// Nothing is allocated to anything.
    pub fn is_empty(&self) -> bool {
        self.invoices.is_empty() && self.taken_back.is_empty() && self.customers.is_empty()
    }

    fn take(&mut self, row: &'a Allocation) {
        let minor = row.amount.minor();
        match &row.target {
            Target::Invoice(id) if minor < 0 => *self.taken_back.entry(id).or_default() += minor,
            Target::Invoice(id) => *self.invoices.entry(id).or_default() += minor,
            Target::Customer(id) => *self.customers.entry(id).or_default() += minor,
        }
    }

    fn decided(&mut self, found: &Match) {
        self.automatic |= found.decision == Decision::Auto;
        self.probability = Some(found.probability);
    }
}

/// The name under which a credit note stands among the verdicts: no transaction has an id with a space.
pub(super) fn credit_key(id: &str) -> String {
    format!("credit {id}")
}

/// Proposals by transaction, and by credit note.
pub(super) struct Proposals<'a> {
    pub transactions: BTreeMap<&'a str, Proposal<'a>>,
    pub credits: BTreeMap<&'a str, Proposal<'a>>,
}

/// Takes a result apart. A match of the kind `payout` is a proposal for the rows of its deposit and for the members that
/// have no other answer.
pub(super) fn proposals(result: &Reconciliation) -> Proposals<'_> {
    let mut all = Proposals { transactions: BTreeMap::new(), credits: BTreeMap::new() };
    for found in &result.matches {
        for row in &found.allocations {
            let proposal = match &row.source {
                Source::Transaction(id) => all.transactions.entry(id.as_str()).or_default(),
                Source::Credit(id) => all.credits.entry(id.as_str()).or_default(),
            };
            proposal.decided(found);
            proposal.take(row);
        }
        if let Some(payout) = &found.payout {
            for member in &payout.deposit {
                let proposal = all.transactions.entry(member.transaction.as_str()).or_default();
                proposal.decided(found);
                proposal.payout = Some(payout);
            }
        }
    }
    all
}
