//! Rows as CSV by RFC 4180, with the contract's field names as header: for spreadsheets, and to be read back.
//!
//! # Design
//! A cell is the field's text; what is a list or an object is JSON. A text that a spreadsheet would take for a formula gets
//! an apostrophe before it, which [`read`](crate::format::read()) takes off again, and so does a text that would be taken for
//! such an apostrophe or for JSON. A text with a zero byte, which makes a file binary, is JSON too. So the same rows come back, whatever payers wrote.

use crate::error::{Code, Error};
use crate::format::canonical::columns::{INVOICE, SAFE, SETTLEMENT, TRANSACTION};
use crate::model::{Invoice, Settlement, Transaction};
use serde::Serialize;
use serde_json::Value;

/// A row that can be written as CSV.
pub trait TableRow: Serialize {
    /// The names of its columns.
    const COLUMNS: &'static [&'static str];
}

impl TableRow for Transaction {
    const COLUMNS: &'static [&'static str] = TRANSACTION;
}

impl TableRow for Invoice {
    const COLUMNS: &'static [&'static str] = INVOICE;
}

impl TableRow for Settlement {
    const COLUMNS: &'static [&'static str] = SETTLEMENT;
}

/// Rows as CSV: one kind of rows, a column for each field of the contract, lines that end with CR LF.
///
/// Safe against formula injection: no cell begins with `=`, `+`, `@`, a tabulator or a carriage return, nor with `-` unless it
/// is a number.
///
/// ```
/// use payymo::format;
/// let report = format::read(br#"[{"id": "=1+1", "total": "120", "currency": "GBP"}]"#, &Default::default())?;
/// let csv = format::write_csv(&report.invoices)?;
/// assert!(csv.contains("\r\n'=1+1,"));
/// assert!(format::read(csv.as_bytes(), &Default::default())?.invoices == report.invoices);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `format.json.bad_row` for a value that JSON cannot hold; rows of the contract always can be written.
pub fn write_csv<'a, T: TableRow + 'a>(rows: impl IntoIterator<Item = &'a T>) -> Result<String, Error> {
    let bad = || Error::new(Code::JsonBadRow, "a value that JSON cannot hold");
    let mut text = T::COLUMNS.join(",");
    text.push_str("\r\n");
    for row in rows {
        let row = serde_json::to_value(row).map_err(|_| bad())?;
        for (at, name) in T::COLUMNS.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            match row.get(name) {
                None | Some(Value::Null) => {}
                Some(Value::String(value)) => cell(&mut text, &guarded(value)),
                Some(value) => cell(&mut text, &value.to_string()),
            }
        }
        text.push_str("\r\n");
    }
    Ok(text)
}

/// A text as it may stand in a spreadsheet.
fn guarded(value: &str) -> String {
    let number = value.strip_prefix('-').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    match value.chars().next() {
        // An empty text is not an absent one.
        None => "\"\"".to_owned(),
        // The file would be taken for binary content, and no spreadsheet shows it.
        Some(_) if value.contains('\0') => Value::from(value).to_string(),
        Some(first) if SAFE.contains(&first) && !number => format!("'{value}"),
        Some(_) => value.to_owned(),
    }
}

/// Adds a cell, in quotes where it needs them.
fn cell(text: &mut String, value: &str) {
    let plain = !value.contains([',', '"', '\r', '\n'])
        && !value.starts_with(char::is_whitespace)
        && !value.ends_with(char::is_whitespace);
    if plain {
        text.push_str(value);
        return;
    }
    text.push('"');
    for part in value.split('"').enumerate() {
        if part.0 > 0 {
            text.push_str("\"\"");
        }
        text.push_str(part.1);
    }
    text.push('"');
}
