//! The payments of a call, explained one by one; what some of them teach about the others.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::decide::assign::{Assigned, Choice, assign};
use super::index::{Index, NONE, head};
use super::kinds::credit::Sums;
use super::memory::remembered::Recall;
use super::options::Options;
use super::payment::claims::Claims;
use super::payment::features::{Chance, Payment, Reading};
use super::payment::learnt::Learnt;
use super::payment::phrases::Phrases;
use super::progress::{Progress, Stage, cancelled};
use super::threads::threads;
use super::weigh::clue::Clue;
use super::weigh::context::{Priors, Scorer};
use super::weigh::exchange::{Exchange, HostRates, SeenRates};
use super::weigh::habits::Habits;
use super::weigh::hypothesis::{Explanation, Explanations, Shape};
use super::weigh::parameters as p;
use super::weigh::score::{Limits, Scratch};
use super::weigh::scored::Scored;
use super::weigh::shares::Shares;
use crate::error::Error;
use crate::model::Transaction;
use rustc_hash::{FxHashMap, FxHashSet};

/// What explaining payments needs, whoever does it.
pub(crate) struct Batch<'a> {
    pub index: &'a Index,
    pub options: &'a Options,
    pub rates: &'a HostRates,
    pub transactions: &'a [Transaction],
    pub payments: &'a [Payment],
    /// What the credits of customers may take off.
    pub credits: &'a Sums,
    pub memory: &'a Recall<'a>,
    /// Payments that were returned: they settle nothing for long.
    pub returned: &'a FxHashSet<u32>,
}

/// What one thread writes and uses again.
#[derive(Default)]
pub(crate) struct Worker {
    scratch: Scratch,
    all: Explanations,
    /// How many explanations each payment has.
    lengths: Vec<u32>,
    /// The bounds that each payment hit; nothing of one that was left for later.
    limits: Vec<Option<Limits>>,
}

/// Payments between two looks at the progress callback.
const STEP: usize = 2048;
/// Payments for which a thread is worth being started.
const LEAST_PART: usize = 128;

/// Payments whose numbers are counted, spread evenly over the batch: what a number says of chance is an estimate.
const MOST_COUNTED: usize = 1 << 16;

/// What the texts of the batch say by themselves.
struct Texts {
    chance: Chance,
    phrases: Phrases,
}

/// What has been learnt from the payments that were explained so far.
#[derive(Default)]
struct Lessons {
    learnt: Learnt,
    habits: Habits,
    rates: SeenRates,
    shares: Shares,
    completes: FxHashSet<(u32, u32)>,
    claims: Claims,
    /// The customer for whom each payment itself speaks, or `NONE`.
    own_votes: Vec<u32>,
    /// Whether only what names an item is explained now.
    only_named: bool,
}

impl Batch<'_> {
    /// Explains every payment and gives it what it settles, with the bounds that were hit. What names an item comes first:
    /// it teaches who pays from which account, and when. Where that changes anything it is explained again.
    pub fn explain_all(
        &self,
        workers: &mut [Worker],
        progress: &mut Progress<'_>,
    ) -> Result<(Scored, Assigned, Vec<Limits>), Error> {
        let texts = self.read(workers);
        let (index, payments, total) = (self.index, self.payments, self.payments.len());
        let mut scored = Scored::new(total);
        let mut limits = vec![Limits::default(); total];
        let learnt = self.memory.learnt.clone();
        let mut lessons = Lessons { learnt, own_votes: vec![NONE; total], ..Lessons::default() };
        let order = self.order();
        let mut done = 0;
        let mut run = |rows: &[u32], lessons: &Lessons, scored: &mut Scored| {
            let before = done;
            let rows = &ordered(rows, &order);
            let tell = &mut |so_far: usize| progress(Stage::Score, (before + so_far).min(total), total);
            let mut later = Vec::new();
            self.explain(rows, &texts, lessons, workers, tell, &mut |part, worker| {
                scored.take(part, &worker.lengths, &mut worker.all);
                for (at, hit) in part.iter().zip(worker.limits.drain(..)) {
                    limits[*at as usize] = hit.unwrap_or_default();
                    later.extend(hit.is_none().then_some(*at));
                }
                worker.lengths.clear();
            })?;
            done += rows.len() - later.len();
            later.sort_unstable();
            Ok::<Vec<u32>, Error>(later)
        };
        let all: Vec<u32> = (0..total as u32).collect();
        if !self.options.adapt {
            run(&all, &lessons, &mut scored)?;
            complete(index, payments, &scored, &mut lessons.completes);
            let parts: Vec<u32> = all.into_iter().filter(|at| self.is_part(*at, &scored, &lessons)).collect();
            run(&parts, &lessons, &mut scored)?;
            let assigned = self.settle(&mut scored, &mut lessons, &mut run)?;
            return Ok((scored, assigned, limits));
        }
        lessons.only_named = true;
        let rest = run(&all, &lessons, &mut scored)?;
        lessons.only_named = false;
        learn(payments, &scored, &mut lessons);
        lessons.habits = Habits::learn(index, payments, &scored);
        lessons.claims = Claims::learn(index, payments, &scored);
        lessons.rates = SeenRates::learn(index, payments, &scored);
        run(&rest, &lessons, &mut scored)?;
        complete(index, payments, &scored, &mut lessons.completes);
        let mut rest = rest.into_iter().peekable();
        let again = |at: &u32| {
            let numbered = rest.next_if_eq(at).is_none();
            let votes = lessons.learnt.in_call(payments[*at as usize].payer);
            let own = u32::from(lessons.own_votes[*at as usize] != NONE);
            let other_currency = || {
                let unknown = |h: Explanation<'_>| {
                    h.relation.is_some_and(|relation| relation.clue == Clue::AmountOtherCurrency)
                };
                !lessons.rates.is_empty() && scored.of(*at as usize).any(unknown)
            };
            numbered && (!clear(scored.of(*at as usize)) || votes > own || other_currency())
                || self.is_part(*at, &scored, &lessons)
        };
        let again: Vec<u32> = all.into_iter().filter(again).collect();
        run(&again, &lessons, &mut scored)?;
        let assigned = self.settle(&mut scored, &mut lessons, &mut run)?;
        Ok((scored, assigned, limits))
    }

    /// Where each payment stands when those of a name stand together: what is looked up for one is at hand for the next.
    fn order(&self) -> Vec<u32> {
        let name = |at: usize| {
            let transaction = &self.transactions[self.payments[at].row as usize];
            transaction.counterparty.name.as_deref().map_or(0, head)
        };
        let mut order: Vec<(u64, u32)> = (0..self.payments.len()).map(|at| (name(at), at as u32)).collect();
        order.sort_unstable();
        let mut out = vec![0; order.len()];
        order.iter().zip(0..).for_each(|((_, at), rank)| out[*at as usize] = rank);
        out
    }

    /// Gives every payment what it settles. Whom another stood in the way of is explained once more, by what is left; and
    /// who is not sure, where this host's customers pay in another manner than most.
    fn settle(
        &self,
        scored: &mut Scored,
        lessons: &mut Lessons,
        run: &mut impl FnMut(&[u32], &Lessons, &mut Scored) -> Result<Vec<u32>, Error>,
    ) -> Result<Assigned, Error> {
        scored.gather();
        let assigned = assign(self.index, self.payments, scored, self.returned, threads(self.options));
        let stood_in_the_way = |(at, choice): &(u32, &Choice)| {
            let best = scored.range(*at as usize).start;
            !choice.surplus && (choice.displaced || choice.row != best && scored.get(best).shape.settles())
        };
        let all = (0_u32..).zip(&assigned.choices);
        if self.options.adapt {
            lessons.shares = Shares::learn(self.index, scored, &assigned.posterior);
        }
        let unsure = |choice: &Choice| !lessons.shares.is_shipped() && choice.probability < SURE;
        let again = all.filter(|choice| unsure(choice.1) || stood_in_the_way(choice));
        let again: Vec<u32> = again.map(|(at, _)| at).collect();
        if again.is_empty() {
            return Ok(assigned);
        }
        lessons.claims = Claims::given(self.index, self.payments, scored, &assigned, self.returned);
        drop(assigned);
        run(&again, lessons, scored)?;
        scored.gather();
        Ok(assign(self.index, self.payments, scored, self.returned, threads(self.options)))
    }

    /// Whether a payment may be a part of what several make up together.
    fn is_part(&self, at: u32, scored: &Scored, lessons: &Lessons) -> bool {
        let row = self.payments[at as usize].row;
        let part =
            |h: Explanation<'_>| h.items().iter().any(|item| lessons.completes.contains(&(row, *item)));
        !lessons.completes.is_empty() && scored.of(at as usize).any(part)
    }

    /// Reads what the texts of the batch have in common, some of them where they are many; nothing where nothing shall be
    /// learnt from it.
    fn read(&self, workers: &mut [Worker]) -> Texts {
        let mut chance = Chance::default();
        let mut phrases = Phrases::default();
        if self.options.adapt {
            let mut own = Reading::default();
            let reading = workers.first_mut().map_or(&mut own, |worker| &mut worker.scratch.reading);
            let step = self.payments.len().div_ceil(MOST_COUNTED).max(1);
            for payment in self.payments.iter().step_by(step) {
                reading.read_numbers(&self.transactions[payment.row as usize]);
                chance.count(reading);
                chance.orders.count(self.index, &reading.keys);
            }
            phrases = Phrases::learn(self.index, self.transactions, self.payments);
        }
        chance.finish();
        Texts { chance, phrases }
    }

    /// Explains some payments; `take` is given what each part of them came to, in their order.
    fn explain(
        &self,
        rows: &[u32],
        texts: &Texts,
        lessons: &Lessons,
        workers: &mut [Worker],
        progress: &mut dyn FnMut(usize) -> bool,
        take: &mut dyn FnMut(&[u32], &mut Worker),
    ) -> Result<(), Error> {
        let scorer = Scorer {
            index: self.index,
            chance: &texts.chance,
            phrases: &texts.phrases,
            learnt: &lessons.learnt,
            habits: &lessons.habits,
            shares: &lessons.shares,
            exchange: Exchange { host: self.rates, seen: &lessons.rates },
            options: self.options,
            transactions: self.transactions,
            completes: &lessons.completes,
            memory: self.memory,
            claims: &lessons.claims,
            priors: Priors::new(self.index),
            credits: self.credits,
        };
        let run = |rows: &[u32], worker: &mut Worker| {
            for at in rows {
                let own = lessons.own_votes.get(*at as usize).copied().unwrap_or(NONE);
                let before = worker.all.len();
                let payment = &self.payments[*at as usize];
                let Worker { scratch, all, .. } = worker;
                let limits = scorer.explain(payment, own, lessons.only_named, scratch, all);
                worker.limits.push(limits);
                worker.lengths.push((worker.all.len() - before) as u32);
            }
        };
        let threads = workers.len().max(1);
        for (done, step) in rows.chunks(STEP * threads).enumerate() {
            if !progress(done * STEP * threads) {
                return Err(cancelled());
            }
            let part = step.len().div_ceil(threads).max(LEAST_PART);
            let parts = || step.chunks(part);
            if part >= step.len()
                && let [worker, ..] = &mut *workers
            {
                run(step, worker);
            } else {
                std::thread::scope(|scope| {
                    let run = &run;
                    parts().zip(workers.iter_mut()).for_each(|(part, worker)| {
                        scope.spawn(move || run(part, worker));
                    });
                });
            }
            parts().zip(workers.iter_mut()).for_each(|(part, worker)| take(part, worker));
        }
        Ok(())
    }
}

/// Some payments in their order.
fn ordered(payments: &[u32], order: &[u32]) -> Vec<u32> {
    let mut out = payments.to_vec();
    out.sort_unstable_by_key(|at| order[*at as usize]);
    out
}

/// Sure payments with a reference say whose account it is that they came from.
fn learn(payments: &[Payment], scored: &Scored, lessons: &mut Lessons) {
    for (at, best, next) in scored.best() {
        let payment = &payments[at];
        let sure = matches!(best.shape, Shape::Single | Shape::Group | Shape::Closed)
            && best.customer != NONE
            && best.teaches(next)
            && payment.gross >= p::LEAST_TEACHER;
        if sure && payment.payer != NONE {
            lessons.learnt.vote(payment.payer, best.customer);
            lessons.own_votes[at] = best.customer;
        }
    }
}

/// Whether the first explanation is so far ahead that when it was paid changes nothing.
fn clear<'a>(mut explained: impl Iterator<Item = Explanation<'a>>) -> bool {
    match (explained.next(), explained.next()) {
        (Some(best), Some(next)) => best.score - next.score > 16.0,
        _ => true,
    }
}

/// Marks the payments that make up an item together.
fn complete(index: &Index, payments: &[Payment], scored: &Scored, completes: &mut FxHashSet<(u32, u32)>) {
    let mut parts: FxHashMap<u32, Vec<(u32, i64)>> = FxHashMap::default();
    for (at, payment) in payments.iter().enumerate() {
        for single in scored.of(at).filter(|h| h.shape == Shape::Single) {
            let ([item], [settles]) = (single.items(), single.amounts()) else { continue };
            let settles = *settles;
            let known = || single.named() >= 4.0 || single.payer() >= 3.0;
            if settles < index.items[*item as usize].open && known() {
                let items =
                    if single.twins().is_empty() { core::slice::from_ref(item) } else { single.twins() };
                items.iter().for_each(|item| parts.entry(*item).or_default().push((payment.row, settles)));
            }
        }
    }
    for (item, list) in parts {
        if !(2..=MOST_PARTS).contains(&list.len()) {
            continue;
        }
        let open = index.items[item as usize].open;
        for set in 1_u32..1 << list.len() {
            let chosen =
                || list.iter().enumerate().filter(move |(at, _)| set & (1 << at) != 0).map(|(_, part)| part);
            if chosen().count() >= 2
                && chosen().map(|part| i128::from(part.1)).sum::<i128>() == i128::from(open)
            {
                completes.extend(chosen().map(|part| (part.0, item)));
            }
        }
    }
}

/// From this probability on, how often customers pay in one manner or another decides nothing.
const SURE: f64 = 0.99995;

/// Most payments of one item whose sums are tried.
const MOST_PARTS: usize = 12;
