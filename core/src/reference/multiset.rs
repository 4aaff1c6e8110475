//! Values that come and go, of which the number, the smallest and the largest are always known.
#![allow(clippy::indexing_slicing)] // a kernel: places are found within the list

use std::collections::BTreeMap;

/// Values with how often each is there: most in one sorted list, those that came since in a tree.
#[derive(Clone, Debug)]
pub(super) struct Multiset<T> {
    most: Vec<(T, u32)>,
    since: BTreeMap<T, u32>,
    distinct: usize,
    /// The places of the list from the first to behind the last of which something is left; none
    /// if they are equal.
    first: usize,
    last: usize,
}

impl<T: Copy + Ord> Multiset<T> {
    pub fn new(mut values: Vec<T>) -> Self {
        values.sort_unstable();
        let most: Vec<(T, u32)> =
            values.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
        Multiset { distinct: most.len(), first: 0, last: most.len(), most, since: BTreeMap::new() }
    }

    /// How many different values there are.
    pub fn distinct(&self) -> usize {
        self.distinct
    }

    pub fn add(&mut self, value: T) {
        let count = match self.most.binary_search_by(|row| row.0.cmp(&value)) {
            Ok(at) => {
                (self.first, self.last) = match self.first == self.last {
                    true => (at, at + 1),
                    false => (self.first.min(at), self.last.max(at + 1)),
                };
                &mut self.most[at].1
            }
            Err(_) => self.since.entry(value).or_default(),
        };
        *count += 1;
        self.distinct += usize::from(*count == 1);
    }

    pub fn remove(&mut self, value: T) {
        let found = self.most.binary_search_by(|row| row.0.cmp(&value));
        let count = match found {
            Ok(at) => Some(&mut self.most[at].1),
            Err(_) => self.since.get_mut(&value),
        };
        let Some(count) = count.filter(|count| **count > 0) else { return };
        *count -= 1;
        if *count > 0 {
            return;
        }
        self.distinct -= 1;
        if found.is_err() {
            self.since.remove(&value);
        }
        while self.first < self.last && self.most[self.first].1 == 0 {
            self.first += 1;
        }
        while self.first < self.last && self.most[self.last - 1].1 == 0 {
            self.last -= 1;
        }
    }

    pub fn min(&self) -> Option<T> {
        let most = self.left().first().map(|row| row.0);
        most.into_iter().chain(self.since.keys().next().copied()).min()
    }

    pub fn max(&self) -> Option<T> {
        let most = self.left().last().map(|row| row.0);
        most.into_iter().chain(self.since.keys().next_back().copied()).max()
    }

    fn left(&self) -> &[(T, u32)] {
        &self.most[self.first..self.last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_comes_back_after_all_was_gone_is_the_smallest_and_the_largest() {
        let mut set = Multiset::new(vec![1, 2, 3]);
        for gone in [3, 1, 2] {
            set.remove(gone);
        }
        assert_eq!((set.min(), set.max()), (None, None));
        set.add(1);
        assert_eq!((set.min(), set.max()), (Some(1), Some(1)));
    }

    proptest! {
        #[test]
        fn it_is_what_a_sorted_list_would_be(
            start in prop::collection::vec(0_u8..6, 0..8),
            acts in prop::collection::vec((any::<bool>(), 0_u8..6), 0..60),
        ) {
            let mut list = start.clone();
            let mut set = Multiset::new(start);
            for (adds, value) in acts {
                if adds {
                    set.add(value);
                    list.push(value);
                } else {
                    set.remove(value);
                    if let Some(at) = list.iter().position(|other| *other == value) {
                        list.remove(at);
                    }
                }
                list.sort_unstable();
                prop_assert_eq!((set.min(), set.max()), (list.first().copied(), list.last().copied()));
                let mut distinct = list.clone();
                distinct.dedup();
                prop_assert_eq!(set.distinct(), distinct.len());
            }
        }
    }
}
