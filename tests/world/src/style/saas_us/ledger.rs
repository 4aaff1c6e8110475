//! The host's customers and what they owe: seats, plans and usage, with sales tax.

use super::names::{self, Land, Name, Person, WIDTHS, key};
use super::series::Series;
use crate::Random;
use crate::deeds::{Books, Client, Habits};
use crate::draft::{Face, Item};
use crate::standard::{characters, digits, some_iban};
use chrono::{Datelike, Days, Months, NaiveDate};
use payymo::model::{Customer, Invoice, InvoiceState, Tax, Terms};
use payymo::money::{Amount, Currency};

/// A customer beyond its card.
pub struct Account {
    pub name: Name,
    pub land: Land,
    /// Who signs.
    pub owner: Person,
    pub card: Customer,
    /// Of a European bank, if it has one.
    pub iban: Option<String>,
    /// ACH originator id and the last four of the account.
    pub company_id: String,
    /// What stands before its numbers in a series of prefixes.
    pub prefix: String,
    /// The customer's number.
    pub number: String,
    pub email: String,
}

/// The host and its payers.
pub struct Host {
    pub accounts: Vec<Account>,
    pub agencies: Vec<&'static str>,
    pub series: Series,
    pub name: &'static str,
    /// Whether customers have numbers such as `CUST-10442` or `C10442`.
    pub number_prefix: &'static str,
    pub euro_iban: String,
}

const HABITS: Habits = Habits {
    fees: &[1500, 1500, 2500, 3000, 3000, 1800, 4500],
    late_fees: &[2500, 1500, 5000, 3500, 1000],
    rates: &[("CAD", 7_320), ("AUD", 6_610), ("EUR", 10_840), ("GBP", 12_700)],
    home: "USD",
    numbered: 720,
};

const AGENCIES: &[&str] = &[
    "BILLTRAIL PAYABLES",
    "PAYBRIDGE AP",
    "CLEARPOINT VENDOR PAY",
    "MERIDIAN ESCROW SVC",
    "TRUE NORTH BOOKKEEPING",
    "AVENUE AP SOLUTIONS",
    "STATEWIDE FACTORING",
];

pub fn open(seed: u64, customers: usize) -> (Host, Books) {
    let random = Random::new(seed).fork(0x5aa5);
    let mut setup = random.fork(1);
    let month = NaiveDate::from_ymd_opt(2025, 2, 1).unwrap_or_default() + Months::new(setup.below(24) as u32);
    let as_of = month.pred_opt().unwrap_or(month);
    let mut books = Books::new(random.fork(2), as_of - Days::new(45), as_of, HABITS);
    books.agencies = AGENCIES.len();
    books.ids = (1..=customers as u32 * 6 + 60).collect();
    setup.shuffle(&mut books.ids);
    let mut host = Host {
        accounts: Vec::with_capacity(customers),
        agencies: AGENCIES.to_vec(),
        series: *setup.pick(&Series::ALL),
        name: setup.pick::<&str>(&["Ledgerly Inc", "Fieldstack Software Inc", "Opsdeck LLC"]),
        number_prefix: setup.pick::<&str>(&["", "C", "CUST-", "ACCT "]),
        euro_iban: some_iban(&mut setup, "NL"),
    };
    let mut numbers: Vec<u32> = (0..customers as u32).map(|at| 10_402 + at * 7).collect();
    setup.shuffle(&mut numbers);
    for number in numbers {
        enrol(&mut host, &mut books, &random, number);
    }
    families(&mut host, &mut books, &mut setup);
    number_all(&host, &mut books, &mut random.fork(3));
    (host, books)
}

fn enrol(host: &mut Host, books: &mut Books, root: &Random, number: u32) {
    let mut random = root.fork(u64::from(number) << 10);
    let land = names::land(&mut random);
    let name = match random.below(100) {
        0..2 if !host.accounts.is_empty() => random.pick(&host.accounts).name.clone(),
        0..24 => Name::Person(names::person(&mut random)),
        _ => names::company(&mut random, land),
    };
    let mut owner = names::person(&mut random);
    if let Name::Person(person) = &name {
        owner.last.clone_from(&person.last);
        owner.suffix = None;
    }
    let printed = format!("{}{number}", host.number_prefix);
    let iban = (land == Land::Eu).then(|| {
        let code = *random.pick(&["NL", "DE", "FR", "BE"]);
        some_iban(&mut random, code)
    });
    let mut card = Customer { id: Some(printed.clone()), name: Some(name.listed()), ..Default::default() };
    card.ibans.extend(iban.clone().filter(|_| random.chance(550)));
    let mut known = vec![name.bare()];
    if let Name::Company { trade: Some(trade), .. } = &name
        && random.chance(550)
    {
        card.aliases.push(trade.clone());
        known.push(trade.clone());
    }
    if random.chance(350) {
        card.aliases.push(owner.full());
        known.push(owner.short());
    }
    let domain: String = key(&name.bare(), 14);
    let email = match &name {
        Name::Person(person) => {
            format!("{}{}@mail.example", key(&person.short(), 20), digits(&mut random, 2))
        }
        Name::Company { .. } => format!("{}@{domain}.example", random.pick(&["ap", "billing", "accounts"])),
    };
    card.emails.extend(Some(email.clone()).filter(|_| random.chance(600)));
    // The first key is that of the whole name: namesakes are found by it.
    let mut keys = vec![key(&name.bare(), 140)];
    for key in known.iter().flat_map(|name| WIDTHS.map(|width| key(name, width))) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    books.draft.faces.push(Face { id: printed.clone(), keys, group: None });
    books.clients.push(Client::default());
    host.accounts.push(Account {
        name,
        land,
        owner,
        card,
        iban,
        company_id: digits(&mut random, 10),
        prefix: characters(&mut random, "ABCDEF0123456789", 8),
        number: printed,
        email,
    });
    bill_all(host, books, &mut random);
}

/// Plans of the month, usage, projects.
fn bill_all(host: &Host, books: &mut Books, random: &mut Random) {
    let at = host.accounts.len() - 1;
    let seats = random.between(1, 40);
    let plan = *random.pick(&[1_900, 2_900, 4_900, 9_900, 1_500, 2_500, 19_900]) * seats;
    let monthly = random.chance(600);
    let open = match random.below(20) {
        0 => 0,
        1..8 => 1,
        8..13 => 2,
        13..16 => 3,
        16..18 => 4,
        _ => random.between(5, 8),
    };
    let closed = random.between(0, 2);
    let day = random.between(1, 28);
    for turn in 0..open + closed {
        let is_closed = turn >= open;
        let age = if monthly {
            day + 30 * turn
        } else if is_closed {
            random.between(60, 260)
        } else {
            random.between(1, 75)
        };
        let net = if monthly && random.chance(850) {
            plan
        } else {
            match random.below(3) {
                0 => random.between(20, 400) * 2_500,
                1 => random.between(900, 700_000),
                _ => plan * 12 / 10,
            }
        };
        add(host, books, random, at, books.as_of - Days::new(age.unsigned_abs()), net, is_closed);
    }
}

fn add(
    host: &Host,
    books: &mut Books,
    random: &mut Random,
    at: usize,
    issued: NaiveDate,
    net: i64,
    closed: bool,
) {
    let account = &host.accounts[at];
    // Sales tax in thousandths of a percent; GST in Canada and Australia.
    let (code, rate) = match account.land {
        Land::Us => ("USD", [0, 0, 8_875, 6_250, 7_250, 8_250, 4_712][at % 7]),
        Land::Ca => (if at % 5 < 3 { "CAD" } else { "USD" }, 5_000),
        Land::Au => (if at % 4 < 2 { "AUD" } else { "USD" }, 10_000),
        Land::Eu => (if at % 5 < 3 { "EUR" } else { "USD" }, 0),
    };
    let currency = Currency::parse(code).expect("a currency of ISO 4217");
    let tax = (net * rate + 50_000) / 100_000;
    let total = Amount::new(net + tax, currency);
    let id = books.ids.pop().unwrap_or(8_000_000 + books.draft.items.len() as u32);
    let term = *random.pick(&[30_u64, 30, 30, 15, 45, 0]);
    let mut invoice = Invoice {
        customer: Some(account.card.clone()),
        issued_on: Some(issued),
        due_on: Some(issued + Days::new(term)),
        ..Invoice::new(id.to_string(), total)
    };
    if tax > 0 {
        let rate = format!("{}.{:03}", rate / 1000, rate % 1000).parse().unwrap_or_default();
        invoice.tax = vec![Tax { rate, amount: Amount::new(tax, currency) }];
    }
    if term == 30 && at.is_multiple_of(3) {
        invoice.terms = Some(Terms { discount_percent: 2.into(), discount_days: 10 });
    }
    if random.chance(500) {
        let words =
            random.pick(&["Team plan", "Business plan", "API usage", "Onboarding package", "Annual support"]);
        invoice.description =
            Some(format!("{words}, {} seats, {}", random.between(1, 40), issued.format("%b %Y")));
    }
    if closed {
        invoice.state = InvoiceState::Closed;
        invoice.open = Amount::zero(currency);
    }
    let listed = !closed || random.chance(650);
    let left = invoice.open.minor();
    let index = books.draft.items.len();
    books.draft.items.push(Item { invoice, party: at, listed, left, touched: false });
    if closed {
        let paid = (issued + Days::new(term + random.below(12))).min(books.from);
        let outer = if random.chance(300) {
            vec![format!("pi_{}", super::bank::token(random, 24))]
        } else {
            Vec::new()
        };
        if random.chance(800) {
            books.draft.settled.push((index, total.minor(), paid.max(issued), outer));
        }
        books.clients[at].closed.push(index);
    } else {
        books.clients[at].open.push(index);
    }
}

/// Parents and subsidiaries.
fn families(host: &mut Host, books: &mut Books, random: &mut Random) {
    let count = host.accounts.len();
    for family in 0..count / 45 {
        for _ in 0..random.between(2, 3) {
            let member = random.below(count as u64) as usize;
            if books.draft.faces[member].group.is_none() {
                let group = format!("PARENT-{}", family + 1);
                host.accounts[member].card.group = Some(group.clone());
                books.draft.faces[member].group = Some(group);
            }
        }
    }
    for item in &mut books.draft.items {
        item.invoice.customer = Some(host.accounts[item.party].card.clone());
    }
}

/// Numbers in order of issue.
fn number_all(host: &Host, books: &mut Books, random: &mut Random) {
    let mut order: Vec<usize> = (0..books.draft.items.len()).collect();
    random.shuffle(&mut order);
    order.sort_by_key(|&at| books.draft.items[at].invoice.issued_on);
    let mut serial = host.series.start(random);
    let mut own = vec![0_u32; host.accounts.len()];
    for at in order {
        let party = books.draft.items[at].party;
        let year = books.draft.items[at].invoice.issued_on.map_or(2026, |day| day.year());
        let skips = u32::from(random.chance(120));
        for _ in 0..=skips {
            serial += 1;
            own[party] += 1;
            let number = host.series.print(random, serial, year, (&host.accounts[party].prefix, own[party]));
            if let Some(before) = books.draft.items[at].invoice.number.replace(number) {
                books.gaps.push(before);
            }
        }
    }
    random.shuffle(&mut books.gaps);
}
