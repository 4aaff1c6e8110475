//! A world in the making: items and payments by index, and the careful clerk who judges what the rows tell.
//!
//! There is no noise here. A style says what stands in a row and what a reader can take from it; this file keeps the
//! books (nothing is settled twice), judges `knowable` by one rule for all, and hands out ids and an order.

use crate::plan::Ids;
use crate::{Kind, Random, Truth, World};
use chrono::NaiveDate;
use payymo::matching::Options;
use payymo::model::{Invoice, InvoiceKind, InvoiceState, Settlement, Transaction};
use std::collections::{BTreeMap, BTreeSet};

/// An open or closed item.
pub struct Item {
    /// As the host lists it.
    pub invoice: Invoice,
    /// Whose, by index.
    pub party: usize,
    /// Whether the host lists it at all.
    pub listed: bool,
    /// What no payment has taken yet, in minor units.
    pub left: i64,
    /// Whether a payment was meant for it.
    pub touched: bool,
}

/// Whom a reader of the row would take the payer for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payer {
    /// A customer, by an account or a customer number that the host knows.
    Known(usize),
    /// Whoever goes by this name.
    Named(String),
    /// Nobody among the customers.
    Unknown,
}

/// A row and the truth about it.
#[derive(Clone)]
pub struct Payment {
    /// The row; its id is given at the end.
    pub row: Transaction,
    /// What it is.
    pub kind: Kind,
    /// Who paid or for whom.
    pub party: Option<usize>,
    /// Items and minor units of the item's currency.
    pub parts: Vec<(usize, i64)>,
    /// Credit notes that the payer took off, and minor units.
    pub less: Vec<(usize, i64)>,
    /// The text names all that the payment is for.
    pub named: bool,
    /// Whom a reader takes the payer for.
    pub payer: Payer,
    /// Equal payments share a number.
    pub copies: Option<u32>,
    /// The same row stands in two overlapping statements under one id.
    pub twice: bool,
}

impl Payment {
    /// A row that settles nothing and names all that it is for: nobody could take it for a customer's.
    pub fn aside(kind: Kind, row: Transaction) -> Self {
        Payment {
            row,
            kind,
            party: None,
            parts: Vec::new(),
            less: Vec::new(),
            named: true,
            payer: Payer::Unknown,
            copies: None,
            twice: false,
        }
    }
}

/// What the clerk knows about a customer.
#[derive(Clone, Default)]
pub struct Face {
    /// The host's id.
    pub id: String,
    /// Names under which a reader would recognise the customer: `Payer::Named` refers to them.
    pub keys: Vec<String>,
    /// Customers of one group pay for each other.
    pub group: Option<String>,
}

/// The books.
#[derive(Default)]
pub struct Draft {
    /// Customers by index.
    pub faces: Vec<Face>,
    /// Items by index.
    pub items: Vec<Item>,
    /// How many customers go by a name: the first of their keys.
    pub bearers: BTreeMap<String, usize>,
    /// Rows.
    pub payments: Vec<Payment>,
    /// What was settled before: item, minor units, day, outer ids.
    pub settled: Vec<(usize, i64, NaiveDate, Vec<String>)>,
}

/// One of so many that is liked, by chance: bounded, so that large worlds cost no more a row than small ones.
pub fn probe(random: &mut Random, bound: usize, like: impl Fn(usize) -> bool) -> Option<usize> {
    let tries = if bound == 0 { 0 } else { 2000 };
    (0..tries).map(|_| random.below(bound as u64) as usize).find(|&at| like(at))
}

impl Draft {
    /// One customer more.
    pub fn enrol(&mut self, face: Face) {
        if let Some(key) = face.keys.first() {
            *self.bearers.entry(key.clone()).or_default() += 1;
        }
        self.faces.push(face);
    }

    /// Whether another customer has the same name.
    pub fn has_namesake(&self, party: usize) -> bool {
        self.faces[party].keys.first().and_then(|key| self.bearers.get(key)).is_some_and(|count| *count > 1)
    }

    /// Takes money from an item for a payment: at most what is left. Returns the part.
    pub fn take(&mut self, item: usize, minor: i64) -> (usize, i64) {
        let entry = &mut self.items[item];
        let part = minor.min(entry.left);
        entry.left -= part;
        entry.touched = true;
        (item, part)
    }

    /// Takes a payment's money from these items in turn, from each what is left, until it is spent. Returns the parts.
    pub fn take_in_turn(&mut self, items: &[usize], gross: i64) -> Vec<(usize, i64)> {
        let mut rest = gross;
        let mut parts = Vec::new();
        for &at in items {
            let part = self.take(at, rest);
            rest -= part.1;
            parts.extend((part.1 > 0).then_some(part));
        }
        parts
    }

    /// The truth about a payment of a closed item: its number, where the host lists it, tells whose it is. Where just as
    /// much is open, it could as well be a standing order with an old number: then the clerk cannot know.
    pub fn pays_closed(&mut self, payment: usize, item: usize) {
        let item = &self.items[item];
        let entry = &mut self.payments[payment];
        if entry.named && item.listed {
            entry.payer = Payer::Known(item.party);
        }
        entry.named = false;
    }

    /// The clerk's word on every payment.
    pub fn judged(&self) -> Vec<bool> {
        let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut by_group: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, face) in self.faces.iter().enumerate() {
            face.keys.iter().for_each(|key| by_key.entry(key).or_default().push(at));
            face.group.iter().for_each(|group| by_group.entry(group).or_default().push(at));
        }
        let mut by_party: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, item) in self.items.iter().enumerate().filter(|(_, item)| is_open(item)) {
            by_party.entry(item.party).or_default().push(at);
        }
        let clerk = Clerk { draft: self, by_key, by_group, by_party };
        self.payments.iter().map(|payment| clerk.knows(payment)).collect()
    }

    /// The world: ids that begin with `prefix`, orders shuffled, every row judged.
    pub fn finish(
        mut self,
        style: &'static str,
        seed: u64,
        as_of: NaiveDate,
        options: Options,
        prefix: &str,
    ) -> World {
        let mut random = Random::new(seed).fork(0xf1_4157);
        let mut ids = Ids::new(random.fork(1));
        let knowable = self.judged();

        let settlements = self.settlements(&mut random);
        let mut rows: Vec<(Payment, bool)> =
            std::mem::take(&mut self.payments).into_iter().zip(knowable).collect();
        random.shuffle(&mut rows);
        let mut truth = BTreeMap::new();
        let mut transactions = Vec::with_capacity(rows.len());
        for (mut payment, knowable) in rows {
            let id = ids.next(prefix);
            payment.row.id.clone_from(&id);
            let allocations: Vec<(String, i64)> = payment
                .parts
                .iter()
                .map(|&(item, minor)| (self.items[item].invoice.id.clone(), minor))
                .collect();
            let customer = payment.party.map(|party| self.faces[party].id.clone());
            let named = payment.named && !allocations.is_empty();
            let copies = payment.copies;
            let told =
                Truth { allocations, knowable, named, copies, ..Truth::nothing(payment.kind, customer) };
            truth.insert(id, told);
            if payment.twice {
                transactions.push(payment.row.clone());
            }
            transactions.push(payment.row);
        }
        random.shuffle(&mut transactions);
        let mut invoices: Vec<Invoice> =
            self.items.into_iter().filter(|item| item.listed).map(|item| item.invoice).collect();
        random.shuffle(&mut invoices);
        let credits = BTreeMap::new();
        World { style, seed, as_of, transactions, invoices, settlements, options, truth, credits }
    }

    fn settlements(&self, random: &mut Random) -> Vec<Settlement> {
        let mut settlements: Vec<Settlement> = self
            .settled
            .iter()
            .filter(|(item, ..)| self.items[*item].listed)
            .map(|(item, minor, day, external_ids)| Settlement {
                invoice: self.items[*item].invoice.id.clone(),
                amount: payymo::money::Amount::new(*minor, self.items[*item].invoice.currency()),
                settled_on: *day,
                transaction: None,
                external_ids: external_ids.clone(),
            })
            .collect();
        random.shuffle(&mut settlements);
        settlements
    }
}

fn is_open(item: &Item) -> bool {
    item.listed && item.invoice.state == InvoiceState::Open
}

/// A careful person with only the rows given.
struct Clerk<'a> {
    draft: &'a Draft,
    by_key: BTreeMap<&'a str, Vec<usize>>,
    by_group: BTreeMap<&'a str, Vec<usize>>,
    by_party: BTreeMap<usize, Vec<usize>>,
}

impl Clerk<'_> {
    fn knows(&self, payment: &Payment) -> bool {
        if payment.named {
            return true;
        }
        let suspects = self.suspects(&payment.payer);
        let signed = payment.row.gross().unwrap_or(payment.row.amount).minor();
        let gross = signed.abs();
        if payment.parts.is_empty() {
            // Nothing may look like its target: an open item of the payer with just this amount left.
            return signed <= 0
                || !self.items_of(&suspects, payment).iter().any(|&at| self.draft.items[at].left == gross);
        }
        if !payment.party.is_some_and(|party| suspects.contains(&party)) {
            return false;
        }
        if let Some(part) = payment.parts.iter().find(|part| part.1 < 0) {
            return self.only_settlement(part.0);
        }
        self.amount_tells(&self.items_of(&suspects, payment), &self.credits_of(&suspects), payment, gross)
    }

    /// Their credit notes: as much less.
    fn credits_of(&self, suspects: &BTreeSet<usize>) -> Vec<(usize, i64)> {
        let notes = suspects.iter().filter_map(|party| self.by_party.get(party)).flatten();
        notes
            .map(|&at| &self.draft.items[at])
            .filter(|item| item.invoice.kind == InvoiceKind::CreditNote)
            .map(|item| (item.party, -item.invoice.open.minor()))
            .collect()
    }

    /// Whether nothing else of the customer was as large: else nobody knows which of them comes back.
    fn only_settlement(&self, item: usize) -> bool {
        let item = &self.draft.items[item];
        let alike = |other: &&Item| {
            other.party == item.party && other.listed && other.invoice.total == item.invoice.total
        };
        self.draft.items.iter().filter(alike).count() < 2
    }

    fn suspects(&self, payer: &Payer) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = match payer {
            Payer::Known(party) => BTreeSet::from([*party]),
            Payer::Named(key) => self.by_key.get(key.as_str()).into_iter().flatten().copied().collect(),
            Payer::Unknown => BTreeSet::new(),
        };
        let groups: BTreeSet<&String> =
            found.iter().filter_map(|&at| self.draft.faces[at].group.as_ref()).collect();
        for group in groups {
            found.extend(self.by_group.get(group.as_str()).into_iter().flatten());
        }
        found
    }

    /// Their open items that existed when the money came: of money out what the host owes.
    fn items_of(&self, suspects: &BTreeSet<usize>, payment: &Payment) -> Vec<usize> {
        let comes_in = payment.row.amount.minor() >= 0;
        suspects
            .iter()
            .filter_map(|party| self.by_party.get(party))
            .flatten()
            .copied()
            .filter(|&at| {
                let invoice = &self.draft.items[at].invoice;
                (invoice.kind == InvoiceKind::Invoice) == comes_in
                    && invoice.issued_on.is_none_or(|day| day <= payment.row.booked_on)
            })
            .collect()
    }

    /// Whether the amount points at the true items and at no others; twins of one customer are interchangeable.
    fn amount_tells(&self, items: &[usize], credits: &[(usize, i64)], payment: &Payment, gross: i64) -> bool {
        let currency = payment.row.currency();
        let face = |at: usize| (self.draft.items[at].party, self.draft.items[at].invoice.open.minor());
        let mut truth: Vec<(usize, i64)> = payment.parts.iter().map(|part| face(part.0)).collect();
        truth.extend(payment.less.iter().map(|part| face(part.0)).map(|(party, open)| (party, -open)));
        truth.sort_unstable();
        let all: BTreeSet<(usize, i64)> = items.iter().map(|&at| face(at)).collect();
        if payment.parts.iter().any(|part| self.draft.items[part.0].invoice.currency() != currency) {
            return truth.len() == 1 && all.len() == 1;
        }
        let mut same: Vec<(usize, i64)> = items
            .iter()
            .filter(|&&at| self.draft.items[at].invoice.currency() == currency)
            .map(|&at| face(at))
            .collect();
        let singles: BTreeSet<(usize, i64)> = same.iter().copied().filter(|item| item.1 == gross).collect();
        if !singles.is_empty() {
            return truth.len() == 1 && singles.len() == 1 && singles.contains(&truth[0]);
        }
        let owed = same.len();
        same.extend_from_slice(credits);
        let sums = sets_with_sum(&same, gross);
        same.truncate(owed);
        if !sums.is_empty() {
            return sums.len() == 1 && sums.contains(&truth);
        }
        let near: BTreeSet<(usize, i64)> = same
            .iter()
            .copied()
            .filter(|item| (item.1 - gross).abs() <= (item.1 / 20).max(1500).min(item.1 / 4))
            .collect();
        match near.len() {
            0 => all.len() == 1 && truth.len() == 1 && all.contains(&truth[0]) && gross < truth[0].1,
            1 => truth.len() == 1 && near.contains(&truth[0]),
            _ => false,
        }
    }
}

/// The different sets of two and more items of one customer that add up.
fn sets_with_sum(items: &[(usize, i64)], sum: i64) -> BTreeSet<Vec<(usize, i64)>> {
    let mut found = BTreeSet::new();
    let parties: BTreeSet<usize> = items.iter().map(|item| item.0).collect();
    for party in parties {
        let own: Vec<(usize, i64)> = items.iter().copied().filter(|item| item.0 == party).take(14).collect();
        for mask in 0_u32..(1 << own.len()) {
            let chosen =
                || own.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, item)| *item);
            if mask.count_ones() >= 2 && chosen().map(|item| item.1).sum::<i64>() == sum {
                let mut set: Vec<(usize, i64)> = chosen().collect();
                set.sort_unstable();
                found.insert(set);
            }
        }
    }
    found
}
