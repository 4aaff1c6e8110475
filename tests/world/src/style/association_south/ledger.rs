//! The association's members and what they owe: fees of the quarter, of the month, of a flat, of consumption.

use super::people::{self, Land, Name, Person, key};
use super::series::{Counter, Series};
use crate::Random;
use crate::deeds::{Books, Client, Habits};
use crate::draft::{Face, Item};
use crate::standard::{digits, some_iban};
use chrono::{Datelike, Days, Months, NaiveDate};
use payymo::model::{Customer, Invoice, InvoiceState, Tax, Terms};
use payymo::money::{Amount, Currency};
use std::collections::{BTreeMap, BTreeSet};

/// A member beyond the card.
pub struct Member {
    pub name: Name,
    pub land: Land,
    /// Who pays for a child, or signs for a firm.
    pub parent: Person,
    pub card: Customer,
    pub iban: String,
    /// The number of the member.
    pub number: String,
    /// Flat, locker, class: it stands in texts and means nothing.
    pub place: String,
    /// Brother or sister of this one.
    sibling: Option<usize>,
}

/// What the association is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trade {
    Club,
    School,
    Condominium,
    Utility,
}

/// The association and its members.
pub struct Host {
    pub members: Vec<Member>,
    pub series: Series,
    pub trade: Trade,
    pub land: Land,
    pub name: &'static str,
    pub account: String,
    /// References of payment slips by number.
    pub slips: BTreeMap<String, String>,
    /// Keys of all members and parents: nobody else is called so by chance.
    pub taken: BTreeSet<String>,
}

const EUROS: Habits = Habits {
    fees: &[150, 300, 500, 900, 1_200, 1_800],
    late_fees: &[300, 500, 1_000, 600],
    rates: &[("PLN", 2_320), ("USD", 9_180), ("GBP", 11_680), ("CHF", 10_510), ("ARS", 9)],
    home: "EUR",
    numbered: 660,
};

const ZLOTYS: Habits = Habits {
    fees: &[500, 1_000, 2_500, 4_000],
    late_fees: &[1_500, 2_000, 4_000],
    rates: &[("EUR", 43_100), ("USD", 39_500), ("GBP", 50_300), ("CZK", 1_720)],
    home: "PLN",
    numbered: 660,
};

pub fn open(seed: u64, customers: usize) -> (Host, Books) {
    let random = Random::new(seed).fork(0xa550);
    let mut setup = random.fork(1);
    let day = NaiveDate::from_ymd_opt(2025, 3, 18).unwrap_or_default();
    let as_of = day + Months::new(setup.below(22) as u32) + Days::new(setup.below(12));
    let land = Land::ALL[(seed % 4) as usize];
    let habits = if land == Land::Pl { ZLOTYS } else { EUROS };
    let mut books = Books::new(random.fork(2), as_of - Days::new(45), as_of, habits);
    books.agencies = 6;
    books.ids = (20_000..20_000 + customers as u32 * 7 + 60).collect();
    setup.shuffle(&mut books.ids);
    let names: [&str; 4] = [
        "Club Deportivo Mirasol",
        "Condominio Parco delle Querce",
        "Stowarzyszenie Szkoła nad Wartą",
        "Associação de Moradores do Sobreiro",
    ];
    let mut host = Host {
        members: Vec::with_capacity(customers),
        // Seeds that follow each other have other series, other countries, other trades.
        series: Series::ALL[((seed + seed / 6) % 6) as usize],
        trade: *setup.pick(&[Trade::Club, Trade::School, Trade::Condominium, Trade::Utility]),
        land,
        name: names[land as usize],
        account: some_iban(&mut setup, land.code()),
        slips: BTreeMap::new(),
        taken: BTreeSet::new(),
    };
    // Numbers of members run where those of receipts do too.
    let mut numbers: Vec<u32> = (0..customers as u32).map(|at| 101 + at * 2).collect();
    setup.shuffle(&mut numbers);
    for number in numbers {
        enrol(&mut host, &mut books, &random, number);
    }
    households(&mut host, &mut books, &mut setup);
    number_all(&mut host, &mut books, &mut random.fork(3));
    (host, books)
}

fn enrol(host: &mut Host, books: &mut Books, root: &Random, number: u32) {
    let mut random = root.fork(u64::from(number) << 9 | 5);
    let land = if random.chance(860) { host.land } else { *random.pick(&Land::ALL) };
    let firm = match host.trade {
        Trade::Club | Trade::School => 60,
        Trade::Condominium => 140,
        Trade::Utility => 260,
    };
    let last = host.members.len().checked_sub(1);
    let elder = last.filter(|&at| host.members[at].sibling.is_none() && random.chance(60));
    let (name, parent, sibling) = match elder.map(|at| (at, &host.members[at].name, &host.members[at].parent))
    {
        Some((at, Name::Person(child), parent)) => {
            (Name::Person(child.sibling(&mut random)), parent.clone(), Some(at))
        }
        // Two of one name, and no relation.
        _ if !host.members.is_empty() && random.chance(8) => {
            let parent = people::person(&mut random, land);
            (random.pick(&host.members).name.clone(), parent, None)
        }
        _ if random.chance(firm) => {
            (people::company(&mut random, land), people::person(&mut random, land), None)
        }
        _ => {
            let child = people::person(&mut random, land);
            let mut parent = child.parent(&mut random);
            for _ in 0..20 {
                if !host.taken.contains(&key(&parent.full())) {
                    break;
                }
                parent = child.parent(&mut random);
            }
            (Name::Person(child), parent, None)
        }
    };
    host.taken.extend([key(&name.bare()), key(&parent.full()), key(&parent.short())]);
    if let Name::Person(person) = &name {
        host.taken.insert(key(&person.short()));
    }
    let id = number.to_string();
    let iban = some_iban(&mut random, land.code());
    let mut card = Customer { id: Some(id.clone()), name: Some(listed(host, &name)), ..Default::default() };
    card.ibans.extend(Some(iban.clone()).filter(|_| random.chance(480)));
    let mut known = vec![name.clone()];
    if random.chance(if host.trade == Trade::School { 620 } else { 250 }) {
        card.aliases.push(parent.full());
        known.push(Name::Person(parent.clone()));
    }
    if random.chance(350) {
        card.emails.push(format!("{}.{number}@correo.example", key(&name.bare())));
    }
    let place = match random.below(4) {
        0 => format!("{}-{}", random.between(1, 9), random.pick(&["A", "B", "C", "D"])),
        1 => format!("{}.º {}", random.between(1, 8), random.pick(&["Esq", "Dto", "izq", "dcha"])),
        2 => format!("m. {}", random.between(1, 120)),
        _ => format!("int. {}", random.between(1, 40)),
    };
    books.draft.faces.push(Face { id: id.clone(), keys: keys(&known), group: None });
    books.clients.push(Client::default());
    host.members.push(Member { name, land, parent, card, iban, number: id, place, sibling });
    owe(host, books, &mut random);
}

/// Some lists have the surname before.
fn listed(host: &Host, name: &Name) -> String {
    match name {
        Name::Person(person) if host.trade == Trade::School => {
            format!("{}, {}", person.family(), person.given)
        }
        name => name.listed(),
    }
}

/// All of a name, the first given name and surname, and what banks leave of both. The first key is the whole name's.
fn keys(names: &[Name]) -> Vec<String> {
    let mut keys: Vec<String> = names.iter().map(|name| key(&name.bare())).collect();
    for name in names {
        let mut forms = vec![name.bare()];
        if let Name::Person(person) = name {
            forms.push(person.short());
            forms.push(format!("{} {}", person.family(), person.given));
        }
        for form in forms {
            for width in super::bank::WIDTHS {
                let cut = key(&form.chars().take(width).collect::<String>());
                if !keys.contains(&cut) {
                    keys.push(cut);
                }
            }
        }
    }
    keys
}

/// What a member owes: the fee of each quarter or month, consumption, a flat's share, and this and that.
fn owe(host: &Host, books: &mut Books, random: &mut Random) {
    let at = host.members.len() - 1;
    let scale = if host.land == Land::Pl { 4 } else { 1 };
    let fee = match host.trade {
        Trade::Club => *random.pick(&[4_500, 6_000, 7_500, 9_000, 3_000, 12_000]) * scale,
        Trade::School => *random.pick(&[18_000, 21_500, 24_000, 9_800]) * scale,
        Trade::Condominium => random.between(3_817, 31_900) * scale,
        // Some pay the same each time and settle at the end of the year.
        Trade::Utility if random.chance(450) => *random.pick(&[3_000, 4_500, 2_500, 6_000]) * scale,
        Trade::Utility => 0,
    };
    let step = match host.trade {
        Trade::Club | Trade::Condominium => 91,
        Trade::School => 30,
        Trade::Utility => 61,
    };
    let open = match random.below(20) {
        0 => 0,
        1..10 => 1,
        10..15 => 2,
        15..18 => 3,
        _ => random.between(4, 8),
    };
    let first = random.between(1, 27);
    for turn in 0..open + random.between(0, 2) {
        let total = match host.trade {
            Trade::Utility if fee == 0 => random.between(1_150, 24_900) * scale,
            _ if random.chance(780) => fee,
            _ => match random.below(3) {
                0 => *random.pick(&[1_500, 2_500, 3_500, 2_000]) * scale,
                1 => random.between(600, 45_000) * scale,
                _ => fee + *random.pick(&[1_000, 1_550, 2_200]) * scale,
            },
        };
        let age = first + step * turn / if turn >= open { 1 } else { 1 + i64::from(random.chance(450)) };
        add(host, books, random, at, books.as_of - Days::new(age.unsigned_abs()), total, turn >= open);
    }
}

fn add(
    host: &Host,
    books: &mut Books,
    random: &mut Random,
    at: usize,
    issued: NaiveDate,
    total: i64,
    closed: bool,
) {
    let member = &host.members[at];
    let abroad = member.land != host.land && at.is_multiple_of(3);
    let code = match (host.land, member.land) {
        (Land::Pl, _) if abroad => "EUR",
        (Land::Pl, _) => "PLN",
        (_, Land::Pl) if abroad => "PLN",
        _ if at % 31 == 7 => *random.pick(&["USD", "GBP", "CHF"]),
        _ => "EUR",
    };
    let currency = Currency::parse(code).expect("a currency of ISO 4217");
    let total = Amount::new(total, currency);
    let id = books.ids.pop().unwrap_or(8_000_000 + books.draft.items.len() as u32);
    let term = *random.pick(&[10_u64, 15, 15, 20, 30]);
    let mut invoice = Invoice {
        customer: Some(member.card.clone()),
        issued_on: Some(issued),
        due_on: Some(issued + Days::new(term)),
        ..Invoice::new(id.to_string(), total)
    };
    if let Name::Company(..) = member.name {
        let percent = [21_i64, 22, 23, 23][member.land as usize];
        let tax = (total.minor() * percent + (100 + percent) / 2) / (100 + percent);
        invoice.tax = vec![Tax { rate: percent.into(), amount: Amount::new(tax, currency) }];
    }
    if at % 6 == 1 {
        invoice.terms = Some(Terms { discount_percent: 2.into(), discount_days: 8 });
    }
    if random.chance(420) {
        invoice.description = Some(format!("{} {}", super::lines::fee(random, host, issued), member.place));
    }
    if closed {
        invoice.state = InvoiceState::Closed;
        invoice.open = Amount::zero(currency);
    }
    let listed = !closed || random.chance(700);
    let left = invoice.open.minor();
    let index = books.draft.items.len();
    books.draft.items.push(Item { invoice, party: at, listed, left, touched: false });
    if closed {
        let paid = (issued + Days::new(term + random.below(9))).min(books.from);
        if random.chance(800) {
            books.draft.settled.push((index, total.minor(), paid.max(issued), Vec::new()));
        }
        books.clients[at].closed.push(index);
    } else {
        books.clients[at].open.push(index);
    }
}

/// Brothers and sisters, and firms of one owner: they pay for each other.
fn households(host: &mut Host, books: &mut Books, random: &mut Random) {
    let count = host.members.len();
    let mut pairs: Vec<(usize, usize)> =
        host.members.iter().enumerate().filter_map(|(at, member)| Some((member.sibling?, at))).collect();
    for _ in 0..count / 80 {
        pairs.push((random.below(count as u64) as usize, random.below(count as u64) as usize));
    }
    for (house, (first, second)) in pairs.into_iter().enumerate() {
        if first == second
            || books.draft.faces[first].group.is_some()
            || books.draft.faces[second].group.is_some()
        {
            continue;
        }
        let group = format!("F{:03}", house + 1);
        for at in [first, second] {
            host.members[at].card.group = Some(group.clone());
            books.draft.faces[at].group = Some(group.clone());
        }
    }
    for item in &mut books.draft.items {
        item.invoice.customer = Some(host.members[item.party].card.clone());
    }
}

/// Numbers in order of issue; of some the slip that goes with them.
fn number_all(host: &mut Host, books: &mut Books, random: &mut Random) {
    let mut order: Vec<usize> = (0..books.draft.items.len()).collect();
    random.shuffle(&mut order);
    order.sort_by_key(|&at| books.draft.items[at].invoice.issued_on);
    let mut counter = Counter::new(random, host.series);
    for at in order {
        let party = books.draft.items[at].party;
        let day = books.draft.items[at].invoice.issued_on.unwrap_or(books.from);
        for _ in 0..1 + u32::from(random.chance(110)) {
            let number = counter.next(random, day.year(), day.month(), party as u32 % 6);
            if let Some(before) = books.draft.items[at].invoice.number.replace(number) {
                books.gaps.push(before);
            }
        }
        if host.land == Land::Pt && random.chance(350) {
            let slip = digits(random, 9);
            let invoice = &mut books.draft.items[at].invoice;
            invoice.references.push(slip.clone());
            host.slips.insert(invoice.number.clone().unwrap_or_default(), slip);
        }
    }
    random.shuffle(&mut books.gaps);
}
