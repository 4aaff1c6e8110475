//! One entry of an account as several formats tell it: camt.052, 053 and 054, MT940, CSV. It counts once, and two equal
//! payments stay two.

use payymo::format::{ReadOptions, read};
use payymo::linking::{Linked, Why, duplicates};
use payymo::model::{ReferenceKind, Transaction};

const ACCOUNT: &str = "DE89370400440532013000";

fn rows(text: &str) -> Vec<Transaction> {
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert!(!report.transactions.is_empty());
    report.transactions
}

/// What is known in every order of the inputs: the ids that stay must be the same in each.
fn linked(inputs: &[&str]) -> Linked {
    let read: Vec<Vec<Transaction>> = inputs.iter().map(|text| rows(text)).collect();
    let total: usize = read.iter().map(Vec::len).sum();
    let all = duplicates(read.clone());
    assert_eq!(all.transactions.len() + all.copies.len() + all.errors.len(), total, "nothing is lost");
    assert!(all.errors.is_empty(), "{:?}", all.errors);
    let mut order: Vec<usize> = (0..read.len()).collect();
    for _ in 0..read.len() {
        order.rotate_left(1);
        for turned in [order.clone(), order.iter().rev().copied().collect()] {
            let again = duplicates(turned.iter().map(|at| read[*at].clone()).collect());
            assert_eq!(ids(&again), ids(&all), "{turned:?}");
            assert_eq!(again.batches.len(), all.batches.len(), "{turned:?}");
        }
    }
    all
}

fn ids(linked: &Linked) -> Vec<&str> {
    let mut ids: Vec<&str> = linked.transactions.iter().map(|row| row.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

fn sources(linked: &Linked) -> Vec<&str> {
    let mut all: Vec<&str> = linked.transactions.iter().map(|row| row.source.as_ref()).collect();
    all.sort_unstable();
    all
}

fn why(linked: &Linked) -> Vec<Why> {
    linked.copies.iter().map(|copy| copy.why).collect()
}

/// A camt message: `052`, `053` or `054`, with these entries.
fn camt(message: &str, entries: &str) -> String {
    let (body, part) = match message {
        "052" => ("BkToCstmrAcctRpt", "Rpt"),
        "053" => ("BkToCstmrStmt", "Stmt"),
        _ => ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    };
    format!(
        r#"<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.{message}.001.08"><{body}>
        <GrpHdr><MsgId>M</MsgId></GrpHdr><{part}><Id>{message}-1</Id><CreDtTm>2026-03-04T12:00:00</CreDtTm>
        <Acct><Id><IBAN>{ACCOUNT}</IBAN></Id><Ccy>EUR</Ccy></Acct>{entries}</{part}></{body}></Document>"#
    )
}

/// An entry with a bank's reference and details.
fn entry(amount: &str, bank: &str, details: &str) -> String {
    let reference =
        if bank.is_empty() { String::new() } else { format!("<AcctSvcrRef>{bank}</AcctSvcrRef>") };
    format!(
        r#"<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>2026-03-04</Dt></BookgDt><ValDt><Dt>2026-03-04</Dt></ValDt>{reference}
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls>{details}</NtryDtls></Ntry>"#
    )
}

/// The details of one payment.
fn details(amount: &str, end_to_end: &str, name: &str, text: &str) -> String {
    let refs = match end_to_end {
        "" => String::new(),
        id => format!("<Refs><EndToEndId>{id}</EndToEndId></Refs>"),
    };
    format!(
        r#"<TxDtls>{refs}<Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <RltdPties><Dbtr><Pty><Nm>{name}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>"#
    )
}

fn mt940(entries: &str) -> String {
    format!(
        ":20:START\r\n:25:37040044/532013000\r\n:28C:1/1\r\n:60F:C260303EUR1000,00\r\n{entries}:62F:C260304EUR5000,00\r\n-\r\n"
    )
}

#[test]
fn a_report_a_statement_and_a_notification_tell_of_one_entry() {
    // The report has no reference of the bank, the notification one of its own and the payer's text.
    let report = camt("052", &entry("120.00", "", &details("120.00", "E2E-1042", "Ann Lee", "")));
    let statement = camt("053", &entry("120.00", "BANK-77", &details("120.00", "E2E-1042", "", "")));
    let notice =
        camt("054", &entry("120.00", "NOTE-5", &details("120.00", "E2E-1042", "Ann Lee", "Invoice 1042")));
    let linked = linked(&[&report, &statement, &notice]);
    assert_eq!((sources(&linked), why(&linked)), (vec!["camt053"], vec![Why::OneEvent; 2]));
    let row = &linked.transactions[0];
    assert_eq!(row.counterparty.name.as_deref(), Some("Ann Lee"), "what the others know is kept");
    assert_eq!(row.remittance, "Invoice 1042");
}

#[test]
fn the_banks_reference_is_one_entry_whatever_the_texts() {
    let report = camt("052", &entry("50.00", "BANK-77", &details("50.00", "", "A. Lee", "")));
    let statement = camt("053", &entry("50.00", "BANK-77", &details("50.00", "E2E-1", "Ann Lee", "Inv 7")));
    let linked = linked(&[&report, &statement]);
    assert_eq!((sources(&linked), why(&linked)), (vec!["camt053"], vec![Why::OneEvent]));
}

#[test]
fn two_equal_payments_stay_two() {
    let one = |reference: &str| entry("9.99", reference, &details("9.99", "SUB", "Ann Lee", "monthly"));
    let two = |message: &str, references: [&str; 2]| camt(message, &references.map(one).concat());
    let texts = [two("052", ["", ""]), two("053", ["BANK-1", "BANK-2"]), two("054", ["NOTE-1", "NOTE-2"])];
    let linked = linked(&[&texts[0], &texts[1], &texts[2]]);
    assert_eq!((sources(&linked), why(&linked).len()), (vec!["camt053"; 2], 4));
    // Two here and one there: which of them it is nobody knows.
    let single = camt("052", &one(""));
    assert_eq!(duplicates(vec![rows(&single), rows(&texts[1])]).transactions.len(), 3);
}

#[test]
fn amount_and_day_alone_are_not_enough() {
    let row = |message: &str, end_to_end: &str, name: &str, text: &str| {
        camt(message, &entry("9.99", message, &details("9.99", end_to_end, name, text)))
    };
    for (one, other) in [
        (("", "Ann Lee", ""), ("", "Ann Lee", "")),
        (("", "Ann Lee", "one"), ("", "Ann Lee", "two")),
        (("", "Ann Lee", "text"), ("", "Bo Ek", "text")),
        (("E2E-1", "Ann Lee", "text"), ("E2E-2", "Ann Lee", "text")),
        (("NOTPROVIDED", "Ann Lee", ""), ("NOTPROVIDED", "Ann Lee", "")),
    ] {
        let texts = [row("052", one.0, one.1, one.2), row("053", other.0, other.1, other.2)];
        assert_eq!(linked(&[&texts[0], &texts[1]]).transactions.len(), 2, "{one:?} {other:?}");
    }
    let texts = [row("052", "", "Ann Lee", "Invoice 7"), row("053", "", "ANN LEE", "invoice  7")];
    assert_eq!(linked(&[&texts[0], &texts[1]]).transactions.len(), 1, "name and text");
}

#[test]
fn the_payments_of_a_batch_stand_for_its_sum() {
    let sum = entry("300.00", "BANK-9", "<Btch><NbOfTxs>2</NbOfTxs></Btch>");
    let parts = entry(
        "300.00",
        "BANK-9",
        &(details("100.00", "E2E-1", "Ann Lee", "Inv 1") + &details("200.00", "E2E-2", "Bo Ek", "Inv 2")),
    );
    for [whole, single] in [["053", "054"], ["054", "053"], ["052", "053"]] {
        let linked = linked(&[&camt(whole, &sum), &camt(single, &parts)]);
        assert_eq!(why(&linked), [Why::Parts], "{whole} {single}");
        let mut amounts: Vec<i64> = linked.transactions.iter().map(|row| row.amount.minor()).collect();
        amounts.sort_unstable();
        assert_eq!(amounts, [10_000, 20_000]);
        let batch = &linked.batches[0];
        assert_eq!((batch.sum.id.as_str(), batch.parts.len()), ("DE89370400440532013000:BANK-9", 2));
    }
    // All three: the payments of two sources are the same payments.
    let linked = linked(&[&camt("052", &parts), &camt("053", &sum), &camt("054", &parts)]);
    assert_eq!((linked.transactions.len(), linked.batches[0].parts.len()), (2, 2));
    // Payments that do not make the sum, or are counted otherwise, are other money.
    let less = entry("299.00", "BANK-9", "<Btch><NbOfTxs>2</NbOfTxs></Btch>");
    let three = entry("300.00", "BANK-9", "<Btch><NbOfTxs>3</NbOfTxs></Btch>");
    let unknown = entry("300.00", "BANK-8", "<Btch><NbOfTxs>2</NbOfTxs></Btch>");
    for other in [less, three, unknown] {
        assert_eq!(linked_rows(&camt("053", &other), &camt("054", &parts)), 3);
    }
}

fn linked_rows(one: &str, other: &str) -> usize {
    linked(&[one, other]).transactions.len()
}

#[test]
fn a_statement_of_swift_and_one_of_camt_tell_of_one_entry() {
    let statement =
        camt("053", &entry("120.00", "BANK-77", &details("120.00", "E2E-1042", "Ann Lee", "Inv 1042")));
    // By the end-to-end id in structured details, the bank's reference, or a long id that the line cut off.
    let structured = mt940(
        ":61:2603040304C120,00NTRFNONREF\r\n:86:166?00GUTSCHRIFT?20EREF+E2E-1042?21SVWZ+Inv 1042?32Ann Lee\r\n",
    );
    let by_bank = mt940(":61:2603040304C120,00NTRFINSTR-1//BANK-77\r\n:86:Ann Lee\r\n");
    for other in [structured, by_bank] {
        let linked = linked(&[&other, &statement]);
        assert_eq!((sources(&linked), why(&linked)), (vec!["camt053"], vec![Why::OneEvent]), "{other}");
    }
    let long = "ABCDEFGH-2026-000001042";
    let statement = camt("053", &entry("120.00", "X", &details("120.00", long, "Ann Lee", "Inv 1042")));
    let cut = mt940(&format!(":61:2603040304C120,00NTRF{}\r\n:86:Lee\r\n", &long[..16]));
    assert_eq!(linked(&[&cut, &statement]).transactions.len(), 1);
    let other = mt940(":61:2603040304C120,00NTRFABCDEFGH-2027-00\r\n:86:Lee\r\n");
    assert_eq!(linked(&[&other, &statement]).transactions.len(), 2);
}

#[test]
fn a_pending_row_of_a_report_becomes_the_booked_one_of_the_statement() {
    let pending = entry("50.00", "BANK-77", &details("50.00", "", "CARD 1234", ""))
        .replace("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>")
        .replace("2026-03-04", "2026-03-02");
    let booked = entry("50.00", "BANK-77", &details("50.00", "", "Ann Lee", "Inv 7"));
    let texts = [camt("052", &pending), camt("053", &booked), camt("054", &booked)];
    let linked = linked(&[&texts[0], &texts[1], &texts[2]]);
    assert_eq!(linked.transactions.len(), 1);
    let mut all = why(&linked);
    all.sort_unstable();
    assert_eq!(all, [Why::Repeated, Why::BookedByReference]);
}

#[test]
fn a_returned_debit_names_the_payment_that_came_back() {
    let collected = entry("80.00", "BANK-1", &details("80.00", "E2E-80", "Ann Lee", "Inv 80"));
    let back = entry("80.00", "BANK-2", &details("80.00", "E2E-80", "Ann Lee", "Inv 80"))
        .replace("CRDT", "DBIT")
        .replace("<RmtInf>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf><RmtInf>")
        .replace("2026-03-04", "2026-03-09");
    let texts = [camt("053", &(collected.clone() + &back)), camt("052", &collected.replace("BANK-1", ""))];
    let linked = linked(&[&texts[1], &texts[0]]);
    assert_eq!(linked.transactions.len(), 2);
    let find = |minor: i64| linked.transactions.iter().find(|row| row.amount.minor() == minor).unwrap();
    assert_eq!(find(-8_000).reverses.as_deref(), Some(find(8_000).id.as_str()));
    assert!(find(8_000).references.iter().any(|one| one.kind == ReferenceKind::EndToEnd));
    assert_eq!(find(8_000).reverses, None);
}
