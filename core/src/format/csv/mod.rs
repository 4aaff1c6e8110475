//! Any bank's CSV export.
//!
//! # Design
//! No profiles of banks: they change their exports without notice. What a file is shows in itself, in this order:
//! its delimiter and header by the words of some twenty languages (`layout`, `words`), or its columns by what stands
//! in them (`infer`); then decimal mark, order of dates, sign and fees by what all rows say together (`learn`), where
//! a running balance is the proof; then each record for itself (`row`). What was assumed is a warning, what cannot be
//! known an error that says which option settles it ([`Columns`]).

mod columns;
mod date;
mod direction;
mod field;
mod infer;
mod items;
mod kind;
mod layout;
mod learn;
mod number;
mod row;
mod sign;
mod table;
mod words;

#[cfg(test)]
mod tests;

pub use crate::money::DecimalMark;
pub use columns::{Column, Columns, OneOrMore, Sign};
pub use date::DateOrder;
pub use field::Field;

use super::encoding::{self, Decoded};
use super::{Balance, BalanceKind, ReadOptions, Report};
use crate::error::{Code, Error};
use crate::model::Occurrences;
use crate::money::Amount;
use chrono::FixedOffset;
use layout::Layout;
use learn::{Learnt, Source};
use row::Read;
use std::borrow::Cow;
use table::{Places, Row, Table};
use words::Vocabulary;

/// Delimiters that are told apart, the likelier first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Text that is looked at to tell the dialect.
const LOOK: usize = 64 * 1024;

/// Reads a CSV export.
///
/// # Errors
/// `format.csv.no_header` where no row names a date and an amount, `format.csv.currency` and `format.csv.sign` where
/// nothing tells them, `format.csv.mapping`, `format.encoding`, `format.too_large`, and the first row's error where no
/// row could be read.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    let offset = options.utc_offset_minutes.checked_mul(60).and_then(FixedOffset::east_opt);
    let offset =
        offset.ok_or_else(|| Error::new(Code::InputOptions, "utc_offset_minutes is beyond a day"))?;
    let default = Columns::default();
    let columns = options.columns.as_ref().unwrap_or(&default);
    let vocabulary = Vocabulary::new();
    let mut decoded = encoding::decode(bytes)?;
    let delimiter = match columns.delimiter {
        Some(delimiter) => u8::try_from(delimiter)
            .ok()
            .filter(|byte| byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n'))
            .ok_or_else(|| {
                Error::new(
                    Code::InputOptions,
                    "the delimiter must be one ASCII character, no quote and no line end",
                )
            })?,
        None => delimiter(&vocabulary, look(&decoded.text)),
    };
    central_european(&vocabulary, &mut decoded, bytes, delimiter);
    let table = Table::cut(&decoded.text, delimiter, &Places::new(&decoded, bytes));
    let layout = lay_out(&vocabulary, columns, &table, offset)?;
    let mut report = Report::default();
    report.warnings.extend(decoded.warning.take());
    report.errors.extend(table.errors.iter().cloned());
    let source = Source { table: &table, layout: &layout };
    let learnt = Learnt::new(&source, columns, offset, options.currency)?;
    if layout.has(Field::InvoiceNumber) && items::are_items(&layout) {
        items::read(&source, &learnt, &mut report);
    } else {
        transactions(&source, &learnt, options, &mut report);
    }
    report.warnings.extend(learnt.warnings);
    if report.transactions.is_empty() && report.invoices.is_empty() {
        return match report.errors.into_iter().next() {
            Some(first) => Err(first),
            None if table.rows.len() <= layout.first => {
                Err(Error::new(Code::FormatNoRows, "a header and no row below it"))
            }
            None => Err(Error::new(Code::FormatNoRows, "no row has a date and an amount under this header")),
        };
    }
    Ok(report)
}

fn look(text: &str) -> &str {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let look = text.get(..end).unwrap_or_default();
    // The last line may be cut: it is left out unless it is the only one.
    if end == text.len() { look } else { look.rsplit_once('\n').map_or(look, |(whole, _)| whole) }
}

/// The delimiter under which a header is found, else the one that cuts most rows into as many cells.
fn delimiter(vocabulary: &Vocabulary, look: &str) -> u8 {
    let mut best = (b',', (0, 0, 0));
    for delimiter in DELIMITERS {
        let table = Table::cut(look, delimiter, &Places::Same(0));
        let named = layout::find_header(vocabulary, &table).map_or(0, |(_, score)| score);
        let mut widths: Vec<usize> = table.rows.iter().map(Row::len).filter(|width| *width > 1).collect();
        widths.sort_unstable();
        let most = widths.chunk_by(|a, b| a == b).map(|same| (same.len(), same.iter().sum::<usize>())).max();
        let (most, cells) = most.unwrap_or_default();
        if (named, most, cells) > best.1 {
            best = (delimiter, (named, most, cells));
        }
    }
    best.0
}

/// Czech, Polish and Hungarian exports come in Windows-1250: taken where its letters make more headers known.
fn central_european(vocabulary: &Vocabulary, decoded: &mut Decoded<'_>, bytes: &[u8], delimiter: u8) {
    if decoded.warning.is_none() || !matches!(decoded.text, Cow::Owned(_)) {
        return;
    }
    let head = bytes.get(..LOOK).unwrap_or(bytes);
    let western = encoding_rs::WINDOWS_1252.decode_without_bom_handling(head).0;
    if !decoded.text.starts_with(look(&western)) {
        return;
    }
    let score = |text: &str| {
        let table = Table::cut(look(text), delimiter, &Places::Same(0));
        layout::find_header(vocabulary, &table).map_or(0, |(_, score)| score)
    };
    let central = encoding_rs::WINDOWS_1250.decode_without_bom_handling(head).0;
    if score(&central) > score(&western) {
        decoded.text =
            Cow::Owned(encoding_rs::WINDOWS_1250.decode_without_bom_handling(bytes).0.into_owned());
        decoded.warning = Some(Error::new(
            Code::FormatEncoding,
            "not UTF-8: read as Windows-1250, in which its headers are words",
        ));
    }
}

fn lay_out(
    vocabulary: &Vocabulary,
    columns: &Columns,
    table: &Table,
    offset: FixedOffset,
) -> Result<Layout, Error> {
    if !columns.fields.is_empty() {
        return layout::by_map(columns, table, offset);
    }
    if let Some((header, _)) = layout::find_header(vocabulary, table) {
        return Ok(layout::by_header(vocabulary, table, header, offset));
    }
    if let Some(layout) = infer::layout(table, offset) {
        return Ok(layout);
    }
    if table.rows.is_empty() {
        return Err(table
            .errors
            .first()
            .cloned()
            .unwrap_or_else(|| Error::new(Code::FormatNoRows, "no row in this file")));
    }
    Err(Error::new(
        Code::CsvNoHeader,
        "no row names a date and an amount column, and the columns do not show it: give a column map with booked_on and amount, or debit and credit",
    ))
}

/// Reads all records as transactions.
fn transactions(source: &Source<'_>, learnt: &Learnt, options: &ReadOptions, report: &mut Report) {
    let (width, kinds) = (width(source), kind::Kinds::new());
    let (mut left_out, mut failed, mut unplaced) = (Vec::new(), Vec::new(), Vec::new());
    let mut rows: Vec<&Row> = Vec::new();
    for row in source.rows().filter(|row| source.table.cells(row).any(|cell| !cell.is_empty())) {
        match row::read(source, learnt, &kinds, row, width) {
            Ok(Read::Transaction(mut transaction, fee)) => {
                if fee {
                    unplaced.push(row.line);
                }
                if transaction.account.is_none() {
                    transaction.account.clone_from(&options.account);
                }
                report.records += 1;
                report.push_transaction(*transaction, row.bytes.clone());
                rows.push(row);
            }
            Ok(Read::NoRecord) => left_out.push(row.line),
            Ok(Read::Failed) => {
                report.records += 1;
                failed.push(row.line);
            }
            Err(error) => {
                report.records += 1;
                report.push_error(error);
            }
        }
    }
    report.records += source.table.errors.len() as u64;
    name_rows(source, &rows, report);
    balances(source, learnt, &rows, report);
    for (lines, code, said) in [
        (
            &left_out,
            Code::CsvLeftOut,
            "have neither a date nor an amount: taken as headings, notes or totals",
        ),
        (&failed, Code::CsvLeftOut, "are declined or cancelled: they moved no money"),
        (
            &unplaced,
            Code::CsvFee,
            "have a fee of which nothing tells whether the amount holds it: the fee is left out",
        ),
    ] {
        if let Some(first) = lines.first() {
            report.warn(Error::new(code, format!("{} rows {said}", lines.len())).at_line(*first));
        }
    }
}

/// Cells of a whole record: the header's, or those that most records have.
fn width(source: &Source<'_>) -> usize {
    let mut widths: Vec<usize> = source.rows().map(Row::len).collect();
    widths.sort_unstable();
    let most = widths
        .chunk_by(|a, b| a == b)
        .max_by_key(|chunk| chunk.len())
        .and_then(|chunk| chunk.first().copied());
    most.unwrap_or_default().max(source.layout.headers.len())
}

/// Ids: the export's own where every row has one and no two the same, else by content.
fn name_rows(source: &Source<'_>, rows: &[&Row], report: &mut Report) {
    let own: Option<Vec<&str>> = rows.iter().map(|row| row::id(source, row)).collect();
    let own = own.filter(|ids| {
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.windows(2).all(|pair| matches!(pair, [a, b] if a != b))
    });
    if let Some(ids) = own {
        for (transaction, id) in report.transactions.iter_mut().zip(ids) {
            transaction.id = match &transaction.account {
                Some(account) => format!("{account}/{id}"),
                None => id.to_owned(),
            };
        }
    }
    let mut occurrences = Occurrences::default();
    for transaction in report.transactions.iter_mut().filter(|transaction| transaction.id.is_empty()) {
        transaction.id = occurrences.id(transaction);
    }
}

/// Opening and closing balance of the account, and the rows at which the running balance breaks.
fn balances(source: &Source<'_>, learnt: &Learnt, rows: &[&Row], report: &mut Report) {
    let Some(chain) = learnt.chain else { return };
    let currency = report.transactions.first().map(|transaction| transaction.currency());
    let account = report.transactions.first().and_then(|transaction| transaction.account.clone());
    let Some(currency) =
        currency.filter(|currency| report.transactions.iter().all(|row| row.currency() == *currency))
    else {
        return;
    };
    let stated: Vec<Option<Amount>> = rows
        .iter()
        .map(|row| {
            number::read(source.get(row, Field::Balance), learnt.mark)?
                .minor(currency)
                .ok()
                .map(|minor| Amount::new(minor, currency))
        })
        .collect();
    let mut steps: Vec<(usize, Amount)> = Vec::new();
    for (at, balance) in stated.iter().enumerate() {
        steps.extend(balance.map(|balance| (at, balance)));
    }
    if chain.descending {
        steps.reverse();
    }
    let mut warnings = Vec::new();
    let moved = |at: usize| report.transactions.get(at).map(|transaction| transaction.amount);
    for pair in steps.windows(2) {
        let [(_, before), (at, after)] = pair else { continue };
        let agrees = moved(*at).is_some_and(|moved| before.checked_add(moved) == Ok(*after));
        if let Some(row) = rows.get(*at).filter(|_| !agrees) {
            warnings.push(row.error(
                Code::CsvBalance,
                "the balance does not follow from the one before: a row may be missing",
            ));
        }
    }
    let date = |at: usize| report.transactions.get(at).map(|transaction| transaction.booked_on);
    let (first, last) = (steps.first().copied(), steps.last().copied());
    let opening = first.and_then(|(at, balance)| Some((balance.checked_sub(moved(at)?).ok()?, date(at))));
    let closing = last.map(|(at, balance)| (balance, date(at)));
    for (kind, balance) in [(BalanceKind::Opening, opening), (BalanceKind::Closing, closing)] {
        if let Some((amount, on)) = balance {
            report.balances.push(Balance { account: account.clone(), statement: None, kind, amount, on });
        }
    }
    report.warnings.extend(warnings);
}
