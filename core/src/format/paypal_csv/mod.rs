//! Reader of PayPal's CSV: the activity download and the statements, in the languages that PayPal has them in.
//!
//! Source: developer.paypal.com/docs/reports/online-reports/activity-download and /reports/monthly-custom-statements.
//! From documentation and published headers: no real download was at hand.
//!
//! # Design
//! Each row is a row, of its own currency: a payment abroad is the payment and two conversions, a hold is a row out and
//! a row in. So the rows of each currency add up to its running balance, which is the proof. What moves nothing
//! (`Memo`: authorizations, orders, the parts of a payment) is left out and counted. Days are those that PayPal prints,
//! in the time zone of the account, as the running balance goes by them.

mod columns;
mod kinds;
mod learn;
mod row;
mod running;
mod words;

#[cfg(test)]
mod tests;

use super::cells::sheet::{self, Cells, Form};
use super::cells::table::Table;
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::{Out, Stop};
use super::{FieldPath, RowPlace};
use crate::error::{Code, Error};
use crate::model::Status;
use columns::{Column, Vocabulary};
use row::{Layout, Read};
use running::Running;
use words::Words;

/// The account where nothing names it.
const ACCOUNT: &str = "paypal";

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    match sheet::best_score::<PaypalCsv>(look.lines()) {
        0 => 0,
        2 => LIKELY,
        _ => CERTAIN,
    }
}

/// Reads a download.
pub(crate) struct PaypalCsv {
    layout: Layout,
    words: Words,
    ids: Ids,
    running: Running,
    account: String,
    rows: u64,
    refused: u64,
    memo: Count,
    failed: Count,
}

/// Rows of which one warning tells, and where the first of them is.
#[derive(Default)]
struct Count {
    rows: u64,
    first: Option<RowPlace>,
}

impl Count {
    fn add(&mut self, place: RowPlace) {
        self.rows += 1;
        self.first.get_or_insert(place);
    }
}

impl Form for PaypalCsv {
    type Vocabulary = Vocabulary;

    fn score(vocabulary: &Vocabulary, header: &[String]) -> usize {
        columns::score(&vocabulary.columns(header))
    }

    fn new(
        vocabulary: &Vocabulary,
        header: &[&str],
        sample: &Table<'_>,
        first: usize,
        out: &mut Out<'_>,
    ) -> Result<Self, Error> {
        let columns = vocabulary.columns(&sheet::keys(header));
        let (learnt, assumed) = learn::learn(&columns, sample, first);
        if let Some(warning) = assumed {
            out.warn(warning);
        }
        let account = out.options().account.clone().unwrap_or_else(|| ACCOUNT.to_owned());
        let mut ids = Ids::default();
        ids.statement();
        Ok(PaypalCsv {
            layout: Layout { columns, learnt },
            words: Words::new(),
            ids,
            running: Running::default(),
            account,
            rows: 0,
            refused: 0,
            memo: Count::default(),
            failed: Count::default(),
        })
    }

    fn row(&mut self, cells: &Cells<'_>, out: &mut Out<'_>) -> Result<(), Error> {
        let read = row::read(&self.layout, &mut self.words, cells, out.options())?;
        let place = out.place(cells.row.bytes.clone(), FieldPath::default());
        let (mut transaction, balance) = match read {
            Read::Transaction(transaction, balance) => (*transaction, balance),
            Read::Memo => {
                self.memo.add(place);
                return Ok(());
            }
            Read::Failed => {
                self.failed.add(place);
                return Ok(());
            }
        };
        // PayPal's ids are unique over all accounts: the account is no part of them.
        let id = self.layout.columns.some(cells, Column::Id);
        transaction.id = self.ids.name_by_provider(&transaction, id);
        transaction.account = Some(self.account.clone());
        if transaction.status == Status::Booked {
            let time = self.layout.columns.get(cells, Column::Time);
            self.running.add(transaction.amount, balance, (transaction.booked_on, time), &place);
        }
        self.rows += 1;
        out.transaction(transaction, place);
        Ok(())
    }

    fn refused(&mut self) {
        self.refused += 1;
        self.running.refused();
    }

    fn end(&mut self, out: &mut Out<'_>) -> Result<(), Stop> {
        for (count, said) in [
            (&self.memo, "move nothing: authorizations, orders, requests, parts of a payment"),
            (&self.failed, "were denied, cancelled or have expired: no money moved"),
        ] {
            if let Some(first) = &count.first {
                let warning = Error::new(Code::PaypalCsvLeftOut, format!("{} rows {said}", count.rows));
                out.warn_placed(warning.at_bytes(first.bytes.clone()).at_line(first.line));
            }
        }
        core::mem::take(&mut self.running).end(&self.account, out);
        if self.rows + self.refused == 0 {
            out.says_empty();
        }
        Ok(())
    }
}
