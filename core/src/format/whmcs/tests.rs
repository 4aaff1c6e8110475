use super::*;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{InvoiceKind, InvoiceState};
use crate::money::Currency;
use proptest::prelude::*;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Whmcs, bytes, options)
}

fn good(text: &str) -> Report {
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report
}

const ROW: &str = r#"{"id": "1042", "userid": 7, "firstname": "Ada", "lastname": "Byron", "companyname": "Byron Ltd", "invoicenum": "", "date": "2026-03-01",
    "duedate": "0000-00-00", "subtotal": "10.00", "credit": "0.00", "tax": "2.00", "tax2": "0.00", "total": "12.00", "taxrate": "20.00", "taxrate2": "0.00",
    "status": "Unpaid", "paymentmethod": "banktransfer", "currencycode": "GBP"}"#;

#[test]
fn a_list_in_every_shape_of_php() {
    for shape in [
        format!(r#"{{"result": "success", "invoices": {{"invoice": [{ROW}]}}}}"#),
        format!(r#"{{"result": "success", "invoices": {{"invoice": {{"0": {ROW}}}}}}}"#),
        format!(r#"{{"result": "success", "invoices": {{"invoice": {ROW}}}}}"#),
        format!(r#"{{"result": "success", "invoices": [{ROW}]}}"#),
        format!(r#"{{"invoices": {{"0": {ROW}}}, "result": "success"}}"#),
        format!("[{ROW}]"),
    ] {
        let report = good(&shape);
        let [invoice] = report.invoices.as_slice() else { panic!("{shape}") };
        assert_eq!(invoice.id, "1042");
        assert_eq!(invoice.number.as_deref(), Some("1042"));
        assert!(invoice.other_numbers.is_empty());
        assert_eq!(
            (invoice.total.to_string(), invoice.open.to_string()),
            ("12.00 GBP".to_owned(), "12.00 GBP".to_owned())
        );
        assert_eq!(invoice.state, InvoiceState::Open);
        assert_eq!(
            (invoice.issued_on.map(|date| date.to_string()).as_deref(), invoice.due_on),
            (Some("2026-03-01"), None)
        );
        let customer = invoice.customer.as_ref().unwrap();
        assert_eq!((customer.id.as_deref(), customer.name.as_deref()), (Some("7"), Some("Byron Ltd")));
        assert_eq!(customer.aliases, ["Ada Byron"]);
        assert_eq!(invoice.tax.len(), 1);
        assert!(invoice.metadata.get(invoice::ASSUMED).is_none());
        assert_eq!(report.warnings[0].code(), Code::WhmcsNoBalance);
    }
}

#[test]
fn an_empty_list_says_so() {
    for empty in ["{}", "[]", "\"\"", "null", r#"{"invoice": []}"#, r#"{"invoice": ""}"#] {
        let report = good(&format!(r#"{{"result": "success", "totalresults": 0, "invoices": {empty}}}"#));
        assert!(report.says_empty && report.is_empty(), "{empty}");
    }
}

#[test]
fn statuses_and_numbers() {
    let with = |status: &str, number: &str| {
        let row = ROW
            .replace("Unpaid", status)
            .replace(r#""invoicenum": """#, &format!(r#""invoicenum": "{number}""#));
        read(format!("[{row}]").as_bytes(), &ReadOptions::default())
    };
    for (status, state, open) in [
        ("Paid", InvoiceState::Closed, "0.00 GBP"),
        ("Cancelled", InvoiceState::Void, "0.00 GBP"),
        ("Refunded", InvoiceState::Closed, "0.00 GBP"),
        ("Collections", InvoiceState::InCollection, "12.00 GBP"),
        ("Payment Pending", InvoiceState::InCollection, "12.00 GBP"),
        ("Draft", InvoiceState::Draft, "12.00 GBP"),
    ] {
        let report = with(status, "INV-9").unwrap();
        assert_eq!(
            (report.invoices[0].state, report.invoices[0].open.to_string().as_str()),
            (state, open),
            "{status}"
        );
        assert_eq!(report.invoices[0].number.as_deref(), Some("INV-9"));
        assert_eq!(report.invoices[0].other_numbers, ["1042"]);
    }
    let odd = with("Odd", "").unwrap();
    assert_eq!(odd.errors[0].code(), Code::WhmcsBadRow);
    assert_eq!(odd.errors[0].place().line, Some(1));
    assert!(odd.errors[0].place().bytes.is_some());
}

#[test]
fn one_invoice_with_items_and_payments() {
    let text = r#"{"result": "success", "invoiceid": 50, "invoicenum": null, "userid": "7", "date": "2026-03-01", "duedate": "2026-03-15",
        "total": 30.10, "balance": "10.10", "status": "Unpaid", "currencycode": "EUR",
        "items": {"item": [{"id": 1, "type": "Invoice", "relid": 41, "description": "Invoice #41", "amount": "10.10"},
                           {"id": 2, "type": "Invoice", "relid": "42", "description": "Invoice\n#42", "amount": "20.00"}]},
        "transactions": {"transaction": {"id": 3, "transid": "pi_1", "date": "2026-03-02 10:00:00", "amountin": "20.00", "amountout": "0.00", "fees": "0.30", "invoiceid": "50"}}}"#;
    let report = good(text);
    let invoice = &report.invoices[0];
    assert_eq!(invoice.covers, ["41", "42"]);
    assert_eq!(
        (invoice.total.to_string(), invoice.open.to_string()),
        ("30.10 EUR".to_owned(), "10.10 EUR".to_owned())
    );
    assert_eq!(invoice.description.as_deref(), Some("Invoice #41; Invoice #42"));
    let settlement = &report.settlements[0];
    assert_eq!((settlement.invoice.as_str(), settlement.amount.to_string().as_str()), ("50", "20.00 EUR"));
    assert_eq!(settlement.external_ids, ["pi_1"]);
    assert!(report.warnings.is_empty());
    let none = good(&text.replace("{\"transaction\": {\"id\": 3, \"transid\": \"pi_1\", \"date\": \"2026-03-02 10:00:00\", \"amountin\": \"20.00\", \"amountout\": \"0.00\", \"fees\": \"0.30\", \"invoiceid\": \"50\"}}", "\"\""));
    assert!(none.settlements.is_empty());
}

#[test]
fn the_currency_may_come_from_the_options() {
    let row = ROW.replace(r#", "currencycode": "GBP""#, "");
    let text = format!("[{row}]");
    let without = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(without.errors[0].code(), Code::WhmcsBadRow);
    let options = ReadOptions { currency: Some(Currency::parse("EUR").unwrap()), ..ReadOptions::default() };
    assert_eq!(read(text.as_bytes(), &options).unwrap().invoices[0].total.to_string(), "12.00 EUR");
}

#[test]
fn payments_settle_and_refunds_take_back() {
    let row = |members: &str| {
        format!(r#"{{"id": 1, "transid": "T", "date": "2026-05-10 09:15:00", "currency": "EUR", {members}}}"#)
    };
    let rows = [
        row(r#""invoiceid": 11, "amountin": "50.00", "amountout": "0.00", "fees": "1.50""#),
        row(r#""invoiceid": "12", "amountin": "0.00", "amountout": 20"#),
        row(r#""invoiceid": 0, "amountin": "5.00""#),
        row(r#""invoiceid": 13, "amountin": "abc""#),
        row(r#""invoiceid": 13, "amountin": "1e400""#),
    ];
    let text = format!(r#"{{"result": "success", "transactions": {{"transaction": [{}]}}}}"#, rows.join(","));
    let report = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let amounts: Vec<String> =
        report.settlements.iter().map(|row| format!("{} {}", row.invoice, row.amount)).collect();
    assert_eq!(amounts, ["11 50.00 EUR", "12 -20.00 EUR"]);
    assert_eq!(report.warnings[0].code(), Code::WhmcsNoInvoice);
    assert_eq!((report.errors.len(), report.records), (2, 5));
}

#[test]
fn a_payment_without_currency_has_that_of_its_invoice() {
    let text = r#"{"result": "success", "transactions": {"transaction": [
        {"id": 1, "currency": "0", "date": "2026-05-10", "invoiceid": "11", "amountin": "5.00"},
        {"id": 2, "currency": "USD", "date": "2026-05-10", "invoiceid": "11", "amountin": "5.00"},
        {"id": 3, "currency": "0", "date": "2026-05-10", "invoiceid": "12", "amountin": "5.00"}]}}"#;
    let mut options = ReadOptions::default();
    options.invoice_currencies.insert("11".to_owned(), Currency::parse("GBP").unwrap());
    let amounts = |options: &ReadOptions| -> (Vec<String>, usize) {
        let report = read(text.as_bytes(), options).unwrap();
        (report.settlements.iter().map(|row| row.amount.to_string()).collect(), report.errors.len())
    };
    assert_eq!(amounts(&options), (vec!["5.00 GBP".to_owned(), "5.00 USD".to_owned()], 1));
    options.currency = Some(Currency::parse("EUR").unwrap());
    assert_eq!(amounts(&options).0, ["5.00 GBP", "5.00 USD", "5.00 EUR"]);
}

#[test]
fn notes_are_open_items() {
    let text = r#"{"result": "success", "creditnotes": {"creditnote": [
        {"id": 9, "clientid": 3, "invoiceid": 11, "type": "credit", "date": "2026-05-16", "currency": "EUR", "amount": "10.00", "reference": "CN-1", "status": "Open"},
        {"id": 10, "clientid": 3, "type": "debit", "date": "2026-05-16", "currency": "EUR", "amount": "5.00", "reference": "DN-1", "status": "Open"}]}}"#;
    let report = good(text);
    assert_eq!(
        report.invoices.iter().map(|invoice| invoice.kind).collect::<Vec<_>>(),
        [InvoiceKind::CreditNote, InvoiceKind::Invoice]
    );
    assert_eq!(report.invoices[0].number.as_deref(), Some("CN-1"));
}

#[test]
fn what_cannot_be_read_is_said() {
    let code = |text: &str| read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code();
    assert_eq!(code(r#"{"result": "error", "message": "Authentication Failed"}"#), Code::WhmcsFailed);
    assert_eq!(code(r#"{"result": "success", "clients": {"client": []}}"#), Code::FormatUnsupported);
    assert_eq!(code(r#"{"result": "success", "invoices": {"invoice": ["#), Code::FormatTruncated);
    let cut = read(
        format!(r#"{{"result": "success", "invoices": {{"invoice": [{ROW}, {{"id": 3"#).as_bytes(),
        &ReadOptions::default(),
    )
    .unwrap();
    assert_eq!((cut.invoices.len(), cut.errors[0].code()), (1, Code::FormatTruncated));
}

proptest! {
    #[test]
    fn mutations_never_panic(at in 0usize..400, byte: u8, cut in 0usize..600) {
        let mut bytes = format!(r#"{{"result": "success", "invoices": {{"invoice": {{"0": {ROW}}}}}}}"#).into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.truncate(cut.max(1));
        let _ = read(&bytes, &ReadOptions::default());
    }
}
