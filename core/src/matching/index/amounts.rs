//! Items by their amount.
#![allow(clippy::indexing_slicing)] // a kernel: parts are cut from the tables that they were made for

use super::item::{Item, NONE};
use crate::money::Currency;
use rustc_hash::FxHashMap;

/// Open items of one amount beyond which only those count whose customer shares a word with the payment.
pub const MANY: usize = 16;

/// Items by their amount.
#[derive(Default)]
pub(super) struct Amounts {
    prices: FxHashMap<(i64, Currency), Price>,
    /// Open items by amount, then by row.
    open: Vec<u32>,
    /// Of amounts that many open items have: where those stand whose customer's name holds a token.
    named: FxHashMap<(u32, u32), (u32, u32)>,
    named_rows: Vec<u32>,
}

/// Where the items of one amount stand.
#[derive(Clone, Copy, Default)]
struct Price {
    start: u32,
    open: u32,
    closed: u32,
}

/// The items of one amount.
#[derive(Clone, Copy)]
pub struct Equal<'a> {
    amounts: &'a Amounts,
    price: Price,
}

impl<'a> Equal<'a> {
    /// How many items have the amount.
    pub fn count(&self) -> usize {
        self.price.open as usize + self.price.closed as usize
    }

    /// The open ones, in order.
    pub fn open(&self) -> &'a [u32] {
        &self.amounts.open[self.price.start as usize..][..self.price.open as usize]
    }

    /// Where there are many open ones, those whose customer's name holds a token, in order.
    pub fn of_token(&self, token: u32) -> &'a [u32] {
        let found = self.amounts.named.get(&(self.price.start, token));
        found.map_or(&[], |(start, end)| &self.amounts.named_rows[*start as usize..*end as usize])
    }
}

impl Amounts {
    /// Sorts items by amount. `tokens` visits the tokens of a customer's names.
    pub fn build(items: &[Item], tokens: impl Fn(u32, &mut dyn FnMut(u32))) -> Self {
        let row = |(item, at): (&Item, u32)| (item.open, item.currency, item.closed(), at);
        let mut rows: Vec<(i64, Currency, bool, u32)> =
            items.iter().zip(0..).filter(|(item, _)| item.listed).map(row).collect();
        rows.sort_unstable();
        let mut out = Amounts::default();
        let mut named: Vec<(u32, u32)> = Vec::new();
        for same in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (amount, currency, ..) = same[0];
            let start = out.open.len();
            out.open.extend(same.iter().filter(|row| !row.2).map(|row| row.3));
            let open = &out.open[start..];
            let price = Price {
                start: start as u32,
                open: open.len() as u32,
                closed: (same.len() - open.len()) as u32,
            };
            if open.len() > MANY {
                named.clear();
                for at in open {
                    let customer = items[*at as usize].customer;
                    if customer != NONE {
                        tokens(customer, &mut |token| named.push((token, *at)));
                    }
                }
                named.sort_unstable();
                named.dedup();
                for rows in named.chunk_by(|a, b| a.0 == b.0) {
                    let first = out.named_rows.len() as u32;
                    out.named_rows.extend(rows.iter().map(|row| row.1));
                    out.named.insert((price.start, rows[0].0), (first, out.named_rows.len() as u32));
                }
            }
            out.prices.insert((amount, currency), price);
        }
        out
    }

    /// The items of one amount.
    pub fn get(&self, amount: i64, currency: Currency) -> Equal<'_> {
        let price = self.prices.get(&(amount, currency)).copied().unwrap_or_default();
        Equal { amounts: self, price }
    }
}
