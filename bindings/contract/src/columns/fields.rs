//! The fields that a column may hold, each with how its cells get into a row.

use super::cell::Cell;
use super::object;
use chrono::NaiveDate;
use payymo::model::{Customer, Invoice, JsonOptions, Settlement, Transaction, date_from_text};
use payymo::money::{Amount, Currency};
use payymo::{Code, Error};
use rust_decimal::Decimal;
use serde::de::value::{Error as Wrong, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

/// What to do with a column.
pub enum Field<T: 'static> {
    /// Takes a cell into a row.
    Plain(fn(&mut T, Cell<'_>) -> Result<(), Error>),
    /// Takes a list or an object over from a row that the core read.
    Nested(fn(&mut T, T)),
}

/// Fields of a row by the names of their columns.
pub type Fields<T> = &'static [(&'static str, Field<T>)];

/// A row of which the core reads one field alone.
pub trait Framed: Sized + 'static {
    /// What the core asks of every row.
    const FRAME: &'static str;

    /// Reads a row whose amounts are in the currency of this one.
    fn read_beside(&self, text: &str) -> Result<Self, Error>;
}

/// The row's currency for what is nested in it.
fn options(currency: Currency) -> JsonOptions {
    JsonOptions { currency: Some(currency), ..JsonOptions::default() }
}

impl Framed for Transaction {
    const FRAME: &'static str = r#""id":"-","booked_on":"2000-01-01","amount":"0""#;

    fn read_beside(&self, text: &str) -> Result<Self, Error> {
        Transaction::from_json(text, &options(self.currency()))
    }
}

impl Framed for Invoice {
    const FRAME: &'static str = r#""id":"-","total":"0""#;

    fn read_beside(&self, text: &str) -> Result<Self, Error> {
        Invoice::from_json(text, &options(self.currency()))
    }
}

impl Framed for Settlement {
    const FRAME: &'static str = r#""invoice":"-","settled_on":"2000-01-01","amount":"0""#;

    fn read_beside(&self, text: &str) -> Result<Self, Error> {
        Settlement::from_json(text, &options(self.amount.currency()))
    }
}

/// A row of one field: a list or an object that stands in a cell.
pub fn nested<T: Framed>(row: &T, name: &str, cell: Cell<'_>) -> Result<T, Error> {
    let Cell::Json(json) = cell else { return Err(bad("a list or an object")) };
    row.read_beside(&format!("{{{},\"{name}\":{json}}}", T::FRAME))
}

/// A field that is not of its form.
pub fn bad(right: &str) -> Error {
    Error::new(Code::InputBadField, right)
}

/// Text; numbers as their digits.
pub fn text(cell: Cell<'_>) -> Result<String, Error> {
    match cell {
        Cell::Text(text) => Ok(text.into_owned()),
        Cell::Whole(whole) => Ok(whole.to_string()),
        Cell::NotText => Err(bad("text that is not UTF-8")),
        _ => Err(bad("not a text")),
    }
}

fn some_text(cell: Cell<'_>) -> Result<Option<String>, Error> {
    text(cell).map(|text| Some(text).filter(|text| !text.trim().is_empty()))
}

/// A date.
pub fn date(cell: Cell<'_>) -> Result<NaiveDate, Error> {
    let wrong = || Error::new(Code::InputBadDate, "a date such as 2026-03-31, or days since 1970-01-01");
    let found = match cell {
        Cell::Days(days) => object::date(days),
        Cell::Text(text) => return date_from_text(&text, 0)?.ok_or_else(wrong),
        _ => None,
    };
    let years = 1900..=2199;
    found.filter(|date| years.contains(&chrono::Datelike::year(date))).ok_or_else(wrong)
}

/// An amount of a currency in whole minor units, whatever type a host keeps them in.
pub fn minor(cell: Cell<'_>, currency: Currency) -> Result<Amount, Error> {
    let whole = match cell {
        Cell::Minor(minor) => Some(minor.into()),
        Cell::Whole(whole) => Some(whole),
        Cell::Text(text) => text.trim().parse().ok(),
        Cell::Decimal { digits, scale } => {
            let unit = 10_i128.checked_pow(scale);
            unit.filter(|unit| digits % unit == 0).map(|unit| digits / unit)
        }
        Cell::Float => return Err(float()),
        _ => None,
    };
    let whole: i128 = whole.ok_or_else(|| bad("a whole number of minor units"))?;
    let minor = i64::try_from(whole)
        .map_err(|_| Error::new(Code::MoneyOverflow, "more minor units than 64 bits hold"))?;
    Ok(Amount::new(minor, currency))
}

/// An amount of a currency in major units.
pub fn amount(cell: Cell<'_>, currency: Currency) -> Result<Amount, Error> {
    match cell {
        Cell::Text(text) => Amount::parse(text.trim(), currency),
        Cell::Whole(whole) => Amount::parse(&whole.to_string(), currency),
        Cell::Decimal { digits, scale } => Amount::from_decimal(decimal_of(digits, scale)?, currency),
        Cell::Float => Err(float()),
        Cell::Minor(_) => Err(bad("minor units belong in the column of this name with _minor at its end")),
        _ => Err(bad("a decimal number as text, or a decimal")),
    }
}

fn float() -> Error {
    Error::new(
        Code::InputFloatMoney,
        "a binary float is no money: give decimal text, a decimal column, or whole minor units",
    )
}

fn decimal_of(digits: i128, scale: u32) -> Result<Decimal, Error> {
    Decimal::try_from_i128_with_scale(digits, scale)
        .map_err(|_| Error::new(Code::MoneyOverflow, "more digits than 96 bits hold"))
}

/// A word of the contract.
fn word<T: DeserializeOwned>(cell: Cell<'_>) -> Result<T, Error> {
    let Cell::Text(word) = cell else { return Err(bad("a word that the contract lists here, as text")) };
    let reader: StrDeserializer<'_, Wrong> = (*word).into_deserializer();
    T::deserialize(reader).map_err(|_| bad("not a word that the contract lists here"))
}

fn customer(row: &mut Invoice) -> &mut Customer {
    row.customer.get_or_insert_default()
}

/// A field of text that may be absent.
macro_rules! plain {
    ($row:ident, $($path:tt)+) => {
        Field::Plain(|$row, cell| {
            $($path)+ = some_text(cell)?;
            Ok(())
        })
    };
}

/// A list or an object.
macro_rules! nested {
    ($field:ident) => {
        Field::Nested(|row, read| row.$field = read.$field)
    };
}

/// Fields of a transaction beside those that make it.
pub static TRANSACTION: Fields<Transaction> = &[
    ("account", plain!(row, row.account)),
    ("value_on", Field::Plain(|row, cell| date(cell).map(|day| row.value_on = Some(day)))),
    ("status", Field::Plain(|row, cell| word(cell).map(|status| row.status = status))),
    ("fees", nested!(fees)),
    ("original", nested!(original)),
    ("kind", Field::Plain(|row, cell| word(cell).map(|kind| row.kind = kind))),
    ("counterparty", nested!(counterparty)),
    ("counterparty.name", plain!(row, row.counterparty.name)),
    ("counterparty.ultimate_name", plain!(row, row.counterparty.ultimate_name)),
    ("counterparty.iban", plain!(row, row.counterparty.iban)),
    ("counterparty.account", plain!(row, row.counterparty.account)),
    ("counterparty.bic", plain!(row, row.counterparty.bic)),
    ("counterparty.email", plain!(row, row.counterparty.email)),
    ("counterparty.customer_id", plain!(row, row.counterparty.customer_id)),
    ("payee_iban", plain!(row, row.payee_iban)),
    ("references", nested!(references)),
    ("remittance", Field::Plain(|row, cell| text(cell).map(|text| row.remittance = text))),
    ("remittance_lines", nested!(remittance_lines)),
    ("bank_code", nested!(bank_code)),
    ("returned", nested!(returned)),
    ("reverses", plain!(row, row.reverses)),
    ("batch", nested!(batch)),
    ("source", Field::Plain(|row, cell| text(cell).map(|text| row.source = text.into()))),
    ("metadata", nested!(metadata)),
];

/// Fields of an open item beside those that make it.
pub static INVOICE: Fields<Invoice> = &[
    ("number", plain!(row, row.number)),
    ("other_numbers", nested!(other_numbers)),
    ("kind", Field::Plain(|row, cell| word(cell).map(|kind| row.kind = kind))),
    ("customer", nested!(customer)),
    ("customer.id", plain!(row, customer(row).id)),
    ("customer.name", plain!(row, customer(row).name)),
    ("customer.group", plain!(row, customer(row).group)),
    ("issued_on", Field::Plain(|row, cell| date(cell).map(|day| row.issued_on = Some(day)))),
    ("due_on", Field::Plain(|row, cell| date(cell).map(|day| row.due_on = Some(day)))),
    ("open", Field::Plain(|row, cell| amount(cell, row.total.currency()).map(|open| row.open = open))),
    ("open_minor", Field::Plain(|row, cell| minor(cell, row.total.currency()).map(|open| row.open = open))),
    ("previous_totals", nested!(previous_totals)),
    ("covers", nested!(covers)),
    ("state", Field::Plain(|row, cell| word(cell).map(|state| row.state = state))),
    ("references", nested!(references)),
    ("tax", nested!(tax)),
    ("terms", nested!(terms)),
    ("description", plain!(row, row.description)),
    ("metadata", nested!(metadata)),
];

/// Fields of a settlement beside those that make it.
pub static SETTLEMENT: Fields<Settlement> =
    &[("transaction", plain!(row, row.transaction)), ("external_ids", nested!(external_ids))];
