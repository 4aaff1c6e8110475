//! The contract's rows as CSV: header, cells, records.

use crate::error::{Code, Error};
use crate::model::wire::RowKind;
use std::borrow::Cow;

/// Bytes of a record.
const LONGEST: usize = 1 << 20;

/// What a text begins with that is written with an apostrophe before it: what a spreadsheet takes for a formula, the
/// apostrophe itself, and what would be taken for JSON.
pub(crate) const SAFE: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\'', '{', '[', '"'];

/// The columns of transactions, in the order of the contract.
#[rustfmt::skip]
pub(crate) const TRANSACTION: &[&str] = &[
    "id", "account", "booked_on", "value_on", "status", "amount", "currency", "fees", "original", "kind", "counterparty",
    "payee_iban", "references", "remittance", "remittance_lines", "bank_code", "returned", "reverses", "batch", "source",
    "metadata",
];

/// The columns of open items.
#[rustfmt::skip]
pub(crate) const INVOICE: &[&str] = &[
    "id", "number", "other_numbers", "kind", "customer", "issued_on", "due_on", "total", "open", "currency",
    "previous_totals", "covers", "state", "references", "tax", "terms", "description", "metadata",
];

/// The columns of settlements.
#[rustfmt::skip]
pub(crate) const SETTLEMENT: &[&str] = &["invoice", "amount", "currency", "settled_on", "transaction", "external_ids"];

const COLUMNS: [(RowKind, &[&str]); 3] =
    [(RowKind::Transaction, TRANSACTION), (RowKind::Invoice, INVOICE), (RowKind::Settlement, SETTLEMENT)];

/// What the rows below a header are, and their columns.
pub(super) fn columns_of(header: &[Cow<'_, str>]) -> Option<(RowKind, &'static [&'static str])> {
    let same = |columns: &[&str]| header.iter().map(AsRef::as_ref).eq(columns.iter().copied());
    COLUMNS.iter().copied().find(|(_, columns)| same(columns))
}

/// Whether a text begins with the header of rows of the contract.
pub(super) fn begins_table(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    COLUMNS.iter().any(|(_, columns)| line.split(',').eq(columns.iter().copied()))
}

/// The cells of a record, and where the next one begins.
type Cells<'a> = (Vec<Cow<'a, str>>, usize);

/// The cells of the record at the front of a text, and where the next one begins; `None` where its end is to come.
///
/// # Errors
/// `format.csv.columns` for a quote that is not closed or in the middle of a cell, `format.too_large`; with it, where the
/// next record begins.
pub(crate) fn record(text: &str, last: bool) -> Option<Result<Cells<'_>, (Error, usize)>> {
    let bytes = text.as_bytes();
    let bounded = bytes.get(..LONGEST).unwrap_or(bytes);
    let (mut cells, mut at) = (Vec::new(), 0);
    let line = || memchr::memchr(b'\n', bounded).map_or(bounded.len(), |end| end + 1);
    loop {
        let (cell, end) = match bounded.get(at) {
            Some(b'"') => {
                let Some(end) = closing_quote(bounded, at + 1) else {
                    let long = bounded.len() < bytes.len();
                    let code = if long { Code::FormatTooLarge } else { Code::CsvColumns };
                    let fault = Error::new(code, "a quote is not closed in this record");
                    return (long || last).then(|| Err((fault, line())));
                };
                if end + 1 == bytes.len() && !last {
                    // The next byte may make it a doubled one.
                    return None;
                }
                let inner = text.get(at + 1..end).unwrap_or_default();
                let cell: Cow<'_, str> =
                    if inner.contains('"') { inner.replace("\"\"", "\"").into() } else { inner.into() };
                (cell, end + 1)
            }
            _ => {
                let rest = bounded.get(at..).unwrap_or_default();
                let end = at + memchr::memchr3(b',', b'\r', b'\n', rest).unwrap_or(rest.len());
                (text.get(at..end).unwrap_or_default().into(), end)
            }
        };
        cells.push(cell);
        match bounded.get(end) {
            Some(b',') => at = end + 1,
            Some(b'\n') => return Some(Ok((cells, end + 1))),
            Some(b'\r') => match bounded.get(end + 1) {
                Some(b'\n') => return Some(Ok((cells, end + 2))),
                None if !last && bounded.len() == bytes.len() => return None,
                _ => return Some(Ok((cells, end + 1))),
            },
            None if bounded.len() < bytes.len() => {
                return Some(Err((Error::new(Code::FormatTooLarge, "a record of more than 1 MiB"), line())));
            }
            None if last => return Some(Ok((cells, end))),
            None => return None,
            Some(_) => {
                let fault = Error::new(Code::CsvColumns, "text stands behind the quote of a cell");
                return Some(Err((fault, line())));
            }
        }
    }
}

/// The quote that ends a cell; doubled ones are text.
fn closing_quote(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// A record as a JSON object of the contract.
pub(super) fn object(header: &[&str], cells: &[Cow<'_, str>]) -> Result<String, Error> {
    if cells.len() != header.len() {
        let said = format!("{} cells where {} are expected", cells.len(), header.len());
        return Err(Error::new(Code::CsvColumns, said));
    }
    let mut text = String::from("{");
    for (name, cell) in header.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        if text.len() > 1 {
            text.push(',');
        }
        text.push('"');
        text.push_str(name);
        text.push_str("\":");
        if cell.starts_with(['{', '[', '"']) {
            text.push_str(cell);
        } else {
            let value = cell.strip_prefix('\'').filter(|rest| rest.starts_with(SAFE)).unwrap_or(cell);
            let value = serde_json::to_string(value)
                .map_err(|_| Error::new(Code::JsonBadRow, "a value that JSON cannot hold"))?;
            text.push_str(&value);
        }
    }
    text.push('}');
    Ok(text)
}
