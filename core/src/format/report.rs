//! What every reader answers with: rows, balances, errors by record, warnings.

use super::{RowPlace, Statement};
use crate::error::Error;
use crate::model::{Invoice, Settlement, Transaction};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

/// The rows of one input, and what could not be read of it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// Transactions in the order of the input.
    pub transactions: Vec<Transaction>,
    /// Open items in the order of the input.
    pub invoices: Vec<Invoice>,
    /// Earlier settlements in the order of the input.
    pub settlements: Vec<Settlement>,
    /// Balances as the bank states them.
    pub balances: Vec<Balance>,
    /// The host's own accounts that the input names, each once.
    pub accounts: Vec<Account>,
    /// Statements, each with the proof by its balances.
    pub statements: Vec<Statement>,
    /// One error per record that could not be read, with its place.
    pub errors: Vec<Error>,
    /// What was assumed or doubted; the rows are there.
    pub warnings: Vec<Error>,
    /// Where each row came from.
    pub places: Places,
    /// Records seen: those read and those refused. An empty statement has none and is still an answer.
    pub records: u64,
    /// Records refused. Errors of an input as a whole (it ends too early) are not of a record.
    pub refused: u64,
    /// The input says itself that it holds no row: a statement without entries, a list with nothing in it. Without
    /// it, an input that yields neither rows nor errors is refused with `format.no_rows`.
    pub says_empty: bool,
}

/// Where the rows of a [`Report`] came from: for each list of rows the places in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Places {
    /// Of `transactions`.
    pub transactions: Vec<RowPlace>,
    /// Of `invoices`.
    pub invoices: Vec<RowPlace>,
    /// Of `settlements`.
    pub settlements: Vec<RowPlace>,
    /// Of `balances`.
    pub balances: Vec<RowPlace>,
    /// Of `accounts`: where each is named first.
    pub accounts: Vec<RowPlace>,
    /// Of `statements`.
    pub statements: Vec<RowPlace>,
}

impl Report {
    /// Gives the rows that have none yet their place.
    pub(crate) fn place_new_rows(&mut self, place: &RowPlace) {
        self.places.transactions.resize(self.transactions.len(), place.clone());
        self.places.invoices.resize(self.invoices.len(), place.clone());
        self.places.settlements.resize(self.settlements.len(), place.clone());
    }

    /// Adds the error of a record that could not be read.
    pub(crate) fn refuse(&mut self, error: Error) {
        self.refused += 1;
        self.errors.push(error);
    }

    /// Whether nothing was found: no row, no balance, no error.
    pub fn is_empty(&self) -> bool {
        !self.has_rows() && self.balances.is_empty() && self.errors.is_empty()
    }

    /// Whether there is a transaction, an invoice or a settlement.
    pub fn has_rows(&self) -> bool {
        !(self.transactions.is_empty() && self.invoices.is_empty() && self.settlements.is_empty())
    }
}

/// An account of the host.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Account {
    /// As in `Transaction::account`: IBAN, or the bank's or the provider's own number.
    pub id: String,
    /// Who holds it.
    pub owner: Option<String>,
    /// What it is called: the product, or a name that the holder gave it.
    pub name: Option<String>,
    /// BIC of the bank, or its national number.
    pub bank: Option<String>,
    /// Its currency.
    pub currency: Option<Currency>,
}

/// A balance that the bank states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The account, as in `Transaction::account`.
    pub account: Option<String>,
    /// Id of the statement it stands in, where there are several.
    pub statement: Option<String>,
    /// What it is.
    pub kind: BalanceKind,
    /// Signed.
    pub amount: Amount,
    /// Of which day.
    pub on: Option<NaiveDate>,
}

/// Kinds of balances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BalanceKind {
    /// Booked, before the statement's entries.
    Opening,
    /// Booked, after the statement's entries.
    Closing,
    /// Available, interim or forward: not part of the balance proof.
    Other,
}
