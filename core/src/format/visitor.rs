//! Where a reader's rows go.

use super::{Account, Balance, Report, RowPlace, Statement, Summary};
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
    /// What the input was, after all else.
    fn end(&mut self, summary: &Summary) {}
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
    fn end(&mut self, summary: &Summary) {
        (self.records, self.refused) = (summary.records, summary.refused);
        self.says_empty = summary.says_empty;
    }
}

/// The report of an input whose length is known: its rows are not copied again and again while they become more.
pub(super) struct Whole {
    pub(super) report: Report,
    /// Bytes of the input.
    pub(super) input: u64,
}

/// Rows after which the room for all of them is estimated.
const FEW: usize = 256;

impl Whole {
    /// Makes room in full lists for all rows to come, by the bytes that those before took.
    fn reserve<T>(&mut self, list: fn(&mut Report) -> (&mut Vec<T>, &mut Vec<RowPlace>), place: &RowPlace) {
        let (input, (rows, places)) = (self.input, list(&mut self.report));
        if rows.len() < rows.capacity() || rows.len() < FEW {
            return;
        }
        let done = place.bytes.start.max(1);
        let all = rows.len() as u64 * input / done;
        // A thirty-second more: records are not equally long.
        let more = (all + all / 32).saturating_sub(rows.len() as u64);
        // What stands at the front of an input may be far from what follows.
        let more = usize::try_from(more).unwrap_or(usize::MAX).clamp(rows.len() / 4, rows.len() * 1024);
        rows.reserve_exact(more);
        places.reserve_exact(more);
    }
}

impl Visitor for Whole {
    fn transaction(&mut self, row: Transaction, place: RowPlace) {
        self.reserve(|report| (&mut report.transactions, &mut report.places.transactions), &place);
        self.report.transaction(row, place);
    }
    fn invoice(&mut self, row: Invoice, place: RowPlace) {
        self.reserve(|report| (&mut report.invoices, &mut report.places.invoices), &place);
        self.report.invoice(row, place);
    }
    fn settlement(&mut self, row: Settlement, place: RowPlace) {
        self.reserve(|report| (&mut report.settlements, &mut report.places.settlements), &place);
        self.report.settlement(row, place);
    }
    fn balance(&mut self, row: Balance, place: RowPlace) {
        self.report.balance(row, place);
    }
    fn account(&mut self, row: Account, place: RowPlace) {
        self.report.account(row, place);
    }
    fn statement(&mut self, row: Statement, place: RowPlace) {
        self.report.statement(row, place);
    }
    fn error(&mut self, error: Error) {
        self.report.error(error);
    }
    fn warning(&mut self, warning: Error) {
        self.report.warning(warning);
    }
    fn end(&mut self, summary: &Summary) {
        self.report.end(summary);
    }
}
