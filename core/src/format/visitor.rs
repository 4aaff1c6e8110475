//! Where a reader's rows go.

use super::{Account, Balance, Report, RowPlace, Statement};
use crate::error::Error;
use crate::model::{Invoice, Settlement, Transaction};

/// Takes the rows of an input as they are read ([`Stream`](super::Stream)); what it does not take is dropped.
///
/// Rows come in the order of the input, and what is told of a statement as a whole comes after its rows.
#[allow(unused_variables)]
pub trait Visitor {
    /// A transaction.
    fn transaction(&mut self, row: Transaction, place: RowPlace) {}
    /// An open item.
    fn invoice(&mut self, row: Invoice, place: RowPlace) {}
    /// An earlier settlement.
    fn settlement(&mut self, row: Settlement, place: RowPlace) {}
    /// A balance that the bank states.
    fn balance(&mut self, row: Balance, place: RowPlace) {}
    /// An account of the host that the input names, once.
    fn account(&mut self, row: Account, place: RowPlace) {}
    /// A statement that has ended.
    fn statement(&mut self, row: Statement, place: RowPlace) {}
    /// A record that could not be read.
    fn error(&mut self, error: Error) {}
    /// What was assumed or doubted.
    fn warning(&mut self, warning: Error) {}
}

impl Visitor for Report {
    fn transaction(&mut self, row: Transaction, place: RowPlace) {
        self.transactions.push(row);
        self.places.transactions.push(place);
    }
    fn invoice(&mut self, row: Invoice, place: RowPlace) {
        self.invoices.push(row);
        self.places.invoices.push(place);
    }
    fn settlement(&mut self, row: Settlement, place: RowPlace) {
        self.settlements.push(row);
        self.places.settlements.push(place);
    }
    fn balance(&mut self, row: Balance, place: RowPlace) {
        self.balances.push(row);
        self.places.balances.push(place);
    }
    fn account(&mut self, row: Account, place: RowPlace) {
        self.accounts.push(row);
        self.places.accounts.push(place);
    }
    fn statement(&mut self, row: Statement, place: RowPlace) {
        self.statements.push(row);
        self.places.statements.push(place);
    }
    fn error(&mut self, error: Error) {
        self.errors.push(error);
    }
    fn warning(&mut self, warning: Error) {
        self.warnings.push(warning);
    }
}
