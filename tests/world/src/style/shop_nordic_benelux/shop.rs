//! The shop's books: households and small firms, their orders and energy bills.

use super::market::{self, Human, Market};
use crate::Random;
use crate::draft::{Draft, Face, Item};
use crate::standard::{characters, some_iban};
use chrono::{Datelike, Days, Months, NaiveDate};
use payymo::model::{Customer, Invoice, InvoiceState, Terms};
use payymo::money::{Amount, Currency};

/// How the shop counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// `7f3a9c1e`
    Hex,
    /// `100234`
    Six,
    /// `815`, from 1
    Ones,
    /// `NB20341`
    Prefixed,
    /// `00041277`
    Padded,
    /// `2603-0417`
    Monthly,
}

/// A household or a firm.
pub struct Buyer {
    pub market: Market,
    pub human: Human,
    /// Who else lives there and pays.
    pub partner: Human,
    /// Name and legal form, for a firm.
    pub firm: Option<(String, &'static str)>,
    pub iban: String,
    pub iban_known: bool,
    pub card: Customer,
    pub number: u32,
    /// A subscription of so many minor units, for those who have one.
    pub plan: Option<i64>,
    pub open: Vec<usize>,
    pub closed: Vec<usize>,
}

/// The shop at work.
pub struct Shop {
    pub random: Random,
    pub draft: Draft,
    pub buyers: Vec<Buyer>,
    pub as_of: NaiveDate,
    pub start: NaiveDate,
    /// Accounts in EUR, SEK, NOK, DKK, and a savings account.
    pub own: Vec<String>,
    /// Accounts through which an administrator or a wallet pays for many.
    pub pooled: Vec<String>,
    /// Orders and energy bills count apart.
    pub counts: [Count; 2],
    pub copies: u32,
    serials: [u32; 2],
    ids: Vec<u32>,
}

impl Shop {
    pub fn open(seed: u64, customers: usize) -> Self {
        let random = Random::new(seed).fork(0x5409);
        let mut setup = random.fork(1);
        let all = [Count::Hex, Count::Six, Count::Ones, Count::Prefixed, Count::Padded, Count::Monthly];
        let orders = *setup.pick(&all);
        let mut bills = *setup.pick(&all);
        while bills == orders {
            bills = *setup.pick(&all);
        }
        let day = NaiveDate::from_ymd_opt(2025, 1, 10).unwrap_or_default();
        let as_of = day + Months::new(setup.below(24) as u32) + Days::new(setup.below(20));
        let own: Vec<String> =
            ["NL", "SE", "NO", "DK", "NL"].iter().map(|code| some_iban(&mut setup, code)).collect();
        let pooled = vec![some_iban(&mut setup, "NL"), some_iban(&mut setup, "SE")];
        let base = if [orders, bills].contains(&Count::Ones) { 1 } else { 100_000 };
        let mut ids: Vec<u32> = (base..base + customers as u32 * 7 + 60).collect();
        setup.shuffle(&mut ids);
        let mut shop = Shop {
            draft: Draft::default(),
            buyers: Vec::new(),
            as_of,
            start: as_of - Days::new(45),
            own,
            pooled,
            counts: [orders, bills],
            copies: 0,
            serials: [setup.between(1, 500) as u32, setup.between(20_000, 60_000) as u32],
            ids,
            random,
        };
        if bills == Count::Ones {
            shop.serials.reverse();
        }
        let mut numbers: Vec<u32> = (0..customers as u32).map(|at| 200_000 + at * 7).collect();
        setup.shuffle(&mut numbers);
        numbers.into_iter().for_each(|number| shop.welcome(number));
        shop.print_numbers();
        shop
    }

    fn welcome(&mut self, number: u32) {
        let mut random = self.random.fork(u64::from(number) << 4 | 3);
        let market = Market::pick(&mut random);
        let human = market::human(&mut random, market);
        let mut partner = market::human(&mut random, market);
        if random.chance(600) {
            (partner.infix, partner.last) = (human.infix, human.last.clone());
        }
        let firm = random.chance(110).then(|| market::firm(&mut random, market));
        let name = match &firm {
            Some((core, form)) => format!("{core} {form}").trim().to_owned(),
            None if random.chance(150) => {
                format!("{}, {} {}", human.last, human.first, human.infix).trim().to_owned()
            }
            None => human.full(),
        };
        let iban = some_iban(&mut random, market.code());
        let iban_known = random.chance(280);
        let mut card = Customer { id: Some(number.to_string()), name: Some(name), ..Default::default() };
        let mut face = Face { id: number.to_string(), ..Default::default() };
        match &firm {
            Some((core, _)) => {
                face.keys.push(core.clone());
                if random.chance(400) {
                    card.aliases.push(human.full());
                    face.keys.extend([human.key_full(), human.key_initial()]);
                }
            }
            None => {
                face.keys.extend([human.key_full(), human.key_initial(), human.key_short()]);
                if random.chance(200) {
                    card.aliases.push(partner.full());
                    face.keys.extend([partner.key_full(), partner.key_initial()]);
                }
            }
        }
        if iban_known {
            card.ibans.push(iban.clone());
        }
        if random.chance(120) {
            card.emails.push(format!("klant{number}@voorbeeld.example"));
        }
        let scale = market.scale();
        let plan =
            random.chance(350).then(|| *random.pick(&[2_995, 4_900, 1_995, 5_900, 8_500, 995]) * scale);
        self.draft.enrol(face);
        let at = self.buyers.len();
        self.buyers.push(Buyer {
            market,
            human,
            partner,
            firm,
            iban,
            iban_known,
            card,
            number,
            plan,
            open: Vec::new(),
            closed: Vec::new(),
        });
        let open = *random.pick(&[0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 6]);
        let closed = *random.pick(&[0, 0, 0, 1, 1, 2]);
        for back in 0..open + closed {
            self.sell(&mut random, at, back >= open, back);
        }
    }

    /// An order or a bill.
    fn sell(&mut self, random: &mut Random, at: usize, closed: bool, back: u64) {
        let buyer = &self.buyers[at];
        let scale = buyer.market.scale();
        let bill = buyer.plan.is_some() && random.chance(600);
        let minor = match buyer.plan {
            Some(plan) if bill => plan,
            _ if random.chance(550) => {
                *random.pick(&[2_995, 4_900, 1_995, 9_900, 3_495, 1_495, 7_900, 12_900, 24_900, 5_995])
                    * scale
                    + if random.chance(250) { 495 * scale } else { 0 }
            }
            _ => random.between(700, 45_000) * scale,
        };
        // Crowns without öre in the shop, with them on bills.
        let minor = if scale == 10 && !bill { minor / 100 * 100 } else { minor };
        let age = match (bill, closed) {
            (true, _) => 8 + 30 * back,
            (false, true) => 60 + random.below(120),
            _ if random.chance(50) => 100 + random.below(250),
            _ => random.below(60) + 1,
        };
        let issued = self.as_of - Days::new(age);
        let index = self.add(random, at, issued, minor, bill, closed);
        if closed {
            let paid = (issued + Days::new(random.below(25))).min(self.start);
            let total = self.draft.items[index].invoice.total.minor();
            if random.chance(600) {
                let outer = if random.chance(300) {
                    vec![format!(
                        "tr_{}",
                        characters(random, "abcdefghkmnpqrstuvwxyzABCDEFGHKLMNPQRSTUV23456789", 10)
                    )]
                } else {
                    Vec::new()
                };
                self.draft.settled.push((index, total, paid, outer));
            }
            self.buyers[at].closed.push(index);
        } else {
            self.buyers[at].open.push(index);
        }
    }

    /// An item without its number.
    pub fn add(
        &mut self,
        random: &mut Random,
        at: usize,
        issued: NaiveDate,
        minor: i64,
        bill: bool,
        closed: bool,
    ) -> usize {
        let buyer = &self.buyers[at];
        let currency = Currency::parse(buyer.market.currency()).expect("a currency of ISO 4217");
        let id = self.ids.pop().unwrap_or(90_000_000 + self.draft.items.len() as u32);
        let mut invoice = Invoice::new(id.to_string(), Amount::new(minor.max(100), currency));
        invoice.customer = Some(buyer.card.clone());
        invoice.issued_on = Some(issued);
        invoice.due_on = Some(issued + Days::new(*random.pick(&[14, 14, 14, 30, 30, 8, 10, 20])));
        invoice.metadata.insert("channel".to_owned(), if bill { "energy" } else { "shop" }.to_owned());
        if bill && matches!(buyer.market, Market::Be | Market::Nl) && random.chance(250) {
            invoice.terms = Some(Terms { discount_percent: 5.into(), discount_days: 8 });
        }
        if random.chance(350) {
            let month = buyer.market.tongue().month(issued);
            invoice.description = Some(format!("{month} {}", issued.year()));
        }
        if closed {
            invoice.state = InvoiceState::Closed;
            invoice.open = Amount::zero(currency);
        }
        let left = invoice.open.minor();
        let listed = !closed || random.chance(300);
        self.draft.items.push(Item { invoice, party: at, listed, left, touched: false });
        self.draft.items.len() - 1
    }

    fn print_numbers(&mut self) {
        let mut random = self.random.fork(5);
        let mut order: Vec<usize> = (0..self.draft.items.len()).collect();
        order.sort_by_key(|&at| {
            (self.draft.items[at].invoice.issued_on, self.draft.items[at].invoice.id.clone())
        });
        order.into_iter().for_each(|at| self.print_number(&mut random, at));
    }

    /// The next number of its series, and for many the reference of the payment slip.
    pub fn print_number(&mut self, random: &mut Random, at: usize) {
        let bill = usize::from(
            self.draft.items[at].invoice.metadata.get("channel").is_some_and(|it| it == "energy"),
        );
        self.serials[bill] += if random.chance(700) { 1 } else { random.between(2, 5) as u32 };
        let serial = self.serials[bill];
        let item = &mut self.draft.items[at];
        let issued = item.invoice.issued_on.unwrap_or(self.as_of);
        let buyer = &self.buyers[item.party];
        item.invoice.number = Some(match self.counts[bill] {
            Count::Hex => characters(random, "0123456789abcdef", 8),
            Count::Six => (100_000 + serial).to_string(),
            Count::Ones => serial.to_string(),
            Count::Prefixed => format!("NB{}", 20_000 + serial),
            Count::Padded => format!("{serial:08}"),
            Count::Monthly => format!("{:02}{:02}-{serial:04}", issued.year() % 100, issued.month()),
        });
        if random.chance(if bill == 1 { 850 } else { 420 }) {
            item.invoice.references.push(buyer.market.reference(buyer.number, serial));
        }
        if bill == 0 && random.chance(150) {
            item.invoice
                .other_numbers
                .push(format!("W{}", characters(random, "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 7)));
        }
    }

    pub fn left(&self, item: usize) -> i64 {
        self.draft.items[item].left
    }

    /// Open items of a buyer that nobody has paid.
    pub fn free(&self, buyer: usize) -> Vec<usize> {
        self.buyers[buyer].open.iter().copied().filter(|&at| !self.draft.items[at].touched).collect()
    }

    /// One of them, of a buyer who has at least `many` and whom the filter likes.
    pub fn find(
        &self,
        random: &mut Random,
        many: usize,
        like: impl Fn(&Shop, usize) -> bool,
    ) -> Option<usize> {
        (0..if self.buyers.is_empty() { 0 } else { 400 }).find_map(|_| {
            let free = self.free(random.below(self.buyers.len() as u64) as usize);
            if free.len() < many || free.is_empty() {
                return None;
            }
            Some(*random.pick(&free)).filter(|&at| like(self, at))
        })
    }

    /// When the money for an item issued and due on these days is booked.
    pub fn when(&self, random: &mut Random, item: usize) -> NaiveDate {
        let invoice = &self.draft.items[item].invoice;
        let (issued, due) = (invoice.issued_on.unwrap_or(self.start), invoice.due_on.unwrap_or(self.start));
        let wished = match random.below(100) {
            0..30 => issued + Days::new(random.below(4)), // paid while ordering
            30..45 => due - Days::new(random.below(6)),
            45..75 => due + Days::new(random.below(4)),
            75..90 => due + Days::new(random.below(25)),
            _ => due + Days::new(25 + random.below(36)),
        };
        let first = self.start.max(issued);
        if wished >= first && wished <= self.as_of {
            return wished;
        }
        first + Days::new(random.below((self.as_of - first).num_days().max(0) as u64 + 1))
    }
}
