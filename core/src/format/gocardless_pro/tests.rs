//! Payments, payouts and events alone and together.

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::GocardlessPro, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn only(text: &str) -> Transaction {
    let report = reads(text);
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(report.transactions.len(), 1);
    report.transactions.into_iter().next().unwrap()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

fn said(report: &Report) -> String {
    report.warnings.iter().map(|warning| warning.message().to_owned()).collect::<Vec<_>>().join("\n")
}

fn payment(id: &str, amount: i64, status: &str, more: &str) -> String {
    format!(
        r#"{{"id": "{id}", "created_at": "2026-03-01T09:30:00.000Z", "charge_date": "2026-03-04", "amount": {amount}, "currency": "GBP", "status": "{status}", "scheme": "bacs", "description": "Hosting", "reference": "INV-1042", "metadata": {{"order": "77"}}, "links": {{"mandate": "MD1", "creditor": "CR1"{more}}}}}"#
    )
}

const PAYOUT: &str = r#"{"id": "PO1", "amount": 4770, "arrival_date": "2026-03-09", "created_at": "2026-03-06T16:12:33.000Z", "currency": "GBP", "deducted_fees": 230, "fx": {"exchange_rate": null}, "links": {"creditor": "CR1"}, "metadata": {}, "payout_type": "merchant", "reference": "ACME-8QF2", "status": "paid", "tax_currency": null}"#;

fn event(resource: &str, action: &str, day: u32, more: &str) -> String {
    let link = resource.trim_end_matches('s');
    let id = if link == "payment" {
        "PM1"
    } else if link == "refund" {
        "RF1"
    } else {
        "PO1"
    };
    format!(
        r#"{{"id": "EV{day}", "created_at": "2026-03-{day:02}T10:00:00.000Z", "resource_type": "{resource}", "action": "{action}", "links": {{"{link}": "{id}"{more}}}, "details": {{"cause": "refer_to_payer", "reason_code": "ARUDD-0", "scheme": "bacs"}}}}"#
    )
}

#[test]
fn a_payment_in_every_envelope() {
    let one = payment("PM1", 5000, "paid_out", r#", "payout": "PO1""#);
    for text in [
        format!(r#"{{"payments": {one}}}"#),
        format!(
            r#"{{"payments": [{one}], "meta": {{"cursors": {{"before": null, "after": null}}, "limit": 50}}}}"#
        ),
        format!("[{one}]"),
        one.clone(),
        format!("{one}\n{one}"),
        format!(r#"[{{"payments": [{one}]}}, {{"payments": []}}]"#),
        format!(r#"{{"list": {{"method": "GET", "body": {{"payments": [{one}]}}}}}}"#),
        format!(r#"{{"events": [], "linked": {{"payments": [{one}]}}}}"#),
    ] {
        let report = reads(&text);
        assert_eq!((report.transactions.len(), said(&report).as_str()), (1, ""), "{text}");
        let row = &report.transactions[0];
        assert_eq!(
            (row.id.as_str(), row.account.as_deref(), row.status),
            ("PM1", Some("gocardless"), Status::Booked)
        );
        assert_eq!(
            (row.amount.to_string(), row.booked_on.to_string()),
            ("50.00 GBP".to_owned(), "2026-03-04".to_owned())
        );
        assert_eq!((row.kind, row.remittance.as_str()), (TransactionKind::DirectDebit, "Hosting INV-1042"));
        assert_eq!(values(row, ReferenceKind::Payment), ["PM1"]);
        assert_eq!(values(row, ReferenceKind::Mandate), ["MD1"]);
        assert_eq!(values(row, ReferenceKind::Payout), ["PO1"]);
        assert_eq!((row.metadata["order"].as_str(), row.metadata["scheme"].as_str()), ("77", "bacs"));
    }
    assert!(reads(r#"{"payments": []}"#).says_empty);
    let more = reads(&format!(r#"{{"payments": [{one}], "meta": {{"cursors": {{"after": "x"}}}}}}"#));
    assert_eq!(more.warnings[0].code(), Code::GocardlessProIncomplete);
}

#[test]
fn a_payment_of_each_status() {
    for status in ["pending_customer_approval", "pending_submission", "submitted"] {
        assert_eq!(only(&payment("PM1", 1, status, "")).status, Status::Pending, "{status}");
    }
    for status in ["cancelled", "customer_approval_denied", "failed"] {
        let refused = read(payment("PM1", 1, status, "").as_bytes(), &ReadOptions::default()).unwrap_err();
        assert_eq!(refused.code(), Code::GocardlessProUnsupported, "{status}");
    }
    let late = reads(&payment("PM1", 5000, "failed", r#", "payout": "PO1""#));
    let rows: Vec<_> =
        late.transactions.iter().map(|row| (row.id.as_str(), row.amount.minor(), row.kind)).collect();
    assert_eq!(
        rows,
        [("PM1", 5000, TransactionKind::DirectDebit), ("PM1:failed", -5000, TransactionKind::Return)]
    );
    assert_eq!(late.transactions[1].returned.as_ref().unwrap().stage, ReturnStage::Return);
    assert_eq!(late.transactions[1].reverses.as_deref(), Some("PM1"));
    assert!(said(&late).contains("without the event that says when"));
    let report =
        reads(&format!("[{}, {}]", payment("PM1", 1, "odd", ""), payment("PM2", 1, "confirmed", "")));
    assert_eq!(report.errors[0].place().field.as_deref(), Some("/0/status"));
    assert_eq!((report.errors[0].place().row.as_deref(), report.transactions.len()), (Some("PM1"), 1));
}

#[test]
fn a_charged_back_payment_comes_and_goes() {
    let one = payment("PM1", 5000, "charged_back", "");
    let back = event("payments", "charged_back", 20, "");
    let settled = event("payments", "chargeback_settled", 22, r#", "payout": "PO2""#);
    let report = reads(&format!(r#"[{{"payments": [{one}]}}, {{"events": [{settled}, {back}]}}]"#));
    assert_eq!(said(&report), "");
    let row = &report.transactions[1];
    assert_eq!(
        (row.id.as_str(), row.amount.minor(), row.booked_on.to_string().as_str()),
        ("PM1:charged_back", -5000, "2026-03-20")
    );
    assert_eq!(row.kind, TransactionKind::Dispute);
    let returned = row.returned.as_ref().unwrap();
    assert_eq!((returned.stage, returned.reason.as_deref()), (ReturnStage::Indemnity, Some("ARUDD-0")));
    assert_eq!(
        (returned.originals.as_slice(), values(row, ReferenceKind::Payout)),
        (&["PM1".to_owned()][..], vec!["PO2"])
    );
    let won = event("payments", "chargeback_cancelled", 24, "");
    let again = event("payments", "charged_back", 26, "");
    let report = reads(&format!(r#"[{{"payments": [{one}]}}, {{"events": [{back}, {won}, {again}]}}]"#));
    let rows: Vec<_> = report.transactions.iter().map(|row| (row.id.as_str(), row.amount.minor())).collect();
    assert_eq!(
        rows,
        [
            ("PM1", 5000),
            ("PM1:charged_back", -5000),
            ("PM1:chargeback_cancelled", 5000),
            ("PM1:charged_back:2", -5000)
        ]
    );
}

#[test]
fn events_tell_what_the_object_does_not_yet_say() {
    let one = payment("PM1", 5000, "submitted", "");
    let text = |events: &str| format!(r#"{{"events": [{events}], "linked": {{"payments": [{one}]}}}}"#);
    let paid = event("payments", "paid_out", 6, r#", "payout": "PO1""#);
    let row = only(&text(&paid));
    assert_eq!((row.status, values(&row, ReferenceKind::Payout)), (Status::Booked, vec!["PO1"]));
    // In any order: the time says which is later.
    let confirmed = event("payments", "confirmed", 5, "");
    let failed = event("payments", "failed", 8, "");
    let report = reads(&text(&format!("{failed}, {confirmed}")));
    let rows: Vec<_> = report.transactions.iter().map(|row| row.amount.minor()).collect();
    assert_eq!(
        (rows, report.transactions[1].booked_on.to_string().as_str()),
        (vec![5000, -5000], "2026-03-08")
    );
    // A webhook without its objects tells no amount.
    let refused = read(
        format!(r#"{{"events": [{paid}], "meta": {{"webhook_id": "WB1"}}}}"#).as_bytes(),
        &ReadOptions::default(),
    );
    let refused = refused.unwrap_err();
    assert_eq!(refused.code(), Code::GocardlessProUnsupported);
    assert!(refused.message().contains("tells no amount"), "{refused}");
    let report = reads(&format!(
        r#"[{{"payments": [{one}]}}, {{"events": [{}]}}]"#,
        event("mandates", "active", 1, "")
    ));
    assert!(said(&report).contains("1 × GoCardless `events`"));
}

#[test]
fn of_two_snapshots_the_one_that_came_further_stands() {
    let (early, late) =
        (payment("PM1", 5000, "submitted", ""), payment("PM1", 5000, "paid_out", r#", "payout": "PO1""#));
    for text in [format!("[{early}, {late}]"), format!("[{late}, {early}]")] {
        let row = only(&text);
        assert_eq!((row.status, values(&row, ReferenceKind::Payout)), (Status::Booked, vec!["PO1"]));
    }
}

#[test]
fn who_pays_is_found_over_the_mandate() {
    let text = format!(
        r#"[{{"payments": [{}]}}, {{"mandates": [{{"id": "MD1", "links": {{"customer": "CU1"}}}}]}}, {{"customers": {{"id": "CU1", "given_name": "Ann", "family_name": "Lee", "company_name": null, "email": "ann@example.com"}}}}]"#,
        payment("PM1", 5000, "confirmed", "")
    );
    let row = reads(&text).transactions.remove(0);
    let party = &row.counterparty;
    assert_eq!(
        (party.name.as_deref(), party.email.as_deref(), party.customer_id.as_deref()),
        (Some("Ann Lee"), Some("ann@example.com"), Some("CU1"))
    );
    let refused = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err();
    let alone = refused(r#"{"mandates": [{"id": "MD1", "links": {"customer": "CU1"}}], "customers": []}"#);
    assert!(alone.message().contains("`mandates`") && alone.code() == Code::GocardlessProUnsupported);
    assert!(
        refused(r#"{"subscriptions": [{"id": "SB1", "links": {}}]}"#).message().contains("`subscriptions`")
    );
    assert_eq!(refused(r#"{"error": {"message": "x", "code": 401}}"#).code(), Code::FormatUnsupported);
    assert_eq!(refused("{}").code(), Code::FormatUnknown);
}

#[test]
fn refunds() {
    let refund = |status: &str| {
        format!(
            r#"{{"refunds": {{"id": "RF1", "amount": 150, "created_at": "2026-03-05T08:00:00Z", "currency": "GBP", "status": "{status}", "reference": "INV-1042", "links": {{"payment": "PM1", "mandate": "MD1"}}}}}}"#
        )
    };
    let row = only(&refund("paid"));
    assert_eq!((row.amount.minor(), row.kind, row.status), (-150, TransactionKind::Refund, Status::Booked));
    let returned = row.returned.unwrap();
    assert_eq!((returned.stage, returned.originals), (ReturnStage::Refund, vec!["PM1".to_owned()]));
    assert_eq!(only(&refund("submitted")).status, Status::Pending);
    let back = reads(&refund("funds_returned")).transactions;
    let rows: Vec<_> = back.iter().map(|row| (row.id.as_str(), row.amount.minor(), row.kind)).collect();
    assert_eq!(
        rows,
        [("RF1", -150, TransactionKind::Refund), ("RF1:funds_returned", 150, TransactionKind::Return)]
    );
    assert_eq!(back[1].reverses.as_deref(), Some("RF1"));
}

#[test]
fn a_payout_leaves_with_its_fees() {
    let row = only(&format!(r#"{{"payouts": [{PAYOUT}]}}"#));
    assert_eq!(
        (row.amount.minor(), row.gross().unwrap().minor(), row.kind),
        (-5000, -4770, TransactionKind::Payout)
    );
    assert_eq!(
        (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
        ("2026-03-06".into(), "2026-03-09".into())
    );
    assert_eq!(values(&row, ReferenceKind::Payout), ["PO1", "ACME-8QF2"]);
    assert_eq!(row.fees[0].kind, "gocardless_fee");
    assert_eq!(only(&PAYOUT.replace("\"paid\"", "\"pending\"")).status, Status::Pending);
    assert_eq!(only(&PAYOUT.replace("230", "-30")).amount.minor(), -4740);
    let bounced = read(PAYOUT.replace("\"paid\"", "\"bounced\"").as_bytes(), &ReadOptions::default());
    assert!(bounced.unwrap_err().message().contains("bounced"));
    // Paid in another currency than it was collected in.
    let fx = PAYOUT.replace(
        r#"{"exchange_rate": null}"#,
        r#"{"exchange_rate": "1.25", "fx_amount": 5962, "fx_currency": "EUR", "estimated_exchange_rate": null}"#,
    );
    let original = only(&fx).original.unwrap();
    assert_eq!(
        (original.amount.to_string().as_str(), original.rate.unwrap().to_string().as_str()),
        ("-59.62 EUR", "0.8")
    );
}

const ITEMS: &str = r#"{"payout_items": [
  {"type": "payment_paid_out", "amount": "5000.0", "taxes": [], "links": {"payment": "PM1"}},
  {"type": "gocardless_fee", "amount": "-120.5", "taxes": [{"amount": "20.1", "currency": "GBP", "tax_rate_id": "GB_VAT_1"}], "links": {"payment": "PM1"}},
  {"type": "app_fee", "amount": "-60.0", "taxes": [], "links": {"payment": "PM1"}},
  {"type": "payment_paid_out", "amount": "700.0", "links": {"payment": "PM2"}},
  {"type": "payment_failed", "amount": "-500.0", "links": {"payment": "PM0"}},
  {"type": "payment_refunded", "amount": "-200.0", "links": {"payment": "PM1", "refund": "RF1", "mandate": "MD1"}},
  {"type": "surcharge_fee", "amount": "-50.0", "links": {"payment": "PM0"}}
], "meta": {"cursors": {"after": null}}}"#;

#[test]
fn items_are_the_members_of_their_payout() {
    let pm1 = payment("PM1", 5000, "confirmed", "");
    let text = format!(r#"[{{"payouts": [{PAYOUT}]}}, {ITEMS}, {{"payments": [{pm1}]}}]"#);
    let report = reads(&text);
    assert_eq!((report.errors.as_slice(), said(&report).as_str()), (&[][..], ""));
    let rows: Vec<_> =
        report.transactions.iter().map(|row| (row.id.as_str(), row.amount.minor(), row.kind)).collect();
    assert_eq!(
        rows,
        [
            ("PO1", -5000, TransactionKind::Payout),
            ("PM1", 5000, TransactionKind::DirectDebit),
            ("PM2", 700, TransactionKind::DirectDebit),
            ("PM0:failed", -500, TransactionKind::Return),
            ("RF1", -200, TransactionKind::Refund),
        ]
    );
    assert!(report.transactions[1..].iter().all(|row| values(row, ReferenceKind::Payout) == ["PO1"]));
    // What is known of the payment stays; what only the item tells has the day of the payout.
    assert_eq!(report.transactions[1].remittance, "Hosting INV-1042");
    assert_eq!(report.transactions[1].metadata["gocardless_fee"], "1.205");
    assert_eq!(report.transactions[1].metadata["gocardless_fee_tax"], "0.201");
    assert_eq!(report.transactions[2].booked_on.to_string(), "2026-03-06");
    // What was deducted, by what it was for: 120.5 + 60 + 50 = 230.5, of which 230 were taken.
    let fees: Vec<_> =
        report.transactions[0].fees.iter().map(|fee| (fee.kind.as_str(), fee.amount.minor())).collect();
    assert_eq!(fees, [("gocardless_fee", 120), ("app_fee", 60), ("surcharge_fee", 50)]);
    let fraction = reads(&text.replace("\"700.0\"", "\"700.5\""));
    assert_eq!(fraction.errors[0].code(), Code::GocardlessProBadObject);
    assert_eq!(fraction.errors[0].place().field.as_deref(), Some("/1/payout_items/3/amount"));
    let other = reads(&text.replace("\"5000.0\"", "\"4000.0\""));
    assert_eq!(other.errors[0].place().row.as_deref(), Some("PM1"));
}

#[test]
fn items_add_up_to_their_payout() {
    let pays = |amount: &str| PAYOUT.replace(r#""amount": 4770"#, &format!(r#""amount": {amount}"#));
    // 5000 - 120.5 - 60 + 700 - 500 - 200 - 50 = 4769.5, paid as 4770.
    let text = |amount: &str| format!(r#"[{}, {{"payouts": [{}]}}]"#, ITEMS, pays(amount));
    assert_eq!(said(&reads(&text("4770"))), "");
    assert!(said(&reads(&text("4769"))).contains("not the sum of their items"));
    let sum: i64 = reads(&text("4770")).transactions.iter().map(|row| row.amount.minor()).sum();
    assert_eq!(sum, 0);
    let other = text("4770").replace("\"deducted_fees\": 230", "\"deducted_fees\": 0");
    assert!(said(&reads(&other)).contains("not what was deducted"));
}

#[test]
fn items_without_their_payout() {
    let report = reads(ITEMS);
    assert_eq!((report.transactions.len(), report.errors.len()), (0, 4));
    assert!(report.errors[0].message().contains("give its payout"), "{:?}", report.errors);
    assert!(said(&report).contains("fees of payouts that are not in the input"));
    assert_eq!(report.errors[0].place().field.as_deref(), Some("/payout_items/0"));
    // A payment that names its payout says which one it is, of several.
    let pm1 = payment("PM1", 5000, "paid_out", r#", "payout": "PO9""#);
    let other = PAYOUT.replace("PO1", "PO2");
    let report = reads(&format!(r#"[{{"payments": [{pm1}]}}, {ITEMS}, {{"payouts": [{PAYOUT}, {other}]}}]"#));
    let failed = report.transactions.iter().find(|row| row.id == "PM0:failed").unwrap();
    assert_eq!(values(failed, ReferenceKind::Payout), ["PO9"]);
}

#[test]
fn shares_of_fees_add_up_though_they_have_fractions() {
    let item = |id: u32| {
        format!(r#"{{"type": "revenue_share", "amount": "10.5", "links": {{"payment": "PM{id}"}}}}"#)
    };
    let text = format!(
        r#"[{{"payouts": [{}]}}, {{"payout_items": [{}, {}, {}]}}]"#,
        PAYOUT.replace("4770", "32").replace("230", "0").replace("merchant", "partner"),
        item(1),
        item(2),
        item(3)
    );
    let report = reads(&text);
    assert_eq!(said(&report), "");
    let rows: Vec<_> = report.transactions.iter().map(|row| row.amount.minor()).collect();
    assert_eq!(rows, [-32, 11, 10, 11]);
    assert_eq!(report.transactions[1].metadata["exact_amount"], "0.105");
}

#[test]
fn payment_accounts_and_balances() {
    let report = reads(
        r#"{"payment_account_transactions": [{"id": "PATR1", "amount": 1000, "balance_after_transaction": 2500, "counterparty_name": "Acme Ltd", "currency": "GBP", "description": "Reward", "direction": "debit", "reference": "GC-0584", "value_date": "2026-03-04", "links": {"outbound_payment": "OUT1", "payment_bank_account": "BA1"}}]}"#,
    );
    let row = &report.transactions[0];
    assert_eq!((row.id.as_str(), row.amount.minor(), row.account.as_deref()), ("PATR1", -1000, Some("BA1")));
    assert_eq!(
        (row.remittance.as_str(), row.counterparty.name.as_deref()),
        ("GC-0584 Reward", Some("Acme Ltd"))
    );
    assert_eq!(report.balances[0].amount.minor(), 2500);
    let report = reads(
        r#"{"payment_accounts": {"id": "BA1", "account_balance": 700, "account_holder_name": "We", "bank_name": "B", "currency": "EUR", "links": {}}, "balances": [{"amount": 12, "balance_type": "confirmed_funds", "currency": "GBP", "last_updated_at": "2026-03-04T00:00:00Z"}]}"#,
    );
    assert_eq!(report.accounts[0].owner.as_deref(), Some("We"));
    let balances: Vec<_> =
        report.balances.iter().map(|one| (one.account.as_deref(), one.amount.minor())).collect();
    assert_eq!(balances, [(Some("BA1"), 700), (Some("gocardless"), 12)]);
}

#[test]
fn a_bad_object_costs_itself() {
    let good = payment("PM2", 1, "confirmed", "");
    let text = format!(
        "{{\"payments\": [{}, {}, {}, 7, {good}]}}",
        payment("PM1", 1, "confirmed", "").replace("GBP", "xx"),
        payment("PM3", 1, "confirmed", "").replace("\"amount\": 1", "\"amount\": 10.50"),
        payment("PM4", 1, "confirmed", "").replace("2026-03-04", "2026-02-30"),
    );
    let report = reads(&text);
    let fields: Vec<_> = report.errors.iter().map(|error| error.place().field.clone().unwrap()).collect();
    assert_eq!(
        fields,
        ["/payments/0/currency", "/payments/1/amount", "/payments/2/charge_date", "/payments/3"]
    );
    assert_eq!((report.transactions.len(), report.records), (1, 5));
    let cut = reads(&format!("{{\"payments\": [{good}, {{\"id\": \"PM"));
    assert_eq!((cut.transactions.len(), cut.errors[0].code()), (1, Code::FormatTruncated));
    let deep = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&format!(r#"{{"payments": [{deep}, {good}]}}"#));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::FormatTooLarge));
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..3000, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..3000) {
        let events = [event("payments", "failed", 9, ""), event("payments", "confirmed", 8, "")].join(", ");
        let text = format!(r#"[{{"payments": [{}], "events": [{events}]}}, {ITEMS}, {{"payouts": {PAYOUT}}}]"#, payment("PM1", 5000, "submitted", ""));
        let mut bytes = text.into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }

    #[test]
    fn order_does_not_matter(order in Just(vec![0, 1, 2, 3]).prop_shuffle()) {
        let pm1 = format!(r#"{{"payments": [{}]}}"#, payment("PM1", 5000, "submitted", ""));
        let payout = format!(r#"{{"payouts": [{PAYOUT}]}}"#);
        let events = format!(r#"{{"events": [{}]}}"#, event("payments", "paid_out", 6, r#", "payout": "PO1""#));
        let documents = [pm1.as_str(), ITEMS, payout.as_str(), events.as_str()];
        let list: Vec<&str> = order.iter().map(|at| documents[*at]).collect();
        let sorted = |text: &str| {
            let mut rows = reads(text).transactions;
            rows.sort_by(|a, b| a.id.cmp(&b.id));
            rows
        };
        let rows = sorted(&format!("[{}]", list.join(",")));
        let in_order = sorted(&format!("[{}]", documents.join(",")));
        prop_assert!(rows == in_order);
        prop_assert_eq!(rows.len(), 5);
    }
}
