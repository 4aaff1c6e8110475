//! A hosting company in Britain on WHMCS: 2,000 persons and small firms in Britain and Europe, many equal low prices,
//! payments by Faster Payments, BACS, SEPA, card, wallet and through an aggregator.
//!
//! # Design
//! First the customers, then what is paid, by whom and with which words (`events`), with the items that it needs; then
//! the items that nobody pays; then ids and numbers in order of issue; then the rows as each channel reports them
//! (`render`), and a careful clerk's word on each (`clerk`).

mod background;
mod book;
mod clerk;
mod clients;
mod doubtful;
mod events;
pub(crate) mod more;
mod names;
mod payer;
mod render;
mod series;
mod words;

use crate::plan::{self, Ids};
use crate::{Kind, Random, Truth, World};
use book::{Book, Channel, Money, earlier, later};
use chrono::NaiveDate;
use clerk::Clerk;
use events::{Agency, Events, Second};
use payer::Directory;
use payymo::matching::Options;
use payymo::model::{Customer, Invoice, InvoiceState, Settlement, Status, Terms, Transaction};
use payymo::money::Amount;
use render::{Accounts, Render};
use rust_decimal::Decimal;
use series::Numbers;
use std::collections::{BTreeMap, BTreeSet};

/// One month of such a host.
pub fn world(seed: u64, customers: usize) -> World {
    let random = Random::new(seed).fork(0x0a6b);
    let mut draw = random.fork(2);
    let customers = customers.max(60);
    let agencies = (2 + customers / 700).min(40);
    let as_of = NaiveDate::from_ymd_opt(2026, 1 + draw.below(12) as u32, 27).unwrap_or_default();
    let mut book = Book {
        as_of,
        term: *draw.pick(&[7, 14, 14, 30]),
        clients: clients::make(&random, customers, agencies),
        items: Vec::new(),
        series: series::Series::FromOne,
        of_client: vec![Vec::new(); customers],
    };
    let kinds = plan::events(&mut draw, customers, &[]);
    let agencies = make_agencies(&mut draw, agencies);
    let pays = make_events(&random, &mut book, &kinds);
    fill(&random, &mut book);
    book.number(Numbers::new(seed, random.fork(3)), &mut draw);
    let accounts = Accounts {
        pounds: clients::iban(&mut draw, Money::Gbp),
        euros: clients::iban(&mut draw, Money::Eur),
        savings: clients::iban(&mut draw, Money::Gbp),
    };
    let rows = Rows { random: &random, book: &book, agencies: &agencies, accounts: &accounts };
    let (transactions, truth) = rows.all(&pays, &kinds);
    let mut options = Options { as_of: Some(as_of), ..Options::default() };
    if draw.chance(660) {
        options.own_ibans = vec![accounts.pounds.clone(), accounts.euros.clone(), accounts.savings.clone()];
        options.own_names = vec!["Oakhost Ltd".to_owned()];
    }
    let mut settlements = settlements(&book, &mut draw);
    let mut invoices: Vec<Invoice> = (0..book.items.len()).map(|at| invoice(&book, &agencies, at)).collect();
    draw.shuffle(&mut settlements);
    draw.shuffle(&mut invoices);
    let credits = BTreeMap::new();
    World { style: "hosting_uk", seed, as_of, transactions, invoices, settlements, options, truth, credits }
}

fn make_agencies(random: &mut Random, count: usize) -> Vec<Agency> {
    let stems = ["PAYWELL", "BILLHUB", "OFFICE PARTNER", "KONTO", "BOOKS & MORE", "FACTORA", "LEDGERLINE"];
    let tails = ["AGENCY LTD", "PAYMENT SERVICES", "BUCHHALTUNG GMBH", "ACCOUNTANTS LLP", "CLIENT ACCOUNT"];
    (0..count)
        .map(|_| {
            let money = if random.chance(600) { Money::Gbp } else { Money::Eur };
            Agency {
                name: format!("{} {}", random.pick(&stems), random.pick(&tails)),
                iban: clients::iban(random, money),
            }
        })
        .collect()
}

/// Kinds whose truth would be doubtful if their customer took part in anything else.
const ALONE: &[Kind] =
    &[Kind::PaidTwice, Kind::OverlapCopy, Kind::NoOpenItem, Kind::ClosedInvoice, Kind::Namesake];

fn make_events(random: &Random, book: &mut Book, kinds: &[Kind]) -> Vec<events::Pay> {
    let count = book.clients.len();
    let mut order: Vec<usize> = (0..count).collect();
    random.fork(4).shuffle(&mut order);
    // Those who stay alone come from the end of the order, the others go round the rest.
    let alone = kinds.iter().filter(|kind| ALONE.contains(kind)).count().min(count / 3);
    for at in &order[count - alone..] {
        book.clients[*at].alone = true;
        book.clients[*at].agency = None;
    }
    let served: Vec<usize> =
        order[..count - alone].iter().copied().filter(|at| book.clients[*at].agency.is_some()).collect();
    let keys: BTreeSet<String> = book
        .clients
        .iter()
        .flat_map(|client| [names::key(&client.who.listed()), names::key(&client.who.person())])
        .collect();
    let (mut next, mut last, mut serving) = (0, count, 0);
    let mut events = Events { book, keys: &keys, pays: Vec::new() };
    for (at, kind) in kinds.iter().enumerate() {
        if background_kind(*kind) {
            continue;
        }
        let client = if ALONE.contains(kind) && last > count - alone {
            last -= 1;
            order[last]
        } else if *kind == Kind::PayingAgency && !served.is_empty() {
            serving += 1;
            served[serving % served.len()]
        } else {
            next += 1;
            order[next % (count - alone)]
        };
        events.make(&mut random.fork(1_000_000 + at as u64), *kind, client);
    }
    events.pays
}

fn background_kind(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Refund
            | Kind::Chargeback
            | Kind::Payout
            | Kind::OwnTransfer
            | Kind::Interest
            | Kind::Salary
            | Kind::Background
    )
}

/// Items that no payment of the month is for: arrears, new ones, and what was paid before.
fn fill(random: &Random, book: &mut Book) {
    for client in 0..book.clients.len() {
        let mut draw = random.fork(2_000_000 + client as u64);
        for _ in 0..1 + draw.below(3) {
            let issued = earlier(book.as_of, 20 + draw.below(150));
            let price = *draw.pick(&book.clients[client].prices);
            let item = book.add(client, issued, price);
            let paid = later(issued, draw.below(25));
            book.close(item, paid);
        }
        if book.clients[client].alone {
            continue;
        }
        for (chance, from, to) in [(330, 20, 110), (450, 0, 12)] {
            if draw.chance(chance) {
                let issued = earlier(book.as_of, draw.between(from, to) as u64);
                let price = book.price(&mut draw, client);
                let item = book.add(client, issued, price);
                book.items[item].state = match draw.below(60) {
                    0 => InvoiceState::OnHold,
                    1 => InvoiceState::Draft,
                    2 => InvoiceState::Void,
                    3 => InvoiceState::InCollection,
                    _ => InvoiceState::Open,
                };
                if draw.chance(40) && book.items[item].state == InvoiceState::Open {
                    let part = book.items[item].total / 2;
                    book.items[item].open -= part;
                    book.items[item].settled.push((later(issued, 5).min(book.as_of), part));
                }
            }
        }
    }
}

struct Rows<'a> {
    random: &'a Random,
    book: &'a Book,
    agencies: &'a [Agency],
    accounts: &'a Accounts,
}

impl Rows<'_> {
    fn all(&self, pays: &[events::Pay], kinds: &[Kind]) -> (Vec<Transaction>, BTreeMap<String, Truth>) {
        let directory = Directory::new(&self.book.clients);
        let render = Render {
            book: self.book,
            agencies: self.agencies,
            directory: &directory,
            accounts: self.accounts,
        };
        let clerk = Clerk::new(self.book);
        let mut ids = Ids::new(self.random.fork(5));
        let mut rows: Vec<Transaction> = Vec::new();
        let mut truth = BTreeMap::new();
        for (at, pay) in pays.iter().enumerate() {
            let mut draw = self.random.fork(3_000_000 + at as u64);
            let (mut row, clues) = render.row(&mut draw, pay);
            row.id = ids.next("");
            let allocations: Vec<(String, i64)> =
                pay.parts.iter().map(|part| (self.book.items[part.0].id.clone(), part.1)).collect();
            let customer = pay.client.map(|client| self.book.clients[client].id.clone());
            let mut told = Truth::nothing(pay.kind, customer);
            if !allocations.is_empty() {
                told.allocations = allocations;
                told.knowable = clerk.knows(pay.kind, &pay.parts, pay.gross, &clues);
                told.named = render::named(pay.kind, &pay.parts, &clues);
            }
            self.second(&mut draw, pay, &mut ids, (&row, &mut told, at as u32), &mut rows, &mut truth);
            truth.insert(row.id.clone(), told);
            rows.push(row);
        }
        for (at, kind) in kinds.iter().enumerate().filter(|row| background_kind(*row.1)) {
            let mut draw = self.random.fork(4_000_000 + at as u64);
            let client = draw.below(self.book.clients.len() as u64) as usize;
            let (mut row, whose) = background::row(&mut draw, self.book, self.accounts, *kind, client);
            row.id = ids.next("");
            let customer = whose.map(|client| self.book.clients[client].id.clone());
            truth.insert(row.id.clone(), Truth::nothing(*kind, customer));
            rows.push(row);
        }
        self.random.fork(6).shuffle(&mut rows);
        (rows, truth)
    }

    /// The second row of a payment, if it has one.
    fn second(
        &self,
        draw: &mut Random,
        pay: &events::Pay,
        ids: &mut Ids,
        (row, told, group): (&Transaction, &mut Truth, u32),
        rows: &mut Vec<Transaction>,
        truth: &mut BTreeMap<String, Truth>,
    ) {
        let mut copy = row.clone();
        let mut second = Truth { allocations: Vec::new(), named: false, knowable: true, ..told.clone() };
        match pay.second {
            Second::None => return,
            Second::Twice => {
                copy.booked_on = later(row.booked_on, draw.below(6)).min(self.book.as_of);
                copy.value_on = copy.value_on.map(|_| copy.booked_on);
                told.copies = Some(group);
                second.copies = Some(group);
            }
            Second::Pending => {
                copy.status = Status::Pending;
                copy.booked_on = earlier(row.booked_on, draw.below(3));
                copy.value_on = None;
                told.kind = Kind::Plain;
            }
            Second::Overlap if draw.chance(400) => {
                // Both statements give the same id: one truth for both.
                return rows.push(copy);
            }
            Second::Overlap => {
                copy.source = if row.source == "csv" { "camt053" } else { "csv" }.into();
                told.kind = Kind::Plain;
                told.copies = Some(group);
                second.copies = Some(group);
            }
        }
        copy.id = ids.next("");
        truth.insert(copy.id.clone(), second);
        rows.push(copy);
    }
}

fn invoice(book: &Book, agencies: &[Agency], at: usize) -> Invoice {
    let item = &book.items[at];
    let client = &book.clients[item.client];
    let amount = |minor: i64| Amount::new(minor, item.money.currency());
    let mut row = Invoice::new(&item.id, amount(item.total));
    row.number.clone_from(&item.number);
    row.open = amount(item.open);
    row.issued_on = Some(item.issued);
    row.due_on = Some(item.due);
    row.previous_totals = item.previous.iter().map(|minor| amount(*minor)).collect();
    row.covers = item.covers.iter().map(|covered| book.items[*covered].id.clone()).collect();
    row.state = item.state;
    row.terms = item.terms.then_some(Terms { discount_percent: Decimal::TWO, discount_days: 10 });
    let mut customer =
        Customer { id: Some(client.id.clone()), name: Some(client.who.listed()), ..Customer::default() };
    if client.who.company.is_some() && client.contact_listed {
        customer.aliases.push(client.who.person());
    }
    if client.iban_listed {
        // What the host knows is what was paid from before: the agency's account, for its customers.
        let agency = client.agency.and_then(|agency| agencies.get(agency));
        customer.ibans.push(agency.map_or(&client.iban, |agency| &agency.iban).clone());
    }
    if client.email_listed {
        customer.emails.push(client.email.clone());
    }
    row.customer = Some(customer);
    row
}

fn settlements(book: &Book, random: &mut Random) -> Vec<Settlement> {
    let mut list = Vec::new();
    for item in &book.items {
        for (on, minor) in &item.settled {
            let gateway = matches!(book.clients[item.client].channel, Channel::Stripe | Channel::PayPal);
            list.push(Settlement {
                invoice: item.id.clone(),
                amount: Amount::new(*minor, item.money.currency()),
                settled_on: *on,
                transaction: None,
                external_ids: if gateway { vec![render::token(random, "pi_3", 20)] } else { Vec::new() },
            });
        }
    }
    list
}
