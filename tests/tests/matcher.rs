//! The prepared index: calls on it say what a call on all rows says, and a batch may be split where nothing ties it.

use payymo::Code;
use payymo::matching::{Allocation, Decision, Match, Matcher, Options, Reconciliation, Source, reconcile};
use payymo::model::{Customer, Invoice, Settlement, Transaction};
use payymo::money::Amount;
use payymo_world::{Random, World, style};
use std::collections::{BTreeMap, BTreeSet};

fn prepared(world: &World, options: &Options) -> Matcher {
    let (matcher, errors) = Matcher::new(&world.invoices, &world.settlements, options).expect("items");
    assert!(errors.is_empty());
    matcher
}

fn all(world: &World, options: &Options) -> Reconciliation {
    reconcile(&world.transactions, &world.invoices, &world.settlements, options, &mut |_, _, _| true)
        .expect("a result")
}

fn worlds() -> [World; 3] {
    [
        style::saas_us::world(11, 150),
        style::consultancy_dach::world(12, 150),
        style::hosting_uk::world(13, 150),
    ]
}

#[test]
fn a_call_on_prepared_items_is_the_call_on_all_rows() {
    for world in worlds() {
        let whole = all(&world, &world.options);
        let mut matcher = prepared(&world, &world.options);
        for _ in 0..2 {
            let mut result = matcher.reconcile(&world.transactions, &mut |_, _, _| true).expect("a result");
            let listed: BTreeMap<_, _> = whole.open_invoices.iter().map(|row| (&row.invoice, row)).collect();
            assert!(!result.open_invoices.is_empty());
            assert!(result.open_invoices.iter().all(|row| listed[&row.invoice] == row));
            result.open_invoices.clone_from(&whole.open_invoices);
            assert!(result == whole);
        }
    }
}

#[test]
fn a_proposal_is_a_call_of_one() {
    for world in worlds() {
        let mut matcher = prepared(&world, &world.options);
        for transaction in world.transactions.iter().take(60) {
            let one = matcher.propose(transaction).expect("a result");
            let rows = core::slice::from_ref(transaction);
            let mut whole =
                reconcile(rows, &world.invoices, &world.settlements, &world.options, &mut |_, _, _| true)
                    .expect("a result");
            whole.open_invoices.clone_from(&one.open_invoices);
            assert!(one == whole, "{}", transaction.id);
        }
    }
}

/// Rows of two hosts in one call. Their currencies differ, so that no payment of one finds an item of the other.
fn together(one: &World, other: &World) -> (Vec<Transaction>, Vec<Invoice>, Vec<Settlement>) {
    let (mut transactions, mut invoices, mut settlements) = (Vec::new(), Vec::new(), Vec::new());
    for (prefix, world, currency) in [("a", one, "USD"), ("b", other, "EUR")] {
        let of_it = |amount: Amount| amount.currency().as_str() == currency;
        let own = |id: &str| format!("{prefix}{id}");
        for row in world.transactions.iter().filter(|row| of_it(row.amount) && row.original.is_none()) {
            transactions.push(Transaction { id: own(&row.id), ..row.clone() });
        }
        for row in world.invoices.iter().filter(|row| of_it(row.total)) {
            let covers = row.covers.iter().map(|id| own(id)).collect();
            let customer = row.customer.clone().map(|customer| Customer {
                id: customer.id.as_deref().map(own),
                group: customer.group.as_deref().map(own),
                ..customer
            });
            invoices.push(Invoice { id: own(&row.id), covers, customer, ..row.clone() });
        }
        for row in &world.settlements {
            let transaction = row.transaction.as_deref().map(own);
            settlements.push(Settlement { invoice: own(&row.invoice), transaction, ..row.clone() });
        }
    }
    (transactions, invoices, settlements)
}

#[test]
fn a_batch_that_teaches_nothing_may_be_split() {
    let [one, other, _] = worlds();
    let (transactions, invoices, settlements) = together(&one, &other);
    let options = Options { adapt: false, ..Options::default() };
    let (mut matcher, errors) = Matcher::new(&invoices, &settlements, &options).expect("items");
    assert!(errors.is_empty());
    let mut call = |rows: &[Transaction]| matcher.reconcile(rows, &mut |_, _, _| true).expect("a result");
    let whole = call(&transactions);
    assert!(whole.summary.auto > 100, "{:?}", whole.summary);
    let (a, b): (Vec<_>, Vec<_>) = transactions.into_iter().partition(|row| row.id.starts_with('a'));
    let (a, b) = (call(&a), call(&b));
    assert!([a.matches, b.matches].concat() == whole.matches);
    assert!([a.unmatched, b.unmatched].concat() == whole.unmatched);
    assert!([a.open_invoices, b.open_invoices].concat() == whole.open_invoices);
}

/// What a matcher says of a world's payments.
fn said(matcher: &mut Matcher, world: &World) -> Reconciliation {
    matcher.reconcile(&world.transactions, &mut |_, _, _| true).expect("a result")
}

/// Compares what is written: sums of probabilities may differ in their last bits.
fn same(one: &Reconciliation, other: &Reconciliation, what: &str) {
    let text = |row: &Match| serde_json::to_string(row).expect("a match is JSON");
    let mut pairs = one.matches.iter().zip(&other.matches).map(|(a, b)| (text(a), text(b)));
    assert_eq!(pairs.find(|(a, b)| a != b), None, "{what}");
    let whole = |row: &Reconciliation| serde_json::to_string(row).expect("a result is JSON");
    assert!(whole(one) == whole(other), "{what}");
}

#[test]
fn an_edited_matcher_says_what_a_new_one_says() {
    for (at, world) in worlds().iter().enumerate() {
        let fresh = said(&mut prepared(world, &world.options), world);
        let mut random = Random::new(at as u64);
        // Begins with half of the items, some of them otherwise; the rest comes, changes and goes.
        let mut matcher = {
            let mut some: Vec<Invoice> = world.invoices.iter().step_by(2).cloned().collect();
            for invoice in some.iter_mut().step_by(3) {
                invoice.number = Some(format!("X-{}", invoice.id));
                if let Some(customer) = &mut invoice.customer {
                    customer.name = Some(format!("Other {}", invoice.id));
                    customer.ibans.push("DE89370400440532013000".to_owned());
                }
            }
            Matcher::new(&some, &world.settlements, &world.options).expect("items").0
        };
        let mut invoices = world.invoices.clone();
        random.shuffle(&mut invoices);
        for round in 0..3 {
            for invoice in &invoices {
                if random.chance(200) {
                    assert!(matcher.remove(&invoice.id).is_ok());
                } else if random.chance(200) {
                    matcher.close(&invoice.id);
                }
                if round == 2 || random.chance(500) {
                    matcher.put(invoice).expect("an item");
                }
            }
        }
        same(&said(&mut matcher, world), &fresh, world.style);
    }
}

#[test]
fn what_was_booked_does_not_come_back_until_it_is_undone() {
    for world in worlds() {
        let mut matcher = prepared(&world, &world.options);
        let before = said(&mut matcher, &world);
        let booked: Vec<Match> =
            before.matches.iter().filter(|m| m.decision == Decision::Auto).cloned().collect();
        assert!(booked.len() > 50);
        matcher.apply(&booked).expect("what was found is open");
        let after = said(&mut matcher, &world);
        let settled: BTreeSet<&Source> =
            booked.iter().flat_map(|m| &m.allocations).map(|row| &row.source).collect();
        let again =
            after.matches.iter().flat_map(|m| &m.allocations).filter(|row| settled.contains(&row.source));
        assert_eq!(again.collect::<Vec<_>>(), Vec::<&Allocation>::new());
        let twice = matcher.apply(&booked[..1]).expect_err("spent twice");
        assert_eq!(twice.code(), Code::MatchingOverspent);
        matcher.undo(&booked).expect("what was booked");
        same(&said(&mut matcher, &world), &before, world.style);
        let never = matcher.undo(&booked[..1]).expect_err("it was not booked");
        assert_eq!(never.code(), Code::MatchingOverspent);
        let item = booked[0].allocations.iter().find_map(|row| row.target.invoice()).expect("an item");
        assert!(matcher.remove(item).expect("an item"));
        let gone = matcher.apply(&booked[..1]).expect_err("it is not there any more");
        assert_eq!((gone.code(), gone.place().row.as_deref()), (Code::MatchingUnknownItem, Some(item)));
    }
}
