//! Each row once, however often the inputs hold it: two statements of one month overlap, a pending row is booked, one
//! invoice list is given in two exports.

use crate::load::Inputs;
use payymo::format::{ReadOptions, Report};
use payymo::linking;
use payymo::model::{Invoice, Settlement, Transaction};

/// The rows of the inputs, input by input.
#[derive(Default)]
pub struct Rows {
    transactions: Vec<Vec<Transaction>>,
    invoices: Vec<Vec<Invoice>>,
    settlements: Vec<Vec<Settlement>>,
}

impl Rows {
    /// Adds the rows of an input.
    pub fn add(&mut self, report: Report) {
        self.transactions.push(report.transactions);
        self.invoices.push(report.invoices);
        self.settlements.push(report.settlements);
    }

    /// Lets the readers of what was settled before know the invoices' currencies; what the options say goes first.
    pub fn tell_currencies(&self, how: &mut ReadOptions) {
        for row in self.invoices.iter().flatten() {
            how.invoice_currencies.entry(row.id.clone()).or_insert(row.currency());
        }
    }

    /// Puts each row once into the inputs, counts the copies, and lists what contradicts itself as an error.
    pub fn link(self, inputs: &mut Inputs) {
        let linked = linking::duplicates(self.transactions);
        inputs.transactions = linked.transactions;
        inputs.copies += linked.copies.len();
        inputs.errors.extend(linked.errors);
        let invoices = linking::invoices_once(self.invoices);
        inputs.copies += invoices.copies;
        inputs.invoices = invoices.rows;
        inputs.errors.extend(invoices.errors);
        let settlements = linking::settlements_once(self.settlements);
        inputs.copies += settlements.copies;
        inputs.settlements = settlements.rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, eur, invoice, transaction};
    use payymo::error::Code;

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
            let mut report = Report::default();
            report.transactions.push(transaction("t1", "2026-03-02", "5.00", "A", "x"));
            report.invoices.push(invoice("1", "N-1", "A", "5.00", "2026-03-03"));
            report.settlements = vec![settled.clone(); copies];
            rows.add(report);
        }
        let mut report = Report::default();
        report.invoices.push(invoice("1", "N-1", "A", "6.00", "2026-03-03"));
        rows.add(report);
        let mut inputs = Inputs::default();
        rows.link(&mut inputs);
        assert_eq!((inputs.transactions.len(), inputs.invoices.len(), inputs.settlements.len()), (1, 1, 2));
        assert_eq!(inputs.copies, 3);
        assert_eq!(inputs.errors.len(), 1);
        assert_eq!(inputs.errors[0].code(), Code::InputDuplicateId);
    }
}
