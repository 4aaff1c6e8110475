//! Any bank's CSV export.
//!
//! # Design
//! No profiles of banks: they change their exports without notice. What a file is shows in itself, in this order:
//! its delimiter and header by the words of some twenty languages (`layout`, `words`), or its columns by what stands
//! in them (`infer`); then decimal mark, order of dates, sign and fees by what all rows say together (`learn`), where
//! a running balance is the proof; then each record for itself (`row`). What was assumed is a warning, what cannot be
//! known an error that says which option settles it ([`Columns`]).

mod columns;
mod direction;
mod field;
mod headers;
mod infer;
mod item_columns;
mod items;
mod kind;
mod layout;
mod learn;
mod number;
mod record;
mod row;
mod running;
mod sign;
mod words;

#[cfg(test)]
mod item_tests;
#[cfg(test)]
mod tests;

pub use super::date::DateOrder;
pub use crate::money::DecimalMark;
pub use columns::{Column, Columns, OneOrMore, Sign};
pub use field::Field;

use super::cells::table::{Cutter, Row, Table, WINDOW};
use super::look::{Confidence, Look, POSSIBLE};
use super::reading::encoding as coded;
use super::reading::ids::Ids;
use super::reading::{Out, Reader, Stop};
use super::{FieldPath, RowPlace};
use crate::error::{Code, Error};
use crate::model::Transaction;
use crate::money::Amount;
use chrono::FixedOffset;
use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1252};
use items::Item;
use layout::Layout;
use learn::{Learnt, Source};
use memchr::memchr;
use record::Record;
use row::Read;
use running::Running;
use words::Vocabulary;

/// Delimiters that are told apart, the likelier first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Text that is looked at to tell the dialect.
const LOOK: usize = 64 * 1024;

/// Text whose rows tell together how all rows are to be read.
const SAMPLE: usize = 256 * 1024;

/// Text that is cut into records at once.
const BATCH: usize = 128 * 1024;

/// How sure the start of an input is: CSV has no mark of its own.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let in_cells =
        |line: &&str| [',', ';', '\t', '|'].iter().any(|cell| line.matches(*cell).nth(1).is_some());
    if look.lines().iter().take(100).any(in_cells) { POSSIBLE } else { 0 }
}

/// Reads a CSV export.
#[derive(Default)]
pub(crate) struct Csv {
    told: Option<Told>,
}

/// How a file is read, told from its first rows.
struct Told {
    cutter: Cutter,
    layout: Layout,
    learnt: Learnt,
    words: kind::Words,
    /// Cells of a whole record, and of most.
    width: usize,
    usual: usize,
    /// Rows have ids of the bank.
    named: bool,
    ids: Ids,
    running: Running,
    rows: u64,
    first_error: Option<Error>,
    left_out: Count,
    carried: Count,
    failed: Count,
    neutral: Count,
    unplaced: Count,
    assumed_booked: Count,
    assumed_open: Count,
    unknown_status: Count,
    /// Bytes of the text that the first rows took, and those of them that are not left behind yet.
    sampled: usize,
    passed: usize,
}

/// Rows of which one warning tells, and where the first of them is.
#[derive(Default)]
struct Count {
    rows: u64,
    first: Option<RowPlace>,
}

impl Count {
    fn add(&mut self, row: &Row, out: &mut Out<'_>) {
        self.rows += 1;
        if self.first.is_none() {
            self.first = Some(out.place(row.bytes.clone(), FieldPath::default()));
        }
    }
}

impl Reader for Csv {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let (text, last) = (out.text(), out.is_last());
        let mut table = Table::of(text);
        let told = match &mut self.told {
            Some(told) => told,
            None if text.len() < SAMPLE + WINDOW && !last => return Ok(0),
            None => {
                let (told, first) = Told::new(text, &mut table, out).map_err(Stop::Refused)?;
                let told = self.told.insert(told);
                told.give(&table, first, out);
                table.clear();
                told.passed = told.sampled;
                told
            }
        };
        let mut at = core::mem::take(&mut told.passed);
        loop {
            let next = told.cutter.cut(at, at.saturating_add(BATCH), last, &mut table);
            if next == at {
                break;
            }
            told.give(&table, 0, out);
            table.clear();
            at = next;
        }
        if last {
            told.end(out)?;
        }
        Ok(at)
    }
}

impl Told {
    /// Learns from the first rows, which are left in the table; which of them the data begins with.
    fn new(text: &str, table: &mut Table<'_>, out: &mut Out<'_>) -> Result<(Self, usize), Error> {
        let options = out.options();
        let offset = options.utc_offset_minutes.checked_mul(60).and_then(FixedOffset::east_opt);
        let offset =
            offset.ok_or_else(|| Error::new(Code::InputOptions, "utc_offset_minutes is beyond a day"))?;
        let default = Columns::default();
        let columns = options.columns.as_ref().unwrap_or(&default);
        let vocabulary = Vocabulary::new();
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
            None => delimiter(&vocabulary, look(text)),
        };
        let mut cutter = Cutter::new(delimiter);
        let sampled = cutter.cut(0, SAMPLE, out.is_last(), table);
        let layout = lay_out(&vocabulary, columns, table, offset)?.settled();
        let source = Source { table, layout: &layout };
        let mut learnt = Learnt::new(&source, columns, offset, options.currency)?;
        core::mem::take(&mut learnt.warnings).into_iter().for_each(|warning| out.warn(warning));
        let ((width, usual), named, first) = (widths(&source), is_named(&source), layout.first);
        let running = Running::new(learnt.chain);
        let told = Told {
            cutter,
            words: kind::Words::new(),
            width,
            usual,
            named,
            ids: Ids::default(),
            running,
            rows: 0,
            first_error: None,
            left_out: Count::default(),
            carried: Count::default(),
            failed: Count::default(),
            neutral: Count::default(),
            unplaced: Count::default(),
            assumed_booked: Count::default(),
            assumed_open: Count::default(),
            unknown_status: Count::default(),
            layout,
            learnt,
            sampled,
            passed: 0,
        };
        Ok((told, first))
    }

    /// Hands out the records of a table from one of them on.
    fn give(&mut self, table: &Table<'_>, first: usize, out: &mut Out<'_>) {
        for error in &table.errors {
            out.record();
            self.refuse(error.clone(), out);
        }
        let items = self.layout.is_of_items();
        for row in table.rows.iter().skip(first) {
            if table.cells(row).all(str::is_empty) {
                continue;
            }
            let record = Record::new(table, &self.layout, row);
            if items {
                let item = items::read(&record, &self.learnt, self.width);
                self.item(item, row, out);
                continue;
            }
            match row::read(&record, &self.learnt, &mut self.words, self.width) {
                Ok(Read::Transaction(..)) if out.is_last() && table.is_cut(row) && row.len() < self.usual => {
                    out.record();
                    let said = "the input ends within this record: fetch the file again";
                    self.refuse(row.error(Code::FormatTruncated, said), out);
                }
                Ok(Read::Transaction(mut transaction, doubts)) => {
                    out.record();
                    if doubts.fee {
                        self.unplaced.add(row, out);
                    }
                    if doubts.status {
                        self.assumed_booked.add(row, out);
                    }
                    let id = row::id(&record);
                    if let Some(id) = id.filter(|_| !self.named) {
                        row::refer(id, &mut transaction);
                    }
                    let id = id.filter(|_| self.named).map(str::to_owned);
                    let balance = record.get(Field::Balance);
                    let stated = running::stated(balance, &self.learnt, transaction.currency());
                    self.transaction(transaction, id.as_deref(), stated, row, out);
                }
                Ok(Read::NoRecord) => self.left_out.add(row, out),
                Ok(Read::Carried) => self.carried.add(row, out),
                Ok(Read::Failed) => {
                    out.record();
                    self.failed.add(row, out);
                }
                Ok(Read::Neutral) => {
                    out.record();
                    self.running.refused();
                    self.neutral.add(row, out);
                }
                Err(error) => {
                    out.record();
                    self.refuse(error, out);
                }
            }
        }
    }

    fn transaction(
        &mut self,
        mut transaction: Transaction,
        id: Option<&str>,
        stated: Option<Amount>,
        row: &Row,
        out: &mut Out<'_>,
    ) {
        self.rows += 1;
        if transaction.account.is_none() {
            transaction.account.clone_from(&out.options().account);
        }
        transaction.id = self.ids.name(&transaction, id, 0);
        let place = out.place(row.bytes.clone(), FieldPath::default());
        self.running.add(&transaction, stated, &place, out);
        out.transaction(transaction, place);
    }

    fn item(&mut self, item: Result<Option<Item>, Error>, row: &Row, out: &mut Out<'_>) {
        let item = match item {
            Ok(Some(item)) => item,
            Ok(None) => return self.left_out.add(row, out),
            Err(error) => {
                out.record();
                return self.refuse(error, out);
            }
        };
        out.record();
        self.rows += 1;
        if item.assumed_open {
            self.assumed_open.add(row, out);
        }
        if item.unknown_status {
            self.unknown_status.add(row, out);
        }
        let place = out.place(row.bytes.clone(), FieldPath::default());
        out.invoice(item.invoice, place);
    }

    fn refuse(&mut self, error: Error, out: &mut Out<'_>) {
        self.running.refused();
        let error = out.placed(error);
        self.first_error.get_or_insert_with(|| error.clone());
        out.refuse_placed(error);
    }

    /// After the last row: what is said of all, and the balances.
    fn end(&mut self, out: &mut Out<'_>) -> Result<(), Stop> {
        for (count, code, said) in [
            (
                &self.left_out,
                Code::CsvLeftOut,
                "have neither a date nor an amount: taken as headings, notes or totals",
            ),
            (&self.carried, Code::CsvLeftOut, "carry an opening or a closing balance: they moved no money"),
            (&self.failed, Code::CsvLeftOut, "are declined or cancelled: they moved no money"),
            (&self.neutral, Code::CsvLeftOut, "are marked neither as money in nor as money out: no rows"),
            (
                &self.unplaced,
                Code::CsvFee,
                "have a fee of which nothing tells whether the amount holds it: the fee is left out",
            ),
            (&self.assumed_booked, Code::CsvStatus, "have a status that is not known: taken as booked"),
            (
                &self.assumed_open,
                Code::CsvItems,
                "are invoices of which nothing tells what was paid: taken as open with their total",
            ),
            (
                &self.unknown_status,
                Code::CsvItems,
                "have a status that is not known: taken as open by their amounts",
            ),
        ] {
            if let Some(first) = &count.first {
                let warning = Error::new(code, format!("{} rows {said}", count.rows));
                out.warn_placed(warning.at_bytes(first.bytes.clone()).at_line(first.line));
            }
        }
        if self.rows > 0 {
            self.running.end(out);
            return Ok(());
        }
        Err(match self.first_error.take() {
            Some(first) => Stop::RefusedPlaced(first),
            None if self.left_out.rows + self.carried.rows + self.failed.rows + self.neutral.rows == 0 => {
                Stop::Refused(Error::new(Code::FormatNoRows, "a header and no row below it"))
            }
            None => {
                let said = "no row has a date and an amount under this header";
                Stop::Refused(Error::new(Code::FormatNoRows, said))
            }
        })
    }
}

/// The first lines of a text.
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
        if memchr(delimiter, look.as_bytes()).is_none() {
            continue;
        }
        let table = Table::cut(look, delimiter);
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

/// How lines are read that are not UTF-8. Czech, Polish and Hungarian exports come in Windows-1250: taken where its letters
/// make more headers known.
pub(super) fn encoding(ahead: &[u8]) -> (&'static Encoding, Error) {
    let (encoding, said) = coded::choose(ahead);
    if encoding != WINDOWS_1252 {
        return (encoding, said);
    }
    let vocabulary = Vocabulary::new();
    let score = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling(ahead).0;
        let text = look(&text);
        let table = Table::cut(text, delimiter(&vocabulary, text));
        layout::find_header(&vocabulary, &table).map_or(0, |(_, score)| score)
    };
    if score(WINDOWS_1250) > score(WINDOWS_1252) {
        let said = "not UTF-8: read as Windows-1250, in which its headers are words";
        return (WINDOWS_1250, Error::new(Code::FormatEncoding, said));
    }
    (encoding, said)
}

fn lay_out(
    vocabulary: &Vocabulary,
    columns: &Columns,
    table: &Table<'_>,
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

/// Cells of a whole record, the header's or those that most records have; and cells that most records have.
fn widths(source: &Source<'_>) -> (usize, usize) {
    let mut widths: Vec<usize> = source.rows().map(Row::len).collect();
    widths.sort_unstable();
    let most = widths
        .chunk_by(|a, b| a == b)
        .max_by_key(|chunk| chunk.len())
        .and_then(|chunk| chunk.first().copied());
    let (most, headers) = (most.unwrap_or_default(), source.layout.headers.len());
    // One record alone is measured by the header.
    (most.max(headers), if widths.len() > 1 { most } else { headers })
}

/// Whether the bank names its rows: every row has an id, and no two the same.
fn is_named(source: &Source<'_>) -> bool {
    let ids: Option<Vec<&str>> = source
        .rows()
        .filter(|row| source.table.cells(row).filter(|cell| !cell.is_empty()).count() > 1)
        .map(|row| row::id(&Record::new(source.table, source.layout, row)))
        .collect();
    ids.is_some_and(|mut ids| {
        ids.sort_unstable();
        ids.windows(2).all(|pair| matches!(pair, [a, b] if a != b))
    })
}
