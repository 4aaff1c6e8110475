//! What must hold of every reconciliation, whatever was given: money is conserved, every payment has one answer, and
//! the order of the rows and the number of threads change nothing.

use payymo::matching::{
    Allocation, Component, Decision, DifferenceOf, Match, MatchKind, Options, Payout, Reconciliation, Source,
    Target, reconcile,
};
use payymo::model::{Invoice, InvoiceKind, InvoiceState, Settlement, Transaction};
use std::collections::{BTreeMap, BTreeSet};

/// Reconciles the rows as they are, turned round and on several threads; checks that the bytes are equal and that
/// [`sound`] holds; answers the result.
pub fn answer(
    transactions: &[Transaction],
    invoices: &[Invoice],
    settlements: &[Settlement],
    options: &Options,
) -> Reconciliation {
    let run = |transactions: &[Transaction], invoices: &[Invoice], threads| {
        let options = Options { threads, ..options.clone() };
        reconcile(transactions, invoices, settlements, &options, &mut |_, _, _| true).expect("an answer")
    };
    let result = run(transactions, invoices, 1);
    let bytes = serde_json::to_string(&result).expect("JSON");
    let turned = |transactions: &mut Vec<Transaction>, invoices: &mut Vec<Invoice>| {
        transactions.reverse();
        invoices.reverse();
        let (a, b) = (transactions.len() / 3, invoices.len() / 3);
        transactions.rotate_left(a);
        invoices.rotate_left(b);
    };
    let (mut other_transactions, mut other_invoices) = (transactions.to_vec(), invoices.to_vec());
    for threads in [1, 2, 4] {
        turned(&mut other_transactions, &mut other_invoices);
        let other = run(&other_transactions, &other_invoices, threads);
        assert!(
            bytes == serde_json::to_string(&other).expect("JSON"),
            "another order of the rows or {threads} threads, another answer"
        );
    }
    sound(transactions, invoices, &result);
    result
}

/// Checks a result against the rows that it was made of.
pub fn sound(transactions: &[Transaction], invoices: &[Invoice], result: &Reconciliation) {
    let payments: BTreeMap<&str, &Transaction> =
        transactions.iter().map(|row| (row.id.as_str(), row)).collect();
    let items: BTreeMap<&str, &Invoice> = invoices.iter().map(|row| (row.id.as_str(), row)).collect();
    one_answer_each(&payments, result);
    let mut taken: BTreeMap<&str, i128> = BTreeMap::new();
    let mut settled: BTreeMap<&str, i128> = BTreeMap::new();
    let mut of_credit: BTreeMap<&str, i128> = BTreeMap::new();
    let taken_back: BTreeSet<&Target> = result
        .matches
        .iter()
        .flat_map(|found| &found.allocations)
        .filter(|row| row.amount.minor() < 0)
        .map(|row| &row.target)
        .collect();
    for found in &result.matches {
        assert!((0.0..=1.0).contains(&found.probability), "a probability");
        assert!(found.score.is_finite() && found.prior.is_finite(), "bits");
        match &found.payout {
            Some(payout) => a_payout(found, payout, &payments),
            None => assert!(
                !found.allocations.is_empty() || found.kind == MatchKind::Reversal,
                "a match settles something"
            ),
        }
        for row in &found.allocations {
            one_allocation(row, &payments, &items);
            let item = match &row.target {
                Target::Invoice(id) => items.get(id.as_str()),
                Target::Customer(_) => None,
            };
            let sides = item.map_or(1, |item| side(item));
            assert!(
                row.amount.minor() > 0
                    || found.kind == MatchKind::Reversal
                    || item.is_some_and(|item| item.kind == InvoiceKind::Entry),
                "nothing is settled backwards"
            );
            match &row.source {
                Source::Transaction(id) => *taken.entry(id).or_default() += sides * paid(row),
                Source::Credit(id) => {
                    assert_eq!(items[id.as_str()].kind, InvoiceKind::CreditNote, "a credit is one");
                    *of_credit.entry(id).or_default() += paid(row);
                }
            }
            if let Target::Invoice(id) = &row.target {
                *settled.entry(id).or_default() += i128::from(row.amount.minor());
                let Some(item) = item else {
                    assert!(row.amount.minor() < 0, "what is not listed is only taken back");
                    continue;
                };
                let reopened = taken_back.contains(&row.target) || found.kind == MatchKind::Reversal;
                assert!(
                    found.decision == Decision::Review || item.state == InvoiceState::Open || reopened,
                    "only what is open is automatic"
                );
                assert!(item.state != InvoiceState::Closed || reopened, "what is closed is not paid again");
            }
        }
        for row in &found.differences {
            assert!(row.amount.minor() != 0, "a difference is more than nothing");
            if let DifferenceOf::Transaction(id) = &row.of {
                let out = payments[id.as_str()].gross().expect("a gross").minor() < 0;
                assert_eq!(row.amount.minor() < 0, out, "it has the sign of the money");
                assert_eq!(row.amount.currency(), payments[id.as_str()].currency());
                *taken.entry(id).or_default() += i128::from(row.amount.minor());
            }
        }
        for rival in &found.alternatives {
            assert!((0.0..=1.0).contains(&rival.probability), "a rival's probability");
            rival.allocations.iter().for_each(|row| one_allocation(row, &payments, &items));
        }
    }
    for (id, taken) in taken {
        let gross = payments[id].gross().expect("what is matched has a gross");
        assert_eq!(taken, i128::from(gross.minor()), "what is allocated and what differs is what came in");
    }
    for (id, used) in of_credit {
        let refunded = settled.get(id).copied().unwrap_or(0);
        assert!(used + refunded <= i128::from(items[id].open.minor()), "a credit is spent once");
    }
    open_after(&items, &settled, result);
}

/// 1 for what money in settles, −1 for what money out does.
fn side(item: &Invoice) -> i128 {
    match item.kind {
        InvoiceKind::Bill | InvoiceKind::CreditNote => -1,
        InvoiceKind::Invoice | InvoiceKind::Entry => 1,
    }
}

/// Members + residual = what left the gateway's account, or what the bank's row brought.
fn a_payout(found: &Match, payout: &Payout, payments: &BTreeMap<&str, &Transaction>) {
    assert_eq!(found.kind, MatchKind::Payout);
    assert!(found.allocations.is_empty() && !payout.deposit.is_empty());
    let gross = |id: &str| payments[id].gross().expect("what is matched has a gross");
    for row in payout.deposit.iter().chain(&payout.members) {
        assert_eq!(row.amount, gross(&row.transaction), "a member is what its row says");
    }
    let sum = |rows: &mut dyn Iterator<Item = &payymo::money::Amount>| -> i128 {
        rows.map(|amount| i128::from(amount.minor())).sum()
    };
    let members = sum(&mut payout.members.iter().map(|row| &row.amount));
    let residual = sum(&mut payout.residual.iter().map(|row| &row.amount));
    let of = |bank: bool| {
        let rows = payout.deposit.iter().filter(|row| (row.component == Component::Deposit) == bank);
        rows.map(|row| i128::from(row.amount.minor())).collect::<Vec<_>>()
    };
    let (bank, gateway) = (of(true), of(false));
    let moved = if gateway.is_empty() { bank.iter().sum() } else { -gateway.iter().sum::<i128>() };
    assert_eq!(members + residual, moved, "members + residual = deposit");
}

fn paid(row: &Allocation) -> i128 {
    i128::from(row.paid.as_ref().map_or(row.amount, |paid| paid.0).minor())
}

/// A transaction is matched, unmatched or refused, and one of them.
fn one_answer_each(payments: &BTreeMap<&str, &Transaction>, result: &Reconciliation) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut members: BTreeSet<&str> = BTreeSet::new();
    for found in &result.matches {
        for id in found.transactions() {
            assert!(seen.insert(id), "a payment is in one match");
        }
        for row in found.payout.iter().flat_map(|payout| &payout.members) {
            assert!(members.insert(&row.transaction), "a row is a member once");
        }
    }
    for row in &result.unmatched {
        assert!(seen.insert(&row.transaction), "unmatched is not matched");
    }
    let counted = seen.len() as u64;
    assert_eq!(result.summary.transactions, counted);
    let refused: BTreeSet<&str> = result.errors.iter().filter_map(|e| e.place().row.as_deref()).collect();
    for id in payments.keys() {
        assert!(seen.contains(id) || refused.contains(id), "every payment has an answer");
    }
    assert!(result.unmatched.is_sorted_by(|a, b| a.transaction < b.transaction));
    assert!(result.open_invoices.is_sorted_by(|a, b| a.invoice < b.invoice));
}

fn one_allocation(
    row: &Allocation,
    payments: &BTreeMap<&str, &Transaction>,
    items: &BTreeMap<&str, &Invoice>,
) {
    if let Target::Invoice(id) = &row.target
        && let Some(item) = items.get(id.as_str())
    {
        assert_eq!(row.amount.currency(), item.currency(), "in the item's currency");
    }
    let Source::Transaction(id) = &row.source else { return };
    let own = payments[id.as_str()].currency();
    match &row.paid {
        None => assert_eq!(row.amount.currency(), own, "in the payment's currency"),
        Some((paid, rate)) => {
            assert_eq!(paid.currency(), own, "in the payment's currency");
            assert!(paid.currency() != row.amount.currency(), "a rate stands where the currencies differ");
            if let Some(exact) = row.amount.to_decimal().checked_mul(*rate) {
                let away = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
                let rounded = exact.round_dp_with_strategy(u32::from(own.decimals()), away);
                assert_eq!(rounded, paid.to_decimal(), "amount × rate = what was paid");
            }
        }
    }
}

/// `open` before = allocations + `open` after, and never below nothing. What is closed is owed again where it is taken
/// back.
fn open_after(items: &BTreeMap<&str, &Invoice>, settled: &BTreeMap<&str, i128>, result: &Reconciliation) {
    let after: BTreeMap<&str, i128> =
        result.open_invoices.iter().map(|row| (row.invoice.as_str(), i128::from(row.open.minor()))).collect();
    for (id, item) in items.iter().filter(|(_, item)| item.kind != InvoiceKind::CreditNote) {
        let settled = settled.get(id).copied().unwrap_or(0);
        let after = after.get(id).copied();
        if settled != 0 {
            let before = match item.state {
                InvoiceState::Closed | InvoiceState::Draft | InvoiceState::Void => 0,
                _ => i128::from(item.open.minor()),
            };
            assert_eq!(before, settled + after.unwrap_or(0), "open before = settled + open after");
        }
        if item.kind != InvoiceKind::Entry {
            assert!(after.is_none_or(|open| open > 0), "nothing is owed less than nothing");
        }
    }
    for row in result.matches.iter().flat_map(|found| &found.differences) {
        if let DifferenceOf::Invoice(id) = &row.of {
            assert!(row.amount.minor() > 0, "a label is more than nothing");
            let open = after.get(id.as_str()).copied().unwrap_or(0);
            assert!(i128::from(row.amount.minor()) <= open, "a label stands on what is open");
        }
    }
}
