//! The explanations of all payments of a call.
//!
//! # Design
//! They are most of what a large call remembers. So they lie in blocks: what becomes of a block's payments is written while
//! others wait, and then its memory is free for that of the next.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the table that they were made for

use super::hypothesis::{Explanation, Explanations, Span};
use super::parameters as p;
use core::ops::Range;

/// The explanations of every payment of a call, best first.
#[derive(Debug, Default)]
pub(crate) struct Scored {
    /// Row `n` is row `n % BLOCK` of block `n / BLOCK`; behind a block's last row numbers may be left out.
    blocks: Vec<Explanations>,
    of: Vec<Span>,
}

/// Rows of a block. No payment has nearly as many.
const BLOCK: usize = 1 << 14;

impl Scored {
    pub fn new(payments: usize) -> Self {
        Scored { blocks: Vec::new(), of: vec![Span::default(); payments] }
    }

    /// Makes room for more payments, without explanations.
    pub fn grow(&mut self, payments: usize) {
        self.of.resize(payments, Span::default());
    }

    /// One more than the last row.
    pub fn rows(&self) -> usize {
        let last = self.blocks.last().map_or(0, Explanations::len);
        self.blocks.len().saturating_sub(1) * BLOCK + last
    }

    /// Rows of a payment's explanations.
    pub fn range(&self, payment: usize) -> Range<usize> {
        self.of[payment].range()
    }

    pub fn get(&self, row: usize) -> Explanation<'_> {
        self.blocks[row / BLOCK].get(row % BLOCK)
    }

    /// A payment's explanations, best first.
    pub fn of(
        &self,
        payment: usize,
    ) -> impl DoubleEndedIterator<Item = Explanation<'_>> + ExactSizeIterator + Clone {
        self.range(payment).map(|row| self.get(row))
    }

    /// Rows of the explanations of all payments.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        self.of.iter().flat_map(|of| of.range())
    }

    /// The best explanation of each payment that has one, and the score of the next.
    pub fn best(&self) -> impl Iterator<Item = (usize, Explanation<'_>, Option<f64>)> {
        (0..self.of.len()).filter_map(|at| {
            let mut list = self.of(at);
            Some((at, list.next()?, list.next().map(|next| next.score)))
        })
    }

    /// Takes all chance from the explanations of a payment that a person said are wrong.
    pub fn refuse(&mut self, payment: usize, wrong: impl Fn(Explanation<'_>) -> bool) {
        for row in self.range(payment) {
            if wrong(self.get(row)) {
                self.blocks[row / BLOCK].weigh(row % BLOCK, p::REJECTED);
            }
        }
    }

    /// Takes what was explained: for each of the payments so many explanations, one behind the other.
    pub fn take(&mut self, payments: &[u32], lengths: &[u32], explained: &mut Explanations) {
        let mut from = 0;
        for (payment, length) in payments.iter().zip(lengths) {
            let length = *length as usize;
            self.add(*payment, explained, from..from + length);
            from += length;
        }
        explained.clear();
    }

    /// Adds a payment's explanations behind all others.
    fn add(&mut self, payment: u32, explained: &Explanations, rows: Range<usize>) {
        if self.blocks.last().is_none_or(|last| last.len() + rows.len() > BLOCK) {
            self.blocks.last_mut().into_iter().for_each(Explanations::shrink);
            self.blocks.push(Explanations::default());
        }
        let start = self.rows();
        self.of[payment as usize] = Span::new(start..start + rows.len());
        if let Some(last) = self.blocks.last_mut() {
            last.append(explained, rows);
        }
    }

    /// Clears away what is left of payments that were explained anew. Rows have other numbers afterwards.
    pub fn gather(&mut self) {
        let used: usize = self.of.iter().map(|of| of.range().len()).sum();
        if self.blocks.len() < 2 || used + used / 8 > self.rows() {
            return;
        }
        let by_block = self.by_block();
        let old = core::mem::take(&mut self.blocks);
        for (block, (_, payments)) in old.into_iter().zip(by_block) {
            for payment in payments {
                let Range { start, end } = self.range(payment as usize);
                self.add(payment, &block, start % BLOCK..start % BLOCK + (end - start));
            }
        }
    }

    /// The payments in the order of their blocks, each block's with its number.
    pub fn by_block(&self) -> Vec<(usize, Vec<u32>)> {
        if self.blocks.len() < 2 {
            return vec![(0, (0..self.of.len() as u32).collect())];
        }
        let mut out: Vec<(usize, Vec<u32>)> =
            (0..self.blocks.len()).map(|block| (block, Vec::new())).collect();
        for (of, at) in self.of.iter().zip(0..) {
            out[of.range().start / BLOCK].1.push(at);
        }
        out
    }

    /// Forgets the explanations of a block.
    pub fn forget(&mut self, block: usize) {
        if let Some(block) = self.blocks.get_mut(block) {
            *block = Explanations::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::weigh::clue::{About, Clue, Weighed};
    use crate::matching::weigh::hypothesis::{Shape, Tally};

    fn written() -> Explanations {
        let mut out = Explanations::default();
        for item in [7, 8] {
            out.begin(Shape::Single, 1, -4.0);
            out.settle(item, 100);
            out.twins([item, 9]);
            out.add(Weighed::new(Clue::AmountEqual, 5.0, About::Nothing));
            out.add(Weighed::new(Clue::PayerName, 6.0, About::Customer(1)));
        }
        out
    }

    #[test]
    fn explanations_keep_their_parts_wherever_they_lie() {
        let check = |one: Explanation<'_>, item: u32| {
            assert_eq!((one.items(), one.amounts(), one.twins()), (&[item][..], &[100][..], &[item, 9][..]));
            assert_eq!((one.score, one.payer(), one.named(), one.clues().len()), (7.0, 6.0, 0.0, 2));
        };
        let mut copied = Explanations::default();
        let from = written();
        copied.copy(from.get(1));
        copied.copy(from.get(0));
        let mut scored = Scored::new(3);
        scored.take(&[2], &[2], &mut written());
        scored.take(&[0, 1], &[1, 1], &mut copied);
        assert_eq!(scored.rows(), 4);
        for (payment, items) in [(0, &[8][..]), (1, &[7]), (2, &[7, 8])] {
            assert_eq!(scored.of(payment).len(), items.len());
            scored.of(payment).zip(items).for_each(|(one, item)| check(one, *item));
        }
        assert_eq!(scored.best().map(|best| best.2).collect::<Vec<_>>(), [None, None, Some(7.0)]);
    }

    #[test]
    fn blocks_hold_each_payment_whole_and_are_forgotten_one_by_one() {
        let mut scored = Scored::new(6_000);
        let payments: Vec<u32> = (0..6_000).rev().collect();
        for part in payments.chunks(500) {
            let (mut explained, mut lengths) = (Explanations::default(), Vec::new());
            for payment in part {
                lengths.push(payment % 7);
                for item in 0..payment % 7 {
                    explained.begin(Shape::Single, *payment, f64::from(item));
                    explained.settle(item, i64::from(*payment));
                }
            }
            scored.take(part, &lengths, &mut explained);
            assert_eq!(explained.len(), 0);
        }
        let holds = |scored: &Scored, payment: u32| {
            let items: Vec<u32> = scored.of(payment as usize).flat_map(|one| one.items().to_vec()).collect();
            let own = scored.of(payment as usize).all(|one| one.amounts() == [i64::from(payment)]);
            own && items == (0..payment % 7).collect::<Vec<u32>>()
        };
        assert!((0..6_000).all(|payment| holds(&scored, payment)));
        let blocks = scored.by_block();
        assert_eq!((blocks.len(), blocks.iter().map(|block| block.1.len()).sum::<usize>()), (2, 6_000));
        let again: Vec<u32> = (0..6_000).step_by(2).collect();
        let mut lengths = Vec::new();
        let mut explained = Explanations::default();
        for payment in &again {
            lengths.push(payment % 7);
            for item in 0..payment % 7 {
                explained.begin(Shape::Single, *payment, f64::from(item));
                explained.settle(item, i64::from(*payment));
            }
        }
        scored.take(&again, &lengths, &mut explained);
        let before = scored.rows();
        scored.gather();
        assert!(scored.rows() < before && (0..6_000).all(|payment| holds(&scored, payment)));
        let blocks = scored.by_block();
        scored.forget(0);
        assert!(blocks[1].1.iter().all(|payment| holds(&scored, *payment)));
    }
}
