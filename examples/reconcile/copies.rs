//! Each row once, however often the inputs hold it: two statements of one month overlap, a pending row is booked, one
//! invoice list is given in two exports.

use crate::load::Inputs;
use payymo::error::{Code, Error};
use payymo::format::{ReadOptions, Report};
use payymo::linking;
use payymo::model::{Invoice, Settlement, Transaction};
use payymo::money::Amount;
use std::collections::BTreeMap;

/// The rows of the inputs, input by input.
#[derive(Default)]
pub struct Rows {
    transactions: Vec<Vec<Transaction>>,
    invoices: Vec<Invoice>,
    settlements: Vec<Vec<Settlement>>,
}

impl Rows {
    /// Adds the rows of an input.
    pub fn add(&mut self, report: Report) {
        self.transactions.push(report.transactions);
        self.invoices.extend(report.invoices);
        self.settlements.push(report.settlements);
    }

    /// Lets the readers of what was settled before know the invoices' currencies; what the options say goes first.
    pub fn tell_currencies(&self, how: &mut ReadOptions) {
        for row in &self.invoices {
            how.invoice_currencies.entry(row.id.clone()).or_insert(row.currency());
        }
    }

    /// Puts each row once into the inputs, counts the copies, and lists what contradicts itself as an error.
    pub fn link(self, inputs: &mut Inputs) {
        let linked = linking::duplicates(self.transactions);
        inputs.transactions = linked.transactions;
        inputs.copies += linked.copies.len();
        inputs.errors.extend(linked.errors);
        let given = self.invoices.len();
        let (invoices, errors) = invoices_once(self.invoices);
        inputs.copies += given - invoices.len() - errors.len();
        inputs.invoices = invoices;
        inputs.errors.extend(errors);
        let given: usize = self.settlements.iter().map(Vec::len).sum();
        inputs.settlements = settlements_once(self.settlements);
        inputs.copies += given - inputs.settlements.len();
    }
}

/// Invoices by id: of equal ones the first stays, of contradicting ones too, with an error.
fn invoices_once(rows: Vec<Invoice>) -> (Vec<Invoice>, Vec<Error>) {
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    let mut once: Vec<Invoice> = Vec::with_capacity(rows.len());
    let mut errors = Vec::new();
    for row in rows {
        match at.get(&row.id).and_then(|at| once.get(*at)) {
            None => {
                at.insert(row.id.clone(), once.len());
                once.push(row);
            }
            Some(first) if *first == row => {}
            Some(_) => errors.push(
                Error::new(
                    Code::InputDuplicateId,
                    "another invoice has this id and says something else: the first is used",
                )
                .at_row(row.id),
            ),
        }
    }
    (once, errors)
}

/// A settlement has no id: equal rows of one input are several settlements, in another input they are copies of these.
fn settlements_once(inputs: Vec<Vec<Settlement>>) -> Vec<Settlement> {
    type Key = (String, Amount, chrono::NaiveDate, Option<String>, Vec<String>);
    let mut kept: BTreeMap<Key, usize> = BTreeMap::new();
    let mut once = Vec::new();
    for rows in inputs {
        let mut here: BTreeMap<Key, usize> = BTreeMap::new();
        for row in rows {
            let key = (
                row.invoice.clone(),
                row.amount,
                row.settled_on,
                row.transaction.clone(),
                row.external_ids.clone(),
            );
            let seen = here.entry(key.clone()).or_default();
            *seen += 1;
            let kept = kept.entry(key).or_default();
            if *seen > *kept {
                *kept += 1;
                once.push(row);
            }
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, eur, invoice, transaction};

    #[test]
    fn overlapping_inputs_count_once() {
        let mut rows = Rows::default();
        let settled = Settlement {
            invoice: "1".to_owned(),
            amount: eur("5.00"),
            settled_on: day("2026-03-01"),
            transaction: None,
            external_ids: Vec::new(),
        };
        for copies in [1, 2] {
            rows.add(Report {
                transactions: vec![transaction("t1", "2026-03-02", "5.00", "A", "x")],
                invoices: vec![invoice("1", "N-1", "A", "5.00", "2026-03-03")],
                settlements: vec![settled.clone(); copies],
                ..Report::default()
            });
        }
        rows.add(Report {
            invoices: vec![invoice("1", "N-1", "A", "6.00", "2026-03-03")],
            ..Report::default()
        });
        let mut inputs = Inputs::default();
        rows.link(&mut inputs);
        assert_eq!((inputs.transactions.len(), inputs.invoices.len(), inputs.settlements.len()), (1, 1, 2));
        assert_eq!(inputs.copies, 3);
        assert_eq!(inputs.errors.len(), 1);
        assert_eq!(inputs.errors[0].code(), Code::InputDuplicateId);
    }
}
