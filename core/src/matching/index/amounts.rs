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
    /// Of amounts that many open items have: tokens of the customers' names with the items, in order.
    named: Vec<(u32, u32)>,
}

/// Where the items of one amount stand.
#[derive(Clone, Copy, Default)]
struct Price {
    start: u32,
    open: u32,
    closed: u32,
    named: u32,
    named_end: u32,
}

/// The items of one amount.
#[derive(Clone, Copy, Default)]
pub struct Equal<'a> {
    /// The open ones.
    pub open: &'a [u32],
    /// How many closed ones there are.
    pub closed: usize,
    /// Where there are many open ones: tokens of the customers' names with the items, in order.
    pub named: &'a [(u32, u32)],
}

impl Equal<'_> {
    /// How many items have the amount.
    pub fn count(&self) -> usize {
        self.open.len() + self.closed
    }

    /// The part of the named ones that is of one token.
    pub fn of_token(&self, token: u32) -> &[(u32, u32)] {
        let start = self.named.partition_point(|row| row.0 < token);
        let count = self.named[start..].partition_point(|row| row.0 == token);
        &self.named[start..start + count]
    }
}

impl Amounts {
    /// Sorts items by amount. `tokens` visits the tokens of a customer's names.
    pub fn build(items: &[Item], tokens: impl Fn(u32, &mut dyn FnMut(u32))) -> Self {
        let mut rows: Vec<(i64, Currency, bool, u32)> =
            items.iter().zip(0..).map(|(item, at)| (item.open, item.currency, item.closed(), at)).collect();
        rows.sort_unstable();
        let mut out = Amounts::default();
        for same in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (amount, currency, ..) = same[0];
            let (start, named) = (out.open.len(), out.named.len());
            out.open.extend(same.iter().filter(|row| !row.2).map(|row| row.3));
            let open = &out.open[start..];
            if open.len() > MANY {
                for at in open {
                    let customer = items[*at as usize].customer;
                    if customer != NONE {
                        tokens(customer, &mut |token| out.named.push((token, *at)));
                    }
                }
                out.named[named..].sort_unstable();
            }
            let price = Price {
                start: start as u32,
                open: open.len() as u32,
                closed: (same.len() - open.len()) as u32,
                named: named as u32,
                named_end: out.named.len() as u32,
            };
            out.prices.insert((amount, currency), price);
        }
        out
    }

    pub fn get(&self, amount: i64, currency: Currency) -> Equal<'_> {
        self.prices.get(&(amount, currency)).map_or(Equal::default(), |price| Equal {
            open: &self.open[price.start as usize..][..price.open as usize],
            closed: price.closed as usize,
            named: &self.named[price.named as usize..price.named_end as usize],
        })
    }
}
