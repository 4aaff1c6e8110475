//! The rows of a large call, and their way into a process of its own: what the making of them left in memory would
//! otherwise be taken for room that the engine did not need.

use payymo::matching::Options;
use payymo::model::{Invoice, InvoiceState, JsonOptions, Settlement, Transaction};
use payymo_world::World;
use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

/// Payments that a world of `hosting_uk` has for a customer, nearly.
const PAYMENTS_PER_CUSTOMER: f64 = 1.80;

/// What a call is given.
#[derive(Default)]
pub struct Rows {
    /// What was paid.
    pub transactions: Vec<Transaction>,
    /// What may be paid.
    pub invoices: Vec<Invoice>,
    /// What was settled before.
    pub settlements: Vec<Settlement>,
    /// The host's own settings.
    pub options: Options,
}

/// Which items stand beside the payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    /// Open ones alone, as many as payments.
    Open,
    /// All that a host has of a month: settled ones as well, with their settlements.
    All,
}

impl Rows {
    /// So many payments of a made world of `hosting_uk`. Of the open items those come first that these payments are for,
    /// then others, in an order that says nothing, until they are as many.
    pub fn make(payments: usize, items: Items) -> Self {
        let customers = (payments as f64 / PAYMENTS_PER_CUSTOMER) as usize;
        let World { mut transactions, mut invoices, mut settlements, options, truth, .. } =
            payymo_world::style::hosting_uk::world(7, customers);
        transactions.truncate(payments);
        if items == Items::Open {
            let told = transactions.iter().filter_map(|row| truth.get(&row.id));
            let paid: BTreeSet<&str> =
                told.flat_map(|row| &row.allocations).map(|row| row.0.as_str()).collect();
            invoices.retain(|invoice| invoice.state == InvoiceState::Open);
            // Stable: those of either kind stay in an order that says nothing, and the engine has an order of its own.
            invoices.sort_by_key(|invoice| !paid.contains(invoice.id.as_str()));
            invoices.truncate(payments);
            settlements.clear();
        }
        Rows { transactions, invoices, settlements, options }
    }

    /// Writes them, a row to a line, with a letter before each that says what it is.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "o{}", serde_json::to_string(&self.options)?)?;
        for row in &self.transactions {
            writeln!(out, "t{}", serde_json::to_string(row)?)?;
        }
        for row in &self.invoices {
            writeln!(out, "i{}", serde_json::to_string(row)?)?;
        }
        for row in &self.settlements {
            writeln!(out, "s{}", serde_json::to_string(row)?)?;
        }
        Ok(())
    }

    /// Reads what [`Rows::write`] wrote.
    ///
    /// # Errors
    /// Those of the reader, and of a line that is none of these.
    pub fn read(mut from: impl BufRead) -> io::Result<Self> {
        let mut rows = Rows::default();
        let how = JsonOptions::default();
        let bad =
            |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidData, error.to_string());
        let mut line = String::new();
        while from.read_line(&mut line)? > 0 {
            match line.split_at_checked(1) {
                Some(("o", text)) => rows.options = serde_json::from_str(text)?,
                Some(("t", text)) => {
                    rows.transactions.push(Transaction::from_json(text, &how).map_err(|error| bad(&error))?);
                }
                Some(("i", text)) => {
                    rows.invoices.push(Invoice::from_json(text, &how).map_err(|error| bad(&error))?);
                }
                Some(("s", text)) => {
                    rows.settlements.push(Settlement::from_json(text, &how).map_err(|error| bad(&error))?);
                }
                _ => return Err(bad(&"a line that is no row")),
            }
            line.clear();
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_open_items_as_payments_come_through_as_they_were() {
        let rows = Rows::make(300, Items::Open);
        assert_eq!((rows.transactions.len(), rows.invoices.len(), rows.settlements.len()), (300, 300, 0));
        assert!(rows.invoices.iter().all(|invoice| invoice.state == InvoiceState::Open));
        let mut written = Vec::new();
        rows.write(&mut written).expect("a vector takes all");
        let read = Rows::read(written.as_slice()).expect("what was written");
        assert_eq!((read.transactions, read.invoices), (rows.transactions, rows.invoices));
        assert_eq!(read.options, rows.options);
    }

    #[test]
    fn a_whole_host_has_settled_items_too() {
        let rows = Rows::make(300, Items::All);
        assert!(rows.invoices.iter().any(|invoice| invoice.state == InvoiceState::Closed));
        assert!(!rows.settlements.is_empty());
    }
}
