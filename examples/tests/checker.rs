//! The checker of conservation finds what it is for.

mod support;

use payymo::model::{Invoice, Transaction};
use payymo::money::{Amount, Currency};
use serde_json::{Value, json};
use support::conservation::violations;

fn eur(text: &str) -> Amount {
    Amount::parse(text, Currency::parse("EUR").expect("EUR")).expect("an amount")
}

fn inputs() -> (Vec<Transaction>, Vec<Invoice>) {
    let day = "2026-03-04".parse().expect("a date");
    let transactions =
        vec![Transaction::new("t1", day, eur("52.00")), Transaction::new("t2", day, eur("9.99"))];
    (transactions, vec![Invoice::new("i1", eur("60.00")), Invoice::new("i2", eur("5.00"))])
}

fn right() -> Value {
    json!({
        "matches": [{"id": "m_1", "decision": "auto",
            "allocations": [{"transaction": "t1", "invoice": "i1", "amount": "50.00", "currency": "EUR"}],
            "differences": [{"kind": "overpayment", "transaction": "t1", "amount": "2.00", "currency": "EUR"},
                            {"kind": "bank_fee", "invoice": "i1", "amount": "10.00", "currency": "EUR"}]}],
        "unmatched": [{"transaction": "t2"}],
        "open_invoices": [{"invoice": "i1", "open": "10.00", "currency": "EUR"}, {"invoice": "i2", "open": "5.00", "currency": "EUR"}],
        "summary": {"auto": 1, "review": 0, "unmatched": 1, "allocated": [{"currency": "EUR", "amount": "50.00"}]}
    })
}

#[test]
fn a_right_result_passes() {
    let (transactions, invoices) = inputs();
    assert_eq!(violations(&right(), &transactions, &invoices), Vec::<String>::new());
}

#[test]
fn each_wrong_one_is_found() {
    let (transactions, invoices) = inputs();
    for (path, value, word) in [
        ("/matches/0/allocations/0/amount", json!("50.01"), "gross"),
        ("/matches/0/differences/0/amount", json!("1.99"), "gross"),
        ("/matches/0/differences/1/amount", json!("10.01"), "label"),
        ("/matches/0/allocations/0/transaction", json!("t2"), "2 piles"),
        ("/matches/0/allocations/0/invoice", json!("i9"), "not given"),
        ("/unmatched/0/transaction", json!("t9"), "0 piles"),
        ("/open_invoices/1/open", json!("4.00"), "left"),
        ("/open_invoices/1/invoice", json!("i1"), "open twice"),
        ("/summary/auto", json!(2), "summary.auto"),
        ("/summary/allocated/0/amount", json!("1.00"), "summary.allocated"),
        ("/summary/allocated", json!([]), "lacks EUR"),
    ] {
        let mut wrong = right();
        *wrong.pointer_mut(path).expect(path) = value;
        let found = violations(&wrong, &transactions, &invoices).join("\n");
        assert!(found.contains(word), "{path}: {word} in {found:?}");
    }
}
