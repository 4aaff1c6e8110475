//! Money out pays bills: by the supplier's number, amount and name, and never to a new account without a person.

use payymo::matching::{Decision, Match, MatchKind, Matcher, Options, Reconciliation, UnmatchedReason};
use payymo::model::{Customer, Invoice, InvoiceKind, InvoiceState, Transaction};
use payymo_tests::rows::{self, day, eur};
use payymo_tests::sound::answer;

const IBAN: &str = "DE89370400440532013000";
const OTHER: &str = "FR1420041010050500013M02606";

fn bill(id: &str, number: &str, supplier: &str, name: &str, minor: i64) -> Invoice {
    let mut row = rows::item(id, number, supplier, minor);
    row.kind = InvoiceKind::Bill;
    row.customer = Some(Customer {
        id: Some(supplier.to_owned()),
        name: Some(name.to_owned()),
        ibans: vec![IBAN.to_owned()],
        ..Customer::default()
    });
    row
}

fn pays(id: &str, minor: i64, name: &str, iban: Option<&str>, text: &str) -> Transaction {
    let mut row = rows::payment(id, -minor, name, text);
    row.booked_on = day(13);
    row.counterparty.iban = iban.map(str::to_owned);
    row
}

fn run(rows: &[Transaction], items: &[Invoice]) -> Reconciliation {
    answer(rows, items, &[], &Options::default())
}

fn of<'a>(result: &'a Reconciliation, id: &str) -> Option<&'a Match> {
    result.matches.iter().find(|found| found.transactions().contains(&id))
}

fn settles(found: &Match) -> Vec<(&str, i64)> {
    found.allocations.iter().map(|row| (row.target.id(), row.amount.minor())).collect()
}

/// Other suppliers, and customers who owe as much.
fn ledger() -> Vec<Invoice> {
    let mut items: Vec<Invoice> = (0..12)
        .map(|n| {
            let mut row =
                bill(&format!("x{n}"), &format!("R-77{n:02}1"), &format!("S{n}"), "", 3_310 + 711 * n);
            let customer = row.customer.as_mut().expect("a supplier");
            customer.name = Some(format!("Zulieferer {n} Metallbau"));
            customer.ibans.clear();
            row
        })
        .collect();
    items.push(bill("b1", "RE-20417", "S90", "Orlan Freight GmbH", 48_050));
    items.push(rows::item("i1", "INV-1", "K1", 48_050));
    items
}

#[test]
fn number_amount_and_payee_pay_a_bill() {
    let result = run(&[pays("t", 48_050, "Orlan Freight GmbH", Some(IBAN), "RE-20417")], &ledger());
    let found = of(&result, "t").expect("a match");
    assert_eq!((found.kind, found.decision), (MatchKind::Single, Decision::Auto), "{:?}", found.evidence);
    assert_eq!(settles(found), [("b1", 48_050)]);
    assert!(result.open_invoices.iter().all(|row| row.invoice != "b1"));
    assert!(result.open_invoices.iter().any(|row| row.invoice == "i1"));
}

#[test]
fn a_new_account_is_always_for_a_person() {
    let result = run(&[pays("t", 48_050, "Orlan Freight GmbH", Some(OTHER), "RE-20417")], &ledger());
    let found = of(&result, "t").expect("a match");
    assert_eq!((found.decision, found.review_clue), (Decision::Review, Some("payer.new_account")));
}

#[test]
fn without_the_number_a_sure_payee_pays_his_bill_to_the_cent() {
    let decision = |name: &str, iban, minor| {
        let result = run(&[pays("t", minor, name, iban, "")], &ledger());
        let found = of(&result, "t");
        found.map(|found| {
            assert_eq!(settles(found)[0].0, "b1");
            found.decision
        })
    };
    for iban in [Some(IBAN), None] {
        assert_eq!(decision("Orlan Freight GmbH", iban, 48_050), Some(Decision::Auto), "{iban:?}");
        assert_ne!(decision("Orlan Freight GmbH", iban, 47_550), Some(Decision::Auto), "{iban:?}");
    }
    assert_ne!(decision("Orlan Freight GmbH", Some(OTHER), 48_050), Some(Decision::Auto));
    assert_ne!(decision("Freight", None, 48_050), Some(Decision::Auto));
}

#[test]
fn money_in_never_pays_a_bill_and_money_out_no_invoice() {
    let money_in = rows::payment("t", 48_050, "Orlan Freight GmbH", "RE-20417");
    let result = run(&[money_in], &[bill("b1", "RE-20417", "S90", "Orlan Freight GmbH", 48_050)]);
    assert!(result.matches.is_empty());
    let items = [rows::item("i1", "INV-1", "K1", 48_050), bill("b1", "RE-1", "S90", "Orlan", 1)];
    let result = run(&[pays("t", 48_050, "K1 Holding", None, "INV-1")], &items);
    assert!(result.matches.is_empty());
    assert_eq!(result.unmatched[0].reason, UnmatchedReason::MoneyOut);
}

#[test]
fn two_suppliers_of_one_amount_are_told_apart_or_wait() {
    let mut items = ledger();
    items.push(bill("b2", "F/881", "S91", "Vollmer Druck", 48_050));
    items.last_mut().and_then(|row| row.customer.as_mut()).expect("a supplier").ibans =
        vec![OTHER.to_owned()];
    let by_name = run(&[pays("t", 48_050, "Vollmer Druck", Some(OTHER), "F/881")], &items);
    assert_eq!(settles(of(&by_name, "t").expect("a match")), [("b2", 48_050)]);
    let nobody = run(&[pays("t", 48_050, "", None, "")], &items);
    assert!(of(&nobody, "t").is_none_or(|found| found.decision == Decision::Review));
}

#[test]
fn a_bill_is_paid_once() {
    let rows = [
        pays("t1", 48_050, "Orlan Freight GmbH", Some(IBAN), "RE-20417"),
        pays("t2", 48_050, "Orlan Freight GmbH", Some(IBAN), "RE-20417"),
    ];
    let result = run(&rows, &ledger());
    assert_eq!(result.matches.len(), 1);
    assert_eq!(result.unmatched[0].reason, UnmatchedReason::Duplicate);
    assert!(!result.unmatched[0].nearest.is_empty());
}

#[test]
fn what_is_paid_too_much_differs_with_the_sign_of_the_money() {
    let result = run(&[pays("t", 50_000, "Orlan Freight GmbH", Some(IBAN), "RE-20417")], &ledger());
    let found = of(&result, "t").expect("a match");
    assert_eq!(settles(found), [("b1", 48_050)]);
    assert_eq!(found.differences[0].amount, eur(-1_950));
    assert_eq!(found.decision, Decision::Review);
}

#[test]
fn a_bill_on_hold_waits_and_a_void_one_is_not_paid() {
    for (state, matched) in
        [(InvoiceState::OnHold, true), (InvoiceState::InCollection, true), (InvoiceState::Void, false)]
    {
        let mut items = ledger();
        items.iter_mut().filter(|row| row.id == "b1").for_each(|row| row.state = state);
        let result = run(&[pays("t", 48_050, "Orlan Freight GmbH", Some(IBAN), "RE-20417")], &items);
        assert_eq!(of(&result, "t").is_some(), matched, "{state:?}");
        assert!(result.matches.iter().all(|found| found.decision == Decision::Review));
    }
}

#[test]
fn a_matcher_books_bills() {
    let (mut matcher, _) = Matcher::new(&ledger(), &[], &Options::default()).expect("a matcher");
    let row = pays("t", 48_050, "Orlan Freight GmbH", Some(IBAN), "RE-20417");
    let first = matcher.propose(&row).expect("an answer");
    matcher.apply(&first.matches).expect("booked");
    let again = pays("t2", 48_050, "Orlan Freight GmbH", Some(IBAN), "RE-20417");
    let second = matcher.propose(&again).expect("an answer");
    assert_eq!(second.unmatched[0].reason, UnmatchedReason::ClosedInvoice);
    matcher.undo(&first.matches).expect("taken back");
    assert_eq!(matcher.propose(&again).expect("an answer").matches.len(), 1);
    matcher.remove("b1").expect("an answer");
    assert!(matcher.propose(&again).expect("an answer").matches.is_empty());
}
