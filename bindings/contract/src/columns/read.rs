//! Rows out of columns.
//!
//! # Design
//! Each column is looked up once, by its name, in a table of fields; each row then walks the columns that were found. A cell
//! that holds a list or an object is read by the core from its JSON, in a row of which nothing else is asked.

use super::cell::{Cell, Column, Columns};
use super::fields::{Field, Framed, INVOICE, SETTLEMENT, TRANSACTION, amount, bad, date, nested, text};
use crate::fault::Fault;
use crate::schema::check::pointer;
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
        needed: &["id", "booked_on", "currency"],
        amount: ["amount", "amount_minor"],
        fields: TRANSACTION,
    };
    table.read(columns, |core| {
        let booked_on = core.date("booked_on")?;
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
        needed: &["id", "currency"],
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
        needed: &["invoice", "settled_on", "currency"],
        amount: ["amount", "amount_minor"],
        fields: SETTLEMENT,
    };
    table.read(columns, |core| {
        Ok(Settlement {
            invoice: core.text("invoice")?,
            amount: core.amount()?,
            settled_on: core.date("settled_on")?,
            transaction: None,
            external_ids: Vec::new(),
        })
    })
}

struct Table<T: 'static> {
    list: &'static str,
    /// Columns without which no row can be made, beside one of the amounts.
    needed: &'static [&'static str],
    /// Names of the amount that makes the row, in major and in minor units.
    amount: [&'static str; 2],
    fields: &'static [(&'static str, Field<T>)],
}

/// The columns that make a row at all.
struct Core<'a> {
    columns: &'a [(&'a str, &'a dyn Column)],
    amount: [&'static str; 2],
    row: usize,
}

impl<'a> Core<'a> {
    fn cell(&self, name: &str) -> Result<Cell<'a>, Error> {
        let found = self.columns.iter().find(|column| column.0 == name);
        match found.map_or(Cell::Null, |column| column.1.cell(self.row)) {
            Cell::Null => Err(Error::new(Code::InputMissing, "it is missing").at_field(pointer("", name))),
            cell => Ok(cell),
        }
    }

    fn text(&self, name: &str) -> Result<String, Error> {
        text(self.cell(name)?).map_err(|error| error.at_field(pointer("", name)))
    }

    fn id(&self) -> Result<String, Error> {
        self.text("id")
    }

    fn date(&self, name: &str) -> Result<NaiveDate, Error> {
        date(self.cell(name)?).map_err(|error| error.at_field(pointer("", name)))
    }

    fn amount(&self) -> Result<Amount, Error> {
        let at = |name: &str, error: Error| error.at_field(pointer("", name));
        let currency = match self.cell("currency")? {
            Cell::Text(code) => Currency::parse(&code),
            _ => Err(bad("a currency code of ISO 4217")),
        };
        let currency = currency.map_err(|error| at("currency", error))?;
        let [major, minor] = self.amount;
        match self.cell(minor) {
            Ok(cell) => amount(cell, currency).map_err(|error| at(minor, error)),
            Err(_) => amount(self.cell(major)?, currency).map_err(|error| at(major, error)),
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
        // Once is enough of what is wrong in every row.
        let is_there = |name: &str| given.iter().any(|column| column.0 == name);
        let missing = self.needed.iter().find(|name| !is_there(name));
        let missing =
            missing.or(self.amount.first().filter(|_| !self.amount.iter().any(|name| is_there(name))));
        if let Some(name) = missing.filter(|_| columns.rows() > 0) {
            return Err(Fault::field(format!("/{}/{name}", self.list), "the column is missing"));
        }
        let found: Vec<(&str, &dyn Column, &Field<T>)> = given
            .iter()
            .filter_map(|(name, column)| {
                let field = self.fields.iter().find(|field| field.0 == *name)?;
                Some((*name, *column, &field.1))
            })
            .collect();
        let mut read =
            Read { rows: Vec::with_capacity(columns.rows()), numbers: Vec::new(), errors: Vec::new() };
        for row in 0..columns.rows() {
            let core = Core { columns: given, amount: self.amount, row };
            let whole = make(&core).and_then(|mut made| {
                for (name, column, field) in &found {
                    let set = match field {
                        Field::Plain(set) => match column.cell(row) {
                            Cell::Null => Ok(()),
                            cell => set(&mut made, cell),
                        },
                        Field::Nested(nest) => match column.cell(row) {
                            Cell::Null => Ok(()),
                            cell => nested(&made, name, cell).map(|inner| nest(&mut made, inner)),
                        },
                    };
                    set.map_err(|error| match &error.place().field {
                        Some(_) => error,
                        None => error.at_field(pointer("", name)),
                    })?;
                }
                Ok(made)
            });
            match whole {
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
}
