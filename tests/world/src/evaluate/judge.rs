//! Each transaction of a result against its truth.
//!
//! # Design
//! A proposal is right when its allocations to invoices are the truth's, amounts included. Two things are forgiven,
//! because nobody could tell: which of two twins (items of one customer with one open amount) is settled by a payment
//! that does not name one, and which of two equal payments settles. A mass-payment invoice that is paid in full is the
//! same as the items that it covers. Money on account of the right customer is right where the payment settles nothing
//! or nobody could know what. Negative allocations (reversals) are judged by their customer alone: the truth of a
//! refund does not say more yet.

use crate::{Kind, Truth, World};
use payymo::matching::{Allocation, Decision, Match, Reconciliation, Source, Target};
use payymo::model::Invoice;
use payymo::money::Currency;
use std::collections::{BTreeMap, BTreeSet};

/// What became of one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What it is.
    pub kind: Kind,
    /// Whether it settles something that a careful person could know.
    pub knowable: bool,
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
}

/// What a result proposes for one transaction.
#[derive(Clone, Default)]
struct Proposal<'a> {
    invoices: BTreeMap<&'a str, i64>,
    taken_back: BTreeSet<&'a str>,
    customers: BTreeSet<&'a str>,
    automatic: bool,
    probability: Option<f64>,
}

/// Ids of the transactions whose money a match allocates, in its order.
pub(super) fn transactions(found: &Match) -> impl Iterator<Item = &str> {
    found.allocations.iter().filter_map(|row| match &row.source {
        Source::Transaction(id) => Some(id.as_str()),
        Source::Credit(_) => None,
    })
}

/// Compares a result with the truth, transaction by transaction.
pub fn judge(world: &World, result: &Reconciliation) -> BTreeMap<String, Verdict> {
    let court = Court { invoices: world.invoices.iter().map(|row| (row.id.as_str(), row)).collect() };
    let mut proposals: BTreeMap<&str, Proposal<'_>> = BTreeMap::new();
    for found in &result.matches {
        for row in &found.allocations {
            if let Source::Transaction(id) = &row.source {
                let proposal = proposals.entry(id).or_default();
                proposal.automatic |= found.decision == Decision::Auto;
                proposal.probability = Some(found.probability);
                take(proposal, row);
            }
        }
    }
    let nearest: BTreeMap<&str, Proposal<'_>> = result
        .unmatched
        .iter()
        .filter_map(|row| row.nearest.first().map(|first| (row.transaction.as_str(), first)))
        .map(|(id, first)| {
            let mut proposal = Proposal::default();
            first.allocations.iter().for_each(|row| take(&mut proposal, row));
            (id, proposal)
        })
        .collect();
    let none = Proposal::default();
    let mut verdicts: BTreeMap<String, Verdict> = BTreeMap::new();
    for (id, truth) in swap_copies(world, &court, &proposals) {
        let proposal = proposals.get(id).unwrap_or(&none);
        let matched = proposals.contains_key(id);
        verdicts.insert(
            id.to_owned(),
            Verdict {
                kind: world.truth[id].kind,
                knowable: truth.knowable && !truth.allocations.is_empty(),
                right: court.right(truth, proposal),
                nearest_right: !matched && nearest.get(id).is_some_and(|guess| court.right(truth, guess)),
                automatic: proposal.automatic,
                wrong_customer: court.wrong_customer(truth, proposal),
                probability: proposal.probability,
            },
        );
    }
    verdicts
}

fn take<'a>(proposal: &mut Proposal<'a>, row: &'a Allocation) {
    match &row.target {
        Target::Invoice(id) if row.amount.minor() < 0 => {
            proposal.taken_back.insert(id);
        }
        Target::Invoice(id) => *proposal.invoices.entry(id).or_default() += row.amount.minor(),
        Target::Customer(id) => {
            proposal.customers.insert(id);
        }
    }
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

    fn right(&self, truth: &Truth, proposal: &Proposal<'_>) -> bool {
        if self.wrong_customer(truth, proposal) {
            return false;
        }
        if proposal.invoices.is_empty() {
            // Money on account of the right customer, money taken back from the right customer, or no proposal.
            let on_account = !proposal.customers.is_empty() && !truth.knowable;
            return truth.allocations.is_empty() || on_account;
        }
        if truth.allocations.is_empty() {
            return false;
        }
        let told = truth.allocations.iter().map(|row| (row.0.as_str(), row.1));
        let said = proposal.invoices.iter().map(|row| (*row.0, *row.1));
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
        let mut items = proposal.invoices.keys().chain(&proposal.taken_back);
        let elsewhere = items.any(|id| match self.customer(id) {
            Some(customer) => !allowed.contains(customer),
            None => !truth.allocations.iter().any(|row| row.0 == *id),
        });
        elsewhere || proposal.customers.iter().any(|customer| !allowed.contains(customer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use chrono::NaiveDate;
    use payymo::matching::{
        Alternative, Bound, Engine, MatchKind, Options, Summary, Unmatched, UnmatchedReason,
    };
    use payymo::model::{Customer, Transaction};
    use payymo::money::Amount;

    fn pounds(minor: i64) -> Amount {
        Amount::new(minor, Currency::parse("GBP").unwrap())
    }

    /// Ann owes 1 and 2 (twins) and the mass-payment invoice M over both; Bob owes 3, their twin in all but the owner.
    fn world(truths: Vec<(&str, Truth)>) -> World {
        let item = |id: &str, customer: &str, minor: i64| {
            let mut row = Invoice::new(id, pounds(minor));
            row.customer = Some(Customer { id: Some(customer.to_owned()), ..Customer::default() });
            row
        };
        let mut mass = item("M", "ann", 1_998);
        mass.covers = vec!["1".to_owned(), "2".to_owned()];
        World {
            style: "test",
            seed: 0,
            as_of: NaiveDate::default(),
            transactions: truths
                .iter()
                .map(|row| Transaction::new(row.0, NaiveDate::default(), pounds(999)))
                .collect(),
            invoices: vec![item("1", "ann", 999), item("2", "ann", 999), item("3", "bob", 999), mass],
            settlements: Vec::new(),
            options: Options::default(),
            truth: truths.into_iter().map(|(id, truth)| (id.to_owned(), truth)).collect(),
        }
    }

    fn pays(invoice: &str, minor: i64) -> Truth {
        Truth::settles(Kind::Plain, "ann", vec![(invoice.to_owned(), minor)])
    }

    fn allocation(transaction: &str, target: Target, minor: i64) -> Allocation {
        let source = Source::Transaction(transaction.to_owned());
        Allocation { source, target, amount: pounds(minor), paid: None }
    }

    fn proposal(decision: Decision, rows: &[(&str, &str, i64)]) -> Match {
        let target = |id: &str| match id.strip_prefix('@') {
            Some(customer) => Target::Customer(customer.to_owned()),
            None => Target::Invoice(id.to_owned()),
        };
        Match {
            id: String::new(),
            kind: MatchKind::Single,
            decision,
            probability: 0.9,
            score: 0.0,
            prior: 0.0,
            allocations: rows.iter().map(|row| allocation(row.0, target(row.1), row.2)).collect(),
            differences: Vec::new(),
            evidence: Vec::new(),
            alternatives: Vec::new(),
            review: None,
            review_clue: None,
            payout: None,
            uncalibrated: Default::default(),
        }
    }

    fn result(matches: Vec<Match>) -> Reconciliation {
        let engine = ["", "", "", ""].map(str::to_owned);
        let [version, parameters, options, memory] = engine;
        Reconciliation {
            version: 1,
            as_of: NaiveDate::default(),
            engine: Engine { version, parameters, options, memory },
            matches,
            unmatched: Vec::new(),
            open_invoices: Vec::new(),
            summary: Summary { transactions: 0, auto: 0, review: 0, unmatched: 0, allocated: Vec::new() },
            bound: Bound { method: "shipped" },
            errors: Vec::new(),
            warnings: Vec::new(),
            limits: Vec::new(),
        }
    }

    /// Whether an automatic proposal for payment `a` is right.
    fn right(truth: Truth, rows: &[(&str, i64)]) -> bool {
        let rows: Vec<_> = rows.iter().map(|row| ("a", row.0, row.1)).collect();
        let world = world(vec![("a", truth)]);
        judge(&world, &result(vec![proposal(Decision::Auto, &rows)]))["a"].right
    }

    #[test]
    fn the_set_and_the_amounts_must_be_exact() {
        assert!(right(pays("1", 999), &[("1", 999)]));
        assert!(!right(pays("1", 999), &[("1", 998)]));
        assert!(!right(pays("1", 999), &[("1", 999), ("2", 999)]));
        assert!(!right(pays("1", 999), &[("3", 999)]));
    }

    #[test]
    fn twins_stand_for_each_other_unless_named() {
        assert!(right(pays("1", 999).named(false), &[("2", 999)]));
        assert!(!right(pays("1", 999), &[("2", 999)]));
        assert!(!right(pays("1", 999).named(false), &[("3", 999)]), "another customer's is no twin");
    }

    #[test]
    fn a_mass_payment_is_what_it_covers() {
        assert!(right(pays("M", 1_998), &[("1", 999), ("2", 999)]));
        assert!(!right(pays("M", 999), &[("1", 999)]));
    }

    #[test]
    fn what_settles_nothing_may_go_on_account_and_nowhere_else() {
        let nothing = || Truth::nothing(Kind::NoOpenItem, Some("ann".to_owned()));
        assert!(right(nothing(), &[("@ann", 999)]));
        assert!(!right(nothing(), &[("@bob", 999)]));
        assert!(!right(nothing(), &[("1", 999)]));
        assert!(!right(Truth::nothing(Kind::StrangerNumber, None), &[("@ann", 999)]));
        assert!(!right(pays("1", 999), &[("@ann", 999)]), "a knowable item was missed");
        assert!(right(pays("1", 999).knowable(false), &[("@ann", 999)]));
    }

    #[test]
    fn either_copy_settles_and_only_one() {
        let twice = || {
            let copy = Truth::nothing(Kind::PaidTwice, Some("ann".to_owned())).copies(7);
            world(vec![("a", pays("1", 999).copies(7)), ("b", copy)])
        };
        for payer in ["a", "b"] {
            let found = result(vec![proposal(Decision::Auto, &[(payer, "1", 999)])]);
            assert!(judge(&twice(), &found).values().all(|verdict| verdict.right), "{payer}");
        }
        let both = result(vec![
            proposal(Decision::Auto, &[("a", "1", 999)]),
            proposal(Decision::Auto, &[("b", "1", 999)]),
        ]);
        assert_eq!(judge(&twice(), &both).values().filter(|verdict| !verdict.right).count(), 1);
    }

    #[test]
    fn counts() {
        let world = world(vec![
            ("a", pays("1", 999)),
            ("b", pays("2", 999)),
            ("c", Truth::nothing(Kind::StrangerSameAmount, None)),
            ("d", pays("3", 999)),
        ]);
        let mut found = result(vec![
            proposal(Decision::Auto, &[("a", "1", 999)]),
            proposal(Decision::Auto, &[("c", "3", 999)]),
            proposal(Decision::Review, &[("b", "2", 999)]),
        ]);
        let allocations = vec![allocation("d", Target::Invoice("3".to_owned()), 999)];
        let nearest = vec![Alternative { allocations, probability: 0.4, evidence: Vec::new() }];
        found.unmatched.push(Unmatched {
            transaction: "d".to_owned(),
            reason: UnmatchedReason::Ambiguous,
            nearest,
        });
        let evaluation = evaluate(&world, &found);
        let total = evaluation.total();
        assert_eq!((total.payments, total.knowable, total.best_right, total.nearest_right), (4, 3, 2, 3));
        assert_eq!((total.automatic, total.automatic_right, total.automatic_recalled), (2, 1, 1));
        assert_eq!((total.wrong_automatic, total.wrong_customer), (1, 1));
        assert_eq!(evaluation.proposals.iter().filter(|row| row.1).count(), 2);
        assert!(evaluation.to_string().contains("StrangerSameAmount"));
    }
}
