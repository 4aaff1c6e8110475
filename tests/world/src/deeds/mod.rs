//! Who pays what, for styles that bring their own names, books and rows. There is no noise here: a style prints every
//! row, and says what a reader can take from it.

mod pay;
mod rest;
mod twice;

use crate::draft::{Draft, Payer};
use crate::{Kind, Random};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use payymo::model::{InvoiceState, Transaction};
use payymo::money::{Amount, Currency};
use std::collections::BTreeMap;

/// A customer's items by index.
#[derive(Clone, Debug, Default)]
pub struct Client {
    /// Open when the statements begin or issued since.
    pub open: Vec<usize>,
    /// Settled before.
    pub closed: Vec<usize>,
}

/// What a style's payers usually do.
pub struct Habits {
    /// What banks on the way keep, minor units.
    pub fees: &'static [i64],
    /// What the host adds for paying late, minor units.
    pub late_fees: &'static [i64],
    /// Minor units of the home currency for 10,000 of another one.
    pub rates: &'static [(&'static str, i64)],
    /// The currency of the host's main account.
    pub home: &'static str,
    /// The number stands in the text, per mille, where the kind does not say.
    pub numbered: u64,
}

/// The books of a host while its payers pay.
pub struct Books {
    /// Items and rows.
    pub draft: Draft,
    /// Customers by index, as in `draft.faces`.
    pub clients: Vec<Client>,
    /// First day of the statements.
    pub from: NaiveDate,
    /// Last day.
    pub as_of: NaiveDate,
    /// Paying agents.
    pub agencies: usize,
    /// Numbers of the series that no item has.
    pub gaps: Vec<String>,
    /// Ids for items to come.
    pub ids: Vec<u32>,
    /// Habits.
    pub habits: Habits,
    copies: u32,
    random: Random,
    /// Customers who share their name with another; customers of each group.
    twins: Option<Vec<usize>>,
    families: BTreeMap<String, Vec<usize>>,
}

/// Whose name and account stand on the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The customer.
    Own,
    /// The person behind the company, or a relative of a person.
    Owner,
    /// Another customer of the group.
    Sister(usize),
    /// A paying agent.
    Agency(usize),
    /// Somebody who goes by a customer's name and is not the customer.
    Impostor(usize),
    /// Nobody the host knows.
    Stranger,
}

/// What the payer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The numbers of what is paid.
    Numbers,
    /// The customer's number.
    Client,
    /// On whose behalf.
    Behalf,
    /// Nothing of use.
    Vague,
    /// A number that belongs to something else: it stands in `numbers`.
    Other,
}

/// A row to be printed.
pub struct Ask {
    /// What the payment is.
    pub kind: Kind,
    /// Whose items; `None` for a stranger.
    pub client: Option<usize>,
    /// Numbers that the payer has in front of him, as printed on the invoices.
    pub numbers: Vec<String>,
    /// Minor units for each number.
    pub shares: Vec<i64>,
    /// What the payer pays, before any fee of a gateway.
    pub amount: Amount,
    /// When it is booked.
    pub day: NaiveDate,
    /// What is written.
    pub words: Words,
    /// Who pays.
    pub who: Who,
}

/// A row, and what a reader can take from it.
pub struct Printed {
    /// Its id is given later.
    pub row: Transaction,
    /// Whom a reader takes the payer for.
    pub payer: Payer,
    /// All numbers asked for can be read in it.
    pub told: bool,
}

/// What a style brings.
pub trait Style {
    /// A row of a payer.
    fn print(&self, books: &Books, random: &mut Random, ask: &Ask) -> Printed;
    /// The host's account in a currency.
    fn account(&self, currency: &str) -> String;
    /// A row that belongs to no payer: payouts, wages, suppliers, returns. `None`: this time there is none.
    fn aside(&self, books: &Books, random: &mut Random, kind: Kind, day: NaiveDate) -> Option<Transaction>;
}

impl Books {
    /// Books without customers.
    pub fn new(random: Random, from: NaiveDate, as_of: NaiveDate, habits: Habits) -> Self {
        Books {
            draft: Draft::default(),
            clients: Vec::new(),
            from,
            as_of,
            agencies: 1,
            gaps: Vec::new(),
            ids: Vec::new(),
            habits,
            copies: 0,
            random,
            twins: None,
            families: BTreeMap::new(),
        }
    }

    /// Who shares a name, and who belongs together.
    fn know_each_other(&mut self) {
        let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, face) in self.draft.faces.iter().enumerate() {
            face.keys.first().into_iter().for_each(|key| names.entry(key).or_default().push(at));
            if let Some(group) = &face.group {
                self.families.entry(group.clone()).or_default().push(at);
            }
        }
        self.twins = Some(names.into_values().filter(|list| list.len() > 1).flatten().collect());
    }

    /// Lets one event happen.
    pub fn happen(&mut self, style: &dyn Style, kind: Kind) {
        if self.twins.is_none() {
            self.know_each_other();
        }
        let mut random = self.random.fork(0x2000_0000 + self.draft.payments.len() as u64 * 64 + kind as u64);
        if self.settle(style, kind, &mut random).is_none() {
            self.rest(style, kind, &mut random);
        }
    }

    /// A day of the statements on which banks work.
    pub fn business(&self, day: NaiveDate) -> NaiveDate {
        let mut day = day.clamp(self.from, self.as_of);
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && day < self.as_of {
            day = day + Days::new(1);
        }
        day
    }

    /// Any such day.
    pub fn some_day(&self, random: &mut Random) -> NaiveDate {
        let span = (self.as_of - self.from).num_days().unsigned_abs();
        self.business(self.from + Days::new(random.below(span + 1)))
    }

    /// A day on which somebody pays all of these.
    pub fn pay_day(&self, random: &mut Random, items: &[usize]) -> NaiveDate {
        let invoices = || items.iter().map(|&at| &self.draft.items[at].invoice);
        let issued = invoices().filter_map(|row| row.issued_on).max().unwrap_or(self.from);
        let due = invoices().filter_map(|row| row.due_on).max().unwrap_or(issued);
        let days = match random.below(10) {
            0 | 1 => random.between(-8, -1),
            2..=6 => random.between(0, 6),
            7 | 8 => random.between(7, 25),
            _ => random.between(26, 70),
        };
        let wished = if days < 0 {
            due - Days::new(days.unsigned_abs())
        } else {
            due + Days::new(days.unsigned_abs())
        };
        let first = self.from.max(issued);
        let wished = if wished < first || wished > self.as_of {
            let span = (self.as_of - first).num_days().max(0).unsigned_abs();
            first + Days::new(random.below(span + 1))
        } else {
            wished
        };
        self.business(wished)
    }

    /// What is left of an item.
    pub fn left(&self, item: usize) -> i64 {
        self.draft.items[item].left
    }

    fn number(&self, item: usize) -> String {
        let invoice = &self.draft.items[item].invoice;
        invoice.number.clone().unwrap_or_else(|| invoice.id.clone())
    }

    fn currency(&self, item: usize) -> Currency {
        self.draft.items[item].invoice.currency()
    }

    /// Open items of a customer that nobody has paid for yet, in the currency of the first of them.
    fn free_of(&self, client: usize) -> Vec<usize> {
        let free = |&at: &usize| {
            let item = &self.draft.items[at];
            item.listed && !item.touched && item.left > 0 && item.invoice.state == InvoiceState::Open
        };
        let mut found: Vec<usize> = self.clients[client].open.iter().copied().filter(free).collect();
        if let Some(&first) = found.first() {
            found.retain(|&at| self.currency(at) == self.currency(first));
        }
        found
    }

    /// An item that nobody has paid for, of a customer with so many of them.
    fn untouched(&self, random: &mut Random, least: usize) -> Option<usize> {
        for _ in 0..600 {
            let client = random.below(self.clients.len() as u64) as usize;
            let free = self.free_of(client);
            if free.len() >= least.max(1) {
                return Some(*random.pick(&free));
            }
        }
        None
    }

    fn home(&self, item: usize) -> bool {
        self.currency(item).as_str() == self.habits.home
    }
}
