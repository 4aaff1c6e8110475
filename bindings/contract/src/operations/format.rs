//! `format.*`: bytes to rows, and rows to files.

use super::documents::{AccountRow, BalanceRow, Rows, StatementRow, read_statement};
use super::shared::{ROW_ERRORS, TRANSACTIONS};
use crate::call::Call;
use crate::fault::{BorderCode, Fault};
use crate::operation::{Answer, Document, Operation, Run};
use crate::schema::Type::{Bytes, List, Of, Text, Truth, Word};
use crate::schema::{Field, check, may, must, options, rows, values, words};
use payymo::error::{Code, Error};
use payymo::format::{
    Format, ReadOptions, Report, TableRow, Written, detect, read, write_camt053, write_csv, write_json_lines,
    write_mt940,
};
use payymo::model::{Invoice, Settlement, Transaction};
use serde::Serialize;

const CONTENT: Field =
    must("content", Bytes, "The bytes of a statement or a list; the first 64 KiB are looked at.");
const UNKNOWN: &[&str] = &["format.unsupported", "format.unknown", "format.encoding", "format.no_rows"];

/// How an input is read, and how its rows are answered.
pub(super) const OPTIONS: Field =
    may("options", Of(&options::READ_OPTIONS), "How it is read. The default needs no tuning.");
pub(super) const NAME: Field =
    may("name", Text, "Name of the file; messages of errors and warnings begin with it.");
pub(super) const PLACES: Field =
    may("places", Truth, "Whether each row is answered with its place. Default true.");

/// What may be wrong with an input as a whole.
pub(super) const READ_ERRORS: &[&str] = &[
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
];

pub static DETECT: Operation = Operation {
    name: "format.detect",
    doc: "Tells the format of some bytes by their content.",
    request: &[CONTENT],
    answer: Answer::One(Word(&words::FORMAT)),
    errors: UNKNOWN,
    run: Run::Function(|call| {
        let content = call.blob("content")?.unwrap_or_default();
        call.answer(&detect(&content)?.format)
    }),
};

#[derive(Serialize)]
struct Claim {
    format: Format,
    confidence: u8,
}

#[derive(Serialize)]
struct Detection {
    format: Format,
    confidence: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    runner_up: Option<Claim>,
}

pub static DETECTION: Operation = Operation {
    name: "format.detection",
    doc: "Tells the format of some bytes by their content, how sure that is, and what is the next likely.",
    request: &[CONTENT],
    answer: Answer::One(Of(&values::DETECTION)),
    errors: UNKNOWN,
    run: Run::Function(|call| {
        let content = call.blob("content")?.unwrap_or_default();
        let found = detect(&content)?;
        let runner_up = found.runner_up.map(|(format, confidence)| Claim { format, confidence });
        call.answer(&Detection { format: found.format, confidence: found.confidence, runner_up })
    }),
};

#[derive(Serialize)]
struct Whole<'a> {
    format: Format,
    #[serde(flatten)]
    rows: Rows<'a>,
    records: u64,
    refused: u64,
    says_empty: bool,
}

pub static READ: Operation = Operation {
    name: "format.read",
    doc: "Reads a statement or a list of any supported format. What is wrong with one record costs that record.",
    request: &[must("content", Bytes, "The bytes of the input."), OPTIONS, NAME, PLACES],
    answer: Answer::One(Of(&values::REPORT)),
    errors: READ_ERRORS,
    run: Run::Function(|call| {
        let content = call.blob("content")?.unwrap_or_default();
        let mut options: ReadOptions = call.maybe("options")?.unwrap_or_default();
        let format = match options.format {
            Some(format) => format,
            None => detect(&content)?.format,
        };
        options.format = Some(format);
        let mut report = read(&content, &options)?;
        let name: Option<String> = call.maybe("name")?;
        let places = call.maybe("places")?.unwrap_or(true);
        call.answer(&Whole {
            format,
            records: report.records,
            refused: report.refused,
            says_empty: report.says_empty,
            rows: Rows::of(&mut report, name.as_deref(), places),
        })
    }),
};

const INVOICES: Field = must("invoices", List(&rows::INVOICE_ROW), "Open items, in any order.");
const SETTLEMENTS: Field =
    must("settlements", List(&rows::SETTLEMENT_ROW), "What was settled, in any order.");

pub static WRITE_JSON_LINES: Operation = Operation {
    name: "format.write_json_lines",
    doc: "Writes rows as JSON Lines, which `format.read` reads as the same rows.",
    request: &[
        may("transactions", TRANSACTIONS.kind, TRANSACTIONS.doc),
        may("invoices", INVOICES.kind, INVOICES.doc),
        may("settlements", SETTLEMENTS.kind, SETTLEMENTS.doc),
    ],
    answer: Answer::One(Text),
    errors: ROW_ERRORS,
    run: Run::Function(|call| {
        let (transactions, invoices, settlements) = (
            whole::<Transaction>(call, "transactions")?,
            whole::<Invoice>(call, "invoices")?,
            whole::<Settlement>(call, "settlements")?,
        );
        let mut text = write_json_lines(&transactions)?;
        text.push_str(&write_json_lines(&invoices)?);
        text.push_str(&write_json_lines(&settlements)?);
        call.answer(&text)
    }),
};

/// An operation that writes rows of one kind as a table.
macro_rules! write_csv {
    ($static:ident, $name:literal, $row:ty, $field:expr, $doc:literal) => {
        pub static $static: Operation = Operation {
            name: $name,
            doc: $doc,
            request: &[$field],
            answer: Answer::One(Text),
            errors: ROW_ERRORS,
            run: Run::Function(|call| table::<$row>(call, $field.name)),
        };
    };
}

write_csv! {
    WRITE_TRANSACTIONS, "format.write_transactions", Transaction, TRANSACTIONS,
    "Writes transactions as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows."
}
write_csv! {
    WRITE_INVOICES, "format.write_invoices", Invoice, INVOICES,
    "Writes open items as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows."
}
write_csv! {
    WRITE_SETTLEMENTS, "format.write_settlements", Settlement, SETTLEMENTS,
    "Writes settlements as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows."
}

#[derive(Serialize)]
struct File {
    text: String,
    left_out: Vec<Error>,
}

pub static WRITE_CAMT053: Operation = Operation {
    name: "format.write_camt053",
    doc: "Writes the transactions of one account as a camt.053.001.08 statement.",
    request: &[
        TRANSACTIONS,
        may(
            "statement",
            Of(&values::STATEMENT_HEAD),
            "What the statement covers; told from the rows by default.",
        ),
    ],
    answer: Answer::One(Of(&values::WRITTEN)),
    errors: &WRITE_ERRORS,
    run: Run::Function(|call| {
        let rows: Vec<Transaction> = whole(call, "transactions")?;
        let Written { text, left_out, .. } = write_camt053(&rows, &read_statement(call, "statement")?)?;
        call.answer(&File { text, left_out })
    }),
};

pub static WRITE_MT940: Operation = Operation {
    name: "format.write_mt940",
    doc: "Writes the transactions of one account as a SWIFT MT940 statement, which states its balances: one of them is enough.",
    request: &[
        TRANSACTIONS,
        must("statement", Of(&values::STATEMENT_HEAD), "What the statement covers, with a balance."),
    ],
    answer: Answer::One(Of(&values::WRITTEN)),
    errors: &WRITE_ERRORS,
    run: Run::Function(|call| {
        let rows: Vec<Transaction> = whole(call, "transactions")?;
        let Written { text, left_out, .. } = write_mt940(&rows, &read_statement(call, "statement")?)?;
        call.answer(&File { text, left_out })
    }),
};

/// Those of rows, and that of a file.
const WRITE_ERRORS: [&str; 12] = {
    let [a, b, c, d, e, f, g, h, i, j, k] = *ROW_ERRORS;
    ["format.write", a, b, c, d, e, f, g, h, i, j, k]
};

/// Rows that are all written or, with the first that cannot be read, none.
fn whole<T: crate::call::Row>(call: &Call<'_>, name: &str) -> Result<Vec<T>, Fault> {
    let mut errors: Vec<Error> = Vec::new();
    let rows = call.rows(name, &mut errors)?;
    match errors.into_iter().next() {
        Some(error) => Err(error.into()),
        None => Ok(rows),
    }
}

fn table<T: crate::call::Row + TableRow>(call: &mut Call<'_>, name: &str) -> Result<Document, Fault> {
    let rows: Vec<T> = whole(call, name)?;
    call.answer(&write_csv(&rows)?)
}

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
    /// An account of the host.
    Account,
    /// A statement that has ended.
    Statement,
}

/// What [`read_rows`] answers.
#[derive(Serialize)]
struct Counts {
    format: Format,
    records: u64,
    refused: u64,
    says_empty: bool,
}

/// Does `format.read` row by row, for hosts that want no document of the whole input: `row` is told each row's JSON and
/// answers whether to go on. `options` is the JSON of [`options::READ_OPTIONS`], or nothing. Answers `format`, `records`,
/// `refused` and `says_empty`.
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
    each(RowKind::Account, report.accounts.iter().map(AccountRow::of), row)?;
    each(RowKind::Statement, report.statements.iter().map(StatementRow::of), row)?;
    let Report { records, refused, says_empty, .. } = report;
    json(&Counts { format, records, refused, says_empty })
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
        assert_eq!(answer.unwrap(), r#"{"format":"csv","records":2,"refused":1,"says_empty":false}"#);
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
            RowKind::Account,
            RowKind::Statement,
        ];
        let named: Vec<String> = kinds.iter().map(|kind| format!("{kind:?}").to_lowercase()).collect();
        assert_eq!(named, words);
        assert!(kinds.iter().enumerate().all(|(at, kind)| *kind as usize == at));
    }
}
