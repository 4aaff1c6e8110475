//! Files written here, each as small as what it shows.

use super::*;
use crate::format::csv::{Columns, DateOrder, DecimalMark};
use crate::format::testing::read_as;
use crate::format::{Format, Proof, ReadOptions, Report};
use crate::model::{ReferenceKind, TransactionKind};
use crate::money::Currency;

fn options(currency: &str) -> ReadOptions {
    ReadOptions { currency: Currency::parse(currency).ok(), ..ReadOptions::default() }
}

fn read(text: &str) -> Report {
    read_with(text, &options("EUR"))
}

fn read_with(text: &str, options: &ReadOptions) -> Report {
    read_as(Format::Qif, text.as_bytes(), options).unwrap_or_else(|error| panic!("{error}"))
}

fn codes(errors: &[Error]) -> Vec<Code> {
    errors.iter().map(Error::code).collect()
}

/// Amounts and days of the rows.
fn rows(report: &Report) -> Vec<(i64, String)> {
    report.transactions.iter().map(|row| (row.amount.minor(), row.booked_on.to_string())).collect()
}

fn one(lines: &str) -> Transaction {
    let report = read(&format!("!Type:Bank\nD31/1/26\n{lines}\n^\n"));
    assert!(
        report.errors.is_empty() && report.warnings.is_empty(),
        "{:?} {:?}",
        report.errors,
        report.warnings
    );
    report.transactions[0].clone()
}

#[test]
fn a_bank_account() {
    let text = "!Account\nNChecking\nTBank\nDMy account\n$120.50\n/3/31'26\n^\n!Type:Bank\nD2/28'26\nT100.00\nCX\nPOpening Balance\n\
                L[Checking]\n^\nD3/4'26\nU-1,204.50\nT-1,204.50\nCX\nN1005\nPBank Of Mortgage\nMInvoice 12\nLHome:Loan\nAStreet 1\n^\n";
    let report = read_with(text, &options("USD"));
    assert!(report.errors.is_empty() && report.warnings.is_empty(), "{:?}", report.warnings);
    let row = &report.transactions[0];
    assert_eq!(
        (row.amount.to_string(), row.booked_on.to_string()),
        ("-1204.50 USD".into(), "2026-03-04".into())
    );
    assert_eq!(
        (row.account.as_deref(), row.kind, row.source.as_ref()),
        (Some("Checking"), TransactionKind::Cheque, "qif")
    );
    assert_eq!((row.references[0].kind, row.references[0].value.as_str()), (ReferenceKind::Cheque, "1005"));
    assert_eq!(row.counterparty.name.as_deref(), Some("Bank Of Mortgage"));
    assert_eq!(
        (row.remittance.as_str(), row.metadata["category"].as_str()),
        ("Bank Of Mortgage Invoice 12", "Home:Loan")
    );
    let balances: Vec<_> = report.balances.iter().map(|known| (known.kind, known.amount.minor())).collect();
    assert_eq!(balances, [(BalanceKind::Other, 12_050), (BalanceKind::Opening, 10_000)]);
    assert_eq!(
        (report.accounts[0].id.as_str(), report.accounts[0].name.as_deref()),
        ("Checking", Some("My account"))
    );
    let statement = &report.statements[0];
    assert_eq!(
        (statement.proof, statement.opening.unwrap().minor(), statement.entries),
        (Proof::NoBalances, 10_000, 1)
    );
    let place = &report.places.transactions[0];
    let at = &text[place.bytes.start as usize..place.bytes.end as usize];
    assert!(at.starts_with("D3/4'26") && at.ends_with("^\n"), "{at}");
    assert_eq!((place.line, place.field.to_string().as_str()), (15, "!Type[1]/^[1]"));
}

#[test]
fn several_accounts() {
    let text = "!Option:AutoSwitch\n!Account\nNA\nTBank\n^\nNB\nTCCard\n^\n!Clear:AutoSwitch\n!Type:Cat\nNFood\nDWhat we eat\nE\n^\n\
                !Option:AutoSwitch\n!Account\nNA\n^\n!Type:Bank\nD31/1/26\nT1\n^\n!Account\nNB\n^\n!Type:CCard\nD31/1/26\nT-2\n^\n";
    let report = read(text);
    assert_eq!(codes(&report.warnings), [Code::QifLeftOut]);
    let found: Vec<_> = report.transactions.iter().map(|row| (row.account.as_deref(), row.kind)).collect();
    assert_eq!(found, [(Some("A"), TransactionKind::Other), (Some("B"), TransactionKind::Card)]);
    assert_eq!((report.accounts.len(), report.statements.len(), report.records), (2, 2, 2));
    let mut with_account = options("EUR");
    with_account.account = Some("mine".to_owned());
    let report = read_with("!Type:Bank\nD31/1/26\nT1\n^\n", &with_account);
    assert_eq!(report.transactions[0].account.as_deref(), Some("mine"));
}

#[test]
fn the_order_of_dates_is_learnt() {
    let days = |first: &str, currency: &str| {
        let report =
            read_with(&format!("!Type:Bank\nD{first}\nT1\n^\nD02/03/26\nT1\n^\n"), &options(currency));
        (rows(&report).pop().unwrap().1, codes(&report.warnings))
    };
    assert_eq!(days("31/01/26", "USD"), ("2026-03-02".to_owned(), vec![]));
    assert_eq!(days("01/31/26", "EUR"), ("2026-02-03".to_owned(), vec![]));
    // A day that does not exist is no year that stands first.
    assert_eq!(days("2026-01-31\nT1\n^\nD31/1/26\nT1\n^\nD30/2/26", "EUR").0, "2026-03-02");
    assert_eq!(days("01/02/26", "EUR"), ("2026-03-02".to_owned(), vec![Code::QifDateOrder]));
    assert_eq!(days("01/02/26", "USD"), ("2026-02-03".to_owned(), vec![Code::QifDateOrder]));
    let mut stated = options("EUR");
    stated.columns = Some(Columns {
        date_order: Some(DateOrder::MonthDayYear),
        decimal_mark: Some(DecimalMark::Comma),
        ..Columns::default()
    });
    let report = read_with("!Type:Bank\nD02/03'26\nT1.234\n^\n", &stated);
    assert_eq!((rows(&report), report.warnings.len()), (vec![(123_400, "2026-02-03".to_owned())], 0));
    // The description of an account is no date.
    let text = "!Account\nNA\nD31/12/2026\n^\n!Type:Bank\nD12/31/26\nT1\n^\n";
    assert_eq!(rows(&read(text)), [(100, "2026-12-31".to_owned())]);
}

#[test]
fn amounts_of_all_kinds() {
    let amounts = |lines: &[&str]| {
        let text: String = lines.iter().map(|line| format!("D31/1/26\n{line}\n^\n")).collect();
        let report = read(&format!("!Type:Bank\n{text}"));
        (
            report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(),
            codes(&report.warnings),
        )
    };
    assert_eq!(amounts(&["T-1,010.00", "T30", "T+1.5", "U5"]).0, [-101_000, 3000, 150, 500]);
    assert_eq!(amounts(&["T-1.010,00", "T1.234", "T1,5"]), (vec![-101_000, 123_400, 150], vec![]));
    assert_eq!(amounts(&["T1,234"]), (vec![123_400], vec![Code::QifDecimalMark]));
    assert_eq!(amounts(&["T5\nU5.00"]).0, [500]);
}

#[test]
fn splits_are_proven() {
    let good = one("T-1,000.00\nL[linda]\nS[linda]\nECash\n$-253.64\nSMort Int\n$-746.36");
    assert_eq!((good.kind, good.remittance.as_str()), (TransactionKind::Other, "Cash"));
    for bad in ["$23", "$=746.36"] {
        let report = read(&format!("!Type:Bank\nD31/1/26\nScategory 1\n{bad}\nT75.00\n^\n"));
        assert_eq!((codes(&report.warnings), rows(&report)[0].0), (vec![Code::QifSplits], 7500));
    }
    // Percentages prove nothing.
    assert_eq!(one("T75.00\nSA\n%50\nSB\n%50").amount.minor(), 7500);
    let row = one("T-5\nL[Savings]/Class");
    assert_eq!((row.kind, row.counterparty.account.as_deref()), (TransactionKind::Internal, Some("Savings")));
    assert_eq!(one("T-5\nL[Savings]\nS[Savings]\n$-5").kind, TransactionKind::Internal);
    assert_eq!(one("T-5\nNEFT").kind, TransactionKind::Transfer);
}

#[test]
fn investments() {
    let trade = |action: &str| {
        format!("D31/1/26\nN{action}\nYibm\nI11.260\nQ8\nT1,000.00\nO5\nL[Bank]\n$1,000.00\n^\n")
    };
    let actions = ["Buy", "Sell", "Div", "MiscExp", "ShrsIn", "BuyX", "ReinvDiv", "What"];
    let text: String = actions.iter().map(|action| trade(action)).collect();
    let report = read(&format!("!Type:Invst\n{text}"));
    let amounts: Vec<_> = rows(&report).into_iter().map(|row| row.0).collect();
    assert_eq!(amounts, [-100_000, 100_000, 100_000, -100_000]);
    assert_eq!(
        (codes(&report.errors), codes(&report.warnings)),
        (vec![Code::QifAction], vec![Code::QifLeftOut])
    );
    assert!(report.warnings[0].message().starts_with("3 "));
    assert_eq!(report.transactions[0].metadata["security"], "ibm");
}

#[test]
fn a_bad_record_costs_itself() {
    let good = "D31/1/26\nT1\n^\n";
    for (bad, code) in [
        ("D31/1/26\nPno amount\n^\n", Code::QifBadAmount),
        ("D31/1/26\nT12..3\n^\n", Code::QifBadAmount),
        ("D31/1/26\nT1.23456\n^\n", Code::MoneyPrecision),
        ("T1\n^\n", Code::QifBadDate),
        ("D30/2/26\nT1\n^\n", Code::QifBadDate),
        ("Dyesterday\nT1\n^\n", Code::QifBadDate),
    ] {
        let text = format!("!Type:Bank\n{good}{bad}{good}");
        let report = read(&text);
        assert_eq!(
            (codes(&report.errors), report.transactions.len(), report.records),
            (vec![code], 2, 3),
            "{bad}"
        );
        let place = report.errors[0].place().bytes.clone().unwrap();
        assert_eq!(&text[place.start as usize..place.end as usize], bad);
    }
}

#[test]
fn forms_of_files() {
    let plain = "!Type:Bank\nD31/1/26\nT1\nPA\n^\nD28/2/26\nT2\nPB\n^\n";
    let expected = rows(&read(plain));
    for text in [
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        plain.replace("!Type:Bank\n", ""),
        plain.replace("!Type:Bank", "!type:bank "),
        plain.replace("!Type:Bank\n", "!Type:Bank\n^\n"),
        plain.replace("!Type:Bank", "!Type:Oth L"),
        plain.replace('\n', "\n\n"),
        format!("\n\n{plain}"),
    ] {
        let report = read(&text);
        assert_eq!(
            (rows(&report), report.errors.len(), report.warnings.len()),
            (expected.clone(), 0, 0),
            "{text:?}"
        );
    }
    // The end of the last record is missing: with its line's end it is whole, without it may be cut.
    let report = read(plain.trim_end_matches("^\n"));
    assert_eq!((rows(&report), codes(&report.warnings)), (expected.clone(), vec![Code::QifAssumed]));
    let report = read(plain.trim_end_matches("\nPB\n^\n"));
    assert_eq!((report.transactions.len(), codes(&report.errors)), (1, vec![Code::FormatTruncated]));
    // Equal records are records of their own.
    let report = read(&format!("{plain}D28/2/26\nT2\nPB\n^\n"));
    assert_ne!(report.transactions[1].id, report.transactions[2].id);
}

#[test]
fn without_a_currency() {
    let refused = |text: &str| read_as(Format::Qif, text.as_bytes(), &ReadOptions::default());
    let text = "!Type:Bank\nD31/1/26\nT1\n^\n";
    assert_eq!(refused(text).expect_err("refused").code(), Code::QifCurrency);
    assert_eq!(refused(&text.replace("T1", "T€ 1")).unwrap().transactions[0].currency(), Currency::EUR);
    assert_eq!(refused("").expect_err("refused").code(), Code::FormatNoRows);
    let report = refused("!Type:Bank\n").unwrap();
    assert_eq!(codes(&report.warnings), [Code::FormatNoRows]);
}

#[test]
fn bounded() {
    let long = format!(
        "!Type:Bank\nD31/1/26\nT1\n^\nD31/1/26\nT1\nM{}\n^\nD31/1/26\nT2\n^\n",
        "x".repeat(3 * record::LONGEST)
    );
    let report = read(&long);
    assert_eq!(
        (codes(&report.errors), rows(&report).len(), report.records),
        (vec![Code::FormatTooLarge], 2, 3)
    );
    for junk in ["^", "\n", "D\n", "^\n", "!", "!Type:Bank\n", "S\n", "$1\n", "[", "'"] {
        let _ = read_as(Format::Qif, junk.repeat(300_000).as_bytes(), &options("EUR"));
    }
}

#[test]
fn a_file_beyond_the_sample() {
    let mut text = String::from("!Type:Bank\nD31/1/26\nT1\n^\n");
    while text.len() < SAMPLE + 100_000 {
        text.push_str("D02/03/26\nT-1,204.50\nPSomeone\nMInvoice\n^\n");
    }
    // What stands beyond the first MiB teaches nothing.
    text.push_str("D12/31/26\nT1\n^\n");
    let mut report = Report::default();
    let mut stream =
        crate::format::Stream::new(ReadOptions { format: Some(Format::Qif), ..options("EUR") }).unwrap();
    for piece in text.as_bytes().chunks(60_000) {
        stream.push(piece, &mut report).unwrap();
    }
    let summary = stream.finish(&mut report).unwrap();
    let whole = read(&text);
    assert_eq!((codes(&whole.errors), summary.records), (vec![Code::QifBadDate], whole.records));
    assert_eq!(report.transactions, whole.transactions);
    assert_eq!(report.places, whole.places);
}

proptest::proptest! {
    #[test]
    fn any_mutation_has_an_answer(
        cut in 0_usize..400,
        flips in proptest::collection::vec((0_usize..400, proptest::num::u8::ANY), 0..6),
        swap in (0_usize..400, 0_usize..400),
    ) {
        let mut bytes = "!Account\nNA\n$1\n/1/2'26\n^\n!Type:Bank\nD31/1/26\nT-1,000.00\nN12\nPZoë\nMx\nL[B]\nSa\nEb\n$-1000\n^\n\
                         !Type:Invst\nD1/2'26\nNBuy\nT5\n^\nD1/2'26\nT1\nPOpening Balance\n^\n".to_owned().into_bytes();
        for (at, byte) in flips {
            if let Some(there) = bytes.get_mut(at) {
                *there = byte;
            }
        }
        if swap.0 < bytes.len() && swap.1 < bytes.len() {
            bytes.swap(swap.0, swap.1);
        }
        if cut % 2 == 0 {
            bytes.truncate(cut);
        }
        let _ = crate::format::detect(&bytes);
        if let Ok(report) = read_as(Format::Qif, &bytes, &options("EUR")) {
            proptest::prop_assert_eq!(report.transactions.len(), report.places.transactions.len());
        }
    }

    #[test]
    fn any_lines_have_an_answer(text in "(!Type:Bank|!Type:Invst|!Account|\n|\r|\\^|D1/2'26|T1|T1,5|P|L\\[A\\]|S|\\$1|NBuy|é| ){0,40}") {
        let _ = read_as(Format::Qif, text.as_bytes(), &options("EUR"));
    }
}

#[test]
fn two_records_run_together_are_refused() {
    let report = read(
        "!Type:Bank\nD03/13/2026\nT-10.00\nPa\nD03/14/2026\nT-20.00\nPb\n^\nD03/15/2026\nT-3.00\nPc\n^\n",
    );
    assert_eq!((report.records, report.refused), (2, 1));
    assert_eq!(rows(&report), [(-300, "2026-03-15".to_owned())]);
    assert_eq!(codes(&report.errors), [Code::QifBadAmount]);
}
