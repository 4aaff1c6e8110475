//! Credit notes as money: taken off what a customer pays, or applied to what he owes.
//!
//! # Design
//! A payment that is short by exactly a customer's credit is explained as such (`amount`); here the credit is spent for it,
//! once. What is left of a credit is applied to an item that it names, that is as large, or that is all the customer owes
//! and smaller: only a number, or the one pair of equal amounts, is booked without a person.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::whole::Whole;
use crate::matching::decide::calibration;
use crate::matching::decide::settle::match_id;
use crate::matching::index::{Index, NONE};
use crate::matching::options::Options;
use crate::matching::result::{
    Allocation, Decision, Match, MatchKind, Reconciliation, ReviewReason, Source, Target,
};
use crate::matching::weigh::clue::Clue;
use crate::model::InvoiceKind;
use crate::money::{Amount, Currency};
use crate::reference::Key;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What each customer's credits may take off a payment: each alone, and all together.
pub(crate) type Sums = FxHashMap<(u32, Currency), Vec<i64>>;

/// Credits of one customer that are looked at.
const MOST_CREDITS: usize = 16;

/// The sums of the credits of every customer of `index`; `out` holds the credit notes.
pub(crate) fn sums(index: &Index, out: &Index) -> Sums {
    let mut sums = Sums::default();
    for credit in of_customers(index, out)
        .into_iter()
        .flat_map(|(customer, credits)| credits.into_iter().map(move |credit| (customer, credit)))
    {
        let (customer, credit) = credit;
        let item = &out.items[credit as usize];
        sums.entry((customer, item.currency)).or_default().push(item.open);
    }
    for list in sums.values_mut() {
        list.truncate(MOST_CREDITS);
        let all = list.iter().fold(0_i64, |sum, amount| sum.saturating_add(*amount));
        list.push(all);
        list.sort_unstable();
        list.dedup();
    }
    sums
}

/// The open credits by the customers who may use them, who are those of a group; each in the order of ids.
fn of_customers(index: &Index, out: &Index) -> BTreeMap<u32, Vec<u32>> {
    let mut all: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let mut credits: Vec<u32> = (0..out.items.len() as u32)
        .filter(|at| {
            let item = &out.items[*at as usize];
            item.listed && item.kind == InvoiceKind::CreditNote && !item.closed()
        })
        .collect();
    credits.sort_unstable_by_key(|at| out.id(*at));
    for credit in credits {
        let customer = out.customer_id(out.items[credit as usize].customer);
        let Some(customer) = customer.and_then(|id| index.by_customer_id(id)) else { continue };
        let group = index.customer(customer).map_or(NONE, |row| row.group);
        let others = if group == NONE { &[][..] } else { index.group(group) };
        all.entry(customer).or_default().push(credit);
        for other in others.iter().filter(|other| **other != customer) {
            all.entry(*other).or_default().push(credit);
        }
    }
    all
}

/// What is left of items and credits.
struct Books<'a> {
    index: &'a Index,
    out: &'a Index,
    /// What items got, by id, of all matches; and what was refunded of credits.
    settled: FxHashMap<String, i64>,
    /// What is left of credits.
    left: FxHashMap<u32, i64>,
}

impl Books<'_> {
    fn rest(&self, item: u32) -> i64 {
        let open = &self.index.items[item as usize];
        let own = if open.closed() { 0 } else { open.open };
        own.saturating_sub(self.settled.get(self.index.id(item)).copied().unwrap_or(0))
    }

    fn left(&mut self, credit: u32) -> i64 {
        let refunded = self.settled.get(self.out.id(credit)).copied().unwrap_or(0);
        let open = self.out.items[credit as usize].open;
        *self.left.entry(credit).or_insert(open.saturating_sub(refunded))
    }

    fn spend(&mut self, credit: u32, item: u32, amount: i64) -> Allocation {
        let left = self.left(credit);
        self.left.insert(credit, left.saturating_sub(amount));
        let settled = self.settled.entry(self.index.id(item).to_string()).or_default();
        *settled = settled.saturating_add(amount);
        Allocation {
            source: Source::Credit(self.out.id(credit).to_string()),
            target: Target::Invoice(self.index.id(item).to_string()),
            amount: Amount::new(amount, self.index.items[item as usize].currency),
            paid: None,
        }
    }
}

/// Spends credits for payments that are short by them, and applies what is left. Answers the new matches; those of the
/// result that use a credit are completed.
pub(crate) fn credits(
    index: &Index,
    out: &Index,
    options: &Options,
    result: &mut Reconciliation,
) -> Vec<Match> {
    let of_customers = of_customers(index, out);
    if of_customers.is_empty() {
        return Vec::new();
    }
    let mut settled: FxHashMap<String, i64> = FxHashMap::default();
    for row in result.matches.iter().flat_map(|found| &found.allocations) {
        if let Target::Invoice(id) = &row.target {
            let sum = settled.entry(id.clone()).or_default();
            *sum = sum.saturating_add(row.amount.minor());
        }
    }
    let mut books = Books { index, out, settled, left: FxHashMap::default() };
    for found in &mut result.matches {
        if found.evidence.iter().any(|row| row.code == Clue::AmountLessCredit.code()) {
            net(&mut books, &of_customers, found);
        }
    }
    let mut applied = Vec::new();
    for (customer, list) in &of_customers {
        for credit in list {
            let own = out.customer_id(out.items[*credit as usize].customer);
            if own == index.customer_id(*customer) {
                applied.extend(apply(&mut books, *customer, *credit, list, options));
            }
        }
    }
    applied
}

/// Completes a payment that is short by a credit.
fn net(books: &mut Books<'_>, of_customers: &BTreeMap<u32, Vec<u32>>, found: &mut Match) {
    let items: Vec<u32> = found
        .allocations
        .iter()
        .filter_map(|row| row.target.invoice().and_then(|id| books.index.find(id)))
        .collect();
    let rests: Vec<(u32, i64)> = items.iter().map(|item| (*item, books.rest(*item).max(0))).collect();
    let short = rests.iter().fold(0_i64, |sum, rest| sum.saturating_add(rest.1));
    let Some(first) = items.first().map(|item| books.index.items[*item as usize]) else { return };
    let mut list: Vec<(u32, i64)> = Vec::new();
    for credit in of_customers.get(&first.customer).into_iter().flatten() {
        if books.out.items[*credit as usize].currency == first.currency {
            let left = books.left(*credit);
            list.extend((left > 0).then_some((*credit, left)));
        }
    }
    list.truncate(MOST_CREDITS);
    let all = list.iter().fold(0_i64, |sum, credit| sum.saturating_add(credit.1));
    let one = list.iter().find(|credit| credit.1 == short).copied();
    let used = match one {
        Some(one) => vec![one],
        None if all == short => list,
        None => Vec::new(),
    };
    if short == 0 || used.is_empty() {
        // Another payment had the credit.
        found.decision = Decision::Review;
        found.review.get_or_insert(ReviewReason::Displaced);
        return;
    }
    let held = used.iter().any(|(credit, _)| !books.out.items[*credit as usize].bookable());
    let mut rests = rests.into_iter();
    let mut item = rests.next();
    for (credit, mut left) in used {
        while let Some((at, rest)) = item.filter(|_| left > 0) {
            let amount = rest.min(left);
            if amount > 0 {
                found.allocations.push(books.spend(credit, at, amount));
            }
            left -= amount;
            item = if amount == rest { rests.next() } else { Some((at, rest - amount)) };
        }
    }
    if held && found.decision == Decision::Auto {
        (found.decision, found.review) = (Decision::Review, Some(ReviewReason::State));
    }
    found.id = match_id(found);
}

/// Applies what is left of a credit to an item of its customer.
fn apply(
    books: &mut Books<'_>,
    customer: u32,
    credit: u32,
    credits: &[u32],
    options: &Options,
) -> Option<Match> {
    let (index, out) = (books.index, books.out);
    let left = books.left(credit);
    let currency = out.items[credit as usize].currency;
    if left <= 0 {
        return None;
    }
    let owed: Vec<(u32, i64)> = index
        .open_of(customer)
        .iter()
        .take(MOST_ITEMS)
        .filter(|at| index.items[**at as usize].currency == currency)
        .map(|at| (*at, books.rest(*at)))
        .filter(|(_, rest)| *rest > 0)
        .collect();
    let names = |item: u32| {
        let key = Key::of(index.printed(item));
        key.is_some_and(|key| out.number(key).any(|(row, _)| row == credit))
    };
    let named: Vec<(u32, i64)> = owed.iter().copied().filter(|(at, _)| names(*at)).collect();
    let equal: Vec<(u32, i64)> = owed.iter().copied().filter(|(_, rest)| *rest == left).collect();
    let mut whole = Whole::new(MatchKind::ApplyCredit, calibration::Kind::Credit, PRIOR);
    let (item, rest) = match (named.as_slice(), equal.as_slice(), owed.as_slice()) {
        ([one, others @ ..], ..) => {
            whole.say(Clue::CreditNames, NAMES, Some(index.printed(one.0)));
            if !others.is_empty() {
                whole.doubt(Clue::CreditNames);
            }
            if one.1 == left {
                whole.say(Clue::CreditEqual, EQUAL, Some(index.printed(one.0)));
            }
            *one
        }
        (_, [one, others @ ..], _) => {
            whole.say(Clue::CreditEqual, EQUAL, Some(index.printed(one.0)));
            let rivals =
                credits.iter().filter(|other| **other != credit && books.left(**other) == left).count();
            if others.is_empty() && rivals == 0 {
                whole.say(Clue::CreditOnly, ONLY, None);
            } else {
                whole.doubt(Clue::CreditEqual);
            }
            *one
        }
        (_, _, [one]) if one.1 < left => {
            whole.say(Clue::CreditCovers, COVERS, Some(index.printed(one.0)));
            whole.doubt(Clue::CreditCovers);
            *one
        }
        _ => return None,
    };
    let states = [index.items[item as usize].bookable(), out.items[credit as usize].bookable()];
    if states.contains(&false) {
        whole.doubt_for(ReviewReason::State, None);
    }
    let amount = left.min(rest);
    whole.allocations.push(books.spend(credit, item, amount));
    let customer = index.customer_id(customer).unwrap_or_default();
    Some(whole.found(options, &[], Some(Amount::new(amount, currency)), &[customer]))
}

/// Items of a customer that are looked at, the oldest.
const MOST_ITEMS: usize = 400;
/// Bits before any evidence, and of each kind of it.
const PRIOR: f64 = -4.0;
const NAMES: f64 = 14.0;
const EQUAL: f64 = 6.0;
const ONLY: f64 = 7.0;
const COVERS: f64 = 3.0;
