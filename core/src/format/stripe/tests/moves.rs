//! What moves the balance beside payments: transfers, top-ups, fees of platforms, issuing, what failed, payouts' members.

use super::{BALANCE, PAYOUT, REFUND, charge, only, reads};
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};

fn ids(rows: &[Transaction]) -> Vec<(&str, i64)> {
    rows.iter().map(|row| (row.id.as_str(), row.amount.minor())).collect()
}

fn payouts(row: &Transaction) -> Vec<&str> {
    let of = row.references.iter().filter(|one| one.kind == ReferenceKind::Payout);
    of.map(|one| one.value.as_str()).collect()
}

#[test]
fn transfers_topups_and_platform_fees() {
    let transfer = r#"{"id": "tr_1", "object": "transfer", "amount": 1100, "amount_reversed": 100, "created": 1772582400, "currency": "usd", "destination": "acct_9", "description": "Share", "balance_transaction": "txn_1", "reversals": {"object": "list", "data": [{"id": "trr_1", "object": "transfer_reversal", "amount": 100, "created": 1772582401, "currency": "usd", "transfer": "tr_1"}]}}"#;
    let report = reads(transfer);
    assert_eq!(ids(&report.transactions), [("tr_1", -1100), ("trr_1", 100)]);
    assert_eq!(report.transactions[0].counterparty.account.as_deref(), Some("acct_9"));
    assert_eq!(report.transactions[0].kind, TransactionKind::Transfer);
    assert_eq!(report.transactions[1].reverses.as_deref(), Some("tr_1"));
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    let movement = r#"{"id": "txn_9", "object": "balance_transaction", "amount": 100, "net": 100, "fee": 0, "currency": "usd", "created": 1772582401, "type": "transfer_refund", "reporting_category": "transfer_reversal", "source": "trr_1"}"#;
    assert_eq!(
        reads(&format!("[{transfer}, {movement}]")).transactions.len(),
        2,
        "its movement is the same row"
    );
    let half = reads(&transfer.replace("\"reversals\"", "\"no_reversals\""));
    assert!(half.warnings[0].message().contains("taken back"), "{:?}", half.warnings);

    let topup = r#"{"id": "tu_1", "object": "topup", "amount": 1000, "created": 1772582400, "currency": "usd", "status": "succeeded"}"#;
    assert_eq!((only(topup).kind, only(topup).amount.minor()), (TransactionKind::Internal, 1000));
    assert_eq!(only(&topup.replace("succeeded", "pending")).status, Status::Pending);
    assert_eq!(reads(&topup.replace("succeeded", "reversed")).warnings.len(), 1);

    let fee = r#"{"id": "fee_1", "object": "application_fee", "account": "acct_9", "amount": 100, "amount_refunded": 40, "created": 1772582400, "currency": "usd", "refunds": {"data": [{"id": "fr_1", "object": "fee_refund", "amount": 40, "created": 1772582401, "currency": "usd", "fee": "fee_1"}]}}"#;
    let report = reads(fee);
    assert_eq!(ids(&report.transactions), [("fee_1", 100), ("fr_1", -40)]);
    assert_eq!(report.transactions[1].returned.as_ref().unwrap().originals, ["fee_1"]);
    assert_eq!(report.transactions[0].account.as_deref(), Some("stripe"));
}

#[test]
fn what_failed_went_out_and_came_back() {
    let failed = |text: &str, status: &str| {
        text.replace(status, "failed").replacen(
            "\"currency\"",
            r#""failure_balance_transaction": "txn_f", "failure_code": "account_closed", "currency""#,
            1,
        )
    };
    let report = reads(&failed(PAYOUT, "paid"));
    assert_eq!(ids(&report.transactions), [("po_1", -9622), ("txn_f", 9622)]);
    let back = &report.transactions[1];
    assert_eq!((back.kind, back.reverses.as_deref()), (TransactionKind::Payout, Some("po_1")));
    assert_eq!(back.returned.as_ref().unwrap().reason.as_deref(), Some("account_closed"));
    assert!(report.warnings.iter().any(|said| said.message().contains("came back on a day")));
    // Its balance transaction tells the day, and is the same row.
    let movement = r#"{"id": "txn_f", "object": "balance_transaction", "amount": 9622, "net": 9622, "fee": 0, "currency": "eur", "created": 1773014400, "type": "payout_failure", "source": "po_1"}"#;
    let report = reads(&format!("[{}, {movement}]", failed(PAYOUT, "paid")));
    assert_eq!(ids(&report.transactions), [("po_1", -9622), ("txn_f", 9622)]);
    assert_eq!(report.transactions[1].booked_on.to_string(), "2026-03-09");
    assert!(!report.warnings.iter().any(|said| said.message().contains("came back on a day")));

    let report = reads(&failed(REFUND, "succeeded"));
    assert_eq!(ids(&report.transactions), [("re_1", -2000), ("txn_f", 2000)]);
    assert_eq!(report.transactions[1].kind, TransactionKind::Return);
    let report = reads(&failed(&charge("\"txn_1\"", ""), "succeeded"));
    assert_eq!(ids(&report.transactions), [("ch_1", 12000), ("txn_f", -12000)]);
    assert_eq!(report.transactions[1].returned.as_ref().unwrap().stage, ReturnStage::Return);

    let reversal = PAYOUT.replace("9622", "-9622").replace("po_1", "po_2").replacen(
        "\"currency\"",
        r#""original_payout": "po_1", "currency""#,
        1,
    );
    let row = only(&reversal);
    assert_eq!((row.amount.minor(), row.reverses.as_deref()), (9622, Some("po_1")));
}

#[test]
fn the_bank_s_number_of_a_payout() {
    let traced = PAYOUT.replacen(
        "\"currency\"",
        r#""trace_id": {"status": "supported", "value": "021000021"}, "currency""#,
        1,
    );
    let of_bank = only(&traced).references.into_iter().find(|one| one.kind == ReferenceKind::Bank);
    assert_eq!(of_bank.unwrap().value, "021000021");
}

#[test]
fn issuing_and_treasury() {
    let bought = r#"{"id": "ipi_1", "object": "issuing.transaction", "amount": -1080, "created": 1772582400, "currency": "usd", "merchant_amount": -1000, "merchant_currency": "eur", "merchant_data": {"name": "Rocket Rides"}, "type": "capture"}"#;
    let row = only(bought);
    assert_eq!((row.amount.minor(), row.kind), (-1080, TransactionKind::Card));
    assert_eq!(row.original.unwrap().amount.to_string(), "-10.00 EUR");
    assert_eq!(row.counterparty.name.as_deref(), Some("Rocket Rides"));
    assert_eq!(only(&bought.replace("capture", "refund").replace("-10", "10")).kind, TransactionKind::Refund);
    let held = r#"{"id": "iauth_1", "object": "issuing.authorization", "amount": 1080, "approved": true, "created": 1772582400, "currency": "usd", "status": "pending", "merchant_data": {"name": "Rocket Rides"}}"#;
    assert_eq!((only(held).amount.minor(), only(held).status), (-1080, Status::Pending));
    let treasury = r#"{"id": "trxn_1", "object": "treasury.transaction", "amount": -100, "created": 1772582400, "currency": "usd", "description": "Jane", "financial_account": "fa_1", "flow": "obt_1", "flow_type": "outbound_transfer", "status": "posted", "status_transitions": {"posted_at": 1772668800}}"#;
    let row = only(treasury);
    assert_eq!((row.account.as_deref(), row.kind), (Some("fa_1"), TransactionKind::Internal));
    assert_eq!(row.booked_on.to_string(), "2026-03-05");
    assert_eq!(only(&treasury.replace("posted\"", "open\"")).status, Status::Pending);
}

#[test]
fn members_of_a_payout() {
    let payout = r#"{"id": "txn_p", "object": "balance_transaction", "amount": -11622, "net": -11622, "fee": 0, "currency": "eur", "created": 1772755200, "type": "payout", "source": "po_1"}"#;
    let minimum = r#"{"id": "txn_m", "object": "balance_transaction", "amount": 0, "net": 0, "fee": 0, "currency": "eur", "created": 1772755200, "type": "payout_minimum_balance_hold", "source": "po_1"}"#;
    // Fetched by the payout: together they are nothing.
    let report = reads(&format!(r#"{{"object": "list", "data": [{payout}, {minimum}, {BALANCE}]}}"#));
    let named: Vec<_> = report.transactions.iter().map(payouts).collect();
    assert_eq!(named, [["po_1"], ["po_1"], ["po_1"]]);
    assert_eq!(report.transactions[1].kind, TransactionKind::Internal);
    // Another list of balance transactions is not.
    let report = reads(&format!("[{}, {BALANCE}]", payout.replace("11622", "11600")));
    assert_eq!(payouts(&report.transactions[1]), [""; 0]);
    // Its address says it, at the top and inside.
    let list = format!(
        r#"{{"object": "list", "url": "/v1/balance_transactions?limit=100&payout=po_7", "data": [{BALANCE}], "has_more": true}}"#
    );
    for text in [list.clone(), format!("[{list}]")] {
        assert_eq!(payouts(&reads(&text).transactions[0]), ["po_7"], "{text}");
    }
    // Or it says it itself; the charge beside it takes it over.
    let named = BALANCE.replacen("\"amount\"", r#""payout": "po_3", "amount""#, 1);
    let report = reads(&format!("[{}, {named}]", charge("\"txn_1\"", "")));
    assert_eq!((report.transactions.len(), payouts(&report.transactions[0])), (1, vec!["po_3"]));
}

#[test]
fn an_event_of_a_connected_account_is_of_that_account() {
    let event = format!(
        r#"{{"object": "event", "account": "acct_9", "created": 1, "type": "refund.created", "data": {{"object": {REFUND}}}}}"#
    );
    assert_eq!(only(&event).account.as_deref(), Some("acct_9"));
    assert_eq!(only(REFUND).account.as_deref(), Some("stripe"));
}

#[test]
fn the_balance_as_it_is() {
    let report = reads(
        r#"{"object": "balance", "available": [{"amount": 500, "currency": "usd"}], "pending": [{"amount": 7, "currency": "jpy"}], "issuing": {"available": [{"amount": 1, "currency": "usd"}]}}"#,
    );
    let said: Vec<String> = report.balances.iter().map(|one| one.amount.to_string()).collect();
    assert_eq!(said, ["5.00 USD", "7 JPY", "0.01 USD"]);
}

#[test]
fn an_old_dispute_names_one_movement() {
    let row = only(
        r#"{"id": "dp_1", "object": "dispute", "amount": 500, "balance_transaction": "txn_d", "charge": "ch_1", "created": 1772582400, "currency": "eur", "status": "lost"}"#,
    );
    assert_eq!((row.id.as_str(), row.amount.minor(), row.kind), ("txn_d", -500, TransactionKind::Dispute));
    assert_eq!(row.reverses.as_deref(), Some("ch_1"));
}
