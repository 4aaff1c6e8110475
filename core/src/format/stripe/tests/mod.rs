//! Stripe objects alone, together, and in their envelopes.

mod items;
mod moves;

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReturnStage, Transaction};
use proptest::prelude::*;

const BALANCE: &str = r#"{"id": "txn_1", "object": "balance_transaction", "amount": 12000, "net": 11622, "fee": 378, "currency": "eur", "created": 1772582400, "available_on": 1772755200, "exchange_rate": null, "source": "ch_1", "type": "charge", "reporting_category": "charge", "fee_details": [{"amount": 318, "currency": "eur", "type": "stripe_fee"}, {"amount": 60, "currency": "eur", "type": "tax"}], "description": "Hosting"}"#;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Stripe, bytes, options)
}

fn charge(balance: &str, more: &str) -> String {
    format!(
        r#"{{"id": "ch_1", "object": "charge", "amount": 12000, "amount_captured": 12000, "amount_refunded": 0, "currency": "eur", "created": 1772582399, "status": "succeeded", "paid": true, "captured": true, "balance_transaction": {balance}, "billing_details": {{"name": "Ann Lee", "email": "ann@example.com"}}, "customer": "cus_1", "description": "Invoice 1042", "invoice": "in_1", "payment_intent": "pi_1", "payment_method_details": {{"type": "card"}}, "metadata": {{"order": "77"}}{more}}}"#
    )
}

const INTENT: &str = r#"{"id": "pi_1", "object": "payment_intent", "amount": 12000, "amount_received": 12000, "currency": "eur", "created": 1772582390, "status": "succeeded", "latest_charge": "ch_1", "description": "Invoice 1042"}"#;
const REFUND: &str = r#"{"id": "re_1", "object": "refund", "amount": 2000, "currency": "eur", "created": 1772668800, "status": "succeeded", "charge": "ch_1", "payment_intent": "pi_1", "reason": "requested_by_customer"}"#;
const PAYOUT: &str = r#"{"id": "po_1", "object": "payout", "amount": 9622, "currency": "eur", "created": 1772755200, "arrival_date": 1772841600, "status": "paid", "description": "STRIPE PAYOUT"}"#;
const DISPUTE: &str = r#"{"id": "dp_1", "object": "dispute", "amount": 12000, "currency": "eur", "created": 1772755200, "charge": "ch_1", "payment_intent": "pi_1", "reason": "fraudulent", "status": "won", "balance_transactions": [
  {"id": "txn_2", "object": "balance_transaction", "amount": -12000, "net": -13500, "fee": 1500, "currency": "eur", "created": 1772755200, "type": "adjustment", "reporting_category": "dispute", "fee_details": [{"amount": 1500, "type": "stripe_fee"}]},
  {"id": "txn_3", "object": "balance_transaction", "amount": 12000, "net": 13500, "fee": -1500, "currency": "eur", "created": 1773755200, "type": "adjustment", "reporting_category": "dispute_reversal", "fee_details": [{"amount": -1500, "type": "stripe_fee"}]}]}"#;

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn only(text: &str) -> Transaction {
    let report = reads(text);
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(report.transactions.len(), 1);
    report.transactions.into_iter().next().unwrap()
}

#[test]
fn a_charge_with_its_balance_transaction() {
    let row = only(&charge(BALANCE, ""));
    assert_eq!((row.id.as_str(), row.account.as_deref()), ("ch_1", Some("stripe")));
    assert_eq!(row.amount.to_string(), "116.22 EUR");
    assert_eq!(row.gross().unwrap().to_string(), "120.00 EUR");
    let fees: Vec<_> = row.fees.iter().map(|fee| (fee.kind.as_str(), fee.amount.minor())).collect();
    assert_eq!(fees, [("stripe_fee", 318), ("tax", 60)]);
    assert_eq!(row.kind, TransactionKind::Card);
    assert_eq!(
        (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
        ("2026-03-04".into(), "2026-03-06".into())
    );
    assert_eq!(
        (row.counterparty.name.as_deref(), row.counterparty.customer_id.as_deref()),
        (Some("Ann Lee"), Some("cus_1"))
    );
    assert_eq!(row.remittance, "Invoice 1042");
    assert_eq!(row.metadata["order"], "77");
    let values: Vec<_> = row.references.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(values, ["ch_1", "pi_1", "in_1", "txn_1"]);
    assert!(reads(&charge(BALANCE, "")).warnings.is_empty());
}

#[test]
fn a_movement_tells_what_its_expanded_source_tells() {
    let source = |source: &str| BALANCE.replacen("\"ch_1\"", source, 1);
    let row = only(&source(&charge("\"txn_1\"", "")));
    assert_eq!(row, {
        let mut whole = only(&charge(BALANCE, ""));
        whole.references = row.references.clone();
        whole.remittance = "Hosting".to_owned();
        whole
    });
    let mut values: Vec<_> = row.references.iter().map(|one| one.value.as_str()).collect();
    values.sort_unstable();
    assert_eq!(values, ["ch_1", "in_1", "pi_1", "txn_1"]);
    let dollars = charge("\"txn_1\"", "").replace("\"eur\"", "\"usd\"");
    let original = only(&source(&dollars)).original.unwrap();
    assert_eq!(original.amount.to_string(), "120.00 USD");
    // A source that says nothing takes nothing.
    let bare = only(&source(r#"{"object": "charge", "id": "ch_1"}"#));
    assert_eq!((bare.id.as_str(), bare.amount.to_string().as_str()), ("ch_1", "116.22 EUR"));
    let refunded = BALANCE
        .replace("\"ch_1\"", REFUND)
        .replace("\"charge\", \"reporting_category\": \"charge\"", "\"refund\"");
    assert_eq!(only(&refunded).returned.unwrap().originals, ["ch_1", "pi_1"]);
}

#[test]
fn without_balance_transaction_the_amount_is_gross_and_said() {
    let report = reads(&charge("\"txn_1\"", ""));
    let row = &report.transactions[0];
    assert_eq!(
        (row.amount.minor(), row.fees.len(), row.booked_on.to_string()),
        (12000, 0, "2026-03-03".to_owned())
    );
    assert_eq!(report.warnings.len(), 1);
    let mut options = ReadOptions::default();
    options.utc_offset_minutes = 60;
    let report = read(charge("null", "").as_bytes(), &options).unwrap();
    assert_eq!(report.transactions[0].booked_on.to_string(), "2026-03-04");
}

#[test]
fn another_settlement_currency() {
    let balance = r#"{"id": "txn_1", "amount": 13000, "net": 12500, "fee": 500, "currency": "usd", "created": 1772582400, "exchange_rate": 1.083333}"#;
    let row = only(&charge(balance, ""));
    let original = row.original.unwrap();
    assert_eq!(
        (row.amount.to_string(), original.amount.to_string()),
        ("125.00 USD".into(), "120.00 EUR".into())
    );
    assert_eq!(original.rate.unwrap().to_string(), "1.083333");
    assert_eq!(row.fees[0].kind, "stripe_fee");
    // Alone in the same input, in either order.
    let alone = balance
        .replace("{\"id\"", r#"{"object": "balance_transaction", "type": "charge", "source": "ch_1", "id""#)
        .replace(r#""id"": "#, r#""id": "#);
    for text in
        [format!("[{}, {alone}]", charge("\"txn_1\"", "")), format!("[{alone}, {}]", charge("\"txn_1\"", ""))]
    {
        let row = only(&text);
        assert_eq!(
            (row.amount.minor(), row.original.unwrap().rate.unwrap().to_string()),
            (12500, "1.083333".to_owned())
        );
        assert_eq!(row.counterparty.name.as_deref(), Some("Ann Lee"));
    }
}

#[test]
fn one_payment_is_one_row() {
    let gross = charge("\"txn_1\"", "");
    for text in [
        format!("[{INTENT}, {gross}]"),
        format!("[{gross}, {INTENT}]"),
        format!("[{}, {gross}]", INTENT.replace(r#""latest_charge": "ch_1","#, "")),
        format!("[{gross}, {BALANCE}, {INTENT}]"),
        format!("[{BALANCE}, {INTENT}, {gross}]"),
        format!(
            r#"[{{"object": "event", "type": "charge.succeeded", "data": {{"object": {gross}}}}}, {gross}]"#
        ),
        INTENT.replace("\"ch_1\"", &gross),
        INTENT.replace(
            "\"latest_charge\": \"ch_1\"",
            &format!("\"charges\": {{\"object\": \"list\", \"data\": [{gross}]}}"),
        ),
    ] {
        let row = only(&text);
        assert_eq!((row.id.as_str(), row.counterparty.name.as_deref()), ("ch_1", Some("Ann Lee")), "{text}");
        assert_eq!(row.gross().unwrap().minor(), 12000);
    }
    assert_eq!(only(INTENT).id, "ch_1");
    assert_eq!(only(BALANCE).id, "ch_1");
}

#[test]
fn refunds_disputes_payouts() {
    let refund = only(REFUND);
    assert_eq!((refund.amount.minor(), refund.kind), (-2000, TransactionKind::Refund));
    assert_eq!(refund.returned.unwrap().originals, ["ch_1", "pi_1"]);
    let with_refund = charge(BALANCE, &format!(r#", "refunds": {{"object": "list", "data": [{REFUND}]}}"#));
    assert_eq!(reads(&with_refund).transactions.len(), 2);
    assert_eq!(only(REFUND).reverses.as_deref(), Some("ch_1"));
    let report = reads(&charge(BALANCE, "").replace(r#""amount_refunded": 0"#, r#""amount_refunded": 5"#));
    assert_eq!(report.warnings[0].code(), Code::StripeIncomplete);
    assert!(report.warnings[0].message().contains("refunded"));
    let disputes = reads(DISPUTE).transactions;
    let stages: Vec<_> = disputes.iter().map(|row| row.returned.as_ref().unwrap().stage).collect();
    assert_eq!(stages, [ReturnStage::Chargeback, ReturnStage::Won]);
    assert_eq!((disputes[0].amount.minor(), disputes[0].gross().unwrap().minor()), (-13500, -12000));
    assert_eq!((disputes[1].amount.minor(), disputes[1].gross().unwrap().minor()), (13500, 12000));
    assert!(disputes.iter().all(|row| row.kind == TransactionKind::Dispute));
    let taken: Vec<_> = disputes.iter().map(|row| row.reverses.as_deref()).collect();
    assert_eq!(taken, [Some("ch_1"), None], "what is won takes no payment back");
    let payout = only(PAYOUT);
    assert_eq!((payout.amount.minor(), payout.kind), (-9622, TransactionKind::Payout));
    assert_eq!(payout.value_on.unwrap().to_string(), "2026-03-07");
}

#[test]
fn every_envelope() {
    for text in [
        format!(r#"{{"object": "list", "data": [{REFUND}, {PAYOUT}], "has_more": true}}"#),
        format!(r#"{{"has_more": true, "data": [{REFUND}, {PAYOUT}], "object": "list"}}"#),
        format!("{REFUND}\n{PAYOUT}"),
        format!("{}\n{}", REFUND.replace(", ", ",\n"), PAYOUT.replace(", ", ",\n")),
        format!(r#"[{{"object": "list", "data": [{REFUND}]}}, {{"object": {PAYOUT}}}]"#),
    ] {
        let report = reads(&text);
        assert_eq!((report.transactions.len(), report.errors.len(), report.records), (2, 0, 2), "{text}");
        assert_eq!(
            report.warnings.iter().any(|said| said.message().contains("has_more")),
            text.contains("has_more")
        );
    }
    assert!(reads(r#"{"object": "list", "data": []}"#).says_empty);
    assert_eq!(only(&REFUND.replace(r#""object": "refund", "#, "")).kind, TransactionKind::Refund);
}

#[test]
fn what_moved_no_money_is_never_booked() {
    let refused = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err();
    for text in [
        charge("null", "").replace("succeeded", "failed"),
        INTENT.replace("succeeded", "requires_payment_method"),
        REFUND.replace("succeeded", "failed"),
        PAYOUT.replace("paid", "canceled"),
        r#"{"object": "dispute", "id": "dp_1", "balance_transactions": []}"#.to_owned(),
        r#"{"object": "setup_intent", "id": "seti_1"}"#.to_owned(),
        r#"{"object": "invoice", "id": "in_1", "total": 5, "currency": "eur", "deleted": true}"#.to_owned(),
        r#"{"object": "invoice_payment", "id": "inpay_1", "invoice": "in_1", "status": "open"}"#.to_owned(),
        r#"{"object": "topup", "id": "tu_1", "amount": 5, "currency": "eur", "status": "failed"}"#.to_owned(),
        r#"{"object": "treasury.transaction", "id": "trxn_1", "amount": 5, "currency": "eur", "status": "void"}"#
            .to_owned(),
        r#"{"object": "issuing.authorization", "id": "iauth_1", "amount": 5, "currency": "eur", "approved": false}"#
            .to_owned(),
    ] {
        assert_eq!(refused(&text).code(), Code::StripeUnsupported, "{text}");
    }
    assert!(refused(r#"{"object": "setup_intent"}"#).message().contains("`setup_intent`"));
    assert!(!refused(r#"{"object": "<script>"}"#).message().contains('<'));
    let report = reads(&format!(r#"[{REFUND}, {{"object": "customer"}}, {{"object": "customer"}}]"#));
    assert!(report.warnings[0].message().contains("2 × Stripe `customer`"), "{:?}", report.warnings);
    for text in [
        charge("null", "").replace("\"captured\": true", "\"captured\": false"),
        charge("null", "").replace("succeeded", "pending"),
        INTENT.replace("succeeded", "processing"),
        REFUND.replace("succeeded", "pending"),
        PAYOUT.replace("paid", "in_transit"),
    ] {
        assert_eq!(only(&text).status, Status::Pending, "{text}");
    }
}

#[test]
fn a_bad_object_costs_itself() {
    let text = format!(
        "[{},\n{REFUND}, {}, {}, 7]",
        REFUND.replace("2000", "\"20.00\""),
        PAYOUT.replace("eur", "xx"),
        BALANCE.replace("11622", "1")
    );
    let report = reads(&text);
    assert_eq!((report.transactions.len(), report.errors.len()), (1, 4));
    let place = report.errors[0].place();
    assert_eq!(
        (place.field.as_deref(), place.row.as_deref(), place.line),
        (Some("/0/amount"), Some("re_1"), Some(1))
    );
    assert!(report.errors.iter().all(|error| error.code() == Code::StripeBadObject));
    let report = reads(&format!("[{REFUND}, {{\"id\": \"re_"));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTruncated));
}

#[test]
fn a_bad_object_of_a_list_on_one_line_costs_itself() {
    let fine =
        |nth: u8| BALANCE.replace("txn_1", &format!("txn_{nth}")).replace("ch_1", &format!("ch_{nth}"));
    for bad in [fine(2).replacen("\"eur\"", "\"usdc\"", 1), "null".to_owned(), "7".to_owned()] {
        let list = format!(
            r#"{{"object":"list","data":[{},{bad},{},{}],"has_more":false}}"#,
            fine(1),
            fine(3),
            fine(4)
        );
        let inside = format!(r#"{{"object": "event", "id": "evt_1", "data": {{"object": {list}}}}}"#);
        for text in [list.clone(), list.replace(", ", ",\n"), inside] {
            let report = reads(&text);
            assert_eq!((report.transactions.len(), report.records, report.refused), (3, 4, 1), "{text}");
            let field = report.errors[0].place().field.clone().unwrap_or_default();
            assert!(field.starts_with("/data/1"), "{field}");
        }
    }
}

#[test]
fn a_bad_part_of_a_charge_costs_itself() {
    let refund = |nth: u8| REFUND.replace("re_1", &format!("re_{nth}"));
    let bad = refund(2).replace("2000", "\"x\"");
    let more = format!(r#", "refunds": {{"data": [{}, {bad}, null, {}]}}"#, refund(1), refund(3));
    let charge = charge("null", &more);
    let report = reads(&charge);
    assert_eq!((report.transactions.len(), report.records, report.refused), (3, 3, 2));
    let place = report.errors[0].place();
    assert_eq!((place.row.as_deref(), place.field.as_deref()), (Some("re_2"), Some("/refunds/amount")));
    let intent =
        |charges: &str| reads(&INTENT.replace('}', &format!(r#", "charges": {{"data": [{charges}]}}}}"#)));
    let broken = charge.replacen("12000", "\"x\"", 2);
    let report = intent(&format!("{broken}, {}", charge.replace(&more, "")));
    assert_eq!((report.transactions.len(), report.records, report.refused), (1, 2, 1));
    let report = intent(&broken);
    assert_eq!((report.transactions.len(), report.records, report.refused), (0, 1, 1));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&format!("[{deep}, {REFUND}]"));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
    let mut events = REFUND.to_owned();
    for _ in 0..20 {
        events = format!(r#"{{"object": "event", "data": {{"object": {events}}}}}"#);
    }
    assert_eq!(reads(&format!("[{REFUND}, {events}]")).errors[0].code(), Code::FormatTooLarge);
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..2500, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..2500) {
        let mut bytes = format!("[{}, {REFUND}, {DISPUTE}, {PAYOUT}]", charge(BALANCE, "")).into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }

    #[test]
    fn order_does_not_matter(order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle()) {
        let gross = charge("\"txn_1\"", "");
        let objects = [gross.as_str(), INTENT, BALANCE, REFUND, PAYOUT];
        let list: Vec<&str> = order.iter().map(|at| objects[*at]).collect();
        let mut rows = reads(&format!("[{}]", list.join(","))).transactions;
        rows.sort_by(|a, b| a.id.cmp(&b.id));
        let mut expected = reads(&format!("[{}]", objects.join(","))).transactions;
        expected.sort_by(|a, b| a.id.cmp(&b.id));
        prop_assert!(rows == expected && rows.len() == 3);
    }
}
