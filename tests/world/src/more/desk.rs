//! The books of what is added: customers whom nobody has paid for, items, rows, and what a reader can take from them.

use super::numbers::Numbers;
use super::read;
use super::{Bank, Slip, Way};
use crate::draft::{Draft, Face, Item, Payer, Payment};
use crate::plan::Ids;
use crate::standard::some_iban;
use crate::{Kind, Random, World};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use payymo::model::{Customer, Invoice, InvoiceKind, InvoiceState, ReferenceKind, Settlement, Transaction};
use payymo::money::{Amount, Currency};
use std::collections::{BTreeMap, BTreeSet};

/// What is true of a row beside what `Payment` says.
#[derive(Clone, Default)]
pub struct Mark {
    /// Its id, where a gateway gives one.
    pub id: Option<String>,
    /// All of it belongs on the customer's account.
    pub on_account: bool,
    /// Only a person may book it.
    pub by_hand: bool,
    /// The word on whether it can be known, where the clerk has no rule for it.
    pub knowable: Option<bool>,
    /// As much can be known of it, and its item is named, as of this payment.
    pub like: Option<usize>,
    /// Of a payout: its members and what may stand beside them, by payment.
    pub parts: Option<(Vec<usize>, Vec<usize>)>,
}

/// A payment of the world that can come back.
pub struct Paid {
    pub transaction: String,
    pub end_to_end: Option<String>,
    pub item: usize,
    pub day: NaiveDate,
}

/// What a credit note settles: beside the payment, whose word it shares, or by itself.
pub struct Credit {
    pub note: usize,
    pub kind: Kind,
    pub parts: Vec<(usize, i64)>,
    pub beside: Option<usize>,
    pub knowable: bool,
}

/// The books.
pub struct Desk<'a> {
    pub bank: &'a dyn Bank,
    pub draft: Draft,
    /// By payment.
    pub marks: Vec<Mark>,
    pub credits: Vec<Credit>,
    pub settled: Vec<Settlement>,
    pub rates: Vec<payymo::matching::FxRate>,
    pub from: NaiveDate,
    pub as_of: NaiveDate,
    pub home: Currency,
    pub seed: u64,
    /// Items that the world had.
    old_items: usize,
    /// Payments of the world of one item, by its number, that can come back.
    pub paid: Vec<Paid>,
    pub ids: Ids,
    accounts: BTreeMap<Currency, String>,
    cards: Vec<Customer>,
    own: Vec<Vec<usize>>,
    quiet: Vec<usize>,
    amounts: Vec<i64>,
    numbers: Option<Numbers>,
    next_item: u64,
    people: Numbers,
    credit_notes: u32,
    by_iban: BTreeMap<String, usize>,
    by_email: BTreeMap<String, usize>,
}

impl<'a> Desk<'a> {
    /// From a finished world.
    pub fn open(world: &World, bank: &'a dyn Bank, random: &Random) -> Self {
        let days = || world.transactions.iter().map(|row| row.booked_on);
        let (home, accounts) = accounts(world);
        let mut desk = Desk {
            bank,
            draft: Draft::default(),
            marks: Vec::new(),
            credits: Vec::new(),
            settled: Vec::new(),
            rates: Vec::new(),
            from: days().min().unwrap_or(world.as_of),
            as_of: world.as_of,
            home,
            seed: world.seed,
            old_items: 0,
            paid: Vec::new(),
            ids: Ids::new(random.fork(3)),
            accounts,
            cards: Vec::new(),
            own: Vec::new(),
            quiet: Vec::new(),
            amounts: Vec::new(),
            numbers: numbers(&world.invoices),
            next_item: world.invoices.iter().filter_map(|row| row.id.parse().ok()).max().unwrap_or(100_000),
            people: Numbers::learn(&[]),
            credit_notes: 0,
            by_iban: BTreeMap::new(),
            by_email: BTreeMap::new(),
        };
        let mut at_id: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &world.invoices {
            let Some(card) = &row.customer else { continue };
            let Some(id) = card.id.as_deref() else { continue };
            let party = match at_id.get(id) {
                Some(party) => *party,
                None => {
                    at_id.insert(id, desk.cards.len());
                    desk.enrol(card.clone())
                }
            };
            desk.list(party, row.clone());
        }
        let ids: Vec<&str> = {
            let mut ids: Vec<&str> = at_id.keys().copied().collect();
            ids.sort_by_key(|id| (id.len(), *id));
            ids
        };
        desk.people = Numbers::learn(&ids);
        desk.old_items = desk.draft.items.len();
        desk.find_paid(world);
        random.fork(5).shuffle(&mut desk.paid);
        desk.find_quiet(world, &at_id);
        random.fork(4).shuffle(&mut desk.quiet);
        let open = |row: &&Invoice| row.state == InvoiceState::Open && row.currency() == home;
        desk.amounts = world.invoices.iter().filter(open).map(|row| row.total.minor()).collect();
        desk.amounts.sort_unstable();
        desk
    }

    /// Customers whom no payment concerns, alone of their name, who pay for nobody else.
    fn find_quiet(&mut self, world: &World, at_id: &BTreeMap<&str, usize>) {
        let owner: BTreeMap<&str, &str> = world
            .invoices
            .iter()
            .filter_map(|row| Some((row.id.as_str(), row.customer.as_ref()?.id.as_deref()?)))
            .collect();
        let mut busy: BTreeSet<&str> = BTreeSet::new();
        for truth in world.truth.values() {
            busy.extend(truth.customer.as_deref());
            busy.extend(truth.allocations.iter().filter_map(|row| owner.get(row.0.as_str())));
        }
        self.quiet = at_id
            .iter()
            .filter(|(id, _)| !busy.contains(*id))
            .map(|row| *row.1)
            .filter(|&at| self.draft.faces[at].group.is_none() && !self.draft.has_namesake(at))
            .collect();
    }

    /// Payments that settle one item wholly and say so.
    fn find_paid(&mut self, world: &World) {
        let at_id: BTreeMap<&str, usize> =
            self.draft.items.iter().enumerate().map(|(at, item)| (item.invoice.id.as_str(), at)).collect();
        let mut paid = Vec::new();
        for row in &world.transactions {
            let Some(truth) = world.truth.get(&row.id) else { continue };
            let [(invoice, minor)] = truth.allocations.as_slice() else { continue };
            let Some(&item) = at_id.get(invoice.as_str()) else { continue };
            // What came back and stands in a second statement as well would be paid again.
            let plain = truth.kind == Kind::Plain && truth.knowable && truth.named && truth.copies.is_none();
            let plain = plain && row.fees.is_empty();
            let whole = self.draft.items[item].invoice.open == row.amount && row.amount.minor() == *minor;
            if plain && whole && row.booked_on + Days::new(3) < self.as_of {
                let ends = row.references.iter().find(|one| one.kind == ReferenceKind::EndToEnd);
                paid.push(Paid {
                    transaction: row.id.clone(),
                    end_to_end: ends.map(|one| one.value.clone()).filter(|value| value.len() > 9),
                    item,
                    day: row.booked_on,
                });
            }
        }
        self.paid = paid;
    }

    fn enrol(&mut self, card: Customer) -> usize {
        let at = self.cards.len();
        let mut keys = card.name.as_deref().map(read::keys).unwrap_or_default();
        card.aliases.iter().flat_map(|alias| read::keys(alias)).for_each(|key| {
            if !keys.contains(&key) {
                keys.push(key);
            }
        });
        self.by_iban.extend(card.ibans.iter().map(|iban| (iban.clone(), at)));
        self.by_email.extend(card.emails.iter().map(|mail| (mail.clone(), at)));
        self.draft.enrol(Face { id: card.id.clone().unwrap_or_default(), keys, group: card.group.clone() });
        self.cards.push(card);
        self.own.push(Vec::new());
        at
    }

    fn list(&mut self, party: usize, invoice: Invoice) -> usize {
        let at = self.draft.items.len();
        let left = invoice.open.minor();
        self.draft.items.push(Item { invoice, party, listed: true, left, touched: false });
        self.own[party].push(at);
        at
    }

    /// A customer whom nobody has paid for: one of the world's, or a new one.
    pub fn client(&mut self, random: &mut Random) -> usize {
        match if random.chance(650) { self.quiet.pop() } else { None } {
            Some(party) => party,
            None => {
                let mut name = self.bank.customer(random);
                // One of a name that there is would make him a namesake of somebody who pays.
                for _ in 0..40 {
                    if !self.draft.bearers.contains_key(&read::fold(&name)) {
                        break;
                    }
                    name = self.bank.customer(random);
                }
                let party = self.newcomer(random, name, 700);
                for _ in 0..random.below(3) {
                    let issued = self.as_of - Days::new(40 + random.below(200));
                    let closed = self.bill(random, party, issued, None);
                    self.close(closed);
                }
                party
            }
        }
    }

    /// A new customer or supplier; his account is on file in so many of 1000 cases.
    pub fn newcomer(&mut self, random: &mut Random, name: String, known: u64) -> usize {
        let id = self.people.next(random, None);
        let mut card = Customer { id: Some(id), name: Some(name), ..Customer::default() };
        if random.chance(known) {
            let country = *random.pick(self.bank.countries());
            card.ibans.push(some_iban(random, country));
        }
        if random.chance(300) {
            let mail = format!("{}@post.example", read::fold(card.name.as_deref().unwrap_or("x")));
            card.emails.extend(Some(mail).filter(|mail| !self.by_email.contains_key(mail)));
        }
        self.enrol(card)
    }

    /// The customer's card.
    pub fn card(&self, party: usize) -> &Customer {
        &self.cards[party]
    }

    /// The customer's name, as the host lists it.
    pub fn name(&self, party: usize) -> String {
        self.cards[party].name.clone().unwrap_or_default()
    }

    /// An amount as they are in this world, in the home currency.
    pub fn amount(&self, random: &mut Random) -> i64 {
        if self.amounts.is_empty() { random.between(500, 50_000) } else { *random.pick(&self.amounts) }
    }

    /// A new invoice of a customer: its number goes on with the series. `total`: else one as they are here.
    pub fn bill(
        &mut self,
        random: &mut Random,
        party: usize,
        issued: NaiveDate,
        total: Option<Amount>,
    ) -> usize {
        let total = total.unwrap_or_else(|| Amount::new(self.amount(random), self.home));
        self.next_item += 1 + random.below(3);
        let id = self.next_item.to_string();
        let last = self.own[party].iter().rev().find_map(|&at| self.draft.items[at].invoice.number.clone());
        let number = self.numbers.as_mut().map(|numbers| numbers.next(random, last.as_deref()));
        let invoice = Invoice {
            number,
            customer: Some(self.cards[party].clone()),
            issued_on: Some(issued),
            due_on: Some(issued + Days::new(*random.pick(&[7, 14, 14, 30]))),
            ..Invoice::new(id, total)
        };
        self.list(party, invoice)
    }

    /// Another kind of item: a bill of a supplier, a credit note.
    pub fn paper(
        &mut self,
        random: &mut Random,
        party: usize,
        kind: InvoiceKind,
        number: String,
        total: Amount,
    ) -> usize {
        self.next_item += 1 + random.below(3);
        let issued = self.as_of - Days::new(3 + random.below(45));
        let invoice = Invoice {
            kind,
            number: Some(number),
            customer: Some(self.cards[party].clone()),
            issued_on: Some(issued),
            due_on: Some(issued + Days::new(14)).filter(|_| kind == InvoiceKind::Bill),
            ..Invoice::new(self.next_item.to_string(), total)
        };
        self.list(party, invoice)
    }

    /// An item that was settled months ago, and the payment of it that the host has on file.
    pub fn settled_before(
        &mut self,
        random: &mut Random,
        total: Amount,
        outer: Vec<String>,
    ) -> (usize, Option<String>) {
        let party = self.client(random);
        let issued = self.as_of - Days::new(90 + random.below(240));
        let item = self.bill(random, party, issued, Some(total));
        self.close(item);
        let transaction = random.chance(650).then(|| self.ids.next(""));
        let settled_on = issued + Days::new(2 + random.below(30));
        self.settle(item, total.minor(), settled_on, transaction.clone(), outer);
        (item, transaction)
    }

    /// Notes a settlement.
    pub fn settle(
        &mut self,
        item: usize,
        minor: i64,
        on: NaiveDate,
        transaction: Option<String>,
        outer: Vec<String>,
    ) {
        let invoice = &self.draft.items[item].invoice;
        self.settled.push(Settlement {
            invoice: invoice.id.clone(),
            amount: Amount::new(minor, invoice.total.currency()),
            settled_on: on,
            transaction,
            external_ids: outer,
        });
    }

    /// The number of the host's next credit note.
    pub fn credit_number(&mut self) -> String {
        self.credit_notes += 1;
        format!(
            "{}{:04}",
            self.bank.tongue().credit_number,
            100 + self.seed % 700 + u64::from(self.credit_notes)
        )
    }

    /// What an item was settled with before: it is closed now.
    pub fn close(&mut self, item: usize) {
        let entry = &mut self.draft.items[item];
        entry.invoice.state = InvoiceState::Closed;
        entry.invoice.open = Amount::zero(entry.invoice.total.currency());
        entry.left = 0;
    }

    /// An open item of a new or a quiet customer that nothing was paid for yet, in the home currency, whole.
    pub fn owed(&mut self, random: &mut Random) -> usize {
        let party = self.client(random);
        let whole = |&&at: &&usize| {
            let item = &self.draft.items[at];
            let invoice = &item.invoice;
            at < self.old_items
                && invoice.state == InvoiceState::Open
                && invoice.kind == InvoiceKind::Invoice
                && invoice.currency() == self.home
                && invoice.open == invoice.total
                && invoice.covers.is_empty()
                && invoice.total.minor() >= 300
                && !item.touched
                && invoice.issued_on.is_some_and(|day| day < self.as_of)
        };
        match self.own[party].iter().find(whole).copied() {
            Some(at) => at,
            None => {
                if random.chance(300) {
                    let issued = self.as_of - Days::new(4 + random.below(60));
                    self.bill(random, party, issued, None);
                }
                let issued = self.as_of - Days::new(4 + random.below(40));
                let total = Amount::new(self.amount(random).max(300), self.home);
                self.bill(random, party, issued, Some(total))
            }
        }
    }

    /// What an item is called: its number, or the host's key.
    pub fn number(&self, item: usize) -> String {
        let invoice = &self.draft.items[item].invoice;
        invoice.number.clone().unwrap_or_else(|| invoice.id.clone())
    }

    /// A day on which banks work, between the item's issue and today.
    pub fn pay_day(&self, random: &mut Random, item: usize) -> NaiveDate {
        let issued = self.draft.items[item].invoice.issued_on.unwrap_or(self.from);
        self.day_after(random, issued)
    }

    /// A day on which banks work, between this one and today.
    pub fn day_after(&self, random: &mut Random, first: NaiveDate) -> NaiveDate {
        let first = self.from.max(first).min(self.as_of);
        let span = (self.as_of - first).num_days().unsigned_abs();
        self.business(first + Days::new(random.below(span + 1)))
    }

    /// That day or the next on which banks work, today at the latest.
    pub fn business(&self, day: NaiveDate) -> NaiveDate {
        let mut day = day.clamp(self.from, self.as_of);
        while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && day < self.as_of {
            day = day + Days::new(1);
        }
        day
    }

    /// The account that the other side pays from: mostly the one on file.
    pub fn iban(&self, random: &mut Random, party: usize) -> String {
        let listed = self.cards[party].ibans.first().filter(|_| random.chance(880)).cloned();
        listed.unwrap_or_else(|| {
            let country = *random.pick(self.bank.countries());
            some_iban(random, country)
        })
    }

    /// A bank's row between the host and somebody.
    pub fn print(
        &self,
        random: &mut Random,
        party: usize,
        way: Way,
        amount: Amount,
        day: NaiveDate,
        words: &str,
    ) -> Transaction {
        let (name, iban) = (self.name(party), self.iban(random, party));
        self.print_for(random, &Slip { way, amount, day, name: &name, iban: Some(&iban), words })
    }

    /// A bank's row.
    pub fn print_for(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let mut row = self.bank.row(random, slip);
        let account = self.accounts.get(&slip.amount.currency()).or_else(|| self.accounts.get(&self.home));
        row.account = account.cloned();
        row
    }

    /// Currencies of the host's accounts.
    pub fn currencies(&self) -> Vec<Currency> {
        self.accounts.keys().copied().collect()
    }

    /// Enters a row: `numbers` are what its writer meant to tell. Answers its place.
    pub fn enter(
        &mut self,
        kind: Kind,
        party: Option<usize>,
        parts: Vec<(usize, i64)>,
        row: Transaction,
        numbers: &[String],
        mark: Mark,
    ) -> usize {
        let payer = self.payer(&row, party);
        // A bare short number says something only beside a name.
        let short = numbers.iter().any(|number| number.len() < 4 && number.parse::<u32>().is_ok());
        let named = !numbers.is_empty()
            && numbers.iter().all(|number| read::told(&row, number))
            && !(short && payer == Payer::Unknown);
        for part in &parts {
            let item = &mut self.draft.items[part.0];
            item.touched = true;
            if part.1 > 0 {
                item.left -= part.1;
            }
        }
        self.draft.payments.push(Payment { party, parts, named, payer, ..Payment::aside(kind, row) });
        self.marks.push(mark);
        self.draft.payments.len() - 1
    }

    /// Whom a reader takes the other side for.
    fn payer(&self, row: &Transaction, party: Option<usize>) -> Payer {
        let other = &row.counterparty;
        let by_iban = other.iban.as_ref().and_then(|iban| self.by_iban.get(iban));
        let by_mail = other.email.as_ref().and_then(|mail| self.by_email.get(mail));
        if let Some(known) = by_iban.or(by_mail) {
            return Payer::Known(*known);
        }
        let name = party.map(|party| self.name(party)).filter(|name| !name.is_empty());
        match name.and_then(|name| read::shown(row, &name)) {
            Some(key) => Payer::Named(key),
            None => Payer::Unknown,
        }
    }
}

/// The main account of each currency, and the currency of most rows.
fn accounts(world: &World) -> (Currency, BTreeMap<Currency, String>) {
    let mut counts: BTreeMap<(Currency, &str), usize> = BTreeMap::new();
    let gateway = |row: &Transaction| matches!(row.source.as_ref(), "stripe" | "paypal");
    for row in world.transactions.iter().filter(|row| !gateway(row)) {
        *counts.entry((row.currency(), row.account.as_deref().unwrap_or_default())).or_default() += 1;
    }
    let mut main: BTreeMap<Currency, (usize, &str)> = BTreeMap::new();
    for ((currency, account), count) in counts {
        let entry = main.entry(currency).or_default();
        *entry = (*entry).max((count, account));
    }
    let home = main.iter().max_by_key(|row| row.1.0).map(|row| *row.0);
    let most = main.values().map(|row| row.0).max().unwrap_or(0);
    let accounts = main.into_iter().filter(|row| row.1.0 * 50 > most).map(|row| (row.0, row.1.1.to_owned()));
    let euro = Currency::parse("EUR").expect("a currency of ISO 4217");
    (home.unwrap_or(euro), accounts.collect())
}

/// What goes on with the host's series; `None` where its items have no numbers but their keys.
fn numbers(invoices: &[Invoice]) -> Option<Numbers> {
    let mut rows: Vec<(&Invoice, &str)> =
        invoices.iter().filter_map(|row| Some((row, row.number.as_deref()?))).collect();
    rows.sort_by_key(|row| (row.0.issued_on, row.1.len(), row.1));
    let all: Vec<&str> = rows.into_iter().map(|row| row.1).collect();
    (all.len() * 2 > invoices.len()).then(|| Numbers::learn(&all))
}
