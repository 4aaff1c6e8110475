//! A careful clerk who sees the rows only: could the allocations be known?
//!
//! # Design
//! With the numbers of all items in the text, each number must mean one open item only, given the payer or the amount.
//! Without them, the payer must be known and the amount must be explained by the items of the customers who fit in one
//! way only, twins aside, no explanation of fewer items standing against it. An amount that is no exact sum is known
//! where the payer is one customer with one open item that can stand behind it, and no damaged number points
//! elsewhere. A converted amount without a number is known by its original only. A name that many customers bear helps only where one
//! open item of theirs has just this amount.

use super::book::{Book, Money};
use super::series::core;
use crate::Kind;
use payymo::model::InvoiceState;
use std::collections::{BTreeMap, BTreeSet};

/// What a row shows.
pub(super) struct Clues {
    /// Items whose numbers stand whole in the text.
    pub(super) numbers: BTreeSet<usize>,
    /// Customers whom it fits; none: nobody is shown.
    pub(super) clients: Option<Vec<usize>>,
    /// A number stands there that is none of the items' any more.
    pub(super) damaged: bool,
    /// Before conversion, in the currency of the items.
    pub(super) original: Option<i64>,
}

pub(super) struct Clerk<'a> {
    pub(super) book: &'a Book,
    cores: BTreeMap<String, Vec<usize>>,
    /// Amounts of open items, with their owners.
    amounts: BTreeSet<(Money, i64, usize)>,
}

/// More customers than this are too many to go through one by one.
const MANY: usize = 40;

/// What tells items apart: owner, amount.
type Class = (usize, i64);

impl<'a> Clerk<'a> {
    pub(super) fn new(book: &'a Book) -> Self {
        let open = book.items.iter().filter(|item| item.state == InvoiceState::Open);
        let amounts = open.map(|item| (item.money, item.open, item.client)).collect();
        Clerk { book, cores: book.by_core(), amounts }
    }

    pub(super) fn knows(&self, kind: Kind, parts: &[(usize, i64)], gross: i64, clues: &Clues) -> bool {
        if parts.iter().all(|part| clues.numbers.contains(&part.0)) {
            return parts.iter().all(|part| self.one_meaning(*part, clues));
        }
        let Some(clients) = &clues.clients else { return false };
        let exact = parts.iter().all(|part| self.book.items[part.0].open == part.1);
        let settled: i64 = parts.iter().map(|part| part.1).sum();
        if kind == Kind::Fx {
            return clues.original.is_some_and(|original| self.only_sum(parts, original, clients, clues));
        }
        if exact && settled == gross {
            return self.only_sum(parts, gross, clients, clues);
        }
        if clients.len() != 1 || clues.damaged {
            return false;
        }
        let mut rivals: BTreeSet<Class> = BTreeSet::new();
        for client in clients {
            for at in self.book.open_items(*client) {
                let item = &self.book.items[at];
                let near = match kind {
                    Kind::BankFee => item.open > gross && item.open - gross <= (item.open / 4).min(3_000),
                    Kind::EarlyDiscount => item.terms && item.open - (item.open * 2 + 50) / 100 == gross,
                    Kind::LateFee => item.previous.contains(&gross),
                    Kind::Rounding => (item.open - gross).abs() <= item.open / 30 + 5,
                    Kind::Overpayment => gross > item.open && gross <= item.open * 2,
                    _ => true,
                };
                if item.open == gross && item.previous.is_empty() {
                    return false;
                }
                if near {
                    rivals.insert((*client, item.open));
                }
            }
        }
        rivals.len() == 1
    }

    fn one_meaning(&self, part: (usize, i64), clues: &Clues) -> bool {
        let item = &self.book.items[part.0];
        let mut means: BTreeSet<usize> = self
            .cores
            .get(&core(self.book.series, item.printed()))
            .map(|list| list.iter().copied().collect())
            .unwrap_or_default();
        means.retain(|at| self.book.items[*at].state == InvoiceState::Open);
        if means.len() > 1 && clues.clients.as_ref().is_some_and(|list| list.contains(&item.client)) {
            means.retain(|at| clues.clients.iter().flatten().any(|one| *one == self.book.items[*at].client));
        }
        if means.len() > 1 {
            means
                .retain(|at| self.book.items[*at].open == part.1 && self.book.items[*at].money == item.money);
        }
        means.len() == 1 && means.contains(&part.0)
    }

    /// Whether the sum has one explanation of this size or smaller, twins aside.
    fn only_sum(&self, parts: &[(usize, i64)], gross: i64, clients: &[usize], clues: &Clues) -> bool {
        let truth = self.classes(parts.iter().map(|part| part.0));
        let money = self.book.items[parts[0].0].money;
        if clients.len() > MANY {
            let fits = clients.iter().filter(|client| self.amounts.contains(&(money, gross, **client)));
            let classes: BTreeSet<Class> = fits.map(|client| (*client, gross)).collect();
            return truth.len() == 1 && classes.len() == 1 && classes.contains(&truth[0]);
        }
        let mut found: BTreeSet<Vec<Class>> = BTreeSet::new();
        for client in clients {
            let open: Vec<usize> =
                self.book.open_items(*client).filter(|at| self.book.items[*at].money == money).collect();
            if open.len() > 18 {
                return false;
            }
            for mask in 1_u32..(1 << open.len()) {
                if mask.count_ones() as usize > parts.len() {
                    continue;
                }
                let chosen =
                    || open.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|row| *row.1);
                let sum: i64 = chosen().map(|at| self.book.items[at].open).sum();
                let told = clues.numbers.iter().all(|at| chosen().any(|one| one == *at));
                // A mass-payment invoice and what it covers are one explanation.
                let doubled = chosen().any(|at| {
                    self.book.items[at].covers.iter().any(|covered| chosen().any(|one| one == *covered))
                });
                if sum == gross && told && !doubled {
                    found.insert(self.classes(chosen()));
                }
            }
        }
        found.len() == 1 && found.contains(&truth)
    }

    fn classes(&self, items: impl Iterator<Item = usize>) -> Vec<Class> {
        let mut list = Vec::new();
        for at in items {
            let item = &self.book.items[at];
            if item.covers.is_empty() {
                list.push((item.client, item.open));
            } else {
                list.extend(item.covers.iter().map(|covered| (item.client, self.book.items[*covered].open)));
            }
        }
        list.sort_unstable();
        list
    }
}
