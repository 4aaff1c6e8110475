//! The host's customers and items, by index; numbers are given when all items stand.

use super::names::Who;
use super::series::{Numbers, Series};
use crate::Random;
use chrono::{Datelike, Days, NaiveDate};
use payymo::model::InvoiceState;
use std::collections::BTreeMap;

/// How a customer pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    Fps,
    Bacs,
    Bare,
    Sepa,
    GoCardless,
    Stripe,
    PayPal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Money {
    Gbp,
    Eur,
    Usd,
}

pub(super) struct Client {
    pub(super) id: String,
    pub(super) who: Who,
    pub(super) email: String,
    pub(super) iban: String,
    pub(super) money: Money,
    pub(super) channel: Channel,
    pub(super) prices: Vec<i64>,
    /// The host knows the account, the e-mail, the contact behind the company.
    pub(super) iban_listed: bool,
    pub(super) email_listed: bool,
    pub(super) contact_listed: bool,
    /// Index of the agency that pays for this customer.
    pub(super) agency: Option<usize>,
    /// Takes part in one event only.
    pub(super) alone: bool,
}

pub(super) struct Item {
    pub(super) client: usize,
    pub(super) issued: NaiveDate,
    pub(super) due: NaiveDate,
    pub(super) total: i64,
    pub(super) open: i64,
    pub(super) money: Money,
    pub(super) state: InvoiceState,
    pub(super) settled: Vec<(NaiveDate, i64)>,
    pub(super) previous: Vec<i64>,
    pub(super) terms: bool,
    pub(super) covers: Vec<usize>,
    /// A payment of this world is meant for it.
    pub(super) taken: bool,
    pub(super) id: String,
    pub(super) number: Option<String>,
}

impl Item {
    /// What a customer reads on the document.
    pub(super) fn printed(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }
}

pub(super) struct Book {
    pub(super) as_of: NaiveDate,
    pub(super) term: u64,
    pub(super) clients: Vec<Client>,
    pub(super) items: Vec<Item>,
    pub(super) series: Series,
    /// Items of each client.
    pub(super) of_client: Vec<Vec<usize>>,
}

impl Book {
    /// A new open item of a client.
    pub(super) fn add(&mut self, client: usize, issued: NaiveDate, total: i64) -> usize {
        let money = self.clients[client].money;
        self.items.push(Item {
            client,
            issued,
            due: later(issued, self.term),
            total,
            open: total,
            money,
            state: InvoiceState::Open,
            settled: Vec::new(),
            previous: Vec::new(),
            terms: false,
            covers: Vec::new(),
            taken: false,
            id: String::new(),
            number: None,
        });
        self.of_client[client].push(self.items.len() - 1);
        self.items.len() - 1
    }

    /// Marks an item as paid before.
    pub(super) fn close(&mut self, item: usize, on: NaiveDate) {
        let item = &mut self.items[item];
        item.settled.push((on.min(self.as_of), item.open));
        item.open = 0;
        item.state = InvoiceState::Closed;
    }

    /// An item that a payment on `paid` settles, of one of the client's prices.
    pub(super) fn due_item(&mut self, random: &mut Random, client: usize, paid: NaiveDate) -> usize {
        let total = self.price(random, client);
        let issued = self.issue_date(random, client, paid);
        let item = self.add(client, issued, total);
        self.items[item].taken = true;
        item
    }

    /// When an item was issued that is paid on `paid`: cards at once, transfers about the due date, some late.
    pub(super) fn issue_date(&self, random: &mut Random, client: usize, paid: NaiveDate) -> NaiveDate {
        let term = self.term as i64;
        let lag = match self.clients[client].channel {
            Channel::Stripe | Channel::PayPal => random.between(0, 4),
            _ => match random.below(20) {
                0..=2 => random.between(0, 3),
                3..=13 => term + random.between(-6, 3),
                14..=17 => term + random.between(3, 12),
                _ => term + random.between(12, 45),
            },
        };
        earlier(paid, lag.max(0) as u64)
    }

    /// One of the client's prices; sometimes all services together, or usage that nobody else has.
    pub(super) fn price(&self, random: &mut Random, client: usize) -> i64 {
        let prices = &self.clients[client].prices;
        match random.below(20) {
            0 | 1 => prices.iter().sum(),
            2 => prices[0] + random.between(37, 9_700),
            _ => *random.pick(prices),
        }
    }

    /// Gives ids and numbers in order of issue, as the host did.
    pub(super) fn number(&mut self, mut numbers: Numbers, random: &mut Random) {
        let mut order: Vec<(NaiveDate, u64, usize)> =
            self.items.iter().enumerate().map(|(at, item)| (item.issued, random.next(), at)).collect();
        // A mass-payment invoice is made after the items that it covers.
        order.sort_unstable_by_key(|row| (row.0, !self.items[row.2].covers.is_empty(), row.1));
        for (_, _, at) in order {
            let (id, number) = numbers.next(self.items[at].issued.year());
            self.items[at].id = id;
            self.items[at].number = number;
        }
        self.series = numbers.series;
    }

    /// Open items of a client, a mass-payment invoice in the place of what it covers excepted.
    pub(super) fn open_items(&self, client: usize) -> impl Iterator<Item = usize> {
        self.of_client[client].iter().copied().filter(|at| self.items[*at].state == InvoiceState::Open)
    }

    /// Items by the core of their number and by their id.
    pub(super) fn by_core(&self) -> BTreeMap<String, Vec<usize>> {
        let mut map: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, item) in self.items.iter().enumerate() {
            let core = super::series::core(self.series, item.printed());
            let id = item.id.clone();
            if core != id && self.series == Series::Shifted {
                map.entry(id).or_default().push(at);
            }
            map.entry(core).or_default().push(at);
        }
        map
    }
}

pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

pub(super) fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
