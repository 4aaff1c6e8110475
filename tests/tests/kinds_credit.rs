//! Credit notes as money: taken off a payment, applied to an item, refunded by money out; never spent twice.

use payymo::matching::{Decision, Match, MatchKind, Options, Reconciliation, ReviewReason};
use payymo::model::{Invoice, InvoiceKind, InvoiceState, Transaction, TransactionKind};
use payymo_tests::rows::{day, item, payment};
use payymo_tests::sound::answer;

fn credit(id: &str, number: &str, customer: &str, minor: i64) -> Invoice {
    let mut row = item(id, number, customer, minor);
    row.kind = InvoiceKind::CreditNote;
    row
}

fn run(rows: &[Transaction], items: &[Invoice]) -> Reconciliation {
    answer(rows, items, &[], &Options::default())
}

fn of<'a>(result: &'a Reconciliation, id: &str) -> &'a Match {
    let found = result.matches.iter().find(|found| found.transactions().contains(&id));
    found.unwrap_or_else(|| panic!("{id} has no match: {:?}", result.unmatched))
}

fn applied(result: &Reconciliation) -> Vec<&Match> {
    result.matches.iter().filter(|found| found.kind == MatchKind::ApplyCredit).collect()
}

fn rows(found: &Match) -> Vec<(&str, &str, i64)> {
    found.allocations.iter().map(|row| (row.source.id(), row.target.id(), row.amount.minor())).collect()
}

fn pays(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = payment(id, minor, name, text);
    row.booked_on = day(12);
    row
}

#[test]
fn a_net_payment_uses_the_credit() {
    let items = [item("a", "INV-701", "K1", 11_900), credit("c", "CN-51", "K1", 2_380)];
    let result = run(&[pays("t", 9_520, "K1 Holding", "INV-701")], &items);
    let found = of(&result, "t");
    assert_eq!(rows(found), [("t", "a", 9_520), ("c", "a", 2_380)]);
    assert!(found.evidence.iter().any(|row| row.code == "amount.less_credit"));
    assert_eq!(found.decision, Decision::Auto, "{:?} {:?}", found.review, found.evidence);
    assert!(result.open_invoices.is_empty());
    assert!(applied(&result).is_empty());
}

#[test]
fn a_net_payment_without_a_number_waits_where_more_is_owed() {
    let mut items = vec![item("a", "INV-701", "K1", 11_900), credit("c", "CN-51", "K1", 2_380)];
    let result = run(&[pays("t", 9_520, "K1 Holding", "")], &items);
    assert_eq!(of(&result, "t").decision, Decision::Auto, "it is all there is");
    items.push(item("b", "INV-702", "K1", 7_777));
    let result = run(&[pays("t", 9_520, "K1 Holding", "")], &items);
    assert_eq!(of(&result, "t").decision, Decision::Review);
    assert_eq!(rows(of(&result, "t")), [("t", "a", 9_520), ("c", "a", 2_380)]);
}

#[test]
fn two_credits_and_two_items() {
    let items = [
        item("a", "INV-701", "K1", 11_900),
        item("b", "INV-702", "K1", 5_000),
        credit("c", "CN-51", "K1", 2_380),
        credit("d", "CN-52", "K1", 120),
    ];
    let result = run(&[pays("t", 14_400, "K1 Holding", "INV-701 INV-702")], &items);
    let found = of(&result, "t");
    assert_eq!(found.kind, MatchKind::Grouped);
    let sum: i64 = found.allocations.iter().map(|row| row.amount.minor()).sum();
    assert_eq!(sum, 16_900);
    assert!(result.open_invoices.is_empty());
}

#[test]
fn another_customers_credit_is_not_used() {
    let items = [item("a", "INV-701", "K1", 11_900), credit("c", "CN-51", "K2", 2_380)];
    let result = run(&[pays("t", 9_520, "K1 Holding", "INV-701")], &items);
    assert!(result.matches.iter().flat_map(rows).all(|row| row.0 != "c"));
}

#[test]
fn a_credit_is_spent_once() {
    let items = [
        item("a", "INV-701", "K1", 11_900),
        item("b", "INV-702", "K1", 6_000),
        credit("c", "CN-51", "K1", 2_380),
    ];
    let result = run(
        &[pays("t1", 9_520, "K1 Holding", "INV-701"), pays("t2", 3_620, "K1 Holding", "INV-702")],
        &items,
    );
    let used: Vec<_> = result.matches.iter().flat_map(rows).filter(|row| row.0 == "c").collect();
    assert_eq!(used.len(), 1, "{used:?}");
    let waits = result.matches.iter().filter(|found| found.decision == Decision::Review);
    assert!(waits.clone().any(|found| found.review == Some(ReviewReason::Displaced)));
}

#[test]
fn a_credit_that_names_the_item_is_applied() {
    let mut named = credit("c", "CN-51", "K1", 2_380);
    named.description = Some("Credit for invoice INV-701.".to_owned());
    let items = [item("a", "INV-701", "K1", 11_900), item("b", "INV-702", "K1", 9_000), named];
    let result = run(&[], &items);
    let found = applied(&result);
    assert_eq!((rows(found[0]), found[0].decision), (vec![("c", "a", 2_380)], Decision::Auto));
    assert!(result.open_invoices.iter().any(|row| row.invoice == "a" && row.open.minor() == 9_520));
}

#[test]
fn the_only_pair_is_applied_and_of_several_a_person_chooses() {
    let pair = [
        item("a", "INV-701", "K1", 2_380),
        item("b", "INV-702", "K1", 9_000),
        credit("c", "CN-51", "K1", 2_380),
    ];
    let result = run(&[], &pair);
    assert_eq!(
        (rows(applied(&result)[0]), applied(&result)[0].decision),
        (vec![("c", "a", 2_380)], Decision::Auto)
    );
    let twins = [
        item("a", "INV-701", "K1", 2_380),
        item("b", "INV-702", "K1", 2_380),
        credit("c", "CN-51", "K1", 2_380),
    ];
    let result = run(&[], &twins);
    assert_eq!(applied(&result)[0].decision, Decision::Review);
    let larger = [item("a", "INV-701", "K1", 2_000), credit("c", "CN-51", "K1", 2_380)];
    let result = run(&[], &larger);
    assert_eq!(
        (rows(applied(&result)[0]), applied(&result)[0].decision),
        (vec![("c", "a", 2_000)], Decision::Review)
    );
    let smaller = [item("a", "INV-701", "K1", 5_000), credit("c", "CN-51", "K1", 2_380)];
    assert!(applied(&run(&[], &smaller)).is_empty());
}

#[test]
fn what_is_on_hold_waits() {
    let mut pair = [item("a", "INV-701", "K1", 2_380), credit("c", "CN-51", "K1", 2_380)];
    pair[0].state = InvoiceState::OnHold;
    let result = run(&[], &pair);
    assert_eq!(applied(&result)[0].review, Some(ReviewReason::State));
}

#[test]
fn money_out_refunds_a_credit_note() {
    let items = [credit("c", "CN-5108", "K1", 2_380), item("a", "INV-701", "K1", 9_000)];
    let mut refund = pays("t", -2_380, "K1 Holding", "Refund CN-5108");
    refund.kind = TransactionKind::Refund;
    let result = run(&[refund], &items);
    assert_eq!(rows(of(&result, "t")), [("t", "c", 2_380)]);
    assert!(applied(&result).is_empty(), "what was refunded is not applied");
}

#[test]
fn a_payment_of_the_whole_leaves_the_credit() {
    let items = [item("a", "INV-701", "K1", 11_900), credit("c", "CN-51", "K1", 2_380)];
    let result = run(&[pays("t", 11_900, "K1 Holding", "INV-701")], &items);
    assert_eq!(rows(of(&result, "t")), [("t", "a", 11_900)]);
    assert!(applied(&result).is_empty());
}
