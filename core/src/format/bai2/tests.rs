//! Files written here, each as small as what it shows.

use super::record::LARGEST;
use crate::error::{Code, Error};
use crate::format::testing::read_as;
use crate::format::{BalanceKind, Chain, Format, Proof, ReadOptions, Report, detect};
use crate::model::{ReferenceKind, ReturnStage, Transaction, TransactionKind};
use crate::money::Currency;
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Report, Error> {
    read_as(Format::Bai2, bytes, &ReadOptions::default())
}

fn of(text: &str) -> Report {
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// Some records of an account, within a file that has no trailers.
fn account(records: &str) -> String {
    format!("01,BANK,ME,260304,0600,7,,,2/\n02,ME,BANKUS33,1,260303,2400,USD,2/\n{records}")
}

/// The only row of some lines.
fn one(lines: &str) -> Transaction {
    let report = of(&account(&format!("03,4711,USD,,,,/\n{lines}\n49,0,1/\n")));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(report.transactions.len(), 1);
    report.transactions.into_iter().next().unwrap()
}

fn refused(lines: &str) -> Code {
    let report = of(&account(&format!("03,4711,USD,,,,/\n{lines}\n")));
    assert_eq!((report.transactions.len(), report.errors.len()), (0, 1), "{:?}", report.errors);
    assert_eq!(report.statements[0].proof, Proof::Incomplete);
    report.errors[0].code()
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

fn said(report: &Report, code: Code) -> Vec<&str> {
    report.warnings.iter().filter(|one| one.code() == code).map(Error::message).collect()
}

const WHOLE: &str = "01,BANK,ME,260304,0600,7,,,2/\n\
    02,ME,BANKUS33,1,260303,2400,USD,2/\n\
    03,4711,,010,100000,,,015,112500,,,040,90000,,/\n\
    88,100,20000,1,,400,7500,2,V,260304,/\n\
    16,195,20000,V,260305,,B1,C1,Invoice 42/2026, with thanks/\n\
    16,475,5000,,B2,1001,/\n\
    16,451,2500,Z,,,Power\n\
    49,357500,6/\n\
    98,357500,1,8/\n\
    99,357500,1,10/\n";

#[test]
fn a_whole_file() {
    let report = of(WHOLE);
    assert!(
        report.errors.is_empty() && report.warnings.is_empty(),
        "{:?} {:?}",
        report.errors,
        report.warnings
    );
    let rows: Vec<_> = report.transactions.iter().map(|row| (row.amount.minor(), row.kind)).collect();
    use TransactionKind::{Cheque, DirectDebit, Transfer};
    assert_eq!(rows, [(20000, Transfer), (-5000, Cheque), (-2500, DirectDebit)]);
    let first = &report.transactions[0];
    assert_eq!((first.id.as_str(), first.account.as_deref()), ("4711:B1", Some("4711")));
    assert_eq!(
        (first.booked_on.to_string(), first.value_on.unwrap().to_string()),
        ("2026-03-03".into(), "2026-03-05".into())
    );
    assert_eq!(first.remittance, "Invoice 42/2026, with thanks");
    assert_eq!(
        (values(first, ReferenceKind::EndToEnd), values(first, ReferenceKind::Bank)),
        (vec!["C1"], vec!["B1"])
    );
    assert_eq!(first.bank_code.as_ref().unwrap().proprietary.as_deref(), Some("195"));
    assert_eq!(values(&report.transactions[1], ReferenceKind::Cheque), ["1001"]);
    let kinds: Vec<_> = report.balances.iter().map(|known| (known.kind, known.amount.minor())).collect();
    assert_eq!(
        kinds,
        [(BalanceKind::Opening, 100_000), (BalanceKind::Closing, 112_500), (BalanceKind::Other, 90_000)]
    );
    let statement = &report.statements[0];
    assert_eq!(
        (statement.proof, statement.entries, statement.number.as_deref()),
        (Proof::Holds, 3, Some("7"))
    );
    assert_eq!(report.places.transactions[1].field.to_string(), "03[1]/16[2]");
    assert_eq!(
        (report.accounts[0].id.as_str(), report.accounts[0].bank.as_deref()),
        ("4711", Some("BANKUS33"))
    );
    assert_eq!(detect(WHOLE.as_bytes()).unwrap().format, Format::Bai2);
    assert_eq!(of(&WHOLE.replace('\n', "\r\n")).transactions, report.transactions);
    assert_eq!(of(&WHOLE.replace('\n', "\r")).transactions, report.transactions);
    assert_eq!(of(&WHOLE.replace('\n', "\n\n")).transactions, report.transactions);
}

#[test]
fn the_funds_types() {
    for funds in
        ["", "0", "1", "2", "Z", "V,260305,", "V,260305,2400", "V,260305,9999", "S,1,2,3", "D,2,0,60,1,40"]
    {
        let row = one(&format!("16,195,100,{funds},BANK,CUST,text, and more/"));
        assert_eq!(
            (values(&row, ReferenceKind::Bank), row.remittance.as_str()),
            (vec!["BANK"], "text, and more"),
            "{funds}"
        );
        assert_eq!(row.value_on.is_some(), funds.starts_with('V'));
    }
    // Without the field of its time.
    let row = one("16,195,100,V,260305,BANK,CUST,text/");
    assert_eq!((values(&row, ReferenceKind::Bank), row.remittance.as_str()), (vec!["BANK"], "text"));
    let row = one("16,195,100,V,261399,,BANK,CUST,text/");
    assert_eq!((row.value_on, values(&row, ReferenceKind::Bank)), (None, vec!["BANK"]));
    assert_eq!(one("16,195,100,Q,BANK,CUST,text/").remittance, "text");
    // More parts than there are.
    assert_eq!(one("16,195,100,D,4000000000,1,2/").amount.minor(), 100);
}

#[test]
fn a_continuation_continues_the_fields() {
    let row = one("16,218,100,V,260305,,BANK,CUST/\n88,PROCEEDS OF A\n88, LETTER/\n");
    assert_eq!(
        (values(&row, ReferenceKind::EndToEnd), row.remittance.as_str()),
        (vec!["CUST"], "PROCEEDS OF A LETTER")
    );
    let row = one("16,351,100,S,100,0,0/\n88,BANK,/\n88,REPO @ 5.1%\n88,FLOAT: 0.00/");
    assert_eq!(
        (values(&row, ReferenceKind::Bank), row.remittance.as_str()),
        (vec!["BANK"], "REPO @ 5.1% FLOAT: 0.00")
    );
    let report = of(&account("03,1,USD,010,-500,,,100,1000,,,190/\n88,500,,,015/\n88,-1500,,/\n"));
    let known: Vec<_> = report.balances.iter().map(|known| known.amount.minor()).collect();
    assert_eq!(known, [-500, -1500]);
}

#[test]
fn text_holds_slashes_and_commas() {
    let row = one("16,195,100,,A/B,C/D/E,paid 08/18/23, 1/2, \"x\"/");
    assert_eq!(
        (values(&row, ReferenceKind::Bank), values(&row, ReferenceKind::EndToEnd)),
        (vec!["A/B"], vec!["C/D/E"])
    );
    assert_eq!(row.remittance, "paid 08/18/23, 1/2, \"x\"");
    // A text that stands a field too early, and no text at all.
    let row = one("16,195,100,,12345,Test Payment/");
    assert_eq!((row.remittance.as_str(), row.references.len()), ("Test Payment", 1));
    assert_eq!(one("16,195,100,1,,,/").remittance, "");
}

#[test]
fn the_direction_is_the_codes() {
    for (code, minor) in [
        ("108", 100),
        ("399", 100),
        ("409", -100),
        ("699", -100),
        ("721", 100),
        ("760", -100),
        ("920", 100),
        ("960", -100),
    ] {
        assert_eq!(one(&format!("16,{code},100,,,,x")).amount.minor(), minor, "{code}");
    }
    assert_eq!(one("16,475,-100,,,,x").amount.minor(), -100);
    assert_eq!(one("16,195,-100,,,,x").amount.minor(), -100);
    for code in ["100", "400", "010", "701", "901", "850", "19", "", "ABC"] {
        assert_eq!(refused(&format!("16,{code},100,,,,x/")), Code::Bai2BadEntry, "{code}");
    }
    assert_eq!(refused("16,,195,100,,,,x/"), Code::Bai2BadEntry);
    assert_eq!(refused("16,195,1x0,,,,x/"), Code::Bai2BadEntry);
    assert_eq!(refused("16,195,,,,,x/"), Code::Bai2BadEntry);
}

#[test]
fn notes_are_counted() {
    let report = of(&account("03,1,USD,010,0,,/\n16,890,,,,,call us\n16,195,5,,,,x\n49,5,4/\n"));
    assert_eq!((report.transactions.len(), report.records, report.errors.len()), (1, 2, 0));
    assert_eq!(said(&report, Code::Bai2LeftOut).len(), 1);
}

#[test]
fn currencies() {
    let first = |text: &str| of(text).transactions[0].amount.to_string();
    let file = |group: &str, own: &str| {
        format!(
            "01,B,M,260304,0600,7,,,2/\n02,M,B,1,260303,,{group},2/\n03,1,{own},,,,/\n16,195,12345,,,,x/\n"
        )
    };
    assert_eq!(first(&file("EUR", "")), "123.45 EUR");
    assert_eq!(first(&file("EUR", "JPY")), "12345 JPY");
    assert_eq!(first(&file("", "KWD")), "12.345 KWD");
    assert_eq!(first(&file("", "")), "123.45 USD");
    assert_eq!(said(&of(&file("", "")), Code::Bai2Assumed).len(), 1);
    assert_eq!(said(&of(&file("", "CAD")), Code::Bai2Assumed).len(), 0);
    let mut options = ReadOptions::default();
    options.currency = Currency::parse("CHF").ok();
    let report = read_as(Format::Bai2, file("", "").as_bytes(), &options).unwrap();
    assert_eq!(report.transactions[0].amount.to_string(), "123.45 CHF");
    // None of ISO 4217: no guess.
    let report = of(&file("USD", "ABC"));
    assert_eq!((report.transactions.len(), report.errors.len(), report.refused), (0, 2, 1));
    assert_eq!(first(&file("USD", "").replace("12345", "123.45")), "123.45 USD");
}

#[test]
fn trailers_are_held_against_what_was_read() {
    for (right, wrong, said_of) in [
        ("49,357500,6", "49,357501,6", "control total"),
        ("49,357500,6", "49,357500,7", "records"),
        ("98,357500,1,8", "98,357500,2,8", "accounts"),
        ("98,357500,1,8", "98,1,1,8", "control total"),
        ("99,357500,1,10", "99,357500,1,9", "records"),
        ("99,357500,1,10", "99,,1,10", "no number"),
        ("400,7500,2", "400,7500,3", "totals"),
        ("100,20000,1", "100,20001,1", "totals"),
    ] {
        let report = of(&WHOLE.replace(right, wrong));
        assert_eq!(report.transactions.len(), 3);
        assert!(
            said(&report, Code::Bai2Control).iter().any(|text| text.contains(said_of)),
            "{wrong}: {:?}",
            report.warnings
        );
    }
    for (lines, of_what) in [(1, "the file"), (2, "a group"), (3, "an account")] {
        let kept = WHOLE.lines().count() - lines;
        let cut: String = WHOLE.lines().take(kept).map(|line| format!("{line}\n")).collect();
        let report = of(&cut);
        assert_eq!((report.transactions.len(), report.statements[0].proof), (3, Proof::Holds));
        assert!(
            matches!(said(&report, Code::Bai2Control).as_slice(), [only] if only.starts_with(of_what)),
            "{:?}",
            report.warnings
        );
    }
    assert_eq!(said(&of(&format!("{WHOLE}98,0,0,2/\n")), Code::Bai2Control).len(), 1);
}

#[test]
fn the_balances_prove_the_entries() {
    let report = of(&WHOLE.replace("015,112500", "015,112501"));
    assert_eq!(report.statements[0].proof, Proof::Broken);
    assert_eq!(said(&report, Code::FormatBalance).len(), 1);
    // Totals without entries: nothing is proven.
    let report = of(&account("03,1,USD,010,100,,,015,300,,,100,200,2,/\n49,600,2/\n"));
    assert_eq!((report.statements[0].proof, report.says_empty), (Proof::Incomplete, true));
    // Averages and floats are no balances.
    assert_eq!(of(&account("03,1,USD,010,1,,,011,2,,,072,3,,,045,4,,/\n")).balances.len(), 2);
}

#[test]
fn groups_and_files_follow_each_other() {
    let next = WHOLE
        .replace("260303", "260304")
        .replace("010,100000", "010,112500")
        .replace("015,112500", "015,125000");
    let next = next.replace("357500", "382500").replace("B1", "B3").replace("B2", "B4");
    let report = of(&format!("{WHOLE}{next}"));
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    assert_eq!((report.transactions.len(), report.statements[1].chain), (6, Chain::Joined));
    assert_eq!(of(&format!("{WHOLE}{WHOLE}")).statements[1].chain, Chain::Repeated);
    // An interim report of the day says nothing about the chain.
    let interim = WHOLE.replace(",USD,2/", ",USD,3/").replace("010,100000", "010,5");
    assert!(said(&of(&format!("{WHOLE}{interim}")), Code::FormatStatementGap).is_empty());
}

#[test]
fn groups_that_are_not_so() {
    for (status, rows) in [("1", 3), ("2", 0), ("3", 3), ("4", 0)] {
        let report = of(&WHOLE.replace("BANKUS33,1", &format!("BANKUS33,{status}")));
        assert_eq!((report.transactions.len(), report.errors.len()), (rows, 3 - rows), "{status}");
        assert_eq!(report.statements.len(), usize::from(rows > 0));
        assert!(report.errors.iter().all(|error| error.code() == Code::Bai2LeftOut));
        assert_eq!(said(&report, Code::Bai2Assumed).len(), usize::from(status == "3"));
    }
}

#[test]
fn dates() {
    let report = of(&WHOLE.replace(",260303,", ",20260303,"));
    assert_eq!(report.transactions[0].booked_on.to_string(), "2026-03-03");
    let report = of(&WHOLE.replace(",260303,", ",,"));
    assert_eq!(report.transactions[0].booked_on.to_string(), "2026-03-04");
    assert_eq!(said(&report, Code::Bai2BadDate).len(), 1);
    let report = of("03,1,USD,,,,/\n16,195,5,,,,x/\n");
    assert_eq!((report.transactions.len(), report.errors[0].code()), (0, Code::Bai2BadDate));
}

#[test]
fn lines_that_were_broken_or_joined() {
    let report = of(&WHOLE
        .replace("Invoice 42/2026, with", "Invoice\n42/2026, with")
        .replace("015,112500", "015,11\n2500"));
    assert_eq!(report.transactions[0].remittance, "Invoice 42/2026, with thanks");
    assert_eq!((report.statements[0].proof, said(&report, Code::Bai2Assumed).len()), (Proof::Holds, 1));
    let joined = of(&WHOLE.replace("2/\n02,", "2/   02,").replace("thanks/\n16,", "thanks/ 16,"));
    assert_eq!(joined.transactions, of(WHOLE).transactions);
    assert!(joined.warnings.is_empty(), "{:?}", joined.warnings);
    let row = one("16,195,5,,,,x\n88:EREF: E1");
    assert_eq!(values(&row, ReferenceKind::EndToEnd), ["E1"]);
    // What a slash ended goes on nowhere.
    let report = of(&account("03,1,USD,010,5,,/\nnonsense\n16,195,5,,,,x/\n"));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (1, Code::Bai2BadRecord));
    assert_eq!(of("88,x/\n").errors[0].code(), Code::Bai2BadRecord);
    assert_eq!(of("00,0004,1/2/345,06/0321,0829,001,80,1,2/").errors[0].code(), Code::Bai2BadRecord);
}

#[test]
fn fixed_width() {
    let padded: String = WHOLE.lines().map(|line| format!("{line:<80}\n")).collect();
    assert_eq!(of(&padded).transactions, of(WHOLE).transactions);
    let blocks: String = WHOLE
        .replace("0600,7,,,2", "0600,7,80,5,2")
        .replace("Power", "Zoë's power")
        .lines()
        .map(|line| format!("{line:<80}"))
        .collect();
    let report = of(&blocks);
    assert!(
        report.warnings.is_empty() && report.errors.is_empty(),
        "{:?} {:?}",
        report.warnings,
        report.errors
    );
    assert_eq!((report.transactions.len(), report.transactions[2].remittance.as_str()), (3, "Zoë's power"));
}

#[test]
fn labels_say_what_a_line_holds() {
    let row =
        one("16,195,5,,B,C,RTP Incoming,From: ACME/\n88,REMI: Invoice 42\n88,EREF: E1\n88,DBNM: ACME INC\n\
                   88,DACT: DE89370400440532013000\n88,DBIC: COBADEFF\n88,CRNM: ME\n88,IDNM: 9");
    assert_eq!(row.remittance, "RTP Incoming,From: ACME IDNM: 9 Invoice 42");
    assert_eq!(
        (values(&row, ReferenceKind::EndToEnd), values(&row, ReferenceKind::Payment)),
        (vec!["E1"], vec!["C"])
    );
    let side = &row.counterparty;
    assert_eq!(
        (side.name.as_deref(), side.iban.as_deref(), side.bic.as_deref()),
        (Some("ACME INC"), Some("DE89370400440532013000"), Some("COBADEFF"))
    );
    let row = one(
        "16,495,5,,B,E1,Outgoing Wire,-/\n88,EREF: E1\n88,CRNM: ACME INC\n88,DBNM: ME\n88,CACT: 609873838",
    );
    assert_eq!(
        (row.counterparty.name.as_deref(), row.counterparty.account.as_deref()),
        (Some("ACME INC"), Some("609873838"))
    );
    assert_eq!(row.references.len(), 2);
    let row = one("16,191,5,V,260305,,B,C/\n88,FR:FP IN\n88,PY:A1234BC 22/03/66\n88,BO:11111111 BO1:DOE JO");
    assert_eq!(
        (row.counterparty.name.as_deref(), row.counterparty.account.as_deref()),
        (Some("DOE JO"), Some("11111111"))
    );
    assert_eq!(row.remittance, "FR:FP IN A1234BC 22/03/66");
    let row = one("16,255,5,,B,C,x/\n88,CHKN: 0009");
    assert_eq!(values(&row, ReferenceKind::Cheque), ["0009"]);
}

#[test]
fn returns() {
    let back = one("16,557,5,,B,C,ACH Return, Reason: \"R02\"").returned.unwrap();
    assert_eq!(
        (back.stage, back.reason.as_deref(), back.originals),
        (ReturnStage::Return, Some("R02"), vec!["C".to_owned()])
    );
    assert_eq!(one("16,261,5,,B,C,x").returned.unwrap().stage, ReturnStage::Reject);
    assert_eq!(one("16,195,5,,B,C,Reason R02").returned, None);
}

#[test]
fn a_file_that_is_cut() {
    let report = of(&account("03,1,USD,010,5,,/\n16,195,12"));
    assert_eq!((report.transactions.len(), report.errors[0].code()), (0, Code::FormatTruncated));
    assert_eq!(of(&account("03,1,USD,010,5")).errors[0].code(), Code::FormatTruncated);
    // All but the text is there.
    assert_eq!(of(&account("03,1,USD,010,5,,/\n16,195,1200,,B,C,tex")).transactions.len(), 1);
    assert_eq!(of(&account("03,1,USD,010,5,,,015/\n16,195,1200,,B,C,/\n")).balances.len(), 1);
}

#[test]
fn balances_that_cannot_be_read() {
    let report = of(&account("03,1,USD,010,abc,,,015,300,,/\n16,195,5,,,,x/\n"));
    assert_eq!(
        (report.errors[0].code(), report.statements[0].proof),
        (Code::Bai2BadBalance, Proof::Incomplete)
    );
    assert_eq!(report.transactions.len(), 1);
    assert_eq!(of(&account("03,1,USD,10,5,,/\n")).errors[0].code(), Code::Bai2BadBalance);
}

#[test]
fn records_are_bounded() {
    let long = "x".repeat(LARGEST);
    for text in [
        format!("16,195,1,,,,{long}\n88,more\n16,195,2,,,,y\n"),
        format!("16,195,1,,,,a\n88,{long}\n88,more\n16,195,2,,,,y\n"),
        format!("16,195,1,,,,a\n{}16,195,2,,,,y\n", "88,xxxxxxxxxxxxxxxxxxxx\n".repeat(LARGEST / 20)),
    ] {
        let text = account(&format!("03,1,USD,010,5,,/\n{text}49,8,9/\n"));
        let whole = crate::format::read(text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!((whole.transactions.len(), whole.errors.len()), (1, 1), "{:?}", whole.errors);
        assert_eq!(
            (whole.errors[0].code(), whole.statements[0].proof),
            (Code::FormatTooLarge, Proof::Incomplete)
        );
        for piece in [1000, 70_001] {
            let mut report = Report::default();
            let mut stream = crate::format::Stream::new(ReadOptions::default()).unwrap();
            text.as_bytes().chunks(piece).for_each(|piece| stream.push(piece, &mut report).unwrap());
            stream.finish(&mut report).unwrap();
            assert_eq!(
                (report.transactions, report.errors, report.warnings),
                (whole.transactions.clone(), whole.errors.clone(), whole.warnings.clone())
            );
        }
    }
    // Blanks without an end are not kept.
    let text = account(&format!("03,1,USD,010,5,,/\n16,195,1,,,,a\n{}88,b\n", "\n".repeat(LARGEST)));
    let report = crate::format::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(
        (report.transactions[0].remittance.as_str(), report.errors[0].code()),
        ("a", Code::Bai2BadRecord)
    );
}

#[test]
fn reading_stops_where_nothing_can_be_read() {
    let text = account(&format!("03,1,USD,010,5,,/\n{}", "16,195,x,,,,y/\n".repeat(10_500)));
    let report = crate::format::read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!((report.refused, report.errors.last().unwrap().code()), (10_000, Code::FormatTooLarge));
}

proptest! {
    #[test]
    fn nothing_panics(
        cuts in proptest::collection::vec((0_usize..400, 0_usize..8, "[0-9,/\\-. \n\rVSD]{0,6}"), 0..6),
        bytes in proptest::collection::vec(any::<u8>(), 0..80),
    ) {
        let _ = read(&bytes);
        let mut text = WHOLE.as_bytes().to_vec();
        for (at, length, with) in cuts {
            let at = at.min(text.len());
            let end = text.len().min(at + length);
            text.splice(at..end, with.bytes());
        }
        if let Ok(report) = read(&text) {
            prop_assert!(report.records >= report.refused);
            prop_assert_eq!(report.transactions.len(), report.places.transactions.len());
        }
    }
}
