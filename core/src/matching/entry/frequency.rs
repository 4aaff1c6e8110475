//! How often words occur, alone and in company, and what that makes them worth.
//!
//! # Design
//! What two memos share says as much as few other rows share it. The rarest word that they share counts by how many rows
//! have it; each further one by how many of those rows have it too: a first name comes along with its surname and says little
//! more, a word of what was paid for says all that it is worth. Where the rarest word is of no other row, what stands in is how
//! often the further one stays with its company in other rows.
#![allow(clippy::indexing_slicing)] // a kernel: features index tables of their own size

use super::memo::{LETTER, Memos, Word};
use libm::log2f;
use rustc_hash::FxHashMap;

/// What stands for rows that were not seen in a count.
const UNSEEN: f32 = 0.7;
/// Rows that what is usual of a word counts as, beside those that were seen.
const USUAL: f32 = 2.0;
/// Rows of one side that must have a word for it to be a habit of that side.
const LEAST_HABIT: f32 = 3.0;
/// The share of rows from which on a word is one that many have.
const COMMON: f32 = 0.005;

/// What a word says that the other memo lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum More {
    Nothing,
    Common,
    #[default]
    Rare,
}

/// How often a feature occurs.
#[derive(Clone, Copy, Debug)]
struct Feature {
    /// Rows that have it beside one of each side.
    seen: f32,
    /// Bits against finding it by chance.
    bits: f32,
    /// Share of the rows of its rarest company that have it as well.
    stays: f32,
    more: More,
    /// Whether only the bank, or only the book, writes it or its like, and often.
    habits: (bool, bool),
}

/// Of every word of a side's memos how many rows have it together with the rarest word of its own row.
#[derive(Clone, Debug, Default)]
pub(super) struct Company {
    /// By word of the memos; 0 of the rarest itself.
    pub together: Vec<u32>,
    /// Of every row the place of its rarest word.
    pub rarest: Vec<u8>,
}

impl Company {
    /// Counts company; `counts` says how many rows of the side have a feature.
    pub fn new(memos: &Memos, counts: &[u32]) -> Self {
        let mut rows: FxHashMap<u64, u32> = FxHashMap::default();
        rows.reserve(memos.all_words().len());
        let mut keys: Vec<u64> = Vec::with_capacity(memos.all_words().len());
        let mut rarest = Vec::with_capacity(memos.len());
        for row in 0..memos.len() as u32 {
            let words = memos.words(row);
            let count = |(at, word): &(usize, &Word)| {
                let count = counts.get(word.id as usize).copied().unwrap_or(0);
                // The last word may have been cut: a few letters are never rare.
                let least = if at + 1 == words.len() { least_of(word.length, memos.len()) } else { 0 };
                (count.max(least), *at)
            };
            let at = words.iter().enumerate().min_by_key(count).map_or(0, |(at, _)| at);
            rarest.push(at as u8);
            for (place, word) in words.iter().enumerate() {
                let key = u64::from(words[at].id) << 32 | u64::from(word.id);
                keys.push(key);
                if place != at {
                    *rows.entry(key).or_default() += 1;
                }
            }
        }
        Company { together: keys.iter().map(|key| rows.get(key).copied().unwrap_or(0)).collect(), rarest }
    }
}

/// Rows of so many that begin a word with so many letters, by chance.
fn least_of(letters: u32, rows: usize) -> u32 {
    (rows as f32 * libm::exp2f(-LETTER * letters as f32)) as u32
}

/// A side as frequencies see it.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub memos: &'a Memos,
    /// Of every feature how many rows have it; nothing where nothing is learnt from this side.
    pub counts: &'a [u32],
    pub company: &'a Company,
}

impl Counted<'_> {
    /// The place of the rarest word of a row, where that is known.
    pub fn rarest(&self, row: u32) -> usize {
        self.company.rarest.get(row as usize).map_or(usize::MAX, |at| usize::from(*at))
    }

    /// Rows of the side beside one that have a feature.
    pub fn others_with(&self, feature: u32) -> f32 {
        self.counts.get(feature as usize).map_or(0.0, |rows| rows.saturating_sub(1) as f32)
    }

    /// Rows beside this one that have a word of it together with its rarest.
    pub fn others_together(&self, row: u32, at: usize) -> f32 {
        let at = self.memos.span(row).start + at;
        self.company.together.get(at).map_or(0.0, |rows| rows.saturating_sub(1) as f32)
    }
}

/// How often features occur on both sides, and what that makes them worth.
pub(super) struct Frequencies {
    features: Vec<Feature>,
    /// Of every row of the bank and of the book the bits that its memo can give at most.
    bank: Vec<f32>,
    book: Vec<f32>,
    /// Bits of what no other row has.
    pub most: f32,
    all: f32,
}

impl Frequencies {
    /// Weighs features.
    pub fn new(bank: Counted<'_>, book: Counted<'_>) -> Self {
        // Where nothing is learnt from the bank's rows, there are no counts of theirs.
        let counted = if bank.counts.is_empty() { 0 } else { bank.memos.len() };
        let rows = (counted as f32, book.memos.len() as f32);
        let all = rows.0 + rows.1 + UNSEEN;
        let features = bank.counts.len().max(book.counts.len());
        let mut out = Frequencies {
            features: Vec::with_capacity(features),
            bank: Vec::new(),
            book: Vec::new(),
            most: log2f(all / UNSEEN),
            all,
        };
        for at in 0..features {
            let of = |list: &[u32]| list.get(at).copied().unwrap_or(0) as f32;
            let (own, other) = (of(bank.counts), of(book.counts));
            let seen = (own - 1.0).max(0.0) + (other - 1.0).max(0.0);
            let habit = |own: f32, other: f32, rows: f32, others: f32| {
                own >= LEAST_HABIT.max(COMMON * rows) && other * rows * 20.0 < own * others
            };
            out.features.push(Feature {
                seen,
                bits: log2f(all / (seen + UNSEEN)),
                stays: 0.0,
                more: if own + other > COMMON * all { More::Common } else { More::Rare },
                habits: (habit(own, other, rows.0, rows.1), habit(other, own, rows.1, rows.0)),
            });
        }
        out.learn_what_stays([bank, book]);
        out.bank = (0..bank.memos.len() as u32).map(|row| out.at_most(bank, row, true)).collect();
        out.book = (0..book.memos.len() as u32).map(|row| out.at_most(book, row, false)).collect();
        out
    }

    fn learn_what_stays(&mut self, sides: [Counted<'_>; 2]) {
        let mut sums = vec![(0.0_f32, 0.0_f32); self.features.len()];
        for side in sides.into_iter().filter(|side| !side.counts.is_empty()) {
            for row in 0..side.memos.len() as u32 {
                let span = side.memos.span(row);
                let words = side.memos.words(row);
                let Some(rarest) = words.get(usize::from(side.company.rarest[row as usize])) else {
                    continue;
                };
                let others = side.counts[rarest.id as usize] as f32 - 1.0;
                if others > 0.0 {
                    for (word, together) in words.iter().zip(&side.company.together[span]) {
                        let sum = &mut sums[word.id as usize];
                        *sum = (sum.0 + (*together as f32 - 1.0).max(0.0) / others, sum.1 + 1.0);
                    }
                }
            }
        }
        let all = self.all;
        for (feature, sum) in self.features.iter_mut().zip(sums) {
            let share = (feature.seen + UNSEEN) / all;
            // Before anything is seen, a word stays in one of four rows.
            feature.stays = ((sum.0 + 0.25 * USUAL) / (sum.1 + USUAL)).max(share).min(1.0);
        }
    }

    fn of(&self, feature: u32) -> Feature {
        let none =
            Feature { seen: 0.0, bits: self.most, stays: 0.25, more: More::Rare, habits: (false, false) };
        self.features.get(feature as usize).copied().unwrap_or(none)
    }

    /// Bits against finding a feature by chance, or one of two that stand for one word.
    pub fn bits(&self, one: u32, other: u32) -> f32 {
        if one == other { self.of(one).bits } else { log2f(self.all / (self.seen(one, other) + UNSEEN)) }
    }

    /// Rows that have a feature, or one of two, beside one of each side.
    pub fn seen(&self, one: u32, other: u32) -> f32 {
        let more = if one == other { 0.0 } else { self.of(other).seen };
        self.of(one).seen + more
    }

    /// Bits of a word, or of one of two, beside a rarer one: of `rarest` rows with that one `both` have this one too. Of
    /// `unseen` more rows that have that one it is not known.
    pub fn beside(&self, (one, other): (u32, u32), both: f32, rarest: f32, unseen: f32) -> f32 {
        let stays = self.of(one).stays.max(self.of(other).stays);
        let alone = (self.seen(one, other) + UNSEEN) / self.all;
        -log2f((both + USUAL * stays + unseen * alone) / (rarest + USUAL + unseen)).min(0.0)
    }

    /// What a word that the other memo lacks says: nothing where only this side uses it, and often.
    pub fn more(&self, word: &Word, of_bank: bool) -> More {
        let habits = self.of(word.stem).habits;
        if if of_bank { habits.0 } else { habits.1 } { More::Nothing } else { self.of(word.id).more }
    }

    /// Bits that two memos can share at most: those of the lesser one.
    pub fn of_lesser(&self, bank: u32, book: u32) -> f32 {
        self.bank[bank as usize].min(self.book[book as usize])
    }

    fn at_most(&self, side: Counted<'_>, row: u32, of_bank: bool) -> f32 {
        let words = side.memos.words(row);
        let said = |word: &Word| self.more(word, of_bank) != More::Nothing;
        // The last word may have been cut.
        let bits = |at: usize, word: &Word| match at + 1 == words.len() {
            true => self.of(word.id).bits.min(LETTER * word.length as f32),
            false => self.of(word.id).bits,
        };
        let best = words.iter().enumerate().filter(|(_, word)| said(word));
        let Some((at, rarest)) = best.max_by(|a, b| bits(a.0, a.1).total_cmp(&bits(b.0, b.1))) else {
            return 0.0;
        };
        let of_row = side.rarest(row) == at;
        let seen = self.of(rarest.id).seen;
        let (seen, unseen) = if of_row { (seen, 0.0) } else { (0.0, seen) };
        let mut sum = bits(at, rarest);
        for (place, word) in words.iter().enumerate().filter(|(place, word)| *place != at && said(word)) {
            let both = if of_row { side.others_together(row, place) } else { 0.0 };
            sum += self.beside((word.id, word.id), both, seen, unseen).min(bits(place, word));
        }
        sum
    }
}
