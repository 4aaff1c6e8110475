//! The reader as a whole: exports as banks write them, and the real files of the corpus.

use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::money::Currency;
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Csv, bytes, options)
}

fn in_currency(code: &str) -> ReadOptions {
    ReadOptions { currency: Some(Currency::parse(code).unwrap()), ..ReadOptions::default() }
}

fn good(text: &str) -> Report {
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report
}

fn amounts(report: &Report) -> Vec<String> {
    report.transactions.iter().map(|row| row.amount.to_string()).collect()
}

fn codes(errors: &[Error]) -> Vec<&'static str> {
    errors.iter().map(|error| error.code().as_str()).collect()
}

/// Amounts of a file, in the order of its rows.
fn of(text: &str) -> Vec<String> {
    amounts(&good(text))
}

#[test]
fn an_id_of_several_rows_is_their_reference() {
    let file = |second: &str| {
        good(&format!(
            "Date,Amount,Currency,Transaction ID\n2026-03-04,-5.00,EUR,ORDER-1\n2026-03-05,5.00,EUR,{second}\n"
        ))
    };
    let references = |report: &Report| -> Vec<Vec<String>> {
        let values = |row: &Transaction| row.references.iter().map(|known| known.value.clone()).collect();
        report.transactions.iter().map(values).collect()
    };
    let repeated = file("ORDER-1");
    assert_eq!(references(&repeated), [["ORDER-1"], ["ORDER-1"]]);
    assert!(repeated.transactions[0].id != repeated.transactions[1].id);
    // An id that names its row is the row's.
    let named = file("ORDER-2");
    assert_eq!(references(&named), [[""; 0]; 2]);
    assert!(named.transactions[0].id.contains("ORDER-1"));
}

#[test]
fn signed_amounts_of_a_german_bank() {
    let report = good(
        "\u{feff}Kontoauszug\r\n\r\n\"Buchungstag\";\"Valutadatum\";\"Buchungstext\";\"Verwendungszweck\";\"Beguenstigter/Zahlungspflichtiger\";\"Kontonummer/IBAN\";\"BIC (SWIFT-Code)\";\"Betrag\";\"Waehrung\";\"Kundenreferenz (End-to-End)\"\r\n\
         \"04.03.26\";\"05.03.26\";\"SEPA-LASTSCHRIFT\";\"Rechnung; Nr. 7\";\"Strom AG\";\"DE89 3704 0044 0532 0130 00\";\"COBADEFFXXX\";\"-1.236,99\";\"EUR\";\"NOTPROVIDED\"\r\n\
         \"13.03.26\";\"13.03.26\";\"GUTSCHRIFT\";\"RE-1042\";\"Ada Byron\";\"\";\"\";\"50,00\";\"EUR\";\"E2E-9\"\r\n\
         \"Summe\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\"\r\n",
    );
    assert_eq!(amounts(&report), ["-1236.99 EUR", "50.00 EUR"]);
    let first = &report.transactions[0];
    assert_eq!(first.booked_on.to_string(), "2026-03-04");
    assert_eq!(first.value_on.unwrap().to_string(), "2026-03-05");
    assert_eq!(first.counterparty.iban.as_deref(), Some("DE89370400440532013000"));
    assert_eq!(first.remittance, "Rechnung; Nr. 7");
    assert_eq!(first.kind, crate::model::TransactionKind::DirectDebit);
    assert!(first.references.is_empty());
    assert_eq!(report.transactions[1].references[0].value, "E2E-9");
    assert_eq!(codes(&report.warnings), ["format.csv.left_out"]);
    assert_eq!(report.places.transactions.len(), 2);
}

#[test]
fn two_columns_of_amounts() {
    assert_eq!(
        of(
            "Date opération;Libellé;Débit;Crédit;Devise\n2026-04-02;Loyer;1234,56;;EUR\n2026-04-05;Salaire;;3500,00;EUR\n"
        ),
        ["-1234.56 EUR", "3500.00 EUR"]
    );
    // Some banks print debits with their minus.
    assert_eq!(
        of("Date;Description;Debit;Credit;Currency\n2026-04-02;a;-5.00;;EUR\n2026-04-05;b;;7.00;EUR\n"),
        ["-5.00 EUR", "7.00 EUR"]
    );
    assert_eq!(
        of(
            "Date,Description,Paid out,Paid in,Balance,Currency\n02 Apr 2026,a,£5.00,,£95.00,GBP\n03 Apr 2026,b,,£7.00,£102.00,GBP\n"
        ),
        ["-5.00 GBP", "7.00 GBP"]
    );
}

#[test]
fn flags_of_direction() {
    assert_eq!(
        of(
            "Datum;Naam / Omschrijving;Rekening;Tegenrekening;Af Bij;Bedrag (EUR);Mededelingen\n20260304;X;NL47BUNQ2025181418;NL89BUNQ2025105584;Af;5,00;m\n20260305;Y;NL47BUNQ2025181418;NL77RABO0311467415;Bij;7,50;n\n"
        ),
        ["-5.00 EUR", "7.50 EUR"]
    );
    assert_eq!(
        of("Date;Text;Amount;D/C;Currency\n2026-03-04;x;5.00;D;EUR\n2026-03-05;y;6.00;C;EUR\n"),
        ["-5.00 EUR", "6.00 EUR"]
    );
    assert_eq!(
        of("Date;Text;Amount;S/H;Currency\n2026-03-04;x;5.00;S;EUR\n2026-03-05;y;6.00;H;EUR\n"),
        ["-5.00 EUR", "6.00 EUR"]
    );
    let odd = read(
        b"Date;Text;Amount;D/C;Currency\n2026-03-04;x;5.00;D;EUR\n2026-03-05;y;6.00;Q;EUR\n",
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!((codes(&odd.errors), odd.errors[0].place().line), (vec!["format.csv.sign"], Some(3)));
}

#[test]
fn fees_beside_the_amount_are_proven_by_balances() {
    let report = good(
        "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n\
         TRANSFER,Current,2026-03-01 10:00:00,2026-03-01 10:00:01,a,100.00,1.00,EUR,COMPLETED,199.00\n\
         CARD_PAYMENT,Current,2026-03-02 10:00:00,2026-03-03 10:00:01,b,-20.00,0.00,EUR,COMPLETED,179.00\n\
         CARD_PAYMENT,Current,2026-03-02 10:00:00,,c,-20.00,0.00,EUR,REVERTED,\n\
         TRANSFER,Current,2026-03-04 10:00:00,2026-03-04 10:00:01,d,-50.00,0.50,EUR,COMPLETED,128.50\n",
    );
    assert_eq!(amounts(&report), ["99.00 EUR", "-20.00 EUR", "-50.50 EUR"]);
    assert_eq!(report.transactions[0].gross().unwrap().to_string(), "100.00 EUR");
    assert_eq!(
        report.balances.iter().map(|balance| balance.amount.to_string()).collect::<Vec<_>>(),
        ["100.00 EUR", "128.50 EUR"]
    );
    assert_eq!(codes(&report.warnings), ["format.csv.left_out"]);
    let unclear =
        good("Date,Description,Amount,Fee,Currency\n2026-03-01,a,-10.00,1.00,EUR\n2026-03-02,b,5.00,0,EUR\n");
    assert_eq!(amounts(&unclear), ["-10.00 EUR", "5.00 EUR"]);
    assert_eq!(codes(&unclear.warnings), ["format.csv.fee"]);
}

#[test]
fn a_balance_that_breaks_is_named() {
    let report = good(
        "Date,Description,Amount,Balance,Currency\n2026-03-01,a,-10.00,90.00,EUR\n2026-03-02,b,5.00,95.00,EUR\n2026-03-03,c,5.00,100.00,EUR\n2026-03-04,d,1.00,101.00,EUR\n2026-03-05,e,1.00,102.00,EUR\n2026-03-06,f,1.00,113.00,EUR\n",
    );
    assert_eq!(codes(&report.warnings), ["format.csv.balance"]);
    assert_eq!(report.warnings[0].place().line, Some(7));
}

#[test]
fn amounts_in_dispute() {
    let file = |amount: &str| {
        format!("Date;Text;Amount;Currency\n2026-03-04;rent;1.234;EUR\n2026-03-05;rent;{amount};EUR\n")
    };
    let open = good(&file("-2.500"));
    assert_eq!(amounts(&open), ["1234.00 EUR", "-2500.00 EUR"]);
    assert_eq!(codes(&open.warnings), ["format.csv.decimal_mark"]);
    let told = good(&file("-2.500,75"));
    assert_eq!(amounts(&told), ["1234.00 EUR", "-2500.75 EUR"]);
    assert!(told.warnings.is_empty());
}

#[test]
fn dates_in_dispute() {
    let day = |text: &str, code: &str| {
        let report = read(text.as_bytes(), &in_currency(code)).unwrap();
        (report.transactions[0].booked_on.to_string(), codes(&report.warnings))
    };
    let open = "Date,Description,Amount\n03/04/2026,a,-5.00\n";
    assert_eq!(day(open, "EUR"), ("2026-04-03".to_owned(), vec!["format.csv.date_order"]));
    assert_eq!(day(open, "USD"), ("2026-03-04".to_owned(), vec!["format.csv.date_order"]));
    assert_eq!(
        day("Date,Description,Amount\n03/04/2026,a,-5.00\n03/14/2026,a,-5.00\n", "EUR"),
        ("2026-03-04".to_owned(), vec![])
    );
    assert_eq!(
        day("Statement January 2026\nDate,Description,Amount\n12/29,a,-5.00\n01/30,b,-1.00\n", "EUR"),
        ("2025-12-29".to_owned(), vec![])
    );
    let bad = read(
        b"Date,Description,Amount,Currency\n0000-01-01,a,-5.00,EUR\n2026-01-01,b,-1.00,EUR\n",
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!((bad.transactions.len(), codes(&bad.errors)), (1, vec!["format.csv.bad_date"]));
}

#[test]
fn without_a_header() {
    assert_eq!(
        of("18.09.2017;\"HOFER 17:20\";18.09.2017;-33,87;EUR;;\n19.09.2017;LIDL;18.09.2017;24,11;EUR;;\n"),
        ["-33.87 EUR", "24.11 EUR"]
    );
    let balances = read(b"05/01/2023,A,1.96,,13.04\n05/01/2023,B,12.10,,15.00\n05/13/2023,C,10.00,,27.10\n05/13/2023,D,,0.01,37.10\n05/13/2023,E,35.00,,37.09\n", &in_currency("CAD")).unwrap();
    assert_eq!(amounts(&balances), ["-1.96 CAD", "-12.10 CAD", "-10.00 CAD", "0.01 CAD", "-35.00 CAD"]);
    let guess = read(b"18.09.2017\tHOFER\t\t33,87\n19.09.2017\tLIDL\t5,00\t\n", &in_currency("EUR"));
    assert_eq!(guess.unwrap_err().code(), Code::CsvSign);
    let unknown = read(b"Foo,Bar,Baz\n2026-03-04,x,-5.00\n", &in_currency("EUR"));
    assert_eq!(unknown.unwrap_err().code(), Code::CsvNoHeader);
}

#[test]
fn card_statements_turn_the_sign() {
    let report = good(
        "Transaction Date,Card Number,Description,Amount,Currency\n2026-03-04,1234,SHOP,12.50,EUR\n2026-03-05,1234,SHOP,2.50,EUR\n2026-03-06,1234,PAYMENT,-15.00,EUR\n",
    );
    assert_eq!(amounts(&report), ["-12.50 EUR", "-2.50 EUR", "15.00 EUR"]);
    assert_eq!(codes(&report.warnings), ["format.csv.sign"]);
}

#[test]
fn one_bad_row_costs_one_error() {
    let report = read(b"Date,Description,Amount,Currency\n2026-04-02,ok,-100.00,EUR\n2026-04-03,bad,12..34,EUR\n2026-04-04,a,b,-1.00,EUR\n2026-04-05,\"open,-1.00,EUR\n2026-04-06,forty digits,1111111111222222222233333333334444444444,EUR\n2026-04-07,x,NaN,EUR\n2026-04-08,y,1.005,EUR\n2026-04-09,z,-2.00,QQQ\n2026-04-10,last,3.00,EUR\n", &ReadOptions::default()).unwrap();
    assert_eq!(amounts(&report), ["-100.00 EUR", "3.00 EUR"]);
    assert_eq!(
        report
            .errors
            .iter()
            .map(|error| (error.place().line.unwrap(), error.code().as_str()))
            .collect::<std::collections::BTreeSet<_>>(),
        [
            (3, "format.csv.bad_amount"),
            (4, "format.csv.columns"),
            (5, "format.csv.columns"),
            (6, "format.csv.bad_amount"),
            (7, "format.csv.bad_amount"),
            (8, "format.csv.bad_amount"),
            (9, "format.csv.currency")
        ]
        .into()
    );
    assert!(report.errors.iter().all(|error| error.place().bytes.is_some()));
    assert_eq!(report.records, 9);
}

#[test]
fn czech_symbols_and_encoding() {
    let text = "Datum provedení;Číslo protiúčtu;Název protiúčtu;VS;KS;Zaúčtovaná částka;Měna účtu;Id transakce\n27.05.2018;1/0100;Jan;1042;0308;-1 000,50;CZK;32\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1250.encode(text);
    let report = read(&bytes, &ReadOptions::default()).unwrap();
    assert_eq!(amounts(&report), ["-1000.50 CZK"]);
    assert_eq!(report.transactions[0].references[0].value, "VS1042");
    assert_eq!(report.transactions[0].id, "32");
    assert_eq!(report.transactions[0].counterparty.account.as_deref(), Some("1/0100"));
    let place = report.places.transactions[0].bytes.clone();
    assert!(bytes[usize::try_from(place.start).unwrap()..].starts_with(b"27.05."));
}

#[test]
fn chinese_wallets() {
    let text = "账单\n收入：1笔 0.35元\n交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号\n2026-09-26 12:45:27,商户消费,店,书,支出,¥28.16,支付成功,1\n2026-09-27 12:45:27,红包,友,/,收入,¥0.35,已存入,2\n2026-09-28 12:45:27,提现,银行,/,/,¥5.00,提现,3\n";
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    let report = read(&bytes, &ReadOptions::default()).unwrap();
    assert_eq!(amounts(&report), ["-28.16 CNY", "0.35 CNY"]);
    assert_eq!(codes(&report.errors), [""; 0]);
    assert!(report.warnings.iter().any(|told| told.message().contains("1 rows are marked neither")));
}

#[test]
fn the_caller_knows_better() {
    let read = |map: &str, text: &str| {
        let columns = serde_json::from_str(map).unwrap();
        read(text.as_bytes(), &ReadOptions { columns: Some(columns), ..in_currency("EUR") })
    };
    let headless = "x;18.09.2017;9;33,87\nx;19.09.2017;9;1.000\n";
    let report = read(r#"{"fields": {"booked_on": 1, "amount": 3, "text": [0, 2]}, "decimal_mark": ",", "sign": "out_positive", "delimiter": ";"}"#, headless).unwrap();
    assert_eq!(amounts(&report), ["-33.87 EUR", "-1000.00 EUR"]);
    assert_eq!(report.transactions[0].remittance, "x 9");
    let named = read(
        r#"{"fields": {"booked_on": "Foo", "amount": "BAR"}, "date_order": "month_day_year"}"#,
        "note\nFoo,Bar\n03/04/2026,-5.00\n",
    )
    .unwrap();
    assert_eq!(named.transactions[0].booked_on.to_string(), "2026-03-04");
    assert_eq!(
        read(r#"{"fields": {"booked_on": "No", "amount": 1}}"#, headless).unwrap_err().code(),
        Code::CsvMapping
    );
    assert_eq!(read(r#"{"fields": {"booked_on": 1}}"#, headless).unwrap_err().code(), Code::CsvMapping);
    assert!(serde_json::from_str::<Columns>(r#"{"nope": 1}"#).is_err());
}

#[test]
fn lists_of_open_items() {
    let report = good(
        "Invoice Number,Customer,Invoice Date,Due Date,Total,Amount Due,Currency,Status\nINV-1,Ada Ltd,2026-03-01,2026-03-15,100.00,40.00,GBP,Unpaid\nINV-2,Bob,2026-03-01,2026-03-15,10.00,0.00,GBP,Paid\nCN-3,Bob,2026-03-01,2026-03-15,-5.00,-5.00,GBP,Open\n",
    );
    assert!(report.transactions.is_empty());
    let rows: Vec<_> = report.invoices.iter().map(|row| (row.id.as_str(), row.open.to_string())).collect();
    assert_eq!(
        rows,
        [
            ("INV-1", "40.00 GBP".to_owned()),
            ("INV-2", "0.00 GBP".to_owned()),
            ("CN-3", "5.00 GBP".to_owned())
        ]
    );
    assert_eq!(report.invoices[2].kind, crate::model::InvoiceKind::CreditNote);
    assert_eq!(report.invoices[0].customer.as_ref().unwrap().name.as_deref(), Some("Ada Ltd"));
}

#[test]
fn nothing_is_silent() {
    let code = |bytes: &[u8]| read(bytes, &ReadOptions::default()).unwrap_err().code();
    assert_eq!(code(b""), Code::FormatNoRows);
    assert_eq!(code(b"Date,Description,Amount\n"), Code::FormatNoRows);
    assert_eq!(code(b"Date,Description,Amount\n2026-03-04,a,-5.00\n"), Code::CsvCurrency);
    assert_eq!(code(b"AccountId,StatementCreated,NumTransactions,NetAmount\n5000,2010-10-18T17:00:00+01:00,3,-64321.5\n"), Code::CsvNoHeader);
    assert_eq!(code(b"hello\nworld\n"), Code::CsvNoHeader);
}

#[test]
fn a_line_of_100_mb_is_refused() {
    let bytes = vec![b'x'; 100 * 1024 * 1024];
    assert_eq!(read(&bytes, &ReadOptions::default()).unwrap_err().code(), Code::FormatTooLarge);
}

#[test]
fn equal_rows_have_ids_of_their_own() {
    let report = good("Date,Description,Amount,Currency\n2026-03-04,a,-5.00,EUR\n2026-03-04,a,-5.00,EUR\n");
    assert_ne!(report.transactions[0].id, report.transactions[1].id);
}

proptest! {
    #[test]
    fn mutations_never_panic(at in 0usize..500, byte: u8, cut in 1usize..600) {
        let mut bytes = b"Date;Text;Amount;D/C;Currency;Balance\n04.03.2026;\"x;y\";1.005,00;D;EUR;2,00\n05.03.2026;y;6,00;C;EUR;8,00\n".to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.truncate(cut);
        let _ = read(&bytes, &ReadOptions::default());
    }

    #[test]
    fn any_text_is_answered(text in "[0-9a-zA-Z;,|\t\"\n\r./ €-]{0,200}") {
        let _ = read(text.as_bytes(), &in_currency("EUR"));
    }

    #[test]
    fn amounts_are_exact_in_any_dialect(cents in proptest::collection::vec(-10_000_000i64..10_000_000, 1..8), comma: bool) {
        let mut text = "Date;Text;Amount;Currency\n".to_owned();
        for cents in &cents {
            let amount = crate::money::Amount::new(*cents, Currency::parse("EUR").unwrap()).decimal_text();
            let amount = if comma { amount.replace('.', ",") } else { amount };
            text.push_str(&format!("2026-03-04;x;{amount};EUR\n"));
        }
        let report = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        let read: Vec<i64> = report.transactions.iter().map(|row| row.amount.minor()).collect();
        prop_assert_eq!(read, cents);
    }
}

/// Every real file yields rows, or is here with its reason.
#[test]
fn real_files() {
    let root = match std::env::var("PAYYMO_SHARED") {
        Ok(shared) => std::path::PathBuf::from(shared),
        Err(_) => std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
    };
    let root = root.join("corpus/csv");
    if !root.exists() {
        assert!(std::env::var("CI").is_err(), "the corpus is missing");
        println!("left out: no corpus of real files here");
        return;
    }
    let unread = [
        ("TH_20180101-20180523_page_1.csv", Code::CsvBadDate), // all dates are of the year 1111
        ("TH_20180101-20180523_strana_1.csv", Code::CsvBadDate), // the same
        ("dba33fceecd62c3c727893361e0ba4d3.P000000027355791.csv", Code::CsvSign), // one row, no header, no sign
        ("test_delimiter_tab.csv", Code::CsvSign), // two columns of amounts and no header
        ("camt_file.csv", Code::CsvNoHeader),      // a summary of statements
    ];
    let mut rows = 0;
    for folder in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".beancount") {
                continue;
            }
            match (
                read(&std::fs::read(&path).unwrap(), &in_currency("CAD")),
                unread.iter().find(|(known, _)| *known == name),
            ) {
                (Ok(report), None) => {
                    assert!(!report.transactions.is_empty(), "{name}");
                    rows += report.transactions.len();
                }
                (Err(error), Some((_, code))) => assert_eq!(error.code(), *code, "{name}: {error}"),
                (Ok(_), Some(_)) => panic!("{name} is read now: take it off the list"),
                (Err(error), None) => panic!("{name}: {error}"),
            }
        }
    }
    assert!(rows > 300, "{rows} rows");
}

#[test]
fn the_error_of_a_table_without_rows_has_its_place_once() {
    let header = "Date,Amount,Currency\n";
    let bad = "2026-03-04,1.x,EUR\n";
    let empty = "\n".repeat(50);
    for before in ["", "\u{feff}"] {
        let text = format!("{before}{header}{empty}{bad}{bad}");
        let error = read_as(Format::Csv, text.as_bytes(), &ReadOptions::default()).unwrap_err();
        let bytes = error.place().bytes.clone().unwrap();
        let record = &text.as_bytes()[bytes.start as usize..bytes.end as usize];
        assert!(record.starts_with(b"2026-03-04,1.x"), "{error}");
    }
}

#[test]
fn a_column_of_directions_holds_though_a_correction_is_signed() {
    let credits: String = (11..=18).map(|day| format!("2026-03-{day};10.50;C;pay {day};EUR\n")).collect();
    let file = |end: &str| of(&format!("Date;Amount;D/C;Description;Currency\n{credits}{end}"));
    let read = file("2026-03-21;50.00;D;rent;EUR\n2026-03-22;-10.50;C;correction;EUR\n");
    assert_eq!(read[8..], ["-50.00 EUR", "-10.50 EUR"]);
    // Where what goes out is signed, the column says the same again.
    let read = file("2026-03-21;-50.00;D;rent;EUR\n2026-03-22;-7.00;D;rent;EUR\n");
    assert_eq!(read[8..], ["-50.00 EUR", "-7.00 EUR"]);
}

#[test]
fn carried_balances_are_no_movements() {
    let report = good(
        "Fecha;Concepto;Importe;Saldo;Divisa\n01/03/2026;Saldo inicial;1.000,00;1.000,00;EUR\n\
         13/03/2026;Ingreso;100,00;1.100,00;EUR\n14/03/2026;Recibo;-50,00;1.050,00;EUR\n",
    );
    assert_eq!(amounts(&report), ["100.00 EUR", "-50.00 EUR"]);
    assert_eq!(report.statements[0].opening.unwrap().to_string(), "1000.00 EUR");
    assert!(codes(&report.warnings).contains(&"format.csv.left_out"));
}

#[test]
fn an_input_that_ends_within_a_record_is_cut() {
    let text = "Date,Description,Amount EUR,Reference\n2026-03-13,a,-10.00,r1\n2026-03-15,c,-12";
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(amounts(&report), ["-10.00 EUR"]);
    assert_eq!((report.records, codes(&report.errors)), (2, vec!["format.truncated"]));
    // Without a line's end alone, nothing is missing.
    assert_eq!(of(&format!("{text}50.00,r2")), ["-10.00 EUR", "-1250.00 EUR"]);
}

#[test]
fn an_amount_may_not_name_another_currency_than_its_row() {
    let text =
        "Date,Amount,Currency,Description\n2026-03-13,USD 12.00,EUR,foo\n2026-03-14,EUR -3.00,EUR,bar\n";
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(
        (amounts(&report), codes(&report.errors)),
        (vec!["-3.00 EUR".to_owned()], vec!["format.csv.currency"])
    );
}

#[test]
fn balances_prove_what_is_booked() {
    use crate::format::Proof;
    let report = good(
        "Date,Description,Amount,Currency,State,Balance\n2026-03-01,a,10.00,EUR,COMPLETED,110.00\n\
         2026-03-02,b,-4.00,EUR,COMPLETED,106.00\n2026-03-03,c,1.00,EUR,COMPLETED,107.00\n2026-03-04,d,-7.00,EUR,PENDING,\n",
    );
    assert_eq!((report.transactions.len(), report.statements[0].proof), (4, Proof::Holds));
    // Two rows that fit in either order are read by their dates.
    let report = good(
        "Date,Description,Amount,Currency,Balance\n2026-03-14,refund,50.00,EUR,1000.00\n2026-03-13,order,-50.00,EUR,950.00\n",
    );
    assert_eq!(report.statements[0].closing.unwrap().to_string(), "1000.00 EUR");
    assert!(report.statements[0].from < report.statements[0].until);
}

#[test]
fn a_card_that_is_paid_from_an_account_turns_no_sign() {
    let read = of(
        "Date,Description,Amount,Currency\n2026-03-13,Salary,2500.00,USD\n2026-03-14,Rent,-900.00,USD\n\
         2026-03-15,Shop,-20.00,USD\n2026-03-16,VISA PAYMENT THANK YOU,-500.00,USD\n2026-03-17,Shop,-30.00,USD\n",
    );
    assert_eq!(read[..2], ["2500.00 USD", "-900.00 USD"]);
}

#[test]
fn fees_beside_an_amount_show_in_the_balances() {
    let mut text = "Date,Description,Amount,Fee,Currency,Balance\n".to_owned();
    let mut balance = 10_000;
    for day in 1..=12 {
        let fee = if day == 7 { 50 } else { 0 };
        balance += 3_000 - fee;
        let cents = |minor: i32| format!("{}.{:02}", minor / 100, minor % 100);
        text += &format!("2026-03-{day:02},row {day},30.00,{},EUR,{}\n", cents(fee), cents(balance));
    }
    let report = good(&text);
    assert_eq!(report.transactions[6].amount.to_string(), "29.50 EUR");
    assert_eq!(report.transactions[6].fees[0].amount.to_string(), "0.50 EUR");
}

#[test]
fn a_status_that_is_not_known_is_told() {
    let file = |status: &str| {
        good(&format!(
            "Date,Description,Amount,Currency,Status\n2026-03-01,a,-10.00,EUR,Completed\n2026-03-02,b,-4.00,EUR,{status}\n"
        ))
    };
    let told = file("on its way");
    let warning = told.warnings.iter().find(|known| known.code() == Code::CsvStatus).unwrap();
    assert_eq!((told.transactions.len(), warning.place().line), (2, Some(3)));
    assert!(!codes(&file("settled").warnings).contains(&"format.csv.status"));
}

#[test]
fn a_card_is_billed_in_the_currency_of_its_account() {
    let read =
        of("Date,Description,Transaction Amount,Transaction Currency,Billing Amount,Billing Currency\n\
         2026-03-01,Hotel,-100.00,USD,-92.50,EUR\n2026-03-02,Shop,-20.00,EUR,-20.00,EUR\n");
    assert_eq!(read, ["-92.50 EUR", "-20.00 EUR"]);
}
