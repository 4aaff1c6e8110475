//! The result as a table for a person at a terminal.

mod columns;
mod rows;
mod summary;

use crate::figures::{Figures, Rows};
use crate::load::Inputs;
use crate::safe;
use crate::style::Style;
use crate::words;
use columns::Columns;
use payymo::error::Error;
use payymo::matching::{Decision, Reconciliation};
use std::fmt::Write;

/// Record errors shown before the rest is counted.
const ERRORS: usize = 20;

/// The whole table, ready to print.
pub fn page(result: &Reconciliation, inputs: &Inputs, style: &Style, width: usize) -> String {
    let rows = Rows::new(inputs);
    let figures = Figures::new(result, &rows);
    let columns = Columns::new(width, inputs.transactions.iter().map(|row| row.amount));
    let mut out = String::new();
    summary::head(&mut out, result, inputs, *style);
    for (decision, title) in
        [(Decision::Auto, "Settled automatically"), (Decision::Review, "Waits for review")]
    {
        let mut found: Vec<_> = result.matches.iter().filter(|found| found.decision == decision).collect();
        found.sort_by_key(|found| rows.first_day(found));
        if !found.is_empty() {
            heading(&mut out, *style, title, &words::number_of(found.len(), "match", "matches"));
        }
        found.into_iter().for_each(|found| rows::matched(&mut out, found, &rows, &columns, *style));
    }
    if !result.unmatched.is_empty() {
        heading(&mut out, *style, "Settles nothing", &words::count(result.unmatched.len(), "payment"));
        let mut list: Vec<_> = result.unmatched.iter().collect();
        list.sort_by_key(|row| rows.day(row));
        list.into_iter().for_each(|row| rows::unmatched(&mut out, row, &rows, &columns, *style));
    }
    notes(&mut out, result, *style);
    summary::foot(&mut out, result, &figures, *style, width);
    out
}

fn heading(out: &mut String, style: Style, title: &str, number: &str) {
    let _ = writeln!(out, "\n{} {}", style.bold(title), style.dim(&format!("({number})")));
}

/// Record errors and doubts, and bounds of the search that were hit.
fn notes(out: &mut String, result: &Reconciliation, style: Style) {
    for (title, list) in [("Records not read", &result.errors), ("Doubts", &result.warnings)] {
        if !list.is_empty() {
            heading(out, style, title, &list.len().to_string());
            out.push_str(&record_errors(list));
        }
    }
    if !result.limits.is_empty() {
        let bounds = words::count(result.limits.len(), "search bound");
        let _ = writeln!(out, "\n{bounds} hit: a better answer may have been missed there (see --json).");
    }
}

/// One line an error; the first of them, and how many more there are.
pub fn record_errors(errors: &[Error]) -> String {
    let mut out = String::new();
    for error in errors.iter().take(ERRORS) {
        let _ = writeln!(out, "  ! {}", safe::terminal(&error.to_string()));
    }
    if let Some(more) = errors.len().checked_sub(ERRORS).filter(|more| *more > 0) {
        let _ = writeln!(out, "  … and {more} more: --json lists all");
    }
    out
}

#[cfg(test)]
mod tests;
