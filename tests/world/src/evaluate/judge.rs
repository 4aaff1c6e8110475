//! Each transaction of a result, and each credit note, against its truth.
//!
//! # Design
//! A proposal is right when its allocations to items are the truth's, amounts and signs included. Two things are
//! forgiven, because nobody could tell: which of two twins (items of one customer with one open amount) is settled by a
//! payment that does not name one, and which of two equal payments settles. A mass-payment invoice that is paid in full is
//! the same as the items that it covers. Money on account of the right customer is right where the payment settles nothing
//! or nobody could know what. A payout is right when its members are the truth's as a set, whatever stands beside them of
//! the deposit's own rows. Where the truth of money that goes back says nothing, any settlement of the right customer may
//! be taken back. Money that its customer did not owe, of which nobody could know that, may settle what he owes to the
//! cent: without a number it is that item's payment.

use super::form::Form;
use super::proposal::{Proposal, credit_key, proposals};
use crate::{Kind, Parts, Truth, World};
use payymo::matching::{Component, Match, Payout, Reconciliation, Source};
use payymo::model::Invoice;
use payymo::money::Currency;
use std::collections::{BTreeMap, BTreeSet};

/// What became of one transaction or one credit note.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What it is.
    pub kind: Kind,
    /// Whether it says something that a careful person could know.
    pub knowable: bool,
    /// Whether only a person may book it.
    pub by_hand: bool,
    /// Whether the proposal, or its absence, is right.
    pub right: bool,
    /// Whether an unmatched one names the right explanation as its nearest.
    pub nearest_right: bool,
    /// Whether it is in an automatic match.
    pub automatic: bool,
    /// Whether any of its money goes to another customer.
    pub wrong_customer: bool,
    /// Probability of its match, if it has one.
    pub probability: Option<f64>,
    /// What the number of the first item looks like that it settles, or else of the first that was proposed.
    pub form: Option<Form>,
}

/// Keys, as in the verdicts, of what a match decides: the transactions and credit notes whose money it allocates, and
/// the rows of a payout's deposit.
pub(super) fn decided(found: &Match) -> Vec<String> {
    let allocated = found.allocations.iter().map(|row| match &row.source {
        Source::Transaction(id) => id.clone(),
        Source::Credit(id) => credit_key(id),
    });
    let deposit = found.payout.iter().flat_map(|payout| &payout.deposit).map(|row| row.transaction.clone());
    let mut keys: Vec<String> = allocated.chain(deposit).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Compares a result with the truth, transaction by transaction and credit note by credit note.
pub fn judge(world: &World, result: &Reconciliation) -> BTreeMap<String, Verdict> {
    let court = Court { invoices: world.invoices.iter().map(|row| (row.id.as_str(), row)).collect() };
    let proposals = proposals(result);
    let nearest: BTreeMap<&str, Proposal<'_>> = result
        .unmatched
        .iter()
        .filter_map(|row| row.nearest.first().map(|first| (row.transaction.as_str(), first)))
        .map(|(id, first)| (id, Proposal::of(&first.allocations)))
        .collect();
    let none = Proposal::default();
    let mut verdicts: BTreeMap<String, Verdict> = BTreeMap::new();
    for (id, truth) in swap_copies(world, &court, &proposals.transactions) {
        let proposal = proposals.transactions.get(id);
        let guess = nearest.get(id).filter(|_| proposal.is_none());
        let verdict = court.verdict(truth, proposal.unwrap_or(&none), guess);
        verdicts.insert(id.to_owned(), Verdict { kind: world.truth[id].kind, ..verdict });
    }
    for (id, truth) in &world.credits {
        let proposal = proposals.credits.get(id.as_str()).unwrap_or(&none);
        verdicts.insert(credit_key(id), court.verdict(truth, proposal, None));
    }
    verdicts
}

/// The truth to hold against each transaction: equal payments exchange theirs where that makes more of them right.
fn swap_copies<'a>(
    world: &'a World,
    court: &Court<'a>,
    proposals: &BTreeMap<&str, Proposal<'_>>,
) -> Vec<(&'a str, &'a Truth)> {
    let mut groups: BTreeMap<u32, Vec<(&str, &Truth)>> = BTreeMap::new();
    let mut list = Vec::new();
    for (id, truth) in &world.truth {
        match truth.copies {
            Some(group) => groups.entry(group).or_default().push((id, truth)),
            None => list.push((id.as_str(), truth)),
        }
    }
    let none = Proposal::default();
    for group in groups.into_values() {
        let mut truths: Vec<&Truth> = group.iter().map(|row| row.1).collect();
        let mut rest = Vec::new();
        for (id, _) in &group {
            let proposal = proposals.get(id).unwrap_or(&none);
            match truths.iter().position(|truth| court.right(truth, proposal)) {
                Some(at) => list.push((id, truths.remove(at))),
                None => rest.push(*id),
            }
        }
        list.extend(rest.into_iter().zip(truths));
    }
    list
}

struct Court<'a> {
    invoices: BTreeMap<&'a str, &'a Invoice>,
}

impl Court<'_> {
    fn customer(&self, invoice: &str) -> Option<&str> {
        self.invoices.get(invoice)?.customer.as_ref()?.id.as_deref()
    }

    fn verdict(&self, truth: &Truth, proposal: &Proposal<'_>, nearest: Option<&Proposal<'_>>) -> Verdict {
        let first = truth.allocations.first().map(|row| row.0.as_str());
        let first =
            first.or_else(|| proposal.invoices.keys().chain(proposal.taken_back.keys()).next().copied());
        Verdict {
            kind: truth.kind,
            knowable: truth.can_be_known(),
            by_hand: truth.by_hand,
            right: self.right(truth, proposal),
            nearest_right: nearest.is_some_and(|guess| self.right(truth, guess)),
            automatic: proposal.automatic,
            wrong_customer: self.wrong_customer(truth, proposal),
            probability: proposal.probability,
            form: first.map(|id| {
                Form::of(self.invoices.get(id).and_then(|row| row.number.as_deref()).unwrap_or(id))
            }),
        }
    }

    fn right(&self, truth: &Truth, proposal: &Proposal<'_>) -> bool {
        if self.wrong_customer(truth, proposal) {
            return false;
        }
        match (&truth.payout, &proposal.payout) {
            (Some(parts), Some(said)) => return proposal.is_empty() && holds_parts(parts, said),
            (None, None) => {}
            // Parts that nobody could know need not be named; a payout that is none is wrong.
            (Some(_), None) => return !truth.knowable && proposal.is_empty(),
            (None, Some(_)) => return false,
        }
        if truth.on_account && truth.knowable {
            return !proposal.customers.is_empty()
                && proposal.invoices.is_empty()
                && proposal.taken_back.is_empty();
        }
        if proposal.invoices.is_empty() && proposal.taken_back.is_empty() {
            // Money on account of the right customer, or no proposal.
            let on_account = !proposal.customers.is_empty() && !truth.knowable;
            return truth.allocations.is_empty() || on_account;
        }
        if truth.allocations.is_empty() {
            let open_truth = matches!(truth.kind, Kind::Refund | Kind::Chargeback);
            let unasked = matches!(truth.kind, Kind::ClosedInvoice | Kind::NoOpenItem) && !truth.knowable;
            return open_truth && proposal.invoices.is_empty() || unasked && self.pays_wholly(proposal);
        }
        let told = truth.allocations.iter().map(|row| (row.0.as_str(), row.1));
        let said = proposal.invoices.iter().chain(&proposal.taken_back).map(|row| (*row.0, *row.1));
        if truth.named {
            let mut told = self.uncovered(told);
            let mut said = self.uncovered(said);
            told.sort_unstable();
            said.sort_unstable();
            told == said
        } else {
            self.classes(told) == self.classes(said)
        }
    }

    /// Whether a proposal does nothing but settle open items to the cent.
    fn pays_wholly(&self, proposal: &Proposal<'_>) -> bool {
        let whole = |(id, amount): (&&str, &i64)| {
            self.invoices.get(id).is_some_and(|item| item.open.minor() == *amount)
        };
        proposal.taken_back.is_empty() && proposal.invoices.iter().all(whole)
    }

    /// A mass-payment invoice paid in full, as the items that it covers.
    fn uncovered<'b>(&'b self, rows: impl Iterator<Item = (&'b str, i64)>) -> Vec<(&'b str, i64)> {
        let mut list = Vec::new();
        for (id, amount) in rows {
            match self.invoices.get(id) {
                Some(item) if !item.covers.is_empty() && item.open.minor() == amount => {
                    list.extend(item.covers.iter().map(|covered| {
                        let open = self.invoices.get(covered.as_str()).map_or(0, |row| row.open.minor());
                        (covered.as_str(), open)
                    }));
                }
                _ => list.push((id, amount)),
            }
        }
        list
    }

    /// Allocations by class of twins: customer, open amount, currency, and what is allocated.
    fn classes<'b>(
        &'b self,
        rows: impl Iterator<Item = (&'b str, i64)>,
    ) -> Vec<(&'b str, i64, Option<Currency>, i64)> {
        let mut list: Vec<_> = self
            .uncovered(rows)
            .into_iter()
            .map(|(id, amount)| match (self.invoices.get(id), self.customer(id)) {
                // What is taken back was settled: such items are twins by what they were.
                (Some(item), Some(customer)) if amount < 0 => {
                    (customer, item.total.minor(), Some(item.currency()), amount)
                }
                (Some(item), Some(customer)) => (customer, item.open.minor(), Some(item.currency()), amount),
                // An item without a customer is nobody's twin.
                _ => (id, 0, None, amount),
            })
            .collect();
        list.sort_unstable();
        list
    }

    fn wrong_customer(&self, truth: &Truth, proposal: &Proposal<'_>) -> bool {
        let mut allowed: BTreeSet<&str> =
            truth.allocations.iter().filter_map(|row| self.customer(&row.0)).collect();
        if allowed.is_empty() {
            allowed.extend(truth.customer.as_deref());
        }
        let mut items = proposal.invoices.keys().chain(proposal.taken_back.keys());
        let elsewhere = items.any(|id| match self.customer(id) {
            Some(customer) => !allowed.contains(customer),
            None => !truth.allocations.iter().any(|row| row.0 == *id),
        });
        elsewhere || proposal.customers.keys().any(|customer| !allowed.contains(customer))
    }
}

/// Whether the members of a payout are the truth's, and what has no row is named.
fn holds_parts(parts: &Parts, said: &Payout) -> bool {
    let members: BTreeSet<&str> = said.members.iter().map(|row| row.transaction.as_str()).collect();
    let named: BTreeSet<Component> = said.residual.iter().map(|row| row.component).collect();
    parts.members.iter().all(|id| members.contains(id.as_str()))
        && members.iter().all(|id| parts.members.contains(*id) || parts.beside.contains(*id))
        && parts.residual.is_subset(&named)
        && (!named.contains(&Component::Unexplained) || parts.residual.contains(&Component::Unexplained))
}

#[cfg(test)]
mod tests;
