//! Money that goes back without an id: the number, the payee, the amount and the words must say what it takes back.

use payymo::matching::{Decision, Match, MatchKind, Options, Reconciliation, Target};
use payymo::model::{Customer, Invoice, InvoiceState, Settlement, Transaction, TransactionKind};
use payymo_tests::rows::{self, day, eur, payment};
use payymo_tests::sound::answer;

const HOME: &str = "DE89370400440532013000";
const ELSEWHERE: &str = "FR1420041010050500013M02606";

fn item(id: &str, number: &str, customer: &str, name: &str, minor: i64) -> Invoice {
    let mut row = rows::item(id, number, customer, minor);
    row.customer = Some(Customer {
        id: Some(customer.to_owned()),
        name: Some(name.to_owned()),
        ibans: vec![HOME.to_owned()].into_iter().filter(|_| customer == "K1").collect(),
        ..Customer::default()
    });
    row.state = InvoiceState::Closed;
    row.open = eur(0);
    row
}

fn settled(invoice: &str, minor: i64, on: u32) -> Settlement {
    Settlement {
        invoice: invoice.to_owned(),
        amount: eur(minor),
        settled_on: day(on),
        transaction: Some(format!("t-{invoice}")),
        external_ids: Vec::new(),
    }
}

/// Names of customers, each with an invoice that was paid.
fn month() -> (Vec<Invoice>, Vec<Settlement>) {
    let names = [
        "Orlan Freight",
        "Vollmer Druck",
        "Haddad Optics",
        "Brandt Keramik",
        "Fontaine Cycles",
        "Greco Bakery",
    ];
    (1..=6)
        .zip(names)
        .map(|(n, name)| {
            let minor = 4_317 + 1_013 * n;
            let id = format!("i{n}");
            let row = item(&id, &format!("INV-2026-{:05}", 700 + n), &format!("K{n}"), name, minor);
            (row, settled(&id, minor, 1))
        })
        .unzip()
}

fn back(minor: i64, name: &str, iban: Option<&str>, text: &str) -> Transaction {
    let mut row = payment("r", -minor, name, text);
    row.kind = TransactionKind::Transfer;
    row.counterparty.iban = iban.map(str::to_owned);
    row
}

fn run(row: Transaction) -> Reconciliation {
    let (items, settlements) = month();
    answer(&[row], &items, &settlements, &Options::default())
}

fn reversal(result: &Reconciliation) -> Option<&Match> {
    result.matches.iter().find(|found| found.kind == MatchKind::Reversal)
}

fn targets(found: &Match) -> Vec<(&str, i64)> {
    found.allocations.iter().map(|row| (row.target.id(), row.amount.minor())).collect()
}

#[test]
fn number_payee_amount_and_words_take_back() {
    let result = run(back(5_330, "Orlan Freight", Some(HOME), "Refund INV-2026-00701"));
    let found = reversal(&result).expect("a reversal");
    assert_eq!(targets(found), [("i1", -5_330)]);
    assert_eq!(found.decision, Decision::Auto, "{:?} {:?}", found.review_clue, found.evidence);
    assert_eq!(result.open_invoices[0].open, eur(5_330));
}

#[test]
fn another_account_is_never_automatic() {
    let result = run(back(5_330, "Orlan Freight", Some(ELSEWHERE), "Refund INV-2026-00701"));
    assert!(reversal(&result).is_none_or(|found| found.decision == Decision::Review));
}

#[test]
fn payee_and_amount_take_back_what_nothing_else_was_as_much_as() {
    let refund = || back(6_343, "Vollmer Druck", None, "Rückerstattung");
    let result = run(refund());
    let found = reversal(&result).expect("a reversal");
    assert_eq!((targets(found), found.decision), (vec![("i2", -6_343)], Decision::Auto));
    // Another that he settled, though the host does not list how.
    let (mut items, settlements) = month();
    items.push(item("i9", "INV-2026-00709", "K2", "Vollmer Druck", 6_343));
    let result = answer(&[refund()], &items, &settlements, &Options::default());
    assert_eq!(reversal(&result).map(|found| found.decision), Some(Decision::Review));
    // A part of the name is not the payee.
    let result = run(back(6_343, "Vollmer", None, "Rückerstattung"));
    assert!(reversal(&result).is_none_or(|found| found.decision == Decision::Review));
}

#[test]
fn without_a_word_money_out_takes_nothing_back() {
    let result = run(back(5_330, "Orlan Freight", Some(HOME), "INV-2026-00701"));
    assert!(reversal(&result).is_none());
}

#[test]
fn a_stranger_with_the_amount_takes_nothing_back() {
    let result = run(back(5_330, "Somebody Else", None, "refund"));
    assert!(reversal(&result).is_none());
}

#[test]
fn of_several_that_fit_a_person_chooses() {
    let (mut items, mut settlements) = month();
    items.push(item("i9", "INV-2026-00709", "K1", "Orlan Freight", 5_330));
    settlements.push(settled("i9", 5_330, 10));
    let row = back(5_330, "Orlan Freight", Some(HOME), "refund");
    let result = answer(&[row], &items, &settlements, &Options::default());
    let found = reversal(&result).expect("a reversal");
    assert_eq!((targets(found), found.decision), (vec![("i9", -5_330)], Decision::Review), "the latest");
    assert_eq!(found.alternatives[0].allocations[0].target, Target::Invoice("i1".to_owned()));
    assert!(found.probability < 0.9);
}

#[test]
fn a_part_needs_the_number() {
    let result = run(back(1_000, "Orlan Freight", Some(HOME), "Refund INV-2026-00701"));
    let found = reversal(&result).expect("a reversal");
    assert_eq!((targets(found), found.decision), (vec![("i1", -1_000)], Decision::Auto));
    assert!(reversal(&run(back(1_000, "Orlan Freight", Some(HOME), "Refund"))).is_none());
}

#[test]
fn a_return_may_cost_more() {
    for (charge, decision) in [(350, Decision::Auto), (3_500, Decision::Review)] {
        let mut row = back(5_330 + charge, "Orlan Freight", None, "Rücklastschrift INV-2026-00701");
        row.kind = TransactionKind::Return;
        let result = run(row);
        let found = reversal(&result).expect("a reversal");
        assert_eq!(targets(found), [("i1", -5_330)]);
        assert_eq!(found.differences[0].amount, eur(-charge));
        assert_eq!(found.decision, decision);
    }
}

#[test]
fn a_payment_of_the_call_goes_back_where_it_came_from() {
    let mut open = rows::item("a", "INV-2026-00801", "K8", 7_700);
    open.customer.as_mut().expect("a customer").name = Some("Tarkowski Medien".to_owned());
    let mut paid = payment("p", 7_700, "Tarkowski Medien", "INV-2026-00801");
    paid.booked_on = day(12);
    paid.counterparty.iban = Some(ELSEWHERE.to_owned());
    for (iban, text, decision) in [
        (ELSEWHERE, "Refund INV-2026-00801", Decision::Auto),
        (ELSEWHERE, "Refund", Decision::Auto),
        (HOME, "Refund INV-2026-00801", Decision::Review),
    ] {
        let row = back(7_700, "Tarkowski Medien", Some(iban), text);
        let (mut items, settlements) = month();
        items.push(open.clone());
        let result = answer(&[paid.clone(), row], &items, &settlements, &Options::default());
        let found = reversal(&result).expect("a reversal");
        assert_eq!(
            (targets(found), found.decision),
            (vec![("a", -7_700)], decision),
            "{iban} {text} {:?}",
            found.evidence
        );
    }
}
