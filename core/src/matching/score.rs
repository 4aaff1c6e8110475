//! The explanations of one payment, scored in bits: one item, several, a settled one, money on account, none of these.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amount::{background, prices};
use super::context::{Context, Scorer};
use super::explain::{About, Clue, Weighed};
use super::features::{Payment, Reading};
use super::group;
use super::hypothesis::{Hypothesis, Shape};
use super::index::NONE;
use super::options::TwinPolicy;
use super::parameters as p;
use super::payer::{Party, Payers};
use super::reference_hits::{Hits, NAMED};
use crate::money::Currency;
use libm::log2;
use rustc_hash::FxHashMap;

/// What one thread reuses from payment to payment.
#[derive(Default)]
pub(super) struct Scratch {
    pub reading: Reading,
    pub hits: Hits,
}

/// The explanations of a payment, best first, and whether a bound of the search was hit.
pub(super) struct Scored {
    pub hypotheses: Vec<Hypothesis>,
    pub limit: Option<&'static str>,
}

impl<'a> Scorer<'a> {
    /// Explains one payment. `own_vote` is the customer that this payment itself vouched for, or `NONE`.
    pub fn explain(&self, payment: &Payment, own_vote: u32, scratch: &mut Scratch) -> Scored {
        let transaction = &self.transactions[payment.row as usize];
        let Scratch { reading, hits } = scratch;
        reading.read(transaction);
        hits.find(self.index, self.chance, reading);
        let payers = Payers { index: self.index, chance: self.chance, learnt: self.learnt };
        payers.look_up(reading);
        let words = payers.words(reading);
        let (mut parties, rough) = payers.candidates(payment, transaction, reading, own_vote, &words);
        hits.drop_at(&payers.own_numbers(&parties, reading));
        let mut pool: Vec<u32> = Vec::new();
        let mut limit = self.pool(payment, hits, &parties, &mut pool);
        for (amount, _) in [Some((payment.gross, payment.currency)), payment.original].into_iter().flatten() {
            payers.of_amount(&words, amount, &mut pool);
        }
        pool.sort_unstable();
        pool.dedup();
        let mut known: FxHashMap<u32, usize> =
            parties.iter().enumerate().map(|(at, p)| (p.customer, at)).collect();
        let chance = |(amount, currency)| background(self.index, amount, currency);
        let chances = (chance((payment.gross, payment.currency)), payment.original.map_or(1.0, chance));
        let context = Context { payment, hits, reading, scorer: self, chances };
        let mut out: Vec<Hypothesis> = Vec::with_capacity(pool.len() + 8);
        for item in &pool {
            let customer = self.index.items[*item as usize].customer;
            if customer != NONE && !known.contains_key(&customer) {
                known.insert(customer, parties.len());
                // Whom nothing led to is a stranger to this payment; there may be many with the amount.
                parties.push(if rough.contains_key(&customer) || hits.of(*item).is_some() {
                    payers.party(customer, payment, transaction, reading, own_vote)
                } else {
                    payers.stranger(customer, payment, reading)
                });
            }
            let party = known.get(&customer).map(|at| &parties[*at]);
            out.extend(context.single(*item, party));
        }
        context.previous(&mut out);
        let best = out.iter().map(|h| h.score).fold(f64::MIN, f64::max);
        out.retain(|h| h.score > best - p::DEPTH);
        self.merge_twins(&mut out);
        if let Some(bound) = group::groups(&context, &parties, &known, &mut out) {
            limit = Some(bound);
        }
        for party in parties.iter().filter(|party| party.bits > 4.0) {
            let listed = out.iter().any(|h| {
                let near = |clue| !matches!(clue, Clue::AmountPart | Clue::AmountOver | Clue::AmountBankFee);
                h.customer == party.customer && h.relation.is_some_and(|relation| near(relation.clue))
            });
            let share = if listed { p::PRIOR_ON_ACCOUNT } else { p::PRIOR_ON_ACCOUNT_ALONE };
            let prior = log2(share / (self.index.customers.len() as f64 + 1.0));
            let mut hypothesis = Hypothesis::new(Shape::OnAccount, Vec::new(), party.customer, prior);
            hypothesis.add_all(&party.clues);
            hypothesis.add(self.habit(payment, party.customer));
            out.push(hypothesis);
        }
        if hits.unlisted > 0.0 {
            let mut hypothesis = Hypothesis::new(Shape::Unlisted, Vec::new(), NONE, log2(p::PRIOR_CLOSED));
            hypothesis.add(Weighed::new(Clue::ReferenceUnlisted, hits.unlisted, About::Nothing));
            out.push(hypothesis);
        }
        out.push(Hypothesis::new(Shape::Nothing, Vec::new(), NONE, log2(p::PRIOR_NONE)));
        out.sort_by(|a, b| {
            b.score.total_cmp(&a.score).then_with(|| (a.shape, &a.items).cmp(&(b.shape, &b.items)))
        });
        let best = out.first().map_or(0.0, |h| h.score);
        out.retain(|h| h.shape == Shape::Nothing || h.score > best - p::DEPTH);
        if out.len() > p::MOST_HYPOTHESES {
            let nothing = out.iter().position(|h| h.shape == Shape::Nothing).map(|at| out.remove(at));
            out.truncate(p::MOST_HYPOTHESES - 1);
            out.extend(nothing);
        }
        for hypothesis in &mut out {
            hypothesis.clues.shrink_to_fit();
        }
        out.shrink_to_fit();
        Scored { hypotheses: out, limit }
    }

    /// What a customer pays again and again he may have paid for something that is not listed any more.
    fn habit(&self, payment: &Payment, customer: u32) -> Weighed {
        let row = &self.index.customers[customer as usize];
        let equal = |items: &[u32]| {
            items
                .iter()
                .filter(|at| {
                    let item = &self.index.items[**at as usize];
                    item.currency == payment.currency && item.open == payment.gross
                })
                .count() as f64
        };
        // Of the open ones the first is the rival explanation itself.
        let same = equal(&row.closed) + (equal(&row.items) - 1.0).max(0.0);
        let share = same / (row.closed.len() + row.items.len()).max(1) as f64;
        let chance = background(self.index, payment.gross, payment.currency);
        let price = prices(self.index, payment.gross, payment.currency);
        let bits = log2((0.3 * share + 0.3 * price + 0.4 * chance) / chance);
        let clue = if bits > 0.0 { Clue::AmountHabit } else { Clue::AmountUnusual };
        Weighed::new(clue, bits, About::Nothing)
    }

    /// Items for which something speaks: a number, a payer, or a rare amount.
    fn pool(
        &self,
        payment: &Payment,
        hits: &Hits,
        parties: &[Party],
        pool: &mut Vec<u32>,
    ) -> Option<&'static str> {
        let mut limit = None;
        pool.extend(hits.hits.iter().map(|hit| hit.item));
        for party in parties {
            let row = &self.index.customers[party.customer as usize];
            if row.items.len() > p::MOST_ITEMS_OF_CUSTOMER {
                limit = Some("items_of_customer");
                // The oldest, and all of exactly this amount.
                let amount = payment.amount_in(payment.currency).unwrap_or(0);
                pool.extend(
                    row.items.iter().filter(|item| self.index.items[**item as usize].open == amount).take(64),
                );
            }
            pool.extend(row.items.iter().take(p::MOST_ITEMS_OF_CUSTOMER));
            let closed = row.closed.iter().rev().filter(|item| {
                let item = &self.index.items[**item as usize];
                payment.amount_in(item.currency) == Some(item.open)
            });
            pool.extend(closed.take(8));
        }
        for (amount, currency) in
            [Some((payment.gross, payment.currency)), payment.original].into_iter().flatten()
        {
            let equal = self.index.equal(currency, amount);
            if equal.len() <= p::MOST_EQUAL_AMOUNTS {
                pool.extend(equal.iter().map(|row| row.2));
            }
        }
        for hit in hits.hits.iter().filter(|hit| hit.bits >= NAMED) {
            // A standing order names last month's item: this month's is as much.
            let named = &self.index.items[hit.item as usize];
            if let Some(customer) = self.index.customers.get(named.customer as usize).filter(|_| named.closed)
            {
                let alike = |item: &&u32| self.index.items[**item as usize].open == named.open;
                pool.extend(customer.items.iter().take(p::MOST_ITEMS_OF_CUSTOMER).filter(alike));
            }
        }
        limit
    }

    /// Items of one customer and amount that nothing tells apart count as one explanation: their chances add up.
    fn merge_twins(&self, out: &mut Vec<Hypothesis>) {
        if self.options.twins == TwinPolicy::Review {
            return;
        }
        let mut classes: FxHashMap<(u32, i64, Currency, bool), usize> = FxHashMap::default();
        let mut merged: Vec<Hypothesis> = Vec::with_capacity(out.len());
        out.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.items.cmp(&b.items)));
        for hypothesis in out.drain(..) {
            let item = hypothesis.items.first().map(|at| self.index.items[*at as usize]);
            let alike = item.filter(|item| {
                hypothesis.shape == Shape::Single && item.customer != NONE && hypothesis.named() < 1.0
            });
            let Some(item) = alike else {
                merged.push(hypothesis);
                continue;
            };
            match classes.get(&(item.customer, item.open, item.currency, item.bookable)) {
                Some(at) => {
                    let first = &mut merged[*at];
                    first.twins.extend(&hypothesis.items);
                    let gain = log2(1.0 + libm::exp2(hypothesis.score - first.score));
                    match first.clues.iter_mut().find(|w| w.clue == Clue::Twins) {
                        Some(clue) => clue.bits += gain,
                        None => first.clues.push(Weighed::new(Clue::Twins, gain, About::Nothing)),
                    }
                    first.score += gain;
                }
                None => {
                    classes.insert((item.customer, item.open, item.currency, item.bookable), merged.len());
                    let mut hypothesis = hypothesis;
                    hypothesis.twins.clone_from(&hypothesis.items);
                    merged.push(hypothesis);
                }
            }
        }
        for hypothesis in &mut merged {
            if hypothesis.twins.len() > 1 {
                let items = &self.index.items;
                hypothesis.twins.sort_by_key(|at| (items[*at as usize].due, *at));
                hypothesis.items = vec![hypothesis.twins[0]];
            } else {
                hypothesis.twins.clear();
            }
        }
        *out = merged;
    }
}
