//! Made-up customers and their items. Names are built of syllables, so that no one of the real files is among them.

use crate::Random;
use crate::deeds::{Books, Client, Habits};
use crate::draft::{Face, Item};
use crate::standard::{characters, digits, some_iban};
use chrono::{Datelike, Days, Months, NaiveDate};
use payymo::model::{Customer, Invoice, InvoiceState, Terms};
use payymo::money::{Amount, Currency};

/// A customer beyond its card.
pub struct Account {
    /// Without legal form.
    pub bare: String,
    /// With it.
    pub full: String,
    /// The person behind it, or a relative.
    pub owner: String,
    pub card: Customer,
    pub iban: String,
    pub number: String,
}

/// How invoices are numbered: what codes in real texts look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// `F2600123`.
    Letter,
    /// `40017`.
    Digits,
    /// `2026/00123`.
    Slash,
    /// `RE-2026-123`.
    Dashes,
    /// `ORD171882`.
    Order,
    /// `9c01b7e4`.
    Hex,
    /// `123`, from 1.
    Short,
}

const ALL: [Series; 7] = [
    Series::Letter,
    Series::Digits,
    Series::Slash,
    Series::Dashes,
    Series::Order,
    Series::Hex,
    Series::Short,
];

const HABITS: Habits = Habits {
    fees: &[700, 1000, 1200, 1750, 850],
    late_fees: &[400, 800, 1200, 2500],
    rates: &[("USD", 9_210), ("GBP", 11_730), ("CHF", 10_640), ("SEK", 880), ("PLN", 2_330)],
    home: "EUR",
    numbered: 760,
};

const STARTS: &[&str] = &[
    "Bra", "Ke", "Lo", "Mi", "Sta", "Vo", "Ha", "Ru", "Fe", "Do", "Gre", "Ti", "Ol", "Wi", "Za", "Ju", "Pe",
    "Ko", "Ni", "Ber", "Cla", "Schu", "Van", "Eli", "Mau", "Tho", "Sie", "Jan", "Kai", "Lü",
];
const MIDDLES: &[&str] = &["", "", "ra", "de", "li", "mo", "ste", "ne", "ver", "ka", "bi", "la", "ro"];
const ENDS: &[&str] = &[
    "mann", "sen", "ers", "ska", "ling", "ert", "ini", "ault", "brecht", "veld", "mark", "kens", "ova", "dt",
    "lo", "nen", "ström", "jk", "ner",
];
const FIRST: &[&str] = &[
    "Imke", "Bram", "Oda", "Levin", "Femke", "Tjark", "Maren", "Joost", "Elin", "Piet", "Rieke", "Malo",
    "Sanne", "Ivo", "Anouk", "Kuno", "Lotte", "Wim", "Nora", "Till", "Fleur", "Hauke", "Mila", "Arvid",
    "Zoë", "Björn",
];
const TRADES: &[&str] = &[
    "Bouw",
    "Handel",
    "Transport",
    "Medien",
    "Technik",
    "Advies",
    "Verlag",
    "Electro",
    "Garten",
    "Software",
    "Optik",
    "Bäckerei",
    "Metaal",
    "Consult",
    "Pharma",
    "Service",
];
const FORMS: &[&str] = &[
    "GmbH",
    "B.V.",
    "BVBA",
    "UG (haftungsbeschränkt)",
    "AG",
    "SPRL",
    "OÜ",
    "Sp. z o.o.",
    "e.V.",
    "Stichting",
    "NV",
];

fn family(random: &mut Random) -> String {
    format!("{}{}{}", random.pick(STARTS), random.pick(MIDDLES), random.pick(ENDS))
}

/// A person of nobody's name.
pub fn person(random: &mut Random) -> String {
    format!("{} {}", random.pick(FIRST), family(random))
}

/// A company: without and with its form.
pub fn company(random: &mut Random) -> (String, String) {
    let bare = match random.below(4) {
        0 => format!("{} & {}", family(random), family(random)),
        1 => format!("{}{}", family(random), random.pick(&["tec", "soft", "plan", "haus"])),
        _ => format!("{} {}", family(random), random.pick(TRADES)),
    };
    let form = *random.pick(FORMS);
    let full = if form == "Stichting" { format!("{form} {bare}") } else { format!("{bare} {form}") };
    (bare, full)
}

/// The key of a name: its letters.
pub fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Books with customers, items and numbers.
pub fn open(seed: u64, customers: usize) -> (Vec<Account>, Books) {
    let random = Random::new(seed).fork(0x4ea1);
    let mut setup = random.fork(1);
    let month = NaiveDate::from_ymd_opt(2025, 4, 1).unwrap_or_default() + Months::new(setup.below(20) as u32);
    let as_of = month.pred_opt().unwrap_or(month);
    let mut books = Books::new(random.fork(2), as_of - Days::new(40), as_of, HABITS);
    books.agencies = 6;
    books.ids = (1..=customers as u32 * 7 + 80).collect();
    setup.shuffle(&mut books.ids);
    let mut accounts: Vec<Account> = Vec::with_capacity(customers);
    let mut numbers: Vec<u32> = (0..customers as u32).map(|at| 200_113 + at * 11).collect();
    setup.shuffle(&mut numbers);
    for number in numbers {
        let mut draw = random.fork(u64::from(number) << 9);
        let account = enrol(&mut draw, &accounts, number);
        let mut keys = vec![key(&account.bare)];
        keys.extend(account.card.aliases.iter().map(|alias| key(alias)));
        books.draft.faces.push(Face { id: account.number.clone(), keys, group: account.card.group.clone() });
        books.clients.push(Client::default());
        accounts.push(account);
        bill(&accounts, &mut books, &mut draw);
    }
    number_items(&mut books, &mut random.fork(3));
    (accounts, books)
}

fn enrol(random: &mut Random, others: &[Account], number: u32) -> Account {
    let private = random.chance(450);
    let (bare, full) = if random.chance(18) && !others.is_empty() {
        let other = random.pick(others);
        (other.bare.clone(), other.full.clone())
    } else if private {
        let name = person(random);
        (name.clone(), name)
    } else {
        company(random)
    };
    let owner = person(random);
    let code = *random.pick(&["DE", "DE", "NL", "NL", "BE", "AT", "FR"]);
    let iban = some_iban(random, code);
    let number = number.to_string();
    let mut card = Customer { id: Some(number.clone()), name: Some(full.clone()), ..Default::default() };
    card.ibans.extend(Some(iban.clone()).filter(|_| random.chance(450)));
    card.aliases.extend(Some(owner.clone()).filter(|_| !private && random.chance(300)));
    card.group = random.chance(25).then(|| format!("G{}", random.below(others.len() as u64 / 30 + 1)));
    Account { bare, full, owner, card, iban, number }
}

fn bill(accounts: &[Account], books: &mut Books, random: &mut Random) {
    let at = accounts.len() - 1;
    let fee = random.chance(500).then(|| *random.pick(&[1_190, 2_499, 4_900, 8_350, 12_500, 2_975]));
    let open = match random.below(20) {
        0 => 0,
        1..8 => 1,
        8..14 => 2,
        14..17 => 3,
        17 => 4,
        _ => random.between(5, 7),
    };
    let closed = random.between(0, 2);
    let first = random.between(2, 29);
    for turn in 0..open + closed {
        let is_closed = turn >= open;
        let total = match fee.filter(|_| random.chance(800)) {
            Some(fee) => fee,
            None if random.chance(300) => random.between(2, 300) * 500,
            None => random.between(700, 450_000),
        };
        let age = if fee.is_some() {
            first + 30 * turn
        } else {
            random.between(1, 70) + if is_closed { 60 } else { 0 }
        };
        let issued = books.as_of - Days::new(age.unsigned_abs());
        let foreign = at % 25 == 7;
        let code = if foreign { ["CHF", "USD", "GBP"][at % 3] } else { "EUR" };
        let currency = Currency::parse(code).expect("a currency of ISO 4217");
        let term = *random.pick(&[14_u64, 14, 21, 30, 8]);
        let id = books.ids.pop().unwrap_or(7_000_000 + books.draft.items.len() as u32);
        let mut invoice = Invoice {
            customer: Some(accounts[at].card.clone()),
            issued_on: Some(issued),
            due_on: Some(issued + Days::new(term)),
            ..Invoice::new(id.to_string(), Amount::new(total, currency))
        };
        if at % 5 == 2 {
            invoice.terms = Some(Terms { discount_percent: 3.into(), discount_days: 7 });
        }
        if is_closed {
            invoice.state = InvoiceState::Closed;
            invoice.open = Amount::zero(currency);
        }
        let (left, index) = (invoice.open.minor(), books.draft.items.len());
        let listed = !is_closed || random.chance(600);
        books.draft.items.push(Item { invoice, party: at, listed, left, touched: false });
        if is_closed {
            if random.chance(800) {
                let paid = (issued + Days::new(term)).min(books.from).max(issued);
                books.draft.settled.push((index, total, paid, Vec::new()));
            }
            books.clients[at].closed.push(index);
        } else {
            books.clients[at].open.push(index);
        }
    }
}

fn number_items(books: &mut Books, random: &mut Random) {
    let series = *random.pick(&ALL);
    let mut order: Vec<usize> = (0..books.draft.items.len()).collect();
    random.shuffle(&mut order);
    order.sort_by_key(|&at| books.draft.items[at].invoice.issued_on);
    let mut serial = match series {
        Series::Short => 0,
        Series::Order => random.between(160_000, 400_000),
        _ => random.between(20, 9_000),
    };
    for at in order {
        let invoice = &mut books.draft.items[at].invoice;
        let year = invoice.issued_on.map_or(2026, |day| day.year());
        for _ in 0..=u32::from(random.chance(100)) {
            serial += 1;
            let number = match series {
                Series::Letter => format!("F{:02}{serial:05}", year % 100),
                Series::Digits => format!("{}", 40_000 + serial),
                Series::Slash => format!("{year}/{serial:05}"),
                Series::Dashes => format!("RE-{year}-{serial}"),
                Series::Order => format!("ORD{serial}"),
                Series::Hex => characters(random, "0123456789abcdef", 8),
                Series::Short => serial.to_string(),
            };
            if let Some(before) = invoice.number.replace(number) {
                books.gaps.push(before);
            }
        }
    }
    random.shuffle(&mut books.gaps);
    if books.gaps.is_empty() {
        books.gaps.push(format!("RE{}", digits(random, 7)));
    }
}
