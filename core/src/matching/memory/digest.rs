//! Customers, payers, payments and items as digests: a memory holds no name, account or id.
//!
//! Who has the list of accounts can still test which of them stand in a memory: it is pseudonymous, not anonymous.

use crate::matching::index::{account_key, printed_name};
use crate::model::Transaction;
use sha2::{Digest, Sha256};

/// SHA-256 of what a text is and of the text, cut to 64 bits.
fn digest<'a>(of: u8, parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash = Sha256::new();
    hash.update([of]);
    for part in parts {
        // Lengths before the parts: no two lists of parts are the same bytes.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let bytes = hash.finalize();
    bytes.iter().take(8).fold(0, |value, byte| value << 8 | u64::from(*byte))
}

/// A customer, by the host's id.
pub fn customer(id: &str) -> u64 {
    digest(b'c', [id])
}

/// The payer of a payment: by his account, or by his name; `None` where that is not told, or too short to tell anybody.
pub fn payer(transaction: &Transaction, by_account: bool) -> Option<u64> {
    if by_account {
        return account(transaction).map(|account| digest(b'p', ["account", &account]));
    }
    let mut name = String::new();
    printed_name(transaction.counterparty.name.as_deref()?, &mut name);
    (name.len() > 3).then(|| digest(b'p', ["name", &name]))
}

/// The payer of a payment: by his account, or else by his name.
pub fn payer_of(transaction: &Transaction) -> Option<u64> {
    payer(transaction, account(transaction).is_some())
}

/// The payer's account as it is compared; a shorter one than five letters is none.
fn account(transaction: &Transaction) -> Option<String> {
    let other = &transaction.counterparty;
    other.iban.as_deref().or(other.account.as_deref()).map(account_key).filter(|key| key.len() > 4)
}

/// One payment, by its id.
pub fn payment(id: &str) -> u64 {
    digest(b't', [id])
}

/// Who paid, as closely as a payment tells: account and name together. `None` where it tells neither.
pub fn person(transaction: &Transaction) -> Option<u64> {
    let account = account(transaction).unwrap_or_default();
    let mut name = String::new();
    transaction.counterparty.name.iter().for_each(|printed| {
        printed_name(printed, &mut name);
    });
    (!account.is_empty() || !name.is_empty()).then(|| digest(b'w', [account.as_str(), name.as_str()]))
}

/// Items that are settled together, whatever their order.
pub fn items<'a>(ids: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut ids: Vec<&str> = ids.into_iter().collect();
    ids.sort_unstable();
    digest(b'i', ids)
}

/// Money on account of a customer.
pub fn on_account(customer: &str) -> u64 {
    digest(b'a', [customer])
}

/// All that a payment is said to take back or to be made up of.
pub fn whole() -> u64 {
    digest(b'r', [])
}

/// A kind of evidence, by its code.
pub fn evidence(code: &str) -> u64 {
    digest(b'k', [code])
}
