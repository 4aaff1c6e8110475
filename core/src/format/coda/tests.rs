//! Statements written here from the documentation: no real file was at hand.

use crate::error::{Code, Error};
use crate::format::testing::read_as;
use crate::format::{BalanceKind, Format, Proof, ReadOptions, Report, detect};
use crate::model::{ReferenceKind, ReturnStage, Transaction, TransactionKind};
use proptest::prelude::*;

/// A line of 128 columns with texts at some of them, counted from 0.
fn line(parts: &[(usize, &str)]) -> String {
    let mut columns = vec![' '; 128];
    for (at, text) in parts {
        for (place, letter) in columns.iter_mut().skip(*at).zip(text.chars()) {
            *place = letter;
        }
    }
    columns.into_iter().chain(['\n']).collect()
}

fn header() -> String {
    line(&[
        (0, "0000004032672505"),
        (24, "FILEREF001"),
        (34, "NOVAWARE"),
        (60, "GEBABEBB"),
        (83, "00000"),
        (127, "2"),
    ])
}

fn old(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "1" } else { "0" };
    let digits = format!("{:015}", thousandths.abs());
    let account = "BE68539007547034                  EUR";
    line(&[
        (0, "12061"),
        (5, account),
        (42, sign),
        (43, &digits),
        (58, "030326"),
        (64, "NOVAWARE"),
        (90, "CURRENT"),
        (125, "061"),
    ])
}

fn new(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "1" } else { "0" };
    let digits = format!("{:015}", thousandths.abs());
    line(&[
        (0, "8061BE68539007547034                  EUR"),
        (41, sign),
        (42, &digits),
        (57, "040326"),
        (127, "0"),
    ])
}

fn trailer(records: usize, debits: i64, credits: i64) -> String {
    let [debits, credits] = [debits, credits].map(|sum| format!("{sum:015}"));
    line(&[(0, "9"), (16, &format!("{records:06}")), (22, &debits), (37, &credits), (127, "2")])
}

/// A movement's first line: sequence and detail, thousandths, code, communication with its type.
fn first(number: &str, thousandths: i64, code: &str, communication: &str) -> String {
    let sign = if thousandths < 0 { "1" } else { "0" };
    let digits = format!("{:015}", thousandths.abs());
    line(&[
        (0, "21"),
        (2, number),
        (10, "BANKREF0001"),
        (31, sign),
        (32, &digits),
        (47, "050326"),
        (53, code),
        (61, communication),
        (115, "040326"),
        (121, "0610"),
        (125, "0 0"),
    ])
}

/// A statement around movements whose balance moves by so much.
fn around(movements: &str, moved: i64) -> String {
    format!("{}{}{movements}{}", header(), old(1_000_000), new(1_000_000 + moved))
}

fn read(bytes: &[u8]) -> Result<Report, Error> {
    read_as(Format::Coda, bytes, &ReadOptions::default())
}

fn of(text: &str) -> Report {
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

fn rows(movements: &str, moved: i64) -> Vec<Transaction> {
    let report = of(&around(movements, moved));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(report.statements[0].proof, Proof::Holds);
    report.transactions
}

fn one(movement: &str, moved: i64) -> Transaction {
    let rows = rows(movement, moved);
    assert_eq!(rows.len(), 1);
    rows.into_iter().next().unwrap()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

fn said(report: &Report, code: Code) -> usize {
    report.warnings.iter().filter(|one| one.code() == code).count()
}

fn whole() -> String {
    let second = line(&[(0, "2200010000"), (63, "E2E-42"), (98, "KREDBEBB"), (125, "1 0")]);
    let third = line(&[
        (0, "2300010000"),
        (10, "BE68539007547034                  EUR"),
        (47, "BAKKER PIET BV"),
        (125, "0 1"),
    ]);
    let info = line(&[
        (0, "3100010001BANKREF0001"),
        (31, "00150000"),
        (39, "1001BAKKER PIET BV ANTWERPEN"),
        (125, "1 0"),
    ]);
    let address = line(&[(0, "3200010001HOOGSTRAAT 1"), (125, "0 0")]);
    let movement = format!(
        "{}{second}{third}{info}{address}",
        first("00010000", 121_000, "00150000", "1101090933755493")
    );
    let charge = first("00020000", -2_500, "08035000", "0COSTS");
    let message = line(&[(0, "4 00020001"), (32, "A WORD FROM THE BANK"), (127, "0")]);
    format!(
        "{}{}{movement}{charge}{}{message}{}",
        header(),
        old(1_000_000),
        new(1_118_500),
        trailer(8, 2_500, 121_000)
    )
}

#[test]
fn a_whole_statement() {
    let report = of(&whole());
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!((report.warnings.len(), said(&report, Code::CodaLeftOut)), (1, 1), "{:?}", report.warnings);
    let row = &report.transactions[0];
    assert_eq!((row.amount.to_string(), row.kind), ("121.00 EUR".to_owned(), TransactionKind::Transfer));
    assert_eq!(
        (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
        ("2026-03-04".to_owned(), "2026-03-05".to_owned())
    );
    assert_eq!(
        (row.account.as_deref(), row.id.as_str()),
        (Some("BE68539007547034"), "BE68539007547034:BANKREF0001")
    );
    assert_eq!(values(row, ReferenceKind::Creditor), ["+++090/9337/55493+++"]);
    assert_eq!(values(row, ReferenceKind::EndToEnd), ["E2E-42"]);
    let side = &row.counterparty;
    assert_eq!(
        (side.name.as_deref(), side.bic.as_deref()),
        (Some("BAKKER PIET BV ANTWERPEN"), Some("KREDBEBB"))
    );
    assert_eq!(side.iban.as_deref(), Some("BE68539007547034"));
    let charge = &report.transactions[1];
    assert_eq!(
        (charge.amount.minor(), charge.kind, charge.remittance.as_str()),
        (-250, TransactionKind::Fee, "COSTS")
    );
    let statement = &report.statements[0];
    assert_eq!(
        (statement.proof, statement.entries, statement.number.as_deref()),
        (Proof::Holds, 2, Some("061"))
    );
    let kinds: Vec<_> = report.balances.iter().map(|known| (known.kind, known.amount.minor())).collect();
    assert_eq!(kinds, [(BalanceKind::Opening, 100_000), (BalanceKind::Closing, 111_850)]);
    assert_eq!(report.accounts[0].owner.as_deref(), Some("NOVAWARE"));
    assert_eq!(report.places.transactions[1].field.to_string(), "statement[1]/21[2]");
    assert_eq!(detect(whole().as_bytes()).unwrap().format, Format::Coda);
    let trimmed: String = whole().lines().map(|line| format!("{}\r\n", line.trim_end())).collect();
    assert_eq!(of(&trimmed).transactions, report.transactions);
}

#[test]
fn details_are_not_booked_twice() {
    let total = first("00010000", 300_000, "10107000", "0SALARIES");
    let details = [(1, 100_000), (2, 200_000)]
        .map(|(at, amount)| first(&format!("0001000{at}"), amount, "50107000", &format!("0PART {at}")));
    let paid = rows(&format!("{total}{}", details.concat()), 300_000);
    let seen: Vec<_> =
        paid.iter().map(|row| (row.amount.minor(), row.remittance.as_str(), row.id.as_str())).collect();
    let id = "BE68539007547034:BANKREF0001";
    assert_eq!(
        seen,
        [(10_000, "PART 1", format!("{id}/1").as_str()), (20_000, "PART 2", format!("{id}/2").as_str())]
    );
    assert_eq!(paid[0].batch.as_ref().unwrap().count, Some(2));
    // Details that do not make the total, or cannot be read: the total is the row.
    let report = of(&around(&format!("{total}{}", details[0]), 300_000));
    assert_eq!((report.transactions.len(), report.transactions[0].amount.minor()), (1, 30_000));
    assert_eq!((said(&report, Code::CodaDetails), report.statements[0].proof), (1, Proof::Holds));
    let broken = details[1].replace("000000000200000", "0000000002x0000");
    let report = of(&around(&format!("{total}{}{broken}", details[0]), 300_000));
    assert_eq!((report.transactions.len(), said(&report, Code::CodaDetails)), (1, 1));
    assert!(one(&total, 300_000).batch.is_some());
}

#[test]
fn costs_are_fees() {
    let net = first("00010000", 95_000, "34150000", "0ABROAD");
    let gross = first("00010001", 100_000, "84150100", "0");
    let costs = first("00010002", -5_000, "84137013", "0");
    let row = one(&format!("{net}{gross}{costs}"), 95_000);
    assert_eq!(
        (row.amount.minor(), row.fees[0].amount.minor(), row.gross().unwrap().minor()),
        (9_500, 500, 10_000)
    );
    // Within a total of the bank.
    let total = first("00010000", 95_000, "24150000", "0");
    let net = first("00010001", 95_000, "74150000", "0ABROAD");
    let explained =
        format!("{}{}", gross.replace("84150100", "94150100"), costs.replace("84137013", "94137013"));
    let row = one(&format!("{total}{net}{explained}"), 95_000);
    assert_eq!((row.amount.minor(), row.fees.len(), row.remittance.as_str()), (9_500, 1, "ABROAD"));
}

#[test]
fn communications() {
    let text = |communication: &str| one(&first("00010000", 10_000, "00150000", communication), 10_000);
    let creditor = |communication: &str| values(&text(communication), ReferenceKind::Creditor).join(" ");
    assert_eq!(creditor("1101090933755493"), "+++090/9337/55493+++");
    assert_eq!(creditor("1102090933755493"), "+++090/9337/55493+++");
    // Wrong check digits: as it stands.
    assert_eq!(creditor("1101090933755494"), "090933755494");
    assert_eq!(creditor("1100RF18539007547034"), "RF18539007547034");
    assert_eq!(values(&text("1103000000004711"), ReferenceKind::Payment), ["000000004711"]);
    assert_eq!(text("1108000").metadata["communication"], "108 000");
    // One text over three lines.
    let start = first(
        "00010000",
        10_000,
        "00150000",
        &format!("0{:<53}", "INVOICE 1, INVOICE 2 AND WHAT ELSE THERE WAS TO PAY F"),
    );
    let second = line(&[(0, "2200010000"), (10, "OR THIS YEAR")]);
    let third = line(&[(0, "2300010000"), (82, "THANKS")]);
    let row = one(&format!("{start}{second}{third}"), 10_000);
    assert_eq!(row.remittance, "INVOICE 1, INVOICE 2 AND WHAT ELSE THERE WAS TO PAY FOR THIS YEAR THANKS");
    // Original amount.
    let original = format!("1105{:015}{:015}{:012}USD000000000000US", 10_000, 12_500, 80_000_000);
    let row = one(
        &format!(
            "{}{}",
            first("00010000", 10_000, "04150000", &original.chars().take(54).collect::<String>()),
            line(&[(0, "2200010000"), (10, &original.chars().skip(54).collect::<String>())])
        ),
        10_000,
    );
    let original = row.original.unwrap();
    assert_eq!(
        (original.amount.to_string(), original.rate.unwrap().to_string()),
        ("12.50 USD".to_owned(), "0.8".to_owned())
    );
}

#[test]
fn sepa_direct_debits() {
    let structure =
        format!("1127040326110{:<35}{:<35}{:<62}3MD06", "BE69ZZZ050D000000008", "MANDATE-7", "INVOICE 42");
    let part = |from: usize, length: usize| structure.chars().skip(from).take(length).collect::<String>();
    let movement = format!(
        "{}{}{}",
        first("00010000", 10_000, "00505000", &part(0, 54)),
        line(&[(0, "2200010000"), (10, &part(54, 53))]),
        line(&[(0, "2300010000"), (82, &part(107, 43))])
    );
    let row = one(&movement, 10_000);
    assert_eq!(
        (values(&row, ReferenceKind::Mandate), row.remittance.as_str()),
        (vec!["MANDATE-7"], "INVOICE 42")
    );
    assert_eq!(row.metadata["creditor_id"], "BE69ZZZ050D000000008");
    let back = row.returned.unwrap();
    assert_eq!(
        (row.kind, back.stage, back.reason.as_deref()),
        (TransactionKind::Return, ReturnStage::Refund, Some("MD06"))
    );
}

#[test]
fn balances_and_trailers() {
    assert_eq!(of(&whole().replace("8061", "8062")).statements[0].proof, Proof::Holds);
    let report = of(&whole().replace(&new(1_118_500), &new(1_118_510)));
    assert_eq!((report.statements[0].proof, said(&report, Code::FormatBalance)), (Proof::Broken, 1));
    for wrong in [trailer(7, 2_500, 121_000), trailer(8, 2_400, 121_000), trailer(8, 2_500, 0)] {
        let report = of(&whole().replace(&trailer(8, 2_500, 121_000), &wrong));
        assert_eq!((report.transactions.len(), said(&report, Code::CodaControl)), (2, 1));
    }
    // Free messages may be counted.
    assert_eq!(
        said(
            &of(&whole().replace(&trailer(8, 2_500, 121_000), &trailer(9, 2_500, 121_000))),
            Code::CodaControl
        ),
        0
    );
    let debit = of(&format!("{}{}{}", header(), old(-500_000), new(-500_000)));
    assert_eq!(debit.balances[0].amount.minor(), -50_000);
    // An empty file has no new balance.
    let empty = of(&format!("{}{}{}", header(), old(1_000), trailer(1, 0, 0)));
    assert_eq!(
        (empty.says_empty, empty.statements[0].proof, said(&empty, Code::CodaControl)),
        (true, Proof::Holds, 0)
    );
    let report = of(&whole().lines().take(7).map(|line| format!("{line}\n")).collect::<String>());
    assert_eq!((report.transactions.len(), said(&report, Code::CodaControl)), (1, 1));
    assert_eq!(of(&format!("{}{}", whole(), whole())).statements.len(), 2);
}

#[test]
fn what_cannot_be_read() {
    let bad = |movement: &str| {
        let report = of(&around(movement, 0));
        assert_eq!(
            (report.transactions.len(), report.errors.len(), report.statements[0].proof),
            (0, 1, Proof::Incomplete)
        );
        report.errors[0].code()
    };
    let good = first("00010000", 10_000, "00150000", "0X");
    assert_eq!(bad(&good.replace("000000000010000", "0000000000x0000")), Code::CodaBadEntry);
    assert_eq!(bad(&good.replace("00150000", "0015000x")), Code::CodaBadEntry);
    assert_eq!(bad(&good.replace("000000000010000", "000000000010001")), Code::MoneyPrecision);
    assert_eq!(bad("7 a line of nothing\n"), Code::CodaBadRecord);
    assert_eq!(bad(&format!("{}\n", "2".repeat(5000))), Code::FormatTooLarge);
    assert_eq!(of(&line(&[(0, "2200010000")])).errors[0].code(), Code::CodaBadRecord);
    assert_eq!(of(&whole().replace("040326", "000000")).transactions[0].booked_on.to_string(), "2026-03-03");
    // Latin letters of one byte count as one column.
    let text = whole().replace("BAKKER PIET BV ", "BÄKKER PIËT BV ");
    let bytes: Vec<u8> = text.chars().map(|letter| letter as u32 as u8).collect();
    let report = read(&bytes).unwrap();
    assert_eq!(report.transactions.len(), 2);
    assert_eq!((report.statements[0].proof, said(&report, Code::FormatEncoding)), (Proof::Holds, 1));
}

proptest! {
    #[test]
    fn nothing_panics(
        cuts in proptest::collection::vec((0_usize..1300, 0_usize..40, "[0-9A-Z ë\n]{0,6}"), 0..6),
        bytes in proptest::collection::vec(any::<u8>(), 0..80),
    ) {
        let _ = read(&bytes);
        let mut text: Vec<char> = whole().chars().collect();
        for (at, length, with) in cuts {
            let at = at.min(text.len());
            let end = text.len().min(at + length);
            text.splice(at..end, with.chars());
        }
        let text: String = text.into_iter().collect();
        if let Ok(report) = read(text.as_bytes()) {
            prop_assert!(report.records >= report.refused);
            prop_assert_eq!(report.transactions.len(), report.places.transactions.len());
        }
    }
}
