//! The host's books: customers, what they owe, what they have paid before.

use super::people::{self, Land, Name, Person};
use super::text::{self, Series};
use crate::Random;
use crate::draft::{Draft, Face, Item};
use crate::standard::{qrr, rf, some_iban};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use payymo::model::{Customer, Invoice, InvoiceState, Tax, Terms};
use payymo::money::{Amount, Currency};
use std::collections::BTreeMap;

/// A customer beyond what the host has written down.
pub struct Client {
    pub name: Name,
    pub land: Land,
    /// Who signs: the managing director, the treasurer, the freelancer's spouse.
    pub contact: Person,
    /// The account that the money comes from.
    pub iban: String,
    /// Whether the host knows it.
    pub iban_known: bool,
    /// As the host has it.
    pub card: Customer,
    /// The monthly fee, for those who have one: net minor units.
    pub retainer: Option<i64>,
    /// Discount percent and days, for those who have agreed on one.
    pub skonto: Option<(u32, u32)>,
    /// Open items by index, closed ones by index.
    pub open: Vec<usize>,
    pub closed: Vec<usize>,
}

/// The host at work.
pub struct Office {
    pub random: Random,
    pub draft: Draft,
    pub clients: Vec<Client>,
    pub as_of: NaiveDate,
    /// First day of the statements.
    pub from: NaiveDate,
    pub own_ibans: Vec<String>,
    /// Series of the head office and of the Swiss branch.
    pub series: [Series; 2],
    pub copies: u32,
    /// Customers by group.
    pub groups: BTreeMap<String, Vec<usize>>,
    /// Numbers that no invoice has, of each branch.
    pub gaps: [Vec<String>; 2],
    ids: Vec<u32>,
}

impl Office {
    pub fn open(seed: u64, customers: usize) -> Self {
        let random = Random::new(seed).fork(0xdac4);
        let mut setup = random.fork(1);
        let months = setup.below(30) as u32;
        let month = NaiveDate::from_ymd_opt(2024, 7, 1).unwrap_or_default() + Months::new(months);
        let as_of = month.pred_opt().unwrap_or(month);
        let own_ibans =
            vec![some_iban(&mut setup, "DE"), some_iban(&mut setup, "CH"), some_iban(&mut setup, "DE")];
        let series = [*setup.pick(&Series::ALL), *setup.pick(&Series::ALL)];
        // Keys of the host's database: some equal another item's number.
        let mut ids: Vec<u32> = (1..=(customers as u32 * 8 + 50)).collect();
        setup.shuffle(&mut ids);
        let mut office = Office {
            draft: Draft::default(),
            clients: Vec::new(),
            from: as_of - Days::new(60),
            as_of,
            own_ibans,
            series,
            copies: 0,
            groups: BTreeMap::new(),
            gaps: Default::default(),
            ids,
            random,
        };
        let mut numbers: Vec<u32> = (0..customers as u32).map(|at| 10_000 + at * 3).collect();
        setup.shuffle(&mut numbers);
        for number in numbers {
            office.enrol(number);
        }
        office.group_up();
        office.number_items();
        office
    }

    fn enrol(&mut self, number: u32) {
        let mut random = self.random.fork(u64::from(number) << 8);
        let land = people::land(&mut random);
        let name = if random.chance(12) && !self.clients.is_empty() {
            random.pick(&self.clients).name.clone() // a namesake
        } else {
            people::name(&mut random, land)
        };
        let contact = match &name {
            Name::Person { person, .. } => {
                Person { last: person.last.clone(), ..people::person(&mut random) }
            }
            _ => people::person(&mut random),
        };
        let iban = some_iban(&mut random, land.code());
        let iban_known = random.chance(450);
        let mut card =
            Customer { id: Some(number.to_string()), name: Some(name.printed()), ..Default::default() };
        if iban_known {
            card.ibans.push(iban.clone());
        }
        if random.chance(300) && !matches!(name, Name::Person { .. }) {
            card.aliases.push(contact.full());
        }
        if random.chance(50) {
            card.emails.push(format!("rechnung{number}@beispiel.example"));
        }
        let mut face = Face { id: number.to_string(), keys: vec![name.key()], group: None };
        if !card.aliases.is_empty() {
            face.keys.push(people::person_key(&contact));
        }
        self.draft.enrol(face);
        let retainer = random
            .chance(300)
            .then(|| *random.pick(&[10_000, 20_000, 50_000, 9_900, 25_000, 100_000, 4_900]));
        let skonto = random.chance(300).then(|| *random.pick(&[(2, 14), (2, 14), (3, 10), (2, 8)]));
        let at = self.clients.len();
        self.clients.push(Client {
            name,
            land,
            contact,
            iban,
            iban_known,
            card,
            retainer,
            skonto,
            open: Vec::new(),
            closed: Vec::new(),
        });
        let open = match random.below(100) {
            0..5 => 0,
            5..43 => 1,
            43..74 => 2,
            74..88 => 3,
            88..95 => 4,
            _ => random.between(5, 9) as usize,
        };
        let closed = if random.chance(500) { random.between(1, 2) } else { 0 };
        (0..open).for_each(|back| self.bill(&mut random, at, false, back as u64));
        (0..closed).for_each(|back| self.bill(&mut random, at, true, open as u64 + back as u64));
    }

    /// One invoice; `back` months ago for a monthly fee.
    fn bill(&mut self, random: &mut Random, at: usize, closed: bool, back: u64) {
        let monthly = self.clients[at].retainer.filter(|_| random.chance(700));
        let term = *random.pick(&[14_u64, 14, 30, 30, 10, 0]);
        let age = match monthly {
            Some(_) => 12 + 30 * back,
            None if closed => random.between(50, 200) as u64,
            None if random.chance(60) => random.between(120, 420) as u64,
            None => random.between(1, 80) as u64,
        };
        let issued = self.as_of - Days::new(age);
        let net = monthly.unwrap_or_else(|| match random.below(3) {
            0 => random.between(2, 60) * random.between(80, 180) * 50,
            1 => random.between(8_000, 900_000),
            _ => random.between(5_000, 60_000),
        });
        let index = self.add_item(random, at, issued, term, net, closed);
        if closed {
            let paid = (issued + Days::new(term + random.below(9))).min(self.from);
            let total = self.draft.items[index].invoice.total.minor();
            if random.chance(750) {
                self.draft.settled.push((index, total, paid, Vec::new()));
            }
            self.clients[at].closed.push(index);
        } else {
            self.clients[at].open.push(index);
        }
    }

    pub fn add_item(
        &mut self,
        random: &mut Random,
        at: usize,
        issued: NaiveDate,
        term: u64,
        net: i64,
        closed: bool,
    ) -> usize {
        let client = &self.clients[at];
        let franc = client.land == Land::Ch && !at.is_multiple_of(5);
        let currency = Currency::parse(if franc { "CHF" } else { "EUR" }).expect("a currency of ISO 4217");
        let (rate, per_mille) = match client.land {
            Land::De => ("19", 190),
            Land::At => ("20", 200),
            Land::Ch => ("8.1", 81),
        };
        let tax = (net * per_mille + 500) / 1000;
        let total = Amount::new(net + tax, currency);
        let id = self.ids.pop().unwrap_or(self.draft.items.len() as u32 + 9_000_000);
        let mut invoice = Invoice::new(id.to_string(), total);
        invoice.customer = Some(client.card.clone());
        invoice.issued_on = Some(issued);
        invoice.due_on = Some(issued + Days::new(term));
        invoice.tax =
            vec![Tax { rate: rate.parse().unwrap_or_default(), amount: Amount::new(tax, currency) }];
        if let Some((percent, days)) = client.skonto {
            invoice.terms = Some(Terms { discount_percent: percent.into(), discount_days: days });
        }
        if random.chance(500) {
            invoice.description = Some(match random.below(4) {
                0 => format!("Beratung {} {}", text::month(issued), issued.year()),
                1 => format!("{} Stunden Projektbegleitung", random.between(2, 60)),
                2 => "Wartung und Betreuung lt. Vertrag".to_owned(),
                _ => "Workshop und Unterlagen".to_owned(),
            });
        }
        if closed {
            invoice.state = InvoiceState::Closed;
            invoice.open = Amount::zero(currency);
        }
        let left = invoice.open.minor();
        let listed = !closed || random.chance(400);
        self.draft.items.push(Item { invoice, party: at, listed, left, touched: false });
        self.draft.items.len() - 1
    }

    /// Some companies belong together.
    fn group_up(&mut self) {
        let mut random = self.random.fork(2);
        for at in 0..self.clients.len() / 40 {
            let group = format!("K{}", at + 1);
            for _ in 0..random.between(2, 4) {
                let member = random.below(self.clients.len() as u64) as usize;
                if self.draft.faces[member].group.is_none() {
                    self.draft.faces[member].group = Some(group.clone());
                    self.clients[member].card.group = Some(group.clone());
                    self.groups.entry(group.clone()).or_default().push(member);
                }
            }
        }
        for item in &mut self.draft.items {
            item.invoice.customer = Some(self.clients[item.party].card.clone());
        }
    }

    /// Numbers in the order of issue, with gaps; the Swiss branch has its own series.
    fn number_items(&mut self) {
        let mut random = self.random.fork(4);
        let mut order: Vec<usize> = (0..self.draft.items.len()).collect();
        order.sort_by_key(|&at| {
            (self.draft.items[at].invoice.issued_on, self.draft.items[at].invoice.id.clone())
        });
        let start = [random.between(1, 900) as u32, random.between(2_000, 9_000) as u32];
        let mut serial = start;
        let mut year = 0;
        for at in order {
            let item = &mut self.draft.items[at];
            let issued = item.invoice.issued_on.unwrap_or(self.as_of);
            let swiss = usize::from(self.clients[item.party].land == Land::Ch);
            if issued.year() != year {
                year = issued.year();
                for (serial, series) in serial.iter_mut().zip(self.series) {
                    if matches!(series, Series::Year | Series::Slash | Series::Compact) {
                        *serial = 1;
                    }
                }
            }
            // Both branches may count alike: the Swiss numbers end in a letter.
            let print = |serial| format!("{}{}", self.series[swiss].print(year, serial), ["", "C"][swiss]);
            let step = random.between(1, 3) as u32;
            (1..step).for_each(|skipped| self.gaps[swiss].push(print(serial[swiss] + skipped)));
            serial[swiss] += step;
            let number = print(serial[swiss]);
            if swiss == 1 && item.invoice.currency().as_str() == "CHF" {
                let client: String = self.clients[item.party].card.id.clone().unwrap_or_default();
                item.invoice.references.push(qrr(&format!("210000{client}{year}{:07}", serial[swiss])));
            } else if random.chance(60) {
                item.invoice.references.push(rf(&format!("{year}{:06}{}", serial[swiss], swiss + 1)));
            }
            item.invoice.number = Some(number);
        }
    }

    /// A business day on which somebody pays this item.
    pub fn pay_day(&self, random: &mut Random, item: usize) -> NaiveDate {
        let invoice = &self.draft.items[item].invoice;
        let due = invoice.due_on.unwrap_or(self.as_of);
        let lag = match random.below(100) {
            0..12 => random.between(-5, -1),
            12..60 => random.between(0, 4),
            60..88 => random.between(5, 20),
            _ => random.between(21, 60),
        };
        let wished =
            if lag < 0 { due - Days::new(lag.unsigned_abs()) } else { due + Days::new(lag.unsigned_abs()) };
        let first = self.from.max(invoice.issued_on.unwrap_or(self.from));
        let span = (self.as_of - first).num_days().max(0);
        let day = if wished < first || wished > self.as_of {
            first + Days::new(random.between(0, span) as u64)
        } else {
            wished
        };
        self.business(day)
    }

    /// The same day, or the Monday after a weekend; never beyond the statements.
    pub fn business(&self, day: NaiveDate) -> NaiveDate {
        let shifted = match day.weekday() {
            Weekday::Sat => day + Days::new(2),
            Weekday::Sun => day + Days::new(1),
            _ => day,
        };
        shifted.min(self.as_of)
    }

    /// Any business day of the statements.
    pub fn some_day(&self, random: &mut Random) -> NaiveDate {
        self.business(self.from + Days::new(random.below(60)))
    }

    /// An open item that no payment has been meant for yet, of a customer with at least so many of them.
    pub fn untouched(&self, random: &mut Random, at_least: usize) -> Option<usize> {
        if self.clients.is_empty() {
            return None;
        }
        for _ in 0..400 {
            let client = random.below(self.clients.len() as u64) as usize;
            let free = self.free_of(client);
            if free.len() >= at_least {
                return Some(*random.pick(&free));
            }
        }
        None
    }

    /// The customer's open items that nobody has paid.
    pub fn free_of(&self, client: usize) -> Vec<usize> {
        self.clients[client].open.iter().copied().filter(|&at| !self.draft.items[at].touched).collect()
    }
}
