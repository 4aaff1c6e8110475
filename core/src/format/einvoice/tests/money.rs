//! Totals: exact, of one currency, made sure of by each other.

use super::*;
use crate::model::{InvoiceKind, InvoiceState};
use crate::money::Currency;

const INCLUSIVE: &str = "cbc:TaxInclusiveAmount";
const PREPAID: &str = "cbc:PrepaidAmount";
const PAYABLE: &str = "cbc:PayableAmount";

fn totals(inclusive: &str, prepaid: &str, payable: &str) -> String {
    set(&set(&set(UBL, INCLUSIVE, inclusive), PREPAID, prepaid), PAYABLE, payable)
}

#[track_caller]
fn owed(text: &str) -> (InvoiceKind, i64, i64, Vec<Code>) {
    let (invoice, codes) = warned(text);
    (invoice.kind, invoice.total.minor(), invoice.open.minor(), codes)
}

#[test]
fn total_and_amount_due() {
    let invoice = |total, open| (InvoiceKind::Invoice, total, open, Vec::new());
    assert_eq!(owed(&totals("119.00", "19.00", "100.00")), invoice(11_900, 10_000));
    assert_eq!(owed(&totals("119", "0", "119.0000")), invoice(11_900, 11_900));
    assert_eq!(owed(&totals("+.50", "", ".50")), invoice(50, 50));
    assert_eq!(owed(&totals("119.", "", "119")), invoice(11_900, 11_900));
    // Rounded to what can be paid in cash: the total is what is paid altogether.
    let rounded = with(
        &totals("99.99", "0", "100.00"),
        "<cbc:PayableAmount",
        "<cbc:PayableRoundingAmount currencyID=\"EUR\">0.01</cbc:PayableRoundingAmount><cbc:PayableAmount",
    );
    assert_eq!(owed(&rounded), invoice(10_000, 10_000));
    let only_due = totals("", "", "12.00");
    assert_eq!(owed(&only_due), invoice(1200, 1200));
}

#[test]
fn paid_invoices_are_closed() {
    let (invoice, _) = warned(&totals("119.00", "119.00", "0.00"));
    assert_eq!(
        (invoice.state, invoice.total.minor(), invoice.open.minor()),
        (InvoiceState::Closed, 11_900, 0)
    );
}

#[test]
fn totals_that_do_not_add_up_are_said() {
    let off = |total, open| (InvoiceKind::Invoice, total, open, vec![Code::EinvoiceTotals]);
    assert_eq!(owed(&totals("119.00", "0.00", "0.00")), off(11_900, 0));
    assert_eq!(owed(&totals("119.00", "19.00", "110.00")), off(11_900, 11_000));
    assert_eq!(owed(&totals("119.00", "0", "130.00")), off(13_000, 13_000));
    let report = reads(&totals("119.00", "0", "130.00"));
    let place = report.warnings[0].place();
    assert_eq!(place.field.as_deref(), Some("Invoice[1]/LegalMonetaryTotal/PayableAmount"));
    assert_eq!((place.row.as_deref(), place.line), (Some("NW-2026-1042"), Some(2)));
    let assumed = (InvoiceKind::Invoice, 11_900, 10_000, vec![Code::EinvoiceAssumed]);
    assert_eq!(owed(&totals("119.00", "19.00", "")), assumed);
}

#[test]
fn less_than_nothing_is_owed_the_other_way() {
    // An invoice of less than nothing is a credit.
    let negative = totals("-119.00", "0", "-119.00").replace(">19.00<", ">-19.00<");
    let (note, codes) = warned(&negative.replace("-19.00</cbc:PrepaidAmount", "0</cbc:PrepaidAmount"));
    assert_eq!((note.kind, note.total.minor(), note.open.minor()), (InvoiceKind::CreditNote, 11_900, 11_900));
    assert_eq!((note.tax[0].amount.minor(), codes), (1900, Vec::new()));
    // More was prepaid than billed: the rest is to be paid back.
    assert_eq!(
        owed(&totals("100.00", "120.00", "-20.00")),
        (InvoiceKind::CreditNote, 2000, 2000, Vec::new())
    );
    // A credit note of less than nothing takes a credit back.
    let back = totals("-10.00", "0", "-10.00").replace("Code>380", "Code>381");
    assert_eq!(owed(&back), (InvoiceKind::Invoice, 1000, 1000, vec![Code::EinvoiceAssumed]));
}

#[test]
fn currencies() {
    let yen = UBL.replace("EUR", "JPY");
    assert_eq!(warned(&yen).0.open.to_string(), "100 JPY");
    let unstated = with(UBL, "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "");
    assert_eq!(only(&unstated).currency(), Currency::EUR);
    let due = "Invoice[1]/LegalMonetaryTotal/PayableAmount".to_owned();
    let mixed = with(UBL, "<cbc:PayableAmount currencyID=\"EUR\">", "<cbc:PayableAmount currencyID=\"USD\">");
    assert_eq!(refusal(&mixed), (Code::MoneyCurrencyMismatch, due.clone()));
    assert_eq!(refusal(&with(&mixed, "USD", "XYZ")), (Code::MoneyCurrencyUnknown, due));
    let none = with(CII, "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", "");
    assert_eq!(refusal(&none).0, Code::EinvoiceMissing);
    let mut options = ReadOptions::default();
    options.currency = Currency::parse("EUR").ok();
    assert!(single(read_as(Format::Cii, none.as_bytes(), &options).unwrap()) == only(CII));
}

#[test]
fn amounts_that_are_none() {
    let due = "Invoice[1]/LegalMonetaryTotal/PayableAmount".to_owned();
    for text in ["100,00", "1.000.00", "1e2", "--1", "-", ".", "free"] {
        assert_eq!(refusal(&set(UBL, PAYABLE, text)), (Code::EinvoiceBadAmount, due.clone()), "{text}");
    }
    assert_eq!(refusal(&set(UBL, PAYABLE, "100.001")), (Code::MoneyPrecision, due.clone()));
    assert_eq!(refusal(&set(UBL, PAYABLE, &"9".repeat(30))), (Code::MoneyOverflow, due));
    assert_eq!(refusal(&totals("", "", "")).0, Code::EinvoiceMissing);
    let rate = set(UBL, "cbc:Percent", "nineteen");
    assert_eq!(
        refusal(&rate),
        (Code::EinvoiceBadAmount, "Invoice[1]/TaxTotal/TaxSubtotal/TaxAmount".to_owned())
    );
    let number = with(UBL, "<cbc:ID>NW-2026-1042</cbc:ID>", "");
    assert_eq!(refusal(&number), (Code::EinvoiceMissing, "Invoice[1]/ID".to_owned()));
    let date = with(UBL, "2026-03-04", "2026-02-29");
    assert_eq!(refusal(&date), (Code::EinvoiceBadDate, "Invoice[1]/IssueDate".to_owned()));
}
