//! Rows in the order of their texts, some of which came later.
#![allow(clippy::indexing_slicing)] // a kernel: places are found within the lists

use core::cmp::Ordering;

/// Rows in order: most in one list, those that came since in another, until they are many.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    most: Vec<u32>,
    since: Vec<u32>,
}

/// Rows that may wait in the second list, beside one in so many of the first.
const WAITING: usize = 512;
const ONE_IN: usize = 64;

impl Sorted {
    /// Adds a row; `text` says the text of one.
    pub fn insert<'a>(&mut self, row: u32, text: impl Fn(u32) -> &'a str) {
        let at = self.since.partition_point(|other| text(*other) < text(row));
        self.since.insert(at, row);
        if self.since.len() > WAITING + self.most.len() / ONE_IN {
            let merged = merge(&self.most, &self.since, &text).collect();
            (self.most, self.since) = (merged, Vec::new());
        }
    }

    /// The rows from a text on, in order.
    pub fn from<'s, 'a: 's>(
        &'s self,
        start: &str,
        text: impl Fn(u32) -> &'a str + 's,
    ) -> impl Iterator<Item = u32> + 's {
        let after = |list: &'s [u32]| &list[list.partition_point(|row| text(*row) < start)..];
        let (most, since) = (after(&self.most), after(&self.since));
        merge(most, since, text)
    }
}

fn merge<'s, 'a: 's>(
    mut a: &'s [u32],
    mut b: &'s [u32],
    text: impl Fn(u32) -> &'a str + 's,
) -> impl Iterator<Item = u32> + 's {
    core::iter::from_fn(move || {
        let from_a = match (a.first(), b.first()) {
            (Some(x), Some(y)) => text(*x).cmp(text(*y)) != Ordering::Greater,
            (x, _) => x.is_some(),
        };
        let list = if from_a { &mut a } else { &mut b };
        let (first, rest) = list.split_first()?;
        *list = rest;
        Some(*first)
    })
}
