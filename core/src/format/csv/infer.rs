//! Exports without a header: what the columns hold, told from what stands in them.
//!
//! Dates, amounts and currencies show by their form. Which of two amounts is money in shows by a running balance or by
//! a column of flags; where nothing shows it, the file is refused rather than guessed.

use super::super::cells::table::{Row, Table};
use super::direction::Flags;
use super::field::Field;
use super::layout::Layout;
use super::number;
use super::sign;
use super::words::{self, Known};
use crate::format::date;
use crate::money::DecimalMark;
use chrono::FixedOffset;
use rust_decimal::Decimal;

/// Rows that are looked at.
const LOOK: usize = 2000;

/// The layout of a file without a header; `None` where no column of dates stands beside one of amounts.
pub(super) fn layout(table: &Table<'_>, offset: FixedOffset) -> Option<Layout> {
    let data = |row: &Row| {
        let dated = table.cells(row).any(|cell| date::cut(cell, offset).is_some());
        dated && table.cells(row).any(|cell| is_amount(cell, offset))
    };
    let first = table.rows.iter().take(LOOK).position(data)?;
    // A line of words over the data is a header that is not understood: that is to be said, not passed over.
    if let Some(before) = first.checked_sub(1).and_then(|at| table.rows.get(at))
        && let Some(row) = table.rows.get(first)
        && before.len() == row.len()
        && table.cells(before).filter(|cell| !cell.is_empty()).count() > 1
        && table.cells(before).all(|cell| !cell.bytes().any(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let rows: Vec<&Row> = table.rows.iter().skip(first).take(LOOK).filter(|row| data(row)).collect();
    let width = rows.iter().map(|row| row.len()).max()?;
    let mut layout =
        Layout { fields: vec![None; width], headers: vec![String::new(); width], first, ..Layout::default() };
    let (mut numbers, flags) = (Vec::new(), Flags::new());
    for column in 0..width {
        let cells: Vec<&str> =
            rows.iter().map(|row| table.cell(row, column)).filter(|cell| !cell.is_empty()).collect();
        let most = |is: &dyn Fn(&str) -> bool| {
            !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 5 >= cells.len() * 4
        };
        let field = if most(&|cell| date::cut(cell, offset).is_some()) {
            Some(if layout.has(Field::BookedOn) { Field::ValueOn } else { Field::BookedOn })
        } else if most(&|cell| words::currency(cell) != Known::None) {
            Some(Field::Currency)
        } else if most(&|cell| flags.of(cell).is_some()) {
            Some(Field::Direction)
        } else if most(&|cell| is_amount(cell, offset)) {
            numbers.push(column);
            None
        } else if cells.is_empty() {
            Some(Field::Ignored)
        } else {
            Some(Field::Text)
        };
        if let Some(slot) = layout.fields.get_mut(column) {
            *slot = field;
        }
    }
    let roles = numbers_of(table, &rows, &numbers)?;
    for (column, field) in roles {
        if let Some(slot) = layout.fields.get_mut(column) {
            *slot = Some(field);
        }
    }
    layout.has(Field::BookedOn).then_some(layout)
}

/// Digits with a mark or a sign, and no date: whole numbers are more often ids.
fn is_amount(cell: &str, offset: FixedOffset) -> bool {
    date::cut(cell, offset).is_none()
        && number::read(cell, None)
            .is_some_and(|read| read.mark().is_some() || read.is_signed() || read.is_ambiguous())
}

/// Which column of numbers is what.
fn numbers_of(table: &Table<'_>, rows: &[&Row], numbers: &[usize]) -> Option<Vec<(usize, Field)>> {
    let mark = mark(table, rows, numbers);
    let value = |row: &Row, column: usize| {
        number::read(table.cell(row, column), mark).and_then(|read| read.to_decimal().ok())
    };
    let exclusive = |a: usize, b: usize| {
        rows.iter().all(|row| {
            [a, b].iter().filter(|column| value(row, **column).is_some_and(|value| !value.is_zero())).count()
                <= 1
        })
    };
    let agrees = |balance: usize, parts: &[(usize, Decimal)]| {
        let pairs: Option<Vec<(Decimal, Decimal)>> = rows
            .iter()
            .map(|row| {
                let moved = parts.iter().filter_map(|(column, sign)| value(row, *column)?.checked_mul(*sign));
                Some((
                    moved.fold(Decimal::ZERO, |sum, part| sum.checked_add(part).unwrap_or(sum)),
                    value(row, balance)?,
                ))
            })
            .collect();
        pairs.is_some_and(|pairs| sign::chain(&pairs, false).is_some_and(|chain| !chain.reversed))
    };
    let (out, into) = (Decimal::NEGATIVE_ONE, Decimal::ONE);
    match *numbers {
        [amount] => Some(vec![(amount, Field::Amount)]),
        [a, b] if exclusive(a, b) => Some(vec![(a, Field::Ignored), (b, Field::Ignored)]),
        [a, b] if agrees(a, &[(b, into)]) => Some(vec![(b, Field::Amount), (a, Field::Balance)]),
        [a, b] => Some(vec![(a, Field::Amount), (b, Field::Balance)]),
        [a, b, c] => {
            for (debit, credit, balance) in [(a, b, c), (b, a, c), (b, c, a), (c, b, a)] {
                if exclusive(debit, credit) && agrees(balance, &[(debit, out), (credit, into)]) {
                    return Some(vec![
                        (debit, Field::Debit),
                        (credit, Field::Credit),
                        (balance, Field::Balance),
                    ]);
                }
            }
            None
        }
        _ => None,
    }
}

fn mark(table: &Table<'_>, rows: &[&Row], numbers: &[usize]) -> Option<DecimalMark> {
    let cells = rows.iter().flat_map(|row| numbers.iter().map(|column| table.cell(row, *column)));
    crate::money::learn_mark(cells.filter_map(number::bare)).mark()
}
