//! Items that a payment surely settles: to the others they are not open any more.

use super::features::Payment;
use crate::matching::decide::assign::{Assigned, Taken};
use crate::matching::index::{Index, NONE};
use crate::matching::per_row::PerRow;
use crate::matching::weigh::scored::Scored;
use rustc_hash::FxHashSet;

/// Of items that are named and paid, wholly or in part, the row of the payment.
#[derive(Default)]
pub(crate) struct Claims(Option<PerRow<u32>>);

impl Claims {
    /// Takes in what the sure explanations settle: of what is paid in part not all is left to others. Of two payments that claim an item the first keeps it: one of
    /// them is a copy.
    pub fn learn(index: &Index, payments: &[Payment], scored: &Scored) -> Self {
        let mut out = Claims::of(index, payments);
        for (at, best, next) in scored.best() {
            let Some(payment) = payments.get(at) else { continue };
            let sure = best.shape.settles() && best.teaches(next);
            if !sure || !best.twins().is_empty() {
                continue;
            }
            for item in best.items() {
                for same in [core::slice::from_ref(item), index.covers(*item), index.covered_by(*item)] {
                    same.iter().for_each(|item| out.claim(*item, payment.row));
                }
            }
        }
        out
    }

    /// What each payment was given, if that is likelier than not. What a returned one was given is left to others.
    pub fn given(
        index: &Index,
        payments: &[Payment],
        scored: &Scored,
        assigned: &Assigned,
        returned: &FxHashSet<u32>,
    ) -> Self {
        let mut out = Claims::of(index, payments);
        for (payment, choice) in payments.iter().zip(&assigned.choices) {
            let chosen = scored.get(choice.row);
            if !chosen.shape.settles() || choice.probability < 0.5 || returned.contains(&payment.row) {
                continue;
            }
            let items = match &choice.taken {
                Taken::Own => chosen.items(),
                Taken::Twin(item) => core::slice::from_ref(item),
                Taken::Nothing => &[],
            };
            items.iter().for_each(|item| out.claim(*item, payment.row));
        }
        out
    }

    /// Of as many payments, none yet.
    fn of(index: &Index, payments: &[Payment]) -> Self {
        Claims(Some(PerRow::new(index.items.len(), payments.len(), NONE)))
    }

    fn claim(&mut self, item: u32, row: u32) {
        if let Some(claims) = &mut self.0 {
            let first = claims.get_mut(item);
            *first = if *first == NONE { row } else { *first };
        }
    }

    /// Whether another payment than this one settles an item.
    pub fn by_another(&self, item: u32, payment: &Payment) -> bool {
        let row = self.0.as_ref().map_or(NONE, |claims| claims.get(item));
        row != NONE && row != payment.row
    }
}
