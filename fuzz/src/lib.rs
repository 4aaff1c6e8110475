//! What several fuzz targets share: what must hold of every answer, whatever came in.

use payymo::format::{Format, ReadOptions, Report, read, write_json_lines};
use payymo::model::{Invoice, Settlement, Transaction};

/// Reads, and checks what must hold of any report; the rows are written and read back.
pub fn read_as(bytes: &[u8], format: Option<Format>) {
    let mut options = ReadOptions::default();
    options.format = format;
    match read(bytes, &options) {
        Ok(report) => sound(bytes, &report),
        Err(error) => assert!(!error.message().is_empty()),
    }
}

fn sound(bytes: &[u8], report: &Report) {
    assert_eq!(report.transactions.len(), report.places.transactions.len());
    assert_eq!(report.invoices.len(), report.places.invoices.len());
    let end = bytes.len() as u64;
    assert!(report.places.transactions.iter().all(|place| place.bytes.start <= place.bytes.end && place.bytes.end <= end));
    assert!(report.refused <= report.records);
    let told = report.has_rows() || !report.errors.is_empty() || !report.warnings.is_empty();
    assert!(told, "an empty answer says so");
    assert!(report.transactions.iter().all(|row| !row.id.is_empty()), "a reader derives an id");
    again(&report.transactions, |back| back.transactions);
    again(&report.invoices, |back| back.invoices);
    again(&report.settlements, |back| back.settlements);
}

/// What was read can be written, and reads back as the same.
fn again<T: serde::Serialize + PartialEq>(rows: &[T], of: impl Fn(Report) -> Vec<T>) {
    if rows.is_empty() {
        return;
    }
    let lines = write_json_lines(rows).expect("rows can be written");
    let mut options = ReadOptions::default();
    options.format = Some(Format::Canonical);
    let back = read(lines.as_bytes(), &options).expect("what was written can be read");
    assert!(back.errors.is_empty(), "{:?}", back.errors);
    assert!(of(back) == rows, "what was written reads back as the same");
}

/// The rows of an input, or none.
pub fn rows(bytes: &[u8]) -> (Vec<Transaction>, Vec<Invoice>, Vec<Settlement>) {
    match read(bytes, &ReadOptions::default()) {
        Ok(report) => (report.transactions, report.invoices, report.settlements),
        Err(_) => Default::default(),
    }
}
