//! A value for every row of a large table, of which a call may touch a few or all.
#![allow(clippy::indexing_slicing)] // a kernel: a dense table is as long as the table that its rows come from

use rustc_hash::FxHashMap;

/// Values by row: side by side where many rows are touched, by hash where few are.
#[derive(Clone, Debug)]
pub(crate) enum PerRow<T> {
    Dense(Vec<T>, T),
    Sparse(FxHashMap<u32, T>, T),
}

/// Of so many rows one must be touched for a dense table to be worth its making.
const ONE_IN: usize = 64;

impl<T: Copy + PartialEq> PerRow<T> {
    /// `initial` for each of so many rows, of which about `touched` will be asked for.
    pub fn new(rows: usize, touched: usize, initial: T) -> Self {
        if touched.saturating_mul(ONE_IN) >= rows {
            PerRow::Dense(vec![initial; rows], initial)
        } else {
            PerRow::Sparse(FxHashMap::default(), initial)
        }
    }

    pub fn get(&self, row: u32) -> T {
        match self {
            PerRow::Dense(values, _) => values[row as usize],
            PerRow::Sparse(values, initial) => values.get(&row).copied().unwrap_or(*initial),
        }
    }

    pub fn get_mut(&mut self, row: u32) -> &mut T {
        match self {
            PerRow::Dense(values, _) => &mut values[row as usize],
            PerRow::Sparse(values, initial) => values.entry(row).or_insert(*initial),
        }
    }

    /// The rows whose values are others than in the beginning, in no order.
    pub fn touched(&self) -> Vec<u32> {
        let changed = |values: &Vec<T>, initial: &T| {
            (0..).zip(values).filter(|(_, value)| *value != initial).map(|(row, _)| row).collect()
        };
        match self {
            PerRow::Dense(values, initial) => changed(values, initial),
            PerRow::Sparse(values, initial) => {
                values.iter().filter(|(_, value)| *value != initial).map(|(row, _)| *row).collect()
            }
        }
    }
}
