//! Subsets of amounts that add up to an amount: all of them, within bounds.
#![allow(clippy::indexing_slicing)] // a kernel: indexes stay below the length of what they index

/// Most amounts of a subset.
pub(super) const MOST_PARTS: usize = 10;
/// Most subsets that are kept: where there are as many, none is the one.
const MOST_FOUND: usize = 6;

/// What a search found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Places of the amounts of each subset.
    pub subsets: Vec<Vec<u32>>,
    /// Whether a bound was hit: there may be others.
    pub cut: bool,
}

/// Finds the subsets of two and more amounts, all positive, that add up to `sum`. `steps` is what the search may still
/// cost, and is left less.
pub(super) fn subsets(amounts: &[i64], sum: i64, steps: &mut u32) -> Found {
    let mut order: Vec<u32> = (0..amounts.len() as u32).filter(|at| amounts[*at as usize] < sum).collect();
    // The largest first: what cannot be reached is seen early.
    order.sort_unstable_by_key(|at| (core::cmp::Reverse(amounts[*at as usize]), *at));
    let sorted: Vec<i64> = order.iter().map(|at| amounts[*at as usize]).collect();
    let mut search =
        Search { sorted: &sorted, rest: rests(&sorted), chosen: Vec::new(), found: Found::default(), steps };
    search.from(0, sum);
    let mut found = search.found;
    for subset in &mut found.subsets {
        subset.iter_mut().for_each(|at| *at = order[*at as usize]);
        subset.sort_unstable();
    }
    found
}

/// Of every place the sum of what stands there and behind it.
fn rests(sorted: &[i64]) -> Vec<i64> {
    let mut rests = vec![0_i64; sorted.len() + 1];
    for at in (0..sorted.len()).rev() {
        rests[at] = rests[at + 1].saturating_add(sorted[at]);
    }
    rests
}

struct Search<'a> {
    sorted: &'a [i64],
    rest: Vec<i64>,
    chosen: Vec<u32>,
    found: Found,
    steps: &'a mut u32,
}

impl Search<'_> {
    fn from(&mut self, start: usize, left: i64) {
        // What fits begins behind what is too large.
        let start = start + self.sorted[start..].partition_point(|amount| *amount > left);
        for at in start..self.sorted.len() {
            if self.rest[at] < left || self.found.cut {
                return;
            }
            if *self.steps == 0 {
                self.found.cut = true;
                return;
            }
            *self.steps -= 1;
            let amount = self.sorted[at];
            if amount == left {
                if !self.chosen.is_empty() {
                    self.take(at);
                }
                continue;
            }
            // The largest of what is left must carry its share.
            let room = MOST_PARTS - self.chosen.len();
            if room < 2 || amount.saturating_mul(room as i64) < left {
                return;
            }
            self.chosen.push(at as u32);
            self.from(at + 1, left - amount);
            self.chosen.pop();
        }
    }

    fn take(&mut self, last: usize) {
        if self.found.subsets.len() == MOST_FOUND {
            self.found.cut = true;
            return;
        }
        let mut subset = self.chosen.clone();
        subset.push(last as u32);
        self.found.subsets.push(subset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(amounts: &[i64], sum: i64) -> Vec<Vec<u32>> {
        let mut found = subsets(amounts, sum, &mut 1_000_000).subsets;
        found.sort();
        found
    }

    #[test]
    fn sums_are_found_and_bounds_are_told() {
        assert_eq!(all(&[5, 3, 2, 9], 10), [vec![0, 1, 2]]);
        assert_eq!(all(&[5, 5, 5], 10), [vec![0, 1], vec![0, 2], vec![1, 2]]);
        assert!(all(&[10], 10).is_empty());
        assert!(subsets(&[1; 40], 7, &mut 1_000).cut);
        assert!(subsets(&[i64::MAX, i64::MAX, 1], i64::MAX, &mut 100).subsets.is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_missed(amounts in prop::collection::vec(1_i64..60, 0..9), sum in 1_i64..200) {
            let found = subsets(&amounts, sum, &mut 1_000_000);
            let mut right: Vec<Vec<u32>> = Vec::new();
            for set in 1_u32..1 << amounts.len() {
                let members: Vec<u32> = (0..amounts.len() as u32).filter(|at| set & (1 << at) != 0).collect();
                let total: i64 = members.iter().map(|at| amounts[*at as usize]).sum();
                if members.len() > 1 && total == sum {
                    right.push(members);
                }
            }
            if right.len() < MOST_FOUND {
                let mut subsets = found.subsets;
                subsets.sort();
                right.sort();
                prop_assert_eq!(subsets, right);
            } else {
                prop_assert_eq!(found.subsets.len(), MOST_FOUND);
            }
        }
    }
}
