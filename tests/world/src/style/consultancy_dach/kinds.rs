//! One event of each kind that settles something; the others are in `background`.

use super::book::Office;
use super::events::{Who, Words};
use super::people::{self, Land};
use super::text;
use crate::standard::some_iban;
use crate::{Kind, Random};
use chrono::Days;
use payymo::model::{Invoice, Original};
use payymo::money::{Amount, Currency};

impl Office {
    /// Lets one event happen; nothing happens where the books hold nothing for it.
    pub fn happen(&mut self, kind: Kind) {
        let mut random = self.random.fork(0x1000_0000 + self.draft.payments.len() as u64 * 64 + kind as u64);
        if self.settle(kind, &mut random).is_none() {
            self.elsewhere(kind, &mut random);
        }
    }

    pub fn left(&self, item: usize) -> i64 {
        self.draft.items[item].left
    }

    fn settle(&mut self, kind: Kind, random: &mut Random) -> Option<()> {
        match kind {
            Kind::Plain => self.simple(kind, random, Words::Numbers),
            Kind::NoReference => self.simple(kind, random, Words::Vague),
            Kind::CustomerNumber => self.simple(kind, random, Words::Client),
            Kind::ThirdParty => self.third_party(random),
            Kind::PayingAgency => self.agency(random),
            Kind::Grouped => self.grouped(random),
            Kind::PartPayment => self.part(random),
            Kind::Instalment => self.instalments(random),
            Kind::BankFee | Kind::Rounding | Kind::Overpayment => self.difference(kind, random),
            Kind::EarlyDiscount => self.discount(random),
            Kind::Fx => self.foreign(random),
            Kind::PaidTwice => self.paid_twice(random),
            Kind::StandingOrderOldNumber => self.standing_order(random),
            Kind::PendingCopy | Kind::OverlapCopy => self.copied(kind, random),
            Kind::LateFee => self.late_fee(random),
            Kind::MassPayment => self.mass(random),
            Kind::Namesake => self.namesake(random),
            _ => None,
        }
    }

    fn simple(&mut self, kind: Kind, random: &mut Random, words: Words) -> Option<()> {
        let item = self.untouched(random, 1)?;
        self.pay(random, kind, &[item], self.left(item), words, Who::Own);
        Some(())
    }

    fn third_party(&mut self, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let client = self.draft.items[item].party;
        let group = self.draft.faces[client].group.clone();
        let members = group.and_then(|group| self.groups.get(&group));
        let sister = members.and_then(|list| list.iter().copied().find(|&at| at != client));
        let who = match (sister, random.below(10)) {
            (Some(at), 0..8) => Who::Sister(at),
            (_, 0..6) => Who::Contact,
            _ => {
                let land = self.clients[client].land;
                Who::Other(people::company(random, land).printed(), some_iban(random, land.code()))
            }
        };
        let name = self.clients[client].name.printed();
        let for_whom = *random.pick(&["für", "i.A.", "w/", "ABWA+", "Mandant", "im Auftrag von"]);
        let (words, told) = match random.below(100) {
            0..58 => (Words::Numbers, false),
            58..72 => (Words::Around(format!("Rechnung {{}} {for_whom} {name}")), false),
            72..88 => (Words::Other(format!("{for_whom} {name}")), true),
            _ => (Words::Vague, false),
        };
        let at = self.pay(random, Kind::ThirdParty, &[item], self.left(item), words, who);
        self.recognise_in_text(at, client, told);
        Some(())
    }

    /// The text names the customer: so much of the name as the bank has left.
    fn recognise_in_text(&mut self, payment: usize, client: usize, told: bool) {
        let key = self.clients[client].name.key();
        let entry = &mut self.draft.payments[payment];
        if told && entry.row.remittance.to_lowercase().contains(&text::head(&key)) {
            entry.payer = crate::draft::Payer::Named(key);
        }
    }

    /// A tax adviser, a factoring company or a property manager pays for several customers.
    fn agency(&mut self, random: &mut Random) -> Option<()> {
        let mut whom = self.random.fork(0xa6e0 + random.below(5));
        let last = people::person(&mut whom).last;
        let name = match whom.below(3) {
            0 => format!("{last} Steuerberatungsgesellschaft mbH"),
            1 => format!("{last} Factoring AG Sammelkonto"),
            _ => format!("Hausverwaltung {last} Treuhandkonto"),
        };
        let iban = some_iban(&mut whom, "DE");
        let item = self.untouched(random, 1)?;
        let mut items = vec![item];
        let client = self.draft.items[item].party;
        let currency = self.draft.items[item].invoice.currency();
        if random.chance(350) {
            for _ in 0..random.between(1, 3) {
                let Some(other) = self.untouched(random, 1) else { break };
                if !items.contains(&other) && self.draft.items[other].invoice.currency() == currency {
                    items.push(other);
                }
            }
        }
        let gross = items.iter().map(|&at| self.left(at)).sum();
        let one = items.len() == 1;
        let printed = self.clients[client].name.printed();
        let (words, told) = match random.below(10) {
            0..5 => (Words::Numbers, false),
            5..7 if one => (Words::Around(format!("Mandant {printed} RE {{}}")), false),
            7..9 if one => (Words::Other(format!("Mandant {printed}")), true),
            _ => (Words::Around("Sammelüberweisung RNr {}".to_owned()), false),
        };
        let latest = *items.iter().max_by_key(|&&at| self.draft.items[at].invoice.issued_on)?;
        let day = self.pay_day(random, latest);
        let at = self.pay_on(random, Kind::PayingAgency, &items, gross, words, Who::Other(name, iban), day);
        self.recognise_in_text(at, client, told);
        Some(())
    }

    fn grouped(&mut self, random: &mut Random) -> Option<()> {
        let wish = *random.pick(&[2, 2, 2, 3, 3, 4, 5, 6]);
        let item = self.untouched(random, wish).or_else(|| self.untouched(random, 2))?;
        let client = self.draft.items[item].party;
        let mut items = self.free_of(client);
        random.shuffle(&mut items);
        let most = (items.len() as i64).min(9);
        items.truncate(if random.chance(500) { most } else { random.between(2, most) } as usize);
        if random.chance(700) {
            items.sort_by_key(|&at| self.draft.items[at].invoice.issued_on);
        }
        let gross = items.iter().map(|&at| self.left(at)).sum();
        let latest = *items.iter().max_by_key(|&&at| self.draft.items[at].invoice.issued_on)?;
        let day = self.pay_day(random, latest);
        let words = match random.below(100) {
            0..72 => Words::Numbers,
            72..82 => Words::Client,
            _ => Words::Vague,
        };
        self.pay_on(random, Kind::Grouped, &items, gross, words, Who::Own, day);
        Some(())
    }

    fn part(&mut self, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let gross =
            (self.left(item) * random.between(25, 75) / 100 / 1000 * 1000).max(1000).min(self.left(item) - 1);
        let word = *random.pick(&["Teilzahlung", "Anzahlung", "Abschlag", "1. Teilbetrag", "a conto"]);
        let words = if random.chance(800) {
            Words::Around(format!("{word} RE {{}}"))
        } else {
            Words::Other(word.to_owned())
        };
        self.pay(random, Kind::PartPayment, &[item], gross, words, Who::Own);
        Some(())
    }

    fn instalments(&mut self, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let total = self.left(item);
        let count = random.between(2, 4);
        let each = total / count;
        let issued = self.draft.items[item].invoice.issued_on.unwrap_or(self.from);
        let first = self.from.max(issued);
        let first = first + Days::new(random.below((self.as_of - first).num_days().max(0) as u64 / 3 + 1));
        let step = ((self.as_of - first).num_days() / count).clamp(0, 30) as u64;
        let named = random.chance(850);
        for turn in 0..count {
            let gross = if turn + 1 == count { self.left(item) } else { each };
            let words = match named {
                true => Words::Around(format!("Rate {}/{count} {{}}", turn + 1)),
                false => Words::Other(format!("Rate {}", turn + 1)),
            };
            let day = self.business(first + Days::new(step * turn as u64 + random.below(2)));
            self.pay_on(random, Kind::Instalment, &[item], gross, words, Who::Own, day);
        }
        Some(())
    }

    fn difference(&mut self, kind: Kind, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let open = self.left(item);
        let gross = match kind {
            Kind::BankFee => open - (*random.pick(&[500, 800, 1000, 1250, 1500, 2000, 750])).min(open / 10),
            Kind::Rounding => match random.below(3) {
                0 => open / 100 * 100,
                1 => (open + 99) / 100 * 100,
                _ => open + *random.pick(&[-2, -1, 1, 2]),
            },
            _ => match random.below(3) {
                0 => open + random.between(1, 20) * 500,
                1 => (open / 10_000 + 1) * 10_000,
                _ => open + open / 50,
            },
        };
        let words = if random.chance(820) { Words::Numbers } else { Words::Vague };
        self.pay(random, kind, &[item], gross, words, Who::Own);
        Some(())
    }

    fn discount(&mut self, random: &mut Random) -> Option<()> {
        for _ in 0..400 {
            let item = self.untouched(random, 1)?;
            let invoice = &self.draft.items[item].invoice;
            let (Some(terms), Some(issued)) = (&invoice.terms, invoice.issued_on) else { continue };
            let percent = if terms.discount_percent == 3.into() { 3 } else { 2 };
            // Some take it a few days late.
            let grace = if random.chance(150) { 4 } else { 0 };
            let days = random.between(2, i64::from(terms.discount_days) + grace);
            let day = self.business(issued + Days::new(days as u64));
            if day < self.from || issued + Days::new(days as u64) > self.as_of {
                continue;
            }
            let gross = (invoice.open.minor() * (100 - percent) + 50) / 100;
            let words = match random.below(10) {
                0..5 => Words::Around(format!(
                    "Re.Nr. {{}} vom {} abzgl. {percent}% Skonto",
                    text::german(issued)
                )),
                5..8 => Words::Around(format!("Rg. {{}} ./. {percent} % Skto")),
                8 => Words::Numbers,
                _ => Words::Vague,
            };
            self.pay_on(random, Kind::EarlyDiscount, &[item], gross, words, Who::Own, day);
            return Some(());
        }
        None
    }

    fn foreign(&mut self, random: &mut Random) -> Option<()> {
        let franc = |office: &Office, at: usize| office.draft.items[at].invoice.currency().as_str() == "CHF";
        let wish_franc = random.chance(600);
        let item = (0..300)
            .find_map(|_| self.untouched(random, 1).filter(|&at| franc(self, at) == wish_franc))
            .or_else(|| self.untouched(random, 1))?;
        let words = if random.chance(850) { Words::Numbers } else { Words::Vague };
        let open = self.left(item);
        if franc(self, item) {
            let at = self.pay(random, Kind::Fx, &[item], open, words, Who::Own);
            self.convert(at, random);
        } else {
            // The payer's bank sold dollars or francs: what arrives is a little less.
            let gross = open - open * random.between(1, 9) / 1000;
            let at = self.pay(random, Kind::Fx, &[item], gross, words, Who::Own);
            let code = *random.pick(&["USD", "CHF", "GBP", "CZK"]);
            let currency = Currency::parse(code).expect("a currency of ISO 4217");
            let factor = match code {
                "USD" => 109,
                "CHF" => 95,
                "GBP" => 85,
                _ => 2490,
            };
            let original = Amount::new(gross * (factor + random.between(-2, 2)) / 100, currency);
            self.draft.payments[at].row.original = Some(Original { amount: original, rate: None });
        }
        Some(())
    }

    fn late_fee(&mut self, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 1)?;
        let fee = *random.pick(&[500, 1000, 1500, 4000, 250]);
        let entry = &mut self.draft.items[item];
        let before = entry.invoice.total;
        let total = Amount::new(before.minor() + fee, before.currency());
        entry.invoice.previous_totals.push(before);
        (entry.invoice.total, entry.invoice.open, entry.left) = (total, total, total.minor());
        let gross = if random.chance(550) { total.minor() } else { before.minor() };
        let words = match random.below(4) {
            0 => Words::Around("Mahnung RE {}".to_owned()),
            1 => Words::Around("Rechnung {} inkl. Mahngebühr".to_owned()),
            2 => Words::Numbers,
            _ => Words::Vague,
        };
        self.pay(random, Kind::LateFee, &[item], gross, words, Who::Own);
        Some(())
    }

    /// A statement of several invoices with a number of its own; the payer pays the statement.
    fn mass(&mut self, random: &mut Random) -> Option<()> {
        let item = self.untouched(random, 2)?;
        let client = self.draft.items[item].party;
        if self.gaps[usize::from(self.clients[client].land == Land::Ch)].is_empty() {
            return None;
        }
        let covered = self.free_of(client);
        let issued = covered.iter().filter_map(|&at| self.draft.items[at].invoice.issued_on).max()?;
        let at = self.add_item(random, client, issued, 14, 1, false);
        let sum: i64 = covered.iter().map(|&at| self.left(at)).sum();
        let covers: Vec<String> = covered.iter().map(|&at| self.draft.items[at].invoice.id.clone()).collect();
        for &at in &covered {
            self.draft.take(at, i64::MAX);
        }
        let swiss = self.clients[client].land == Land::Ch;
        let gap = random.below(self.gaps[usize::from(swiss)].len() as u64) as usize;
        let number = self.gaps[usize::from(swiss)].swap_remove(gap);
        let entry = &mut self.draft.items[at];
        let total = Amount::new(sum, entry.invoice.currency());
        entry.invoice = Invoice {
            number: Some(number),
            covers,
            total,
            open: total,
            tax: Vec::new(),
            terms: None,
            references: Vec::new(),
            description: Some("Sammelrechnung".to_owned()),
            ..entry.invoice.clone()
        };
        entry.left = sum;
        self.clients[client].open.push(at);
        let words =
            if random.chance(800) { Words::Around("Sammelrechnung {}".to_owned()) } else { Words::Vague };
        self.pay(random, Kind::MassPayment, &[at], sum, words, Who::Own);
        Some(())
    }

    /// Two customers of one name: one of them pays.
    fn namesake(&mut self, random: &mut Random) -> Option<()> {
        if random.chance(400) {
            return None; // a stranger of a customer's name: see `elsewhere`
        }
        for _ in 0..200 {
            let item = self.untouched(random, 1)?;
            let client = self.draft.items[item].party;
            if self.draft.has_namesake(client) {
                let words = if random.chance(450) { Words::Numbers } else { Words::Vague };
                self.pay(random, Kind::Namesake, &[item], self.left(item), words, Who::Own);
                return Some(());
            }
        }
        None
    }
}
