//! One payment in several exports of Stripe that overlap: it counts once, and what each export knows is kept.

use payymo::Code;
use payymo::format::{ReadOptions, read};
use payymo::linking::{Linked, Why, duplicates};
use payymo::model::{ReferenceKind, Transaction};

const CHARGES: &str = r#"{"object": "list", "data": [
    {"object": "charge", "id": "ch_1", "amount": 12000, "currency": "eur", "created": 1772582399, "status": "succeeded",
     "paid": true, "captured": true, "balance_transaction": "txn_1", "payment_intent": "pi_1", "customer": "cus_1",
     "billing_details": {"name": "Ann Lee", "email": "ann@example.com"}, "description": "Invoice 1042",
     "metadata": {"invoice": "1042"}},
    {"object": "charge", "id": "ch_2", "amount": 5000, "currency": "usd", "created": 1772582399, "status": "succeeded",
     "paid": true, "captured": true, "balance_transaction": "txn_2", "payment_intent": "pi_2",
     "billing_details": {"name": "Bo Ek"}, "description": "Invoice 1043"}]}"#;
const MOVEMENTS: &str = r#"{"object": "list", "data": [
    {"object": "balance_transaction", "id": "txn_1", "amount": 12000, "net": 11622, "fee": 378, "currency": "eur",
     "created": 1772582400, "available_on": 1772755200, "source": "ch_1", "type": "charge"},
    {"object": "balance_transaction", "id": "txn_2", "amount": 4600, "net": 4420, "fee": 180, "currency": "eur",
     "created": 1772582400, "exchange_rate": 0.92, "source": "ch_2", "type": "charge"}]}"#;
/// Without `latest_charge`, as integrations before 2022 have them.
const INTENTS: &str = r#"{"object": "list", "data": [
    {"object": "payment_intent", "id": "pi_1", "amount": 12000, "amount_received": 12000, "currency": "eur",
     "created": 1772582390, "status": "succeeded", "description": "Invoice 1042"}]}"#;
const PENDING: &str = r#"{"object": "charge", "id": "ch_2", "amount": 5000, "currency": "usd", "created": 1772482399,
    "status": "pending", "paid": false, "captured": true, "metadata": {"invoice": "1043"}}"#;

fn linked(exports: &[&str]) -> Linked {
    let rows = |text: &&str| {
        let report = read(text.as_bytes(), &ReadOptions::default()).expect("an export");
        assert!(report.errors.is_empty(), "{:?}", report.errors);
        report.transactions
    };
    duplicates(exports.iter().map(rows).collect())
}

fn row<'a>(linked: &'a Linked, id: &str) -> &'a Transaction {
    linked.transactions.iter().find(|row| row.id == id).expect("the payment")
}

/// What must be known of the first payment, whichever export came first.
fn check_first(row: &Transaction) {
    assert_eq!(
        (row.amount.to_string(), row.gross().unwrap().to_string()),
        ("116.22 EUR".into(), "120.00 EUR".into())
    );
    assert_eq!(row.booked_on.to_string(), "2026-03-04", "the day on which the balance moved");
    assert_eq!(row.value_on.unwrap().to_string(), "2026-03-06");
    assert_eq!(row.counterparty.name.as_deref(), Some("Ann Lee"));
    assert_eq!(row.counterparty.customer_id.as_deref(), Some("cus_1"));
    assert_eq!((row.remittance.as_str(), row.metadata.get("invoice")), ("Invoice 1042", Some("1042")));
    let mut known: Vec<&str> = row
        .references
        .iter()
        .filter(|one| matches!(one.kind, ReferenceKind::Payment | ReferenceKind::Bank))
        .map(|one| one.value.as_str())
        .collect();
    known.sort_unstable();
    assert_eq!(known, ["ch_1", "pi_1", "txn_1"]);
}

#[test]
fn every_order_of_the_exports_gives_the_same_payments() {
    for order in [
        [CHARGES, MOVEMENTS, INTENTS, PENDING],
        [MOVEMENTS, CHARGES, PENDING, INTENTS],
        [INTENTS, PENDING, CHARGES, MOVEMENTS],
        [PENDING, INTENTS, MOVEMENTS, CHARGES],
    ] {
        let linked = linked(&order);
        assert!(linked.errors.is_empty(), "{:?}", linked.errors);
        let mut ids: Vec<&str> = linked.transactions.iter().map(|row| row.id.as_str()).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["ch_1", "ch_2"]);
        check_first(row(&linked, "ch_1"));
        let second = row(&linked, "ch_2");
        assert_eq!(second.amount.to_string(), "44.20 EUR");
        assert_eq!(second.original.as_ref().expect("a conversion").amount.to_string(), "50.00 USD");
        assert_eq!(second.counterparty.name.as_deref(), Some("Bo Ek"));
        assert_eq!(second.metadata.get("invoice"), Some("1043"));
        assert_eq!(linked.copies.len(), 4);
    }
}

#[test]
fn the_same_export_twice_is_a_repetition() {
    let linked = linked(&[CHARGES, CHARGES]);
    assert_eq!(linked.transactions.len(), 2);
    assert!(linked.copies.iter().all(|copy| copy.why == Why::Repeated), "{:?}", linked.copies);
}

#[test]
fn another_gross_under_one_id_contradicts() {
    let other = CHARGES.replace("12000", "12100");
    let linked = linked(&[CHARGES, &other]);
    let codes: Vec<Code> = linked.errors.iter().map(payymo::Error::code).collect();
    assert_eq!(codes, [Code::InputDuplicateId]);
    assert_eq!(row(&linked, "ch_1").amount.to_string(), "120.00 EUR");
}

#[test]
fn another_payment_of_one_gross_stays() {
    let other = INTENTS.replace("pi_1", "pi_9");
    assert_eq!(linked(&[CHARGES, &other]).transactions.len(), 3);
    let refund = r#"{"object": "refund", "id": "re_1", "amount": 12000, "currency": "eur", "created": 1772668800,
        "status": "succeeded", "charge": "ch_1", "payment_intent": "pi_1"}"#;
    assert_eq!(linked(&[INTENTS, refund]).transactions.len(), 2, "a refund is not its payment");
}
