//! What buyers do with their orders and bills.

use super::market::{self, Market};
use super::pay::Tell;
use super::row::Payor;
use super::shop::Shop;
use crate::draft::Payer;
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use chrono::Days;
use payymo::model::{Original, Reference, ReferenceKind, Status, TransactionKind};
use payymo::money::{Amount, Currency};

impl Shop {
    /// Lets something happen that settles an item; false where it settles nothing or the books hold nothing for it.
    pub fn act(&mut self, kind: Kind, random: &mut Random) -> bool {
        self.try_act(kind, random).is_some()
    }

    fn vague(&self, random: &mut Random, item: usize) -> Tell {
        Tell::Words(random.pick(self.market(item).tongue().vague).to_string())
    }

    fn market(&self, item: usize) -> Market {
        self.buyers[self.draft.items[item].party].market
    }

    fn try_act(&mut self, kind: Kind, random: &mut Random) -> Option<()> {
        match kind {
            Kind::Grouped | Kind::MassPayment => return self.several(kind, random),
            Kind::Instalment => return self.spread(random),
            Kind::PayingAgency => return self.administrator(random),
            Kind::StandingOrderOldNumber => return self.standing_order(random),
            Kind::EarlyDiscount => return self.discount(random),
            Kind::Namesake if random.chance(350) => return None,
            _ => {}
        }
        let item = match kind {
            Kind::Namesake => {
                self.find(random, 1, |shop, at| shop.draft.has_namesake(shop.draft.items[at].party))?
            }
            // An equal item that is open would be what the second payment is for.
            Kind::PaidTwice | Kind::OverlapCopy => self.find(random, 1, |shop, at| {
                let open = &shop.buyers[shop.draft.items[at].party].open;
                open.iter().filter(|other| shop.left(**other) == shop.left(at)).count() == 1
            })?,
            _ => self.find(random, 1, |_, _| true)?,
        };
        let open = self.left(item);
        let scale = self.market(item).scale();
        let usual = if random.chance(800) { Tell::Item } else { self.vague(random, item) };
        match kind {
            Kind::Plain => {
                self.pay(random, kind, &[item], open, Tell::Item, Payor::Buyer);
            }
            Kind::NoReference => {
                let tell = self.vague(random, item);
                self.pay(random, kind, &[item], open, tell, Payor::Buyer);
            }
            Kind::CustomerNumber => {
                self.pay(random, kind, &[item], open, Tell::Customer, Payor::Buyer);
            }
            Kind::ThirdParty => self.somebody_else(random, item),
            Kind::PartPayment => {
                let gross = (open * random.between(20, 70) / 100 / 100 * 100).clamp(1, open - 1);
                let word = *random.pick(self.market(item).tongue().part);
                let tell = if random.chance(750) {
                    Tell::Number(word.into(), String::new())
                } else {
                    Tell::Words(word.into())
                };
                self.pay(random, kind, &[item], gross, tell, Payor::Buyer);
            }
            Kind::BankFee => {
                let fee = (*random.pick(&[350, 500, 700, 1200]) * scale).min(open / 10);
                self.pay(random, kind, &[item], open - fee, usual, Payor::Buyer);
            }
            Kind::Rounding => {
                let whole = (open + 50) / 100 * 100;
                let little = open + *random.pick(&[-3, -1, 1, 2]);
                let gross = if whole != open && random.chance(500) { whole } else { little };
                self.pay(random, kind, &[item], gross, usual, Payor::Buyer);
            }
            Kind::Overpayment => {
                let more = match random.below(3) {
                    0 => random.between(1, 10) * 100 * scale,
                    1 => 495 * scale, // delivery added once more
                    _ => (open / 5_000 + 1) * 5_000 - open,
                };
                self.pay(random, kind, &[item], open + more, usual, Payor::Buyer);
            }
            Kind::Fx => self.foreign_card(random, item, usual),
            Kind::PaidTwice => {
                let first = self.pay(random, kind, &[item], open, usual, Payor::Buyer);
                let day =
                    (self.draft.payments[first].row.booked_on + Days::new(random.below(9))).min(self.as_of);
                let serial = digits(random, 14);
                let buyer = self.draft.items[item].party;
                self.again(first, true, |copy| {
                    // Where a twin is open, the second may be for that one.
                    if std::mem::take(&mut copy.named) {
                        copy.payer = Payer::Known(buyer);
                    }
                    copy.row.booked_on = day;
                    copy.row.value_on = copy.row.value_on.map(|_| day);
                    let bank =
                        copy.row.references.iter_mut().filter(|entry| entry.kind == ReferenceKind::Bank);
                    bank.for_each(|entry| entry.value.clone_from(&serial));
                });
            }
            Kind::PendingCopy => {
                let first = self.pay(random, kind, &[item], open, usual, Payor::Buyer);
                let (start, early) = (self.start, random.below(3));
                self.again(first, false, |copy| {
                    copy.row.status = Status::Pending;
                    copy.row.value_on = None;
                    copy.row.booked_on = (copy.row.booked_on - Days::new(early)).max(start);
                    copy.row.references.retain(|entry| entry.kind != ReferenceKind::Bank);
                });
            }
            Kind::OverlapCopy => {
                let first = self.pay(random, kind, &[item], open, usual, Payor::Buyer);
                if random.chance(600) {
                    self.draft.payments[first].twice = true;
                } else {
                    let row = &mut self.draft.payments[first].row;
                    row.references.retain(|entry| entry.kind != ReferenceKind::Bank);
                    row.references.push(Reference { kind: ReferenceKind::Bank, value: digits(random, 14) });
                    self.again(first, true, |_| {});
                }
            }
            Kind::LateFee => {
                let fee = *random.pick(&[500, 1000, 1500, 600]) * scale;
                let entry = &mut self.draft.items[item];
                let before = entry.invoice.total;
                let total = Amount::new(before.minor() + fee, before.currency());
                entry.invoice.previous_totals.push(before);
                (entry.invoice.total, entry.invoice.open, entry.left) = (total, total, total.minor());
                let gross = if random.chance(600) { total.minor() } else { before.minor() };
                let word = self.market(item).tongue().reminder.to_owned();
                let tell = if random.chance(400) { Tell::Number(word, String::new()) } else { usual };
                self.pay(random, kind, &[item], gross, tell, Payor::Buyer);
            }
            Kind::Namesake => {
                let tell = if random.chance(450) { Tell::Item } else { self.vague(random, item) };
                self.pay(random, kind, &[item], open, tell, Payor::Buyer);
            }
            _ => return None,
        }
        Some(())
    }

    /// The partner, a child, the employer.
    fn somebody_else(&mut self, random: &mut Random, item: usize) {
        let buyer = self.draft.items[item].party;
        let market = self.market(item);
        let human = self.buyers[buyer].human.clone();
        let who = if random.chance(600) {
            Payor::Partner
        } else {
            Payor::Other(market::human(random, market).full(), some_iban(random, market.code()))
        };
        let on_behalf = *random.pick(market.tongue().on_behalf);
        let (tell, told) = match random.below(10) {
            0..6 => (Tell::Item, false),
            6..8 => (Tell::Number(String::new(), format!("{on_behalf} {}", human.full())), false),
            8 => (Tell::Words(format!("{on_behalf} {}", human.full())), true),
            _ => (self.vague(random, item), false),
        };
        let at = self.pay(random, Kind::ThirdParty, &[item], self.left(item), tell, who);
        let entry = &mut self.draft.payments[at];
        if told && self.buyers[buyer].firm.is_none() && entry.row.remittance.contains(&human.first) {
            entry.payer = Payer::Named(human.key_full());
        }
    }

    /// A debt administrator or a municipality pays for its clients, from one account.
    fn administrator(&mut self, random: &mut Random) -> Option<()> {
        let north = random.chance(300);
        let item = self.find(random, 1, |shop, at| {
            (shop.market(at) == Market::Se) == north && shop.market(at).till() <= 1
        })?;
        let buyer = self.draft.items[item].party;
        let (name, iban) = match north {
            true => ("Kommunens Ekonomistöd Norrvik", self.pooled[1].clone()),
            false => ("Bewindvoering Het Anker inz. cliënten", self.pooled[0].clone()),
        };
        let human = self.buyers[buyer].human.clone();
        let tell = match random.below(10) {
            0..5 => Tell::Item,
            5..8 => Tell::Number(format!("{} {}", human.initial(), human.surname()), String::new()),
            _ => Tell::Words(format!("inz {} kenm {}", human.full(), digits(random, 6))),
        };
        let told = matches!(tell, Tell::Words(_));
        let at = self.pay(
            random,
            Kind::PayingAgency,
            &[item],
            self.left(item),
            tell,
            Payor::Other(name.into(), iban),
        );
        if told && self.buyers[buyer].firm.is_none() {
            self.draft.payments[at].payer = Payer::Named(human.key_full());
        }
        Some(())
    }

    /// Several at once: by their numbers, or by a collective bill that has a number of its own.
    fn several(&mut self, kind: Kind, random: &mut Random) -> Option<()> {
        let wish = *random.pick(&[2, 2, 2, 3, 3, 4]);
        let some = self.find(random, wish, |_, _| true).or_else(|| self.find(random, 2, |_, _| true))?;
        let buyer = self.draft.items[some].party;
        let mut items = self.free(buyer);
        random.shuffle(&mut items);
        if random.chance(350) {
            items.truncate(2);
        }
        items.truncate(9);
        let gross: i64 = items.iter().map(|&at| self.left(at)).sum();
        if kind == Kind::Grouped {
            let tell = match random.below(10) {
                0..7 => Tell::Item,
                7 => Tell::Customer,
                _ => self.vague(random, some),
            };
            self.pay(random, kind, &items, gross, tell, Payor::Buyer);
            return Some(());
        }
        let issued = items.iter().filter_map(|&at| self.draft.items[at].invoice.issued_on).max()?;
        let covers: Vec<String> = items.iter().map(|&at| self.draft.items[at].invoice.id.clone()).collect();
        for &at in &items {
            self.draft.take(at, i64::MAX);
        }
        let bill = random.chance(500);
        let all = self.add(random, buyer, issued, gross, bill, false);
        self.print_number(random, all);
        self.draft.items[all].invoice.covers = covers;
        self.draft.items[all].invoice.terms = None;
        self.buyers[buyer].open.push(all);
        let tell = if random.chance(800) { Tell::Item } else { self.vague(random, all) };
        self.pay(random, kind, &[all], gross, tell, Payor::Buyer);
        Some(())
    }

    fn spread(&mut self, random: &mut Random) -> Option<()> {
        let item = self.find(random, 1, |shop, at| shop.left(at) > 4_000)?;
        let count = random.between(2, 3);
        let each = self.left(item) / count;
        let word = *random.pick(self.market(item).tongue().part);
        let issued = self.draft.items[item].invoice.issued_on.unwrap_or(self.start);
        let first = self.start.max(issued);
        let room = (self.as_of - first).num_days().max(0) as u64;
        let offset = random.below(room / 3 + 1);
        let named = random.chance(800);
        for turn in 0..count {
            let gross = if turn + 1 == count { self.left(item) } else { each };
            let part = format!("{}/{count}", turn + 1);
            let tell = if named {
                Tell::Number(word.to_owned(), part)
            } else {
                Tell::Words(format!("{word} {part}"))
            };
            let day = (first + Days::new(offset + turn as u64 * ((room - offset) / count as u64).min(30)))
                .min(self.as_of);
            self.pay_on(random, Kind::Instalment, &[item], gross, tell, Payor::Buyer, day);
        }
        Some(())
    }

    /// The bank still sends the number of the month in which the order was set up.
    fn standing_order(&mut self, random: &mut Random) -> Option<()> {
        let item = self.find(random, 1, |shop, at| {
            let buyer = &shop.buyers[shop.draft.items[at].party];
            buyer
                .closed
                .iter()
                .any(|&old| shop.draft.items[old].invoice.total == shop.draft.items[at].invoice.total)
        })?;
        let buyer = self.draft.items[item].party;
        let total = self.draft.items[item].invoice.total;
        let old =
            *self.buyers[buyer].closed.iter().find(|&&old| self.draft.items[old].invoice.total == total)?;
        let invoice = &self.draft.items[old].invoice;
        let number = invoice.references.first().or(invoice.number.as_ref()).cloned().unwrap_or_default();
        let word = *random.pick(self.market(item).tongue().invoice);
        let words = if random.chance(500) { number } else { format!("{word} {number}") };
        self.pay(
            random,
            Kind::StandingOrderOldNumber,
            &[item],
            self.left(item),
            Tell::Words(words),
            Payor::Buyer,
        );
        Some(())
    }

    fn discount(&mut self, random: &mut Random) -> Option<()> {
        let item = self.find(random, 1, |shop, at| {
            let invoice = &shop.draft.items[at].invoice;
            let last = invoice.issued_on.map(|day| day + Days::new(8));
            invoice.terms.is_some() && last.is_some_and(|day| day >= shop.start && day <= shop.as_of)
        })?;
        let open = self.left(item);
        let issued = self.draft.items[item].invoice.issued_on?;
        let day = (issued + Days::new(random.below(9))).max(self.start);
        let tell = if random.chance(850) { Tell::Item } else { self.vague(random, item) };
        self.pay_on(random, Kind::EarlyDiscount, &[item], (open * 95 + 50) / 100, tell, Payor::Buyer, day);
        Some(())
    }

    /// Paid with a card of another currency: the acquirer converts and a little is lost.
    fn foreign_card(&mut self, random: &mut Random, item: usize, tell: Tell) {
        let open = self.left(item);
        let gross = if random.chance(300) { open } else { open - open * random.between(2, 14) / 1000 };
        let at = self.pay(random, Kind::Fx, &[item], gross, tell, Payor::Buyer);
        let row = &mut self.draft.payments[at].row;
        let (code, percent) = *random.pick(&[("GBP", 86), ("USD", 108), ("CHF", 94), ("PLN", 430)]);
        let scale = if row.currency().as_str() == "EUR" { 1 } else { 11 };
        let currency = Currency::parse(code).expect("a currency of ISO 4217");
        let paid = Amount::new((gross * (percent + random.between(-1, 1)) / 100 / scale).max(1), currency);
        row.kind = TransactionKind::Card;
        row.original = Some(Original { amount: paid, rate: None });
        row.counterparty.iban = None;
        row.counterparty.account = None;
        let card = format!("{} **** {} {paid}", characters(random, "45", 1), digits(random, 4));
        row.remittance = format!("{} {card}", row.remittance).trim().to_owned();
        let payment = &mut self.draft.payments[at];
        if let Payer::Known(buyer) = payment.payer {
            let human = &self.buyers[buyer].human;
            let told = payment.row.remittance.contains(&self.buyers[buyer].number.to_string());
            let named = payment.row.counterparty.name.is_some() && self.buyers[buyer].firm.is_none();
            payment.payer = match (told, named) {
                (true, _) => Payer::Known(buyer),
                (_, true) => Payer::Named(human.key_initial()),
                _ => Payer::Unknown,
            };
        }
    }
}
