//! What payers do: each event makes the items that it needs and says what is paid, by whom and with which words.

use super::book::{Book, Channel, Money, earlier, later};
use super::names::other_given;
use crate::{Kind, Random};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Whose name and account stand on a payment.
#[derive(Clone, Debug)]
pub(super) enum Payer {
    /// The customer's own.
    Client(usize),
    /// A person who acts for the customer's company.
    Contact(usize),
    /// Somebody of the same family name.
    Family(usize, &'static str),
    /// An agency that pays for many.
    Agency(usize),
    /// Somebody else, under this name.
    Other(String),
}

/// What the payer writes.
#[derive(Clone, Debug)]
pub(super) enum Say {
    /// Numbers of these items.
    Numbers(Vec<usize>),
    /// From the first to the last of these items, whose numbers follow each other.
    Range(Vec<usize>),
    /// The customer number of a client.
    ClientNumber(usize),
    /// The name of the client whom it is for, with numbers if they are told.
    For(usize, Vec<usize>),
    /// Nothing that helps.
    Idle,
    /// A number of another matter that is this item's by chance.
    Chance(usize),
    /// Words of another matter.
    Words(String),
}

/// A second row of the same payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Second {
    None,
    Twice,
    Pending,
    Overlap,
}

/// A payment of an item, or one that looks like it.
#[derive(Clone, Debug)]
pub(super) struct Pay {
    pub(super) kind: Kind,
    pub(super) client: Option<usize>,
    pub(super) parts: Vec<(usize, i64)>,
    /// What came in, in the currency of the account.
    pub(super) gross: i64,
    pub(super) money: Money,
    pub(super) channel: Channel,
    pub(super) day: NaiveDate,
    pub(super) payer: Payer,
    pub(super) say: Say,
    pub(super) second: Second,
    /// Before conversion, if the bank tells: amount, currency, rate in ten-thousandths.
    pub(super) original: Option<(i64, Money, i64)>,
}

pub(super) struct Agency {
    pub(super) name: String,
    pub(super) iban: String,
}

pub(super) struct Events<'a> {
    pub(super) book: &'a mut Book,
    pub(super) keys: &'a BTreeSet<String>,
    pub(super) pays: Vec<Pay>,
}

impl Events<'_> {
    /// An event of a kind, with a client who is free for it.
    pub(super) fn make(&mut self, random: &mut Random, kind: Kind, client: usize) {
        let day = earlier(self.book.as_of, random.below(33));
        match kind {
            Kind::NoReference => {
                let mut pay = self.one(random, kind, client, day);
                pay.say = Say::Idle;
                self.no_gateway(&mut pay);
                self.pays.push(pay);
            }
            Kind::ThirdParty => self.third_party(random, client, day),
            Kind::PayingAgency => self.agency(random, client, day),
            Kind::Grouped => self.grouped(random, client, day),
            Kind::PartPayment | Kind::Instalment => self.instalments(random, kind, client, day),
            Kind::BankFee | Kind::EarlyDiscount | Kind::Rounding | Kind::Overpayment | Kind::LateFee => {
                self.difference(random, kind, client, day);
            }
            Kind::Fx => self.foreign(random, client, day),
            Kind::ClosedInvoice | Kind::NoOpenItem => self.nothing_due(random, kind, client, day),
            Kind::StandingOrderOldNumber => self.standing_order(random, client, day),
            Kind::CustomerNumber => {
                let mut pay = self.one(random, kind, client, day);
                pay.say = Say::ClientNumber(client);
                self.no_gateway(&mut pay);
                self.pays.push(pay);
            }
            Kind::MassPayment => self.mass_payment(random, client, day),
            Kind::Namesake => self.namesake(random, client, day),
            Kind::StrangerSameAmount | Kind::StrangerNumber => self.stranger(random, kind, client, day),
            _ => {
                let mut pay = self.one(random, Kind::Plain, client, day);
                pay.kind = kind;
                match kind {
                    Kind::PaidTwice => pay.second = Second::Twice,
                    Kind::PendingCopy => pay.second = Second::Pending,
                    Kind::OverlapCopy => pay.second = Second::Overlap,
                    _ => {}
                }
                if pay.second != Second::None {
                    self.no_gateway(&mut pay);
                    self.another(random, client, day, pay.gross);
                }
                self.pays.push(pay);
            }
        }
    }

    /// A payment of one new item in full with its number.
    pub(super) fn one(&mut self, random: &mut Random, kind: Kind, client: usize, day: NaiveDate) -> Pay {
        let item = self.book.due_item(random, client, day);
        self.pay(random, kind, client, vec![item], day)
    }

    pub(super) fn pay(
        &mut self,
        random: &mut Random,
        kind: Kind,
        client: usize,
        items: Vec<usize>,
        day: NaiveDate,
    ) -> Pay {
        let owner = &self.book.clients[client];
        let parts: Vec<(usize, i64)> = items.iter().map(|at| (*at, self.book.items[*at].open)).collect();
        let company = owner.who.company.is_some();
        let payer = match random.below(100) {
            0..=9 if company => Payer::Contact(client),
            0..=2 => Payer::Family(client, other_given(random, owner.who.given)),
            _ => Payer::Client(client),
        };
        Pay {
            kind,
            client: Some(client),
            gross: parts.iter().map(|part| part.1).sum(),
            parts,
            money: owner.money,
            channel: owner.channel,
            day,
            payer,
            say: Say::Numbers(items),
            second: Second::None,
            original: None,
        }
    }

    /// A gateway always knows its invoice: what a payer forgets happens with transfers.
    pub(super) fn no_gateway(&self, pay: &mut Pay) {
        if matches!(pay.channel, Channel::Stripe | Channel::PayPal) {
            pay.channel = if pay.money == Money::Gbp { Channel::Fps } else { Channel::Sepa };
        }
    }

    fn third_party(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        let mut pay = self.one(random, Kind::ThirdParty, client, day);
        self.no_gateway(&mut pay);
        pay.payer = Payer::Other(self.stranger_name(random));
        let items = pay.parts.iter().map(|part| part.0).collect();
        pay.say = match random.below(10) {
            0..=5 => Say::Numbers(items),
            6 => Say::For(client, items),
            7 => Say::For(client, Vec::new()),
            8 => Say::ClientNumber(client),
            _ => Say::Idle,
        };
        self.pays.push(pay);
    }

    fn agency(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        let Some(agency) = self.book.clients[client].agency else {
            // Nobody pays for this one: an ordinary payment instead.
            return self.make(random, Kind::Plain, client);
        };
        let mut pay = self.one(random, Kind::PayingAgency, client, day);
        self.no_gateway(&mut pay);
        pay.payer = Payer::Agency(agency);
        let items = pay.parts.iter().map(|part| part.0).collect();
        pay.say = match random.below(10) {
            0..=2 => Say::Numbers(items),
            3..=5 => Say::For(client, items),
            6..=8 => Say::For(client, Vec::new()),
            _ => Say::ClientNumber(client),
        };
        self.pays.push(pay);
    }

    fn grouped(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        let count = match random.below(20) {
            0..=10 => 2,
            11..=14 => 3,
            15 | 16 => 4,
            17 => 5,
            _ => 6 + random.below(4) as usize,
        };
        let range = random.chance(120);
        let newest = self.book.issue_date(random, client, day);
        let mut items = Vec::with_capacity(count);
        for at in 0..count {
            // Services renewed together bear numbers that follow each other; others come month by month.
            let issued = if range { newest } else { earlier(newest, at as u64 * random.below(20)) };
            let price = self.book.price(random, client);
            let item = self.book.add(client, issued, price);
            self.book.items[item].taken = true;
            items.push(item);
        }
        let mut pay = self.pay(random, Kind::Grouped, client, items.clone(), day);
        self.no_gateway(&mut pay);
        pay.say = match random.below(20) {
            _ if range => Say::Range(items),
            0..=10 => Say::Numbers(items),
            11..=13 => Say::Numbers(items[..count - 1].to_vec()),
            14 => Say::Numbers(items[..1].to_vec()),
            _ => Say::Idle,
        };
        self.pays.push(pay);
    }

    fn instalments(&mut self, random: &mut Random, kind: Kind, client: usize, day: NaiveDate) {
        let total = 12_000 + random.between(0, 60_000);
        let count = if kind == Kind::PartPayment { 2 } else { random.between(2, 4) };
        let first = earlier(self.book.as_of, 15 + random.below(18));
        let day = if kind == Kind::PartPayment { day } else { first };
        let issued = earlier(day, random.below(20));
        let item = self.book.add(client, issued, total);
        self.book.items[item].taken = true;
        let mut left = total;
        let told = random.chance(750);
        let template = self.pay(random, kind, client, vec![item], day);
        for turn in 0..count {
            if kind == Kind::PartPayment && turn == 1 {
                break;
            }
            let share = if turn == count - 1 {
                left
            } else if kind == Kind::PartPayment {
                [total / 2, total / 3 / 1_000 * 1_000, 5_000, 10_000][random.below(4) as usize].max(1_000)
            } else {
                total / count
            };
            left -= share;
            let mut pay = template.clone();
            self.no_gateway(&mut pay);
            pay.parts = vec![(item, share)];
            pay.gross = share;
            pay.day = later(day, turn as u64 * (4 + random.below(3))).min(self.book.as_of);
            if !told {
                pay.say = Say::Idle;
            }
            self.pays.push(pay);
        }
    }

    fn difference(&mut self, random: &mut Random, kind: Kind, client: usize, day: NaiveDate) {
        let mut pay = self.one(random, kind, client, day);
        let item = pay.parts[0].0;
        self.no_gateway(&mut pay);
        let mut total = self.book.items[item].total;
        if matches!(kind, Kind::BankFee | Kind::EarlyDiscount) && total < 4_000 {
            // Who takes discounts or pays from abroad buys more.
            total = total * 5 + 4_000;
        }
        self.book.items[item].total = total;
        self.book.items[item].open = total;
        let (gross, settled) = match kind {
            Kind::BankFee => {
                let fee = *random.pick(&[150, 250, 300, 500, 600, 750, 800, 1_000, 1_250]);
                (total - fee, total - fee)
            }
            Kind::EarlyDiscount => {
                self.book.items[item].terms = true;
                self.book.items[item].issued = earlier(day, random.below(10));
                self.book.items[item].due = later(day, 20);
                let paid = total - (total * 2 + 50) / 100;
                (paid, paid)
            }
            Kind::Rounding => {
                let down = total / 100 * 100;
                let off = match random.below(3) {
                    0 if total - down <= 5 => total - down,
                    1 => random.between(1, 3),
                    _ => -random.between(1, 3),
                };
                (total - off, total.min(total - off))
            }
            Kind::Overpayment => {
                let more = match random.below(4) {
                    0 => (total / 1_000 + 1) * 1_000 - total,
                    1 => 500,
                    2 => total,
                    _ => random.between(1, 20) * 100,
                };
                (total + more, total)
            }
            _ => {
                self.book.items[item].previous.push(total);
                let late = later(self.book.items[item].issued, self.book.term + 7);
                self.book.items[item].issued =
                    if late > day { earlier(day, self.book.term + 8) } else { self.book.items[item].issued };
                self.book.items[item].due = later(self.book.items[item].issued, self.book.term);
                let raised = total + *random.pick(&[500, 1_000, 350, total / 10 + 1]);
                self.book.items[item].total = raised;
                self.book.items[item].open = raised;
                (total, total)
            }
        };
        pay.gross = gross;
        pay.parts = vec![(item, settled)];
        if random.chance(250) {
            pay.say = Say::Idle;
        }
        self.pays.push(pay);
    }

    fn foreign(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        let mut pay = self.one(random, Kind::Fx, client, day);
        self.no_gateway(&mut pay);
        let item = pay.parts[0].0;
        // The account is kept in pounds, the invoice in euros or dollars.
        let (money, middle) = if random.chance(600) { (Money::Eur, 8_600) } else { (Money::Usd, 7_900) };
        let total = self.book.items[item].open;
        self.book.items[item].money = money;
        let rate = middle + random.between(-150, 150);
        pay.money = Money::Gbp;
        pay.gross = (total * rate + 5_000) / 10_000;
        pay.channel = *random.pick(&[Channel::Fps, Channel::Bare, Channel::GoCardless, Channel::Sepa]);
        pay.original = random.chance(500).then_some((total, money, rate));
        if random.chance(200) {
            pay.say = Say::Idle;
        }
        self.pays.push(pay);
    }

    fn mass_payment(&mut self, random: &mut Random, client: usize, day: NaiveDate) {
        let count = 2 + random.below(3);
        let mut covers = Vec::new();
        for at in 0..count {
            let issued = earlier(day, 5 + at * 25 + random.below(10));
            let price = self.book.price(random, client);
            let item = self.book.add(client, issued, price);
            self.book.items[item].taken = true;
            covers.push(item);
        }
        let total = covers.iter().map(|at| self.book.items[*at].open).sum();
        let mass = self.book.add(client, earlier(day, random.below(4)), total);
        self.book.items[mass].covers = covers;
        self.book.items[mass].taken = true;
        let mut pay = self.pay(random, Kind::MassPayment, client, vec![mass], day);
        if random.chance(150) {
            self.no_gateway(&mut pay);
            pay.say = Say::Idle;
        }
        self.pays.push(pay);
    }
}
