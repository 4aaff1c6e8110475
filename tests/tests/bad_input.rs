//! Bad input, one test each: a clear error or a safe result, in bounded memory.

use payymo::format::{Format, ReadOptions, Report, read};
use payymo::matching::{Options, Reconciliation, reconcile};
use payymo::model::{Fee, Invoice, Transaction};
use payymo::money::{Amount, Currency};
use payymo::{Code, Error};
use payymo_tests::work::{Counting, count};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/data/");

/// Sample files whose end is known to them: brackets and root elements close.
const CLOSED: [&str; 5] =
    ["bank.camt053.xml", "gocardless.json", "stripe.json", "whmcs-invoices.json", "business-invoices.json"];

const CSV: &str = "Date;Description;Amount;Currency\n2026-03-04;Invoice 1042;112,00;EUR\n2026-03-05;Invoice 1043;-9,99;EUR\n";

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{DATA}{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn of(bytes: &[u8]) -> Result<Report, Error> {
    read(bytes, &ReadOptions::default())
}

fn as_format(bytes: &[u8], format: Format) -> Result<Report, Error> {
    let mut options = ReadOptions::default();
    options.format = Some(format);
    read(bytes, &options)
}

/// The code that a single bad record costs: of the record, or of the whole input where it holds no other.
fn refusal(text: &str) -> Code {
    match of(text.as_bytes()) {
        Err(error) => error.code(),
        Ok(report) => {
            assert!(!report.has_rows(), "it was read: {text}");
            report.errors.first().unwrap_or_else(|| panic!("no error: {text}")).code()
        }
    }
}

fn run(transactions: &[Transaction], invoices: &[Invoice]) -> Reconciliation {
    reconcile(transactions, invoices, &[], &Options::default(), &mut |_, _, _| true).expect("a result")
}

fn amount(text: &str, currency: &str) -> Amount {
    Amount::parse(text, Currency::parse(currency).expect("a currency")).expect("an amount")
}

fn payment(id: &str, money: Amount, text: &str) -> Transaction {
    let day = of(CSV.as_bytes()).expect("CSV").transactions[0].booked_on;
    let mut row = Transaction::new(id, day, money);
    row.remittance = text.to_owned();
    row
}

fn invoice(id: &str, money: Amount) -> Invoice {
    let mut row = Invoice::new(id, money);
    row.number = Some(format!("INV-2026-0{id}"));
    row
}

#[test]
fn truncated_files() {
    for name in CLOSED {
        let bytes = sample(name);
        let whole = of(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let rows = |report: &Report| report.transactions.len() + report.invoices.len();
        let end = bytes.trim_ascii_end().len();
        // Every place would take minutes; a step that is prime hits every kind of place.
        for cut in (0..end).step_by(131).chain(end - 20..end) {
            match of(&bytes[..cut]) {
                Ok(report) => {
                    assert!(!report.errors.is_empty(), "{name} cut at {cut} says nothing");
                    assert!(rows(&report) <= rows(&whole), "{name} cut at {cut} has more rows");
                }
                Err(error) => assert!(!error.message().is_empty()),
            }
        }
    }
    // The end of a CSV is where it ends; a cut row is a row with too few cells, and never a panic.
    for cut in 0..CSV.len() {
        if let Ok(report) = of(&CSV.as_bytes()[..cut]) {
            assert!(report.transactions.len() <= 2);
        }
    }
}

#[test]
fn wrong_encodings() {
    let xml = String::from_utf8(sample("bank.camt053.xml")).expect("UTF-8");
    let rows = of(xml.as_bytes()).expect("a statement").transactions.len();
    let wide = |text: &str, big: bool| -> Vec<u8> {
        let mark = std::iter::once(0xfeff);
        let units = mark.chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    for big in [false, true] {
        let report = of(&wide(&xml, big)).expect("UTF-16 with its mark is read");
        assert_eq!(report.transactions.len(), rows);
    }
    // Cut within a unit.
    let mut odd = wide(&xml, false);
    odd.pop();
    if let Ok(report) = of(&odd) {
        assert!(!(report.errors.is_empty() && report.warnings.is_empty()), "half a unit is lost in silence");
    }
    // Latin-1 that says it is UTF-8.
    let latin: Vec<u8> = xml.replace("Musikschule", "Müsikschule").chars().map(|c| c as u32 as u8).collect();
    match of(&latin) {
        Err(error) => assert_eq!(error.code(), Code::FormatEncoding),
        Ok(report) => assert!(
            report.errors.iter().chain(&report.warnings).any(|said| said.code() == Code::FormatEncoding),
            "taken for UTF-8 in silence"
        ),
    }
    // JSON is UTF-8 by its standard.
    let broken: Vec<u8> =
        sample("gocardless.json").into_iter().map(|b| if b == b'G' { 0xff } else { b }).collect();
    match of(&broken) {
        Err(_) => {}
        Ok(report) => assert!(!(report.errors.is_empty() && report.warnings.is_empty())),
    }
    for junk in [&b"\x00\x01\x02\x03\x04"[..], b"\xff\xfe", b"\xef\xbb\xbf", b"\x80\x81\x82", b""] {
        assert!(of(junk).is_err(), "{junk:?}");
    }
}

#[test]
fn one_line_of_100_mb() {
    const SIZE: usize = 100 * 1024 * 1024;
    let repeated = |part: &[u8]| part.iter().copied().cycle().take(SIZE).collect::<Vec<u8>>();
    let around = |before: &str, part: &[u8], after: &str| {
        let mut bytes = Vec::with_capacity(SIZE + 200);
        bytes.extend_from_slice(before.as_bytes());
        bytes.extend(part.iter().copied().cycle().take(SIZE));
        bytes.extend_from_slice(after.as_bytes());
        bytes
    };
    let row =
        r#"[{"id": "t1", "booked_on": "2026-03-04", "amount": "1.00", "currency": "EUR", "remittance": ""#;
    let camt = r#"<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>"#;
    let (unknown, large) = (Some(Code::FormatUnknown), Some(Code::FormatTooLarge));
    let inputs: [(&str, Vec<u8>, Option<Code>); 8] = [
        ("letters", repeated(b"x"), unknown),
        ("digits", repeated(b"1234567890"), unknown),
        ("cells", repeated(b"1;"), large),
        ("quotes", repeated(b"\""), unknown),
        ("brackets", repeated(b"["), unknown),
        ("elements", repeated(b"<a>"), unknown),
        ("a JSON text", around(row, b"x", r#""}]"#), large),
        ("an XML text", around(camt, b"x", "</Id></Stmt></BkToCstmrStmt></Document>"), large),
    ];
    for (name, bytes, code) in inputs {
        let (answer, work) = count(|| of(&bytes));
        // What is read may be held once.
        assert!(work.peak < SIZE + SIZE / 16, "{name}: {} bytes held", work.peak);
        let said = match &answer {
            Err(error) => Some(error),
            Ok(report) => report.errors.first(),
        };
        assert_eq!(said.map(Error::code), code, "{name}");
        if let Some(error) = said {
            assert!(error.to_string().len() < 1_000, "{name}: the message holds the input");
        }
    }
}

#[test]
fn amounts_of_40_digits() {
    let long = "1234567890123456789012345678901234567890";
    let transaction = |money: &str| {
        format!(r#"[{{"id": "t1", "booked_on": "2026-03-04", "amount": {money}, "currency": "EUR"}}]"#)
    };
    for money in [format!("\"{long}\""), long.to_owned(), format!("\"0.{long}\""), format!("\"{long}.00\"")] {
        let code = refusal(&transaction(&money));
        assert!(matches!(code, Code::MoneyOverflow | Code::MoneyPrecision), "{money}: {code}");
    }
    let gocardless = String::from_utf8(sample("gocardless.json")).expect("UTF-8").replacen("0.42", long, 1);
    let report = of(gocardless.as_bytes()).expect("the other rows");
    assert_eq!(report.errors.len(), 1);
    assert!(report.errors[0].place().bytes.is_some(), "{}", report.errors[0]);
    let camt = String::from_utf8(sample("bank.camt053.xml")).expect("UTF-8").replacen(
        ">49.90<",
        &format!(">{long}<"),
        1,
    );
    let report = of(camt.as_bytes()).expect("the other rows");
    let code = report.errors.first().map(Error::code);
    assert!(matches!(code, Some(Code::CamtBadAmount | Code::MoneyOverflow)), "{code:?}");
    let csv = CSV.replace("112,00", long);
    let report = of(csv.as_bytes()).expect("the other row");
    assert_eq!((report.transactions.len(), report.errors.len()), (1, 1));
    assert!(!report.errors[0].to_string().contains(long), "an error does not repeat its input");
}

#[test]
fn dates_in_year_0() {
    let row = |date: &str| {
        format!(r#"[{{"id": "t1", "booked_on": "{date}", "amount": "1.00", "currency": "EUR"}}]"#)
    };
    for date in
        ["0000-01-01", "0000-00-00", "-0001-01-01", "0001-01-01", "2026-02-30", "9999-12-31", "10000-01-01"]
    {
        let code = refusal(&row(date));
        // A date of zeros is how some systems write none.
        assert!(matches!(code, Code::InputBadDate | Code::InputMissing), "{date}: {code}");
    }
    let camt = String::from_utf8(sample("bank.camt053.xml")).expect("UTF-8");
    let report =
        of(camt.replacen("<BookgDt><Dt>2026-03-02", "<BookgDt><Dt>0000-01-01", 1).as_bytes()).expect("rows");
    assert!(report.errors.iter().any(|error| error.code() == Code::CamtBadDate), "{:?}", report.errors);
    let stripe = r#"{"object": "charge", "id": "ch_1", "amount": 100, "currency": "eur", "created": -62167219200, "status": "succeeded", "captured": true, "paid": true}"#;
    assert_eq!(refusal(stripe), Code::StripeBadObject);
    let csv = of(CSV.replace("2026-03-04", "0000-01-01").as_bytes()).expect("the other row");
    assert_eq!((csv.transactions.len(), csv.errors.len()), (1, 1));
    let gocardless = r#"{"transactions": {"booked": [{"transactionId": "a", "bookingDate": "0000-01-01", "transactionAmount": {"amount": "1.00", "currency": "EUR"}}], "pending": []}}"#;
    assert_eq!(refusal(gocardless), Code::GocardlessBadDate);
}

#[test]
fn not_a_number() {
    for money in [
        "\"NaN\"",
        "\"Infinity\"",
        "\"-inf\"",
        "\"\"",
        "\"1e400\"",
        "\"0x10\"",
        "\"١٢\"",
        "null",
        "true",
        "[]",
    ] {
        let row =
            format!(r#"[{{"id": "t1", "booked_on": "2026-03-04", "amount": {money}, "currency": "EUR"}}]"#);
        refusal(&row);
    }
    // Not even JSON.
    refusal(r#"[{"id": "t1", "booked_on": "2026-03-04", "amount": NaN, "currency": "EUR"}]"#);
    refusal("Date;Description;Amount;Currency\n2026-03-04;x;NaN;EUR\n");
    for share in [f64::NAN, f64::INFINITY, -1.0, 2.0] {
        let options = Options { max_wrong_auto: share, ..Options::default() };
        let answer = reconcile(&[], &[], &[], &options, &mut |_, _, _| true);
        assert_eq!(answer.expect_err("a share").code(), Code::InputOptions);
    }
}

#[test]
fn float_money() {
    let row = |money: &str| {
        format!(r#"[{{"id": "t1", "booked_on": "2026-03-04", "amount": {money}, "currency": "EUR"}}]"#)
    };
    // What binary floats print is refused, and never rounded.
    for money in ["0.30000000000000004", "119.88000000000001", "1.1199999999999999e2"] {
        let code = refusal(&row(money));
        let right = [Code::InputFloatMoney, Code::MoneyPrecision, Code::MoneySyntax];
        assert!(right.contains(&code), "{money}: {code}");
    }
    // A JSON number is read digit by digit.
    let report = of(row("1204.10").as_bytes()).expect("a row");
    assert_eq!(report.transactions[0].amount, amount("1204.10", "EUR"));
    assert_eq!(
        of(row("1e2").as_bytes()).expect("a whole number").transactions[0].amount,
        amount("100", "EUR")
    );
    let large = of(row("90071992547409.93").as_bytes()).expect("more digits than a float has");
    assert_eq!(large.transactions[0].amount.decimal_text(), "90071992547409.93");
}

#[test]
fn duplicate_ids() {
    let (one, other) = (amount("112.00", "EUR"), amount("113.00", "EUR"));
    let rows = [payment("t1", one, "INV-2026-01042"), payment("t1", other, "INV-2026-01042")];
    let result = run(&rows, &[invoice("1042", one)]);
    assert!(result.errors.iter().any(|error| error.code() == Code::InputDuplicateId), "{:?}", result.errors);
    assert!(result.matches.is_empty(), "money of a row that contradicts itself");
    let result =
        run(&[payment("t1", one, "INV-2026-01042")], &[invoice("1042", one), invoice("1042", other)]);
    assert!(result.errors.iter().any(|error| error.code() == Code::InputDuplicateId), "{:?}", result.errors);
    assert!(result.matches.is_empty());
    // The same row twice is one row.
    let row = payment("t1", one, "INV-2026-01042");
    let (once, twice) = (
        run(std::slice::from_ref(&row), &[invoice("1042", one)]),
        run(&[row.clone(), row], &[invoice("1042", one)]),
    );
    assert_eq!(once.matches, twice.matches);
    assert_eq!(twice.summary.transactions, 1);
}

#[test]
fn invoices_without_currency() {
    let rows = r#"[{"id": "1", "total": "10.00"}, {"id": "2", "total": "10.00", "currency": "EUR"}]"#;
    let report = of(rows.as_bytes()).expect("the other row");
    assert_eq!((report.invoices.len(), report.errors.len()), (1, 1));
    assert_eq!(report.errors[0].code(), Code::InputMissing);
    assert_eq!(report.errors[0].place().row.as_deref(), Some("1"));
    let mut options = ReadOptions::default();
    options.currency = Some(Currency::parse("GBP").expect("a currency"));
    let report = read(rows.as_bytes(), &options).expect("both rows");
    assert_eq!(report.invoices[0].currency().as_str(), "GBP");
    assert_eq!(report.invoices[1].currency().as_str(), "EUR");
    for currency in ["\"EURO\"", "\"€\"", "\"eur\"", "\"\"", "\"ZZZ\"", "7"] {
        let row = format!(r#"[{{"id": "1", "total": "10.00", "currency": {currency}}}]"#);
        if let Ok(report) = of(row.as_bytes()) {
            assert!(
                report.invoices.is_empty() || report.invoices[0].currency().as_str() == "EUR",
                "{currency}"
            );
            assert!(report.has_rows() || !report.errors.is_empty(), "{currency}");
        }
    }
}

#[test]
fn empty_lists() {
    for text in [
        "[]",
        r#"{"transactions": []}"#,
        r#"{"transactions": {"booked": [], "pending": []}}"#,
        r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/charges"}"#,
        r#"{"result": "success", "totalresults": 0, "invoices": {"invoice": []}}"#,
        "Date;Description;Amount;Currency\n",
    ] {
        match of(text.as_bytes()) {
            Ok(report) => {
                assert!(!report.has_rows(), "{text}");
                assert!(
                    report.warnings.iter().any(|said| said.code() == Code::FormatNoRows),
                    "{text}: in silence"
                );
            }
            Err(error) => assert!(!error.message().is_empty(), "{text}"),
        }
    }
    for text in ["", " ", "\n\n", "{}", "null", "<a/>"] {
        assert!(of(text.as_bytes()).is_err(), "{text:?}");
    }
    let result = run(&[], &[]);
    assert!(result.matches.is_empty() && result.unmatched.is_empty() && result.open_invoices.is_empty());
    let one = amount("1.00", "EUR");
    assert_eq!(run(&[], &[invoice("1", one)]).open_invoices.len(), 1);
    assert_eq!(run(&[payment("t1", one, "x")], &[]).unmatched.len(), 1);
}

#[test]
fn mixed_currencies() {
    let (euro, dollar) = (amount("112.00", "EUR"), amount("112.00", "USD"));
    // Equal digits of another currency are not equal money.
    let result = run(&[payment("t1", dollar, "INV-2026-01042")], &[invoice("1042", euro)]);
    for row in result.matches.iter().flat_map(|found| &found.allocations) {
        assert!(row.paid.is_some(), "dollars settle euros one to one");
    }
    assert_eq!(result.summary.auto, 0);
    // Two items of one customer with equal digits: the payment was converted from euros and pays the one in euros.
    let (euros, pounds) = (amount("11.99", "EUR"), amount("11.99", "GBP"));
    let mut items = [invoice("1041", pounds), invoice("1042", euros)];
    for item in &mut items {
        item.customer = Some(payymo::model::Customer {
            id: Some("7".into()),
            name: Some("Augusta Tiberghien".into()),
            ..Default::default()
        });
    }
    let mut row = payment("t1", amount("10.37", "GBP"), "");
    row.counterparty.name = Some("Augusta Tiberghien".into());
    row.original = Some(payymo::model::Original { amount: euros, rate: None });
    let result = run(&[row], &items);
    for row in result.matches.iter().flat_map(|found| &found.allocations) {
        let paid = row.paid.as_ref().map_or(row.amount, |paid| paid.0);
        assert_eq!(paid, amount("10.37", "GBP"), "11.99 pounds of a payment of 10.37");
    }
    // A fee in another currency, and an open amount in another currency than the total.
    let mut odd = payment("t1", euro, "INV-2026-01042");
    odd.fees.push(Fee { amount: dollar, kind: "fee".into() });
    let result = run(&[odd], &[invoice("1042", euro)]);
    assert!(result.matches.is_empty());
    assert!(
        result.errors.iter().any(|error| error.code() == Code::MoneyCurrencyMismatch),
        "{:?}",
        result.errors
    );
    let mut odd = invoice("1042", euro);
    odd.total = dollar;
    odd.previous_totals = vec![dollar, euro];
    run(&[payment("t1", euro, "INV-2026-01042")], &[odd]);
}

#[test]
fn rows_at_the_limits() {
    let euro = Currency::parse("EUR").expect("a currency");
    let extreme = [i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX - 1, i64::MAX];
    let mut transactions = Vec::new();
    let mut invoices = Vec::new();
    for (at, minor) in extreme.into_iter().enumerate() {
        let mut row = payment(&format!("t{at}"), Amount::new(minor, euro), "INV-2026-01042 INV-2026-01043");
        row.fees.push(Fee { amount: Amount::new(i64::MAX, euro), kind: "fee".into() });
        transactions.push(row);
        transactions.push(payment(&format!("u{at}"), Amount::new(minor, euro), "INV-2026-01042"));
        invoices.push(invoice(&format!("104{at}"), Amount::new(minor, euro)));
    }
    transactions.push(payment("", Amount::new(1, euro), ""));
    invoices.push(Invoice::new("", Amount::new(1, euro)));
    for row in &mut invoices {
        row.issued_on = Some(Default::default());
    }
    let result = run(&transactions, &invoices);
    assert!(result.summary.auto <= 2, "extremes are booked");
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "<script>alert(1)</script> =HYPERLINK(\"http://x\") \u{1b}[2J\u{1b}]0;x\u{7} \u{202e}gnp \0 INV-2026-01042";
    let money = amount("112.00", "EUR");
    let mut item = invoice("1042", money);
    item.customer = Some(payymo::model::Customer { name: Some(hostile.to_owned()), ..Default::default() });
    let mut row = payment("t1", money, hostile);
    row.counterparty.name = Some(hostile.to_owned());
    let result = run(&[row], &[item]);
    let json = serde_json::to_string(&result).expect("JSON");
    assert!(!json.chars().any(char::is_control), "JSON escapes what a terminal would act on");
    // An error never repeats what a stranger wrote.
    let bad = format!(
        "[{{\"id\": \"t1\", \"booked_on\": {}, \"amount\": \"1.00\", \"currency\": \"EUR\"}}]",
        serde_json::Value::from(hostile)
    );
    let report = as_format(bad.as_bytes(), Format::Canonical).expect("an error of the row");
    let said = report.errors[0].to_string();
    assert!(!said.contains("script") && !said.contains('\u{1b}'), "{said}");
}
