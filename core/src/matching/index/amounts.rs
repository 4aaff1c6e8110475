//! Items by their amount.
#![allow(clippy::indexing_slicing)] // a kernel: price rows come from the table that they index

use super::lists::Lists;
use crate::money::Currency;
use rustc_hash::FxHashMap;

/// Open items of one amount beyond which only those count whose customer shares a word with the payment.
pub const MANY: usize = 16;

/// Items by their amount.
#[derive(Default)]
pub struct Amounts {
    rows: FxHashMap<(i64, Currency), u32>,
    /// Settled items of each amount.
    closed: Vec<u32>,
    /// Open items by amount, in order.
    open: Lists<u32>,
    /// Of amounts that many open items have: the list of those whose customer's name holds a token.
    named: FxHashMap<(u32, u32), u32>,
    named_rows: Lists<u32>,
}

/// The items of one amount.
#[derive(Clone, Copy)]
pub struct Equal<'a> {
    amounts: &'a Amounts,
    row: Option<u32>,
}

impl<'a> Equal<'a> {
    /// How many items have the amount.
    pub fn count(&self) -> usize {
        let closed = |row: u32| self.amounts.closed[row as usize] as usize;
        self.open().len() + self.row.map_or(0, closed)
    }

    /// The open ones, in order.
    pub fn open(&self) -> &'a [u32] {
        self.row.map_or(&[], |row| self.amounts.open.get(row))
    }

    /// Where there are many open ones, those whose customer's name holds a token, in order.
    pub fn of_token(&self, token: u32) -> &'a [u32] {
        let found = self.row.and_then(|row| self.amounts.named.get(&(row, token)));
        found.map_or(&[], |list| self.amounts.named_rows.get(*list))
    }
}

/// Says the tokens of an item's customer.
pub type TokensOf<'a> = dyn Fn(u32, &mut dyn FnMut(u32)) + 'a;

impl Amounts {
    /// A settled item of an amount, or one less.
    pub fn count_closed(&mut self, amount: (i64, Currency), more: bool) {
        let row = self.row(amount) as usize;
        let count = &mut self.closed[row];
        *count = if more { *count + 1 } else { count.saturating_sub(1) };
    }

    /// An open item of an amount.
    pub fn add(&mut self, amount: (i64, Currency), item: u32, tokens: &TokensOf<'_>) {
        let row = self.row(amount);
        if !self.open.insert_sorted(row, item) {
            return;
        }
        let open = self.open.get(row);
        if open.len() == MANY + 1 {
            let all: Vec<u32> = open.to_vec();
            for item in all {
                self.name(row, item, tokens);
            }
        } else if open.len() > MANY {
            self.name(row, item, tokens);
        }
    }

    /// An item is open with this amount no more.
    pub fn remove(&mut self, amount: (i64, Currency), item: u32, tokens: &TokensOf<'_>) {
        let row = self.row(amount);
        let before = self.open.get(row).len();
        let all = if before == MANY + 1 { self.open.get(row).to_vec() } else { vec![item] };
        if self.open.remove_sorted(row, item) && before > MANY {
            for item in all {
                tokens(item, &mut |token| {
                    if let Some(list) = self.named.get(&(row, token)) {
                        self.named_rows.remove_sorted(*list, item);
                    }
                });
            }
        }
    }

    fn name(&mut self, row: u32, item: u32, tokens: &TokensOf<'_>) {
        tokens(item, &mut |token| {
            let next = self.named.len() as u32;
            let list = *self.named.entry((row, token)).or_insert(next);
            self.named_rows.insert_sorted(list, item);
        });
    }

    fn row(&mut self, amount: (i64, Currency)) -> u32 {
        let next = self.closed.len() as u32;
        let row = *self.rows.entry(amount).or_insert(next);
        if row == next {
            self.closed.push(0);
        }
        row
    }

    /// Lays the table out for reading.
    pub fn tidy(&mut self) {
        self.open.tidy();
        self.named_rows.tidy();
    }

    /// The items of one amount.
    pub fn get(&self, amount: i64, currency: Currency) -> Equal<'_> {
        Equal { amounts: self, row: self.rows.get(&(amount, currency)).copied() }
    }
}
