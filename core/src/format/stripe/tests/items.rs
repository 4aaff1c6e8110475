//! Invoices, credit notes and customers' balances.

use super::reads;
use crate::error::Code;
use crate::model::{Invoice, InvoiceKind, InvoiceState};

const INVOICE: &str = r#"{"id": "in_1", "object": "invoice", "number": "A-0001", "status": "open", "currency": "eur", "total": 11900, "amount_due": 11900, "amount_paid": 1900, "amount_remaining": 10000, "created": 1772582400, "effective_at": 1772668800, "due_date": 1773878400, "customer": "cus_1", "customer_name": "Lee Ltd", "customer_email": "pay@lee.example", "description": "March", "payment_intent": "pi_1", "charge": null, "lines": {"object": "list", "data": [{"description": "Hosting", "tax_rates": [{"id": "txr_1", "percentage": 19.0}]}, {"description": "Domain"}]}, "total_tax_amounts": [{"amount": 1900, "inclusive": false, "tax_rate": "txr_1"}], "custom_fields": [{"name": "PO", "value": "PO-77"}], "metadata": {"order": "5"}}"#;

fn only(text: &str) -> Invoice {
    let report = reads(text);
    assert!(report.errors.is_empty() && report.transactions.is_empty(), "{:?}", report.errors);
    assert_eq!(report.invoices.len(), 1);
    report.invoices.into_iter().next().unwrap()
}

#[test]
fn an_invoice_is_an_open_item() {
    let item = only(INVOICE);
    assert_eq!((item.id.as_str(), item.number.as_deref()), ("in_1", Some("A-0001")));
    assert_eq!((item.total.to_string(), item.open.to_string()), ("119.00 EUR".into(), "100.00 EUR".into()));
    assert_eq!((item.kind, item.state), (InvoiceKind::Invoice, InvoiceState::Open));
    assert_eq!(item.issued_on.unwrap().to_string(), "2026-03-05");
    assert_eq!(item.due_on.unwrap().to_string(), "2026-03-19");
    let customer = item.customer.unwrap();
    assert_eq!((customer.id.as_deref(), customer.name.as_deref()), (Some("cus_1"), Some("Lee Ltd")));
    assert_eq!(customer.emails, ["pay@lee.example"]);
    assert_eq!(item.references, ["pi_1"]);
    assert_eq!(item.other_numbers, ["PO-77"]);
    assert_eq!(item.description.as_deref(), Some("March; Hosting; Domain"));
    assert_eq!((item.tax[0].rate.to_string(), item.tax[0].amount.minor()), ("19".into(), 1900));
    assert_eq!(item.metadata["order"], "5");
    // The rate by the amount that was taxed, and by an expanded rate.
    for taxes in [
        r#""total_taxes": [{"amount": 1900, "taxable_amount": 10000, "tax_rate_details": {"tax_rate": "txr_9"}}]"#,
        r#""total_tax_amounts": [{"amount": 1900, "tax_rate": {"id": "txr_9", "percentage": 19}}]"#,
    ] {
        let text = INVOICE.replace(
            r#""total_tax_amounts": [{"amount": 1900, "inclusive": false, "tax_rate": "txr_1"}]"#,
            taxes,
        );
        assert_eq!(only(&text).tax[0].rate.to_string(), "19", "{taxes}");
    }
}

#[test]
fn states_of_invoices() {
    for (status, state) in [
        ("draft", InvoiceState::Draft),
        ("paid", InvoiceState::Closed),
        ("void", InvoiceState::Void),
        ("uncollectible", InvoiceState::OnHold),
    ] {
        assert_eq!(only(&INVOICE.replace("\"open\"", &format!("\"{status}\""))).state, state, "{status}");
    }
    let under_way = INVOICE.replace("\"pi_1\"", r#"{"id": "pi_1", "status": "processing"}"#);
    assert_eq!(only(&under_way.replace(r#""status": "open", "#, "")).state, InvoiceState::InCollection);
    let negative = INVOICE.replace("11900", "-11900").replace("10000", "0");
    let item = only(&negative);
    assert_eq!((item.kind, item.total.minor(), item.open.minor()), (InvoiceKind::CreditNote, 11900, 0));
}

#[test]
fn what_paid_an_invoice_is_a_settlement_once() {
    let paid = INVOICE.replace("\"open\"", "\"paid\"").replace("\"charge\": null", "\"charge\": \"ch_1\"");
    let payment = r#"{"id": "inpay_1", "object": "invoice_payment", "invoice": "in_1", "amount_paid": 1900, "currency": "eur", "status": "paid", "created": 1772582400, "payment": {"type": "payment_intent", "payment_intent": "pi_1"}, "status_transitions": {"paid_at": 1772668800}}"#;
    for text in [
        paid.clone(),
        format!("[{paid}, {payment}]"),
        format!("[{payment}]"),
        INVOICE.replace("\"charge\": null", &format!("\"payments\": {{\"data\": [{payment}]}}")),
    ] {
        let report = reads(&text);
        assert_eq!(report.settlements.len(), 1, "{text}");
        let settled = &report.settlements[0];
        assert_eq!((settled.invoice.as_str(), settled.amount.minor()), ("in_1", 1900));
        assert_eq!(settled.external_ids, ["pi_1"]);
    }
    let report = reads(&paid);
    assert_eq!(report.settlements[0].transaction.as_deref(), Some("ch_1"));
    assert_eq!(report.invoices[0].references, ["pi_1", "ch_1"]);
    assert!(
        reads(&paid.replace("\"charge\": \"ch_1\"", "\"paid_out_of_band\": true")).settlements.is_empty()
    );
}

#[test]
fn the_newest_event_of_an_invoice_counts() {
    let event = |at: u32, status: &str| {
        format!(
            r#"{{"object": "event", "type": "invoice.x", "created": {at}, "data": {{"object": {}}}}}"#,
            INVOICE.replace("\"open\"", &format!("\"{status}\""))
        )
    };
    let (old, new) = (event(1, "draft"), event(2, "void"));
    for text in [format!("[{old}, {new}]"), format!("[{new}, {old}]")] {
        assert_eq!(only(&text).state, InvoiceState::Void, "{text}");
    }
    // What is fetched is as it is now.
    assert_eq!(only(&format!("[{INVOICE}, {new}]")).state, InvoiceState::Open);
}

#[test]
fn a_credit_note() {
    let note = r#"{"id": "cn_1", "object": "credit_note", "number": "A-0001-CN-01", "status": "issued", "currency": "eur", "total": 1690, "created": 1772582400, "customer": "cus_1", "invoice": "in_1", "memo": "Sorry", "out_of_band_amount": null, "refunds": [{"refund": "re_1"}], "lines": {"data": [{"description": "Outage"}]}}"#;
    let item = only(note);
    assert_eq!((item.kind, item.state), (InvoiceKind::CreditNote, InvoiceState::Closed));
    assert_eq!((item.total.minor(), item.open.minor()), (1690, 0));
    assert_eq!(item.references, ["in_1", "re_1"]);
    assert_eq!(item.description.as_deref(), Some("Sorry; Outage"));
    let outside = only(&note.replace(r#""out_of_band_amount": null"#, r#""out_of_band_amount": 1690"#));
    assert_eq!((outside.state, outside.open.minor()), (InvoiceState::Open, 1690));
    assert_eq!(only(&note.replace("issued", "void")).state, InvoiceState::Void);
}

#[test]
fn what_a_customer_has_left_is_the_newest_balance() {
    let entry = |at: u32, after: i32| {
        format!(
            r#"{{"id": "cbtxn_{at}", "object": "customer_balance_transaction", "amount": -1, "created": {at}, "currency": "eur", "customer": "cus_1", "ending_balance": {after}, "type": "adjustment"}}"#
        )
    };
    let report = reads(&format!(
        "[{}, {}, {}]",
        entry(1_772_582_400, -500),
        entry(1_772_582_402, -700),
        entry(1_772_582_401, 0)
    ));
    assert_eq!(report.invoices.len(), 1);
    let credit = &report.invoices[0];
    assert_eq!(
        (credit.id.as_str(), credit.open.minor(), credit.kind),
        ("cus_1:credit:EUR", 700, InvoiceKind::CreditNote)
    );
    assert!(report.warnings[0].message().contains("2 × Stripe `customer balance`"), "{:?}", report.warnings);
    // What the customer owes is no credit.
    assert_eq!(only(&entry(1_772_582_400, 900)).state, InvoiceState::Closed);
    let cash = only(
        r#"{"id": "ccsbtxn_1", "object": "customer_cash_balance_transaction", "created": 1772582400, "currency": "eur", "customer": "cus_1", "ending_balance": 10000, "net_amount": 5000, "type": "funded", "funded": {"bank_transfer": {"eu_bank_transfer": {"sender_name": "Lee Ltd"}, "reference": "A-0001", "type": "eu_bank_transfer"}}}"#,
    );
    assert_eq!((cash.id.as_str(), cash.open.minor()), ("cus_1:cash:EUR", 10000));
    assert_eq!(cash.customer.unwrap().aliases, ["Lee Ltd"]);
    assert_eq!(cash.description.as_deref(), Some("A-0001"));
}

#[test]
fn a_bad_invoice_costs_itself() {
    let report =
        reads(&format!("[{}, {INVOICE}]", INVOICE.replace("\"total\": 11900", "\"total\": \"119.00\"")));
    assert_eq!((report.invoices.len(), report.errors.len()), (1, 1));
    assert_eq!(report.errors[0].code(), Code::StripeBadObject);
    assert_eq!(report.errors[0].place().field.as_deref(), Some("/0/total"));
}
