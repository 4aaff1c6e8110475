//! From weighed pairs to explanations: what a bank row settles, with the reasons.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::batch::Batch;
use super::pairs::{Pair, Pairs};
use super::relation::{CHANGED_OVER, EQUAL, ONE_DIGIT, POINT, UNKNOWN_LAG};
use super::side::{Bank, Book};
use super::tables::Tables;
use super::words::{WORD_KINDS, Words, word_kind};
use crate::matching::index::NONE;
use crate::matching::result::DifferenceKind;
use crate::matching::weigh::amount::Relation;
use crate::matching::weigh::clue::{About, Clue, Weighed};
use crate::matching::weigh::hypothesis::{Explanation, Explanations, Shape, Tally};
use crate::matching::weigh::parameters as p;
use crate::matching::weigh::scored::Scored;
use libm::log2;

/// Least probability of an explanation that is kept.
const LEAST: f32 = 1e-3;
/// The place of a batch among the pairs of a row.
const BATCH: usize = usize::MAX;
/// Least probability that is left for none of these.
const LEAST_NONE: f64 = 1e-7;

/// Of every bank row the batch that it stands for or is a part of, if any.
pub(super) struct Together<'a> {
    of: Vec<Option<&'a Batch>>,
    /// Whether it is one of several rows of one entry.
    part: Vec<bool>,
}

impl<'a> Together<'a> {
    pub fn new(bank: &Bank, sums: &'a [Batch], parts: &'a [Batch]) -> Self {
        let rows = bank.rows.rows.len();
        let mut out = Together { of: vec![None; rows], part: vec![false; rows] };
        sums.iter().for_each(|batch| out.of[batch.one as usize] = Some(batch));
        for batch in parts {
            for row in &batch.many {
                out.of[*row as usize] = Some(batch);
                out.part[*row as usize] = true;
            }
        }
        out
    }
}

/// What is written of the pairs of a call.
pub(super) struct Writer<'a> {
    pub bank: &'a Bank,
    pub book: &'a Book,
    pub pairs: &'a Pairs,
    pub weights: &'a [f32],
    pub tables: &'a Tables,
    pub together: Together<'a>,
    /// Whether amounts are off by exchange, and not by a payer's doing.
    pub exchange: bool,
}

impl Writer<'_> {
    /// Adds the explanations of all bank rows, beside those that their payments have.
    pub fn write(&self, scored: &mut Scored) {
        let none = log2(p::PRIOR_NONE);
        let mut out = Explanations::default();
        let (mut rows, mut lengths) = (Vec::new(), Vec::new());
        let mut order: Vec<(f32, usize)> = Vec::new();
        for part in &self.bank.rows.parts {
            let entries = self.book.rows.part(part.kind).map_or(0, |part| part.rows.len());
            for row in part.rows.clone() {
                let of = self.bank.rows.rows[row as usize];
                let range = self.pairs.of(row as usize);
                let batch = self.together.of[row as usize];
                let batched = batch.map_or(0.0, |batch| batch.probability);
                let single = 1.0 - batched;
                let taken: f32 = self.weights[range.clone()].iter().sum();
                let left = ((1.0 - f64::from(taken)) * f64::from(single)).max(LEAST_NONE);
                order.clear();
                let weighed = range.map(|at| (self.weights[at] * single, at));
                order.extend(weighed.filter(|pair| pair.0 > LEAST));
                order.extend(batch.map(|_| (batched, BATCH)));
                order.sort_by(|a, b| b.0.total_cmp(&a.0));
                let before = out.len();
                let mut others: Vec<Explanation<'_>> = scored.of(of.at as usize).collect();
                if !others.is_empty() && order.is_empty() {
                    continue;
                }
                for (weight, at) in &order {
                    let bits = log2(f64::from(*weight) / left);
                    let ahead = others.iter().take_while(|other| other.score > none + bits).count();
                    others.drain(..ahead).for_each(|other| out.copy(other));
                    if bits < 0.0 && out.len() == before {
                        out.begin(Shape::Nothing, NONE, none);
                    }
                    match batch.filter(|_| *at == BATCH) {
                        Some(batch) => self.batch(row, batch, (none, bits), &mut out),
                        None => {
                            let pair = &self.pairs.pairs[*at];
                            self.pair(of.amount, pair, (none, bits), entries, &mut out);
                        }
                    }
                }
                let known = others.iter().any(|other| other.shape == Shape::Nothing)
                    || (before..out.len()).any(|at| out.get(at).shape == Shape::Nothing);
                others.drain(..).for_each(|other| out.copy(other));
                if !known {
                    out.begin(Shape::Nothing, NONE, none);
                }
                rows.push(of.at);
                lengths.push((out.len() - before) as u32);
            }
        }
        scored.take(&rows, &lengths, &mut out);
    }

    /// A bank row for several entries, or one of several for one entry.
    fn batch(&self, row: u32, batch: &Batch, (none, bits): (f64, f64), out: &mut Explanations) {
        let paid = self.bank.rows.rows[row as usize].amount;
        let sum = f64::from(batch.bits);
        let (shape, clue) = match self.together.part[row as usize] {
            true => (Shape::Single, Clue::AmountCompletes),
            false => (Shape::Group, Clue::AmountSum),
        };
        out.begin(shape, NONE, none);
        if shape == Shape::Single {
            out.settle(self.book.row(batch.one).at, paid);
        } else {
            for entry in &batch.many {
                let entry = self.book.row(*entry);
                out.settle(entry.at, entry.amount);
            }
        }
        out.relate(Relation { clue, bits: sum, settles: paid, short: None });
        out.add(Weighed::new(clue, sum, About::Nothing));
        out.add(Weighed::new(Clue::EntryRivals, bits - sum, About::Nothing));
    }

    fn pair(&self, paid: i64, pair: &Pair, (none, bits): (f64, f64), entries: usize, out: &mut Explanations) {
        let entry = self.book.row(pair.entry);
        let prior = f64::from(self.tables.prior(entries));
        out.begin(Shape::Single, NONE, none + prior);
        out.settle(entry.at, paid.min(entry.amount));
        let (clue, short) = clue_of_amount(pair.amount, self.exchange, paid < entry.amount);
        let amount = f64::from(self.tables.amount_of(pair));
        out.relate(Relation { clue, bits: amount, settles: paid.min(entry.amount), short });
        let words = f64::from(self.tables.words_of(pair));
        let day = f64::from(self.tables.day_of(pair));
        out.add(Weighed::new(clue_of_words(pair.words), words, About::Nothing));
        out.add(Weighed::new(clue, amount, About::Nothing));
        if pair.lag != UNKNOWN_LAG {
            out.add(Weighed::new(Clue::EntryDays, day, About::Nothing));
        }
        out.add(Weighed::new(Clue::EntryRivals, bits - prior - words - amount - day, About::Nothing));
    }
}

fn clue_of_amount(class: u8, exchange: bool, less: bool) -> (Clue, Option<DifferenceKind>) {
    let near = match (exchange, less) {
        (true, _) => Some(DifferenceKind::Fx),
        (false, true) => Some(DifferenceKind::Underpayment),
        (false, false) => None,
    };
    let keyed = less.then_some(DifferenceKind::KeyingError);
    match class {
        EQUAL => (Clue::AmountEqual, None),
        CHANGED_OVER => (Clue::AmountKeying, keyed),
        ONE_DIGIT => (Clue::AmountDigit, keyed),
        POINT => (Clue::AmountPoint, keyed),
        _ => (Clue::AmountNear, near),
    }
}

fn clue_of_words(class: u8) -> Clue {
    const CLUES: [Clue; WORD_KINDS] = [
        Clue::MemoSame,
        Clue::MemoBegins,
        Clue::MemoWords,
        Clue::MemoInitials,
        Clue::MemoSlip,
        Clue::MemoPartly,
        Clue::MemoInstead,
        Clue::MemoDiffers,
        Clue::MemoNothing,
    ];
    CLUES.get(word_kind(class)).copied().unwrap_or(CLUES[Words::Nothing as usize])
}
