//! What every reader answers with: rows, balances, errors by record, warnings.

use crate::error::Error;
use crate::model::{Invoice, Settlement, Transaction};
use crate::money::Amount;
use chrono::NaiveDate;
use core::ops::Range;

/// The rows of one input, and what could not be read of it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Transactions in the order of the input.
    pub transactions: Vec<Transaction>,
    /// Open items in the order of the input.
    pub invoices: Vec<Invoice>,
    /// Earlier settlements in the order of the input.
    pub settlements: Vec<Settlement>,
    /// Balances as the bank states them.
    pub balances: Vec<Balance>,
    /// One error per record that could not be read, with its place.
    pub errors: Vec<Error>,
    /// What was assumed or doubted; the rows are there.
    pub warnings: Vec<Error>,
    /// Bytes of each transaction's record, in the same order as `transactions`; of an input that is not UTF-8, the
    /// bytes of its text in UTF-8.
    pub transaction_bytes: Vec<Range<u64>>,
    /// Records seen: rows read and rows refused. An empty statement has none and is still an answer.
    pub records: u64,
    /// The input says itself that it holds no row: a statement without entries, a list with nothing in it. Without
    /// it, an input that yields neither rows nor errors is refused with `format.no_rows`.
    pub says_empty: bool,
}

impl Report {
    /// Adds a transaction with the bytes of its record; counts no record (one record may hold several).
    pub(crate) fn push_transaction(&mut self, transaction: Transaction, bytes: Range<u64>) {
        self.transactions.push(transaction);
        self.transaction_bytes.push(bytes);
    }

    /// Adds the error of a record that could not be read.
    pub(crate) fn push_error(&mut self, error: Error) {
        self.errors.push(error);
    }

    /// Adds something that was assumed or doubted.
    pub(crate) fn warn(&mut self, warning: Error) {
        self.warnings.push(warning);
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BalanceKind {
    /// Booked, before the statement's entries.
    Opening,
    /// Booked, after the statement's entries.
    Closing,
    /// Available, interim or forward: not part of the balance proof.
    Other,
}
