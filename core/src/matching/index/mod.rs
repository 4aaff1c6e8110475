//! The open items, prepared once: dense rows, customers, and the ways to find them (numbers, names, accounts, amounts).
//!
//! # Design
//! There is one way for an item to come in (`edit`), whether with a million others or alone; all that is counted is
//! counted up and down, so that an index that was edited says what one says that was made anew of the same items. With a
//! million others they come in an order in which customers of a name lie side by side, and so do the items of a customer,
//! oldest first: what is looked at together comes from memory together.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

mod amounts;
mod buckets;
mod build;
mod edit;
mod item;
mod keys;
mod lists;
mod name_table;
mod number_table;
mod people;
mod places;
mod side;
mod sieve;
mod sorted;
mod texts;
mod vocabulary;

use self::amounts::Amounts;
pub(crate) use self::amounts::{Equal, MANY as MANY_EQUAL};
use self::item::Label;
pub(crate) use self::item::{Item, NO_DAY, NONE, State, Terms};
use self::keys::is_hexadecimal;
pub(crate) use self::keys::{account_key, days, email_key, head, name_tokens, printed_name};
use self::lists::Lists;
pub(crate) use self::number_table::NumberForm;
use self::number_table::NumberTable;
use self::people::People;
pub(crate) use self::people::{CustomerRow, NameVariant};
pub(crate) use self::places::Places;
pub(crate) use self::side::{Side, is_of_money_out};
use self::texts::Texts;
use self::vocabulary::Vocabulary;
use crate::money::Currency;
use crate::reference::Key;
use crate::reference::series::Grammar;
use chrono::NaiveDate;
use core::cmp::Ordering;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Of so many items one must be looked for by its key for a table of all keys to be worth its making.
const MANY_SEARCHES: usize = 8;
/// Customers of one group whose items are looked at together.
const MOST_OF_GROUP: usize = 64;

/// Zeros before a hexadecimal number that payers leave out.
const MOST_ZEROS: usize = 2;

/// The index over one set of items.
#[derive(Default)]
pub(crate) struct Index {
    /// Which money settles its items.
    pub side: Side,
    pub items: Vec<Item>,
    labels: Vec<Label>,
    texts: Texts,
    /// Rows by their ids, as long as nothing was edited.
    by_id: Vec<u32>,
    /// Rows of items that are gone, and those of them that may be used again.
    gone: usize,
    free: Vec<u32>,
    /// Items by the hash of their ids, where items come and go.
    ids: Option<FxHashMap<u64, u32>>,
    terms: Vec<Terms>,
    previous: Vec<i64>,
    /// Items that payments can find, and the open ones among them.
    pub listed_count: u32,
    pub open_count: u32,
    /// Items with payment references of their own.
    referenced: usize,
    /// Open items by due day and day of issue.
    calendar: BTreeMap<(i32, i32), u32>,
    /// Of each customer the open items and the closed ones, oldest first.
    owned: Lists<u32>,
    shared: Shared,
    pub grammar: Grammar,
    numbers: NumberTable,
    /// Numbers of credit notes, which no money in settles; with how many have each.
    credit_notes: FxHashMap<Key, u32>,
    /// How many hexadecimal numbers there are of each length.
    hexadecimal: BTreeMap<usize, u32>,
    amounts: Amounts,
    people: People,
    /// Rows of ledgers among the items.
    pub entry_count: usize,
}

/// Mass-payment items and the items that they stand for: they share one open amount.
#[derive(Default)]
struct Shared {
    covers: FxHashMap<u32, Vec<u32>>,
    covered_by: FxHashMap<u32, Vec<u32>>,
    /// The ids that each mass-payment item says it stands for.
    said: BTreeMap<u32, Vec<Box<str>>>,
    /// By the hash of an id those that say it.
    mentions: FxHashMap<u64, Vec<u32>>,
}

impl Index {
    /// Items that a key names, with the form; each once, in no order.
    pub fn number(&self, key: Key) -> impl Iterator<Item = (u32, NumberForm)> + Clone {
        let found = self.numbers.get(key).into_iter().flatten();
        found.map(number_table::row).filter(|(item, _)| self.items[*item as usize].listed)
    }

    /// Visits the first of the items that a key names, with the form: at most so many.
    pub fn first_of_number(&self, key: Key, most: usize, mut visit: impl FnMut(u32, NumberForm)) {
        let found = self.number(key);
        // Few keys name that many: only of these an order is needed.
        if found.clone().nth(most).is_none() {
            return found.for_each(|(item, form)| visit(item, form));
        }
        let mut found: Vec<(u32, NumberForm)> = found.collect();
        found.sort_by(|a, b| self.before(a.0, b.0).then(a.1.cmp(&b.1)));
        found.into_iter().take(most).for_each(|(item, form)| visit(item, form));
    }

    /// Whether a key names any item.
    pub fn has_number(&self, key: Key) -> bool {
        self.number(key).next().is_some()
    }

    /// Whether a key is of what a payer may have seen of an item: any form of its numbers but the host's own key.
    pub fn has_seen_number(&self, key: Key) -> bool {
        self.number(key).any(|(_, form)| form != NumberForm::Id)
    }

    /// Whether a key is the number of a credit note.
    pub fn is_credit_note(&self, key: Key) -> bool {
        self.credit_notes.contains_key(&key)
    }

    /// Whether a key may be a whole number or reference of an item; surely not for most keys.
    pub fn may_be_whole(&self, key: Key) -> bool {
        self.numbers.may_be_whole(key)
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
        !self.hexadecimal.is_empty()
    }

    /// Whether a run of letters and digits has the form of the host's hexadecimal numbers.
    pub fn has_hexadecimal(&self, text: &[u8]) -> bool {
        self.hexadecimal.contains_key(&text.len()) && is_hexadecimal(text)
    }

    /// The number of the host's that a run of letters and digits is but for zeros before it, which payers leave out or add.
    pub fn hexadecimal_of(&self, text: &[u8]) -> Option<Key> {
        if !text.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let zeros = text.iter().take_while(|byte| **byte == b'0').count();
        let bare = text.get(zeros..)?;
        let length = bare.len();
        let lengths = (0..=MOST_ZEROS).filter(|zeros| self.hexadecimal.contains_key(&(length + zeros)));
        let key = |zeros| Key::of_bytes(core::iter::repeat_n(b'0', zeros).chain(bare.iter().copied()));
        lengths.filter_map(key).find(|key| self.has_number(*key))
    }

    /// What an item has beside its amount.
    pub fn terms(&self, item: &Item) -> Terms {
        self.terms.get(item.terms as usize).copied().unwrap_or_default()
    }

    /// What an item was before it was changed.
    pub fn previous(&self, terms: &Terms) -> &[i64] {
        &self.previous[terms.previous.0 as usize..terms.previous.1 as usize]
    }

    /// The items that a mass-payment item stands for.
    pub fn covers(&self, item: u32) -> &[u32] {
        self.shared.covers.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The mass-payment items that stand for an item.
    pub fn covered_by(&self, item: u32) -> &[u32] {
        self.shared.covered_by.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The host's key of an item.
    pub fn id(&self, item: u32) -> &str {
        self.texts.get(self.labels[item as usize].id)
    }

    /// The number on the document; an item without one is known by its id.
    pub fn printed(&self, item: u32) -> &str {
        self.texts.get(self.labels[item as usize].number)
    }

    /// Which of two items goes first where nothing else tells: the older, then by id.
    pub fn before(&self, a: u32, b: u32) -> Ordering {
        let due = |at: u32| self.items[at as usize].due;
        due(a).cmp(&due(b)).then_with(|| self.id(a).cmp(self.id(b)))
    }

    /// Which of two lists of items goes first where nothing else tells.
    pub fn all_before(&self, a: &[u32], b: &[u32]) -> Ordering {
        let mut pairs = a.iter().zip(b).map(|(a, b)| self.before(*a, *b));
        pairs.find(|order| order.is_ne()).unwrap_or(a.len().cmp(&b.len()))
    }

    /// Which of two customers goes first where nothing else tells.
    pub fn customer_before(&self, a: u32, b: u32) -> Ordering {
        let head = |customer: u32| self.customer(customer).map_or(0, |row| row.head);
        head(a)
            .cmp(&head(b))
            .then_with(|| self.customer_id(a).cmp(&self.customer_id(b)))
            .then_with(|| a.cmp(&b))
    }

    /// The latest date of issue.
    pub fn last_issued(&self) -> Option<NaiveDate> {
        let rows = self.items.iter().zip(0..).filter(|(_, row)| !self.is_gone(*row));
        let last = rows.map(|(item, _)| item.issued).filter(|day| *day != NO_DAY).max()?;
        NaiveDate::from_num_days_from_ce_opt(last)
    }

    /// All items, by their ids.
    pub fn by_id(&self) -> Vec<u32> {
        if self.by_id.len() == self.items.len() {
            return self.by_id.clone();
        }
        let mut rows: Vec<u32> = (0..self.items.len() as u32).filter(|row| !self.is_gone(*row)).collect();
        rows.sort_unstable_by_key(|row| self.id(*row));
        rows
    }

    /// What a ledger says of its row.
    pub fn memo(&self, item: u32) -> &str {
        self.texts.get(self.labels[item as usize].memo)
    }

    /// Whether all items are rows of a ledger.
    pub fn has_entries_alone(&self) -> bool {
        self.entry_count > 0 && self.entry_count + self.gone == self.items.len()
    }

    fn is_gone(&self, row: u32) -> bool {
        self.items[row as usize].state == State::Gone
    }

    /// Due days and days of issue of the open items, with how many there are.
    pub fn calendar(&self) -> impl Iterator<Item = ((i32, i32), u32)> {
        self.calendar.iter().map(|(days, count)| (*days, *count))
    }

    /// The row of an item by the host's key, whether items can change or not.
    pub fn find(&self, id: &str) -> Option<u32> {
        if self.ids.is_some() {
            return self.row(id);
        }
        let at = self.by_id.binary_search_by(|row| self.id(*row).cmp(id)).ok()?;
        self.by_id.get(at).copied()
    }

    /// Finds rows by the host's keys, about so many of them.
    pub fn finder(&self, searches: usize) -> impl Fn(&str) -> Option<u32> {
        let many = self.ids.is_none() && searches > self.by_id.len() / MANY_SEARCHES;
        let places = many.then(|| Places::new(self.by_id.iter().map(|row| (self.id(*row), *row))));
        move |id| match &places {
            Some(places) => places.find(id, |row| self.id(row)),
            None => self.find(id),
        }
    }

    /// A customer's open items, oldest first; nothing of no customer.
    pub fn open_of(&self, customer: u32) -> &[u32] {
        if customer == NONE { &[] } else { self.owned.get(2 * customer) }
    }

    /// A customer's closed items, oldest first.
    pub fn closed_of(&self, customer: u32) -> &[u32] {
        if customer == NONE { &[] } else { self.owned.get(2 * customer + 1) }
    }

    /// All rows of customers, and some that are free.
    pub fn customer_rows(&self) -> core::ops::Range<u32> {
        0..self.people.rows.len() as u32
    }

    /// How many customers there are.
    pub fn customer_count(&self) -> usize {
        self.people.len()
    }

    /// A customer, where one is known.
    pub fn customer(&self, customer: u32) -> Option<&CustomerRow> {
        self.people.rows.get(customer as usize)
    }

    /// The host's key of a customer.
    pub fn customer_id(&self, customer: u32) -> Option<&str> {
        self.customer(customer)?.id.map(|id| self.texts.get(id))
    }

    /// A customer's names.
    pub fn names(&self, customer: u32) -> impl Iterator<Item = &NameVariant> {
        self.people.variants(customer)
    }

    /// Customers who bear the tokens of a name, in any order.
    pub fn alike(&self, variant: &NameVariant) -> u32 {
        self.people.alike(variant)
    }

    /// Whether a customer bears a name as it is printed; `false` too where no customer does.
    pub fn bears(&self, customer: u32, printed: u64) -> bool {
        self.names(customer).any(|name| name.printed == printed)
    }

    /// Whether some customer bears a name as it is printed.
    pub fn is_printed(&self, printed: u64) -> bool {
        self.people.is_printed(printed)
    }

    /// The tokens of a name, in its order.
    pub fn tokens(&self, variant: &NameVariant) -> &[u32] {
        self.people.tokens(variant)
    }

    /// The row of a folded name token.
    pub fn token(&self, text: &str) -> Option<u32> {
        self.people.names.row(text)
    }

    /// Words that texts and names are made of everywhere.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.people.names.vocabulary()
    }

    /// Bits that an equal token says in a text of which nothing else is known.
    pub fn rarity_in_text(&self, token: u32) -> f64 {
        self.people.names.bits_in_text(token)
    }

    pub fn token_text(&self, token: u32) -> &str {
        self.people.names.text(token)
    }

    /// Tokens that start with `prefix`, at most `most`, in the order of their text.
    pub fn tokens_with_prefix(&self, prefix: &str, most: usize) -> Vec<u32> {
        self.people.names.with_prefix(prefix, most)
    }

    /// Tokens that differ from a word in one letter, or in two neighbours changed over; at most 16.
    pub fn tokens_like(&self, word: &str) -> Vec<u32> {
        self.people.names.like(word)
    }

    /// Customers whose name holds a token, in order.
    pub fn customers_with(&self, token: u32) -> &[u32] {
        self.people.names.holders(token)
    }

    /// Bits that an equal token says: the rarer in names, the more.
    pub fn rarity(&self, token: u32) -> f64 {
        self.people.names.bits(token)
    }

    /// The row of an account that customers are known to pay from, or `NONE`.
    pub fn account(&self, key: &str) -> u32 {
        self.people.account(key).unwrap_or(NONE)
    }

    /// Customers who are known to pay from an account.
    pub fn owners(&self, account: u32) -> &[u32] {
        self.people.owners(account)
    }

    /// Whether the host keeps an account for any customer.
    pub fn keeps_accounts(&self) -> bool {
        self.people.keeps_accounts()
    }

    /// Customers for whom an account of the host is kept.
    pub fn by_virtual_account(&self, key: &str) -> &[u32] {
        self.people.by_virtual_account(key)
    }

    pub fn by_email(&self, key: &str) -> &[u32] {
        self.people.by_email(key)
    }

    pub fn by_customer_id(&self, id: &str) -> Option<u32> {
        self.people.by_id(id)
    }

    /// The customer whose id has these digits and letters, where only one has.
    pub fn by_customer_key(&self, key: Key) -> Option<u32> {
        match self.people.by_id_key(key) {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The first customers of the group that a customer is of, himself among them; none where he is of no group.
    pub fn group_of(&self, customer: u32) -> &[u32] {
        let group = self.customer(customer).map_or(NONE, |row| row.group);
        let all = if group == NONE { &[] } else { self.group(group) };
        all.get(..MOST_OF_GROUP).unwrap_or(all)
    }

    /// The customers of a group.
    pub fn group(&self, group: u32) -> &[u32] {
        self.people.group(group)
    }

    /// Items of exactly this amount.
    pub fn equal(&self, currency: Currency, amount: i64) -> Equal<'_> {
        self.amounts.get(amount, currency)
    }
}
