//! Canonical JSON in all its forms.

use crate::error::{Code, Error};
use crate::format;
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report, write_json_lines};
use proptest::prelude::*;

const T: &str = r#"{"id": "t1", "booked_on": "2026-03-04", "amount": "1.00", "currency": "EUR"}"#;
const I: &str = r#"{"id": "i1", "total": "1.00", "currency": "EUR"}"#;
const S: &str = r#"{"invoice": "i1", "amount": "1.00", "currency": "EUR", "settled_on": "2026-03-04"}"#;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Canonical, bytes, options)
}

fn reads(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

#[track_caller]
fn counts(report: &Report, rows: [usize; 3], errors: usize) {
    let found = [report.transactions.len(), report.invoices.len(), report.settlements.len()];
    assert_eq!((found, report.errors.len()), (rows, errors), "{:?}", report.errors);
    assert_eq!(report.transactions.len(), report.places.transactions.len());
}

#[test]
fn every_form() {
    counts(&reads(&format!("[{T}, {I}, {S}]")), [1, 1, 1], 0);
    counts(
        &reads(&format!(
            r#"{{"version": 1, "invoices": [{I}], "transactions": [{T}], "settlements": [{S}]}}"#
        )),
        [1, 1, 1],
        0,
    );
    counts(&reads(&format!("{T}\n\n{I}\r\n{S}")), [1, 1, 1], 0);
    counts(&reads(&T.replace(", ", ",\n  ")), [1, 0, 0], 0);
    counts(&reads(&format!("{}\n{}", T.replace(", ", ",\n"), I.replace(", ", ",\n"))), [1, 1, 0], 0);
    counts(&reads(&format!("\u{feff}{T}")), [1, 0, 0], 0);
}

#[test]
fn a_bad_row_costs_itself() {
    let bad = T.replace("1.00", "1,00").replace("t1", "t2");
    let text = format!("[{T},\n{bad},\n{{\"id\": nan}},\n{I}, 7, {{\"id\": \"x\"}}]");
    let report = reads(&text);
    counts(&report, [1, 1, 0], 4);
    let first = report.errors[0].place();
    assert_eq!(
        (first.line, first.field.as_deref(), first.row.as_deref()),
        (Some(2), Some("/1/amount"), Some("t2"))
    );
    let bytes = first.bytes.clone().unwrap();
    assert_eq!(&text[bytes.start as usize..bytes.end as usize], bad);
    let codes: Vec<_> = report.errors.iter().map(Error::code).collect();
    assert_eq!(codes, [Code::MoneySyntax, Code::JsonSyntax, Code::InputBadField, Code::JsonBadRow]);
    assert_eq!(report.records, 6);
}

#[test]
fn where_json_ends_has_the_same_place_in_pieces() {
    let row = format!("{T},\n");
    let text = format!("{{\"transactions\": [{T}], \"x\": 1 {}", row.repeat(5000));
    let options = ReadOptions { format: Some(Format::Canonical), ..ReadOptions::default() };
    let whole = format::read(text.as_bytes(), &options).unwrap();
    assert_eq!(whole.errors[0].code(), Code::JsonSyntax);
    assert_eq!(format::read_in_pieces(text.as_bytes(), &options, 20_000).unwrap(), whole);
}

#[test]
fn a_bad_line_costs_itself() {
    let report = reads(&format!("{{\"id\": \"t0\n{T}\n{{\"id\n{I}\n{S}\n"));
    counts(&report, [1, 1, 1], 2);
    assert_eq!(report.errors[1].place().line, Some(3));
}

#[test]
fn a_document_cut_short_yields_what_was_whole() {
    let text = format!(r#"{{"transactions": [{T}, {T}, {{"id": "t3", "#);
    let report = reads(&text);
    counts(&report, [2, 0, 0], 1);
    assert_eq!(report.errors[0].code(), Code::FormatTruncated);
    let fault = read(br#"{"transactions": [{"id": "t3", "#, &ReadOptions::default()).unwrap_err();
    assert_eq!(fault.code(), Code::FormatTruncated);
    counts(&reads(&format!("[{T} {I}]")), [1, 0, 0], 1);
}

#[test]
fn empty_is_said_or_refused() {
    for text in ["[]", r#"{"transactions": [], "invoices": []}"#] {
        assert!(reads(text).says_empty);
        let report = format::read(text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(report.warnings[0].code(), Code::FormatNoRows);
    }
    let options = ReadOptions { format: Some(format::Format::Canonical), ..ReadOptions::default() };
    for text in ["", " \n"] {
        assert_eq!(format::read(text.as_bytes(), &options).unwrap_err().code(), Code::FormatNoRows);
    }
}

#[test]
fn options_fill_what_rows_leave_out() {
    let mut options = ReadOptions::default();
    options.account = Some("acc".to_owned());
    options.currency = Some(crate::money::Currency::parse("GBP").unwrap());
    let text = format!(r#"[{}, {T}, {{"id": "i", "total": 1}}]"#, T.replace(r#", "currency": "EUR""#, ""));
    let report = read(text.as_bytes(), &options).unwrap();
    counts(&report, [2, 1, 0], 0);
    assert_eq!(report.transactions[0].currency().as_str(), "GBP");
    assert_eq!(report.transactions[1].currency().as_str(), "EUR");
    assert_eq!(report.transactions[0].account.as_deref(), Some("acc"));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let report = reads(&format!("[{deep}, {T}]"));
    counts(&report, [1, 0, 0], 1);
    assert_eq!(report.errors[0].code(), Code::FormatTooLarge);
    let report = reads(&format!("{T}\n{{\"x\": {deep}}}\n"));
    counts(&report, [1, 0, 0], 1);
    assert_eq!(report.errors[0].code(), Code::FormatTooLarge);
    assert!(read("[".repeat(10_000).as_bytes(), &ReadOptions::default()).is_err());
}

#[test]
fn what_is_written_reads_the_same() {
    let report = reads(&format!("[{T}, {I}, {S}]"));
    let text = [
        write_json_lines(&report.transactions).unwrap(),
        write_json_lines(&report.invoices).unwrap(),
        write_json_lines(&report.settlements).unwrap(),
    ]
    .concat();
    let again = reads(&text);
    assert!(again.transactions == report.transactions && again.invoices == report.invoices);
    assert!(again.settlements == report.settlements);
}

proptest! {
    #[test]
    fn no_bytes_panic(at in 0_usize..400, with in proptest::collection::vec(any::<u8>(), 0..4), cut in 0_usize..400) {
        let mut bytes = format!("{{\"invoices\": [{I}, {I}], \"transactions\": [{T}]}}\n{S}\n{T}").into_bytes();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + 1).min(bytes.len()), with);
        let _ = read(&bytes, &ReadOptions::default());
        let _ = read(&bytes[..cut.min(bytes.len())], &ReadOptions::default());
        bytes.insert(0, b'[');
        let _ = read(&bytes, &ReadOptions::default());
    }
}
