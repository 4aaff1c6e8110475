//! A memory as a matcher uses it: counts faded to a day, looked up by payer, payment and customer.
//!
//! # Design
//! A memory knows digests and the index knows rows. Customers are brought together once, payers once a call, and a payment
//! is only hashed where anything was ever rejected. What was learnt is used where the batch's own lessons are: votes in
//! `learnt`, delays beside `habits`, charges in the amount's relation, the record of the evidence in the calibration.

use super::entry::{DELAYS, Key, Naming, Outcome, WHOLE, What, charge_of, delay, quarter, worth};
use super::{Memory, digest};
use crate::matching::index::{Index, NONE};
use crate::matching::memory::bound;
use crate::matching::options::Options;
use crate::matching::payment::features::Payment;
use crate::matching::payment::learnt::Learnt;
use crate::matching::result::{Bound, Uncalibrated};
use crate::matching::weigh::hypothesis::{Explanation, Shape};
use crate::model::Transaction;
use crate::money::Currency;
use libm::log2;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Who pays for more customers than this is an agency or a pooled account that nobody named: it teaches nothing.
const MOST_CUSTOMERS_OF_PAYER: usize = 8;

/// What a matcher remembers. The default remembers nothing.
pub struct Remembered {
    /// Of the memory, as a result says it.
    pub digest: String,
    /// What the audits prove.
    pub bound: Bound,
    aliases: FxHashMap<u64, Vec<(u64, u32)>>,
    charges: FxHashMap<u64, Vec<Charge>>,
    rejected: FxHashMap<u64, Vec<u64>>,
    /// Bits by which a kind of evidence is better or worse than its shipped line.
    kinds: FxHashMap<u64, f64>,
    /// By customers' digests.
    habits: FxHashMap<u64, Habit>,
    customers: Customers,
}

impl Default for Remembered {
    fn default() -> Self {
        Remembered {
            digest: "none".to_owned(),
            bound: Bound::SHIPPED,
            aliases: FxHashMap::default(),
            charges: FxHashMap::default(),
            rejected: FxHashMap::default(),
            kinds: FxHashMap::default(),
            habits: FxHashMap::default(),
            customers: Customers::default(),
        }
    }
}

/// Customers' rows in the index whom the memory knows.
#[derive(Default)]
struct Customers {
    rows: FxHashMap<u64, u32>,
    habits: FxHashMap<u32, Habit>,
}

/// So much was taken of a payer's money on the way, so often.
#[derive(Clone, Copy)]
struct Charge {
    currency: Currency,
    taken: i64,
    times: f64,
}

/// How a customer pays, in bits against how customers do.
#[derive(Clone, Copy)]
struct Habit {
    delays: [f64; DELAYS.len()],
    /// For a text that names no item, and for one with the customer's number.
    unnamed: f64,
    customer_number: f64,
}

impl Remembered {
    /// Prepares a memory; its counts fade to `as_of`, or to the last quarter that it knows of.
    pub fn new(memory: &Memory, options: &Options) -> Self {
        let now = options.as_of.map_or_else(|| memory.last(), quarter);
        let mut out = Remembered { digest: memory.digest(), ..Remembered::default() };
        let faded = |key: &Key, count: i64| count.saturating_mul(worth(now.saturating_sub(key.quarter)));
        // Sums over the quarters, by what is counted of whom.
        let mut sums: BTreeMap<(What, u64, u64, u64), i64> = BTreeMap::new();
        for (key, count) in &memory.entries {
            let weight = match key.what {
                What::Rejected | What::Audit => count.saturating_mul(WHOLE),
                _ => faded(key, *count),
            };
            let sum = sums.entry((key.what, key.customer, key.subject, key.object)).or_default();
            *sum = sum.saturating_add(weight);
        }
        sums.retain(|_, sum| *sum > 0);
        let mut customers: BTreeMap<u64, Counts> = BTreeMap::new();
        let mut kinds: BTreeMap<u64, [f64; 3]> = BTreeMap::new();
        let mut audits = [0_u64; 2];
        for ((what, customer, subject, object), sum) in sums {
            let times = sum as f64 / WHOLE as f64;
            let place = usize::try_from(object).unwrap_or(usize::MAX);
            match what {
                What::Alias => {
                    let votes = u32::try_from((sum + WHOLE / 2) / WHOLE).unwrap_or(u32::MAX / 4);
                    if votes > 0 {
                        out.aliases.entry(subject).or_default().push((customer, votes.min(1 << 20)));
                    }
                }
                What::Charge => {
                    let Some((currency, taken)) = charge_of(object) else { continue };
                    out.charges.entry(subject).or_default().push(Charge { currency, taken, times });
                }
                What::Rejected => out.rejected.entry(subject).or_default().push(object),
                What::Naming => customers.entry(customer).or_default().count_naming(place, times),
                What::Delay => customers.entry(customer).or_default().count_delay(place, times),
                What::Evidence => {
                    let rows = kinds.entry(subject).or_default();
                    rows.iter_mut().skip(place).take(1).for_each(|row| *row = times);
                }
                What::Audit => {
                    let count = u64::try_from(sum / WHOLE).unwrap_or(0);
                    audits.iter_mut().skip(place).take(1).for_each(|row| *row = count);
                }
            }
        }
        out.aliases.retain(|_, votes| votes.len() <= MOST_CUSTOMERS_OF_PAYER);
        out.kinds = kinds.into_iter().map(|(kind, record)| (kind, shift(record))).collect();
        out.habits = habits(&customers);
        let [confirmed, wrong] = audits;
        out.bound = bound::bound(confirmed, wrong, options.max_wrong_auto);
        out
    }

    /// What holds of money out as well: what was rejected, and how good each kind of evidence is. Who pays the host says
    /// nothing of whom it pays.
    pub fn for_money_out(&self) -> Self {
        let (rejected, kinds) = (self.rejected.clone(), self.kinds.clone());
        Remembered { rejected, kinds, ..Remembered::default() }
    }

    /// Bits by which a kind of evidence was better or worse than its shipped line says.
    pub fn shift(&self, kind: &Uncalibrated) -> f64 {
        if self.kinds.is_empty() {
            return 0.0;
        }
        self.kinds.get(&digest::evidence(kind.kind)).copied().unwrap_or(0.0)
    }

    /// Whether a person said that a row takes back something else, or is made up of something else, than it was said to.
    pub fn refuses(&self, transaction: &Transaction) -> bool {
        let of = |key: u64| self.rejected.get(&key).is_some_and(|list| list.contains(&digest::whole()));
        !self.rejected.is_empty() && of(digest::payment(&transaction.id))
    }

    /// Brings the customers of the index together with those that are remembered.
    pub fn meet(&mut self, index: &Index) {
        index.customer_rows().for_each(|row| self.meet_one(index, row));
    }

    /// The same for one customer, who may be new in his row.
    pub fn meet_one(&mut self, index: &Index, row: u32) {
        if self.aliases.is_empty() && self.habits.is_empty() {
            return;
        }
        let known = &mut self.customers;
        known.habits.remove(&row);
        let Some(id) = index.customer_id(row) else { return };
        let digest = digest::customer(id);
        known.rows.insert(digest, row);
        if let Some(habit) = self.habits.get(&digest) {
            known.habits.insert(row, *habit);
        }
    }

    /// What is remembered of the payers of a call.
    pub fn recall<'a>(&'a self, index: &Index, payments: &[Payment], rows: &[Transaction]) -> Recall<'a> {
        let mut out = Recall { memory: self, learnt: Learnt::default(), charges: FxHashMap::default() };
        if self.aliases.is_empty() && self.charges.is_empty() {
            return out;
        }
        // A customer without items is out of his row, and another may be in it.
        let row_of = |customer: &u64| {
            let row = *self.customers.rows.get(customer)?;
            let there = index.customer_id(row).is_some_and(|id| digest::customer(id) == *customer);
            there.then_some(row)
        };
        let mut seen: FxHashSet<u32> = FxHashSet::default();
        for payment in payments.iter().filter(|payment| payment.payer != NONE) {
            if !seen.insert(payment.payer) {
                continue;
            }
            let transaction = rows.get(payment.row as usize);
            let by_account = payment.account.is_some();
            let Some(payer) = transaction.and_then(|row| digest::payer(row, by_account)) else { continue };
            let votes = self.aliases.get(&payer).into_iter().flatten();
            let known = votes.filter_map(|(customer, votes)| Some((row_of(customer)?, *votes)));
            out.learnt.remember(payment.payer, known);
            if let Some(charges) = self.charges.get(&payer) {
                out.charges.insert(payment.payer, charges);
            }
        }
        out
    }
}

/// What is remembered of a call's payers.
pub struct Recall<'a> {
    memory: &'a Remembered,
    /// Whose payments each payer made before.
    pub learnt: Learnt,
    charges: FxHashMap<u32, &'a Vec<Charge>>,
}

impl<'a> Recall<'a> {
    /// Bits for a payment so many days after the due date, beyond those for any customer.
    pub fn delay(&self, customer: u32, late: i32) -> f64 {
        self.habit(customer).and_then(|habit| habit.delays.get(delay(late)).copied()).unwrap_or(0.0)
    }

    /// Bits for a text that names no item, beyond those for any customer.
    pub fn unnamed(&self, customer: u32) -> f64 {
        self.habit(customer).map_or(0.0, |habit| habit.unnamed)
    }

    /// Bits for a text with the customer's number, beyond those for any customer.
    pub fn customer_number(&self, customer: u32) -> f64 {
        self.habit(customer).map_or(0.0, |habit| habit.customer_number)
    }

    fn habit(&self, customer: u32) -> Option<&'a Habit> {
        let habits = &self.memory.customers.habits;
        if habits.is_empty() { None } else { habits.get(&customer) }
    }

    /// The share of a payer's payments of which just so much was taken on the way; `None` where that never was.
    pub fn charged(&self, payer: u32, currency: Currency, taken: i64) -> Option<f64> {
        if self.charges.is_empty() || taken <= 0 {
            return None;
        }
        let charges = self.charges.get(&payer)?;
        let all: f64 = charges.iter().map(|charge| charge.times).sum();
        let same = |charge: &&Charge| (charge.currency, charge.taken) == (currency, taken);
        let times = charges.iter().find(same)?.times;
        Some(times / (all + 1.0))
    }

    /// What a person said that a payment is not for.
    pub fn refused(&self, transaction: &Transaction) -> Refused {
        let mut objects = Vec::new();
        if !self.memory.rejected.is_empty() {
            let subjects = [Some(digest::payment(&transaction.id)), digest::person(transaction)];
            let lists = subjects.into_iter().flatten().filter_map(|key| self.memory.rejected.get(&key));
            objects.extend(lists.flatten());
        }
        Refused(objects)
    }
}

/// What a person said that a payment is not for: items that are not settled by it, alone or together.
#[derive(Default)]
pub struct Refused(Vec<u64>);

impl Refused {
    /// Whether nothing of the payment was refused.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an item was refused by itself.
    pub fn item(&self, index: &Index, item: u32) -> bool {
        !self.0.is_empty() && self.0.contains(&digest::items([index.id(item)]))
    }

    /// Whether an explanation was refused, or any part of it.
    pub fn explanation(&self, index: &Index, explanation: Explanation<'_>) -> bool {
        if self.0.is_empty() {
            return false;
        }
        match explanation.shape {
            Shape::OnAccount => index
                .customer_id(explanation.customer)
                .is_some_and(|id| self.0.contains(&digest::on_account(id))),
            Shape::Single | Shape::Group => {
                let ids = explanation.items().iter().map(|item| index.id(*item));
                self.0.contains(&digest::items(ids))
                    || explanation.items().iter().any(|item| self.item(index, *item))
            }
            _ => false,
        }
    }
}

/// Bits by which a kind of evidence is moved, from how often it was right, wrong, and expected to be wrong. A few verdicts
/// say next to nothing, and none say that it is better than it was shipped but very many.
fn shift(record: [f64; 3]) -> f64 {
    const SHIPPED: f64 = 5.0;
    const MANY: f64 = 20_000.0;
    let at = |outcome: Outcome| record.get(outcome as usize).copied().unwrap_or(0.0);
    let (right, wrong, expected) = (at(Outcome::Right), at(Outcome::Wrong), at(Outcome::Expected) / 1e6);
    let most = if right + wrong >= MANY { 1.0 } else { 0.0 };
    log2((expected + SHIPPED) / (wrong + SHIPPED)).clamp(-4.0, most)
}

/// How often a customer did what.
#[derive(Clone, Copy, Default)]
struct Counts {
    delays: [f64; DELAYS.len()],
    naming: [f64; 3],
}

impl Counts {
    fn count_delay(&mut self, place: usize, times: f64) {
        self.delays.iter_mut().skip(place).take(1).for_each(|row| *row += times);
    }

    fn count_naming(&mut self, place: usize, times: f64) {
        self.naming.iter_mut().skip(place).take(1).for_each(|row| *row += times);
    }
}

/// What customers do beyond what all of them do: shares against shares, shrunk towards no difference.
fn habits(customers: &BTreeMap<u64, Counts>) -> FxHashMap<u64, Habit> {
    let mut all = Counts { delays: [1.0; DELAYS.len()], naming: [2.0, 1.0, 1.0] };
    for counts in customers.values() {
        all.delays.iter_mut().zip(spread(&counts.delays)).for_each(|(sum, count)| *sum += count);
        all.naming.iter_mut().zip(counts.naming).for_each(|(sum, count)| *sum += count);
    }
    let habit = |counts: &Counts| {
        let delays = bits(&spread(&counts.delays), &all.delays).map(|bits| bits.clamp(-2.0, 2.0));
        let naming = bits(&counts.naming, &all.naming);
        let of = |naming_of: Naming| naming.get(naming_of as usize).copied().unwrap_or(0.0);
        Habit {
            delays,
            unnamed: of(Naming::Nothing).clamp(-1.5, 0.6),
            customer_number: of(Naming::CustomerNumber).clamp(-0.5, 1.5),
        }
    };
    customers.iter().map(|(customer, counts)| (*customer, habit(counts))).collect()
}

/// Who pays on the third day may pay on the fourth.
fn spread(counts: &[f64; DELAYS.len()]) -> [f64; DELAYS.len()] {
    let mut out = [0.0; DELAYS.len()];
    for (place, sum) in out.iter_mut().enumerate() {
        let near = |other: usize| counts.get(other).copied().unwrap_or(0.0);
        *sum = 0.5 * near(place) + 0.25 * near(place.wrapping_sub(1)) + 0.25 * near(place + 1);
    }
    out
}

/// Log-ratios of a customer's shares to those of all.
fn bits<const N: usize>(own: &[f64; N], all: &[f64; N]) -> [f64; N] {
    const SHIPPED: f64 = 4.0;
    let (sum, total): (f64, f64) = (own.iter().sum(), all.iter().sum());
    let mut out = [0.0; N];
    for (bits, (count, base)) in out.iter_mut().zip(own.iter().zip(all)) {
        let base = base / total.max(1.0);
        // What he did once is no habit yet.
        if sum >= 1.5 {
            *bits = log2((count + SHIPPED * base) / (sum + SHIPPED) / base);
        }
    }
    out
}
