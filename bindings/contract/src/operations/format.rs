//! `format.*`: bytes to rows.

use super::documents::BalanceRow;
use crate::fault::{BorderCode, Fault};
use crate::operation::{Answer, Document, Operation, Run};
use crate::schema::Type::{Bytes, Of, Text, Word};
use crate::schema::{check, may, must, options, values, words};
use payymo::error::{Code, Error};
use payymo::format::{Format, ReadOptions, detect, read};
use payymo::model::{Invoice, Settlement, Transaction};
use serde::Serialize;

pub static DETECT: Operation = Operation {
    name: "format.detect",
    doc: "Tells the format of some bytes by their content.",
    request: &[must("content", Bytes, "The bytes of a statement or a list; the first 64 KiB are looked at.")],
    answer: Answer::One(Word(&words::FORMAT)),
    errors: &["format.unsupported", "format.unknown", "format.encoding", "format.no_rows"],
    run: Run::Function(|call| {
        let content = call.blob("content")?.unwrap_or_default();
        call.answer(&detect(&content)?.format)
    }),
};

#[derive(Serialize)]
struct Report<'a> {
    format: Format,
    transactions: &'a [Transaction],
    invoices: &'a [Invoice],
    settlements: &'a [Settlement],
    balances: Vec<BalanceRow<'a>>,
    errors: Vec<Error>,
    warnings: Vec<Error>,
    records: u64,
    says_empty: bool,
}

pub static READ: Operation = Operation {
    name: "format.read",
    doc: "Reads a statement or a list of any supported format. What is wrong with one record costs that record.",
    request: &[
        must("content", Bytes, "The bytes of the input."),
        may("options", Of(&options::READ_OPTIONS), "How it is read. The default needs no tuning."),
        may("name", Text, "Name of the file; messages of errors and warnings begin with it."),
    ],
    answer: Answer::One(Of(&values::REPORT)),
    errors: &[
        "format.unknown",
        "format.unsupported",
        "format.encoding",
        "format.no_rows",
        "format.truncated",
        "format.too_large",
        "format.xml.syntax",
        "format.xml.doctype",
        "format.json.syntax",
        "format.csv.no_header",
        "format.csv.mapping",
        "format.csv.date_order",
        "format.csv.currency",
        "format.csv.sign",
        "format.csv.decimal_mark",
        "format.whmcs.failed",
        "input.options",
    ],
    run: Run::Function(|call| {
        let content = call.blob("content")?.unwrap_or_default();
        let mut options: ReadOptions = call.maybe("options")?.unwrap_or_default();
        let format = match options.format {
            Some(format) => format,
            None => detect(&content)?.format,
        };
        options.format = Some(format);
        let report = read(&content, &options)?;
        let name: Option<String> = call.maybe("name")?;
        let named = |error: Error| match &name {
            Some(name) => error.named(name),
            None => error,
        };
        call.answer(&Report {
            format,
            transactions: &report.transactions,
            invoices: &report.invoices,
            settlements: &report.settlements,
            balances: report.balances.iter().map(BalanceRow::of).collect(),
            errors: report.errors.into_iter().map(named).collect(),
            warnings: report.warnings.into_iter().map(named).collect(),
            records: report.records,
            says_empty: report.says_empty,
        })
    }),
};

/// What [`read_rows`] hands on; the number is its place in [`words::ROW_KIND`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum RowKind {
    /// A transaction.
    Transaction,
    /// An open item.
    Invoice,
    /// A settlement.
    Settlement,
    /// A balance.
    Balance,
    /// A record that could not be read.
    Error,
    /// What was assumed or doubted.
    Warning,
}

/// What [`read_rows`] answers.
#[derive(Serialize)]
struct Counts {
    format: Format,
    records: u64,
    says_empty: bool,
}

/// Does `format.read` row by row, for hosts that want no document of the whole input: `row` is told each row's JSON and
/// answers whether to go on. `options` is the JSON of [`options::READ_OPTIONS`], or nothing. Answers `format`, `records`
/// and `says_empty`.
///
/// # Errors
/// As `format.read`, and `matching.cancelled` where `row` stopped it.
pub fn read_rows(
    content: &[u8],
    options: &[u8],
    row: &mut dyn FnMut(RowKind, &[u8]) -> bool,
) -> Result<Document, Fault> {
    let mut options = read_options(options)?;
    let format = match options.format {
        Some(format) => format,
        None => detect(content)?.format,
    };
    options.format = Some(format);
    let report = read(content, &options)?;
    each(RowKind::Transaction, &report.transactions, row)?;
    each(RowKind::Invoice, &report.invoices, row)?;
    each(RowKind::Settlement, &report.settlements, row)?;
    each(RowKind::Balance, report.balances.iter().map(BalanceRow::of), row)?;
    each(RowKind::Error, &report.errors, row)?;
    each(RowKind::Warning, &report.warnings, row)?;
    json(&Counts { format, records: report.records, says_empty: report.says_empty })
}

fn read_options(text: &[u8]) -> Result<ReadOptions, Fault> {
    if text.trim_ascii().is_empty() {
        return Ok(ReadOptions::default());
    }
    let wrong = |_| Fault::new(BorderCode::Syntax, "options are a JSON object");
    let value: serde_json::Value = serde_json::from_slice(text).map_err(wrong)?;
    check::check(&value, &Of(&options::READ_OPTIONS), "", check::Unknown::Refused)
        .map_err(|wrong| Fault::field(wrong.path, wrong.right))?;
    serde_json::from_value(value).map_err(|_| Fault::field("", "out of range"))
}

fn each<T: Serialize>(
    kind: RowKind,
    rows: impl IntoIterator<Item = T>,
    row: &mut dyn FnMut(RowKind, &[u8]) -> bool,
) -> Result<(), Fault> {
    for value in rows {
        if !row(kind, &json(&value)?) {
            return Err(Error::new(Code::MatchingCancelled, "the caller stopped the reading").into());
        }
    }
    Ok(())
}

fn json(value: &impl Serialize) -> Result<Document, Fault> {
    serde_json::to_vec(value).map_err(|_| Fault::new(BorderCode::Internal, "an answer that JSON cannot hold"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &[u8] =
        b"Date,Amount,Currency,Description\n2026-03-02,12.50,EUR,INV-1\n2026-03-03,x,EUR,INV-2\n";

    fn rows(options: &[u8], most: usize) -> (Vec<(RowKind, String)>, Result<String, Fault>) {
        let mut told = Vec::new();
        let answer = read_rows(CSV, options, &mut |kind, json| {
            told.push((kind, String::from_utf8(json.to_vec()).unwrap()));
            told.len() < most
        });
        (told, answer.map(|answer| String::from_utf8(answer).unwrap()))
    }

    #[test]
    fn rows_are_those_of_the_document() {
        let (told, answer) = rows(b"", usize::MAX);
        assert_eq!(answer.unwrap(), r#"{"format":"csv","records":2,"says_empty":false}"#);
        let host = crate::Host { blobs: &[CSV], progress: &mut |_, _, _| true };
        let whole = crate::run("format.read", br#"{"content": {"blob": 0}}"#, host).unwrap();
        let whole = String::from_utf8(whole).unwrap();
        assert!(told.iter().any(|row| row.0 == RowKind::Transaction));
        assert!(told.iter().any(|row| row.0 == RowKind::Error));
        for (kind, json) in &told {
            assert!(whole.contains(json.as_str()), "{kind:?} {json}");
        }
    }

    #[test]
    fn a_caller_stops_it_and_wrong_options_are_named() {
        let (told, answer) = rows(b"{}", 1);
        assert_eq!((told.len(), answer.unwrap_err().code()), (1, "matching.cancelled"));
        for (options, code, field) in [
            (&b"[]"[..], "contract.field", Some("")),
            (b"{", "contract.syntax", None),
            (br#"{"formatt": "csv"}"#, "contract.field", Some("/formatt")),
            (br#"{"format": "pdf"}"#, "contract.field", Some("/format")),
            (br#"{"utc_offset_minutes": 99999}"#, "input.options", None),
        ] {
            let fault = rows(options, usize::MAX).1.unwrap_err();
            assert_eq!((fault.code(), fault.place().field.as_deref()), (code, field));
        }
    }

    #[test]
    fn kinds_are_numbered_as_the_words() {
        let words: Vec<&str> = (words::ROW_KIND.list)().into_iter().map(|word| word.0).collect();
        let kinds = [
            RowKind::Transaction,
            RowKind::Invoice,
            RowKind::Settlement,
            RowKind::Balance,
            RowKind::Error,
            RowKind::Warning,
        ];
        let named: Vec<String> = kinds.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect();
        assert_eq!(named, words);
        assert!(kinds.iter().enumerate().all(|(at, kind)| *kind as usize == at));
    }
}
