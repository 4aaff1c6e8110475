//! What a host's verdicts teach, kept by the host as one string of bytes.
//!
//! `feedback` says what a verdict is (`read`: from JSON), `lessons` what it teaches (as counts under the keys of `entry`, people and items as
//! `digest`s), `bytes` how a memory is written, `remembered` what a matcher makes of it.

pub(crate) mod audit;
pub(crate) mod bound;
mod bytes;
mod digest;
mod entry;
mod feedback;
mod lessons;
mod read;
pub(crate) mod remembered;
#[cfg(test)]
mod tests;

pub use feedback::{Feedback, Proposal, Verdict};

use crate::error::Error;
use entry::{Key, What, worth};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What was learnt from the verdicts of people, as counts. The host keeps it as bytes and hands it to a
/// [`Matcher`](super::Matcher).
///
/// It teaches who pays for whom, how a customer names what he pays and when he pays, what banks take from a payer's
/// money, how often each kind of evidence was right, and which proposals were rejected: those never come back. Payments
/// of less than 100 minor units (1.00 euro) teach nothing of their payer, nor do payers of many customers.
///
/// - What is learnt can be unlearnt, exactly; the order does not matter, and merging is adding up.
/// - Counts fade: after 364 days they weigh half (rejections and audits do not). Against which day is said by
///   `as_of` of the options; without one, by the last verdict of the memory itself.
/// - It holds digests in place of ids, accounts and names: nothing of a person can be read from it, though who has an
///   account number can test whether it is in there.
/// - At most [`Memory::MOST_ENTRIES`] counts are written; beyond that what tells least is left out: faded counts first,
///   delays before aliases and rejections, audits and the record of the evidence last. Exactness ends there: a verdict
///   whose counts were left out is unlearnt into less than nothing, which is read as nothing.
///
/// ```
/// use payymo::matching::{Feedback, Matcher, Memory, Options};
/// use payymo::model::{Customer, Invoice, Transaction};
/// use payymo::money::{Amount, Currency};
/// let eur = Currency::parse("EUR")?;
/// let mut invoice = Invoice::new("1042", Amount::parse("112.00", eur)?);
/// invoice.number = Some("INV-2026-01042".into());
/// invoice.customer = Some(Customer { id: Some("K7".into()), ..Customer::default() });
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
/// let mut payment = Transaction::new("tx1", day, Amount::parse("112.00", eur)?);
/// payment.remittance = "Invoice INV-2026-01042".into();
/// payment.counterparty.iban = Some("DE89370400440532013000".into());
/// let (mut matcher, _) = Matcher::new(&[invoice.clone()], &[], &Options::default())?;
/// let result = matcher.propose(&payment)?;
///
/// let mut memory = Memory::new();
/// memory.learn(&Feedback::confirmed(&result.matches[0], day, &[payment], &[invoice]));
/// let kept: Vec<u8> = memory.encode();
/// assert!(Memory::decode(&kept)? == memory);
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// Never 0.
    entries: BTreeMap<Key, i64>,
}

impl Memory {
    /// The most counts that are kept: some ten for each of 20,000 customers. Written they take 35 bytes each.
    pub const MOST_ENTRIES: usize = 200_000;

    /// A memory of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads what [`Memory::encode`] wrote.
    ///
    /// # Errors
    /// `memory.version`; `memory.syntax` for anything else that `encode` does not write, with the place.
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        Ok(Memory { entries: bytes::read(bytes, Self::MOST_ENTRIES)? })
    }

    /// The memory as bytes: equal memories give equal bytes.
    pub fn encode(&self) -> Vec<u8> {
        if self.entries.len() <= Self::MOST_ENTRIES {
            return bytes::write(self.entries.iter());
        }
        let mut kept = self.clone();
        kept.cut();
        bytes::write(kept.entries.iter())
    }

    /// How many counts it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// 16 hex digits of SHA-256 over its bytes: what a result says of the memory that it was made with.
    pub fn digest(&self) -> String {
        let digest = Sha256::digest(self.encode());
        let mut out = String::new();
        super::hash::push_hex(&mut out, digest.get(..8).unwrap_or_default());
        out
    }

    /// Learns from a verdict.
    pub fn learn(&mut self, feedback: &Feedback) {
        lessons::lessons(feedback).into_iter().for_each(|(key, count)| self.add(key, count));
        self.bound();
    }

    /// Forgets what a verdict taught: the memory is as if it had never been learnt.
    pub fn unlearn(&mut self, feedback: &Feedback) {
        lessons::lessons(feedback).into_iter().for_each(|(key, count)| self.add(key, -count));
        self.bound();
    }

    /// Takes in what another memory has learnt, from other verdicts.
    pub fn merge(&mut self, other: &Memory) {
        other.entries.iter().for_each(|(key, count)| self.add(*key, *count));
        self.bound();
    }

    /// Forgets all that was learnt of a customer. What remains is of nobody in particular: how often each kind of evidence
    /// was right, and the audits.
    pub fn forget_customer(&mut self, id: &str) {
        let customer = digest::customer(id);
        self.entries.retain(|key, _| key.customer != customer);
    }

    /// What was learnt of one customer is another's from now on: the host found that they are one.
    pub fn merge_customers(&mut self, from: &str, into: &str) {
        let (from, into) = (digest::customer(from), digest::customer(into));
        if from == into {
            return;
        }
        let moved: Vec<(Key, i64)> =
            self.entries.iter().filter(|row| row.0.customer == from).map(|row| (*row.0, *row.1)).collect();
        for (key, count) in moved {
            self.entries.remove(&key);
            self.add(key.of(into), count);
        }
    }

    fn add(&mut self, key: Key, count: i64) {
        let sum = self.entries.get(&key).copied().unwrap_or(0).saturating_add(count);
        let sum = sum.clamp(-bytes::MOST_COUNT, bytes::MOST_COUNT);
        if sum == 0 {
            self.entries.remove(&key);
        } else {
            self.entries.insert(key, sum);
        }
    }

    /// The last quarter of which it knows anything.
    fn last(&self) -> u16 {
        self.entries.keys().map(|key| key.quarter).max().unwrap_or(0)
    }

    /// Keeps a memory that is never written from growing without end.
    fn bound(&mut self) {
        if self.entries.len() > 2 * Self::MOST_ENTRIES {
            self.cut();
        }
    }

    /// Leaves out what tells least.
    fn cut(&mut self) {
        let last = self.last();
        let mut order: Vec<(i64, Key)> =
            self.entries.iter().map(|(key, count)| (telling(key, *count, last), *key)).collect();
        order.sort_unstable();
        let many = order.len().saturating_sub(Self::MOST_ENTRIES);
        order.iter().take(many).for_each(|(_, key)| {
            self.entries.remove(key);
        });
    }
}

/// How much a count tells, to say which are left out first.
fn telling(key: &Key, count: i64, last: u16) -> i64 {
    let factor = match key.what {
        What::Audit | What::Evidence => return i64::MAX,
        What::Alias | What::Rejected => 4,
        What::Charge => 2,
        What::Delay | What::Naming => 1,
    };
    // What was unlearnt before it was learnt waits for the other half, and tells nothing by itself.
    count.clamp(0, 1 << 20).saturating_mul(worth(last.saturating_sub(key.quarter))).saturating_mul(factor)
}

impl core::fmt::Debug for Memory {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Memory({} counts)", self.entries.len())
    }
}
