//! Files written here, each as small as what it shows.

use super::*;
use crate::format::testing::read_as;
use crate::format::{BalanceKind, Format, Proof, ReadOptions, Report, RowPlace};
use crate::model::{ReferenceKind, Transaction, TransactionKind};
use crate::money::Currency;

fn read(text: &str) -> Report {
    read_with(text, &ReadOptions::default())
}

fn read_with(text: &str, options: &ReadOptions) -> Report {
    read_as(Format::Ofx, text.as_bytes(), options).unwrap_or_else(|error| panic!("{error}"))
}

fn refused(text: &str) -> Code {
    read_as(Format::Ofx, text.as_bytes(), &ReadOptions::default()).expect_err("refused").code()
}

const HEADER: &str = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n";

/// A bank's file with these records in its list.
fn bank(records: &str) -> String {
    format!(
        "{HEADER}<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR\
         <BANKACCTFROM><BANKID>123<ACCTID>A 1<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20260301<DTEND>20260331\n\
         {records}</BANKTRANLIST><LEDGERBAL><BALAMT>10.00<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    )
}

/// A record of 1.00 with more elements.
fn record(more: &str) -> String {
    format!("<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260304<TRNAMT>1.00{more}</STMTTRN>\n")
}

fn one(more: &str) -> Transaction {
    let report = read(&bank(&record(more)));
    assert!(
        report.errors.is_empty() && report.warnings.is_empty(),
        "{:?} {:?}",
        report.errors,
        report.warnings
    );
    let [row] = report.transactions.as_slice() else { panic!("one row") };
    row.clone()
}

fn codes(errors: &[Error]) -> Vec<Code> {
    errors.iter().map(Error::code).collect()
}

fn references(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|known| known.kind == kind).map(|known| known.value.as_str()).collect()
}

#[test]
fn a_statement_of_version_1() {
    let text = format!(
        "{HEADER}<OFX>\n<BANKMSGSRSV1>\n<STMTTRNRS>\n<STMTRS>\n<CURDEF>USD\n<BANKACCTFROM>\n<BANKID>987654321\n<ACCTID>098-121\n\
         <ACCTTYPE>SAVINGS\n</BANKACCTFROM>\n<BANKTRANLIST>\n<DTSTART>20260301\n<DTEND>20260331\n<STMTTRN>\n<TRNTYPE>CHECK\n\
         <DTPOSTED>20260304120000.000[-5:EST]\n<DTAVAIL>20260305\n<TRNAMT>-100.00\n<FITID>980309001\n<CHECKNUM>1025\n<REFNUM>R77\n\
         <NAME>John &amp; Sons\n<MEMO>Invoice 12\n</STMTTRN>\n</BANKTRANLIST>\n<LEDGERBAL>\n<BALAMT>-5,250.00\n<DTASOF>20260331\n\
         </LEDGERBAL>\n<AVAILBAL>\n<BALAMT>5.00\n<DTASOF>20260401\n</AVAILBAL>\n</STMTRS>\n</STMTTRNRS>\n</BANKMSGSRSV1>\n</OFX>\n"
    );
    let report = read(&text);
    assert!(report.errors.is_empty() && report.warnings.is_empty(), "{:?}", report.warnings);
    let row = &report.transactions[0];
    assert_eq!((row.id.as_str(), row.account.as_deref()), ("098-121:980309001", Some("098-121")));
    assert_eq!(row.amount.to_string(), "-100.00 USD");
    assert_eq!(
        (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
        ("2026-03-04".into(), "2026-03-05".into())
    );
    assert_eq!((row.kind, row.source.as_ref(), row.status), (TransactionKind::Cheque, "ofx", Status::Booked));
    assert_eq!(row.counterparty.name.as_deref(), Some("John & Sons"));
    assert_eq!(row.remittance, "John & Sons Invoice 12");
    assert_eq!(references(row, ReferenceKind::Cheque), ["1025"]);
    assert_eq!(references(row, ReferenceKind::Bank), ["R77", "980309001"]);
    assert_eq!(row.bank_code.as_ref().unwrap().proprietary.as_deref(), Some("CHECK"));
    let RowPlace { bytes, line, field, .. } = &report.places.transactions[0];
    let at = &text[bytes.start as usize..bytes.end as usize];
    assert!(at.starts_with("<STMTTRN>") && at.ends_with("</STMTTRN>"));
    assert_eq!((*line, field.to_string().as_str()), (20, "STMTRS[1]/STMTTRN[1]"));
    let balances: Vec<_> =
        report.balances.iter().map(|known| (known.kind, known.amount.to_string())).collect();
    assert_eq!(
        balances,
        [(BalanceKind::Closing, "-5250.00 USD".to_owned()), (BalanceKind::Other, "5.00 USD".to_owned())]
    );
    let statement = &report.statements[0];
    assert_eq!((statement.proof, statement.entries), (Proof::NoBalances, 1));
    assert_eq!(statement.booked.unwrap().minor(), -10_000);
    assert_eq!(statement.from.unwrap().to_string(), "2026-03-01");
    let account = &report.accounts[0];
    assert_eq!((account.id.as_str(), account.bank.as_deref()), ("098-121", Some("987654321")));
}

#[test]
fn all_ways_of_writing_it() {
    let plain = bank(&(record("<FITID>12345<NAME>A & B<MEMO>C") + &record("<FITID>12346<NAME>D")));
    let expected = read(&plain);
    let rows = |text: &str| {
        let report = read(text);
        assert!(report.errors.is_empty() && report.warnings.is_empty(), "{text}: {:?}", report.warnings);
        report.transactions
    };
    // Every value with its end tag, as XML has it and many write version 1.
    let mut closed = String::new();
    for part in plain[HEADER.len()..].split_inclusive('>') {
        let (value, tag) = part.rsplit_once('<').unwrap();
        match (value.trim(), closed.rsplit_once('<')) {
            ("", _) | (_, None) => closed.push_str(part),
            (value, Some((_, open))) => {
                let end = format!("{value}</{}\n<{tag}", open);
                closed.push_str(&end);
            }
        }
    }
    assert!(closed.contains("<TRNAMT>1.00</TRNAMT>"), "{closed}");
    let xml = format!(
        "<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n{}",
        closed.replace("A & B", "<![CDATA[A & B]]>").replace("<MEMO>C", "<!-- <STMTTRN> --><MEMO>C")
    );
    for text in [
        closed.clone(),
        format!("{HEADER}{closed}"),
        xml,
        plain[HEADER.len()..].to_owned(),
        plain.replace('\n', " "),
        plain.replace('\n', "\r\n"),
        plain
            .to_lowercase()
            .replace("a & b", "A & B")
            .replace("memo>c", "memo>C")
            .replace("name>d", "name>D")
            .replace("<acctid>a", "<acctid>A")
            .replace("credit", "CREDIT"),
        plain.replace('<', " \n\t<"),
        plain.replace("<STMTTRN>", "<STMTTRN >").replace("</OFX>", "</OFX >"),
        plain.replace("<OFX>", "<ofx:OFX xmlns:ofx='u'>").replace("</OFX>", "</ofx:OFX>"),
    ] {
        assert_eq!(rows(&text), expected.transactions, "{text}");
    }
    // Without the end tags of its records.
    let report = read(&plain.replace("</STMTTRN>", ""));
    assert_eq!(report.transactions, expected.transactions);
    assert_eq!(codes(&report.warnings), [Code::OfxAssumed]);
}

#[test]
fn the_sign_is_the_amounts_own() {
    for (kind, amount, minor) in
        [("DEBIT", "5,30", 530), ("CREDIT", "-5.30", -530), ("DEBIT", " + 1 234,5 ", 123_450)]
    {
        let text = bank(&record("").replace("CREDIT", kind).replace("1.00", amount));
        assert_eq!(read(&text).transactions[0].amount.minor(), minor);
    }
    let report = read(&bank(&(record("").replace("1.00", "25.000") + &record("").replace("1.00", "1,234"))));
    let minor: Vec<_> = report.transactions.iter().map(|row| row.amount.minor()).collect();
    assert_eq!((minor, codes(&report.warnings)), (vec![2500, 123_400], vec![Code::OfxAssumed]));
}

#[test]
fn a_bad_record_costs_itself() {
    let good = record("<FITID>12345");
    for (bad, code) in [
        (record("").replace("1.00", "            .  "), Code::OfxBadAmount),
        (record("").replace("1.00", "12..3"), Code::OfxBadAmount),
        (record("").replace("<TRNAMT>1.00", ""), Code::OfxBadAmount),
        (record("").replace("1.00", "USD 5"), Code::OfxBadAmount),
        (record("").replace("1.00", "1.2345"), Code::MoneyPrecision),
        (record("").replace("1.00", &"9".repeat(30)), Code::MoneyOverflow),
        (record("").replace("20260304", "20260231"), Code::OfxBadDate),
        (record("").replace("20260304", "201120000000"), Code::OfxBadDate),
        (record("").replace("20260304", ""), Code::OfxBadDate),
        (record("").replace("20260304", "00000000"), Code::OfxBadDate),
        (record("<CURRENCY><CURSYM>XYZ</CURRENCY>"), Code::MoneyCurrencyUnknown),
        ("<STMTTRN/>\n".to_owned(), Code::OfxBadAmount),
        ("<STMTTRN></STMTTRN>\n".to_owned(), Code::OfxBadAmount),
    ] {
        let text = bank(&format!("{good}{bad}{good}"));
        let report = read(&text);
        assert_eq!(codes(&report.errors), [code], "{bad}");
        assert_eq!((report.records, report.transactions.len()), (3, 2), "{bad}");
        let place = report.errors[0].place().bytes.clone().unwrap();
        assert_eq!(&text[place.start as usize..place.end as usize], bad.trim_end());
        assert_eq!(report.statements[0].proof, Proof::Incomplete);
    }
    let report = read(&bank(
        &(record("").replace("20260304", "") + &record("<DTUSER>20260302").replace("20260304", "")),
    ));
    assert_eq!(
        (codes(&report.errors), codes(&report.warnings)),
        (vec![Code::OfxBadDate], vec![Code::OfxAssumed])
    );
    assert_eq!(report.transactions[0].booked_on.to_string(), "2026-03-02");
}

#[test]
fn ids_of_rows() {
    // Empty, zero, counted, and repeated with other content.
    let ids = |fitids: &[&str]| {
        let records: String =
            fitids.iter().zip(1..).map(|(id, at)| record(&format!("<FITID>{id}<MEMO>{at}"))).collect();
        read(&bank(&records)).transactions.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let by_content = ids(&["", "0", "12", "000000", "AB", "AB"]);
    for at in [0, 1, 2, 3, 5] {
        assert!(by_content[at].starts_with("c_"), "{by_content:?}");
    }
    assert_eq!(by_content[4], "A 1:AB");
    // The same number in two accounts, and a copy of a statement.
    let text = bank(&record("<FITID>98765"));
    let other = text[HEADER.len()..].replace("A 1", "A 2");
    let report = read(&format!("{text}{other}{text}"));
    let ids: Vec<_> = report.transactions.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["A 1:98765", "A 2:98765", "A 1:98765"]);
    assert_eq!(report.statements.len(), 3);
}

#[test]
fn parties_and_texts() {
    let row = one("<NAME>POS;ACME<MEMO>Acme  was here");
    assert_eq!(row.remittance, "POS;ACME Acme was here");
    assert_eq!(one("<NAME>ACME<MEMO>POS Acme #112").remittance, "POS Acme #112");
    assert_eq!(one("<MEMO>Rent<MEMO2>March").remittance, "Rent March");
    let row = one("<NAME>Short<EXTDNAME>Short name in full");
    assert_eq!(row.counterparty.name.as_deref(), Some("Short name in full"));
    let row = one(
        "<PAYEE><NAME>Payee Ltd<ADDR1>Street 1<CITY>X</PAYEE><BANKACCTTO><BANKID>DEUTDEFF<ACCTID>DE89 3704 0044 0532 0130 00\
         <ACCTTYPE>CHECKING</BANKACCTTO><SIC>5411<SRVRTID>S9",
    );
    assert_eq!(row.counterparty.name.as_deref(), Some("Payee Ltd"));
    assert_eq!(row.counterparty.iban.as_deref(), Some("DE89370400440532013000"));
    assert_eq!(row.counterparty.bic.as_deref(), Some("DEUTDEFF"));
    assert_eq!(row.metadata.get("sic"), Some("5411"));
    assert_eq!(references(&row, ReferenceKind::Bank), ["S9"]);
    assert_eq!(one("<CCACCTTO><ACCTID>4111</CCACCTTO>").counterparty.account.as_deref(), Some("4111"));
    // The number of a cheque that is none, or that is the row's own.
    assert!(one("<CHECKNUM>000").references.is_empty());
    let row = one("<FITID>5649673<CHECKNUM>5649673");
    assert_eq!(
        (references(&row, ReferenceKind::Cheque).len(), references(&row, ReferenceKind::Bank)),
        (0, vec!["5649673"])
    );
}

#[test]
fn currencies_of_a_record() {
    let row = one("<CURRENCY><CURRATE>0.9<CURSYM>USD</CURRENCY>");
    assert_eq!((row.amount.to_string(), row.original.is_none()), ("1.00 USD".to_owned(), true));
    assert_eq!(row.metadata.get("currency_rate"), Some("0.9"));
    assert_eq!(one("<CURRENCY>GBP").currency().as_str(), "GBP");
    let row = one("<ORIGCURRENCY><CURRATE>0,8<CURSYM>USD</ORIGCURRENCY>");
    let original = row.original.unwrap();
    assert_eq!(
        (row.amount.to_string(), original.amount.to_string()),
        ("1.00 EUR".to_owned(), "1.25 USD".to_owned())
    );
    assert_eq!(original.rate.unwrap().to_string(), "0.8");
    // A rate of few digits: what is stated beside it makes the booked amount.
    let row = one("<ORIGCURRENCY><CURRATE>155<CURSYM>JPY</ORIGCURRENCY>");
    assert!(row.original.is_none());
    // Nothing says the currency: an option does.
    let text = bank(&record("")).replace("<CURDEF>EUR", "<CURDEF>");
    assert_eq!(codes(&read(&text).errors), [Code::OfxCurrency]);
    let mut options = ReadOptions::default();
    options.currency = Currency::parse("GBP").ok();
    assert_eq!(read_with(&text, &options).transactions[0].currency().as_str(), "GBP");
}

#[test]
fn pending_rows() {
    let text = bank(&record("<FITID>12345")).replace(
        "<LEDGERBAL>",
        "<BANKTRANLISTP><DTASOF>20260401<STMTTRNP><TRNTYPE>DEBIT<DTTRAN>20260402<TRNAMT>-7<NAME>Soon</STMTTRNP></BANKTRANLISTP><LEDGERBAL>",
    );
    let report = read(&text);
    assert!(report.errors.is_empty() && report.warnings.is_empty());
    let rows: Vec<_> = report.transactions.iter().map(|row| (row.status, row.amount.minor())).collect();
    assert_eq!(rows, [(Status::Booked, 100), (Status::Pending, -700)]);
    assert!(report.transactions[1].id.starts_with("pending:"));
    assert_eq!(report.statements[0].entries, 1);
    assert_eq!(one("").status, Status::Booked);
    let hold = read(&bank(&record("").replace("CREDIT", "HOLD")));
    assert_eq!(hold.transactions[0].status, Status::Pending);
}

#[test]
fn corrections() {
    let report = read(&bank(
        &(record("<FITID>12345")
            + &record("<FITID>12399<CORRECTFITID>12345<CORRECTACTION>REPLACE")
            + &record("<FITID>12400<CORRECTFITID>12345<CORRECTACTION>DELETE")),
    ));
    assert_eq!(codes(&report.warnings), [Code::OfxCorrection; 2]);
    assert_eq!(report.warnings[1].place().row.as_deref(), Some("A 1:12345"));
    let reverses: Vec<_> = report.transactions.iter().map(|row| row.reverses.as_deref()).collect();
    assert_eq!(reverses, [None, Some("A 1:12345")]);
}

#[test]
fn cards_and_several_accounts() {
    let card = bank(&record("").replace("CREDIT", "DEBIT"))
        .replace("STMTRS>", "CCSTMTRS>")
        .replace("STMTTRNRS>", "CCSTMTTRNRS>")
        .replace("BANKACCTFROM>", "CCACCTFROM>")
        .replace("A 1", "4111");
    let text = bank(&record("")).replace("</OFX>", &card[HEADER.len() + "<OFX>".len()..]);
    let report = read(&text);
    assert!(report.errors.is_empty() && report.warnings.is_empty());
    let rows: Vec<_> = report.transactions.iter().map(|row| (row.account.as_deref(), row.kind)).collect();
    assert_eq!(rows, [(Some("A 1"), TransactionKind::Other), (Some("4111"), TransactionKind::Card)]);
    assert_eq!(report.places.transactions[1].field.to_string(), "CCSTMTRS[2]/STMTTRN[1]");
    assert_eq!(report.accounts.len(), 2);
}

fn investment(movements: &str) -> String {
    format!(
        "{HEADER}<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20260331<CURDEF>USD<INVACCTFROM><BROKERID>b.example<ACCTID>I1\
         </INVACCTFROM><INVTRANLIST><DTSTART>20260301<DTEND>20260331{movements}</INVTRANLIST><INVPOSLIST><POSMF><INVPOS><SECID>\
         <UNIQUEID>X</SECID><UNITS>1<MKTVAL>5.123</INVPOS></POSMF></INVPOSLIST><INVBAL><AVAILCASH>12.50<MARGINBALANCE>0<BALLIST><BAL>\
         <NAME>Cash<BALTYPE>DOLLAR<VALUE>3<DTASOF>20260330</BAL><BAL><NAME>Yield<BALTYPE>PERCENT<VALUE>3.123</BAL></BALLIST></INVBAL>\
         </INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>"
    )
}

#[test]
fn the_cash_side_of_investments() {
    let trade = |name: &str, inner: &str, units: &str, total: &str| {
        format!(
            "<{name}><{inner}><INVTRAN><FITID>{name}1<DTTRADE>20260304<DTSETTLE>20260306<MEMO>Fund</INVTRAN><SECID><UNIQUEID>X\
             <UNIQUEIDTYPE>CUSIP</SECID><UNITS>{units}<UNITPRICE>2.00<TOTAL>{total}</{inner}></{name}>"
        )
    };
    let movements = [
        trade("BUYMF", "INVBUY", "8.8", "-197.2"),
        trade("SELLSTOCK", "INVSELL", "-2", "50"),
        trade("INCOME", "X", "0", "1.25"),
        trade("INVEXPENSE", "X", "0", "-3"),
        trade("TRANSFER", "X", "1", "99"),
        trade("REINVEST", "X", "1", "-9"),
        format!("<INVBANKTRAN>{}<SUBACCTFUND>CASH</INVBANKTRAN>", record("<FITID>12345")),
    ];
    let report = read(&investment(&movements.concat()));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(codes(&report.warnings), [Code::OfxNoCash]);
    assert!(report.warnings[0].message().starts_with("2 "));
    let rows: Vec<_> =
        report.transactions.iter().map(|row| (row.id.as_str(), row.amount.minor(), row.kind)).collect();
    let other = TransactionKind::Other;
    assert_eq!(
        rows,
        [
            ("I1:BUYMF1", -19_720, other),
            ("I1:SELLSTOCK1", 5000, other),
            ("I1:INCOME1", 125, other),
            ("I1:INVEXPENSE1", -300, TransactionKind::Fee),
            ("I1:12345", 100, other)
        ]
    );
    let first = &report.transactions[0];
    assert_eq!(first.value_on.unwrap().to_string(), "2026-03-06");
    assert_eq!((first.remittance.as_str(), first.metadata["security"].as_str()), ("Fund", "X"));
    let balances: Vec<_> = report.balances.iter().map(|known| (known.kind, known.amount.minor())).collect();
    assert_eq!(balances, [(BalanceKind::Other, 1250), (BalanceKind::Other, 300)]);
    assert_eq!(report.balances[0].on.unwrap().to_string(), "2026-03-31");
    // A sign against its own action is said; units taken back explain it.
    let report = read(&investment(&trade("BUYMF", "INVBUY", "8", "5")));
    assert_eq!(codes(&report.warnings), [Code::OfxAssumed]);
    assert!(read(&investment(&trade("BUYMF", "INVBUY", "-8", "5"))).warnings.is_empty());
    assert_eq!(codes(&read(&investment(&trade("BUYMF", "INVBUY", "8", ""))).errors), [Code::OfxBadAmount]);
}

#[test]
fn answers_that_failed() {
    let failed = "<STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Wrong password, Mr Smith</STATUS>";
    let alone = format!("{HEADER}<OFX><SIGNONMSGSRSV1><SONRS>{failed}</SONRS></SIGNONMSGSRSV1></OFX>");
    let error = read_as(Format::Ofx, alone.as_bytes(), &ReadOptions::default()).expect_err("refused");
    assert_eq!(error.code(), Code::OfxFailed);
    assert!(error.message().contains("15500 (sign-on refused)") && !error.message().contains("Smith"));
    let report = read(&bank(&record("")).replace("<BANKMSGSRSV1>", &format!("{failed}<BANKMSGSRSV1>")));
    assert_eq!((codes(&report.warnings), report.transactions.len()), (vec![Code::OfxFailed], 1));
}

#[test]
fn what_holds_nothing() {
    let empty = bank("");
    let report = read(&empty);
    assert_eq!((codes(&report.warnings), report.balances.len()), (vec![Code::FormatNoRows], 1));
    let blank = empty.replace("10.00", " ");
    assert_eq!((read(&blank).balances.len(), read(&blank).errors.len()), (0, 0));
    assert_eq!(codes(&read(&empty.replace("10.00", "x")).errors), [Code::OfxBadAmount]);
    assert_eq!(refused(&format!("{HEADER}<OFX></OFX>")), Code::FormatNoRows);
    assert_eq!(refused("<OFXX>"), Code::FormatUnknown);
    assert_eq!(refused(""), Code::FormatUnknown);
}

#[test]
fn a_cut_file_keeps_its_whole_records() {
    let text = bank(&(record("<FITID>12345") + &record("<FITID>12346")));
    for (cut, rows, proof) in [
        ("</OFX>", 2, Proof::NoBalances),
        ("</STMTRS>", 2, Proof::Incomplete),
        ("</BANKTRANLIST>", 2, Proof::Incomplete),
        ("</STMTTRN>\n</BANKTRANLIST>", 1, Proof::Incomplete),
        ("6</STMTTRN>", 1, Proof::Incomplete),
    ] {
        let at = text.rfind(cut).unwrap();
        let report = read(&text[..at]);
        assert_eq!(codes(&report.errors), [Code::FormatTruncated], "{cut}");
        assert_eq!((report.transactions.len(), report.refused), (rows, 2 - rows as u64), "{cut}");
        assert_eq!(report.statements[0].proof, proof, "{cut}");
    }
}

#[test]
fn bounded() {
    // A record without an end, and tags without theirs; a quadratic search would not end here.
    let text =
        bank(&(record("") + "<STMTTRN><MEMO>" + &"x".repeat(group::LONGEST) + &record("<FITID>12345")));
    let report = read(&text);
    assert_eq!((codes(&report.errors), report.transactions.len()), (vec![Code::FormatTooLarge], 2));
    for junk in [
        "<",
        "<STMTTRN",
        "<STMTTRN>",
        "<STMTTRN><",
        "<STMTTRN><![CDATA[",
        "<MEMO><!--",
        "<A ",
        "<LEDGERBAL><BALAMT>",
        "&",
        "<DTEND>",
    ] {
        let report = read_as(Format::Ofx, bank(&junk.repeat(200_000)).as_bytes(), &ReadOptions::default());
        assert!(report.is_ok_and(|report| report.transactions.is_empty()), "{junk}");
    }
    let markers = bank(&record(&format!("<MEMO>{}", "<!-- <![CDATA[ &".repeat(5_000))));
    assert_eq!(read(&markers).transactions.len(), 1);
}

#[test]
fn code_pages_of_the_header() {
    let bytes = |text: &str, charset: &str| {
        let text = bank(&record("<NAME>?")).replace("1252", charset).replace('?', text);
        let (bytes, ..) = encoding_rs::Encoding::for_label(charset.trim_start_matches("cp").as_bytes())
            .unwrap_or(encoding_rs::WINDOWS_1251)
            .encode(&text);
        bytes.into_owned()
    };
    let name = |bytes: &[u8]| {
        let report = read_as(Format::Ofx, bytes, &ReadOptions::default()).unwrap();
        (report.transactions[0].counterparty.name.clone().unwrap(), report.warnings.len())
    };
    assert_eq!(name(&bytes("Привет", "1251")), ("Привет".to_owned(), 0));
    assert_eq!(name(&bytes("Zoë", "ISO-8859-1")), ("Zoë".to_owned(), 0));
    let one_line = String::from_utf8_lossy(&bytes("x", "1251")).replace('\n', "");
    assert_eq!(name(one_line.as_bytes()), ("x".to_owned(), 0));
    // A header that lies: the text is UTF-8.
    assert_eq!(name(bank(&record("<NAME>Zoë")).as_bytes()), ("Zoë".to_owned(), 0));
}

proptest::proptest! {
    #[test]
    fn any_mutation_has_an_answer(
        cut in 0_usize..3000,
        flips in proptest::collection::vec((0_usize..3000, proptest::num::u8::ANY), 0..6),
        swap in (0_usize..3000, 0_usize..3000),
    ) {
        let text = bank(&(record("<FITID>12345<NAME>ä &amp; b<MEMO><![CDATA[<x>]]>") + &record("<CURRENCY><CURSYM>USD</CURRENCY>")))
            + &investment("<BUYMF><TOTAL>1<DTTRADE>20260304</BUYMF>");
        let mut bytes = text.into_bytes();
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
        if let Ok(report) = read_as(Format::Ofx, &bytes, &ReadOptions::default()) {
            proptest::prop_assert_eq!(report.transactions.len(), report.places.transactions.len());
            for RowPlace { bytes: range, .. } in &report.places.transactions {
                proptest::prop_assert!(range.start < range.end);
            }
        }
    }

    #[test]
    fn any_tags_have_an_answer(text in "(<OFX>|<STMTRS>|</STMTRS>|<STMTTRN>|</STMTTRN>|<TRNAMT>|1|<DTPOSTED>20260304|<CURDEF>EUR|<|>|/|!--|-->|<!\\[CDATA\\[|\\]\\]>|é| |<LEDGERBAL>|<STATUS>){0,40}") {
        let _ = read_as(Format::Ofx, text.as_bytes(), &ReadOptions::default());
    }
}

#[test]
fn a_movement_without_its_start_is_refused() {
    let whole = record("<FITID>1");
    let headless = whole.replacen("<STMTTRN>", "", 1);
    let report = read(&bank(&format!("{whole}{headless}{whole}")));
    assert_eq!((report.records, report.refused, report.transactions.len()), (3, 1, 2));
    assert_eq!(report.errors[0].code(), Code::XmlSyntax);
}
