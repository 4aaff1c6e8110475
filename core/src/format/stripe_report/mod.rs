//! Reader of Stripe's report CSVs: the itemized balance and payout reports, the balance history, the exports of payments
//! and of payouts.
//!
//! Source: docs.stripe.com/reports/report-types; the dashboard's exports. From documentation and published headers.
//!
//! # Design
//! A row of a report tells of a balance transaction, a charge or a payout that the API tells of too. It gets the id, the
//! account and the `source` that the reader of the API's JSON gives it, so that an export and a report of one event are
//! one row for `linking`. Numbers are in major units; a report may be asked for with a decimal comma, which all of its
//! rows show together. A report of totals holds no row and is refused with what to download instead.

mod columns;
mod rows;

#[cfg(test)]
mod tests;

use super::FieldPath;
use super::cells::sheet::{self, Cells, Columns, Form};
use super::cells::table::Table;
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::{Out, Stop};
use crate::error::{Code, Error};
use crate::money::{DecimalMark, learn_mark};
use columns::{Column, Kind, known};
use rows::{Layout, Read, Record};

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    match sheet::best_score::<StripeReport>(look.lines()) {
        0 => 0,
        1 | 2 => LIKELY,
        _ => CERTAIN,
    }
}

/// Reads a report.
pub(crate) struct StripeReport {
    kind: Kind,
    layout: Layout,
    rows: u64,
    nothing: u64,
    refunded: u64,
    unnamed: u64,
    undated: u64,
    refused: u64,
}

impl Form for StripeReport {
    type Vocabulary = ();

    fn score((): &(), header: &[String]) -> usize {
        columns::kind(&Columns::new(header, known)).map_or(0, |(_, score)| score)
    }

    fn new(
        (): &(),
        header: &[&str],
        sample: &Table<'_>,
        first: usize,
        _: &mut Out<'_>,
    ) -> Result<Self, Error> {
        let columns = Columns::new(&sheet::keys(header), known);
        let kind = columns::kind(&columns).map(|(kind, _)| kind);
        let kind =
            kind.ok_or_else(|| Error::new(Code::FormatUnknown, "not the header of a Stripe report"))?;
        if kind == Kind::Summary {
            return Err(Error::new(
                Code::StripeReportSummary,
                "a summary report of Stripe: it holds totals only; download the itemized report of the same section",
            ));
        }
        let amounts = [Column::Gross, Column::Fee, Column::Net].map(|column| columns.column(column));
        let cells = sample
            .rows
            .iter()
            .skip(first)
            .flat_map(|row| amounts.into_iter().flatten().map(|column| sample.cell(row, column)));
        let mark = learn_mark(cells).mark().unwrap_or(DecimalMark::Point);
        let metadata =
            header.iter().enumerate().filter_map(|(nth, cell)| Some((nth, own_key(cell)?))).collect();
        let layout = Layout { columns, mark, metadata };
        Ok(StripeReport {
            kind,
            layout,
            rows: 0,
            nothing: 0,
            refunded: 0,
            unnamed: 0,
            undated: 0,
            refused: 0,
        })
    }

    fn row(&mut self, cells: &Cells<'_>, out: &mut Out<'_>) -> Result<(), Error> {
        let record = Record { layout: &self.layout, cells: *cells, options: out.options() };
        let read = match self.kind {
            Kind::Payments => rows::payment(&record)?,
            Kind::Payouts => rows::payout(&record)?,
            _ => rows::movement(&record)?,
        };
        let refunded = record.get(Column::AmountRefunded);
        let rows = match read {
            Read::Rows(rows) => rows,
            Read::Unnamed(row) => {
                self.unnamed += 1;
                vec![*row]
            }
            Read::Nothing => {
                self.nothing += 1;
                return Ok(());
            }
        };
        self.refunded += u64::from(refunded.bytes().any(|byte| matches!(byte, b'1'..=b'9')));
        self.undated += rows.len().saturating_sub(1) as u64;
        self.rows += rows.len() as u64;
        let place = out.place(cells.row.bytes.clone(), FieldPath::default());
        for row in rows {
            out.transaction(row, place.clone());
        }
        Ok(())
    }

    fn refused(&mut self) {
        self.refused += 1;
    }

    fn end(&mut self, out: &mut Out<'_>) -> Result<(), Stop> {
        for (count, code, said) in [
            (self.nothing, Code::StripeReportLeftOut, "failed or canceled: no money moved"),
            (
                self.refunded,
                Code::StripeReportIncomplete,
                "were refunded, and the export of payments does not list the refunds: give the balance history",
            ),
            (
                self.undated,
                Code::StripeReportIncomplete,
                "came back on a day that the export of payouts does not say: that of the payout is taken",
            ),
            (
                self.unnamed,
                Code::StripeReportIncomplete,
                "have the id of their balance transaction, since the report does not name their object: download the column source_id too, so that they are known in the API's answers",
            ),
        ] {
            if count > 0 {
                out.warn(Error::new(code, format!("{count} rows {said}")));
            }
        }
        if self.rows + self.nothing + self.refused == 0 {
            out.says_empty();
        }
        Ok(())
    }
}

/// The host's own key that a column is of: `payment_metadata[order]`, `order (metadata)`.
fn own_key(header: &str) -> Option<String> {
    let key = match header.strip_suffix(" (metadata)") {
        Some(key) => key,
        None => header.strip_suffix(']')?.split_once("metadata[")?.1,
    };
    Some(key.trim().to_owned()).filter(|key| !key.is_empty())
}
