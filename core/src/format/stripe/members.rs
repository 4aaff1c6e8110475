//! Which balance transactions a payout pays out.
//!
//! # Design
//! A balance transaction does not name its payout, but the list of a payout's balance transactions can be fetched
//! (`?payout=po_…`): it holds the payout itself and what it pays out, which is nothing together. So a list of balance
//! transactions with one payout, none younger than it, that sums up to nothing is taken as that payout's; and so is one
//! whose `url` says it.

use super::row::{Row, refer};
use crate::format::RowPlace;
use crate::model::{ReferenceKind, TransactionKind};
use core::ops::Range;

/// A list of the input: which of the rows stand in it, and the payout that its address names.
pub(super) struct List {
    pub(super) rows: Range<usize>,
    pub(super) payout: Option<String>,
}

/// The payout that the address of a list names.
pub(super) fn named(url: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    let id = query.split('&').find_map(|pair| pair.strip_prefix("payout="))?;
    Some(id.to_owned()).filter(|id| id.starts_with("po_"))
}

/// Gives the rows of lists of payouts their payout.
pub(super) fn assign(rows: &mut [(Row, RowPlace)], lists: &[List]) {
    for list in lists {
        let Some(members) = rows.get_mut(list.rows.clone()) else { continue };
        if members.iter().any(|(row, _)| !row.movement) {
            continue;
        }
        let Some(payout) = list.payout.clone().or_else(|| proven(members)) else { continue };
        for (row, _) in members {
            let is_payout = row.transaction.kind == TransactionKind::Payout;
            let names = row.transaction.references.iter().any(|one| one.kind == ReferenceKind::Payout);
            if !is_payout && !names {
                refer(&mut row.transaction, ReferenceKind::Payout, Some(payout.clone()));
            }
        }
    }
}

/// The payout whose list the rows are.
fn proven(members: &[(Row, RowPlace)]) -> Option<String> {
    let rows = || members.iter().map(|(row, _)| &row.transaction);
    let mut payouts = rows().filter(|row| row.kind == TransactionKind::Payout && row.amount.minor() < 0);
    let (Some(payout), None) = (payouts.next(), payouts.next()) else { return None };
    let of_it = |row: &crate::model::Transaction| {
        row.currency() == payout.currency() && row.booked_on <= payout.booked_on
    };
    let sum: i128 = rows().map(|row| i128::from(row.amount.minor())).sum();
    (members.len() > 1 && sum == 0 && rows().all(of_it)).then(|| payout.id.clone())
}
