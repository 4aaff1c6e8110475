//! The explanations of one payment, scored in bits: one item, several, a settled one, money on account, none of these.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amount::{Owed, Relation, background, prices, relate};
use super::explain::{About, Clue, Weighed};
use super::features::{Chance, Payment, Reading};
use super::group;
use super::habits::Habits;
use super::index::{Index, Item, NONE};
use super::options::{Options, TwinPolicy};
use super::parameters as p;
use super::payer::{Learnt, Party, Payers};
use super::reference_hits::{Hits, NAMED, has_number};
use crate::model::Transaction;
use crate::money::Currency;
use libm::log2;
use rustc_hash::{FxHashMap, FxHashSet};

/// What an explanation says became of the payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// Settles one item, or a part of it.
    Single,
    /// Settles several items.
    Group,
    /// Money of a known customer for nothing in particular.
    OnAccount,
    /// Pays a listed item that is settled already.
    Closed,
    /// Names an item of the host's series that is not listed.
    Unlisted,
    /// None of these.
    Nothing,
}

/// An explanation of one payment.
#[derive(Clone, Debug)]
pub(super) struct Hypothesis {
    pub shape: Shape,
    /// The items that it settles; of `Closed` the item that it names.
    pub items: Vec<u32>,
    /// Items that are as good, where nothing tells them apart: oldest first, the first is in `items`.
    pub twins: Vec<u32>,
    pub customer: u32,
    pub relation: Option<Relation>,
    /// What each item gets.
    pub amounts: Vec<i64>,
    pub prior: f64,
    pub clues: Vec<Weighed>,
    /// Prior and clues.
    pub score: f64,
}

impl Hypothesis {
    pub fn new(shape: Shape, items: Vec<u32>, customer: u32, prior: f64) -> Self {
        Hypothesis {
            shape,
            items,
            twins: Vec::new(),
            customer,
            relation: None,
            amounts: Vec::new(),
            prior,
            clues: Vec::new(),
            score: prior,
        }
    }

    pub fn add(&mut self, clue: Weighed) {
        if clue.bits != 0.0 {
            self.score += clue.bits;
            self.clues.push(clue);
        }
    }

    pub fn add_all(&mut self, clues: &[Weighed]) {
        clues.iter().for_each(|clue| self.add(*clue));
    }

    /// Whether a number, a reference or a sure identity stands behind it.
    pub fn bits_of(&self, prefix: &str) -> f64 {
        self.clues.iter().filter(|w| w.clue.code().starts_with(prefix)).map(|w| w.bits).sum()
    }
}

/// Everything that scoring a payment looks at.
pub(super) struct Scorer<'a> {
    pub index: &'a Index<'a>,
    pub chance: &'a Chance,
    pub learnt: &'a Learnt,
    pub habits: &'a Habits,
    pub options: &'a Options,
    pub transactions: &'a [Transaction],
    /// (payment row, item) pairs of payments that together make up an item.
    pub completes: &'a FxHashSet<(u32, u32)>,
}

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
        let mut pool: Vec<u32> = Vec::new();
        let mut limit = self.pool(payment, hits, &parties, &mut pool);
        for (amount, _) in [Some((payment.gross, payment.currency)), payment.original].into_iter().flatten() {
            payers.of_amount(&words, amount, &mut pool);
        }
        pool.sort_unstable();
        pool.dedup();
        let mut known: FxHashMap<u32, usize> =
            parties.iter().enumerate().map(|(at, p)| (p.customer, at)).collect();
        let mut context = Context { payment, hits, reading, scorer: self, elsewhere: 0.0 };
        context.elsewhere = hits.hits.iter().map(|hit| hit.bits).fold(hits.unlisted, f64::max);
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
            let prior = log2(p::PRIOR_ON_ACCOUNT / (self.index.customers.len() as f64 + 1.0));
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
        Weighed::new(
            Clue::AmountHabit,
            log2((0.4 * share + 0.4 * price + 0.2 * chance) / chance),
            About::Nothing,
        )
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
                hypothesis.shape == Shape::Single
                    && item.customer != NONE
                    && hypothesis.bits_of("reference.") < 1.0
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

/// One payment while it is being explained.
pub(super) struct Context<'a> {
    pub payment: &'a Payment,
    pub hits: &'a Hits,
    pub reading: &'a Reading,
    pub scorer: &'a Scorer<'a>,
    /// The strongest bits with which the text names anything.
    pub elsewhere: f64,
}

impl Context<'_> {
    /// The explanation by one item.
    fn single(&self, at: u32, party: Option<&Party>) -> Option<Hypothesis> {
        let index = self.scorer.index;
        let item = &index.items[at as usize];
        let hit = self.hits.of(at);
        let named = hit.is_some_and(|hit| hit.bits >= NAMED);
        let relation = self.relation(at, item, named)?;
        let exact = matches!(relation.clue, Clue::AmountEqual | Clue::AmountDiscount | Clue::AmountPrevious);
        if item.closed && !exact && !named {
            return None;
        }
        let (shape, share, rows) = if item.closed {
            (Shape::Closed, p::PRIOR_CLOSED, index.items.len() as f64 - f64::from(index.open_count))
        } else {
            (Shape::Single, p::PRIOR_SINGLE, f64::from(index.open_count))
        };
        let mut out = Hypothesis::new(shape, vec![at], item.customer, log2(share / (rows + 1.0)));
        out.add(Weighed::new(relation.clue, relation.bits, About::Nothing));
        out.relation = Some(relation);
        out.amounts = vec![relation.settles];
        self.reference(at, item.customer, &mut out);
        if let Some(party) = party {
            out.add_all(&party.clues);
        }
        self.date(item, &mut out);
        Some(out)
    }

    /// How the amounts relate; where the currencies differ and nothing was converted, a named item may still be meant.
    fn relation(&self, at: u32, item: &Item, named: bool) -> Option<Relation> {
        let index = self.scorer.index;
        match self.payment.amount_in(item.currency) {
            Some(paid) => {
                let mut owed = Owed::item(
                    item,
                    &index.invoices[item.row as usize],
                    self.payment.day,
                    self.scorer.options,
                );
                owed.converted = self.payment.original.is_some() && item.currency == self.payment.currency;
                let completes = self.scorer.completes.contains(&(self.payment.row, at));
                relate(index, paid, &owed, completes, self.scorer.options)
            }
            None if named && !item.closed => {
                Some(Relation { clue: Clue::AmountConverted, bits: -4.0, settles: item.open, short: None })
            }
            None => None,
        }
    }

    /// What the text says for or against an item.
    pub fn reference(&self, at: u32, customer: u32, out: &mut Hypothesis) {
        let about = About::Item(at);
        if let Some(hit) = self.hits.of(at) {
            out.add(Weighed::new(hit.clue, hit.bits, about));
            return;
        }
        if self.elsewhere >= NAMED {
            let same = self.hits.hits.iter().any(|hit| {
                hit.bits >= NAMED
                    && customer != NONE
                    && self.scorer.index.items[hit.item as usize].customer == customer
            });
            let bits = if same { p::OTHER_NUMBER_SAME_CUSTOMER } else { p::OTHER_NUMBER };
            out.add(Weighed::new(Clue::ReferenceElsewhere, bits, about));
        } else if has_number(self.reading) || !self.reading.text.is_empty() {
            out.add(Weighed::new(Clue::ReferenceNone, p::NO_NUMBER, about));
        }
    }

    /// What the date says for or against an item.
    pub fn date(&self, item: &Item, out: &mut Hypothesis) {
        if item.closed {
            return;
        }
        let day = self.payment.day;
        let before = item.issued.map_or(0, |issued| issued - day);
        if before > 0 {
            let bits = if before <= 3 { p::JUST_BEFORE_ISSUE } else { p::BEFORE_ISSUE };
            out.add(Weighed::new(Clue::DateBeforeIssue, bits, About::Nothing));
            return;
        }
        if item.due == i32::MIN {
            return;
        }
        let late = day.saturating_sub(item.due);
        let clue = match late {
            i32::MIN..-8 => Clue::DateEarly,
            -8..=20 => Clue::DateNearDue,
            _ => Clue::DateLate,
        };
        let bits = self.scorer.habits.bits(late);
        out.add(Weighed::new(clue, bits, About::Nothing));
    }

    /// A standing order keeps last month's number: where the text names a settled item, an open one of the same
    /// customer and amount is what it is for.
    fn previous(&self, out: &mut [Hypothesis]) {
        let index = self.scorer.index;
        let closed: Vec<(Item, u32, f64)> = out
            .iter()
            .filter(|h| h.shape == Shape::Closed)
            .filter_map(|h| {
                let at = *h.items.first()?;
                let item = index.items[at as usize];
                let bits = h.bits_of("reference.");
                (bits >= NAMED && item.customer != NONE).then_some((item, at, bits))
            })
            .collect();
        for hypothesis in out.iter_mut().filter(|h| h.shape == Shape::Single) {
            let Some(item) = hypothesis.items.first().map(|at| index.items[*at as usize]) else { continue };
            let alike = |closed: &Item| {
                (closed.customer, closed.currency, closed.open) == (item.customer, item.currency, item.open)
            };
            let Some((_, at, bits)) = closed.iter().find(|(closed, _, _)| alike(closed)) else { continue };
            if hypothesis.bits_of("reference.") < 1.0 {
                hypothesis.clues.retain(|w| w.clue != Clue::ReferenceElsewhere);
                hypothesis.score = hypothesis.prior + hypothesis.clues.iter().map(|w| w.bits).sum::<f64>();
                hypothesis.add(Weighed::new(Clue::ReferencePrevious, bits - 2.0, About::Item(*at)));
            }
        }
    }
}
