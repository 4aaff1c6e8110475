//! Explanations of one payment by several items: those that it names, and those of its payer that add up.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amount::{Owed, discounted, relate};
use super::clue::{About, Clue, Weighed};
use super::context::Context;
use super::hypothesis::{Explanations, Shape, Tally};
use super::parameters as p;
use crate::matching::index::{Index, NONE};
use crate::matching::payment::reference_hits::NAMED;
use crate::matching::payment::told::Party;
use crate::money::Currency;
use libm::log2;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Bounds of the search that were hit: more sums or items than are tried, more named ones.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bounds {
    pub sums: bool,
    pub named: bool,
}

/// Adds the explanations by groups; answers which bounds of the search were hit.
pub(crate) fn groups(
    context: &Context<'_>,
    parties: &[Party],
    known: &FxHashMap<u32, usize>,
    out: &mut Explanations,
) -> Bounds {
    let mut bounds = Bounds::default();
    let index = context.scorer.index;
    let currencies = [Some(context.payment.currency), context.payment.original.map(|(_, c)| c)];
    for currency in currencies.into_iter().flatten() {
        let Some(paid) = context.payment.amount_in(currency) else { continue };
        let open = |item: &u32| {
            let item = &index.items[*item as usize];
            !item.closed() && item.currency == currency
        };
        let left = |item: &u32| open(item) && is_left(context, *item);
        let mut named: Vec<u32> = context
            .hits
            .hits
            .iter()
            .filter(|hit| hit.bits >= NAMED - 2.0)
            .map(|hit| hit.item)
            .filter(open)
            .collect();
        without_shared(context, &mut named);
        bounds.named |= named.len() > MOST_NAMED;
        named.truncate(MOST_NAMED);
        let mut found: Vec<Vec<u32>> = Vec::new();
        if named.len() >= 2 {
            found.extend(of_named(context, &named, paid));
        }
        // Whose item is named is meant, whoever pays.
        let owner = |item: &u32| index.items[*item as usize].customer;
        let meant = |customer: u32| named.iter().any(|item| owner(item) == customer);
        let searched = |party: &&Party| party.bits > p::PAYER_KNOWN || meant(party.customer);
        for party in parties.iter().filter(searched).take(4) {
            // What a payer owes himself first; then what all of his group owe.
            let (own, all) = (core::slice::from_ref(&party.customer), index.group_of(party.customer));
            for owners in [own, all].into_iter().filter(|owners| !owners.is_empty()) {
                let owed = || owners.iter().flat_map(|owner| index.open_of(*owner)).copied().filter(left);
                // Most have one item, or none: it takes two.
                if owed().nth(1).is_none() {
                    continue;
                }
                let mut items: Vec<u32> = owed().take(p::MOST_ITEMS_TO_SUM).collect();
                without_shared(context, &mut items);
                if items.len() < 2 {
                    continue;
                }
                let own: Vec<u32> = named.iter().copied().filter(|item| items.contains(item)).collect();
                let most = context.scorer.options.max_group as usize;
                let mut search = Search::new(context, items, paid, most);
                search.run(&own);
                bounds.sums |= search.nodes == 0 || search.cut;
                let enough = search.found.iter().any(|items| sum(index, items) == paid);
                found.extend(search.found);
                if enough {
                    break;
                }
            }
        }
        found.iter_mut().for_each(|items| items.sort_unstable_by(|a, b| index.before(*a, *b)));
        found.sort_unstable_by(|a, b| index.all_before(a, b));
        found.dedup();
        for items in found.into_iter().filter(|items| items.len() >= 2) {
            group(context, &items, paid, currency, parties, known, out);
        }
    }
    bounds
}

/// Whether no other payment surely settles an item, or this one may name it.
fn is_left(context: &Context<'_>, item: u32) -> bool {
    let named = || context.hits.of(item).is_some_and(|hit| hit.bits >= p::LEAST_NAMED);
    !context.scorer.claims.by_another(item, context.payment) || named()
}

/// Leaves out the mass-payment items: what they stand for is there.
fn without_shared(context: &Context<'_>, items: &mut Vec<u32>) {
    let index = context.scorer.index;
    let there = |item: &u32, items: &[u32]| index.covers(*item).iter().any(|covered| items.contains(covered));
    if items.iter().any(|item| there(item, items)) {
        let all = items.clone();
        items.retain(|item| !there(item, &all));
    }
}

/// All that are named, and if that is too much, the subset that adds up.
fn of_named(context: &Context<'_>, named: &[u32], paid: i64) -> Vec<Vec<u32>> {
    let index = context.scorer.index;
    let strong: Vec<u32> = named
        .iter()
        .copied()
        .filter(|item| context.hits.of(*item).is_some_and(|h| h.bits >= NAMED))
        .collect();
    let mut out = vec![strong.clone(), named.to_vec()];
    if sum(index, &strong) != paid {
        let mut search = Search::new(context, named.to_vec(), paid, named.len());
        search.run(&[]);
        out.extend(search.found);
    }
    out
}

/// Subsets of items whose sum is the payment: bounded, twins taken oldest first.
struct Search<'a> {
    context: &'a Context<'a>,
    /// Oldest first among equal amounts; largest amounts first.
    items: Vec<u32>,
    /// Sum of the items from here on.
    rest: Vec<i64>,
    paid: i64,
    most: usize,
    nodes: u32,
    /// Whether there were more items than are summed.
    cut: bool,
    found: Vec<Vec<u32>>,
}

const MOST_FOUND: usize = 24;
/// Items that a text names, and items of a payer, that are summed.
const MOST_NAMED: usize = 64;
const MOST_SUMMED: usize = 60;

impl<'a> Search<'a> {
    fn new(context: &'a Context<'a>, items: Vec<u32>, paid: i64, most: usize) -> Self {
        Search {
            context,
            items,
            rest: Vec::new(),
            paid,
            most,
            nodes: p::MOST_NODES,
            cut: false,
            found: Vec::new(),
        }
    }

    fn open(&self, item: u32) -> i64 {
        self.context.scorer.index.items[item as usize].open
    }

    /// `with` are named and are tried as members first.
    fn run(&mut self, with: &[u32]) {
        let rows = &self.context.scorer.index.items;
        // Oldest first: the sums of the oldest two, three … are what a payer who clears his account pays.
        let mut by_age = self.items.clone();
        by_age.sort_by(|a, b| self.context.scorer.index.before(*a, *b));
        let mut sum = 0_i64;
        for (count, item) in by_age.iter().enumerate() {
            sum = sum.saturating_add(rows[*item as usize].open);
            if sum == self.paid && count >= 1 {
                self.found.push(by_age[..=count].to_vec());
            }
        }
        if sum != self.paid && self.near(&by_age, sum) {
            self.found.push(by_age);
        }
        let base: i64 = with.iter().map(|item| self.open(*item)).fold(0, i64::saturating_add);
        if !with.is_empty() && base < self.paid {
            self.items.retain(|item| !with.contains(item));
            self.prepare();
            self.descend(0, self.paid - base, &mut with.to_vec());
        } else {
            self.prepare();
            self.descend(0, self.paid, &mut Vec::new());
        }
    }

    /// Whether all together are the payment but for a discount or a charge.
    fn near(&self, items: &[u32], sum: i64) -> bool {
        let context = self.context;
        let index = context.scorer.index;
        let less: i64 = items
            .iter()
            .map(|at| {
                let item = &index.items[*at as usize];
                discounted(&index.terms(item), context.payment.day, context.scorer.options)
                    .map_or(item.open, |(amount, _)| amount)
            })
            .fold(0, i64::saturating_add);
        (less - self.paid).abs() <= 1
            || (sum - self.paid).abs() <= i64::from(context.scorer.options.rounding_minor)
    }

    fn prepare(&mut self) {
        let rows = &self.context.scorer.index.items;
        let index = self.context.scorer.index;
        let open = |item: u32| rows[item as usize].open;
        // Of equal ones first what the text may name, however weakly.
        let hit = |item: u32| self.context.hits.of(item).is_some();
        let order = |a: &u32, b: &u32| open(*b).cmp(&open(*a)).then_with(|| hit(*b).cmp(&hit(*a)));
        self.items.sort_by(|a, b| order(a, b).then_with(|| index.before(*a, *b)));
        self.cut |= self.items.len() > MOST_SUMMED;
        self.items.truncate(MOST_SUMMED);
        let mut sum = 0_i64;
        self.rest = vec![0; self.items.len() + 1];
        for at in (0..self.items.len()).rev() {
            sum = sum.saturating_add(self.open(self.items[at]));
            self.rest[at] = sum;
        }
    }

    fn descend(&mut self, from: usize, left: i64, chosen: &mut Vec<u32>) {
        if left == 0 {
            if chosen.len() >= 2 {
                self.found.push(chosen.clone());
            }
            return;
        }
        if chosen.len() >= self.most || self.found.len() >= MOST_FOUND {
            return;
        }
        let mut at = from;
        while at < self.items.len() {
            if self.nodes == 0 || self.rest[at] < left {
                return;
            }
            self.nodes -= 1;
            let open = self.open(self.items[at]);
            if open <= left {
                chosen.push(self.items[at]);
                self.descend(at + 1, left - open, chosen);
                chosen.pop();
            }
            // Of equal amounts the oldest go first: leaving one out leaves the younger out too.
            let skip = open;
            while at < self.items.len() && self.open(self.items[at]) == skip {
                at += 1;
            }
        }
    }
}

/// Adds the explanation by one group, where its sum makes it one.
fn group(
    context: &Context<'_>,
    items: &[u32],
    paid: i64,
    currency: Currency,
    parties: &[Party],
    known: &FxHashMap<u32, usize>,
    out: &mut Explanations,
) {
    let index = context.scorer.index;
    let options = context.scorer.options;
    let row = |item: &u32| &index.items[*item as usize];
    let open: i64 = items.iter().map(|item| row(item).open).fold(0, i64::saturating_add);
    let mut after_discount = 0_i64;
    let mut terms = None;
    for item in items {
        match discounted(&index.terms(row(item)), context.payment.day, options) {
            Some((amount, in_time)) => {
                terms = Some(terms.unwrap_or(true) && in_time);
                after_discount = after_discount.saturating_add(amount);
            }
            None => after_discount = after_discount.saturating_add(row(item).open),
        }
    }
    let owed = Owed {
        open,
        currency,
        discounted: terms.map(|in_time| (after_discount, in_time)),
        tax: 0,
        converted: false,
        previous: &[],
        credits: context.scorer.credits_of(row(&items[0]).customer, currency),
    };
    let chance = context.chance_of(paid, currency);
    let Some(mut relation) = relate(chance, paid, &owed, false, options) else { return };
    if relation.clue == Clue::AmountEqual {
        relation.clue = Clue::AmountSum;
    }
    let strong =
        items.iter().filter(|item| context.hits.of(**item).is_some_and(|hit| hit.bits >= NAMED)).count();
    // A sum that is not exact needs the numbers.
    let exact = relation.clue.is_exact() || relation.clue == Clue::AmountRounding;
    if !exact && strong < items.len() {
        return;
    }
    let mut customers: Vec<u32> = items.iter().map(|item| row(item).customer).collect();
    customers.sort_unstable();
    customers.dedup();
    let count = items.len() as f64;
    let sizes = log2(0.5) * (count - 1.0).min(6.0);
    let all = log2(f64::from(index.open_count) + 1.0);
    let mut owner_of_all = NONE;
    let (payer, owners) = payer_of(index, &customers, parties, known);
    match payer {
        Some(customer) => {
            let all_open = || {
                owners.iter().flat_map(|owner| index.open_of(*owner)).copied().filter(|item| {
                    row(item).currency == currency && (is_left(context, *item) || items.contains(item))
                })
            };
            let candidates = all_open().count();
            let prior = log2(p::PRIOR_GROUP) - log2(index.customer_count() as f64 + 1.0) + sizes;
            owner_of_all = customer;
            out.begin(Shape::Group, customer, prior);
            let choices = choices(items, all_open(), context);
            if candidates == items.len() {
                out.add(Weighed::new(Clue::GroupAll, -0.5, About::Nothing));
            } else if oldest(items, all_open(), context) {
                out.add(Weighed::new(Clue::GroupOldest, -1.5 - log2(candidates as f64), About::Nothing));
            } else {
                out.less(choices);
            }
            if let Some(party) = known.get(&customer).map(|at| &parties[*at]) {
                out.add_all(party.clues.as_slice());
            }
        }
        None => {
            let prior = log2(p::PRIOR_AGENCY) - all * count + sizes;
            out.begin(Shape::Group, NONE, prior);
        }
    }
    out.add(Weighed::new(relation.clue, relation.bits, About::Nothing));
    let mut references = 0.0;
    for item in items {
        if let Some(hit) = context.hits.of(*item) {
            // Inside one customer the first number says who, the others which.
            let most = if owner_of_all == NONE || references == 0.0 { p::MOST_REFERENCE } else { 9.0 };
            references += hit.bits;
            out.add(Weighed::new(hit.clue, hit.bits.min(most), About::Item(*item)));
        } else if strong > 0 {
            out.add(Weighed::new(Clue::ReferenceElsewhere, -2.0, About::Item(*item)));
        }
    }
    if strong > 0 {
        context.named_too(items, out);
    }
    if references == 0.0 {
        context.reference(items[0], owner_of_all, out);
    }
    if let Some(youngest) = items.iter().max_by_key(|item| row(item).issued) {
        context.date(row(youngest), out);
    }
    context.refund(out);
    items.iter().zip(share(items, paid, &relation, context)).for_each(|(item, part)| out.settle(*item, part));
    out.relate(relation);
}

/// Who may have paid what these customers owe, and who all he pays for: the customer himself, or of several of one group
/// the one who is known best.
fn payer_of<'a>(
    index: &'a Index,
    customers: &'a [u32],
    parties: &[Party],
    known: &FxHashMap<u32, usize>,
) -> (Option<u32>, &'a [u32]) {
    let [first, more @ ..] = customers else { return (None, &[]) };
    if *first == NONE || more.is_empty() {
        return (Some(*first).filter(|first| *first != NONE), customers);
    }
    let members = index.group_of(*first);
    if !more.iter().all(|customer| members.contains(customer)) {
        return (None, &[]);
    }
    let bits = |customer: &u32| known.get(customer).map(|at| parties[*at].bits);
    let known = customers.iter().filter_map(|customer| Some((bits(customer)?, *customer)));
    let order =
        |a: &(f64, u32), b: &(f64, u32)| a.0.total_cmp(&b.0).then_with(|| index.customer_before(b.1, a.1));
    let best = known.filter(|best| best.0 > p::PAYER_KNOWN).max_by(order);
    (best.map(|best| best.1), members)
}

fn sum(index: &Index, items: &[u32]) -> i64 {
    items.iter().map(|item| index.items[*item as usize].open).fold(0, i64::saturating_add)
}

/// What each item of a group gets: all of it, oldest first, until the money ends; a discount is taken off each.
fn share(items: &[u32], paid: i64, relation: &super::amount::Relation, context: &Context<'_>) -> Vec<i64> {
    let index = context.scorer.index;
    let mut left = paid;
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by(|a, b| index.before(items[*a], items[*b]));
    let mut out = vec![0; items.len()];
    for (rank, at) in order.iter().enumerate() {
        let item = &index.items[items[*at] as usize];
        let wanted = match relation.clue {
            Clue::AmountDiscount | Clue::AmountDiscountLate => {
                discounted(&index.terms(item), context.payment.day, context.scorer.options)
                    .map_or(item.open, |(amount, _)| amount)
            }
            _ => item.open,
        };
        // A cent of rounding goes with the last.
        let discount = matches!(relation.clue, Clue::AmountDiscount | Clue::AmountDiscountLate);
        let wanted = if rank + 1 == order.len() && discount { item.open.min(left) } else { wanted };
        out[*at] = wanted.min(left).max(0);
        left -= out[*at];
    }
    out
}

fn oldest(items: &[u32], all: impl Iterator<Item = u32>, context: &Context<'_>) -> bool {
    let mut by_age: Vec<u32> = all.collect();
    by_age.sort_by(|a, b| context.scorer.index.before(*a, *b));
    by_age.truncate(items.len());
    by_age == items
}

/// Bits of the choice among the customer's items, of equal amounts only how many: C(amounts, amounts taken) × the
/// number of each.
fn choices(items: &[u32], all: impl Iterator<Item = u32>, context: &Context<'_>) -> f64 {
    let rows = &context.scorer.index.items;
    let mut of_amount: BTreeMap<i64, u32> = BTreeMap::new();
    for item in all {
        *of_amount.entry(rows[item as usize].open).or_default() += 1;
    }
    let mut taken: Vec<i64> = items.iter().map(|item| rows[*item as usize].open).collect();
    taken.sort_unstable();
    taken.dedup();
    let counts: f64 =
        taken.iter().map(|open| log2(f64::from(of_amount.get(open).copied().unwrap_or(1)))).sum();
    log2_choose(of_amount.len(), taken.len()) + counts
}

fn log2_choose(n: usize, k: usize) -> f64 {
    (0..k.min(n)).map(|i| log2((n - i) as f64 / (i + 1) as f64)).sum()
}
