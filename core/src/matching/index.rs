//! The open items, prepared once: dense rows, customers, and the ways to find them (numbers, names, accounts, amounts).
//!
//! # Design
//! Customers with the same name lie side by side, and so do the items of a customer, oldest first: what is looked at
//! together comes from memory together.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

mod amounts;
mod build;
mod item;
mod lists;
mod name_table;
mod number_table;
mod sieve;
mod texts;
mod vocabulary;

pub(super) use self::amounts::{Equal, MANY as MANY_EQUAL};
use self::item::Label;
pub(super) use self::item::{Item, NO_DAY, NONE, State, Terms};
use self::lists::Lists;
use self::name_table::NameTable;
pub(super) use self::number_table::NumberForm;
use self::number_table::NumberTable;
use self::texts::{Text, Texts};
use self::vocabulary::Vocabulary;
use crate::model::Invoice;
use crate::money::Currency;
use crate::party::Name;
use crate::reference::Key;
use crate::reference::series::Grammar;
use crate::text;
use chrono::{Datelike, NaiveDate};
use core::hash::Hasher;
use core::ops::Range;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

/// A customer's name or alias.
#[derive(Clone, Debug)]
pub(super) struct NameVariant {
    /// Its tokens, in its order.
    tokens: Range<u32>,
    /// Customers with the same tokens.
    pub alike: u32,
    /// Of the name as it is printed, legal form and all.
    pub printed: u64,
}

impl NameVariant {
    /// How many tokens it has.
    pub fn tokens(&self) -> usize {
        self.tokens.len()
    }
}

#[derive(Clone, Debug)]
pub(super) struct CustomerRow {
    id: Option<Text>,
    names: Range<u32>,
    pub group: u32,
    /// Whether an account is known that it pays from.
    pub has_account: bool,
}

/// Mass-payment items and the items that they stand for: they share one open amount.
#[derive(Default)]
struct Shared {
    covers: FxHashMap<u32, Vec<u32>>,
    covered_by: FxHashMap<u32, Vec<u32>>,
}

/// The index over one set of items.
pub(super) struct Index {
    pub items: Vec<Item>,
    labels: Vec<Label>,
    /// Rows of the items by their ids.
    by_id: Vec<u32>,
    texts: Texts,
    terms: Vec<Terms>,
    previous: Vec<i64>,
    /// Items that payments can find, and the open ones among them.
    pub listed_count: u32,
    pub open_count: u32,
    /// Of each customer the open items and the closed ones, oldest first.
    owned: Lists<u32>,
    shared: Shared,
    pub grammar: Grammar,
    numbers: NumberTable,
    /// A bit for each length that hexadecimal numbers have.
    hexadecimal: u64,
    /// Items with payment references of their own.
    referenced: usize,
    amounts: amounts::Amounts,
    pub customers: Vec<CustomerRow>,
    variants: Vec<NameVariant>,
    /// Names as they are printed, hashed.
    printed: FxHashSet<u64>,
    variant_tokens: Vec<u32>,
    names: NameTable,
    known: Known,
}

/// What identifies customers, and whom.
#[derive(Default)]
struct Known {
    /// Accounts that customers are known to pay from, and whose each is.
    accounts: FxHashMap<String, u32>,
    owners: Vec<Vec<u32>>,
    virtual_accounts: FxHashMap<String, Vec<u32>>,
    emails: FxHashMap<String, Vec<u32>>,
    ids: FxHashMap<Box<str>, u32>,
    id_keys: FxHashMap<Key, u32>,
    groups: Vec<Vec<u32>>,
}

/// A name as it is printed, but for case, accents and marks, as a hash. `buffer` is used again.
pub(super) fn printed_name(name: &str, buffer: &mut String) -> u64 {
    buffer.clear();
    text::fold_into(name, buffer);
    let mut hasher = FxHasher::default();
    for word in text::tokens(buffer) {
        hasher.write(word.as_bytes());
        hasher.write_u8(0);
    }
    hasher.finish()
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

impl Index {
    /// Items that a key names, with the form.
    pub fn number(&self, key: Key) -> &[(u32, NumberForm)] {
        self.numbers.get(key)
    }

    /// Whether a key names any item.
    pub fn has_number(&self, key: Key) -> bool {
        !self.number(key).is_empty()
    }

    /// Items whose whole number or reference a key may be; surely none for most keys.
    pub fn whole_number(&self, key: Key) -> &[(u32, NumberForm)] {
        self.numbers.get_whole(key)
    }

    /// Whether any whole number is of about this length: one more, one less, or the same.
    pub fn has_length(&self, length: usize) -> bool {
        self.numbers.has_length(length)
    }

    /// Whether the host gives its items payment references of their own.
    pub fn prints_references(&self) -> bool {
        10 * self.referenced > self.listed_count as usize
    }

    /// Whether any of the host's numbers is hexadecimal.
    pub fn prints_hexadecimal(&self) -> bool {
        self.hexadecimal != 0
    }

    /// Whether a run of letters and digits has the form of the host's hexadecimal numbers.
    pub fn has_hexadecimal(&self, text: &[u8]) -> bool {
        self.hexadecimal & (1 << text.len().min(63)) != 0 && is_hexadecimal(text)
    }

    /// What an item has beside its amount.
    pub fn terms(&self, item: &Item) -> Terms {
        self.terms.get(item.terms as usize).copied().unwrap_or_default()
    }

    /// The items that a mass-payment item stands for.
    pub fn covers(&self, item: u32) -> &[u32] {
        self.shared.covers.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The mass-payment items that stand for an item.
    pub fn covered_by(&self, item: u32) -> &[u32] {
        self.shared.covered_by.get(&item).map_or(&[], Vec::as_slice)
    }

    /// What an item was before it was changed.
    pub fn previous(&self, terms: &Terms) -> &[i64] {
        &self.previous[terms.previous.0 as usize..terms.previous.1 as usize]
    }

    /// The host's key of an item.
    pub fn id(&self, item: u32) -> &str {
        self.texts.get(self.labels[item as usize].id)
    }

    /// The number on the document; an item without one is known by its id.
    pub fn printed(&self, item: u32) -> &str {
        self.texts.get(self.labels[item as usize].number)
    }

    /// The latest date of issue.
    pub fn last_issued(&self) -> Option<NaiveDate> {
        let last = self.items.iter().map(|item| item.issued).filter(|day| *day != NO_DAY).max()?;
        NaiveDate::from_num_days_from_ce_opt(last)
    }

    /// All items, by their ids.
    pub fn by_id(&self) -> &[u32] {
        &self.by_id
    }

    /// A customer's open items, oldest first; nothing of no customer.
    pub fn open_of(&self, customer: u32) -> &[u32] {
        if customer == NONE { &[] } else { self.owned.get(2 * customer) }
    }

    /// A customer's closed items, oldest first.
    pub fn closed_of(&self, customer: u32) -> &[u32] {
        if customer == NONE { &[] } else { self.owned.get(2 * customer + 1) }
    }

    /// The host's key of a customer.
    pub fn customer_id(&self, customer: u32) -> Option<&str> {
        self.customers.get(customer as usize)?.id.map(|id| self.texts.get(id))
    }

    /// A customer's names.
    pub fn names(&self, customer: &CustomerRow) -> &[NameVariant] {
        &self.variants[customer.names.start as usize..customer.names.end as usize]
    }

    /// Whether a customer bears a name as it is printed; `false` too where no customer does.
    pub fn bears(&self, customer: &CustomerRow, printed: u64) -> bool {
        self.names(customer).iter().any(|name| name.printed == printed)
    }

    /// Whether some customer bears a name as it is printed.
    pub fn is_printed(&self, printed: u64) -> bool {
        self.printed.contains(&printed)
    }

    /// The tokens of a name, in its order.
    pub fn tokens(&self, variant: &NameVariant) -> &[u32] {
        &self.variant_tokens[variant.tokens.start as usize..variant.tokens.end as usize]
    }

    /// The row of a folded name token.
    pub fn token(&self, text: &str) -> Option<u32> {
        self.names.row(text)
    }

    /// Words that texts and names are made of everywhere.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.names.vocabulary()
    }

    /// Bits that an equal token says in a text of which nothing else is known.
    pub fn rarity_in_text(&self, token: u32) -> f64 {
        self.names.bits_in_text(token)
    }

    pub fn token_text(&self, token: u32) -> &str {
        self.names.text(token)
    }

    /// Tokens that start with `prefix`, at most `most`.
    pub fn tokens_with_prefix<'s>(&'s self, prefix: &'s str, most: usize) -> impl Iterator<Item = u32> + 's {
        self.names.with_prefix(prefix, most)
    }

    /// Tokens that differ from a word in one letter, or in two neighbours changed over; at most 16.
    pub fn tokens_like(&self, word: &str) -> Vec<u32> {
        self.names.like(word)
    }

    /// Customers whose name holds a token, in order.
    pub fn customers_with(&self, token: u32) -> &[u32] {
        self.names.holders(token)
    }

    /// Bits that an equal token says: the rarer in names, the more.
    pub fn rarity(&self, token: u32) -> f64 {
        self.names.bits(token)
    }

    /// The row of an account that customers are known to pay from, or `NONE`.
    pub fn account(&self, key: &str) -> u32 {
        self.known.accounts.get(key).copied().unwrap_or(NONE)
    }

    /// Customers who are known to pay from an account.
    pub fn owners(&self, account: u32) -> &[u32] {
        self.known.owners.get(account as usize).map_or(&[], Vec::as_slice)
    }

    /// Customers for whom an account of the host is kept.
    pub fn by_virtual_account(&self, key: &str) -> &[u32] {
        self.known.virtual_accounts.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn by_email(&self, key: &str) -> &[u32] {
        self.known.emails.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn by_customer_id(&self, id: &str) -> Option<u32> {
        self.known.ids.get(id).copied()
    }

    pub fn by_customer_key(&self, key: Key) -> Option<u32> {
        self.known.id_keys.get(&key).copied()
    }

    /// The customers of a group.
    pub fn group(&self, group: u32) -> &[u32] {
        self.known.groups.get(group as usize).map_or(&[], Vec::as_slice)
    }

    /// Items of exactly this amount.
    pub fn equal(&self, currency: Currency, amount: i64) -> Equal<'_> {
        self.amounts.get(amount, currency)
    }
}

/// The number on the document; an item without one is known by its id.
fn printed_number(invoice: &Invoice) -> &str {
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
