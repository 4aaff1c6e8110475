//! Where the header stands and what each column holds.

use super::super::cells::table::{Row, Table};
use super::columns::{Column, Columns};
use super::field::Field;
use super::item_columns;
use super::number;
use super::words::{self, Known, Vocabulary};
use crate::error::{Code, Error};
use crate::format::date;
use chrono::{FixedOffset, Offset, Utc};

/// Rows in which a header is looked for: preambles of banks have up to thirty lines.
const HEADER_WITHIN: usize = 100;

/// Digits of a header's cell: numbers of accounts have more.
const DIGITS: usize = 9;

/// What the columns hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// Field of each column.
    pub(super) fields: Vec<Option<Field>>,
    /// Header of each column; empty where there is none.
    pub(super) headers: Vec<String>,
    /// First row behind the header.
    pub(super) first: usize,
    /// Whether a header says what the columns hold.
    pub(super) named: bool,
    /// The columns of each field, once they are settled.
    pub(super) index: Vec<Vec<usize>>,
}

impl Layout {
    /// The first column of a field.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        match self.index.get(field as usize) {
            Some(known) => known.first().copied(),
            None => self.fields.iter().position(|known| *known == Some(field)),
        }
    }

    /// All columns of a field, once they are settled.
    pub(super) fn settled_columns(&self, field: Field) -> &[usize] {
        self.index.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// All columns of a field.
    pub(super) fn columns(&self, field: Field) -> impl Iterator<Item = usize> {
        let columns = self.fields.iter().enumerate();
        columns.filter(move |(_, known)| **known == Some(field)).map(|(at, _)| at)
    }

    /// The same layout with its columns found once for all rows.
    pub(super) fn settled(mut self) -> Self {
        self.index = vec![Vec::new(); Field::COUNT];
        for (column, field) in self.fields.iter().enumerate() {
            if let Some(columns) = field.and_then(|field| self.index.get_mut(field as usize)) {
                columns.push(column);
            }
        }
        self
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Whether the header is that of open items: numbers of invoices beside totals, and no running account.
    pub(super) fn is_of_items(&self) -> bool {
        let dated = self.has(Field::DueOn) || self.has(Field::IssuedOn);
        let money = [Field::Open, Field::Total, Field::Amount].iter().any(|field| self.has(*field));
        let account = self.has(Field::BookedOn) || self.has(Field::Balance) || self.has(Field::Debit);
        self.has(Field::InvoiceNumber) && dated && money && !account
    }

    fn set(&mut self, column: usize, field: Option<Field>) {
        if let Some(slot) = self.fields.get_mut(column) {
            *slot = field;
        }
    }

    /// Keeps one column of a field.
    fn keep_one(&mut self, field: Field, kept: usize) {
        let others: Vec<usize> = self.columns(field).filter(|at| *at != kept).collect();
        for column in others {
            self.set(column, Some(Field::Ignored));
        }
    }
}

/// How much a row looks like a header: the number of columns it names, nothing without a date and an amount.
pub(super) fn header_score(vocabulary: &Vocabulary, table: &Table<'_>, row: &Row) -> usize {
    if row.len() < 2 {
        return 0;
    }
    // A row of data is told from its numbers and dates, which costs less than looking for words in it.
    let digits = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count();
    if table.cells(row).any(|cell| digits(cell) > DIGITS || date::cut(cell, Utc.fix()).is_some()) {
        return 0;
    }
    let cells: Vec<&str> = table.cells(row).take(200).collect();
    let fields: Vec<Option<Field>> = cells.iter().map(|cell| vocabulary.field(cell)).collect();
    let seen: Vec<Field> = fields.iter().flatten().copied().collect();
    let known = seen.len();
    let any = |fields: &[Field]| fields.iter().any(|field| seen.contains(field));
    let money = [Field::Amount, Field::Debit, Field::Credit, Field::Net, Field::Gross, Field::ValueOn];
    let dated = any(&[Field::BookedOn, Field::ValueOn, Field::Date]);
    let statement = dated && any(&money) && seen.len() >= 2;
    let items = any(&[Field::InvoiceNumber]) && any(&[Field::Total, Field::Open, Field::Amount]);
    if statement || items || item_columns::is_header(&cells, &fields) { known } else { 0 }
}

/// The row that is most a header, with its score.
pub(super) fn find_header(vocabulary: &Vocabulary, table: &Table<'_>) -> Option<(usize, usize)> {
    let scores = table.rows.iter().take(HEADER_WITHIN).map(|row| header_score(vocabulary, table, row));
    scores
        .enumerate()
        .filter(|(_, score)| *score > 0)
        .max_by_key(|(at, score)| (*score, core::cmp::Reverse(*at)))
}

/// The layout by the header's words, made sure of by what stands below.
pub(super) fn by_header(
    vocabulary: &Vocabulary,
    table: &Table<'_>,
    at: usize,
    offset: FixedOffset,
) -> Layout {
    let mut layout = Layout { first: at + 1, named: true, ..Layout::default() };
    if let Some(row) = table.rows.get(at) {
        layout.headers = table.cells(row).map(str::to_owned).collect();
        layout.fields = layout.headers.iter().map(|header| vocabulary.field(header)).collect();
    }
    let headers: Vec<&str> = layout.headers.iter().map(String::as_str).collect();
    if item_columns::is_header(&headers, &layout.fields) {
        item_columns::settle(&layout.headers, &mut layout.fields);
    }
    by_content(&mut layout, table, offset);
    choose_amount(&mut layout);
    choose_accounts(&mut layout, table);
    layout
}

/// Rows that tell what a column's cells are.
const TELLING: usize = 400;

/// What a column's cells are, of those that are not blank.
#[derive(Clone, Copy, Debug, Default)]
struct Content {
    cells: usize,
    dates: usize,
    numbers: usize,
    currencies: usize,
}

fn content(table: &Table<'_>, first: usize, column: usize, offset: FixedOffset) -> Content {
    let mut content = Content::default();
    let cells = table.rows.iter().skip(first).map(|row| table.cell(row, column));
    for cell in cells.filter(|cell| !cell.is_empty()).take(TELLING) {
        content.cells += 1;
        if date::cut(cell, offset).is_some() {
            content.dates += 1;
        } else if number::read(cell, None).is_some() {
            content.numbers += 1;
        } else if words::currency(cell) != Known::None {
            content.currencies += 1;
        }
    }
    content
}

/// Words with two meanings: `Value` is a date or an amount, `Valuta` a date or a currency, `Total` an amount here.
fn by_content(layout: &mut Layout, table: &Table<'_>, offset: FixedOffset) {
    for column in 0..layout.fields.len() {
        let field = layout.fields.get(column).copied().flatten();
        if !matches!(
            field,
            Some(
                Field::ValueOn
                    | Field::Debit
                    | Field::Credit
                    | Field::Status
                    | Field::Bic
                    | Field::Net
                    | Field::Currency
            )
        ) {
            continue;
        }
        let found = content(table, layout.first, column, offset);
        let most = |count: usize| count > 0 && count * 2 > found.cells;
        match field {
            Some(Field::ValueOn) if most(found.numbers) => layout.set(column, Some(Field::Amount)),
            Some(Field::ValueOn) if most(found.currencies) => layout.set(column, Some(Field::Currency)),
            Some(Field::Currency) if most(found.dates) => layout.set(column, Some(Field::ValueOn)),
            Some(Field::Debit | Field::Credit) if found.cells > 0 && found.numbers == 0 => {
                layout.set(column, None)
            }
            _ => {}
        }
    }
    let invoices = layout.has(Field::InvoiceNumber)
        && (layout.has(Field::Open) || layout.has(Field::DueOn) || layout.has(Field::Total));
    let fees = layout.has(Field::Fee) && layout.has(Field::Gross);
    let totals = [Field::Total, Field::Net, Field::Gross];
    if !invoices
        && !fees
        && !layout.has(Field::Amount)
        && let Some(total) = totals.iter().find_map(|field| layout.column(*field))
    {
        layout.set(total, Some(Field::Amount));
    }
}

/// Of several amounts the one that the account was moved by, with the currency beside it.
fn choose_amount(layout: &mut Layout) {
    let amounts: Vec<usize> = layout.columns(Field::Amount).collect();
    let booked = |column: &usize| {
        layout.headers.get(*column).is_some_and(|header| {
            let key = words::key(header);
            ["account", "booked", "billing", "billed", "入账", "实付", "zauctovan", "buchung", "abrechnung"]
                .iter()
                .any(|word| key.contains(word))
        })
    };
    let chosen = amounts.iter().copied().find(|column| booked(column)).or(amounts.first().copied());
    if let Some(chosen) = chosen {
        layout.keep_one(Field::Amount, chosen);
        let currencies: Vec<usize> = layout.columns(Field::Currency).collect();
        if let Some(beside) = currencies.iter().find(|at| **at > chosen).or(currencies.first()) {
            layout.keep_one(Field::Currency, *beside);
        }
    }
    for field in [
        Field::BookedOn,
        Field::ValueOn,
        Field::Debit,
        Field::Credit,
        Field::Balance,
        Field::Direction,
        Field::Fee,
    ] {
        if let Some(first) = layout.column(field) {
            layout.keep_one(field, first);
        }
    }
}

/// Whose account a column named just `Account` or `IBAN` holds: the host's own stands in every row and is the same.
fn choose_accounts(layout: &mut Layout, table: &Table<'_>) {
    let open: Vec<usize> = layout.columns(Field::Account).collect();
    for column in open {
        let own = if layout.has(Field::OwnAccount) {
            false
        } else if layout.has(Field::CounterpartyAccount) {
            true
        } else {
            let rows = || table.rows.iter().skip(layout.first).filter(|row| row.len() > 2);
            let first = rows().next().map(|row| table.cell(row, column)).unwrap_or_default();
            let same = !first.is_empty()
                && rows().all(|row| matches!(table.cell(row, column), cell if cell == first));
            let beside_name =
                column.checked_sub(1).and_then(|before| layout.fields.get(before)).copied().flatten();
            same && (rows().count() > 1
                || !matches!(beside_name, Some(Field::Name | Field::Payer | Field::Payee)))
        };
        layout.set(column, Some(if own { Field::OwnAccount } else { Field::CounterpartyAccount }));
    }
}

/// The layout that the caller states.
///
/// # Errors
/// `format.csv.mapping` where a column is not there, or no date or amount is named.
pub(super) fn by_map(columns: &Columns, table: &Table<'_>, offset: FixedOffset) -> Result<Layout, Error> {
    let names: Vec<String> = columns
        .fields
        .values()
        .flat_map(|list| list.as_slice())
        .filter_map(|column| match column {
            Column::Header(name) => Some(words::key(name)),
            Column::Index(_) => None,
        })
        .collect();
    let mut layout = Layout { named: true, ..Layout::default() };
    if names.is_empty() {
        let width = table.rows.iter().map(Row::len).max().unwrap_or_default();
        layout.headers = vec![String::new(); width];
        let dates = [Field::BookedOn, Field::Date, Field::ValueOn, Field::IssuedOn, Field::DueOn];
        let date =
            dates.iter().find_map(|field| columns.fields.get(field)).and_then(|list| list.as_slice().first());
        if let Some(Column::Index(at)) = date {
            let is_date = |row: &Row| date::cut(table.cell(row, *at), offset).is_some();
            layout.first = table.rows.iter().position(is_date).unwrap_or(0);
        }
    } else {
        let header = table.rows.iter().take(HEADER_WITHIN).position(|row| {
            let keys: Vec<String> = table.cells(row).map(words::key).collect();
            names.iter().all(|name| keys.contains(name))
        });
        let Some(header) = header else {
            return Err(Error::new(Code::CsvMapping, "no row has all the headers that the column map names"));
        };
        layout.first = header + 1;
        layout.headers = table
            .rows
            .get(header)
            .map(|row| table.cells(row).map(str::to_owned).collect())
            .unwrap_or_default();
    }
    layout.fields = vec![None; layout.headers.len()];
    let keys: Vec<String> = layout.headers.iter().map(|header| words::key(header)).collect();
    for (field, list) in &columns.fields {
        for column in list.as_slice() {
            let at = match column {
                Column::Index(at) => Some(*at).filter(|at| *at < layout.fields.len()),
                Column::Header(name) => keys.iter().position(|key| *key == words::key(name)),
            };
            let Some(at) = at else {
                return Err(Error::new(
                    Code::CsvMapping,
                    "the column map names a column number that no row has",
                ));
            };
            layout.set(at, Some(*field));
        }
    }
    let dated = [Field::BookedOn, Field::Date, Field::ValueOn].iter().any(|field| layout.has(*field));
    let money = [Field::Amount, Field::Debit, Field::Credit, Field::Net, Field::Gross]
        .iter()
        .any(|field| layout.has(*field));
    if !(dated && money || layout.has(Field::InvoiceNumber)) {
        return Err(Error::new(
            Code::CsvMapping,
            "the column map names no date or no amount: give booked_on and amount, or debit and credit",
        ));
    }
    Ok(layout)
}
