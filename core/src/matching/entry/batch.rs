//! Batches: one row of one side for several of the other, by a sum that chance does not explain.
//!
//! # Design
//! Rows that found no counterpart are looked at on both sides. What may belong together has something in common first (a
//! word of the one row, a day, a few days), and only within such a pool are sums tried. A subset's odds are what its sum says (so
//! many bits as the amount has room for others) less the bits of choosing it: the pools that were tried, and the subsets of
//! its size. So a whole day that adds up is sure where one of thousands of subsets is not.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::memo::Memos;
use super::side::{Part, Rows};
use super::sums::{MOST_PARTS, subsets};
use libm::log2f;

/// A row of one side, and the rows of the other that it stands for.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub one: u32,
    pub many: Vec<u32>,
    /// Bits against none of these.
    pub bits: f32,
    pub probability: f32,
}

/// One side with the rows that are still free.
pub(super) struct Side<'a> {
    pub rows: &'a Rows,
    pub memos: &'a Memos,
    pub free: &'a mut [bool],
    /// How surely each row has another counterpart.
    pub claims: &'a [f32],
}

/// Where the many of a batch are looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Days that the first and the last of the many may be after the one.
    pub word: (i32, i32),
    /// The same for rows that have nothing in common but a day; `None`: such are not taken together.
    pub day: Option<(i32, i32)>,
    /// Share of free rows that are batches.
    pub share: f32,
    /// Whether the share adapts to what is found.
    pub adapt: bool,
}

/// Rows of a pool among which subsets are tried, and rows beyond which a pool is not looked at.
const MOST_TO_CHOOSE: usize = 26;
const LARGEST_POOL: usize = 64;
/// What the sums of one call, and of one row, may cost.
const STEPS: u32 = 4_000_000;
const STEPS_OF_ROW: u32 = 30_000;
/// Probabilities from which on a batch is taken, first the surest: what they take makes the other pools smaller.
const ROUNDS: [f32; 3] = [0.98, 0.8, 0.3];
/// Least probability that a row is without its other counterpart.
const LEAST_WITHOUT: f32 = 1e-3;
/// Batches of one row that are compared.
const MOST_OF_ROW: usize = 12;

/// What was found of one kind of batches.
#[derive(Debug, Default)]
pub(super) struct Batches {
    pub found: Vec<Batch>,
    /// Rows whose search was cut short.
    pub cut: Vec<u32>,
}

/// Finds batches. Rows that are taken are free no more.
pub(super) fn find(one: Side<'_>, many: Side<'_>, reach: Reach) -> Batches {
    let mut out = Batches::default();
    let mut steps = STEPS;
    let mut share = reach.share;
    for (round, least) in ROUNDS.into_iter().enumerate() {
        let free = one.free.iter().filter(|free| **free).count();
        let words = words_of_free(&many);
        let mut found: Vec<Batch> = Vec::new();
        for part in &one.rows.parts {
            let Some(others) = many.rows.part(part.kind) else { continue };
            for row in part.rows.clone().filter(|row| one.free[*row as usize]) {
                let mut draft = Draft { found: Vec::new(), pools: 0, cut: false, steps: &mut steps };
                look(&one, &many, others, row, reach, &words, &mut draft);
                if draft.cut && round == 0 {
                    out.cut.push(row);
                }
                found.extend(
                    draft.best(row, share, one.claims[row as usize]).filter(|best| best.probability >= least),
                );
            }
        }
        found.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.one.cmp(&b.one)));
        for batch in found {
            if batch.many.iter().all(|row| many.free[*row as usize]) {
                batch.many.iter().for_each(|row| many.free[*row as usize] = false);
                one.free[batch.one as usize] = false;
                out.found.push(batch);
            }
        }
        // As many of the free rows are batches as are surely so: the shipped share counts as five rows.
        share = (out.found.len() as f32 + 5.0 * reach.share) / ((free + 5) as f32 + out.found.len() as f32);
        share = if reach.adapt { share.min(reach.share) } else { reach.share };
    }
    out
}

/// Words of the free rows, with the rows.
fn words_of_free(side: &Side<'_>) -> Vec<(u32, u32)> {
    let free = (0..side.memos.len() as u32).filter(|row| side.free[*row as usize]);
    let mut words: Vec<(u32, u32)> =
        free.flat_map(|row| side.memos.words(row).iter().map(move |word| (word.id, row))).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Looks for what one row may stand for.
fn look(
    one: &Side<'_>,
    many: &Side<'_>,
    part: &Part,
    row: u32,
    reach: Reach,
    words: &[(u32, u32)],
    draft: &mut Draft<'_>,
) {
    let of = &one.rows.rows[row as usize];
    let window = |(first, last): (i32, i32)| {
        many.rows.between(part, of.day.saturating_add(first), of.day.saturating_add(last))
    };
    let near = window(reach.word);
    let mut pool: Vec<u32> = Vec::new();
    let mut steps = STEPS_OF_ROW.min(*draft.steps);
    let before = steps;
    for word in one.memos.words(row) {
        let start = words.partition_point(|known| *known < (word.id, near.start));
        pool.clear();
        let holders = words[start..].iter().take_while(|known| known.0 == word.id && known.1 < near.end);
        pool.extend(holders.map(|known| known.1).take(LARGEST_POOL + 1));
        draft.pool(many, of.amount, &pool, 1.0, &mut steps);
    }
    if let Some(days) = reach.day {
        let window = window(days);
        let free = |row: &u32| many.free[*row as usize];
        let rows: Vec<u32> = window.filter(free).take(4 * LARGEST_POOL).collect();
        let day = |row: &u32| many.rows.rows[*row as usize].day;
        for same in rows.chunk_by(|a, b| day(a) == day(b)) {
            draft.pool(many, of.amount, same, 1.0, &mut steps);
        }
        if rows.len() <= MOST_TO_CHOOSE {
            draft.pool(many, of.amount, &rows, 3.0, &mut steps);
        }
    }
    *draft.steps -= before - steps;
}

/// Batches of one row while its pools are looked at.
struct Draft<'a> {
    found: Vec<(f32, Vec<u32>)>,
    pools: u32,
    cut: bool,
    steps: &'a mut u32,
}

impl Draft<'_> {
    /// Tries a pool: all of it, and its subsets. `far` are bits against a pool of its kind.
    fn pool(&mut self, many: &Side<'_>, sum: i64, pool: &[u32], far: f32, steps: &mut u32) {
        if pool.len() < 2 || pool.len() > LARGEST_POOL {
            return;
        }
        self.pools += 1;
        let amounts: Vec<i64> = pool.iter().map(|row| many.rows.rows[*row as usize].amount).collect();
        let all: i64 = amounts.iter().fold(0, |sum, amount| sum.saturating_add(*amount));
        if all == sum && pool.len() <= 4 * MOST_PARTS {
            self.add(many, room(sum) - far - 1.0, pool.to_vec());
            return;
        }
        if all < sum || pool.len() > MOST_TO_CHOOSE {
            return;
        }
        let found = subsets(&amounts, sum, steps);
        self.cut |= found.cut;
        for subset in found.subsets {
            let bits = room(sum) - far - 1.0 - choices(pool.len(), subset.len());
            self.add(many, bits, subset.iter().map(|at| pool[*at as usize]).collect());
        }
    }

    fn add(&mut self, side: &Side<'_>, bits: f32, mut many: Vec<u32>) {
        many.sort_unstable();
        // Who has another counterpart must be without it.
        let without = |row: &u32| log2f((1.0 - side.claims[*row as usize]).max(LEAST_WITHOUT));
        let bits = bits + many.iter().map(without).sum::<f32>();
        if let Some(known) = self.found.iter_mut().find(|known| known.1 == many) {
            known.0 = known.0.max(bits);
        } else if self.found.len() < MOST_OF_ROW {
            self.found.push((bits, many));
        } else {
            self.cut = true;
        }
    }

    /// The likeliest batch, against the others and none.
    fn best(self, one: u32, share: f32, claim: f32) -> Option<Batch> {
        let prior = log2f(share) - log2f(self.pools.max(1) as f32);
        let odds = |bits: f32| libm::exp2f((bits + prior).min(60.0));
        let without = (1.0 - claim).max(LEAST_WITHOUT);
        let sum: f32 = 1.0 / without + self.found.iter().map(|found| odds(found.0)).sum::<f32>();
        let best = self.found.into_iter().max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))?;
        let probability = odds(best.0) / sum;
        Some(Batch { one, many: best.1, bits: best.0 + prior, probability })
    }
}

/// Bits that an exact sum says: amounts spread over some ten doublings, and people like round ones.
fn room(sum: i64) -> f32 {
    let round = [(100, 2.0), (1_000, 1.5), (10_000, 1.0)];
    let less: f32 = round.iter().filter(|(unit, _)| sum % unit == 0).map(|(_, bits)| bits).sum();
    log2f(7.0 * sum as f32) - less
}

/// Bits of choosing so many of a pool, of any size.
fn choices(pool: usize, chosen: usize) -> f32 {
    let ways: f32 = (0..chosen).map(|at| log2f((pool - at) as f32 / (at + 1) as f32)).sum();
    ways + log2f(MOST_PARTS as f32)
}
