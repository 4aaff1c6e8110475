//! Identity of a transaction that its bank gives no id: what it says, and the how-manieth of its kind it is.
//!
//! # Design
//! Two statements that overlap hold copies of one row; one statement may hold two rows that say the same and are both
//! real (two subscriptions of one customer on one day). So the id is a hash of the content and a counter: the first
//! such row of a statement is the first in every statement that holds it. The counter starts again with each statement.

use super::{ReferenceKind, Transaction};
use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// A hash of what a transaction says: account, booking date, amount, other side, references, remittance. Not its
/// id, status, source or bank code, which change while a payment stays the same.
pub fn content_key(transaction: &Transaction) -> [u8; 16] {
    content_key_in(transaction, &mut Vec::with_capacity(512))
}

/// [`content_key`] with memory that is used again.
pub(crate) fn content_key_in(transaction: &Transaction, content: &mut Vec<u8>) -> [u8; 16] {
    content.clear();
    // Each part with its length, so that no two contents run into one.
    let mut part = |text: &[u8]| {
        content.extend_from_slice(&(text.len() as u64).to_le_bytes());
        content.extend_from_slice(text);
    };
    part(transaction.account.as_deref().unwrap_or_default().as_bytes());
    part(&day(transaction.booked_on));
    part(transaction.currency().as_str().as_bytes());
    part(number(transaction.amount.minor(), &mut [0; 20]));
    let party = &transaction.counterparty;
    for text in [&party.name, &party.iban, &party.account] {
        part(text.as_deref().unwrap_or_default().as_bytes());
    }
    for reference in &transaction.references {
        if matches!(
            reference.kind,
            ReferenceKind::EndToEnd | ReferenceKind::Creditor | ReferenceKind::Mandate
        ) {
            part(reference.value.as_bytes());
        }
    }
    part(transaction.remittance.as_bytes());
    let mut key = [0; 16];
    for (to, from) in key.iter_mut().zip(Sha256::digest(content)) {
        *to = from;
    }
    key
}

/// `2026-03-04`; the year is of four digits, as in all that is read.
fn day(date: NaiveDate) -> [u8; 10] {
    let (year, month, day) = (date.year().unsigned_abs(), date.month(), date.day());
    let digit = |number: u32, place: u32| b'0' + u8::try_from(number / place % 10).unwrap_or_default();
    [
        digit(year, 1000),
        digit(year, 100),
        digit(year, 10),
        digit(year, 1),
        b'-',
        digit(month, 10),
        digit(month, 1),
        b'-',
        digit(day, 10),
        digit(day, 1),
    ]
}

/// A number in digits.
fn number(number: i64, room: &mut [u8; 20]) -> &[u8] {
    let (mut rest, mut at) = (number.unsigned_abs(), room.len());
    let mut put = |byte: u8| {
        at -= 1;
        if let Some(place) = room.get_mut(at) {
            *place = byte;
        }
    };
    loop {
        put(b'0' + u8::try_from(rest % 10).unwrap_or_default());
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        put(b'-');
    }
    room.get(at..).unwrap_or_default()
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
    // All digits of the hash at once: what is above 9 is a letter, without a branch for each.
    let digit = |digit: u8| digit + b'0' + u8::from(digit > 9) * (b'a' - b'0' - 10);
    let mut digits = [0; 32];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(key) {
        if let [high, low] = pair {
            (*high, *low) = (digit(byte >> 4), digit(byte & 15));
        }
    }
    let mut id = String::with_capacity(if count > 1 { 45 } else { 34 });
    id.push_str("c_");
    id.push_str(core::str::from_utf8(&digits).unwrap_or_default());
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
    fn parts_are_written_as_they_are_shown() {
        for minor in [0, 7, -7, 120_050, i64::MIN, i64::MAX] {
            assert_eq!(number(minor, &mut [0; 20]), minor.to_string().as_bytes());
        }
        for text in ["1900-01-01", "2026-11-22", "2199-12-31"] {
            assert_eq!(&day(text.parse().unwrap()), text.as_bytes());
        }
    }

    #[test]
    fn content_tells_rows_apart() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let row = Transaction::new("a", day, Amount::new(999, Currency::parse("EUR").unwrap()));
        let mut same = row.clone();
        same.id = "b".to_owned();
        same.source = "camt053".into();
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
