//! Identity of a transaction that its bank gives no id: what it says, and the how-manieth of its kind it is.
//!
//! # Design
//! Two statements that overlap hold copies of one row; one statement may hold two rows that say the same and are both
//! real (two subscriptions of one customer on one day). So the id is a hash of the content and a counter: the first
//! such row of a statement is the first in every statement that holds it. The counter starts again with each statement.

use super::{ReferenceKind, Transaction};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// A hash of what a transaction says: account, booking date, amount, other side, references, remittance. Not its
/// id, status, source or bank code, which change while a payment stays the same.
pub fn content_key(transaction: &Transaction) -> [u8; 16] {
    let mut hash = Sha256::new();
    // Each part with its length, so that no two contents run into one.
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    part(transaction.account.as_deref().unwrap_or_default());
    part(&transaction.booked_on.to_string());
    part(transaction.currency().as_str());
    part(&transaction.amount.minor().to_string());
    let party = &transaction.counterparty;
    for text in [&party.name, &party.iban, &party.account] {
        part(text.as_deref().unwrap_or_default());
    }
    for reference in &transaction.references {
        if matches!(
            reference.kind,
            ReferenceKind::EndToEnd | ReferenceKind::Creditor | ReferenceKind::Mandate
        ) {
            part(&reference.value);
        }
    }
    part(&transaction.remittance);
    let mut key = [0; 16];
    for (to, from) in key.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    key
}

/// Gives ids by content within one statement or one file.
///
/// ```
/// use payymo::model::{Occurrences, Transaction};
/// use payymo::money::{Amount, Currency};
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default();
/// let row = Transaction::new("", day, Amount::new(999, Currency::parse("EUR")?));
/// let (mut march, mut overlap) = (Occurrences::default(), Occurrences::default());
/// let (first, second) = (march.id(&row), march.id(&row));
/// assert_ne!(first, second);
/// assert_eq!(first, overlap.id(&row));
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Occurrences {
    seen: FxHashMap<[u8; 16], u32>,
}

impl Occurrences {
    /// `c_`, 32 hex digits of the content, and from the second row of the same content on `_2`, `_3` ….
    pub fn id(&mut self, transaction: &Transaction) -> String {
        let key = content_key(transaction);
        let count = self.seen.entry(key).or_default();
        *count = count.saturating_add(1);
        derived_id(&key, *count)
    }
}

/// `c_`, the hash of the content in hex, and its count from the second on.
pub(crate) fn derived_id(key: &[u8; 16], count: u32) -> String {
    let mut id = String::with_capacity(40);
    id.push_str("c_");
    for byte in key {
        for digit in [byte >> 4, byte & 15] {
            id.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    if count > 1 {
        id.push('_');
        id.push_str(&count.to_string());
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{Amount, Currency};

    #[test]
    fn content_tells_rows_apart() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let row = Transaction::new("a", day, Amount::new(999, Currency::parse("EUR").unwrap()));
        let mut same = row.clone();
        same.id = "b".to_owned();
        same.source = "camt053".to_owned();
        assert_eq!(content_key(&row), content_key(&same));
        let mut names = row.clone();
        names.counterparty.name = Some("AB".to_owned());
        let mut other = row.clone();
        other.counterparty.name = Some("A".to_owned());
        other.counterparty.iban = Some("B".to_owned());
        let mut text = row.clone();
        text.remittance = "x".to_owned();
        let keys: std::collections::BTreeSet<_> = [&row, &names, &other, &text].map(content_key).into();
        assert_eq!(keys.len(), 4);
        let mut counter = Occurrences::default();
        let ids: Vec<_> = (0..3).map(|_| counter.id(&row)).collect();
        assert!(ids[1].ends_with("_2") && ids[2].ends_with("_3") && ids[0].len() == 34);
    }
}
