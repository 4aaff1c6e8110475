//! Rows out of columns.
//!
//! # Design
//! Each column is looked up once, by its name, in a table of fields; each row then walks the columns that were found. A cell
//! that holds a list or an object is read by the core from its JSON, in a row of which nothing else is asked. Dotted columns
//! that have no entry of their own are put together to the object that they are of.

use super::cell::{Cell, Column, Columns};
use super::fields::{
    Field, Framed, INVOICE, SETTLEMENT, TRANSACTION, amount, bad, date, minor, nested, text,
};
use super::object::Together;
use crate::fault::Fault;
use crate::schema::check::pointer;
use crate::schema::{Record, Type, rows};
use chrono::NaiveDate;
use payymo::model::{Invoice, Settlement, Transaction};
use payymo::money::{Amount, Currency};
use payymo::{Code, Error};

/// Rows that could be read, and errors of those that could not.
pub struct Read<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// The number in the columns of each.
    pub numbers: Vec<usize>,
    /// One error a row that could not be read.
    pub errors: Vec<Error>,
}

/// Transactions in columns: `id`, `booked_on`, `amount` or `amount_minor`, `currency`, and any other field.
///
/// # Errors
/// `contract.field`, `input.float_money`.
pub fn transactions(columns: &Columns<'_>) -> Result<Read<Transaction>, Fault> {
    let table = Table {
        list: "transactions",
        record: &rows::TRANSACTION,
        id: "id",
        day: Some("booked_on"),
        amount: ["amount", "amount_minor"],
        fields: TRANSACTION,
    };
    table.read(columns, |core| {
        let booked_on = core.day()?;
        Ok(Transaction::new(core.id()?, booked_on, core.amount()?))
    })
}

/// Open items in columns: `id`, `total` or `total_minor`, `currency`, and any other field.
///
/// # Errors
/// `contract.field`, `input.float_money`.
pub fn invoices(columns: &Columns<'_>) -> Result<Read<Invoice>, Fault> {
    let table = Table {
        list: "invoices",
        record: &rows::INVOICE,
        id: "id",
        day: None,
        amount: ["total", "total_minor"],
        fields: INVOICE,
    };
    table.read(columns, |core| Ok(Invoice::new(core.id()?, core.amount()?)))
}

/// Earlier settlements in columns: `invoice`, `amount` or `amount_minor`, `currency`, `settled_on`, and any other field.
///
/// # Errors
/// `contract.field`, `input.float_money`.
pub fn settlements(columns: &Columns<'_>) -> Result<Read<Settlement>, Fault> {
    let table = Table {
        list: "settlements",
        record: &rows::SETTLEMENT,
        id: "invoice",
        day: Some("settled_on"),
        amount: ["amount", "amount_minor"],
        fields: SETTLEMENT,
    };
    table.read(columns, |core| {
        Ok(Settlement {
            invoice: core.id()?,
            amount: core.amount()?,
            settled_on: core.day()?,
            transaction: None,
            external_ids: Vec::new(),
        })
    })
}

struct Table<T: 'static> {
    list: &'static str,
    record: &'static Record,
    /// Name of the column that names the row.
    id: &'static str,
    /// Name of the day without which there is no row.
    day: Option<&'static str>,
    /// Names of the amount that makes the row, in major and in minor units.
    amount: [&'static str; 2],
    fields: &'static [(&'static str, Field<T>)],
}

/// A column by its name; none where the host has none.
type Found<'a> = (&'static str, Option<&'a dyn Column>);

/// A column with its name.
type Named<'a> = (&'a str, &'a dyn Column);

/// A column with the field that it fills.
type Filling<'a, T> = (&'a str, &'a dyn Column, &'static Field<T>);

/// The columns that make a row at all.
struct Core<'a> {
    id: Found<'a>,
    day: Found<'a>,
    currency: Found<'a>,
    amount: [Found<'a>; 2],
    row: usize,
}

impl<'a> Core<'a> {
    fn take<T>(&self, from: Found<'a>, read: impl FnOnce(Cell<'a>) -> Result<T, Error>) -> Result<T, Error> {
        let read = match from.1.map_or(Cell::Null, |column| column.cell(self.row)) {
            Cell::Null => Err(Error::new(Code::InputMissing, "it is missing")),
            cell => read(cell),
        };
        read.map_err(|error| error.at_field(pointer("", from.0)))
    }

    fn id(&self) -> Result<String, Error> {
        self.take(self.id, text)
    }

    fn day(&self) -> Result<NaiveDate, Error> {
        self.take(self.day, date)
    }

    fn amount(&self) -> Result<Amount, Error> {
        let currency = self.take(self.currency, |cell| match cell {
            Cell::Text(code) => Currency::parse(&code),
            _ => Err(bad("a currency code of ISO 4217")),
        })?;
        let [major, minors] = self.amount;
        match minors.1 {
            Some(_) => self.take(minors, |cell| minor(cell, currency)),
            None => self.take(major, |cell| amount(cell, currency)),
        }
    }
}

impl<T: Framed> Table<T> {
    fn read(
        &self,
        columns: &Columns<'_>,
        make: impl Fn(&Core<'_>) -> Result<T, Error>,
    ) -> Result<Read<T>, Fault> {
        let given = columns.checked().map_err(|fault| {
            let field = fault.place().field.clone().unwrap_or_default();
            fault.at_field(format!("/{}{field}", self.list))
        })?;
        let find =
            |name: &'static str| (name, given.iter().find(|column| column.0 == name).map(|column| column.1));
        let mut core = Core {
            id: find(self.id),
            day: find(self.day.unwrap_or_default()),
            currency: find("currency"),
            amount: self.amount.map(find),
            row: 0,
        };
        let is_there = |name: &str| given.iter().any(|column| column.0 == name);
        // Once is enough of what is wrong in every row.
        let needed = [Some(core.id), self.day.map(|_| core.day), Some(core.currency)];
        let missing = needed.into_iter().flatten().find(|column| column.1.is_none());
        let missing = missing.or(core
            .amount
            .first()
            .copied()
            .filter(|_| core.amount.iter().all(|column| column.1.is_none())));
        if let Some((name, _)) = missing.filter(|_| columns.rows() > 0) {
            return Err(Fault::field(format!("/{}/{name}", self.list), "the column is missing"));
        }
        // Of an amount in both units one would go unread.
        let names = self.amount.into_iter().chain(self.fields.iter().map(|field| field.0));
        let mut twice = names.filter_map(|name| Some((name, name.strip_suffix("_minor")?)));
        if let Some((minor, major)) = twice.find(|(minor, major)| is_there(minor) && is_there(major)) {
            let said = format!("the amount stands in {major} too: leave one of the columns out");
            return Err(Fault::field(format!("/{}/{minor}", self.list), said));
        }
        let objects = self.objects(given);
        let objects = objects.iter().map(|(name, column)| (*name, column as &dyn Column));
        let mut found: Vec<Filling<'_, T>> = objects
            .chain(given.iter().copied())
            .filter_map(|(name, column)| Some((name, column, self.field(name)?)))
            .collect();
        // An object first, then those of its members that stand alone.
        found.sort_by_key(|(_, _, field)| matches!(field, Field::Plain(_)));
        let mut read = Read { rows: Vec::new(), numbers: Vec::new(), errors: Vec::new() };
        read.rows.try_reserve_exact(columns.rows()).map_err(|_| {
            Error::new(Code::MatchingTooMany, format!("no memory for {} rows", columns.rows()))
        })?;
        for row in 0..columns.rows() {
            core.row = row;
            match make(&core).and_then(|made| fill(made, &found, row)) {
                Ok(made) => {
                    read.rows.push(made);
                    read.numbers.push(row);
                }
                // A column of floats is wrong in every row: once is enough.
                Err(error) if error.code() == Code::InputFloatMoney => {
                    let field = error.place().field.clone().unwrap_or_default();
                    return Err(error.at_field(format!("/{}{field}", self.list)).into());
                }
                Err(error) => {
                    let field = error.place().field.clone().unwrap_or_default();
                    let error = error.at_field(format!("/{}/{row}{field}", self.list));
                    read.errors.push(match core.id() {
                        Ok(id) => error.at_row(id),
                        Err(_) => error,
                    });
                }
            }
        }
        Ok(read)
    }

    fn field(&self, name: &str) -> Option<&'static Field<T>> {
        self.fields.iter().find(|field| field.0 == name).map(|field| &field.1)
    }

    /// Objects of the dotted columns that the contract knows and that have no entry of their own.
    fn objects<'a>(&self, given: &[Named<'a>]) -> Vec<(&'a str, Together<'a>)> {
        let mut objects: Vec<(&str, Vec<Named<'_>>)> = Vec::new();
        for (name, column) in given.iter().filter(|(name, _)| self.field(name).is_none()) {
            let Some((object, member)) = name.split_once('.') else { continue };
            let known = self.record.fields.iter().find(|field| field.name == object).map(|field| &field.kind);
            let Some(Type::Of(record)) = known else { continue };
            if record.fields.iter().all(|field| field.name != member) {
                continue;
            }
            match objects.iter_mut().find(|known| known.0 == object) {
                Some((_, members)) => members.push((member, *column)),
                None => objects.push((object, vec![(member, *column)])),
            }
        }
        objects.into_iter().map(|(name, members)| (name, Together::new(members))).collect()
    }
}

/// Takes the cells of a row into it.
fn fill<T: Framed>(mut made: T, found: &[Filling<'_, T>], row: usize) -> Result<T, Error> {
    for (name, column, field) in found {
        let set = match (field, column.cell(row)) {
            (_, Cell::Null) => Ok(()),
            (Field::Plain(set), cell) => set(&mut made, cell),
            (Field::Nested(nest), cell) => nested(&made, name, cell).map(|inner| nest(&mut made, inner)),
        };
        set.map_err(|error| match &error.place().field {
            Some(_) => error,
            None => error.at_field(pointer("", name)),
        })?;
    }
    Ok(made)
}
