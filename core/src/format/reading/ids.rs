//! Ids of rows: the bank's own reference where it tells one row of the account, else the content.
//!
//! # Design
//! Rows are named as they come, so that an input larger than memory is read as a small one is: the first row that has a
//! reference takes it. A later one with the same reference and other content is named by its content, since banks do
//! reuse references; one with the same content is the same row again if it stands in another statement, and another row
//! if it stands in the same. What is remembered is bounded: rows that far apart are taken as unrelated.

use crate::model::{Status, Transaction, content_key_in, derived_id};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Rows after which the older half of what is remembered is forgotten.
const REMEMBERED: usize = 1 << 19;

/// Names the rows of one input.
#[derive(Default)]
pub(crate) struct Ids {
    /// Which statement of the input is read.
    statement: u32,
    /// The first row of each account, reference and part.
    taken: Recent<u64, Taken>,
    /// Whether any entry has parts.
    parts: bool,
    /// Rows of each content in each statement.
    contents: Recent<u64, u32>,
    /// Memory for what is hashed.
    room: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Taken {
    content: u64,
    statement: u32,
    /// Rows of other content had the reference too: it tells none of them.
    spoilt: bool,
    /// A row had it.
    seen: bool,
}

impl Ids {
    /// Begins a statement: rows that are equal to earlier ones are copies from here on.
    pub(crate) fn statement(&mut self) {
        self.statement = self.statement.saturating_add(1);
    }

    /// The id of a row. `reference` is the bank's own of its entry; `part` counts the rows of one entry from 1, and is 0
    /// for an entry of one row. Pending rows have ids of their own, since the booked one may come with another reference
    /// or with the same.
    pub(crate) fn name(&mut self, row: &Transaction, reference: Option<&str>, part: u32) -> String {
        self.named(row, reference, part, false)
    }

    /// The id of a row of a provider who lists a row twice rather than giving two rows one id: the same id with the same
    /// content is a copy, even in one statement.
    pub(crate) fn name_by_provider(&mut self, row: &Transaction, id: Option<&str>) -> String {
        self.named(row, id, 0, true)
    }

    fn named(&mut self, row: &Transaction, reference: Option<&str>, part: u32, copies: bool) -> String {
        let pending = if row.status == Status::Pending { "pending:" } else { "" };
        let account = row.account.as_deref().unwrap_or_default();
        match reference {
            Some(reference) if self.takes(row, account, (reference, part), copies) => {
                let mut id = String::with_capacity(pending.len() + account.len() + reference.len() + 8);
                id.push_str(pending);
                if !account.is_empty() {
                    id.push_str(account);
                    id.push(':');
                }
                id.push_str(reference);
                if part > 0 {
                    id.push('/');
                    id.push_str(&part.to_string());
                }
                id
            }
            _ if pending.is_empty() => self.by_content(row),
            _ => format!("{pending}{}", self.by_content(row)),
        }
    }

    /// Whether a reference is the row's own: no other row has it, or a copy of this one in an earlier statement.
    fn takes(&mut self, row: &Transaction, account: &str, reference: (&str, u32), copies: bool) -> bool {
        let (reference, part) = reference;
        let entry = (account, reference, row.status);
        // An entry of one row and a part of another entry may not share a reference.
        self.parts |= part > 0;
        let other = if part > 0 { Some(0) } else { self.parts.then_some(1) };
        if other.is_some_and(|other| self.taken.knows(&key(&(entry, other)))) {
            return false;
        }
        let row = Taken { content: content(row), statement: self.statement, spoilt: false, seen: false };
        let first = self.taken.entry(key(&(entry, part)), row);
        let alone = !core::mem::replace(&mut first.seen, true);
        if first.content != row.content {
            first.spoilt = true;
            return false;
        }
        alone || first.statement != row.statement || (copies && !first.spoilt)
    }

    fn by_content(&mut self, row: &Transaction) -> String {
        let content = content_key_in(row, &mut self.room);
        let [a, b, c, d, e, f, g, h, ..] = content;
        let key = key(&(u64::from_le_bytes([a, b, c, d, e, f, g, h]), self.statement));
        let count = self.contents.entry(key, 0);
        *count = count.saturating_add(1);
        derived_id(&content, *count)
    }
}

/// A hash of all that a row says but its id, for this run alone.
fn content(row: &Transaction) -> u64 {
    let mut hasher = FxHasher::default();
    (row.booked_on, row.value_on, row.amount.minor(), row.currency()).hash(&mut hasher);
    (&row.remittance, &row.counterparty.name, &row.counterparty.iban, &row.counterparty.account)
        .hash(&mut hasher);
    for reference in &row.references {
        (reference.kind, &reference.value).hash(&mut hasher);
    }
    hasher.finish()
}

fn key(of: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    of.hash(&mut hasher);
    hasher.finish()
}

/// A map of the newest entries: it forgets in halves.
struct Recent<K, V> {
    new: FxHashMap<K, V>,
    old: FxHashMap<K, V>,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Recent { new: FxHashMap::default(), old: FxHashMap::default() }
    }
}

impl<K: Hash + Eq + Copy, V: Copy> Recent<K, V> {
    fn knows(&self, key: &K) -> bool {
        self.new.contains_key(key) || self.old.contains_key(key)
    }

    /// The value of a key; `value` where nothing is known of it.
    fn entry(&mut self, key: K, value: V) -> &mut V {
        if self.new.len() >= REMEMBERED && !self.new.contains_key(&key) {
            self.old = core::mem::take(&mut self.new);
        }
        let old = &self.old;
        self.new.entry(key).or_insert_with(|| old.get(&key).copied().unwrap_or(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Currency};
    use chrono::NaiveDate;

    fn row(minor: i64) -> Transaction {
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let mut row = Transaction::new("", day, Amount::new(minor, Currency::EUR));
        row.account = Some("A".to_owned());
        row
    }

    #[test]
    fn a_reference_is_of_its_first_row() {
        let mut ids = Ids::default();
        ids.statement();
        assert_eq!(ids.name(&row(1), Some("R"), 0), "A:R");
        // Other content, the same content again, a part of a batch: rows of their own.
        let other = ids.name(&row(2), Some("R"), 0);
        assert!(other.starts_with("c_"), "{other}");
        let again = ids.name(&row(1), Some("R"), 0);
        assert!(again.starts_with("c_") && again != other, "{again}");
        assert!(ids.name(&row(3), Some("R"), 1).starts_with("c_"));
        // A copy in another statement is known as one.
        ids.statement();
        assert_eq!(ids.name(&row(1), Some("R"), 0), "A:R");
        assert_eq!(ids.name(&row(2), Some("R"), 0), other);
        assert_eq!([1, 2].map(|part| ids.name(&row(part), Some("B"), part as u32)), ["A:B/1", "A:B/2"]);
    }

    #[test]
    fn without_a_reference_equal_rows_of_a_statement_are_counted() {
        let mut ids = Ids::default();
        let first = [ids.name(&row(1), None, 0), ids.name(&row(1), None, 0)];
        assert_ne!(first[0], first[1]);
        ids.statement();
        assert_eq!([ids.name(&row(1), None, 0), ids.name(&row(1), None, 0)], first);
        let mut pending = row(1);
        pending.status = Status::Pending;
        assert_eq!(ids.name(&pending, Some("R"), 0), "pending:A:R");
        assert_eq!(ids.name(&row(1), Some("R"), 0), "A:R");
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let mut recent = Recent::<u64, u64>::default();
        for key in 0..3 * REMEMBERED as u64 {
            assert_eq!(*recent.entry(key, key), key);
        }
        assert!(recent.new.len() + recent.old.len() <= 2 * REMEMBERED);
        assert_eq!(*recent.entry(0, 7), 7);
        assert_eq!(*recent.entry(3 * REMEMBERED as u64 - 1, 7), 3 * REMEMBERED as u64 - 1);
    }
}
