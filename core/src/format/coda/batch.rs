//! A movement with its details: which of them are rows.
//!
//! # Design
//! The first digit of a transaction code is the level: 0 a single amount, 1 a total of the customer with details 5, 2 a total
//! of the bank with details 6 and 7 (which has details 9), 3 an amount with details 8. Details of 3 and 7 say how gross
//! amount and costs make the net one: they are fees of the row. Details of 1 and 2 are the payments that the total is made of.

use super::line::Line;
use super::movement::Movement;
use crate::error::{Code, Error};
use crate::model::{Batch, Fee, ReferenceKind, Transaction};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use core::ops::Range;

/// What a movement with its details came to.
pub(super) struct Read {
    pub(super) rows: Vec<Row>,
    /// What moved the account.
    pub(super) booked: Amount,
    pub(super) warning: Option<&'static str>,
}

/// A row without id and account.
pub(super) struct Row {
    pub(super) row: Transaction,
    /// Which detail it is, from 1; 0 for a movement of one row.
    pub(super) part: u32,
    pub(super) bytes: Range<usize>,
    /// It names its entry date.
    pub(super) dated: bool,
}

/// Whether a line belongs to the movement that begins with another: its other lines, its information, its details.
pub(super) fn belongs(first: &Line<'_>, line: &Line<'_>) -> bool {
    match line.kind() {
        (b'2', b'2' | b'3') | (b'3', b'1'..=b'3') => true,
        (b'2', b'1') => {
            let detail = matches!(line.raw(53, 1), "5" | "6" | "7" | "8" | "9");
            // Some banks give details the level of single amounts: the total opens a globalisation.
            let opened = !matches!(first.raw(124, 1), "" | " " | "0") && line.raw(6, 4) != "0000";
            let total = matches!(first.raw(53, 1), "1" | "2" | "3");
            total && line.raw(2, 4) == first.raw(2, 4) && (detail || opened)
        }
        _ => false,
    }
}

/// Reads a movement.
///
/// # Errors
/// Those of the movement itself, or of a detail that would be a row.
pub(super) fn read<'t>(
    lines: &'t [Line<'t>],
    currency: Currency,
    fallback: Option<NaiveDate>,
) -> Result<Read, Error> {
    let mut movements = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let begins = lines.get(at).is_none_or(|line| line.kind() == (b'2', b'1'));
        if begins && let Some(lines) = lines.get(start..at) {
            movements.push(Movement::read(lines, currency));
            start = at;
        }
    }
    let mut movements = movements.into_iter();
    let bad = || Error::new(Code::CodaBadEntry, "a movement without its first line (21)");
    let top = movements.next().ok_or_else(bad)??;
    let details: Result<Vec<Movement<'t>>, Error> = movements.collect();
    let booked = top.amount;
    let Ok(details) = details else {
        let row = single(&top, &[], fallback)?;
        let warning =
            Some("a detail of a total cannot be read: the total is the row, its details are left out");
        return Ok(Read { rows: vec![row], booked, warning });
    };
    if !matches!(top.code.level, 1 | 2) || details.is_empty() {
        let fits = details.is_empty() || sum(&details) == Some(top.amount);
        let row = single(&top, if fits { &details } else { &[] }, fallback)?;
        let said = "the details of a movement do not add up to its amount: they are left out";
        return Ok(Read { rows: vec![row], booked, warning: (!fits).then_some(said) });
    }
    parts(&top, &details, fallback).map(|(rows, warning)| Read { rows, booked, warning })
}

/// The rows of a total: its details where they make it.
fn parts(
    top: &Movement<'_>,
    details: &[Movement<'_>],
    fallback: Option<NaiveDate>,
) -> Result<(Vec<Row>, Option<&'static str>), Error> {
    // Each with what explains it: level 9 behind a 7.
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, detail) in details.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if detail.code.level == 9 => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    let payments = groups.iter().filter_map(|group| details.get(group.start).map(|detail| detail.amount));
    let whole =
        payments.clone().try_fold(Amount::zero(top.amount.currency()), |sum, amount| sum.checked_add(amount));
    let total = single(top, &[], fallback)?;
    if whole.ok() != Some(top.amount) {
        let said =
            "the details of a total do not add up to it: the total is the row, its details are left out";
        return Ok((vec![total], Some(said)));
    }
    let bank = total.row.references.iter().find(|known| known.kind == ReferenceKind::Bank);
    let id = bank.map(|known| known.value.clone());
    let count = Some(groups.len() as u64);
    let mut rows = Vec::with_capacity(groups.len());
    for (nth, group) in groups.into_iter().enumerate() {
        let (Some(detail), Some(explained)) =
            (details.get(group.start), details.get(group.start + 1..group.end))
        else {
            continue;
        };
        let fits = explained.is_empty() || sum(explained) == Some(detail.amount);
        let mut row = single(detail, if fits { explained } else { &[] }, fallback)?;
        row.part = u32::try_from(nth + 1).unwrap_or(u32::MAX);
        row.row.batch = Some(Batch { id: id.clone(), count });
        // What is said of the total alone is said of each.
        if row.row.remittance.is_empty() && !total.row.remittance.is_empty() {
            row.row.remittance.clone_from(&total.row.remittance);
        }
        rows.push(row);
    }
    Ok((rows, None))
}

fn sum(movements: &[Movement<'_>]) -> Option<Amount> {
    let first = movements.first()?;
    let zero = Amount::zero(first.amount.currency());
    movements.iter().try_fold(zero, |sum, movement| sum.checked_add(movement.amount)).ok()
}

/// A movement as one row, with the costs that its details name.
fn single(
    movement: &Movement<'_>,
    details: &[Movement<'_>],
    fallback: Option<NaiveDate>,
) -> Result<Row, Error> {
    let (mut row, dated) = movement.row(fallback)?;
    let principals = details.iter().filter(|detail| detail.code.is_principal()).count();
    if principals == 1 {
        for detail in details.iter().filter(|detail| !detail.code.is_principal() && !detail.amount.is_zero())
        {
            row.fees.push(Fee { amount: detail.amount.checked_neg()?, kind: "bank_fee".to_owned() });
        }
    }
    // A total without its details is still several payments.
    if matches!(movement.code.level, 1 | 2) || movement.is_globalised() && !movement.code.is_detail() {
        let bank = row.references.iter().find(|known| known.kind == ReferenceKind::Bank);
        row.batch = Some(Batch { id: bank.map(|known| known.value.clone()), count: None });
    }
    Ok(Row { row, part: 0, bytes: movement.bytes(), dated })
}
