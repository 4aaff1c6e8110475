//! What settles nothing: the shop's payouts, refunds, suppliers, wages, and people who pay for something else.

use super::lines::{self, Blank, Other};
use super::market::{self, Human, Market};
use super::pay::Tell;
use super::row::{Payor, Said, sources};
use super::shop::{Count, Shop};
use crate::draft::{Payer, Payment, probe};
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use chrono::{Days, NaiveDate};
use payymo::model::{Batch, Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};

/// Prices of the shop, in minor units of a euro.
const PRICES: [i64; 6] = [2_995, 1_495, 4_900, 995, 12_900, 7_900];

impl Shop {
    /// Lets something happen that settles nothing, if the books hold what it takes.
    pub fn rest(&mut self, kind: Kind, random: &mut Random) {
        let day = self.start + Days::new(random.below(46));
        // Without a closed item, or a buyer who owes nothing, there is nothing to tell.
        let _ = match kind {
            Kind::ClosedInvoice => self.settled_already(random, day),
            Kind::NoOpenItem => self.in_advance(random, day),
            Kind::StrangerSameAmount | Kind::Namesake => self.passer_by(kind, random, day),
            Kind::StrangerNumber => self.number_of_their_own(random, day),
            Kind::Refund | Kind::Chargeback => self.taken_back(kind, random, day),
            _ => self.line(kind, random, day),
        };
    }

    /// One of the bank's or the shop's own lines, if there are any of this kind.
    fn line(&mut self, kind: Kind, random: &mut Random, day: NaiveDate) -> Option<()> {
        let line = lines::of(random, kind)?;
        let market = Market::pick(random);
        let (firm, form) = market::firm(random, market);
        let blank = Blank { market, day, firm: &firm, number: "", own: 0 };
        let (text, minor) = (line.text(random, &blank), line.amount(random, market));
        let mut row = self.bare(random, market, day, minor, line.is, text);
        let other = &mut row.counterparty;
        other.iban = Some(some_iban(random, market.code()));
        other.name = match line.other {
            Other::Firm(name) => {
                other.iban = other.iban.take().filter(|_| random.chance(400));
                Some(name.to_owned())
            }
            Other::Supplier => Some(format!("{firm} {form}").trim().to_owned()),
            Other::Employee => Some(market::human(random, market).full()),
            Other::Savings => {
                other.iban = Some(self.own[4].clone());
                Some("Noorderlicht Handel & Energie".to_owned())
            }
            Other::Nobody | Other::Buyer => {
                other.iban = None;
                None
            }
        };
        if kind == Kind::Payout && random.chance(300) {
            row.batch = Some(Batch { id: None, count: Some(random.between(2, 90) as u64) });
        }
        self.draft.payments.push(Payment::aside(kind, row));
        Some(())
    }

    /// A row on the shop's account for the market, without another side.
    fn bare(
        &self,
        random: &mut Random,
        market: Market,
        day: NaiveDate,
        minor: i64,
        is: TransactionKind,
        text: String,
    ) -> Transaction {
        let mut row = Transaction::new("", day, market.money(minor));
        row.kind = is;
        row.account = Some(self.own[market.till()].clone());
        row.source = (*random.pick(sources(market))).into();
        row.remittance = text;
        if random.chance(500) {
            row.value_on = Some(day);
        }
        if random.chance(300) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value: digits(random, 14) });
        }
        row
    }

    /// A closed item: of three, the one that was written last, for what is old is seldom touched again.
    fn bygone(&self, random: &mut Random) -> Option<usize> {
        let closed = |at: usize| self.buyers[self.draft.items[at].party].closed.contains(&at);
        let drawn = (0..3).filter_map(|_| probe(random, self.draft.items.len(), closed));
        drawn.max_by_key(|&at| self.draft.items[at].invoice.issued_on)
    }

    /// The link in an old mail is pressed once more.
    fn settled_already(&mut self, random: &mut Random, day: NaiveDate) -> Option<()> {
        let item = self.bygone(random)?;
        let total = self.draft.items[item].invoice.total.minor();
        let buyer = &self.buyers[self.draft.items[item].party];
        let tongue = buyer.market.tongue();
        let tell = match random.below(20) {
            0..13 => Tell::Item,
            13..16 => Tell::Number(tongue.reminder.to_owned(), String::new()),
            // Without a number it would be the payment of the open item that costs as much.
            _ if buyer.open.iter().any(|&at| self.left(at) == total) => return None,
            _ => Tell::Words(random.pick(tongue.vague).to_string()),
        };
        let at = self.pay_on(random, Kind::ClosedInvoice, &[item], total, tell, Payor::Buyer, day);
        self.draft.pays_closed(at, item);
        Some(())
    }

    /// A buyer who owes nothing pays for what is to come.
    fn in_advance(&mut self, random: &mut Random, day: NaiveDate) -> Option<()> {
        let start = random.below(self.buyers.len() as u64) as usize;
        let buyer = (start..self.buyers.len()).chain(0..start).find(|&at| self.buyers[at].open.is_empty())?;
        let (market, own) = (self.buyers[buyer].market, self.buyers[buyer].number);
        let pattern = *random.pick(lines::ADVANCE);
        let blank = Blank { market, day, firm: "", number: "", own };
        let said = Said { words: lines::fill(random, pattern, &blank), slip: None };
        let price = self.buyers[buyer].plan.unwrap_or(*random.pick(&PRICES) * market.scale());
        let amount = market.money(price * random.between(1, 3));
        let (row, payer) = self.write(random, buyer, &Payor::Buyer, amount, day, &said);
        let mut payment = Payment::aside(Kind::NoOpenItem, row);
        (payment.party, payment.payer, payment.named) = (Some(buyer), payer, false);
        self.draft.payments.push(payment);
        Some(())
    }

    /// Somebody pays for something else, perhaps just what an item costs, perhaps under a buyer's last name.
    fn passer_by(&mut self, kind: Kind, random: &mut Random, day: NaiveDate) -> Option<()> {
        let near = probe(random, self.draft.items.len(), |at| self.left(at) > 0)?;
        let buyer = self.draft.items[near].party;
        let market = self.buyers[buyer].market;
        let minor = if kind == Kind::StrangerSameAmount {
            self.left(near)
        } else {
            *random.pick(&PRICES) * market.scale() + random.between(0, 40) * 100
        };
        let human = match kind {
            Kind::Namesake => self.relative(buyer, market::human(random, market)),
            _ => self.newcomer(random, market),
        };
        let pattern = *random.pick(lines::PRIVATE);
        let at = self.outside(kind, random, buyer, &human.full(), minor, day, (pattern, ""));
        // Who shares the last name may be of the family.
        let entry = &mut self.draft.payments[at];
        entry.named = false;
        entry.payer =
            if kind == Kind::Namesake { Payer::Known(buyer) } else { Payer::Named(human.key_full()) };
        Some(())
    }

    /// Somebody whose whole name no buyer has: our list of names is shorter than a country's.
    fn newcomer(&self, random: &mut Random, market: Market) -> Human {
        let mut human = market::human(random, market);
        let mut draws = 0;
        while self.draft.bearers.contains_key(&human.key_full()) && draws < 50 {
            human = market::human(random, market);
            draws += 1;
        }
        human
    }

    /// The same person with a buyer's last name, and with an initial that nobody has who is known beside the buyer.
    fn relative(&self, buyer: usize, mut human: Human) -> Human {
        let of = &self.buyers[buyer].human;
        (human.infix, human.last) = (of.infix, of.last.clone());
        let keys = &self.draft.faces[buyer].keys;
        let mut firsts =
            [human.first.clone(), "Quinten".to_owned(), "Ulrike".to_owned(), "Xavier".to_owned()].into_iter();
        human.first = firsts
            .find(|first| {
                let initial = first.chars().next();
                keys.iter().all(|key| key.split(' ').nth(1).and_then(|word| word.chars().next()) != initial)
            })
            .unwrap_or_else(|| "Zeger".to_owned());
        human
    }

    /// A number in the form of the shop's own, or one of its own, in somebody else's business.
    fn number_of_their_own(&mut self, random: &mut Random, day: NaiveDate) -> Option<()> {
        let near = probe(random, self.draft.items.len(), |at| self.draft.items[at].listed)?;
        let buyer = self.draft.items[near].party;
        let number = match self.counts[random.below(2) as usize] {
            Count::Hex if random.chance(700) => characters(random, "0123456789abcdef", 8),
            _ => self.draft.items[near].invoice.number.clone().unwrap_or_default(),
        };
        let (name, pattern) = *random.pick(lines::NUMBERED);
        let minor = random.between(1_100, 130_000) * self.buyers[buyer].market.scale();
        self.outside(Kind::StrangerNumber, random, buyer, name, minor, day, (pattern, &number));
        Some(())
    }

    /// A stranger's money comes the same ways as a buyer's. Answers the payment's index.
    #[allow(clippy::too_many_arguments)]
    fn outside(
        &mut self,
        kind: Kind,
        random: &mut Random,
        near: usize,
        name: &str,
        minor: i64,
        day: NaiveDate,
        (pattern, number): (&str, &str),
    ) -> usize {
        let market = self.buyers[near].market;
        let words = lines::fill(random, pattern, &Blank { market, day, firm: name, number, own: 0 });
        let who = Payor::Other(name.to_owned(), some_iban(random, market.code()));
        let (row, _) = self.write(random, near, &who, market.money(minor), day, &Said { words, slip: None });
        self.draft.payments.push(Payment::aside(kind, row));
        self.draft.payments.len() - 1
    }

    /// An order comes back and its money goes, or a bank takes the money back.
    fn taken_back(&mut self, kind: Kind, random: &mut Random, day: NaiveDate) -> Option<()> {
        let line = lines::of(random, kind)?;
        let item = self.bygone(random)?;
        let (buyer, invoice) = (self.draft.items[item].party, &self.draft.items[item].invoice);
        let it = &self.buyers[buyer];
        let number = invoice.number.as_deref().unwrap_or_default();
        let blank = Blank { market: it.market, day, firm: "", number, own: it.number };
        let text = line.text(random, &blank);
        let mut row = self.bare(random, it.market, day, -invoice.total.minor(), line.is, text);
        if matches!(line.other, Other::Buyer) {
            row.counterparty.name = Some(it.human.full());
            row.counterparty.iban = Some(it.iban.clone());
        }
        let back = |stage, reason: &str| {
            Some(Returned { stage, reason: Some(reason.to_owned()), originals: Vec::new() })
        };
        row.returned = match line.is {
            TransactionKind::Dispute => back(ReturnStage::Chargeback, "10.4"),
            TransactionKind::Return => back(ReturnStage::Return, "MD06"),
            _ => None,
        };
        let mut payment = Payment::aside(kind, row);
        payment.party = Some(buyer);
        self.draft.payments.push(payment);
        Some(())
    }
}

impl Market {
    /// So many minor units of the country's currency.
    fn money(self, minor: i64) -> Amount {
        Amount::new(minor, Currency::parse(self.currency()).expect("a currency of ISO 4217"))
    }
}
