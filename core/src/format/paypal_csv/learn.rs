//! How a download prints its numbers and its days, learnt from its first records together.
//!
//! # Design
//! PayPal prints both by the country of the account, whatever the language of the headers: English headers come with
//! `1.234,56` and with days in either order. So the cells say it. Where no day is beyond the twelfth, the rows do, which
//! are in the order of their time; then the time zone, since the month stands first in the USA alone; and it is said.

use super::super::cells::sheet::Columns;
use super::super::cells::table::Table;
use super::super::date::{self, DateOrder};
use super::columns::Column;
use crate::error::{Code, Error};
use crate::money::{DecimalMark, learn_mark};
use chrono::{FixedOffset, NaiveDate};

/// Time zones of the USA.
const AMERICAN: &[&str] = &["PST", "PDT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "AKST", "AKDT", "HST"];

/// What was learnt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Learnt {
    pub(super) mark: DecimalMark,
    pub(super) order: DateOrder,
}

/// Learns from the records of a table from one on; what had to be assumed is a warning.
pub(super) fn learn(columns: &Columns<Column>, table: &Table<'_>, first: usize) -> (Learnt, Option<Error>) {
    let cells = |column: Column| {
        let at = columns.column(column);
        table.rows.iter().skip(first).filter_map(move |row| Some(table.cell(row, at?)))
    };
    let amounts = [Column::Gross, Column::Fee, Column::Net, Column::Balance].into_iter().flat_map(cells);
    let mark = learn_mark(amounts).mark();
    let mut votes = date::Votes::default();
    let dates: Vec<date::Cell> = cells(Column::Date).filter_map(cut).collect();
    dates.iter().for_each(|cell| votes.add(cell));
    let american = || {
        let zone = |cell: &str| AMERICAN.contains(&cell) || cell.starts_with("America/");
        cells(Column::Zone).next().is_some_and(zone)
    };
    let (order, assumed) = match votes.order().or_else(|| by_sequence(&dates)) {
        Some(order) => (order, false),
        None if votes.open == 0 => (DateOrder::DayMonthYear, false),
        // A decimal comma is not American either.
        None if american() && mark != Some(DecimalMark::Comma) => (DateOrder::MonthDayYear, true),
        None => (DateOrder::DayMonthYear, true),
    };
    let warning = assumed.then(|| {
        let said = match order {
            DateOrder::MonthDayYear => {
                "no date tells whether day or month stands first: the month, by its time zone"
            }
            _ => "no date tells whether day or month stands first: the day is taken to",
        };
        Error::new(Code::PaypalCsvAssumed, said)
    });
    (Learnt { mark: mark.unwrap_or(DecimalMark::Point), order }, warning)
}

/// The parts of a date cell.
pub(super) fn cut(cell: &str) -> Option<date::Cell> {
    date::cut(cell, FixedOffset::east_opt(0)?)
}

/// The order under which the rows are in the order of their days, if it is one alone.
fn by_sequence(dates: &[date::Cell]) -> Option<DateOrder> {
    let sorted = |order: DateOrder| {
        let days: Option<Vec<NaiveDate>> = dates.iter().map(|cell| cell.date(order, None)).collect();
        let days = days?;
        let up = days.is_sorted();
        let down = days.iter().rev().is_sorted();
        (up || down).then_some(order)
    };
    match (sorted(DateOrder::DayMonthYear), sorted(DateOrder::MonthDayYear)) {
        (Some(order), None) | (None, Some(order)) => Some(order),
        _ => None,
    }
}
