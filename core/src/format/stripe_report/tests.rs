//! Reports as they are downloaded: made up rows under published headers.

use crate::error::{Code, Error};
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report, detect};
use crate::linking::duplicates;
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};
use proptest::prelude::*;

const ITEMIZED: &str = "balance_transaction_id,created_utc,created,available_on,currency,gross,fee,net,reporting_category,source_id,description,customer_facing_amount,customer_facing_currency,automatic_payout_id,customer_id,customer_email,customer_name,charge_id,payment_intent_id,invoice_id,invoice_number,payment_method_type,dispute_reason,payment_metadata[order]
txn_1,2026-03-04 00:00:00,2026-03-04 01:00:00,2026-03-06 00:00:00,eur,120.00,3.78,116.22,charge,ch_1,Invoice  1042,130.00,usd,po_1,cus_1,ann@example.com,Ann Lee,ch_1,pi_1,in_1,A-0001,card,,77
txn_2,2026-03-05 00:00:00,2026-03-05 01:00:00,2026-03-06 00:00:00,eur,-20.00,0.00,-20.00,refund,re_1,REFUND,20.00,eur,po_1,cus_1,,,ch_1,pi_1,,,card,,
txn_3,2026-03-05 00:00:00,2026-03-05 01:00:00,2026-03-06 00:00:00,eur,-50.00,15.00,-65.00,dispute,dp_1,Chargeback,,,po_1,,,,ch_2,pi_2,,,,fraudulent,
txn_4,2026-03-05 00:00:00,2026-03-05 01:00:00,2026-03-06 00:00:00,eur,-1.22,0.00,-1.22,fee,,Radar,,,po_1,,,,,,,,,,
txn_5,2026-03-06 00:00:00,2026-03-06 01:00:00,2026-03-06 00:00:00,eur,-30.00,0.00,-30.00,payout,po_1,STRIPE PAYOUT,,,po_1,,,,,,,,,,
";

const HISTORY: &str = "id,Type,Source,Amount,Fee,Destination Platform Fee,Destination Platform Fee Currency,Net,Currency,Created (UTC),Available On (UTC),Description,Customer Facing Amount,Customer Facing Currency,Transfer,Transfer Date (UTC),Transfer Group,order (metadata)
txn_1,charge,ch_1,120.00,3.78,,,116.22,eur,2026-03-04 00:00,2026-03-06 00:00,Invoice 1042,120.00,eur,po_1,2026-03-06 00:00,,77
txn_6,payout_failure,po_0,\"1,030.00\",0.00,,,\"1,030.00\",eur,2026-03-05 00:00,2026-03-05 00:00,PAYOUT FAILED,,,,,,
txn_7,adjustment,dp_2,65.00,-15.00,,,80.00,eur,2026-03-05 00:00,2026-03-05 00:00,Chargeback reversal,,,,,,
";

const PAYMENTS: &str = "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Fee,Taxes On Fee,Status,Description,Customer ID,Customer Email,Card Name,PaymentIntent ID,Payment Source Type,Invoice ID,Transfer
ch_1,2026-03-04 00:00:00,120.00,0.00,eur,true,120.00,0.00,eur,3.78,0.60,Paid,Invoice 1042,cus_1,ann@example.com,Ann Lee,pi_1,card,in_1,po_1
ch_3,2026-03-04 00:00:00,50.00,50.00,usd,true,46.00,46.00,eur,1.80,0.00,Refunded,,,,,pi_3,card,,
ch_4,2026-03-04 00:00:00,50.00,0.00,usd,false,,,,0.00,0.00,Failed,,,,,pi_4,card,,
py_5,2026-03-04 00:00:00,7000,0,jpy,true,,,,0,0,Pending,,,,,pi_5,sepa_debit,,
";

const PAYOUTS: &str = "id,Amount,Created (UTC),Currency,Automatic,Arrival Date (UTC),Source Type,Destination,Status,Type,Method,Description,Balance Transaction,Failure Balance Transaction,Failure Message,Failure Code,Statement Descriptor,Trace ID,Trace ID Status
po_1,3930.14,2026-07-10 00:18,usd,true,2026-07-13 00:00,card,ba_1,paid,bank_account,standard,STRIPE PAYOUT,txn_a,,,,,091000010212946,supported
po_2,10.00,2026-07-11 00:18,usd,true,2026-07-14 00:00,card,ba_1,failed,bank_account,standard,STRIPE PAYOUT,txn_b,txn_c,,account_closed,,,
po_3,10.00,2026-07-12 00:18,usd,true,2026-07-15 00:00,card,ba_1,in_transit,bank_account,standard,STRIPE PAYOUT,txn_d,,,,,,
";

fn read(text: &str, options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::StripeReport, text.as_bytes(), options)
}

fn reads(text: &str) -> Report {
    let report = read(text, &ReadOptions::default()).unwrap();
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(detect(text.as_bytes()).unwrap().format, Format::StripeReport);
    report
}

fn ids(report: &Report) -> Vec<(&str, String)> {
    report.transactions.iter().map(|row| (row.id.as_str(), row.amount.to_string())).collect()
}

fn references(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

#[test]
fn an_itemized_report() {
    let report = reads(ITEMIZED);
    assert_eq!(
        ids(&report),
        [
            ("ch_1", "116.22 EUR".to_owned()),
            ("re_1", "-20.00 EUR".to_owned()),
            ("txn_3", "-65.00 EUR".to_owned()),
            ("txn_4", "-1.22 EUR".to_owned()),
            ("po_1", "-30.00 EUR".to_owned())
        ]
    );
    let [charge, refund, dispute, fee, payout] = report.transactions.as_slice() else { panic!() };
    assert_eq!((charge.source.as_ref(), charge.account.as_deref()), ("stripe", Some("stripe")));
    assert_eq!((charge.fees[0].amount.minor(), charge.kind), (378, TransactionKind::Card));
    assert_eq!(
        (charge.booked_on.to_string(), charge.value_on.unwrap().to_string()),
        ("2026-03-04".into(), "2026-03-06".into())
    );
    assert_eq!(charge.original.as_ref().unwrap().amount.to_string(), "130.00 USD");
    assert_eq!(charge.counterparty.name.as_deref(), Some("Ann Lee"));
    assert_eq!((charge.remittance.as_str(), charge.metadata["order"].as_str()), ("Invoice 1042", "77"));
    assert_eq!(references(charge, ReferenceKind::Payment), ["ch_1", "pi_1"]);
    assert_eq!(references(charge, ReferenceKind::Invoice), ["in_1", "A-0001"]);
    assert_eq!(references(charge, ReferenceKind::Payout), ["po_1"]);
    assert_eq!(refund.returned.as_ref().unwrap().originals, ["ch_1", "pi_1"]);
    assert_eq!((refund.reverses.as_deref(), refund.original.is_none()), (Some("ch_1"), true));
    let returned = dispute.returned.as_ref().unwrap();
    assert_eq!((returned.stage, returned.reason.as_deref()), (ReturnStage::Chargeback, Some("fraudulent")));
    assert_eq!((dispute.fees[0].amount.minor(), dispute.gross().unwrap().minor()), (1500, -5000));
    assert_eq!(fee.kind, TransactionKind::Fee);
    assert_eq!(
        (payout.kind, references(payout, ReferenceKind::Payout)),
        (TransactionKind::Payout, vec!["po_1"])
    );
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
}

#[test]
fn a_report_and_the_api_tell_of_one_payment() {
    let api = r#"[{"id": "txn_1", "object": "balance_transaction", "amount": 12000, "net": 11622, "fee": 378, "currency": "eur", "created": 1772582400, "type": "charge", "reporting_category": "charge", "source": "ch_1"},
        {"id": "re_1", "object": "refund", "amount": 2000, "currency": "eur", "created": 1772668800, "status": "succeeded", "charge": "ch_1", "payment_intent": "pi_1"}]"#;
    let api = crate::format::read(api.as_bytes(), &ReadOptions::default()).unwrap().transactions;
    for report in [ITEMIZED, HISTORY, PAYMENTS] {
        let rows = reads(report).transactions;
        let count = rows.len();
        let mut known: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
        known.extend(api.iter().map(|row| row.id.clone()));
        known.sort_unstable();
        known.dedup();
        let linked = duplicates(vec![rows, api.clone()]);
        assert!(linked.errors.is_empty(), "{:?}", linked.errors);
        assert_eq!(linked.transactions.len(), known.len(), "{count}");
        let charge = linked.transactions.iter().find(|row| row.id == "ch_1").unwrap();
        assert_eq!((charge.amount.minor(), charge.gross().unwrap().minor()), (11622, 12000));
    }
}

#[test]
fn a_movement_without_a_type_has_no_code_of_a_bank() {
    let report = read(&ITEMIZED.replace(",charge,ch_1,", ",,ch_1,"), &ReadOptions::default()).unwrap();
    assert_eq!(report.transactions[0].bank_code, None);
}

#[test]
fn the_balance_history() {
    let report = reads(HISTORY);
    assert_eq!(
        ids(&report),
        [("ch_1", "116.22 EUR".into()), ("txn_6", "1030.00 EUR".into()), ("txn_7", "80.00 EUR".into())]
    );
    let [charge, failed, won] = report.transactions.as_slice() else { panic!() };
    assert_eq!(references(charge, ReferenceKind::Payout), ["po_1"]);
    assert_eq!(charge.metadata["order"], "77");
    assert_eq!((failed.kind, failed.reverses.as_deref()), (TransactionKind::Payout, Some("po_0")));
    assert_eq!(won.returned.as_ref().unwrap().stage, ReturnStage::Won);
}

#[test]
fn an_export_of_payments() {
    let report = reads(PAYMENTS);
    assert_eq!(
        ids(&report),
        [("ch_1", "116.22 EUR".into()), ("ch_3", "44.20 EUR".into()), ("py_5", "7000 JPY".into())]
    );
    let [_, refunded, pending] = report.transactions.as_slice() else { panic!() };
    assert_eq!(refunded.original.as_ref().unwrap().amount.to_string(), "50.00 USD");
    assert_eq!((pending.status, pending.kind), (Status::Pending, TransactionKind::DirectDebit));
    let said: Vec<Code> = report.warnings.iter().map(Error::code).collect();
    assert_eq!(said, [Code::StripeReportLeftOut, Code::StripeReportIncomplete]);
    let unknown = PAYMENTS.replace("false,,,,0.00,0.00,Failed", "false,,,,0.00,0.00,Odd");
    let report = read(&unknown, &ReadOptions::default()).unwrap();
    assert_eq!((report.transactions.len(), report.errors[0].code()), (3, Code::StripeReportBadRow));
}

#[test]
fn an_export_of_payouts() {
    let report = reads(PAYOUTS);
    assert_eq!(
        ids(&report),
        [
            ("po_1", "-3930.14 USD".to_owned()),
            ("po_2", "-10.00 USD".to_owned()),
            ("txn_c", "10.00 USD".to_owned()),
            ("po_3", "-10.00 USD".to_owned())
        ]
    );
    assert_eq!(references(&report.transactions[0], ReferenceKind::Bank), ["091000010212946", "txn_a"]);
    assert_eq!(report.transactions[0].value_on.unwrap().to_string(), "2026-07-13");
    assert_eq!(report.transactions[2].reverses.as_deref(), Some("po_2"));
    assert_eq!(report.transactions[3].status, Status::Pending);
    let itemized = "payout_id,effective_at_utc,currency,balance_transaction_id,gross,fee,net,reporting_category,description,payout_expected_arrival_date,payout_status,payout_reversed_at,payout_type,trace_id\npo_1,2026-07-10 00:18:00,usd,txn_a,-3930.14,0.00,-3930.14,payout,STRIPE PAYOUT,2026-07-13,paid,,bank_account,0910\npo_2,2026-07-11 00:18:00,usd,txn_c,10.00,0.00,10.00,payout_reversal,STRIPE PAYOUT,2026-07-13,failed,,bank_account,\n";
    let report = reads(itemized);
    assert_eq!(ids(&report), [("po_1", "-3930.14 USD".into()), ("txn_c", "10.00 USD".into())]);
    assert_eq!(report.transactions[1].reverses.as_deref(), Some("po_2"));
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
}

#[test]
fn a_summary_says_what_to_download() {
    for text in [
        "reporting_category,currency,count,gross,fee,net\ncharge,usd,3,10.00,1.00,9.00\n",
        "category,description,net_amount,currency\nstarting_balance,Starting balance (2026-03-01),1.00,usd\n",
    ] {
        assert_eq!(detect(text.as_bytes()).unwrap().format, Format::StripeReport);
        let error = read(text, &ReadOptions::default()).unwrap_err();
        assert_eq!(error.code(), Code::StripeReportSummary);
        assert!(error.message().contains("itemized"), "{}", error.message());
    }
}

#[test]
fn what_a_report_leaves_out() {
    // A refund without the id of its source.
    let text = "balance_transaction_id,created,currency,net,fee,reporting_category,charge_id\ntxn_1,2026-03-04 00:00:00,eur,-2.00,0.00,refund,ch_1\ntxn_2,2026-03-04 00:00:00,eur,9.00,1.00,charge,ch_1\n";
    let report = reads(text);
    assert_eq!(ids(&report), [("txn_1", "-2.00 EUR".into()), ("ch_1", "9.00 EUR".into())]);
    assert_eq!(report.transactions[0].reverses.as_deref(), Some("ch_1"));
    assert_eq!(report.transactions[1].fees[0].amount.minor(), 100);
    assert_eq!(report.warnings[0].code(), Code::StripeReportIncomplete);
    let gross_alone = "balance_transaction_id,created,currency,gross,reporting_category\ntxn_1,2026-03-04 00:00:00,eur,1.00,fee\n";
    assert_eq!(
        read(gross_alone, &ReadOptions::default()).unwrap().errors[0].code(),
        Code::StripeReportBadAmount
    );
    assert!(reads("balance_transaction_id,created,currency,net,reporting_category\n").says_empty);
}

#[test]
fn instants_are_moved_to_the_offset_as_the_api_s_are() {
    let mut options = ReadOptions::default();
    options.utc_offset_minutes = -60;
    for text in [ITEMIZED, HISTORY] {
        assert_eq!(read(text, &options).unwrap().transactions[0].booked_on.to_string(), "2026-03-03");
    }
    // In the time zone of the report already.
    let local = ITEMIZED.replace("created_utc", "something");
    assert_eq!(read(&local, &options).unwrap().transactions[0].booked_on.to_string(), "2026-03-04");
}

#[test]
fn a_decimal_comma_shows_in_all_rows() {
    let text = "balance_transaction_id;created;currency;gross;fee;net;reporting_category;source_id\ntxn_1;2026-03-04 00:00:00;kwd;5,124;0,000;5,124;charge;ch_1\ntxn_2;2026-03-04 00:00:00;eur;1,20;0,10;1,10;charge;ch_2\n";
    assert_eq!(ids(&reads(text)), [("ch_1", "5.124 KWD".into()), ("ch_2", "1.10 EUR".into())]);
    // Three decimals are no thousands where nothing else is said.
    let text = text.replace(',', ".").replace("1.20;0.10;1.10", "1;0;1");
    assert_eq!(ids(&reads(&text))[0].1, "5.124 KWD");
}

#[test]
fn a_bad_row_costs_itself() {
    let text = ITEMIZED
        .replace("120.00,3.78", "abc,3.78")
        .replace("-20.00,0.00,-20.00", "-20.00,0.00,-21.00")
        .replace("txn_3,2026-03-05", "txn_3,2026-33-05")
        .replace("00:00,eur,-1.22", "00:00,xx,-1.22");
    let report = read(&text, &ReadOptions::default()).unwrap();
    let codes: Vec<Code> = report.errors.iter().map(Error::code).collect();
    assert_eq!(
        codes,
        [
            Code::StripeReportBadAmount,
            Code::StripeReportBadAmount,
            Code::StripeReportBadDate,
            Code::StripeReportBadRow
        ]
    );
    assert_eq!((report.transactions.len(), report.records, report.refused), (1, 5, 4));
    assert_eq!(report.errors[1].place().line, Some(3));
}

proptest! {
    #[test]
    fn no_bytes_panic(which in 0_usize..4, at in 0_usize..2000, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..2500) {
        let mut bytes = [ITEMIZED, HISTORY, PAYMENTS, PAYOUTS][which].as_bytes().to_vec();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read_as(Format::StripeReport, &bytes, &ReadOptions::default());
        let _ = read_as(Format::StripeReport, &bytes[..cut.min(bytes.len())], &ReadOptions::default());
    }
}
