//! Which entries a bank row may be: those that share a rare word, a beginning or the exact amount, near enough in amount and days.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::frequency::Frequencies;
use super::memo::NONE;
use super::pairs::{Pair, Pairs};
use super::relation::{self, UNKNOWN_LAG, WINDOW};
use super::side::{Bank, Book, NO_DAY, Part};
use super::tables::Tables;
use super::words::{Memo, NO_WORDS, words};
use core::ops::Range;

/// Holders of one feature near enough in time that are always looked at, and those that are where rarer features led to nobody.
const FEW: usize = 48;
const MANY: usize = 1500;
/// Entries of exactly the amount that are looked at.
const MOST_EQUAL: usize = 32;
/// Pairs of one bank row that are kept, and how far they may be behind the best, in bits.
const MOST_PAIRS: usize = 8;
const DEPTH: f32 = 22.0;
/// Bits below which a pair is not kept at all, before anything is learnt.
const LEAST: f32 = -16.0;

/// Finds the pairs.
pub(super) fn find(bank: &Bank, book: &Book, frequencies: &Frequencies, tables: &Tables) -> Pairs {
    let mut out = Pairs { pairs: Vec::with_capacity(bank.rows.rows.len() * 3), ..Pairs::default() };
    let mut seen: Vec<u32> = vec![NONE; book.rows.rows.len()];
    let mut draft: Vec<(f32, Pair)> = Vec::new();
    let mut features: Vec<(u32, u32)> = Vec::new();
    for own in &bank.rows.parts {
        let part = book.rows.part(own.kind);
        // Rows of one day have one window.
        let mut day = (NO_DAY, 0..0);
        for at in own.rows.clone() {
            draft.clear();
            if let Some(part) = part {
                let row = &bank.rows.rows[at as usize];
                if day.0 != row.day {
                    let last = row.day.saturating_add(WINDOW);
                    day = (row.day, book.rows.between(part, row.day.saturating_sub(WINDOW), last));
                }
                let window = day.1.clone();
                let search = Search { book, part, window, at, amount: row.amount, day: row.day };
                features.clear();
                let keys = bank.memos.keys[at as usize];
                let ids = bank.memos.words(at).iter().map(|word| word.id);
                for id in ids.chain([keys.whole, keys.beginning, keys.head]).filter(|id| *id != NONE) {
                    let count = book.holders(id).len() as u32;
                    if count > 0 && !features.contains(&(count, id)) {
                        features.push((count, id));
                    }
                }
                features.sort_unstable();
                for (_, feature) in &features {
                    search.of_feature(*feature, &mut seen, &mut draft);
                }
                search.of_amount(&mut seen, &mut draft);
                search.weigh(bank, frequencies, tables, &mut draft);
                keep(&mut draft);
                out.pairs.extend(draft.iter().map(|(_, pair)| *pair));
            }
            out.ends.push(out.pairs.len() as u32);
        }
    }
    out.weigh();
    out
}

/// Adds pairs of rows that found nobody, on both sides: by their amounts and days alone.
pub(super) fn add_left_over(
    bank: &Bank,
    book: &Book,
    frequencies: &Frequencies,
    tables: &Tables,
    pairs: &Pairs,
    weights: &[f32],
) -> Pairs {
    let mut claimed = vec![0.0_f32; book.rows.rows.len()];
    pairs.pairs.iter().zip(weights).for_each(|(pair, weight)| claimed[pair.entry as usize] += weight);
    let mut out = Pairs { pairs: Vec::with_capacity(pairs.pairs.len() * 5 / 4), ..Pairs::default() };
    let mut draft: Vec<(f32, Pair)> = Vec::new();
    for own in &bank.rows.parts {
        let part = book.rows.part(own.kind);
        let free: Vec<(i64, u32)> = part.map_or(Vec::new(), |part| {
            let all = book.by_amount(part).iter();
            all.filter(|row| claimed[row.1 as usize] < TAKEN).copied().collect()
        });
        for at in own.rows.clone() {
            let range = pairs.of(at as usize);
            out.pairs.extend_from_slice(&pairs.pairs[range.clone()]);
            if let Some(part) = part.filter(|_| weights[range.clone()].iter().sum::<f32>() < TAKEN) {
                let row = &bank.rows.rows[at as usize];
                let window =
                    book.rows.between(part, row.day.saturating_sub(WINDOW), row.day.saturating_add(WINDOW));
                let search = Search { book, part, window, at, amount: row.amount, day: row.day };
                draft.clear();
                let known = &pairs.pairs[range];
                let letters = bank.memos.first_letters(at);
                let mut near = Nearest::new(&free, row.amount);
                while let Some(entry) = near.next().filter(|_| draft.len() < MOST_NEAR) {
                    let dated = search.window.contains(&entry) || part.undated.contains(&entry);
                    let may_share = letters & book.memos.first_letters(entry) != 0;
                    if dated && may_share && !known.iter().any(|pair| pair.entry == entry) {
                        draft.extend(search.pair(entry).map(|pair| (0.0, pair)));
                    }
                }
                search.weigh(bank, frequencies, tables, &mut draft);
                draft.retain(|(_, pair)| pair.words != NO_WORDS);
                keep(&mut draft);
                out.pairs.extend(draft.iter().map(|(_, pair)| *pair));
            }
            out.ends.push(out.pairs.len() as u32);
        }
    }
    out.weigh();
    out
}

/// Probability from which on a row has found its counterpart.
const TAKEN: f32 = 0.5;
/// Entries left over that are compared with one bank row: those of the nearest amounts.
const MOST_NEAR: usize = 48;

/// Entries within a ninth of an amount, the nearest first.
struct Nearest<'a> {
    below: &'a [(i64, u32)],
    above: &'a [(i64, u32)],
    amount: i64,
}

impl<'a> Nearest<'a> {
    /// `rows` are sorted by amount.
    fn new(rows: &'a [(i64, u32)], amount: i64) -> Self {
        let reach = amount / 9 + 1;
        let start = rows.partition_point(|row| row.0 < amount - reach);
        let end = rows.partition_point(|row| row.0 <= amount.saturating_add(reach));
        let here = rows.partition_point(|row| row.0 < amount);
        Nearest { below: &rows[start..here], above: &rows[here..end.max(here)], amount }
    }

    fn next(&mut self) -> Option<u32> {
        let below = self.below.split_last().map(|(row, rest)| (self.amount - row.0, row.1, rest));
        let above = self.above.split_first().map(|(row, rest)| (row.0 - self.amount, row.1, rest));
        match (below, above) {
            (Some(below), Some(above)) if below.0 < above.0 => {
                self.below = below.2;
                Some(below.1)
            }
            (_, Some(above)) => {
                self.above = above.2;
                Some(above.1)
            }
            (Some(below), None) => {
                self.below = below.2;
                Some(below.1)
            }
            (None, None) => None,
        }
    }
}

/// Keeps the best pairs of a row, best first.
fn keep(draft: &mut Vec<(f32, Pair)>) {
    draft.retain(|(score, _)| *score > LEAST);
    draft.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.entry.cmp(&b.1.entry)));
    draft.truncate(MOST_PAIRS);
    let least = draft.first().map_or(0.0, |best| best.0 - DEPTH);
    draft.retain(|(score, _)| *score > least);
}

/// One bank row while its entries are looked for.
struct Search<'a> {
    book: &'a Book,
    part: &'a Part,
    /// Entries near enough in time.
    window: Range<u32>,
    at: u32,
    amount: i64,
    day: i32,
}

impl Search<'_> {
    fn of_feature(&self, feature: u32, seen: &mut [u32], draft: &mut Vec<(f32, Pair)>) {
        let holders = self.book.holders(feature);
        for span in [&self.part.undated, &self.window].into_iter().filter(|span| !span.is_empty()) {
            if holders.len() <= FEW {
                let near = holders.iter().filter(|row| span.contains(row));
                near.for_each(|entry| self.look(*entry, seen, draft));
                continue;
            }
            let start = holders.partition_point(|row| *row < span.start);
            let length = holders[start..].partition_point(|row| *row < span.end);
            if length <= FEW || length <= MANY && draft.is_empty() {
                holders[start..start + length].iter().for_each(|entry| self.look(*entry, seen, draft));
            }
        }
    }

    fn of_amount(&self, seen: &mut [u32], draft: &mut Vec<(f32, Pair)>) {
        let equal = self.book.equal(self.part, self.amount);
        let dated = |row: &&(i64, u32)| self.window.contains(&row.1) || self.part.undated.contains(&row.1);
        if equal.len() <= MOST_EQUAL {
            equal.iter().filter(dated).for_each(|row| self.look(row.1, seen, draft));
        } else {
            // Those nearest in time: the rows lie in the order of their days.
            let here = equal.partition_point(|row| self.book.row(row.1).day < self.day);
            let span = here.saturating_sub(MOST_EQUAL / 2)..(here + MOST_EQUAL / 2).min(equal.len());
            equal[span].iter().filter(dated).for_each(|row| self.look(row.1, seen, draft));
        }
    }

    fn look(&self, entry: u32, seen: &mut [u32], draft: &mut Vec<(f32, Pair)>) {
        if core::mem::replace(&mut seen[entry as usize], self.at) == self.at {
            return;
        }
        draft.extend(self.pair(entry).map(|pair| (0.0, pair)));
    }

    /// The pair with an entry, without its words.
    fn pair(&self, entry: u32) -> Option<Pair> {
        let row = self.book.row(entry);
        let amount = relation::amount(self.amount, row.amount)?;
        let lag = if row.day == NO_DAY { UNKNOWN_LAG } else { relation::lag(self.day - row.day) };
        let rarity = &self.book.rarity[entry as usize];
        Some(Pair {
            entry,
            amount,
            lag,
            words: NO_WORDS,
            words_bits: 0.0,
            amount_bits: rarity.of_amount(amount),
            day_bits: rarity.of_day(lag),
        })
    }

    /// Compares the words of pairs, and adds up what speaks for them.
    fn weigh(&self, bank: &Bank, frequencies: &Frequencies, tables: &Tables, draft: &mut [(f32, Pair)]) {
        for (score, pair) in draft {
            let own = Memo { side: bank.counted(), row: self.at };
            let other = Memo { side: self.book.counted(), row: pair.entry };
            let (_, class, bits) = words(own, other, frequencies);
            (pair.words, pair.words_bits) = (class, bits);
            *score = tables.score(pair, self.part.rows.len());
        }
    }
}
