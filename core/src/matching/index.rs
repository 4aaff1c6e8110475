//! The open items, prepared once: dense rows, customers, and the ways to find them (numbers, names, accounts, amounts).
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

mod build;

use super::sieve::Sieve;
use crate::model::Invoice;
use crate::money::Currency;
use crate::party::Name;
use crate::reference::Key;
use crate::reference::series::{Form, Grammar};
use chrono::{Datelike, NaiveDate};
use core::hash::Hasher;
use rustc_hash::FxHashMap;

/// No row.
pub(super) const NONE: u32 = u32::MAX;

/// An item as the engine sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Row in the invoices given.
    pub row: u32,
    pub customer: u32,
    /// What a payment may settle; of a closed item what it was.
    pub open: i64,
    pub currency: Currency,
    /// Days since the common era.
    pub issued: Option<i32>,
    pub due: i32,
    pub closed: bool,
    /// Open, and neither in collection nor on hold.
    pub bookable: bool,
    /// What is left after the discount of its terms, and the last day for it; zero without one.
    pub discounted: i64,
    pub discount_until: i32,
    /// Whether it was changed after it was printed.
    pub changed: bool,
    /// The tax in it.
    pub tax: i64,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NumberForm {
    /// A payment reference that was printed on the item or sent with it.
    Reference,
    /// The number on the document, in some form.
    Printed(Form),
    /// A pro-forma, order or earlier number.
    Other,
    /// The host's key.
    Id,
}

impl NumberForm {
    /// Whether nothing of the number is left out: what may have been misread.
    pub fn is_whole(self) -> bool {
        matches!(self, NumberForm::Reference | NumberForm::Printed(Form::Full | Form::Digits))
    }
}

/// A customer's name or alias as tokens.
#[derive(Clone, Debug)]
pub(super) struct NameVariant {
    pub tokens: Vec<u32>,
    /// Customers with the same tokens.
    pub alike: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct CustomerRow {
    pub id: Option<String>,
    pub names: Vec<NameVariant>,
    /// Open items, oldest first.
    pub items: Vec<u32>,
    pub closed: Vec<u32>,
    /// Whether an account is known that it pays from.
    pub has_account: bool,
    pub group: u32,
}

/// The index over one set of items.
pub(super) struct Index<'a> {
    pub invoices: &'a [Invoice],
    pub items: Vec<Item>,
    pub customers: Vec<CustomerRow>,
    pub grammar: Grammar,
    numbers: FxHashMap<Key, (u32, u32)>,
    number_rows: Vec<(u32, NumberForm)>,
    /// Keys that there are at all, and those of whole numbers and references.
    sieve: Sieve,
    whole: Sieve,
    /// A bit for each length, in letters and digits, that a whole number or reference has.
    lengths: u64,
    /// A bit for each length that hexadecimal numbers have.
    hexadecimal: u64,
    /// Items with payment references of their own.
    referenced: usize,
    tokens: FxHashMap<String, u32>,
    token_text: Vec<String>,
    /// Token rows in the order of their text, for prefixes.
    token_order: Vec<u32>,
    token_customers: Vec<Vec<u32>>,
    /// Bits that an equal token says.
    token_bits: Vec<f64>,
    /// Accounts that customers are known to pay from, and whose each is.
    accounts: FxHashMap<String, u32>,
    owners: Vec<Vec<u32>>,
    pub virtual_accounts: FxHashMap<String, Vec<u32>>,
    emails: FxHashMap<String, Vec<u32>>,
    ids: FxHashMap<String, u32>,
    id_keys: FxHashMap<Key, u32>,
    pub groups: Vec<Vec<u32>>,
    /// Tokens by what is left of them when one letter is taken out.
    typos: FxHashMap<u64, Vec<u32>>,
    /// (amount, token of the customer's name, item) of open items, sorted.
    named_amounts: Vec<(i64, u32, u32)>,
    /// (currency, amount, item) of open and of closed items, sorted.
    open_amounts: Vec<(Currency, i64, u32)>,
    closed_amounts: Vec<(Currency, i64, u32)>,
    pub open_count: u32,
}

/// An account number or e-mail in the form under which it is compared.
pub(super) fn account_key(text: &str) -> String {
    crate::party::normal_account(text)
}

/// The folded tokens of a name.
pub(super) fn name_tokens(name: &str) -> Vec<String> {
    Name::parse(name).tokens
}

pub(super) fn email_key(text: &str) -> String {
    text.trim().to_lowercase()
}

pub(super) fn days(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

impl Index<'_> {
    /// Items that a key names, with the form.
    pub fn number(&self, key: Key) -> &[(u32, NumberForm)] {
        if !self.sieve.may_hold(key) {
            return &[];
        }
        self.numbers
            .get(&key)
            .map_or(&[], |(start, count)| &self.number_rows[*start as usize..(start + count) as usize])
    }

    /// Items whose whole number or reference a key may be; surely none for most keys.
    pub fn whole_number(&self, key: Key) -> &[(u32, NumberForm)] {
        if self.whole.may_hold(key) { self.number(key) } else { &[] }
    }

    /// Whether any whole number is of about this length: one more, one less, or the same.
    pub fn has_length(&self, length: usize) -> bool {
        self.lengths & (0b111 << length.saturating_sub(1).min(60)) != 0
    }

    /// Whether the host gives its items payment references of their own.
    pub fn prints_references(&self) -> bool {
        10 * self.referenced > self.items.len()
    }

    /// Whether a run of letters and digits has the form of the host's hexadecimal numbers.
    pub fn has_hexadecimal(&self, text: &[u8]) -> bool {
        self.hexadecimal & (1 << text.len().min(63)) != 0 && is_hexadecimal(text)
    }

    /// The row of a folded name token.
    pub fn token(&self, text: &str) -> Option<u32> {
        self.tokens.get(text).copied()
    }

    pub fn token_text(&self, token: u32) -> &str {
        &self.token_text[token as usize]
    }

    /// Tokens that start with `prefix`, at most `most`.
    pub fn tokens_with_prefix<'s>(&'s self, prefix: &'s str, most: usize) -> impl Iterator<Item = u32> + 's {
        let start = self.token_order.partition_point(|t| self.token_text[*t as usize].as_str() < prefix);
        self.token_order[start..]
            .iter()
            .copied()
            .take_while(move |t| self.token_text[*t as usize].starts_with(prefix))
            .take(most)
    }

    /// Open items of exactly this amount, (amount, token of the customer's name, item), sorted.
    pub fn named_amount(&self, amount: i64) -> &[(i64, u32, u32)] {
        let rows = &self.named_amounts;
        let start = rows.partition_point(|row| row.0 < amount);
        let count = rows[start..].partition_point(|row| row.0 == amount);
        &rows[start..start + count]
    }

    /// Tokens that differ from a word in one letter, or in two neighbours changed over; at most 16.
    pub fn tokens_like(&self, word: &str) -> Vec<u32> {
        let mut out = Vec::new();
        shortened(word, |key| {
            for token in self.typos.get(&key).into_iter().flatten().take(16) {
                if out.len() < 16
                    && !out.contains(token)
                    && strsim::osa_distance(&self.token_text[*token as usize], word) <= 1
                {
                    out.push(*token);
                }
            }
        });
        out
    }

    /// Customers whose name holds a token.
    pub fn customers_with(&self, token: u32) -> &[u32] {
        &self.token_customers[token as usize]
    }

    /// Bits that an equal token says: the rarer in names, the more.
    pub fn rarity(&self, token: u32) -> f64 {
        self.token_bits[token as usize]
    }

    /// The row of an account that customers are known to pay from, or `NONE`.
    pub fn account(&self, key: &str) -> u32 {
        self.accounts.get(key).copied().unwrap_or(NONE)
    }

    /// Customers who are known to pay from an account.
    pub fn owners(&self, account: u32) -> &[u32] {
        self.owners.get(account as usize).map_or(&[], Vec::as_slice)
    }

    pub fn by_email(&self, key: &str) -> &[u32] {
        self.emails.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn by_customer_id(&self, id: &str) -> Option<u32> {
        self.ids.get(id).copied()
    }

    pub fn by_customer_key(&self, key: Key) -> Option<u32> {
        self.id_keys.get(&key).copied()
    }

    /// Open items of exactly this amount.
    pub fn equal(&self, currency: Currency, amount: i64) -> &[(Currency, i64, u32)] {
        range(&self.open_amounts, currency, amount)
    }

    /// Closed items of exactly this amount.
    pub fn equal_closed(&self, currency: Currency, amount: i64) -> &[(Currency, i64, u32)] {
        range(&self.closed_amounts, currency, amount)
    }
}

/// The number on the document; an item without one is known by its id.
pub(super) fn printed_number(invoice: &Invoice) -> &str {
    invoice.number.as_deref().filter(|number| !number.trim().is_empty()).unwrap_or(&invoice.id)
}

/// Whether a text is a hexadecimal number that nobody takes for another: digits and letters up to F, and some of each.
fn is_hexadecimal(text: &[u8]) -> bool {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
    (6..=32).contains(&text.len())
        && digits > 0
        && digits < text.len()
        && text.iter().all(u8::is_ascii_hexdigit)
        && text.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count() > 1
}

/// Visits a hash of a word of five letters or more, and of what is left when any one is taken out.
fn shortened(word: &str, mut visit: impl FnMut(u64)) {
    let bytes = word.as_bytes();
    if !(5..=24).contains(&bytes.len()) {
        return;
    }
    for out in 0..=bytes.len() {
        let mut hasher = rustc_hash::FxHasher::default();
        bytes.iter().enumerate().filter(|(at, _)| *at != out).for_each(|(_, byte)| hasher.write_u8(*byte));
        visit(hasher.finish());
    }
}

fn range(rows: &[(Currency, i64, u32)], currency: Currency, amount: i64) -> &[(Currency, i64, u32)] {
    let start = rows.partition_point(|row| (row.0, row.1) < (currency, amount));
    let count = rows[start..].partition_point(|row| (row.0, row.1) == (currency, amount));
    &rows[start..start + count]
}
