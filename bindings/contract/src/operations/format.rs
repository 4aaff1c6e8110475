//! `format.*`: bytes to rows.

use super::documents::BalanceRow;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Bytes, Of, Text, Word};
use crate::schema::{may, must, options, values, words};
use payymo::Error;
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
