//! What settles nothing: the shop's payouts, refunds, suppliers, wages, and people who pay for something else.

use super::market::{self, Market};
use super::pay::Tell;
use super::row::{Payor, Said};
use super::shop::{Count, Shop};
use crate::draft::{Payer, Payment, probe};
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use chrono::{Datelike, Days, NaiveDate};
use payymo::model::{Batch, Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};

const ALPHABET: &str = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

impl Shop {
    pub fn rest(&mut self, kind: Kind, random: &mut Random) {
        let day = self.start + Days::new(random.below(46));
        let market = Market::pick(random);
        let scale = if market.till() == 0 { 1 } else { 10 };
        match kind {
            Kind::ClosedInvoice => self.settled_already(random, day),
            Kind::NoOpenItem => self.owes_nothing(random, day),
            Kind::StrangerSameAmount | Kind::Namesake => self.passer_by(kind, random, day),
            Kind::StrangerNumber => self.number_of_their_own(random, day),
            Kind::Refund => self.refund(random, day),
            Kind::Chargeback => self.chargeback(random, day),
            Kind::Payout => {
                let minor = random.between(4_000, 900_000) * scale;
                self.payout(random, market, day, minor);
            }
            Kind::OwnTransfer => {
                let minor = random.between(1, 90) * 50_000 * if random.chance(600) { -1 } else { 1 };
                let other = ("Noorderlicht Handel & Energie".to_owned(), Some(self.own[4].clone()));
                self.put(
                    kind,
                    random,
                    market,
                    day,
                    minor,
                    TransactionKind::Transfer,
                    Some(other),
                    "Naar spaarrekening",
                );
            }
            Kind::Interest => {
                let words = *random.pick(&[
                    "Rente",
                    "Ränta",
                    "Renter",
                    "Creditrente",
                    "Korko",
                    "Intérêts créditeurs",
                ]);
                let minor = random.between(-900, 2_500) * scale;
                self.put(kind, random, market, day, minor, TransactionKind::Interest, None, words);
            }
            Kind::Salary => {
                let human = market::human(random, market);
                let word = match market {
                    Market::Nl | Market::Be => "Salaris",
                    Market::Se | Market::No => "Lön/Lønn",
                    Market::Dk => "Løn",
                    Market::Fi => "Palkka",
                    Market::Fr => "Salaire",
                };
                let words =
                    format!("{word} {} {}", market.tongue().months[day.month0() as usize], day.year());
                let other = (human.full(), Some(some_iban(random, market.code())));
                let minor = -random.between(110_000, 390_000) * scale;
                self.put(kind, random, market, day, minor, TransactionKind::Transfer, Some(other), &words);
            }
            Kind::Background => self.daily(random, market, day, scale),
            _ => {}
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn put(
        &mut self,
        kind: Kind,
        random: &mut Random,
        market: Market,
        day: NaiveDate,
        minor: i64,
        is: TransactionKind,
        other: Option<(String, Option<String>)>,
        words: &str,
    ) -> &mut Payment {
        let currency = Currency::parse(market.currency()).expect("a currency of ISO 4217");
        let mut row = Transaction::new("", day, Amount::new(minor, currency));
        row.kind = is;
        row.account = Some(self.own[market.till()].clone());
        row.source = random.pick(&["camt053", "csv", "gocardless"]).to_string();
        row.remittance = words.trim().to_owned();
        row.value_on = random.chance(500).then_some(day);
        if random.chance(300) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value: digits(random, 14) });
        }
        if let Some((name, iban)) = other {
            row.counterparty.name = Some(name);
            row.counterparty.iban = iban;
        }
        self.draft.payments.push(Payment {
            row,
            kind,
            party: None,
            parts: Vec::new(),
            named: true,
            payer: Payer::Unknown,
            copies: None,
            twice: false,
        });
        let last = self.draft.payments.len() - 1;
        &mut self.draft.payments[last]
    }

    /// A closed item is paid once more.
    fn settled_already(&mut self, random: &mut Random, day: NaiveDate) {
        let paid = |at: usize| !self.buyers[at].closed.is_empty();
        let Some(buyer) = probe(random, self.buyers.len(), paid) else { return };
        let item = *random.pick(&self.buyers[buyer].closed);
        let total = self.draft.items[item].invoice.total.minor();
        let tell = if random.chance(750) { Tell::Item } else { Tell::Words(String::new()) };
        let open = &self.buyers[buyer].open;
        if !matches!(tell, Tell::Item) && open.iter().any(|at| self.draft.items[*at].left == total) {
            return; // that would be the payment of the open one
        }
        let at = self.pay_on(random, Kind::ClosedInvoice, &[item], total, tell, Payor::Buyer, day);
        // A number that is listed tells whose it is. Where the buyer has just as much open, it could as well be a
        // standing order with an old number, and nobody knows.
        let listed = self.draft.items[item].listed;
        let entry = &mut self.draft.payments[at];
        if entry.named && listed {
            entry.payer = Payer::Known(buyer);
        }
        entry.named = false;
    }

    fn owes_nothing(&mut self, random: &mut Random, day: NaiveDate) {
        let nothing = |at: usize| self.buyers[at].open.is_empty();
        let Some(buyer) = probe(random, self.buyers.len(), nothing) else { return };
        let market = self.buyers[buyer].market;
        let scale = if market.till() == 0 { 1 } else { 10 };
        let words = match random.below(3) {
            0 => random.pick(market.tongue().part).to_string(),
            1 => format!("{} {}", random.pick(market.tongue().customer), self.buyers[buyer].number),
            _ => random.pick(market.tongue().vague).to_string(),
        };
        let minor = if random.chance(500) { 2_995 * scale } else { random.between(500, 20_000) * scale };
        let amount = Amount::new(minor, Currency::parse(market.currency()).expect("a currency of ISO 4217"));
        let said = Said { words, slip: None };
        let (row, payer) = self.write(random, buyer, &Payor::Buyer, amount, day, &said);
        self.draft.payments.push(Payment {
            row,
            kind: Kind::NoOpenItem,
            party: Some(buyer),
            parts: Vec::new(),
            named: false,
            payer,
            copies: None,
            twice: false,
        });
    }

    /// Somebody pays for something else, perhaps just what an item costs, perhaps under a customer's last name.
    fn passer_by(&mut self, kind: Kind, random: &mut Random, day: NaiveDate) {
        let open = |at: usize| self.draft.items[at].left > 0;
        let Some(item) = probe(random, self.draft.items.len(), open) else { return };
        let buyer = self.draft.items[item].party;
        let market = self.buyers[buyer].market;
        // A list of names is shorter than a country: nobody has a buyer's whole name by chance.
        let taken = |human: &market::Human| self.draft.bearers.contains_key(&human.key_full());
        let mut human = market::human(random, market);
        for _ in 0..50 {
            if !taken(&human) {
                break;
            }
            human = market::human(random, market);
        }
        if kind == Kind::Namesake {
            (human.infix, human.last) =
                (self.buyers[buyer].human.infix, self.buyers[buyer].human.last.clone());
            let taken: Vec<char> = self.draft.faces[buyer]
                .keys
                .iter()
                .filter_map(|key| key.split(' ').nth(1)?.chars().next())
                .collect();
            if taken.contains(&human.initial()) {
                human.first = "Xavier".to_owned();
            }
        }
        let scale = if market.till() == 0 { 1 } else { 10 };
        let same = kind == Kind::StrangerSameAmount;
        let minor = if same { self.draft.items[item].left } else { random.between(300, 30_000) * scale };
        let words = match random.below(6) {
            0 => "Marktplaats fiets".to_owned(),
            1 => format!("Retour borg {}", day),
            2 => "lotteri kontoret".to_owned(),
            3 => "julbord / julefrokost".to_owned(),
            4 => format!("Huur parkeerplaats {}", market.tongue().months[day.month0() as usize]),
            _ => "terugbetaling lunch".to_owned(),
        };
        self.outsider(kind, random, buyer, human.full(), minor, day, words);
        // Somebody may have a buyer's very name, or be of the family.
        if let Some(last) = self.draft.payments.last_mut() {
            last.named = false;
            last.payer =
                if kind == Kind::Namesake { Payer::Known(buyer) } else { Payer::Named(human.key_full()) };
        }
    }

    /// A stranger's money comes the same ways as a buyer's.
    #[allow(clippy::too_many_arguments)]
    fn outsider(
        &mut self,
        kind: Kind,
        random: &mut Random,
        near: usize,
        name: String,
        minor: i64,
        day: NaiveDate,
        words: String,
    ) {
        let market = self.buyers[near].market;
        let amount = Amount::new(minor, Currency::parse(market.currency()).expect("a currency of ISO 4217"));
        let who = Payor::Other(name, some_iban(random, market.code()));
        let (row, _) = self.write(random, near, &who, amount, day, &Said { words, slip: None });
        self.draft.payments.push(Payment {
            row,
            kind,
            party: None,
            parts: Vec::new(),
            named: true,
            payer: Payer::Unknown,
            copies: None,
            twice: false,
        });
    }

    /// A carrier's claim, a supplier's credit, a bank's serial: numbers in the form of the shop's own.
    fn number_of_their_own(&mut self, random: &mut Random, day: NaiveDate) {
        let listed = |at: usize| self.draft.items[at].listed;
        let Some(item) = probe(random, self.draft.items.len(), listed) else { return };
        let buyer = self.draft.items[item].party;
        let market = self.buyers[buyer].market;
        let number = match self.counts[random.below(2) as usize] {
            Count::Hex if random.chance(700) => characters(random, "0123456789abcdef", 8),
            _ => self.draft.items[item].invoice.number.clone().unwrap_or_default(),
        };
        let (name, words) = match random.below(5) {
            0 => ("PostNed Pakketten", format!("Schadeclaim {number} vergoeding")),
            1 => ("Groothandel Zuid BV", format!("Creditnota {number} retour goederen")),
            2 => ("Fraktbolaget Nord AB", format!("Ersättning ärende {number}")),
            3 => ("Belastingdienst", format!("Teruggaaf BTW beschikking {number}")),
            _ => ("Forsikring Vest AS", format!("Utbetaling skade {number}")),
        };
        let scale = if market.till() == 0 { 1 } else { 10 };
        let minor = random.between(1_100, 130_000) * scale;
        self.outsider(Kind::StrangerNumber, random, buyer, name.to_owned(), minor, day, words);
    }

    fn refund(&mut self, random: &mut Random, day: NaiveDate) {
        let buyer = random.below(self.buyers.len() as u64) as usize;
        let (market, iban) = (self.buyers[buyer].market, self.buyers[buyer].iban.clone());
        let closed = self.buyers[buyer].closed.first().map(|&at| &self.draft.items[at].invoice);
        let minor = closed.map_or(2_995, |invoice| invoice.total.minor());
        let number = closed.and_then(|invoice| invoice.number.clone()).unwrap_or_default();
        let name = self.buyers[buyer].human.full();
        let word = *random.pick(&[
            "Retour",
            "Terugbetaling",
            "Återbetalning",
            "Refusjon",
            "Remboursement",
            "Palautus",
        ]);
        let words = format!("{word} {number}");
        self.put(
            Kind::Refund,
            random,
            market,
            day,
            -minor,
            TransactionKind::Refund,
            Some((name, Some(iban))),
            &words,
        )
        .party = Some(buyer);
    }

    fn chargeback(&mut self, random: &mut Random, day: NaiveDate) {
        let buyer = random.below(self.buyers.len() as u64) as usize;
        let market = self.buyers[buyer].market;
        let closed = self.buyers[buyer].closed.first().map(|&at| &self.draft.items[at].invoice);
        let minor = closed.map_or(4_900, |invoice| invoice.total.minor());
        let card = random.chance(500);
        let (is, stage, reason, words) = if card {
            let words = format!("CHARGEBACK ARN {} VISA **** {}", digits(random, 23), digits(random, 4));
            (TransactionKind::Dispute, ReturnStage::Chargeback, "10.4", words)
        } else {
            let words = format!(
                "Storno incasso {} mandaat {}",
                random.pick(&["MD06", "AM04", "MS02"]),
                digits(random, 7)
            );
            (TransactionKind::Return, ReturnStage::Return, "MD06", words)
        };
        let entry = self.put(Kind::Chargeback, random, market, day, -minor, is, None, &words);
        entry.party = Some(buyer);
        entry.row.returned = Some(Returned { stage, reason: Some(reason.to_owned()), originals: Vec::new() });
    }

    fn payout(&mut self, random: &mut Random, market: Market, day: NaiveDate, minor: i64) {
        let serial = format!("{:02}{:02}{:02}", day.year() % 100, day.month(), day.day());
        let (name, words) = match random.below(6) {
            0 => (
                "Adyen N.V.",
                format!("TX{}XT batch {} Noorderlicht", digits(random, 10), random.between(100, 900)),
            ),
            1 => ("Klarna Bank AB (publ)", format!("{} {serial} Utbetalning", digits(random, 9))),
            2 => (
                "Stichting Mollie Payments",
                format!("M{} Uitbetaling {serial}", characters(random, ALPHABET, 12)),
            ),
            3 => ("Vipps MobilePay AS", format!("Utbetaling {} {serial}", digits(random, 6))),
            4 => (
                "Worldline SA",
                format!("MC/VISA term {} {serial} {} trx", digits(random, 8), random.between(2, 90)),
            ),
            _ => ("PayPal (Europe) S.a r.l.", format!("{} /PAYPAL", characters(random, ALPHABET, 13))),
        };
        let other = (name.to_owned(), random.chance(600).then(|| some_iban(random, "NL")));
        let count = random.between(2, 90) as u64;
        let with_count = random.chance(300);
        let entry =
            self.put(Kind::Payout, random, market, day, minor, TransactionKind::Payout, Some(other), &words);
        entry.row.batch = with_count.then_some(Batch { id: None, count: Some(count) });
    }

    fn daily(&mut self, random: &mut Random, market: Market, day: NaiveDate, scale: i64) {
        let clock = format!("{:02}:{:02}", random.between(6, 22), random.between(0, 59));
        let (core, form) = market::firm(random, market);
        let supplier =
            Some((format!("{core} {form}").trim().to_owned(), Some(some_iban(random, market.code()))));
        let (is, minor, other, words) = match random.below(8) {
            0 => (
                TransactionKind::Card,
                -random.between(300, 9_000),
                None,
                format!(
                    "BEA, Betaalpas {core},PAS{}, NR:{}, {day}/{clock}",
                    digits(random, 3),
                    characters(random, ALPHABET, 6)
                ),
            ),
            1 => (
                TransactionKind::Transfer,
                -random.between(4_000, 300_000),
                supplier,
                format!(
                    "{} {} {}",
                    random.pick(market.tongue().invoice),
                    digits(random, 6),
                    random.pick(market.tongue().customer)
                ),
            ),
            2 => (
                TransactionKind::DirectDebit,
                -random.between(1_000, 30_000),
                supplier,
                format!(
                    "/CSID/NL00ZZZ{}/MARF/{}/REMI/{}",
                    digits(random, 12),
                    digits(random, 8),
                    digits(random, 10)
                ),
            ),
            3 => (
                TransactionKind::Fee,
                -random.between(50, 2_500),
                None,
                "Kosten zakelijke rekening / Bankavgift".to_owned(),
            ),
            4 => (
                TransactionKind::Transfer,
                -random.between(50_000, 400_000),
                supplier,
                format!("Voorraad {}", market.tongue().months[day.month0() as usize]),
            ),
            5 => (
                TransactionKind::Transfer,
                random.between(5_000, 200_000),
                Some(("Skatteverket / Belastingdienst".to_owned(), None)),
                format!("Teruggaaf OB {}", digits(random, 9)),
            ),
            6 => (
                TransactionKind::Card,
                -random.between(500, 20_000),
                None,
                format!("PIRKUMS/KORTKÖP {} {clock} {core} **** {}", day, digits(random, 4)),
            ),
            _ => (
                TransactionKind::Transfer,
                random.between(1_000, 60_000),
                supplier,
                format!("Statiegeld emballage {}", digits(random, 7)),
            ),
        };
        self.put(Kind::Background, random, market, day, minor * scale, is, other, &words);
    }
}
