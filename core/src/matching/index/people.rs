//! Customers as their items show them, and what identifies each.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the tables that they index

use super::item::NONE;
use super::keys::{account_key, email_key, name_tokens, printed_name};
use super::lists::Lists;
use super::name_table::NameTable;
use super::texts::{Text, Texts};
use crate::error::Error;
use crate::model::Customer;
use crate::party::account_keys;
use crate::reference::Key;
use crate::text;
use core::hash::{Hash, Hasher};
use core::ops::Range;
use rustc_hash::{FxHashMap, FxHasher};

/// Names and aliases of one customer that are looked at: each is compared with every payment that it may have made.
const MOST_NAMES: usize = 32;

/// A name that customers bear.
#[derive(Clone, Debug)]
pub struct NameVariant {
    /// Its tokens, in its order.
    tokens: Range<u32>,
    /// The row of its tokens in any order.
    set: u32,
    /// Of the name as it is printed, legal form and all.
    pub printed: u64,
}

impl NameVariant {
    /// How many tokens it has.
    pub fn tokens(&self) -> usize {
        self.tokens.len()
    }
}

/// A customer.
#[derive(Clone, Debug)]
pub struct CustomerRow {
    pub id: Option<Text>,
    /// The first letters of the id: most customers are in order by these alone.
    pub head: u64,
    /// Hash of the id, or of the folded name where there is none.
    key: u64,
    pub group: u32,
    /// Whether an account is known that it pays from.
    pub has_account: bool,
}

impl Default for CustomerRow {
    fn default() -> Self {
        CustomerRow { id: None, head: 0, key: 0, group: NONE, has_account: false }
    }
}

/// What an item says of its customer. Most items of a customer say the same.
struct Face {
    customer: u32,
    /// Items that say it; none: the row is free.
    items: u32,
    hash: u64,
}

/// One thing that is said of a customer: rows of the tables below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    Name(u32),
    Account(u32),
    Virtual(u32),
    Email(u32),
    Group(u32),
}

/// Rows by a text, and lists of customers by row.
#[derive(Default)]
struct Owners {
    rows: FxHashMap<Box<str>, u32>,
    customers: Lists<u32>,
}

impl Owners {
    fn row(&mut self, key: &str) -> u32 {
        if let Some(row) = self.rows.get(key) {
            return *row;
        }
        let row = self.rows.len() as u32;
        self.rows.insert(key.into(), row);
        row
    }

    fn of(&self, key: &str) -> &[u32] {
        self.rows.get(key).map_or(&[], |row| self.customers.get(*row))
    }
}

/// Customers by row, and the ways to them.
#[derive(Default)]
pub struct People {
    pub rows: Vec<CustomerRow>,
    free: Vec<u32>,
    faces: Vec<Face>,
    free_faces: Vec<u32>,
    facts: Lists<Fact>,
    faces_of: Lists<u32>,
    /// Customers by the hash of their id or, without one, of their folded name.
    by_key: FxHashMap<u64, u32>,
    pub names: NameTable,
    variants: Vec<NameVariant>,
    variant_rows: FxHashMap<u64, u32>,
    variant_tokens: Vec<u32>,
    variants_of: Lists<u32>,
    /// Customers who bear the tokens of a name in any order, and rows by them.
    alike: Vec<u32>,
    sets: FxHashMap<u64, u32>,
    /// Customers by a name as it is printed.
    printed: FxHashMap<u64, u32>,
    accounts: Owners,
    virtual_accounts: Owners,
    emails: Owners,
    groups: Owners,
    /// Customers by the digits and letters of their ids.
    id_keys: FxHashMap<Key, u32>,
    with_key: Lists<u32>,
    folded: String,
}

/// What tells customers apart: the id, or without one the name; nothing of one that has neither.
pub fn customer_key(customer: &Customer, folded: &mut String) -> Option<u64> {
    let mut hasher = FxHasher::default();
    match (customer.id.as_deref(), customer.name.as_deref().unwrap_or_default()) {
        (Some(id), _) => id.hash(&mut hasher),
        (None, "") => return None,
        (None, name) => {
            folded.clear();
            text::fold_into(name, folded);
            (1_u8, folded.as_str()).hash(&mut hasher);
        }
    }
    Some(hasher.finish())
}

/// The first eight bytes of a text: these are in the order of the texts, but for texts that begin alike.
fn first_letters(text: &str) -> u64 {
    let mut head = [0; 8];
    text.bytes().zip(&mut head).for_each(|(byte, place)| *place = byte);
    u64::from_be_bytes(head)
}

fn face_hash(customer: &Customer) -> u64 {
    let Customer { id: _, name, aliases, ibans, virtual_ibans, emails, group } = customer;
    let mut hasher = FxHasher::default();
    (name, aliases, ibans, virtual_ibans, emails, group).hash(&mut hasher);
    hasher.finish()
}

impl People {
    /// How many customers there are.
    pub fn len(&self) -> usize {
        self.rows.len() - self.free.len()
    }

    /// One more item of a customer: the rows of the customer and of what the item says of it. Whether anything is new
    /// of a customer who was known comes with them.
    ///
    /// # Errors
    /// `matching.too_many` for ids of more than 4 GiB.
    pub fn meet(&mut self, customer: &Customer, texts: &mut Texts) -> Result<Option<(u32, u32)>, Error> {
        let Some(key) = customer_key(customer, &mut self.folded) else { return Ok(None) };
        let row = match self.by_key.get(&key) {
            Some(row) => *row,
            None => self.enrol(customer, key, texts)?,
        };
        let hash = face_hash(customer);
        if let Some(face) = self.face(row, hash) {
            self.faces[face as usize].items += 1;
            return Ok(Some((row, face)));
        }
        let facts = self.read(customer);
        let face = self.free_faces.pop().unwrap_or(self.faces.len() as u32);
        if face as usize == self.faces.len() {
            self.faces.push(Face { customer: row, items: 0, hash });
        }
        self.faces[face as usize] = Face { customer: row, items: 1, hash };
        self.facts.clear(face);
        for fact in facts {
            if !self.knows(row, fact) {
                self.gain(row, fact);
            }
            self.facts.push(face, fact);
        }
        self.faces_of.push(row, face);
        Ok(Some((row, face)))
    }

    /// Whether a customer is known who is not as he is shown now: his names may change.
    pub fn changes(&mut self, customer: &Customer) -> Option<u32> {
        let key = customer_key(customer, &mut self.folded)?;
        let row = *self.by_key.get(&key)?;
        self.face(row, face_hash(customer)).is_none().then_some(row)
    }

    /// The customer of whom only one item says what this face says.
    pub fn would_change(&self, face: u32) -> Option<u32> {
        let face = self.faces.get(face as usize)?;
        (face.items == 1).then_some(face.customer)
    }

    /// One item less that says what a face says.
    pub fn leave(&mut self, face: u32, texts: &Texts) {
        let Some(row) = self.faces.get_mut(face as usize).filter(|row| row.items > 0) else { return };
        row.items -= 1;
        if row.items > 0 {
            return;
        }
        let customer = row.customer;
        let list = self.faces_of.get(customer);
        if let Some(at) = list.iter().position(|other| *other == face) {
            self.faces_of.remove(customer, at);
        }
        self.free_faces.push(face);
        for fact in self.facts.get(face).to_vec() {
            if !self.knows(customer, fact) {
                self.lose(customer, fact);
            }
        }
        if self.faces_of.get(customer).is_empty() {
            self.strike(customer, texts);
        }
    }

    fn face(&self, customer: u32, hash: u64) -> Option<u32> {
        self.faces_of.get(customer).iter().copied().find(|face| self.faces[*face as usize].hash == hash)
    }

    fn enrol(&mut self, customer: &Customer, key: u64, texts: &mut Texts) -> Result<u32, Error> {
        let id = customer.id.as_deref().map(|id| texts.add(id)).transpose()?;
        let row = self.free.pop().unwrap_or(self.rows.len() as u32);
        if row as usize == self.rows.len() {
            self.rows.push(CustomerRow::default());
        }
        let head = customer.id.as_deref().map_or(0, first_letters);
        self.rows[row as usize] = CustomerRow { id, head, key, ..CustomerRow::default() };
        self.by_key.insert(key, row);
        if let Some(list) = customer.id.as_deref().and_then(|id| self.list_of(id)) {
            self.with_key.insert_sorted(list, row);
        }
        self.names.count(self.len() as u32);
        Ok(row)
    }

    fn strike(&mut self, customer: u32, texts: &Texts) {
        let row = core::mem::take(&mut self.rows[customer as usize]);
        self.by_key.remove(&row.key);
        if let Some(list) = row.id.and_then(|id| self.list_of(texts.get(id))) {
            self.with_key.remove_sorted(list, customer);
        }
        self.free.push(customer);
        self.names.count(self.len() as u32);
    }

    /// The list of the customers whose ids have the digits and letters of this one.
    fn list_of(&mut self, id: &str) -> Option<u32> {
        let key = Key::of(id).filter(|_| id.bytes().any(|byte| byte.is_ascii_digit()))?;
        let next = self.id_keys.len() as u32;
        Some(*self.id_keys.entry(key).or_insert(next))
    }

    /// All that an item says of its customer, each once.
    fn read(&mut self, customer: &Customer) -> Vec<Fact> {
        let mut facts = Vec::new();
        for name in customer.name.iter().chain(&customer.aliases).take(MOST_NAMES) {
            facts.extend(self.variant(name).map(Fact::Name));
        }
        for iban in &customer.ibans {
            // A national number and the IBAN around it are one account.
            facts.extend(account_keys(iban).iter().map(|key| Fact::Account(self.accounts.row(key))));
        }
        for iban in &customer.virtual_ibans {
            facts.push(Fact::Virtual(self.virtual_accounts.row(&account_key(iban))));
        }
        for email in &customer.emails {
            facts.push(Fact::Email(self.emails.row(&email_key(email))));
        }
        facts.extend(customer.group.as_deref().map(|group| Fact::Group(self.groups.row(group))));
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    /// The row of a name; nothing of one without a word.
    fn variant(&mut self, name: &str) -> Option<u32> {
        let mut tokens: Vec<u32> = Vec::with_capacity(4);
        for token in &name_tokens(name) {
            let token = self.names.learn(token);
            if !tokens.contains(&token) {
                tokens.push(token);
            }
        }
        if tokens.is_empty() {
            return None;
        }
        let printed = printed_name(name, &mut self.folded);
        let hash = |tokens: &[u32], printed: u64| {
            let mut hasher = FxHasher::default();
            (tokens, printed).hash(&mut hasher);
            hasher.finish()
        };
        let next = self.variants.len() as u32;
        let row = *self.variant_rows.entry(hash(&tokens, printed)).or_insert(next);
        if row == next {
            let start = self.variant_tokens.len() as u32;
            self.variant_tokens.extend_from_slice(&tokens);
            let end = self.variant_tokens.len() as u32;
            tokens.sort_unstable();
            let new = self.alike.len() as u32;
            let set = *self.sets.entry(hash(&tokens, 0)).or_insert(new);
            if set == new {
                self.alike.push(0);
            }
            self.variants.push(NameVariant { tokens: start..end, set, printed });
        }
        Some(row)
    }

    /// Whether anything that is listed says this of a customer.
    fn knows(&self, customer: u32, fact: Fact) -> bool {
        self.faces_of.get(customer).iter().any(|face| self.facts.get(*face).contains(&fact))
    }

    /// Whether another of a customer's names is like this one in some way.
    fn another(&self, customer: u32, variant: u32, like: impl Fn(&NameVariant) -> bool) -> bool {
        let others = self.variants_of.get(customer).iter().filter(|other| **other != variant);
        others.map(|other| &self.variants[*other as usize]).any(like)
    }

    fn gain(&mut self, customer: u32, fact: Fact) {
        match fact {
            Fact::Name(variant) => {
                if self.variants_of.get(customer).len() < MOST_NAMES {
                    self.gain_name(customer, variant);
                }
            }
            Fact::Account(row) => {
                self.accounts.customers.insert_sorted(row, customer);
                self.rows[customer as usize].has_account = true;
            }
            Fact::Virtual(row) => {
                self.virtual_accounts.customers.insert_sorted(row, customer);
            }
            Fact::Email(row) => {
                self.emails.customers.insert_sorted(row, customer);
            }
            Fact::Group(row) => {
                let group = &mut self.rows[customer as usize].group;
                if *group == NONE {
                    *group = row;
                    self.groups.customers.insert_sorted(row, customer);
                }
            }
        }
    }

    fn lose(&mut self, customer: u32, fact: Fact) {
        match fact {
            Fact::Name(variant) => self.lose_name(customer, variant),
            Fact::Account(row) => {
                self.accounts.customers.remove_sorted(row, customer);
                let accounts =
                    |face: &u32| self.facts.get(*face).iter().any(|fact| matches!(fact, Fact::Account(_)));
                self.rows[customer as usize].has_account = self.faces_of.get(customer).iter().any(accounts);
            }
            Fact::Virtual(row) => {
                self.virtual_accounts.customers.remove_sorted(row, customer);
            }
            Fact::Email(row) => {
                self.emails.customers.remove_sorted(row, customer);
            }
            Fact::Group(row) => {
                self.groups.customers.remove_sorted(row, customer);
                if self.rows[customer as usize].group == row {
                    self.rows[customer as usize].group = NONE;
                    // Another that is said of the customer takes its place.
                    let faces = self.faces_of.get(customer).iter();
                    let facts = faces.flat_map(|face| self.facts.get(*face));
                    let other = facts.copied().filter(|fact| matches!(fact, Fact::Group(_))).min();
                    other.into_iter().for_each(|group| self.gain(customer, group));
                }
            }
        }
    }

    fn gain_name(&mut self, customer: u32, variant: u32) {
        if !self.variants_of.insert_sorted(customer, variant) {
            return;
        }
        let NameVariant { tokens, set, printed } = self.variants[variant as usize].clone();
        if !self.another(customer, variant, |other| other.set == set) {
            self.alike[set as usize] += 1;
        }
        *self.printed.entry(printed).or_default() += 1;
        for token in &self.variant_tokens[tokens.start as usize..tokens.end as usize] {
            self.names.gain(*token, customer);
        }
    }

    fn lose_name(&mut self, customer: u32, variant: u32) {
        if !self.variants_of.remove_sorted(customer, variant) {
            return;
        }
        let NameVariant { tokens, set, printed } = self.variants[variant as usize].clone();
        if !self.another(customer, variant, |other| other.set == set) {
            self.alike[set as usize] -= 1;
        }
        if let Some(bearers) = self.printed.get_mut(&printed) {
            *bearers = bearers.saturating_sub(1);
        }
        for at in tokens {
            let token = self.variant_tokens[at as usize];
            if !self.another(customer, variant, |other| self.tokens(other).contains(&token)) {
                self.names.lose(token, customer);
            }
        }
    }

    /// Lays the tables out for reading.
    pub fn tidy(&mut self) {
        self.names.tidy();
        for lists in [&mut self.variants_of, &mut self.faces_of, &mut self.with_key] {
            lists.tidy();
        }
        self.facts.tidy();
        for owners in [&mut self.accounts, &mut self.virtual_accounts, &mut self.emails, &mut self.groups] {
            owners.customers.tidy();
        }
    }

    /// Texts that are still in use are kept in another place.
    ///
    /// # Errors
    /// `matching.too_many` beyond 4 GiB.
    pub fn move_texts(&mut self, from: &Texts, to: &mut Texts) -> Result<(), Error> {
        for row in &mut self.rows {
            row.id = row.id.map(|id| to.add(from.get(id))).transpose()?;
        }
        Ok(())
    }

    /// A customer's names.
    pub fn variants(&self, customer: u32) -> impl Iterator<Item = &NameVariant> {
        self.variants_of.get(customer).iter().map(|row| &self.variants[*row as usize])
    }

    /// Customers who bear the tokens of a name, in any order.
    pub fn alike(&self, variant: &NameVariant) -> u32 {
        self.alike[variant.set as usize]
    }

    /// The tokens of a name, in its order.
    pub fn tokens(&self, variant: &NameVariant) -> &[u32] {
        &self.variant_tokens[variant.tokens.start as usize..variant.tokens.end as usize]
    }

    /// Whether some customer bears a name as it is printed.
    pub fn is_printed(&self, printed: u64) -> bool {
        self.printed.get(&printed).is_some_and(|bearers| *bearers > 0)
    }

    /// The row of an account that customers are known to pay from.
    pub fn account(&self, key: &str) -> Option<u32> {
        self.accounts.rows.get(key).copied()
    }

    /// Customers who are known to pay from an account.
    pub fn owners(&self, account: u32) -> &[u32] {
        self.accounts.customers.get(account)
    }

    /// Whether an account is kept for anybody.
    pub fn keeps_accounts(&self) -> bool {
        !self.virtual_accounts.rows.is_empty()
    }

    pub fn by_virtual_account(&self, key: &str) -> &[u32] {
        self.virtual_accounts.of(key)
    }

    pub fn by_email(&self, key: &str) -> &[u32] {
        self.emails.of(key)
    }

    pub fn by_id(&self, id: &str) -> Option<u32> {
        let mut hasher = FxHasher::default();
        id.hash(&mut hasher);
        self.by_key.get(&hasher.finish()).copied()
    }

    /// The customers whose ids have these digits and letters.
    pub fn by_id_key(&self, key: Key) -> &[u32] {
        self.id_keys.get(&key).map_or(&[], |list| self.with_key.get(*list))
    }

    /// The customers of a group.
    pub fn group(&self, group: u32) -> &[u32] {
        self.groups.customers.get(group)
    }
}
