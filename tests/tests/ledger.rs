//! Bank rows against the rows of a ledger: what is paired, what cancels, what adds up, and what is left alone.

use chrono::{Days, NaiveDate};
use payymo::matching::{
    DifferenceKind, DifferenceOf, Feedback, Match, MatchKind, Matcher, Memory, Options, Reconciliation,
    Source, Target, reconcile,
};
use payymo::model::{Invoice, InvoiceKind, Transaction};
use payymo::money::{Amount, Currency};
use payymo_world::ledger::measure::Score;
use payymo_world::ledger::{Ledgers, books, two_sided};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn day(at: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day") + Days::new(at)
}

fn pounds(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("GBP").expect("a currency"))
}

fn bank(id: &str, at: u64, minor: i64, text: &str) -> Transaction {
    let mut row = Transaction::new(id, day(at), pounds(minor));
    row.remittance = text.to_owned();
    row
}

fn entry(id: &str, at: u64, minor: i64, memo: &str) -> Invoice {
    let mut row = Invoice::new(id, pounds(minor));
    row.kind = InvoiceKind::Entry;
    row.issued_on = Some(day(at));
    row.description = Some(memo.to_owned());
    row
}

fn run(transactions: &[Transaction], entries: &[Invoice]) -> Reconciliation {
    reconcile(transactions, entries, &[], &Options::default(), &mut |_, _, _| true).expect("a result")
}

/// (transaction, entry, minor units) of all allocations.
fn pairs(result: &Reconciliation) -> Vec<(String, String, i64)> {
    let mut out: Vec<_> = result.matches.iter().flat_map(|found| &found.allocations).map(row).collect();
    out.sort();
    out
}

fn row(allocation: &payymo::matching::Allocation) -> (String, String, i64) {
    match (&allocation.source, &allocation.target) {
        (Source::Transaction(transaction), Target::Invoice(entry)) => {
            (transaction.clone(), entry.clone(), allocation.amount.minor())
        }
        other => panic!("a ledger's rows are paired with transactions: {other:?}"),
    }
}

/// A few unrelated rows, so that a book is not of one row.
fn background() -> (Vec<Transaction>, Vec<Invoice>) {
    let firms = [
        "Norfield Dairy",
        "Palgate Motors",
        "Kelsworth Print",
        "Torbury Freight",
        "Vinford Energy",
        "Rosley Garage",
    ];
    let rows = || firms.iter().zip(1..);
    let amount = |at: u64| if at.is_multiple_of(2) { -1_000 } else { 1_000 } * at as i64 - 7 * at as i64;
    let transactions =
        rows().map(|(firm, at)| bank(&format!("t{at}"), at + 1, amount(at), &firm.to_uppercase()));
    let entries = rows().map(|(firm, at)| entry(&format!("x{at}"), at, amount(at), firm));
    (transactions.collect(), entries.collect())
}

fn with_background(more: &[Transaction], others: &[Invoice]) -> Reconciliation {
    let (mut transactions, mut entries) = background();
    transactions.extend_from_slice(more);
    entries.extend_from_slice(others);
    run(&transactions, &entries)
}

fn of<'a>(result: &'a Reconciliation, transaction: &str) -> &'a Match {
    let found = result.matches.iter().find(|found| {
        found.allocations.iter().any(|one| one.source == Source::Transaction(transaction.to_owned()))
    });
    found.unwrap_or_else(|| panic!("{transaction} is not matched: {:?}", result.unmatched))
}

#[test]
fn rows_are_paired_and_keep_their_signs() {
    let result = with_background(&[], &[]);
    let found = pairs(&result);
    assert_eq!(found.len(), 6, "{found:?}");
    assert!(found.iter().all(|(transaction, entry, _)| transaction[1..] == entry[1..]), "{found:?}");
    assert!(found.iter().any(|(.., minor)| *minor < 0) && found.iter().any(|(.., minor)| *minor > 0));
    assert!(result.open_invoices.is_empty(), "{:?}", result.open_invoices);
    assert!(result.unmatched.is_empty());
}

#[test]
fn what_only_one_side_has_is_left_alone() {
    let result = with_background(
        &[bank("only", 4, -2_345, "ACCOUNT CHARGES")],
        &[entry("open", 3, 99_999, "Sandmore Timber ltd")],
    );
    assert_eq!(pairs(&result).len(), 6);
    assert_eq!(result.unmatched.len(), 1);
    assert_eq!(result.unmatched[0].transaction, "only");
    assert_eq!(result.open_invoices.len(), 1);
    assert_eq!(result.open_invoices[0].invoice, "open");
}

#[test]
fn money_out_is_never_for_money_in() {
    let result = with_background(
        &[bank("back", 5, -45_612, "RETURNED MILBURY TEXTILES")],
        &[entry("e", 3, 45_612, "Milbury Textiles")],
    );
    assert!(pairs(&result).iter().all(|(transaction, ..)| transaction != "back"));
}

#[test]
fn a_deposit_is_found_by_the_word_of_its_batch() {
    let result = with_background(
        &[bank("deposit", 9, 100_777, "DEPOSIT BATCH 4711")],
        &[
            entry("a", 8, 45_611, "Batch 4711 A Brown"),
            entry("b", 8, 15_099, "Batch 4711 C Green"),
            entry("c", 9, 40_067, "Batch 4711 E White"),
            entry("d", 9, 40_067, "Batch 4712 E White"),
        ],
    );
    let found = of(&result, "deposit");
    assert_eq!(found.kind, MatchKind::Grouped);
    let items: Vec<_> = found.allocations.iter().map(row).map(|row| row.1).collect();
    assert_eq!(items, ["a", "b", "c"]);
}

#[test]
fn several_rows_pay_one_entry() {
    let result = with_background(
        &[
            bank("p1", 5, -30_001, "HALDON INSURANCE"),
            bank("p2", 9, -20_002, "HALDON INSURANCE"),
            bank("p3", 12, -10_004, "HALDON INSURANCE"),
        ],
        &[entry("policy", 4, -60_007, "Haldon Insurance 88123")],
    );
    let found = of(&result, "p2");
    assert_eq!((found.kind, found.allocations.len()), (MatchKind::Instalment, 3));
    assert!(!result.open_invoices.iter().any(|open| open.invoice == "policy"));
}

#[test]
fn a_void_takes_its_entry_out() {
    let result = with_background(
        &[bank("paid", 9, -84_250, "MARLOW PHARMACY")],
        &[
            entry("wrong", 3, -84_250, "Marlow Pharmacy 5512"),
            entry("void", 5, 84_250, "VOID Marlow Pharmacy 5512"),
            entry("right", 6, -84_250, "Marlow Pharmacy 5512"),
        ],
    );
    assert_eq!(of(&result, "paid").allocations.iter().map(row).next().expect("one").1, "right");
}

#[test]
fn a_slip_of_the_keyboard_is_told() {
    let result = with_background(
        &[bank("slip", 9, 45_319, "BRENTON TRAVEL 9917")],
        &[entry("typed", 8, 45_391, "Brenton Travel 9917")],
    );
    let found = of(&result, "slip");
    assert_eq!(row(&found.allocations[0]), ("slip".into(), "typed".into(), 45_319));
    assert_eq!(found.differences.len(), 1);
    assert_eq!(found.differences[0].kind, DifferenceKind::KeyingError);
    assert_eq!(found.differences[0].amount.minor(), 72);
    assert_eq!(found.differences[0].of, DifferenceOf::Invoice("typed".into()));
}

#[test]
fn a_matcher_that_was_edited_says_the_same_as_one_made_anew() {
    let (transactions, entries) = background();
    let (mut matcher, errors) = Matcher::new(&entries[1..], &[], &Options::default()).expect("a matcher");
    assert!(errors.is_empty());
    let found = |result: &Reconciliation| result.matches.clone();
    let without = matcher.reconcile(&transactions, &mut |_, _, _| true).expect("a result");
    assert_eq!(found(&without).len(), 5);
    matcher.put(&entries[0]).expect("an entry");
    let result = matcher.reconcile(&transactions, &mut |_, _, _| true).expect("a result");
    assert_eq!(found(&result), found(&run(&transactions, &entries)));
    // Booked, and taken back.
    matcher.apply(&result.matches).expect("booked");
    let again = matcher.reconcile(&transactions, &mut |_, _, _| true).expect("a result");
    assert!(again.matches.is_empty(), "{:?}", again.matches);
    matcher.undo(&result.matches).expect("taken back");
    let again = matcher.reconcile(&transactions, &mut |_, _, _| true).expect("a result");
    assert_eq!(found(&again), found(&result));
}

#[test]
fn a_rejected_pair_does_not_come_back() {
    let (transactions, entries) = background();
    // Beside an invoice its rows are read as receipts first.
    let mut invoice = Invoice::new("i1", pounds(77_012));
    invoice.number = Some("INV-2026-00417".to_owned());
    for more in [vec![], vec![invoice]] {
        let items = [entries.clone(), more].concat();
        let (mut matcher, errors) = Matcher::new(&items, &[], &Options::default()).expect("a matcher");
        assert!(errors.is_empty());
        let before = matcher.reconcile(&transactions, &mut |_, _, _| true).expect("a result");
        assert_eq!(pairs(&before).len(), 6, "{:?}", before.unmatched);
        let mut memory = Memory::new();
        let rejected: Vec<(String, String, i64)> =
            pairs(&before).into_iter().filter(|pair| pair.0 == "t2" || pair.0 == "t5").collect();
        for found in &before.matches {
            if rejected.iter().any(|pair| found.transactions().contains(&pair.0.as_str())) {
                memory.learn(&Feedback::rejected(found, day(30), &transactions, &items));
            }
        }
        matcher.remember(&memory);
        let after = pairs(&matcher.reconcile(&transactions, &mut |_, _, _| true).expect("a result"));
        assert!(rejected.iter().all(|pair| !after.contains(pair)), "{after:?}");
        assert_eq!(after.len(), 4, "{after:?}");
    }
}

#[test]
fn invoices_bills_and_entries_are_settled_in_one_call() {
    let (mut transactions, mut items) = background();
    items.retain(|entry| entry.open.minor() > 0);
    transactions.retain(|row| row.amount.minor() > 0);
    let entries = items.len();
    let mut invoice = Invoice::new("invoice", pounds(77_012));
    (invoice.number, invoice.issued_on) = (Some("INV-2026-00417".to_owned()), Some(day(2)));
    let mut bill = Invoice::new("bill", pounds(18_846));
    (bill.kind, bill.number, bill.issued_on) =
        (InvoiceKind::Bill, Some("SUP-88123".to_owned()), Some(day(2)));
    items.extend([invoice, bill]);
    transactions.push(bank("paid", 9, 77_012, "INV-2026-00417"));
    transactions.push(bank("pays", 9, -18_846, "SUP-88123"));
    let result = run(&transactions, &items);
    let found = pairs(&result);
    let target = |id: &str| found.iter().find(|row| row.0 == id).map(|row| row.1.as_str());
    assert_eq!((target("paid"), target("pays")), (Some("invoice"), Some("bill")), "{:?}", result.unmatched);
    assert_eq!(found.len(), entries + 2, "{found:?}");
    for (transaction, entry, _) in found.iter().filter(|row| row.0 != "paid" && row.0 != "pays") {
        assert_eq!(transaction[1..], entry[1..]);
    }
}

fn score(world: &Ledgers) -> Score {
    let score = Score::of(world, &run(&world.transactions, &world.entries));
    let (automatic, wrong) = score.automatic();
    println!(
        "{} {}: recall at precision 0.99 {:.4}, F1 {:.4}, {wrong} of {automatic} automatic pairs wrong",
        world.style,
        world.seed,
        score.recall_at(0.99),
        score.f1()
    );
    score
}

#[test]
fn two_sides_are_paired() {
    for (missing, least) in [(0, 0.99), (20, 0.98), (50, 0.93)] {
        let found = score(&two_sided::make(901, 4_000, missing)).recall_at(0.99);
        assert!(found >= least, "{missing} % missing: {found}");
    }
}

#[test]
fn books_are_paired() {
    let found = score(&books::make(902, 800));
    assert!(found.f1() >= 0.97, "{}", found.f1());
    assert!(found.automatic().1 <= 2, "{:?}", found.automatic());
}

/// What is allocated plus what differs is what came in, with the sign of the money; no entry is spent twice.
fn conserved(world: &Ledgers, result: &Reconciliation) {
    let bank: BTreeMap<&str, i64> =
        world.transactions.iter().map(|row| (row.id.as_str(), row.amount.minor())).collect();
    let mut left: BTreeMap<&str, i64> =
        world.entries.iter().map(|row| (row.id.as_str(), row.open.minor())).collect();
    let mut seen: BTreeMap<String, i64> = BTreeMap::new();
    for found in &result.matches {
        for allocation in &found.allocations {
            let (transaction, entry, minor) = row(allocation);
            *seen.entry(transaction).or_default() += minor;
            *left.get_mut(entry.as_str()).expect("an entry") -= minor;
        }
        for difference in &found.differences {
            if let DifferenceOf::Transaction(id) = &difference.of {
                *seen.entry(id.clone()).or_default() += difference.amount.minor();
            }
        }
    }
    for (id, sum) in &seen {
        assert_eq!(bank[id.as_str()], *sum, "{id}");
    }
    let open: BTreeMap<&str, i64> =
        result.open_invoices.iter().map(|row| (row.invoice.as_str(), row.open.minor())).collect();
    for entry in &world.entries {
        let left = left[entry.id.as_str()];
        assert_eq!(open.get(entry.id.as_str()).copied().unwrap_or(0), left, "{}", entry.id);
        assert!(left == 0 || left.signum() == entry.open.minor().signum(), "{} is spent twice", entry.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn books_balance_in_any_order(seed in 1_u64..10_000, rows in 20_usize..160) {
        for world in [books::make(seed, rows), two_sided::make(seed, rows, 30)] {
            let result = run(&world.transactions, &world.entries);
            conserved(&world, &result);
            let (mut transactions, mut entries) = (world.transactions.clone(), world.entries.clone());
            transactions.reverse();
            entries.rotate_left(rows / 3);
            prop_assert_eq!(run(&transactions, &entries), result);
        }
    }
}
