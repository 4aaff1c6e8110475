//! Several objects that tell of one payment: one row, which knows what all of them know.

use super::row::{Depth, Row, refer, take};
use crate::format::RowPlace;
use crate::model::{ReferenceKind, Status};
use rustc_hash::{FxHashMap, FxHashSet};

/// One row for each payment, at the place of its first object.
pub(super) fn payments(rows: Vec<(Row, RowPlace)>) -> Vec<(Row, RowPlace)> {
    let mut at: FxHashMap<String, usize> = FxHashMap::default();
    let mut payments: Vec<Payment> = Vec::new();
    for (row, place) in rows {
        let next = payments.len();
        let nth = *at.entry(row.transaction.id.clone()).or_insert(next);
        if nth == next {
            payments.push(Payment::default());
        }
        if let Some(payment) = payments.get_mut(nth) {
            payment.add(row, place);
        }
    }
    let mut rows: Vec<_> = payments.into_iter().filter_map(Payment::row).collect();
    // An intent that does not name its charge, beside a charge that names the intent.
    let charged: FxHashSet<String> = rows
        .iter()
        .filter(|(row, _)| row.depth != Depth::Intent)
        .map(|(row, _)| row.intent.clone())
        .collect();
    rows.retain(|(row, _)| row.depth != Depth::Intent || !charged.contains(&row.intent));
    rows
}

/// What the objects of one id say: who paid, and what moved.
#[derive(Default)]
struct Payment {
    object: Option<(Row, RowPlace)>,
    movement: Option<(Row, RowPlace)>,
}

impl Payment {
    /// Keeps the object that knows more, of equals the booked one, then the one that is as it is now or was seen last,
    /// else the later one.
    fn add(&mut self, row: Row, place: RowPlace) {
        let kept = if row.depth == Depth::Movement { &mut self.movement } else { &mut self.object };
        let weight =
            |row: &Row| (row.depth, row.transaction.status == Status::Booked, row.seen.unwrap_or(i64::MAX));
        if kept.as_ref().is_none_or(|(known, _)| weight(&row) >= weight(known)) {
            *kept = Some((row, place));
        }
    }

    fn row(self) -> Option<(Row, RowPlace)> {
        match (self.object, self.movement) {
            (Some((mut row, place)), Some((movement, _))) => {
                if row.depth < Depth::Net {
                    take(&mut row.transaction, &movement.transaction, movement.rate);
                    row.transaction.status = movement.transaction.status;
                    row.depth = Depth::Net;
                    row.undated = false;
                }
                for reference in movement.transaction.references {
                    if matches!(reference.kind, ReferenceKind::Payout | ReferenceKind::Bank) {
                        refer(&mut row.transaction, reference.kind, Some(reference.value));
                    }
                }
                Some((row, place))
            }
            (object, movement) => object.or(movement),
        }
    }
}
